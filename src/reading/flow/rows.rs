//! The rows of one paragraph, and how they stand in their column: how far indented, and where the label of a
//! point of a list or the number of a note stands. The indent is cells of the screen and no bytes of the text.

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
