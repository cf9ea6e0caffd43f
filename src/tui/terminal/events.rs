//! What a key or a sequence of the terminal means, as an event. What means nothing here is none: what a
//! terminal replies, what is not well-formed, and keys that nothing is done with.
//!
//! The forms are those of xterm (with its `modifyOtherKeys`), rxvt, the Linux console and kitty's keyboard
//! protocol.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// The key Esc.
pub fn escape() -> Event {
    pressed(KeyCode::Esc, KeyModifiers::NONE)
}

/// A function key, by its number.
pub fn function(number: u8) -> Event {
    pressed(KeyCode::F(number), KeyModifiers::NONE)
}

/// A character, or the control character that a key sends. Of control characters in two bytes, which no key
/// sends, there is none.
pub fn character(c: char, modifiers: KeyModifiers) -> Option<Event> {
    let control = |c: u8| {
        pressed(
            KeyCode::Char(char::from(c)),
            modifiers | KeyModifiers::CONTROL,
        )
    };
    Some(match c {
        '\r' => pressed(KeyCode::Enter, modifiers),
        '\t' => pressed(KeyCode::Tab, modifiers),
        '\u{7f}' => pressed(KeyCode::Backspace, modifiers),
        '\0' => control(b' '),
        '\u{1}'..='\u{1a}' => control(u8::try_from(c).ok()? - 1 + b'a'),
        '\u{1c}'..='\u{1f}' => control(u8::try_from(c).ok()? - 0x1c + b'4'),
        c if c.is_control() => return None,
        c => typed(c, modifiers),
    })
}

/// A character that is no control character.
fn typed(c: char, modifiers: KeyModifiers) -> Event {
    let shift = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    pressed(KeyCode::Char(c), modifiers | shift)
}

fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// A key by the last byte of an SS3 sequence: cursor keys, function keys, and those of a keypad.
pub fn keypad(last: u8) -> Option<Event> {
    let code = match last {
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b'X' => KeyCode::Char('='),
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        b'R' => KeyCode::F(3),
        _ => named(last)?,
    };
    Some(pressed(code, KeyModifiers::NONE))
}

/// A key by the last byte of a control sequence.
const fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The parameters of a control sequence: numbers, each perhaps with more behind a colon. Those left out are
/// none.
struct Parameters(Vec<Vec<Option<u32>>>);

impl Parameters {
    /// Where anything but numbers stands there, as in most replies, there are none.
    fn of(written: &[u8]) -> Option<Self> {
        let number = |digits: &str| match digits {
            "" => Some(None),
            _ => digits.parse().ok().map(Some),
        };
        let written = str::from_utf8(written).ok()?;
        let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b';' | b':');
        if !written.bytes().all(plain) {
            return None;
        }
        let groups = written
            .split(';')
            .map(|group| group.split(':').map(number).collect());
        groups.collect::<Option<_>>().map(Self)
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    fn group(&self, index: usize) -> &[Option<u32>] {
        self.0.get(index).map_or(&[], Vec::as_slice)
    }

    /// The first number of a group.
    fn number(&self, index: usize) -> Option<u32> {
        self.group(index).first().copied().flatten()
    }

    /// The modifiers of a key and whether it was pressed, in the second group; none where that is not
    /// well-formed, or says of modifiers that no key here has.
    fn modifiers(&self) -> Option<(KeyModifiers, KeyEventKind)> {
        /// Super, Hyper and Meta.
        const OTHERS: u8 = 0b0011_1000;
        let group = self.group(1);
        let bits = u8::try_from(self.number(1).unwrap_or(1).checked_sub(1)?).ok()?;
        let kind = match group.get(1).copied().flatten() {
            None | Some(1) => KeyEventKind::Press,
            Some(2) => KeyEventKind::Repeat,
            Some(3) => KeyEventKind::Release,
            Some(_) => return None,
        };
        if bits & OTHERS != 0 {
            return None;
        }
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::SHIFT, bits & 1 != 0);
        modifiers.set(KeyModifiers::ALT, bits & 2 != 0);
        modifiers.set(KeyModifiers::CONTROL, bits & 4 != 0);
        Some((modifiers, kind))
    }
}

