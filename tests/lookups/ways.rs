//! A word that is there is never denied: the ways in which the search looks, and what it says of them.

use crate::{assert_footer, common::Journey, under_cursor};
use kamerbrief::{
    app::message::Message,
    letter::{self, Language},
    reading::asked::Way,
};

fn reader(source: &str) -> Journey {
    let letter = letter::read(source.as_bytes()).unwrap();
    Journey::with(letter, Language::Dutch, 100, 30)
}

fn search(journey: &Journey) -> &kamerbrief::app::search::Search {
    journey.app.reader().search.as_ref().unwrap()
}

/// The words that are gone through, in their order.
fn hits(journey: &Journey) -> Vec<&str> {
    let hits = search(journey).hits().iter();
    hits.map(|span| journey.app.reader().letter.words(*span))
        .collect()
}

#[test]
fn case_never_hides_a_hit() {
    for (typed, first, count) in [
        ("Diaspora", "diaspora", 2),
        ("Vakbonden", "vakbonden", 1),
        ("Bezuinigingen", "bezuinigingen", 2),
        ("BEZUINIGINGSOPDRACHT", "bezuinigingsopdracht", 1),
        ("Civicus", "CIVICUS", 2),
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press("/").type_text(typed);
        assert_eq!(under_cursor(&journey), first);
        let other = format!("{count}×, met andere hoofdletters");
        assert_footer(&journey, &other);
        journey.press("Enter");
        assert_footer(&journey, &other);
        assert_footer(&journey, &format!("‘{typed}’ 1/{count}"));
    }
}

#[test]
fn what_has_the_capitals_that_are_typed_comes_first_and_is_marked() {
    let mut journey = reader("De raad. RAAD en Raad.\n\nDe Raad van de raad.");
    journey.press("/").type_text("Raad");
    assert_eq!(hits(&journey), ["Raad", "Raad", "raad", "RAAD", "raad"]);
    assert_footer(&journey, "1/5 · 3×, met andere hoofdletters");
    assert_eq!(journey.with_role("focus"), ["Raad"]);
    assert_eq!(journey.with_role("hit"), ["Raad"]);
    assert_eq!(journey.with_role("near"), ["raad", "RAAD", "raad"]);
    journey.press("Enter n n");
    assert_footer(&journey, "‘Raad’ 3/5 · 3×, met andere hoofdletters");
    assert_eq!(journey.app.reader().focus, Some(search(&journey).hits()[2]));
    assert_eq!(under_cursor(&journey), "raad");
    // In the list they stand behind the others, under a heading.
    journey.press("L");
    assert!(journey.shows("Met andere hoofdletters: "));
    let rows = journey.app.reader().found();
    let firsts: Vec<_> = rows
        .iter()
        .map(|row| {
            journey
                .app
                .reader()
                .letter
                .words(journey.app.reader().hits_of(row)[0])
        })
        .collect();
    assert_eq!(firsts, ["Raad", "Raad", "raad", "raad"]);
    journey.press("Down Enter");
    assert_footer(&journey, "‘Raad’ 5/5");
    assert_eq!(under_cursor(&journey), "raad");
    // Without a capital typed none is the better one.
    journey.press("/").type_text("raad");
    assert_eq!(hits(&journey), ["raad", "RAAD", "Raad", "Raad", "raad"]);
    assert!(!journey.footer().contains("hoofdletters"));
}

#[test]
fn the_first_with_the_capitals_typed_shows_from_here() {
    let mut journey = reader("De raad.\n\nDe Raad.\n\nDe raad.\n\nDe Raad.");
    journey.press("}").press("}");
    journey.press("/").type_text("Raad");
    let at = search(&journey).at;
    assert!(at < 2, "{at}");
    assert_eq!(under_cursor(&journey), "Raad");
}

#[test]
fn quotes_make_a_phrase() {
    for typed in [
        "\"minder posten\"",
        "“minder posten”",
        "«minder posten»",
        "\"minder posten",
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press("/").type_text(typed);
        assert_eq!(hits(&journey), ["minder posten"], "{typed}");
        assert_footer(&journey, "1/1");
    }
    // Quotes that stand in the letter are found as they stand.
    let mut journey = Journey::start(80, 24);
    journey.press("/").type_text("\"tussen papier");
    assert_eq!(hits(&journey), ["«Tussen papier"]);
}

#[test]
fn words_that_stand_apart_are_found_in_one_paragraph() {
    const TEXT: &str =
        "Het budget daalt; er zijn minder posten.\n\nMinder geld.\n\nBudget voor posten.";
    for typed in ["posten budget", "\"posten budget\"", "Posten, budget!"] {
        let mut journey = reader(TEXT);
        journey.press("/").type_text(typed);
        assert_eq!(
            hits(&journey),
            ["budget", "posten", "Budget", "posten"],
            "{typed}"
        );
        assert_footer(&journey, "losse woorden in één alinea 1/4");
        assert_eq!(search(&journey).kinder_way(), Some(Way::Apart));
        journey.press("Enter n n");
        assert_footer(
            &journey,
            &format!("‘{typed}’ (losse woorden in één alinea) 3/4"),
        );
        assert!(journey.press("L").shows("Losse woorden in één alinea: "));
    }
    let mut journey = reader(TEXT);
    journey.press("/").type_text("\"minder posten\" budget");
    assert_eq!(hits(&journey), ["budget", "minder posten"]);
}

