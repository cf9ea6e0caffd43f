//! The sentence that a stretch of text stands in.

use std::ops::Range;

/// Abbreviations with a full stop that ends no sentence.
const ABBREVIATIONS: [&str; 12] = [
    "etc", "nr", "art", "bijv", "o.a", "d.w.z", "m.b.t", "t.a.v", "i.h.k.v", "resp", "drs", "mr",
];

/// The bytes of the sentence or sentences of `text` that hold `range`, without space around. Only they
/// are looked at, however long the text.
#[must_use]
pub fn around(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start]
        .rmatch_indices(STOPS)
        .filter_map(|(at, _)| Boundary::at(text, at))
        .find(|boundary| boundary.next <= range.start)
        .map_or(0, |boundary| boundary.next);
    // The mark that ends the sentence may be the last in the range, closing marks behind it.
    let held = text[..range.end].trim_end_matches(CLOSING);
    let last = held.strip_suffix(STOPS).unwrap_or(held).len();
    let end = text[last..]
        .match_indices(STOPS)
        .filter_map(|(at, _)| Boundary::at(text, last + at))
        .find(|boundary| boundary.end >= range.end)
        .map_or(text.len(), |boundary| boundary.end);
    start..end.max(start)
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

/// The sentence of `text` that holds `range`, so much of it as stands within `most` bytes before and behind: a
/// text without full stops may go on for megabytes.
#[must_use]
pub fn near(text: &str, range: Range<usize>, most: usize) -> Near {
    let from = (range.start.saturating_sub(most)..=range.start)
        .find(|&byte| text.is_char_boundary(byte))
        .unwrap_or(range.start);
    let to = (range.end..=(range.end + most).min(text.len()))
        .rfind(|&byte| text.is_char_boundary(byte))
        .unwrap_or(range.end);
    let inside = around(&text[from..to], range.start - from..range.end - from);
    let (start, end) = (from + inside.start, from + inside.end);
    Near {
        start,
        end,
        cut: [
            start == from && from > 0 && start < range.start,
            end == to && to < text.len(),
        ],
    }
}

/// The marks that may end a sentence.
const STOPS: [char; 3] = ['.', '!', '?'];

/// The marks that close what a sentence ends with.
const CLOSING: [char; 5] = ['»', '”', '’', ')', '"'];

struct Boundary {
    /// The byte after the closing mark.
    end: usize,
    /// Where the next sentence starts.
    next: usize,
}

impl Boundary {
    /// The boundary that the stop at this byte makes, if it ends a sentence.
    fn at(text: &str, at: usize) -> Option<Self> {
        let behind = &text[at + 1..];
        let end = text.len() - behind.trim_start_matches(CLOSING).len();
        let first = text[end..].strip_prefix(' ')?.chars().next()?;
        let starts = first.is_uppercase() || matches!(first, '«' | '‘' | '“' | '(');
        let next = end + 1;
        (starts && !abbreviates(&text[..at])).then_some(Self { end, next })
    }
}

fn abbreviates(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    let initial = word.rsplit('.').next().is_some_and(|last| {
        let mut letters = last.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    initial
        || ABBREVIATIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_what_only_looks_like_an_end() {
        for (text, inside, sentence) in [
            ("Een. Twee drie. Vier.", "drie", "Twee drie."),
            ("Een. Twee drie. Vier.", "Een", "Een."),
            ("Een. Twee drie. Vier.", "Vier", "Vier."),
            (
                "Zie nr. 9 van D.M. Weel etc. Daarna.",
                "Weel",
                "Zie nr. 9 van D.M. Weel etc. Daarna.",
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
            assert_eq!(&text[around(text, start..start + inside.len())], sentence);
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
            let start = text.find(inside).unwrap();
            let near = near(text, start..start + inside.len(), most);
            assert_eq!(text[near.start..near.end].trim(), shown.trim(), "{text}");
            assert_eq!(near.cut, cut, "{text}");
        }
    }

    #[test]
    fn looking_nearby_finds_what_reading_from_the_start_finds() {
        let plain = |text: &str, range: Range<usize>| {
            let (mut start, mut end) = (0, text.len());
            for (at, _) in text.match_indices(STOPS) {
                let Some(boundary) = Boundary::at(text, at) else {
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
                        around(text, start..end),
                        plain(text, start..end),
                        "{start}..{end}"
                    );
                }
            }
        }
    }
}
