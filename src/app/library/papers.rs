//! What a card tells of beyond its letter: the paper that is referred to, where that is open too, and how often all
//! letters name what the card is of.

use crate::app::{
    App, Subject,
    card::{Card, CardSubject},
    message::Effect,
};

impl App {
    /// The letter that a card refers to, by row, where it is open.
    pub(in crate::app) fn paper_of(&self, card: Card) -> Option<usize> {
        let letters = self.letters.as_ref()?;
        let CardSubject::Named(Subject::Entity(index)) = card.subject else {
            return None;
        };
        let link = self.reader.entity(index).link.as_deref()?;
        let id = link.rsplit('/').next()?.strip_suffix(".html")?;
        letters.library.with_id(id)
    }

    /// Goes to the paper that a card refers to.
    pub(in crate::app) fn open_paper(&mut self, card: Card) -> Option<Effect> {
        let row = self.paper_of(card)?;
        self.go_to_letter(row, None)
    }

    /// Opens where all letters name what a card is of.
    pub(in crate::app) fn open_card_across(&mut self, card: Card) {
        if let CardSubject::Named(Subject::Entity(index)) = card.subject {
            self.open_across_name(index);
        }
    }

    /// Whether the letters that are open name what a card is of.
    pub(in crate::app) fn is_named_in_all(&self, card: Card) -> bool {
        match card.subject {
            CardSubject::Named(Subject::Entity(index)) => self.named_in_all(index).is_some(),
            _ => false,
        }
    }

    /// How often the letters that are open name an entity of this one; none where only this one does.
    pub(in crate::app) fn named_in_all(&self, entity: usize) -> Option<String> {
        let letters = self.letters.as_ref()?;
        let entity = self.reader.entity(entity);
        let named = letters.names.called(entity.kind, &entity.name)?;
        let named = letters.names.at(named);
        let (times, letters) = (named.times().to_string(), named.letters.len());
        (letters > 1).then(|| self.words.library.found(&times, letters))
    }

    /// Whether only a name is looked for in all letters.
    pub(in crate::app) fn across_is_of_name(&self) -> bool {
        let letters = self.letters.as_ref();
        let across = letters.and_then(|letters| letters.across.as_ref());
        across.is_some_and(super::across::Across::is_of_name)
    }
}
