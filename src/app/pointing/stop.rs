//! What can be pointed at.

use crate::{
    catalogue::Mention,
    letter::{NoteMark, Span},
};

/// Something in the text that has a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A mention of an entity.
    Mention(Mention),
    /// An abbreviation that stands in no mention: which one, by index, and where.
    Abbreviation(usize, Span),
    /// A note mark.
    Note(NoteMark),
}

impl Stop {
    /// Where it stands; a note mark is an empty span.
    #[must_use]
    pub const fn span(self) -> Span {
        match self {
            Self::Mention(mention) => mention.span,
            Self::Abbreviation(_, span) => span,
            Self::Note(mark) => Span {
                paragraph: mark.paragraph,
                start: mark.byte,
                end: mark.byte,
            },
        }
    }
}
