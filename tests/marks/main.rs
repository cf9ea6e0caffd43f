//! What the reader leaves in a letter and where it is in it: bookmarks, notes of one's own, what was read,
//! the strip; and how all that is kept.

#[path = "../common/mod.rs"]
mod common;

mod anchors;
mod drafts;
mod found;
mod keeping;
mod leaving;
mod lines;
mod orphans;
mod reading;
mod resuming;
mod selected;
mod strip;

use common::Journey;
use kamerbrief::letter::{Address, Letter};

/// The paragraph with this address, by index.
fn paragraph_at(letter: &Letter, address: &str) -> usize {
    let address: Address = address.parse().unwrap();
    letter.locate(address).unwrap().start
}

/// A reader with the cursor on the paragraph of this address.
fn at(address: &str, columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.press(":").type_text(address).press("Enter");
    journey
}

/// What is left, in words: address, `★` for a bookmark, and the note.
fn left(journey: &Journey) -> Vec<String> {
    let app = &journey.app;
    let marks = app.reader().marks().iter().map(|mark| {
        let address = app.words().address(&app.reader().letter, mark.paragraph);
        let bookmark = if mark.bookmarked { " ★" } else { "" };
        let gap = if mark.note.is_empty() { "" } else { " " };
        format!("{address}{bookmark}{gap}{}", mark.note)
    });
    marks.collect()
}

#[track_caller]
fn assert_footer(journey: &Journey, says: &str) {
    let footer = journey.footer();
    assert!(footer.contains(says), "‘{says}’ is not in ‘{footer}’");
}
