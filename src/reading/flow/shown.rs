//! What shows: rows, the page they make, and what its first row is.

use crate::{letter::Place, reading::layout::Row};

/// What the first row of a screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Top {
    /// A point in the row of text it shows, or in the row that its lead stands above.
    pub place: Place,
    /// How many lead rows show above that row. Not 0 only where the place is in a paragraph's
    /// first row.
    pub lead: usize,
}

/// The rows of a run that show.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What the first of them shows.
    pub top: Top,
    /// The rows, from the top down.
    pub lines: Vec<Line>,
    /// Whether the run goes on below them.
    pub more: bool,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The paragraph it belongs to.
    pub paragraph: usize,
    /// What stands in it.
    pub show: Show,
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Nothing.
    Blank,
    /// Nothing but the bar beside a recommendation.
    Bar,
    /// The section's title.
    Title,
    /// The heading above a response, where the letter has none of its own.
    ResponseTitle,
    /// A line across: under the head of a table, above notes.
    Rule,
    /// Words of the letter.
    Text(Row),
}

/// A row counted within its stretch of a paragraph, lead rows first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) paragraph: usize,
    pub(super) stretch: usize,
    pub(super) row: usize,
}
