//! Writes cells in the fewest bytes: moves the cursor the shortest way, changes only those looks that
//! change, and erases where blanks would take more.
//!
//! Crossterm writes the same, but takes half again as many bytes for moves and twice as many for
//! colours, and most of a scrolled row are moves and colours.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};
use std::io::Write as _;

/// From so many blanks in a row that nothing follows on, erasing is shorter.
const ERASED_AT_END: usize = 5;

/// From so many blanks in a row, erasing them and moving past them is shorter.
const ERASED_WITHIN: usize = 10;

/// The modifiers we draw with, and the numbers that set them.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// The sixteen colours of a terminal, and their numbers within a layer.
const NAMED: [(Color, u8); 16] = [
    (Color::Black, 0),
    (Color::Red, 1),
    (Color::Green, 2),
    (Color::Yellow, 3),
    (Color::Blue, 4),
    (Color::Magenta, 5),
    (Color::Cyan, 6),
    (Color::Gray, 7),
    (Color::DarkGray, 60),
    (Color::LightRed, 61),
    (Color::LightGreen, 62),
    (Color::LightYellow, 63),
    (Color::LightBlue, 64),
    (Color::LightMagenta, 65),
    (Color::LightCyan, 66),
    (Color::White, 67),
];

/// How cells look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl From<&Cell> for Look {
    fn from(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }
}

/// What writes; it begins at an unknown place, with the terminal's own looks.
#[derive(Debug)]
pub struct Pen<'frame> {
    out: &'frame mut Vec<u8>,
    look: Look,
    /// Column and row of the cursor; none where it is not known.
    at: Option<(usize, usize)>,
}

impl<'frame> Pen<'frame> {
    /// A pen that writes behind what a frame holds already.
    pub const fn new(out: &'frame mut Vec<u8>) -> Self {
        let look = Look {
            fg: Color::Reset,
            bg: Color::Reset,
            modifier: Modifier::empty(),
        };
        Self {
            out,
            look,
            at: None,
        }
    }

    /// Writes the cells of a range of columns of a row, none of them wider than one cell.
    pub fn run(&mut self, row: &[Cell], y: usize, columns: std::ops::Range<usize>) {
        let mut x = columns.start;
        while x < columns.end {
            let blanks = row[x..columns.end]
                .iter()
                .take_while(|cell| **cell == Cell::EMPTY)
                .count();
            let last = x + blanks == columns.end;
            let erased = if last { ERASED_AT_END } else { ERASED_WITHIN };
            if blanks >= erased {
                self.go_to(row, x, y);
                self.take(Look::default());
                self.write(format_args!("\x1b[{blanks}X"));
                x += blanks;
            } else {
                self.cell(row, x, y, 1);
                x += 1;
            }
        }
    }

    /// Writes one cell, so many columns wide.
    pub fn cell(&mut self, row: &[Cell], x: usize, y: usize, width: usize) {
        self.go_to(row, x, y);
        self.take(Look::from(&row[x]));
        self.out.extend_from_slice(row[x].symbol().as_bytes());
        // What a terminal does at its right edge differs.
        self.at = (x + width < row.len()).then_some((x + width, y));
    }

    /// The terminal's own looks again.
    pub fn lift(mut self) {
        self.take(Look::default());
    }

    /// Moves the cursor the shortest way: over cells that show already, by so many columns, or to
    /// the place itself.
    fn go_to(&mut self, row: &[Cell], x: usize, y: usize) {
        if self.at == Some((x, y)) {
            return;
        }
        let start = self.out.len();
        match x {
            0 => self.write(format_args!("\x1b[{}H", y + 1)),
            _ => self.write(format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        let most = self.out.len() - start;
        let (from, down) = match self.at {
            Some((from, at)) if at == y && from < x => (from, ""),
            Some((_, at)) if at + 1 == y => (0, "\r\n"),
            _ => (x + 1, ""),
        };
        self.at = Some((x, y));
        let Some(passed) = row.get(from..x) else {
            return;
        };
        let plain = |cell: &Cell| Look::from(cell) == self.look && cell.symbol().len() == 1;
        let forward = match x - from {
            0 => 0,
            1 => 3,
            columns => 3 + digits(columns),
        };
        if passed.len() <= forward && down.len() + passed.len() < most && passed.iter().all(plain) {
            self.out.truncate(start);
            self.out.extend_from_slice(down.as_bytes());
            let passed = passed.iter().flat_map(|cell| cell.symbol().bytes());
            self.out.extend(passed);
        } else if down.len() + forward < most {
            self.out.truncate(start);
            self.out.extend_from_slice(down.as_bytes());
            match x - from {
                0 => {}
                1 => self.out.extend_from_slice(b"\x1b[C"),
                columns => self.write(format_args!("\x1b[{columns}C")),
            }
        }
    }

    /// Takes on a look.
    fn take(&mut self, look: Look) {
        let before = std::mem::replace(&mut self.look, look);
        if before == look {
            return;
        }
        self.out.extend_from_slice(b"\x1b[");
        if look == Look::default() {
            self.out.push(b'm');
            return;
        }
        let mut before = before;
        if !look.modifier.contains(before.modifier) {
            before = Look::default();
            self.out.extend_from_slice(b"0;");
        }
        for (modifier, number) in MODIFIERS {
            if (look.modifier - before.modifier).contains(modifier) {
                self.write(format_args!("{number};"));
            }
        }
        if look.fg != before.fg {
            self.colour(look.fg, 30);
        }
        if look.bg != before.bg {
            self.colour(look.bg, 40);
        }
        let last = self.out.len() - 1;
        self.out[last] = b'm';
    }

    /// The numbers that set a colour, counted from where those of its layer begin; `;` behind them.
    fn colour(&mut self, colour: Color, layer: u8) {
        let number = match colour {
            Color::Reset => layer + 9,
            Color::Indexed(index) => {
                return self.write(format_args!("{};5;{index};", layer + 8));
            }
            Color::Rgb(red, green, blue) => {
                return self.write(format_args!("{};2;{red};{green};{blue};", layer + 8));
            }
            named => NAMED
                .into_iter()
                .find_map(|(known, number)| (known == named).then_some(layer + number))
                .unwrap_or(layer + 9),
        };
        self.write(format_args!("{number};"));
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        self.out
            .write_fmt(text)
            .expect("bytes are put into memory without fail");
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
