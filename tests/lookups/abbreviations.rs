//! What abbreviations mean and who says so.

use crate::{assert_footer, common::Journey, start_at, under_cursor};
use kamerbrief::app::keymap::Mode;

/// Steps from a paragraph's start to what stands in it, and opens its card.
fn card_of(name: &str, from: &str) -> Journey {
    let mut journey = start_at(from, 100, 30);
    journey.press("z");
    for _ in 0..40 {
        journey.press("e");
        if under_cursor(&journey) == name {
            journey.press("Enter");
            assert_eq!(journey.app.mode(), Mode::Card);
            return journey;
        }
    }
    panic!("‘{name}’ is not stepped to from {from}");
}

/// What shows, its rows joined; where nothing but text and card show, a card's sentences are whole.
fn told(journey: &Journey) -> String {
    let screen = journey.screen().replace('│', " ");
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_that_stands_alone_has_a_card_that_says_who_explains_it() {
    const MAKERS: &str = "uitleg van de makers, niet uit de brief";
    for (short, from, means, count) in [
        (
            "IMVO",
            "8.4",
            "internationaal maatschappelijk verantwoord ondernemen",
            "Staat 4 keer in de brief",
        ),
        (
            "mkb",
            "8.2",
            "midden- en kleinbedrijf",
            "Staat één keer in de brief",
        ),
        (
            "lhbtiq+",
            "1.1",
            "lesbisch, homoseksueel, biseksueel, transgender, intersekse, queer en anderen",
            "Staat 2 keer in de brief",
        ),
        (
            "IWI",
            "8.2",
            "Interdepartementale Werkgroep Implementatie",
            "Staat",
        ),
    ] {
        let by_letter = short == "IWI";
        let journey = card_of(short, from);
        let told = told(&journey);
        for text in [short, means, count] {
            assert!(told.contains(text), "{text}: {told}");
        }
        assert!(by_letter || told.contains(MAKERS), "{told}");
    }
    insta::assert_snapshot!(card_of("lhbtiq+", "1.1").picture());
}

#[test]
fn a_card_of_an_abbreviation_leads_to_its_places() {
    let mut journey = card_of("lhbtiq+", "1.1");
    journey.press("Down Enter");
    assert_footer(&journey, "lhbtiq+ 2/2");
    assert_eq!(under_cursor(&journey), "lhbtiq+");
    assert_eq!(journey.app.reader().section(), 5);
    assert_footer(journey.press("]"), "lhbtiq+ 1/2");
}

#[test]
fn on_the_card_of_a_mention_stands_where_the_letter_writes_it_out() {
    for (name, from, says) in [
        (
            "EKV",
            "8.4",
            "EKV: exportkredietverzekeringen (volgens de brief, 8.4)",
        ),
        ("RvE", "5.4", "RvE: Raad van Europa (volgens de brief, 5.4)"),
        ("VN", "4.3", "VN: Verenigde Naties (volgens de brief, 4.3)"),
        (
            "Taskforce voor AI en mensenrechten",
            "4.3",
            "AI: artificiële intelligentie (uitleg van de makers, niet uit de brief)",
        ),
        (
            "Expert Council on NGO Law",
            "5.3",
            "NGO: niet-gouvernementele organisatie (uitleg van de makers, niet uit de brief)",
        ),
        ("OESO", "8.4", "(uitleg van de makers, niet uit de brief)"),
    ] {
        let journey = card_of(name, from);
        let told = told(&journey);
        assert!(told.contains(says), "{name}: {told}");
    }
}

#[test]
fn the_finder_finds_by_abbreviation_and_by_expansion() {
    for (query, row) in [
        ("imvo", "IMVO (internationaal maatschappelijk"),
        ("internationaal maatschappelijk", "IMVO (internationaal"),
        (
            "artificiele intelligentie",
            "AI (artificiële intelligentie)",
        ),
        ("kleinbedrijf", "mkb (midden- en kleinbedrijf)"),
        ("intersekse", "lhbtiq+"),
        ("niet-gouvernementele", "NGO"),
    ] {
        let mut journey = Journey::start(120, 36);
        journey.press("f").type_text(query);
        let first = journey.with_role("chosen");
        assert!(
            first.iter().any(|chosen| chosen.contains(row)),
            "{query}: {first:?}\n{}",
            journey.screen()
        );
        journey.press("Enter Enter");
        assert_eq!(journey.app.mode(), Mode::Card, "{query}");
        journey.press("Esc z Enter");
        let told = told(&journey);
        assert!(
            told.contains("uitleg van de makers, niet uit de brief"),
            "{told}"
        );
    }
}

#[test]
fn the_finder_has_a_kind_of_abbreviations() {
    let mut journey = Journey::start(120, 36);
    journey.press("f BackTab BackTab");
    assert_eq!(journey.with_role("chosen")[0], "afkortingen");
    insta::assert_snapshot!("finder_abbreviations", journey.screen());
    // Those of the names are found as names, so here only the others stand.
    assert!(journey.shows("IMVO") && journey.shows("mkb") && !journey.shows("Raad van Europa"));
    journey.type_text("ai").press("Enter");
    assert_footer(&journey, "AI 1/1");
    assert_eq!(under_cursor(&journey), "AI");
}

#[test]
fn a_letter_without_abbreviations_has_no_such_kind() {
    let letter = kamerbrief::letter::read("Beste lezer,\n\nDit is een brief.".as_bytes()).unwrap();
    let mut journey = Journey::with(letter, kamerbrief::letter::Language::Dutch, 120, 36);
    journey.press("f");
    assert!(!journey.shows("afkortingen"), "{}", journey.screen());
}
