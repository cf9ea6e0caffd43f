//! Words of several looks in one text, wrapped together, and lines of them in which something can be chosen.

use super::cursor::window_of;
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

/// How a line of a card looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As text.
    Plain,
    /// As what stands beside it.
    Faint,
    /// As a heading.
    Bold,
    /// As a link.
    Link,
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

/// A line of a list in which something can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is chosen with it, by index, if anything is.
    pub choice: Option<usize>,
    /// Its words.
    pub pieces: Vec<Piece>,
}

/// How far words stand behind their address, in cells.
pub(super) const INDENT: usize = 6;

/// Lines as they are put under one another.
pub(super) struct Lines {
    width: usize,
    pub lines: Vec<Line>,
}

impl Lines {
    /// None yet, of so many cells.
    pub const fn within(width: usize) -> Self {
        Self {
            width,
            lines: Vec::new(),
        }
    }

    /// Words, wrapped behind an indent.
    pub fn put(&mut self, choice: Option<usize>, indent: usize, pieces: &[Piece]) {
        for row in wrapped(pieces, self.width.saturating_sub(indent).max(1)) {
            let mut pieces = vec![(" ".repeat(indent), Tone::Plain)];
            pieces.extend(row);
            self.lines.push(Line { choice, pieces });
        }
    }

    /// Words behind the address that was put last, the first of them on its line.
    pub fn join(&mut self, choice: usize, pieces: &[Piece]) {
        let address = self.lines.pop();
        let from = self.lines.len();
        self.put(Some(choice), INDENT, pieces);
        if let (Some(address), Some(first)) = (address, self.lines.get_mut(from)) {
            let mut pieces = address.pieces;
            let taken: usize = pieces.iter().map(|(text, _)| text.chars().count()).sum();
            let gap = INDENT.saturating_sub(taken).max(1);
            pieces.push((" ".repeat(gap), Tone::Plain));
            pieces.extend(first.pieces.drain(1..));
            first.pieces = pieces;
        }
    }

    pub fn blank(&mut self) {
        self.lines.push(Line {
            choice: None,
            pieces: Vec::new(),
        });
    }
}

/// The first of these lines to show in `height` rows so that what is chosen shows.
pub(super) fn first_shown(lines: &[Line], chosen: usize, height: usize) -> usize {
    let own = |line: &Line| line.choice == Some(chosen);
    let start = lines.iter().position(own).unwrap_or_default();
    let end = lines.iter().rposition(own).unwrap_or_default() + 1;
    window_of(start..end, lines.len(), height)
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
