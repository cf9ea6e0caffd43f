//! What the finder lists: its rows, and the lines they take with what stands above them.

use super::{Filter, InText, Stock};
use crate::{app::cursor, reading::finder::Match};
use tui_input::Input;

/// A row of the finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A name, an abbreviation or a section that is meant.
    Name(Match),
    /// A paragraph that holds the words, by index in [`Find::text`].
    Text(usize),
    /// A note of one's own that holds the words, by index in [`Find::notes`].
    Note(usize),
    /// One that is near what is typed.
    Near(Match),
}

/// A line of the finder's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// What stands above the paragraphs.
    TextHeading,
    /// What stands above the notes of one's own.
    NoteHeading,
    /// What stands above the near names.
    NearHeading,
    /// A row, by index.
    Row(usize),
}

/// The finder as it stands.
#[derive(Debug, Default)]
pub struct Find {
    /// The line that is typed in.
    pub input: Input,
    /// Which subjects are shown.
    pub filter: Filter,
    /// The names that match, best first.
    pub matches: Vec<Match>,
    /// The paragraphs that hold the words.
    pub text: InText,
    /// The paragraphs with a note of one's own that holds the words, by index in the letter.
    pub notes: Vec<usize>,
    /// The names that are near, best first.
    pub near: Vec<Match>,
    /// Which row is chosen, by index.
    pub chosen: usize,
    /// Which hit of what is chosen the preview shows, by index.
    pub hit: usize,
    /// All that can be found; none where that is yet to be put together.
    pub(in crate::app) stock: Option<Stock>,
}

impl Find {
    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matches.len() + self.text.count() + self.notes.len() + self.near.len()
    }

    /// A row, by index.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<Row> {
        if let Some(found) = self.matches.get(index) {
            return Some(Row::Name(*found));
        }
        let index = index - self.matches.len();
        if index < self.text.count() {
            return Some(Row::Text(index));
        }
        let index = index - self.text.count();
        if index < self.notes.len() {
            return Some(Row::Note(index));
        }
        let near = self.near.get(index - self.notes.len());
        near.copied().map(Row::Near)
    }

    /// How many lines stand in the list up to a row, that row not counted.
    #[must_use]
    pub fn line_of(&self, row: usize) -> usize {
        let above = self.headings().filter(|(first, _)| *first <= row);
        row + above.count()
    }

    /// The first line that shows in a list of so many, the row that is chosen among them.
    #[must_use]
    pub fn first_line(&self, height: usize) -> usize {
        let lines = self.line_of(self.count());
        cursor::window(self.line_of(self.chosen), lines, height)
    }

    /// A line of the list, by index.
    #[must_use]
    pub fn line(&self, index: usize) -> Option<Line> {
        let mut row = index;
        for (first, heading) in self.headings() {
            if row == first {
                return Some(heading);
            }
            if row > first {
                row -= 1;
            }
        }
        (row < self.count()).then_some(Line::Row(row))
    }

    /// The rows above which headings stand, each with its heading: what is listed under it begins there.
    fn headings(&self) -> impl Iterator<Item = (usize, Line)> {
        let text = self.matches.len();
        let notes = text + self.text.count();
        let near = notes + self.notes.len();
        let all = [
            (text, notes, Line::TextHeading),
            (notes, near, Line::NoteHeading),
            (near, near + self.near.len(), Line::NearHeading),
        ];
        let some = all.into_iter().filter(|(first, end, _)| first < end);
        some.map(|(first, _, heading)| (first, heading))
    }
}
