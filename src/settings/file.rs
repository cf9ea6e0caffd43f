//! The text of a file of settings or of a theme as TOML: what it holds, in its order, and on which lines.

use super::Fault;
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A name in the file, with where it stands.
pub type Name<'a> = Spanned<toml::de::DeString<'a>>;

/// A value in the file, with where it stands.
pub type Value<'a> = Spanned<DeValue<'a>>;

/// The text of a file, to tell where something stands in it.
#[derive(Clone, Copy, Debug)]
pub struct File<'a>(&'a str);

impl<'a> File<'a> {
    /// A file with this text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self(text.trim_start_matches('\u{feff}'))
    }

    /// What it holds, as far as it is TOML, and which lines are not.
    #[must_use]
    pub fn table(&self) -> (Spanned<DeTable<'a>>, Vec<Fault>) {
        let (table, errors) = DeTable::parse_recoverable(self.0);
        let fault = |error: &toml::de::Error| {
            let line = self.line(error.span().unwrap_or_default());
            Fault::new(line, |words| words.no_toml).with("cause", error.message())
        };
        (table, errors.iter().map(fault).collect())
    }

    /// The line that bytes start in, counted from 1.
    #[must_use]
    pub fn line(&self, bytes: Range<usize>) -> usize {
        let before = self.0.get(..bytes.start).unwrap_or(self.0);
        1 + before.matches('\n').count()
    }

    /// What is written there, in one line.
    #[must_use]
    pub fn written(&self, bytes: Range<usize>) -> String {
        let text = self.0.get(bytes).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a table holds, in the order in which it was written.
#[must_use]
pub fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(&'a Name<'i>, &'a Value<'i>)> {
    let mut all: Vec<_> = table.iter().collect();
    all.sort_by_key(|(name, _)| name.span().start);
    all
}
