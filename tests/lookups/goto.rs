//! Going to an address.

use crate::{address, assert_footer, assert_reading, common::Journey, start_at};
use kamerbrief::{
    app::{keymap::Mode, message::Effect},
    letter::{self, Language, Place},
};

#[test]
fn an_address_is_gone_to() {
    for (typed, footer, section) in [
        ("4", " 4.1", 4),
        ("4.2", " 4.2", 4),
        ("4.0", " 4.0", 4),
        ("0", " 0.1", 0),
        ("0.3", " 0.3", 0),
        ("9", " 9.1", 9),
        (" 8.4 ", " 8.4", 8),
    ] {
        for (columns, rows) in [(120, 36), (60, 20)] {
            let mut journey = Journey::start(columns, rows);
            journey.press("2 :").type_text(typed).press("Enter");
            assert_reading(&journey);
            assert_eq!(journey.app.reader().section(), section, "{typed}");
            if typed != "0" {
                let shown = journey.footer();
                assert!(shown.starts_with(footer), "{typed}: {shown}");
            }
        }
    }
    let mut by_address = Journey::start(80, 24);
    by_address.press(":").type_text("4").press("Enter");
    assert_eq!(
        by_address.screen(),
        Journey::start(80, 24).press("4").screen()
    );
}

#[test]
fn the_line_tells_what_it_leads_to_before_one_goes() {
    let mut journey = Journey::start(120, 36);
    journey.press(":");
    assert_footer(
        &journey,
        "adres: een onderdeel (4), een alinea (4.2) of kop",
    );
    assert_footer(journey.type_text("4"), ":4   Mondiaal aanjagen");
    journey.type_text(".2");
    assert_footer(&journey, "· Nederland bevordert digitale veiligheid");
    assert_eq!(
        journey.app.reader().place(),
        Place::default(),
        "nothing moves yet"
    );
    journey.press("Esc");
    assert_reading(&journey);
    assert_eq!(journey.app.reader().place(), Place::default());
}

#[test]
fn an_address_that_leads_nowhere_is_refused_with_what_there_is() {
    for (typed, says) in [
        ("12", "er is geen onderdeel 12: de brief loopt van 0 t/m 9"),
        ("4.7", "er is geen alinea 4.7: onderdeel 4 loopt t/m 4.4"),
        (
            "vier",
            "‘vier’ is geen adres: schrijf een onderdeel (4), een alinea (4.2) of kop",
        ),
        ("4.", "‘4.’ is geen adres"),
        ("-1", "‘-1’ is geen adres"),
        ("99999999999999999999", "is geen adres"),
        ("", "‘’ is geen adres"),
    ] {
        let mut journey = Journey::start(140, 36);
        journey.press(":").type_text(typed).press("Enter");
        assert_eq!(journey.app.mode(), Mode::Goto, "{typed}");
        let footer = journey.footer();
        assert!(footer.starts_with(&format!(" :{typed}")), "{footer}");
        assert_footer(&journey, says);
        assert_eq!(journey.app.reader().place(), Place::default());
    }
    // What is wrong goes as soon as the line changes, and the line can be mended.
    let mut journey = Journey::start(120, 36);
    journey.press(":").type_text("4.7").press("Enter Backspace");
    assert!(!journey.shows("er is geen"));
    journey.type_text("2").press("Enter");
    assert_eq!(address(&journey), "4.2");
}

#[test]
fn a_refusal_fits_small_screens() {
    let mut journey = Journey::start(60, 20);
    journey.press(":").type_text("4.7").press("Enter");
    insta::assert_snapshot!("goto_refused_narrow", journey.footer());
}

#[test]
fn what_was_typed_and_left_can_be_put_back() {
    let mut journey = Journey::start(120, 36);
    journey.press(":").type_text("4.2").press("Esc :");
    let footer = journey.footer();
    assert!(footer.starts_with(" :  "), "{footer}");
    assert!(footer.contains("Ctrl-y haalt terug: 4.2"), "{footer}");
    journey.press("Esc : Ctrl-y Enter");
    assert_eq!(address(&journey), "4.2");
    // In the help and in a table too.
    journey.press("?").type_text("bladwijzer");
    let narrowed = journey.screen();
    journey.press("Esc ? Ctrl-y");
    assert_eq!(journey.screen(), narrowed);
    journey.press("Esc o /").type_text("register");
    let narrowed = journey.screen();
    journey.press("Esc");
    assert_ne!(journey.screen(), narrowed);
    journey.press("/ Ctrl-y");
    assert_eq!(journey.screen(), narrowed);
    journey.press("Enter Esc / Ctrl-y");
    assert_eq!(journey.screen(), narrowed);
}

#[test]
fn tab_completes_and_goes_round() {
    let mut journey = Journey::start(80, 24);
    journey.press(":").type_text("4");
    for expected in ["4.0", "4.1", "4.2", "4.3", "4.4", "4.0"] {
        journey.press("Tab");
        let footer = journey.footer();
        assert!(footer.starts_with(&format!(" :{expected}  ")), "{footer}");
    }
    journey.press("Tab Tab Enter");
    assert_eq!(address(&journey), "4.2");
    // From nothing all addresses come by, each leads somewhere, and none twice.
    let mut journey = Journey::start(80, 24);
    journey.press(":");
    let mut seen = Vec::new();
    loop {
        let footer = journey.press("Tab").footer();
        let line = footer.trim_start_matches(" :");
        let completed = line.split_whitespace().next().unwrap().to_owned();
        if seen.first() == Some(&completed) {
            break;
        }
        assert!(!seen.contains(&completed), "{completed}");
        seen.push(completed);
    }
    assert_eq!(seen[..3], ["0", "kop", "0.1"]);
    assert_eq!(seen.len(), journey.app.reader().addresses().len());
    for address in seen {
        let mut journey = Journey::start(80, 24);
        journey.press(":").type_text(&address).press("Enter");
        assert_reading(&journey);
    }
    // What nothing starts with stays as it is.
    let mut journey = Journey::start(80, 24);
    journey.press(":").type_text("7.9").press("Tab");
    assert!(journey.footer().starts_with(" :7.9 "));
}

