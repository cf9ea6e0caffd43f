//! Bookmarks and notes of one's own as a list, and what of them is yet to be kept.

use crate::{
    app::{kept::merged_notes, seen::Seen},
    letter::Place,
};
use std::{collections::BTreeSet, ops::Range};

/// What is left at one paragraph: a bookmark, a note or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The paragraph, by index in the letter.
    pub paragraph: usize,
    /// Whether a bookmark is there.
    pub bookmarked: bool,
    /// The note, on one line; empty where there is none.
    pub note: String,
}

impl Mark {
    /// Nothing, at this paragraph.
    pub(in crate::app) fn at(paragraph: usize) -> Self {
        Self {
            paragraph,
            ..Self::default()
        }
    }

    /// This mark with what `ours` changed of `base`.
    pub(in crate::app) fn changed_as(&self, base: &Self, ours: &Self) -> Self {
        let bookmarked = if ours.bookmarked == base.bookmarked {
            self.bookmarked
        } else {
            ours.bookmarked
        };
        Self {
            paragraph: ours.paragraph,
            bookmarked,
            note: merged_notes(&base.note, &self.note, &ours.note),
        }
    }

    pub(in crate::app) const fn is_nothing(&self) -> bool {
        !self.bookmarked && self.note.is_empty()
    }

    /// The start of its paragraph.
    #[must_use]
    pub const fn place(&self) -> Place {
        Place {
            paragraph: self.paragraph,
            byte: 0,
        }
    }
}

/// All that is left in the letter, and what of it is yet to be kept.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Marks {
    /// In the order of the letter, one a paragraph, none empty.
    pub list: Vec<Mark>,
    /// What has come by on the screen.
    pub seen: Seen,
    /// The paragraphs whose marks have changed since they were given out to be kept, by index.
    pub changed: BTreeSet<usize>,
    /// The sections that were marked as unread since, by index.
    pub anew: BTreeSet<usize>,
    /// Whether more has come by since.
    pub more: bool,
    /// What had come by before all was marked as unread, until something comes by again.
    pub before: Option<Before>,
}

/// What had come by, and which sections were marked as unread, before all were.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Before {
    pub seen: Seen,
    pub anew: BTreeSet<usize>,
}

impl Marks {
    pub fn see(&mut self, bytes: &Range<usize>) {
        if self.seen.add(bytes) {
            self.more = true;
            self.before = None;
        }
    }

    pub fn unsee(&mut self, bytes: &Range<usize>, section: usize) {
        self.seen.remove(bytes);
        self.anew.insert(section);
    }

    /// Changes what is left at a paragraph.
    pub(in crate::app) fn change(&mut self, paragraph: usize, change: impl FnOnce(&mut Mark)) {
        let at = self.list.partition_point(|mark| mark.paragraph < paragraph);
        let found = self
            .list
            .get(at)
            .is_some_and(|mark| mark.paragraph == paragraph);
        let mut mark = if found {
            self.list.remove(at)
        } else {
            Mark::at(paragraph)
        };
        change(&mut mark);
        if !mark.is_nothing() {
            self.list.insert(at, mark);
        }
        self.changed.insert(paragraph);
    }
}
