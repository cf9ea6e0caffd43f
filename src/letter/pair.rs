//! What a letter answers, by its own words: recommendations, questions and the like, each under a heading of a
//! word and a number; and where the answer to one starts.
//!
//! A heading stands at the start of a paragraph, and a sign or the end follows on its number; the numbers go up.
//! A list of contents has the same lines, which come back. Questions are pairs only where answers have headings
//! too, so that a list of questions, or a letter that mentions one, is not taken for pairs. Where there are no such
//! headings, recommendations may be counted in words or summed up first (`summed`); where one ends that has no heading
//! over its answer, who speaks tells (`answered`, `voice`).

mod answered;
mod asked;
mod counted;
mod found;
mod ordered;
mod summed;
mod voice;

use super::Label;
use crate::text::plain::plain;
pub(crate) use answered::place_answers;
pub(crate) use found::{Opens, Piece, Start, find};

/// What a section of a letter answers.
#[derive(
    serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
)]
pub enum Pair {
    /// What an advisory council recommends.
    Recommendation,
    /// What was asked.
    Question,
    /// What was concluded.
    Conclusion,
    /// An advice, where a letter answers several.
    Advice,
    /// A motion of parliament.
    Motion,
}

/// The words of headings, the longer first, as they are written in small letters.
const WORDS: [(&str, Pair); 11] = [
    ("aanbevelingen", Pair::Recommendation),
    ("aanbeveling", Pair::Recommendation),
    ("recommendations", Pair::Recommendation),
    ("recommendation", Pair::Recommendation),
    ("vragen", Pair::Question),
    ("vraag", Pair::Question),
    ("conclusies", Pair::Conclusion),
    ("conclusie", Pair::Conclusion),
    ("adviezen", Pair::Advice),
    ("advies", Pair::Advice),
    ("motie", Pair::Motion),
];

/// The words that a heading of an answer starts with, the longer first.
const ANSWERS: [&str; 16] = [
    "reactie van het kabinet",
    "reactie van de regering",
    "reactie kabinet",
    "reactie regering",
    "kabinetsreactie",
    "reactie",
    "appreciatie van het kabinet",
    "appreciatie kabinet",
    "appreciatie",
    "beantwoording",
    "antwoorden",
    "antwoord",
    "government response",
    "response",
    "answer",
    "ad",
];

impl Pair {
    /// All of them; of two that go by numbers alone, the first does.
    pub const ALL: [Self; 5] = [
        Self::Recommendation,
        Self::Question,
        Self::Conclusion,
        Self::Advice,
        Self::Motion,
    ];

    /// The Dutch word for one, as addresses and citations have it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recommendation => "aanbeveling",
            Self::Question => "vraag",
            Self::Conclusion => "conclusie",
            Self::Advice => "advies",
            Self::Motion => "motie",
        }
    }

    /// The stable English name, as our data calls it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Recommendation => "recommendation",
            Self::Question => "question",
            Self::Conclusion => "conclusion",
            Self::Advice => "advice",
            Self::Motion => "motion",
        }
    }

    /// What the answer to one is called in a citation.
    #[must_use]
    pub const fn answer(self) -> &'static str {
        match self {
            Self::Question => "antwoord op",
            _ => "reactie op",
        }
    }
}

/// A heading at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) pair: Pair,
    pub(crate) label: Label,
    /// How many bytes it takes, the sign behind it included.
    pub(crate) length: usize,
}

/// The longest heading, in chars, and the longest words in brackets in one, in bytes.
const LONGEST: usize = 60;

/// How many bytes of a text are these words in small letters, whatever letters it has.
fn starts(text: &str, words: &str) -> Option<usize> {
    let start = text.get(..words.len())?;
    let fits = start.eq_ignore_ascii_case(words);
    let behind = text[words.len()..].chars().next();
    (fits && !behind.is_some_and(char::is_alphanumeric)).then_some(words.len())
}