#[test]
fn at_last_words_are_found_in_one_section() {
    let mut journey = reader("Het budget daalt.\n\nMinder posten.\n\nBudget en geld.");
    journey.press("/").type_text("posten budget");
    assert_footer(&journey, "losse woorden in één onderdeel 1/2");
    assert_eq!(hits(&journey), ["posten", "Budget"]);
    journey.press("Ctrl-u").type_text("posten bodem");
    assert_footer(&journey, "‘posten bodem’ staat niet in de brief.");
    let mut journey = Journey::start(80, 24);
    journey.press("/").type_text("posten budget").press("Enter");
    assert_footer(
        &journey,
        "‘posten budget’ (losse woorden in één onderdeel) 1/2",
    );
    // Not in one section either.
    journey.press("/").type_text("diaspora wsis");
    assert_footer(&journey, "‘diaspora wsis’ staat niet in de brief.");
}

#[test]
fn the_footer_of_a_heading_s_hit_names_its_keys_where_there_is_little_room_too() {
    const TEXT: &str = "Geachte voorzitter,\n\nHierbij de brief.\n\nMaatregelen tegen stikstof\n\n\
        De boeren krijgen meer tijd, want het duurt langer dan was voorzien.\n\nVervolgstappen\n\n\
        In het najaar volgt een tweede brief, waarin het kabinet ingaat op de rest.\n";
    for (columns, says) in [
        (100, "‘stikstof’ (in een kopje) 1/1 · n volgende  N vorige"),
        (60, "‘stikstof’ 1/1 · n volgende  N vorige"),
    ] {
        let letter = letter::read(TEXT.as_bytes()).unwrap();
        let mut journey = Journey::with(letter, Language::Dutch, columns, 20);
        journey.press("/").type_text("stikstof").press("Enter");
        assert_footer(&journey, says);
    }
}

#[test]
fn signs_between_the_same_letters_and_other_names_are_found_and_said() {
    let mut journey = Journey::start(120, 30);
    for (typed, found, says) in [
        ("EKVs", &["EKV’s"][..], "‘EKVs’ (met andere leestekens) 1/1"),
        (
            "DM van Weel",
            &["D.M. van Weel", "D.M. van Weel"],
            "‘DM van Weel’ (met andere leestekens) 1/2",
        ),
        ("OECD", &["OESO"], "‘OECD’ (als naam) 1/1"),
    ] {
        journey.press("/").type_text(typed).press("Enter");
        assert_eq!(hits(&journey), found, "{typed}");
        assert_footer(&journey, says);
    }
}

#[test]
fn then_a_slip_in_a_word_is_forgiven_and_said() {
    const TEXT: &str = "De Europse Comissie leest.\n\nHet budget daalt; er zijn minder posten.";
    for (typed, found, says) in [
        ("europese commissie", &["Europse Comissie"][..], "bijna 1/1"),
        (
            "postne buget",
            &["budget", "posten"],
            "losse woorden, bijna zo gespeld 1/2",
        ),
        ("budgat", &["budget"], "bijna 1/1"),
    ] {
        let mut journey = reader(TEXT);
        journey.press("/").type_text(typed);
        assert_eq!(hits(&journey), found, "{typed}");
        assert_footer(&journey, says);
    }
    let mut journey = reader(TEXT);
    journey.press("/").type_text("postnaxx buget");
    assert_footer(&journey, "‘postnaxx buget’ staat niet in de brief.");
}

#[test]
fn space_hyphen_and_none_are_equal() {
    const TEXT: &str = "Het no harm-beginsel, het no-harm-principe, no\u{2011}harm en no\u{a0}harm, ook noharm.\n\nDe niet-gouvernementele en de niet gouvernementele, nietgouvernementele.";
    for (typed, count) in [
        ("no harm", 5),
        ("no-harm", 5),
        ("noharm", 5),
        ("no\u{2011}harm", 5),
        ("niet gouvernementele", 3),
        ("niet-gouvernementele", 3),
        ("nietgouvernementele", 3),
    ] {
        let mut journey = reader(TEXT);
        journey.press("/").type_text(typed);
        assert_eq!(hits(&journey).len(), count, "{typed}");
    }
    for (typed, count) in [("no harm", 2), ("no-harm", 2), ("niet gouvernementele", 1)] {
        let mut journey = Journey::start(80, 24);
        journey.press("/").type_text(typed);
        assert!(hits(&journey).len() >= count, "{typed}");
        assert_footer(&journey, &format!("1/{}", hits(&journey).len()));
    }
}

