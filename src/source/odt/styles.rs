//! The styles of an `OpenDocument` text, as far as they say what is a heading, in which list it is, and how it is set; and
//! how its lists and headings are numbered.

use crate::source::{
    counted::Format,
    draft::Emphasis,
    steps::{Step, attribute, steps},
};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// How many levels a list has.
pub(super) const LEVELS: usize = 10;

/// The deepest that one style is made of another.
const DEEPEST: usize = 10;

/// How words are set; none of these where a style does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    italic: Option<bool>,
    bold: Option<bool>,
    /// Raised, lowered or underlined.
    other: Option<Emphasis>,
    pub(super) hidden: bool,
}

impl Set {
    /// How words are set that stand in others which are set so.
    pub(super) fn within(self, outer: Self) -> Self {
        Self {
            italic: self.italic.or(outer.italic),
            bold: self.bold.or(outer.bold),
            other: self.other.or(outer.other),
            hidden: self.hidden || outer.hidden,
        }
    }

    /// Words that are not set apart; hidden they stay.
    pub(super) fn plain(self) -> Self {
        Self {
            hidden: self.hidden,
            ..Self::default()
        }
    }

    pub(super) fn emphasis(self) -> Option<Emphasis> {
        let on = |set: Option<bool>| set == Some(true);
        match (on(self.italic), on(self.bold)) {
            _ if matches!(
                self.other,
                Some(Emphasis::Superscript | Emphasis::Subscript)
            ) =>
            {
                self.other
            }
            (true, true) => Some(Emphasis::BoldItalic),
            (true, false) => Some(Emphasis::Italic),
            (false, true) => Some(Emphasis::Bold),
            (false, false) => self.other,
        }
    }

    /// Takes what the properties of a style say.
    fn take(&mut self, tag: &BytesStart<'_>) {
        let said = |name: &str| attribute(tag, name);
        if let Some(style) = said("font-style") {
            self.italic = Some(style != "normal");
        }
        if let Some(weight) = said("font-weight") {
            let heavy = weight.parse().is_ok_and(|weight: u32| weight >= 600);
            self.bold = Some(weight == "bold" || heavy);
        }
        if said("text-underline-style").is_some_and(|style| style != "none") {
            self.other = self.other.or(Some(Emphasis::Underlined));
        }
        if let Some(position) = said("text-position") {
            self.other = match position.split(' ').next().unwrap_or_default() {
                "super" => Some(Emphasis::Superscript),
                "sub" => Some(Emphasis::Subscript),
                by => match by.trim_end_matches('%').parse::<f32>() {
                    Ok(by) if by > 0.0 => Some(Emphasis::Superscript),
                    Ok(by) if by < 0.0 => Some(Emphasis::Subscript),
                    _ => self.other,
                },
            };
        }
        self.hidden |= said("display").is_some_and(|display| display == "none");
    }
}

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// How deep a heading lies, 1 for the highest; none for what is no heading.
    pub(super) heading: Option<u8>,
    /// The style of its list; empty for none, whatever it is made of.
    pub(super) list: Option<String>,
    pub(super) set: Set,
    above: Option<String>,
}

/// How one level of a list is printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    pub(super) start: Option<u32>,
    pub(super) format: Format,
    /// The sign that is printed in the place of a count.
    pub(super) bullet: Option<String>,
    pub(super) before: String,
    pub(super) after: String,
    /// How many levels show their count, this one among them.
    pub(super) shown: usize,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By family and name: a paragraph and a stretch may call different styles the same.
    by_name: HashMap<(String, String), Style>,
    lists: HashMap<String, Vec<Level>>,
    /// How headings are numbered, by their level.
    headings: Vec<Level>,
}

impl Styles {
    /// Reads the parts that hold styles.
    pub(super) fn read<'part>(parts: impl IntoIterator<Item = &'part str>) -> Self {
        let mut styles = Self {
            headings: levels(),
            ..Self::default()
        };
        for part in parts {
            styles.read_part(part);
        }
        styles
    }

    fn read_part(&mut self, xml: &str) {
        let mut own: Option<(String, String)> = None;
        let mut list = None;
        steps(xml, |step| match step {
            Step::Start("style", tag) => {
                let said = |name: &str| attribute(tag, name);
                let name = (
                    said("family").unwrap_or_default(),
                    said("name").unwrap_or_default(),
                );
                let level = said("default-outline-level").and_then(|level| level.parse().ok());
                let style = Style {
                    heading: level.filter(|level| (1..=9).contains(level)),
                    list: said("list-style-name"),
                    above: said("parent-style-name"),
                    set: Set::default(),
                };
                self.by_name.insert(name.clone(), style);
                own = Some(name);
            }
            Step::Start("text-properties", tag) => {
                let style = own.as_ref().and_then(|name| self.by_name.get_mut(name));
                if let Some(style) = style {
                    style.set.take(tag);
                }
            }
            Step::End("style") => own = None,
            Step::Start("list-style", tag) => {
                let name = attribute(tag, "name").unwrap_or_default();
                self.lists.insert(name.clone(), levels());
                list = Some(name);
            }
            Step::End("list-style") => list = None,
            Step::Start(
                "list-level-style-number" | "list-level-style-bullet" | "list-level-style-image",
                tag,
            ) => {
                if let Some(levels) = list.as_ref().and_then(|name| self.lists.get_mut(name)) {
                    level(levels, tag);
                }
            }
            Step::Start("outline-level-style", tag) => level(&mut self.headings, tag),
            _ => {}
        });
    }

    /// What a style says, with what the styles say that it is made of.
    pub(super) fn get(&self, family: &str, name: &str) -> Style {
        let mut found = Style::default();
        let mut next = Some(name);
        // A style that is made of itself says nothing more.
        for _ in 0..DEEPEST {
            let called = next.map(|name| (family.to_owned(), name.to_owned()));
            let Some(style) = called.and_then(|called| self.by_name.get(&called)) else {
                break;
            };
            found.heading = found.heading.or(style.heading);
            found.list = found.list.or_else(|| style.list.clone());
            found.set = found.set.within(style.set);
            next = style.above.as_deref();
        }
        found
    }

    /// The levels of a list.
    pub(super) fn list(&self, name: &str) -> Option<&[Level]> {
        self.lists.get(name).map(Vec::as_slice)
    }

    /// The levels of headings.
    pub(super) fn headings(&self) -> &[Level] {
        &self.headings
    }
}

/// Levels that print nothing.
fn levels() -> Vec<Level> {
    let level = Level {
        format: Format::None,
        shown: 1,
        ..Level::default()
    };
    vec![level; LEVELS]
}

/// Takes what is said of a level.
fn level(levels: &mut [Level], tag: &BytesStart<'_>) {
    let said = |name: &str| attribute(tag, name);
    let at: Option<usize> = said("level").and_then(|level| level.parse().ok());
    let Some(level) = at
        .and_then(|at| at.checked_sub(1))
        .and_then(|at| levels.get_mut(at))
    else {
        return;
    };
    *level = Level {
        start: said("start-value").and_then(|start| start.parse().ok()),
        format: match said("num-format").as_deref() {
            None | Some("") => Format::None,
            Some("a") => Format::Letter,
            Some("A") => Format::Capital,
            Some("i") => Format::Roman,
            Some("I") => Format::CapitalRoman,
            Some(_) => Format::Number,
        },
        bullet: said("bullet-char"),
        before: said("num-prefix").unwrap_or_default(),
        after: said("num-suffix").unwrap_or_default(),
        shown: said("display-levels")
            .and_then(|shown| shown.parse().ok())
            .unwrap_or(1),
    };
}
