//! `check`: which form of letter was recognised, what was found in it and what was not.

use super::{Desk, Printout, paper::Ink};
use crate::{
    app::words::CliWords,
    catalogue::{Abbreviations, Figures},
    letter::{Chamber, Letter, OpenEndKind, Sureness},
};
use unicode_width::UnicodeWidthStr;

/// How many words show which end is meant.
const LAST_WORDS: usize = 4;

pub fn check(desk: &Desk) -> Printout {
    let (letter, words) = (&desk.letter, &desk.words.cli());
    let facts = &letter.facts;
    let abbreviations = Abbreviations::find(letter);
    let explained = abbreviations
        .all()
        .iter()
        .filter(|short| short.said_at.is_some())
        .count();
    let entities = (0..desk.catalogue.count()).filter(|&index| desk.mentions.of(index).len() > 0);
    let sure = match letter.sureness {
        Sureness::Sure => words.sure,
        Sureness::Likely => words.likely,
        Sureness::Guess => words.guess,
    };
    let paragraphs = letter.paragraphs().len() - letter.head().len();
    let known = [
        (&words.form, Some(format!("{} ({sure})", letter.form.id()))),
        (&words.title, facts.title.clone()),
        (&words.dossier, facts.dossier.clone()),
        (&words.number, facts.number.clone()),
        (
            &words.chamber,
            facts.chamber.map(Chamber::roman).map(str::to_owned),
        ),
        (&words.date, facts.date.map(|date| date.to_string())),
        (
            &words.count_sections,
            Some(letter.sections().len().to_string()),
        ),
        (
            &words.count_recommendations,
            Some(letter.recommendations().to_string()),
        ),
        (&words.count_paragraphs, Some(paragraphs.to_string())),
        (
            &words.count_signatories,
            Some(letter.signatories().len().to_string()),
        ),
        (&words.count_notes, Some(letter.marks().len().to_string())),
        (
            &words.count_entities,
            Some(format!(
                "{} / {}",
                entities.count(),
                desk.mentions.all().len()
            )),
        ),
        (
            &words.count_abbreviations,
            Some(format!("{} / {explained}", abbreviations.all().len())),
        ),
    ];
    let width = known
        .iter()
        .map(|(name, _)| name.width())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for (name, value) in known {
        let gap = " ".repeat(width - name.width() + 2);
        let value = value.unwrap_or_else(|| words.unknown.to_owned());
        text += &[&desk.paper.ink(Ink::Margin, name), &gap, &value, "\n"].concat();
    }
    if let Some(absent) = desk.words.absent(&Figures::find(letter).absent()) {
        text += &[&absent, "\n"].concat();
    }
    if letter.recommendations() == 0 {
        text += &[desk.words.reader.no_recommendations, "\n"].concat();
    }
    for (kind, about) in [
        (OpenEndKind::Possible, words.open_ends),
        (OpenEndKind::Guessed, words.guessed_ends),
    ] {
        text += &open_ends(letter, kind, about, words);
    }
    Printout {
        text,
        found: true,
        aside: None,
    }
}

/// The ends of one kind that nobody can see, under what is said about them: address, line and last words.
fn open_ends(letter: &Letter, kind: OpenEndKind, about: &str, words: &CliWords) -> String {
    let mut text = String::new();
    for end in letter.open_ends().iter().filter(|end| end.kind == kind) {
        if text.is_empty() {
            text = format!("\n{about}\n");
        }
        let address = letter.address(end.place.paragraph);
        let address = address.map_or_else(String::new, |address| address.to_string());
        let line = words.line.replace("{}", &end.line.to_string());
        let sentence = &letter.paragraph(end.place.paragraph)[..end.place.byte];
        let last = sentence.rsplit(' ').take(LAST_WORDS).collect::<Vec<_>>();
        let last: Vec<_> = last.into_iter().rev().collect();
        let row = format!("  {address:<6}{line:<12}… {}\n", last.join(" "));
        text += &row;
    }
    text
}
