//! `check`: which form of letter was recognised, what was found in it and what was not.

use super::{Desk, Printout, paper::Ink};
use crate::{catalogue::Abbreviations, letter::Chamber};
use unicode_width::UnicodeWidthStr;

pub fn check(desk: &Desk) -> Printout {
    let (letter, words) = (&desk.letter, &desk.words.cli());
    let facts = &letter.facts;
    let abbreviations = Abbreviations::find(letter);
    let explained = abbreviations
        .all()
        .iter()
        .filter(|short| short.said_at.is_some())
        .count();
    let entities =
        (0..desk.catalogue.entities().len()).filter(|&index| desk.mentions.of(index).len() > 0);
    let paragraphs = letter.paragraphs().len() - letter.head().len();
    let known = [
        (&words.form, Some(letter.form.id().to_owned())),
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
    if letter.recommendations() == 0 {
        text += &[desk.words.reader.no_recommendations, "\n"].concat();
    }
    Printout {
        text,
        found: true,
        aside: None,
    }
}
