//! Lines and signs of ours for terminals that have no use for them. The letter's own words
//! stay as they are.

use crate::app::geometry::Signs;
use ratatui::buffer::Buffer;

/// A sign of ours that stands for something in the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A section that is read.
    Read,
    /// A section that is partly read.
    Partly,
    /// A bookmark.
    Bookmark,
    /// A note of one's own.
    OwnNote,
    /// A hit.
    Hit,
    /// What of a section shows.
    Shown,
}

/// A sign as it is drawn.
pub const fn sign(signs: Signs, sign: Sign) -> &'static str {
    match (sign, signs) {
        (Sign::Read, Signs::Drawn) => "✓",
        (Sign::Read, Signs::Ascii) => "x",
        (Sign::Partly, Signs::Drawn) => "·",
        (Sign::Partly, Signs::Ascii) => ".",
        (Sign::Bookmark, Signs::Drawn) => "★",
        (Sign::Bookmark, Signs::Ascii) => "*",
        (Sign::OwnNote, Signs::Drawn) => "✎",
        (Sign::OwnNote, Signs::Ascii) => "!",
        (Sign::Hit, Signs::Drawn) => "•",
        (Sign::Hit, Signs::Ascii) => "-",
        (Sign::Shown, Signs::Drawn) => "▐",
        (Sign::Shown, Signs::Ascii) => "|",
    }
}

/// Spells what is drawn in ASCII, where that is wanted.
pub fn spell(signs: Signs, buffer: &mut Buffer) {
    if signs == Signs::Drawn {
        return;
    }
    for cell in &mut buffer.content {
        let Some(c) = cell.symbol().chars().next() else {
            continue;
        };
        if let Some(plain) = plain(c) {
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
        '○' => 'o',
        '◌' => '.',
        '≡' => '=',
        '◐' => '~',
        '✕' => 'x',
        '□' => '#',
        '◇' => '*',
        '△' | '↑' => '^',
        '▽' | '↓' => 'v',
        '▷' => '@',
        '←' => '<',
        // The shades; the digits beside them say as much.
        '░' | '▒' | '▓' | '█' => ' ',
        '▌' | '→' => '>',
        'Σ' => 'S',
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::stance, letter::StanceLabel};

    #[test]
    fn each_sign_of_a_stance_means_one_thing() {
        for (label, drawn, ascii) in [
            (StanceLabel::Endorsed, "●", '+'),
            (StanceLabel::Partly, "◐", '~'),
            (StanceLabel::ExistingPolicy, "≡", '='),
            (StanceLabel::NotAdopted, "✕", 'x'),
            (StanceLabel::NoPosition, "◌", '.'),
            (StanceLabel::Noted, "◌", '.'),
            (StanceLabel::Unknown, "◌", '.'),
        ] {
            assert_eq!(stance::sign(label), drawn);
            assert_eq!(drawn.chars().next().and_then(plain), Some(ascii));
        }
    }
}
