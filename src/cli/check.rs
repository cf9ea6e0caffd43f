//! `check`: which form of letter was recognised, what was found in it and what was not.

use super::{Desk, Printout, paper::Ink};
use crate::{
    app::words::CliWords,
    catalogue::{Abbreviation, Abbreviations, Figures},
    letter::{Kind, Letter, OpenEndKind, Paragraph, Role, Sureness, visible_line},
};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// How many words show which end is meant.
const LAST_WORDS: usize = 4;

/// How many words show which heading is meant.
const FIRST_WORDS: usize = 6;

pub fn check(desk: &Desk) -> Printout<'static> {
    let (letter, words) = (&desk.letter, &desk.words.cli());
    let mut known = facts(letter, words);
    known.extend(counts(desk, words));
    known.extend(names(desk, words));
    let width = known
        .iter()
        .map(|(name, _)| name.width())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for (name, value) in known {
        let gap = " ".repeat(width - name.width() + 2);
        text += &[&desk.paper.ink(Ink::Margin, &name), &gap, &*value, "\n"].concat();
    }
    if let Some(absent) = desk.words.absent(&Figures::find(letter).absent()) {
        text += &[&absent, "\n"].concat();
    }
    if letter.recommendations() == 0 {
        text += &[desk.words.reader.no_recommendations, "\n"].concat();
    }
    if let Some(damage) = &letter.setting().damage {
        text += &[&words.damaged.replace("{}", &visible_line(damage)), "\n"].concat();
    }
    for (kind, about) in [
        (OpenEndKind::Possible, words.open_ends),
        (OpenEndKind::Guessed, words.guessed_ends),
    ] {
        text += &open_ends(letter, kind, about, words);
    }
    text += &out_of_order(letter, words);
    text += &left_out(letter, words);
    Printout {
        text: text.into(),
        found: true,
        aside: None,
    }
}

