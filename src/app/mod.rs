//! The reader without a terminal: one state, one message type, one update.
//!
//! A message goes in, the state changes, effects come out for the shell around it. What shows is
//! derived from the state after each message; drawing reads it and changes nothing.

mod anchor;
pub mod card;
mod compare;
pub mod concordance;
pub mod copy;
mod current;
pub mod finder;
pub mod footer;
pub mod found;
pub mod geometry;
pub mod goto;
pub mod gutter;
pub mod help;
pub mod hints;
mod hits;
mod keeping;
pub mod kept;
pub mod keymap;
pub mod marks;
pub mod message;
mod mouse;
pub mod overview;
pub mod own_note;
pub mod pointing;
mod reader;
mod scroll;
pub mod search;
pub mod seen;
pub mod select;
pub mod sidebar;
pub mod stance;
pub mod strip;
pub mod subject;
pub mod tables;
pub mod typed;
mod update;
pub mod words;

use crate::{
    catalogue::{Abbreviations, Catalogue, Mentions},
    letter::{Address, Letter, Place, Span},
    reading::{
        cite::Style,
        echo::Echo,
        flow::{Flow, Line, Page, Top},
        jumplist::{Jumplist, Stand},
    },
};
use card::Card;
use concordance::Concordance;
use copy::{CopyMenu, NoteMarks, Shown};
use finder::{Find, Stock};
use geometry::{Arrangement, MEASURES, Regions, Size};
use goto::Goto;
use help::Help;
pub use hits::{ByPlace, Hits};
use keeping::Keeping;
use kept::KeptMark;
use keymap::{Keymap, Mode};
use marks::Marks;
use message::Turn;
use mouse::Pressed;
use overview::{Overview, Removed, TableMenu};
use own_note::{Drafts, OwnNote};
use search::Search;
use seen::Dwell;
use std::cell::OnceCell;
pub use subject::Subject;
use words::Words;

/// How many bytes of the letter's text are read at a time where keys may wait meanwhile: a
/// millisecond's work or two.
const SLICE: usize = 256 * 1024;

/// What lies over the text. There is one at most.
#[derive(Debug)]
pub enum Overlay {
    /// The finder; its state is [`App::find`], so that it can be opened again as it was left.
    Finder,
    /// The line in which a search is typed; its state is [`App::search`].
    Search,
    /// The list of what the search found.
    List,
    /// The line in which an address is typed.
    Goto(Goto),
    /// The menu of what can be copied.
    Copy(CopyMenu),
    /// A text to be selected by hand.
    Shown(Shown),
    /// A card.
    Card(Card),
    /// The concordance of what a card tells of.
    Concordance(Concordance),
    /// The overview; its state is [`App::overview`], so that it can be opened again as it was left.
    Overview,
    /// The line in which is typed what narrows the tables of the overview.
    Narrow,
    /// The menu of what can be copied from a table.
    TableCopy(TableMenu),
    /// The line in which a note of one's own is typed.
    OwnNote(OwnNote),
    /// The keys.
    Help(Help),
}

/// The state of the reader.
#[derive(Debug)]
pub struct App {
    /// The letter.
    pub letter: Letter,
    /// Who and what is known.
    pub catalogue: Catalogue,
    /// Where they are named in the letter.
    pub mentions: Mentions,
    /// The words of the interface.
    pub words: Words,
    /// What keys mean.
    pub keymap: Keymap,
    /// The size of the screen.
    pub size: Size,
    /// What of the reader shows.
    pub arrangement: Arrangement,
    /// Which theme, counted up without end; the face takes it modulo the themes it has.
    pub theme: usize,
    /// What lies over the text.
    pub overlay: Option<Overlay>,
    /// The finder as it was left.
    pub find: Option<Find>,
    /// The overview as it was left.
    pub overview: Overview,
    /// The last search in the text.
    pub search: Option<Search>,
    /// What is selected.
    pub selection: Option<Span>,
    /// The style of citations that are copied.
    pub style: Style,
    /// Whether note marks are copied.
    pub note_marks: NoteMarks,
    /// The hits of the last find.
    pub hits: Option<Hits>,
    /// What is under the cursor: a mention, a note mark (an empty span), or the start of a
    /// paragraph that was asked for. It stands in the current paragraph.
    pub focus: Option<Span>,
    /// A sentence for the footer, until the next key.
    pub notice: Option<String>,
    /// A sentence that has to be read whole, until the next key.
    pub warning: Option<String>,
    marks: Marks,
    dwell: Dwell,
    drafts: Drafts,
    keeping: Keeping,
    /// A mark whose paragraph is gone, taken from its table to be put at another.
    held: Option<KeptMark>,
    /// What was last taken away in the table of notes.
    removed: Option<Removed>,
    /// The name for what is kept of this letter.
    name: OnceCell<String>,
    /// Whether the hits of the last find were put away.
    hushed: bool,
    stock: Option<Stock>,
    abbreviations: OnceCell<Abbreviations>,
    searches: Vec<String>,
    pressed: Option<Pressed>,
    copied_at: Option<Address>,
    wanted: Option<String>,
    jumps: Jumplist,
    flow: Flow,
    /// The current paragraph, by index; see `current.rs`.
    current: usize,
    /// The paragraph that is current wherever it shows, by index: it was asked for, or current before the size
    /// of the screen changed.
    asked: usize,
    /// What was under the cursor when the current paragraph was last derived.
    focus_before: Option<Span>,
    /// How many cells the widest address takes.
    widest_address: u16,
    /// How many cells the widest number of a section takes.
    widest_label: u16,
    top: Top,
    /// What shows in the first row beside the text.
    aside: Top,
    shown: Top,
    text: Page,
    /// What stands beside the text; no rows where there is one column.
    beside: Page,
    /// What the response takes up, of the section with this index.
    echo: Option<(usize, Echo)>,
    /// What the pages were derived from.
    derived: Option<(Size, Arrangement, Top, Top)>,
    /// What the pages were derived from that came by last.
    came_by: Option<(Size, Arrangement, Top, Top)>,
    regions: Regions,
}

