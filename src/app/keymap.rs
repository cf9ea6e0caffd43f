//! The keymap: one table of mode, keys and act (in `bindings.rs`). What a key does, the help, the footer's hints and
//! the README's table all come from it.

use super::bindings::{EDITING, EVERYWHERE, KEYMAP};
use super::message::{Act, Message, Turn};
pub(super) use crossterm::event::KeyCode;
use crossterm::event::{
    Event, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::fmt;

/// What the keys act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The text.
    Reading,
    /// The finder.
    Finder,
    /// The line in which a search is typed.
    Search,
    /// The list of what a search found.
    List,
    /// The line in which an address is typed.
    Goto,
    /// A selection in the text.
    Select,
    /// The menu of what can be copied.
    Menu,
    /// A text to be selected by hand.
    Shown,
    /// A card.
    Card,
    /// The concordance of what a card tells of.
    Concordance,
    /// The overview.
    Overview,
    /// The line in which is typed what narrows its tables.
    Narrow,
    /// The menu of what can be copied from a table.
    TableMenu,
    /// The line in which a note of one's own is typed.
    OwnNote,
    /// The help.
    Help,
}

impl Mode {
    /// All modes, in the order in which the help shows them.
    pub const ALL: [Self; 15] = [
        Self::Reading,
        Self::Finder,
        Self::Search,
        Self::List,
        Self::Goto,
        Self::Select,
        Self::Menu,
        Self::Shown,
        Self::Card,
        Self::Concordance,
        Self::Overview,
        Self::Narrow,
        Self::TableMenu,
        Self::OwnNote,
        Self::Help,
    ];

    /// Whether characters without a binding are typed into a line.
    const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Finder
                | Self::Search
                | Self::List
                | Self::Goto
                | Self::OwnNote
                | Self::Narrow
                | Self::Help
        )
    }
}

/// A key with its modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

pub(super) const fn code(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::NONE,
    }
}

pub(super) const fn letter(c: char) -> Key {
    code(KeyCode::Char(c))
}

pub(super) const fn ctrl(c: char) -> Key {
    Key {
        code: KeyCode::Char(c),
        modifiers: KeyModifiers::CONTROL,
    }
}

pub(super) const fn alt(c: char) -> Key {
    Key {
        code: KeyCode::Char(c),
        modifiers: KeyModifiers::ALT,
    }
}

impl Key {
    /// The key of an event. Shift says nothing beside a character, which is already the shifted
    /// one.
    fn of(event: KeyEvent) -> Self {
        let mut modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let code = match event.code {
            // A terminal sends Ctrl-h for Backspace, or the other way round.
            KeyCode::Char('h') if modifiers == KeyModifiers::CONTROL => {
                modifiers = KeyModifiers::NONE;
                KeyCode::Backspace
            }
            code => code,
        };
        Self { code, modifiers }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            out.write_str("Ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            out.write_str("Alt-")?;
        }
        match self.code {
            KeyCode::Char(' ') => out.write_str("Space"),
            KeyCode::Char(c) => write!(out, "{c}"),
            KeyCode::Up => out.write_str("↑"),
            KeyCode::Down => out.write_str("↓"),
            KeyCode::Left => out.write_str("←"),
            KeyCode::Right => out.write_str("→"),
            KeyCode::PageUp => out.write_str("PgUp"),
            KeyCode::PageDown => out.write_str("PgDn"),
            KeyCode::BackTab => out.write_str("Shift-Tab"),
            KeyCode::F(number) => write!(out, "F{number}"),
            other => write!(out, "{other:?}"),
        }
    }
}

/// A line of the keymap.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub mode: Mode,
    /// The keys that mean the act.
    pub keys: &'static [Key],
    /// What they mean.
    pub act: Act,
}

/// What keys mean in a mode: its own bindings first, then those it shares.
pub fn bindings(mode: Mode) -> impl Iterator<Item = Binding> {
    let own = move || KEYMAP.iter().filter(move |binding| binding.mode == mode);
    let taken = move |key: &Key| own().any(|binding| binding.keys.contains(key));
    let line: &[_] = if mode.takes_text() { EDITING } else { &[] };
    let shared = EVERYWHERE
        .iter()
        .chain(line)
        .filter(move |(keys, _)| !keys.iter().any(taken));
    own()
        .copied()
        .chain(shared.map(move |&(keys, act)| Binding { mode, keys, act }))
}

/// The first binding of an act in a mode; every act that a hint names has one.
#[must_use]
pub fn binding(mode: Mode, act: Act) -> Option<Binding> {
    bindings(mode).find(|binding| binding.act == act)
}

/// What an event of the terminal means in a mode, if anything.
#[must_use]
pub fn message(mode: Mode, event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(mode, key),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(columns, rows) => Some(Message::Resize { columns, rows }),
        Event::Mouse(mouse) => mouse_message(mouse),
        _ => None,
    }
}

fn pressed(mode: Mode, event: KeyEvent) -> Option<Message> {
    let key = Key::of(event);
    if let Some(binding) = bindings(mode).find(|binding| binding.keys.contains(&key)) {
        return Some(match (binding.act, key.code) {
            (Act::Digit | Act::TableDigit, KeyCode::Char(digit)) => {
                Message::Section(digit.to_digit(10)?)
            }
            (act, _) => Message::Act(act),
        });
    }
    match key.code {
        KeyCode::Char(c) if mode.takes_text() && key.modifiers.is_empty() => Some(Message::Type(c)),
        // What a finger rests on while another key is pressed says nothing.
        KeyCode::Modifier(_)
        | KeyCode::CapsLock
        | KeyCode::NumLock
        | KeyCode::ScrollLock
        | KeyCode::Null => None,
        _ => Some(Message::Stray),
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
    use crate::{app::words::Words, letter::Language};
    use std::collections::HashSet;

    fn all() -> impl Iterator<Item = Binding> {
        Mode::ALL.into_iter().flat_map(bindings)
    }

    #[test]
    fn no_key_stands_twice_in_a_mode() {
        let mut seen = HashSet::new();
        for binding in all() {
            assert!(!binding.keys.is_empty());
            for key in binding.keys {
                assert!(
                    seen.insert((binding.mode, *key)),
                    "{key} stands twice in {:?}",
                    binding.mode
                );
            }
        }
    }

    #[test]
    fn every_act_has_a_description_in_both_languages() {
        for language in [Language::Dutch, Language::English] {
            let words = Words::of(language);
            let ids: HashSet<_> = all().map(|binding| binding.act.id()).collect();
            for id in &ids {
                assert!(
                    words.acts().contains_key(*id),
                    "{id} has no description in {language:?}"
                );
            }
            for id in words.acts().keys() {
                assert!(ids.contains(id), "{id} is described and has no key");
            }
        }
    }

    #[test]
    fn dead_keys_mean_nothing_by_default() {
        for binding in all() {
            for dead in ['\'', '"', '^', '~', '`'] {
                assert!(
                    !binding.keys.contains(&letter(dead)),
                    "{dead} is a dead key"
                );
            }
        }
    }

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
            assert_eq!(message(mode, event), expected);
        }
        let mut release = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(message(Reading, Event::Key(release)), None);
    }
}
