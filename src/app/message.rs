//! What can happen, and what the reader asks of the shell around it.

use super::{
    kept::{Changes, Kept, Saved},
    library::Loaded,
    own_note::edited::Edited,
};
pub use crate::keys::{
    act::Act,
    parts::{Edit, Portion, Reach, TablePart, Turn},
};
use crate::settings::ReadAgain;
use std::time::Duration;
pub use tui_input::Input;

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
    /// This was kept of the letter that has just been opened; or why it cannot be read.
    Recalled(Result<Box<Kept>, String>),
    /// This became of what was to be kept.
    Saved(Saved),
    /// This text was copied, and went this way.
    Copied(Way, String),
    /// This text was too long for the terminal's clipboard: where it was written instead, or why it was not.
    TooLong(Result<String, String>, String),
    /// What was to be written to a new file was: its name; or why it was not.
    Written(Result<String, String>),
    /// More letters of a library were read.
    Loaded(Box<Loaded>),
    /// The settings were read again, with what is wrong in them; or why they cannot be.
    Settings(Box<ReadAgain>),
    /// This became of a note that was to be written in the user's editor.
    Edited(Edited),
    /// The program comes to its end: what is still to be kept is kept now.
    Ends,
    /// So many seconds have gone by since midnight, by the clock of the wall.
    Clock(u32),
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

/// Which way a copied text went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Into tmux, which passes it on to the terminal's clipboard.
    Tmux,
    /// By the escape sequence OSC 52 to a terminal known to take it.
    Terminal,
    /// By a program of the platform, of this name.
    Program(&'static str),
    /// By OSC 52 to a terminal of which nobody knows whether it takes it.
    Unknown,
}

/// What the shell around the reader must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put this text on the clipboard.
    Copy(String),
    /// Write a text to a new file.
    Save {
        /// How the file's name starts; one that ends in `.html` or `.md` is that of a page or of Markdown.
        stem: String,
        /// The text.
        text: String,
    },
    /// Have a note written in the user's editor, for [`Message::Edited`].
    EditNote {
        /// How the name of its file starts.
        stem: String,
        /// What is in it.
        text: String,
    },
    /// Keep this for the next time.
    Keep(Box<Changes>),
    /// Read the settings again.
    ReadSettings,
    /// Read what is kept of the letter that has just been opened, for [`Message::Recalled`].
    Recall,
    /// Read no more letters.
    StopLoading,
    /// Forget what is on the screen and draw it anew.
    Redraw,
    /// Give the terminal back and stop until told to go on.
    Suspend,
    /// Give the terminal back and end.
    Quit,
}
