//! Writes cells in the fewest bytes: moves the cursor the shortest way, changes only those style that
//! change, and erases where blanks would take more.
//!
//! Crossterm writes the same, but takes half again as many bytes for moves and twice as many for
//! colours, and most of a scrolled row are moves and colours.

use super::packed::{PackedCell, PackedStyle, write_number};
use ratatui::buffer::{Cell, CellWidth};
use std::ops::Range;

/// The most cells that are written once more rather than passed over: a move takes fewer bytes than
/// more of them.
const REWRITTEN: usize = 8;

/// The most rows that are gone down one by one.
const STEPS: usize = 3;

/// A row as it is to show: what its cells show, and the cells.
#[derive(Clone, Copy, Debug)]
pub struct Row<'frame> {
    /// What the cells show.
    pub packed: &'frame [PackedCell],
    /// The cells.
    pub cells: &'frame [Cell],
    /// Which row it is, from the top.
    pub y: usize,
}

/// What writes; it begins with the terminal's own style.
#[derive(Debug)]
pub struct CellWriter<'frame> {
    out: &'frame mut Vec<u8>,
    style: PackedStyle,
    /// Column and row of the cursor; none where it is not known.
    at: Option<(usize, usize)>,
}

impl<'frame> CellWriter<'frame> {
    /// A writer that writes behind what a frame holds already, from where the cursor is if that is known.
    pub const fn new(out: &'frame mut Vec<u8>, at: Option<(usize, usize)>) -> Self {
        Self {
            out,
            style: PackedStyle::PLAIN,
            at,
        }
    }

    /// Writes what differs in a row. Where a character stands or stood that may take more than a cell,
    /// the row is written whole: half of one that is drawn over goes in its own way on each terminal.
    pub fn row(&mut self, shown: &[PackedCell], row: Row<'_>) {
        let Some(first) = difference(shown, row.packed, 0) else {
            return;
        };
        if !(PackedCell::all_are_narrow(shown) && PackedCell::all_are_narrow(row.packed)) {
            return self.whole(row);
        }
        let mut next = Some(first);
        while let Some(x) = next {
            let blanks = row.blanks(x);
            let x = if blanks == 0 {
                self.run(shown, row, x)
            } else {
                self.blanks(shown, row, x..x + blanks)
            };
            next = difference(shown, row.packed, x);
        }
    }

    /// Writes a row whole. Behind a character whose width is contested the cursor may be anywhere, and goes to
    /// where it is to be; of what stood under it nothing may be left where the terminal takes fewer cells.
    fn whole(&mut self, row: Row<'_>) {
        let mut x = 0;
        while x < row.packed.len() {
            let (contested, width) = (row.packed[x].is_contested(), row.width(x));
            self.reach(row, x);
            if contested {
                self.change_style(row.packed[x]);
                self.sequence(width, b'X');
            }
            self.put(row, x);
            x += width;
            if contested {
                self.at = None;
            } else {
                self.is_behind(row, x);
            }
        }
    }

    /// Writes cells for as long as they differ and are no blanks; says how far the row is done.
    fn run(&mut self, shown: &[PackedCell], row: Row<'_>, start: usize) -> usize {
        self.reach(row, start);
        let mut x = start;
        loop {
            self.put(row, x);
            x += 1;
            let next = row.packed.get(x);
            if next.is_none_or(|next| *next == PackedCell::BLANK || *next == shown[x]) {
                break;
            }
        }
        self.is_behind(row, x);
        x
    }

    /// Writes the character of a cell, at which the cursor is.
    fn put(&mut self, row: Row<'_>, x: usize) {
        self.change_style(row.packed[x]);
        row.packed[x].write(&row.cells[x], self.out);
    }

    /// Sets the style in which a cell can be written.
    fn change_style(&mut self, cell: PackedCell) {
        let suits =
            cell.style == self.style || cell.is_blank() && self.style.suits_blank(cell.style);
        if !suits {
            self.style.write_change(cell.style, self.out);
            self.style = cell.style;
        }
    }

    /// Notes where the cursor is when the cells before a column were written.
    fn is_behind(&mut self, row: Row<'_>, x: usize) {
        // What a terminal does at its right edge differs.
        self.at = (x < row.packed.len()).then_some((x, row.y));
    }

    /// Has the cursor be in a column of a row.
    fn reach(&mut self, row: Row<'_>, x: usize) {
        if self.at != Some((x, row.y)) {
            self.go_to(row, x);
        }
    }

    /// Writes blanks, of which the first differs from what shows; says how far the row is done. They are
    /// erased where that is shorter.
    fn blanks(&mut self, shown: &[PackedCell], row: Row<'_>, blanks: Range<usize>) -> usize {
        let x = blanks.start;
        let mut here = shown[blanks.clone()].iter();
        let last = here.rposition(|cell| *cell != PackedCell::BLANK);
        let count = last.map_or(1, |last| last + 1);
        let to_end = blanks.end == row.packed.len();
        let erasing = if to_end { 3 } else { 3 + digits(count) };
        let further = difference(shown, row.packed, blanks.end);
        // The cursor stays where it is when blanks are erased, and has to go on to what follows.
        let (on, erased_on) = match further {
            None => (0, 0),
            Some(next) => {
                let rest = next - (x + count);
                (rest.min(forward(rest)), forward(rest + count))
            }
        };
        if count + on <= erasing + erased_on {
            self.reach(row, x);
            for x in x..x + count {
                self.put(row, x);
            }
            self.is_behind(row, x + count);
            return x + count;
        }
        self.reach(row, x);
        if !self.style.suits_blank(PackedStyle::PLAIN) {
            self.style.write_change(PackedStyle::PLAIN, self.out);
            self.style = PackedStyle::PLAIN;
        }
        self.out.extend_from_slice(b"\x1b[");
        if to_end {
            self.out.push(b'K');
        } else {
            write_number(count, self.out);
            self.out.push(b'X');
        }
        x + count
    }

