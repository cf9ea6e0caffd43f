//! The screen of a terminal: what shows on it, and the fewest bytes that make it show the next frame.
//!
//! Where the text was scrolled nearly all cells differ, though the terminal can move the rows itself
//! and needs but the new one. So the rows of the pane that scrolls are looked up in what shows, and
//! moved by the terminal if that saves cells; only what still differs is sent, in one write. A frame
//! like the one before it sends nothing.
//!
//! This takes the place of ratatui's `Terminal`, which compares two frames more and cannot scroll: a
//! key would take twice the time and four times the bytes.

use super::pen::Pen;
use ratatui::{
    buffer::{Buffer, Cell, CellWidth},
    layout::{Position, Rect, Size},
};
use std::{
    io::{self, Write},
    ops::Range,
};

/// A terminal may wait with showing what follows until [`SHOW`], so that nobody sees rows that have
/// moved and a sidebar that has not come back yet.
const HOLD: &[u8] = b"\x1b[?2026h";

/// The frame is whole.
const SHOW: &[u8] = b"\x1b[?2026l";

/// The screen of a terminal.
#[derive(Debug)]
pub struct Screen<W> {
    to: W,
    /// The bytes of a frame, until it is whole.
    frame: Vec<u8>,
    shown: Buffer,
    wanted: Buffer,
    /// Where the terminal's cursor shows.
    cursor: Option<Position>,
}

/// How far rows have moved up, or down where it is less than nothing.
type Shift = isize;

impl<W: Write> Screen<W> {
    /// A screen of no size yet; frames are written to `to`, each in one write.
    pub fn new(to: W) -> Self {
        Self {
            to,
            frame: Vec::new(),
            shown: Buffer::empty(Rect::ZERO),
            wanted: Buffer::empty(Rect::ZERO),
            cursor: None,
        }
    }

    /// Empties the screen, so that the next frame is drawn whole.
    pub fn clear(&mut self) {
        self.shown.resize(Rect::ZERO);
    }

