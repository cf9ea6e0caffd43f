//! A text without the marks that stand for characters nobody sees, and where in the text its bytes stand: so what
//! reads words need not know of marks within them.

use super::fold::shows_invisible;
use std::{borrow::Cow, ops::Range};

/// The words of a text as a reader takes them.
#[derive(Clone, Debug)]
pub struct Unmarked<'text> {
    /// The text without marks.
    pub words: Cow<'text, str>,
    /// Of each mark that was left out: before which byte of the words it stood, and how many bytes of marks stood
    /// up to there.
    marks: Vec<(usize, usize)>,
}

impl<'text> Unmarked<'text> {
    /// The words of a text; most have no marks and are taken as they are.
    #[must_use]
    pub fn of(text: &'text str) -> Self {
        if text.is_ascii() || !text.contains(shows_invisible) {
            return Self {
                words: Cow::Borrowed(text),
                marks: Vec::new(),
            };
        }
        let (mut words, mut marks, mut left_out) = (String::with_capacity(text.len()), vec![], 0);
        for c in text.chars() {
            if shows_invisible(c) {
                left_out += c.len_utf8();
                marks.push((words.len(), left_out));
            } else {
                words.push(c);
            }
        }
        Self {
            words: Cow::Owned(words),
            marks,
        }
    }

    /// Where bytes of the words stand in the text, with the marks between them and without those around.
    #[must_use]
    pub fn in_text(&self, range: Range<usize>) -> Range<usize> {
        let before = |within: fn(usize, usize) -> bool, byte: usize| {
            let count = self.marks.partition_point(|(at, _)| within(*at, byte));
            count.checked_sub(1).map_or(0, |last| self.marks[last].1)
        };
        let start = range.start + before(|at, byte| at <= byte, range.start);
        let end = range.end + before(|at, byte| at < byte, range.end);
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_with_the_marks_within() {
        let text = "\u{fffd}de E\u{fffd}\u{fffd}U‧, ja";
        let unmarked = Unmarked::of(text);
        assert_eq!(unmarked.words, "de EU, ja");
        for (range, found) in [
            (0..2, "de"),
            (3..5, "E\u{fffd}\u{fffd}U"),
            (5..6, ","),
            (0..9, "de E\u{fffd}\u{fffd}U‧, ja"),
            (4..5, "U"),
        ] {
            assert_eq!(&text[unmarked.in_text(range.clone())], found, "{range:?}");
        }
        assert_eq!(Unmarked::of("één").in_text(0..5), 0..5);
    }
}
