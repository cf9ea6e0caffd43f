//! Files: the only place that reads from disk or standard input, or writes to disk.

pub mod cache;
pub mod clock;
pub mod folder;
pub mod marks;
pub mod settings;
mod state;
pub mod streams;

use crate::{
    app::kept::{Changes, Looks, Saved},
    letter::{Language, in_message, visible_line},
    settings::{Compare, Settings},
};
use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.say(Language::English))]
pub struct StoreError {
    path: PathBuf,
    cause: io::Error,
    task: Task,
}

/// What was to be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Read,
    ReadSettings,
    ReadNotes,
    Write,
}

impl StoreError {
    /// What is wrong, where, and what to do, in one sentence.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let path = name(&self.path);
        let dutch = language == Language::Dutch;
        if self.task == Task::Write {
            return if dutch {
                format!(
                    "{path}: kan niet geschreven worden ({}); start kamerbrief in een map waarin geschreven mag worden",
                    self.cause
                )
            } else {
                format!(
                    "{path}: cannot be written ({}); start kamerbrief in a folder where you may write",
                    self.cause
                )
            };
        }
        let wanted = match (self.task, dutch) {
            (Task::ReadSettings, true) => "instellingen",
            (Task::ReadSettings, false) => "settings",
            (Task::ReadNotes, true) => "bladwijzers en notities",
            (Task::ReadNotes, false) => "bookmarks and notes",
            (_, true) => "een brief",
            (_, false) => "a letter",
        };
        match self.cause.kind() {
            io::ErrorKind::NotFound if dutch => {
                format!("{path}: bestaat niet; controleer de naam van het bestand")
            }
            io::ErrorKind::NotFound => {
                format!("{path}: does not exist; check the name of the file")
            }
            io::ErrorKind::PermissionDenied if dutch => {
                format!("{path}: mag niet gelezen worden; controleer de rechten op het bestand")
            }
            io::ErrorKind::PermissionDenied => {
                format!("{path}: may not be read; check its permissions")
            }
            io::ErrorKind::IsADirectory if dutch => {
                format!("{path}: is een map; kies een bestand met {wanted}")
            }
            io::ErrorKind::IsADirectory => {
                format!("{path}: is a directory; choose a file with {wanted}")
            }
            io::ErrorKind::FileTooLarge if dutch => {
                format!("{path}: is groter dan {LIMIT} MB; kies een bestand met {wanted}")
            }
            io::ErrorKind::FileTooLarge => {
                format!("{path}: is larger than {LIMIT} MB; choose a file with {wanted}")
            }
            _ if dutch => format!(
                "{path}: kan niet gelezen worden ({}); kies een ander bestand",
                self.cause
            ),
            _ => format!(
                "{path}: cannot be read ({}); choose another file",
                self.cause
            ),
        }
    }
}

/// The name of a file as a message names it: standard input has one, and a path of thousands of bytes fits a
/// line.
#[must_use]
pub fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return "-".to_owned();
    }
    in_message(&path.to_string_lossy())
}

/// The whole name of a file, which is to be found by it.
fn whole_name(path: &Path) -> String {
    visible_line(&path.to_string_lossy())
}

/// The largest letter, in megabytes. It is a hundred times the longest there is; a file without an end
/// would take all memory.
const LIMIT: usize = 128;

/// The bytes of a file; `-` is standard input.
///
/// # Errors
/// [`StoreError`] when it cannot be read to its end, or is larger than any letter.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_for(path, Task::Read)
}

/// The bytes of a file of bookmarks and notes; `-` is standard input.
///
/// # Errors
/// [`StoreError`] when it cannot be read to its end, or is larger than any letter.
pub fn read_notes(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_for(path, Task::ReadNotes)
}

fn read_for(path: &Path, task: Task) -> Result<Vec<u8>, StoreError> {
    let limit = LIMIT * 1_000_000;
    let bytes = if path == Path::new("-") {
        to_end(io::stdin().lock(), 0, limit)
    } else {
        File::open(path).and_then(|file| {
            let size = file.metadata().map_or(0, |about| about.len());
            to_end(file, size, limit)
        })
    };
    bytes.map_err(|cause| StoreError {
        path: path.to_owned(),
        cause,
        task,
    })
}

/// Reads all there is, which should be this many bytes, and no more than the limit.
fn to_end(source: impl Read, size: u64, limit: usize) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size).unwrap_or(limit).min(limit);
    let mut bytes = Vec::with_capacity(size + 1);
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

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
            ("/dev/zero", "/dev/zero: is groter dan 128 MB"),
        ] {
            let said = read(Path::new(path)).unwrap_err().say(Language::Dutch);
            assert!(said.starts_with(says), "{said}");
        }
        assert_eq!(name(Path::new("a\x1b[31m\nb")), "a␛[31m␊b");
    }
}
