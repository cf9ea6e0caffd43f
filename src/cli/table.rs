//! The tables that `list` prints, and the kinds that their rows are of.

use crate::{
    app::words::Words,
    catalogue::{FigureKind, Kind},
    letter::{Answered, Language, StatementKind},
};

/// The tables of `list`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Who and what is named.
    Entities,
    /// The recommendations.
    Recommendations,
    /// What the recommendations ask for.
    Asks,
    /// What is asked for that only an answer shows.
    Implied,
    /// The abbreviations.
    Abbreviations,
    /// The statements.
    Statements,
    /// The figures and dates.
    Figures,
    /// The words that leave room.
    Hedges,
    /// Who and when.
    Timeline,
    /// The note marks.
    Notes,
}

/// The name of the table of the letters themselves, which is not of one of them.
pub const LETTERS: &str = "letters";

/// The name of the table of sentences that come back in a later letter, which is of several.
pub const REPEATS: &str = "repeats";

/// A kind of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowKind<'a> {
    /// Its stable English name.
    pub id: &'static str,
    /// Its name for one row, as the table has it.
    pub one: &'a str,
    /// Its name for several.
    pub many: &'a str,
}

/// The kinds of times.
const TIMES: [FigureKind; 4] = [
    FigureKind::Date,
    FigureKind::Year,
    FigureKind::Period,
    FigureKind::Deadline,
];

impl Table {
    /// All, in the order in which they are named.
    pub const ALL: [Self; 10] = [
        Self::Recommendations,
        Self::Entities,
        Self::Abbreviations,
        Self::Statements,
        Self::Figures,
        Self::Notes,
        Self::Asks,
        Self::Implied,
        Self::Hedges,
        Self::Timeline,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Recommendations => "recommendations",
            Self::Asks => "asks",
            Self::Implied => "implied",
            Self::Abbreviations => "abbreviations",
            Self::Statements => "statements",
            Self::Figures => "figures",
            Self::Hedges => "hedges",
            Self::Timeline => "timeline",
            Self::Notes => "notes",
        }
    }

    /// The kinds that its rows are of, in these words; none where they are all of one.
    #[must_use]
    pub fn kinds(self, words: &Words) -> Vec<RowKind<'_>> {
        match self {
            Self::Entities => Kind::ALL
                .map(|kind| RowKind {
                    id: kind.id(),
                    one: words.kind(kind),
                    many: words.kinds(kind),
                })
                .to_vec(),
            Self::Statements => StatementKind::ALL
                .map(|kind| RowKind {
                    id: kind.id(),
                    one: words.statement(kind),
                    many: words.statements(kind),
                })
                .to_vec(),
            Self::Asks | Self::Implied => Answered::ALL
                .map(|verdict| RowKind {
                    id: verdict.id(),
                    one: words.verdict(verdict),
                    many: words.verdicts(verdict),
                })
                .to_vec(),
            Self::Timeline => TIMES
                .map(|kind| RowKind {
                    id: kind.id(),
                    one: words.figure(kind),
                    many: words.figures(kind),
                })
                .to_vec(),
            Self::Figures => FigureKind::ALL
                .map(|kind| RowKind {
                    id: kind.id(),
                    one: words.figure(kind),
                    many: words.figures(kind),
                })
                .to_vec(),
            Self::Recommendations | Self::Abbreviations | Self::Hedges | Self::Notes => Vec::new(),
        }
    }

    /// Whether its rows are told apart by how far something is answered.
    #[must_use]
    pub const fn has_verdicts(self) -> bool {
        matches!(self, Self::Asks | Self::Implied)
    }

    /// The kind that a word means, by its stable name: that name, or what it is called in either language,
    /// for one row or for several. Case does not count.
    #[must_use]
    pub fn kind_named(self, word: &str) -> Option<&'static str> {
        let word = word.to_lowercase();
        [Language::Dutch, Language::English]
            .into_iter()
            .find_map(|language| {
                let words = Words::of(language);
                let kinds = self.kinds(&words);
                let means = |kind: &RowKind| {
                    [kind.id, kind.one, kind.many]
                        .map(str::to_lowercase)
                        .contains(&word)
                };
                kinds.iter().find(|kind| means(kind)).map(|kind| kind.id)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_name_in_either_language() {
        for (table, word, kind) in [
            (Table::Statements, "refusal", Some("refusal")),
            (Table::Statements, "Afwijzing", Some("refusal")),
            (Table::Statements, "toezeggingen", Some("commitment")),
            (Table::Asks, "niet beantwoord", Some("unmentioned")),
            (Table::Asks, "Unanswered", Some("unmentioned")),
            (Table::Implied, "nee", Some("refused")),
            (Table::Figures, "bedrag", Some("amount")),
            (Table::Figures, "afwijzing", None),
            (Table::Entities, "instrumenten", Some("instrument")),
            (Table::Entities, "organisations", Some("organisation")),
            (Table::Notes, "noot", None),
        ] {
            assert_eq!(table.kind_named(word), kind, "{word}");
        }
    }
}
