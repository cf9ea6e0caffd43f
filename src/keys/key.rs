//! A key: what it is called in files, and on the screen.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The keys that are no character: each with its name in files, and the one on the screen.
static NAMED: [(KeyCode, &str, &str); 16] = [
    (KeyCode::Char(' '), "Space", "Space"),
    (KeyCode::Enter, "Enter", "Enter"),
    (KeyCode::Esc, "Esc", "Esc"),
    (KeyCode::Tab, "Tab", "Tab"),
    (KeyCode::BackTab, "Shift-Tab", "Shift-Tab"),
    (KeyCode::Backspace, "Backspace", "Backspace"),
    (KeyCode::Delete, "Delete", "Delete"),
    (KeyCode::Insert, "Insert", "Insert"),
    (KeyCode::Up, "Up", "↑"),
    (KeyCode::Down, "Down", "↓"),
    (KeyCode::Left, "Left", "←"),
    (KeyCode::Right, "Right", "→"),
    (KeyCode::PageUp, "PgUp", "PgUp"),
    (KeyCode::PageDown, "PgDn", "PgDn"),
    (KeyCode::Home, "Home", "Home"),
    (KeyCode::End, "End", "End"),
];

impl Key {
    /// The key of an event. Shift says nothing beside a character, which is already the shifted one.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        let modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match event.code {
            // A terminal sends Ctrl-h for Backspace, or the other way round.
            KeyCode::Char('h') if modifiers == KeyModifiers::CONTROL => Self {
                code: KeyCode::Backspace,
                modifiers: KeyModifiers::NONE,
            },
            code => Self { code, modifiers },
        }
    }

    /// The key with this name: a character, or one of [`Key::names`], behind `Ctrl-` and `Alt-` where these
    /// are held. What a terminal sends for two keys is one: `Ctrl-i` is `Tab`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut rest = name;
        let mut modifiers = KeyModifiers::NONE;
        for (prefix, modifier) in [
            ("Ctrl-", KeyModifiers::CONTROL),
            ("Alt-", KeyModifiers::ALT),
        ] {
            if let Some(behind) = without_prefix(rest, prefix) {
                rest = behind;
                modifiers |= modifier;
            }
        }
        let code = code_named(rest)?;
        Some(match code {
            KeyCode::Char('i' | 'I') if modifiers == KeyModifiers::CONTROL => {
                Self::from(KeyCode::Tab)
            }
            KeyCode::Char('m' | 'M') if modifiers == KeyModifiers::CONTROL => {
                Self::from(KeyCode::Enter)
            }
            KeyCode::Char('[') if modifiers == KeyModifiers::CONTROL => Self::from(KeyCode::Esc),
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => {
                let code = KeyCode::Char(c.to_ascii_lowercase());
                Self::of(KeyEvent::new(code, modifiers))
            }
            code => Self { code, modifiers },
        })
    }

    /// The names of keys that are no character, but for the function keys.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(_, name, _)| *name)
    }

    /// Its name in files, by which it can be typed on any keyboard.
    #[must_use]
    pub fn name(self) -> String {
        self.called(|(_, name, _)| name)
    }

    /// The digit it is, if it is one.
    #[must_use]
    pub fn digit(self) -> Option<u32> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => c.to_digit(10),
            _ => None,
        }
    }

    /// The character that it types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }

    /// Whether a finger may rest on it while another key is pressed, so that it says nothing by itself.
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(
            self.code,
            KeyCode::Modifier(_)
                | KeyCode::CapsLock
                | KeyCode::NumLock
                | KeyCode::ScrollLock
                | KeyCode::Null
        )
    }

    fn called(self, which: fn((KeyCode, &'static str, &'static str)) -> &'static str) -> String {
        let mut name = String::new();
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            name += "Ctrl-";
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            name += "Alt-";
        }
        let known = NAMED.iter().find(|(code, ..)| *code == self.code);
        match (known, self.code) {
            (Some(known), _) => name + which(*known),
            (None, KeyCode::Char(c)) => name + c.encode_utf8(&mut [0; 4]),
            (None, KeyCode::F(number)) => format!("{name}F{number}"),
            (None, code) => format!("{name}{code:?}"),
        }
    }
}

impl From<KeyCode> for Key {
    fn from(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.called(|(_, _, shown)| shown))
    }
}

/// What stands behind a prefix, whatever its case; nothing where that is nothing, as in `Alt-` alone.
fn without_prefix<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = name.split_at_checked(prefix.len())?;
    (start.eq_ignore_ascii_case(prefix) && !rest.is_empty()).then_some(rest)
}

fn code_named(name: &str) -> Option<KeyCode> {
    let mut letters = name.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        if only.is_ascii() {
            return only.is_ascii_graphic().then_some(KeyCode::Char(only));
        }
        let arrow = NAMED.iter().find(|(_, _, shown)| *shown == name);
        return Some(arrow.map_or(KeyCode::Char(only), |(code, ..)| *code));
    }
    let called = |(_, known, _): &&(_, &str, _)| known.eq_ignore_ascii_case(name);
    if let Some((code, ..)) = NAMED.iter().find(called) {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=12).contains(&number).then_some(KeyCode::F(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        let all = Key::names().map(str::to_owned).collect::<Vec<_>>();
        let others = [
            "j",
            "G",
            "é",
            "-",
            "Ctrl-f",
            "Alt-b",
            "Ctrl-Alt-x",
            "F1",
            "F12",
            "Alt-Enter",
            "Ctrl--",
        ];
        for name in all.iter().map(String::as_str).chain(others) {
            let key = Key::named(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(key.name(), name);
        }
    }

    #[test]
    fn a_key_goes_by_what_the_terminal_sends_for_it() {
        for (written, name, shown) in [
            ("ctrl-F", "Ctrl-f", "Ctrl-f"),
            ("Ctrl-h", "Backspace", "Backspace"),
            ("Ctrl-i", "Tab", "Tab"),
            ("Ctrl-m", "Enter", "Enter"),
            ("Ctrl-[", "Esc", "Esc"),
            ("↑", "Up", "↑"),
            ("down", "Down", "↓"),
            ("PGUP", "PgUp", "PgUp"),
            ("f3", "F3", "F3"),
        ] {
            let key = Key::named(written).unwrap_or_else(|| panic!("{written}"));
            assert_eq!(
                (key.name().as_str(), key.to_string().as_str()),
                (name, shown)
            );
        }
    }

    #[test]
    fn what_is_no_key_is_not_taken_for_one() {
        for name in [
            "",
            " ",
            "jj",
            "Ctrl-",
            "Alt-",
            "Meta-x",
            "F0",
            "F13",
            "Shift-a",
            "\t",
            "Ctrl-Up-x",
        ] {
            assert_eq!(Key::named(name), None, "{name}");
        }
    }
}
