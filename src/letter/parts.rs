//! The parts of a letter that answers nothing by number: they start at headings of the letter's own. Where a
//! source does not say what its headings are, they are known by their words and by what stands around them.

use super::{
    Kind, Label, NoteMark, OpenEnd, Pair, Paragraph, Role, Section, SectionKind, pair,
    plain::label, signed,
};
use std::ops::Range;

/// The longest heading, in characters.
const LONGEST: usize = 110;
/// The shortest paragraph under a heading, in characters.
const LEAST_TEXT: usize = 40;

/// A paragraph as far as it tells where headings are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'text> {
    pub(crate) words: &'text str,
    /// Whether it can be a heading or text: no line of a head, no item, no row, no signature.
    pub(crate) plain: bool,
}

/// How deep the heading lies that each paragraph is, 1 for the highest; none for one that is no heading.
pub(crate) fn headings(lines: &[Line<'_>]) -> Vec<Option<u8>> {
    let mut found: Vec<Option<u8>> = lines.iter().map(|line| level(*line)).collect();
    let numbered = |at: usize| numbered(lines[at].words).is_some();
    // From the end up, as a heading may stand over another; two numbers under each other are a list.
    for at in (0..lines.len()).rev() {
        let over = match lines.get(at + 1) {
            Some(next) if next.plain && found[at + 1].is_none() => is_text(next.words),
            Some(next) if next.plain => {
                found[at + 1] > found[at] || numbered(at) != numbered(at + 1)
            }
            Some(next) => item(next.words),
            None => false,
        };
        found[at] = found[at].filter(|_| over);
    }
    for at in 1..lines.len() {
        let above = lines[at - 1];
        let parted = !above.plain || ends(above.words) || found[at - 1].is_some();
        found[at] = found[at].filter(|_| parted);
    }
    found
}

/// Whether words are an item of a list in a text that does not say so: a sign stands before them, or a number
/// before what ends as an item does.
pub(crate) fn item(words: &str) -> bool {
    label(words).is_some() && (numbered(words).is_none() || ends(words))
}

/// How deep the heading lies that words could be.
fn level(line: Line<'_>) -> Option<u8> {
    let words = line.words;
    let title = numbered(words).map_or(words, |(_, title)| title);
    let starts = title.starts_with(|c: char| c.is_uppercase());
    let closed = words.ends_with(|c: char| ".,:;?!…".contains(c));
    let told = [
        "Geachte ",
        "Hoogachtend",
        "Met vriendelijke groet",
        "Beste ",
    ];
    let other = told.iter().any(|start| words.starts_with(start))
        || pair::heading(words).is_some()
        || pair::answer(words).is_some()
        || signed::is_office(words);
    let may_be = line.plain
        && starts
        && !closed
        && !other
        && words.chars().nth(LONGEST).is_none()
        && title.chars().filter(|c| c.is_alphabetic()).count() > 3;
    may_be.then(|| numbered(words).map_or(1, |(depth, _)| depth))
}

/// The depth of the number that words start with (`2.1` has 2), and the words behind it.
pub(crate) fn numbered(words: &str) -> Option<(u8, &str)> {
    let (number, title) = words.split_once(' ')?;
    let parts: Vec<&str> = number.trim_end_matches(['.', ')']).split('.').collect();
    let counted = |part: &&str| {
        let digits = part.len() < 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        let letter = part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_uppercase());
        let roman = part.len() < 5 && part.bytes().all(|byte| b"IVX".contains(&byte));
        !part.is_empty() && (digits || letter || roman)
    };
    let all = parts.iter().all(counted);
    all.then_some((
        u8::try_from(parts.len()).unwrap_or(u8::MAX),
        title.trim_start(),
    ))
}

/// Whether a paragraph ends as a sentence does, or as what is said to somebody.
fn ends(words: &str) -> bool {
    let closers = |c: char| c.is_ascii_digit() || "»”’\")".contains(c);
    words
        .trim_end_matches(closers)
        .ends_with(['.', '?', '!', ':', ';', ','])
}

/// Whether a paragraph is running text.
fn is_text(words: &str) -> bool {
    ends(words) && words.chars().nth(LEAST_TEXT).is_some()
}

