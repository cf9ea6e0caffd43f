//! `verify`: whether a quotation stands in the letter word for word; where, what differs, and its citation.

use super::{Desk, Printout, args::Format, json, paper::Ink};
use crate::{
    letter::{Span, visible_line},
    reading::{
        cite::{self, Style},
        table,
        verify::{self, Around, Verdict, Verified},
    },
};
use serde::Serialize;

/// The columns of the table.
const HEAD: [&str; 5] = ["verdict", "address", "text", "differences", "citation"];

#[derive(Serialize)]
struct VerifiedJson<'a> {
    verdict: &'static str,
    address: Option<String>,
    text: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
    differences: Vec<DifferenceJson>,
    citation: Option<String>,
    /// All places, where there are several: of what is left out between, or of what it is put together from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<PlaceJson<'a>>,
    /// The addresses of the further places where it stands as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
}

#[derive(Serialize)]
struct DifferenceJson {
    letter: String,
    quote: String,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    address: Option<String>,
    text: &'a str,
}

pub fn verify(desk: &Desk, quote: &str, format: Format) -> Printout<'static> {
    printed(desk, &verify::verify(&desk.letter, quote), format)
}

/// What is printed of what came of it.
pub fn printed(desk: &Desk, found: &Verified, format: Format) -> Printout<'static> {
    let rows = std::iter::once_with(|| row(desk, found));
    let text: String = match format {
        Format::Json => json(desk, found),
        Format::Tsv => table::tabs(&HEAD, rows).collect(),
        Format::Markdown => table::markdown(&HEAD, rows).collect(),
        Format::Text => text(desk, found),
    };
    Printout {
        text: text.into(),
        found: found.verdict == Verdict::Literal,
        aside: None,
    }
}

/// The stable name; what is put together is altered.
const fn id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Literal => "literal",
        Verdict::Altered | Verdict::Assembled => "altered",
        Verdict::Absent => "absent",
    }
}

fn address(desk: &Desk, span: Span) -> Option<String> {
    let address = desk.letter.address(span.paragraph)?;
    Some(address.to_string())
}

fn citation(desk: &Desk, span: Span) -> Option<String> {
    let address = desk.letter.address(span.paragraph)?;
    Some(cite::cite(&desk.letter, Some(address), Style::default()))
}

/// Where it stands, if it does.
fn stands(found: &Verified) -> Option<Span> {
    let place = found.places.first().copied();
    place.filter(|_| found.verdict != Verdict::Absent)
}

fn json(desk: &Desk, found: &Verified) -> String {
    let letter = &desk.letter;
    let place = found.places.first().copied();
    let text = |span: Span| letter.paragraph(span.paragraph);
    let chars = |span: Span, byte: usize| text(span)[..byte].chars().count();
    let differences = found.differences.iter().map(|difference| DifferenceJson {
        letter: difference.letter.clone(),
        quote: difference.quote.clone(),
    });
    let places = found.places.iter().map(|&span| PlaceJson {
        address: address(desk, span),
        text: letter.words(span),
    });
    json::print(&VerifiedJson {
        verdict: id(found.verdict),
        address: place.and_then(|span| address(desk, span)),
        text: place.map(text),
        start: place.map(|span| chars(span, span.start)),
        end: place.map(|span| chars(span, span.end)),
        differences: differences.collect(),
        citation: stands(found).and_then(|span| citation(desk, span)),
        places: if found.places.len() > 1 {
            places.collect()
        } else {
            Vec::new()
        },
        also: found
            .also
            .iter()
            .filter_map(|&span| address(desk, span))
            .collect(),
    })
    .to_string()
}

fn row(desk: &Desk, found: &Verified) -> Vec<String> {
    let addresses = found.places.iter().filter_map(|&span| address(desk, span));
    let words = found.places.iter().map(|&span| desk.letter.words(span));
    let differences = found.differences.iter();
    let differences = differences.map(|difference| {
        format!(
            "‘{}’ → ‘{}’",
            difference.letter,
            visible_line(&difference.quote)
        )
    });
    vec![
        id(found.verdict).to_owned(),
        addresses.collect::<Vec<_>>().join(" "),
        words.collect::<Vec<_>>().join(" … "),
        differences.collect::<Vec<_>>().join("; "),
        stands(found)
            .and_then(|span| citation(desk, span))
            .unwrap_or_default(),
    ]
}

fn text(desk: &Desk, found: &Verified) -> String {
    let (words, paper, letter) = (desk.words.cli(), desk.paper, &desk.letter);
    let mut printed = paper.heading(desk.words.verdict_on_quote(found));
    for &span in &found.places {
        let margin = format!("{:<4}  ", desk.words.address(letter, span.paragraph));
        let Around {
            whole,
            before,
            after,
        } = verify::around(letter, span);
        let hit = span.start - whole.start..span.end - whole.start;
        let hits = if found.verdict == Verdict::Absent {
            Vec::new()
        } else {
            vec![hit]
        };
        printed += &paper.paragraph(&margin, letter.words(whole), &hits);
        for (label, words) in [(words.verify_before, before), (words.verify_after, after)] {
            if let Some(words) = words.filter(|_| found.verdict != Verdict::Absent) {
                printed += &paper.ink(Ink::Margin, &format!("      {label} {words}"));
                printed.push('\n');
            }
        }
    }
    if let Some(told) = desk.words.further_places(letter, found) {
        printed += &paper.paragraph("      ", &told, &[]);
    }
    for difference in &found.differences {
        let quote = visible_line(&difference.quote);
        let told = match (difference.letter.is_empty(), difference.quote.is_empty()) {
            (false, true) => words
                .verify_left_out
                .replace("{letter}", &difference.letter),
            (true, false) => words.verify_added.replace("{quote}", &quote),
            _ => words
                .verify_changed
                .replace("{letter}", &difference.letter)
                .replace("{quote}", &quote),
        };
        printed += &paper.paragraph("  - ", &told, &[]);
    }
    let cited = if found.goes_on { found.places.len() } else { 1 };
    let stands = stands(found).map_or(&[][..], |_| &found.places[..cited]);
    for citation in stands.iter().filter_map(|&span| citation(desk, span)) {
        printed += &paper.ink(Ink::Margin, &citation);
        printed.push('\n');
    }
    printed
}
