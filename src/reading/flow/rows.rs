//! The rows of one paragraph, and how they stand in their column: how far indented, where the label of a point of a
//! list or the number of a note stands, and how wide their blanks are. The indent is cells of the screen and no bytes of the text.

use super::super::{
    layout::{self, Hyphens, Row},
    stretch,
};
use crate::letter::{Kind, Letter, Role, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How much wider than the text the bar beside a recommendation is, in cells.
const BAR: usize = 2;
/// How far a list is indented in the one it is in, in cells.
const STEP: usize = 2;
/// The deepest list that is indented further.
const DEEPEST: u8 = 5;
/// The widest label that text hangs behind, in cells.
const WIDEST: usize = 8;
/// How many paragraphs back the label is looked for that a further paragraph of a point hangs behind.
const REACH: usize = 8;

/// A stretch of a paragraph's text in one row of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the text of the paragraph.
    pub text: Range<usize>,
    /// The cell of the column that it starts in.
    pub column: usize,
    /// What is drawn before it and belongs to no place: the head of its column of a table.
    pub before: Option<Before>,
    /// How many cells wider than one the blank is that it ends in: then the next piece is on the same row.
    pub widened: usize,
}

/// What is drawn before a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// The cell of the column that it starts in.
    pub column: usize,
    /// What it says, in the letter's words or as a number.
    pub says: Says,
}

/// What is drawn before a stretch of text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// The head of a column of a table, with a colon behind it.
    Head(Span),
    /// The number of a note, raised.
    Note(u32),
}

impl Piece {
    /// Text in a cell of the column, nothing before it.
    pub(super) const fn at(column: usize, text: Range<usize>) -> Self {
        Self {
            text,
            column,
            before: None,
            widened: 0,
        }
    }
}

/// How a paragraph stands in its column, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Indent {
    /// Where its label or its number starts.
    label: usize,
    /// Where its words start.
    words: usize,
    /// How many bytes of the text the label takes, with the blank behind it.
    bytes: usize,
}

impl Indent {
    fn of(letter: &Letter, paragraph: usize) -> Self {
        let role = letter.paragraphs()[paragraph].role;
        if role == Role::Note {
            let digits = letter
                .note_at(paragraph)
                .map_or(1, |note| superscript(note.number).width());
            return Self {
                words: (digits + 1).max(3),
                ..Self::default()
            };
        }
        let bar = if role == Role::Recommendation { BAR } else { 0 };
        let Kind::Item { depth } = letter.kind(paragraph) else {
            return Self {
                label: bar,
                words: bar,
                bytes: 0,
            };
        };
        let label = bar + STEP * usize::from(depth.clamp(1, DEEPEST) - 1);
        let own = letter.label(paragraph);
        let hung = own.or_else(|| {
            let before = (paragraph.saturating_sub(REACH)..paragraph).rev();
            let mut same = before.take_while(|&at| matches!(letter.kind(at), Kind::Item { .. }));
            let mut labelled = same
                .by_ref()
                .filter(|&at| letter.kind(at) == Kind::Item { depth });
            labelled.find_map(|at| letter.label(at))
        });
        let width = match hung.map(UnicodeWidthStr::width) {
            Some(1) => 2,
            Some(width @ 2..=3) if width < 4 => 4,
            Some(width) if width < WIDEST => width + 1,
            _ => 0,
        };
        Self {
            label,
            words: label + width,
            bytes: own.map_or(0, |own| if width > 0 { own.len() + 1 } else { 0 }),
        }
    }
}

/// Wraps a stretch of a paragraph to a width.
pub(super) fn wrap(
    letter: &Letter,
    paragraph: usize,
    stretch: usize,
    width: usize,
    hyphens: Hyphens,
) -> Vec<Row> {
    let indent = Indent::of(letter, paragraph);
    let Range { start, end } = stretch::bytes(letter.paragraph(paragraph), stretch);
    let words = start.max(indent.bytes).min(end);
    let room = width.saturating_sub(indent.words);
    let mut rows = marked(letter, paragraph, words..end, room, hyphens);
    if let Some(first) = rows.first_mut() {
        first.start = start;
    }
    rows
}

