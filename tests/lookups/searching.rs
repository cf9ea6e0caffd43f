//! Searching the text.

use crate::{address, assert_footer, assert_reading, common::Journey, plainly, start_at};
use crate::{paragraph_at, under_cursor};
use kamerbrief::{
    app::{found::How, keymap::Mode},
    letter::Span,
};

#[test]
fn the_first_hit_from_here_shows_at_every_character() {
    for from in ["0.1", "3.2", "5.3", "8.4"] {
        let mut journey = start_at(from, 80, 24);
        let before = journey.app.reader().place();
        journey.press("/");
        for c in "maatschappelijke ruimte".chars() {
            journey.type_text(&c.to_string());
            let search = journey.app.reader().search.as_ref().unwrap();
            let first = search.exact.iter().find(|span| span.place() >= before);
            let expected = first.or(search.exact.first()).copied();
            assert_eq!(
                journey.app.reader().focus,
                expected,
                "{:?}",
                search.input.value()
            );
            assert!(!journey.with_role("focus").is_empty(), "it shows");
        }
        assert_eq!(under_cursor(&journey), "maatschappelijke ruimte");
        assert_eq!(journey.app.mode(), Mode::Search);
    }
}

#[test]
fn what_is_taken_back_leads_back() {
    let mut journey = start_at("2.1", 80, 24);
    journey.press("/").type_text("de");
    let first = journey.app.reader().focus;
    let screen = journey.screen();
    journey.type_text("monstr");
    assert_ne!(journey.app.reader().focus, first);
    journey.press("Backspace Backspace Backspace Backspace Backspace Backspace");
    assert_eq!(journey.app.reader().focus, first);
    assert_eq!(journey.screen(), screen);
}

#[test]
fn all_matches_are_marked_and_the_one_under_the_cursor_more() {
    let mut journey = start_at("4.1", 120, 36);
    journey.press("/").type_text("civicus");
    assert_eq!(journey.with_role("focus"), ["CIVICUS"]);
    assert_eq!(journey.with_role("hit"), ["CIVICUS"]);
    assert!(journey.with_role("near").is_empty());
    journey.press("Enter");
    assert_eq!(journey.with_role("hit"), ["CIVICUS"]);
    journey.press("Esc");
    assert!(journey.with_role("focus").is_empty() && journey.with_role("hit").is_empty());
    insta::assert_snapshot!(
        start_at("4.1", 80, 24)
            .press("/")
            .type_text("maatschappelijke")
            .picture()
    );
}

#[test]
fn the_footer_counts_while_one_types() {
    let mut journey = start_at("3.4", 80, 24);
    let spans = plainly(&journey.app.reader().letter, "mensenrechtenfonds");
    let here = paragraph_at(&journey.app.reader().letter, "3.4");
    let at = spans.iter().position(|span| span.paragraph >= here);
    assert_eq!((at, spans.len()), (Some(3), 6));
    journey.press("/");
    assert_footer(&journey, "woorden uit de brief");
    journey.type_text("mensenrechtenfonds");
    assert!(
        journey.footer().starts_with(" /mensenrechtenfonds   4/6"),
        "{}",
        journey.footer()
    );
    journey.press("Ctrl-n");
    assert_footer(&journey, "5/6");
    journey.press("Ctrl-p Ctrl-p");
    assert_footer(&journey, "3/6");
    assert_eq!(journey.app.reader().focus, Some(spans[2]));
    journey.type_text("qq");
    assert!(
        journey
            .footer()
            .contains("‘mensenrechtenfondsqq’ staat niet in de brief."),
        "{}",
        journey.footer()
    );
}

#[test]
fn enter_keeps_the_hit_and_n_goes_through_all_sections() {
    let mut journey = start_at("3.4", 80, 24);
    let spans = plainly(&journey.app.reader().letter, "mensenrechtenfonds");
    journey
        .press("/")
        .type_text("mensenrechtenfonds")
        .press("Enter");
    assert_reading(&journey);
    let wrapped = "verder vanaf de andere kant";
    for (key, at, wraps) in [
        ("", 3, false),
        ("n", 4, false),
        ("n", 5, false),
        ("n", 0, true),
        ("n", 1, false),
        ("N", 0, false),
        ("N", 5, true),
        ("N", 4, false),
        ("]", 5, false),
        ("]", 0, true),
    ] {
        if !key.is_empty() {
            journey.press(key);
        }
        assert_eq!(journey.app.reader().focus, Some(spans[at]), "{key}");
        assert_footer(&journey, &format!("‘mensenrechtenfonds’ {}/6", at + 1));
        assert_eq!(journey.footer().contains(wrapped), wraps, "{key}");
        assert!(!journey.with_role("focus").is_empty(), "it shows");
    }
    let section = |journey: &Journey| {
        journey
            .app
            .reader()
            .letter
            .section_of(journey.app.reader().here())
    };
    assert_eq!(section(journey.press("n")), 3);
    assert_eq!(section(journey.press("N N")), 6);
}

