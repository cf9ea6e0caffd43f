//! A word among its neighbours: what stands before and behind it, as far as a row has room, and the
//! order of its places by those neighbours.
//!
//! Only what a row can show is looked at, however long the paragraph.

use crate::{
    letter::{Letter, Span},
    text::fold::fold,
};
use std::{cmp::Reverse, ops::Range};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// In which order the places stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// That of the text.
    #[default]
    Place,
    /// By the words behind.
    After,
    /// By the words before, the nearest first.
    Before,
}

impl Order {
    /// The order that follows on this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Place => Self::After,
            Self::After => Self::Before,
            Self::Before => Self::Place,
        }
    }
}

/// A stretch of text beside a word, in bytes, and whether more of the paragraph is beyond it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What shows.
    pub shown: Range<usize>,
    /// Whether it goes on.
    pub cut: bool,
}

/// How many bytes are looked at for each cell; what takes no cell could go on without end.
const BYTES_A_CELL: usize = 8;

/// How far words are looked for that decide an order, in bytes, and how many count.
const NEAR: usize = 96;
const WORDS: usize = 4;

/// What stands before a byte, in at most `cells` cells, a mark where it is cut counted in.
#[must_use]
pub fn before(text: &str, end: usize, cells: usize) -> Side {
    let start = char_from(text, end.saturating_sub(cells * BYTES_A_CELL));
    let near = &text[start..end];
    if start == 0 && near.width() <= cells {
        return Side {
            shown: 0..end,
            cut: false,
        };
    }
    let fits = |at: &usize| near[*at..].width() < cells;
    let mut used = 0;
    let mut first = near.len();
    for (at, c) in near.char_indices().rev() {
        used += c.width().unwrap_or(0);
        if used >= cells {
            break;
        }
        first = at;
    }
    let first = near[first..]
        .char_indices()
        .map(|(at, _)| first + at)
        .find(fits)
        .unwrap_or(near.len());
    // The rest of a word says little; that of the only one more than nothing.
    let whole = near[..first].ends_with(' ') || first == near.len();
    let word = near[first..].find(' ').map(|space| first + space + 1);
    let first = word
        .filter(|word| !whole && *word < near.len())
        .unwrap_or(first);
    Side {
        shown: start + first..end,
        cut: true,
    }
}

/// What stands behind a byte, in at most `cells` cells, a mark where it is cut counted in.
#[must_use]
pub fn after(text: &str, start: usize, cells: usize) -> Side {
    let end = char_from(text, (start + cells * BYTES_A_CELL).min(text.len()));
    let near = &text[start..end];
    if end == text.len() && near.width() <= cells {
        return Side {
            shown: start..end,
            cut: false,
        };
    }
    let mut used = 0;
    let mut last = 0;
    for (at, c) in near.char_indices() {
        used += c.width().unwrap_or(0);
        if used >= cells {
            break;
        }
        last = at + c.len_utf8();
    }
    while near[..last].width() >= cells.max(1) {
        last = char_before(near, last);
    }
    Side {
        shown: start..start + near[..last].trim_end().len(),
        cut: true,
    }
}

fn char_from(text: &str, byte: usize) -> usize {
    (byte..text.len())
        .find(|&byte| text.is_char_boundary(byte))
        .unwrap_or(text.len())
}

fn char_before(text: &str, byte: usize) -> usize {
    (0..byte)
        .rfind(|&byte| text.is_char_boundary(byte))
        .unwrap_or(0)
}

/// Puts places into an order; those alike stand in that of the text.
pub fn sort(letter: &Letter, spans: &mut [Span], order: Order) {
    spans.sort_unstable();
    match order {
        Order::Place => {}
        Order::After => spans.sort_by_cached_key(|span| {
            let text = letter.paragraph(span.paragraph);
            let end = char_from(text, (span.end + NEAR).min(text.len()));
            let near = fold(&text[span.end..end]);
            key(words(&near))
        }),
        Order::Before => spans.sort_by_cached_key(|span| {
            let text = letter.paragraph(span.paragraph);
            let start = char_from(text, span.start.saturating_sub(NEAR));
            let near = fold(&text[start..span.start]);
            key(words(&near).rev())
        }),
    }
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The words that decide; a place that has none comes last.
fn key<'a>(words: impl Iterator<Item = &'a str>) -> (Reverse<bool>, String) {
    let mut key = String::new();
    for word in words.take(WORDS) {
        key.push_str(word);
        key.push(' ');
    }
    (Reverse(!key.is_empty()), key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_fit_and_are_cut_at_words() {
        let text = "Een twee drie WOORD vier vijf zes.";
        for (cells, left, right) in [
            (40, "Een twee drie ", " vier vijf zes."),
            (14, "Een twee drie ", "| vier vijf ze"),
            (13, "|twee drie ", "| vier vijf z"),
            (8, "|drie ", "| vier v"),
            (3, "|e ", "| v"),
            (1, "|", "|"),
            (0, "|", "|"),
        ] {
            let shown = |side: Side| {
                let mark = if side.cut { "|" } else { "" };
                format!("{mark}{}", &text[side.shown])
            };
            assert_eq!(shown(before(text, 14, cells)), left, "{cells}");
            assert_eq!(shown(after(text, 19, cells)), right, "{cells}");
        }
    }

    #[test]
    fn neighbours_of_any_text_fit() {
        for text in [
            "日本語日本語x日本語日本語",
            "e\u{301}e\u{301}xe\u{301}e\u{301}",
            "👩‍🚀👩‍🚀x👩‍🚀👩‍🚀",
            "x",
            "\u{200b}x\u{200b}",
        ] {
            let at = text.find('x').unwrap();
            for cells in 0..12 {
                for side in [before(text, at, cells), after(text, at + 1, cells)] {
                    let width = text[side.shown].width() + usize::from(side.cut);
                    assert!(width <= cells.max(1), "{text} {cells}");
                }
            }
        }
        let long = "\u{301}".repeat(1_000_000) + "x" + &" ".repeat(1_000_000);
        let at = long.find('x').unwrap();
        assert!(before(&long, at, 40).shown.len() <= 40 * BYTES_A_CELL);
        assert!(after(&long, at + 1, 40).shown.len() <= 40 * BYTES_A_CELL);
    }

    #[test]
    fn places_stand_by_their_neighbours() {
        let text = "X b. De X A c X. Een X a b\n\nÉen X";
        let letter = crate::letter::read(text).unwrap();
        let mut spans = Vec::new();
        for paragraph in 0..letter.paragraphs().len() {
            for (start, found) in letter.paragraph(paragraph).match_indices('X') {
                let end = start + found.len();
                spans.push(Span {
                    paragraph,
                    start,
                    end,
                });
            }
        }
        let places = spans.clone();
        let mut ordered = |order| {
            sort(&letter, &mut spans, order);
            let at = |span: &Span| places.iter().position(|other| other == span).unwrap();
            spans.iter().map(at).collect::<Vec<_>>()
        };
        assert_eq!(ordered(Order::After), [3, 1, 0, 2, 4]);
        assert_eq!(ordered(Order::Before), [2, 1, 4, 3, 0]);
        assert_eq!(ordered(Order::Place), [0, 1, 2, 3, 4]);
    }
}