/// How many bytes a sign takes that ends a heading; 0 at the end of the text.
fn separator(rest: &str) -> Option<usize> {
    for sign in [":", ".", " –", " -", "–"] {
        if let Some(text) = rest.strip_prefix(sign)
            && (text.is_empty() || text.starts_with(' '))
        {
            return Some(sign.len());
        }
    }
    if rest.is_empty() {
        return Some(0);
    }
    // Who is meant may stand between: `Aanbeveling 1 (aan de minister): …`.
    let inner = rest.strip_prefix(" (")?;
    let meant = inner.find(')').filter(|end| *end < LONGEST)?;
    let behind = &inner[meant + 1..];
    let told = !behind.starts_with(" (");
    Some(3 + meant + separator(behind).filter(|_| told)?)
}

/// The longest label at the start of a text that the heading ends behind, and how many bytes that takes.
fn numbered(text: &str) -> Option<(Label, usize)> {
    Label::read(text)
        .into_iter()
        .rev()
        .find_map(|(label, length)| Some((label, length + separator(&text[length..])?)))
        .filter(|(label, _)| label.first() > 0)
}

/// The heading of a pair at the start of a line.
pub(crate) fn heading(line: &str) -> Option<Heading> {
    // Most lines start otherwise, and there may be very many.
    if line.starts_with(|c: char| c.is_ascii_digit()) {
        return counted_heading(line);
    }
    if line.starts_with(['D', 'E', 'N', 'T', 'V', 'Z'])
        && let Some(heading) = ordinal_heading(line)
    {
        return Some(heading);
    }
    if !line.starts_with(['A', 'C', 'M', 'R', 'V']) {
        return None;
    }
    if has_odd_space(line) {
        let (plain, ends) = plain(line);
        let heading = heading(&plain)?;
        return Some(Heading {
            length: ends[heading.length],
            ..heading
        });
    }
    let (word, pair) = WORDS
        .iter()
        .find_map(|(word, pair)| Some((starts(line, word)?, *pair)))?;
    let number = line[word..].strip_prefix(' ')?;
    let (label, length) = numbered(number).or_else(|| in_words(number))?;
    Some(Heading {
        pair,
        label,
        length: word + 1 + length,
    })
}

/// A number in words or in Roman figures that the heading ends behind, and how many bytes that takes.
fn in_words(text: &str) -> Option<(Label, usize)> {
    let word = text
        .find(|c: char| !c.is_alphabetic())
        .map_or(text, |end| &text[..end]);
    let number = counted::number(word)?;
    let sign = separator(&text[word.len()..])?;
    Some((Label::whole(number), word.len() + sign))
}

/// The heading of a pair whose number stands before its word: `1. Aanbeveling: …`. Without the colon it is a heading of
/// the letter's own.
fn counted_heading(line: &str) -> Option<Heading> {
    let (number, rest) = line.split_once(' ')?;
    let number: u32 = number.strip_suffix(['.', ')'])?.parse().ok()?;
    let pairs = [
        ("aanbeveling", Pair::Recommendation),
        ("vraag", Pair::Question),
    ];
    let (length, pair) = pairs
        .into_iter()
        .find_map(|(word, pair)| Some((starts(rest, word)?, pair)))?;
    let whole = (1..100).contains(&number) && rest[length..].starts_with(": ");
    whole.then(|| Heading {
        pair,
        label: Label::whole(number),
        length: line.len() - rest.len() + length + 1,
    })
}

/// The heading of a pair that starts with its number as a word: `Eerste aanbeveling:`.
fn ordinal_heading(line: &str) -> Option<Heading> {
    let (word, rest) = line.split_once(' ')?;
    let number = counted::ordinal(word)?;
    let (length, pair) = WORDS
        .iter()
        .find_map(|(word, pair)| Some((starts(rest, word)?, *pair)))?;
    let length = word.len() + 1 + length;
    Some(Heading {
        pair,
        label: Label::whole(number),
        length: length + separator(&line[length..])?,
    })
}

