//! The README says what the program does: its tables of keys are the keymap, and its picture is the
//! screen.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        help,
        keymap::{Keymap, Mode},
        words::Words,
    },
    letter::Language,
};
use std::fmt::Write;

const README: &str = include_str!("../README.md");

/// The keys of a mode as a table.
fn table(mode: Mode) -> String {
    let words = Words::of(Language::English);
    let mut table = "| keys | what they do |\n| --- | --- |\n".to_owned();
    for (keys, does) in help::keys(&words, &Keymap::default(), mode) {
        let keys: Vec<_> = keys.split(' ').map(|key| format!("`{key}`")).collect();
        writeln!(table, "| {} | {does} |", keys.join(" ").replace("`…`", "…"))
            .expect("never fails");
    }
    table
}

#[test]
fn the_tables_of_keys_are_the_keymap() {
    // In the order in which the README has them, or one could stand under the heading of another.
    let mut from = 0;
    for mode in [
        Mode::Reading,
        Mode::Finder,
        Mode::Search,
        Mode::List,
        Mode::Select,
        Mode::Menu,
        Mode::Card,
        Mode::Concordance,
        Mode::Overview,
        Mode::Narrow,
        Mode::TableMenu,
        Mode::OwnNote,
    ] {
        let table = table(mode);
        let at = README[from..].find(&table);
        let at = at.unwrap_or_else(|| panic!("{mode:?} should read, behind the others:\n{table}"));
        from += at + table.len();
    }
}

#[test]
fn the_picture_is_the_screen() {
    let screen = Journey::start(100, 30).press("4").screen();
    assert!(README.contains(&screen), "the picture should be:\n{screen}");
}
