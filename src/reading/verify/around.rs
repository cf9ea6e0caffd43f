//! What stands around a place where a quotation stands.

use crate::{
    letter::{Letter, Span},
    reading::sentence,
};

/// What stands around a place, within its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around<'letter> {
    /// The sentences that the place is in, whole.
    pub whole: Span,
    /// The sentence before those.
    pub before: Option<&'letter str>,
    /// What follows, up to the end of a sentence.
    pub after: Option<&'letter str>,
}

/// What stands around a place.
#[must_use]
pub fn around(letter: &Letter, place: Span) -> Around<'_> {
    let around = sentence::around(letter, place);
    let whole = Span {
        start: around.start.min(place.start),
        end: around.end.max(place.end),
        ..place
    };
    Around {
        whole,
        before: before(letter, whole),
        after: after(letter.paragraph(place.paragraph), whole),
    }
}

fn before(letter: &Letter, whole: Span) -> Option<&str> {
    let text = letter.paragraph(whole.paragraph);
    let end = text[..whole.start].trim_end().len();
    let last = text[..end].char_indices().next_back()?.0;
    let around = sentence::around(
        letter,
        Span {
            start: last,
            end,
            ..whole
        },
    );
    Some(text[around.start..end].trim())
}

fn after(text: &str, whole: Span) -> Option<&str> {
    let rest = text[whole.end..].trim();
    (!rest.is_empty()).then(|| {
        let end = rest.find(". ").map_or(rest.len(), |at| at + 1);
        &rest[..end]
    })
}
