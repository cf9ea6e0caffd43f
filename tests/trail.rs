//! The trail: where one was in this sitting, to go back by and to be the skeleton of minutes.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        App,
        message::{Effect, Message},
        words::Words,
    },
    catalogue::Catalogue,
    cli::{Desk, Paper},
    letter::{self, Language},
    linear::Conversation,
};
use std::time::Duration;

/// At a quarter past two in the afternoon.
const START: u32 = (14 * 60 + 15) * 60;

/// A reader whose clock says so at the start.
fn sitting(columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.tell(Message::Clock(START));
    journey
}

/// Looks for so long, up to so many seconds after the start.
fn look(journey: &mut Journey, seconds: u64, until: u32) {
    journey.tell(Message::Clock(START + until));
    journey.look(seconds);
}

#[test]
fn what_was_shown_for_a_moment_is_listed_with_its_time() {
    let mut journey = sitting(120, 36);
    assert!(journey.press("T").footer().contains("nog geen spoor"));
    journey.press("4");
    look(&mut journey, 70, 70);
    // Leafed through.
    journey.press("5");
    look(&mut journey, 1, 71);
    journey.press("6");
    look(&mut journey, 130, 201);
    journey.press("T");
    let screen = journey.screen();
    let rows: Vec<&str> = screen
        .lines()
        .filter(|line| line.contains(" s  ") || line.contains("14:"))
        .collect();
    assert_eq!(rows.len(), 2, "{screen}");
    assert!(
        rows[0].starts_with(" 14:15   1 min 10 s    4.1  Mondiaal aanjagen, online"),
        "{screen}"
    );
    assert!(
        rows[1].starts_with(" 14:16  2 min 10 s") || rows[1].contains("14:16   2 min 10 s    6.1"),
        "{screen}"
    );
    assert!(journey.footer().starts_with(" 2/2"), "{screen}");
}

#[test]
fn one_goes_back_to_a_place_and_from_there_back_again() {
    let mut journey = sitting(80, 24);
    for keys in ["4", "7"] {
        journey.press(keys).look(30);
    }
    journey.press("T k Enter");
    assert_eq!(journey.app.reader().section(), 4);
    journey.press("Backspace");
    assert_eq!(journey.app.reader().section(), 7);
    journey.press("T Esc");
    assert_eq!(journey.app.reader().section(), 7);
    // What is looked at again right after is one place, not two.
    journey.look(10);
    assert_eq!(journey.app.reader().trail().len(), 2);
}

#[test]
fn without_a_clock_times_are_those_since_the_start() {
    let mut journey = Journey::start(80, 24);
    journey.press("4").look(125);
    journey.press("T");
    assert!(journey.shows("+0:00"), "{}", journey.screen());
}

#[test]
fn minutes_have_a_heading_a_citation_and_room_for_each_place_and_the_notes_made_there() {
    let mut journey = sitting(100, 30);
    journey.press("4");
    look(&mut journey, 60, 60);
    journey.press("a");
    journey.type_text("Wie betaalt *dit*?").press("Enter");
    look(&mut journey, 5, 65);
    journey.press("6");
    look(&mut journey, 20, 85);
    journey.press("T y");
    let Some(Effect::Copy(minutes)) = journey.effects.last().cloned() else {
        panic!("{:?}", journey.effects);
    };
    let parts = [
        "# Verslag bij Kabinetsreactie",
        "\n## 14:15 · 4.1 · Mondiaal aanjagen, online\n",
        "\n> Nederland hecht grote waarde aan het beschermen",
        "reactie op aanbeveling 4, eerste alinea",
        "(1 min 5 s op het scherm)\n\n- \n",
        r"- **Eigen notitie bij 4.1:** Wie betaalt \*dit\*?",
        "\n## 14:16 · 6.1 · ",
        "(20 s op het scherm)\n\n- \n",
    ];
    let mut at = 0;
    for part in parts {
        let found = minutes[at..].find(part);
        at += found.unwrap_or_else(|| panic!("{part} is not in its place in\n{minutes}"));
    }
    journey.press("w");
    assert!(
        matches!(journey.effects.last(), Some(Effect::Save { stem, text }) if stem == "verslag.md" && *text == minutes.trim_end()),
        "{:?}",
        journey.effects.last()
    );
}

#[test]
fn it_has_an_end() {
    let mut journey = sitting(80, 24);
    for _ in 0..600 {
        journey.press("4").look(3);
        journey.press("6").look(3);
    }
    let trail = journey.app.reader().trail();
    assert!(trail.len() <= 501, "{}", trail.len());
    assert_eq!(trail.last().unwrap().began, Duration::from_secs(3 * 1199));
}

#[test]
fn by_ear_it_is_said_and_copied() {
    let letter = letter::embedded();
    let words = Words::of(Language::Dutch);
    let desk = Desk::new(letter.clone(), words, Paper::default());
    let mut conversation = Conversation::new(App::new(letter, Catalogue::embedded(), words), desk);
    assert!(conversation.answer("spoor").text.contains("nog geen spoor"));
    conversation.answer("4.2");
    conversation.at(Duration::from_secs(40), Some(START + 40));
    let said = conversation.answer("spoor").text;
    assert!(
        said.starts_with("14:15, 40 s: 4.2, Mondiaal aanjagen, online: Nederland bevordert"),
        "{said}"
    );
    let reply = conversation.answer("spoor kopiëren");
    assert!(reply.text.contains("## 14:15 · 4.2"), "{}", reply.text);
    assert!(matches!(&reply.effects[..], [Effect::Copy(copied)] if *copied == reply.text));
}
