//! `list repeats`: the sentences that come back in a later letter of the same dossier, each beside what it comes back
//! from.

use super::{Printout, args::Format, json};
use crate::{
    app::words::Words,
    letter::Span,
    library::Library,
    reading::{repeats::Repeat, table},
};
use serde::Serialize;

/// The columns.
const HEAD: [&str; 8] = [
    "date",
    "letter",
    "address",
    "text",
    "earlier_date",
    "earlier_letter",
    "earlier_address",
    "earlier_text",
];

/// A sentence as JSON.
#[derive(Serialize)]
struct Side<'a> {
    letter: &'a str,
    name: &'a str,
    date: Option<String>,
    address: String,
    text: String,
}

#[derive(Serialize)]
struct Row<'a> {
    reading: &'static str,
    shared: usize,
    later: Side<'a>,
    earlier: Side<'a>,
}

/// The sentences of these letters that come back, in the form asked for.
#[must_use]
pub fn repeats(library: &Library, format: Format, words: &Words) -> Printout<'static> {
    let dossiers = library.dossiers().into_iter();
    let all: Vec<Repeat> = dossiers
        .flat_map(|letters| library.repeats(&letters))
        .collect();
    let side = |(index, span): (usize, Span)| {
        let held = &library.letters[index];
        let letter = &held.letter;
        Side {
            letter: &held.id,
            name: &held.name,
            date: letter.facts.date.map(|date| date.to_string()),
            address: words.address(letter, span.paragraph),
            text: letter.own_words(span).into_owned(),
        }
    };
    let rows = all.iter().map(|repeat| Row {
        reading: "rule",
        shared: repeat.shared,
        later: side(repeat.later),
        earlier: side(repeat.earlier),
    });
    let rows: Vec<Row> = rows.collect();
    let cells = |row: &Row| {
        let side = |side: &Side| {
            let date = side.date.clone().unwrap_or_default();
            [
                date,
                side.name.to_owned(),
                side.address.clone(),
                side.text.clone(),
            ]
        };
        [side(&row.later), side(&row.earlier)].concat()
    };
    let text: String = match format {
        Format::Json => json::print(&rows).to_string(),
        Format::Tsv => table::tabs(&HEAD, rows.iter().map(cells)).collect(),
        Format::Markdown => table::markdown(&HEAD, rows.iter().map(cells)).collect(),
        Format::Text => rows.iter().map(|row| said(row, words)).collect(),
    };
    Printout {
        text: text.into(),
        found: !rows.is_empty(),
        aside: (!rows.is_empty()).then(|| words.cli().repeats_by_rule.to_owned()),
    }
}

/// A sentence above what it comes back from.
fn said(row: &Row, words: &Words) -> String {
    let line = |side: &Side| {
        let date = side.date.as_deref().unwrap_or("–");
        format!("{date}  {} {}  {}\n", side.name, side.address, side.text)
    };
    let shared = words.cli().shared.replace("{}", &row.shared.to_string());
    format!("{}{}{shared}\n\n", line(&row.earlier), line(&row.later))
}
