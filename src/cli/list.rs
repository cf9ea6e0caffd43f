//! `list`: the tables of what the letter holds.

use super::{
    Desk, Printout,
    args::{Format, Table},
    json,
    paper::Ink,
};
use crate::{
    catalogue::{Abbreviation, Abbreviations},
    letter::SectionKind,
    reading::table,
};

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
        },
        Format::Tsv => table::tabs(&rows),
        Format::Markdown => table::markdown(head, &rows),
        Format::Text => table::columns(&rows, |column, cell| {
            if column == 1 {
                desk.paper.ink(Ink::Heading, cell)
            } else {
                cell.to_owned()
            }
        }),
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
