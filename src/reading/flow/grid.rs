//! The columns of a table at a width. Its rows stand in columns where they can: one cell of a row may take
//! several rows of the screen, those before it stand on its first and those behind it on its last, so that the
//! rows of the screen are the text in its order. A row for which that is not enough has its cells under one
//! another, each behind the head of its column.

use super::{
    super::layout::{Hyphens, Row},
    rows::{Before, Piece, Says, marked, marks_width},
};
use crate::letter::{Cell, Kind, Letter, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many cells of the screen part two columns.
const GAP: usize = 2;
/// The narrowest column that text is wrapped in, in cells.
const NARROWEST: usize = 16;
/// How many rows of a table tell how wide its columns are.
const LOOKED_AT: usize = 1000;
/// How many columns a cell takes at most.
const MOST_SPANNED: u16 = 32;
/// How far cells under one another are indented behind the first, in cells.
const STEP: usize = 2;

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// How wide the table may be, in cells.
    width: usize,
    columns: Vec<Column>,
    /// The first paragraph of the table, by index.
    first: usize,
    /// The column that each cell starts in, row by row, as far as rows were looked at.
    starts: Vec<Vec<usize>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Column {
    /// Where it starts, in cells.
    start: usize,
    /// How wide it is, in cells.
    width: usize,
    /// Whether all it holds under its head are figures: they stand at its right.
    figures: bool,
    /// Its head, where the table has one.
    head: Option<Span>,
    /// How wide that is, in cells.
    head_width: usize,
}

/// A cell of a row, and which columns it takes.
struct Placed<'row> {
    cell: &'row Cell,
    columns: Range<usize>,
}

impl Grid {
    /// The columns of the table that a paragraph is a row of.
    pub(super) fn of(letter: &Letter, paragraph: usize, width: usize) -> Self {
        let table = |at: usize| match letter.kind(at) {
            Kind::Row { table, .. } => Some(table),
            _ => None,
        };
        let own = table(paragraph);
        let mut first = paragraph;
        while first > 0 && table(first - 1) == own {
            first -= 1;
        }
        let rows = (first..letter.paragraphs().len()).take(LOOKED_AT);
        let rows: Vec<usize> = rows.take_while(|&at| table(at) == own).collect();
        let mut grid = Self {
            width,
            first,
            starts: starts(rows.iter().map(|&row| letter.cells(row))),
            ..Self::default()
        };
        grid.measure(letter, &rows);
        grid.fit();
        grid
    }

    /// How wide each column would be if nothing were wrapped, and what it holds.
    fn measure(&mut self, letter: &Letter, rows: &[usize]) {
        let mut columns: Vec<Column> = Vec::new();
        for (index, &row) in rows.iter().enumerate() {
            let head = matches!(letter.kind(row), Kind::Row { head: true, .. });
            for Placed { cell, columns: own } in self.placed(letter, row) {
                if columns.len() < own.end {
                    let new = Column {
                        figures: true,
                        ..Column::default()
                    };
                    columns.resize(own.end, new);
                }
                if own.len() != 1 || cell.text.is_empty() {
                    continue;
                }
                let column = &mut columns[own.start];
                let width = cell_width(letter, row, cell);
                if head {
                    column.head = Some(span(row, cell));
                    column.head_width = column.head_width.max(width);
                } else {
                    column.width = column.width.max(width);
                    // A source may not say that its first row is a head.
                    let words = &letter.paragraph(row)[cell.text.clone()];
                    column.figures &= index == 0 || is_figure(words);
                }
            }
        }
        self.columns = columns;
    }

    /// Sets how wide each column is and where it starts: wide enough for what it holds and its head; else for what
    /// it holds. The widest makes room for the others.
    fn fit(&mut self) {
        let whole = |column: &Column| column.width.max(column.head_width);
        let widths = self
            .fitting(whole)
            .or_else(|| self.fitting(|column| column.width));
        // Where nothing fits, no column has room for anything.
        let widths = widths.unwrap_or_else(|| vec![0; self.columns.len()]);
        let mut at = 0;
        for (column, width) in self.columns.iter_mut().zip(widths) {
            (column.start, column.width) = (at, width);
            at += width + GAP;
        }
    }

    /// These widths, the widest made narrower where all are too wide together; none where it gets too narrow.
    fn fitting(&self, width: impl Fn(&Column) -> usize) -> Option<Vec<usize>> {
        let mut widths: Vec<usize> = self.columns.iter().map(width).collect();
        let whole = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        let over = whole.saturating_sub(self.width);
        if over > 0 {
            let widest = widths.iter_mut().max()?;
            *widest = widest.checked_sub(over).filter(|left| *left >= NARROWEST)?;
        }
        Some(widths)
    }

    /// The rows of the screen that a row of the table takes.
    pub(super) fn rows(&self, letter: &Letter, paragraph: usize) -> Vec<Row> {
        let text = letter.paragraph(paragraph);
        let whole = Row {
            start: 0,
            end: text.len(),
            hyphen: false,
        };
        let Some(wide) = self.wide(letter, paragraph) else {
            return self.stacked_rows(letter, paragraph, whole);
        };
        let Some(Placed { cell, columns }) = wide else {
            return vec![whole];
        };
        let room = self.room(&columns);
        let mut rows = marked(letter, paragraph, cell.text.clone(), room, Hyphens::Nowhere);
        if let Some(first) = rows.first_mut() {
            first.start = 0;
        }
        if let Some(last) = rows.last_mut() {
            last.end = text.len();
        }
        rows
    }

