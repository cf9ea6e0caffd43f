//! The list of the letters that are open together, and going from one to another.

mod common;

use common::{Disk, Journey};
use kamerbrief::{
    app::{
        kept::{Kept, Saved},
        keymap::Mode,
        library::{Loaded, Loading},
        listed::Listed,
        message::{Effect, Message, Turn},
    },
    letter::{self, Language, Letter},
    library::{Held, Library},
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

/// Three letters and a file that could not be read, with their list open.
fn library(columns: u16, rows: u16) -> Journey {
    let letters = vec![
        (Some("map/appels.txt".to_owned()), made(1, "appels")),
        (Some("map/peren.txt".to_owned()), made(2, "peren")),
        (None, letter::embedded()),
    ];
    let library = Library::new(
        letters,
        vec!["map/kapot.pdf: deze pdf is beschadigd".into()],
    );
    let listed = |held| Listed::of(held, &Kept::default(), Language::Dutch);
    let listed = library.letters.iter().map(listed).collect();
    let mut journey = Journey::with(made(1, "appels"), Language::Dutch, columns, rows);
    journey.disk = Disk::ByHand(None);
    journey.app.begin();
    journey.app.open_letters(library, listed);
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
        journey.app.take_recalled(Ok(Box::default()));
    }
}

/// What was given out is on the disk, if anything was; what is kept of the next letter is nothing.
fn keep_if_asked(journey: &mut Journey) {
    if matches!(journey.disk, Disk::ByHand(Some(_))) {
        keep(journey);
    } else if journey.effects.last() == Some(&Effect::Recall) {
        journey.app.take_recalled(Ok(Box::default()));
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
    journey.app.take_recalled(Ok(Box::default()));
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
    let letters = letters.iter().map(|(file, day)| {
        let held = Held::new(Some((*file).to_owned()), made(*day, file));
        let row = Listed::of(&held, &Kept::default(), Language::Dutch);
        (held, row)
    });
    Message::Loaded(Box::new(Loaded {
        letters: letters.collect(),
        unread: unread.iter().map(|line| (*line).to_owned()).collect(),
        read,
        is_last: false,
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
    let held = Held::new(None, letter::embedded());
    let row = Listed::of(&held, &Kept::default(), Language::Dutch);
    let last = Loaded {
        letters: vec![(held, row)],
        read: 3,
        is_last: true,
        ..Loaded::default()
    };
    journey.tell(Message::Loaded(Box::new(last)));
    assert_eq!(names(&journey).len(), 3);
}
