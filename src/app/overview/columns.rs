//! Which columns each table of the overview has: how wide each is, and what stands in it.

use super::Table;

/// How a cell of a table looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As text.
    Plain,
    /// As what a row is called.
    Strong,
    /// As text of ours, with the sign of a stance.
    Stance,
    /// As an address or a number.
    Number,
    /// As what stands beside it.
    Faint,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) width: Width,
    pub(super) look: Look,
}

/// How wide a column is, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// So wide; above the words where those stand under it.
    Above(usize),
    /// So wide; beside the words also where those stand under the rest.
    Beside(usize),
    /// What is left: the words.
    Rest,
}

pub(super) const fn above(width: usize, look: Look) -> Column {
    let width = Width::Above(width);
    Column { width, look }
}

pub(super) const fn beside_words(width: usize, look: Look) -> Column {
    let width = Width::Beside(width);
    Column { width, look }
}

pub(super) const WORDS: Column = Column {
    width: Width::Rest,
    look: Look::Plain,
};

const RECOMMENDATIONS: &[Column] = &[
    above(3, Look::Number),
    above(21, Look::Strong),
    above(21, Look::Stance),
    beside_words(7, Look::Number),
    WORDS,
];

const STATEMENTS: &[Column] = &[
    above(7, Look::Number),
    above(12, Look::Plain),
    above(20, Look::Plain),
    above(11, Look::Plain),
    WORDS,
];

const ASKS: &[Column] = &[
    above(3, Look::Number),
    above(20, Look::Stance),
    above(34, Look::Strong),
    beside_words(7, Look::Number),
    WORDS,
];

const FIGURES: &[Column] = &[
    above(7, Look::Number),
    above(10, Look::Faint),
    above(22, Look::Strong),
    WORDS,
];

const WHEN: &[Column] = &[
    above(7, Look::Number),
    above(19, Look::Strong),
    above(24, Look::Plain),
    above(12, Look::Faint),
    WORDS,
];

const ABBREVIATIONS: &[Column] = &[
    above(14, Look::Strong),
    WORDS,
    above(16, Look::Faint),
    above(5, Look::Faint),
    above(10, Look::Faint),
];

const NOTES: &[Column] = &[
    above(7, Look::Number),
    above(16, Look::Faint),
    above(34, Look::Strong),
    WORDS,
];

/// The columns of a table, as wide as they are side by side.
pub(super) const fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Recommendations => RECOMMENDATIONS,
        Table::Statements => STATEMENTS,
        Table::Asks => ASKS,
        Table::Figures => FIGURES,
        Table::When => WHEN,
        Table::Abbreviations => ABBREVIATIONS,
        Table::Notes => NOTES,
        Table::Named => &[],
    }
}
