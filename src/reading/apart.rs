//! Words that stand in one paragraph, in any order, where what is typed stands nowhere as it is.

use super::search::{Onward, Query, Scan, is_quote, is_whole, span};
use crate::{
    letter::{Letter, Span},
    text::{fold::fold, words::words},
};
use std::{cmp::Reverse, ops::Range};

/// The most words that are looked for apart; what has more is a passage.
const MOST: usize = 64;

/// The fewest letters of a word that may be a part of another one in the text.
pub(super) const PART: usize = 4;

/// A word or a phrase that must stand in the paragraph.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    query: Query,
    /// Whether it must be a word of its own.
    is_word: bool,
}

impl Unit {
    fn new(text: &str) -> Option<Self> {
        let query = Query::new(text)?;
        let is_word = query.weight() < PART;
        Some(Self { query, is_word })
    }

    /// Where it stands in a text, in order.
    fn places<'text>(&'text self, text: &'text str) -> impl Iterator<Item = Range<usize>> + 'text {
        Scan::new(&self.query, text).filter(|range| !self.is_word || is_whole(text, range))
    }
}

/// The words that are typed, each once, the longest first, and the phrases between quotes; those of a
/// single phrase one by one. None where that is nothing else than what is typed, or too much.
pub(super) fn units(typed: &str) -> Vec<Unit> {
    let parts: Vec<&str> = typed.split(is_quote).collect();
    let is_phrase = parts.iter().filter(|part| !part.trim().is_empty()).count() == 1;
    let mut texts: Vec<String> = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        let folded = fold(part);
        if index % 2 == 0 || is_phrase {
            texts.extend(words(&folded, 0).map(|word| folded[word].to_owned()));
        } else {
            texts.push(folded);
        }
    }
    texts.sort_by_key(|text| (Reverse(text.len()), text.clone()));
    texts.dedup();
    let units: Vec<Unit> = texts.iter().filter_map(|text| Unit::new(text)).collect();
    let is_same = units.len() == 1 && Query::new(typed).as_ref() == Some(&units[0].query);
    if is_same || units.len() > MOST {
        return Vec::new();
    }
    units
}

