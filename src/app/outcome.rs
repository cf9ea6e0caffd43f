//! What comes of a key, a press or a turn of the wheel in an overlay: a value, which is carried out in one place
//! (`apply`).

use super::message::Act;
use crate::{
    keys::parts::{Portion, TablePart},
    letter::Span,
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
    /// It closes, and the text jumps there.
    Jump(Span),
    /// It closes, and the reader stands again as it stood there, with this paragraph current, by index.
    Stand(Stand, usize),
    /// It closes, and these words are gone to, in the letter of this row of the list of letters.
    Arrive(usize, Span),
    /// It closes, and the table of who and when shows this year, or what names none.
    Year(Option<u32>),
    /// It closes, and what the act means in the text is done.
    Do(Act),
    /// It closes, and what is meant by this portion of the text is copied.
    Take(Portion),
    /// It closes, and this part of the table is copied.
    TakeTable(TablePart),
    /// This is copied, which is of no single paragraph.
    Copy(String),
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