/// Whether a space of another kind stands where a heading may have one, as a page has that keeps a number beside its
/// word.
fn has_odd_space(line: &str) -> bool {
    let mut chars = line.chars().take(LONGEST);
    chars.any(|c| c.is_whitespace() && !c.is_ascii())
}

/// How many bytes the heading of a pair takes at the start of a line.
pub(crate) fn heading_length(line: &str) -> Option<usize> {
    heading(line).map(|heading| heading.length)
}

/// How many bytes the heading of an answer takes at the start of a line, the sign behind it included:
/// `Reactie`, `Antwoord op vraag 3:`.
pub(crate) fn answer(line: &str) -> Option<usize> {
    answer_heading(line).map(|(length, _)| length)
}

/// The same with the numbers that it answers, where it says so.
fn answer_heading(line: &str) -> Option<(usize, Option<Label>)> {
    if !line.starts_with(['A', 'B', 'G', 'K', 'R']) {
        return None;
    }
    if has_odd_space(line) {
        let (plain, ends) = plain(line);
        return answer_heading(&plain).map(|(length, label)| (ends[length], label));
    }
    let mut at = ANSWERS.iter().find_map(|words| starts(line, words))?;
    if let Some(sign) = separator(&line[at..]) {
        return Some((at + sign, None));
    }
    for joint in [" op", " to", " de", " het", " the"] {
        at += starts(&line[at..], joint).unwrap_or(0);
    }
    let rest = line[at..].strip_prefix(' ')?;
    at += 1;
    if let Some(word) = WORDS.iter().find_map(|(word, _)| starts(rest, word)) {
        at += word;
        if let Some(sign) = separator(&line[at..]) {
            return Some((at + sign, None));
        }
        at += usize::from(line[at..].starts_with(' '));
    }
    let (label, length) = numbered(&line[at..])?;
    Some((at + length, Some(label)))
}

