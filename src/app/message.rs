//! What can happen, what the reader can be told to do, and what it asks of the shell around it.

use super::{
    copy::Portion,
    kept::{Changes, Kept, Saved},
    overview::TablePart,
    select::Unit,
};
use std::time::Duration;
pub use tui_input::{Input, InputRequest as Edit};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed that means this.
    Act(Act),
    /// A key was pressed that names a section by its number.
    Section(u32),
    /// A key was pressed that means nothing here.
    Stray,
    /// A character was typed where text is taken.
    Type(char),
    /// A text was pasted.
    Paste(String),
    /// The screen has this size in cells.
    Resize {
        /// Its width.
        columns: u16,
        /// Its height.
        rows: u16,
    },
    /// This was kept at an earlier time; or why it cannot be read.
    Marks(Result<Box<Kept>, String>),
    /// This became of what was to be kept.
    Saved(Saved),
    /// The program comes to its end: what is still to be kept is kept now.
    Ends,
    /// So much time has gone by since the start, before what happens next.
    At(Duration),
    /// Nothing else happens: there is time to read on in a big letter.
    Spare,
    /// The mouse was pressed on this cell.
    Press {
        /// Counted from 0 at the left.
        column: u16,
        /// Counted from 0 at the top.
        row: u16,
    },
    /// The mouse was moved to this cell while pressed.
    Drag {
        /// Counted from 0 at the left.
        column: u16,
        /// Counted from 0 at the top.
        row: u16,
    },
    /// The mouse was released on this cell.
    Release {
        /// Counted from 0 at the left.
        column: u16,
        /// Counted from 0 at the top.
        row: u16,
    },
    /// The wheel was turned over this cell.
    Wheel {
        /// Counted from 0 at the left.
        column: u16,
        /// Counted from 0 at the top.
        row: u16,
        /// Which way.
        turn: Turn,
    },
}

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Up, left, or to what comes before.
    Back,
    /// Down, right, or to what comes after.
    On,
}

/// How far a scroll goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// One row.
    Row,
    /// Half a screen.
    Half,
    /// A screen.
    Page,
}

/// What a key can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Scroll the text.
    Scroll(Turn, Reach),
    /// To the start (or end) of the section.
    Ends(Turn),
    /// To the next (or previous) paragraph.
    Paragraph(Turn),
    /// To the section whose digit was pressed.
    Digit,
    /// To the next (or previous) section.
    Section(Turn),
    /// Open the finder.
    Find,
    /// Open the finder as it was left.
    FindAgain,
    /// To the next (or previous) hit of the last find.
    Hit(Turn),
    /// Search in the text.
    Search,
    /// To the next (or previous) hit of the search.
    SearchHit(Turn),
    /// The paragraphs that match the search, as a list.
    SearchList,
    /// An earlier (or later) search.
    Past(Turn),
    /// Go to an address.
    Goto,
    /// Complete what is typed.
    Complete,
    /// To the next (or previous) mention in the text.
    Mention(Turn),
    /// Open the card of what is under the cursor.
    Card,
    /// All places of what the card tells of, under one another.
    Concordance,
    /// The next order.
    Order,
    /// Copy all lines that are listed.
    CopyLines,
    /// Back (or forward) in the jumplist.
    Jump(Turn),
    /// Open the menu of what can be copied.
    Copy,
    /// Copy this portion.
    Take(Portion),
    /// The next style of citation.
    CiteStyle,
    /// Keep or leave note marks in what is copied.
    NoteMarks,
    /// Write the text to a file.
    Save,
    /// Start a selection.
    Select,
    /// Extend (or shrink) the selection.
    Extend(Turn, Unit),
    /// Put a bookmark at the paragraph that is read, or take it off.
    Bookmark,
    /// Write a note of one's own on the paragraph that is read.
    OwnNote,
    /// Keep the note that is typed.
    KeepNote,
    /// Take the bookmark or note away that is chosen.
    RemoveMark,
    /// Put back what was taken away last.
    RestoreMark,
    /// Mark the section that shows as read, or as unread.
    TurnRead,
    /// Mark all sections as unread.
    UnreadAll,
    /// Show or hide the sidebar.
    Sidebar,
    /// Show nothing but the text.
    Zen,
    /// The recommendation beside its response, or above it.
    Compare,
    /// Scroll the recommendation beside its response.
    Beside(Turn),
    /// Mark the words that the response takes up from the recommendation, or do not.
    Echo,
    /// Make the measure wider (or narrower).
    Measure(Turn),
    /// The next theme.
    Theme,
    /// Show the keys.
    Help,
    /// In the help: all keys of all modes, or only what was shown at first.
    AllKeys,
    /// Draw the screen anew.
    Redraw,
    /// Suspend the program.
    Suspend,
    /// Quit.
    Quit,
    /// Copy what is selected, close what lies over the text, or quit: the first of them that can be done.
    Interrupt,
    /// Choose the next (or previous) row of a list.
    Choose(Turn, Reach),
    /// Show the next (or previous) kind.
    Kind(Turn),
    /// In the finder: step through the hits of the entity, or move in the line.
    Aside(Turn),
    /// Open the overview.
    Overview,
    /// Show the table whose digit was pressed.
    TableDigit,
    /// Show the next (or previous) table.
    Table(Turn),
    /// To the next (or previous) cell of a row.
    Cell(Turn),
    /// Show the rows in another order.
    Sort,
    /// Type what the rows are to hold.
    Narrow,
    /// Copy this part of a table.
    TakeTable(TablePart),
    /// The next form in which a table is copied.
    TableForm,
    /// To the first (or last) row of a table.
    Extreme(Turn),
    /// Go on with the rows as they are narrowed.
    Narrowed,
    /// Copy what is chosen.
    CopyChosen,
    /// Take what is chosen.
    Accept,
    /// Close what lies over the text.
    Close,
    /// Edit the line.
    Edit(Edit),
}

