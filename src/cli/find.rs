//! `find`: entities by fuzzy match, each with its mentions; the same as in the finder, in the same order.

use super::{
    Desk, Printout, Text,
    args::Format,
    json,
    paper::Ink,
    printout::write,
    sentences::{Holding, by_sentence},
};
use crate::{
    catalogue::Kind,
    letter::{Span, in_message},
    reading::{
        asked::{Asked, Way},
        finder::{self, Finder},
        search::Onward,
        table,
    },
};
use std::iter;

/// The columns of a table of what is found.
const HEAD: [&str; 4] = ["kind", "name", "address", "sentence"];

/// The most addresses that a sentence names.
const MOST: usize = 8;

/// What a query means.
struct Meant {
    /// The entities, by index, best first.
    entities: Vec<usize>,
    /// Whether they are near what was typed only.
    near: bool,
}

pub fn find<'a>(desk: &'a Desk, query: &str, kind: Option<Kind>, format: Format) -> Printout<'a> {
    let meant = meant(desk, query, kind);
    let aside = aside(desk, query, &meant);
    let found = !meant.entities.is_empty();
    let text = Text::written(move |out| {
        let each = || meant.entities.iter().copied();
        let rows = || each().flat_map(|index| rows(desk, index));
        let json = || each().map(|index| json::entity(desk, index));
        match format {
            Format::Json => json::write(out, &json::Each(json)),
            Format::Tsv => write(out, table::tabs(&HEAD, rows())),
            Format::Markdown => write(out, table::markdown(&HEAD, rows())),
            Format::Text => each().enumerate().try_for_each(|(n, index)| {
                out.write_str(if n > 0 { "\n" } else { "" })?;
                write(out, lines(desk, index))
            }),
        }
    });
    Printout { text, found, aside }
}

/// A sentence where no entity is meant exactly.
fn aside(desk: &Desk, query: &str, meant: &Meant) -> Option<String> {
    let words = desk.words.cli();
    let told = match (meant.entities.is_empty(), meant.near) {
        (false, false) => return None,
        (false, true) => words.find_near.to_owned(),
        (true, _) => absent(desk, query),
    };
    Some(told.replace("{}", &in_message(query)))
}

/// What is said where no name is meant: where the words stand in the text, if they do.
fn absent(desk: &Desk, query: &str) -> String {
    let words = desk.words.cli();
    match stands(desk, query) {
        None => desk.words.search.nothing.to_owned(),
        Some((Way::Typed | Way::Heading | Way::Signs | Way::Apart, spans)) => {
            let places = places(desk, spans).join(", ");
            words.find_in_text.replace("{places}", &places)
        }
        Some(_) => words.find_nothing.to_owned(),
    }
}

/// Whether the words stand in the text, be they a name or not.
pub fn is_in_text(desk: &Desk, query: &str) -> bool {
    let found = stands(desk, query);
    found.is_some_and(|(way, _)| matches!(way, Way::Typed | Way::Heading | Way::Signs | Way::Apart))
}

/// Where the words stand, in the strictest way in which they do.
fn stands(desk: &Desk, query: &str) -> Option<(Way, Vec<Span>)> {
    let asked = Asked::new(&desk.letter, query);
    let mut typed = Vec::new();
    let start = Onward::default();
    asked.look_on(&desk.letter, Way::Typed, start, usize::MAX, &mut typed);
    if typed.is_empty() {
        asked.kinder(&desk.letter)
    } else {
        Some((Way::Typed, typed))
    }
}

/// The addresses of the paragraphs that these stand in, the first of them.
fn places(desk: &Desk, spans: Vec<Span>) -> Vec<String> {
    let address = |span: Span| desk.words.address(&desk.letter, span.paragraph);
    let mut places: Vec<String> = spans.into_iter().map(address).collect();
    places.dedup();
    if places.len() > MOST {
        places.truncate(MOST);
        places.push("…".to_owned());
    }
    places
}

/// The entities named in the letter that a query means or, where there are none, that are near it.
fn meant(desk: &Desk, query: &str, kind: Option<Kind>) -> Meant {
    let catalogue = desk.catalogue();
    let mut named = finder::named(desk.catalogue(), desk.mentions());
    named.retain(|&index| kind.is_none_or(|kind| catalogue.entity(index).kind == kind));
    let mut finder = Finder::default();
    for &index in &named {
        finder.add(finder::fields(catalogue.entity(index)), 0);
    }
    let mut found = finder.rank(query).to_vec();
    let near = found.is_empty();
    if near {
        found = finder.near(query);
    }
    if found.is_empty() {
        found = finder.held_in(query);
    }
    let entities = found.iter().map(|found| named[found.candidate()]);
    Meant {
        entities: entities.collect(),
        near,
    }
}

/// The sentences that name an entity, as rows of cells.
fn rows(desk: &Desk, index: usize) -> impl Iterator<Item = Vec<String>> + '_ {
    let entity = desk.catalogue().entity(index);
    let sentences = by_sentence(&desk.letter, desk.mentions().of(index), |_| true);
    sentences.map(|Holding { whole, .. }| {
        vec![
            desk.words.kind(entity.kind).to_owned(),
            entity.name_in(desk.words.language).to_owned(),
            desk.words.address(&desk.letter, whole.paragraph),
            desk.letter.words(whole).to_owned(),
        ]
    })
}

/// An entity, and under it the sentences that name it.
fn lines(desk: &Desk, index: usize) -> impl Iterator<Item = String> + '_ {
    let entity = desk.catalogue().entity(index);
    let paper = desk.paper;
    let abbreviation = entity
        .abbreviation
        .as_ref()
        .map(|short| format!(" ({short})"))
        .unwrap_or_default();
    let name = paper.ink(
        Ink::Heading,
        &format!("{}{abbreviation}", entity.name_in(desk.words.language)),
    );
    let count = desk.mentions().of(index).len();
    let about = paper.ink(
        Ink::Margin,
        &format!("{}, {count}×", desk.words.kind(entity.kind)),
    );
    let sentences = by_sentence(&desk.letter, desk.mentions().of(index), |_| true);
    let sentences = sentences.map(move |Holding { whole, hits, .. }| {
        let address = desk.words.address(&desk.letter, whole.paragraph);
        let margin = format!("  {address:<4}  ");
        paper.paragraph(&margin, desk.letter.words(whole), &hits)
    });
    iter::once(format!("{name}  {about}\n")).chain(sentences)
}
