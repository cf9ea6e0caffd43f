//! The keymap: one table of mode, keys and act. What a key does, the help, the footer's hints and
//! the README's table all come from it.

use super::{
    copy::Portion,
    message::{Act, Edit, Message, Reach, Turn},
    select::Unit,
};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
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
    /// The help.
    Help,
}

impl Mode {
    /// All modes, in the order in which the help shows them.
    pub const ALL: [Self; 10] = [
        Self::Reading,
        Self::Finder,
        Self::Search,
        Self::List,
        Self::Goto,
        Self::Select,
        Self::Menu,
        Self::Shown,
        Self::Card,
        Self::Help,
    ];

    /// Whether characters without a binding are typed into a line.
    const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Finder | Self::Search | Self::List | Self::Goto | Self::Help
        )
    }
}

/// A key with its modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

const fn code(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::NONE,
    }
}

const fn letter(c: char) -> Key {
    code(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Key {
    Key {
        code: KeyCode::Char(c),
        modifiers: KeyModifiers::CONTROL,
    }
}

const fn alt(c: char) -> Key {
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

const fn bind(mode: Mode, keys: &'static [Key], act: Act) -> Binding {
    Binding { mode, keys, act }
}

use Mode::{Card, Finder, Goto, Help, List, Menu, Reading, Search, Select, Shown};
use Turn::{Back, On};

const DIGITS: &[Key] = &[
    letter('0'),
    letter('1'),
    letter('2'),
    letter('3'),
    letter('4'),
    letter('5'),
    letter('6'),
    letter('7'),
    letter('8'),
    letter('9'),
];

/// The whole keymap.
pub const KEYMAP: &[Binding] = &[
    bind(
        Reading,
        &[letter('j'), code(KeyCode::Down)],
        Act::Scroll(On, Reach::Row),
    ),
    bind(
        Reading,
        &[letter('k'), code(KeyCode::Up)],
        Act::Scroll(Back, Reach::Row),
    ),
    bind(
        Reading,
        &[letter('d'), ctrl('d')],
        Act::Scroll(On, Reach::Half),
    ),
    bind(
        Reading,
        &[letter('u'), ctrl('u')],
        Act::Scroll(Back, Reach::Half),
    ),
    bind(
        Reading,
        &[letter(' '), code(KeyCode::PageDown)],
        Act::Scroll(On, Reach::Page),
    ),
    bind(
        Reading,
        &[letter('b'), code(KeyCode::PageUp)],
        Act::Scroll(Back, Reach::Page),
    ),
    bind(
        Reading,
        &[letter('g'), code(KeyCode::Home)],
        Act::Ends(Back),
    ),
    bind(Reading, &[letter('G'), code(KeyCode::End)], Act::Ends(On)),
    bind(Reading, &[letter('}')], Act::Paragraph(On)),
    bind(Reading, &[letter('{')], Act::Paragraph(Back)),
    bind(Reading, DIGITS, Act::Digit),
    bind(
        Reading,
        &[letter('l'), code(KeyCode::Right), letter('J')],
        Act::Section(On),
    ),
    bind(
        Reading,
        &[letter('h'), code(KeyCode::Left), letter('K')],
        Act::Section(Back),
    ),
    bind(Reading, &[letter('f'), ctrl('p')], Act::Find),
    bind(Reading, &[letter('F')], Act::FindAgain),
    bind(Reading, &[letter(']')], Act::Hit(On)),
    bind(Reading, &[letter('[')], Act::Hit(Back)),
    bind(Reading, &[letter('/')], Act::Search),
    bind(Reading, &[letter('n')], Act::SearchHit(On)),
    bind(Reading, &[letter('N')], Act::SearchHit(Back)),
    bind(Reading, &[letter('L')], Act::SearchList),
    bind(Reading, &[letter(':')], Act::Goto),
    bind(Reading, &[letter('y')], Act::Copy),
    bind(Reading, &[letter('v')], Act::Select),
    bind(Reading, &[letter('e')], Act::Mention(On)),
    bind(Reading, &[letter('E')], Act::Mention(Back)),
    bind(Reading, &[code(KeyCode::Enter)], Act::Card),
    bind(
        Reading,
        &[ctrl('o'), code(KeyCode::Backspace)],
        Act::Jump(Back),
    ),
    bind(Reading, &[code(KeyCode::Tab)], Act::Jump(On)),
    bind(Reading, &[letter('s')], Act::Sidebar),
    bind(Reading, &[letter('z')], Act::Zen),
    bind(Reading, &[letter('+'), letter('=')], Act::Measure(On)),
    bind(Reading, &[letter('-')], Act::Measure(Back)),
    bind(Reading, &[letter('t')], Act::Theme),
    bind(Reading, &[letter('?'), code(KeyCode::F(1))], Act::Help),
    bind(Reading, &[ctrl('l')], Act::Redraw),
    bind(Reading, &[ctrl('z')], Act::Suspend),
    bind(Reading, &[code(KeyCode::Esc)], Act::Close),
    bind(Reading, &[letter('q'), ctrl('c')], Act::Quit),
    bind(
        Finder,
        &[code(KeyCode::Down), ctrl('n'), ctrl('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Finder,
        &[code(KeyCode::Up), ctrl('p'), ctrl('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Finder,
        &[code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        Finder,
        &[code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(Finder, &[code(KeyCode::Tab)], Act::Kind(On)),
    bind(Finder, &[code(KeyCode::BackTab)], Act::Kind(Back)),
    bind(Finder, &[code(KeyCode::Right), ctrl('f')], Act::Aside(On)),
    bind(Finder, &[code(KeyCode::Left), ctrl('b')], Act::Aside(Back)),
    bind(Finder, &[code(KeyCode::Enter)], Act::Accept),
    bind(Finder, &[code(KeyCode::F(1))], Act::Help),
    bind(Finder, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(
        Finder,
        &[ctrl('a'), code(KeyCode::Home)],
        Act::Edit(Edit::GoToStart),
    ),
    bind(
        Finder,
        &[ctrl('e'), code(KeyCode::End)],
        Act::Edit(Edit::GoToEnd),
    ),
    bind(Finder, &[alt('b')], Act::Edit(Edit::GoToPrevWord)),
    bind(Finder, &[alt('f')], Act::Edit(Edit::GoToNextWord)),
    bind(
        Finder,
        &[code(KeyCode::Backspace)],
        Act::Edit(Edit::DeletePrevChar),
    ),
    bind(
        Finder,
        &[code(KeyCode::Delete), ctrl('d')],
        Act::Edit(Edit::DeleteNextChar),
    ),
    bind(Finder, &[ctrl('w')], Act::Edit(Edit::DeletePrevWord)),
    bind(Finder, &[alt('d')], Act::Edit(Edit::DeleteNextWord)),
    bind(Finder, &[ctrl('u')], Act::Edit(Edit::DeleteFromStart)),
    bind(Finder, &[ctrl('y')], Act::Edit(Edit::Yank)),
    bind(Finder, &[ctrl('l')], Act::Redraw),
    bind(Finder, &[ctrl('z')], Act::Suspend),
    bind(Finder, &[ctrl('c')], Act::Quit),
    bind(Search, &[code(KeyCode::Enter)], Act::Accept),
    bind(Search, &[code(KeyCode::Tab)], Act::SearchList),
    bind(Search, &[code(KeyCode::Up)], Act::Past(Back)),
    bind(Search, &[code(KeyCode::Down)], Act::Past(On)),
    bind(Search, &[ctrl('n'), ctrl('j')], Act::SearchHit(On)),
    bind(Search, &[ctrl('p'), ctrl('k')], Act::SearchHit(Back)),
    bind(Search, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(
        Search,
        &[code(KeyCode::Backspace)],
        Act::Edit(Edit::DeletePrevChar),
    ),
    bind(Search, &[ctrl('w')], Act::Edit(Edit::DeletePrevWord)),
    bind(Search, &[ctrl('u')], Act::Edit(Edit::DeleteFromStart)),
    bind(
        Search,
        &[code(KeyCode::Left), ctrl('b')],
        Act::Edit(Edit::GoToPrevChar),
    ),
    bind(
        Search,
        &[code(KeyCode::Right), ctrl('f')],
        Act::Edit(Edit::GoToNextChar),
    ),
    bind(
        Search,
        &[ctrl('a'), code(KeyCode::Home)],
        Act::Edit(Edit::GoToStart),
    ),
    bind(
        Search,
        &[ctrl('e'), code(KeyCode::End)],
        Act::Edit(Edit::GoToEnd),
    ),
    bind(
        Search,
        &[code(KeyCode::Delete), ctrl('d')],
        Act::Edit(Edit::DeleteNextChar),
    ),
    bind(Search, &[alt('b')], Act::Edit(Edit::GoToPrevWord)),
    bind(Search, &[alt('f')], Act::Edit(Edit::GoToNextWord)),
    bind(Search, &[alt('d')], Act::Edit(Edit::DeleteNextWord)),
    bind(Search, &[ctrl('y')], Act::Edit(Edit::Yank)),
    bind(Search, &[code(KeyCode::F(1))], Act::Help),
    bind(Search, &[ctrl('l')], Act::Redraw),
    bind(Search, &[ctrl('z')], Act::Suspend),
    bind(Search, &[ctrl('c')], Act::Quit),
    bind(
        List,
        &[code(KeyCode::Down), ctrl('n'), ctrl('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        List,
        &[code(KeyCode::Up), ctrl('p'), ctrl('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        List,
        &[code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        List,
        &[code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(List, &[code(KeyCode::Enter)], Act::Accept),
    bind(List, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(
        List,
        &[code(KeyCode::Backspace)],
        Act::Edit(Edit::DeletePrevChar),
    ),
    bind(List, &[ctrl('w')], Act::Edit(Edit::DeletePrevWord)),
    bind(List, &[ctrl('u')], Act::Edit(Edit::DeleteFromStart)),
    bind(
        List,
        &[code(KeyCode::Left), ctrl('b')],
        Act::Edit(Edit::GoToPrevChar),
    ),
    bind(
        List,
        &[code(KeyCode::Right), ctrl('f')],
        Act::Edit(Edit::GoToNextChar),
    ),
    bind(
        List,
        &[ctrl('a'), code(KeyCode::Home)],
        Act::Edit(Edit::GoToStart),
    ),
    bind(
        List,
        &[ctrl('e'), code(KeyCode::End)],
        Act::Edit(Edit::GoToEnd),
    ),
    bind(
        List,
        &[code(KeyCode::Delete), ctrl('d')],
        Act::Edit(Edit::DeleteNextChar),
    ),
    bind(List, &[alt('b')], Act::Edit(Edit::GoToPrevWord)),
    bind(List, &[alt('f')], Act::Edit(Edit::GoToNextWord)),
    bind(List, &[alt('d')], Act::Edit(Edit::DeleteNextWord)),
    bind(List, &[ctrl('y')], Act::Edit(Edit::Yank)),
    bind(List, &[code(KeyCode::F(1))], Act::Help),
    bind(List, &[ctrl('l')], Act::Redraw),
    bind(List, &[ctrl('z')], Act::Suspend),
    bind(List, &[ctrl('c')], Act::Quit),
    bind(Goto, &[code(KeyCode::Enter)], Act::Accept),
    bind(Goto, &[code(KeyCode::Tab)], Act::Complete),
    bind(Goto, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(
        Goto,
        &[code(KeyCode::Backspace)],
        Act::Edit(Edit::DeletePrevChar),
    ),
    bind(Goto, &[ctrl('w')], Act::Edit(Edit::DeletePrevWord)),
    bind(Goto, &[ctrl('u')], Act::Edit(Edit::DeleteFromStart)),
    bind(
        Goto,
        &[code(KeyCode::Left), ctrl('b')],
        Act::Edit(Edit::GoToPrevChar),
    ),
    bind(
        Goto,
        &[code(KeyCode::Right), ctrl('f')],
        Act::Edit(Edit::GoToNextChar),
    ),
    bind(
        Goto,
        &[ctrl('a'), code(KeyCode::Home)],
        Act::Edit(Edit::GoToStart),
    ),
    bind(
        Goto,
        &[ctrl('e'), code(KeyCode::End)],
        Act::Edit(Edit::GoToEnd),
    ),
    bind(
        Goto,
        &[code(KeyCode::Delete), ctrl('d')],
        Act::Edit(Edit::DeleteNextChar),
    ),
    bind(Goto, &[alt('b')], Act::Edit(Edit::GoToPrevWord)),
    bind(Goto, &[alt('f')], Act::Edit(Edit::GoToNextWord)),
    bind(Goto, &[alt('d')], Act::Edit(Edit::DeleteNextWord)),
    bind(Goto, &[ctrl('y')], Act::Edit(Edit::Yank)),
    bind(Goto, &[code(KeyCode::F(1))], Act::Help),
    bind(Goto, &[ctrl('l')], Act::Redraw),
    bind(Goto, &[ctrl('z')], Act::Suspend),
    bind(Goto, &[ctrl('c')], Act::Quit),
    bind(Select, &[letter('w')], Act::Extend(On, Unit::Word)),
    bind(Select, &[letter('b')], Act::Extend(Back, Unit::Word)),
    bind(Select, &[letter('s')], Act::Extend(On, Unit::Sentence)),
    bind(Select, &[letter('S')], Act::Extend(Back, Unit::Sentence)),
    bind(Select, &[letter('p')], Act::Extend(On, Unit::Paragraph)),
    bind(Select, &[letter('y')], Act::Copy),
    bind(Select, &[code(KeyCode::Enter)], Act::Accept),
    bind(
        Select,
        &[letter('j'), code(KeyCode::Down)],
        Act::Scroll(On, Reach::Row),
    ),
    bind(
        Select,
        &[letter('k'), code(KeyCode::Up)],
        Act::Scroll(Back, Reach::Row),
    ),
    bind(Select, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Select, &[letter('?'), code(KeyCode::F(1))], Act::Help),
    bind(Select, &[ctrl('l')], Act::Redraw),
    bind(Select, &[ctrl('z')], Act::Suspend),
    bind(Select, &[letter('q'), ctrl('c')], Act::Quit),
    bind(Menu, &[letter('p')], Act::Take(Portion::Paragraph)),
    bind(Menu, &[letter('c')], Act::Take(Portion::Citation)),
    bind(Menu, &[letter('q')], Act::Take(Portion::Quote)),
    bind(Menu, &[letter('l')], Act::Take(Portion::Link)),
    bind(Menu, &[letter('r')], Act::Take(Portion::Response)),
    bind(Menu, &[letter('a')], Act::Take(Portion::Recommendation)),
    bind(Menu, &[letter('s')], Act::Take(Portion::Selection)),
    bind(
        Menu,
        &[letter('j'), code(KeyCode::Down)],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Menu,
        &[letter('k'), code(KeyCode::Up)],
        Act::Choose(Back, Reach::Row),
    ),
    bind(Menu, &[code(KeyCode::Tab)], Act::CiteStyle),
    bind(Menu, &[letter('n')], Act::NoteMarks),
    bind(Menu, &[code(KeyCode::Enter)], Act::Accept),
    bind(Menu, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Menu, &[letter('?'), code(KeyCode::F(1))], Act::Help),
    bind(Menu, &[ctrl('l')], Act::Redraw),
    bind(Menu, &[ctrl('z')], Act::Suspend),
    bind(Menu, &[ctrl('c')], Act::Quit),
    bind(Shown, &[letter('w')], Act::Save),
    bind(
        Shown,
        &[code(KeyCode::Esc), code(KeyCode::Enter), ctrl('g')],
        Act::Close,
    ),
    bind(Shown, &[letter('?'), code(KeyCode::F(1))], Act::Help),
    bind(Shown, &[ctrl('l')], Act::Redraw),
    bind(Shown, &[ctrl('z')], Act::Suspend),
    bind(Shown, &[letter('q'), ctrl('c')], Act::Quit),
    bind(
        Card,
        &[letter('j'), code(KeyCode::Down)],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Card,
        &[letter('k'), code(KeyCode::Up)],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Card,
        &[letter(' '), code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        Card,
        &[letter('b'), code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(Card, &[code(KeyCode::Enter)], Act::Accept),
    bind(Card, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Card, &[letter('?'), code(KeyCode::F(1))], Act::Help),
    bind(Card, &[ctrl('l')], Act::Redraw),
    bind(Card, &[ctrl('z')], Act::Suspend),
    bind(Card, &[letter('q'), ctrl('c')], Act::Quit),
    bind(
        Help,
        &[code(KeyCode::Down), ctrl('n'), ctrl('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Help,
        &[code(KeyCode::Up), ctrl('p'), ctrl('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Help,
        &[code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        Help,
        &[code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(
        Help,
        &[
            code(KeyCode::Esc),
            ctrl('g'),
            code(KeyCode::F(1)),
            letter('?'),
        ],
        Act::Close,
    ),
    bind(
        Help,
        &[code(KeyCode::Backspace)],
        Act::Edit(Edit::DeletePrevChar),
    ),
    bind(Help, &[ctrl('w')], Act::Edit(Edit::DeletePrevWord)),
    bind(Help, &[ctrl('u')], Act::Edit(Edit::DeleteFromStart)),
    bind(Help, &[ctrl('l')], Act::Redraw),
    bind(Help, &[ctrl('z')], Act::Suspend),
    bind(Help, &[ctrl('c')], Act::Quit),
];

/// The first binding of an act in a mode; every act that a hint names has one.
#[must_use]
pub fn binding(mode: Mode, act: Act) -> Option<&'static Binding> {
    KEYMAP
        .iter()
        .find(|binding| binding.mode == mode && binding.act == act)
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
    if let Some(binding) = KEYMAP
        .iter()
        .find(|binding| binding.mode == mode && binding.keys.contains(&key))
    {
        return Some(match (binding.act, key.code) {
            (Act::Digit, KeyCode::Char(digit)) => Message::Section(digit.to_digit(10)?),
            (act, _) => Message::Act(act),
        });
    }
    match key.code {
        KeyCode::Char(c) if mode.takes_text() && key.modifiers.is_empty() => Some(Message::Type(c)),
        _ => None,
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
    use super::*;
    use crate::{app::words::Words, letter::Language};
    use std::collections::HashSet;

    #[test]
    fn no_key_stands_twice_in_a_mode() {
        let mut seen = HashSet::new();
        for binding in KEYMAP {
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
            let ids: HashSet<_> = KEYMAP.iter().map(|binding| binding.act.id()).collect();
            for id in &ids {
                assert!(
                    words.acts.contains_key(*id),
                    "{id} has no description in {language:?}"
                );
            }
            for id in words.acts.keys() {
                assert!(
                    ids.contains(id.as_str()),
                    "{id} is described and has no key"
                );
            }
        }
    }

    #[test]
    fn dead_keys_mean_nothing_by_default() {
        for binding in KEYMAP {
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
            (Reading, key(KeyCode::Char('x'), KeyModifiers::NONE), None),
            (
                Finder,
                key(KeyCode::Char('4'), KeyModifiers::NONE),
                Some(Message::Type('4')),
            ),
            (Finder, key(KeyCode::Char('x'), KeyModifiers::ALT), None),
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
