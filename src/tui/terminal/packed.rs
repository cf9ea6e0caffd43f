//! What shows in a cell, in two words of the machine, so that screens are soon compared.
//!
//! A blank shows its background, and lines and reversal where it has them; in which colour a character
//! would be written there, nobody sees. So blanks that style the same are the same.

use ratatui::{
    buffer::{Cell, CellWidth},
    style::{Color, Modifier},
};
use std::collections::HashMap;

/// What shows in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedCell {
    /// The bytes of the character, the first one lowest; the highest byte holds the flags.
    symbol: u64,
    /// How it looks.
    pub style: PackedStyle,
}

/// The most bytes of a character that a cell holds itself.
const HELD: usize = 7;

/// The flag of a character that takes more than a cell.
const WIDE: u64 = 1 << 56;

/// The flag of a character of more bytes than are held: a number stands for it.
const LONG: u64 = 1 << 57;

/// The flag of a character that is wider on one terminal than on another.
const CONTESTED: u64 = 1 << 58;

/// The characters of too many bytes that have been seen, and their numbers.
#[derive(Debug, Default)]
pub struct LongSymbols(HashMap<Box<str>, u64>);

impl PackedCell {
    /// Nothing, as the terminal itself looks.
    pub const BLANK: Self = Self {
        symbol: b' ' as u64,
        style: PackedStyle::PLAIN,
    };

    /// What a cell shows.
    #[must_use]
    pub fn of(cell: &Cell, long: &mut LongSymbols) -> Self {
        let style = PackedStyle::of(cell);
        match cell.symbol().as_bytes() {
            b" " | b"" => Self {
                symbol: u64::from(b' '),
                style: style.of_blank(),
            },
            [byte] => Self {
                symbol: u64::from(*byte),
                style,
            },
            bytes => Self {
                symbol: several(cell, bytes, long),
                style,
            },
        }
    }

    /// Whether nothing shows but a background.
    #[must_use]
    pub const fn is_blank(self) -> bool {
        self.symbol == b' ' as u64
    }

    /// Whether it takes more than a cell.
    #[must_use]
    pub const fn is_wide(self) -> bool {
        self.symbol & WIDE != 0
    }

    /// Whether it is wider on one terminal than on another.
    #[must_use]
    pub const fn is_contested(self) -> bool {
        self.symbol & CONTESTED != 0
    }

    /// Whether each of these takes one cell on every terminal.
    #[must_use]
    pub fn all_are_narrow(packed: &[Self]) -> bool {
        let flags = packed.iter().fold(0, |flags, cell| flags | cell.symbol);
        flags & (WIDE | CONTESTED) == 0
    }

    /// Writes the character; it is the one of this cell.
    pub fn write(self, cell: &Cell, out: &mut Vec<u8>) {
        if self.symbol <= 0x7f {
            out.push(self.symbol.to_le_bytes()[0]);
        } else {
            out.extend_from_slice(cell.symbol().as_bytes());
        }
    }
}

/// A character of more than one byte.
fn several(cell: &Cell, bytes: &[u8], long: &mut LongSymbols) -> u64 {
    let wide = if cell.cell_width() > 1 { WIDE } else { 0 };
    let contested = if is_contested(cell) { CONTESTED } else { 0 };
    let flags = wide | contested;
    if bytes.len() <= HELD {
        let mut held = [0; 8];
        held[..bytes.len()].copy_from_slice(bytes);
        return u64::from_le_bytes(held) | flags;
    }
    let LongSymbols(known) = long;
    let next = known.len() as u64;
    let number = match known.get(cell.symbol()) {
        Some(number) => *number,
        None => *known.entry(cell.symbol().into()).or_insert(next),
    };
    number | LONG | flags
}

/// Whether terminals differ on the width of a character: one of several code points, which some count one by
/// one; a picture, which some do not know yet; the mark for what is no character, which some leave out.
fn is_contested(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    let first = chars.next().unwrap_or(' ');
    chars.next().is_some()
        || first == char::REPLACEMENT_CHARACTER
        || first >= '\u{1f000}'
        || first < '\u{2e80}' && cell.cell_width() > 1
}

/// How a cell looks: its colours and modifiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PackedStyle(u64);

/// The bits that a colour takes.
const COLOUR: u32 = 26;

/// What shows on a blank beside its background.
const ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl PackedStyle {
    /// How the terminal itself looks.
    pub const PLAIN: Self = Self(0);

    fn of(cell: &Cell) -> Self {
        if let (Color::Reset, Color::Reset, 0) = (cell.fg, cell.bg, cell.modifier.bits()) {
            return Self::PLAIN;
        }
        let modifier = u64::from(cell.modifier.bits());
        Self(code(cell.fg) | code(cell.bg) << COLOUR | modifier << (2 * COLOUR))
    }

    /// What of it shows on a blank.
    const fn of_blank(self) -> Self {
        if self.modifier().intersects(ON_BLANK) {
            return self;
        }
        let background = ((1 << COLOUR) - 1) << COLOUR;
        Self(self.0 & background)
    }

    /// Whether a blank that is to style so can be written while the terminal is set to a style.
    #[must_use]
    pub fn suits_blank(self, blank: Self) -> bool {
        self == blank || self.of_blank() == blank
    }

    const fn modifier(self) -> Modifier {
        Modifier::from_bits_truncate((self.0 >> (2 * COLOUR)) as u16)
    }

    /// Writes what sets a terminal from one style to another: only what changes.
    pub fn write_change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        out.extend_from_slice(b"\x1b[");
        if to == Self::PLAIN {
            out.push(b'm');
            return;
        }
        let mut from = self;
        if !to.modifier().contains(from.modifier()) {
            from = Self::PLAIN;
            out.extend_from_slice(b"0;");
        }
        let more = (to.modifier() - from.modifier()).bits();
        for bit in (0..9_u8).filter(|bit| more & 1 << bit != 0) {
            // The numbers that set them follow the order of the bits.
            out.extend_from_slice(&[b'1' + bit, b';']);
        }
        for (layer, shift) in [(30, 0), (40, COLOUR)] {
            let colour = |style: Self| style.0 >> shift & ((1 << COLOUR) - 1);
            if colour(from) != colour(to) {
                write_colour(colour(to), layer, out);
            }
        }
        let last = out.len() - 1;
        out[last] = b'm';
    }
}