    /// Shows what `draw` puts into an empty frame of this size in cells, with the cursor where it says. In
    /// the pane it names rows move when the reader scrolls.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn show(
        &mut self,
        size: Size,
        pane: Rect,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        let anew = self.shown.area != area;
        if anew {
            self.shown = Buffer::empty(area);
            self.wanted = Buffer::empty(area);
            self.cursor = None;
            self.frame.extend_from_slice(b"\x1b[?25l\x1b[m\x1b[2J");
        }
        self.wanted.reset();
        let cursor = draw(&mut self.wanted);
        let pane = pane.intersection(area);
        let moved = self.draw_changes(pane)?;
        self.draw_cursor(cursor, anew || moved)?;
        std::mem::swap(&mut self.shown, &mut self.wanted);
        self.flush()
    }

    /// How far the rows of the pane have moved, if having them moved saves cells. Where the row in the
    /// middle stood before tells how far; the cells of the whole screen's width tell what it saves.
    fn shift(&self, rows: &Range<usize>, columns: &Range<usize>) -> Option<Shift> {
        let words = |row: usize| &row_of(&self.wanted, row)[columns.clone()];
        let is_blank = |cell: &Cell| cell.symbol() == " ";
        let row = (rows.start.midpoint(rows.end)..rows.end)
            .find(|row| !words(*row).iter().all(is_blank))?;
        let stood = rows
            .clone()
            .find(|before| &row_of(&self.shown, *before)[columns.clone()] == words(row))?;
        let shift = stood.cast_signed() - row.cast_signed();
        (shift != 0 && self.differing(rows, shift) < self.differing(rows, 0)).then_some(shift)
    }

    /// How many cells of these rows would still be wrong after a shift.
    fn differing(&self, rows: &Range<usize>, shift: Shift) -> usize {
        let in_row = |row: usize| {
            let wanted = row_of(&self.wanted, row);
            let before = row.checked_add_signed(shift);
            match before.filter(|before| rows.contains(before)) {
                Some(before) => differences(wanted, row_of(&self.shown, before)),
                None => wanted.iter().filter(|cell| **cell != Cell::EMPTY).count(),
            }
        };
        rows.clone().map(in_row).sum()
    }

    /// Has the terminal move rows, and moves them in what shows. Lines are deleted and inserted within
    /// a scroll region, which consoles know that cannot scroll by more than one.
    fn move_rows(&mut self, rows: &Range<usize>, shift: Shift) -> io::Result<()> {
        let by = shift.unsigned_abs();
        let (first, last) = (rows.start + 1, rows.end);
        let letter = if shift > 0 { 'M' } else { 'L' };
        write!(
            self.frame,
            "\x1b[{first};{last}r\x1b[{first}H\x1b[{by}{letter}\x1b[r"
        )?;
        let width = usize::from(self.shown.area.width);
        let cells = &mut self.shown.content[rows.start * width..rows.end * width];
        let gone = by * width;
        if shift > 0 {
            cells.rotate_left(gone);
            let kept = cells.len() - gone;
            cells[kept..].fill(Cell::EMPTY);
        } else {
            cells.rotate_right(gone);
            cells[..gone].fill(Cell::EMPTY);
        }
        Ok(())
    }

    /// Puts what differs from what shows into the frame; says whether that is anything.
    fn draw_changes(&mut self, pane: Rect) -> io::Result<bool> {
        let before = self.frame.len();
        let rows = usize::from(pane.top())..usize::from(pane.bottom());
        let columns = usize::from(pane.left())..usize::from(pane.right());
        let shift = self.shift(&rows, &columns);
        if let Some(shift) = shift {
            self.frame.extend_from_slice(HOLD);
            self.move_rows(&rows, shift)?;
        }
        let mut pen = Pen::new(&mut self.frame);
        for y in 0..usize::from(self.wanted.area.height) {
            draw_row(&mut pen, row_of(&self.shown, y), row_of(&self.wanted, y), y);
        }
        pen.lift();
        if shift.is_some() {
            self.frame.extend_from_slice(SHOW);
        }
        Ok(self.frame.len() > before)
    }

    /// Moves the cursor, or shows or hides it. What was drawn has moved it.
    fn draw_cursor(&mut self, wanted: Option<Position>, moved: bool) -> io::Result<()> {
        match (self.cursor, wanted) {
            (Some(_), None) => self.frame.extend_from_slice(b"\x1b[?25l"),
            (from, Some(to)) if moved || from != Some(to) => {
                write!(self.frame, "\x1b[{};{}H", to.y + 1, to.x + 1)?;
                if from.is_none() {
                    self.frame.extend_from_slice(b"\x1b[?25h");
                }
            }
            _ => {}
        }
        self.cursor = wanted;
        Ok(())
    }
}

fn row_of(buffer: &Buffer, row: usize) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    &buffer.content[row * width..(row + 1) * width]
}

fn differences(one: &[Cell], other: &[Cell]) -> usize {
    one.iter().zip(other).filter(|(a, b)| a != b).count()
}

/// Draws what differs in a row. Where a character stands or stood that takes more than a cell, the row
/// is drawn whole: half of one that is drawn over goes in its own way on each terminal.
fn draw_row(pen: &mut Pen<'_>, shown: &[Cell], wanted: &[Cell], y: usize) {
    if shown == wanted {
        return;
    }
    if shown.iter().chain(wanted).any(|cell| width_of(cell) > 1) {
        let mut x = 0;
        while x < wanted.len() {
            let width = width_of(&wanted[x]);
            pen.cell(wanted, x, y, width);
            x += width;
        }
        return;
    }
    let differs = |x: &usize| shown[*x] != wanted[*x];
    let mut x = 0;
    while let Some(start) = (x..wanted.len()).find(differs) {
        let end = (start..wanted.len()).find(|x| !differs(x));
        x = end.unwrap_or(wanted.len());
        pen.run(wanted, y, start..x);
    }
}

/// How many cells the character in a cell takes.
fn width_of(cell: &Cell) -> usize {
    match cell.symbol().len() {
        1 => 1,
        _ => usize::from(cell.cell_width()).max(1),
    }
}

/// What is drawn beside the frame: links. It moves the cursor and changes no cell.
impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.to.write_all(&self.frame);
        self.frame.clear();
        written.and_then(|()| self.to.flush())
    }
}
