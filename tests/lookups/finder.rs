//! The finder takes anything: names in whatever punctuation, persons, English names, words of the text,
//! and what is nearly spelled so. It denies nothing that is there.

use crate::{assert_footer, assert_reading, big, common::Journey, plainly, under_cursor, wait};
use kamerbrief::{
    app::{
        Subject,
        finder::{Find, Row},
    },
    cli::{
        self, Desk, Paper,
        args::{Command, Format},
    },
    letter::{self, Language},
};

fn asked(query: &str) -> Journey {
    let mut journey = Journey::start(120, 36);
    journey.press("f").type_text(query);
    journey
}

fn find(journey: &Journey) -> &Find {
    journey.app.reader().find.as_ref().unwrap()
}

/// What is chosen, by name; a paragraph by the hit in it.
fn chosen(journey: &Journey) -> String {
    match (find(journey).chosen_row(), find(journey).chosen_subject()) {
        (Some(Row::Text(_)), _) => {
            let span = find(journey).spans(journey.app.reader())[0];
            format!("¶ {}", journey.app.reader().letter.words(span))
        }
        (_, Some(Subject::Entity(index))) => journey.app.reader().entity(index).name.clone(),
        (_, Some(subject)) => journey.app.under().short_name(subject),
        _ => String::new(),
    }
}

#[test]
fn what_stands_around_a_name_counts_for_nothing() {
    for (query, name) in [
        ("(EKV)", "Exportkredietverzekering"),
        ("EKV’s", "Exportkredietverzekering"),
        ("EKV's,", "Exportkredietverzekering"),
        ("“Raad van Europa”", "Raad van Europa"),
        ("Raad van Europa (RvE)", "Raad van Europa"),
        (
            "«Mensenrechten, Democratie en Internationale Rechtsorde».",
            "Mensenrechten, Democratie en Internationale Rechtsorde",
        ),
        ("CIVICUS,", "CIVICUS"),
        ("CIVI\u{200b}CUS", "CIVICUS"),
        ("de FOC", "Freedom Online Coalition"),
        (
            "WSIS +20",
            "World Summit on the Information Society +20 review",
        ),
    ] {
        assert_eq!(chosen(&asked(query)), name, "{query}");
    }
}

#[test]
fn persons_offices_and_english_names_are_found() {
    for (query, name) in [
        ("van weel", "D.M. van Weel"),
        ("Vries", "A. de Vries"),
        ("DM van Weel", "D.M. van Weel"),
        (
            "minister BHOS",
            "Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking",
        ),
        (
            "iob-evaluatie",
            "Tussen papier en praktijk: Evaluatie van het Nederlandse mensenrechtenbeleid in een veranderende wereldorde (2017–2022)",
        ),
        ("foreign minister", "Minister van Buitenlandse Zaken"),
        ("voorzitter", "Voorzitter van de Tweede Kamer"),
        ("prime minister", "Minister-president"),
        ("ministry of finance", "Ministerie van Financiën"),
        ("human rights ambassador", "Mensenrechtenambassadeur"),
        ("government programme", "Regeerprogramma"),
        ("ambassador for human rights", "Mensenrechtenambassadeur"),
        ("minbuza", "Ministerie van Buitenlandse Zaken"),
    ] {
        let mut journey = asked(query);
        assert_eq!(chosen(&journey), name, "{query}");
        let names = find(&journey).matches.len();
        assert!(query != "van weel" || names == 1, "{}", journey.screen());
        journey.press("Enter");
        assert_reading(&journey);
    }
    let letter = letter::embedded();
    let mut english = Journey::with(letter, Language::English, 120, 36);
    english.press("f").type_text("financien");
    assert!(english.shows("Ministry of Finance"), "{}", english.screen());
}

#[test]
fn under_the_names_stand_the_paragraphs_that_hold_the_words() {
    let mut journey = asked("mensenrechtenfonds");
    assert_eq!(chosen(&journey), "Mensenrechtenfonds");
    assert!(journey.shows("In de tekst"));
    journey.press("Down Enter");
    let places = plainly(&journey.app.reader().letter, "ensenrechtenfonds");
    assert_footer(
        &journey,
        &format!("‘mensenrechtenfonds’ 1/{}", places.len()),
    );
    journey.press("]");
    assert_eq!(under_cursor(&journey), "mensenrechtenfonds");
    assert_footer(&journey, "‘mensenrechtenfonds’ 2/");
}

