//! What is said of the letter as a whole: what it and its sections are called, and its recommendations.

use super::words::LinearWords;
use crate::{
    app::{App, tables::Teller},
    letter::{Section, SectionKind},
    reading::cite::{self, Style},
};

/// What the letter is called: its number and its title, as far as it has them.
pub(super) fn letter(app: &App) -> String {
    let short = app.reader().letter.short_title();
    let title = short.map(|title| title.get(app.words().language).to_owned());
    let title = title.or_else(|| app.reader().letter.facts.title.clone());
    let name = cite::cite(&app.reader().letter, None, Style::Kamerstuk);
    match title {
        Some(title) => format!("{name}, {title}"),
        None => name,
    }
}

/// `Aanbeveling 4, Mondiaal aanjagen, online`
pub(super) fn section_name(app: &App, section: &Section) -> String {
    let title = app.title(section);
    let heading = app.reader().letter.heading(section);
    let heading = heading.map(|heading| heading.trim_end_matches([':', '.', '–', '-', ' ']));
    match heading {
        Some(heading) if section.kind == SectionKind::Recommendation => {
            format!("{heading}, {title}")
        }
        _ => title,
    }
}

/// The recommendations, a line each, with what is ours of them.
pub(super) fn recommendations(app: &App, words: &LinearWords) -> String {
    let mut text = String::new();
    for section in app.reader().letter.sections() {
        if section.kind != SectionKind::Recommendation {
            continue;
        }
        text += &section_name(app, section);
        text += ". ";
        text += &stance_line(app, words, section).unwrap_or_default();
        text.push('\n');
    }
    text
}

pub(super) const fn teller(app: &App) -> Teller<'_> {
    Teller {
        letter: &app.reader().letter,
        words: app.words(),
    }
}

pub(super) fn stance_line(app: &App, words: &LinearWords, section: &Section) -> Option<String> {
    let stance = app.reader().letter.stance(section)?;
    let told = teller(app).stance(stance);
    let letter = &app.reader().letter;
    let whose = if letter.knows_stances() {
        words.ours
    } else {
        words.by_rule
    };
    Some(whose.replace("{}", told))
}
