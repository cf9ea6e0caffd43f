//! What a key can mean, and the id by which files name it.

use super::parts::{
    Edit, Portion, Reach, TablePart,
    Turn::{self, Back, On},
    Unit,
};

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
    /// The letters that are open together, as a list.
    Letters,
    /// Look in all letters that are open, or in this one.
    Scope,
    /// What was left out of the letter, as a list.
    LeftOut,
    /// Go to an address.
    Goto,
    /// Complete what is typed.
    Complete,
    /// To the next (or previous) mention in the text.
    Mention(Turn),
    /// Open the card of what is under the cursor.
    Card,
    /// The card of the recommendation that is read.
    Asks,
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
    /// Begin a new line in the note that is typed.
    NewLine,
    /// Write the note in the user's editor.
    Editor,
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
    /// Mark the words that leave room, or do not.
    Hedges,
    /// Make the measure wider (or narrower).
    Measure(Turn),
    /// The next theme.
    Theme,
    /// Show the keys.
    Help,
    /// Show all that can be done, to be found by its name.
    Palette,
    /// In the help: all keys of all modes, or only what was shown at first.
    AllKeys,
    /// Read the settings again.
    Settings,
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
    /// Show what no sentence of the letter takes up.
    Unanswered,
    /// Show who and when; from there, the years.
    Timeline,
    /// Show the places that were shown in this sitting.
    Trail,
    /// Write the meeting sheet to a file.
    MeetingSheet,
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
    /// See whether a quotation stands in the letter.
    Verify,
    /// Put the current sentence, or what is selected, into the basket.
    Collect,
    /// Show the basket.
    Basket,
    /// Take the quote out of the basket that is chosen.
    RemoveQuote,
    /// Put back what was taken out of it last.
    RestoreQuote,
    /// Move the quote that is chosen behind the next (or before the previous).
    MoveQuote(Turn),
    /// Copy all quotes in the basket, each with its citation.
    CopyQuotes,
    /// Take what is chosen.
    Accept,
    /// Close what lies over the text.
    Close,
    /// Edit the line.
    Edit(Edit),
}

/// Makes of one table the id of each act and the act of each id. What stands behind `also` no key means: it
/// goes by the id of what it comes to.
macro_rules! acts {
    ($($id:literal => [$($act:tt)+],)+ also: $($same:literal => [$($other:tt)+],)+) => {
        impl Act {
            /// All that a key can mean.
            pub const ALL: &[Self] = &[$(Self::$($act)+),+];

            /// Its name in files, and that of its description among the words of the interface.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$($act)+ => $id,)+
                    $(Self::$($other)+ => $same,)+
                }
            }

            /// The act with this id.
            #[must_use]
            pub fn named(id: &str) -> Option<Self> {
                match id {
                    $($id => Some(Self::$($act)+),)+
                    _ => None,
                }
            }
        }
    };
}

