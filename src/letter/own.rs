//! The letter's own words: what its source has where the text shows a mark.
//!
//! The text shows a mark for each character that would act on a terminal. Some of those are part of
//! words all the same, in the scripts that need them, and are kept beside the text. Letters that have
//! any are rare, so nothing is kept for the others.

use super::{Letter, Paragraph, Span, visible::mark};
use std::{borrow::Cow, ops::Range};

impl Letter {
    /// The words of a span as the source has them, bidirectional and zero-width characters and soft
    /// hyphens included: as many characters as are shown. They may go where they are text and nothing
    /// else, never to a terminal. A control is no word, and stays a mark.
    #[must_use]
    pub fn own_words(&self, span: Span) -> Cow<'_, str> {
        let start = self.offset(span.place());
        let end = start + (span.end - span.start);
        let first = self.hidden.partition_point(|(byte, _)| *byte < start);
        let after = self.hidden.partition_point(|(byte, _)| *byte < end);
        let shown = &self.text[start..end];
        if first == after {
            return Cow::Borrowed(shown);
        }
        let mut own = self.hidden[first..after].iter().peekable();
        let of_source = |(byte, c): (usize, char)| match own.next_if(|(at, _)| *at == start + byte)
        {
            Some((_, own)) => *own,
            None => c,
        };
        Cow::Owned(shown.char_indices().map(of_source).collect())
    }
}

/// A paragraph without the marks that it shows for characters that nobody sees: names are looked for in it.
#[derive(Clone, Debug)]
pub struct Bare {
    text: String,
    /// Where marks stood, in bytes of `text`, and how many bytes of the paragraph are left out up to there.
    left_out: Vec<(usize, usize)>,
}

impl Bare {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the paragraph that a range of the words stands for, marks within it included.
    #[must_use]
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        let before = |byte: usize| {
            let count = self.left_out.partition_point(|(at, _)| *at < byte);
            count.checked_sub(1).map_or(0, |last| self.left_out[last].1)
        };
        let start = self.left_out.partition_point(|(at, _)| *at <= range.start);
        let start = start.checked_sub(1).map_or(0, |last| self.left_out[last].1);
        range.start + start..range.end + before(range.end)
    }
}

impl Letter {
    /// A paragraph without marks for characters that nobody sees, where it has any.
    #[must_use]
    pub fn bare(&self, paragraph: usize) -> Option<Bare> {
        let Paragraph { start, end, .. } = self.paragraphs[paragraph];
        let first = self.hidden.partition_point(|(byte, _)| *byte < start);
        let after = self.hidden.partition_point(|(byte, _)| *byte < end);
        if first == after {
            return None;
        }
        let words = self.paragraph(paragraph);
        let mut bare = Bare {
            text: String::with_capacity(words.len()),
            left_out: Vec::new(),
        };
        let mut from = 0;
        for (byte, _) in &self.hidden[first..after] {
            let at = byte - start;
            bare.text += &words[from..at];
            let shown = words[at..].chars().next().map_or(0, char::len_utf8);
            from = at + shown;
            bare.left_out
                .push((bare.text.len(), from - bare.text.len()));
        }
        bare.text += &words[from..];
        Some(bare)
    }
}

/// Where a text shows a mark for a character that is part of its words, in bytes, and which: from
/// the source that the text was made of, which gives the same marks in the same order.
pub(super) fn hidden(source: &str, text: &str) -> Vec<(usize, char)> {
    let may_be_mark = |c: char| matches!(c, '\u{fffd}' | '‧');
    let of_source = source
        .chars()
        .filter(|&c| may_be_mark(mark(c).unwrap_or(c)));
    text.char_indices()
        .filter(|&(_, c)| may_be_mark(c))
        .zip(of_source)
        .filter(|((_, shown), own)| own != shown && !own.is_control())
        .map(|((byte, _), own)| (byte, own))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    #[test]
    fn what_a_mark_stands_for_is_found_again() {
        let source = "een\u{200b}\n\u{85}� zin‧ maat\u{ad}schappij\u{202e}";
        let text = "een� �� zin‧ maat‧schappij�";
        let found = hidden(source, text).into_iter();
        let found: Vec<_> = found.map(|(byte, own)| (&text[..byte], own)).collect();
        assert_eq!(
            found,
            [
                ("een", '\u{200b}'),
                ("een� �� zin‧ maat", '\u{ad}'),
                ("een� �� zin‧ maat‧schappij", '\u{202e}'),
            ]
        );
    }

    #[test]
    fn words_are_looked_for_without_what_nobody_sees() {
        let letter =
            letter::read("\u{200b}Raad v\u{ad}an\u{2060}\u{2060} Europa\n\nNiets".as_bytes())
                .unwrap();
        let bare = letter.bare(0).unwrap();
        assert_eq!(bare.text(), "Raad van Europa");
        let words = |range| &letter.paragraph(0)[bare.range(range)];
        assert_eq!(words(0..4), "Raad");
        assert_eq!(words(5..8), "v‧an");
        assert_eq!(words(0..15), "Raad v‧an�� Europa");
        assert!(letter.bare(1).is_none());
    }

    #[test]
    fn a_stretch_has_its_own_words_and_no_others() {
        let letter = letter::read("a\u{200b}b\n\nc\u{ad}d\u{202e}e\x1b".as_bytes()).unwrap();
        let words = |paragraph, start, end| {
            letter
                .own_words(Span {
                    paragraph,
                    start,
                    end,
                })
                .into_owned()
        };
        assert_eq!(letter.paragraph(1), "c‧d�e␛");
        assert_eq!(words(0, 0, 5), "a\u{200b}b");
        assert_eq!(words(1, 0, 12), "c\u{ad}d\u{202e}e␛");
        assert_eq!(words(1, 0, 4), "c\u{ad}");
        assert_eq!(words(1, 4, 5), "d");
        assert_eq!(words(1, 5, 9), "\u{202e}e");
    }
}