/// What stands where in a row of a paragraph that is no row of a table: one stretch, or a label and another.
pub(super) fn pieces(letter: &Letter, paragraph: usize, row: Row) -> (Option<Piece>, Vec<Piece>) {
    let indent = Indent::of(letter, paragraph);
    let label = indent.bytes.min(row.end);
    if row.start > 0 || label == 0 {
        let mut piece = Piece::at(indent.words, row.start..row.end);
        let note = letter
            .note_at(paragraph)
            .filter(|note| row.start == 0 && paragraph == note.paragraphs.start);
        piece.before = note.map(|note| Before {
            column: indent.label,
            says: Says::Note(note.number),
        });
        return (Some(piece), Vec::new());
    }
    let words = Piece::at(indent.words, label..row.end);
    let label = Piece::at(indent.label, 0..label - 1);
    (Some(label), vec![words])
}

/// What stands where in a row whose blanks are widened, so that it ends where its column of this width does. A row
/// stays as it is where it is the last of its paragraph, where it is no running text, or where that would take more
/// than one cell for each blank.
pub(super) fn straight(letter: &Letter, paragraph: usize, row: Row, width: usize) -> Vec<Piece> {
    let (first, others) = pieces(letter, paragraph, row);
    let mut straight: Vec<Piece> = first.into_iter().chain(others).collect();
    // The label of a point stands before the words, and no nearer or further than it did.
    let Some(words) = straight.pop() else {
        return straight;
    };
    let text = letter.paragraph(paragraph);
    let is_full = runs(letter, paragraph) && row.end < text.len();
    let mut blanks = if is_full {
        blanks(text, &words.text)
    } else {
        Vec::new()
    };
    let taken = words.column + cells(letter, paragraph, &words.text) + usize::from(row.hyphen);
    let lacking = width.saturating_sub(taken);
    if lacking > blanks.len() {
        blanks.clear();
    }
    let count = blanks.len();
    // How many cells all blanks before one get, rounded to the nearest: so those that get one lie evenly apart.
    let given = |blank: usize| (2 * blank * lacking + count) / (2 * count);
    let mut rest = words;
    for (blank, end) in blanks.into_iter().enumerate() {
        let widened = given(blank + 1) - given(blank);
        if widened > 0 {
            let mut piece = rest.clone();
            piece.text.end = end;
            piece.widened = widened;
            let column = piece.column + cells(letter, paragraph, &piece.text) + widened;
            rest = Piece::at(column, end..rest.text.end);
            straight.push(piece);
        }
    }
    straight.push(rest);
    straight
}

/// Whether a paragraph is running text, a point of a list included.
fn runs(letter: &Letter, paragraph: usize) -> bool {
    let role = letter.paragraphs()[paragraph].role;
    matches!(letter.kind(paragraph), Kind::Text | Kind::Item { .. })
        && matches!(role, Role::Recommendation | Role::Response | Role::Note)
}

/// Where the blanks end that part the words of a stretch of text. Several behind one another are one.
fn blanks(text: &str, shown: &Range<usize>) -> Vec<usize> {
    let words = text[shown.clone()].trim_matches(' ');
    let start = shown.end - text[shown.clone()].trim_start_matches(' ').len();
    let ends = words.match_indices(' ').map(|(at, _)| at + 1);
    let last = ends.filter(|&end| !words[end..].starts_with(' '));
    last.map(|end| start + end).collect()
}

/// How many cells a stretch of a paragraph takes with its note marks.
fn cells(letter: &Letter, paragraph: usize, bytes: &Range<usize>) -> usize {
    letter.paragraph(paragraph)[bytes.clone()].width() + marks_width(letter, paragraph, bytes)
}

/// Wraps bytes of a paragraph with its note marks in their places, for they take cells too.
pub(super) fn marked(
    letter: &Letter,
    paragraph: usize,
    bytes: Range<usize>,
    width: usize,
    hyphens: Hyphens,
) -> Vec<Row> {
    let text = letter.paragraph(paragraph);
    let Range { start, end } = bytes;
    let marks = letter.marks_in(paragraph);
    let first = marks.partition_point(|mark| start > 0 && mark.byte <= start);
    let after = marks.partition_point(|mark| mark.byte <= end);
    let marks = &marks[first..after.max(first)];
    let mut marked = String::new();
    let mut inserted = Vec::with_capacity(marks.len());
    let mut from = start;
    for mark in marks {
        marked.push_str(&text[from..mark.byte]);
        let start = marked.len();
        marked.push_str(&superscript(mark.number));
        inserted.push(start..marked.len());
        from = mark.byte;
    }
    let mut rows = if marks.is_empty() {
        layout::wrap(&text[start..end], width, hyphens)
    } else {
        marked.push_str(&text[from..end]);
        layout::wrap(&marked, width, hyphens)
    };
    let source = |byte: usize| {
        let before = inserted
            .iter()
            .map(|range| range.end.min(byte).saturating_sub(range.start));
        start + byte - before.sum::<usize>()
    };
    for row in &mut rows {
        (row.start, row.end) = (source(row.start), source(row.end));
    }
    rows
}

