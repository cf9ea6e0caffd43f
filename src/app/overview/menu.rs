//! The menu of what can be copied from a table.

use crate::app::{
    Under,
    message::{Act, TablePart, Turn},
    on_top::OnTop,
    outcome::{Outcome, Over},
};

/// The menu of what can be copied from a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableMenu {
    /// The part whose text shows whole.
    pub chosen: TablePart,
}

impl OnTop for TableMenu {
    fn act(&mut self, act: Act, _: Under) -> Outcome {
        match act {
            Act::TakeTable(part) => return Outcome::TakeTable(part),
            Act::CopyChosen => return Outcome::TakeTable(self.chosen),
            Act::Choose(Turn::Back, _) => self.chosen = TablePart::Row,
            Act::Choose(Turn::On, _) => self.chosen = TablePart::Whole,
            Act::TableForm => return Outcome::NextTableForm,
            Act::Close => return Outcome::Back(Over::Overview),
            _ => {}
        }
        Outcome::Stay
    }
}
