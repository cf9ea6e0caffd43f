//! Notes of one's own in the finder: by their words and by their tags, with the paragraph they stand at.

use crate::common::Journey;
use kamerbrief::app::keymap::Mode;

/// A reader with three notes.
fn with_notes() -> Journey {
    let mut journey = Journey::start(120, 36);
    for (keys, note) in [
        ("4", "Wie betaalt dit? #actie"),
        ("}", "Navragen bij zeppelinveld #vraag"),
        ("6", "Zeppelinveld heeft dit al gezegd #Actie"),
    ] {
        journey
            .press(keys)
            .press("a")
            .type_text(note)
            .press("Enter");
    }
    journey.press("0");
    journey
}

fn here(journey: &Journey) -> String {
    let reader = journey.app.reader();
    journey.app.words().address(&reader.letter, reader.here())
}

#[test]
fn notes_are_found_by_their_words_and_gone_through() {
    let mut journey = with_notes();
    journey.press("f").type_text("zeppelinveld");
    for shown in ["In eigen notities", "4.2", "6.1", "Navragen bij"] {
        assert!(journey.shows(shown), "{shown}\n{}", journey.screen());
    }
    journey.press("Enter");
    assert_eq!(
        (journey.app.mode(), here(&journey)),
        (Mode::Reading, "4.2".to_owned())
    );
    journey.press("]");
    assert_eq!(here(&journey), "6.1");
    // Words of the letter come first, as ever.
    journey.press("f").type_text("ruimte");
    assert!(!journey.shows("In eigen notities"), "{}", journey.screen());
}

#[test]
fn a_tag_finds_the_notes_that_have_it() {
    let mut journey = with_notes();
    journey.press("f").type_text("#act");
    assert!(journey.shows("1/2"), "{}", journey.screen());
    journey.press("Down Enter");
    assert_eq!(here(&journey), "6.1");
    // What no note has is looked for in the letter.
    journey.press("f").type_text("#onderzoek");
    assert!(journey.shows("IOB"), "{}", journey.screen());
}

#[test]
fn notes_are_a_kind_of_their_own_while_there_are_any() {
    let mut journey = with_notes();
    journey.press("f BackTab");
    assert!(journey.shows("1/3"), "{}", journey.screen());
    journey.type_text("betaalt").press("Enter");
    assert_eq!(here(&journey), "4.1");
    for _ in 0..3 {
        journey.press("o 6 d Esc");
    }
    journey.press("F");
    assert!(!journey.shows("notities"), "{}", journey.screen());
    assert!(journey.app.reader().marks().is_empty());
}
