//! Cuts what the terminal sends into keys, sequences and pastes, however it is cut up on its way.
//!
//! The grammar is that of ECMA-48, which also holds for sequences that nobody here knows: those are dropped
//! whole, and so are replies that another program has asked for. What is not whole waits for its rest, a
//! moment, as in vim; for Esc begins sequences and is a key. Crossterm, which gives us the events, takes Esc
//! and letters where a sequence comes in pieces, and never answers again behind some that it does not know.

use super::events;
use crossterm::event::{Event, KeyModifiers};
use std::{
    collections::VecDeque,
    mem,
    time::{Duration, Instant},
};

/// How long an Esc waits for what it may begin. Vim waits so long.
const ESCAPE: Duration = Duration::from_millis(100);

/// How long a sequence waits for its next piece.
const REST: Duration = Duration::from_millis(300);

/// Within this time Esc and a character are one key, with Alt. Nobody presses two keys as fast.
const AT_ONCE: Duration = Duration::from_millis(25);

/// The most bytes that stand between the start and the last byte of a sequence that means something.
const LONGEST: usize = 64;

/// The most bytes of a paste that are kept, far more than any line takes.
const LONGEST_PASTE: usize = 1 << 20;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

const ESC: u8 = 0x1b;

/// What has come in part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Whole,
    /// The first bytes of a character of several.
    Character,
    /// An Esc.
    Escape,
    /// A second one: nothing follows the first. A sequence may follow the second.
    Escapes,
    /// The start of a control sequence (CSI), and perhaps its parameters.
    Control,
    /// The start of a key of the keypad (SS3).
    Keypad,
    /// The start of a function key of the Linux console, `ESC [ [`.
    Console,
    /// The start of a mouse event in its oldest form; three bytes follow.
    Mouse,
    /// A string of the terminal's (OSC, DCS, APC, PM, SOS), which nobody here reads.
    Text,
    /// An Esc within it, which may end it.
    TextEscape,
    /// A paste.
    Paste,
}

/// What the terminal has sent.
#[derive(Debug)]
pub struct Input {
    events: VecDeque<Event>,
    state: State,
    /// The bytes of what has come in part, without what introduces it.
    held: Vec<u8>,
    /// Of the key that has come in part.
    modifiers: KeyModifiers,
    /// When the last byte came.
    since: Instant,
}

