//! Who and what is named in the letters of a library, and how often in each.

use crate::{
    catalogue::{Catalogue, Entity, Kind, Mentions},
    letter::{Letter, Span},
    reading::finder::{self, Finder},
};
use std::{cell::RefCell, collections::HashMap};

/// Who and what is named in the letters of a library, in the order in which they were first named.
#[derive(Debug, Default)]
pub struct Names {
    all: Vec<Named>,
    /// Which one it is, by its kind and name.
    by_name: HashMap<(Kind, String), usize>,
    /// By which they are found; it remembers what was asked, whoever asks.
    finder: RefCell<Finder>,
}

/// Somebody or something that is named.
#[derive(Debug)]
pub struct Named {
    /// Who or what it is, as the letter knows it that named it first.
    pub entity: Entity,
    /// The letters that name it, by index, and how often each does.
    pub letters: Vec<(usize, usize)>,
}

impl Named {
    /// How often it is named in all letters.
    #[must_use]
    pub fn times(&self) -> usize {
        self.letters.iter().map(|(_, times)| times).sum()
    }
}

/// Who and what a letter names, with how often.
#[must_use]
pub fn of_letter(letter: &Letter) -> Vec<(Entity, usize)> {
    let catalogue = Catalogue::embedded().with_signatories(letter);
    let mentions = Mentions::find(letter, &catalogue);
    let named = finder::named(&catalogue, &mentions).into_iter();
    let counted = named.map(|index| (catalogue.entity(index).clone(), mentions.of(index).len()));
    counted.collect()
}

/// Where a letter names what is of this kind and called so.
#[must_use]
pub fn spans_in(letter: &Letter, kind: Kind, name: &str) -> Vec<Span> {
    let catalogue = Catalogue::embedded().with_signatories(letter);
    let mentions = Mentions::find(letter, &catalogue);
    let called_so = |index: &usize| {
        let entity = catalogue.entity(*index);
        entity.kind == kind && entity.name == name
    };
    let own = (0..catalogue.count()).find(called_so);
    own.map(|index| mentions.of(index).collect())
        .unwrap_or_default()
}

impl Names {
    /// Takes what a letter names, by its index; letters come in their order.
    pub fn add(&mut self, letter: usize, named: Vec<(Entity, usize)>) {
        for (entity, times) in named {
            let key = (entity.kind, entity.name.clone());
            let at = *self.by_name.entry(key).or_insert_with(|| {
                self.finder.get_mut().add(finder::fields(&entity), 0);
                self.all.push(Named {
                    entity,
                    letters: Vec::new(),
                });
                self.all.len() - 1
            });
            self.all[at].letters.push((letter, times));
        }
    }

    /// What is called so, by index.
    #[must_use]
    pub fn called(&self, kind: Kind, name: &str) -> Option<usize> {
        self.by_name.get(&(kind, name.to_owned())).copied()
    }

    /// One that is named, by index.
    #[must_use]
    pub fn at(&self, index: usize) -> &Named {
        &self.all[index]
    }

    /// Those that a query means, by index, the best first; the first so many.
    #[must_use]
    pub fn rank(&self, query: &str, most: usize) -> Vec<usize> {
        let mut finder = self.finder.borrow_mut();
        let ranked = finder.rank(query).iter().take(most);
        ranked.map(|found| found.candidate()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    #[test]
    fn names_are_counted_letter_by_letter() {
        let other = read(
            "Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\nCIVICUS sprak met de Raad van Europa. De RvE \
             zweeg.\n",
        );
        let (first, other) = (embedded(), other.unwrap());
        let mut names = Names::default();
        names.add(0, of_letter(&first));
        names.add(1, of_letter(&other));
        let civicus = names.called(Kind::Organisation, "CIVICUS").unwrap();
        let in_first = spans_in(&first, Kind::Organisation, "CIVICUS").len();
        assert!(in_first > 0);
        assert_eq!(names.at(civicus).letters, [(0, in_first), (1, 1)]);
        assert_eq!(names.at(civicus).times(), in_first + 1);
        let council = names.rank("rve", 3)[0];
        assert_eq!(names.at(council).entity.name, "Raad van Europa");
        assert_eq!(names.at(council).letters[1], (1, 2));
        assert_eq!(
            spans_in(&other, Kind::Organisation, "Raad van Europa").len(),
            2
        );
        assert_eq!(names.called(Kind::Place, "CIVICUS"), None);
    }
}
