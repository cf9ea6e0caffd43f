//! What can be looked up in the letter: entities, abbreviations, sections; how each is called and
//! where it stands.

use super::{Reader, Subject, Under};
use crate::{
    catalogue::{Abbreviation, Abbreviations, Entity},
    letter::{SectionKind, Span},
    reading::finder::{self, Source},
};
use std::{borrow::Cow, collections::HashSet};
use unicode_width::UnicodeWidthStr;

impl Reader {
    /// The abbreviations of the letter, found when first asked for; none as long as a big letter is being read for
    /// them.
    pub fn abbreviations(&self) -> &Abbreviations {
        if self.abbreviation_reading.is_some() {
            static NONE: Abbreviations = Abbreviations::NONE;
            return &NONE;
        }
        self.abbreviations
            .get_or_init(|| Abbreviations::find(&self.letter))
    }

    /// An abbreviation of the letter.
    #[must_use]
    pub fn abbreviation(&self, index: usize) -> &Abbreviation {
        &self.abbreviations().all()[index]
    }

    /// An entity of the catalogue.
    #[must_use]
    pub fn entity(&self, index: usize) -> &Entity {
        self.catalogue.entity(index)
    }

    /// Where a subject stands in the text; a section stands nowhere but where it is.
    #[must_use]
    pub fn spans_of(&self, subject: Subject) -> Vec<Span> {
        match subject {
            Subject::Entity(index) => self.mentions.of(index).collect(),
            Subject::Abbreviation(index) => self.abbreviation(index).spans().collect(),
            Subject::Section(_) => Vec::new(),
        }
    }

    /// The abbreviations that are no entity's own, by index: what the catalogue does not explain.
    pub(super) fn loose_abbreviations(&self) -> Vec<usize> {
        let entities = self.catalogue.entities().enumerate();
        let own: HashSet<&str> = entities
            .filter(|(index, _)| self.mentions.of(*index).len() > 0)
            .filter_map(|(_, entity)| entity.abbreviation.as_deref())
            .collect();
        let all = self.abbreviations().all().iter().enumerate();
        all.filter(|(_, abbreviation)| !own.contains(abbreviation.short.as_str()))
            .map(|(index, _)| index)
            .collect()
    }
}

impl<'a> Under<'a> {
    /// What an entity is called in the language of the interface.
    #[must_use]
    pub fn entity_name(self, index: usize) -> &'a str {
        self.reader.entity(index).name_in(self.words.language)
    }

    /// What an entity is called where there are so many cells: its name or, where that is longer, its usual
    /// short form. What has none may be longer still.
    #[must_use]
    pub fn entity_name_within(self, index: usize, room: u16) -> &'a str {
        let name = self.entity_name(index);
        if name.width() <= usize::from(room) {
            return name;
        }
        let short = self.reader.entity(index).short_in(self.words.language);
        short.unwrap_or(name)
    }

    /// A name short enough for the footer: the usual short form where there is one.
    #[must_use]
    pub fn short_name(self, subject: Subject) -> String {
        match subject {
            Subject::Entity(index) => self.entity_name_within(index, 0).to_owned(),
            Subject::Abbreviation(index) => self.reader.abbreviation(index).short.clone(),
            Subject::Section(index) => self.title(&self.reader.letter.sections()[index]),
        }
    }

    /// The whole name, with the abbreviation in brackets behind it.
    #[must_use]
    pub fn full_name(self, subject: Subject) -> String {
        match subject {
            Subject::Entity(index) => {
                let entity = self.reader.entity(index);
                let short = entity
                    .abbreviation
                    .as_ref()
                    .map(|short| format!(" ({short})"));
                let name = self.entity_name(index);
                format!("{name}{}", short.unwrap_or_default())
            }
            Subject::Abbreviation(index) => {
                let abbreviation = self.reader.abbreviation(index);
                match &abbreviation.expansion {
                    Some(expansion) => format!("{} ({expansion})", abbreviation.short),
                    None => abbreviation.short.clone(),
                }
            }
            Subject::Section(_) => self.short_name(subject),
        }
    }

    /// The fields by which a subject is found; the first is its name.
    #[must_use]
    pub fn fields(self, subject: Subject) -> Vec<(String, Source)> {
        let written = |field: String| (field, Source::Written);
        match subject {
            Subject::Entity(index) => finder::fields(self.reader.entity(index))
                .map(|(field, source)| (field.into_owned(), source))
                .collect(),
            Subject::Abbreviation(index) => {
                let abbreviation = self.reader.abbreviation(index);
                let expansion = abbreviation.expansion.clone();
                std::iter::once(abbreviation.short.clone())
                    .chain(expansion)
                    .map(written)
                    .collect()
            }
            Subject::Section(index) => {
                let section = &self.reader.letter.sections()[index];
                let mut fields = vec![self.title(section), section.number.to_string()];
                if section.kind == SectionKind::Recommendation {
                    fields.push(format!(
                        "{} {}",
                        self.words.pair(section.pair),
                        section.number
                    ));
                }
                fields.into_iter().map(written).collect()
            }
        }
    }

    /// One of the fields by which a subject is found.
    ///
    /// # Panics
    /// Where it has no such field.
    #[must_use]
    pub fn field(self, subject: Subject, number: usize) -> (Cow<'a, str>, Source) {
        if let Subject::Entity(index) = subject {
            let mut fields = finder::fields(self.reader.entity(index));
            if let Some((field, source)) = fields.nth(number) {
                return (field, source);
            }
        }
        let (field, source) = self.fields(subject).swap_remove(number);
        (Cow::Owned(field), source)
    }
}
