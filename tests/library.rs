//! The list of the letters that are open together, and going from one to another.

mod common;

use common::{Disk, Journey};
use kamerbrief::{
    app::{
        kept::{Kept, Saved},
        keymap::Mode,
        library::{Brought, Loaded, Loading, across::Row},
        message::{Effect, Message, Turn},
    },
    letter::{self, Language, Letter},
    library::Held,
};

/// Made for these tests; nobody sent it.
fn made(day: u32, about: &str) -> Letter {
    let rest = "En nog een zin die niets zegt. ".repeat(40);
    let text = format!(
        "Den Haag, {day} maart 2021\n\nBetreft: Brief over {about}\n\nGeachte voorzitter,\n\nDeze brief gaat over \
         {about}.\n\nAanbeveling 1\n\nSteun {about}.\n\nHet kabinet steunt {about}. {rest}\n\n{rest}\n\nDe Minister \
         van Buitenlandse Zaken,\n\nS.A. Blok\n"
    );
    letter::read(text).unwrap()
}

/// A letter as it comes in.
fn brought(file: Option<&str>, letter: Letter) -> Brought {
    let held = Held::new(file.map(str::to_owned), letter);
    Brought::of(held, &Kept::default(), Language::Dutch)
}

/// Three letters and a file that could not be read, with their list open.
fn library(columns: u16, rows: u16) -> Journey {
    let letters = vec![
        brought(Some("map/appels.txt"), made(1, "appels")),
        brought(Some("map/peren.txt"), made(2, "peren")),
        brought(None, letter::embedded()),
    ];
    let mut journey = Journey::with(made(1, "appels"), Language::Dutch, columns, rows);
    journey.disk = Disk::ByHand(None);
    journey.app.begin();
    let unread = vec!["map/kapot.pdf: deze pdf is beschadigd".into()];
    journey.app.open_letters(letters, unread);
    journey.press("O");
    journey
}

/// What was given out to be kept is on the disk.
fn keep(journey: &mut Journey) {
    let Disk::ByHand(next) = &mut journey.disk else {
        panic!("it is kept at once");
    };
    let changes = next.take().expect("something to keep");
    let kept = Box::new(changes.added_to(Kept::default()));
    let saved = Saved::Kept { kept, aside: None };
    journey.tell(Message::Saved(saved));
    if journey.effects.last() == Some(&Effect::Recall) {
        journey.tell(Message::Recalled(Ok(Box::default())));
    }
}

/// What was given out is on the disk, if anything was; what is kept of the next letter is nothing.
fn keep_if_asked(journey: &mut Journey) {
    if matches!(journey.disk, Disk::ByHand(Some(_))) {
        keep(journey);
    } else if journey.effects.last() == Some(&Effect::Recall) {
        journey.tell(Message::Recalled(Ok(Box::default())));
    }
}

/// The names of the letters in the list, from above.
fn names(journey: &Journey) -> Vec<String> {
    let letters = journey.app.letters().unwrap();
    let name = |&row: &usize| letters.rows[row].name.clone();
    letters.shown.iter().map(name).collect()
}

#[test]
fn the_list_says_what_each_letter_is_and_what_could_not_be_read() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        let journey = library(columns, rows);
        assert_eq!(journey.app.mode(), Mode::Letters);
        for words in [
            "36 800 XVII, nr. 9",
            "peren.txt",
            "2021-03-02",
            "2025-10-31",
            "map/kapot.pdf: deze pdf",
            "Kabinetsreactie ‘Krim",
        ] {
            assert!(journey.shows(words), "{words}\n{}", journey.screen());
        }
        assert!(journey.footer().contains("3/3"), "{}", journey.footer());
    }
    let journey = library(120, 36);
    for words in ["afzender", "S.A. Blok", "ongelezen", "Kabinetsreactie"] {
        assert!(journey.shows(words), "{words}\n{}", journey.screen());
    }
}

