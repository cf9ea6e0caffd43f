//! How the source of a letter sets its words: what is a heading, an item of a list or a row of a table, what
//! is emphasised or leads somewhere, on which page it stands, and the texts of its notes. Plain text says
//! nothing of all this; then it is empty and takes no room.

use super::{Letter, Span};
use std::{collections::HashMap, ops::Range};

/// What a paragraph is.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Running text.
    #[default]
    Text,
    /// A heading of the letter's own, between paragraphs.
    Heading {
        /// How deep it lies: 1 for the highest.
        level: u8,
    },
    /// A paragraph of a list.
    Item {
        /// How deep the list lies: 1 for one that is in no other.
        depth: u8,
    },
    /// A row of a table.
    Row {
        /// Which table, counted from 0 through the letter.
        table: u32,
        /// Whether it is one of the rows that head the table.
        head: bool,
    },
}

impl Kind {
    /// Its stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Heading { .. } => "heading",
            Self::Item { .. } => "item",
            Self::Row { .. } => "row",
        }
    }
}

/// How a stretch of text is set apart.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Italic.
    Italic,
    /// Bold.
    Bold,
    /// Bold and italic.
    BoldItalic,
    /// Underlined.
    Underlined,
    /// Raised, as in `m²`.
    Superscript,
    /// Lowered, as in `CO₂`.
    Subscript,
}

/// A cell of a table.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its bytes in the text of its row; empty where the cell is.
    pub text: Range<usize>,
    /// How many columns it spans, 1 for most.
    pub columns: u16,
    /// How many rows it spans, 1 for most.
    pub rows: u16,
}

/// The text of a note.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is printed before it: `7`, `*`.
    pub label: String,
    /// What it is called in its address: what is printed before it, where that is a number.
    pub number: u32,
    /// The paragraphs of its text, by index.
    pub paragraphs: Range<usize>,
}

/// Something of the source that is no part of the letter: a page's foot, a menu, an address of a letterhead.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words, white space collapsed.
    pub words: String,
    /// The page it stands on, counted from 1; none where the source has no pages.
    pub page: Option<u32>,
}

/// Words that were left out, with the pages that they stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfPages {
    /// The words.
    pub words: String,
    /// The first and the last page they stand on, counted from 1; none where the source has no pages.
    pub pages: Option<(u32, u32)>,
}

/// All that a source says of how its words are set. Each list is in the order of the text.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, Default)]
pub struct Setting {
    /// Paragraphs that are not running text, by index.
    pub kinds: Vec<(usize, Kind)>,
    /// The label at the start of a heading or an item, as printed, by paragraph.
    pub labels: Vec<(usize, Box<str>)>,
    /// The cells of rows, by paragraph.
    pub cells: Vec<(usize, Box<[Cell]>)>,
    /// Stretches that are set apart.
    pub emphasis: Vec<(Span, Emphasis)>,
    /// Stretches that lead somewhere, with the address they lead to.
    pub links: Vec<(Span, Box<str>)>,
    /// Where pages start: the first paragraph that starts on each, by index, and the page counted from 1.
    pub pages: Vec<(usize, u32)>,
    /// How many pages the source has; 0 where it has none.
    pub page_count: u32,
    /// The notes that have a text, in the order of their paragraphs.
    pub notes: Vec<Note>,
    /// For each note mark of the letter in order, the note it leads to, by index; empty where there are no
    /// texts.
    pub leads: Vec<Option<usize>>,
    /// What was left out, in the order of the source.
    pub left_out: Vec<LeftOut>,
    /// What could not be read of the source, in English; none where all could.
    pub damage: Option<String>,
}

/// What a sorted list holds for a paragraph.
fn of<T>(list: &[(usize, T)], paragraph: usize) -> Option<&T> {
    let at = list.binary_search_by_key(&paragraph, |(index, _)| *index);
    at.ok().map(|at| &list[at].1)
}

/// What a sorted list of spans holds in a paragraph.
fn within<T>(list: &[(Span, T)], paragraph: usize) -> &[(Span, T)] {
    let first = list.partition_point(|(span, _)| span.paragraph < paragraph);
    let after = list.partition_point(|(span, _)| span.paragraph <= paragraph);
    &list[first..after]
}

impl Letter {
    /// What a paragraph is.
    #[must_use]
    pub fn kind(&self, paragraph: usize) -> Kind {
        of(&self.setting.kinds, paragraph)
            .copied()
            .unwrap_or_default()
    }

    /// The label that a heading or an item starts with, as printed (`2.1`, `•`, `a)`): the first bytes of its
    /// text, with a blank behind them.
    #[must_use]
    pub fn label(&self, paragraph: usize) -> Option<&str> {
        of(&self.setting.labels, paragraph).map(AsRef::as_ref)
    }

    /// The cells of a row; none for what is no row.
    #[must_use]
    pub fn cells(&self, paragraph: usize) -> &[Cell] {
        of(&self.setting.cells, paragraph).map_or(&[], AsRef::as_ref)
    }

    /// What is set apart in a paragraph, in the order of its starts.
    #[must_use]
    pub fn emphasis_in(&self, paragraph: usize) -> &[(Span, Emphasis)] {
        within(&self.setting.emphasis, paragraph)
    }

    /// What leads somewhere in a paragraph, with the address it leads to.
    #[must_use]
    pub fn links_in(&self, paragraph: usize) -> &[(Span, Box<str>)] {
        within(&self.setting.links, paragraph)
    }

    /// The page that a paragraph starts on, counted from 1; none where the source has no pages.
    #[must_use]
    pub fn page(&self, paragraph: usize) -> Option<u32> {
        let after = self
            .setting
            .pages
            .partition_point(|(first, _)| *first <= paragraph);
        Some(self.setting.pages[..after].last()?.1)
    }

    /// The notes that have a text, in the order of their paragraphs; empty where the source has none.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.setting.notes
    }

    /// What was left out of the source, in its order, the same words once.
    #[must_use]
    pub fn left_out(&self) -> Vec<OutOfPages> {
        let mut known: Vec<OutOfPages> = Vec::new();
        let mut at: HashMap<&str, usize> = HashMap::new();
        for out in &self.setting.left_out {
            let place = *at.entry(&out.words).or_insert(known.len());
            match known.get_mut(place) {
                Some(one) => {
                    one.pages = one
                        .pages
                        .zip(out.page)
                        .map(|((first, _), last)| (first, last));
                }
                None => known.push(OutOfPages {
                    words: out.words.clone(),
                    pages: out.page.map(|page| (page, page)),
                }),
            }
        }
        known
    }

    /// How the source sets the words of the letter.
    #[must_use]
    pub const fn setting(&self) -> &Setting {
        &self.setting
    }
}