/// A letter in the making, as far as its parts go.
pub(super) struct Whole<'letter> {
    pub(super) text: &'letter str,
    pub(super) paragraphs: &'letter mut Vec<Paragraph>,
    pub(super) sections: &'letter mut Vec<Section>,
    pub(super) marks: &'letter mut Vec<NoteMark>,
    pub(super) open_ends: &'letter mut Vec<OpenEnd>,
    /// What a paragraph is that is not running text, by index.
    pub(super) kinds: &'letter mut Vec<(usize, Kind)>,
}

/// Words under which letters close, as they are written in small letters.
const CLOSING: [&str; 16] = [
    "tot slot",
    "slot",
    "ten slotte",
    "tenslotte",
    "slotwoord",
    "slotopmerking",
    "slotopmerkingen",
    "slotbeschouwing",
    "afsluiting",
    "afsluitend",
    "conclusie",
    "conclusies",
    "vervolg",
    "vervolgproces",
    "vervolgstappen",
    "vervolgaanpak",
];

/// Whether words are a heading under which letters close, with its number or without.
pub(crate) fn closes(words: &str) -> bool {
    let title = numbered(words).map_or(words, |(_, title)| title);
    title.len() < 24
        && CLOSING.contains(&title.trim_end_matches([':', '.']).to_lowercase().as_str())
}

impl Whole<'_> {
    /// Parts the one section of a letter without pairs at its headings, and the last section of one with pairs where
    /// the letter closes.
    pub(super) fn part(&mut self) {
        let [only] = self.sections.as_slice() else {
            self.part_behind_pairs();
            return;
        };
        if only.kind != SectionKind::Opening {
            return;
        }
        debug_assert_eq!(only.paragraphs.end, self.paragraphs.len());
        let line = |paragraph: &Paragraph| {
            // What stands under the end is no list under its last line.
            let words = match paragraph.role {
                Role::Furniture => "",
                _ => &self.text[paragraph.start..paragraph.end],
            };
            let plain = paragraph.role == Role::Response && !item(words);
            Line { words, plain }
        };
        let lines: Vec<Line<'_>> = self.paragraphs.iter().map(line).collect();
        let levels = headings(&lines);
        if levels.iter().all(Option::is_none) {
            return;
        }
        // A heading right under another stays in the part of that.
        let starts = |at: usize| levels[at].is_some() && (at == 0 || levels[at - 1].is_none());
        let mut sections: Vec<Section> = Vec::new();
        let mut kept: Vec<Paragraph> = Vec::new();
        let mut moved = Vec::with_capacity(self.paragraphs.len());
        begin(&mut sections, SectionKind::Opening, 0..0, 1, 0);
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            moved.push(kept.len());
            match levels[index] {
                Some(level) if starts(index) => {
                    let heading = paragraph.start..paragraph.end;
                    begin(&mut sections, SectionKind::Part, heading, level, kept.len());
                    continue;
                }
                Some(level) => self.kinds.push((kept.len(), Kind::Heading { level })),
                None => {}
            }
            kept.push(paragraph.clone());
        }
        let count = kept.len();
        for at in 0..sections.len() {
            let end = sections
                .get(at + 1)
                .map_or(count, |next| next.paragraphs.start);
            sections[at].paragraphs.end = end;
        }
        sections.retain(|section| !section.paragraphs.is_empty());
        for mark in self.marks.iter_mut() {
            // A mark of a heading stands at the start of what follows.
            mark.byte = if starts(mark.paragraph) { 0 } else { mark.byte };
            mark.paragraph = moved[mark.paragraph].min(count - 1);
        }
        self.open_ends.retain(|end| !starts(end.place.paragraph));
        for end in self.open_ends.iter_mut() {
            end.place.paragraph = moved[end.place.paragraph];
        }
        *self.paragraphs = kept;
        *self.sections = sections;
    }
}

