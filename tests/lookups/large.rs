//! A big letter, of which the reader finds out in slices what it cannot know at once: what shows
//! meanwhile is never wrong, and in the end it is what a letter read at once would show.

use crate::common::Journey;
use kamerbrief::{
    app::{message::Message, search::MOST_HITS},
    catalogue::{Catalogue, Figures, Mentions},
    letter::{self, Language, Letter, source::embedded_source},
    reading::{
        near,
        search::{self, Onward, Query},
    },
};

/// How many slices a test waits for at most.
const SLICES: usize = 1000;

/// The embedded letter many times over, which makes its eighth section a long one.
pub fn big() -> Letter {
    letter::read(embedded_source().repeat(30)).unwrap()
}

fn reader() -> Journey {
    Journey::with(big(), Language::Dutch, 100, 40)
}

/// Gives the reader all the time it wants.
pub fn wait(journey: &mut Journey) {
    for _ in 0..SLICES {
        if !journey.app.has_more() {
            return;
        }
        journey.tell(Message::Spare);
    }
    panic!("there is no end to it");
}

#[test]
fn a_letter_of_usual_size_is_read_at_once() {
    let mut journey = Journey::start(100, 40);
    assert!(!journey.app.has_more());
    journey.press("/").type_text("e");
    assert!(!journey.app.has_more());
}

/// The table of figures is made between the keys, whatever narrows it, and nothing is said to be absent before
/// all has been read.
#[test]
fn figures_are_listed_as_they_are_found() {
    let mut journey = reader();
    wait(&mut journey);
    journey.press("o 3");
    let rows = |journey: &Journey| journey.app.reader().overview.sheet().rows.len();
    let first = rows(&journey);
    assert!(first > 0 && journey.app.has_more());
    assert!(journey.shows("er wordt nog gezocht") && !journey.shows("geen bedragen"));
    journey.press("j j");
    assert_eq!(journey.app.reader().overview.sheet().chosen, 2);
    wait(&mut journey);
    let figures = Figures::find(&journey.app.reader().letter);
    assert!(first < figures.len());
    assert_eq!(rows(&journey), figures.len());
    assert_eq!(journey.app.reader().overview.sheet().chosen, 2);
    assert!(journey.shows("geen bedragen"));
    journey.press("/").type_text("42 landen").press("Enter");
    wait(&mut journey);
    let words = |figure: &kamerbrief::catalogue::Figure| {
        journey.app.reader().letter.words(figure.span) == "42 landen"
    };
    assert!(rows(&journey) >= figures.all().filter(words).count());
    // Away from the table nothing more is looked for.
    let mut journey = reader();
    wait(&mut journey);
    journey.press("o 3 Esc");
    assert!(!journey.app.has_more());
}

#[test]
fn names_are_counted_when_they_are_all_known() {
    let mut journey = reader();
    assert!(journey.app.has_more());
    assert!(journey.shows("Genoemd in 0"), "the first section is known");
    journey.press("8");
    assert!(!journey.shows("Genoemd in 8"), "the last is not");
    wait(&mut journey);
    assert!(journey.shows("Genoemd in 8"));
    let catalogue = Catalogue::embedded().with_signatories(&journey.app.reader().letter);
    let whole = Mentions::find(&journey.app.reader().letter, &catalogue);
    assert!(journey.app.reader().mentions.all().eq(whole.all()));
    let screen = journey.screen();
    let mut at_once = reader();
    wait(&mut at_once);
    assert_eq!(at_once.press("8").screen(), screen);
}

#[test]
fn what_needs_all_names_has_them() {
    let mut hasty = reader();
    let mut patient = reader();
    wait(&mut patient);
    hasty.press("e");
    assert!(!hasty.app.has_more());
    assert_eq!(hasty.screen(), patient.press("e").screen());
}

/// The finder opens at once with what is known, and what is found meanwhile joins it.
#[test]
fn names_and_abbreviations_join_the_finder_as_they_are_found() {
    let mut patient = reader();
    wait(&mut patient);
    patient.press("f").type_text("weel");
    wait(&mut patient);
    for wait_first in [false, true] {
        let mut hasty = reader();
        hasty.press("f");
        assert!(hasty.app.has_more());
        if wait_first {
            wait(&mut hasty);
        }
        hasty.type_text("weel");
        wait(&mut hasty);
        assert_eq!(hasty.screen(), patient.screen());
    }
    // What is chosen stays chosen, wherever it comes to stand.
    let mut hasty = reader();
    hasty.press("f").type_text("e").press("Down Down Down");
    let chosen = hasty.app.reader().find.as_ref().unwrap().chosen_subject();
    assert!(chosen.is_some());
    wait(&mut hasty);
    let now = hasty.app.reader().find.as_ref().unwrap().chosen_subject();
    assert_eq!(chosen, now);
    // Enter takes what all names give.
    let mut hasty = reader();
    hasty.press("f").type_text("weel").press("Enter");
    patient.press("Enter");
    assert_eq!(hasty.app.reader().focus, patient.app.reader().focus);
    assert!(hasty.app.reader().focus.is_some());
}

#[test]
fn abbreviations_are_listed_when_they_are_all_known() {
    let mut patient = reader();
    wait(&mut patient);
    patient.press("o 5");
    let mut hasty = reader();
    hasty.press("o 5");
    assert!(hasty.shows("er wordt nog gezocht"));
    wait(&mut hasty);
    assert!(hasty.shows("AIV"));
    assert_eq!(hasty.screen(), patient.screen());
}

