//! A note that is left half typed: Esc throws nothing away, and the draft comes back where it was typed.

use crate::{assert_footer, at, left};
use kamerbrief::app::keymap::Mode;

#[test]
fn what_was_typed_comes_back() {
    let mut journey = at("4.1", 100, 30);
    journey.press("a").type_text("Wie beta").press("Esc");
    assert!(left(&journey).is_empty(), "it is not kept");
    assert_footer(&journey, "Wat u typte bij 4.1 is niet bewaard");
    journey.press("a");
    assert_footer(&journey, "nog wat u eerder typte");
    journey.type_text("alt dit?").press("Enter");
    assert_eq!(left(&journey), ["4.1 Wie betaalt dit?"]);
    journey.press("a").press("Esc a");
    assert!(
        !journey.footer().contains("typte"),
        "a kept note is no draft"
    );
}

#[test]
fn each_paragraph_has_its_own() {
    let mut journey = at("4.1", 100, 30);
    journey.press("a").type_text("een").press("Esc }");
    journey
        .press("a")
        .type_text("twee")
        .press("Esc 5 a")
        .type_text("drie")
        .press("Esc");
    for (address, note) in [("4.1", "een"), ("4.2", "twee"), ("5.1", "drie")] {
        journey.press(":").type_text(address).press("Enter a Enter");
        assert!(
            left(&journey).contains(&format!("{address} {note}")),
            "{:?}",
            left(&journey)
        );
    }
}

#[test]
fn a_kept_note_stays_until_its_draft_is_kept() {
    let mut journey = at("4.1", 100, 30);
    journey
        .press("a")
        .type_text("een")
        .press("Enter a")
        .type_text(" twee")
        .press("Esc");
    assert_eq!(left(&journey), ["4.1 een"]);
    journey.press("a Enter");
    assert_eq!(left(&journey), ["4.1 een twee"]);
}

#[test]
fn an_emptied_line_is_no_draft() {
    let mut journey = at("4.1", 100, 30);
    journey
        .press("a")
        .type_text("een")
        .press("Enter a")
        .type_text(" twee")
        .press("Esc a Ctrl-u Esc");
    assert_eq!(left(&journey), ["4.1 een"]);
    journey.press("a Enter");
    assert_eq!(left(&journey), ["4.1 een"]);
}

#[test]
fn the_cursor_stands_where_it_stood_and_help_takes_nothing() {
    let mut journey = at("4.1", 100, 30);
    journey
        .press("a")
        .type_text("een drie")
        .press("Ctrl-a Esc a");
    journey.type_text("twee ").press("F1 Esc Esc");
    assert_eq!(journey.app.mode(), Mode::Reading);
    journey.press("a Enter");
    assert_eq!(left(&journey), ["4.1 twee een drie"]);
}
