//! The letter's words for a pipe or a file: with what joins emoji and letters, and without what could harm a
//! terminal on which they are shown later.

use super::{Letter, Span, visible::mark};
use std::borrow::Cow;

impl Letter {
    /// The words of a span for a pipe or a file. What joins emoji, and letters of scripts that are joined, stands
    /// there as the source has it; all else that cannot be seen stays a mark, since the text may be shown on a
    /// terminal later, or deceive.
    #[must_use]
    pub fn piped_words(&self, span: Span) -> Cow<'_, str> {
        let own = self.own_words(span);
        if matches!(own, Cow::Borrowed(_)) {
            return own;
        }
        let mut piped = String::with_capacity(own.len());
        let mut before = ' ';
        let mut rest = own.chars().peekable();
        while let Some(c) = rest.next() {
            if joins(before, c, rest.peek().copied()) {
                piped.push(c);
            } else {
                before = c;
                piped.push(mark(c).unwrap_or(c));
            }
        }
        Cow::Owned(piped)
    }
}

/// Whether a character that cannot be seen joins what stands before it to what follows, or says how it is
/// drawn: `before` is the last character that is none of these.
fn joins(before: char, c: char, next: Option<char>) -> bool {
    // Hebrew and what stands behind it in Unicode, without the letters of Latin and Greek there; and emoji.
    let joined = matches!(before, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        || (before >= '\u{591}'
            && before.is_alphabetic()
            && !matches!(before, '\u{1d00}'..='\u{218f}' | '\u{2c60}'..='\u{2c7f}'));
    match c {
        '\u{200c}' | '\u{200d}' | '\u{e0100}'..='\u{e01ef}' => joined,
        '\u{fe00}'..='\u{fe0f}' => {
            joined
                || matches!(before, '©' | '®' | '‼' | '⁉')
                || matches!((before, next), ('#' | '*' | '0'..='9', Some('\u{20e3}')))
        }
        // Flags of countries within countries.
        '\u{e0020}'..='\u{e007f}' => before == '\u{1f3f4}',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    #[test]
    fn what_is_piped_keeps_its_joiners_and_turns_nothing() {
        for (source, piped) in [
            (
                "👩\u{200d}💻 ❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}",
                "👩\u{200d}💻 ❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}",
            ),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            (
                "🏴\u{e0067}\u{e0062}\u{e007f} a\u{e0041}",
                "🏴\u{e0067}\u{e0062}\u{e007f} a�",
            ),
            ("\u{590}\u{200d}", "\u{590}�"),
            ("maat\u{ad}schap\u{200d}pij 1\u{fe0f}", "maat‧schap�pij 1�"),
            ("a\u{202e}b\u{2066}c\u{1b}[2J", "a�b�c␛[2J"),
        ] {
            let letter = letter::read(source).unwrap();
            let span = Span {
                paragraph: 0,
                start: 0,
                end: letter.paragraph(0).len(),
            };
            assert_eq!(letter.piped_words(span), piped);
        }
    }
}
