//! What was found, by the sentence it stands in: each sentence is printed once, or once for each thing
//! in it.

use crate::{
    letter::{Letter, Span},
    reading::sentence,
};
use std::{borrow::Cow, ops::Range};

/// The sentences that hold the spans, which are in the order of the text, each with the bytes of the
/// sentence that they are.
pub fn by_sentence(
    letter: &Letter,
    spans: impl IntoIterator<Item = Span>,
) -> Vec<(Span, Vec<Range<usize>>)> {
    let mut sentences: Vec<(Span, Vec<Range<usize>>)> = Vec::new();
    for span in spans {
        let holds = |whole: &Span| {
            whole.paragraph == span.paragraph
                && (whole.start..whole.end).contains(&span.start)
                && span.end <= whole.end
        };
        if !sentences.last().is_some_and(|(whole, _)| holds(whole)) {
            let around = sentence::around(letter.paragraph(span.paragraph), span.range());
            let whole = Span {
                start: around.start,
                end: around.end,
                ..span
            };
            sentences.push((whole, Vec::new()));
        }
        if let Some((whole, hits)) = sentences.last_mut() {
            hits.push(span.start - whole.start..span.end - whole.start);
        }
    }
    sentences
}

/// How many things one sentence may hold and be printed whole with each; a list without full stops that
/// holds thousands would be printed thousands of times.
const MOST_IN_ONE: usize = 20;

/// How much is printed on either side of one of those, in bytes.
const NEAR: usize = 80;

/// What is printed of the sentence around a span.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The span that it stands around.
    pub span: Span,
    /// What of the sentence is printed.
    pub shown: Span,
    cut: [bool; 2],
}

impl Sentence {
    /// Its words, with a mark where something is left out.
    pub fn words<'a>(&self, words: impl Fn(Span) -> Cow<'a, str>) -> String {
        let [before, after] = self.cut.map(|cut| if cut { "…" } else { "" });
        [before, &*words(self.shown), after].concat()
    }
}

/// The sentence of each span, where these are in the order of the text.
pub fn each(letter: &Letter, spans: impl IntoIterator<Item = Span>) -> Vec<Sentence> {
    let mut each = Vec::new();
    for (whole, hits) in by_sentence(letter, spans) {
        for hit in &hits {
            let span = Span {
                start: whole.start + hit.start,
                end: whole.start + hit.end,
                ..whole
            };
            let shown = if hits.len() > MOST_IN_ONE {
                near(letter, whole, span)
            } else {
                whole
            };
            each.push(Sentence {
                span,
                shown,
                cut: [shown.start > whole.start, shown.end < whole.end],
            });
        }
    }
    each
}

fn near(letter: &Letter, whole: Span, span: Span) -> Span {
    let text = letter.paragraph(span.paragraph);
    let from = span.start.saturating_sub(NEAR).max(whole.start);
    let to = (span.end + NEAR).min(whole.end);
    let is_start = |byte: &usize| text.is_char_boundary(*byte);
    Span {
        start: (from..span.start).find(is_start).unwrap_or(span.start),
        end: (span.end..=to).rfind(is_start).unwrap_or(span.end),
        ..span
    }
}
