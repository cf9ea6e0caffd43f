//! The concordance: every place of a name on a line of its own, around the name.

use crate::{assert_footer, assert_reading, common::Journey, start_at, under_cursor};
use kamerbrief::{
    app::{Overlay, keymap::Mode, message::Effect},
    letter::{self, Language, Span},
};

/// The concordance of a name, opened from its card.
fn of(name: &str, columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.press("f").type_text(name).press("Enter Enter c");
    assert_eq!(journey.app.mode(), Mode::Concordance, "{name}");
    journey
}

fn spans(journey: &Journey) -> Vec<Span> {
    match &journey.app.overlay() {
        Some(Overlay::Concordance(open)) => open.spans.clone(),
        other => panic!("{other:?}"),
    }
}

/// The lines of the list.
fn lines(journey: &Journey) -> Vec<String> {
    let screen = journey.screen();
    let last = screen.lines().count() - 1;
    let rows = screen.lines().take(last).skip(1).map(str::to_owned);
    rows.filter(|row| row.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        .collect()
}

#[test]
fn a_name_stands_in_one_column_on_every_line() {
    insta::assert_snapshot!(of("europese unie", 100, 20).picture());
}

#[test]
fn each_line_is_the_letter_around_a_mention() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (20, 6)] {
        let journey = of("europese unie", columns, rows);
        let Some(Overlay::Concordance(open)) = &journey.app.overlay() else {
            panic!("no concordance");
        };
        assert_eq!(open.spans.len(), 10);
        let width = usize::from(columns) - 2;
        let column = 1 + open.column(width);
        let screen = journey.screen();
        for (index, span) in open.spans.iter().enumerate() {
            let line = open.line(index, width, journey.app.under());
            let text = journey.app.reader().letter.paragraph(span.paragraph);
            let around = &text[line.before.shown.start..line.after.shown.end];
            assert!(around.contains(journey.app.reader().letter.words(*span)));
            let Some(row) = screen.lines().find(|row| row.contains(around)) else {
                // The end of a line is drawn over the edge of a screen that is narrow.
                assert!(columns < 60 || rows < 14, "{around} in\n{screen}");
                continue;
            };
            let word: String = row.chars().skip(column).collect();
            assert!(
                word.starts_with(journey.app.reader().letter.words(*span)),
                "{row}"
            );
        }
    }
}

#[test]
fn enter_jumps_and_escape_goes_back_to_the_card() {
    let mut journey = of("rve", 100, 30);
    journey.press("j Esc");
    assert_eq!(journey.app.mode(), Mode::Card);
    let Some(Overlay::Card(card)) = journey.app.overlay() else {
        panic!("no card");
    };
    assert_eq!(card.chosen, 1, "what was chosen stays so");
    journey.press("c j Enter");
    assert_reading(&journey);
    assert_footer(&journey, "RvE 3/3");
    assert_eq!(under_cursor(&journey), "RvE");
    journey.press("Ctrl-o");
    assert_reading(&journey);
}

#[test]
fn an_order_by_the_words_beside_it_keeps_what_is_chosen() {
    let mut journey = of("europese unie", 100, 30);
    let places = spans(&journey);
    journey.press("j j");
    assert!(journey.shows("3/10 · op plaats in de brief"));
    journey.press("s");
    assert!(journey.shows("5/10 · op het woord erna"));
    let behind = |line: &String| line.split("EU").nth(1).map(str::to_owned);
    let first = lines(&journey).first().and_then(behind);
    assert!(first.is_some_and(|behind| behind.starts_with(" aan sancties")));
    let chosen = spans(&journey)[4];
    assert_eq!(chosen, places[2]);
    journey.press("s");
    assert!(journey.shows("· op het woord ervoor"));
    let mut sorted = spans(&journey);
    assert_ne!(sorted, places);
    sorted.sort_unstable();
    assert_eq!(sorted, places);
    journey.press("s Enter");
    assert_footer(&journey, "EU 3/10");
}

#[test]
fn an_abbreviation_and_a_letter_in_english_have_one_too() {
    let mut journey = start_at("8.4", 100, 30);
    while journey.app.reader().focus.is_none() || under_cursor(&journey) != "IMVO" {
        journey.press("e");
    }
    journey.press("Enter c");
    assert_eq!(journey.app.mode(), Mode::Concordance);
    assert_eq!(spans(&journey).len(), 4);
    let mut english = Journey::with(letter::embedded(), Language::English, 100, 30);
    english.press("f").type_text("rve").press("Enter Enter c s");
    assert!(english.shows("by the word after"));
}

#[test]
fn the_lines_are_copied_as_they_stand() {
    let mut journey = of("rve", 100, 30);
    journey.press("y");
    let Some(Effect::Copy(copied)) = journey.effects.last() else {
        panic!("nothing copied");
    };
    let shown: Vec<String> = lines(&journey);
    assert!(!shown.is_empty());
    let copied: Vec<&str> = copied.lines().collect();
    assert_eq!(copied.len(), 3);
    let column = |line: &str| line.chars().take_while(|c| *c != 'R').count();
    assert!(
        copied[1..]
            .iter()
            .all(|line| column(line) == column(copied[1]))
    );
    for line in &shown {
        assert!(copied.contains(&line.trim()), "{line} in {copied:#?}");
    }
    assert_eq!(journey.app.mode(), Mode::Concordance, "it stays open");
}

#[test]
fn a_note_has_none_and_the_mouse_chooses_a_line() {
    let mut journey = Journey::start(80, 24);
    journey.press("1 e e e e e Enter c");
    assert_eq!(
        journey.app.mode(),
        Mode::Card,
        "the card of a note lists no places"
    );
    let mut journey = of("rve", 100, 30);
    let (column, row) = journey.cell_of("vraagt Nederland");
    journey.click(column, row);
    assert_reading(&journey);
    assert_footer(&journey, "RvE 3/3");
}

/// Drawing looks at what shows, and an order is made once: this ends soon, or not at all.
#[test]
fn a_hundred_thousand_mentions_cost_no_more_than_a_few() {
    let text = format!(
        "Een brief.\n\n{}",
        "De RvE en de EU zijn er. ".repeat(100_000)
    );
    let letter = letter::read(text).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 100, 30);
    journey.press("f").type_text("rve").press("Enter Enter c");
    assert_eq!(spans(&journey).len(), 100_000);
    for _ in 0..200 {
        journey.press("PgDn");
        assert!(journey.shows("RvE en de EU"));
    }
    journey.press("s PgDn s PgDn Esc");
    assert_eq!(journey.app.mode(), Mode::Card);
}
