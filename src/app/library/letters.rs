//! The letters that are open together, as their list shows them.

use super::{
    across::{Across, Scope},
    loaded::Loading,
    next::{Arrival, Next, Trail},
};
use crate::{
    app::{Reader, cursor, listed::Listed, message::Input},
    library::{Library, names::Names},
    text::fold::fold,
};
use std::cmp::Reverse;

/// In which order the letters stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first; those without a date last.
    #[default]
    Date,
    /// By dossier and number, or file.
    Name,
    /// By title.
    Title,
    /// By who sent them.
    Sender,
    /// Those with the most recommendations first.
    Recommendations,
    /// Those with the most left to read first.
    Unread,
    /// Those with the most bookmarks and notes first.
    Notes,
}

impl Order {
    /// All, as they follow one another: that of the columns.
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Name,
        Self::Title,
        Self::Sender,
        Self::Recommendations,
        Self::Unread,
        Self::Notes,
    ];

    pub(in crate::app) fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// The letters that are open together, as their list shows them.
#[derive(Debug, Default)]
pub struct Letters {
    /// The rows, in the order in which the letters were opened.
    pub rows: Vec<Listed>,
    /// What could not be read: a sentence each.
    pub unread: Vec<String>,
    /// What is typed to narrow the list.
    pub input: Input,
    /// In which order it is.
    pub order: Order,
    /// The rows that show, in order, by index.
    pub shown: Vec<usize>,
    /// Which of those is chosen.
    pub chosen: usize,
    /// Which letter is read, by row.
    pub reads: usize,
    /// How far the letters are read, until they all are.
    pub loading: Option<Loading>,
    pub(in crate::app) library: Library,
    /// What the rows say, folded to be looked through, by row.
    pub(in crate::app) folded: Vec<String>,
    /// The readers of letters that were left, by row.
    pub(in crate::app) left: Vec<Option<Reader>>,
    /// The letter to go to when all of this one is kept.
    pub(in crate::app) next: Option<Next>,
    /// The place to come to when what is kept of the letter is known.
    pub(in crate::app) arrival: Option<Arrival>,
    /// The letters that were left for others.
    pub(in crate::app) trail: Trail,
    /// Where finder and search look.
    pub scope: Scope,
    /// What is found in all letters, as it was left.
    pub across: Option<Across>,
    /// Who and what is named in the letters.
    pub names: Names,
}

impl Letters {
    /// The rows that hold all that is typed, in the order chosen.
    pub(in crate::app) fn narrow(&mut self) {
        let typed = fold(self.input.value());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let holds = |text: &String| words.iter().all(|word| text.contains(word));
        let rows = &self.rows;
        let mut shown: Vec<usize> = (0..rows.len())
            .filter(|&at| holds(&self.folded[at]))
            .collect();
        match self.order {
            Order::Date => shown.sort_by_key(|&at| Reverse(rows[at].date)),
            Order::Name => shown.sort_by_cached_key(|&at| by_number(&rows[at].name)),
            Order::Title => shown.sort_by_cached_key(|&at| fold(&rows[at].title)),
            Order::Sender => shown.sort_by_cached_key(|&at| fold(&rows[at].sender)),
            Order::Recommendations => shown.sort_by_key(|&at| Reverse(rows[at].recommendations)),
            Order::Unread => shown.sort_by_key(|&at| Reverse(rows[at].unread)),
            Order::Notes => shown.sort_by_key(|&at| Reverse(rows[at].notes)),
        }
        self.shown = shown;
        self.chosen = self.chosen.min(self.count().saturating_sub(1));
    }

    /// How many rows the list has: the letters, and under them what could not be read.
    pub(in crate::app) const fn count(&self) -> usize {
        self.shown.len() + self.unread.len()
    }

    /// The first row that shows in a list of so many.
    #[must_use]
    pub fn first(&self, height: usize) -> usize {
        cursor::window(self.chosen, self.count(), height)
    }

    /// The letter that is chosen, by row; none where that is a sentence, or nothing.
    pub(in crate::app) fn chosen_letter(&self) -> Option<usize> {
        self.shown.get(self.chosen).copied()
    }

    /// Chooses the row of a letter, where it shows.
    pub(in crate::app) fn choose(&mut self, row: usize) {
        self.chosen = self.shown.iter().position(|&at| at == row).unwrap_or(0);
    }
}

/// What a row says, folded to be looked through.
pub(in crate::app) fn folded(row: &Listed) -> String {
    let date = row.date.map(|date| date.to_string()).unwrap_or_default();
    fold(&[&row.name, &row.title, &row.sender, date.as_str()].join(" "))
}

/// A name in parts by which `nr. 10` comes after `nr. 9`.
fn by_number(name: &str) -> Vec<(u64, String)> {
    let digit = |a: char, b: char| a.is_ascii_digit() == b.is_ascii_digit();
    let chars: Vec<char> = name.chars().collect();
    let parts = chars.chunk_by(|a, b| digit(*a, *b));
    let part = |part: &[char]| {
        let text: String = part.iter().collect();
        (text.parse().unwrap_or(u64::MAX), fold(&text))
    };
    parts.map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_numbers() {
        let mut names = [
            "36 800 XVII, nr. 10",
            "36 800 XVII, nr. 9",
            "brief.txt",
            "7 a",
        ];
        names.sort_by_cached_key(|name| by_number(name));
        assert_eq!(
            names,
            [
                "7 a",
                "36 800 XVII, nr. 9",
                "36 800 XVII, nr. 10",
                "brief.txt"
            ]
        );
    }
}
