//! What a monkey does.

use crate::random::Random;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::fmt;

/// One thing done.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Something happens on the terminal.
    Does(Event),
    /// The screen is drawn.
    Looks,
    /// Escape, often enough that nothing may lie over the text any more.
    Escapes,
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Does(Event::Key(KeyEvent {
                code, modifiers, ..
            })) if modifiers.is_empty() => write!(out, "{code:?}"),
            Self::Does(Event::Key(KeyEvent {
                code, modifiers, ..
            })) => write!(out, "{code:?} with {modifiers}"),
            Self::Does(Event::Mouse(mouse)) => {
                write!(out, "{:?} at {}, {}", mouse.kind, mouse.column, mouse.row)
            }
            other => write!(out, "{other:?}"),
        }
    }
}

/// Keys that are no characters.
const SPECIAL: [KeyCode; 17] = [
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::F(1),
];

/// Characters that open something, or move in it: pressed more often than others.
const BUSY: [char; 49] = [
    'f', 'F', '/', 'L', ':', 'y', 'v', 'e', 'E', '?', ']', '[', 'n', 'N', 'j', 'k', 'd', 'G', '}',
    '{', '4', '9', '0', 's', 'z', '+', '-', 'p', 'r', 'w', 'c', 'c', ')', ')', '(', 'o', 'o', 'V',
    'm', 'm', 'a', 'a', 'x', 'X', 'i', 'i', 'B', 'J', 'u',
];

/// Characters that few type.
const ODD: [char; 9] = [
    'é', '日', '\u{301}', '\u{202e}', '\u{200b}', '\0', '\x1b', '\u{9b}', '🇳',
];

/// Texts to paste.
const PASTES: [&str; 14] = [
    "",
    "raad",
    "mens hof",
    "civicus",
    "e",
    "4.2",
    "99.99",
    "maatschapelijke",
    "\"tussen papier",
    "RvE\x1b[31m\n\u{202e}x",
    "日本語 e\u{301} 🇳🇱 \u{ad}",
    "\r\n\t\0",
    "een heel lange regel die nergens in past en nergens in staat, en dan nog een keer zo lang",
    "{}",
];

/// Sizes of screens: none, too small, on either side of what changes with the size, and large.
const SIZES: [(u16, u16); 20] = [
    (0, 0),
    (0, 10),
    (10, 0),
    (1, 1),
    (19, 5),
    (20, 4),
    (20, 5),
    (21, 6),
    (40, 9),
    (69, 10),
    (70, 15),
    (80, 24),
    (80, 24),
    (89, 16),
    (120, 36),
    (149, 40),
    (150, 12),
    (150, 50),
    (300, 10),
    (500, 200),
];

/// Heights of screens that are wider than any; few are high, so that drawing all of them takes no longer
/// than drawing the others does.
const HEIGHTS: [u16; 8] = [3, 5, 9, 10, 16, 24, 40, 200];

/// So many steps.
///
/// They begin with these keys.
pub fn some(random: &mut Random, count: usize, first: &str) -> Vec<Step> {
    let mut size = (80, 24);
    let mut pressed = (0, 0);
    let mut steps = vec![Step::Does(Event::Resize(size.0, size.1))];
    let key_of = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
    steps.extend(first.chars().map(|c| Step::Does(Event::Key(key_of(c)))));
    while steps.len() < count {
        if random.one_in(1000) {
            size = (1200 + random.to(1800), random.pick(&HEIGHTS));
            steps.push(Step::Does(Event::Resize(size.0, size.1)));
            steps.extend((0..3).map(|_| Step::Does(key(random))));
            steps.push(Step::Looks);
        }
        let step = match random.below(100) {
            0 => Step::Escapes,
            1 | 2 => Step::Looks,
            3 | 4 => {
                size = random.pick(&SIZES);
                if random.one_in(3) {
                    size = (random.to(200), random.to(60));
                }
                Step::Does(Event::Resize(size.0, size.1))
            }
            5..=8 => Step::Does(Event::Paste(random.pick(&PASTES).to_owned())),
            9..=26 => Step::Does(mouse(random, size, &mut pressed)),
            _ => Step::Does(key(random)),
        };
        steps.push(step);
    }
    steps.push(Step::Looks);
    steps.push(Step::Escapes);
    steps
}

fn key(random: &mut Random) -> Event {
    let (code, modifiers) = match random.below(20) {
        0..=6 => (random.pick(&SPECIAL), KeyModifiers::NONE),
        7..=13 => (KeyCode::Char(random.pick(&BUSY)), KeyModifiers::NONE),
        14..=16 => (KeyCode::Char(ascii(random)), KeyModifiers::NONE),
        17 => (KeyCode::Char(ascii(random)), KeyModifiers::CONTROL),
        18 => (KeyCode::Char(ascii(random)), KeyModifiers::ALT),
        _ => (KeyCode::Char(random.pick(&ODD)), KeyModifiers::NONE),
    };
    Event::Key(KeyEvent::new(code, modifiers))
}

fn ascii(random: &mut Random) -> char {
    char::from(b' ' + u8::try_from(random.below(95)).expect("so many there are"))
}

/// An event of the mouse, mostly on the screen; a release is mostly where it was pressed.
fn mouse(random: &mut Random, size: (u16, u16), pressed: &mut (u16, u16)) -> Event {
    let mut cell = (random.to(size.0), random.to(size.1));
    if random.one_in(20) {
        cell = (random.to(u16::MAX), random.pick(&[0, 1, 5, u16::MAX]));
    }
    let kind = match random.below(10) {
        0..=2 => {
            *pressed = cell;
            MouseEventKind::Down(MouseButton::Left)
        }
        3..=5 => {
            if !random.one_in(4) {
                cell = *pressed;
            }
            MouseEventKind::Up(MouseButton::Left)
        }
        6 | 7 => MouseEventKind::Drag(MouseButton::Left),
        8 => MouseEventKind::ScrollDown,
        _ => MouseEventKind::ScrollUp,
    };
    Event::Mouse(MouseEvent {
        kind,
        column: cell.0,
        row: cell.1,
        modifiers: KeyModifiers::NONE,
    })
}