/// Looks on from a paragraph for at least so many bytes of text, and adds to `found` where the words
/// stand closest together in each paragraph that has them all; says where to go on, if there is more.
pub(super) fn in_one_paragraph(
    letter: &Letter,
    units: &[Unit],
    from: Onward,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Onward> {
    if units.is_empty() {
        return None;
    }
    each_stretch(letter, from, bytes, |paragraph| {
        let stretch = paragraph..paragraph + 1;
        found.extend(closest(letter, units, stretch.clone()));
        stretch
    })
}

/// The same for sections.
pub(super) fn in_one_section(
    letter: &Letter,
    units: &[Unit],
    from: Onward,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Onward> {
    if units.len() < 2 {
        return None;
    }
    each_stretch(letter, from, bytes, |paragraph| {
        let section = letter.section_of(paragraph);
        let count = letter.paragraphs().len();
        let mut others = paragraph + 1..count;
        let end = others.find(|other| letter.section_of(*other) != section);
        let stretch = paragraph..end.unwrap_or(count);
        found.extend(closest(letter, units, stretch.clone()));
        stretch
    })
}

/// Goes through stretches of paragraphs from one on until at least so many bytes of text have come by;
/// says where to go on, if there is more. `look` looks at the stretch that begins with a paragraph, and
/// says which it is.
pub(super) fn each_stretch(
    letter: &Letter,
    from: Onward,
    bytes: usize,
    mut look: impl FnMut(usize) -> Range<usize>,
) -> Option<Onward> {
    let count = letter.paragraphs().len();
    let (mut paragraph, mut left) = (from.paragraph, bytes);
    while paragraph < count && left > 0 {
        let stretch = look(paragraph);
        let seen: usize = stretch
            .clone()
            .map(|index| letter.paragraph(index).len())
            .sum();
        left = left.saturating_sub(seen.max(1));
        paragraph = stretch.end;
    }
    (paragraph < count).then(|| Onward::paragraph(paragraph))
}

/// Where the words stand closest together in a stretch of paragraphs; nowhere where one does not.
fn closest(letter: &Letter, units: &[Unit], stretch: Range<usize>) -> Vec<Span> {
    let stands = |unit: &Unit| {
        let mut texts = stretch.clone().map(|index| letter.paragraph(index));
        texts.any(|text| unit.places(text).next().is_some())
    };
    if !units.iter().all(stands) {
        return Vec::new();
    }
    let mut window = Window::new(units.len());
    for paragraph in stretch {
        let text = letter.paragraph(paragraph);
        let mut places: Vec<_> = units
            .iter()
            .map(|unit| unit.places(text).peekable())
            .collect();
        loop {
            let starts = places.iter_mut().enumerate();
            let next = starts.filter_map(|(unit, places)| Some((places.peek()?.start, unit)));
            let Some((_, unit)) = next.min() else { break };
            if let Some(range) = places[unit].next() {
                window.take(letter, unit, span(paragraph, range));
            }
        }
    }
    window.spans()
}

/// Where several things stand closest together in a letter, each once.
pub(super) struct Window {
    /// Where each stood last, with its byte in the letter.
    last: Vec<Option<(usize, Span)>>,
    /// The narrowest so far: how many bytes it takes, and where each thing stands in it.
    best: Option<(usize, Vec<Span>)>,
}

impl Window {
    /// A window on so many things.
    pub(super) fn new(count: usize) -> Self {
        Self {
            last: vec![None; count],
            best: None,
        }
    }

    /// Takes the next place at which one of them, by index, stands.
    pub(super) fn take(&mut self, letter: &Letter, thing: usize, span: Span) {
        let at = letter.offset(span.place());
        self.last[thing] = Some((at, span));
        let starts = self.last.iter().map(|last| Some(last.as_ref()?.0));
        let Some(start) = starts.min().flatten() else {
            return;
        };
        let bytes = at + (span.end - span.start) - start;
        if self.best.as_ref().is_none_or(|(best, _)| bytes < *best) {
            let spans = self.last.iter().flatten().map(|(_, span)| *span);
            self.best = Some((bytes, spans.collect()));
        }
    }

    /// Where they stand, in order and without overlap; nowhere where one of them does not.
    pub(super) fn spans(self) -> Vec<Span> {
        let mut all = self.best.map(|(_, spans)| spans).unwrap_or_default();
        all.sort_by_key(|span| (span.place(), Reverse(span.end)));
        let mut spans: Vec<Span> = Vec::with_capacity(all.len());
        for span in all {
            let is_behind =
                |last: &Span| (last.paragraph, last.end) <= (span.paragraph, span.start);
            if spans.last().is_none_or(is_behind) {
                spans.push(span);
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn found(typed: &str, source: &str) -> Vec<String> {
        let letter = letter::read(source.as_bytes()).unwrap();
        let mut found = Vec::new();
        let units = units(typed);
        let next = in_one_paragraph(&letter, &units, Onward::default(), usize::MAX, &mut found);
        assert_eq!(next, None);
        found
            .iter()
            .map(|span| letter.words(*span).to_owned())
            .collect()
    }

    #[test]
    fn words_stand_in_one_paragraph_in_any_order() {
        const TEXT: &str = "Het budget is kleiner, er zijn minder posten.\n\nMinder geld.\n\nDe posten blijven; ambassadeposten ook. Budgetten dalen.";
        for (typed, expected) in [
            (
                "posten budget",
                &["budget", "posten", "posten", "Budget"][..],
            ),
            ("\"posten minder\"", &["minder", "posten"]),
            ("minder, posten!", &["minder", "posten"]),
            ("\"minder posten\" budget", &["budget", "minder posten"]),
            ("\"posten minder\" budget", &[]),
            ("geld posten", &[]),
            ("de budget", &["De", "Budget"]),
            ("de minder", &[]),
            ("minder minder", &["minder", "Minder"]),
            ("minder.", &["minder", "Minder"]),
            ("minder", &[]),
            ("", &[]),
            ("\"", &[]),
        ] {
            assert_eq!(found(typed, TEXT), expected, "{typed}");
        }
    }

    #[test]
    fn the_closest_places_are_taken() {
        let text = "raad x x x europa x x x raad van europa x x raad";
        assert_eq!(found("europa raad", text).join(" … "), "raad … europa");
        let letter = letter::read(text.as_bytes()).unwrap();
        let mut spans = Vec::new();
        in_one_paragraph(
            &letter,
            &units("europa raad"),
            Onward::default(),
            1,
            &mut spans,
        );
        assert_eq!(spans[0].start, text.find("raad van").unwrap());
    }
}