#[test]
fn what_cannot_be_seen_hides_no_word() {
    for c in [
        '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{2060}', '\u{feff}', '\u{fe0f}',
        '\u{ad}', '\u{202e}', '\u{7}',
    ] {
        let mut journey = reader(&format!("De CIV{c}ICUS-monitor."));
        journey.press("/").type_text("civicus");
        assert_footer(&journey, "1/1");
        let mut journey = reader("De CIVICUS-monitor.");
        journey.press("/");
        journey.tell(Message::Paste(format!("civ{c}icus")));
        assert_eq!(hits(&journey), ["CIVICUS"], "{c:?}");
        // A control is shown, as it could deceive; the others go.
        let shown = search(&journey).input.value().replace('␇', "");
        assert_eq!(shown, "civicus");
    }
}

#[test]
fn a_paste_is_one_line_whatever_its_line_ends() {
    for pasted in [
        "raad\rvan europa",
        "raad\r\nvan\r\neuropa",
        "raad\nvan\teuropa\n",
        "raad van\u{2028}europa",
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press("/");
        journey.tell(Message::Paste(pasted.into()));
        assert_eq!(hits(&journey)[0], "Raad van Europa", "{pasted:?}");
        assert!(
            !journey.footer().contains(['␍', '␊']),
            "{}",
            journey.footer()
        );
    }
}

#[test]
fn a_note_mark_is_found_where_the_page_shows_it() {
    for (typed, found) in [
        ("Rechtsorde»1 reeds", "Rechtsorde» reeds"),
        ("rechtsorde»¹ reeds", "Rechtsorde» reeds"),
        ("»¹", "»"),
        ("»1 reeds", "» reeds"),
        ("(2026–2030)2 wordt", "(2026–2030) wordt"),
        ("organisaties.4 Deze", "organisaties. Deze"),
        ("mensenrechtenbeleid,⁵ dient", "mensenrechtenbeleid, dient"),
        ("geborgd.7", "geborgd."),
        ("\"Rechtsorde»1 reeds\"", "Rechtsorde» reeds"),
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press("/").type_text(typed);
        assert_eq!(hits(&journey), [found], "{typed}");
        assert_eq!(search(&journey).kinder_way(), None, "{typed}");
    }
    // Another number is not there.
    let mut journey = Journey::start(80, 24);
    journey.press("/").type_text("geborgd.8");
    assert!(search(&journey).exact.is_empty());
}

#[test]
fn letters_with_strokes_and_ligatures_are_found_by_what_people_type() {
    const TEXT: &str = "Støre, Łukasz, œuvre, Straße, vrĳheid, ﬁnanciën, Ærø, Đorđe, Işık.";
    for typed in [
        "store",
        "lukasz",
        "oeuvre",
        "strasse",
        "vrijheid",
        "financien",
        "aero",
        "dorde",
        "isik",
        "Støre",
        "straße",
        "vrĳheid",
    ] {
        let mut journey = reader(TEXT);
        journey.press("/").type_text(typed);
        assert_footer(&journey, "1/1");
        assert!(search(&journey).kinder_way().is_none(), "{typed}");
    }
}

#[test]
fn english_says_the_same() {
    let letter = letter::read("Het budget daalt; de posten ook.".as_bytes()).unwrap();
    let mut journey = Journey::with(letter, Language::English, 100, 30);
    journey.press("/").type_text("Budget");
    assert_footer(&journey, "1×, with other capitals");
    journey.press("Ctrl-u").type_text("posten budget");
    assert_footer(&journey, "separate words in one paragraph 1/2");
    journey.press("Ctrl-u").type_text("pasten budget");
    assert_footer(&journey, "separate words, spelled almost like this 1/2");
}

#[test]
fn going_up_and_down_again_keeps_what_was_typed() {
    let mut journey = Journey::start(80, 24);
    for text in ["civicus", "raad"] {
        journey.press("/").type_text(text).press("Enter");
    }
    journey.press("/").type_text("half");
    for (key, shows) in [
        ("Up", "raad"),
        ("Up", "civicus"),
        ("Down", "raad"),
        ("Down", "half"),
        ("Down", "half"),
        ("Up", "raad"),
    ] {
        journey.press(key);
        let footer = journey.footer();
        assert!(
            footer.starts_with(&format!(" /{shows}   ")),
            "{key}: {footer}"
        );
    }
    // What is changed of an earlier one is what is typed now.
    journey.type_text("x").press("Up Down");
    assert!(
        journey.footer().starts_with(" /raadx   "),
        "{}",
        journey.footer()
    );
    // What was typed when it was given up is an earlier search too.
    journey.press("Esc / Up");
    assert!(
        journey.footer().starts_with(" /raadx   "),
        "{}",
        journey.footer()
    );
}

#[test]
fn searches_that_differ_in_case_or_spaces_are_one() {
    let mut journey = Journey::start(80, 24);
    for text in [
        "raad van europa",
        "civicus",
        "Raad  van Europa ",
        "RAAD VAN EUROPA",
        " ",
    ] {
        journey.press("/").type_text(text).press("Enter Esc");
    }
    assert_eq!(journey.app.searches(), ["civicus", "RAAD VAN EUROPA"]);
    journey.app.remember(vec![
        "Raad".into(),
        "ehrm".into(),
        "raad ".into(),
        "\u{a0}".into(),
    ]);
    assert_eq!(journey.app.searches(), ["ehrm", "raad "]);
}
