//! JSON, which keeps what is part of a letter's words and escapes it.

use crate::{
    commands::{desk, put},
    nasty::{check, is_trick, is_word_all_the_same, letter, source},
};
use kamerbrief::cli::{
    self,
    args::{Command, Format},
};
use proptest::prelude::*;
use serde_json::Value;
use std::cell::RefCell;

/// The texts of all paragraphs in the JSON of a letter, in order.
fn texts(json: &Value) -> String {
    let strings = |list: &Value| {
        let list = list.as_array().unwrap().iter();
        list.map(|one| one.get("text").unwrap_or(one).as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let mut texts = strings(&json["head"]);
    for section in json["sections"].as_array().unwrap() {
        texts.extend(strings(&section["recommendation"]));
        texts.extend(strings(&section["response"]));
    }
    texts.concat()
}

#[test]
fn json_keeps_what_is_part_of_words_in_its_place() {
    let desk = RefCell::new(desk());
    check(120, &source(), |source| {
        let Some(letter) = letter(&source) else {
            return Ok(());
        };
        let desk = &mut *desk.borrow_mut();
        put(desk, letter);
        let show = Command::Show {
            addresses: Vec::new(),
        };
        let printed = cli::run(&show, Format::Json, desk)
            .unwrap()
            .text
            .to_string();
        let texts = texts(&serde_json::from_str(&printed).unwrap());
        let tricks = |text: &str| -> String {
            let all = text.chars();
            all.filter(|&c| is_word_all_the_same(c)).collect()
        };
        let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
        prop_assert_eq!(tricks(&texts), tricks(source));
        // As many characters as are shown, and where no mark is shown the same.
        let shown: String = (0..desk.letter.paragraphs().len())
            .map(|index| desk.letter.paragraph(index))
            .collect();
        prop_assert_eq!(texts.chars().count(), shown.chars().count());
        for (own, shown) in texts.chars().zip(shown.chars()) {
            prop_assert!(own == shown || is_trick(own) && matches!(shown, '�' | '‧'));
        }
        Ok(())
    });
}

#[test]
fn words_with_hidden_characters_by_hand() {
    let mut desk = desk();
    put(
        &mut desk,
        letter("Een maat\u{ad}schap\n\nvan \u{202e}a\u{e0041}b\x1b[m.").unwrap(),
    );
    let show = Command::Show {
        addresses: Vec::new(),
    };
    let print = |format| cli::run(&show, format, &desk).unwrap().text.to_string();
    assert_eq!(print(Format::Text), "Een maat‧schap\nvan �a�b␛[m.\n");
    let json = print(Format::Json);
    assert!(json.contains(r#""Een maat\u00adschap""#), "{json}");
    assert!(json.contains(r#""van \u202ea\udb40\udc41b␛[m.""#), "{json}");
    // What cannot be seen parts no words.
    let search = Command::Search { text: "ab".into() };
    assert!(cli::run(&search, Format::Text, &desk).unwrap().found);
    let search = Command::Search {
        text: "maatschap".into(),
    };
    let found = cli::run(&search, Format::Json, &desk)
        .unwrap()
        .text
        .to_string();
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found[0]["text"], "maat\u{ad}schap");
    assert_eq!(
        (&found[0]["start"], &found[0]["end"]),
        (&4.into(), &14.into())
    );
}