#[test]
fn the_first_hit_shows_before_all_are_counted() {
    for (section, typed) in [
        ("0", "de "),
        ("8", "de "),
        ("5", "Weel"),
        ("8", "geopolitieke"),
    ] {
        let mut journey = reader();
        journey.press(section);
        let place = journey.app.reader().place();
        journey.press("/").type_text(typed);
        let query = Query::new(typed).unwrap();
        let all = search::matches(&journey.app.reader().letter, &query);
        let at = all.iter().position(|span| span.place() >= place);
        let at = at.unwrap_or_default();
        let first = journey.app.reader().focus;
        assert_eq!(first, Some(all[at]), "{typed}");
        assert!(!journey.app.reader().search.as_ref().unwrap().is_whole());
        assert!(journey.footer().contains('…'), "{}", journey.footer());
        wait(&mut journey);
        let search = journey.app.reader().search.as_ref().unwrap();
        assert!(search.exact == all, "{typed}");
        assert_eq!(search.at, at);
        assert_eq!(journey.app.reader().focus, first);
        let count = format!("{}/{}", at + 1, all.len());
        assert!(journey.footer().contains(&count), "{}", journey.footer());
    }
}

#[test]
fn keys_that_do_not_wait_find_the_same() {
    for typed in ["mensenrechten", "mensenrechtenfond", "afwezigheid"] {
        for keys in ["Enter", "Tab", "Enter n N n", "Enter Space /"] {
            let mut hasty = reader();
            let mut patient = reader();
            hasty.press("/").type_text(typed).press(keys);
            patient.press("/").type_text(typed);
            wait(&mut patient);
            patient.press(keys);
            wait(&mut patient);
            wait(&mut hasty);
            assert_eq!(hasty.screen(), patient.screen(), "{typed} {keys}");
            let hits = |journey: &Journey| journey.app.reader().hits.clone();
            assert_eq!(hits(&hasty), hits(&patient));
        }
    }
}

#[test]
fn near_hits_come_when_nothing_stands_as_typed() {
    let mut journey = reader();
    journey.press("/").type_text("mensrenrechtenfondz");
    let search = journey.app.reader().search.as_ref().unwrap();
    assert!(search.exact.is_empty() && !search.is_whole());
    wait(&mut journey);
    let search = journey.app.reader().search.as_ref().unwrap();
    assert_eq!(
        search.near,
        near::near(&journey.app.reader().letter, "mensrenrechtenfondz")
    );
    assert_eq!(journey.app.reader().focus, search.near.first().copied());
    journey.type_text("zz");
    wait(&mut journey);
    assert!(journey.footer().contains("staat niet in de brief"));
    assert_eq!(journey.app.reader().search.as_ref().unwrap().hits(), []);
}

#[test]
fn what_is_absent_stays_so_only_while_more_is_typed() {
    for start in [reader, || Journey::start(100, 40)] {
        let mut journey = start();
        journey.press("/").type_text("raadq").type_text("x");
        for (keys, found) in [("Backspace", false), ("Backspace", true), ("Ctrl-w", false)] {
            journey.press(keys);
            wait(&mut journey);
            let search = journey.app.reader().search.as_ref().unwrap();
            assert_eq!(
                !search.exact.is_empty(),
                found,
                "{:?}",
                search.input.value()
            );
        }
        journey.type_text("raaq").press("Backspace").type_text("d");
        wait(&mut journey);
        let query = Query::new("raad").unwrap();
        let all = search::matches(&journey.app.reader().letter, &query);
        assert!(journey.app.reader().search.as_ref().unwrap().exact == all);
    }
}

/// Each of these once took the square of its time, or of the length of the letter and the query.
#[test]
fn no_text_costs_more_than_its_length() {
    let runs = "a".repeat(1 << 20);
    let words = "aaaaa ".repeat(100_000);
    let accents = "e\u{308}öéf ".repeat(100_000);
    for (text, typed) in [
        (&runs, "a".repeat(1000)),
        (&runs, "a".repeat(60) + "b"),
        (&runs, "a".repeat(999) + "b"),
        (&words, "aaaaa ".repeat(160) + "zzzzz"),
        (&words, "aaaaa ".repeat(60) + "aaaab aaaac"),
        (&accents, "öx".into()),
        (&accents, "e".into()),
    ] {
        let letter = letter::read(text.as_bytes()).unwrap();
        let mut journey = Journey::with(letter, Language::Dutch, 100, 40);
        journey.press("/");
        journey.tell(Message::Paste(typed.clone()));
        wait(&mut journey);
        assert!(
            journey.app.reader().search.as_ref().unwrap().is_whole(),
            "{typed}"
        );
    }
}

#[test]
fn a_slice_of_a_long_paragraph_does_not_look_at_all_of_it() {
    let text = "e\u{308}öéf ".repeat(60_000);
    let letter = letter::read(text.as_bytes()).unwrap();
    for typed in ["e", "f", "x", "oe"] {
        let query = Query::new(typed).unwrap();
        let (mut found, mut next) = (Vec::new(), Some(Onward::default()));
        let mut slices = 0;
        while let Some(from) = next {
            next = search::matches_on(&letter, &query, from, 64, &mut found);
            slices += 1;
        }
        assert!(slices > text.len() / 100, "{typed}: {slices}");
        assert_eq!(found, search::matches(&letter, &query), "{typed}");
    }
}

#[test]
fn of_very_many_hits_the_first_are_kept() {
    let letter = letter::read("a".repeat(MOST_HITS + 10).as_bytes()).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 100, 40);
    journey.press("/").type_text("a");
    wait(&mut journey);
    let count = journey.app.reader().search.as_ref().unwrap().hits().len();
    assert_eq!(count, MOST_HITS);
    assert!(
        journey.footer().contains(&format!("1/{count}+")),
        "{}",
        journey.footer()
    );
}
