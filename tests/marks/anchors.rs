//! Which paragraph a mark belongs to when the letter has changed: the one with its words in their
//! surroundings, and none where that is not sure.

use crate::{
    common::{Disk, Journey},
    left,
};
use kamerbrief::{
    app::{kept::Kept, message::Message},
    letter::{self, Language, Letter},
};
use std::fmt::Write;

/// A letter of recommendations with the paragraphs of their responses.
fn letter_of(sections: &[(&str, &[&str])]) -> String {
    let mut text =
        "Geachte voorzitter,\n\nHierbij de reactie van het kabinet op het advies.".to_owned();
    for (number, (recommendation, response)) in (1..).zip(sections) {
        write!(text, "\n\nAanbeveling {number}: {recommendation}").unwrap();
        for paragraph in *response {
            text += "\n\n";
            text += paragraph;
        }
    }
    text + "\n\nDe Minister van Buitenlandse Zaken,\n\nA. de Vries\n"
}

fn reader(letter: Letter, kept: &Kept) -> Journey {
    let mut journey = Journey::with(letter, Language::Dutch, 0, 0);
    journey.disk = Disk::ByHand(None);
    journey.tell(Message::Marks(Ok(Box::new(kept.clone()))));
    journey.resize(100, 40);
    journey
}

/// What is kept of a letter with a note on the paragraph of this address.
fn noted(source: &str, address: &str) -> Kept {
    let mut kept = Kept::default();
    let mut journey = reader(letter::read(source).unwrap(), &kept);
    journey.press(":").type_text(address).press("Enter a");
    journey.type_text("let op").press("Enter");
    assert_eq!(left(&journey), [format!("{address} let op")], "{source}");
    journey.keep_by_hand(&mut kept);
    kept
}

/// Where a note stands that was left at an address, when the letter has changed; nothing where it has no
/// paragraph any more.
fn moved(before: &str, address: &str, after: &str) -> Option<String> {
    let later = reader(letter::read(after).unwrap(), &noted(before, address));
    let lost = later.app.reader().lost_marks().len();
    let left = left(&later);
    assert_eq!(left.len() + lost, 1, "{left:?}");
    left.first().map(|left| left.replace(" let op", ""))
}

const AGREES: &str = "Het kabinet onderschrijft deze aanbeveling.";
const OTHER: &str = "Het kabinet neemt deze aanbeveling niet over, om redenen die hieronder staan.";
const MONEY: &str =
    "Geef meer geld aan maatschappelijke organisaties in het buitenland, ook in de regio.";
const RULES: &str =
    "Maak regels eenvoudiger voor kleine organisaties, en betrek hen bij het beleid.";
const THIRD: &str =
    "Bespreek dit in Europees verband met gelijkgezinde landen, en doe daar verslag van.";

#[test]
fn a_note_at_words_that_stand_twice_stays_with_its_own() {
    let twice = letter_of(&[(MONEY, &[AGREES]), (RULES, &[AGREES])]);
    for (what, after, expected) in [
        ("nothing", twice.clone(), Some("2.1")),
        (
            "changed",
            letter_of(&[(MONEY, &[AGREES]), (RULES, &[OTHER])]),
            None,
        ),
        (
            "turned",
            letter_of(&[
                (MONEY, &[AGREES]),
                (RULES, &["Het kabinet onderschrijft deze aanbeveling niet."]),
            ]),
            None,
        ),
        (
            "the other changed",
            letter_of(&[(MONEY, &[OTHER]), (RULES, &[AGREES])]),
            Some("2.1"),
        ),
        (
            "swapped",
            letter_of(&[(RULES, &[AGREES]), (MONEY, &[AGREES])]),
            Some("1.1"),
        ),
        (
            "one before",
            letter_of(&[(THIRD, &[AGREES]), (MONEY, &[AGREES]), (RULES, &[AGREES])]),
            Some("3.1"),
        ),
        (
            "gone",
            letter_of(&[(MONEY, &[AGREES]), (THIRD, &[OTHER])]),
            None,
        ),
        (
            "more behind it",
            letter_of(&[(MONEY, &[AGREES]), (RULES, &[AGREES, OTHER])]),
            Some("2.1"),
        ),
        (
            "more before it",
            letter_of(&[(MONEY, &[AGREES]), (RULES, &[OTHER, AGREES])]),
            Some("2.2"),
        ),
    ] {
        assert_eq!(moved(&twice, "2.1", &after).as_deref(), expected, "{what}");
    }
}

