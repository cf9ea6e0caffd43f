//! `list`: the tables of what the letter holds.

use super::{
    Desk, Printout,
    args::{Format, Table},
    json,
    paper::{self, Ink},
};
use crate::letter::SectionKind;
use unicode_width::UnicodeWidthStr;

pub fn list(desk: &Desk, table: Table, format: Format) -> Printout {
    let (head, rows) = match table {
        Table::Entities => (
            &["kind", "name", "abbreviation", "mentions", "sections"][..],
            entities(desk),
        ),
        Table::Recommendations => (&["number", "title"][..], recommendations(desk)),
    };
    let found = !rows.is_empty();
    let text = match format {
        Format::Json => match table {
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
        },
        Format::Tsv => paper::tabs(&rows),
        Format::Markdown => paper::markdown(head, &rows),
        Format::Text => columns(desk, &rows),
    };
    Printout { text, found }
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

/// Rows with their cells in columns.
fn columns(desk: &Desk, rows: &[Vec<String>]) -> String {
    let count = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].width())
            .max()
            .unwrap_or(0)
            .min(60)
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
                let cell = if column == 1 {
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