impl Act {
    /// The name of its description among the words of the interface.
    #[must_use]
    #[allow(clippy::too_many_lines)] // a line for each
    pub const fn id(self) -> &'static str {
        use Turn::{Back, On};
        match self {
            Self::Scroll(On, Reach::Row) => "row-on",
            Self::Scroll(Back, Reach::Row) => "row-back",
            Self::Scroll(On, Reach::Half) => "half-on",
            Self::Scroll(Back, Reach::Half) => "half-back",
            Self::Scroll(On, Reach::Page) => "page-on",
            Self::Scroll(Back, Reach::Page) => "page-back",
            Self::Ends(Back) => "start",
            Self::Ends(On) => "end",
            Self::Paragraph(On) => "paragraph-on",
            Self::Paragraph(Back) => "paragraph-back",
            Self::Digit => "digit",
            Self::Section(On) => "section-on",
            Self::Section(Back) => "section-back",
            Self::Find => "find",
            Self::FindAgain => "find-again",
            Self::Hit(On) => "hit-on",
            Self::Hit(Back) => "hit-back",
            Self::Search => "search",
            Self::SearchHit(On) => "search-on",
            Self::SearchHit(Back) => "search-back",
            Self::SearchList => "search-list",
            Self::Past(Back) => "past-back",
            Self::Past(On) => "past-on",
            Self::Goto => "goto",
            Self::Complete => "complete",
            Self::Copy => "copy",
            Self::Take(Portion::Paragraph) => "copy-paragraph",
            Self::Take(Portion::Citation) => "copy-citation",
            Self::Take(Portion::Quote) => "copy-quote",
            Self::Take(Portion::Link) => "copy-link",
            Self::Take(Portion::Response) => "copy-response",
            Self::Take(Portion::Recommendation) => "copy-recommendation",
            Self::Take(Portion::Selection) => "copy-selection",
            Self::CiteStyle => "cite-style",
            Self::NoteMarks => "note-marks",
            Self::Save => "save",
            Self::Select => "select",
            Self::Extend(On, Unit::Word) => "extend-word",
            Self::Extend(Back, Unit::Word) => "shrink-word",
            Self::Extend(On, Unit::Sentence) => "extend-sentence",
            Self::Extend(Back, Unit::Sentence) => "shrink-sentence",
            Self::Extend(_, Unit::Paragraph) => "extend-paragraph",
            Self::Mention(On) => "mention-on",
            Self::Mention(Back) => "mention-back",
            Self::Card => "card",
            Self::Concordance => "concordance",
            Self::Order => "order",
            Self::CopyLines => "copy-lines",
            Self::Jump(Back) => "jump-back",
            Self::Jump(On) => "jump-on",
            Self::Bookmark => "bookmark",
            Self::OwnNote => "own-note",
            Self::KeepNote => "keep-note",
            Self::RemoveMark => "remove-mark",
            Self::RestoreMark => "restore-mark",
            Self::TurnRead => "turn-read",
            Self::UnreadAll => "unread-all",
            Self::Sidebar => "sidebar",
            Self::Zen => "zen",
            Self::Compare => "compare",
            Self::Beside(On) => "beside-on",
            Self::Beside(Back) => "beside-back",
            Self::Echo => "echo",
            Self::Measure(On) => "measure-on",
            Self::Measure(Back) => "measure-back",
            Self::Theme => "theme",
            Self::Help => "help",
            Self::AllKeys => "all-keys",
            Self::Redraw => "redraw",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
            Self::Interrupt => "interrupt",
            Self::Choose(On, Reach::Row) => "choose-on",
            Self::Choose(Back, Reach::Row) => "choose-back",
            Self::Choose(On, _) => "choose-page-on",
            Self::Choose(Back, _) => "choose-page-back",
            Self::Kind(On) => "kind-on",
            Self::Kind(Back) => "kind-back",
            Self::Aside(On) => "aside-on",
            Self::Aside(Back) => "aside-back",
            Self::Overview => "overview",
            Self::TableDigit => "table-digit",
            Self::Table(On) => "table-on",
            Self::Table(Back) => "table-back",
            Self::Cell(On) => "cell-on",
            Self::Cell(Back) => "cell-back",
            Self::Sort => "sort",
            Self::Narrow => "narrow",
            Self::TakeTable(TablePart::Row) => "copy-row",
            Self::TakeTable(TablePart::Whole) => "copy-table",
            Self::TableForm => "table-form",
            Self::Extreme(Back) => "first-row",
            Self::Extreme(On) => "last-row",
            Self::Narrowed => "narrowed",
            Self::CopyChosen => "copy-chosen",
            Self::Accept => "accept",
            Self::Close => "close",
            Self::Edit(_) => "edit",
        }
    }
}

/// What the shell around the reader must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put this text on the clipboard.
    Copy(String),
    /// Write a text to a new file.
    Save {
        /// How the file's name starts.
        stem: String,
        /// The text.
        text: String,
    },
    /// Keep this for the next time.
    Keep(Box<Changes>),
    /// Forget what is on the screen and draw it anew.
    Redraw,
    /// Give the terminal back and stop until told to go on.
    Suspend,
    /// Give the terminal back and end.
    Quit,
}
