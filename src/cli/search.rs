//! `search`: where a text stands, as address and sentence.

use super::{
    Desk, Printout,
    args::Format,
    json,
    paper::{self},
};
use crate::{
    letter::Span,
    reading::{
        search::{self, Query},
        sentence,
    },
};

pub fn search(desk: &Desk, typed: &str, format: Format) -> Printout {
    let letter = &desk.letter;
    let spans = Query::new(typed)
        .map(|query| search::matches(letter, &query))
        .unwrap_or_default();
    let text = match format {
        Format::Json => json::print(
            &spans
                .iter()
                .filter_map(|span| json::span(letter, *span))
                .collect::<Vec<_>>(),
        ),
        Format::Tsv => paper::tabs(&rows(desk, &spans)),
        Format::Markdown => paper::markdown(&["address", "sentence"], &rows(desk, &spans)),
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

/// The sentences that hold the spans, each with those it holds.
fn sentences(desk: &Desk, spans: &[Span]) -> Vec<(Span, Vec<Span>)> {
    let mut sentences: Vec<(Span, Vec<Span>)> = Vec::new();
    for span in spans {
        let text = desk.letter.paragraph(span.paragraph);
        let around = sentence::around(text, span.range());
        let whole = Span {
            paragraph: span.paragraph,
            start: around.start,
            end: around.end,
        };
        match sentences.last_mut() {
            Some((last, hits)) if *last == whole => hits.push(*span),
            _ => sentences.push((whole, vec![*span])),
        }
    }
    sentences
}

fn text(desk: &Desk, spans: &[Span]) -> String {
    let mut printed = String::new();
    for (whole, hits) in sentences(desk, spans) {
        let address = desk.words.address(&desk.letter, whole.paragraph);
        let hits: Vec<_> = hits
            .iter()
            .map(|hit| hit.start - whole.start..hit.end - whole.start)
            .collect();
        printed +=
            &desk
                .paper
                .paragraph(&format!("{address:<4}  "), desk.letter.words(whole), &hits);
    }
    printed
}

fn rows(desk: &Desk, spans: &[Span]) -> Vec<Vec<String>> {
    let row = |(whole, _): (Span, Vec<Span>)| {
        vec![
            desk.words.address(&desk.letter, whole.paragraph),
            desk.letter.words(whole).to_owned(),
        ]
    };
    sentences(desk, spans).into_iter().map(row).collect()
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
    (!near.is_empty()).then(|| format!("{} {}", desk.words.cli.near, near.join(", ")))
}