#[test]
fn ctrl_o_goes_back_from_an_address() {
    let mut journey = Journey::start(80, 24);
    journey.press("6 d");
    let before = journey.app.reader().place();
    for typed in ["8.4", "2"] {
        journey.press(":").type_text(typed).press("Enter");
        assert_ne!(journey.app.reader().place(), before);
        journey.press("Ctrl-o");
        assert_eq!(journey.app.reader().place(), before, "{typed}");
    }
}

#[test]
fn a_start_at_an_address_is_no_jump() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        for at in ["4.0", "4.2", "8.4", "0.1", "9.1"] {
            let mut journey = start_at(at, columns, rows);
            assert_eq!(address(&journey), at);
            let footer = journey.footer();
            assert!(footer.starts_with(&format!(" {at} ")), "{footer}");
            assert!(journey.app.reader().page().iter().any(|line| {
                Some(line.paragraph) == journey.app.reader().focus.map(|focus| focus.paragraph)
            }));
            assert_footer(journey.press("Ctrl-o"), "Geen eerdere plaats");
        }
    }
}

#[test]
fn a_word_that_is_no_address_finds_an_act_and_runs_it() {
    let mut journey = Journey::start(120, 36);
    journey.press(":").type_text("thema");
    assert_footer(&journey, "kies een kleurenthema uit een lijst (t)");
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Themes);
    journey.press("Esc :").type_text("overzicht").press("Enter");
    assert_eq!(journey.app.mode(), Mode::Overview);
    // Several acts are gone through with the key that completes.
    let mut journey = Journey::start(120, 36);
    journey.press(":").type_text("bladwijzer");
    assert_footer(&journey, "bladwijzer bij deze alinea (m)");
    journey.press(":").press("Esc :").type_text("notitie Tab");
    // By what scripts call it too, and in small letters with or without accents.
    for (typed, mode) in [
        ("ZOEK", Mode::Finder),
        ("kopieermenu", Mode::Menu),
        ("palette", Mode::Help),
        ("spoor", Mode::Reading),
    ] {
        let mut journey = Journey::start(120, 36);
        journey.press(":").type_text(typed).press("Enter");
        assert_eq!(journey.app.mode(), mode, "{typed}");
    }
    let mut journey = Journey::start(80, 24);
    journey.press(":").type_text("afsluiten").press("Enter");
    assert_eq!(journey.effects, [Effect::Quit]);
}

#[test]
fn what_is_to_be_looked_for_may_stand_behind_the_word() {
    let mut journey = Journey::start(120, 36);
    journey.press(":").type_text("zoek bezuiniging");
    assert_footer(&journey, "zoek in de tekst: bezuiniging");
    journey.press("Enter");
    assert_reading(&journey);
    assert!(journey.footer().contains("1/"), "{}", journey.footer());
    assert_eq!(journey.app.reader().section(), 3);
    journey.press(":").type_text("waar ehrm").press("Enter");
    assert_reading(&journey);
    assert!(journey.footer().starts_with(" 5.4"), "{}", journey.footer());
}

#[test]
fn addresses_go_first_and_words_that_name_nothing_are_refused_as_ever() {
    let mut journey = Journey::start(120, 36);
    journey.press(":").type_text("kop").press("Enter");
    assert_reading(&journey);
    assert!(journey.footer().starts_with(" kop"), "{}", journey.footer());
    for typed in ["x", "zeeslang", "4.x"] {
        let mut journey = Journey::start(120, 36);
        journey.press(":").type_text(typed).press("Enter");
        assert_footer(&journey, "is geen adres");
    }
}

#[test]
fn two_digits_within_a_moment_are_one_number() {
    let part = |number: usize| {
        format!(
            "Aanbeveling {number}: Doe zaak {number} goed.\n\nReactie\n\nHet kabinet doet zaak {number} al.\n\n"
        )
    };
    let letter = "Den Haag, 3 mei 2021\n\nHier staat een begin.\n\n".to_owned();
    let letter = letter::read(letter + &(1..=25).map(part).collect::<String>()).unwrap();
    let section = |keys: &[&str]| {
        let mut journey = Journey::with(letter.clone(), Language::Dutch, 100, 30);
        for key in keys {
            match *key {
                "later" => journey.look(2),
                key => journey.press(key),
            };
        }
        journey.app.reader().section()
    };
    for (keys, number) in [
        (&["1"][..], 1),
        (&["1", "2"], 12),
        (&["2", "5"], 25),
        (&["1", "0"], 10),
        (&["1", "later", "2"], 2),
        (&["2", "9"], 9),
        (&["1", "j", "2"], 2),
        (&["0", "4"], 4),
        (&["1", "2", "3"], 3),
    ] {
        assert_eq!(section(keys), number, "{keys:?}");
    }
}
