//! Notes on selected words: the note keeps them, wherever it is shown, kept or taken over.

use crate::{
    assert_footer, at,
    common::{Disk, Journey},
    left,
};
use kamerbrief::app::{keymap::Mode, message::Effect};

/// The reader at 4.1 with a name of it selected.
fn selected() -> Journey {
    let mut journey = at("4.1", 120, 36);
    journey.press("e v");
    assert_eq!(journey.app.mode(), Mode::Select);
    journey
}

#[test]
fn a_note_on_selected_words_keeps_them_before_what_is_typed() {
    let mut journey = selected();
    journey.press("a");
    assert_eq!(journey.app.mode(), Mode::OwnNote);
    assert!(journey.shows("‘CIVICUS’"), "{}", journey.screen());
    journey.type_text("Wie betaalt dit?").press("Enter");
    assert_eq!(left(&journey), ["4.1 ‘CIVICUS’␊Wie betaalt dit?"]);
    assert_eq!(journey.app.mode(), Mode::Reading);
    let Disk::Quick(kept) = &journey.disk else {
        panic!("kept by hand");
    };
    assert_eq!(kept.marks[0].note, "‘CIVICUS’\nWie betaalt dit?");
    // The table shows both.
    journey.press("o 6");
    assert!(journey.shows("‘CIVICUS’") && journey.shows("Wie betaalt dit?"));
    journey.press("Esc");
    // Other words of the paragraph come behind what is there, and the same words only once.
    for (keys, note) in [
        (
            "e v w a",
            "4.1 ‘CIVICUS’␊Wie betaalt dit?␊‘CIVICUS, die’␊en dit?",
        ),
        (
            "e v w a",
            "4.1 ‘CIVICUS’␊Wie betaalt dit?␊‘CIVICUS, die’␊en dit?en dit?",
        ),
    ] {
        let mut again = journey
            .press(":")
            .type_text("4.1")
            .press("Enter Esc")
            .press(keys);
        again = again.type_text("en dit?").press("Enter");
        assert_eq!(left(again), [note]);
    }
}

#[test]
fn who_says_nothing_of_selected_words_leaves_nothing() {
    let mut journey = selected();
    journey.press("a Esc");
    assert_eq!(journey.app.mode(), Mode::Select);
    assert!(left(&journey).is_empty());
    // Nothing was typed, so there is no draft.
    journey.press("Esc a");
    assert!(!journey.shows("CIVICUS’"), "{}", journey.screen());
    journey.press("Esc");
    // What was typed is one, and the words stand in it.
    let mut journey = selected();
    journey.press("a").type_text("Bijna").press("Esc");
    assert_footer(&journey, "4.1");
    journey.press("Esc a");
    assert!(
        journey.shows("‘CIVICUS’") && journey.shows("Bijna"),
        "{}",
        journey.screen()
    );
    // The words alone can be kept as well: a passage that was marked.
    let mut journey = selected();
    journey.press("a Enter");
    assert_eq!(left(&journey), ["4.1 ‘CIVICUS’"]);
}

#[test]
fn who_leaves_in_a_hurry_keeps_what_was_typed_and_not_what_was_offered() {
    let mut journey = selected();
    journey.press("a Ctrl-c");
    assert!(left(&journey).is_empty());
    let mut journey = selected();
    journey.press("a").type_text("Nog").press("Ctrl-c");
    assert_eq!(left(&journey), ["4.1 ‘CIVICUS’␊Nog"]);
}

#[test]
fn the_editor_gets_the_selected_words() {
    let mut journey = selected();
    journey.press("Ctrl-x");
    let Some(Effect::EditNote { text, .. }) = journey.effects.last() else {
        panic!("{:?}", journey.effects);
    };
    assert_eq!(text, "‘CIVICUS’\n");
}
