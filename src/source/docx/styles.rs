//! The styles of a Word document, as far as they say that a paragraph is a heading or belongs to a list.

use crate::source::steps::{Step, attribute, steps};
use std::collections::HashMap;

/// What a style says of its paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// How deep a heading lies, 1 for the highest; none for what is no heading.
    pub(super) heading: Option<u8>,
    /// The list it belongs to, and its level there.
    pub(super) list: Option<(String, usize)>,
    above: Option<String>,
}

/// All styles, by what paragraphs call them.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads the part that holds the styles.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles: HashMap<String, Style> = HashMap::new();
        let mut name = String::new();
        steps(xml, |step| {
            let Step::Start(element, tag) = step else {
                return;
            };
            if element == "style" {
                name = attribute(tag, "styleId").unwrap_or_default();
            }
            let style = styles.entry(name.clone()).or_default();
            let value = || attribute(tag, "val").unwrap_or_default();
            match element {
                "name" => style.heading = style.heading.or_else(|| named(&value())),
                "outlineLvl" => style.heading = outline(&value()).or(style.heading),
                "basedOn" => style.above = Some(value()),
                "numId" => style.list.get_or_insert_default().0 = value(),
                "ilvl" => {
                    style.list.get_or_insert_default().1 = value().parse().unwrap_or(0);
                }
                _ => {}
            }
        });
        Self(styles)
    }

    /// What a style says, with what the styles say that it is made of.
    pub(super) fn get(&self, name: &str) -> Style {
        let mut found = Style::default();
        let mut next = Some(name);
        // A style that is made of itself says nothing more.
        for _ in 0..10 {
            let Some(style) = next.and_then(|name| self.0.get(name)) else {
                break;
            };
            found.heading = found.heading.or(style.heading);
            found.list = found.list.or_else(|| style.list.clone());
            next = style.above.as_deref();
        }
        found
    }
}

/// The level of a heading by the name of its style: `heading 2`, `Kop 2`.
fn named(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let number = ["heading ", "kop "]
        .iter()
        .find_map(|word| name.strip_prefix(word))?;
    number
        .trim()
        .parse()
        .ok()
        .filter(|level| (1..=9).contains(level))
}

/// The level of a heading by its place in an outline, which counts from 0 and calls text 9.
pub(super) fn outline(value: &str) -> Option<u8> {
    let level: u8 = value.parse().ok()?;
    (level < 9).then_some(level + 1)
}
