//! Why a file could not be read or written, and how files are named in sentences.

use super::cause::cause;
use crate::letter::{Language, in_message, visible_line};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The largest letter, in megabytes. It is a hundred times the longest there is; a file without an end
/// would take all memory.
pub(super) const LIMIT: usize = 128;

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.say(Language::English))]
pub struct StoreError {
    pub(super) path: PathBuf,
    pub(super) cause: io::Error,
    pub(super) task: Task,
}

/// What was to be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
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
        let cause = cause(&self.cause, language);
        if self.task == Task::Write {
            return if dutch {
                format!(
                    "{path}: kan niet geschreven worden ({cause}); start kamerbrief in een map waarin geschreven mag worden"
                )
            } else {
                format!(
                    "{path}: cannot be written ({cause}); start kamerbrief in a folder where you may write"
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
            io::ErrorKind::InvalidInput if dutch => format!(
                "{path}: is geen gewoon bestand maar bijvoorbeeld een apparaat; kies een bestand met {wanted}"
            ),
            io::ErrorKind::InvalidInput => {
                format!(
                    "{path}: is no plain file but for example a device; choose a file with {wanted}"
                )
            }
            _ if dutch => {
                format!("{path}: kan niet gelezen worden ({cause}); kies een ander bestand")
            }
            _ => format!("{path}: cannot be read ({cause}); choose another file"),
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
pub(super) fn whole_name(path: &Path) -> String {
    visible_line(&path.to_string_lossy())
}
