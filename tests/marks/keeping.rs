//! How what is left is kept: as plain data, merged with what others kept, and found again in a letter that
//! has changed.

use crate::{
    assert_footer,
    common::{Disk, Journey},
    left, paragraph_at,
};
use kamerbrief::{
    app::{
        kept::{Anchor, Kept, KeptMark, KeptSection},
        message::Message,
        seen::Read,
    },
    letter::{self, Language, source::embedded_source},
};

/// A reader who finds this kept.
fn reader(kept: &Kept) -> Journey {
    reader_of(embedded_source(), kept)
}

fn reader_of(source: &str, kept: &Kept) -> Journey {
    let letter = letter::read(source).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 0, 0);
    journey.disk = Disk::ByHand(None);
    journey.tell(Message::Marks(Ok(Box::new(kept.clone()))));
    journey.resize(80, 24);
    journey
}

/// Keeps what a reader has left, on top of what is kept.
fn keep(journey: &mut Journey, kept: &mut Kept) {
    journey.keep_by_hand(kept);
    assert!(!journey.app.has_unkept());
}

/// A reader of the embedded letter at an address.
fn reader_at(address: &str) -> Journey {
    let mut journey = reader(&Kept::default());
    journey.press(":").type_text(address).press("Enter");
    journey
}

/// Puts a note on the paragraph of an address; an empty one takes it away.
fn note(journey: &mut Journey, address: &str, text: &str) {
    journey
        .press(":")
        .type_text(address)
        .press("Enter a Ctrl-e Ctrl-u");
    journey.type_text(text).press("Enter");
}

fn bookmark(journey: &mut Journey, address: &str) {
    journey.press(":").type_text(address).press("Enter m");
}

#[test]
fn the_next_reader_finds_what_the_last_one_left() {
    let mut kept = Kept::default();
    let mut first = reader_at("4.2");
    first.look(9);
    assert!(
        first.app.has_unkept() && !first.app.reader().has_unkept_marks(),
        "only what was read"
    );
    first
        .press("m a")
        .type_text("Wie betaalt?")
        .press("Enter 2 m 5 x");
    assert!(first.app.reader().has_unkept_marks());
    keep(&mut first, &mut kept);
    let next = reader(&kept);
    assert_eq!(left(&next), ["2.0 ★", "4.2 ★ Wie betaalt?"]);
    assert_eq!(left(&next), left(&first));
    let read =
        |journey: &Journey| [0, 1, 2, 4, 5].map(|section| journey.app.reader().read(section));
    assert_eq!(read(&next), read(&first));
    assert_eq!(next.app.reader().read(5), Read::Whole);
    assert_eq!(next.app.notice(), None);
    let again = next.app.changes().added_to(kept.clone());
    assert_eq!(again.marks, kept.marks, "nothing was left since");
}

#[test]
fn a_mark_goes_with_its_words_where_the_letter_has_changed() {
    let mut kept = Kept::default();
    let mut journey = reader_at("4.2");
    journey.press("a").type_text("Hoort bij DDP").press("Enter");
    note(&mut journey, "4.1", "Hoort bij CIVICUS");
    note(&mut journey, "8.1", "Over de zorgplicht");
    keep(&mut journey, &mut kept);
    // One paragraph more before them all, and in 4.1 other first words.
    let source = embedded_source()
        .replacen(
            "Het kabinet dankt",
            "Een nieuwe alinea.\nHet kabinet dankt",
            1,
        )
        .replace(
            "Nederland hecht grote waarde aan",
            "Nederland hecht groot belang aan",
        );
    let mut later = reader_of(&source, &kept);
    let new = later.app.reader().letter.paragraphs().len();
    assert_eq!(new, journey.app.reader().letter.paragraphs().len() + 1);
    assert_eq!(
        left(&later),
        ["4.2 Hoort bij DDP", "8.1 Over de zorgplicht"]
    );
    assert_eq!(
        later.app.warning(),
        Some(
            "1 bladwijzer of notitie hoort bij een alinea die er niet meer is, en blijft bewaard: \
             zie Notities in het overzicht (o)."
        )
    );
    let lost = later.app.reader().lost_marks();
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].note, "Hoort bij CIVICUS");
    note(&mut later, "4.2", "Anders");
    keep(&mut later, &mut kept);
    let back = reader(&kept);
    assert_eq!(
        left(&back),
        [
            "4.1 Hoort bij CIVICUS",
            "4.2 Anders",
            "8.1 Over de zorgplicht"
        ],
        "it was kept"
    );
    let none = reader_of("Een heel andere brief.\n\nZonder iets.", &kept);
    let says = none.app.notice().unwrap();
    assert!(says.starts_with("Geen genummerde"), "{says}");
    let says = none.app.warning().unwrap();
    assert!(says.starts_with("3 bladwijzers of notities"), "{says}");
}

