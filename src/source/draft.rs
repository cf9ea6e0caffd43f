//! A paper as the reader of one form hands it over: its blocks in the order of the text, the texts of its
//! notes, what its metadata says, and what was left out. What is made of it (head, sections, pairs of
//! recommendation and response, signatories) is decided once for all forms, where a letter is built.
//!
//! A reader of a form says what its source says and no more: a heading is one because the source marks it
//! so, a note mark because the source links it. What has to be guessed from words is guessed later.

use crate::letter::Facts;
pub use crate::letter::{Cell, Emphasis, LeftOut};
use std::ops::Range;

/// A paper in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What the source says of the paper outside its text (metadata, named fields); the words of the head
    /// fill in what is unknown here.
    pub facts: Facts,
    /// The text, block by block.
    pub blocks: Vec<Block>,
    /// The texts of the notes, in the order of their marks; empty where the source has none.
    pub notes: Vec<Note>,
    /// What stands in the source and is no part of the paper, in order.
    pub left_out: Vec<LeftOut>,
    /// How many pages the source has, where it has pages.
    pub pages: Option<u32>,
    /// What in the source could not be read, in one sentence's worth of English words, where anything.
    pub damage: Option<String>,
}

/// One block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: Text,
    /// The page that it starts on, counted from 1; none where the source has no pages.
    pub page: Option<u32>,
    /// Which annex it belongs to, counted from 1; 0 for the paper itself.
    pub annex: u32,
}

/// What a block is, as far as its source says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line that the source sets apart before the running text: dossier, number, title, date, addressee.
    Head,
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading {
        /// How deep it lies: 1 for the highest.
        level: u8,
        /// Its number or letter, as printed (`2.1`, `a`), where the source sets it apart.
        label: Option<String>,
    },
    /// A paragraph of a list.
    Item {
        /// How deep the list lies: 1 for one that is in no other.
        depth: u8,
        /// What stands before it, as printed (`•`, `1.`, `a)`); none for a further paragraph of an item.
        label: Option<String>,
    },
    /// A row of a table. Its text is that of its cells, one blank between them.
    Row {
        /// Which table, counted from 0 through the paper.
        table: usize,
        /// Whether it is one of the rows that head the table.
        head: bool,
        /// Its cells in order; each is a range of the bytes of the text, empty where the cell is.
        cells: Vec<Cell>,
    },
    /// The office of a signatory.
    Office,
    /// The name of a signatory.
    Name,
}

/// Words with what is marked in them. White space is single blanks, none at either end, except where the
/// source keeps runs of it on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The words, without note marks.
    pub words: String,
    /// Stretches that are set apart, in bytes of the words, in order of their start.
    pub emphasis: Vec<(Range<usize>, Emphasis)>,
    /// Note marks, in order.
    pub marks: Vec<Mark>,
    /// Stretches that lead somewhere, in bytes of the words, in order, with the address they lead to.
    pub links: Vec<(Range<usize>, String)>,
}

/// A note mark in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The byte of the words that it stands before.
    pub at: usize,
    /// What is printed: `7`, `*`.
    pub label: String,
    /// The note it leads to, by index in [`Draft::notes`]; none where the source has no text for it.
    pub note: Option<usize>,
}

/// The text of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is printed before it: `7`, `*`.
    pub label: String,
    /// Its paragraphs.
    pub text: Vec<Text>,
}

impl Block {
    /// A block of this kind with these words, in the paper itself, on no page.
    #[must_use]
    pub fn new(kind: Kind, text: Text) -> Self {
        Self {
            kind,
            text,
            page: None,
            annex: 0,
        }
    }

    /// Takes a stretch of bytes out of the words; what is marked in them, and the cells of a row, move with the rest.
    pub fn remove(&mut self, gone: Range<usize>) {
        if let Kind::Row { cells, .. } = &mut self.kind {
            for cell in cells {
                cell.text = moved(&cell.text, &gone);
            }
        }
        self.text.remove(gone);
    }
}

/// Where a stretch lies when another is gone; what of it is gone is taken off.
fn moved(range: &Range<usize>, gone: &Range<usize>) -> Range<usize> {
    let moved = |byte: usize| byte - (byte.clamp(gone.start, gone.end) - gone.start);
    moved(range.start)..moved(range.end)
}

impl Text {
    /// Words in which nothing is marked.
    #[must_use]
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Takes a stretch of bytes out of the words; what is marked in them moves with the rest.
    pub fn remove(&mut self, gone: Range<usize>) {
        for mark in &mut self.marks {
            mark.at = moved(&(mark.at..mark.at), &gone).start;
        }
        for (range, _) in &mut self.emphasis {
            *range = moved(range, &gone);
        }
        for (range, _) in &mut self.links {
            *range = moved(range, &gone);
        }
        self.emphasis.retain(|(range, _)| !range.is_empty());
        self.links.retain(|(range, _)| !range.is_empty());
        self.words.drain(gone);
    }

    /// Whether there are no words and no marks.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.marks.is_empty()
    }
}
