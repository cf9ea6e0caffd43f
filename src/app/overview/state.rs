//! The overview as it stands.

use super::table::{Sheet, Table, TableForm};
use crate::{
    app::{kept::KeptMark, marks::Mark},
    catalogue::Figures,
    letter::{Ask, Statement},
    reading::when::{When, Years},
};
use std::cell::OnceCell;
use tui_input::Input;

/// The overview as it stands.
#[derive(Debug, Default)]
pub struct Overview {
    /// The table that shows.
    pub table: Table,
    /// What is typed to narrow the tables.
    pub input: Input,
    /// In which form tables are copied.
    pub form: TableForm,
    /// How each table stands.
    pub(in crate::app) sheets: [Sheet; Table::ALL.len()],
    pub(in crate::app) statements: OnceCell<Vec<Statement>>,
    pub(in crate::app) asks: OnceCell<Vec<Ask>>,
    /// How many of them are answered, by section, once that was counted.
    pub(in crate::app) counts: OnceCell<Counts>,
    pub(in crate::app) figures: Figures,
    pub(in crate::app) whens: Whens,
}

impl Overview {
    /// How the table that shows stands.
    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        &self.sheets[self.table as usize]
    }

    pub(in crate::app) fn sheet_mut(&mut self) -> &mut Sheet {
        &mut self.sheets[self.table as usize]
    }

    /// Has the rows of a table made anew when it is shown next.
    pub(in crate::app) fn forget(&mut self, table: Table) {
        self.sheets[table as usize].forget();
    }
}

/// The times of a letter, as far as they have been found.
#[derive(Debug, Default)]
pub(in crate::app) struct Whens {
    /// Those of statements, then those of figures, both as they stand in the letter.
    pub(in crate::app) all: Vec<When>,
    /// How much each year holds.
    pub(in crate::app) years: Years,
    /// How many figures have been looked at.
    pub(in crate::app) looked_at: usize,
    /// Whether the statements have been.
    pub(in crate::app) begun: bool,
}

/// What was taken away in the table.
#[derive(Clone, Debug)]
pub(in crate::app) enum Removed {
    /// What was left at a paragraph.
    Placed(Mark),
    /// A mark without a paragraph.
    Orphan(Box<KeptMark>),
}

/// How many asks of each section are answered, of how many; none where nothing is known of them.
pub(in crate::app) type Counts = Vec<Option<[usize; 2]>>;
