//! Which sections are read, by what has been on the screen.

use crate::{assert_footer, common::Journey};
use kamerbrief::{
    app::{
        geometry::Signs,
        message::Message,
        seen::Read::{self, Not, Partly, Whole},
    },
    letter,
};

fn read(journey: &Journey) -> Vec<Read> {
    let sections = 0..journey.app.letter.sections().len();
    sections.map(|section| journey.app.read(section)).collect()
}

#[test]
fn what_has_been_on_the_screen_is_read() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (20, 5)] {
        for key in ["j", "d", "Space"] {
            let mut journey = Journey::start(columns, rows);
            assert_eq!(read(&journey)[1..], [Not; 9]);
            let mut before = Vec::new();
            while before != read(&journey) || journey.app.section() < 9 {
                before = read(&journey);
                let section = journey.app.section();
                assert_ne!(before[section], Not);
                assert_eq!(
                    before[..section],
                    vec![Whole; section],
                    "{columns}x{rows} {key}"
                );
                for _ in 0..40 {
                    journey.press(key);
                }
            }
            assert_eq!(read(&journey), [Whole; 10], "{columns}x{rows} {key}");
        }
    }
}

#[test]
fn what_stands_beside_the_response_is_read_as_well() {
    let mut journey = Journey::start(160, 50);
    assert!(journey.press("4").app.regions().beside.is_some());
    journey.press("d d d d d");
    assert_eq!(read(&journey)[4], Whole);
    let mut journey = Journey::start(160, 20);
    journey.press("4 G");
    assert_eq!(read(&journey)[4], Partly);
}

#[test]
fn a_jump_into_the_middle_reads_a_part() {
    let mut journey = Journey::start(80, 24);
    journey.press(":").type_text("4.3").press("Enter");
    assert_eq!(read(&journey)[4], Partly);
    journey.press("G");
    assert_eq!(read(&journey)[4], Partly, "the start never showed");
    journey.press("g d d d d d d");
    assert_eq!(read(&journey)[4], Whole);
    assert_eq!(read(&journey)[3], Not);
    journey.press("8 G");
    assert_eq!(read(&journey)[8], Partly, "the middle never showed");
}

#[test]
fn it_shows_beside_the_number_without_colour() {
    let mut journey = Journey::start(120, 36);
    journey.press("4 G");
    for (signs, part, whole) in [
        (Signs::Drawn, "   0· Inleiding", "4✓ Mondiaal"),
        (Signs::Ascii, "   0. Inleiding", "4x Mondiaal"),
    ] {
        journey.app.arrangement.signs = signs;
        let screen = journey.screen();
        assert!(screen.contains(part) && screen.contains(whole), "{screen}");
        assert!(screen.contains("1  Mensenrechtennota"));
    }
    journey.app.arrangement.signs = Signs::Drawn;
    journey.resize(60, 20);
    assert!(journey.shows(" 4✓ Mondiaal"), "in the header too");
    journey.press("3");
    assert!(journey.shows(" 3  Persvrijheid"));
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
    journey.press("t e");
    assert_eq!(read(&journey)[4], Not, "the same page has come by before");
    journey.press("j");
    assert_eq!(read(&journey)[4], Partly);
    assert_eq!(read(&journey)[0], Partly);
    let before = read(&journey);
    journey.press("X");
    assert_eq!(read(&journey), [Not; 10]);
    assert_footer(&journey, "Alles is ongelezen");
    journey.press("t X");
    assert_eq!(read(&journey), before);
    assert_footer(&journey, "Wat gelezen was, is weer gelezen");
    journey.press("X 5 X");
    assert_eq!(
        read(&journey),
        [Not; 10],
        "what came by since is not undone"
    );
}

#[test]
fn what_a_search_that_is_given_up_has_shown_is_not_read() {
    let mut journey = Journey::start(80, 24);
    let before = read(&journey);
    journey.press("/").type_text("zorgplicht").press("Esc");
    assert_eq!(read(&journey), before);
    journey.press("/").type_text("zorgplicht").press("Enter");
    let section = journey.app.section();
    assert!(section > 0);
    assert_ne!(read(&journey)[section], Not);
}

#[test]
fn nothing_is_read_on_a_screen_that_shows_nothing() {
    let mut journey = Journey::start(0, 0);
    journey.press("4 j");
    journey.resize(10, 3);
    journey.press("5 j");
    assert_eq!(read(&journey), [Not; 10]);
    journey.resize(80, 24);
    assert_eq!(read(&journey)[5], Partly);
}

#[test]
fn a_letter_of_one_word_is_read_when_it_shows() {
    let mut journey = Journey::with(letter::read(b"x").unwrap(), letter::Language::Dutch, 80, 24);
    assert_eq!(read(&journey), [Whole]);
    journey.press("X").tell(Message::Resize {
        columns: 90,
        rows: 30,
    });
    assert_eq!(read(&journey), [Whole]);
}
