//! The language of the call and the settings, as long as the program runs.

use super::said::say;
use crate::{
    app::words::Words,
    cli::args,
    letter::Language,
    settings::ReadAgain,
    store::{self, settings::Configured},
    tui::own_theme,
};
use std::{ffi::OsString, sync::OnceLock};

/// The language of the call, known once the settings are.
static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// The language of the call, which it is from now on.
pub fn speak(args: &[OsString], configured: &Configured) -> Language {
    let spoken = args::language(args, configured.settings.language, locale().as_deref());
    *LANGUAGE.get_or_init(|| spoken)
}

/// The language of the call.
pub(super) fn language() -> Language {
    LANGUAGE.get().copied().unwrap_or_default()
}

/// The locale for messages, by the environment.
fn locale() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"))
}

/// Reads the settings again, with what is wrong in them; or says why they cannot be.
pub(super) fn settings() -> ReadAgain {
    let args: Vec<OsString> = std::env::args_os().collect();
    let read = store::settings::settings(args::config(&args).as_deref());
    let configured = read.map_err(|error| error.say(language()))?;
    let complaints = complaints(&configured, &Words::of(language()));
    Ok((configured.settings, complaints))
}

/// What is wrong in the file of settings, in sentences; the words for that are read only where something is.
pub(super) fn complaints(configured: &Configured, words: &Words) -> Vec<String> {
    let mut complaints = Vec::new();
    if !configured.is_faultless() {
        complaints = configured.complaints(&words.settings().wrong, words.language);
    }
    let own = &configured.settings.themes;
    complaints.extend(own_theme::complaints(own, || {
        words.settings().wrong.clone()
    }));
    complaints
}

/// Says on standard error what is wrong in the file of settings.
pub fn complain(configured: &Configured, words: &Words) {
    for sentence in complaints(configured, words) {
        say(&sentence);
    }
}
