//! The letters of a library that belong to one dossier, and the sentences of them that come back.

use super::{Held, Library};
use crate::{
    letter::Letter,
    reading::repeats::{self, Repeat},
    text::fold::fold,
};
use std::collections::BTreeMap;

impl Library {
    /// The letters of each dossier that has several of them, by index, the oldest first; those without a date last.
    #[must_use]
    pub fn dossiers(&self) -> Vec<Vec<usize>> {
        let mut all: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, held) in self.letters.iter().enumerate() {
            if let Some(dossier) = held.letter.facts.dossier.as_deref() {
                all.entry(fold(dossier)).or_default().push(index);
            }
        }
        let by_date = |index: &usize| {
            let date = self.letters[*index].letter.facts.date;
            (date.is_none(), date)
        };
        let several = all.into_values().filter(|letters| letters.len() > 1);
        several
            .map(|mut letters| {
                letters.sort_by_key(by_date);
                letters
            })
            .collect()
    }

    /// The sentences of these letters, by index and the oldest first, that come back in a later one of them; each
    /// names its letters by their index in the library.
    #[must_use]
    pub fn repeats(&self, letters: &[usize]) -> Vec<Repeat> {
        let held = |index: &usize| -> &Held { &self.letters[*index] };
        let texts: Vec<&Letter> = letters.iter().map(|index| &held(index).letter).collect();
        let mut found = repeats::find(&texts);
        for repeat in &mut found {
            repeat.later.0 = letters[repeat.later.0];
            repeat.earlier.0 = letters[repeat.earlier.0];
        }
        found
    }
}
