//! Who and when: the table of times, and the years with their bars.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        geometry::{Arrangement, Signs},
        message::Message,
        overview::Table,
    },
    letter::{self, Language},
};

/// The addresses and words of the rows that show.
fn rows(journey: &Journey) -> Vec<Vec<String>> {
    let rows = journey.app.reader().overview.sheet().rows.iter();
    rows.map(|&id| journey.app.row_cells(Table::When, id))
        .collect()
}

#[test]
fn one_key_shows_every_time_with_who_it_is_said_of() {
    let mut journey = Journey::start(120, 36);
    journey.press("W");
    assert!(journey.shows("Wie en wanneer"), "{}", journey.screen());
    let all = rows(&journey);
    let whens: Vec<&str> = all.iter().map(|row| row[1].as_str()).collect();
    let at = |words: &str| whens.iter().position(|when| *when == words).unwrap();
    assert!(
        at("Sinds 2018") < at("juni 2023") && at("juni 2023") < at("vanaf 2026"),
        "{whens:?}"
    );
    assert_eq!(
        all[at("Sinds 2018")][..4],
        ["7.1", "Sinds 2018", "de Rijksoverheid", "voortzetting"]
    );
    // By who, then by place.
    journey.press("s");
    assert!(journey.shows("op wie"));
    let who: Vec<String> = rows(&journey)
        .into_iter()
        .map(|row| row[2].clone())
        .collect();
    assert!(
        who.last().unwrap().is_empty() && !who[0].is_empty(),
        "{who:?}"
    );
    journey.press("s");
    assert_eq!(rows(&journey).first().unwrap()[0], "kop");
    journey.press("/").type_text("fonds").press("Enter");
    let narrowed = rows(&journey);
    assert!(!narrowed.is_empty() && narrowed.len() < all.len());
    assert!(
        narrowed
            .iter()
            .all(|row| row.join(" ").to_lowercase().contains("fonds"))
    );
    // A row leads to its words.
    let chosen = journey.app.reader().overview.sheet().chosen;
    journey.press("Enter");
    assert!(journey.app.overlay().is_none());
    assert_eq!(journey.with_role("focus").concat(), narrowed[chosen][1]);
}

#[test]
fn a_year_has_a_bar_and_narrows_the_table() {
    let mut journey = Journey::start(80, 30);
    journey.press("W W");
    let screen = journey.screen();
    assert!(screen.contains("2018  █░░ 3"), "{screen}");
    assert!(
        screen.contains("2029  ░ 1") && screen.contains("herkend volgens vaste regels"),
        "{screen}"
    );
    while !journey.footer().starts_with(" 10/") {
        journey.press("j");
    }
    journey.press("Enter");
    let of_year = rows(&journey);
    // What is in the year and what runs through it.
    assert_eq!(of_year.len(), 6, "{of_year:?}");
    assert!(of_year.iter().any(|row| row[1] == "vanaf 2026"));
    assert!(of_year.iter().any(|row| row[1] == "2022–2027"));
    assert!(journey.shows("2026"));
    journey.press("W Esc");
    assert_eq!(rows(&journey).len(), 6);
}

#[test]
fn bars_are_seen_in_ascii_and_in_every_size() {
    let mut journey = Journey::start(60, 20);
    journey.app.set_arrangement(Arrangement {
        signs: Signs::Ascii,
        ..journey.app.reader().arrangement
    });
    journey.press("W W");
    assert!(journey.shows("2018  #-- 3"), "{}", journey.screen());
    for (columns, rows) in [(20, 5), (40, 12), (160, 50)] {
        journey.resize(columns, rows).press("j j");
    }
    let mut english = Journey::with(letter::embedded(), Language::English, 80, 24);
    english.press("W W");
    assert!(english.shows("Years in the letter"));
}

#[test]
fn a_long_letter_is_read_between_the_keys() {
    let sentence = "In 2026 zal het kabinet dit doen en in 2027 niet. ";
    let letter = letter::read(sentence.repeat(8_000)).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    journey.press("W");
    assert!(journey.app.has_more());
    assert!(!rows(&journey).is_empty());
    while journey.app.has_more() {
        journey.tell(Message::Spare);
    }
    journey.press("W");
    assert!(journey.shows(" 8000"), "{}", journey.screen());
    assert_eq!(journey.app.reader().whens().len(), 16_000);
}

#[test]
fn a_letter_without_times_says_so() {
    let letter = letter::read("Kop\n\nDit is alles.\n").unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    assert!(journey.press("W").shows("geen datums, jaren of perioden"));
    assert!(journey.press("W").shows("geen jaren herkend"));
    journey.press("Enter j Esc Esc");
    assert!(journey.app.overlay().is_none());
}
