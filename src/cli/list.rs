//! `list`: the tables of what the letter holds.

use super::{
    Desk, Printout,
    args::{Format, Table},
    json,
    paper::{self, Ink},
    sentences::{self, Sentence},
};
use crate::{
    catalogue::{Abbreviation, Abbreviations, FigureKind, Figures},
    letter::SectionKind,
};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

pub fn list(desk: &Desk, table: Table, format: Format) -> Printout {
    let (head, rows) = match table {
        Table::Entities => (
            &["kind", "name", "abbreviation", "mentions", "sections"][..],
            entities(desk),
        ),
        Table::Recommendations => (&["number", "title"][..], recommendations(desk)),
        Table::Abbreviations => (
            &[
                "abbreviation",
                "expansion",
                "explained by",
                "mentions",
                "sections",
            ][..],
            abbreviations(desk),
        ),
        Table::Figures => (
            &["kind", "address", "figure", "sentence"][..],
            figures(desk).iter().map(|row| figure(desk, row)).collect(),
        ),
        Table::Notes => (&["number", "address", "text"][..], notes(desk)),
    };
    let found = !rows.is_empty();
    let text = match format {
        Format::Json => match table {
            Table::Abbreviations => {
                let all = Abbreviations::find(&desk.letter);
                json::print(
                    &all.all()
                        .iter()
                        .map(|short| json::abbreviation(desk, short))
                        .collect::<Vec<_>>(),
                )
            }
            Table::Entities => {
                let named = named(desk);
                json::print(
                    &named
                        .iter()
                        .map(|&index| json::entity(desk, index))
                        .collect::<Vec<_>>(),
                )
            }
            Table::Recommendations => {
                let sections = desk.letter.sections().iter();
                let own = sections.filter(|section| section.kind == SectionKind::Recommendation);
                json::print(
                    &own.map(|section| json::recommendation(desk, section))
                        .collect::<Vec<_>>(),
                )
            }
            Table::Figures => json::print(&json::figures(&desk.letter, &figures(desk))),
            Table::Notes => {
                let marks = desk.letter.marks().iter();
                json::print(
                    &marks
                        .map(|mark| json::note(&desk.letter, *mark))
                        .collect::<Vec<_>>(),
                )
            }
        },
        Format::Tsv => paper::tabs(&rows),
        Format::Markdown => paper::markdown(head, &rows),
        Format::Text if table == Table::Figures => figure_lines(desk, &rows),
        Format::Text => columns(desk, &rows, 1),
    };
    Printout {
        text,
        found,
        aside: None,
    }
}

/// The entities named in the letter, in the order of the catalogue.
fn named(desk: &Desk) -> Vec<usize> {
    (0..desk.catalogue.entities().len())
        .filter(|&index| desk.mentions.of(index).len() > 0)
        .collect()
}

fn entities(desk: &Desk) -> Vec<Vec<String>> {
    let row = |index: usize| {
        let entity = &desk.catalogue.entities()[index];
        vec![
            desk.words.kind(entity.kind).to_owned(),
            entity.name.clone(),
            entity.abbreviation.clone().unwrap_or_default(),
            desk.mentions.of(index).len().to_string(),
            desk.words.sections(&desk.letter, desk.mentions.of(index)),
        ]
    };
    named(desk).into_iter().map(row).collect()
}

fn recommendations(desk: &Desk) -> Vec<Vec<String>> {
    let sections = desk.letter.sections().iter();
    let own = sections.filter(|section| section.kind == SectionKind::Recommendation);
    own.map(|section| {
        let title = desk
            .letter
            .title(section)
            .map(|title| title.get(desk.words.language).to_owned());
        vec![section.number.to_string(), title.unwrap_or_default()]
    })
    .collect()
}

fn abbreviations(desk: &Desk) -> Vec<Vec<String>> {
    let (letter, words) = (&desk.letter, &desk.words);
    let row = |short: &Abbreviation| {
        let by = match (short.said_at, short.explained_by()) {
            (Some(span), _) => words
                .card
                .said_at
                .replace("{}", &words.address(letter, span.paragraph)),
            (None, Some(explainer)) => words.explainer(explainer).to_owned(),
            (None, None) => String::new(),
        };
        vec![
            short.short.clone(),
            short
                .expansion
                .clone()
                .unwrap_or_else(|| words.card.unknown.clone()),
            by,
            short.spans.len().to_string(),
            words.sections(letter, short.spans.iter().copied()),
        ]
    };
    Abbreviations::find(letter).all().iter().map(row).collect()
}

/// The figures of the letter, each with what is printed of its sentence.
fn figures(desk: &Desk) -> Vec<(FigureKind, Sentence)> {
    let figures = Figures::find(&desk.letter);
    let spans = figures.all().iter().map(|figure| figure.span);
    let sentences = sentences::each(&desk.letter, spans);
    let kinds = figures.all().iter().map(|figure| figure.kind);
    kinds.zip(sentences).collect()
}

fn figure(desk: &Desk, (kind, sentence): &(FigureKind, Sentence)) -> Vec<String> {
    vec![
        desk.words.figure(*kind).to_owned(),
        desk.words.address(&desk.letter, sentence.span.paragraph),
        desk.letter.words(sentence.span).to_owned(),
        sentence.words(|span| Cow::Borrowed(desk.letter.words(span))),
    ]
}

/// The figures in columns; where there is a width, the sentence of each under it.
fn figure_lines(desk: &Desk, rows: &[Vec<String>]) -> String {
    if desk.paper.width.is_none() {
        return columns(desk, rows, 2);
    }
    let short: Vec<Vec<String>> = rows.iter().map(|row| row[..3].to_vec()).collect();
    let lines = columns(desk, &short, 2);
    let both = lines.lines().zip(rows);
    both.map(|(line, row)| format!("{line}\n{}", desk.paper.paragraph("    ", &row[3], &[])))
        .collect()
}

fn notes(desk: &Desk) -> Vec<Vec<String>> {
    let marks = desk.letter.marks().iter();
    marks
        .map(|mark| {
            vec![
                mark.number.to_string(),
                desk.words.address(&desk.letter, mark.paragraph),
                desk.words.cli.unknown.clone(),
            ]
        })
        .collect()
}

/// Rows with their cells in columns, one of them, by index, in the ink of headings.
fn columns(desk: &Desk, rows: &[Vec<String>], bold: usize) -> String {
    let count = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].width())
            .max()
            .unwrap_or(0)
            .min(80)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut printed = String::new();
    for row in rows {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                let gap = if column + 1 == count {
                    0
                } else {
                    width.saturating_sub(cell.width())
                };
                let cell = if column == bold {
                    desk.paper.ink(Ink::Heading, cell)
                } else {
                    cell.clone()
                };
                format!("{cell}{}", " ".repeat(gap))
            });
        let line = cells.collect::<Vec<_>>().join("  ");
        printed.push_str(line.trim_end());
        printed.push('\n');
    }
    printed
}
