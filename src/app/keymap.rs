//! What the terminal tells becomes a message: a key by the keymap, the mouse by what it did.

use super::message::{Act, Message, Turn};
pub use crate::keys::{Key, Keymap, Mode};
use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};

/// What an event of the terminal means in a mode, if anything.
#[must_use]
pub fn message(keymap: &Keymap, mode: Mode, event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(keymap, mode, Key::of(key)),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(columns, rows) => Some(Message::Resize { columns, rows }),
        Event::Mouse(mouse) => mouse_message(mouse),
        _ => None,
    }
}

fn pressed(keymap: &Keymap, mode: Mode, key: Key) -> Option<Message> {
    // What means nothing in the list of themes is pressed for the text.
    let in_text = || (mode == Mode::Themes).then(|| keymap.act(Mode::Reading, key));
    match keymap.act(mode, key).or_else(|| in_text().flatten()) {
        Some(Act::Digit | Act::TableDigit) => key.digit().map(Message::Section),
        Some(act) => Some(Message::Act(act)),
        None => match key.typed() {
            Some(c) if mode.takes_text() => Some(Message::Type(c)),
            _ if key.is_held() => None,
            _ => Some(Message::Stray),
        },
    }
}

const fn mouse_message(mouse: MouseEvent) -> Option<Message> {
    let MouseEvent { column, row, .. } = mouse;
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Press { column, row }),
        MouseEventKind::Drag(MouseButton::Left) => Some(Message::Drag { column, row }),
        MouseEventKind::Up(MouseButton::Left) => Some(Message::Release { column, row }),
        MouseEventKind::ScrollDown => Some(Message::Wheel {
            column,
            row,
            turn: Turn::On,
        }),
        MouseEventKind::ScrollUp => Some(Message::Wheel {
            column,
            row,
            turn: Turn::Back,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Mode::{Finder, Reading},
        Turn::{Back, On},
        *,
    };
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    #[test]
    fn events_become_messages() {
        let key = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
        for (mode, event, expected) in [
            (
                Reading,
                key(KeyCode::Char('4'), KeyModifiers::NONE),
                Some(Message::Section(4)),
            ),
            (
                Reading,
                key(KeyCode::Char('G'), KeyModifiers::SHIFT),
                Some(Message::Act(Act::Ends(On))),
            ),
            (
                Reading,
                key(KeyCode::Char('h'), KeyModifiers::CONTROL),
                Some(Message::Act(Act::Jump(Back))),
            ),
            (
                Reading,
                key(KeyCode::Char('Q'), KeyModifiers::NONE),
                Some(Message::Stray),
            ),
            (Reading, key(KeyCode::CapsLock, KeyModifiers::NONE), None),
            (
                Finder,
                key(KeyCode::Char('4'), KeyModifiers::NONE),
                Some(Message::Type('4')),
            ),
            (
                Finder,
                key(KeyCode::Char('x'), KeyModifiers::ALT),
                Some(Message::Stray),
            ),
            (
                Finder,
                Event::Paste("raad".into()),
                Some(Message::Paste("raad".into())),
            ),
            (Reading, Event::FocusGained, None),
        ] {
            assert_eq!(message(&Keymap::default(), mode, event), expected);
        }
        let mut release = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(
            message(&Keymap::default(), Reading, Event::Key(release)),
            None
        );
    }
}
