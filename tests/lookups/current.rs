//! The current paragraph: marked with its address before it is acted on, and the one that is acted on.

use crate::{common::Journey, paragraph_at};
use kamerbrief::{
    app::{Overlay, copy::Portion, message::Effect},
    letter::Role,
    reading::{cite::Style, flow::Show},
};

/// The address beside the bar, as it is drawn.
fn marked(journey: &Journey) -> String {
    let app = &journey.app;
    let mut rows = app.gutter().into_iter().filter(|row| row.current);
    let first = rows.next().expect("the current paragraph is marked");
    let screen = journey.screen();
    for row in rows.chain([first.clone()]) {
        let line = screen.lines().nth(usize::from(row.area.y)).unwrap();
        let bar = line.chars().nth(usize::from(row.area.x));
        assert_eq!(bar, Some('▌'), "{line}");
    }
    app.words().address(&app.reader().letter, first.paragraph)
}

/// What is marked is in the footer and the menu, and is copied, cited, marked, noted and selected in.
#[track_caller]
fn assert_acts_on_what_is_marked(journey: &mut Journey, after: &str) {
    let address = marked(journey);
    let footer = journey.footer();
    assert!(
        footer.starts_with(&format!(" {address} ")),
        "{after}: {footer}"
    );
    let here = journey.app.reader().here();
    assert!(
        journey.press("y").shows(&format!("Kopiëren · {address}")),
        "{after}"
    );
    let words: String = journey
        .app
        .reader()
        .letter
        .paragraph(here)
        .chars()
        .take(9)
        .collect();
    assert!(
        journey.shows(&words),
        "{after}: the menu begins with {words}"
    );
    journey.press("p");
    let own = journey.app.reader().letter.paragraph(here).to_owned();
    assert_eq!(journey.effects.pop(), Some(Effect::Copy(own)), "{after}");
    journey.press("a");
    let Some(Overlay::OwnNote(note)) = &journey.app.overlay() else {
        panic!("{after}: no note");
    };
    assert_eq!(note.paragraph, here, "{after}");
    journey.press("Esc v");
    assert_eq!(
        journey.app.reader().selection.unwrap().paragraph,
        here,
        "{after}"
    );
    journey.press("Esc m");
    assert!(journey.app.reader().mark_at(here).is_some(), "{after}");
    journey.press("m");
    assert_eq!(marked(journey), address, "{after}: acting moves nothing");
}

#[test]
fn what_is_acted_on_is_marked_whatever_was_pressed() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (200, 60), (39, 12)] {
        for keys in [
            "4",
            "4 G",
            "4 j",
            "4 d",
            "4 Space",
            "G",
            "9",
            "9 G",
            "g",
            "2",
            "2 Space Space",
            "8 k",
            "3 e",
            "3 e Esc",
            "6 } }",
            "6 } {",
            "6 { {",
            "4 e Enter Esc",
            "4 z",
            "5 c",
            "5 c G",
            "5 s",
            "o 2 Enter",
            "3 Enter ] ]",
            "4 G Backspace",
            "4 8 Backspace Tab",
            "4 + + +",
            "7 - - - -",
        ] {
            let mut journey = Journey::start(columns, rows);
            journey.press(keys);
            assert_acts_on_what_is_marked(&mut journey, &format!("{keys} at {columns}x{rows}"));
        }
    }
}

#[test]
fn at_the_end_of_a_section_its_last_paragraph_is_current_and_at_its_start_the_first() {
    let mut journey = Journey::start(120, 36);
    for (keys, address) in [("4", "4.1"), ("G", "4.4"), ("g", "4.1"), ("6", "6.1")] {
        assert_eq!(marked(journey.press(keys)), address, "{keys}");
    }
    journey.press(":").type_text("6.2").press("Enter");
    assert_eq!(marked(&journey), "6.2");
    assert_eq!(marked(journey.press("g")), "6.1");
}

#[test]
fn closing_and_giving_up_move_nothing() {
    let mut journey = Journey::start(120, 36);
    for (word, address) in [("persvrijheid", "3.1"), ("beleidskader Focus", "3.3")] {
        journey.press("3 /").type_text(word).press("Enter");
        for _ in 0..20 {
            if marked(&journey) != address {
                journey.press("n");
            }
        }
        let screen = journey.app.reader().page().to_vec();
        assert_eq!(marked(journey.press("Esc")), address, "{word}");
        assert_eq!(journey.app.reader().page(), screen);
        journey.press("/").type_text("zorgplicht").press("Esc");
        assert_eq!(marked(&journey), address, "{word}, and another given up");
        assert_eq!(
            marked(journey.press("f Esc ? Esc o Esc y Esc Esc")),
            address
        );
    }
}

