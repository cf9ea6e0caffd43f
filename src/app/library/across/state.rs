//! What is found in all letters, as it stands.

use crate::{
    app::{
        cursor,
        message::{Input, Turn},
    },
    letter::Span,
    reading::asked::Way,
};

/// Where finder and search look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// In the letter that is read.
    #[default]
    Letter,
    /// In all that are open.
    All,
}

/// What is looked for in all letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sought {
    /// What is typed: names, letters, and where it stands.
    #[default]
    Typed,
    /// Sentences that promise, limit and the like.
    Statements,
    /// Amounts and dates.
    Figures,
    /// What recommendations ask for.
    Asks,
    /// Sentences that come back in a later letter of the dossier of the one that is read.
    Repeats,
    /// Where somebody or something is named, by index.
    Named(usize),
}

impl Sought {
    /// Those that can be chosen, in their order.
    pub const KINDS: [Self; 5] = [
        Self::Typed,
        Self::Statements,
        Self::Figures,
        Self::Asks,
        Self::Repeats,
    ];
}

/// A row of what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Somebody or something that is called so, by index.
    Name(usize),
    /// A letter that is called so, by row of the list of letters.
    Title(usize),
    /// A year, and how often what is sought is named in its letters.
    Year(u32, usize),
    /// The letter that the hits below stand in, by row of the list of letters.
    Letter(usize),
    /// A hit, by index.
    Hit(usize),
    /// A sentence of an earlier letter that the hit above comes back from, as a hit by index.
    From(usize),
}

/// A paragraph in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The letter, by row of the list of letters.
    pub letter: usize,
    /// The first place.
    pub span: Span,
    /// How many places there are in the paragraph.
    pub count: usize,
}

/// What is found in all letters.
#[derive(Debug, Default)]
pub struct Across {
    /// The line that is typed in.
    pub input: Input,
    /// What is looked for.
    pub sought: Sought,
    /// The rows, those of the newest letters first.
    pub rows: Vec<Row>,
    /// The hits.
    pub hits: Vec<Hit>,
    /// In how many letters they stand.
    pub holds: usize,
    /// How many places there are.
    pub places: usize,
    /// In which way what is typed was found.
    pub way: Way,
    /// Which row is chosen, by index.
    pub chosen: usize,
    /// Whether there are more than are listed.
    pub is_cut: bool,
    /// The letters in the order in which they are looked through, by row.
    pub(in crate::app) order: Vec<usize>,
    /// How many of those were looked through.
    pub(in crate::app) looked: usize,
    /// What was found before, where this is about one name of that.
    pub(in crate::app) earlier: Option<Box<Across>>,
}

impl Across {
    /// Whether there are letters that were not looked through yet.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.looked < self.order.len()
    }

    /// The row that is chosen.
    #[must_use]
    pub fn chosen_row(&self) -> Option<Row> {
        self.rows.get(self.chosen).copied()
    }

    /// Whether only a name is looked for, in a view of its own.
    #[must_use]
    pub const fn is_of_name(&self) -> bool {
        matches!(self.sought, Sought::Named(_))
    }

    pub(in crate::app) fn choose(&mut self, turn: Turn, rows: usize) {
        self.chosen = cursor::moved(self.chosen, turn, rows, self.rows.len());
    }

    /// The hit that a row leads to: of a letter its first.
    pub(in crate::app) fn hit_of(&self, row: Row) -> Option<Hit> {
        match row {
            Row::Hit(index) | Row::From(index) => self.hits.get(index).copied(),
            Row::Letter(letter) => self.hits.iter().find(|hit| hit.letter == letter).copied(),
            Row::Name(_) | Row::Title(_) | Row::Year(..) => None,
        }
    }

    /// The hits of a paragraph's letter, to be gone through there.
    pub(in crate::app) fn hits_with(&self, letter: usize) -> Vec<Span> {
        let own = self.hits.iter().filter(|hit| hit.letter == letter);
        own.map(|hit| hit.span).collect()
    }
}
