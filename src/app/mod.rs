//! The reader without a terminal: one state, one message type, one update.
//!
//! A message goes in, the state changes, effects come out for the shell around it. What shows is
//! derived from the state after each message; drawing reads it and changes nothing.

mod anchor;
mod apply;
pub mod asks;
pub mod basket;
pub mod card;
mod collecting;
mod compare;
pub mod concordance;
pub mod copy;
pub mod counted;
mod current;
pub mod cursor;
pub mod finder;
pub mod footer;
pub mod found;
pub mod geometry;
pub mod goto;
pub mod gutter;
mod hedges;
pub mod help;
pub mod hints;
mod hits;
pub mod imported;
mod keeping;
pub mod kept;
pub mod keymap;
pub mod left_out;
pub mod library;
pub mod listed;
mod made_of;
pub mod marks;
pub mod meeting;
pub mod message;
mod mouse;
mod on_top;
mod opening;
mod outcome;
mod overlay;
pub mod overview;
pub mod own_note;
pub mod pieces;
pub mod pointing;
mod preferences;
mod reader;
mod scroll;
pub mod search;
pub mod seen;
pub mod select;
pub mod sidebar;
mod slice;
mod sought;
pub mod stance;
pub mod strip;
pub mod subject;
pub mod tables;
pub mod tags;
pub mod themes;
pub mod timeline;
pub mod trail;
pub mod typed;
mod under;
mod update;
pub mod verify;
pub mod words;

use crate::{catalogue::Catalogue, letter::Letter, reading::cite::Style, settings::Settings};
use basket::Basket;
use cursor::Pressed;
use geometry::{Arrangement, MEASURES};
pub use hits::{ByPlace, Hits};
use keymap::{Keymap, Mode};
use library::Letters;
use message::Turn;
pub use overlay::Overlay;
pub use reader::Reader;
use search::Search;
pub use sought::Subject;
use typed::LeftLines;
use under::NoteMarks;
pub use under::Under;
use verify::Quotation;
use words::Words;

/// The program while it reads: the reader of a letter, what lies over it, and what belongs to no letter.
#[derive(Debug)]
pub struct App {
    /// The letter that is read.
    reader: Reader,
    /// The words of the interface.
    words: Words,
    /// What is set, keys among it.
    settings: Box<Settings>,
    /// Which theme, counted up without end; the face takes it modulo the themes it has.
    theme: usize,
    /// What lies over the text.
    overlay: Option<Overlay>,
    /// The style of citations that are copied.
    style: Style,
    /// Whether note marks are copied.
    note_marks: NoteMarks,
    /// A sentence for the footer, until the next key.
    notice: Option<String>,
    /// A sentence that has to be read whole, until the next key.
    warning: Option<String>,
    /// What is wrong in the file of settings, in sentences.
    complaints: Vec<String>,
    /// What stands in files that an editor wrote and that could not be taken over, in sentences.
    left_files: Vec<String>,
    /// The letters that are open together, where there are several.
    letters: Option<Box<Letters>>,
    /// The quotation that is typed, and what came of it.
    quotation: Quotation,
    /// The quotes that were collected.
    basket: Basket,
    searches: Vec<String>,
    left_lines: LeftLines,
    pressed: Option<Pressed>,
}

/// How much wider or narrower the text gets at once, in cells.
const STEP: u16 = 4;

impl App {
    /// A reader at the start of a letter, on a screen of no size yet.
    #[must_use]
    pub fn new(letter: Letter, catalogue: &'static Catalogue, words: Words) -> Self {
        let told = match letter.setting().damage {
            Some(_) => Some(words.reader.damaged),
            None => (letter.recommendations() == 0).then_some(words.reader.no_recommendations),
        };
        let notice = told.map(str::to_owned);
        Self {
            reader: Reader::new(letter, catalogue),
            words,
            settings: Box::default(),
            theme: 0,
            overlay: None,
            style: Style::default(),
            note_marks: NoteMarks::default(),
            notice,
            warning: None,
            complaints: Vec::new(),
            left_files: Vec::new(),
            letters: None,
            quotation: Quotation::default(),
            basket: Basket::default(),
            searches: Vec::new(),
            left_lines: LeftLines::default(),
            pressed: None,
        }
    }

    /// The open letter.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The words of the interface.
    #[must_use]
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// What keys mean.
    #[must_use]
    pub const fn keymap(&self) -> &Keymap {
        &self.settings.keymap
    }

    /// What is set.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Which theme, counted up without end; the face takes it modulo the themes it has.
    #[must_use]
    pub const fn theme(&self) -> usize {
        self.theme
    }

