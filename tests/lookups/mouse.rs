//! What can be pressed with the mouse: the hints of the footer, the kinds of the finder, and what the sidebar
//! has no room for.

use crate::{assert_reading, common::Journey};
use kamerbrief::app::{Subject, finder::Row, keymap::Mode, message::Effect, sidebar::SidebarRow};

/// How many rows the finder has, and whether all are of this kind.
fn rows(journey: &Journey, is_shown: impl Fn(&Journey, Subject) -> bool) -> (usize, bool) {
    let find = journey.app.reader().find.as_ref().unwrap();
    let all = (0..find.count()).all(|index| match find.row(index) {
        Some(Row::Name(found)) => is_shown(journey, find.subject_of(found).unwrap()),
        _ => false,
    });
    (find.count(), all)
}

#[test]
fn a_kind_of_the_finder_can_be_pressed() {
    for (columns, lines) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = Journey::start(columns, lines);
        journey.press("f");
        let all = rows(&journey, |_, _| true).0;
        let (column, row) = journey.cell_of("instrumenten");
        journey.click(column + 3, row);
        let is_instrument = |journey: &Journey, subject| {
            let Subject::Entity(index) = subject else {
                return false;
            };
            journey.app.reader().entity(index).kind == kamerbrief::catalogue::Kind::Instrument
        };
        let (count, instruments) = rows(&journey, is_instrument);
        assert!(instruments && 0 < count && count < all, "{count} of {all}");
        assert_eq!(journey.with_role("chosen")[0], "instrumenten");
        // Between two kinds is none.
        journey.click(column - 1, row);
        assert_eq!(rows(&journey, is_instrument), (count, true));
        let (column, row) = journey.cell_of("alles");
        journey.click(column, row);
        assert_eq!(rows(&journey, |_, _| true).0, all);
        assert_eq!(journey.app.mode(), Mode::Finder);
    }
}

#[test]
fn what_the_sidebar_has_no_room_for_leads_to_the_table_of_names() {
    for section in ["4", "5", "8"] {
        let mut journey = Journey::start(120, 36);
        // A table that is narrowed would hide the names.
        journey.press("o 4 v /").type_text("raad").press("Enter o");
        journey.press("Esc");
        assert_reading(&journey);
        journey.press(section);
        let area = journey.app.reader().regions().sidebar.unwrap();
        let shown = journey.app.sidebar_rows(area);
        let named = |row: &&SidebarRow| matches!(row, SidebarRow::Named { .. });
        let count = shown.iter().filter(named).count();
        let number = section.parse().unwrap();
        let (entity, _) = journey.app.reader().mentions.counts(number)[count];
        let (column, row) = journey.cell_of("… en nog");
        journey.click(column + 2, row);
        assert_eq!(journey.app.mode(), Mode::Overview);
        assert_eq!(
            journey.app.reader().chosen_row(),
            Some(entity),
            "{}",
            journey.screen()
        );
        let name = journey.app.under().entity_name(entity).to_owned();
        let told = format!("in {section}");
        assert!(
            journey.shows(&name) && journey.shows(&told),
            "{}",
            journey.screen()
        );
        journey.press("Enter");
        let focus = journey.app.reader().focus.unwrap();
        assert_eq!(
            journey.app.reader().letter.section_of(focus.paragraph),
            number
        );
    }
}

/// Presses a word of the footer.
#[track_caller]
fn press_hint(journey: &mut Journey, words: &str) {
    let footer = journey.footer();
    let at = footer
        .find(words)
        .unwrap_or_else(|| panic!("no ‘{words}’ in ‘{footer}’"));
    let column = u16::try_from(footer[..at].chars().count()).unwrap();
    let row = journey.app.reader().size.rows - 1;
    journey.click(column, row);
}

#[test]
fn the_hints_of_the_footer_can_be_pressed() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        for (keys, hint, mode) in [
            ("4", "zoek naam", Mode::Finder),
            ("4", "f zoek", Mode::Finder),
            ("4", "zoek tekst", Mode::Search),
            ("4", "toetsen", Mode::Help),
            ("f", "sluit", Mode::Reading),
            ("o", "sluit", Mode::Reading),
            ("4 e Enter", "Esc", Mode::Reading),
            ("v", "Esc", Mode::Reading),
            ("y", "Esc", Mode::Reading),
            (":", "Esc", Mode::Reading),
            ("a", "Esc", Mode::Reading),
        ] {
            let mut journey = Journey::start(columns, rows);
            journey.press(keys);
            // On a small screen there is not room for all.
            if columns < 120 && !journey.footer().contains(hint) {
                continue;
            }
            press_hint(&mut journey, hint);
            assert_eq!(
                journey.app.mode(),
                mode,
                "{keys} {hint} {}",
                journey.screen()
            );
        }
    }
    let mut journey = Journey::start(120, 36);
    press_hint(&mut journey, "afsluiten");
    assert_eq!(journey.effects.last(), Some(&Effect::Quit));
}

/// Of a hint with two keys each key does its own, and the words do what the last of them does.
#[test]
fn each_key_of_a_hint_can_be_pressed() {
    let mut journey = Journey::start(120, 36);
    journey.press("f").type_text("raad");
    let chosen = |journey: &Journey| journey.app.reader().find.as_ref().unwrap().chosen;
    press_hint(&mut journey, "kies");
    press_hint(&mut journey, "↓");
    assert_eq!(chosen(&journey), 2);
    press_hint(&mut journey, "↑");
    assert_eq!(chosen(&journey), 1);
    // What stands between two hints does nothing.
    let footer = journey.footer();
    let gap = footer.find("  ↑").unwrap();
    let column = u16::try_from(footer[..gap].chars().count()).unwrap();
    journey.click(column, 35).click(column + 1, 35);
    assert_eq!((chosen(&journey), journey.app.mode()), (1, Mode::Finder));
}

/// The hints stand where they are pressed, whatever stands at the left of them.
#[test]
fn hints_are_pressed_where_they_stand() {
    for typed in [
        "",
        "ruimte",
        "qwxz",
        "maatschappelijke ruimte in Nederland en Europa",
    ] {
        for columns in [60, 80, 100, 140] {
            let mut journey = Journey::start(columns, 24);
            journey.press("/").type_text(typed);
            if journey.footer().contains("Esc") {
                press_hint(&mut journey, "Esc");
                assert_reading(&journey);
            }
        }
    }
    let mut journey = Journey::start(120, 36);
    journey.press("f").type_text("rve").press("Enter");
    press_hint(&mut journey, "f zoek");
    assert_eq!(journey.app.mode(), Mode::Finder);
}
