//! What was found, by the sentence it stands in: each sentence is printed once.

use crate::{
    letter::{Letter, Span},
    reading::sentence,
};
use std::ops::Range;

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