    /// Which theme that is, by index in the order of their names.
    #[must_use]
    pub fn chosen_theme(&self) -> usize {
        self.settings.theme_at(self.theme)
    }

    /// Chooses the theme, as it is counted in [`App::theme`].
    pub const fn set_theme(&mut self, theme: usize) {
        self.theme = theme;
    }

    /// Chooses what of the reader shows; the screen is set out so with the next message.
    pub const fn set_arrangement(&mut self, arrangement: Arrangement) {
        self.reader.arrangement = arrangement;
    }

    /// Goes on where the reader was at an earlier time, as far as that is still known.
    pub fn resume(&mut self) {
        self.reader.resume();
    }

    /// Starts at a paragraph, by index, instead of the letter's first row.
    pub fn start_at(&mut self, paragraph: usize) {
        self.reader.start_at(paragraph);
    }

    /// Starts, once the screen has a size, at the first place of what a query means best; the finder
    /// stays open where it means nothing.
    pub fn start_with(&mut self, query: &str) {
        self.reader.wanted = Some(query.to_owned());
    }

    /// Takes over places to be gone through one by one, as a find leaves them.
    pub fn take_hits(&mut self, hits: Hits) {
        self.reader.hits = Some(hits);
    }

    /// What lies over the text.
    #[must_use]
    pub const fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// The style of citations that are copied.
    #[must_use]
    pub const fn style(&self) -> Style {
        self.style
    }

    /// Whether note marks are copied.
    #[must_use]
    pub const fn note_marks(&self) -> NoteMarks {
        self.note_marks
    }

    /// A sentence for the footer, until the next key.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Takes away the sentence for the footer, for a face that has said it.
    pub fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// A sentence that has to be read whole, until the next key.
    #[must_use]
    pub fn warning(&self) -> Option<&str> {
        self.warning.as_deref()
    }

    /// Warns of one thing more: what the user was warned of since the last key stays.
    pub(self) fn warn(&mut self, sentence: &str) {
        match &mut self.warning {
            Some(warning) => *warning = format!("{warning} {sentence}"),
            None => self.warning = Some(sentence.to_owned()),
        }
    }

    /// What the keys act on now.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        match &self.overlay {
            None if self.reader.selection.is_some() => Mode::Select,
            None => Mode::Reading,
            Some(overlay) => overlay.mode(),
        }
    }

    /// What overlays read.
    #[must_use]
    pub fn under(&self) -> Under<'_> {
        Under {
            reader: &self.reader,
            words: &self.words,
            settings: &self.settings,
            letters: self.letters.as_deref(),
            style: self.style,
            note_marks: self.note_marks,
        }
    }

    /// Whether there is more to find out about a big letter, for which [`message::Message::Spare`] gives time.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.reader.search.as_ref().is_some_and(Search::has_more)
            || self.has_more_rows()
            || self.finder_has_more()
            || self.reader.has_more_names()
            || self.across_has_more()
            || self.reader.has_more_hedges()
    }

    /// Whether time is wanted: for more of a big letter, or for what is counted behind the first frame.
    #[must_use]
    pub fn wants_time(&self) -> bool {
        self.has_more() || self.reader.has_asks_to_count()
    }

    /// Goes on with what is left to find out, what is searched first.
    fn go_on(&mut self) {
        if self.reader.search.as_ref().is_some_and(Search::has_more) {
            self.look_on();
        } else if self.has_more_rows() {
            self.add_rows();
        } else if self.finder_has_more() {
            self.reader.look_on_in_text();
        } else if self.across_has_more() {
            self.look_on_across();
        } else if self.reader.has_more_hedges() {
            self.reader.count_more_hedges();
        } else if self.reader.has_more_names() {
            self.find_names_on();
        } else if self.reader.has_asks_to_count() {
            self.reader.count_asks();
        }
    }

    /// Wider or narrower by [`STEP`]: each step shows, and one undoes the other. What is set wider than there is room for
    /// stays so until it is changed.
    fn set_measure(&mut self, turn: Turn) {
        let (shown, set) = (
            self.reader.regions.text.width,
            self.reader.arrangement.measure,
        );
        let over = set.saturating_sub(shown);
        let measure = match turn {
            Turn::On if over > 0 => set,
            Turn::On => set + STEP,
            Turn::Back => set.saturating_sub(STEP * (over / STEP + 1)),
        };
        self.reader.arrangement.measure = measure.clamp(MEASURES.0, MEASURES.1);
        let words = &self.words.reader;
        self.notice = Some(format!(
            "{} {}",
            words.measure, self.reader.arrangement.measure
        ));
    }
}
