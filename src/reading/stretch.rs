//! The stretches that a long paragraph is wrapped in.
//!
//! Where a row ends depends on all the rows of its paragraph before it. In a paragraph of megabytes
//! that would make every key wait for all of it, so it is cut into stretches of a few hundred rows,
//! each wrapped for itself. A stretch starts at the first sentence, or else word, behind a fixed byte,
//! so that it can be found without looking at any other. Nearly all paragraphs are one stretch.

use std::ops::Range;

/// How far apart stretches start, in bytes.
const STRETCH: usize = 16 * 1024;

/// How far behind its byte the start of a stretch is looked for, in bytes.
const SEAM: usize = 1024;

/// The number of the last stretch of a text, counted from 0.
pub(super) fn last(text: &str) -> usize {
    of(text, text.len())
}

/// The number of the stretch that a byte of a text is in.
pub(super) fn of(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len().saturating_sub(1));
    let number = byte / STRETCH;
    if byte < start(text, number) {
        number - 1
    } else {
        number
    }
}

/// The bytes of a stretch.
pub(super) fn bytes(text: &str, number: usize) -> Range<usize> {
    start(text, number)..start(text, number + 1)
}

fn start(text: &str, number: usize) -> usize {
    let from = number * STRETCH;
    if number == 0 || from >= text.len() {
        return from.min(text.len());
    }
    let seam = &text.as_bytes()[from..text.len().min(from + SEAM)];
    let word = |at: usize| seam[at] != b' ' && seam[at - 1] == b' ';
    let sentence = |at: usize| word(at) && seam[at - 2] == b'.';
    (2..seam.len())
        .find(|&at| sentence(at))
        .or_else(|| (1..seam.len()).find(|&at| word(at)))
        .map(|at| from + at)
        .or_else(|| (from..text.len()).find(|&at| text.is_char_boundary(at)))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_the_text_and_start_where_they_should() {
        let words = "een woord of twee. En ".repeat(5000);
        let spaced = "woord  ".repeat(20_000);
        let unbroken = "é€𝄞".repeat(20_000);
        let just = "x".repeat(STRETCH);
        let twice = just.clone() + &just + "é";
        for text in [&words, &spaced, &unbroken, &just, &twice, "", "é"] {
            let mut at = 0;
            for number in 0..=last(text) {
                let bytes = bytes(text, number);
                assert_eq!(bytes.start, at);
                assert!(text.is_char_boundary(at));
                assert!(!bytes.is_empty() || text.is_empty());
                assert_eq!(of(text, bytes.start), number);
                assert_eq!(of(text, bytes.end.saturating_sub(1)), number);
                at = bytes.end;
            }
            assert_eq!(at, text.len());
            assert_eq!(of(text, text.len()), last(text));
        }
        assert_eq!(last(&just), 0);
        assert!(words[bytes(&words, 3)].starts_with("En "));
        assert!(spaced[bytes(&spaced, 3)].starts_with("woord"));
    }
}