/// What a row of the list is called, and what it says.
type Known = (Cow<'static, str>, String);

/// The form, and what the head says.
fn facts(letter: &Letter, words: &CliWords) -> Vec<Known> {
    let facts = &letter.facts;
    let sure = match letter.sureness {
        Sureness::Sure => words.sure,
        Sureness::Likely => words.likely,
        Sureness::Guess => words.guess,
    };
    let chamber = facts.chamber.map(|chamber| chamber.roman().to_owned());
    let told = [
        (words.form, Some(format!("{} ({sure})", letter.form.id()))),
        (words.title, facts.title.clone()),
        (words.dossier, facts.dossier.clone()),
        (words.number, facts.number.clone()),
        (words.chamber, chamber),
        (words.date, facts.date.map(|date| date.to_string())),
    ];
    let unknown = || words.unknown.to_owned();
    told.map(|(name, value)| (name.into(), value.unwrap_or_else(unknown)))
        .to_vec()
}

/// How much there is of what a letter is made of; of what few letters have, only where there is some.
fn counts(desk: &Desk, words: &CliWords) -> Vec<Known> {
    let letter = &desk.letter;
    let setting = letter.setting();
    let kinds = |is: fn(Kind) -> bool| setting.kinds.iter().filter(|(_, kind)| is(*kind)).count();
    let rows = setting.kinds.iter().filter_map(|(_, kind)| match kind {
        Kind::Row { table, .. } => Some(*table as usize + 1),
        _ => None,
    });
    let marks = letter.marks();
    let told = marks
        .iter()
        .filter(|mark| letter.note(**mark).is_some())
        .count();
    let told = match (told, marks.len()) {
        (_, 0) => String::new(),
        (0, _) => format!(" ({})", words.notes_without_text),
        _ => format!(
            " ({})",
            words.notes_with_text.replace("{}", &told.to_string())
        ),
    };
    let own = |paragraph: &&Paragraph| !matches!(paragraph.role, Role::Head | Role::Note);
    let paragraphs = letter.paragraphs().iter().filter(own).count();
    let always = |name: &'static str, count: usize| Some((Cow::from(name), count.to_string()));
    let some = |name, count: usize| always(name, count).filter(|_| count > 0);
    let pairs = desk.words.pairs(letter.pair()).to_lowercase();
    [
        some(words.count_pages, setting.page_count as usize),
        always(words.count_sections, letter.sections().len()),
        Some((pairs.into(), letter.recommendations().to_string())),
        always(words.count_paragraphs, paragraphs),
        some(
            words.count_headings,
            kinds(|kind| matches!(kind, Kind::Heading { .. })),
        ),
        some(
            words.count_items,
            kinds(|kind| matches!(kind, Kind::Item { .. })),
        ),
        some(words.count_tables, rows.max().unwrap_or(0)),
        always(words.count_signatories, letter.signatories().len()),
        Some((words.count_notes.into(), format!("{}{told}", marks.len()))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many names and abbreviations were found.
fn names(desk: &Desk, words: &CliWords) -> [Known; 2] {
    // One after the other: in a big letter either may take several times its length.
    let (abbreviations, explained) = {
        let found = Abbreviations::find(&desk.letter);
        let said = |short: &&Abbreviation| short.said_at.is_some();
        (found.all().len(), found.all().iter().filter(said).count())
    };
    let named = (0..desk.catalogue().count())
        .filter(|&index| desk.mentions().of(index).len() > 0)
        .count();
    [
        (
            words.count_entities.into(),
            format!("{named} / {}", desk.mentions().all().len()),
        ),
        (
            words.count_abbreviations.into(),
            format!("{abbreviations} / {explained}"),
        ),
    ]
}

/// The headings of pairs that start no section, with their addresses.
fn out_of_order(letter: &Letter, words: &CliWords) -> String {
    let passed = letter.out_of_order();
    let heading = (!passed.is_empty()).then(|| format!("\n{}\n", words.out_of_order));
    let rows = passed.into_iter().map(|index| {
        let address = letter.address(index).map(|own| own.to_string());
        let words = letter.paragraph(index);
        let first: Vec<_> = words.split(' ').take(FIRST_WORDS).collect();
        let first = first.join(" ");
        let cut = if first.len() < words.len() {
            " …"
        } else {
            ""
        };
        format!("  {:<6}{first}{cut}\n", address.unwrap_or_default())
    });
    heading.into_iter().chain(rows).collect()
}

/// What was left out of the source, the same words once, with the pages they stand on.
fn left_out(letter: &Letter, words: &CliWords) -> String {
    let mut text = String::new();
    for out in letter.left_out() {
        if text.is_empty() {
            text = format!("\n{}\n", words.left_out);
        }
        let row = format!(
            "  {:<10}{}\n",
            words.on_pages(&out),
            visible_line(&out.words)
        );
        text += &row;
    }
    text
}

/// The ends of one kind that nobody can see, under what is said about them: address, line and last words.
fn open_ends(letter: &Letter, kind: OpenEndKind, about: &str, words: &CliWords) -> String {
    let ends = letter.open_ends().iter().filter(|end| end.kind == kind);
    let rows: Vec<[String; 3]> = ends
        .map(|end| {
            let address = letter.address(end.place.paragraph);
            let sentence = &letter.paragraph(end.place.paragraph)[..end.place.byte];
            let mut last: Vec<_> = sentence.rsplit(' ').take(LAST_WORDS).collect();
            last.reverse();
            [
                address.map_or_else(String::new, |address| address.to_string()),
                words.line.replace("{}", &end.line.to_string()),
                last.join(" "),
            ]
        })
        .collect();
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or_default()
    };
    let (address, line) = (width(0).max(4), width(1).max(10));
    let heading = (!rows.is_empty()).then(|| format!("\n{about}\n"));
    let rows = rows
        .iter()
        .map(|[of, at, last]| format!("  {of:<address$}  {at:<line$}  … {last}\n"));
    heading.into_iter().chain(rows).collect()
}
