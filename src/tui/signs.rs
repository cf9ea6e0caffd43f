//! Lines and signs of ours, spelled in ASCII for terminals that have no others. What is the letter's own is never
//! spelled: only what comes through here.

use crate::app::{App, geometry::Signs};
use ratatui::symbols::border;
use std::borrow::Cow;

/// A sign of ours that stands for something in the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A section that is read: two strokes, which nobody takes for a stance.
    Read,
    /// A section that is partly read: one.
    Partly,
    /// A bookmark.
    Bookmark,
    /// A note of one's own.
    OwnNote,
    /// A hit.
    Hit,
    /// What of a section shows.
    Shown,
    /// A time that is named in a year.
    Named,
    /// One that runs through it.
    Running,
}

/// A sign as it is drawn.
pub fn sign(app: &App, sign: Sign) -> Cow<'static, str> {
    let drawn = match sign {
        Sign::Read => "″",
        Sign::Partly => "′",
        Sign::Bookmark => "★",
        Sign::OwnNote => "✎",
        Sign::Hit => "•",
        Sign::Shown => "▐",
        // Their count is their length, so that they must show in ASCII too.
        Sign::Named if is_plain(app) => "#",
        Sign::Named => "█",
        Sign::Running if is_plain(app) => "-",
        Sign::Running => "░",
    };
    ours(app, drawn)
}

/// Words and signs of ours as the arrangement wants them. Each character takes as
/// many cells as before.
pub fn ours<'text>(app: &App, text: impl Into<Cow<'text, str>>) -> Cow<'text, str> {
    let text = text.into();
    let spelled = |c: char| spelled(app, c);
    if text.chars().all(|c| spelled(c) == c) {
        return text;
    }
    text.chars().map(spelled).collect()
}

/// The lines of a box.
pub fn border(app: &App) -> border::Set<'static> {
    match app.reader().arrangement.signs {
        Signs::Drawn => border::ROUNDED,
        Signs::Ascii => border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
    }
}

fn is_plain(app: &App) -> bool {
    app.reader().arrangement.signs == Signs::Ascii
}

fn spelled(app: &App, c: char) -> char {
    match app.reader().arrangement.signs {
        Signs::Ascii => plain(c).unwrap_or(c),
        Signs::Drawn => c,
    }
}

/// The ASCII for a line or sign of ours.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        '─' | '•' | '·' => '-',
        '│' | '▎' | '▐' => '|',
        '━' | '□' => '#',
        '\u{2500}'..='\u{257f}' | '●' => '+',
        '○' => 'o',
        '◌' | '…' => '.',
        '≡' => '=',
        '◐' => '~',
        '✕' => 'x',
        '″' => '"',
        '′' | '‘' | '’' => '\'',
        '◇' => '%',
        '§' => '$',
        '★' => '*',
        '✎' => '!',
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
    use std::collections::HashSet;

    #[test]
    fn kinds_and_marks_are_told_apart_in_ascii() {
        let signs = ['○', '□', '◇', '△', '▽', '▷', '§', '★', '✎'];
        let spelled: HashSet<char> = signs.into_iter().filter_map(plain).collect();
        assert_eq!(spelled.len(), signs.len(), "{spelled:?}");
        assert!(spelled.iter().all(char::is_ascii));
    }

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
