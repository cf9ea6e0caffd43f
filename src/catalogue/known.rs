//! The catalogue: all entities that are known, and finding their names in a text.

use super::{
    entity::{Entity, Explainer, Kind},
    scan::Scanner,
};
use crate::{
    built_in::{self, built_in},
    letter::Letter,
};
use serde::Deserialize;
use std::{ops::Range, sync::LazyLock};

/// All entities known, with the means to find them in a text; it is read from what has the form of
/// `assets/catalogue.toml`.
#[derive(Debug, Deserialize)]
#[serde(from = "File")]
pub struct Catalogue {
    pub(super) letter: String,
    /// What this one adds to; the entities of that come first.
    pub(super) base: Option<&'static Catalogue>,
    pub(super) entities: Vec<Entity>,
    pub(super) scanner: Scanner,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    letter: String,
    entity: Vec<Entity>,
}

impl From<File> for Catalogue {
    fn from(file: File) -> Self {
        Self {
            letter: file.letter,
            base: None,
            scanner: Scanner::new(&file.entity),
            entities: file.entity,
        }
    }
}

impl Catalogue {
    /// The catalogue that is part of the program; it is read once.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static READ: LazyLock<Catalogue> = LazyLock::new(|| built_in::read(built_in!("catalogue")));
        &READ
    }

    /// The longest name that a text holds from a byte on: whose it is, and its bytes.
    pub(super) fn name_at(&self, text: &str, start: usize) -> Option<(usize, Range<usize>)> {
        let own = self.scanner.at(text, start);
        let Some(base) = self.base else { return own };
        let own = own.map(|(index, name)| (base.count() + index, name));
        let known = base.name_at(text, start);
        // Of two that are equally long, what is in a list of ours is known better.
        own.into_iter()
            .chain(known)
            .max_by_key(|(_, name)| name.end)
    }

    /// Whose words the explanation of an entity follows. An explanation that follows one letter is,
    /// beside another, the makers' own.
    #[must_use]
    pub fn explained_by(&self, entity: &Entity, letter: &Letter) -> Explainer {
        let same = letter.facts.id().is_some_and(|id| id == self.letter);
        // Who signed is told by the letter that was signed.
        if same || entity.kind == Kind::Person {
            entity.explained_by
        } else {
            Explainer::Maker
        }
    }

    /// How many entities there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.base.map_or(0, Self::count) + self.entities.len()
    }

    /// An entity; a mention names it by its index.
    ///
    /// # Panics
    /// Where there is none with that index.
    #[must_use]
    pub fn entity(&self, index: usize) -> &Entity {
        let Some(base) = self.base else {
            return &self.entities[index];
        };
        match index.checked_sub(base.count()) {
            Some(own) => &self.entities[own],
            None => base.entity(index),
        }
    }

    /// All entities, in the order of their indices.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> + Clone {
        (0..self.count()).map(|index| self.entity(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::Mentions, letter::Language};
    use std::collections::HashSet;

    #[test]
    fn the_file_can_be_read_and_holds_no_name_twice() {
        let file: File = built_in::read(built_in!("catalogue"));
        let mut forms = HashSet::new();
        for entity in &file.entity {
            for form in entity.forms() {
                assert!(forms.insert(form.to_owned()), "‘{form}’ stands twice");
                assert_eq!(form.trim(), form);
            }
            let letter = crate::letter::source::embedded_source().replace('\n', " ");
            for form in &entity.within {
                let (before, rest) = form.split_once('[').unwrap();
                let (name, behind) = rest.split_once(']').unwrap();
                assert!(!name.is_empty() && letter.contains(&[before, name, behind].concat()));
            }
            assert!(entity.english.as_ref() != Some(&entity.name));
            assert!(
                entity.nl.ends_with('.') && entity.en.ends_with('.'),
                "{}",
                entity.name
            );
            for explanation in [&entity.nl, &entity.en] {
                assert!(explanation.chars().count() <= 110, "{explanation}");
            }
        }
    }

    /// A name that is said again explains nothing.
    #[test]
    fn an_explanation_says_more_than_the_name() {
        for entity in Catalogue::embedded().entities() {
            let forms: Vec<_> = entity.forms().collect();
            let forms = forms.join(" ").to_lowercase();
            for explanation in [&entity.nl, &entity.en] {
                let lower = explanation.to_lowercase();
                let mut words = lower.split(|c: char| !c.is_alphanumeric());
                let adds = |word: &str| word.chars().count() > 4 && !forms.contains(word);
                let kind = ["ministerie", "ministry", "responsible"];
                assert!(
                    words.any(|word| adds(word) && !kind.contains(&word)),
                    "{}: {explanation}",
                    entity.name
                );
            }
        }
    }

    #[test]
    fn directives_are_explained_with_their_number() {
        let catalogue = Catalogue::embedded();
        for (form, number) in [
            ("CS3D", "(EU) 2024/1760"),
            ("Anti-SLAPP-richtlijn", "(EU) 2024/1069"),
        ] {
            let mut entities = catalogue.entities();
            let entity = entities
                .find(|entity| entity.forms().any(|own| own == form))
                .unwrap();
            for language in [Language::Dutch, Language::English] {
                let explanation = entity.explanation(language);
                assert!(explanation.contains(number), "{explanation}");
            }
        }
    }

    #[test]
    fn another_catalogue_is_read_from_its_text() {
        let text = r#"
            letter = "kst-1"
            [[entity]]
            name = "Hof van Spelling"
            kind = "organisation"
            nl = "Een hof."
            en = "A court."
            explained_by = "maker"
        "#;
        let catalogue = toml::from_str::<Catalogue>(text).unwrap();
        assert_eq!(catalogue.count(), 1);
        let letter = crate::letter::read(b"Het Hof van Spelling is er ook.").unwrap();
        assert_eq!(Mentions::find(&letter, &catalogue).all().len(), 1);
        let other = text.replace("organisation", "court");
        assert!(toml::from_str::<Catalogue>(&other).is_err());
    }

    #[test]
    fn what_one_letter_explains_another_does_not() {
        let catalogue = Catalogue::embedded();
        let named = |entity: &&Entity| entity.name == "Digital Defenders Partnership";
        let partnership = catalogue.entities().find(named).unwrap();
        let other = crate::letter::read("Een brief van niemand.".as_bytes()).unwrap();
        assert_eq!(
            catalogue.explained_by(partnership, &crate::letter::embedded()),
            Explainer::Letter
        );
        assert_eq!(
            catalogue.explained_by(partnership, &other),
            Explainer::Maker
        );
    }
}
