//! Files: the only place that reads from disk or standard input, or writes to disk.

pub mod cache;
mod cause;
pub mod clock;
pub mod draft;
mod error;
pub mod folder;
pub mod marks;
mod read;
pub mod settings;
mod state;
pub mod streams;

use crate::{
    app::kept::{Changes, Looks, Saved},
    letter::Language,
    settings::{Compare, Settings},
};
pub use cause::cause;
pub use error::{StoreError, name};
use error::{Task, whole_name};
pub use read::{read, read_notes};
use std::{
    fs::{File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

/// How many files of one stem are tried.
const FILES: usize = 1000;

/// Writes a text, with a line end, to a new file in the current folder: `stem.txt`, or where that
/// exists `stem-2.txt` and so on; a stem that ends in `.html` keeps that. Nothing is ever overwritten. Gives the file's name.
///
/// # Errors
/// [`StoreError`] when no such file can be made or written.
pub fn save(stem: &str, text: &str) -> Result<String, StoreError> {
    let options = &mut File::options();
    write_new(Path::new(""), options, stem, text).map(|path| name(&path))
}

/// Writes a text to a new file as [`save`] does, but in a folder where what is kept lies, and for nobody else
/// to read. Gives its path.
///
/// # Errors
/// [`StoreError`] when no such file can be made or written.
pub fn save_apart(stem: &str, text: &str) -> Result<String, StoreError> {
    let folder = state::folder().unwrap_or_default().join("copies");
    let made = state::make_folder(&folder.join(stem)).map(|_| ());
    made.map_err(|cause| StoreError {
        path: folder.clone(),
        cause,
        task: Task::Write,
    })?;
    let options = &mut File::options();
    let path = write_new(&folder, options.mode(0o600), stem, text)?;
    Ok(whole_name(&path))
}

fn write_new(
    folder: &Path,
    options: &mut OpenOptions,
    stem: &str,
    text: &str,
) -> Result<PathBuf, StoreError> {
    let (stem, form) = match stem.rsplit_once('.') {
        Some((stem, form @ ("html" | "md"))) => (stem, form),
        _ => (stem, "txt"),
    };
    let mut path = folder.join(format!("{stem}.{form}"));
    for number in 2..FILES {
        match options.write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file
                    .write_all(text.as_bytes())
                    .and_then(|()| file.write_all(b"\n"));
                return match written {
                    Ok(()) => Ok(path),
                    Err(cause) => Err(StoreError {
                        path,
                        cause,
                        task: Task::Write,
                    }),
                };
            }
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                path = folder.join(format!("{stem}-{number}.{form}"));
            }
            Err(cause) => {
                return Err(StoreError {
                    path,
                    cause,
                    task: Task::Write,
                });
            }
        }
    }
    Err(StoreError {
        path,
        cause: io::ErrorKind::AlreadyExists.into(),
        task: Task::Write,
    })
}

/// The searches of earlier times, the last one last; none where they cannot be read.
#[must_use]
pub fn searches() -> Vec<String> {
    lines(&state::kept("searches"))
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// What the reader looked like, as was last chosen in any letter: each part that was, that can be read, and
/// that was chosen over what is set now.
#[must_use]
pub fn looks(set: &Looks) -> Looks {
    let kept = LOOKS.map(state::kept);
    let usual = Looks::of(&Settings::default());
    let (set, usual) = (written(set), written(&usual));
    let part = |at: usize| {
        let mut lines = kept[at].lines();
        let chosen = lines.next().filter(|chosen| !chosen.is_empty());
        let over = lines.next().or(usual[at].as_deref());
        chosen.filter(|_| over == set[at].as_deref())
    };
    Looks {
        theme: part(0).map(str::to_owned),
        measure: part(1).and_then(|measure| measure.parse().ok()),
        sidebar: match part(2) {
            Some("on") => Some(true),
            Some("off") => Some(false),
            _ => None,
        },
        compare: part(3).and_then(Compare::named),
    }
}

/// Keeps the looks that were chosen, each with what was set when it was, where that is not the usual.
fn keep_looks(looks: &Looks, set: &Looks, waits: &dyn Fn()) {
    let usual = written(&Looks::of(&Settings::default()));
    let parts = written(looks).into_iter().zip(written(set)).zip(usual);
    for (name, ((chosen, set), usual)) in LOOKS.into_iter().zip(parts) {
        if let Some(chosen) = chosen {
            let over = set.filter(|set| Some(set) != usual.as_ref());
            let over = over.map_or_else(String::new, |set| set + "\n");
            state::keep(name, waits, |_| format!("{chosen}\n{over}"));
        }
    }
}

/// Looks as their files have them, in the order of these.
fn written(looks: &Looks) -> [Option<String>; 4] {
    let sidebar = looks.sidebar.map(|shows| if shows { "on" } else { "off" });
    [
        looks.theme.clone(),
        looks.measure.map(|measure| measure.to_string()),
        sidebar.map(str::to_owned),
        looks.compare.map(|compare| compare.id().to_owned()),
    ]
}

/// The files in which looks are kept, one for each part, so that what two readers choose is both kept.
const LOOKS: [&str; 4] = ["theme", "measure", "sidebar", "compare"];

/// Adds changes to what is kept, and says what became of that. Where another reader is writing it waits as
/// long as that takes, and says so.
#[must_use]
pub fn keep(changes: &Changes, language: Language, says: &dyn Fn(Saved)) -> Saved {
    let waits = || says(Saved::Waits);
    if !changes.searches.is_empty() {
        state::keep("searches", &waits, |now| {
            changes.searches_added_to(lines(&now)).join("\n") + "\n"
        });
    }
    keep_looks(&changes.looks, &changes.set, &waits);
    match marks::change(changes, &waits) {
        Ok(marks::Written { kept, aside }) => Saved::Kept {
            kept: Box::new(kept),
            aside: aside.map(|aside| whole_name(&aside)),
        },
        Err(error) => Saved::Failed(error.say(language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_why_and_where() {
        for (path, says) in [
            ("/no/such/brief.txt", "/no/such/brief.txt: bestaat niet"),
            ("/", "/: is een map"),
            #[cfg(unix)]
            ("/dev/zero", "/dev/zero: is geen gewoon bestand"),
        ] {
            let said = read(Path::new(path)).unwrap_err().say(Language::Dutch);
            assert!(said.starts_with(says), "{said}");
        }
        assert_eq!(name(Path::new("a\x1b[31m\nb")), "a␛[31m␊b");
    }
}
