//! The tables that `list` prints, and the kinds that their rows are of.

use crate::{
    catalogue::{FigureKind, Kind},
    letter::StatementKind,
};

/// The tables of `list`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Who and what is named.
    Entities,
    /// The recommendations.
    Recommendations,
    /// The abbreviations.
    Abbreviations,
    /// The statements.
    Statements,
    /// The figures and dates.
    Figures,
    /// The note marks.
    Notes,
}

impl Table {
    /// All, in the order in which they are named.
    pub const ALL: [Self; 6] = [
        Self::Recommendations,
        Self::Entities,
        Self::Abbreviations,
        Self::Statements,
        Self::Figures,
        Self::Notes,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Recommendations => "recommendations",
            Self::Entities => "entities",
            Self::Abbreviations => "abbreviations",
            Self::Statements => "statements",
            Self::Figures => "figures",
            Self::Notes => "notes",
        }
    }

    /// The kinds that its rows are of, by their ids; none where they are all of one.
    #[must_use]
    pub fn kinds(self) -> Vec<&'static str> {
        match self {
            Self::Entities => Kind::ALL.map(Kind::id).to_vec(),
            Self::Statements => StatementKind::ALL.map(StatementKind::id).to_vec(),
            Self::Figures => FigureKind::ALL.map(FigureKind::id).to_vec(),
            Self::Recommendations | Self::Abbreviations | Self::Notes => Vec::new(),
        }
    }
}
