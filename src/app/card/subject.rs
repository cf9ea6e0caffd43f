//! What a card is of.

use crate::{
    app::{Subject, pointing::Stop},
    letter::NoteMark,
};

/// A card over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it tells of.
    pub subject: CardSubject,
    /// Which of the places it lists is chosen, by index.
    pub chosen: usize,
}

/// What a card tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSubject {
    /// A name or an abbreviation.
    Named(Subject),
    /// A note mark.
    Note(NoteMark),
}

impl CardSubject {
    /// What the card of something in the text tells of.
    #[must_use]
    pub const fn of(stop: Stop) -> Self {
        match stop {
            Stop::Mention(mention) => Self::Named(Subject::Entity(mention.entity)),
            Stop::Abbreviation(index, _) => Self::Named(Subject::Abbreviation(index)),
            Stop::Note(mark) => Self::Note(mark),
        }
    }
}