#[test]
fn it_is_ordered_by_any_column_and_narrowed_by_typing() {
    let mut journey = library(120, 36);
    assert_eq!(
        names(&journey),
        ["36 800 XVII, nr. 9", "peren.txt", "appels.txt"]
    );
    journey.press("Tab");
    assert_eq!(
        names(&journey),
        ["36 800 XVII, nr. 9", "appels.txt", "peren.txt"]
    );
    journey.press("Tab Tab Tab");
    assert_eq!(
        names(&journey)[0],
        "36 800 XVII, nr. 9",
        "eight recommendations"
    );
    journey.type_text("blok 2021");
    assert_eq!(names(&journey), ["appels.txt", "peren.txt"]);
    journey.type_text(" PEREN");
    assert_eq!(names(&journey), ["peren.txt"]);
    journey.type_text("x");
    assert!(names(&journey).is_empty());
    assert!(journey.shows("Geen brief waarin"), "{}", journey.screen());
    journey.press("Enter");
    assert_eq!(
        journey.app.mode(),
        Mode::Letters,
        "there is nothing to open"
    );
    // What is typed is still there when the list is opened again.
    journey.press("Backspace Esc");
    assert_eq!(journey.app.mode(), Mode::Reading);
    journey.press("O");
    assert_eq!(names(&journey), ["peren.txt"]);
}

#[test]
fn a_letter_opens_and_the_list_comes_back() {
    let mut journey = library(80, 24);
    journey.press("Up Enter");
    assert_eq!(journey.effects.last(), Some(&Effect::Recall));
    journey.tell(Message::Recalled(Ok(Box::default())));
    journey.resize(80, 24);
    assert!(journey.shows("over peren"), "{}", journey.screen());
    journey.press("1 /").type_text("steunt").press("Enter");
    let place = journey.app.reader().place();
    assert!(place.paragraph > 0, "{place:?}");

    // Its place is to be kept before another letter is gone to.
    journey.press("O Up Enter");
    assert_eq!(journey.app.mode(), Mode::Letters);
    keep(&mut journey);
    assert!(
        journey.shows("Mensenrechtennota") || journey.shows("36 800 XVII"),
        "{}",
        journey.screen()
    );
    assert_eq!(journey.app.reader().letter.recommendations(), 8);

    // Back, it is as it was left, and nothing is read again.
    let recalls = journey.effects.len();
    journey.press("O Down Enter");
    assert!(!journey.effects[recalls..].contains(&Effect::Recall));
    assert_eq!(journey.app.reader().place(), place);
    assert!(
        journey.app.reader().search.is_some(),
        "its search is still there"
    );
}

#[test]
fn a_letter_whose_notes_cannot_be_kept_is_not_left() {
    let mut journey = library(100, 30);
    journey.press("Esc m");
    let failed = || Message::Saved(Saved::Failed("de schijf is vol".into()));
    journey.tell(failed());
    assert!(journey.app.reader().has_unkept_marks());
    journey.press("O Up Enter");
    journey.tell(failed());
    assert_eq!(journey.app.reader().letter.recommendations(), 1);
    assert!(journey.app.reader().marks()[0].bookmarked);
    assert!(journey.shows("de schijf is vol"), "{}", journey.screen());
    // As soon as it can be kept, it can be left.
    journey.press("Enter");
    keep(&mut journey);
    assert!(journey.shows("over peren"), "{}", journey.screen());
    journey.press("O");
    let letters = journey.app.letters().unwrap();
    assert_eq!((letters.rows[0].notes, letters.reads), (1, 1));
}

#[test]
fn with_one_letter_there_is_no_list() {
    let mut journey = Journey::start(100, 30);
    journey.press("O");
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert!(
        journey.shows("Er is één brief open"),
        "{}",
        journey.footer()
    );
}

#[test]
fn a_row_can_be_pressed_and_the_wheel_chooses() {
    let mut journey = library(80, 24);
    journey.wheel(5, 10, Turn::Back);
    assert!(journey.footer().contains("2/3"), "{}", journey.footer());
    let (column, row) = journey.cell_of("peren.txt");
    journey.click(column, row);
    assert_eq!(journey.effects.last(), Some(&Effect::Recall));
}

/// A step of reading on: letters by file and day, and sentences of what could not be read.
fn loaded(letters: &[(&str, u32)], unread: &[&str], read: usize) -> Message {
    let letters = letters.iter();
    let letters = letters.map(|(file, day)| brought(Some(file), made(*day, file)));
    Message::Loaded(Box::new(Loaded {
        letters: letters.collect(),
        unread: unread.iter().map(|line| (*line).to_owned()).collect(),
        read,
        ..Loaded::default()
    }))
}