#[test]
fn a_mark_that_is_lost_stays_kept_through_many_keys_of_a_long_letter() {
    let paragraphs = (0..20_000).map(|at| format!("Alinea {at} van een lange brief.\n\n"));
    let mut journey = reader_of(&paragraphs.collect::<String>(), &Kept::default());
    let mut kept = Kept {
        marks: vec![KeptMark {
            anchor: Anchor {
                words: "Deze alinea is weg.".to_owned(),
                ..Anchor::default()
            },
            note: "Waar?".to_owned(),
            ..KeptMark::default()
        }],
        ..Kept::default()
    };
    for _ in 0..300 {
        journey.press("m");
        keep(&mut journey, &mut kept);
    }
    assert_eq!(journey.app.reader().lost_marks().len(), 1);
    assert!(kept.marks.iter().any(|mark| mark.note == "Waar?"));
}

#[test]
fn of_paragraphs_with_the_same_words_the_one_at_the_address_is_meant() {
    let source = |before: &str| {
        let section =
            |number| format!("\n\nAanbeveling {number}: Doe iets.\n\nDat is goed.\n\nZeker.");
        format!("Brief{before}{}{}{}", section(1), section(2), section(3))
    };
    let mut kept = Kept::default();
    let mut journey = reader_of(&source(""), &Kept::default());
    note(&mut journey, "2.1", "goed");
    keep(&mut journey, &mut kept);
    assert_eq!(left(&journey), ["2.1 goed"]);
    let later = reader_of(
        &source("\n\nEen alinea erbij.\n\nEn nog een.\n\nEn nog een."),
        &kept,
    );
    assert_eq!(left(&later), ["2.1 goed"]);
}

#[test]
fn two_readers_do_not_lose_each_others_marks() {
    let mut kept = Kept::default();
    let (mut one, mut other) = (reader(&kept), reader(&kept));
    note(&mut one, "4.1", "van de een");
    bookmark(&mut one, "2.1");
    keep(&mut one, &mut kept);
    note(&mut other, "4.2", "van de ander");
    keep(&mut other, &mut kept);
    assert_eq!(
        left(&other),
        ["2.1 ★", "4.1 van de een", "4.2 van de ander"]
    );
    // The first does not know of the second's, and writes again.
    note(&mut one, "4.3", "nog een");
    keep(&mut one, &mut kept);
    let all = ["2.1 ★", "4.1 van de een", "4.2 van de ander", "4.3 nog een"];
    assert_eq!(left(&one), all);
    assert_eq!(left(&reader(&kept)), all);
}

