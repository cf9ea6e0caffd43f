//! Who and what is named: the entities, and their mentions in a letter.
//!
//! The catalogue is data (`assets/catalogue.toml`). Mentions are computed from it by one scan over
//! the text, never stored.

mod abbreviations;
mod compact;
mod figures;
mod found;
mod gazetteer;
mod mentions;
mod persons;
mod references;
mod scan;
mod tokens;
mod written_out;

pub use abbreviations::{Abbreviation, AbbreviationReading, Abbreviations};
pub use figures::{Figure, FigureKind, Figures};
pub use mentions::{Mention, Mentions};

use crate::{
    built_in::{self, built_in},
    letter::{Language, Letter},
};
use scan::Scanner;
use serde::Deserialize;
use std::{ops::Range, sync::LazyLock};

/// What sort of thing an entity is.
#[derive(
    serde::Serialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A body: ministry, court, council, network, working group.
    Organisation,
    /// A treaty, directive, policy note, strategy, fund, programme, report.
    Instrument,
    /// An office that somebody holds.
    Role,
    /// Something that takes place.
    Event,
    /// A country, a city, a continent.
    Place,
    /// Somebody, known by name.
    Person,
    /// Another paper that is referred to.
    Reference,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Organisation,
        Self::Instrument,
        Self::Role,
        Self::Event,
        Self::Place,
        Self::Person,
        Self::Reference,
    ];

    /// The stable English name, as JSON and the command line give it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Instrument => "instrument",
            Self::Role => "role",
            Self::Event => "event",
            Self::Place => "place",
            Self::Person => "person",
            Self::Reference => "reference",
        }
    }
}

/// Whose words an explanation follows.
#[derive(serde::Serialize, Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Explainer {
    /// The letter says so itself.
    Letter,
    /// The makers of this program say so.
    Maker,
}

impl Explainer {
    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Maker => "maker",
        }
    }
}

/// One organisation, instrument, role, event, place or person.
#[derive(serde::Serialize, Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// The canonical name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The usual abbreviation.
    pub abbreviation: Option<String>,
    /// Further forms of the name, as letters write them.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Forms that are its name only among the words that stand here with them; the name itself is in
    /// square brackets.
    #[serde(default)]
    within: Vec<String>,
    /// The official English name, if there is one.
    english: Option<String>,
    /// A usual short form that is no abbreviation, of the name and of the English one.
    short: Option<String>,
    short_english: Option<String>,
    /// Words by which people look for it, though no letter writes them so.
    #[serde(default)]
    pub also: Vec<String>,
    nl: String,
    en: String,
    explained_by: Explainer,
    /// Whether it is in no list of ours, and was found in the letter by the form of its name.
    #[serde(default)]
    pub by_rule: bool,
    /// The official address of what it names, where that is known.
    #[serde(default)]
    pub link: Option<String>,
}

impl Entity {
    /// One with no other form than its name, explained by us.
    fn new(name: &str, kind: Kind, nl: &str, en: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            nl: nl.to_owned(),
            en: en.to_owned(),
            abbreviation: None,
            aliases: Vec::new(),
            within: Vec::new(),
            english: None,
            short: None,
            short_english: None,
            also: Vec::new(),
            explained_by: Explainer::Maker,
            by_rule: false,
            link: None,
        }
    }

    /// The name for readers of a language: the official English one, if there is one, or the canonical.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &str {
        match (language, &self.english) {
            (Language::English, Some(english)) => english,
            _ => &self.name,
        }
    }

    /// The usual short form for readers of a language, or the abbreviation; none where it has neither.
    #[must_use]
    pub fn short_in(&self, language: Language) -> Option<&str> {
        let short = match (language, &self.english) {
            (Language::English, Some(_)) => &self.short_english,
            _ => &self.short,
        };
        short.as_deref().or(self.abbreviation.as_deref())
    }

    /// The words by which people look for it, though no letter need write them so: the official English
    /// name, the short forms and those of [`Self::also`].
    pub fn looked_for_by(&self) -> impl Iterator<Item = &str> {
        let short = self.short.as_ref();
        let short = short.filter(|short| !self.aliases.contains(short));
        let shown = [self.english.as_ref(), short, self.short_english.as_ref()];
        let shown = shown.into_iter().flatten();
        shown.chain(&self.also).map(String::as_str)
    }

    /// One line that says what it is.
    #[must_use]
    pub fn explanation(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }

    /// The forms by which it is found in a text: name, abbreviation, aliases.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str())
            .chain(self.abbreviation.as_deref())
            .chain(self.aliases.iter().map(String::as_str))
    }
}

/// All entities known, with the means to find them in a text; it is read from what has the form of
/// `assets/catalogue.toml`.
#[derive(Debug, Deserialize)]
#[serde(from = "File")]
pub struct Catalogue {
    letter: String,
    /// What this one adds to; the entities of that come first.
    base: Option<&'static Catalogue>,
    entities: Vec<Entity>,
    scanner: Scanner,
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

    /// The longest name that a text holds from a byte on: whose it is, and its bytes.
    fn name_at(&self, text: &str, start: usize) -> Option<(usize, Range<usize>)> {
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