impl Input {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            events: VecDeque::new(),
            state: State::Whole,
            held: Vec::new(),
            modifiers: KeyModifiers::NONE,
            since: Instant::now(),
        }
    }

    /// The next event that is whole.
    pub fn next(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Whether there is one.
    pub fn has_event(&self) -> bool {
        !self.events.is_empty()
    }

    /// How long to wait at most for the rest of what has come in part; none where that takes no decision.
    pub fn patience(&self, now: Instant) -> Option<Duration> {
        let most = match self.state {
            State::Whole | State::Character | State::Paste => return None,
            State::Escape | State::Escapes => ESCAPE,
            _ => REST,
        };
        Some(most.saturating_sub(now.saturating_duration_since(self.since)))
    }

    /// Takes bytes that came together.
    pub fn take(&mut self, bytes: &[u8], now: Instant) {
        if let (State::Escape, Some(&first)) = (self.state, bytes.first()) {
            let late = now.saturating_duration_since(self.since) > AT_ONCE;
            if first == ESC || late && !introduces(first) {
                self.give_up();
            }
        }
        self.since = now;
        for &byte in bytes {
            self.step(byte);
        }
    }

    /// Takes what has come in part for what it is without its rest, which has not come in time.
    pub fn give_up(&mut self) {
        match mem::take(&mut self.state) {
            State::Escape | State::TextEscape => self.events.push_back(events::escape()),
            State::Control if self.held.is_empty() => self.character('['),
            State::Keypad => self.character('O'),
            _ => {}
        }
        self.start(State::Whole);
    }

    /// Has something begun, of which nothing is held yet.
    fn start(&mut self, state: State) {
        self.state = state;
        self.held.clear();
        if state == State::Whole {
            self.modifiers = KeyModifiers::NONE;
        }
    }

    fn step(&mut self, byte: u8) {
        match self.state {
            State::Whole => self.first(byte),
            State::Character => self.on_in_character(byte),
            State::Escape => self.behind_escape(byte),
            State::Escapes => match byte {
                b'[' => self.start(State::Control),
                b'O' => self.start(State::Keypad),
                _ => self.again(byte),
            },
            State::Control => self.on_in_control(byte),
            State::Keypad => match byte {
                b'0'..=b'?' => {}
                b'@'..=b'~' => self.end(events::keypad(byte)),
                _ => self.again(byte),
            },
            State::Console => match byte {
                b'A'..=b'E' => self.end(Some(events::function(byte - b'A' + 1))),
                ESC => self.again(byte),
                _ => self.start(State::Whole),
            },
            State::Mouse => match byte {
                ..b' ' => self.again(byte),
                _ => self.on_in_mouse(byte),
            },
            State::Text => self.on_in_text(byte),
            State::TextEscape if byte == b'\\' => self.start(State::Whole),
            State::TextEscape => {
                self.start(State::Whole);
                self.start(State::Escape);
                self.step(byte);
            }
            State::Paste => self.on_in_paste(byte),
        }
    }

    /// Drops what has come in part: this byte is no part of it.
    fn again(&mut self, byte: u8) {
        self.start(State::Whole);
        self.first(byte);
    }

    fn end(&mut self, event: Option<Event>) {
        self.events.extend(event);
        self.start(State::Whole);
    }

    /// Takes the first byte of something.
    fn first(&mut self, byte: u8) {
        match byte {
            ESC => self.start(State::Escape),
            ..0x80 => self.character(byte.into()),
            // Sequences may begin with one byte, which begins no character.
            0x9b => self.start(State::Control),
            0x8f => self.start(State::Keypad),
            0x90 | 0x98 | 0x9d..=0x9f => {
                self.start(State::Text);
                self.held.push(byte);
            }
            0xc2..=0xf4 => {
                self.state = State::Character;
                self.held.push(byte);
            }
            _ => self.start(State::Whole),
        }
    }

    fn behind_escape(&mut self, byte: u8) {
        self.modifiers = KeyModifiers::ALT;
        match byte {
            b'[' => self.start(State::Control),
            b'O' => self.start(State::Keypad),
            b'P' | b'X' | b']' | b'^' | b'_' => self.start(State::Text),
            ESC => {
                self.modifiers = KeyModifiers::NONE;
                self.events.push_back(events::escape());
                self.start(State::Escapes);
            }
            // The end of a string that was given up.
            b'\\' => self.start(State::Whole),
            _ => self.first(byte),
        }
    }

    /// Takes a whole character, or control character.
    fn character(&mut self, c: char) {
        self.end(events::character(c, self.modifiers));
    }

    fn on_in_character(&mut self, byte: u8) {
        if !matches!(byte, 0x80..=0xbf) {
            return self.again(byte);
        }
        self.held.push(byte);
        let length = match self.held[0] {
            ..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ => 4,
        };
        if self.held.len() == length {
            let c = str::from_utf8(&self.held)
                .ok()
                .and_then(|text| text.chars().next());
            match c {
                Some(c) => self.character(c),
                None => self.start(State::Whole),
            }
        }
    }

    fn on_in_control(&mut self, byte: u8) {
        match (byte, self.held.is_empty()) {
            (b' '..=b'?', _) => {
                // One more than means something tells that there were too many.
                if self.held.len() <= LONGEST {
                    self.held.push(byte);
                }
            }
            (b'[', true) => self.start(State::Console),
            (b'M', true) => self.start(State::Mouse),
            (b'~', _) if self.held == b"200" => self.start(State::Paste),
            (b'@'..=b'~', _) => {
                if self.held.len() <= LONGEST {
                    self.events.extend(events::control(&self.held, byte));
                }
                self.start(State::Whole);
            }
            _ => self.again(byte),
        }
    }

    fn on_in_mouse(&mut self, byte: u8) {
        self.held.push(byte);
        if let [what, column, row] = self.held[..] {
            self.end(events::oldest_mouse(what, column, row));
        }
    }

    fn on_in_text(&mut self, byte: u8) {
        let of_one_byte = !self.held.is_empty();
        match byte {
            ESC => self.state = State::TextEscape,
            0x07 => self.start(State::Whole),
            0x9c if of_one_byte => self.start(State::Whole),
            ..b' ' => self.again(byte),
            _ => {}
        }
    }

    fn on_in_paste(&mut self, byte: u8) {
        self.held.push(byte);
        if self.held.len() > LONGEST_PASTE + PASTE_END.len() {
            self.held.remove(LONGEST_PASTE);
        }
        if self.held.ends_with(PASTE_END) {
            self.held.truncate(self.held.len() - PASTE_END.len());
            let text = String::from_utf8_lossy(&self.held).into_owned();
            self.held = Vec::new();
            self.end(Some(Event::Paste(text)));
        }
    }
}

