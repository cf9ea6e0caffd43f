//! Notes of several lines, and the tags in them.

use crate::common::{Disk, Journey};
use kamerbrief::app::{keymap::Mode, message::Message, overview::Table};

/// What is kept of the notes.
fn kept(journey: &Journey) -> Vec<String> {
    let Disk::Quick(kept) = &journey.disk else {
        panic!("kept by hand");
    };
    kept.marks.iter().map(|mark| mark.note.clone()).collect()
}

#[test]
fn a_note_has_as_many_lines_as_are_typed() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 a").type_text("Wie betaalt?");
    journey.press("Alt-Enter").type_text("Navragen bij BZ.");
    journey.press("Ctrl-j").type_text("Voor 1 mei.");
    let screen = journey.screen();
    let row = |words: &str| screen.lines().position(|line| line.contains(words));
    assert_eq!(
        row("Navragen bij BZ.").unwrap(),
        row("Wie betaalt?").unwrap() + 1,
        "{screen}"
    );
    assert_eq!(
        row("Voor 1 mei.").unwrap(),
        row("Wie betaalt?").unwrap() + 2,
        "{screen}"
    );
    journey.press("Enter");
    assert_eq!(
        kept(&journey),
        ["Wie betaalt?\nNavragen bij BZ.\nVoor 1 mei."]
    );
    // One line says that there is more; the table shows all.
    journey.press("} {");
    assert!(
        journey.footer().contains("Wie betaalt?␊Nav"),
        "{}",
        journey.footer()
    );
    journey.press("o 6");
    for line in ["Wie betaalt?", "Navragen bij BZ.", "Voor 1 mei."] {
        assert!(journey.shows(line), "{}", journey.screen());
    }
    assert!(!journey.shows("␊"), "{}", journey.screen());
    // It can be gone on with, and changed.
    journey
        .press("a Alt-Enter")
        .type_text("Klaar.")
        .press("Enter");
    assert_eq!(
        kept(&journey),
        ["Wie betaalt?\nNavragen bij BZ.\nVoor 1 mei.\nKlaar."]
    );
}

#[test]
fn what_is_pasted_keeps_its_lines_and_empty_ones_at_the_ends_are_left() {
    let mut journey = Journey::start(80, 24);
    journey.press("a Alt-Enter");
    journey.tell(Message::Paste("een\r\n\r\ntwee\n".to_owned()));
    journey.press("Alt-Enter Enter");
    assert_eq!(kept(&journey), ["een\n\ntwee"]);
    let mut journey = Journey::start(80, 24);
    journey.press("a Alt-Enter Alt-Enter Enter");
    assert_eq!(kept(&journey), [""; 0]);
    assert_eq!(journey.app.mode(), Mode::Reading);
    // Where there is hardly room the line of the cursor shows.
    let mut journey = Journey::start(20, 6);
    journey.press("a").type_text("een");
    for _ in 0..9 {
        journey.press("Alt-Enter");
    }
    journey.type_text("tien");
    assert!(journey.shows("tien"), "{}", journey.screen());
}

#[test]
fn tags_gather_notes_in_their_table() {
    let mut journey = Journey::start(100, 30);
    for (keys, note) in [
        ("4 a", "Wie betaalt? #actie"),
        ("5 a", "#Vraag: wanneer?"),
        ("6 a", "#actie bellen"),
        ("7 a", "zonder label, nr#3"),
    ] {
        journey.press(keys).type_text(note).press("Enter");
    }
    journey.press("o 6");
    assert!(
        journey.shows("alles  #actie  #vraag"),
        "{}",
        journey.screen()
    );
    assert!(journey.shows("notitie #actie"), "{}", journey.screen());
    let count = |journey: &Journey| journey.app.reader().overview.sheet().rows.len();
    assert_eq!(count(&journey), 4);
    journey.press("v");
    assert_eq!(count(&journey), 2);
    let rows = journey.app.reader().overview.sheet().rows.clone();
    for id in rows {
        assert!(journey.app.row_cells(Table::Notes, id)[2].contains("#actie"));
    }
    journey.press("v");
    assert_eq!(count(&journey), 1);
    journey.press("v");
    assert_eq!(count(&journey), 4);
}

/// Of the hints that do not all fit, what keeps the note is not the first to go.
#[test]
fn a_narrow_footer_still_says_what_keeps_a_note() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 i 5 i a").type_text("Wie betaalt?");
    let footer = journey.footer();
    assert!(
        footer.contains("Enter bewaar") && footer.contains("Esc annuleer"),
        "{footer}"
    );
    journey.press("Esc t");
    let footer = journey.footer();
    assert!(footer.contains("Enter houd dit thema"), "{footer}");
    // In the text the way to the help stays.
    let footer = Journey::start(60, 20).footer();
    assert!(footer.contains("? toetsen"), "{footer}");
}