/// The bits of a colour of the 256, and of one of red, green and blue.
const INDEXED: u64 = 1 << 24;
const RGB: u64 = 2 << 24;

/// A colour as a number: none is the terminal's own; of a named one it is what is added to its layer,
/// and one.
const fn code(colour: Color) -> u64 {
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 61,
        Color::LightRed => 62,
        Color::LightGreen => 63,
        Color::LightYellow => 64,
        Color::LightBlue => 65,
        Color::LightMagenta => 66,
        Color::LightCyan => 67,
        Color::White => 68,
        Color::Indexed(index) => INDEXED | index as u64,
        Color::Rgb(red, green, blue) => RGB | u32::from_be_bytes([0, red, green, blue]) as u64,
    }
}

/// The numbers that set a colour, counted from where those of its layer begin; `;` behind them.
fn write_colour(colour: u64, layer: usize, out: &mut Vec<u8>) {
    let [.., kind, red, green, blue] = colour.to_be_bytes().map(usize::from);
    match (kind, blue) {
        (0, 0) => write_number(layer + 9, out),
        (0, named) => write_number(layer + named - 1, out),
        (1, index) => {
            write_number(layer + 8, out);
            out.extend_from_slice(b";5;");
            write_number(index, out);
        }
        _ => {
            write_number(layer + 8, out);
            out.extend_from_slice(b";2");
            for part in [red, green, blue] {
                out.push(b';');
                write_number(part, out);
            }
        }
    }
    out.push(b';');
}

/// Writes a number in digits. The machinery for formats takes ten times as long, and a frame is full
/// of numbers.
pub fn write_number(number: usize, out: &mut Vec<u8>) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    out.push(DIGITS[number % 10]);
}

const DIGITS: [u8; 10] = *b"0123456789";

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn cell(symbol: &str, style: Style) -> Cell {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol).set_style(style);
        cell
    }

    #[test]
    fn glyphs_are_the_same_where_nobody_sees_a_difference() {
        let red = Style::new().fg(Color::Red);
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let lined = Style::new().add_modifier(Modifier::UNDERLINED);
        let on_red = Style::new().bg(Color::Red);
        for (one, other, same) in [
            (("a", red), ("a", red), true),
            (("a", red), ("a", bold), false),
            (("a", red), ("b", red), false),
            ((" ", red), (" ", bold), true),
            ((" ", red), ("", Style::new()), true),
            ((" ", lined), (" ", lined.patch(red)), false),
            ((" ", lined), (" ", bold), false),
            ((" ", on_red), (" ", red), false),
            (("é", red), ("é", red), true),
            (("👩‍🚀", red), ("👩‍🚀", red), true),
            (("👩‍🚀", red), ("👨‍🚀", red), false),
        ] {
            let mut long = LongSymbols::default();
            let [first, second] =
                [one, other].map(|(symbol, style)| PackedCell::of(&cell(symbol, style), &mut long));
            assert_eq!(first == second, same, "{one:?} {other:?}");
            assert_eq!(first.is_wide(), one.0.starts_with('👩'));
        }
    }

    #[test]
    fn what_terminals_differ_on_is_contested() {
        for (symbol, contested) in [
            ("a", false),
            ("é", false),
            ("日", false),
            ("●", false),
            ("▎", false),
            ("e\u{301}", true),
            ("👍🏽", true),
            ("🚀", true),
            ("🇳🇱", true),
            ("❤\u{fe0f}", true),
            ("✅", true),
        ] {
            let packed = PackedCell::of(&cell(symbol, Style::new()), &mut LongSymbols::default());
            assert_eq!(packed.is_contested(), contested, "{symbol}");
            assert_eq!(
                PackedCell::all_are_narrow(&[packed]),
                !contested && symbol != "日"
            );
        }
    }

    #[test]
    fn a_look_is_set_by_what_changes() {
        let style = |style| PackedStyle::of(&cell("a", style));
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let blue = Style::new().fg(Color::LightBlue);
        for (from, to, written) in [
            (Style::new(), Style::new(), ""),
            (blue, Style::new(), "\x1b[m"),
            (blue, blue.patch(bold), "\x1b[1m"),
            (bold, blue, "\x1b[0;94m"),
            (blue, Style::new().bg(Color::Indexed(7)), "\x1b[39;48;5;7m"),
            (bold, bold.fg(Color::Rgb(1, 0, 233)), "\x1b[38;2;1;0;233m"),
            (Style::new(), bold.fg(Color::Black), "\x1b[1;30m"),
        ] {
            let mut out = Vec::new();
            style(from).write_change(style(to), &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), written);
        }
    }
}
