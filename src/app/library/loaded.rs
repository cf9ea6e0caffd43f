//! What reading on in a library has brought.

use crate::{
    app::{kept::Kept, listed::Listed},
    catalogue::Entity,
    letter::Language,
    library::{Held, names},
};

/// How far the letters of a library are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loading {
    /// How many files were read, those that hold no letter counted in.
    pub read: usize,
    /// How many there are.
    pub all: usize,
}

/// What reading on in a library has brought.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The letters, in the order in which they were asked for.
    pub letters: Vec<Brought>,
    /// Who and what letters name that came before, by row, with how often.
    pub named: Vec<(usize, Vec<(Entity, usize)>)>,
    /// What could not be read: a sentence each.
    pub unread: Vec<String>,
    /// How many files were read since the start.
    pub read: usize,
    /// Whether that was all.
    pub is_last: bool,
}

impl PartialEq for Loaded {
    fn eq(&self, other: &Self) -> bool {
        (&self.letters, &self.unread, self.read, self.is_last)
            == (&other.letters, &other.unread, other.read, other.is_last)
    }
}

impl Eq for Loaded {}

/// A letter that was read, and what is known of it.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The letter, called as if it were alone.
    pub held: Held,
    /// Its row in the list.
    pub row: Listed,
    /// Who and what it names, with how often.
    pub named: Vec<(Entity, usize)>,
}

impl PartialEq for Brought {
    fn eq(&self, other: &Self) -> bool {
        (&self.held, &self.row) == (&other.held, &other.row)
    }
}

impl Eq for Brought {}

impl Brought {
    /// A letter of which this is kept, with what is found out about it.
    #[must_use]
    pub fn of(held: Held, kept: &Kept, language: Language) -> Self {
        Self {
            row: Listed::of(&held, kept, language),
            named: names::of_letter(&held.letter),
            held,
        }
    }
}