impl App {
    /// A reader at the start of a letter, on a screen of no size yet.
    #[must_use]
    pub fn new(letter: Letter, catalogue: &'static Catalogue, words: Words) -> Self {
        let catalogue = catalogue.with_signatories(&letter);
        let mut mentions = Mentions::default();
        mentions.read_on(&letter, &catalogue, SLICE);
        let top = Flow::default().section_top(&letter, 0);
        let current = current::first_in(&letter, 0);
        let widest_address = gutter::widest_address(&letter);
        let widest_label = sidebar::widest_label(&letter);
        let notice =
            (letter.recommendations() == 0).then(|| words.reader.no_recommendations.to_owned());
        Self {
            letter,
            catalogue,
            mentions,
            words,
            keymap: Keymap::default(),
            size: Size::default(),
            arrangement: Arrangement::default(),
            theme: 0,
            overlay: None,
            find: None,
            overview: Overview::default(),
            search: None,
            selection: None,
            style: Style::default(),
            note_marks: NoteMarks::default(),
            hits: None,
            focus: None,
            notice,
            warning: None,
            marks: Marks::default(),
            dwell: Dwell::default(),
            drafts: Drafts::default(),
            keeping: Keeping::default(),
            held: None,
            removed: None,
            name: OnceCell::new(),
            hushed: false,
            stock: None,
            abbreviations: OnceCell::new(),
            searches: Vec::new(),
            pressed: None,
            copied_at: None,
            wanted: None,
            jumps: Jumplist::default(),
            flow: Flow::default(),
            current,
            asked: current,
            focus_before: None,
            widest_address,
            widest_label,
            top,
            aside: top,
            shown: top,
            text: Page::default(),
            beside: Page::default(),
            echo: None,
            derived: None,
            came_by: None,
            regions: Regions::default(),
        }
    }

    /// What the keys act on now.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        match self.overlay {
            None if self.selection.is_some() => Mode::Select,
            None => Mode::Reading,
            Some(Overlay::Finder) => Mode::Finder,
            Some(Overlay::Search) => Mode::Search,
            Some(Overlay::List) => Mode::List,
            Some(Overlay::Goto(_)) => Mode::Goto,
            Some(Overlay::Copy(_)) => Mode::Menu,
            Some(Overlay::Shown(_)) => Mode::Shown,
            Some(Overlay::Card(_)) => Mode::Card,
            Some(Overlay::Concordance(_)) => Mode::Concordance,
            Some(Overlay::Overview) => Mode::Overview,
            Some(Overlay::Narrow) => Mode::Narrow,
            Some(Overlay::TableCopy(_)) => Mode::TableMenu,
            Some(Overlay::OwnNote(_)) => Mode::OwnNote,
            Some(Overlay::Help(_)) => Mode::Help,
        }
    }

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

    /// Whether there is more to find out about a big letter, for which [`message::Message::Spare`] gives time.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.search.as_ref().is_some_and(Search::has_more)
            || self.has_more_rows()
            || self.finder_has_more()
            || !self.mentions.is_whole()
    }

    /// Goes on with what is left to find out, what is searched first.
    fn go_on(&mut self) {
        if self.search.as_ref().is_some_and(Search::has_more) {
            self.look_on();
        } else if self.has_more_rows() {
            self.add_rows();
        } else if self.finder_has_more() {
            self.look_on_in_text();
        } else {
            self.mentions.read_on(&self.letter, &self.catalogue, SLICE);
        }
    }

    /// Finds out all that is still to be found out about the names in the letter.
    fn read_names(&mut self) {
        self.mentions
            .read_on(&self.letter, &self.catalogue, usize::MAX);
    }

    fn set_measure(&mut self, turn: Turn) {
        let measure = self.regions.text.width.min(self.arrangement.measure);
        let set = match turn {
            // What does not fit today may fit a larger screen.
            Turn::On => (measure + 4).max(self.arrangement.measure),
            Turn::Back => measure.saturating_sub(4),
        };
        self.arrangement.measure = set.clamp(MEASURES.0, MEASURES.1);
        let words = &self.words.reader;
        self.notice = Some(format!("{} {}", words.measure, self.arrangement.measure));
    }

    /// Derives what shows from the state.
    fn settle(&mut self) {
        if self.size == Size::default() {
            self.shown = self.top;
            (self.text, self.beside) = Default::default();
            self.derived = None;
            return;
        }
        self.derive();
        self.settle_current();
    }

    fn derive(&mut self) {
        self.arrange();
        self.settle_overview();
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
        self.derived = Some((self.size, self.arrangement, self.top, self.aside));
    }

    /// The rows the text has.
    fn height(&self) -> usize {
        usize::from(self.regions.text.height).max(1)
    }

    /// The section that shows in the first row, by index: the one whose title stands over the text.
    #[must_use]
    pub fn section(&self) -> usize {
        self.flow.section_at(&self.letter, self.top)
    }

    /// Where the reader stands, to come back to.
    const fn stand(&self) -> Stand {
        Stand {
            top: self.shown,
            current: self.current,
        }
    }

    /// Remembers where the reader stands, for a jump leaves it.
    fn leave(&mut self) {
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
}
