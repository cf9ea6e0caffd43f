//! The parts of a letter that answers nothing by number: they start at headings of the letter's own. Where a
//! source does not say what its headings are, they are known by their words and by what stands around them.

mod whole;

use super::{pair, plain::label, signed};
pub(super) use whole::Whole;

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
    let number = |at: usize| Number::before(lines[at].words).map(|(number, _)| number);
    // From the end up, as a heading may stand over another; two numbers of one kind under each other are a list.
    for at in (0..lines.len()).rev() {
        let over = match lines.get(at + 1) {
            // Over an office stands who signed before.
            Some(next) if next.plain && found[at + 1].is_none() => {
                is_text(next.words) && !signed::is_office(next.words)
            }
            Some(next) if next.plain => {
                let (own, next) = (number(at), number(at + 1));
                found[at + 1] > found[at] || own.map(|own| own.sort) != next.map(|next| next.sort)
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
    deepen(lines, &mut found);
    found
}

/// Puts headings with numbers of another sort as deep as they lie, `1.` below `I.`, and those without a number below
/// the numbered one that the first of them stands right under.
fn deepen(lines: &[Line<'_>], found: &mut [Option<u8>]) {
    let mut sorts: Vec<Sort> = Vec::new();
    // How deep the last heading with a number lies, and whether those without one lie below it.
    let mut above: Option<(usize, u8)> = None;
    let mut within = false;
    for at in 0..lines.len() {
        let Some(level) = &mut found[at] else {
            continue;
        };
        if let Some((number, _)) = Number::before(lines[at].words) {
            let deeper = sorts.iter().position(|sort| *sort == number.sort);
            let deeper = deeper.unwrap_or_else(|| {
                sorts.push(number.sort);
                sorts.len() - 1
            });
            *level = level.saturating_add(u8::try_from(deeper).unwrap_or(u8::MAX));
            (above, within) = (Some((at, *level)), false);
        } else if let Some((numbered, own)) = above {
            within = (within || at == numbered + 1) && !closes(lines[at].words);
            *level = if within {
                own.saturating_add(1)
            } else {
                *level
            };
        }
    }
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

/// What a number of a heading is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Digits,
    Roman,
    Letter,
}

/// The number of a heading: `2.1`, `IV.`, `A.`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    sort: Sort,
    /// Of how many parts it is: `2.1` of 2.
    depth: u8,
}

impl Number {
    /// The number that words start with, and the words behind it.
    fn before(words: &str) -> Option<(Self, &str)> {
        let (number, title) = words.split_once(' ')?;
        let mut parts = number.trim_end_matches(['.', ')']).split('.');
        let first = Sort::of(parts.next()?)?;
        let depth = parts.try_fold(1_u8, |depth, part| {
            Sort::of(part).map(|_| depth.saturating_add(1))
        })?;
        Some((Self { sort: first, depth }, title.trim_start()))
    }
}

impl Sort {
    /// What a part of a number is made of; nothing where it is no part of one.
    fn of(part: &str) -> Option<Self> {
        let all = |is: fn(&u8) -> bool| !part.is_empty() && part.bytes().all(|byte| is(&byte));
        if all(u8::is_ascii_digit) {
            (part.len() < 3).then_some(Self::Digits)
        } else if all(|byte| b"IVX".contains(byte)) {
            (part.len() < 5).then_some(Self::Roman)
        } else {
            (part.len() == 1 && all(u8::is_ascii_uppercase)).then_some(Self::Letter)
        }
    }
}

/// The depth of the number that words start with (`2.1` has 2), and the words behind it.
pub(crate) fn numbered(words: &str) -> Option<(u8, &str)> {
    Number::before(words).map(|(number, title)| (number.depth, title))
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
            (&["2 Beleid", "Algemeen", TEXT], &[Some(1), Some(2), None]),
            (
                &["2 Beleid", "2.1 Algemeen", TEXT],
                &[Some(1), Some(2), None],
            ),
            (
                &["I. ALGEMEEN", "1. Inleiding", TEXT, "2. Gevolgen", TEXT],
                &[Some(1), Some(2), None, Some(2), None],
            ),
            (
                &[
                    "Deel A",
                    "A. Beleid",
                    "1. Straks",
                    TEXT,
                    "B. Uitvoering",
                    TEXT,
                ],
                &[Some(1), Some(1), Some(2), None, Some(1), None],
            ),
            // One that stands right under a number, and its siblings.
            (
                &[
                    "2.1 Moties",
                    "Motie van het lid A",
                    TEXT,
                    "Motie van het lid B",
                    TEXT,
                    "Tot slot",
                    TEXT,
                ],
                &[Some(2), Some(3), None, Some(3), None, Some(1), None],
            ),
            (
                &["2 Beleid", TEXT, "Gevolgen", TEXT],
                &[Some(1), None, Some(1), None],
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
    fn every_heading_starts_a_part_also_right_under_another() {
        for titles in [
            &["I. ALGEMEEN", "1. Inleiding", "2. Gevolgen"][..],
            &[
                "2.1 Moties",
                "Motie van het lid Podt",
                "Motie van het lid Naam",
            ],
            &["Deel twee", "3. Waterstof", "4. Groen gas"],
            &["A. Algemeen deel", "I. Aanleiding", "II. Vervolg"],
            &["1 Beleid", "1.1 Vandaag", "1.2 Straks"],
        ] {
            let [over, first, second] = titles else {
                panic!()
            };
            let text = format!(
                "Geachte voorzitter,\n\n{over}\n\n{first}\n\n{TEXT}\n\n{second}\n\n{TEXT}\n\n{TEXT}"
            );
            let letter = crate::letter::read(text).unwrap();
            let own: Vec<_> = letter.sections().iter().collect();
            let headings: Vec<_> = own.iter().filter_map(|own| letter.heading(own)).collect();
            assert_eq!(headings, *titles);
            let counts: Vec<_> = own.iter().map(|own| own.paragraphs.len()).collect();
            assert_eq!(counts, [1, 1, 1, 2], "{over}");
            assert_eq!(letter.paragraph(own[1].paragraphs.start), "");
            assert_eq!(letter.paragraph(own[2].paragraphs.start), TEXT);
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
