//! Words of ours that come in two languages.

use serde::Deserialize;
use std::str::FromStr;

/// The language of the screen. The letter's own words are never translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch, the default.
    #[default]
    Dutch,
    /// English.
    English,
}

impl FromStr for Language {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        match written {
            "nl" => Ok(Self::Dutch),
            "en" => Ok(Self::English),
            _ => Err("nl, en".to_owned()),
        }
    }
}

/// A text of ours in both languages.
#[derive(serde::Serialize, Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Twin {
    nl: String,
    en: String,
}

impl Twin {
    /// The text in this language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}
