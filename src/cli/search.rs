//! `search`: where a text stands, as address and sentence.

use super::{Desk, Printout, args::Format, json, sentences::by_sentence};
use crate::{
    letter::Span,
    reading::{
        search::{self, Query},
        table,
    },
};

pub fn search(desk: &Desk, typed: &str, format: Format) -> Printout {
    let letter = &desk.letter;
    let spans = Query::new(typed)
        .map(|query| search::matches(letter, &query))
        .unwrap_or_default();
    let text = match format {
        Format::Json => json::print(&json::spans(letter, spans.iter().copied())),
        Format::Tsv => table::tabs(&rows(desk, &spans)),
        Format::Markdown => table::markdown(&["address", "sentence"], &rows(desk, &spans)),
        Format::Text => text(desk, &spans),
    };
    let aside = if spans.is_empty() {
        near(desk, typed)
    } else {
        None
    };
    Printout {
        text,
        found: !spans.is_empty(),
        aside,
    }
}

fn text(desk: &Desk, spans: &[Span]) -> String {
    let mut printed = String::new();
    for (whole, hits) in by_sentence(&desk.letter, spans.iter().copied()) {
        let address = desk.words.address(&desk.letter, whole.paragraph);
        let margin = format!("{address:<4}  ");
        let words = desk.letter.words(whole);
        printed += &desk.paper.paragraph(&margin, words, &hits);
    }
    printed
}

fn rows(desk: &Desk, spans: &[Span]) -> Vec<Vec<String>> {
    let row = |(whole, _): (Span, _)| {
        vec![
            desk.words.address(&desk.letter, whole.paragraph),
            desk.letter.words(whole).to_owned(),
        ]
    };
    by_sentence(&desk.letter, spans.iter().copied())
        .into_iter()
        .map(row)
        .collect()
}

/// What stands in the letter nearly as it is typed, in one sentence.
fn near(desk: &Desk, typed: &str) -> Option<String> {
    let mut near: Vec<String> = search::near(&desk.letter, typed)
        .into_iter()
        .map(|span| {
            format!(
                "{} ({})",
                desk.letter.words(span),
                desk.words.address(&desk.letter, span.paragraph)
            )
        })
        .collect();
    near.dedup();
    (!near.is_empty()).then(|| format!("{} {}", desk.words.cli().near, near.join(", ")))
}
