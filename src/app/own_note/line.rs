//! A note that is being written.

use tui_input::Input;

/// A note that is being written.
#[derive(Clone, Debug, Default)]
pub struct OwnNote {
    /// The paragraph it belongs to, by index.
    pub paragraph: usize,
    /// What is typed.
    pub input: Input,
    /// The note that was there when this began.
    pub began: String,
    /// What stood in the line when it was opened, if nobody had typed that yet: the note that was there, and the
    /// words that were selected.
    pub offered: String,
    /// Where the reader is when this is done.
    pub back: Back,
}

/// Where a note is written from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Back {
    /// From the text.
    #[default]
    Text,
    /// From the table of notes.
    Table,
}
