//! One open letter: its text, what is known of it, and where the reader is in it.
//!
//! A screen is derived from the place at its top, after each message. What belongs to no letter, as the words
//! of the interface and what lies over the text, is the program's ([`App`](super::App)).

mod beginning;
mod moving;

use super::finder::Find;
use super::geometry::{Arrangement, Regions, Size};
use super::hedges::Hedges;
use super::hits::Hits;
use super::keeping::Keeping;
use super::kept::KeptMark;
use super::marks::Marks;
use super::overview::{Overview, Removed, Table};
use super::search::Search;
use super::seen::Dwell;
use super::trail::Trail;
use super::typed::Drafts;
use crate::{
    catalogue::{AbbreviationReading, Abbreviations, Catalogue, Mentions},
    letter::{Address, Letter, Place, Span},
    reading::{
        echo::Echo,
        flow::{Flow, Line, Page, Piece, Top},
        jumplist::{Jumplist, Stand},
        layout::Row,
    },
};
use std::{cell::OnceCell, time::Duration};

/// One open letter: its text and where the reader is in it.
#[derive(Debug)]
pub struct Reader {
    /// The letter.
    pub letter: Letter,
    /// Who and what is known.
    pub catalogue: Catalogue,
    /// Where they are named in the letter.
    pub mentions: Mentions,
    /// The size of the screen.
    pub size: Size,
    /// What of the reader shows.
    pub arrangement: Arrangement,
    /// The finder as it was left.
    pub find: Option<Find>,
    /// The overview as it was left.
    pub overview: Overview,
    /// The last search in the text.
    pub search: Option<Search>,
    /// What is selected.
    pub selection: Option<Span>,
    /// The hits of the last find.
    pub hits: Option<Hits>,
    /// What is under the cursor: a mention, a note mark (an empty span), or the start of a
    /// paragraph that was asked for. It stands in the current paragraph.
    pub focus: Option<Span>,
    pub(super) marks: Marks,
    pub(super) dwell: Dwell,
    /// The number that was typed last, and when.
    pub(super) typed_number: Option<(Duration, u32)>,
    pub(super) trail: Trail,
    pub(super) drafts: Drafts,
    pub(super) keeping: Keeping,
    /// A mark whose paragraph is gone, taken from its table to be put at another.
    pub(super) held: Option<KeptMark>,
    /// What was last taken away in the table of notes.
    pub(super) removed: Option<Removed>,
    /// The name for what is kept of this letter.
    pub(super) name: OnceCell<String>,
    /// Whether the hits of the last find were put away.
    pub(super) hushed: bool,
    pub(super) abbreviations: OnceCell<Abbreviations>,
    /// How far a big letter has been read for them; none where they are found when first asked for.
    pub(super) abbreviation_reading: Option<AbbreviationReading>,
    pub(super) copied_at: Option<Address>,
    pub(super) wanted: Option<String>,
    pub(super) jumps: Jumplist,
    pub(super) flow: Flow,
    /// The current paragraph, by index; see `current.rs`.
    pub(super) current: usize,
    /// The paragraph that is current wherever it shows, by index: it was asked for, or current before the size
    /// of the screen changed.
    pub(super) asked: usize,
    /// What was under the cursor when the current paragraph was last derived.
    pub(super) focus_before: Option<Span>,
    /// How many cells the widest address takes.
    pub(super) widest_address: u16,
    /// How many cells the widest number of a section takes.
    pub(super) widest_label: u16,
    /// The highest level of the headings by which the letter is parted, where it is.
    pub(super) highest: Option<u8>,
    pub(super) top: Top,
    /// What shows in the first row beside the text.
    pub(super) aside: Top,
    pub(super) shown: Top,
    pub(super) text: Page,
    /// What stands beside the text; no rows where there is one column.
    pub(super) beside: Page,
    /// What the response takes up, of the section with this index.
    pub(super) echo: Option<(usize, Echo)>,
    /// The words that leave room, where they are marked.
    pub(super) hedges: Hedges,
    /// What the pages were derived from.
    pub(super) derived: Option<(Size, Arrangement, Top, Top)>,
    /// What the pages were derived from that came by last.
    pub(super) came_by: Option<(Size, Arrangement, Top, Top)>,
    pub(super) regions: Regions,
}

impl Reader {
    /// The rows of text that show, from the top of the pane down; where two columns stand there, those
    /// of the response.
    #[must_use]
    pub fn page(&self) -> &[Line] {
        &self.text.lines
    }

    /// Where everything stands.
    #[must_use]
    pub const fn regions(&self) -> Regions {
        self.regions
    }

    /// Finds out all that is still to be found out about the names and abbreviations in the letter.
    pub(super) fn read_names(&mut self) {
        while self.has_more_names() {
            self.read_names_on(usize::MAX);
        }
    }

    /// Whether there is more to find out about the names and abbreviations in the letter.
    pub(super) const fn has_more_names(&self) -> bool {
        !self.mentions.is_whole() || self.abbreviation_reading.is_some()
    }

    /// Reads on for the names, and then the abbreviations, for about so many bytes of text; says whether all of
    /// either have now been found.
    pub(super) fn read_names_on(&mut self, bytes: usize) -> bool {
        if !self.mentions.is_whole() {
            self.mentions.read_on(&self.letter, &self.catalogue, bytes);
            if !self.mentions.is_whole() {
                return false;
            }
        } else if let Some(reading) = &mut self.abbreviation_reading {
            let Some(found) = reading.read_on(&self.letter, bytes) else {
                return false;
            };
            self.abbreviation_reading = None;
            self.abbreviations = OnceCell::from(found);
            self.overview.forget(Table::Abbreviations);
        }
        if let Some(find) = &mut self.find {
            find.names_are_old();
        }
        true
    }

    /// Derives what shows from the state.
    pub(super) fn settle(&mut self) {
        if self.size == Size::default() {
            self.shown = self.top;
            (self.text, self.beside) = Default::default();
            self.derived = None;
            return;
        }
        self.derive();
        self.settle_current();
    }

    pub(super) fn derive(&mut self) {
        self.arrange();
        let derived = (self.size, self.arrangement, self.top, self.aside);
        if self.derived == Some(derived) {
            return;
        }
        if self.regions.beside.is_some() {
            self.fill_columns();
        } else {
            self.text = self.flow.show(&self.letter, self.top, self.height());
            self.beside = Page::default();
            self.shown = self.text.top;
        }
        self.listen();
        self.find_hedges();
        self.derived = Some((self.size, self.arrangement, self.top, self.aside));
    }

    /// The rows the text has.
    pub(super) fn height(&self) -> usize {
        usize::from(self.regions.text.height).max(1)
    }

    /// The section that shows in the first row, by index: the one whose title stands over the text.
    #[must_use]
    pub fn section(&self) -> usize {
        self.flow.section_at(&self.letter, self.top)
    }

    /// Where the reader stands, to come back to.
    pub(super) const fn stand(&self) -> Stand {
        Stand {
            top: self.shown,
            current: self.current,
        }
    }

    /// Remembers where the reader stands, for a jump leaves it.
    pub(super) fn leave(&mut self) {
        self.jumps.leave(self.stand());
    }

    /// The places left behind.
    #[must_use]
    pub const fn jumps(&self) -> &Jumplist {
        &self.jumps
    }

    /// The point in the text at the top of the screen.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.shown.place
    }

    /// What stands where in a row of text that shows.
    pub fn pieces(&self, paragraph: usize, row: Row) -> impl Iterator<Item = Piece> {
        self.flow.pieces(&self.letter, paragraph, row)
    }
}
