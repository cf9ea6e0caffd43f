//! What somebody wants on a meeting sheet.

use crate::letter::Address;

/// Which part of a letter is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What of each section.
    pub what: What,
    /// Which sections, by their addresses; none is all.
    pub sections: Vec<Address>,
}

/// What of each section is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// All.
    #[default]
    All,
    /// One's own notes.
    Notes,
}