#[test]
fn of_paragraphs_with_the_same_neighbours_the_section_tells() {
    let same: &[&str] = &[AGREES, AGREES, AGREES];
    let before = letter_of(&[(MONEY, same), (RULES, same)]);
    let changed = letter_of(&[(MONEY, same), (RULES, &[AGREES, OTHER, AGREES])]);
    assert_eq!(moved(&before, "2.2", &changed), None);
    assert_eq!(moved(&before, "2.2", &before).as_deref(), Some("2.2"));
}

#[test]
fn a_paragraph_that_has_its_words_for_itself_takes_its_note_along() {
    let before = letter_of(&[(MONEY, &[AGREES, OTHER]), (RULES, &[AGREES])]);
    let elsewhere = letter_of(&[(MONEY, &[AGREES]), (RULES, &[AGREES, OTHER])]);
    assert_eq!(moved(&before, "1.2", &elsewhere).as_deref(), Some("2.2"));
}

#[test]
fn what_a_search_does_not_tell_apart_loses_no_note() {
    let paragraph = "Nederland vindt “financiële” steun aan organisaties’ niet-gouvernementele werk \
                     van groot belang, zoals al vaker is gezegd in brieven aan uw Kamer over dit onderwerp.";
    let source = |paragraph: &str| letter_of(&[(MONEY, &[paragraph, AGREES]), (RULES, &[AGREES])]);
    let before = source(paragraph);
    for (what, after) in [
        ("no-break space", paragraph.replace(' ', "\u{a0}")),
        (
            "other quotes",
            paragraph.replace(['“', '”'], "\"").replace('’', "'"),
        ),
        ("guillemets", paragraph.replace('“', "«").replace('”', "»")),
        ("NFD", paragraph.replace('ë', "e\u{308}")),
        ("another hyphen", paragraph.replace('-', "\u{2011}")),
        (
            "soft hyphen",
            paragraph.replace("gouverne", "gouver\u{ad}ne"),
        ),
        ("another wrap", paragraph.replace("steun aan", "steun\naan")),
        ("case", paragraph.replace("Nederland", "NEDERLAND")),
        (
            "a slip mended",
            paragraph.replace("financiële", "finnanciële"),
        ),
        (
            "a slip at the end",
            paragraph.replace("onderwerp", "onderwrep"),
        ),
    ] {
        assert_eq!(
            moved(&before, "1.1", &source(&after)).as_deref(),
            Some("1.1"),
            "{what}"
        );
        assert_eq!(
            moved(&source(&after), "1.1", &before).as_deref(),
            Some("1.1"),
            "{what}, back"
        );
    }
    for (what, after) in [
        ("a short word", paragraph.replace("vindt", "vond")),
        ("a number", paragraph.replace("Nederland", "2023456")),
        ("another word", paragraph.replace("financiële", "materiële")),
    ] {
        assert_eq!(moved(&before, "1.1", &source(&after)), None, "{what}");
    }
}

#[test]
fn thousands_of_paragraphs_with_the_same_words_take_no_longer_than_others() {
    // Looking at each paragraph for each mark would be some hundred million looks.
    let mut source = String::new();
    for at in 0..4_000 {
        write!(source, "{AGREES}\n\nNummer {at}.\n\n").unwrap();
    }
    let mut kept = noted(&source, "0.1");
    let letter = letter::read(source.as_str()).unwrap();
    let count = letter.paragraphs().len();
    let mark = kept.marks[0].clone();
    kept.marks = (0..count)
        .map(|paragraph| {
            let mut mark = mark.clone();
            mark.anchor.paragraph = paragraph;
            mark.note = format!("notitie {paragraph}");
            mark
        })
        .collect();
    let changed = format!("Een alinea ervoor.\n\n{source}");
    let mut later = reader(letter::read(changed).unwrap(), &kept);
    later.press("4 m");
    later.keep_by_hand(&mut kept);
    assert!(kept.marks.len() >= count);
}