    fn stacked_rows(&self, letter: &Letter, paragraph: usize, whole: Row) -> Vec<Row> {
        let mut rows = Vec::new();
        for (index, placed) in self.placed(letter, paragraph).iter().enumerate() {
            let cell = placed.cell;
            if cell.text.is_empty() {
                continue;
            }
            let (indent, _) = self.stacked(letter, paragraph, placed, index);
            let room = self.width.saturating_sub(indent).max(1);
            rows.extend(marked(
                letter,
                paragraph,
                cell.text.clone(),
                room,
                Hyphens::Nowhere,
            ));
        }
        if rows.is_empty() { vec![whole] } else { rows }
    }

    /// Where the words of a cell start that stands under others, and what is drawn before them.
    fn stacked(
        &self,
        letter: &Letter,
        paragraph: usize,
        placed: &Placed,
        index: usize,
    ) -> (usize, Option<Before>) {
        let indent = if index == 0 { 0 } else { STEP };
        let own_head = matches!(letter.kind(paragraph), Kind::Row { head: true, .. });
        let head = self.columns.get(placed.columns.start);
        let Some(head) = head.and_then(|column| column.head).filter(|_| !own_head) else {
            return (indent, None);
        };
        let width = letter.words(head).width() + 2;
        if width + indent > self.width / 2 {
            return (indent, None);
        }
        let before = Before {
            column: indent,
            says: Says::Head(head),
        };
        (indent + width, Some(before))
    }

    /// What stands where in a row of the screen.
    pub(super) fn pieces(&self, letter: &Letter, paragraph: usize, row: Row) -> Vec<Piece> {
        let placed = self.placed(letter, paragraph);
        let stacks = self.wide(letter, paragraph).is_none();
        let mut pieces = Vec::with_capacity(placed.len());
        for (index, own) in placed.iter().enumerate() {
            let start = own.cell.text.start.max(row.start);
            let end = own.cell.text.end.min(row.end);
            if start >= end {
                continue;
            }
            if stacks {
                let (column, before) = self.stacked(letter, paragraph, own, index);
                let before = before.filter(|_| start == own.cell.text.start);
                pieces.push(Piece {
                    widened: 0,
                    text: start..end,
                    column,
                    before,
                });
                continue;
            }
            let text = &letter.paragraph(paragraph)[start..end];
            let words = text.width() + marks_width(letter, paragraph, &(start..end));
            let column = self.columns[own.columns.start];
            let figures = column.figures && own.columns.len() == 1;
            let shift = if figures {
                column.width.saturating_sub(words)
            } else {
                0
            };
            pieces.push(Piece::at(column.start + shift, start..end));
        }
        pieces
    }

    /// The cell of a row that is wider than its columns, if any is; none at all where more than one is, or
    /// one that there is no room for.
    #[allow(clippy::option_option)] // whether it stands in columns, and which cell is wrapped there
    fn wide<'row>(&self, letter: &'row Letter, paragraph: usize) -> Option<Option<Placed<'row>>> {
        let too_wide = |placed: &Placed| {
            cell_width(letter, paragraph, placed.cell) > self.room(&placed.columns)
        };
        let mut wide = self.placed(letter, paragraph).into_iter().filter(too_wide);
        let first = wide.next();
        let fits = first
            .as_ref()
            .is_none_or(|first| self.room(&first.columns) >= NARROWEST);
        (fits && wide.next().is_none()).then_some(first)
    }

    /// How wide columns are together, in cells.
    fn room(&self, columns: &Range<usize>) -> usize {
        let own = self.columns.get(columns.clone()).unwrap_or_default();
        let widths: usize = own.iter().map(|column| column.width).sum();
        widths + GAP * own.len().saturating_sub(1)
    }

    fn placed<'row>(&self, letter: &'row Letter, paragraph: usize) -> Vec<Placed<'row>> {
        let starts = self.starts.get(paragraph - self.first);
        let mut next = 0;
        let place = |(index, cell): (usize, &'row Cell)| {
            let start = starts.map_or(next, |starts| starts[index]);
            next = start + spanned(cell);
            Placed {
                cell,
                columns: start..next,
            }
        };
        letter
            .cells(paragraph)
            .iter()
            .enumerate()
            .map(place)
            .collect()
    }
}

/// The column that each cell starts in, row by row: behind the cells before it, and those of earlier rows that
/// reach down into this one.
fn starts<'row>(rows: impl Iterator<Item = &'row [Cell]>) -> Vec<Vec<usize>> {
    let mut taken: Vec<u16> = Vec::new();
    let mut starts = Vec::new();
    for cells in rows {
        let mut at = 0;
        let mut row = Vec::with_capacity(cells.len());
        let mut reach: Vec<(usize, u16)> = Vec::new();
        for cell in cells {
            while taken.get(at).is_some_and(|rows| *rows > 0) {
                at += 1;
            }
            row.push(at);
            let after = at + spanned(cell);
            reach.extend((at..after).map(|column| (column, cell.rows.max(1))));
            at = after;
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
        for (column, rows) in reach {
            if taken.len() <= column {
                taken.resize(column + 1, 0);
            }
            taken[column] = taken[column].max(rows - 1);
        }
        starts.push(row);
    }
    starts
}

/// How many columns a cell takes; a source may say anything.
fn spanned(cell: &Cell) -> usize {
    usize::from(cell.columns.clamp(1, MOST_SPANNED))
}

fn cell_width(letter: &Letter, paragraph: usize, cell: &Cell) -> usize {
    let words = &letter.paragraph(paragraph)[cell.text.clone()];
    words.width() + marks_width(letter, paragraph, &cell.text)
}

fn span(paragraph: usize, cell: &Cell) -> Span {
    Span {
        paragraph,
        start: cell.text.start,
        end: cell.text.end,
    }
}

/// Whether a cell holds a figure, with or without a unit that is a sign.
fn is_figure(words: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || " .,-–‒+%€$£()/*".contains(c);
    words.chars().all(sign)
}