/// How many cells the note marks take that are drawn within bytes of a paragraph.
pub(super) fn marks_width(letter: &Letter, paragraph: usize, bytes: &Range<usize>) -> usize {
    let marks = letter.marks_in(paragraph).iter();
    let within = marks.filter(|mark| {
        bytes.start < mark.byte && mark.byte <= bytes.end || mark.byte == 0 && bytes.start == 0
    });
    within.map(|mark| superscript(mark.number).width()).sum()
}

/// A number in superscript digits, as note marks are drawn.
#[must_use]
pub fn superscript(number: u32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .to_string()
        .bytes()
        .map(|digit| DIGITS[usize::from(digit - b'0')])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    /// Texts with a mark, points of a list, wide characters and several blanks behind one another.
    fn texts() -> Vec<Letter> {
        let words = "Het kabinet  steunt organisaties als CIVICUS, en 日本 helpt 👍🏽 waar dat kan. ";
        let points = format!(
            "Geachte voorzitter,\n\nDit is ons plan:\n\n1. {}\n\n2. {}\n",
            words.repeat(4).trim(),
            words.repeat(3).trim()
        );
        let plain = letter::read(words.repeat(9)).unwrap();
        vec![letter::embedded(), plain, letter::read(points).unwrap()]
    }

    #[test]
    fn full_rows_end_at_the_measure_and_hold_the_same_bytes() {
        let mut widened = 0;
        for letter in texts() {
            for (paragraph, width) in
                (0..letter.paragraphs().len()).flat_map(|at| [24, 33, 60, 80].map(|to| (at, to)))
            {
                let rows = wrap(&letter, paragraph, 0, width, Hyphens::InNarrowRows);
                let last = rows.len() - 1;
                for (at, row) in rows.into_iter().enumerate() {
                    let (first, others) = pieces(&letter, paragraph, row);
                    let ragged: Vec<Piece> = first.into_iter().chain(others).collect();
                    let straight = straight(&letter, paragraph, row, width);
                    let bytes = |pieces: &[Piece]| {
                        let joined = pieces.iter().flat_map(|piece| piece.text.clone());
                        joined.collect::<Vec<_>>()
                    };
                    assert_eq!(bytes(&ragged), bytes(&straight));
                    let end = |pieces: &[Piece]| {
                        let piece = &pieces[pieces.len() - 1];
                        piece.column
                            + cells(&letter, paragraph, &piece.text)
                            + usize::from(row.hyphen)
                    };
                    if straight == ragged {
                        continue;
                    }
                    widened += 1;
                    assert!(at < last && runs(&letter, paragraph), "{row:?}");
                    assert_eq!(end(&straight), width, "{row:?}");
                    assert!(
                        straight.iter().all(|piece| piece.widened <= 1),
                        "{straight:?}"
                    );
                    for pair in straight.windows(2).filter(|pair| pair[0].widened > 0) {
                        let text = &letter.paragraph(paragraph)[pair[0].text.clone()];
                        assert!(text.ends_with(' ') && text.trim() != "");
                    }
                }
            }
        }
        assert!(widened > 300, "{widened}");
    }

    #[test]
    fn blanks_are_widened_evenly_and_only_where_a_row_lacks_little() {
        let spread = |text: &str, width: usize| {
            let letter = letter::read(format!("{text}\n")).unwrap();
            let row = wrap(&letter, 0, 0, width, Hyphens::Nowhere)[0];
            let mut line = String::new();
            for piece in straight(&letter, 0, row, width) {
                line += &" ".repeat(piece.column - line.width());
                line += &letter.paragraph(0)[piece.text];
            }
            line
        };
        let text = "aa bb cc dd ee ff gggggggggggggggg hh";
        for (width, line) in [
            (17, "aa bb cc dd ee ff"),
            (18, "aa bb cc  dd ee ff"),
            (19, "aa bb  cc dd  ee ff"),
            (22, "aa  bb  cc  dd  ee  ff"),
            (23, "aa bb cc dd ee ff"),
        ] {
            assert_eq!(spread(text, width), line, "{width}");
        }
    }
}
