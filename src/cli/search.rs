//! `search`: where a text stands, as address and sentence.

use super::{
    Desk, Printout,
    args::Format,
    json,
    sentences::{self, by_sentence},
};
use crate::{
    letter::{Span, visible_line},
    reading::{
        asked::{Asked, Way},
        table,
    },
};
use std::ops::Range;

/// How many of the words that are spelled otherwise are named on standard error.
const NAMED: usize = 8;

/// What a search came to: where it stands with the capitals that are typed, and where otherwise, both in
/// the order of the text.
struct Found<'desk> {
    desk: &'desk Desk,
    same_case: Vec<Span>,
    otherwise: Vec<Span>,
}

pub fn search(desk: &Desk, typed: &str, format: Format) -> Printout {
    let asked = Asked::new(&desk.letter, typed);
    let found = asked.all(&desk.letter);
    let way = found.as_ref().map(|(way, _)| *way);
    let is_same = |span: &Span| {
        let query = asked.query().filter(|_| way == Some(Way::Typed));
        query.is_none_or(|query| query.has_case_of(desk.letter.words(*span)))
    };
    let spans = found.map(|(_, spans)| spans).unwrap_or_default();
    let (same_case, otherwise) = spans.into_iter().partition(is_same);
    let found = Found {
        desk,
        same_case,
        otherwise,
    };
    let text = match format {
        Format::Json => json::print(&found.json()),
        Format::Tsv => table::tabs(&found.rows()),
        Format::Markdown => table::markdown(&["address", "sentence"], &found.rows()),
        Format::Text => found.text(),
    };
    Printout {
        text,
        found: way.is_some(),
        aside: found.said(typed, way),
    }
}

impl Found<'_> {
    /// The sentences that it stands in, those first that have the capitals that are typed.
    fn sentences(&self) -> Vec<(Span, Vec<Range<usize>>)> {
        let mut spans = [&self.same_case[..], &self.otherwise].concat();
        spans.sort_unstable();
        let (mut first, last): (Vec<_>, Vec<_>) = by_sentence(&self.desk.letter, spans)
            .into_iter()
            .partition(|(whole, hits)| {
                let stands = |hit: &Range<usize>| Span {
                    start: whole.start + hit.start,
                    end: whole.start + hit.end,
                    ..*whole
                };
                let mut hits = hits.iter().map(stands);
                hits.any(|span| self.same_case.binary_search(&span).is_ok())
            });
        first.extend(last);
        first
    }

    fn text(&self) -> String {
        let Desk {
            letter,
            words,
            paper,
            ..
        } = self.desk;
        let mut printed = String::new();
        for (whole, hits) in self.sentences() {
            let margin = format!("{:<4}  ", words.address(letter, whole.paragraph));
            printed += &paper.paragraph(&margin, letter.words(whole), &hits);
        }
        printed
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let Desk { letter, words, .. } = self.desk;
        let row = |(whole, _): (Span, _)| {
            vec![
                words.address(letter, whole.paragraph),
                letter.words(whole).to_owned(),
            ]
        };
        self.sentences().into_iter().map(row).collect()
    }

    fn json(&self) -> Vec<json::HitJson<'_>> {
        let letter = &self.desk.letter;
        let hits =
            |spans: &[Span]| json::hits(letter, sentences::each(letter, spans.iter().copied()));
        let mut printed = hits(&self.same_case);
        printed.extend(hits(&self.otherwise));
        printed
    }

    /// In which way it was found, where it does not stand as it is typed.
    fn said(&self, typed: &str, way: Option<Way>) -> Option<String> {
        let (words, cli) = (&self.desk.words.search, self.desk.words.cli());
        let typed = visible_line(typed);
        let how = match way {
            None => return Some(words.nothing.replace("{}", &typed)),
            Some(Way::Typed) if self.otherwise.is_empty() => return None,
            Some(Way::Typed) => {
                let count = self.otherwise.len().to_string();
                words.other_case.replace("{}", &count)
            }
            Some(Way::Slips) => format!("{} {}", cli.near, self.named()),
            Some(way) => words.way(way).to_owned(),
        };
        Some(format!("‘{typed}’: {how}"))
    }

    /// The first words that are spelled otherwise, each with its address.
    fn named(&self) -> String {
        let Desk { letter, words, .. } = self.desk;
        let name = |span: &Span| {
            let address = words.address(letter, span.paragraph);
            format!("{} ({address})", letter.words(*span))
        };
        let mut named: Vec<String> = self.same_case.iter().take(NAMED).map(name).collect();
        named.dedup();
        let more = if self.same_case.len() > NAMED {
            ", …"
        } else {
            ""
        };
        named.join(", ") + more
    }
}
