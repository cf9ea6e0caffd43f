//! Which sections are read, by what has stood on the screen for long enough.

use crate::{assert_footer, common::Journey};
use kamerbrief::{
    app::{
        geometry::{Arrangement, Signs},
        seen::Read::{self, Not, Partly, Whole},
    },
    letter,
};

fn read(journey: &Journey) -> Vec<Read> {
    let sections = 0..journey.app.reader().letter.sections().len();
    sections
        .map(|section| journey.app.reader().read(section))
        .collect()
}

#[test]
fn who_leafs_through_reads_nothing() {
    for keys in [
        "1 2 3 4 5 6 7 8 9",
        "l l l l l l l l l",
        "Space Space Space Space Space Space",
    ] {
        let mut journey = Journey::start(120, 36);
        for key in keys.split(' ') {
            journey.press(key);
        }
        journey.look(1);
        assert_eq!(read(&journey), [Not; 10], "{keys}");
        journey.look(1000);
        assert_ne!(read(&journey), [Not; 10], "what is stayed at is read");
    }
}

#[test]
fn what_stands_long_enough_is_read_row_by_row_from_the_top() {
    let mut journey = Journey::start(120, 36);
    journey.press("4");
    let mut before = Not;
    for seconds in 0..60 {
        journey.look(1);
        let now = journey.app.reader().read(4);
        if seconds < 3 {
            assert_ne!(now, Whole, "after {seconds} seconds");
        }
        let order = |read| [Not, Partly, Whole].iter().position(|one| *one == read);
        assert!(order(before) <= order(now));
        before = now;
    }
    assert_eq!(read(&journey)[..4], [Not; 4]);
}

#[test]
fn the_whole_letter_is_read_by_pages_and_by_rows() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (160, 50), (20, 5)] {
        for (key, seconds) in [("Space", 200), ("d", 100), ("j", 10)] {
            let mut journey = Journey::start(columns, rows);
            let showing = |journey: &Journey| {
                [journey.app.reader().beside(), journey.app.reader().page()].concat()
            };
            let mut before = Vec::new();
            while before != showing(&journey) {
                before = showing(&journey);
                journey.look(seconds).press(key);
            }
            journey.look(200);
            assert_eq!(read(&journey), [Whole; 10], "{columns}x{rows} {key}");
        }
    }
}

#[test]
fn time_over_which_something_lies_does_not_count() {
    let mut journey = Journey::start(120, 36);
    for keys in ["?", "f", "o", "/"] {
        journey.press(keys).look(1000).press("Esc");
        assert_eq!(read(&journey), [Not; 10], "{keys}");
    }
    journey
        .press("/")
        .type_text("zorgplicht")
        .look(1000)
        .press("Esc");
    assert_eq!(
        read(&journey),
        [Not; 10],
        "nor what a search shows that is given up"
    );
}

#[test]
fn it_shows_beside_the_number_without_colour_and_is_no_sign_of_a_stance() {
    let mut journey = Journey::start(120, 36);
    journey.press("4 x 3 x x").look(4);
    for (signs, part, whole) in [
        (Signs::Drawn, "3′ Persvrijheid", "4″ Mondiaal"),
        (Signs::Ascii, "3' Persvrijheid", "4\" Mondiaal"),
    ] {
        journey.app.set_arrangement(Arrangement {
            signs,
            ..journey.app.reader().arrangement
        });
        let screen = journey.screen();
        assert!(screen.contains(part) && screen.contains(whole), "{screen}");
        assert!(screen.contains("1  Mensenrechtennota"));
    }
    journey.app.set_arrangement(Arrangement {
        signs: Signs::Drawn,
        ..journey.app.reader().arrangement
    });
    journey.resize(60, 20).press("4");
    assert!(journey.shows(" 4″ Mondiaal"), "in the header too");
    journey.press("5");
    assert!(journey.shows(" 5  Op EU-agenda"), "{}", journey.screen());
}

#[test]
fn a_section_can_be_marked_as_read_and_unread() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 x");
    assert_eq!(read(&journey)[4], Whole);
    assert_footer(&journey, "Onderdeel 4 is gemarkeerd als gelezen");
    journey.press("x");
    assert_eq!(read(&journey)[4], Not);
    assert_footer(&journey, "Onderdeel 4 is gemarkeerd als ongelezen");
    journey.press("t e 5").look(8);
    let before = read(&journey);
    assert_eq!(before[5], Partly);
    journey.press("X");
    assert_eq!(read(&journey), [Not; 10]);
    assert_footer(&journey, "Alles is ongelezen");
    journey.press("t X");
    assert_eq!(read(&journey), before);
    assert_footer(&journey, "Wat gelezen was, is weer gelezen");
    journey.press("X 6").look(8).press("X");
    assert_eq!(
        read(&journey),
        [Not; 10],
        "what was read since is not undone"
    );
}

#[test]
fn nothing_is_read_on_a_screen_that_shows_nothing() {
    let mut journey = Journey::start(0, 0);
    journey.press("4 j").look(100);
    journey.resize(10, 3);
    journey.press("5 j").look(100);
    assert_eq!(read(&journey), [Not; 10]);
    journey.resize(80, 24).look(8);
    assert_eq!(read(&journey)[5], Partly);
}

#[test]
fn a_letter_of_one_word_is_read_when_it_has_shown_for_a_moment() {
    let mut journey = Journey::with(letter::read(b"x").unwrap(), letter::Language::Dutch, 80, 24);
    journey.look(2);
    assert_eq!(read(&journey), [Whole]);
}