#[test]
fn back_and_forward_lead_to_the_same_rows_and_the_same_paragraph() {
    let mut journey = Journey::start(120, 36);
    let stand = |journey: &Journey| (marked(journey), journey.app.reader().page().to_vec());
    journey.press("4 }");
    let mut stands = vec![stand(&journey)];
    journey
        .press("/")
        .type_text("veiligheid")
        .press("Enter n n n");
    journey.press(":").type_text("8.3").press("Enter");
    stands.push(stand(&journey));
    journey.press("f").type_text("civicus").press("Enter }");
    stands.push(stand(&journey));
    journey.press("2 j j {");
    stands.push(stand(&journey));
    journey.press("9");
    let last = stand(&journey);
    for known in stands[1..].iter().rev() {
        assert_eq!(&stand(journey.press("Backspace")), known);
    }
    for known in &stands[2..] {
        assert_eq!(&stand(journey.press("Tab")), known);
    }
    assert_eq!(stand(journey.press("Tab")), last);
}

#[test]
fn it_stays_the_same_as_long_as_it_shows() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        for key in ["j", "k", "d", "u", "Space", "b"] {
            let mut journey = Journey::start(columns, rows);
            journey.press("5");
            for _ in 0..40 {
                let before = journey.app.reader().here();
                journey.press(key);
                let text = |line: &&kamerbrief::reading::flow::Line| {
                    line.paragraph == before && matches!(line.show, Show::Text(_))
                };
                let lines = journey
                    .app
                    .reader()
                    .page()
                    .iter()
                    .chain(journey.app.reader().beside());
                let shows = lines.filter(text).count() > 0;
                assert_eq!(
                    journey.app.reader().here() == before,
                    shows,
                    "{key} at {columns}x{rows}"
                );
            }
        }
    }
}

#[test]
fn every_paragraph_that_shows_has_its_address_beside_it() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (160, 50)] {
        for keys in ["0", "4", "9", "5 c", "3 d", "3 z"] {
            let mut journey = Journey::start(columns, rows);
            journey.press(keys);
            let app = &journey.app;
            let screen = journey.screen();
            let mut seen = Vec::new();
            for row in app.gutter() {
                let address = app.words().address(&app.reader().letter, row.paragraph);
                if !seen.contains(&address) {
                    let line = screen.lines().nth(usize::from(row.area.y)).unwrap();
                    let beside = line.chars().skip(usize::from(row.area.x) + 1);
                    let beside: String = beside.collect();
                    let shows = beside.trim_start().starts_with(&format!("{address} "));
                    assert!(shows, "{address}: {line}");
                    seen.push(address);
                }
            }
            assert!(!seen.is_empty());
        }
    }
}

#[test]
fn a_press_beside_a_paragraph_makes_it_current() {
    let mut journey = Journey::start(120, 36);
    journey.press("4");
    let row = journey.app.gutter().pop().unwrap();
    assert!(!row.current);
    journey.click(row.area.x + 3, row.area.y);
    assert_eq!(journey.app.reader().here(), row.paragraph);
    assert_acts_on_what_is_marked(&mut journey, "a press");
}

#[test]
fn a_quote_is_copied_with_the_citation_that_stands_above_it() {
    let mut journey = Journey::start(120, 36);
    journey.press("4 y");
    for style in Style::ALL {
        assert_eq!(journey.app.style(), style);
        assert!(journey.shows(style.id()));
        let citation = journey.app.under().copied(Portion::Citation).unwrap();
        let quote = journey.app.under().copied(Portion::Quote).unwrap();
        assert!(quote.contains(citation.trim_end()), "{quote}");
        journey.press("Tab");
    }
}

#[test]
fn the_head_is_gone_to_and_cited_by_its_address() {
    let mut journey = Journey::start(120, 36);
    journey.press("4 :").type_text("kop");
    assert!(
        journey.footer().contains("Brief regering"),
        "{}",
        journey.footer()
    );
    journey.press("Enter");
    assert_eq!(marked(&journey), "kop");
    let head = paragraph_at(&journey.app.reader().letter, "kop");
    assert_eq!(journey.app.reader().here(), head);
    assert_eq!(
        journey.app.reader().letter.paragraphs()[head].role,
        Role::Head
    );
    assert!(
        journey
            .app
            .under()
            .copied(Portion::Citation)
            .unwrap()
            .ends_with("nr. 9, kop")
    );
    assert_acts_on_what_is_marked(&mut journey, "kop");
    journey.press(":").type_text("k").press("Tab");
    assert!(journey.footer().contains(":kop"), "{}", journey.footer());
}
