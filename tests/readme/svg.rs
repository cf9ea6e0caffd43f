//! A screen as a picture: each run of cells that look the same is a text of a fixed length, so that it stands in its
//! columns whatever the font.

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use std::fmt::Write;

/// The size of a cell, and of the margin around the screen, in units of the picture.
const CELL: (u16, u16) = (9, 18);
const MARGIN: u16 = 12;

/// The colours of a light terminal: paper, ink, and the sixteen of ANSI.
const PAPER: &str = "#ffffff";
const INK: &str = "#24292f";
const ANSI: [&str; 16] = [
    "#24292f", "#b62324", "#116329", "#7d4e00", "#0550ae", "#8250df", "#1b7c83", "#6e7781",
    "#57606a", "#a40e26", "#1a7f37", "#633c01", "#0969da", "#a475f9", "#3192aa", "#8c959f",
];

/// What cells of a run have in common.
#[derive(Clone, Copy, PartialEq)]
struct Looks {
    ink: &'static str,
    paper: &'static str,
    modifier: Modifier,
}

/// The picture of a screen.
pub fn of(screen: &Buffer) -> String {
    let (columns, rows) = (screen.area.width, screen.area.height);
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{PAPER}\" stroke=\"#d0d7de\"/>\n"
    );
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let looks = looks(&screen[(column, row)]);
            let start = column;
            let mut text = String::new();
            while column < columns && self::looks(&screen[(column, row)]) == looks {
                text += screen[(column, row)].symbol();
                column += 1;
            }
            run(&mut svg, (start, row), &text, looks);
        }
    }
    svg + "</svg>\n"
}

fn looks(cell: &Cell) -> Looks {
    let (ink, paper) = (
        colour(cell.fg).unwrap_or(INK),
        colour(cell.bg).unwrap_or(PAPER),
    );
    let turned = cell.modifier.contains(Modifier::REVERSED);
    Looks {
        ink: if turned { paper } else { ink },
        paper: if turned { ink } else { paper },
        modifier: cell.modifier,
    }
}

/// A colour of the sixteen; none is the terminal's own.
fn colour(colour: Color) -> Option<&'static str> {
    let index = match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(index) if index < 16 => index,
        _ => return None,
    };
    Some(ANSI[usize::from(index)])
}

fn run(svg: &mut String, (column, row): (u16, u16), text: &str, looks: Looks) {
    let cells = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    let (x, y) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    let length = cells * CELL.0;
    if looks.paper != PAPER {
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{}\" fill=\"{}\"/>",
            CELL.1, looks.paper
        );
    }
    let words = text.trim_start();
    let before = u16::try_from(text.chars().count() - words.chars().count()).unwrap_or_default();
    let words = words.trim_end();
    if words.is_empty() {
        return;
    }
    let (x, length) = (
        x + before * CELL.0,
        u16::try_from(words.chars().count()).unwrap_or(cells) * CELL.0,
    );
    let has = |modifier, attribute: &'static str| {
        if looks.modifier.contains(modifier) {
            attribute
        } else {
            ""
        }
    };
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{length}\" fill=\"{}\" xml:space=\"preserve\"{}{}{}{}>{}</text>",
        y + 14,
        looks.ink,
        has(Modifier::BOLD, " font-weight=\"bold\""),
        has(Modifier::ITALIC, " font-style=\"italic\""),
        has(Modifier::UNDERLINED, " text-decoration=\"underline\""),
        has(Modifier::DIM, " opacity=\"0.62\""),
        words.replace('&', "&amp;").replace('<', "&lt;"),
    );
}
