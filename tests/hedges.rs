//! Hedges on request: marked and counted in the reader, said by ear, printed by `list hedges`.

mod common;

use common::Journey;
use kamerbrief::{
    app::{App, message::Message, words::Words},
    catalogue::Catalogue,
    cli::{
        self, Desk, Paper,
        args::{Command, Format, Table},
    },
    letter::{self, Language, Letter},
    linear::Conversation,
};

#[test]
fn they_are_marked_and_counted_once_asked_for() {
    let mut journey = Journey::start(120, 36);
    journey.press("6");
    assert_eq!(journey.with_role("hedge"), [""; 0]);
    journey.press("H");
    let marked = ["waar mogelijk", "waar relevant", "Voorbehouden"];
    assert_eq!(journey.with_role("hedge"), marked);
    let legend = "Voorbehouden in 6: 2 in de reactie, 0 in de aanbeveling · lijst van de makers";
    assert!(journey.shows(legend), "{}", journey.screen());
    journey.press("2");
    let legend = "Voorbehouden in 2: 0 in de reactie, 1 in de aanbeveling";
    assert!(journey.shows(legend), "{}", journey.screen());
    // One kind of words is marked at a time.
    journey.press("w");
    assert_eq!(journey.with_role("hedge"), [""; 0]);
    assert!(!journey.shows("lijst van de makers"));
    journey.press("H H");
    assert!(journey.footer().contains("niet meer aangewezen"));
}

#[test]
fn both_columns_are_marked_and_small_screens_say_as_much_as_fits() {
    let mut journey = Journey::start(160, 40);
    journey.press("2 H");
    assert_eq!(
        journey.with_role("hedge"),
        ["waar mogelijk", "Voorbehouden"]
    );
    for (columns, legend) in [
        (80, "Voorbehouden in 2: 1 · lijst van de makers"),
        (60, "Voorbehouden in 2: 1 · lijst van de makers"),
        (40, "Voorbehouden: 1 · van de makers"),
    ] {
        journey.resize(columns, 20);
        assert!(journey.shows(legend), "{columns}: {}", journey.screen());
    }
    // Where there is no row for it, it is said once.
    journey.resize(60, 5).press("H H");
    assert!(
        journey.footer().contains("Voorbehouden"),
        "{}",
        journey.screen()
    );
    let mut english = Journey::with(letter::embedded(), Language::English, 80, 24);
    english.press("3 H");
    assert!(
        english.shows("Hedges in 3: 1 · a list of the makers"),
        "{}",
        english.screen()
    );
}

#[test]
fn a_long_section_is_counted_between_the_keys() {
    let sentence = "Het kabinet doet dat waar mogelijk, en in beginsel ieder jaar. ";
    let letter = letter::read(sentence.repeat(20_000)).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    while journey.app.has_more() {
        journey.tell(Message::Spare);
    }
    journey.press("H");
    assert!(journey.app.has_more());
    assert!(
        journey.shows("… · lijst van de makers"),
        "{}",
        journey.screen()
    );
    assert!(journey.with_role("hedge").len() > 10);
    while journey.app.has_more() {
        journey.tell(Message::Spare);
    }
    assert!(
        journey.shows("Voorbehouden in 0: 40000 ·"),
        "{}",
        journey.screen()
    );
}

fn desk(letter: Letter, language: Language) -> Desk {
    Desk::new(letter, Words::of(language), Paper::default())
}

fn listed(letter: Letter, format: Format) -> (String, bool) {
    let command = Command::List {
        table: Table::Hedges,
        kind: None,
    };
    let desk = desk(letter, Language::Dutch);
    let printout = cli::run(&command, format, &desk).unwrap();
    (printout.text.to_string(), printout.found)
}

#[test]
fn they_are_printed_in_all_forms_with_whose_choice_they_are() {
    let (text, found) = listed(letter::embedded(), Format::Text);
    assert!(found);
    for part in [
        "Voorbehouden in 3: 1 · Persvrijheid",
        "3.4  binnen de beschikbare ruimte: Tegelijkertijd",
        "lijst van de makers van kamerbrief",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (tabs, _) = listed(letter::embedded(), Format::Tsv);
    assert!(tabs.starts_with("section\tin section\taddress\thedge\tsentence\treading\n"));
    assert!(tabs.contains("\n6\t2\t6.2\twaar relevant\t"), "{tabs}");
    let (markdown, _) = listed(letter::embedded(), Format::Markdown);
    assert!(markdown.contains("lijst van de makers") && markdown.contains("| rule |"));
    let (json, _) = listed(letter::embedded(), Format::Json);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let all = json.as_array().unwrap();
    for hedge in all {
        let text = hedge["text"].as_str().unwrap();
        assert_eq!(hedge["term"], text.to_lowercase());
        assert_eq!(hedge["reading"], "rule");
        let same = all
            .iter()
            .filter(|other| other["section"] == hedge["section"]);
        assert_eq!(hedge["in_section"], same.count());
        let address = hedge["address"].as_str().unwrap().parse().unwrap();
        let letter = letter::embedded();
        let paragraph = letter.locate(address).unwrap().start;
        let [start, end] =
            ["start", "end"].map(|at| usize::try_from(hedge[at].as_u64().unwrap()).unwrap());
        let words: String = letter
            .paragraph(paragraph)
            .chars()
            .skip(start)
            .take(end - start)
            .collect();
        assert_eq!(words, text);
    }
    let plain = letter::read("Kop\n\nDit staat vast.\n").unwrap();
    assert_eq!(
        listed(plain.clone(), Format::Json),
        ("[]\n".to_owned(), false)
    );
    assert_eq!(listed(plain, Format::Text), (String::new(), false));
}

#[test]
fn by_ear_they_are_said_behind_each_paragraph() {
    let letter = letter::embedded();
    let app = App::new(
        letter.clone(),
        Catalogue::embedded(),
        Words::of(Language::Dutch),
    );
    let mut conversation = Conversation::new(app, desk(letter, Language::Dutch));
    let mut said = |line: &str| conversation.answer(line).text;
    assert!(!said("6.2").contains("Voorbehouden"));
    let text = said("voorbehouden");
    assert!(
        text.starts_with("Voorbehouden in 6: 2 in de reactie"),
        "{text}"
    );
    assert!(
        text.contains("6.2: Voorbehouden: waar mogelijk; waar relevant."),
        "{text}"
    );
    assert!(said("2.0").contains("\nVoorbehouden: waar mogelijk.\n"));
    assert!(said("overzicht voorbehouden").contains("3.4, binnen de beschikbare ruimte: "));
    assert!(said("H").contains("niet meer"));
    assert!(!said("6.2").contains("Voorbehouden:"));
}