#[test]
fn n_and_brackets_go_on_from_one_another() {
    let mut journey = start_at("3.2", 80, 24);
    journey
        .press("/")
        .type_text("mensenrechtenfonds")
        .press("Enter n n");
    assert_footer(&journey, "3/6");
    assert_footer(journey.press("]"), "4/6");
    assert_footer(journey.press("n"), "5/6");
    assert_footer(journey.press("["), "4/6");
    assert_footer(journey.press("N"), "3/6");
}

#[test]
fn ctrl_o_goes_back_to_before_the_search() {
    let mut journey = Journey::start(80, 24);
    journey.press("7 d");
    let before = journey.app.reader().place();
    journey.press("/").type_text("civicus").press("Enter n n n");
    assert_eq!(journey.app.reader().section(), 4);
    journey.press("Ctrl-o");
    assert_eq!(journey.app.reader().place(), before);
}

#[test]
fn escape_while_typing_restores_everything() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        for keys in [
            "4 d e e",
            "0",
            "8 d d",
            "3 }",
            "6 d",
            "f c i v i c u s Enter",
        ] {
            let mut journey = Journey::start(columns, rows);
            journey.press(keys);
            let place = (journey.app.reader().place(), journey.app.reader().focus);
            journey.press("Ctrl-l");
            let (screen, roles) = (journey.screen(), journey.roles());
            journey.press("/").type_text("richtlijn");
            assert_ne!(journey.screen(), screen);
            journey.press("Ctrl-n Ctrl-n Ctrl-n").type_text("en");
            journey.press("Esc");
            assert_reading(&journey);
            assert_eq!(
                (journey.app.reader().place(), journey.app.reader().focus),
                place,
                "{keys}"
            );
            assert_eq!(journey.screen(), screen, "{keys}");
            assert_eq!(journey.roles(), roles, "{keys}");
        }
    }
}

#[test]
fn escape_while_typing_leaves_the_search_before_as_it_was() {
    let mut journey = start_at("3.2", 80, 24);
    journey
        .press("/")
        .type_text("mensenrechtenfonds")
        .press("Enter n Ctrl-l");
    let picture = journey.picture();
    journey.press("/").type_text("civicus").press("Esc");
    assert_eq!(journey.picture(), picture);
    assert_footer(journey.press("n"), "‘mensenrechtenfonds’ 3/6");
    journey.press("Ctrl-l");
    let picture = journey.picture();
    journey.press("L").type_text("xx").press("Esc");
    assert_eq!(journey.picture(), picture);
    assert_footer(journey.press("n"), "‘mensenrechtenfonds’ 4/6");
}

#[test]
fn earlier_searches_come_back() {
    let mut journey = Journey::start(80, 24);
    for text in ["civicus", "bezuinigingen", "raad", "civicus"] {
        journey.press("/").type_text(text).press("Enter");
    }
    journey.press("/").type_text("half");
    for (key, shows) in [
        ("Up", "civicus"),
        ("Up", "raad"),
        ("Up", "bezuinigingen"),
        ("Up", "bezuinigingen"),
        ("Down", "raad"),
        ("Down", "civicus"),
    ] {
        journey.press(key);
        let footer = journey.footer();
        assert!(
            footer.starts_with(&format!(" /{shows}   ")),
            "{key}: {footer}"
        );
        let focus = under_cursor(&journey).to_lowercase();
        assert_eq!(focus, shows, "{key}: it is searched for");
    }
    journey.press("Up Enter");
    assert_footer(&journey, "‘raad’");
    assert_footer(journey.press("/ Up"), "/raad   ");
    assert_footer(journey.press("Down"), "woorden uit de brief");
}

#[test]
fn neither_case_nor_accents_hide_a_hit() {
    for (typed, found) in [
        ("raad van europa", &["Raad van Europa"][..]),
        ("Raad van Europa", &["Raad van Europa"]),
        ("RAAD VAN EUROPA", &["Raad van Europa"]),
        ("coordinatie", &["coördinatie"]),
        ("coördinatie", &["coördinatie"]),
        ("Coordinatie", &["coördinatie"]),
        ("financien", &["Financiën"]),
        ("financiën", &["Financiën"]),
        ("Financien", &["Financiën"]),
        ("landenstrategieen", &["landenstrategieën"]),
        ("\"tussen papier", &["«Tussen papier"]),
        ("'krimpende", &["‘Krimpende"]),
        ("ekv's", &["EKV’s"]),
        ("2022-2027", &["2022–2027"]),
        ("civicus", &["CIVICUS", "CIVICUS"]),
        ("Civicus", &["CIVICUS", "CIVICUS"]),
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press("/").type_text(typed);
        let search = journey.app.reader().search.as_ref().unwrap();
        let words: Vec<_> = search
            .exact
            .iter()
            .map(|span| journey.app.reader().letter.words(*span))
            .collect();
        assert_eq!(words, found, "{typed}");
        if let Some(first) = found.first() {
            assert_eq!(under_cursor(&journey), *first);
            assert_footer(&journey, &format!("1/{}", found.len()));
        }
    }
}

