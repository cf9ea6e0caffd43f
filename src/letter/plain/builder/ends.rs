//! Where a paragraph ends: what the line that was read, its shape and the lines that follow tell.

use super::Builder;
use crate::letter::{
    marks::Found,
    plain::{
        head::capitals,
        shape::Shape,
        wrap::{self, End, Line, Within, short},
    },
    signed::{is_name, is_office},
};
use std::ops::Range;

impl Builder<'_> {
    /// Whether our data says that a paragraph starts with these words.
    pub(super) fn breaks_before(&self, words: &str) -> bool {
        self.breaks.iter().any(|start| words.starts_with(start))
    }

    /// Whether a line among others without blank ones between is the next item of a list.
    pub(super) fn next_item(&self, words: &str) -> bool {
        let Some(label) = wrap::label(words) else {
            return false;
        };
        let stop = self.buffer.last(1);
        match self.shape {
            Shape::Fixed(_) => {
                self.within == Within::List || matches!(stop, b"." | b":" | b";" | b",")
            }
            // A number may be part of a sentence that was broken before it.
            Shape::Blank => {
                let counted = words[..label].starts_with(char::is_alphanumeric);
                matches!(stop, b":" | b";" | b"?") || counted && stop == b"."
            }
            _ => false,
        }
    }

    /// What becomes of the paragraph at the end of a line, with the note marks in its running text.
    pub(super) fn end_of(
        &self,
        words: &str,
        line: &Range<usize>,
        marks: &[Found],
        within: Within,
    ) -> End {
        match self.shape {
            Shape::Page => self.end_by_the_page(words, line, marks, within),
            Shape::Indented(base) => {
                let next = self.buffer.rest().split(|byte| *byte == b'\n');
                let mut next = next.filter(|line| !line.trim_ascii().is_empty());
                let indent = |line: &[u8]| line.len() - line.trim_ascii_start().len();
                let goes_on = next.next().is_some_and(|line| indent(line) > base);
                if goes_on { End::GoesOn } else { End::Ends }
            }
            Shape::Blank | Shape::Fixed(_)
                if is_name(words) && is_office(self.buffer.coming()[0]) =>
            {
                End::Ends
            }
            Shape::Lines if !wrap::only_labels(words) => End::Ends,
            Shape::Fixed(width) => self.end_by_the_width(words, width, within),
            Shape::Blank | Shape::Lines => End::GoesOn,
        }
    }

    /// The same in text whose lines are as wide as this allows, in characters.
    fn end_by_the_width(&self, words: &str, width: usize, within: Within) -> End {
        let next = self.buffer.coming()[0];
        let room = wrap::room(words, next, width);
        let short = words.chars().count() * 4 < width * 3;
        let ends = room && (short || wrap::parts(words, next)) || capitals(words) != capitals(next);
        match ends {
            true => End::Ends,
            false if within == Within::Recommendation && wrap::answered(words, next) => {
                End::Guessed
            }
            false => End::GoesOn,
        }
    }

    /// The same in text that www.tweedekamer.nl has broken.
    fn end_by_the_page(
        &self,
        words: &str,
        line: &Range<usize>,
        marks: &[Found],
        within: Within,
    ) -> End {
        if self.mark_follows(line, marks) {
            return End::GoesOn;
        }
        let node = marks.last().map_or(0, |mark| mark.range.end - line.start);
        if short(words) || node == words.len() || !wrap::explained(words, node) {
            return End::Ends;
        }
        // Most lines are followed by one that tells nothing, which its first letters show.
        if let [first, second, ..] = self.buffer.rest()
            && first.is_ascii_lowercase()
            && !matches!(second, b'.' | b')')
        {
            return End::GoesOn;
        }
        let next = self.buffer.coming();
        let told = next[0].is_empty() || self.heading_follows() || self.breaks_before(next[0]);
        if told {
            return End::Ends;
        }
        Line {
            words,
            within,
            next,
        }
        .end()
    }

    /// Whether a line ends with a note mark and the next goes on with the one that follows.
    fn mark_follows(&self, line: &Range<usize>, marks: &[Found]) -> bool {
        let Some(last) = marks.last() else {
            return false;
        };
        let behind = self.buffer.words(last.range.end..line.end);
        let next = (last.number + 1).to_string();
        let after = self.buffer.rest().strip_prefix(next.as_bytes());
        matches!(behind, "" | ",") && after.is_some_and(|after| after.first() == Some(&b' '))
    }
}