acts! {
    "row-on" => [Scroll(On, Reach::Row)],
    "row-back" => [Scroll(Back, Reach::Row)],
    "half-on" => [Scroll(On, Reach::Half)],
    "half-back" => [Scroll(Back, Reach::Half)],
    "page-on" => [Scroll(On, Reach::Page)],
    "page-back" => [Scroll(Back, Reach::Page)],
    "start" => [Ends(Back)],
    "end" => [Ends(On)],
    "paragraph-on" => [Paragraph(On)],
    "paragraph-back" => [Paragraph(Back)],
    "digit" => [Digit],
    "section-on" => [Section(On)],
    "section-back" => [Section(Back)],
    "find" => [Find],
    "find-again" => [FindAgain],
    "hit-on" => [Hit(On)],
    "hit-back" => [Hit(Back)],
    "search" => [Search],
    "search-on" => [SearchHit(On)],
    "search-back" => [SearchHit(Back)],
    "search-list" => [SearchList],
    "past-back" => [Past(Back)],
    "past-on" => [Past(On)],
    "letters" => [Letters],
    "scope" => [Scope],
    "left-out" => [LeftOut],
    "goto" => [Goto],
    "complete" => [Complete],
    "copy" => [Copy],
    "copy-paragraph" => [Take(Portion::Paragraph)],
    "copy-citation" => [Take(Portion::Citation)],
    "copy-quote" => [Take(Portion::Quote)],
    "copy-link" => [Take(Portion::Link)],
    "copy-response" => [Take(Portion::Response)],
    "copy-recommendation" => [Take(Portion::Recommendation)],
    "copy-selection" => [Take(Portion::Selection)],
    "cite-style" => [CiteStyle],
    "note-marks" => [NoteMarks],
    "save" => [Save],
    "select" => [Select],
    "extend-word" => [Extend(On, Unit::Word)],
    "shrink-word" => [Extend(Back, Unit::Word)],
    "extend-sentence" => [Extend(On, Unit::Sentence)],
    "shrink-sentence" => [Extend(Back, Unit::Sentence)],
    "extend-paragraph" => [Extend(On, Unit::Paragraph)],
    "mention-on" => [Mention(On)],
    "mention-back" => [Mention(Back)],
    "card" => [Card],
    "asks" => [Asks],
    "concordance" => [Concordance],
    "order" => [Order],
    "copy-lines" => [CopyLines],
    "jump-back" => [Jump(Back)],
    "jump-on" => [Jump(On)],
    "bookmark" => [Bookmark],
    "own-note" => [OwnNote],
    "keep-note" => [KeepNote],
    "new-line" => [NewLine],
    "editor" => [Editor],
    "remove-mark" => [RemoveMark],
    "restore-mark" => [RestoreMark],
    "turn-read" => [TurnRead],
    "unread-all" => [UnreadAll],
    "sidebar" => [Sidebar],
    "zen" => [Zen],
    "compare" => [Compare],
    "beside-on" => [Beside(On)],
    "beside-back" => [Beside(Back)],
    "echo" => [Echo],
    "hedges" => [Hedges],
    "measure-on" => [Measure(On)],
    "measure-back" => [Measure(Back)],
    "theme" => [Theme],
    "help" => [Help],
    "palette" => [Palette],
    "all-keys" => [AllKeys],
    "settings" => [Settings],
    "redraw" => [Redraw],
    "suspend" => [Suspend],
    "quit" => [Quit],
    "interrupt" => [Interrupt],
    "choose-on" => [Choose(On, Reach::Row)],
    "choose-back" => [Choose(Back, Reach::Row)],
    "choose-page-on" => [Choose(On, Reach::Page)],
    "choose-page-back" => [Choose(Back, Reach::Page)],
    "kind-on" => [Kind(On)],
    "kind-back" => [Kind(Back)],
    "aside-on" => [Aside(On)],
    "aside-back" => [Aside(Back)],
    "overview" => [Overview],
    "unanswered" => [Unanswered],
    "timeline" => [Timeline],
    "trail" => [Trail],
    "meeting-sheet" => [MeetingSheet],
    "table-digit" => [TableDigit],
    "table-on" => [Table(On)],
    "table-back" => [Table(Back)],
    "cell-on" => [Cell(On)],
    "cell-back" => [Cell(Back)],
    "sort" => [Sort],
    "narrow" => [Narrow],
    "copy-row" => [TakeTable(TablePart::Row)],
    "copy-table" => [TakeTable(TablePart::Whole)],
    "table-form" => [TableForm],
    "first-row" => [Extreme(Back)],
    "last-row" => [Extreme(On)],
    "narrowed" => [Narrowed],
    "copy-chosen" => [CopyChosen],
    "verify" => [Verify],
    "collect" => [Collect],
    "basket" => [Basket],
    "remove-quote" => [RemoveQuote],
    "restore-quote" => [RestoreQuote],
    "quote-on" => [MoveQuote(On)],
    "quote-back" => [MoveQuote(Back)],
    "copy-quotes" => [CopyQuotes],
    "accept" => [Accept],
    "close" => [Close],
    "line-char-back" => [Edit(Edit::GoToPrevChar)],
    "line-char-on" => [Edit(Edit::GoToNextChar)],
    "line-start" => [Edit(Edit::GoToStart)],
    "line-end" => [Edit(Edit::GoToEnd)],
    "line-word-back" => [Edit(Edit::GoToPrevWord)],
    "line-word-on" => [Edit(Edit::GoToNextWord)],
    "line-delete-back" => [Edit(Edit::DeletePrevChar)],
    "line-delete-on" => [Edit(Edit::DeleteNextChar)],
    "line-cut-word-back" => [Edit(Edit::DeletePrevWord)],
    "line-cut-word-on" => [Edit(Edit::DeleteNextWord)],
    "line-cut-to-start" => [Edit(Edit::DeleteFromStart)],
    "line-cut" => [Edit(Edit::DeleteLine)],
    "line-paste" => [Edit(Edit::Yank)],
    also:
    "extend-paragraph" => [Extend(Back, Unit::Paragraph)],
    "choose-page-on" => [Choose(On, Reach::Half)],
    "choose-page-back" => [Choose(Back, Reach::Half)],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_both_ways() {
        for act in Act::ALL {
            assert_eq!(Act::named(act.id()), Some(*act));
        }
        assert_eq!(Act::named("Quit"), None);
    }
}