#[test]
fn near_hits_are_told_apart_from_exact_ones() {
    let mut journey = start_at("3.4", 120, 36);
    journey.press("/").type_text("mensenrechtenfonds");
    assert!(journey.with_role("near").is_empty(), "not while typing");
    journey.press("Enter");
    assert_footer(&journey, "4/6 + 1 bijna");
    assert_eq!(journey.with_role("near"), ["mensrenrechtenfonds"]);
    let mut words = Vec::new();
    for _ in 0..6 {
        words.push(under_cursor(journey.press("n")).to_owned());
    }
    assert_eq!(words, ["mensenrechtenfonds"; 6], "n skips the near one");
}

#[test]
fn where_only_a_near_hit_is_it_says_so() {
    for typed in ["mensrenrechtenfons", "bezuinigignsopdracht", "Civisus"] {
        let mut journey = Journey::start(120, 36);
        journey.press("/").type_text(typed);
        let search = journey.app.reader().search.as_ref().unwrap();
        assert!(
            search.exact.is_empty() && !search.near.is_empty(),
            "{typed}"
        );
        let count = search.near.len();
        assert_footer(&journey, &format!("bijna 1/{count}"));
        assert!(journey.with_role("hit").is_empty());
        journey.press("Enter");
        assert_footer(&journey, &format!("‘{typed}’ (bijna) 1/{count}"));
        journey.press("n");
        assert_footer(&journey, &format!("‘{typed}’ (bijna) "));
    }
    let mut journey = Journey::start(120, 36);
    journey
        .press("/")
        .type_text("mensrenrechtenfons")
        .press("Enter");
    assert_eq!(under_cursor(&journey), "mensrenrechtenfonds");
    // Off the near hit, its own look shows.
    journey.press("E");
    assert_eq!(journey.with_role("near"), ["mensrenrechtenfonds"]);
}

#[test]
fn what_is_not_in_the_letter_is_said_and_nothing_moves() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 d e");
    let before = (journey.app.reader().place(), journey.app.reader().focus);
    journey.press("/").type_text("qwxz").press("Enter");
    assert_footer(&journey, "‘qwxz’ staat niet in de brief.");
    assert_eq!(
        (journey.app.reader().place(), journey.app.reader().focus),
        before
    );
    assert_footer(journey.press("n"), "‘qwxz’ staat niet in de brief.");
    journey.press("/ Enter");
    assert_reading(&journey);
    assert_eq!(
        (journey.app.reader().place(), journey.app.reader().focus),
        before
    );
    let mut journey = Journey::start(80, 24);
    assert_footer(journey.press("n"), "Nog geen tekst gezocht");
    assert_footer(journey.press("N"), "Nog geen tekst gezocht");
}

/// What was searched and left is searched again by the key that goes on, as pagers do, from where one is.
#[test]
fn a_search_that_was_left_is_gone_on_with() {
    let mut journey = Journey::start(120, 36);
    journey
        .press("/")
        .type_text("mensenrechtenfonds")
        .press("Enter Esc");
    assert!(journey.app.reader().search.is_none());
    assert_footer(journey.press("5 n"), "‘mensenrechtenfonds’");
    let found = journey.app.reader().focus.unwrap();
    assert!(journey.app.reader().letter.section_of(found.paragraph) >= 5);
    journey.press("Esc 5 N");
    let found = journey.app.reader().focus.unwrap();
    assert!(journey.app.reader().letter.section_of(found.paragraph) < 5);
    // What was typed and thrown away was typed all the same.
    journey.press("Esc /").type_text("civicus").press("Esc n");
    assert_footer(&journey, "‘civicus’");
}

#[test]
fn the_list_shows_the_paragraphs_by_section() {
    let mut journey = start_at("3.4", 120, 36);
    journey
        .press("/")
        .type_text("mensenrechtenfonds")
        .press("Tab");
    assert_eq!(journey.app.mode(), Mode::List);
    insta::assert_snapshot!("list_wide", journey.picture());
    journey.resize(60, 20);
    insta::assert_snapshot!("list_narrow", journey.screen());
    let chosen = |journey: &Journey| journey.app.reader().search.as_ref().unwrap().chosen;
    assert_eq!(chosen(&journey), 1, "the row of the hit that showed");
    journey.press("Enter");
    assert_reading(&journey);
    assert_eq!(address(&journey), "3.4");
    // Opened again it is the list of the same search.
    journey.press("L");
    assert_eq!(journey.app.mode(), Mode::List);
    assert!(journey.shows("/mensenrechtenfonds"));
}

