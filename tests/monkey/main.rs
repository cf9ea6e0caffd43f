//! A monkey at the reader: random keys, mouse events, pastes and sizes in every mode, after each of
//! which the state holds together. It is no monkey of chance: a run is known by its seed, and what
//! fails is shrunk to the few steps that matter.
//!
//! `KAMERBRIEF_STEPS` asks for more steps of each letter, `KAMERBRIEF_SEED` for other ones.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/random.rs"]
mod random;

mod invariants;
mod play;
mod steps;

use common::setting;
use kamerbrief::{
    app::{geometry::Signs, keymap::Mode},
    letter::{self, Letter},
    source,
};
use play::Start;
use random::Random;
use std::collections::HashSet;

/// How many steps are taken with a letter that is always the same, if nobody asks for more.
const STEPS: u64 = 40_000;

/// After how many steps a new reader is opened.
const RUN: usize = 5000;

/// The keys that runs begin with in turn, to where chance seldom leads.
const WAYS: [&str; 6] = ["", "WW", "jjT", "V", "iB", "D"];

/// Plays with a letter for a while; which modes came by.
fn monkey(letter: impl Fn() -> Letter) -> HashSet<Mode> {
    let count = setting("KAMERBRIEF_STEPS", STEPS);
    let seed = setting("KAMERBRIEF_SEED", 9);
    let mut modes = HashSet::new();
    for run in 0..count.div_ceil(RUN as u64) {
        let mut random = Random(seed.wrapping_mul(1_000_003).wrapping_add(run));
        let start = Start {
            letter: &letter,
            signs: random.pick(&[Signs::Drawn, Signs::Ascii]),
        };
        let first = WAYS[usize::try_from(run).unwrap_or_default() % WAYS.len()];
        let steps = steps::some(&mut random, RUN, first);
        if let Ok(seen) = play::play(&start, &steps) {
            modes.extend(seen);
            continue;
        }
        let (few, why) = play::shrink(&start, steps);
        let few: Vec<_> = few.iter().map(ToString::to_string).collect();
        panic!(
            "seed {seed}, run {run}, {:?}: {why}\n{}",
            start.signs,
            few.join("\n")
        );
    }
    modes
}

#[test]
fn the_embedded_letter() {
    let modes = monkey(letter::embedded);
    // Nothing was left out of its text.
    for mode in Mode::ALL.into_iter().filter(|mode| *mode != Mode::LeftOut) {
        assert!(modes.contains(&mode), "{mode:?} was never seen");
    }
}

#[test]
fn a_paper_with_lines_around_its_letter() {
    let paper = "<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar \
         2023-2024</tekstregel></kamerstukkop><dossier><dossiernummer><dossiernr>36 123</dossiernr></dossiernummer>\
         <titel>Begroting</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">17</ondernummer></stuknr>\
         <titel>BRIEF</titel><algemeen><vrije-tekst><tekst><al>Aan de Voorzitter</al><al>Wij doen <nadruk \
         type=\"vet\">dit</nadruk>.</al><lijst type=\"1\"><li><li.nr>1.</li.nr><al>Zo.</al></li></lijst></tekst>\
         </vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>";
    let letter = source::read(paper.as_bytes().to_vec()).unwrap();
    assert!(monkey(|| letter.clone()).contains(&Mode::LeftOut));
}

#[test]
fn a_letter_of_one_word() {
    monkey(|| letter::read(b"x").unwrap());
}

#[test]
fn a_letter_of_empty_sections_long_words_and_marks() {
    let (long, wide) = ("verantwoordelijkheid".repeat(12), "日本語".repeat(40));
    let source = format!(
        "Aanbeveling 1:\nAanbeveling 2: {long}\n\n{wide} (RvE).1 En\u{202e} meer CIVICUS,2 \x1b[31m e\u{301}.\n\
         \nAanbeveling 77\n\nReactie\n\nAanbeveling 78\n\n{}\n\nDe Minister van X,\n\nA. Naam\n",
        "De Raad van Europa (RvE) zegt ja. De Algemene Rekenkamer (AR) nee.3 ".repeat(30)
    );
    monkey(|| letter::read(source.as_bytes()).unwrap());
}

#[test]
fn a_letter_that_is_all_head() {
    let source = "Brief regering: Iets\n36 800 XVII\nNr. 9\nDen Haag, 3 mei 2021";
    monkey(|| letter::read(source.as_bytes()).unwrap());
}
