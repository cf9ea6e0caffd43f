//! A note as the text of a file, and what came of one that was written in the user's editor.

use crate::letter::{LINE_END, visible_note};

/// The longest note, in characters.
pub const LONGEST: usize = 4000;

/// What came of a note that was to be written in an editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// The note as the editor left it; none where that cannot be taken over.
    pub note: Option<String>,
    /// What went wrong.
    pub fault: Option<EditorFault>,
}

/// What can go wrong with an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorFault {
    /// The user has not said which one.
    Unset,
    /// These words do not say which one: a quote is not closed.
    Unclear(String),
    /// There can be no file for it, in one sentence.
    NoFile(String),
    /// It did not start.
    NotStarted {
        /// What it is called.
        program: String,
        /// Why, in the words of the system.
        cause: String,
    },
    /// It did not end well.
    Failed {
        /// What it is called.
        program: String,
        /// The code with which it ended; none where a signal ended it.
        code: Option<i32>,
    },
    /// It ended before anybody can have written anything.
    AtOnce {
        /// What it is called.
        program: String,
        /// The file, which is still there: it may be written yet.
        file: String,
    },
    /// The file is gone.
    Gone,
    /// What it wrote is no text.
    NoText {
        /// The file, which is still there.
        file: String,
    },
    /// What it wrote is longer than a note may be.
    TooLong {
        /// The file, which is still there.
        file: String,
        /// How long it is, in characters.
        count: usize,
    },
}

/// A text of a file as a note, visible and on one line; else how long it is, in characters, where that is too long
/// for a note.
///
/// # Errors
/// How long it is, where that is more than [`LONGEST`].
pub fn note_of(text: &str) -> Result<String, usize> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let note = visible_note(&lines);
    let note = trimmed(&note);
    match note.chars().count() {
        count if count > LONGEST => Err(count),
        _ => Ok(note.to_owned()),
    }
}

/// A note as the text of a file, each line of it on one.
#[must_use]
pub fn text_of(note: &str) -> String {
    let mut text = trimmed(note).replace(LINE_END, "\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// A note without what is empty before and behind it, lines too.
pub(super) fn trimmed(note: &str) -> &str {
    note.trim_matches(|c: char| c.is_whitespace() || c == LINE_END)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_comes_back_as_it_was_written() {
        for (note, text) in [
            ("", ""),
            ("een", "een\n"),
            ("een␊␊  twee", "een\n\n  twee\n"),
            ("␊een␊", "een\n"),
        ] {
            assert_eq!(text_of(note), text);
            assert_eq!(note_of(text).as_deref(), Ok(trimmed(note)));
        }
        for (text, note) in [
            ("\u{feff}een\r\ntwee\r\n\r\n", "een␊twee"),
            (" \n\t\n", ""),
            ("a\x1b[31m", "a␛[31m"),
        ] {
            assert_eq!(note_of(text).as_deref(), Ok(note));
        }
        assert!(note_of(&"é".repeat(LONGEST)).is_ok());
        assert_eq!(note_of(&"é".repeat(LONGEST + 1)), Err(LONGEST + 1));
    }
}
