//! Bookmarks and notes in a file of somebody else: as `kamerbrief notes --format json` prints them, or as they are
//! kept. Other forms of print say less than there is, and are not guessed at.

use super::form;
use crate::{
    app::{imported::Imported, kept::KeptMark},
    letter::LINE_END,
};
use serde::Deserialize;

/// A bookmark or note as JSON has it. What else stands there is left alone.
#[derive(Deserialize)]
struct Printed {
    letter: Option<String>,
    address: Option<String>,
    bookmark: bool,
    note: Option<String>,
    text: String,
    citation: Option<String>,
    date: Option<String>,
    name: Option<String>,
}

/// A note as it is kept: its lines are parted by a sign.
fn one_line(note: &str) -> String {
    let lines: Vec<&str> = note.trim().lines().collect();
    lines.join(LINE_END.encode_utf8(&mut [0; 4]))
}

/// What a file holds of one letter.
#[derive(Debug, Default)]
pub struct Found {
    /// The bookmarks and notes.
    pub marks: Vec<Imported>,
    /// The citations that they came with.
    pub citations: Vec<String>,
}

/// What the bytes of a file hold of the letter that scripts know by this id; nothing where they are no such file.
#[must_use]
pub fn read(bytes: &[u8], id: Option<&str>) -> Option<Found> {
    if let Some(kept) = form::read(bytes) {
        let marks = kept.marks.into_iter().map(|mark| Imported {
            mark,
            ..Imported::default()
        });
        return Some(Found {
            marks: marks.collect(),
            citations: Vec::new(),
        });
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let all: Vec<Printed> = serde_json::from_slice(bytes).ok()?;
    let mut found = Found::default();
    for one in all {
        // What was printed of several letters says which.
        if one.letter.is_some() && one.letter.as_deref() != id {
            continue;
        }
        found.citations.extend(one.citation);
        found.marks.push(Imported {
            address: one.address,
            words: one.text,
            mark: KeptMark {
                bookmark: one.bookmark,
                note: one_line(&one.note.unwrap_or_default()),
                date: one.date,
                name: one.name,
                ..KeptMark::default()
            },
        });
    }
    let too_long = found.marks.iter().any(|one| form::too_long(&one.mark));
    (!too_long).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_note_come_back_as_they_are_kept() {
        let printed = br#"[{"address": "4.2", "bookmark": false, "note": "Een\nTwee\r\n\nDrie\n", "text": "w"}]"#;
        let found = read(printed, None).unwrap();
        assert_eq!(
            found.marks[0].mark.note,
            "Een\u{240a}Twee\u{240a}\u{240a}Drie"
        );
    }
}
