//! `notes import`: puts a colleague's bookmarks and notes beside one's own.

use super::{
    opened::{Asked, Opened},
    reader::reader_of,
    said::{print, refuse, say},
};
use crate::{
    app::{
        counted::counted,
        imported::{Added, with_imported},
        words::Words,
    },
    letter::Letter,
    reading::cite::{self, Style},
    store::{
        self,
        marks::{self, imported},
    },
};
use std::{path::Path, process::ExitCode};

/// Carries it out for the one letter that is opened.
pub(super) fn import(path: &Path, opened: Opened, words: &Words) -> ExitCode {
    if opened.asked == Asked::Several {
        return refuse(words.cli().error_several);
    }
    match added(path, &opened.one(), words) {
        Ok(added) => print(told(added, words), added != Added::default(), words),
        Err(sentence) => refuse(&sentence),
    }
}

/// How many were added; else what is wrong, in one sentence.
fn added(path: &Path, letter: &Letter, words: &Words) -> Result<Added, String> {
    let cli = words.cli();
    let bytes = store::read_notes(path).map_err(|error| error.say(words.language))?;
    let id = letter.facts.id();
    let name = store::name(path);
    let found = imported::read(&bytes, id.as_deref());
    let found = found.ok_or_else(|| cli.error_no_notes.replace("{}", &name))?;
    let marks = found.marks.into_iter().map(|one| one.in_letter(letter));
    let marks: Vec<_> = marks.collect();
    let own = cite::cite(letter, None, Style::default());
    let placed = marks.iter().any(|mark| mark.anchor.around.is_some());
    let other = found
        .citations
        .iter()
        .find(|other| !other.starts_with(&own));
    if let Some(other) = other.filter(|_| !placed) {
        let sentence = cli.error_other_letter.replace("{file}", &name);
        return Err(sentence.replace("{letter}", other));
    }
    // What is kept of it is found as the reader finds it.
    let app = reader_of(letter, words)?;
    let kept_as = app.reader().letter_name();
    let mut added = Added::default();
    let waits = || say(words.marks.waits_at_end);
    let written = marks::add(kept_as, &waits, |kept| {
        let (mut kept, new) = with_imported(letter, kept, app.reader().sketch(), &marks);
        kept_as.clone_into(&mut kept.name);
        added = new;
        kept
    });
    written.map_err(|error| error.say(words.language))?;
    Ok(added)
}

/// What came of it, in a line.
fn told(added: Added, words: &Words) -> String {
    let cli = words.cli();
    if added == Added::default() {
        return cli.imported_none.to_owned() + "\n";
    }
    let parts = [
        ("notes", added.notes),
        ("bookmarks", added.bookmarks),
        ("there", added.there),
    ];
    let line = parts
        .into_iter()
        .fold(cli.imported.to_owned(), |line, (name, count)| {
            counted(&line, name, count)
        });
    let lost = match added.lost {
        0 => String::new(),
        lost => cli.imported_lost.replace("{}", &lost.to_string()),
    };
    [&line, &*lost, "\n"].concat()
}
