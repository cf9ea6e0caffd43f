//! The list of themes: the screen wears what is chosen, and what was worn comes back.

mod common;

use common::Journey;
use kamerbrief::app::keymap::Mode;

#[test]
fn the_key_goes_on_to_the_next_and_shows_which_there_are() {
    let mut journey = Journey::start(80, 24);
    journey.press("t");
    assert_eq!(journey.app.chosen_theme(), 1);
    for name in [
        "Thema’s",
        "terminal",
        "licht",
        "donker",
        "rijks",
        "contrast",
        "mono",
    ] {
        assert!(journey.shows(name), "{name}: {}", journey.screen());
    }
    journey.press("t");
    assert_eq!(journey.app.chosen_theme(), 2);
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert!(journey.footer().contains("Thema: donker"));
    assert_eq!(journey.app.chosen_theme(), 2);
}

#[test]
fn moving_wears_it_and_escape_puts_back_what_was() {
    let mut journey = Journey::start(80, 24);
    journey.press("t Enter t j j");
    assert_eq!(journey.app.chosen_theme(), 4);
    journey.press("k");
    assert_eq!(journey.app.chosen_theme(), 3);
    journey.press("Esc");
    assert_eq!(
        (journey.app.chosen_theme(), journey.app.mode()),
        (1, Mode::Reading)
    );
    // Before the first comes the last.
    journey.press("t k k k Enter");
    assert_eq!(journey.app.chosen_theme(), 5);
}

#[test]
fn what_means_nothing_there_keeps_the_theme_and_is_done_in_the_text() {
    let mut journey = Journey::start(80, 24);
    journey.press("t 4");
    assert_eq!(
        (journey.app.chosen_theme(), journey.app.mode()),
        (1, Mode::Reading)
    );
    assert_eq!(journey.app.reader().section(), 4);
    journey.press("t f");
    assert_eq!(
        (journey.app.chosen_theme(), journey.app.mode()),
        (2, Mode::Finder)
    );
    let mut journey = Journey::start(20, 5);
    journey.press("t t Enter");
    assert_eq!(journey.app.chosen_theme(), 2);
}

#[test]
fn the_mouse_chooses_too() {
    let mut journey = Journey::start(80, 24);
    journey.press("t");
    let (column, row) = journey.cell_of("rijks");
    journey.click(column, row);
    assert_eq!(
        (journey.app.chosen_theme(), journey.app.mode()),
        (3, Mode::Reading)
    );
}
