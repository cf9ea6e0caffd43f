//! What was found, by the sentence it stands in: each sentence is printed once, or once for each thing
//! in it.

use crate::{
    letter::{Letter, Span},
    reading::sentence,
};
use std::{borrow::Cow, collections::VecDeque, ops::Range};

/// A sentence in which something was found.
pub struct Holding {
    /// The sentence.
    pub whole: Span,
    /// The bytes of it that were found, in its order. What adjoins is one: a text of one letter has as many hits as
    /// letters.
    pub hits: Vec<Range<usize>>,
    /// Whether one of them is as it was asked for.
    pub has_asked: bool,
}

/// The sentences that hold the spans, which are in the order of the text, found one by one as they are asked for.
/// Some of the spans may be as asked, which counts for their sentence.
pub fn by_sentence<'a>(
    letter: &'a Letter,
    spans: impl IntoIterator<Item = Span> + 'a,
    is_asked: impl Fn(&Span) -> bool + 'a,
) -> impl Iterator<Item = Holding> + 'a {
    let mut spans = spans.into_iter().peekable();
    std::iter::from_fn(move || {
        let first = spans.next()?;
        let whole = sentence::whole(letter, first);
        let mut hits: Vec<Range<usize>> = Vec::new();
        let mut has_asked = false;
        let mut next = Some(first);
        while let Some(span) = next {
            has_asked = has_asked || is_asked(&span);
            let within = span.start - whole.start..span.end - whole.start;
            match hits.last_mut() {
                Some(last) if last.end == within.start => last.end = within.end,
                _ => hits.push(within),
            }
            next = spans.next_if(|span| holds(whole, *span));
        }
        Some(Holding {
            whole,
            hits,
            has_asked,
        })
    })
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
pub fn each<'a>(
    letter: &'a Letter,
    spans: impl IntoIterator<Item = Span> + 'a,
) -> impl Iterator<Item = Sentence> + 'a {
    let mut spans = spans.into_iter().peekable();
    let mut waiting = VecDeque::new();
    let mut whole: Option<(Span, bool)> = None;
    std::iter::from_fn(move || {
        if waiting.is_empty() {
            match whole {
                Some((around, true)) if spans.peek().is_some_and(|span| holds(around, *span)) => {
                    waiting.extend(spans.next());
                }
                _ => {
                    let first = spans.next()?;
                    let around = sentence::whole(letter, first);
                    waiting.push_back(first);
                    while waiting.len() <= MOST_IN_ONE
                        && let Some(span) = spans.next_if(|span| holds(around, *span))
                    {
                        waiting.push_back(span);
                    }
                    whole = Some((around, waiting.len() > MOST_IN_ONE));
                }
            }
        }
        let (whole, is_full) = whole?;
        let span = waiting.pop_front()?;
        let shown = if is_full {
            near(letter, whole, span)
        } else {
            whole
        };
        Some(Sentence {
            span,
            shown,
            cut: [shown.start > whole.start, shown.end < whole.end],
        })
    })
}

/// Whether a sentence holds a span that is not before it.
fn holds(whole: Span, span: Span) -> bool {
    span.paragraph == whole.paragraph
        && (whole.start..whole.end).contains(&span.start)
        && span.end <= whole.end
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