/// The name of the letter that is chosen in the list.
fn chosen(journey: &Journey) -> String {
    let letters = journey.app.letters().unwrap();
    letters.rows[letters.shown[letters.chosen]].name.clone()
}

#[test]
fn letters_come_in_while_the_list_stands_and_the_choice_stays() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = library(columns, rows);
        journey.app.begin_loading(Loading { read: 4, all: 40 });
        journey.press("Up");
        assert_eq!(chosen(&journey), "peren.txt");
        assert!(journey.shows("4/40"), "{}", journey.screen());
        journey.tell(loaded(
            &[("map/x/kersen.txt", 9), ("map/x/druiven.txt", 1)],
            &["map/stuk.xml: onleesbaar"],
            7,
        ));
        assert_eq!(chosen(&journey), "peren.txt", "the choice does not jump");
        assert_eq!(
            names(&journey),
            [
                "36 800 XVII, nr. 9",
                "kersen.txt",
                "peren.txt",
                "appels.txt",
                "druiven.txt"
            ]
        );
        for words in ["7/40", "map/stuk.xml: onleesbaar", "map/kapot.pdf"] {
            assert!(journey.shows(words), "{words}\n{}", journey.screen());
        }
        // What is typed holds for what comes in, and a letter that is open is not left.
        journey.type_text("kersen");
        journey.tell(loaded(&[("map/y/kersen.txt", 3)], &[], 8));
        assert_eq!(
            names(&journey),
            ["map/x/kersen.txt", "map/y/kersen.txt"],
            "both have their file for a name now"
        );
        journey.press("Enter");
        keep_if_asked(&mut journey);
        let before = journey.screen();
        journey.tell(loaded(&[("map/z.txt", 4)], &[], 9));
        assert_eq!(journey.app.mode(), Mode::Reading);
        assert_eq!(journey.screen(), before, "what is read stays as it is");
        let last = Loaded {
            read: 40,
            is_last: true,
            ..Loaded::default()
        };
        journey.tell(Message::Loaded(Box::new(last)));
        assert!(journey.app.letters().unwrap().loading.is_none());
        journey.press("O");
        assert!(journey.shows("2/7 · meldingen: 2"), "{}", journey.screen());
    }
}

#[test]
fn reading_on_can_be_stopped_and_what_is_not_read_is_said() {
    for key in ["Esc", "Ctrl-c"] {
        let mut journey = library(80, 24);
        journey.app.begin_loading(Loading { read: 4, all: 40 });
        journey.tell(loaded(&[("map/x.txt", 9)], &[], 5));
        assert!(journey.footer().contains("stop met lezen"));
        journey.press(key);
        assert_eq!(journey.effects.last(), Some(&Effect::StopLoading));
        assert_eq!(journey.app.mode(), Mode::Letters);
        let said = "Gestopt met lezen: 5 van 40";
        assert!(journey.footer().contains(said), "{}", journey.footer());
        // What was on its way then is not wanted any more.
        journey.tell(loaded(&[("map/y.txt", 9)], &[], 6));
        assert_eq!(names(&journey).len(), 4);
        journey.press("Up");
        assert!(journey.shows(said), "{}", journey.screen());
        journey.press(key);
        assert_eq!(journey.app.mode(), Mode::Reading);
    }
}

#[test]
fn what_could_not_be_read_is_reached_and_told_whole() {
    let mut journey = library(60, 20);
    let long = format!("map/{}.pdf: beschadigd", "lang".repeat(30));
    journey.app.begin_loading(Loading { read: 4, all: 60 });
    let many: Vec<(String, u32)> = (1..30).map(|day| (format!("map/{day}.txt"), day)).collect();
    let many: Vec<(&str, u32)> = many
        .iter()
        .map(|(file, day)| (file.as_str(), *day))
        .collect();
    journey.tell(loaded(&many, &[&long], 30));
    for _ in 0..50 {
        journey.press("Down");
    }
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Letters);
    let said: String = journey.screen().split_whitespace().collect();
    assert!(said.contains("lang.pdf:beschadigd"), "{}", journey.screen());
}

