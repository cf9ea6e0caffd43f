//! What an overlay is to the rest of the reader.
//!
//! It holds its own state alone. It reads what lies under it ([`Under`]), and answers with an [`Outcome`], which is
//! carried out in one place (`apply`).

use super::{
    message::{Act, Turn},
    outcome::Outcome,
    under::Under,
};

/// How an overlay is used. What it does not take leaves it as it is.
pub(super) trait OnTop {
    /// A key was pressed that means this.
    fn act(&mut self, act: Act, under: Under) -> Outcome;

    /// A text was typed or pasted, in which all that could be hidden is visible, and which is one line but for a note.
    fn type_text(&mut self, _text: &str, _under: Under) -> Outcome {
        Outcome::Stay
    }

    /// The mouse was pressed on this cell: its column and row.
    fn press(&mut self, _cell: (u16, u16), _under: Under) -> Outcome {
        Outcome::Stay
    }

    /// The wheel was turned.
    fn wheel(&mut self, _turn: Turn, _under: Under) -> Outcome {
        Outcome::Stay
    }
}