#[test]
fn at_one_paragraph_the_change_counts_and_two_changes_both() {
    for (before, ours, theirs, both) in [
        ("", "een", "", "een"),
        ("", "een", "twee", "twee / een"),
        ("", "een", "een", "een"),
        ("oud", "oud", "nieuw", "nieuw"),
        ("oud", "nieuw", "oud", "nieuw"),
        ("oud", "", "oud", ""),
        ("oud", "oud", "", ""),
        ("oud", "", "nieuw", "nieuw"),
        ("oud", "nieuw", "", "nieuw"),
        (
            "oud",
            "oud en meer",
            "oud en meer, veel meer",
            "oud en meer, veel meer",
        ),
    ] {
        let mut kept = Kept::default();
        let mut first = reader(&kept);
        if !before.is_empty() {
            note(&mut first, "4.2", before);
        }
        keep(&mut first, &mut kept);
        let (mut one, mut other) = (reader(&kept), reader(&kept));
        note(&mut one, "4.2", ours);
        // That there was a change at all does not make it one of the note.
        bookmark(&mut one, "4.2");
        note(&mut other, "4.2", theirs);
        keep(&mut other, &mut kept);
        keep(&mut one, &mut kept);
        let note = &kept.marks[0].note;
        assert_eq!(note, both, "{before}, {ours}, {theirs}");
        assert!(kept.marks[0].bookmark && kept.marks.len() == 1);
        bookmark(&mut other, "4.2");
        keep(&mut other, &mut kept);
        assert!(kept.marks[0].bookmark, "both put one");
        bookmark(&mut one, "4.2");
        keep(&mut one, &mut kept);
        assert!(!kept.marks.first().is_some_and(|mark| mark.bookmark));
    }
}

#[test]
fn what_either_has_read_is_read_and_what_one_resets_is_not() {
    let mut kept = Kept::default();
    let (mut one, mut other) = (reader(&kept), reader(&kept));
    one.press("2 x 3 x");
    other.press("4 x 3");
    keep(&mut one, &mut kept);
    keep(&mut other, &mut kept);
    let mut both = reader(&kept);
    for section in [2, 3, 4] {
        assert_eq!(both.app.reader().read(section), Read::Whole, "{section}");
    }
    assert_eq!(both.app.reader().read(6), Read::Not);
    both.press("3 x");
    assert!(both.app.has_unkept());
    keep(&mut both, &mut kept);
    let last = reader(&kept);
    assert_eq!(last.app.reader().read(3), Read::Not);
    assert_eq!(
        [2, 4].map(|section| last.app.reader().read(section)),
        [Read::Whole; 2]
    );
    let before = kept.read.clone();
    both.press("X");
    keep(&mut both, &mut kept);
    assert_eq!(kept.read, []);
    both.press("X");
    assert!(both.app.has_unkept());
    keep(&mut both, &mut kept);
    assert_eq!(kept.read, before);
}

#[test]
fn all_marked_as_unread_and_back_takes_nothing_from_another_reader() {
    let mut kept = Kept::default();
    let mut one = reader(&kept);
    one.press("6 x");
    keep(&mut one, &mut kept);
    one.press("6 x");
    let mut other = reader(&kept);
    other.press("5 x");
    keep(&mut other, &mut kept);
    one.press("X X");
    keep(&mut one, &mut kept);
    let next = reader(&kept);
    assert_eq!(next.app.reader().read(5), Read::Whole);
    assert_eq!(
        next.app.reader().read(6),
        Read::Not,
        "that was marked before"
    );
    one.press("7 x x X");
    keep(&mut one, &mut kept);
    let mut other = reader(&kept);
    other.press("7 x");
    keep(&mut other, &mut kept);
    one.press("X");
    keep(&mut one, &mut kept);
    assert_eq!(
        reader(&kept).app.reader().read(7),
        Read::Whole,
        "kept in between"
    );
}