#[test]
fn a_row_of_the_list_is_jumped_to_and_gone_on_from() {
    let mut journey = Journey::start(120, 36);
    journey.press("7");
    let before = journey.app.reader().place();
    journey.press("L");
    assert!(journey.shows("woorden uit de brief"));
    journey.type_text("mensenrechtenfonds");
    journey.press("Down Down Enter");
    assert_reading(&journey);
    assert_eq!(address(&journey), "6.2");
    assert_footer(&journey, "‘mensenrechtenfonds’ 6/6");
    assert_footer(journey.press("["), "‘mensenrechtenfonds’ 5/6");
    assert_footer(journey.press("]"), "‘mensenrechtenfonds’ 6/6");
    assert_footer(journey.press("]"), "1/6 · verder vanaf de andere kant");
    assert_footer(journey.press("n"), "‘mensenrechtenfonds’ 2/6");
    journey.press("Ctrl-o");
    assert_eq!(journey.app.reader().place(), before);
    // A near row leads to the near hit, and says that it is one.
    journey.press("L").press("Down Down Down Enter");
    assert_eq!(under_cursor(&journey), "mensrenrechtenfonds");
    assert_footer(&journey, "‘mensenrechtenfonds’ (bijna) 1/1");
}

#[test]
fn the_list_narrows_as_one_types_and_says_when_it_is_empty() {
    let mut journey = Journey::start(120, 36);
    journey.press("/").type_text("mensenrechten").press("Tab");
    let rows = |journey: &Journey| {
        journey
            .app
            .reader()
            .found()
            .iter()
            .filter(|row| row.how == How::Typed)
            .count()
    };
    let all = rows(&journey);
    journey.type_text("fonds");
    assert!(rows(&journey) == 3 && all > 3, "{all}");
    journey.press("Backspace Backspace Backspace Backspace Backspace");
    assert_eq!(rows(&journey), all);
    journey.press("Ctrl-u").type_text("qwxz");
    assert!(journey.shows("‘qwxz’ staat niet in de brief."));
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::List, "nothing is chosen");
    journey.press("Ctrl-u").type_text("bezuinigingen");
    journey.press("Down Down Down Enter");
    assert_eq!(address(&journey), "6.1");
}

#[test]
fn escape_from_the_list_returns() {
    for keys in ["4 d e e", "8 d", "0"] {
        let mut journey = Journey::start(80, 24);
        journey.press(keys).press("Ctrl-l");
        let picture = journey.picture();
        journey.press("/").type_text("bezuinigingen").press("Tab");
        journey.press("Down Esc");
        assert_reading(&journey);
        assert_eq!(journey.picture(), picture);
        journey.press("L").type_text("raad").press("Down Esc");
        assert_eq!(journey.picture(), picture);
    }
}

#[test]
fn the_list_fits_and_scrolls_on_small_screens() {
    for (columns, rows) in [(80, 24), (60, 20), (40, 10), (20, 5)] {
        let mut journey = Journey::start(columns, rows);
        journey
            .press("/")
            .type_text("maatschappelijke")
            .press("Tab");
        let found = journey.app.reader().found().len();
        assert!(found > 15);
        for index in 0..found {
            let chosen = journey.with_role("chosen");
            assert_eq!(chosen.len(), 1, "row {index} at {columns}x{rows}");
            let row = &journey.app.reader().found()[index];
            let span: Span = journey.app.reader().hits_of(row)[0];
            let address = journey
                .app
                .words()
                .address(&journey.app.reader().letter, span.paragraph);
            assert!(chosen[0].starts_with(&address), "{chosen:?} {address}");
            journey.press("Down");
        }
    }
}

#[test]
fn the_mouse_and_the_wheel_choose_in_the_list() {
    let mut journey = Journey::start(120, 36);
    journey.press("/").type_text("bezuinigingen").press("Tab");
    let (column, row) = journey.cell_of("6.1");
    journey.click(column + 10, row);
    assert_reading(&journey);
    assert_eq!(address(&journey), "6.1");
}

#[test]
fn the_list_opens_at_the_hit_that_shows() {
    let mut journey = start_at("3.1", 120, 36);
    journey.press("/").type_text("ruimte").press("Enter");
    for keys in ["L", "Esc n n n n n L", "Esc N L"] {
        journey.press(keys);
        let search = journey.app.reader().search.as_ref().unwrap();
        let chosen = &journey.app.reader().found()[search.chosen];
        assert!(chosen.hits.contains(&search.at), "{keys}");
        assert_ne!(search.chosen, 0);
    }
}
