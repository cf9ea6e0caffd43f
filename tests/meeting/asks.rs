//! The asks of a recommendation: how many are answered, beside it; and its card, with what takes each of them up.

use crate::common::Journey;
use kamerbrief::{
    app::{Overlay, keymap::Mode, message::Message},
    letter::{self, Answered, Language},
    reading::asks,
};

/// A reader with nothing left to find out.
fn counted(columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    count(&mut journey);
    journey
}

fn count(journey: &mut Journey) {
    while journey.app.wants_time() {
        journey.tell(Message::Spare);
    }
}

/// The number of answered asks of each recommendation that the sidebar shows.
fn beside(journey: &Journey) -> Vec<String> {
    let screen = journey.screen();
    let counts = screen.lines().filter_map(|line| {
        let word = line.split('│').next()?.split_whitespace().last()?;
        let (answered, all) = word.split_once('/')?;
        let are_numbers = [answered, all]
            .iter()
            .all(|part| part.parse::<u8>().is_ok());
        are_numbers.then(|| word.to_owned())
    });
    counts.collect()
}

#[test]
fn the_sidebar_has_the_answered_asks_of_all_where_there_is_room_for_them() {
    let mut journey = Journey::start(120, 36);
    assert_eq!(
        beside(&journey),
        [""; 0],
        "nothing is counted before the first frame"
    );
    let before = journey.screen();
    count(&mut journey);
    let shown = beside(&journey);
    assert!(shown.len() >= 5, "{}", journey.screen());
    let letter = letter::embedded();
    let expected: Vec<String> = (1..=8)
        .map(|section| {
            let all = asks::asks(&letter);
            let own = all
                .iter()
                .filter(|ask| letter.section_of(ask.span.paragraph) == section);
            let own: Vec<_> = own.collect();
            let answered = own
                .iter()
                .filter(|ask| ask.verdict != Answered::Unmentioned);
            format!("{}/{}", answered.count(), own.len())
        })
        .collect();
    for count in &shown {
        assert!(expected.contains(count), "{count} of {expected:?}");
    }
    // No word of a title makes room for them.
    let screen = journey.screen();
    for (line, bare) in screen.lines().zip(before.lines()) {
        let without = line.split_once('│').map(|(left, right)| {
            let bare_left = bare.split('│').next().unwrap_or_default().trim_end();
            (left.starts_with(bare_left), bare.ends_with(right))
        });
        assert!(
            without.is_none_or(|kept| kept == (true, true)),
            "{line}\n{bare}"
        );
    }
    // Once counted it is not counted again.
    assert!(!journey.app.wants_time());
    for (columns, rows) in [(80, 24), (60, 20), (200, 50)] {
        let journey = counted(columns, rows);
        assert!(!journey.screen().contains("…/"), "{}", journey.screen());
    }
}

#[test]
fn for_other_letters_it_is_there_only_where_words_give_a_verdict_and_says_by_rule() {
    let text = "Den Haag, 1 maart 2021\n\nGeachte voorzitter,\n\nHierbij de reactie.\n\n\
        Aanbeveling 1: Publiceer elk jaar een overzicht van de betaalde subsidies. Versterk het toezicht op scholen.\n\n\
        Het kabinet onderschrijft deze aanbeveling en zal elk jaar een overzicht van de betaalde subsidies publiceren.\n\n\
        Aanbeveling 2: Onderzoek de bouw van bruggen.\n\n\
        Het weer was goed.\n\n\
        De Minister van Buitenlandse Zaken,\n\nS.A. Blok\n";
    let letter = letter::read(text).unwrap();
    assert_eq!(letter.recommendations(), 2);
    let found = asks::asks(&letter);
    let answered = found.iter().any(|ask| ask.verdict != Answered::Unmentioned);
    assert!(answered, "{found:?}");
    let mut journey = Journey::with(letter, Language::Dutch, 120, 36);
    count(&mut journey);
    let shown = beside(&journey);
    assert_eq!(
        shown,
        ["1/2"],
        "nothing recognised says nothing: {}",
        journey.screen()
    );
    assert!(
        journey.shows("herkend aan signaalwoorden"),
        "{}",
        journey.screen()
    );
    journey.press("1 r");
    assert!(
        matches!(journey.app.overlay(), Some(Overlay::Asks(_))),
        "{}",
        journey.screen()
    );
    assert!(journey.shows("herkend aan signaalwoorden"));
}

