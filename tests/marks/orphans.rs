//! Bookmarks and notes in their table: changing and removing them, and what has no paragraph any more.

use crate::{
    assert_footer, at,
    common::{Disk, Journey},
    left,
};
use kamerbrief::{
    app::{kept::Kept, keymap::Mode, message::Message},
    letter::{self, Language, source::embedded_source},
};

/// The embedded letter with other first words in 4.1, on which there was a note and a bookmark.
fn with_orphan(columns: u16, rows: u16) -> Journey {
    let mut kept = Kept::default();
    let mut first = Journey::start(columns, rows);
    first.disk = Disk::ByHand(None);
    first.press(":").type_text("4.1").press("Enter m a");
    first.type_text("Wie betaalt?").press("Enter");
    first.keep_by_hand(&mut kept);
    let source =
        embedded_source().replace("Nederland hecht grote waarde", "Het is van groot belang");
    let letter = letter::read(source).unwrap();
    let mut later = Journey::with(letter, Language::Dutch, columns, rows);
    later.disk = Disk::Quick(kept.clone());
    later.tell(Message::Marks(Ok(Box::new(kept))));
    assert_eq!(later.app.reader().lost_marks().len(), 1);
    later
}

fn kept(journey: &Journey) -> &Kept {
    match &journey.disk {
        Disk::Quick(kept) => kept,
        Disk::ByHand(_) => panic!("kept by hand"),
    }
}

#[test]
fn what_has_no_paragraph_is_read_and_copied_in_the_table() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = with_orphan(columns, rows);
        journey.press("o 6");
        for says in [
            "(4.1)",
            "zonder alinea",
            "Wie betaalt?",
            "Nederland hecht grote waarde",
        ] {
            assert!(journey.shows(says), "{says}:\n{}", journey.screen());
        }
        journey.press("/").type_text("hecht grote").press("Enter");
        assert!(journey.shows("Wie betaalt?"));
        let copied = journey
            .app
            .copied_table(kamerbrief::app::overview::TablePart::Row);
        assert!(
            copied.contains("Wie betaalt?") && copied.contains("Nederland hecht"),
            "{copied}"
        );
    }
}

#[test]
fn what_has_no_paragraph_is_placed_at_another() {
    let mut journey = with_orphan(120, 36);
    journey.press("o 6 Enter");
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert_footer(&journey, "Ga naar de alinea waar dit bij hoort");
    journey.press("Esc");
    assert_footer(&journey, "het staat nog in de tabel");
    journey.press("o Enter");
    journey.press(":").type_text("4.1").press("Enter a");
    assert!(journey.shows("Notitie bij 4.1") && journey.shows("Wie betaalt?"));
    journey.type_text(" Nu!").press("Enter");
    assert_eq!(left(&journey), ["4.1 ★ Wie betaalt? Nu!"]);
    assert!(journey.app.reader().lost_marks().is_empty());
    assert_eq!(kept(&journey).marks.len(), 1);
    assert_eq!(
        kept(&journey).marks[0].anchor.address.as_deref(),
        Some("4.1")
    );
}

#[test]
fn what_has_no_paragraph_is_removed_and_put_back() {
    let mut journey = with_orphan(120, 36);
    journey.press("o 6 d");
    assert_footer(&journey, "Verwijderd bij 4.1 · u zet het terug");
    assert!(journey.shows("Nog geen bladwijzers of notities"));
    assert!(kept(&journey).marks.is_empty());
    journey.press("u");
    assert!(journey.shows("Wie betaalt?"), "{}", journey.screen());
    assert_eq!(kept(&journey).marks.len(), 1);
    journey.press("Delete");
    assert!(kept(&journey).marks.is_empty());
}

#[test]
fn notes_are_changed_and_removed_in_their_table() {
    let mut journey = at("4.2", 120, 36);
    journey.press("a").type_text("Eerst").press("Enter");
    journey
        .press(":")
        .type_text("5.1")
        .press("Enter a")
        .type_text("Later")
        .press("Enter m");
    journey.press("o 6 j a");
    assert!(journey.shows("Notitie bij 5.1") && journey.shows("Later"));
    journey.type_text(" meer").press("Enter");
    assert_eq!(journey.app.mode(), Mode::Overview);
    assert!(journey.shows("Later meer"));
    journey.press("a Esc");
    assert_eq!(journey.app.mode(), Mode::Overview, "back in the table");
    journey.press("d");
    assert_eq!(left(&journey), ["4.2 Eerst"]);
    assert_footer(&journey, "Verwijderd bij 5.1 · u zet het terug");
    journey.press("u");
    assert_eq!(left(&journey), ["4.2 Eerst", "5.1 ★ Later meer"]);
    journey.press("u");
    assert_footer(&journey, "Er is niets verwijderd");
    assert_eq!(kept(&journey).marks.len(), 2);
    // In the other tables these keys do nothing.
    journey.press("1 d a");
    assert_eq!(left(&journey).len(), 2);
    assert_eq!(journey.app.mode(), Mode::Overview);
}

#[test]
fn a_note_shows_when_one_comes_to_its_paragraph_also_by_a_digit() {
    let mut journey = at("4.1", 100, 30);
    journey
        .press("a")
        .type_text("Wie betaalt?")
        .press("Enter 2");
    journey.press("4");
    assert_footer(&journey, "Notitie: Wie betaalt?");
    journey.press("3 l");
    assert_footer(&journey, "Notitie: Wie betaalt?");
}

#[test]
fn joiners_in_a_note_stay() {
    let mut journey = at("4.1", 100, 30);
    let note = "👩\u{200d}👩\u{200d}👧 می\u{200c}خواهم";
    journey.press("a").tell(Message::Paste(note.to_owned()));
    journey.press("Enter");
    assert_eq!(journey.app.reader().marks()[0].note, note);
    assert_eq!(kept(&journey).marks[0].note, note);
}
