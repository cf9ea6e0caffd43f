//! Reads a file of settings: all that can be used, and what is wrong with the rest.

use super::{Fault, OwnTheme, SETTINGS, Settings, keys};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// What a file says, on top of what is so by default, and what in it cannot be used. Beside it stand themes of
/// the user's own.
#[must_use]
pub fn read(text: &str, themes: Vec<OwnTheme>) -> (Settings, Vec<Fault>) {
    let file = File::new(text);
    let mut settings = Settings {
        themes,
        ..Settings::default()
    };
    let (table, broken) = file.table();
    let mut faults = Vec::new();
    for (name, value) in in_order(table.get_ref()) {
        if name.get_ref() == "keys" {
            faults.extend(keys::read(&file, value, &mut settings));
        } else if let Some(fault) = take(&file, name, value, &mut settings) {
            faults.push(fault);
        }
    }
    (settings, with_broken(faults, broken))
}

/// What is wrong in a file, in the order of its lines. What else is wrong with a line that is no TOML comes of
/// that.
#[must_use]
pub fn with_broken(mut faults: Vec<Fault>, mut broken: Vec<Fault>) -> Vec<Fault> {
    faults.retain(|fault| broken.iter().all(|other| other.line != fault.line));
    broken.dedup_by_key(|fault| fault.line);
    faults.extend(broken);
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// Takes over one setting, or says what is wrong with it.
fn take(file: &File, name: &Name, value: &Value, settings: &mut Settings) -> Option<Fault> {
    let line = file.line(name.span());
    let written: &str = name.get_ref();
    let Some(setting) = SETTINGS.iter().find(|setting| setting.id == written) else {
        let known = SETTINGS.iter().map(|setting| setting.id).chain(["keys"]);
        let fault = Fault::new(line, |words| words.no_setting).with("name", written);
        return Some(fault.with_known(written, known));
    };
    if (setting.take)(settings, value.get_ref()) {
        return None;
    }
    let possible = (setting.possible)(settings).join(", ");
    let fault = Fault::new(line, |words| words.no_value).with("name", setting.id);
    let fault = fault.with("value", file.written(value.span()));
    Some(fault.with("possible", possible))
}

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
