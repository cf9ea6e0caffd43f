//! Words of several looks in one text, wrapped together.

use crate::reading::layout;

/// What a piece of a text is, and so what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    Plain,
    /// As what stands beside it.
    Faint,
    /// As a heading.
    Bold,
    /// As an address.
    Address,
    /// As words that were looked for.
    Hit,
    /// As words of the letter that a quotation does not have.
    Gone,
    /// As words that only a quotation has.
    Added,
}

/// A piece of a text.
pub type Piece = (String, Tone);

/// The rows of a text of pieces, each of at most `width` cells.
#[must_use]
pub fn wrapped(pieces: &[Piece], width: usize) -> Vec<Vec<Piece>> {
    let text: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let rows = layout::wrap_whole(&text, width).into_iter();
    rows.map(|row| {
        let mut from = 0;
        let mut own = Vec::new();
        for (words, tone) in pieces {
            let (start, end) = (row.start.max(from), row.end.min(from + words.len()));
            if start < end {
                own.push((text[start..end].to_owned(), *tone));
            }
            from += words.len();
        }
        own
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_wrapped_as_one_text() {
        let piece = |text: &str, tone| (text.to_owned(), tone);
        let pieces = [
            piece("een ", Tone::Plain),
            piece("twee drie", Tone::Hit),
            piece(" vier", Tone::Faint),
        ];
        assert_eq!(
            wrapped(&pieces, 9),
            [
                vec![piece("een ", Tone::Plain), piece("twee", Tone::Hit)],
                vec![piece("drie", Tone::Hit), piece(" vier", Tone::Faint)],
            ]
        );
        assert_eq!(wrapped(&[], 5), [Vec::new()]);
    }
}
