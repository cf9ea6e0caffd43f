//! Reads a file of settings: all that can be used, and what is wrong with the rest.

use super::{
    Fault, OwnTheme, Possible, SETTINGS, Sentences, Settings,
    file::{File, Name, Value, in_order},
    keys, written,
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
    let called: &str = name.get_ref();
    let Some(setting) = SETTINGS.iter().find(|setting| setting.id == called) else {
        let known = SETTINGS.iter().map(|setting| setting.id).chain(["keys"]);
        let fault = Fault::new(line, |words| words.no_setting).with("name", called);
        return Some(fault.with_known(called, known));
    };
    if (setting.take)(settings, value.get_ref()) {
        return None;
    }
    let (sentence, possible): (fn(&Sentences) -> &'static str, _) = match setting.possible {
        Possible::OneOf(possible) => (|words| words.no_value, possible(settings).join(", ")),
        Possible::Text(such_as) => (|words| words.any_text, written(such_as)),
    };
    let fault = Fault::new(line, sentence).with("name", setting.id);
    let fault = fault.with("value", file.written(value.span()));
    Some(fault.with("possible", possible))
}
