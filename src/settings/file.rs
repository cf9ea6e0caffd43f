//! The text of a file of settings or of a theme as TOML: what it holds, in its order, and on which lines.

use super::{Fault, no_toml};
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
        let faults = errors.iter().map(|error| {
            let span = error.span().unwrap_or_default();
            let line = self.line(span.clone());
            no_toml::fault(
                error.message(),
                line,
                self.text_of(line),
                self.written(span),
            )
        });
        (table, faults.collect())
    }

    /// The line that bytes start in, counted from 1.
    #[must_use]
    pub fn line(&self, bytes: Range<usize>) -> usize {
        let before = self.0.get(..bytes.start).unwrap_or(self.0);
        1 + before.matches('\n').count()
    }

    /// The text of a line, counted from 1.
    #[must_use]
    pub fn text_of(&self, line: usize) -> &'a str {
        self.0.lines().nth(line - 1).unwrap_or_default()
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
