//! The sentence that a stretch of text stands in.

mod stop;

use crate::letter::{Letter, Span};
use std::ops::Range;

/// How far from a place it is looked how a word is used, in bytes and in paragraphs either side: as much of a
/// letter as costs a key nothing.
const ELSEWHERE: (usize, usize) = (4_000, 8);

/// How far a bracket is looked for that a stop stands in, in bytes.
const BRACKETED: usize = 400;

/// The bytes of the sentence or sentences of a paragraph that hold a span, without space around. Only they
/// are looked at, however long the paragraph.
#[must_use]
pub fn around(letter: &Letter, span: Span) -> Range<usize> {
    let text = letter.paragraph(span.paragraph);
    let paragraph = span.paragraph;
    Sentences {
        text,
        letter,
        paragraph,
    }
    .around(span.range())
}

/// The same as a span.
#[must_use]
pub fn whole(letter: &Letter, span: Span) -> Span {
    let Range { start, end } = around(letter, span);
    Span { start, end, ..span }
}

/// A sentence, as far as it is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether it goes on before that, and behind it.
    pub cut: [bool; 2],
}

/// The sentence that holds a span, so much of it as stands within `most` bytes before and behind: a
/// text without full stops may go on for megabytes.
#[must_use]
pub fn near(letter: &Letter, span: Span, most: usize) -> Near {
    let text = letter.paragraph(span.paragraph);
    let (from, to) = window(text, span.range(), most);
    let sentences = Sentences {
        text: &text[from..to],
        letter,
        paragraph: span.paragraph,
    };
    let inside = sentences.around(span.start - from..span.end - from);
    let (start, end) = (from + inside.start, from + inside.end);
    Near {
        start,
        end,
        cut: [
            start == from && from > 0 && start < span.start,
            end == to && to < text.len(),
        ],
    }
}

/// The bytes within `most` before and behind a range, between characters.
fn window(text: &str, range: Range<usize>, most: usize) -> (usize, usize) {
    let from = (range.start.saturating_sub(most)..=range.start)
        .find(|&byte| text.is_char_boundary(byte))
        .unwrap_or(range.start);
    let to = (range.end..=range.end.saturating_add(most).min(text.len()))
        .rfind(|&byte| text.is_char_boundary(byte))
        .unwrap_or(range.end);
    (from, to)
}

/// The marks that may end a sentence.
const STOPS: [char; 4] = ['.', '!', '?', '…'];

/// The marks that close what a sentence ends with.
const CLOSING: [char; 9] = ['»', '”', '’', ')', '"', '\'', ']', '“', '›'];

/// The marks that open what a sentence starts with.
const OPENING: [char; 10] = ['«', '‘', '“', '(', '"', '\'', '[', '„', '‚', '’'];

/// A text that is read sentence by sentence, and where it stands: how its words are used elsewhere says
/// which of them are cut.
struct Sentences<'a> {
    text: &'a str,
    letter: &'a Letter,
    paragraph: usize,
}

/// Where a sentence ends and another starts.
struct Boundary {
    /// The byte after the closing mark.
    end: usize,
    /// Where the next sentence starts.
    next: usize,
}

impl<'a> Sentences<'a> {
    fn around(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text;
        let start = text[..range.start]
            .rmatch_indices(STOPS)
            .filter_map(|(at, stop)| self.boundary(at, stop))
            .find(|boundary| boundary.next <= range.start)
            .map_or(0, |boundary| boundary.next);
        // The mark that ends the sentence may be the last in the range, closing marks behind it.
        let held = text[..range.end].trim_end_matches(CLOSING);
        let last = held.strip_suffix(STOPS).unwrap_or(held).len();
        let end = text[last..]
            .match_indices(STOPS)
            .filter_map(|(at, stop)| self.boundary(last + at, stop))
            .find(|boundary| boundary.end >= range.end)
            .map_or(text.len(), |boundary| boundary.end);
        start..end.max(start)
    }

    /// The boundary that the stop at this byte makes, if it ends a sentence.
    fn boundary(&self, at: usize, stop: &str) -> Option<Boundary> {
        let behind = &self.text[at + stop.len()..];
        let closed = behind.trim_start_matches(CLOSING);
        let next = closed.trim_start_matches(char::is_whitespace);
        let opened = next.trim_start_matches(OPENING);
        let first = opened.chars().next()?;
        if next.len() == closed.len() || !starts(next, opened, first) {
            return None;
        }
        let ends = stop != "." || stop::ends(&self.text[..at], next, self.elsewhere());
        let boundary = Boundary {
            end: self.text.len() - closed.len(),
            next: self.text.len() - next.len(),
        };
        (ends && !self.is_bracketed(at, boundary.end)).then_some(boundary)
    }

