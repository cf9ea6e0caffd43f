//! What can be named: an organisation, an instrument and so on, with its forms and what is said of it.

use crate::letter::Language;
use serde::Deserialize;

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
    pub(super) within: Vec<String>,
    /// The official English name, if there is one.
    pub(super) english: Option<String>,
    /// A usual short form that is no abbreviation, of the name and of the English one.
    pub(super) short: Option<String>,
    pub(super) short_english: Option<String>,
    /// Words by which people look for it, though no letter writes them so.
    #[serde(default)]
    pub also: Vec<String>,
    pub(super) nl: String,
    pub(super) en: String,
    pub(super) explained_by: Explainer,
    /// Whether it is in no list of ours, and was found in the letter by the form of its name.
    #[serde(default)]
    pub by_rule: bool,
    /// The official address of what it names, where that is known.
    #[serde(default)]
    pub link: Option<String>,
}

impl Entity {
    /// One with no other form than its name, explained by us.
    pub(super) fn new(name: &str, kind: Kind, nl: &str, en: &str) -> Self {
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
