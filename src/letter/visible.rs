//! Characters that act on a terminal instead of standing in it, made visible.
//!
//! Every text from outside (a letter, a query, a file's name) passes through here once, on its way
//! in; what is printed and drawn is made of what comes out. A control is no word of anybody's and is
//! forgotten. The others are part of words in some scripts: a letter knows where it had them
//! ([`super::Letter::own_words`]), for what is copied and for JSON, which escapes them.

use crate::text::fold::is_ignorable;
use std::borrow::Cow;

/// The text with each control, bidirectional and zero-width character replaced by a visible mark:
/// the Unicode picture of a C0 control, `␡`, `‧` for a soft hyphen, or `�` for the rest. Line ends
/// stay; a tab becomes a space.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let Some(first) = first_mark(text) else {
        return Cow::Borrowed(text);
    };
    let mut shown = String::with_capacity(text.len() + text.len() / 8);
    shown.push_str(&text[..first]);
    shown.extend(text[first..].chars().map(|c| mark(c).unwrap_or(c)));
    Cow::Owned(shown)
}

/// Where the first character stands that has a mark. Most runs of bytes are seen at one glance to
/// hold none.
fn first_mark(text: &str) -> Option<usize> {
    /// How many bytes are looked at together.
    const RUN: usize = 32;
    let mut from = 0;
    while from < text.len() {
        let runs = text.as_bytes()[from..].chunks(RUN);
        from += runs.map_while(harmless).sum::<usize>();
        let others = text.get(from..)?;
        let mut read = 0;
        for (at, c) in others.char_indices().take_while(|(at, _)| *at < RUN) {
            if mark(c).is_some() {
                return Some(from + at);
            }
            read = at + c.len_utf8();
        }
        from += read;
    }
    None
}

/// The length of a run of bytes, if all of them are printable ASCII or line ends.
fn harmless(run: &[u8]) -> Option<usize> {
    run.iter()
        .fold(true, |all, byte| all & matches!(byte, b'\n' | b' '..=b'~'))
        .then_some(run.len())
}

/// The same for what must stay on one line: a line end becomes `␊`.
#[must_use]
pub fn visible_line(text: &str) -> String {
    visible(text).replace('\n', "␊")
}

/// The most characters of a text from outside in a message.
const IN_MESSAGE: usize = 120;

/// A text from outside as a message names it: visible, on one line, and cut in the middle where it is longer
/// than a line. Its start tells what kind of thing it is, its end which one.
#[must_use]
pub fn in_message(text: &str) -> String {
    let line = visible_line(text);
    let count = line.chars().count();
    if count <= IN_MESSAGE {
        return line;
    }
    let byte_at = |at| line.char_indices().nth(at).map_or(0, |(byte, _)| byte);
    let start = byte_at(IN_MESSAGE / 3);
    let end = byte_at(count - (IN_MESSAGE - IN_MESSAGE / 3 - 1));
    format!("{}…{}", &line[..start], &line[end..])
}

/// What stands for a line end in a note that is made visible, so that each place that has one line for it shows that
/// there is more.
pub const LINE_END: char = '␊';

/// The lines of a note that is made visible.
pub fn note_lines(note: &str) -> impl Iterator<Item = &str> {
    note.split(LINE_END)
}

/// The same for a note of one's own, in which the characters stay that join others: those of emoji, and of
/// scripts in which letters join. Between letters of ours they would only hide a word.
#[must_use]
pub fn visible_note(text: &str) -> String {
    let joins = |c: char| {
        matches!(
            c,
            '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}'
        )
    };
    let mut shown = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let joined = |other: Option<char>| {
            other.is_some_and(|other| !other.is_ascii() && (joins(other) || !acts(other)))
        };
        let stays = match c {
            '\u{200c}' | '\u{200d}' => joined(before) && joined(next),
            '\u{fe0f}' if next == Some('\u{20e3}') => true,
            c => joins(c) && joined(before),
        };
        match c {
            '\n' => shown.push(LINE_END),
            c if stays => shown.push(c),
            c => shown.push(mark(c).unwrap_or(c)),
        }
        before = Some(c).filter(|c| stays || !acts(*c));
    }
    shown
}

/// Whether a character acts on a terminal instead of standing in it. A line end does not.
#[must_use]
pub const fn acts(c: char) -> bool {
    mark(c).is_some()
}

/// What is shown for a character that acts.
pub(super) const fn mark(c: char) -> Option<char> {
    match c {
        '\n' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{34e}' => None,
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32),
        '\x7f' => Some('␡'),
        '\u{ad}' => Some('‧'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        _ if is_ignorable(c) => Some('\u{fffd}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_marks_and_words_stay() {
        for (text, shown) in [
            ("mens\x1b[31mrood", "mens␛[31mrood"),
            ("\u{9d}8;;x\u{9c}", "�8;;x�"),
            ("a\tb\nc\u{2028}d", "a b\nc d"),
            ("af\u{202e}gab\u{200b}", "af�gab�"),
            ("\0\x07\x7f", "␀␇␡"),
            ("maat\u{ad}schappij", "maat‧schappij"),
            ("\u{feff}a\u{2060}b\u{e0041}c\u{fe0f}", "�a�b�c�"),
            ("\u{61c}\u{200f}\u{2066}\u{2069}\u{3164}\u{fffb}", "������"),
            (
                "coördinatie ‘EKV’s’ € cafe\u{301} 日本",
                "coördinatie ‘EKV’s’ € cafe\u{301} 日本",
            ),
        ] {
            assert_eq!(visible(text), shown);
        }
        assert_eq!(visible_line("a\nb\x1b"), "a␊b␛");
    }

    #[test]
    fn what_joins_stays_in_a_note_where_it_joins() {
        let whole = [
            "👩\u{200d}👩\u{200d}👧 en ❤\u{fe0f}",
            "👨🏽\u{200d}💻, 1\u{fe0f}\u{20e3}",
            "می\u{200c}خواهم",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
        ];
        for note in whole {
            assert_eq!(visible_note(note), note);
        }
        for (note, shown) in [
            ("maat\u{200d}schap\u{200c}pij", "maat�schap�pij"),
            ("\u{200d}a\u{fe0f}\u{e0041}", "�a��"),
            ("een\ntwee\x1b\u{202e}é\u{200b}", "een␊twee␛�é�"),
        ] {
            assert_eq!(visible_note(note), shown);
        }
    }

    #[test]
    fn a_control_is_seen_wherever_it_stands() {
        for before in 0..140 {
            let text = "é".repeat(before / 3) + &"x".repeat(before) + "\u{85}" + "€ y";
            let shown = visible(&text);
            assert_eq!(shown, text.replace('\u{85}', "\u{fffd}"), "{before}");
            let plain = text.replace('\u{85}', "");
            assert!(matches!(visible(&plain), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn what_a_message_names_fits_a_line() {
        let long = format!("/map/{}/brief é.txt", "日".repeat(3000));
        let named = in_message(&long);
        assert_eq!(named.chars().count(), IN_MESSAGE);
        assert!(
            named.starts_with("/map/日") && named.ends_with("日/brief é.txt"),
            "{named}"
        );
        for whole in ["", "brief.txt", &"é".repeat(IN_MESSAGE)] {
            assert_eq!(in_message(whole), whole);
        }
        assert_eq!(in_message("a\x1b[31m\nb"), "a␛[31m␊b");
    }
}