    /// Whether a stop stands inside round brackets that were opened within a sentence: what they hold is part
    /// of it, whole sentences too.
    fn is_bracketed(&self, at: usize, end: usize) -> bool {
        let (from, to) = window(self.text, at..end, BRACKETED);
        let Some(open) = unmatched(self.text[from..at].char_indices().rev(), ')', '(') else {
            return false;
        };
        let closes = || unmatched(self.text[end..to].char_indices(), '(', ')').is_some();
        let before = self.text[..from + open].trim_end();
        let starts_a_sentence = before.is_empty() || before.ends_with(STOPS);
        !starts_a_sentence && closes()
    }

    /// The text near this one in the letter, the nearest paragraphs first.
    fn elsewhere(&self) -> impl Iterator<Item = &'a str> {
        let (bytes, paragraphs) = ELSEWHERE;
        let (letter, own) = (self.letter, self.paragraph);
        let last = letter.paragraphs().len();
        let others = (1..=paragraphs).flat_map(move |away| {
            let after = own.saturating_add(away);
            [own.checked_sub(away), (after < last).then_some(after)]
        });
        let near = [Some(own)].into_iter().chain(others).flatten();
        near.map(move |index| {
            let text = letter.paragraph(index);
            &text[..window(text, 0..0, bytes).1]
        })
    }
}

/// Whether a sentence starts where `next` stands: with a capital or a digit, or with marks that open
/// something; `’s Avonds` does too.
fn starts(next: &str, opened: &str, first: char) -> bool {
    let cut = ["’s ", "’t ", "'s ", "'t ", "’n ", "'n "];
    let behind = cut.iter().find_map(|cut| next.strip_prefix(cut));
    match behind {
        Some(behind) => behind.starts_with(char::is_uppercase),
        None => first.is_uppercase() || first.is_ascii_digit() || opened.len() < next.len(),
    }
}

