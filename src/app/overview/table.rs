//! The tables of the overview, the orders of their rows, and how each stands.

/// A table of the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Table {
    /// The recommendations, with what the responses come to.
    #[default]
    Recommendations,
    /// The statements.
    Statements,
    /// The figures and dates.
    Figures,
    /// Who is named where.
    Named,
    /// The abbreviations.
    Abbreviations,
    /// The reader's own bookmarks and notes.
    Notes,
    /// What the recommendations ask for, and what takes it up.
    Asks,
    /// Who and when: the times that the letter names.
    When,
}

impl Table {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 8] = [
        Self::Recommendations,
        Self::Statements,
        Self::Figures,
        Self::Named,
        Self::Abbreviations,
        Self::Notes,
        Self::Asks,
        Self::When,
    ];

    /// The orders in which its rows can stand, the usual one first.
    #[must_use]
    pub const fn sorts(self) -> &'static [Sort] {
        match self {
            Self::Recommendations => &[Sort::Place, Sort::Stance],
            Self::Statements => &[Sort::Place, Sort::Kind, Sort::Who, Sort::Term],
            Self::Asks | Self::Figures => &[Sort::Place, Sort::Kind],
            Self::When => &[Sort::Time, Sort::Who, Sort::Place],
            Self::Named => &[Sort::Count, Sort::Name],
            Self::Abbreviations => &[Sort::Name, Sort::Count],
            Self::Notes => &[Sort::Place],
        }
    }
}

/// An order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// As they stand in the letter.
    Place,
    /// From yes to unknown.
    Stance,
    /// By kind, and as they stand in the letter.
    Kind,
    /// By who does it; where nobody is named, last.
    Who,
    /// By the term; where there is none, last.
    Term,
    /// From early to late; what names no year last.
    Time,
    /// What there is most of first.
    Count,
    /// By the alphabet.
    Name,
}

/// How a table stands.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What each of its rows is of, in the order in which they show: a section, a statement, an entity, an
    /// abbreviation, a marked paragraph, by index.
    pub rows: Vec<usize>,
    /// Which row is chosen, by index.
    pub chosen: usize,
    /// The first row that shows.
    pub first: usize,
    /// The kinds that there are rows of, in their order; none where there is no choice.
    pub kinds: Vec<usize>,
    /// Which of the kinds shows; none is all.
    pub kind: Option<usize>,
    /// Which cell of the chosen row is chosen, by the index of its section.
    pub cell: Option<usize>,
    /// How many figures have been looked at for their table, which is made in slices.
    pub(in crate::app) looked_at: usize,
    pub(in crate::app) sort: usize,
    pub(in crate::app) made: bool,
}

impl Sheet {
    /// The rows are to be found anew.
    pub(in crate::app) fn forget(&mut self) {
        self.made = false;
    }

    /// Whether its rows have been found.
    #[must_use]
    pub const fn is_made(&self) -> bool {
        self.made
    }

    /// The order of its rows.
    #[must_use]
    pub fn sort(&self, table: Table) -> Sort {
        table.sorts()[self.sort % table.sorts().len()]
    }
}

/// In which form a table is copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableForm {
    /// In columns.
    #[default]
    Text,
    /// As Markdown.
    Markdown,
    /// With tabs between the cells, for a spreadsheet.
    Tabs,
}

impl TableForm {
    /// All forms, in the order in which a key goes through them.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::Tabs];
}