/// What a control sequence (CSI) with these parameters and this last byte means.
pub fn control(parameters: &[u8], last: u8) -> Option<Event> {
    if let Some(written) = parameters.strip_prefix(b"<") {
        return mouse(written, last);
    }
    let parameters_left_out = parameters.is_empty();
    let parameters = Parameters::of(parameters)?;
    let code = match last {
        b'I' if parameters_left_out => return Some(Event::FocusGained),
        b'O' if parameters_left_out => return Some(Event::FocusLost),
        // With parameters it is a reply: where the cursor is.
        b'R' if parameters_left_out => KeyCode::F(3),
        b'Z' => KeyCode::BackTab,
        b'M' => return rxvt_mouse(&parameters),
        b'u' => return unicode(&parameters),
        b'~' if parameters.number(0) == Some(27) => return other_key(&parameters),
        b'~' => numbered(parameters.number(0)?)?,
        _ if parameters.number(0).is_some_and(|first| first != 1) => return None,
        _ => named(last)?,
    };
    if parameters.count() > 2 {
        return None;
    }
    let (modifiers, kind) = parameters.modifiers()?;
    Some(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// A key by the number in front of `~`.
fn numbered(number: u32) -> Option<KeyCode> {
    let function = |first: u32, key: u8| {
        u8::try_from(number - first)
            .ok()
            .map(|more| KeyCode::F(key + more))
    };
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => return function(11, 1),
        17..=21 => return function(17, 6),
        23..=26 => return function(23, 11),
        28..=29 => return function(28, 15),
        31..=34 => return function(31, 17),
        _ => return None,
    })
}