/// Where the first of these characters stands that opens (or closes) without its counterpart before it.
fn unmatched(
    characters: impl Iterator<Item = (usize, char)>,
    deeper: char,
    wanted: char,
) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in characters {
        if c == deeper {
            depth += 1;
        } else if c == wanted {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(at),
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    /// The sentence that holds a range of a text, which stands in none of the paragraphs of a letter.
    fn around(letter: &Letter, text: &str, range: Range<usize>) -> Range<usize> {
        let paragraph = 0;
        Sentences {
            text,
            letter,
            paragraph,
        }
        .around(range)
    }

    #[test]
    fn sentences_and_what_only_looks_like_an_end() {
        for (text, inside, sentence) in [
            ("Een. Twee drie. Vier.", "drie", "Twee drie."),
            ("Een. Twee drie. Vier.", "Een", "Een."),
            ("Een. Twee drie. Vier.", "Vier", "Vier."),
            (
                "Zie nr. 9 van D.M. Weel etc. Daarna.",
                "Weel",
                "Zie nr. 9 van D.M. Weel etc.",
            ),
            ("Hij zei «nee». Zij ook.", "nee", "Hij zei «nee»."),
            ("Een. Twee. Drie.", "Een. Twee", "Een. Twee."),
            ("zonder einde", "einde", "zonder einde"),
            ("Een »nee.») Twee. Drie.", "nee.»", "Een »nee.»)"),
            ("Een »nee.») Twee. Drie.", "»)", "Een »nee.»)"),
            ("Een. Twee. Drie.", ". T", "Een. Twee."),
            ("Een. Twee.", "", "Een."),
        ] {
            let start = text.find(inside).unwrap();
            let range = start..start + inside.len();
            assert_eq!(&text[around(&embedded(), text, range)], sentence);
        }
    }

    #[test]
    fn a_sentence_without_an_end_is_taken_as_far_as_it_is_near() {
        for (text, inside, most, shown, cut) in [
            (
                "Een. Twee drie. Vier.",
                "drie",
                40,
                "Twee drie.",
                [false, false],
            ),
            (
                "een twee drie vier vijf",
                "drie",
                5,
                "twee drie vier",
                [true, true],
            ),
            ("één twee ééén vier", "twee", 4, "én twee é", [true, true]),
            ("drie vier", "drie", 0, "drie", [false, true]),
            (
                "Een. Twee drie vier",
                "Twee",
                6,
                "Twee drie ",
                [false, true],
            ),
        ] {
            let letter = read(text).unwrap();
            let start = letter.paragraph(0).find(inside).unwrap();
            let span = Span {
                paragraph: 0,
                start,
                end: start + inside.len(),
            };
            let near = near(&letter, span, most);
            assert_eq!(text[near.start..near.end].trim(), shown.trim(), "{text}");
            assert_eq!(near.cut, cut, "{text}");
        }
    }

    #[test]
    fn looking_nearby_finds_what_reading_from_the_start_finds() {
        let letter = &embedded();
        let plain = |text: &str, range: Range<usize>| {
            let sentences = Sentences {
                text,
                letter,
                paragraph: 0,
            };
            let (mut start, mut end) = (0, text.len());
            for (at, stop) in text.match_indices(STOPS) {
                let Some(boundary) = sentences.boundary(at, stop) else {
                    continue;
                };
                if boundary.next <= range.start {
                    start = boundary.next;
                }
                if boundary.end >= range.end {
                    end = boundary.end;
                    break;
                }
            }
            start..end.max(start)
        };
        for text in [
            "Een. «Twee.») Drie!? Vier... «Vijf». etc. Zes. D.M. van Weel. Zeven",
            ". A. » É.) (B.\") .. C! ? D",
        ] {
            let ends = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (start, end) in ends().flat_map(|start| ends().map(move |end| (start, end))) {
                if start <= end {
                    assert_eq!(
                        around(letter, text, start..end),
                        plain(text, start..end),
                        "{start}..{end}"
                    );
                }
            }
        }
    }

    /// The sentences of a text, with `|` between them.
    fn parted(text: &str) -> String {
        let letter = read(text).unwrap();
        let text = letter.paragraph(0);
        let mut parts = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let span = Span {
                paragraph: 0,
                start: at,
                end: at,
            };
            let found = super::around(&letter, span);
            parts.push(&text[found.clone()]);
            let rest = &text[found.end..];
            at = found.end + rest.len() - rest.trim_start().len();
        }
        parts.join("|")
    }

    #[test]
    fn a_stop_ends_a_sentence_by_what_stands_before_and_behind_it() {
        let mut wrong = Vec::new();
        for parts in [
            "Het woord was aan mw. Jansen en dhr. De Vries.|Daarna sprak drs. K. Bakker.",
            "Dr. Ir. A.B. van den Berg en prof. mr. Ing. Smit waren er.|Zij spraken.",
            "Subsidie i.p.v. Europese steun, vgl. Kamerstuk 12, de zgn. Brede aanpak.|Dat was het.",
            "Naar St. Maarten, incl. BES en excl. Aruba, min. Schoof en de min. Van Weel.|Klaar.",
            "Het duurt 5 min.|Daarna is het min. 10 graden.",
            "Op 3 mei jl. Kamerstuk 5 gelezen.|In de brief van 3 mei jl. Minister Bruins.",
            "Stuur dit a.u.b. Uw brief volgt, bijv. Engels, o.a. Frans, t.a.v. Mevrouw De Wit.",
            "Zie art. 5 en nr. 9.|Het blijft zo, etc.|Daarom niet.",
            "Het budget daalt.|42 landen doen mee.|In 2025.|3 posten sluiten, ca. 12 in art. 3.",
            "Gebeld op 3 okt. 2025, zie blz. 12, fig. 3 en p. 4.|Zo is het.",
            "Het mkb.|Nederland steunt het mkb in dit jaar.",
            "De ngo’s.|Nederland steunt ze (zie bijlage. Daarin staat meer) ook hier.|Klaar.",
            "Dat kan.|(Zie ook bijlage 2.)|Verder: «Wij gaan.»|“Zij ook!”|’s Avonds niet.",
            "Eén … en twee…|Drie?|Ja!|De VN.|Europa wil het, de EU.|27 landen niet.",
            "Zie onder A.|Daarna hoofdstuk V.|Het einde.",
            "1. Doe dit.|2. Doe dat nr. 9.|Het is klaar.",
            "Genoemd zijn de i.g.v. Organisaties, gem. Utrecht en de gem. utrecht.|Dan niet.",
        ] {
            let found = parted(&parts.replace('|', " "));
            wrong.extend((found != parts).then_some((found, parts)));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
