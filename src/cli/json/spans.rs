//! Stretches of a letter as JSON, each with its address and the characters before it in its paragraph.

use super::super::sentences::Sentence;
use crate::letter::{Letter, Place, Span};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A stretch of a paragraph that has an address.
#[derive(Serialize)]
pub struct SpanJson<'a> {
    address: String,
    text: Cow<'a, str>,
    start: usize,
    end: usize,
}

/// A span by itself.
pub fn span(letter: &Letter, span: Span) -> SpanJson<'_> {
    Count::default().span(letter, span)
}

/// Spans in the order of the text, printed as an array, each with its address; those in a paragraph without one,
/// which no letter of sane length has, are left out.
#[derive(Clone)]
pub struct Spans<'a, I> {
    letter: &'a Letter,
    spans: I,
}

/// The spans of a letter, to be printed.
pub const fn spans<I: Iterator<Item = Span> + Clone>(letter: &Letter, spans: I) -> Spans<'_, I> {
    Spans { letter, spans }
}

impl<I: Iterator<Item = Span> + Clone> Serialize for Spans<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut count = Count::default();
        let has_address = |span: &Span| self.letter.address(span.paragraph).is_some();
        let spans = self.spans.clone().filter(has_address);
        serializer.collect_seq(spans.map(|span| count.span(self.letter, span)))
    }
}

/// A hit of a search.
#[derive(Serialize)]
pub struct HitJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: String,
}

/// The hits of a search, each with its address.
pub fn hits(
    letter: &Letter,
    sentences: impl Iterator<Item = Sentence>,
) -> impl Iterator<Item = HitJson<'_>> {
    let mut count = Count::default();
    sentences.map(move |sentence| HitJson {
        span: count.span(letter, sentence.span),
        sentence: sentence.words(|span| letter.own_words(span)),
    })
}

/// Counts the characters before places of a paragraph. It goes on from the last one, or the places of a
/// long paragraph would each cost the way from its start.
#[derive(Default)]
pub struct Count {
    last: Place,
    before: usize,
}

impl Count {
    /// A span with its characters.
    pub fn span<'a>(&mut self, letter: &'a Letter, span: Span) -> SpanJson<'a> {
        let start = self.characters(letter, span.place());
        let address = letter.address(span.paragraph);
        SpanJson {
            address: address.map_or_else(String::new, |address| address.to_string()),
            text: letter.own_words(span),
            start,
            end: start + letter.words(span).chars().count(),
        }
    }

    pub(super) fn characters(&mut self, letter: &Letter, place: Place) -> usize {
        if place.paragraph != self.last.paragraph || place < self.last {
            // The lines of the head have one address, and so are one text, parted by line ends.
            let head = letter.head();
            let lines = head.start..place.paragraph;
            let above = lines.filter(|_| head.contains(&place.paragraph));
            let above = above.map(|line| letter.paragraph(line).chars().count() + 1);
            (self.last, self.before) = (Place { byte: 0, ..place }, above.sum());
        }
        let between = &letter.paragraph(place.paragraph)[self.last.byte..place.byte];
        self.before += between.chars().count();
        self.last = place;
        self.before
    }
}
