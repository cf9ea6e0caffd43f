//! Selecting words, by keyboard and by mouse.

use crate::{assert_reading, common::Journey, start_at};
use kamerbrief::app::{copy::Portion, keymap::Mode, message::Effect};

fn selected(journey: &Journey) -> &str {
    let span = journey.app.reader().selection.expect("a selection");
    journey.app.reader().letter.words(span)
}

/// What is marked as selected, as one line.
fn marked(journey: &Journey) -> String {
    journey.with_role("selected").join(" ")
}

#[test]
fn a_selection_starts_with_the_mention_under_the_cursor() {
    let mut journey = start_at("4.1", 120, 36);
    journey.press("e v");
    assert_eq!(journey.app.mode(), Mode::Select);
    assert_eq!(selected(&journey), "CIVICUS");
    for (key, expected) in [
        ("w", "CIVICUS, die"),
        ("w", "CIVICUS, die zich"),
        ("b", "CIVICUS, die"),
        (
            "s",
            "CIVICUS, die zich inzetten voor maatschappelijke ruimte.",
        ),
        (
            "b",
            "CIVICUS, die zich inzetten voor maatschappelijke ruimte",
        ),
        (
            "w",
            "CIVICUS, die zich inzetten voor maatschappelijke ruimte. In",
        ),
        ("b b b b b b b b b b", "CIVICUS"),
    ] {
        journey.press(key);
        assert_eq!(selected(&journey), expected, "{key}");
        assert_eq!(marked(&journey), expected, "{key}");
    }
}

#[test]
fn a_selection_starts_with_the_sentence_and_grows_by_sentences() {
    let mut journey = start_at("4.1", 120, 36);
    let paragraph = journey.app.under().copied(Portion::Paragraph).unwrap();
    let first =
        "Nederland hecht grote waarde aan het beschermen en vergroten van maatschappelijke ruimte.";
    let second =
        "We steunen organisaties zoals CIVICUS, die zich inzetten voor maatschappelijke ruimte.";
    journey.press("v");
    assert_eq!(selected(&journey), first);
    journey.press("s");
    assert_eq!(selected(&journey), format!("{first} {second}"));
    journey.press("S");
    assert_eq!(selected(&journey), first);
    journey.press("S");
    assert_eq!(selected(&journey), first, "one sentence is the least");
    journey.press("p");
    assert_eq!(selected(&journey), paragraph);
    assert_eq!(
        marked(&journey).replace("- ", ""),
        paragraph.replace("- ", "")
    );
    journey.press("s w");
    assert_eq!(selected(&journey), paragraph, "it ends with the paragraph");
    journey.press("Esc");
    assert_reading(&journey);
    assert!(journey.app.reader().selection.is_none() && marked(&journey).is_empty());
}

#[test]
fn exactly_the_selection_is_copied() {
    let mut journey = start_at("4.1", 80, 24);
    journey.press("e v w w");
    let text = selected(&journey).to_owned();
    journey.press("y");
    assert!(journey.shows("selectie"));
    journey.press("s");
    assert_eq!(journey.effects, [Effect::Copy(text)]);
    assert_reading(&journey);
    assert!(marked(&journey).is_empty());
    // Enter, Enter does the same, and Esc in the menu gives the selection back.
    let mut journey = start_at("4.1", 80, 24);
    journey.press("e v w Enter Esc");
    assert_eq!(journey.app.mode(), Mode::Select);
    journey.press("w Enter Enter");
    assert_eq!(journey.effects, [Effect::Copy("CIVICUS, die zich".into())]);
}

#[test]
fn a_selection_is_quoted_with_its_own_citation() {
    let mut journey = start_at("4.1", 80, 24);
    journey.press("e v y t");
    assert_eq!(
        journey.effects,
        [Effect::Copy(
            "‘CIVICUS’ (Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, eerste alinea)"
                .into()
        )]
    );
    // Also where another paragraph is the first that shows.
    let mut journey = Journey::start(120, 36);
    journey.press("4");
    assert!(journey.footer().starts_with(" 4.1 "));
    let from = journey.cell_of("Nederland bevordert");
    journey.drag(from, &[(from.0 + 18, from.1)]);
    assert_eq!(selected(&journey), "Nederland bevordert");
    assert!(
        journey.footer().starts_with(" 4.2 "),
        "{}",
        journey.footer()
    );
    journey.press("y t");
    assert_eq!(
        journey.effects,
        [Effect::Copy(
            "‘Nederland bevordert’ (Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea)"
                .into()
        )]
    );
}

#[test]
fn a_drag_selects_what_lies_between() {
    let mut journey = start_at("4.1", 120, 36);
    let from = journey.cell_of("hecht grote");
    let to = journey.cell_of("grote waarde");
    journey.drag(from, &[(from.0 + 1, from.1), (to.0 + 4, to.1)]);
    assert_eq!(journey.app.mode(), Mode::Select);
    assert_eq!(selected(&journey), "hecht grote");
    assert_eq!(marked(&journey), "hecht grote");
    // The other way round it is the same.
    journey.press("Esc");
    journey.drag((to.0 + 4, to.1), &[from]);
    assert_eq!(selected(&journey), "hecht grote");
    journey.press("y s");
    assert_eq!(journey.effects, [Effect::Copy("hecht grote".into())]);
}