/// Whether a line is nothing but the heading of an answer.
pub(crate) fn only_an_answer(line: &str) -> bool {
    answer(line) == Some(line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_their_false_friends() {
        for (line, found) in [
            (
                "Aanbeveling 1: Wees consequent",
                Some(("1", "Aanbeveling 1:")),
            ),
            ("Aanbeveling 2. Hanteer", Some(("2", "Aanbeveling 2."))),
            ("Aanbeveling 12 – Titel", Some(("12", "Aanbeveling 12 –"))),
            ("Aanbeveling 3", Some(("3", "Aanbeveling 3"))),
            ("AANBEVELING 3", Some(("3", "AANBEVELING 3"))),
            ("Recommendation 1: Be", Some(("1", "Recommendation 1:"))),
            (
                "Aanbevelingen 1 en 2",
                Some(("1 en 2", "Aanbevelingen 1 en 2")),
            ),
            (
                "Aanbeveling 4 t/m 6:",
                Some(("4 t/m 6", "Aanbeveling 4 t/m 6:")),
            ),
            ("Aanbeveling 7a: Doe", Some(("7a", "Aanbeveling 7a:"))),
            ("Vraag 3, 4 en 5", Some(("3, 4 en 5", "Vraag 3, 4 en 5"))),
            ("Vragen 3 4 en 5", Some(("3, 4 en 5", "Vragen 3 4 en 5"))),
            ("Conclusie 1", Some(("1", "Conclusie 1"))),
            ("Advies 1. Doe", Some(("1", "Advies 1."))),
            ("Aanbeveling\t1: Doe", None),
            (
                "Aanbeveling\u{a0}1: Doe",
                Some(("1", "Aanbeveling\u{a0}1:")),
            ),
            (
                "Vragen\u{202f}3,\u{a0}4 en\u{a0}5",
                Some(("3, 4 en 5", "Vragen\u{202f}3,\u{a0}4 en\u{a0}5")),
            ),
            (
                "Aanbeveling 1 – 3 maanden later",
                Some(("1", "Aanbeveling 1 –")),
            ),
            (
                "Eerste aanbeveling: Doe",
                Some(("1", "Eerste aanbeveling:")),
            ),
            ("Aanbeveling II: Doe", Some(("2", "Aanbeveling II:"))),
            ("Aanbeveling drie. Doe", Some(("3", "Aanbeveling drie."))),
            ("Tweede aanbeveling raakt aan", None),
            ("Aanbeveling in: x", None),
            ("Aanbeveling 4 raakt aan", None),
            ("Aanbeveling 2.1 van", None),
            ("Aanbevelingen van de raad", None),
            ("Aanbeveling 1 en de rest", None),
            ("Aanbeveling 0: niets", None),
            ("Aanbeveling", None),
            ("Vraagstuk 1: x", None),
            ("de Aanbeveling 1: x", None),
        ] {
            let got = heading(line).map(|own| (own.label.to_string(), &line[..own.length]));
            let found = found.map(|(label, heading)| (label.to_owned(), heading));
            assert_eq!(got, found, "{line}");
        }
    }

    #[test]
    fn headings_of_answers_and_their_false_friends() {
        for (line, found) in [
            ("Reactie", Some("Reactie")),
            ("REACTIE VAN HET KABINET", Some("REACTIE VAN HET KABINET")),
            ("Antwoord 3, 4 en 5", Some("Antwoord 3, 4 en 5")),
            ("Antwoord op vraag 2: Ja.", Some("Antwoord op vraag 2:")),
            (
                "Antwoord op de vragen 2 en 3",
                Some("Antwoord op de vragen 2 en 3"),
            ),
            ("Antwoord vraag 1", Some("Antwoord vraag 1")),
            ("Reactie op aanbeveling 4", Some("Reactie op aanbeveling 4")),
            (
                "Reactie op de aanbeveling",
                Some("Reactie op de aanbeveling"),
            ),
            (
                "Government response: We agree.",
                Some("Government response:"),
            ),
            ("Antwoord:", Some("Antwoord:")),
            ("Reactie op het rapport", None),
            ("Reactie op aanbeveling 4 en volgende stappen", None),
            ("Antwoord geven is lastig", None),
            ("Reacties", None),
        ] {
            assert_eq!(answer(line).map(|length| &line[..length]), found, "{line}");
        }
    }

    /// The labels of the pairs that a text of these lines has.
    fn pairs(lines: &[&'static str]) -> Vec<String> {
        let piece = |words: &&'static str| Piece {
            words,
            label: None,
            may_start: true,
        };
        find(lines.iter().map(piece))
            .iter()
            .map(|start| start.heading.label.to_string())
            .collect()
    }

    #[test]
    fn pairs_are_found_and_none_invented() {
        for (lines, expected) in [
            (
                &["Aanbeveling 1: a", "b", "Aanbeveling 2: c"][..],
                &["1", "2"][..],
            ),
            // A list of contents comes back as headings.
            (
                &[
                    "Aanbeveling 1: a",
                    "Aanbeveling 2: b",
                    "x",
                    "Aanbeveling 1: a",
                    "y",
                    "Aanbeveling 2: b",
                    "z",
                ],
                &["1", "2"],
            ),
            (
                &["Aanbeveling 1: a", "Aanbeveling 3: b", "Aanbeveling 2: c"],
                &["1", "3"],
            ),
            (&["Vraag 1", "a", "Vraag 2", "b"], &[]),
            (
                &[
                    "Vraag 1",
                    "a",
                    "Antwoord 1",
                    "b",
                    "Vraag 2",
                    "c",
                    "Antwoord",
                    "d",
                ],
                &["1", "2"],
            ),
            (&["Conclusie 1", "a", "Conclusie 2", "b"], &[]),
            (
                &[
                    "Conclusie 1",
                    "a",
                    "Reactie",
                    "b",
                    "Aanbeveling 1",
                    "c",
                    "Reactie",
                    "d",
                ],
                &["conclusie 1", "1"],
            ),
        ] {
            assert_eq!(pairs(lines), expected, "{lines:?}");
        }
    }
}
