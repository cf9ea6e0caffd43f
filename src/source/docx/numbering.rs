//! The numbers of lists and headings of a Word document. They stand nowhere in its text: each paragraph says to
//! which list and level it belongs, and they are counted as Word counts them.

use crate::source::{
    counted::{Format, bullet, written},
    steps::{Step, attribute, steps},
};
use std::collections::HashMap;

/// How many levels a list has.
const LEVELS: usize = 9;

/// One level of a kind of list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<u32>,
    format: Format,
    /// Whether a sign is printed and no count.
    bullet: bool,
    /// What is printed, `%1.%2` standing for the counts of the levels.
    text: String,
}

/// A kind of list.
type Levels = Vec<Level>;

/// All lists of a document, with how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: HashMap<String, Levels>,
    /// The kind of each list, by its number.
    lists: HashMap<String, String>,
    /// Where a level of a list starts anew.
    restarts: HashMap<(String, usize), u32>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists that have begun.
    begun: Vec<String>,
}

impl Numbering {
    /// Reads the part that says how lists are numbered.
    pub(super) fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let (mut kind, mut list) = (None, None);
        let mut level = 0;
        steps(xml, |step| {
            let Step::Start(name, tag) = step else {
                return;
            };
            let value = || attribute(tag, "val").unwrap_or_default();
            match name {
                "abstractNum" => {
                    (kind, list) = (attribute(tag, "abstractNumId"), None);
                    if let Some(kind) = &kind {
                        let levels = vec![Level::default(); LEVELS];
                        numbering.kinds.insert(kind.clone(), levels);
                    }
                }
                "num" => (list, kind) = (attribute(tag, "numId"), None),
                "abstractNumId" => {
                    if let Some(list) = &list {
                        numbering.lists.insert(list.clone(), value());
                    }
                }
                "lvl" | "lvlOverride" => {
                    let own = attribute(tag, "ilvl").and_then(|level| level.parse().ok());
                    level = own.unwrap_or(0).min(LEVELS - 1);
                }
                "startOverride" => {
                    if let (Some(list), Ok(start)) = (&list, value().parse()) {
                        numbering.restarts.insert((list.clone(), level), start);
                    }
                }
                "start" | "numFmt" | "lvlText" => {
                    let levels = kind.as_ref().and_then(|kind| numbering.kinds.get_mut(kind));
                    let Some(own) = levels.and_then(|levels| levels.get_mut(level)) else {
                        return;
                    };
                    match name {
                        "start" => own.start = value().parse().ok(),
                        "numFmt" => {
                            own.bullet = value() == "bullet";
                            own.format = format(&value());
                        }
                        _ => own.text = value(),
                    }
                }
                _ => {}
            }
        });
        numbering
    }

    /// Counts a paragraph of a list on, and gives what is printed before it; none where the list prints nothing.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let kind = self.lists.get(list)?.clone();
        let levels = self.kinds.get(&kind)?;
        let counts = self.counts.entry(kind).or_default();
        if !self.begun.iter().any(|begun| begun == list) {
            self.begun.push(list.to_owned());
            for (level, count) in counts.iter_mut().enumerate() {
                if self.restarts.contains_key(&(list.to_owned(), level)) {
                    *count = None;
                }
            }
        }
        let start = |level: usize| {
            let again = self.restarts.get(&(list.to_owned(), level)).copied();
            again.or(levels[level].start).unwrap_or(1)
        };
        counts[level] = Some(counts[level].map_or(start(level), |count| count.saturating_add(1)));
        for deeper in &mut counts[level + 1..] {
            *deeper = None;
        }
        let own = &levels[level];
        if own.bullet {
            return Some(bullet(&own.text).to_owned());
        }
        let mut printed = own.text.clone();
        for (at, count) in counts.iter().enumerate().take(level + 1) {
            let count = count.unwrap_or_else(|| start(at));
            printed = printed.replace(&format!("%{}", at + 1), &written(count, levels[at].format));
        }
        let printed = printed.trim().to_owned();
        (!printed.is_empty()).then_some(printed)
    }
}

/// A format by its name.
fn format(name: &str) -> Format {
    match name {
        "none" => Format::None,
        "lowerLetter" => Format::Letter,
        "upperLetter" => Format::Capital,
        "lowerRoman" => Format::Roman,
        "upperRoman" => Format::CapitalRoman,
        "decimalZero" => Format::TwoDigits,
        _ => Format::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
          <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn lists_are_counted_as_word_counts_them() {
        let mut numbering = Numbering::read(LISTS);
        let mut printed = Vec::new();
        for (list, level) in [
            ("1", 0),
            ("1", 1),
            ("1", 1),
            ("1", 0),
            ("1", 1),
            ("1", 2),
            ("2", 0),
            ("2", 0),
            ("3", 0),
        ] {
            printed.push(numbering.next(list, level).unwrap_or_default());
        }
        assert_eq!(
            printed,
            ["1.", "1.a)", "1.b)", "2.", "2.a)", "•", "5.", "6.", ""]
        );
    }
}
