//! The catalogue for one letter: what is known, and what the letter itself says of who and what is in it.

use super::{Catalogue, found, gazetteer, persons, references, scan::Scanner};
use crate::letter::Letter;

impl Catalogue {
    /// This catalogue, and behind it those who signed a letter, as persons; for a letter that we do not know also
    /// the names of any letter, the papers it refers to and what is a name by its form.
    #[must_use]
    pub fn with_signatories(&'static self, letter: &Letter) -> Self {
        let mut entities = persons::signed(letter, &self.entities);
        let known = letter.facts.id().is_some_and(|id| id == self.letter);
        let mut base = self;
        if !known && std::ptr::eq(self, Self::embedded()) {
            base = gazetteer::catalogue();
            entities.extend(references::find(letter));
            let found = found::find(letter, base);
            entities.extend(found);
        }
        Self {
            letter: self.letter.clone(),
            base: Some(base),
            scanner: Scanner::new(&entities),
            entities,
        }
    }
}
