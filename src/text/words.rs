//! The words of a text: runs of letters and digits. What is between them counts for nothing to search and echoes;
//! where it does count, as in figures and quotations, the tokens are of another kind and stand there.

use super::fold::fold_char;
use std::ops::Range;

/// Whether a character may stand inside a word.
#[must_use]
pub fn is_part(c: char) -> bool {
    c.is_alphanumeric() || fold_char(c).is_empty()
}

/// The words of a text from a byte on: runs of letters and digits, with the combining marks and soft
/// hyphens among them.
#[must_use]
pub const fn words(text: &str, at: usize) -> Words<'_> {
    Words { text, at }
}

/// The words of a text, as ranges of its bytes.
pub struct Words<'text> {
    text: &'text str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.run(
            self.at,
            |b| !b.is_ascii_alphanumeric(),
            |c| !c.is_alphanumeric(),
        );
        self.at = self.end(start);
        (self.at > start).then_some(start..self.at)
    }
}

impl Words<'_> {
    /// Where the word ends that goes on at a byte.
    #[must_use]
    pub fn end(&self, at: usize) -> usize {
        self.run(at, |b| b.is_ascii_alphanumeric(), is_part)
    }

    fn run(
        &self,
        mut at: usize,
        narrow: impl Fn(u8) -> bool,
        wide: impl Fn(char) -> bool,
    ) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            at += bytes[at..]
                .iter()
                .take_while(|b| b.is_ascii() && narrow(**b))
                .count();
            match self.text[at..].chars().next() {
                Some(c) if !c.is_ascii() && wide(c) => at += c.len_utf8(),
                _ => return at,
            }
        }
    }
}
