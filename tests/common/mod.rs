//! A reader without a terminal: keys in, screens out.
#![allow(dead_code)] // every test that takes this over uses a part of it

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use kamerbrief::{
    app::{
        App,
        kept::{Changes, Kept, Saved},
        keymap,
        message::{Effect, Message, Turn},
        words::Words,
    },
    catalogue::Catalogue,
    letter::{self, Language, Letter},
    tui::{
        theme::{Look, Theme},
        view,
    },
};
use std::{fmt::Write, time::Duration};

use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    style::{Color, Style},
};

/// A number that the environment may set, for a longer run or one with another seed.
pub fn setting(name: &str, otherwise: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.map_or(otherwise, |set| set.parse().expect("a number"))
}

/// The roles that a screen tells apart, each with the field of the theme it has.
const ROLES: [&str; 17] = [
    "title",
    "accent",
    "bar",
    "organisation",
    "instrument",
    "other",
    "note",
    "focus",
    "hit",
    "near",
    "echo",
    "selected",
    "chosen",
    "matched",
    "notice",
    "mark",
    "hedge",
];

/// A theme in which every role has a colour of its own, so that cells tell their role.
fn roles() -> Theme {
    let look = |name: &str| {
        let index = ROLES.iter().position(|role| *role == name).expect("a role");
        Look(Style::new().fg(Color::Indexed(u8::try_from(index).expect("few roles") + 1)))
    };
    Theme {
        title: look("title"),
        accent: look("accent"),
        bar: look("bar"),
        organisation: look("organisation"),
        instrument: look("instrument"),
        other: look("other"),
        note: look("note"),
        focus: look("focus"),
        hit: look("hit"),
        near: look("near"),
        echo: look("echo"),
        selected: look("selected"),
        chosen: look("chosen"),
        matched: look("matched"),
        notice: look("notice"),
        mark: look("mark"),
        hedge: look("hedge"),
        ..Theme::default()
    }
}

/// A reader at work.
pub struct Journey {
    pub app: App,
    pub effects: Vec<Effect>,
    /// How many keys have been pressed, those that type counted in.
    pub keys: usize,
    /// What is kept, or is to be kept where a test does that by hand.
    pub disk: Disk,
    /// How much time has gone by.
    clock: Duration,
}

/// What becomes of what a reader gives out to be kept.
pub enum Disk {
    /// It is kept at once.
    Quick(Kept),
    /// The test keeps it; what is to be kept next.
    ByHand(Option<Changes>),
}

impl Journey {
    /// The embedded letter on a screen of this size, in Dutch.
    pub fn start(columns: u16, rows: u16) -> Self {
        Self::with(letter::embedded(), Language::Dutch, columns, rows)
    }

    pub fn with(letter: Letter, language: Language, columns: u16, rows: u16) -> Self {
        let app = App::new(letter, Catalogue::embedded(), Words::of(language));
        let mut journey = Self {
            app,
            effects: Vec::new(),
            keys: 0,
            disk: Disk::Quick(Kept::default()),
            clock: Duration::ZERO,
        };
        journey.resize(columns, rows);
        journey
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.tell(Message::Resize { columns, rows })
    }

    /// Looks at what shows for so many seconds.
    pub fn look(&mut self, seconds: u64) -> &mut Self {
        self.clock += Duration::from_secs(seconds);
        self.tell(Message::At(self.clock))
    }

    pub fn tell(&mut self, message: Message) -> &mut Self {
        let effect = self.app.update(message);
        if let Some(Effect::Keep(changes)) = &effect {
            self.keep((**changes).clone());
        }
        self.effects.extend(effect);
        self
    }

    fn keep(&mut self, changes: Changes) {
        match &mut self.disk {
            Disk::ByHand(next) => *next = Some(changes),
            Disk::Quick(kept) => {
                *kept = changes.added_to(kept.clone());
                let kept = Box::new(kept.clone());
                self.tell(Message::Saved(Saved::Kept { kept, aside: None }));
            }
        }
    }

    /// Keeps what a reader gives out, on top of what is kept; at last all that it has.
    pub fn keep_by_hand(&mut self, kept: &mut Kept) {
        loop {
            let Disk::ByHand(next) = &mut self.disk else {
                panic!("it is kept at once");
            };
            let Some(changes) = next.take() else {
                self.tell(Message::Ends);
                if matches!(self.disk, Disk::ByHand(None)) {
                    return;
                }
                continue;
            };
            *kept = changes.added_to(std::mem::take(kept));
            let kept = Box::new(kept.clone());
            self.tell(Message::Saved(Saved::Kept { kept, aside: None }));
        }
    }

