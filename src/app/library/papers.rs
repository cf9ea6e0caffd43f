//! What a card tells of beyond its letter: the paper that is referred to, where that is open too, and how often all
//! letters name what the card is of.

use crate::app::{
    App, Subject, Under,
    card::{Card, CardSubject},
};

impl Card {
    /// The letter that it refers to, by row, where that is open.
    pub(in crate::app) fn paper(self, under: Under) -> Option<usize> {
        let CardSubject::Named(Subject::Entity(index)) = self.subject else {
            return None;
        };
        let link = under.reader.entity(index).link.as_deref()?;
        let id = link.rsplit('/').next()?.strip_suffix(".html")?;
        under.letters?.library.with_id(id)
    }

    /// Whether the letters that are open name what it is of.
    pub(in crate::app) fn is_named_in_all(self, under: Under) -> bool {
        match self.subject {
            CardSubject::Named(Subject::Entity(index)) => under.named_in_all(index).is_some(),
            _ => false,
        }
    }
}

impl Under<'_> {
    /// How often the letters that are open name an entity of this one; none where only this one does.
    pub(in crate::app) fn named_in_all(self, entity: usize) -> Option<String> {
        let letters = self.letters?;
        let entity = self.reader.entity(entity);
        let named = letters.names.called(entity.kind, &entity.name)?;
        let named = letters.names.at(named);
        let (times, letters) = (named.times().to_string(), named.letters.len());
        (letters > 1).then(|| self.words.library.found(&times, letters))
    }
}

impl App {
    /// Whether only a name is looked for in all letters.
    pub(in crate::app) fn across_is_of_name(&self) -> bool {
        let letters = self.letters.as_ref();
        let across = letters.and_then(|letters| letters.across.as_ref());
        across.is_some_and(super::across::Across::is_of_name)
    }
}
