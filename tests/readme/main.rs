//! The README says what the program does: its keys are those of the keymap, and its picture is the screen.
//!
//! `KAMERBRIEF_PICTURE=write cargo test --test readme` makes the picture anew.

#[path = "../common/mod.rs"]
mod common;
mod svg;

use common::Journey;
use kamerbrief::{
    app::{
        help,
        keymap::{Keymap, Mode},
        words::Words,
    },
    letter::Language,
    tui::theme::Theme,
};
use std::{collections::HashSet, fs, path::Path};

const README: &str = include_str!("../../README.md");
const PICTURE: &str = "assets/picture.svg";

/// The rows of the table under a heading, each with its cells.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let from = README
        .find(&format!("\n## {heading}\n"))
        .expect("a heading");
    let table = README[from..]
        .lines()
        .skip_while(|line| !line.starts_with('|'));
    table
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn the_keys_are_those_of_the_text() {
    let known: HashSet<(String, String)> = help::keys(
        &Words::of(Language::English),
        &Keymap::default(),
        Mode::Reading,
    )
    .into_iter()
    .collect();
    let rows = rows("Keys");
    assert!(rows.len() > 20, "{} rows", rows.len());
    for row in rows {
        let keys = row[0].replace('`', "");
        assert!(
            known.contains(&(keys.clone(), row[1].to_owned())),
            "‘{keys}’: {}; known are {known:#?}",
            row[1]
        );
    }
}

#[test]
fn the_picture_is_the_screen() {
    let screen = Journey::start(112, 34).press("4").buffer_in(&Theme::at(0));
    let picture = svg::of(&screen);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PICTURE);
    if std::env::var_os("KAMERBRIEF_PICTURE").is_some() {
        fs::write(&path, &picture).expect("a place to write");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == picture,
        "{PICTURE} is not what the screen shows; look at it, and make it anew with KAMERBRIEF_PICTURE=write"
    );
    assert!(README.contains(PICTURE));
}