#[test]
fn what_was_read_of_another_text_does_not_count() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 x 5 x");
    let kept = journey.app.changes().added_to(Kept::default());
    let source =
        embedded_source().replace("Nederland hecht grote waarde", "Nederland hecht waarde");
    let mut later = reader_of(&source, &kept);
    assert_eq!(
        [4, 5].map(|section| later.app.reader().read(section)),
        [Read::Not, Read::Whole]
    );
    // What is kept of it stays until something of the new text is read.
    let of_four = |kept: &Kept| kept.read.iter().find(|read| read.number == 4).cloned();
    assert_eq!(
        of_four(&later.app.changes().added_to(kept.clone())),
        of_four(&kept)
    );
    later.press("4").look(9);
    let now = of_four(&later.app.changes().added_to(kept.clone())).unwrap();
    assert_eq!(now.bytes + "grote ".len(), of_four(&kept).unwrap().bytes);
}

/// What somebody with bad intent, or with an editor, has made of it.
fn nasty(journey: &Journey) -> Kept {
    let paragraph = paragraph_at(&journey.app.reader().letter, "4.2");
    let words = || {
        journey
            .app
            .reader()
            .letter
            .paragraph(paragraph)
            .chars()
            .take(64)
            .collect()
    };
    let anchor = |paragraph, words| Anchor {
        paragraph,
        address: Some("\x1b]0;x\x07".to_owned()),
        words,
        around: None,
    };
    let mark = |paragraph, note: &str| KeptMark {
        anchor: anchor(paragraph, words()),
        bookmark: false,
        note: note.to_owned(),
        ..KeptMark::default()
    };
    let section = |number, bytes, seen: &[(usize, usize)]| KeptSection {
        number,
        bytes,
        seen: seen.iter().map(|&(start, end)| start..end).collect(),
        ..KeptSection::default()
    };
    Kept {
        marks: vec![
            mark(usize::MAX, "\x1b[2Jeen\n\u{202e}twee"),
            mark(0, "drie"),
            KeptMark {
                anchor: anchor(3, "\x1b[31mweg".to_owned()),
                ..mark(3, "\u{9b}weg")
            },
            mark(paragraph, "drie"),
            mark(paragraph, ""),
        ],
        read: vec![
            section(u32::MAX, 0, &[(0, 1)]),
            section(
                4,
                3069,
                &[(9, 2), (3000, usize::MAX), (5, 5), (usize::MAX, 0)],
            ),
            section(4, 3069, &[(0, 10)]),
            section(5, usize::MAX, &[(0, usize::MAX)]),
        ],
        ..Kept::default()
    }
}

#[test]
fn what_is_kept_is_shown_with_marks_and_stays_as_it_is() {
    let kept = nasty(&Journey::start(80, 24));
    let mut journey = reader(&kept);
    assert_eq!(
        left(&journey),
        ["4.2 ␛[2Jeen␊�twee / drie"],
        "one paragraph, one mark"
    );
    assert_eq!(
        [4, 5].map(|section| journey.app.reader().read(section)),
        [Read::Partly, Read::Not]
    );
    let lost = journey.app.reader().lost_marks();
    assert_eq!((lost.len(), lost[0].anchor.words.as_str()), (1, "␛[31mweg"));
    assert_eq!(
        (lost[0].note.as_str(), lost[0].anchor.address.as_deref()),
        ("�weg", Some("␛]0;x␇"))
    );
    journey.press(":").type_text("4.2").press("Enter");
    assert_footer(&journey, "Notitie: ␛[2Jeen␊�twee / drie");
    // A change elsewhere, and then one of the bookmark alone, leaves the note as it was written.
    bookmark(&mut journey, "2.1");
    let mut merged = kept.clone();
    journey.keep_by_hand(&mut merged);
    assert!(kept.marks.iter().all(|mark| merged.marks.contains(mark)));
    bookmark(&mut journey, "4.2");
    journey.keep_by_hand(&mut merged);
    let mark = merged
        .marks
        .iter()
        .find(|mark| mark.anchor.address.as_deref() == Some("4.2"));
    assert_eq!(mark.unwrap().note, "drie / \x1b[2Jeen\n\u{202e}twee");
    let count = |kept: &Kept| kept.marks.len();
    assert_eq!(
        count(&merged),
        3,
        "2.1, 4.2 and the one whose paragraph is gone"
    );
}
