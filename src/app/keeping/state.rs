//! How what is kept stands to what the reader holds.

use crate::{
    app::{
        kept::{Kept, KeptMark, Looks, sketch::Sketch},
        marks::Mark,
    },
    letter::Place,
};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

/// How what is kept stands to what the reader holds.
#[derive(Debug, Default)]
pub(in crate::app) struct Keeping {
    /// What was kept when it was last read or written.
    pub(in crate::app) kept: Kept,
    /// The paragraph of each mark that is kept, by index; nothing where it is gone.
    pub(in crate::app) at: Vec<Option<usize>>,
    /// Where the reader was, as it is kept.
    pub(in crate::app) stood: Option<Stood>,
    /// The looks that the reader began with, or that were last given out to be kept.
    pub(in crate::app) began: Looks,
    /// What was searched since, the last one last.
    pub searched: Vec<String>,
    /// Marks without a paragraph that were removed since, or put at another.
    pub(in crate::app) gone: Vec<KeptMark>,
    /// Marks without a paragraph that were removed and are to be kept again.
    pub(in crate::app) back: Vec<KeptMark>,
    /// What is being written.
    pub(in crate::app) sent: Option<Sent>,
    /// What the footer says while a note is written, and what when it is.
    pub(in crate::app) telling: Option<(String, String)>,
    /// Whether another reader is waited for.
    pub(in crate::app) waits: bool,
    /// Whether the reader goes on where it was, and has said so.
    pub(in crate::app) resumes: Resumes,
    /// How near the end of the program is.
    pub(in crate::app) end: End,
    /// What the letter is recognised by that has no id, once that was asked for.
    pub(in crate::app) sketch: OnceCell<Option<Sketch>>,
    /// Why nothing could be kept, the last time it could not.
    pub(in crate::app) failure: Option<String>,
    /// What is said of files that were set aside.
    pub(in crate::app) aside: Vec<String>,
}

/// How near the end of the program is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum End {
    #[default]
    NotYet,
    /// It ends, and what is to be kept then is yet to be given out.
    Near,
    /// That was given out.
    GivenOut,
}

/// Where the reader is: the first place that shows and the current paragraph, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Stood {
    pub(in crate::app) place: Place,
    pub(in crate::app) current: usize,
}

/// Whether the reader goes on where it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Resumes {
    /// It does not, or something was done since.
    #[default]
    No,
    /// It does, and is yet to say so.
    Untold,
    /// It says so.
    Told,
}

/// What is being written, to be taken back where that fails.
#[derive(Debug)]
pub(in crate::app) struct Sent {
    pub(in crate::app) marks: BTreeMap<usize, Mark>,
    pub(in crate::app) anew: BTreeSet<usize>,
    pub(in crate::app) searched: Vec<String>,
    pub(in crate::app) gone: Vec<KeptMark>,
    pub(in crate::app) back: Vec<KeptMark>,
}

impl Sent {
    pub(in crate::app) fn has_marks(&self) -> bool {
        !(self.marks.is_empty() && self.gone.is_empty() && self.back.is_empty())
    }
}
