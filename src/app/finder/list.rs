//! What the finder lists: its rows, and the lines they take with what stands above them.

use super::{Filter, InText};
use crate::{app::cursor, reading::finder::Match};
use tui_input::Input;

/// A row of the finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A name, an abbreviation or a section that is meant.
    Name(Match),
    /// A paragraph that holds the words, by index in [`Find::text`].
    Text(usize),
    /// One that is near what is typed.
    Near(Match),
}

/// A line of the finder's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// What stands above the paragraphs.
    TextHeading,
    /// What stands above the near names.
    NearHeading,
    /// A row, by index.
    Row(usize),
}

/// The finder as it stands.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// The line that is typed in.
    pub input: Input,
    /// Which subjects are shown.
    pub filter: Filter,
    /// The names that match, best first.
    pub matches: Vec<Match>,
    /// The paragraphs that hold the words.
    pub text: InText,
    /// The names that are near, best first.
    pub near: Vec<Match>,
    /// Which row is chosen, by index.
    pub chosen: usize,
    /// Which hit of what is chosen the preview shows, by index.
    pub hit: usize,
}

impl Find {
    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matches.len() + self.text.count() + self.near.len()
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
        let near = self.near.get(index - self.text.count());
        near.copied().map(Row::Near)
    }

    /// How many lines stand in the list up to a row, that row not counted.
    #[must_use]
    pub fn line_of(&self, row: usize) -> usize {
        let (text, near) = self.headings();
        let above = |heading: Option<usize>| usize::from(heading.is_some_and(|first| first <= row));
        row + above(text) + above(near)
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
        let (text, near) = self.headings();
        let mut row = index;
        for (heading, line) in [(text, Line::TextHeading), (near, Line::NearHeading)] {
            match heading {
                Some(first) if row == first => return Some(line),
                Some(first) if row > first => row -= 1,
                _ => {}
            }
        }
        (row < self.count()).then_some(Line::Row(row))
    }

    /// The rows above which the headings stand, that of the paragraphs and that of the near names.
    fn headings(&self) -> (Option<usize>, Option<usize>) {
        let (text, near) = (self.matches.len(), self.matches.len() + self.text.count());
        (
            (self.text.count() > 0).then_some(text),
            (!self.near.is_empty()).then_some(near),
        )
    }
}