    /// The terminal's own style again.
    pub fn lift(self) {
        self.style.write_change(PackedStyle::PLAIN, self.out);
    }

    /// Moves the cursor the shortest way to a column of a row, over what shows there already: by a move,
    /// or by writing that once more.
    fn go_to(&mut self, row: Row<'_>, x: usize) {
        let (start, from) = (self.out.len(), (self.at, self.style));
        self.step(x, row.y);
        let Some((column, above)) = from.0.filter(|(_, above)| *above <= row.y) else {
            return;
        };
        let down = row.y - above;
        let column = if down == 0 { column } else { 0 };
        if column >= x || x - column > REWRITTEN || down > STEPS {
            return;
        }
        // Both ways end in the style of the cell that is gone to.
        let move_end = self.out.len();
        let moved = move_end - start + self.change_to(row.packed[x]);
        if down > 0 {
            self.out.push(b'\r');
            self.out.resize(move_end + 1 + down, b'\n');
        }
        for x in column..x {
            self.put(row, x);
        }
        let rewritten = self.out.len() - move_end + self.change_to(row.packed[x]);
        if rewritten <= moved {
            self.out.drain(start..move_end);
        } else {
            self.out.truncate(move_end);
            self.style = from.1;
        }
        self.at = Some((x, row.y));
    }

    /// How many bytes it takes to set the style of what is written next.
    fn change_to(&mut self, next: PackedCell) -> usize {
        if next.is_blank() && self.style.suits_blank(next.style) {
            return 0;
        }
        let start = self.out.len();
        self.style.write_change(next.style, self.out);
        let length = self.out.len() - start;
        self.out.truncate(start);
        length
    }

    /// Moves the cursor without writing what shows: on in its row, down to a column of a row further on,
    /// or to the place itself. Where a line feed leaves the column is left open, for a terminal can be set
    /// to go to the first with it.
    fn step(&mut self, x: usize, y: usize) {
        let from = self.at.replace((x, y));
        let Some((column, above)) = from.filter(|(_, above)| (*above..=above + STEPS).contains(&y))
        else {
            return self.place(x, y);
        };
        let (down, to) = (y - above, 3 + digits(x + 1));
        let across = match x {
            0 => 1,
            _ if down > 0 || x <= column => to,
            _ => to.min(forward(x - column)),
        };
        let placed = match x {
            0 => 3 + digits(y + 1),
            _ => 4 + digits(y + 1) + digits(x + 1),
        };
        if placed <= down + across {
            return self.place(x, y);
        }
        if x == 0 {
            self.out.push(b'\r');
        }
        self.out.resize(self.out.len() + down, b'\n');
        match x {
            0 => {}
            _ if across == to => self.sequence(x + 1, b'G'),
            _ if x == column + 1 => self.out.extend_from_slice(b"\x1b[C"),
            _ => self.sequence(x - column, b'C'),
        }
    }

    /// Moves the cursor to a place, wherever it is.
    fn place(&mut self, x: usize, y: usize) {
        self.out.extend_from_slice(b"\x1b[");
        write_number(y + 1, self.out);
        if x > 0 {
            self.out.push(b';');
            write_number(x + 1, self.out);
        }
        self.out.push(b'H');
    }

    fn sequence(&mut self, number: usize, letter: u8) {
        self.out.extend_from_slice(b"\x1b[");
        write_number(number, self.out);
        self.out.push(letter);
    }
}

impl Row<'_> {
    /// How many blanks of the terminal's own style stand from a column on.
    fn blanks(&self, x: usize) -> usize {
        let rest = self.packed[x..].iter();
        rest.take_while(|cell| **cell == PackedCell::BLANK).count()
    }

    /// How many cells the character in a column takes.
    fn width(&self, x: usize) -> usize {
        if self.packed[x].is_wide() {
            usize::from(self.cells[x].cell_width())
        } else {
            1
        }
    }
}

/// The first column from one on in which two rows differ.
fn difference(shown: &[PackedCell], wanted: &[PackedCell], from: usize) -> Option<usize> {
    let pairs = shown[from..].iter().zip(&wanted[from..]);
    let further = pairs
        .into_iter()
        .position(|(shown, wanted)| shown != wanted);
    further.map(|further| from + further)
}

/// How many bytes it takes to move the cursor so many cells on.
const fn forward(cells: usize) -> usize {
    match cells {
        0 => 0,
        1 => 3,
        _ => 3 + digits(cells),
    }
}

/// How many digits a number is written with.
const fn digits(number: usize) -> usize {
    match number {
        0..10 => 1,
        10..100 => 2,
        _ => 3,
    }
}