/// A key in the form of xterm's `modifyOtherKeys`: `27 ; modifiers ; character ~`.
fn other_key(parameters: &Parameters) -> Option<Event> {
    let (modifiers, kind) = parameters.modifiers()?;
    let code = code_of(parameters.number(2)?, modifiers)?;
    (parameters.count() == 3).then(|| Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// A key in the form of kitty's protocol: `character:shifted:base ; modifiers:kind ; text u`.
fn unicode(parameters: &Parameters) -> Option<Event> {
    let number = parameters.number(0)?;
    let (modifiers, kind) = parameters.modifiers()?;
    if parameters.count() > 3 {
        return None;
    }
    // What the key types is known best by whoever knows the keyboard: Shift and AltGr are in it.
    if let Some(text) = parameters.number(2) {
        let c = char::from_u32(text).filter(|c| !c.is_control())?;
        let shift = modifiers & KeyModifiers::SHIFT;
        return Some(Event::Key(KeyEvent::new_with_kind(
            KeyCode::Char(c),
            shift,
            kind,
        )));
    }
    let shifted = parameters.group(0).get(1).copied().flatten();
    let number = shifted
        .filter(|_| modifiers.contains(KeyModifiers::SHIFT))
        .unwrap_or(number);
    let code = code_of(number, modifiers)?;
    Some(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// The key of a character, or of a number that stands for a key without one.
fn code_of(number: u32, modifiers: KeyModifiers) -> Option<KeyCode> {
    let shifted = modifiers.contains(KeyModifiers::SHIFT);
    Some(match number {
        9 if shifted => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        0xe000..=0xf8ff => return key_without_character(number),
        _ => {
            let c = char::from_u32(number).filter(|c| !c.is_control())?;
            let mut upper = c.to_uppercase();
            match (shifted, upper.next(), upper.next()) {
                (true, Some(upper), None) => KeyCode::Char(upper),
                _ => KeyCode::Char(c),
            }
        }
    })
}

/// Keys of kitty's protocol that have a number for want of a character: those of a keypad and the higher
/// function keys.
fn key_without_character(number: u32) -> Option<KeyCode> {
    let more = |first: u32| u8::try_from(number - first).ok();
    Some(match number {
        57376..=57398 => KeyCode::F(13 + more(57376)?),
        57399..=57408 => KeyCode::Char(char::from(b'0' + more(57399)?)),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57414 => KeyCode::Enter,
        57415 => KeyCode::Char('='),
        57416 => KeyCode::Char(','),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        _ => return None,
    })
}

/// A mouse event in the wide form: `< what ; column ; row`, and `m` where a button was let go.
fn mouse(written: &[u8], last: u8) -> Option<Event> {
    let parameters = Parameters::of(written)?;
    let event = mouse_event(&parameters)?;
    let kind = match (event.kind, last) {
        (kind, b'M') => kind,
        (MouseEventKind::Down(button), b'm') => MouseEventKind::Up(button),
        _ => return None,
    };
    Some(Event::Mouse(MouseEvent { kind, ..event }))
}

/// A mouse event in the form of rxvt: as in the oldest, in digits.
fn rxvt_mouse(parameters: &Parameters) -> Option<Event> {
    let what = parameters.number(0)?.checked_sub(32)?;
    let place = Parameters(vec![
        vec![Some(what)],
        parameters.group(1).to_vec(),
        parameters.group(2).to_vec(),
    ]);
    mouse_event(&place).map(Event::Mouse)
}

/// A mouse event in its oldest form: what, column and row, each a byte from 32 on.
pub fn oldest_mouse(what: u8, column: u8, row: u8) -> Option<Event> {
    let number = |byte: u8| vec![Some(u32::from(byte - 32))];
    let parameters = Parameters([what, column, row].map(number).to_vec());
    mouse_event(&parameters).map(Event::Mouse)
}

/// What the mouse did where. Cells are counted from 1, but not by every terminal.
fn mouse_event(parameters: &Parameters) -> Option<MouseEvent> {
    if parameters.count() != 3 {
        return None;
    }
    let what = u8::try_from(parameters.number(0)?).ok()?;
    let cell = |index| {
        u16::try_from(parameters.number(index)?)
            .ok()
            .map(|cell| cell.saturating_sub(1))
    };
    let button = what & 0b11 | (what & 0b1100_0000) >> 4;
    let kind = match (button, what & 0b10_0000 != 0) {
        (0, false) => MouseEventKind::Down(MouseButton::Left),
        (1, false) => MouseEventKind::Down(MouseButton::Middle),
        (2, false) => MouseEventKind::Down(MouseButton::Right),
        // Which one, the old forms do not say.
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (0, true) => MouseEventKind::Drag(MouseButton::Left),
        (1, true) => MouseEventKind::Drag(MouseButton::Middle),
        (2, true) => MouseEventKind::Drag(MouseButton::Right),
        (3, true) => MouseEventKind::Moved,
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        (6, false) => MouseEventKind::ScrollLeft,
        (7, false) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, what & 4 != 0);
    modifiers.set(KeyModifiers::ALT, what & 8 != 0);
    modifiers.set(KeyModifiers::CONTROL, what & 16 != 0);
    Some(MouseEvent {
        kind,
        column: cell(1)?,
        row: cell(2)?,
        modifiers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

    fn event(sequence: &str) -> Option<Event> {
        let (last, parameters) = sequence.as_bytes().split_last().unwrap();
        control(parameters, *last)
    }

    #[test]
    fn sequences_are_keys() {
        for (sequence, code, modifiers) in [
            ("A", KeyCode::Up, NONE),
            ("1;5D", KeyCode::Left, CONTROL),
            ("1;2H", KeyCode::Home, SHIFT),
            ("Z", KeyCode::BackTab, NONE),
            ("R", KeyCode::F(3), NONE),
            ("3~", KeyCode::Delete, NONE),
            ("5;5~", KeyCode::PageUp, CONTROL),
            ("24~", KeyCode::F(12), NONE),
            ("34~", KeyCode::F(20), NONE),
            ("27;5;105~", KeyCode::Char('i'), CONTROL),
            ("27;2;65~", KeyCode::Char('A'), SHIFT),
            ("97u", KeyCode::Char('a'), NONE),
            ("97;2u", KeyCode::Char('A'), SHIFT),
            ("47:63;2u", KeyCode::Char('?'), SHIFT),
            ("97;129u", KeyCode::Char('a'), NONE),
            ("97;5u", KeyCode::Char('a'), CONTROL),
            ("223;2u", KeyCode::Char('ß'), SHIFT),
            ("113;7;64u", KeyCode::Char('@'), NONE),
            ("128512u", KeyCode::Char('😀'), NONE),
            ("9;2u", KeyCode::BackTab, SHIFT),
            ("13u", KeyCode::Enter, NONE),
            ("57414u", KeyCode::Enter, NONE),
            ("57399u", KeyCode::Char('0'), NONE),
            ("57420;5u", KeyCode::Down, CONTROL),
        ] {
            assert_eq!(
                event(sequence),
                Some(pressed(code, modifiers)),
                "{sequence}"
            );
        }
    }

    #[test]
    fn keys_that_are_let_go_say_so() {
        for (sequence, kind) in [
            ("97;1:2u", KeyEventKind::Repeat),
            ("97;1:3u", KeyEventKind::Release),
            ("1;1:3A", KeyEventKind::Release),
            ("3;5:3~", KeyEventKind::Release),
        ] {
            let Some(Event::Key(key)) = event(sequence) else {
                panic!("{sequence} is no key");
            };
            assert_eq!(key.kind, kind, "{sequence}");
        }
    }

    #[test]
    fn what_nobody_knows_is_nothing() {
        for sequence in [
            "?62;22c",
            ">0;1;2c",
            "0n",
            "1;2R",
            "?2026;2$y",
            "?0u",
            "?u",
            "u",
            "97;99999u",
            "97;0u",
            "1114112u",
            "55296u",
            "3u",
            "57358u",
            "97;9u",
            "97;1:4u",
            "97;1;1;1u",
            "97;1;7u",
            ";u",
            "999~",
            "~",
            "27;5~",
            "12;40H",
            "1;99999A",
            "<0;1M",
            "<0;1;99999M",
            "<999;1;1M",
            "<64;1;1m",
            "8;24;80t",
            "1 q",
            "?1;2A",
            "1:2:3:4;5;6A",
            "0;1;1M",
            "200;5~",
        ] {
            assert_eq!(event(sequence), None, "{sequence}");
        }
    }

    #[test]
    fn the_mouse_is_understood_in_each_form() {
        let at = |kind, modifiers| {
            Some(Event::Mouse(MouseEvent {
                kind,
                column: 79,
                row: 9,
                modifiers,
            }))
        };
        let left = MouseButton::Left;
        for (sequence, kind, modifiers) in [
            ("<0;80;10M", MouseEventKind::Down(left), NONE),
            ("<0;80;10m", MouseEventKind::Up(left), NONE),
            ("<32;80;10M", MouseEventKind::Drag(left), NONE),
            ("<2;80;10m", MouseEventKind::Up(MouseButton::Right), NONE),
            ("<64;80;10M", MouseEventKind::ScrollUp, NONE),
            ("<69;80;10M", MouseEventKind::ScrollDown, SHIFT),
            ("<35;80;10M", MouseEventKind::Moved, NONE),
            ("32;80;10M", MouseEventKind::Down(left), NONE),
            ("97;80;10M", MouseEventKind::ScrollDown, NONE),
        ] {
            assert_eq!(event(sequence), at(kind, modifiers), "{sequence}");
        }
        assert_eq!(
            oldest_mouse(b' ', 32 + 80, 32 + 10),
            at(MouseEventKind::Down(left), NONE)
        );
        assert_eq!(
            oldest_mouse(b'#', 32 + 80, 32 + 10),
            at(MouseEventKind::Up(left), NONE)
        );
    }

    #[test]
    fn characters_are_keys_as_terminals_send_them() {
        for (c, code, modifiers) in [
            ('\r', KeyCode::Enter, NONE),
            ('\n', KeyCode::Char('j'), CONTROL),
            ('\u{8}', KeyCode::Char('h'), CONTROL),
            ('\u{1f}', KeyCode::Char('7'), CONTROL),
            ('\0', KeyCode::Char(' '), CONTROL),
            ('é', KeyCode::Char('é'), NONE),
            ('É', KeyCode::Char('É'), SHIFT),
        ] {
            assert_eq!(character(c, NONE), Some(pressed(code, modifiers)), "{c:?}");
        }
        assert_eq!(character('\u{9b}', NONE), None);
    }
}