#[test]
fn the_letter_that_is_built_in_comes_once() {
    let mut journey = library(80, 24);
    journey.app.begin_loading(Loading { read: 3, all: 3 });
    let last = Loaded {
        letters: vec![brought(None, letter::embedded())],
        read: 3,
        is_last: true,
        ..Loaded::default()
    };
    journey.tell(Message::Loaded(Box::new(last)));
    assert_eq!(names(&journey).len(), 3);
}

/// Looks on until all is found.
fn look_on(journey: &mut Journey) {
    while journey.app.has_more() {
        journey.tell(Message::Spare);
    }
}

/// A paper of a dossier.
fn paper(number: u32, year: u32, words: &str) -> Letter {
    let text = format!(
        "28 844 Integriteitsbeleid\n\nNr. {number} BRIEF VAN DE MINISTER\n\nAan de Voorzitter van de Tweede \
         Kamer der Staten-Generaal\n\nDen Haag, 3 maart {year}\n\n{words}\n\nDe Minister van Buitenlandse \
         Zaken,\n\nS.A. Blok\n"
    );
    letter::read(text).unwrap()
}

/// A letter about something, with an earlier one that it refers to.
fn dossier(columns: u16, rows: u16) -> Journey {
    let first = "Het Zorginstituut telde tien kersen bij CIVICUS.\n\nCIVICUS telde mee.";
    let second = "In Kamerstuk 28 844, nr. 7 telde CIVICUS kersen.";
    let mut journey = Journey::with(paper(9, 2023, second), Language::Dutch, columns, rows);
    journey.disk = Disk::ByHand(None);
    journey.app.begin();
    let letters = vec![
        brought(Some("map/nieuw.txt"), paper(9, 2023, second)),
        brought(Some("map/oud.txt"), paper(7, 2021, first)),
        brought(None, letter::embedded()),
    ];
    journey.app.open_letters(letters, Vec::new());
    journey
}

/// The rows of what is found in all letters.
fn rows(journey: &Journey) -> Vec<Row> {
    let across = journey.app.letters().unwrap().across.as_ref();
    across.unwrap().rows.clone()
}

#[test]
fn a_search_in_all_letters_shows_letter_address_and_date_and_leads_there_and_back() {
    for (columns, height) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = dossier(columns, height);
        journey.press("A");
        assert!(
            journey.footer().contains("alle 3 brieven"),
            "{}",
            journey.footer()
        );
        journey.press("/").type_text("kersen");
        look_on(&mut journey);
        let screen = journey.screen();
        let at = |words: &str| {
            screen
                .find(words)
                .unwrap_or_else(|| panic!("{words}\n{screen}"))
        };
        assert!(
            at("28 844, nr. 9") < at("28 844, nr. 7"),
            "the newest first\n{screen}"
        );
        for words in [
            "2023-03-03",
            "2021-03-03",
            "tien kersen bij",
            "2× in 2 brieven",
        ] {
            assert!(journey.shows(words), "{words}\n{screen}");
        }
        assert!(
            journey.shows("alle 3 brieven"),
            "the scope is said\n{screen}"
        );
        let hits = rows(&journey);
        let hit = hits.iter().rposition(|row| matches!(row, Row::Hit(_)));
        for _ in 0..hit.unwrap() {
            journey.press("Down");
        }
        journey.press("Enter");
        keep_if_asked(&mut journey);
        assert_eq!(journey.app.mode(), Mode::Reading);
        let reader = journey.app.reader();
        assert_eq!(reader.letter.facts.number.as_deref(), Some("7"));
        let focus = reader.focus.unwrap();
        assert_eq!(reader.letter.words(focus), "kersen");
        assert!(
            journey.footer().contains("‘kersen’ 1/1"),
            "{}",
            journey.footer()
        );
        // What is cited is of this letter.
        journey.press("y c");
        let cited = journey
            .effects
            .iter()
            .rev()
            .find_map(|effect| match effect {
                Effect::Copy(text) => Some(text.clone()),
                _ => None,
            });
        assert!(cited.unwrap().contains("28844, nr. 7"));

        // Back, and on again.
        for (key, number) in [("Backspace", "9"), ("Tab", "7"), ("Ctrl-o", "9")] {
            journey.press(key);
            keep_if_asked(&mut journey);
            let own = journey.app.reader().letter.facts.number.clone();
            assert_eq!(own.as_deref(), Some(number), "{key}\n{}", journey.screen());
        }
        journey.press("Ctrl-o");
        assert!(
            journey.footer().contains("Geen eerdere plaats"),
            "{}",
            journey.footer()
        );
        // What was found is still there.
        journey.press("F");
        assert_eq!(rows(&journey), hits);
    }
}