#[test]
fn the_card_of_a_recommendation_has_its_asks_and_leads_to_what_takes_them_up() {
    let mut journey = counted(120, 36);
    journey.press("3 r");
    let Some(Overlay::Asks(card)) = journey.app.overlay() else {
        panic!("{}", journey.screen());
    };
    assert_eq!(card.section, 3);
    assert!(
        journey.shows("Aanbeveling 3 · Persvrijheid"),
        "{}",
        journey.screen()
    );
    assert!(journey.shows("beantwoord") && journey.shows("duiding van de makers"));
    let letter = letter::embedded();
    let own = asks::asks(&letter);
    let own = own
        .iter()
        .filter(|ask| letter.section_of(ask.span.paragraph) == 3);
    for ask in own {
        let first: String = letter
            .words(ask.span)
            .split(' ')
            .take(3)
            .collect::<Vec<_>>()
            .join(" ");
        let mut found = journey.shows(&first);
        for _ in 0..30 {
            found = found || journey.shows(&first);
            journey.press("Down");
        }
        assert!(found, "{first}");
        journey.press("PgUp PgUp PgUp PgUp PgUp PgUp");
    }
    journey.press("Down Enter");
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert!(
        !journey.with_role("focus").is_empty(),
        "{}",
        journey.screen()
    );
}

#[test]
fn it_says_which_words_were_looked_for_where_nothing_was_found() {
    let letter = letter::embedded();
    let unmentioned = asks::asks(&letter);
    let ask = unmentioned
        .iter()
        .find(|ask| !ask.looked.is_empty())
        .unwrap();
    let section = letter.section_of(ask.span.paragraph);
    let mut journey = counted(120, 50);
    journey.press(&format!("{section} r"));
    let looked = ask.looked[0].clone();
    let shows = |journey: &Journey| journey.shows("gezocht: ") && journey.shows(&looked);
    let mut found = shows(&journey);
    for _ in 0..30 {
        found = found || shows(&journey);
        journey.press("Down");
    }
    assert!(found, "{looked}\n{}", journey.screen());
    assert!(journey.shows("geen zin gevonden"), "{}", journey.screen());
}

#[test]
fn a_key_opens_the_card_and_so_does_its_name() {
    let mut journey = counted(100, 30);
    journey.press("8 r");
    assert!(matches!(journey.app.overlay(), Some(Overlay::Asks(card)) if card.section == 8));
    journey.press("Esc");
    assert_eq!(journey.app.mode(), Mode::Reading);
    journey
        .press("Ctrl-k")
        .type_text("toon wat deze aanbeveling")
        .press("Enter");
    assert!(
        matches!(journey.app.overlay(), Some(Overlay::Asks(_))),
        "{}",
        journey.screen()
    );
    // The opening has none, and says so.
    journey
        .press("Esc 0 Ctrl-k")
        .type_text("toon wat deze aanbeveling")
        .press("Enter");
    assert!(
        journey.footer().contains("geen aanbeveling"),
        "{}",
        journey.footer()
    );
}

#[test]
fn the_card_fits_small_screens() {
    for (columns, rows) in [(80, 24), (60, 20), (40, 10), (20, 5)] {
        let mut journey = counted(columns, rows);
        journey
            .press("Ctrl-k")
            .type_text("toon wat deze aanbeveling")
            .press("Enter");
        journey
            .press("Esc 4 Ctrl-k")
            .type_text("toon wat deze aanbeveling")
            .press("Enter");
        assert!(
            matches!(journey.app.overlay(), Some(Overlay::Asks(_))),
            "{}",
            journey.screen()
        );
        for _ in 0..12 {
            journey.press("Down");
            assert!(journey.screen().lines().count() == usize::from(rows));
        }
    }
}
