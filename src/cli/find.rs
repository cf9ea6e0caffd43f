//! `find`: entities by fuzzy match, each with its mentions.

use super::{Desk, Printout, args::Format, json, paper::Ink, sentences::by_sentence};
use crate::{
    catalogue::Kind,
    reading::{
        finder::{self, Finder},
        table,
    },
};

/// The columns of a table of what is found.
const HEAD: [&str; 4] = ["kind", "name", "address", "sentence"];

pub fn find(desk: &Desk, query: &str, kind: Option<Kind>, format: Format) -> Printout {
    let found = matches(desk, query, kind);
    let text = match format {
        Format::Json => json::print(
            &found
                .iter()
                .map(|&index| json::entity(desk, index))
                .collect::<Vec<_>>(),
        ),
        Format::Tsv => table::tabs(&HEAD, &rows(desk, &found)),
        Format::Markdown => table::markdown(&HEAD, &rows(desk, &found)),
        Format::Text => found
            .iter()
            .map(|&index| text(desk, index))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    Printout {
        text,
        found: !found.is_empty(),
        aside: None,
    }
}

/// The entities named in the letter that a query means, best first.
fn matches(desk: &Desk, query: &str, kind: Option<Kind>) -> Vec<usize> {
    let entities = desk.catalogue.entities();
    let mut named = finder::named(desk.catalogue, &desk.mentions);
    named.retain(|&index| kind.is_none_or(|kind| entities[index].kind == kind));
    let mut finder = Finder::default();
    for &index in &named {
        finder.add(finder::fields(&entities[index]), 0);
    }
    let ranked = finder.rank(query).iter();
    ranked.map(|found| named[found.candidate()]).collect()
}

fn rows(desk: &Desk, found: &[usize]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for &index in found {
        let entity = &desk.catalogue.entities()[index];
        for (whole, _) in by_sentence(&desk.letter, desk.mentions.of(index)) {
            rows.push(vec![
                desk.words.kind(entity.kind).to_owned(),
                entity.name.clone(),
                desk.words.address(&desk.letter, whole.paragraph),
                desk.letter.words(whole).to_owned(),
            ]);
        }
    }
    rows
}

fn text(desk: &Desk, index: usize) -> String {
    let entity = &desk.catalogue.entities()[index];
    let paper = desk.paper;
    let abbreviation = entity
        .abbreviation
        .as_ref()
        .map(|short| format!(" ({short})"))
        .unwrap_or_default();
    let name = paper.ink(Ink::Heading, &format!("{}{abbreviation}", entity.name));
    let count = desk.mentions.of(index).len();
    let about = paper.ink(
        Ink::Margin,
        &format!("{}, {count}×", desk.words.kind(entity.kind)),
    );
    let mut printed = format!("{name}  {about}\n");
    for (whole, hits) in by_sentence(&desk.letter, desk.mentions.of(index)) {
        let address = desk.words.address(&desk.letter, whole.paragraph);
        let margin = format!("  {address:<4}  ");
        printed += &paper.paragraph(&margin, desk.letter.words(whole), &hits);
    }
    printed
}