#[test]
fn a_drag_goes_across_rows_up_and_down() {
    let mut journey = start_at("4.1", 120, 36);
    let from = journey.cell_of("We steunen");
    let to = journey.cell_of("Diplomats & Defenders");
    assert!(to.1 > from.1);
    let end = (to.0 + 8, to.1);
    let paragraph = journey.app.under().copied(Portion::Paragraph).unwrap();
    let start = paragraph.find("We steunen").unwrap();
    let stop = paragraph.find("Diplomats").unwrap() + "Diplomats".len();
    let expected = &paragraph[start..stop];
    journey.drag(from, &[(from.0, from.1 + 1), end]);
    assert_eq!(selected(&journey), expected);
    journey
        .press("Esc")
        .drag(end, &[(from.0 + 9, from.1), from]);
    assert_eq!(selected(&journey), expected);
}

#[test]
fn a_drag_stays_inside_its_paragraph_and_the_pane() {
    let mut journey = Journey::start(120, 36);
    journey.press("4");
    let paragraph = journey.app.under().copied(Portion::Paragraph).unwrap();
    let from = journey.cell_of("We steunen");
    // Far down, over the next paragraph and the footer: to the paragraph's end.
    let start = paragraph.find("We steunen").unwrap();
    for to in [journey.cell_of("Nederland bevordert"), (119, 35)] {
        journey.drag(from, &[to]);
        assert_eq!(selected(&journey), &paragraph[start..], "{to:?}");
        journey.press("Esc");
    }
    // Far up, over the recommendation and the header: to its start.
    for to in [journey.cell_of("Speel op het mondiale"), (119, 0), (0, 0)] {
        journey.drag(from, &[to]);
        assert_eq!(selected(&journey), &paragraph[..=start], "{to:?}");
        journey.press("Esc");
    }
    // Into the sidebar: to the start of the row.
    journey.drag(from, &[(0, from.1)]);
    assert!(selected(&journey).ends_with(" W"), "{}", selected(&journey));
    journey.press("Esc");
    // From outside the text nothing is selected.
    let before = journey.app.reader().place();
    for outside in [(2, 30), (60, 35), (60, 0)] {
        journey.drag(outside, &[from, (from.0 + 5, from.1)]);
        assert!(journey.app.reader().selection.is_none(), "{outside:?}");
        assert_reading(&journey);
    }
    assert_eq!(journey.app.reader().place(), before);
}

#[test]
fn a_drag_goes_over_note_marks() {
    let mut journey = start_at("3.3", 120, 36);
    assert!(journey.shows("(2026–2030)²"), "{}", journey.screen());
    let from = journey.cell_of("2026–2030");
    let mark = journey.cell_of("²");
    for (to, expected) in [
        ((mark.0 - 1, mark.1), "2026–2030)"),
        ((mark.0 + 2, mark.1), "2026–2030) w"),
        ((mark.0 + 6, mark.1), "2026–2030) wordt"),
    ] {
        journey.drag(from, &[to]);
        assert_eq!(selected(&journey), expected);
        journey.press("Esc");
    }
    // Upward from behind the mark.
    journey.drag((mark.0 + 6, mark.1), &[from]);
    assert_eq!(selected(&journey), "2026–2030) wordt");
    journey.press("y n s");
    assert_eq!(
        journey.effects,
        [Effect::Copy("2026–2030)[2] wordt".into())]
    );
}

#[test]
fn a_plain_click_still_opens_a_card() {
    let mut journey = start_at("4.1", 120, 36);
    let (column, row) = journey.cell_of("CIVICUS,");
    journey.click(column + 2, row);
    assert_eq!(journey.app.mode(), Mode::Card);
    assert!(journey.app.reader().selection.is_none());
    journey.press("Esc");
    // Over a selection it lets go of it, and the next one opens the card.
    journey.press("v").click(column + 2, row);
    assert_reading(&journey);
    journey.click(column + 2, row);
    assert_eq!(journey.app.mode(), Mode::Card);
    // A drag that begins on a name selects and opens nothing.
    let mut journey = start_at("4.1", 120, 36);
    journey.drag((column, row), &[(column + 6, row)]);
    assert_eq!(journey.app.mode(), Mode::Select);
    assert_eq!(selected(&journey), "CIVICUS");
}

#[test]
fn a_selection_scrolls_along_and_can_be_read_past() {
    let mut journey = start_at("5.3", 60, 12);
    journey.press("v");
    for _ in 0..12 {
        journey.press("s");
        let span = journey.app.reader().selection.unwrap();
        let shown = journey
            .app
            .reader()
            .page()
            .iter()
            .any(|line| match line.show {
                kamerbrief::reading::flow::Show::Text(row) => {
                    line.paragraph == span.paragraph && row.start <= span.end && span.end <= row.end
                }
                _ => false,
            });
        assert!(shown, "the end of the selection shows");
    }
    let words = selected(&journey).to_owned();
    for _ in 0..30 {
        journey.press("j");
    }
    assert_eq!(selected(&journey), words);
    journey.press("y s");
    assert_eq!(journey.effects, [Effect::Copy(words)]);
}
