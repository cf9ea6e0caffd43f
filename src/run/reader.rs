//! The reader as it opens, with what is kept of its letter, and where what it gives out is kept.

use super::configured::{complaints, language};
use crate::{
    app::{
        App,
        geometry::Arrangement,
        kept::{Changes, Kept, Saved, sketch::Sketch},
        message::Message,
        words::Words,
    },
    catalogue::Catalogue,
    cli::args::Opening,
    letter::{Date, Letter},
    store::{self, settings::Configured},
    tui::terminal,
};
use std::{
    cell::OnceCell,
    time::{SystemTime, UNIX_EPOCH},
};

/// The reader of a letter for a command: as it would open without settings.
pub(super) fn reader_of(letter: &Letter, words: &Words) -> Result<App, String> {
    let opening = Opening::default();
    reader(letter.clone(), *words, &opening, Configured::default())
}

/// The reader as it opens: with what was kept of the letter, at the place that was asked for.
pub(super) fn reader(
    letter: Letter,
    words: Words,
    opening: &Opening,
    configured: Configured,
) -> Result<App, String> {
    let place = opening.at.map(|at| letter.locate(at)).transpose();
    let place = place.map_err(|error| error.say(words.language))?;
    let place = place.map(|paragraphs| paragraphs.start);
    let mut app = App::new(letter, Catalogue::embedded(), words);
    let complaints = complaints(&configured, app.words());
    app.take_settings(configured.settings, complaints);
    let signs = opening.signs;
    let arrangement = app.reader().arrangement;
    app.set_arrangement(Arrangement {
        signs,
        ..arrangement
    });
    if !opening.fresh {
        app.remember(store::searches());
        app.take_looks(&store::looks(&app.set_looks()));
        let kept = kept(&app);
        app.update(Message::Marks(kept));
    }
    let asked_theme = opening.theme.as_deref();
    let asked_theme = asked_theme.and_then(|name| app.settings().theme_named(name));
    if let Some(theme) = terminal::theme(asked_theme) {
        app.set_theme(theme);
    }
    app.begin();
    match (place, &opening.find) {
        (None, None) => app.resume(),
        (place, query) => {
            if let Some(paragraph) = place {
                app.start_at(paragraph);
            }
            if let Some(query) = query {
                app.start_with(query);
            }
        }
    }
    Ok(app)
}

/// What is kept of a letter; nothing where that cannot be read, which opening the letter says.
pub(super) fn kept_of(letter: &Letter) -> Kept {
    let sketch = OnceCell::new();
    let has_id = letter.facts.id().is_some();
    let kept = store::marks::kept(&letter.name(), || {
        (!has_id).then(|| sketch.get_or_init(|| Sketch::of(letter)))
    });
    kept.unwrap_or_default()
}

/// What was kept of the letter at an earlier time, or why it cannot be read.
pub(super) fn kept(app: &App) -> Result<Box<Kept>, String> {
    let kept = store::marks::kept(app.reader().letter_name(), || app.reader().sketch());
    kept.map(Box::new)
        .map_err(|error| error.say(app.words().language))
}

/// Keeps what the reader gives out.
pub(super) fn keep(changes: &Changes, says: &dyn Fn(Saved)) -> Saved {
    let mut changes = changes.clone();
    changes.signed.date = Some(today().to_string());
    store::keep(&changes, language(), says)
}

/// The day it is in Greenwich.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Date::of_days(since.unwrap_or_default().as_secs() / (24 * 60 * 60))
}

/// Knows of nothing that is kept, which was asked for.
#[allow(clippy::unnecessary_wraps)] // it stands in for what may fail
pub(super) fn recall_nothing(_: &App) -> Result<Box<Kept>, String> {
    Ok(Box::default())
}

/// Keeps nothing, which was asked for.
pub(super) fn keep_nothing(_: &Changes, _: &dyn Fn(Saved)) -> Saved {
    Saved::Unwanted
}

/// Writes a text to a new file; says what is wrong in the language of the call.
pub(super) fn save(stem: &str, text: &str) -> Result<String, String> {
    store::save(stem, text).map_err(|error| error.say(language()))
}

/// Writes a text to a new file that nobody else reads; says what is wrong in the language of the call.
pub(super) fn save_apart(stem: &str, text: &str) -> Result<String, String> {
    store::save_apart(stem, text).map_err(|error| error.say(language()))
}
