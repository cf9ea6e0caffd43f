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
    if text.chars().all(|c| mark(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| mark(c).unwrap_or(c)).collect())
}

/// The same for what must stay on one line: a line end becomes `␊`.
#[must_use]
pub fn visible_line(text: &str) -> String {
    visible(text).replace('\n', "␊")
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
        assert_eq!(visible_line("a\nb\x1b"), "a␊b␛");
    }
}