#[test]
fn the_row_of_a_letter_leads_to_its_first_hit_with_the_search_to_go_on() {
    let mut journey = dossier(100, 30);
    journey.press("A /").type_text("kersen");
    look_on(&mut journey);
    let found = rows(&journey);
    let letter = found.iter().rposition(|row| matches!(row, Row::Letter(_)));
    for _ in 0..letter.unwrap() {
        journey.press("Down");
    }
    journey.press("Enter");
    keep_if_asked(&mut journey);
    let focus = |journey: &Journey| {
        let reader = journey.app.reader();
        reader.letter.words(reader.focus.unwrap()).to_owned()
    };
    assert_eq!(
        journey.app.reader().letter.facts.number.as_deref(),
        Some("7")
    );
    assert_eq!(focus(&journey), "kersen");
    for key in ["n", "N"] {
        journey.press(key);
        assert_eq!(focus(&journey), "kersen");
        let footer = journey.footer();
        assert!(footer.contains("‘kersen’ 1/1"), "{key}: {footer}");
    }
}

#[test]
fn jumps_within_a_letter_come_before_those_between_letters() {
    let mut journey = dossier(100, 24);
    journey.press("A /").type_text("kersen");
    journey.press("Down Down Down Enter");
    keep_if_asked(&mut journey);
    let came = journey.app.reader().place();
    let letter = journey.app.reader().letter.facts.number.clone();
    journey.press("1 0");
    journey.press("Ctrl-o Ctrl-o");
    keep_if_asked(&mut journey);
    let now = journey.app.reader();
    assert!(now.letter.facts.number != letter || now.place() == came);
}

#[test]
fn a_name_is_looked_up_in_all_letters_year_by_year() {
    let mut journey = dossier(100, 30);
    journey.press("f").type_text("civicus");
    assert!(journey.shows("deze brief"), "{}", journey.screen());
    journey.press("Ctrl-t");
    look_on(&mut journey);
    assert_eq!(journey.app.mode(), Mode::Across);
    assert!(
        matches!(rows(&journey)[0], Row::Name(_)),
        "{}",
        journey.screen()
    );
    journey.press("Enter");
    look_on(&mut journey);
    let found = rows(&journey);
    let years: Vec<_> = found
        .iter()
        .filter(|row| matches!(row, Row::Year(..)))
        .collect();
    assert_eq!(years[1..], [&Row::Year(2023, 1), &Row::Year(2021, 2)]);
    for words in ["2021  ━", "2023-03-03", "CIVICUS telde mee", "in 3 brieven"] {
        assert!(journey.shows(words), "{words}\n{}", journey.screen());
    }
    // Enter on a year goes to its letters; Esc comes back to what was typed.
    journey.press("Down Down Enter");
    let across = journey.app.letters().unwrap().across.as_ref().unwrap();
    assert_eq!(across.chosen_row(), Some(Row::Letter(1)));
    journey.press("Esc");
    assert!(matches!(rows(&journey)[0], Row::Name(_)));
    journey.press("Ctrl-t");
    assert_eq!(journey.app.mode(), Mode::Finder);
    assert!(
        journey.shows("> civicus") && journey.shows("deze brief"),
        "{}",
        journey.screen()
    );
}

