//! What is kept of a letter for the next time, as plain data that others write and read.
//!
//! A mark belongs to words: its [`Anchor`] says which, and what stood around them. Where the letter's file has
//! changed it goes with those words where that is sure, else it is kept and said, never moved to other words.
//!
//! Two readers may have one letter open. So what is written is never what one of them holds, but what is kept
//! at that moment with the [`Changes`] that this one made.

mod both;
pub mod changes;
pub mod sketch;

pub(super) use both::merged as merged_notes;
pub(super) use changes::same_search;
pub use changes::{Changes, SEARCHES, Saved};

use crate::settings::{Compare, Settings};
use sketch::Sketch;
pub use sketch::Unknown;
use std::{collections::BTreeMap, ops::Range};

/// All that is kept of one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The name under which it is kept; empty where nothing is yet.
    pub name: String,
    /// The version of the form in which it was kept; 0 where nothing was.
    pub version: u32,
    /// What the letter is recognised by that has no id.
    pub sketch: Option<Sketch>,
    /// Bookmarks and notes.
    pub marks: Vec<KeptMark>,
    /// What was read.
    pub read: Vec<KeptSection>,
    /// Where the reader was; nothing at the start of the letter.
    pub place: Option<KeptPlace>,
    /// What a newer program put into the lists above and cannot be understood here, by the name of the list:
    /// JSON as it was written.
    pub strange: BTreeMap<&'static str, Vec<String>>,
    /// What is kept beside all that.
    pub unknown: Unknown,
}

/// What tells a paragraph from the others of its letter, also when the letter has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// Where the paragraph stood, by index in the letter.
    pub paragraph: usize,
    /// Its address, if it had one.
    pub address: Option<String>,
    /// Its first words.
    pub words: String,
    /// What stood around them; an older program did not keep that.
    pub around: Option<Around>,
}

/// What stood around the first words of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Around {
    /// The last words of the paragraph.
    pub ends: String,
    /// The words before the paragraph.
    pub before: String,
    /// The words behind the paragraph.
    pub after: String,
    /// The first words of the recommendation of its section; empty where it had none.
    pub section: String,
    /// How many paragraphs of the letter began and ended with the same words, itself included.
    pub alike: usize,
}

/// A bookmark, a note or both, with what tells their paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptMark {
    /// The paragraph.
    pub anchor: Anchor,
    /// Whether a bookmark is there.
    pub bookmark: bool,
    /// The note, or nothing.
    pub note: String,
    /// The day on which the note was kept, `2025-11-28`; an older program did not say.
    pub date: Option<String>,
    /// The name of who wrote it, if that was set.
    pub name: Option<String>,
    /// What is kept beside that.
    pub unknown: Unknown,
}

/// When a note is kept, and who writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// The day, `2025-11-28`; none where nobody looked at a calendar.
    pub date: Option<String>,
    /// The name, if it is set.
    pub name: Option<String>,
}

/// What was read of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSection {
    /// The section's number.
    pub number: u32,
    /// The bytes of its text. A section that has another number of them is another text.
    pub bytes: usize,
    /// The stretches that came by, in bytes from the section's start.
    pub seen: Vec<Range<usize>>,
    /// What is kept beside that.
    pub unknown: Unknown,
}

/// Where the reader was: the first place that showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptPlace {
    /// The paragraph.
    pub anchor: Anchor,
    /// The byte in its text.
    pub byte: usize,
    /// How many paragraphs further the current one is.
    pub current: usize,
    /// What is kept beside that.
    pub unknown: Unknown,
}

/// What the reader looks like, in whatever letter: each part only where it was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// The name of the theme.
    pub theme: Option<String>,
    /// The widest that the text may be, in cells.
    pub measure: Option<u16>,
    /// Whether the sidebar shows.
    pub sidebar: Option<bool>,
    /// Whether a recommendation stands beside its response.
    pub compare: Option<Compare>,
}

impl Looks {
    /// What the settings say of it.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self {
            theme: Some(settings.theme.clone()),
            measure: Some(settings.measure),
            sidebar: Some(settings.sidebar),
            compare: Some(settings.compare),
        }
    }
}

impl KeptMark {
    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        !self.bookmark && self.note.is_empty()
    }

    /// The note, with the name of who wrote it where that is somebody else.
    #[must_use]
    pub fn told(&self, own_name: Option<&str>) -> String {
        match self.name.as_deref() {
            Some(name) if !self.note.is_empty() && own_name != Some(name) => {
                format!("{} ({name})", self.note)
            }
            _ => self.note.clone(),
        }
    }

    /// What is kept at one paragraph, as one mark; the anchor is that of the first. Notes of others have their names
    /// behind them.
    pub(super) fn all<'marks>(
        marks: impl IntoIterator<Item = &'marks Self>,
        own_name: Option<&str>,
    ) -> Self {
        let mut marks = marks.into_iter();
        let mut all = marks.next().cloned().unwrap_or_default();
        let mut notes = vec![all.told(own_name)];
        for mark in marks {
            all.bookmark |= mark.bookmark;
            all.unknown.extend(mark.unknown.clone());
            notes.push(mark.told(own_name));
        }
        all.note = both::all(&notes);
        all
    }
}