/// Whether a byte behind an Esc begins a sequence.
const fn introduces(byte: u8) -> bool {
    matches!(byte, b'[' | b'O' | b'P' | b'X' | b']' | b'^' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use crossterm::event::{KeyCode, KeyEvent};

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// What comes of pieces, each so many milliseconds after the one before.
    fn events(pieces: &[(&[u8], u64)]) -> Vec<Event> {
        let mut input = Input::new();
        let mut now = Instant::now();
        for (bytes, after) in pieces {
            let after = Duration::from_millis(*after);
            if input
                .patience(now)
                .is_some_and(|patience| patience <= after)
            {
                input.give_up();
            }
            now += after;
            input.take(bytes, now);
        }
        if input.patience(now).is_some() {
            input.give_up();
        }
        std::iter::from_fn(|| input.next()).collect()
    }

    fn plain(code: KeyCode) -> Event {
        key(code, KeyModifiers::NONE)
    }

    fn text(text: &str) -> Vec<Event> {
        text.chars().map(|c| plain(KeyCode::Char(c))).collect()
    }

    #[test]
    fn what_comes_in_pieces_is_what_it_is_whole() {
        for whole in [
            &b"\x1b[D"[..],
            b"\x1bOD",
            b"\x1b[[A",
            b"\x1b[1;5C",
            b"\x1b[<65;80;10M",
            b"\x1b[M !!",
            b"\x1b[200~een\x1b[31m\x03twee\x1b[201~",
            b"\xe2\x82\xac",
            b"\x1b\xc3\xab",
            b"\x1bb",
            b"\x1b[97:65;2u",
            b"\x1bP1$rq\x1b\\q",
            b"\x1b]11;rgb:1/1/1\x07q",
        ] {
            let expected = events(&[(whole, 0)]);
            assert!(!expected.is_empty());
            for cut in 1..whole.len() {
                let (first, rest) = whole.split_at(cut);
                for pause in [0, 5, 20] {
                    assert_eq!(
                        events(&[(first, 0), (rest, pause)]),
                        expected,
                        "{whole:?} {cut}"
                    );
                }
            }
            let bytes: Vec<_> = whole.chunks(1).map(|byte| (byte, 20)).collect();
            assert_eq!(events(&bytes), expected, "{whole:?}");
        }
    }

    #[test]
    fn escape_is_a_key_where_nothing_follows_in_time() {
        let escape = plain(KeyCode::Esc);
        for (pieces, expected) in [
            (&[(&b"\x1b"[..], 0)][..], vec![escape.clone()]),
            (
                &[(b"\x1b", 0), (b"j", 200)],
                [vec![escape.clone()], text("j")].concat(),
            ),
            (
                &[(b"\x1b", 0), (b"j", 50)],
                [vec![escape.clone()], text("j")].concat(),
            ),
            (
                &[(b"\x1b", 0), (b"b", 10)],
                vec![key(KeyCode::Char('b'), KeyModifiers::ALT)],
            ),
            (&[(b"\x1b", 0), (b"[D", 90)], vec![plain(KeyCode::Left)]),
            (
                &[(b"\x1b", 0), (b"[D", 110)],
                [vec![escape.clone()], text("[D")].concat(),
            ),
            (
                &[(b"\x1b\x1b", 0), (b"j", 0)],
                [vec![escape.clone()], text("j")].concat(),
            ),
            (
                &[(b"\x1b\x1b[D", 0)],
                vec![escape.clone(), plain(KeyCode::Left)],
            ),
            (
                &[(b"\x1b", 0), (b"\x1b", 30)],
                vec![escape.clone(), escape.clone()],
            ),
            (
                &[(b"\x1b[", 0)],
                vec![key(KeyCode::Char('['), KeyModifiers::ALT)],
            ),
            (
                &[(b"\x1b[1;", 0), (b"5D", 290)],
                vec![key(KeyCode::Left, KeyModifiers::CONTROL)],
            ),
            (&[(b"\x1b[1;", 0), (b"j", 400)], text("j")),
        ] {
            assert_eq!(events(pieces), expected, "{pieces:?}");
        }
    }

    #[test]
    fn what_breaks_a_sequence_off_is_taken() {
        for (sent, expected) in [
            (
                &b"\x1b[12\rj"[..],
                vec![plain(KeyCode::Enter), plain(KeyCode::Char('j'))],
            ),
            (b"\x1b[12\x1b[D", vec![plain(KeyCode::Left)]),
            (b"\x1b]11;x\x1b[D", vec![plain(KeyCode::Left)]),
            (
                b"\x1b]11;x\x03",
                vec![key(KeyCode::Char('c'), KeyModifiers::CONTROL)],
            ),
            (b"\x1bP\x7fj\x07j", text("j")),
            (b"\xe2\x82j", text("j")),
            (b"\xff\xfej\x80", text("j")),
            (b"\xed\xa0\x80j", text("j")),
            (b"\xc2\x9bj", text("j")),
            (b"\x1bO\x1bOA", vec![plain(KeyCode::Up)]),
            (
                b"\x1b[M\x03",
                vec![key(KeyCode::Char('c'), KeyModifiers::CONTROL)],
            ),
        ] {
            assert_eq!(events(&[(sent, 0)]), expected, "{sent:?}");
        }
    }

    #[test]
    fn nothing_waits_where_nothing_is_open() {
        let mut input = Input::new();
        let now = Instant::now();
        for sent in [
            &b"j"[..],
            b"\x1b[D",
            b"\xe2\x82",
            b"\xac\x1b[200~x",
            b"\x1b[201~",
            b"\x1bP1\x1b\\",
        ] {
            input.take(sent, now);
            assert_eq!(input.patience(now), None, "{sent:?}");
        }
        input.take(b"\x1b", now);
        assert_eq!(input.patience(now), Some(ESCAPE));
        assert_eq!(input.patience(now + ESCAPE * 2), Some(Duration::ZERO));
    }

    #[test]
    fn a_paste_without_measure_is_cut() {
        let paste = [
            b"\x1b[200~",
            &b"x".repeat(LONGEST_PASTE + 99)[..],
            b"\x1b[201~j",
        ]
        .concat();
        let cut = Event::Paste("x".repeat(LONGEST_PASTE));
        assert!(events(&[(&paste, 0)]) == [vec![cut], text("j")].concat());
    }

    /// Whatever a terminal sends, the keyboard answers behind it.
    #[test]
    fn no_bytes_leave_the_keyboard_dead() {
        let mut random = Random(1);
        for _ in 0..2000 {
            let parts = [
                &b"\x1b"[..],
                b"[",
                b"]",
                b"P",
                b"O",
                b"?2026",
                b"$y",
                b"M",
                b";",
                b"9",
                b"u",
                b"\xe2",
                b"\x9b",
                b"\x07",
                b"<0;1;1",
            ];
            let count = random.below(12);
            let mut sent: Vec<u8> = (0..count)
                .flat_map(|_| random.pick(&parts).to_vec())
                .collect();
            sent.retain(|byte| *byte != b'~');
            let found = events(&[(&sent, 0), (b"j", 1000)]);
            assert_eq!(found.last(), Some(&plain(KeyCode::Char('j'))), "{sent:?}");
        }
    }
}
