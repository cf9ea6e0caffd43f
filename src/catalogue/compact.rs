//! Spans as they are kept where a letter holds many: a name or a figure may stand at every third byte, and
//! what is kept of each is to stay within a few times that.

use crate::letter::Span;

/// A span in half the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Compact {
    paragraph: u32,
    start: u32,
    end: u32,
}

impl Compact {
    /// None behind the four thousand millionth paragraph or byte of one, where nobody reads.
    pub(super) fn of(span: Span) -> Option<Self> {
        Some(Self {
            paragraph: span.paragraph.try_into().ok()?,
            start: span.start.try_into().ok()?,
            end: span.end.try_into().ok()?,
        })
    }

    pub(super) const fn span(self) -> Span {
        Span {
            paragraph: self.paragraph as usize,
            start: self.start as usize,
            end: self.end as usize,
        }
    }
}
