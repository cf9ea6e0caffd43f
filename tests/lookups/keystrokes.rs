//! How many keys the questions of a meeting take, from the opening screen.

use crate::{address, assert_footer, common::Journey, paragraph_at, plainly, under_cursor};
use kamerbrief::app::{copy::Portion, found::How, keymap::Mode, message::Effect};

#[test]
fn every_place_of_the_council_of_europe() {
    let mut journey = Journey::start(80, 24);
    journey.press("f").type_text("rve").press("Enter");
    assert_eq!(journey.keys, 5);
    let index = journey.app.reader().catalogue.entities();
    let index = index
        .zip(0..)
        .find(|(entity, _)| entity.name == "Raad van Europa")
        .unwrap()
        .1;
    let spans: Vec<_> = journey.app.reader().mentions.of(index).collect();
    assert_eq!(spans.len(), 3);
    for (at, span) in spans.iter().enumerate() {
        assert_eq!(journey.app.reader().focus, Some(*span));
        assert_footer(&journey, &format!("RvE {}/3", at + 1));
        assert!(!journey.with_role("focus").is_empty(), "it shows");
        journey.press("]");
    }
    assert_eq!(journey.keys, 5 + spans.len(), "one key each");
    assert_footer(&journey, "RvE 1/3 · verder vanaf de andere kant");
}

#[test]
fn a_quote_with_its_citation() {
    let mut journey = Journey::start(80, 24);
    journey
        .press("/")
        .type_text("landenstrategieen")
        .press("Enter y t");
    assert!(journey.keys <= 25, "{} keys", journey.keys);
    let letter = &journey.app.reader().letter;
    let paragraph = letter.paragraph(paragraph_at(letter, "2.2"));
    assert!(paragraph.contains("landenstrategieën"));
    let quote = format!(
        "‘{paragraph}’ (Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 2, tweede alinea)"
    );
    assert_eq!(journey.effects, [Effect::Copy(quote)]);
}

#[test]
fn what_an_abbreviation_means() {
    let mut journey = Journey::start(80, 24);
    journey.press("f").type_text("ekv").press("Enter Enter");
    assert!(journey.keys <= 8, "{} keys", journey.keys);
    assert_eq!(journey.app.mode(), Mode::Card);
    assert!(journey.shows("EKV: exportkredietverzekeringen (volgens de"));
    assert!(journey.shows("brief, 8.4)"));
}

#[test]
fn everything_on_a_word_as_a_list() {
    let mut journey = Journey::start(80, 24);
    journey.press("/").type_text("bezuinigingen").press("Tab");
    assert!(journey.keys <= 17, "{} keys", journey.keys);
    let found = journey.app.reader().found();
    let spans: Vec<_> = found
        .iter()
        .filter(|row| row.how == How::Typed)
        .flat_map(|row| journey.app.reader().hits_of(row))
        .copied()
        .collect();
    assert_eq!(
        spans,
        plainly(&journey.app.reader().letter, "bezuinigingen")
    );
    for span in spans {
        let letter = &journey.app.reader().letter;
        let address = journey.app.words().address(letter, span.paragraph);
        assert!(journey.shows(&format!(" {address}  ")), "{address}");
    }
}

#[test]
fn the_words_of_a_commitment_by_its_address() {
    let mut journey = Journey::start(80, 24);
    journey.press(":").type_text("6.2").press("Enter y p");
    assert!(journey.keys <= 7, "{} keys", journey.keys);
    assert_eq!(address(&journey), "6.2");
    assert_eq!(under_cursor(&journey), "");
    let text = journey.app.under().copied(Portion::Paragraph).unwrap();
    assert_eq!(journey.effects, [Effect::Copy(text)]);
}