impl Whole<'_> {
    /// Makes a part of the end of the last response, from a heading on under which letters close.
    fn part_behind_pairs(&mut self) {
        let words = |paragraph: &Paragraph| &self.text[paragraph.start..paragraph.end];
        let Some(last) = self.sections.last_mut() else {
            return;
        };
        if last.kind != SectionKind::Recommendation {
            return;
        }
        let end = last.paragraphs.end;
        let closes = |at: &usize| {
            let own = &self.paragraphs[*at];
            own.role == Role::Response && closes(words(own))
        };
        let Some(at) = (last.paragraphs.start + 1..end.saturating_sub(1)).find(closes) else {
            return;
        };
        let heading = self.paragraphs.remove(at);
        last.paragraphs.end = at;
        let most = self
            .sections
            .iter()
            .map(|section| section.number.last())
            .max();
        let number = Label::whole(most.unwrap_or(0) + 1);
        self.sections.push(Section {
            number,
            kind: SectionKind::Part,
            pair: Pair::Recommendation,
            level: 1,
            paragraphs: at..end - 1,
            heading: heading.start..heading.end,
        });
        for mark in self.marks.iter_mut().filter(|mark| mark.paragraph >= at) {
            // A mark of a heading stands at the start of what follows.
            mark.byte = if mark.paragraph == at { 0 } else { mark.byte };
            mark.paragraph = at.max(mark.paragraph - 1);
        }
        self.open_ends.retain(|end| end.place.paragraph != at);
        for end in self.open_ends.iter_mut() {
            end.place.paragraph -= usize::from(end.place.paragraph > at);
        }
    }
}

/// Adds a section that starts at a paragraph; those of the letter's own headings are counted from 1.
fn begin(
    sections: &mut Vec<Section>,
    kind: SectionKind,
    heading: Range<usize>,
    level: u8,
    first: usize,
) {
    let number = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    sections.push(Section {
        number: Label::whole(number),
        kind,
        pair: Pair::Recommendation,
        level,
        paragraphs: first..first,
        heading,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Hier staat een zin die lang genoeg is om een alinea te zijn.";

    #[test]
    fn headings_are_known_by_what_stands_around_them() {
        for (words, found) in [
            (&["Belang van het akkoord", TEXT][..], &[Some(1), None][..]),
            (
                &["1. Inleiding", TEXT, "1.1 Aanleiding", TEXT],
                &[Some(1), None, Some(2), None],
            ),
            // One over another.
            (&["2 Beleid", "Algemeen", TEXT], &[Some(1), Some(1), None]),
            (
                &["2 Beleid", "2.1 Algemeen", TEXT],
                &[Some(1), Some(2), None],
            ),
            // A list.
            (
                &["1. Korte brieven", "2. Heldere taal", TEXT],
                &[None, None, None],
            ),
            // No sentence ends above it: it goes on.
            (
                &["dit loopt door naar", "De volgende regel", TEXT],
                &[None, None, None],
            ),
            (&["Geachte voorzitter,", TEXT], &[None, None]),
            (&["Hoogachtend", TEXT], &[None, None]),
            (&["Een zin.", TEXT], &[None, None]),
            (&["De Minister van X", TEXT], &[None, None]),
            (&["Een kop zonder tekst", "Kort."], &[None, None]),
            (&["Aan het einde"], &[None]),
            (&["3 mei 2021", TEXT], &[None, None]),
        ] {
            let lines: Vec<_> = words
                .iter()
                .map(|words| Line { words, plain: true })
                .collect();
            assert_eq!(headings(&lines), found, "{words:?}");
        }
    }

    #[test]
    fn the_words_under_which_letters_close_end_the_last_pair() {
        for (title, ends) in [
            ("Tot slot", true),
            ("3. Tot slot", true),
            ("Afsluiting", true),
            ("Vervolg:", true),
            ("Tot slot van rekening", false),
            ("Slotsom is dit", false),
        ] {
            let text = format!(
                "Geachte voorzitter,\n\nAanbeveling 1: Doe dit.\n\nReactie\n\nHet kabinet doet dit.1\n\n\
                 Aanbeveling 2: Doe dat.\n\nReactie\n\nHet kabinet doet dat.\n\n{title}\n\n\
                 Ik zal de Kamer informeren.2\n\nDe Minister van X,\n\nA. Naam\n"
            );
            let letter = crate::letter::read(text).unwrap();
            let told: Vec<_> = letter
                .sections()
                .iter()
                .map(|section| (section.number.to_string(), section.kind))
                .collect();
            let mut headings = letter.sections().iter();
            let is_own = headings.any(|section| letter.heading(section) == Some(title));
            assert_eq!(is_own, ends, "{title}: {told:?}");
            let promise = (0..letter.paragraphs().len())
                .find(|at| letter.paragraph(*at).starts_with("Ik zal"))
                .unwrap();
            let address = letter.address(promise).unwrap().to_string();
            assert_eq!(address, if ends { "3.1" } else { "2.4" }, "{title}");
            assert_eq!(letter.marks_in(promise).len(), 1);
            assert_eq!(letter.signatories().len(), 1);
        }
    }
}
