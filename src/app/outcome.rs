//! What comes of a key, a press or a turn of the wheel in an overlay: a value, which is carried out in one place
//! (`apply`).

use super::{Hits, card::Card, concordance::Concordance, library::Arrival, message::Act};
use crate::{
    keys::parts::{Portion, TablePart},
    letter::{Address, Span},
    reading::jumplist::Stand,
};

/// What comes of it.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The overlay stays, as it is now.
    Stay,
    /// It closes.
    Close,
    /// It closes, and this lies there again.
    Back(Over),
    /// It stays, and this is said.
    Tell(String),
    /// It stays, and this has to be read whole.
    Warn(String),
    /// It stays, no more letters are read, and this is said.
    StopLoading(String),
    /// It closes, and the text jumps there.
    Jump(Span),
    /// It closes, and the reader stands again as it stood there, with this paragraph current, by index.
    Stand(Stand, usize),
    /// It closes, and what an address names is gone to, which begins at this paragraph, by index.
    Address(Address, usize),
    /// It closes, and this section is gone to, by index.
    Section(usize),
    /// All names of the letter are found first, and then it is asked again for what is chosen.
    ReadNames,
    /// It closes, and these hits are gone through from one of them, which is jumped to.
    GoThrough(Hits),
    /// It closes, and these hits are gone through from one of them, which is under the cursor already.
    StayAt(Hits),
    /// It closes, and the letter of this row of the list of letters is read: here, or where it was left.
    Letter(usize, Option<Arrival>),
    /// What lies there now is the finder, with this typed, in the letter that is read.
    FindInLetter(String),
    /// What lies there now is what is found of this in all letters.
    FindInAll(String),
    /// This card lies there now.
    Card(Card),
    /// This concordance lies there now.
    Concordance(Concordance),
    /// What lies there now is where all letters name an entity of this one, by index.
    NamedInAll(usize),
    /// It closes, and the table of who and when shows this year, or what names none.
    Year(Option<u32>),
    /// It closes, and what the act means in what it lay over is done.
    Do(Act),
    /// It closes, and the act looks for these words.
    LookFor(Act, String),
    /// It closes, and what is meant by this portion of the text is copied.
    Take(Portion),
    /// It closes, and this part of the table is copied.
    TakeTable(TablePart),
    /// This is copied, which is of no single paragraph.
    Copy(String),
    /// This is copied, which is of this paragraph, by index.
    CopyFrom(String, usize),
    /// These words of the letter go into the basket.
    Collect(Span),
    /// What lies there now is the box for a quotation, as it was left.
    Verify,
    /// What came of the quotation lies there now.
    Verified,
    /// It closes, and the note that is typed in it is kept.
    KeepNote,
    /// It closes, and what is typed in it is a draft.
    LeaveNote,
    /// The note that is typed in it is written in the editor.
    EditNote {
        /// How the name of its file starts.
        stem: String,
        /// What is in it.
        text: String,
    },
    /// A text is written to a new file whose name starts so.
    Save {
        /// How its name starts.
        stem: String,
        /// The text.
        text: String,
    },
    /// The screen wears this theme, as [`super::App::theme`] counts.
    Wear(usize),
    /// It closes, and the screen wears this theme.
    WearAndClose(usize),
    /// It closes, the screen wears this theme, and this is said.
    KeepTheme(usize, String),
    /// Citations have the next style.
    NextStyle,
    /// Note marks are copied from now on, or are not.
    TurnNoteMarks,
    /// Tables are copied in the next form.
    NextTableForm,
}

/// What an overlay lies over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The text of the letter.
    Text,
    /// The overview.
    Overview,
    /// What came of looking for a quotation.
    Verified,
    /// The basket.
    Basket,
}
