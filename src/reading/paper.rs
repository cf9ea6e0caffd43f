//! A letter as a paper among others: how it is referred to as a whole, and what it is called without a number.

use crate::letter::{Facts, Language, Letter, Series};

/// `Kamerstukken II 2025/26, 36800 XVII, nr. 9`.
pub(super) fn leidraad(letter: &Letter) -> String {
    let facts = &letter.facts;
    if let Some(questions) = questions(facts) {
        return questions;
    }
    match (number(facts, facts.plain_dossier()), facts.session()) {
        (Some(number), Some(session)) => format!("{} {session}, {number}", series(facts)),
        (Some(number), None) => format!("{} {number}", series(facts)),
        (None, _) => unnumbered(letter),
    }
}

/// `Aanhangsel Handelingen II 2023/24, nr. 1314`; none for a paper of another series.
fn questions(facts: &Facts) -> Option<String> {
    let number = facts
        .number
        .as_ref()
        .filter(|_| facts.series == Series::Appendix)?;
    let chamber = facts.chamber?.roman();
    let session = facts.session()?;
    Some(format!(
        "Aanhangsel Handelingen {chamber} {session}, nr. {number}"
    ))
}

/// `Kamerstuk 36 800 XVII, nr. 9`.
pub(super) fn kamerstuk(letter: &Letter) -> String {
    if let Some(questions) = questions(&letter.facts) {
        return questions;
    }
    let spaced = |dossier: String| match dossier.split_at_checked(2) {
        Some((thousands, rest)) => format!("{thousands} {rest}"),
        None => dossier,
    };
    let number = number(&letter.facts, letter.facts.plain_dossier().map(spaced));
    number.map_or_else(
        || unnumbered(letter),
        |number| format!("Kamerstuk {number}"),
    )
}

/// `Kamerstukken II`, or without the Chamber where that is unknown.
pub(super) fn series(facts: &Facts) -> String {
    facts.chamber.map_or_else(
        || "Kamerstukken".to_owned(),
        |chamber| format!("Kamerstukken {}", chamber.roman()),
    )
}

/// The dossier with the number in it: `nr. 9`, of the Senate's papers a bare letter, of a letter that
/// has none yet the date.
pub(super) fn number(facts: &Facts, dossier: Option<String>) -> Option<String> {
    let dossier = dossier?;
    Some(match (&facts.number, facts.date) {
        (Some(number), _) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{dossier}, nr. {number}")
        }
        (Some(number), _) => format!("{dossier}, {number}"),
        (None, Some(date)) => format!("{dossier}, brief van {}", date.words(Language::Dutch)),
        (None, None) => dossier,
    })
}

/// What identifies a letter outside any dossier: its title and date.
fn unnumbered(letter: &Letter) -> String {
    let title = title(letter);
    match letter.facts.date.map(|date| date.words(Language::Dutch)) {
        Some(date) if !title.contains(&date) => format!("{title}, {date}"),
        _ => title,
    }
}

/// The letter's title; without one what is known of it. Its first line may be anything, and is never cited for one.
pub(super) fn title(letter: &Letter) -> String {
    let facts = &letter.facts;
    let dated = || Some(format!("brief van {}", facts.date?.words(Language::Dutch)));
    let known = facts.title.clone().or_else(dated);
    known.unwrap_or_else(|| "brief zonder titel en datum".to_owned())
}

/// A text with some characters written otherwise.
pub(super) fn escape(text: &str, escaped: impl Fn(char) -> Option<&'static str>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match escaped(c) {
            Some(written) => out.push_str(written),
            None => out.push(c),
        }
    }
    out
}