#[test]
fn words_that_are_no_name_lead_to_the_text() {
    for (query, words, heading) in [
        ("bezuinigingen", "¶ bezuinigingen", "In de tekst"),
        ("Vakbonden", "¶ vakbonden", "In de tekst"),
        ("posten budget", "¶ budget", "In de tekst: losse woorden"),
        ("bezuinigigen", "¶ bezuinigingen", "In de tekst: bijna zo"),
    ] {
        let mut journey = asked(query);
        assert_eq!(chosen(&journey), words, "{query}");
        assert!(journey.shows(heading), "{}", journey.screen());
        let span = find(&journey).spans(journey.app.reader())[0];
        journey.press("Enter");
        assert_eq!(journey.app.reader().focus, Some(span), "{query}");
    }
    assert!(!asked("r").shows("In de tekst"), "a letter is no word");
    let journey = asked("bezuinigingen");
    let mut narrowed = asked("bezuinigingen");
    narrowed.press("Tab");
    assert!(find(&journey).text.count() > 0);
    assert_eq!(
        find(&narrowed).count(),
        0,
        "a kind of names has no paragraphs"
    );
}

#[test]
fn near_names_are_marked_as_near() {
    for (query, name) in [
        ("civikus", "CIVICUS"),
        ("ehmr", "Europees Hof voor de Rechten van de Mens"),
        ("(Civikus)", "CIVICUS"),
        ("fco", "Freedom Online Coalition"),
        ("raat van europa", "Raad van Europa"),
        ("omnibis", "Omnibus I"),
        (
            "hof straatsburg",
            "Europees Hof voor de Rechten van de Mens",
        ),
        ("hof strasbourg", "Europees Hof voor de Rechten van de Mens"),
        ("de heer Van Weel", "D.M. van Weel"),
        ("mw. De Vries", "A. de Vries"),
        ("David van Weel", "D.M. van Weel"),
        (
            "uitspraken van het EHRM in Rusland",
            "Europees Hof voor de Rechten van de Mens",
        ),
    ] {
        let journey = asked(query);
        assert_eq!(chosen(&journey), name, "{query}");
        assert!(journey.shows("Namen die erop lijken"), "{query}");
    }
    assert!(!asked("civicus").shows("Namen die erop lijken"));
    assert!(asked("qwxz").shows("Niets gevonden voor ‘qwxz’."));
}

#[test]
fn rows_are_pressed_under_their_headings() {
    let mut journey = asked("ambassades");
    let (column, row) = journey.cell_of("In de tekst");
    journey.click(column, row);
    assert!(journey.shows("In de tekst"), "a heading is no row");
    journey.click(column + 12, row + 1);
    assert_footer(&journey, "‘ambassades’ 1/");
    assert_reading(&journey);
}

/// The entities that the command prints, in its order.
fn printed(desk: &Desk, query: &str) -> Vec<String> {
    let command = Command::Find {
        query: query.to_owned(),
        kind: None,
    };
    let printout = cli::run(&command, Format::Json, desk).unwrap();
    let entities: Vec<serde_json::Value> =
        serde_json::from_str(&printout.text.to_string()).unwrap();
    assert_eq!(printout.found, !entities.is_empty());
    let names = entities
        .iter()
        .map(|entity| entity["name"].as_str().unwrap());
    names.map(str::to_owned).collect()
}

#[test]
fn the_command_finds_the_same_in_the_same_order() {
    let letter = letter::embedded();
    let words = kamerbrief::app::words::Words::of(Language::Dutch);
    let desk = Desk::new(letter, words, Paper::default());
    for query in [
        "raad",
        "minister",
        "mens",
        "eu",
        "EKV’s",
        "civikus",
        "ehmr",
        "van weel",
        "David van Weel",
        "bezuinigingen",
        "qwxz",
        "4",
    ] {
        let journey = asked(query);
        let find = find(&journey);
        let rows = find.matches.iter().chain(&find.near);
        let entities = rows.filter_map(|found| match find.subject_of(*found) {
            Some(Subject::Entity(index)) => Some(journey.app.reader().entity(index).name.clone()),
            _ => None,
        });
        assert_eq!(
            printed(&desk, query),
            entities.collect::<Vec<_>>(),
            "{query}"
        );
    }
}

#[test]
fn a_big_letter_is_looked_through_between_the_keys() {
    let mut journey = Journey::with(big(), Language::Dutch, 120, 36);
    journey.press("f").type_text("zorgplichtrichtlijn");
    let first = find(&journey).text.count();
    assert!(journey.app.has_more() && find(&journey).text.has_more());
    wait(&mut journey);
    assert!(find(&journey).text.count() > first);
    assert!(!find(&journey).text.has_more());
    assert_eq!(find(&journey).chosen, 0);
    journey.type_text("zz");
    wait(&mut journey);
    assert_eq!(find(&journey).text.count(), 0);
}
