//! Characters that act on a terminal instead of standing in it, made visible.
//!
//! Every text from outside (a letter, a query, a file's name) passes through here once, on its way
//! in; after that no control character exists in the program, so none can leave it.

use std::borrow::Cow;

/// The text with each control, bidirectional and zero-width character replaced by a visible mark:
/// the Unicode picture of a C0 control, `␡`, or `�` for the rest. Line ends stay; a tab becomes a
/// space.
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

fn mark(c: char) -> Option<char> {
    match c {
        '\n' | ' '..='~' => None,
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32),
        '\x7f' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
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
            ("a\tb\nc", "a b\nc"),
            ("af\u{202e}gab\u{200b}", "af�gab�"),
            ("\0\x07\x7f", "␀␇␡"),
            ("coördinatie ‘EKV’s’ €", "coördinatie ‘EKV’s’ €"),
        ] {
            assert_eq!(visible(text), shown);
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
}
