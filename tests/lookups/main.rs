//! Looking things up and taking them along: search, addresses, copying, selecting, abbreviations,
//! and how many keys each takes.

#[path = "../common/mod.rs"]
mod common;

mod abbreviations;
mod concordance;
mod copying;
mod current;
mod finder;
mod goto;
mod keystrokes;
mod large;
mod mouse;
mod searching;
mod selecting;
mod straight;
mod ways;

use common::Journey;
use kamerbrief::{
    app::keymap::Mode,
    letter::{Address, Letter, Span},
};
use large::{big, wait};

/// A reader at the start of the paragraph with this address.
fn start_at(address: &str, columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    let paragraph = paragraph_at(&journey.app.reader().letter, address);
    journey.app.start_at(paragraph);
    journey.resize(columns, rows);
    journey
}

/// The paragraph with this address, by index.
fn paragraph_at(letter: &Letter, address: &str) -> usize {
    let address: Address = address.parse().unwrap();
    letter.locate(address).unwrap().start
}

/// The places where a text stands as it is, counted plainly.
fn plainly(letter: &Letter, text: &str) -> Vec<Span> {
    let paragraphs = 0..letter.paragraphs().len();
    let in_paragraph = |paragraph| {
        let found = letter.paragraph(paragraph).match_indices(text);
        found.map(move |(start, found)| Span {
            paragraph,
            start,
            end: start + found.len(),
        })
    };
    paragraphs.flat_map(in_paragraph).collect()
}

/// The letter's words under the cursor.
fn under_cursor(journey: &Journey) -> &str {
    let focus = journey
        .app
        .reader()
        .focus
        .expect("something under the cursor");
    journey.app.reader().letter.words(focus)
}

/// The address of what is under the cursor.
fn address(journey: &Journey) -> String {
    let focus = journey
        .app
        .reader()
        .focus
        .expect("something under the cursor");
    journey
        .app
        .words()
        .address(&journey.app.reader().letter, focus.paragraph)
}

#[track_caller]
fn assert_footer(journey: &Journey, says: &str) {
    let footer = journey.footer();
    assert!(footer.contains(says), "‘{says}’ is not in ‘{footer}’");
}

#[track_caller]
fn assert_reading(journey: &Journey) {
    assert_eq!(journey.app.mode(), Mode::Reading);
}