    /// Presses keys by name, parted by spaces: `4 e Enter Ctrl-o`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            let event = Event::Key(key_event(key));
            self.keys += 1;
            if let Some(message) = keymap::message(self.app.keymap(), self.app.mode(), event) {
                self.tell(message);
            }
        }
        self
    }

    /// Types a text, a character at a time.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let event = Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            self.keys += 1;
            if let Some(message) = keymap::message(self.app.keymap(), self.app.mode(), event) {
                self.tell(message);
            }
        }
        self
    }

    pub fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.tell(Message::Press { column, row })
            .tell(Message::Release { column, row })
    }

    /// Presses the mouse on a cell, moves it over others and releases it on the last.
    pub fn drag(&mut self, from: (u16, u16), over: &[(u16, u16)]) -> &mut Self {
        let (column, row) = from;
        self.tell(Message::Press { column, row });
        for &(column, row) in over {
            self.tell(Message::Drag { column, row });
        }
        let &(column, row) = over.last().unwrap_or(&from);
        self.tell(Message::Release { column, row })
    }

    /// The cell of the first character of the first place on the screen where a text stands, row by
    /// row; its cells are as many as its characters.
    #[track_caller]
    pub fn cell_of(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let found = screen.lines().zip(0..).find_map(|(line, row)| {
            let before = &line[..line.find(text)?];
            Some((u16::try_from(before.chars().count()).ok()?, row))
        });
        found.unwrap_or_else(|| panic!("‘{text}’ does not show:\n{screen}"))
    }

    pub fn wheel(&mut self, column: u16, row: u16, turn: Turn) -> &mut Self {
        self.tell(Message::Wheel { column, row, turn })
    }

    fn buffer(&self) -> Buffer {
        self.buffer_in(&roles())
    }

    /// The cells of the screen in a theme.
    pub fn buffer_in(&self, theme: &Theme) -> Buffer {
        let size = self.app.reader().size;
        let mut terminal =
            Terminal::new(TestBackend::new(size.columns, size.rows)).expect("never fails");
        terminal
            .draw(|frame| view(&self.app, theme, frame))
            .expect("never fails");
        terminal.backend().buffer().clone()
    }

    /// The characters of the screen, row by row, without space at the right.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let row = |y: u16| {
            (0..buffer.area.width)
                .map(|x| buffer[(x, y)].symbol())
                .collect::<String>()
        };
        (0..buffer.area.height)
            .map(|y| row(y).trim_end().to_owned() + "\n")
            .collect()
    }

    /// What has a role of its own: row, role and characters.
    pub fn roles(&self) -> String {
        let buffer = self.buffer();
        let role = |x: u16, y: u16| match buffer[(x, y)].style().fg {
            Some(Color::Indexed(index)) => ROLES.get(usize::from(index) - 1),
            _ => None,
        };
        let mut found = String::new();
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let Some(name) = role(x, y) else {
                    x += 1;
                    continue;
                };
                let start = x;
                while x < buffer.area.width && role(x, y) == Some(name) {
                    x += 1;
                }
                let text: String = (start..x).map(|x| buffer[(x, y)].symbol()).collect();
                if !text.trim().is_empty() {
                    writeln!(found, "{y:>2} {name}: {}", text.trim()).expect("never fails");
                }
            }
        }
        found
    }

    /// Screen and roles, for a snapshot.
    pub fn picture(&self) -> String {
        format!("{}\n{}", self.screen(), self.roles())
    }

    /// The last row.
    pub fn footer(&self) -> String {
        self.screen().lines().last().unwrap_or_default().to_owned()
    }

    /// Whether a text stands on the screen.
    pub fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// The characters that have this role, row by row.
    pub fn with_role(&self, role: &str) -> Vec<String> {
        let roles = self.roles();
        let lines = roles
            .lines()
            .filter_map(|line| line.split_once(' ').map(|_| line.trim_start()));
        lines
            .filter_map(|line| {
                line.split_once(' ')?
                    .1
                    .strip_prefix(role)?
                    .strip_prefix(": ")
                    .map(str::to_owned)
            })
            .collect()
    }
}

fn key_event(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("Ctrl", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("Alt", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Backspace" => KeyCode::Backspace,
        "Space" => KeyCode::Char(' '),
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Delete" => KeyCode::Delete,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "F1" => KeyCode::F(1),
        "F3" => KeyCode::F(3),
        name => KeyCode::Char(name.chars().next().expect("a key")),
    };
    KeyEvent::new(code, modifiers)
}
