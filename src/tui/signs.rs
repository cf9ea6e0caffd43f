//! Lines and signs of ours for terminals and ears that have no use for them. The letter's own words
//! stay as they are.

use crate::app::geometry::{Arrangement, Shape, Signs};
use ratatui::buffer::Buffer;

/// Spells what is drawn as the arrangement wants it: in ASCII, or without lines.
pub fn spell(arrangement: Arrangement, buffer: &mut Buffer) {
    let linear = arrangement.shape == Shape::Linear;
    let ascii = arrangement.signs == Signs::Ascii;
    if !linear && !ascii {
        return;
    }
    for cell in &mut buffer.content {
        let Some(c) = cell.symbol().chars().next() else {
            continue;
        };
        if linear && matches!(c, '\u{2500}'..='\u{259f}') {
            cell.set_char(' ');
        } else if ascii && let Some(plain) = plain(c) {
            cell.set_char(plain);
        }
    }
}

/// The ASCII for a line or sign of ours.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        '─' => '-',
        '│' | '▎' => '|',
        '\u{2500}'..='\u{257f}' | '●' => '+',
        '○' | '◌' => 'o',
        '◐' => '~',
        '✕' => 'x',
        '□' => '#',
        '◇' => '*',
        '△' | '↑' => '^',
        '▽' | '↓' => 'v',
        '←' => '<',
        '░' => '.',
        '▒' => ':',
        '▓' => '%',
        '█' => '@',
        '▌' | '→' => '>',
        'Σ' => '=',
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        _ => return None,
    })
}