#[test]
fn a_card_leads_to_all_letters_and_to_the_paper_that_is_referred_to() {
    let mut journey = dossier(100, 30);
    while !journey.shows("Kamerstuk 28 844, nr. 7") || journey.app.mode() != Mode::Card {
        journey.press("e Enter");
        if journey.shows("open dat stuk") {
            break;
        }
        if journey.app.mode() == Mode::Card {
            assert!(!journey.footer().contains("open dat stuk"));
            journey.press("Esc");
        }
    }
    journey.press("O");
    keep_if_asked(&mut journey);
    assert_eq!(
        journey.app.reader().letter.facts.number.as_deref(),
        Some("7")
    );
    journey.press("Backspace");
    keep_if_asked(&mut journey);
    journey.press("f").type_text("civicus").press("Enter Enter");
    assert!(journey.shows("in 3 brieven"), "{}", journey.screen());
    journey.press("A");
    look_on(&mut journey);
    assert_eq!(journey.app.mode(), Mode::Across);
    assert!(journey.shows("2021  ━"), "{}", journey.screen());
}

#[test]
fn statements_figures_and_asks_are_listed_over_all_letters() {
    let mut journey = dossier(100, 30);
    journey.press("A f Tab");
    look_on(&mut journey);
    assert!(journey.shows("36 800 XVII, nr. 9"), "{}", journey.screen());
    journey.press("Tab").type_text("kersen");
    look_on(&mut journey);
    assert!(
        journey.shows("tien kersen"),
        "a figure\n{}",
        journey.screen()
    );
    journey.press("Tab");
    look_on(&mut journey);
    assert!(
        journey.shows("‘kersen’ staat in geen van de 3 brieven"),
        "{}",
        journey.screen()
    );
}

#[test]
fn kinder_ways_are_tried_before_anything_is_denied() {
    let mut journey = dossier(100, 30);
    journey.press("A /").type_text("kersne tien");
    look_on(&mut journey);
    let across = journey.app.letters().unwrap().across.as_ref().unwrap();
    assert!(across.places > 0, "{}", journey.screen());
    journey.type_text(" xqz");
    look_on(&mut journey);
    assert!(
        journey.shows("staat in geen van de 3 brieven"),
        "{}",
        journey.screen()
    );
}

#[test]
fn a_sentence_that_comes_back_in_the_dossier_stands_with_what_it_comes_back_from() {
    let promise = "Het kabinet stuurt de Kamer voor de zomer een wetsvoorstel over toezicht op internationale \
                   studentenmobiliteit.";
    let again = "Voor de zomer stuurt het kabinet de Kamer alsnog het wetsvoorstel over het toezicht op de \
                 internationale studentenmobiliteit.";
    for (columns, height) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = Journey::with(paper(9, 2023, again), Language::Dutch, columns, height);
        journey.disk = Disk::ByHand(None);
        journey.app.begin();
        let letters = vec![
            brought(Some("map/nieuw.txt"), paper(9, 2023, again)),
            brought(Some("map/oud.txt"), paper(7, 2021, promise)),
            brought(None, letter::embedded()),
        ];
        journey.app.open_letters(letters, Vec::new());
        journey.press("A f BackTab");
        look_on(&mut journey);
        let found = rows(&journey);
        assert_eq!(
            found,
            [Row::Letter(0), Row::Hit(0), Row::From(1)],
            "{}",
            journey.screen()
        );
        for words in [
            "Voor de zomer stuurt",
            "uit 28 844, nr. 7",
            "Het kabinet stuurt",
        ] {
            assert!(journey.shows(words), "{words}\n{}", journey.screen());
        }
        journey.press("Down Down Enter");
        keep_if_asked(&mut journey);
        let own = journey.app.reader().letter.facts.number.clone();
        assert_eq!(own.as_deref(), Some("7"));
        assert!(
            journey.shows("Het kabinet stuurt de Kamer"),
            "{}",
            journey.screen()
        );
    }
}

#[test]
fn the_paragraph_of_a_hit_in_another_letter_is_the_current_one() {
    let mut journey = library(100, 40);
    journey.press("Esc A f").type_text("steunt peren");
    journey.press("Down Down Enter");
    keep_if_asked(&mut journey);
    let reader = journey.app.reader();
    let hit = reader.focus.unwrap();
    assert_eq!(reader.letter.words(hit), "steunt peren");
    assert_eq!(reader.here(), hit.paragraph, "{}", journey.screen());
}
