//! Reads a file of settings: all that can be used, and what is wrong with the rest.

use super::{Fault, SETTINGS, Settings, keys};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// What a file says, on top of what is so by default, and what in it cannot be used.
#[must_use]
pub fn read(text: &str) -> (Settings, Vec<Fault>) {
    let file = File(text.trim_start_matches('\u{feff}'));
    let mut settings = Settings::default();
    let (table, errors) = DeTable::parse_recoverable(file.0);
    let mut broken: Vec<Fault> = errors
        .iter()
        .map(|error| {
            let line = file.line(error.span().unwrap_or_default());
            Fault::new(line, |words| words.no_toml).with("cause", error.message())
        })
        .collect();
    let mut faults = Vec::new();
    for (name, value) in in_order(table.get_ref()) {
        if name.get_ref() == "keys" {
            faults.extend(keys::read(&file, value, &mut settings));
        } else if let Some(fault) = take(&file, name, value, &mut settings) {
            faults.push(fault);
        }
    }
    // What else is wrong with a line that is no TOML comes of that.
    faults.retain(|fault| broken.iter().all(|other| other.line != fault.line));
    broken.dedup_by_key(|fault| fault.line);
    faults.extend(broken);
    faults.sort_by_key(|fault| fault.line);
    (settings, faults)
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
    let possible = (setting.possible)().join(", ");
    let fault = Fault::new(line, |words| words.no_value).with("name", setting.id);
    let fault = fault.with("value", file.written(value.span()));
    Some(fault.with("possible", possible))
}

/// A name in the file, with where it stands.
pub(super) type Name<'a> = Spanned<toml::de::DeString<'a>>;

/// A value in the file, with where it stands.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// The text of a file, to tell where something stands in it.
pub(super) struct File<'a>(&'a str);

impl File<'_> {
    /// The line that bytes start in, counted from 1.
    pub(super) fn line(&self, bytes: Range<usize>) -> usize {
        let before = self.0.get(..bytes.start).unwrap_or(self.0);
        1 + before.matches('\n').count()
    }

    /// What is written there, in one line.
    fn written(&self, bytes: Range<usize>) -> String {
        let text = self.0.get(bytes).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a table holds, in the order in which it was written.
pub(super) fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(&'a Name<'i>, &'a Value<'i>)> {
    let mut all: Vec<_> = table.iter().collect();
    all.sort_by_key(|(name, _)| name.span().start);
    all
}
