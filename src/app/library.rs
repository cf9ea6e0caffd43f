//! The library: the list of the letters that are open together, and going from one to another.
//!
//! Letters come in while the list stands already (`loading`): a letter is known by its row, which it keeps.
//!
//! A letter that is left is kept first: until that is done the list stays, so that what became of it comes to the
//! reader that gave it out. Readers of letters that were left stay as they were (`going`). What is looked for in all
//! letters stands in a list of its own (`across`).

pub mod across;
mod going;
mod loading;
mod papers;

use super::{
    App, Overlay, Reader, cursor,
    geometry::{self, Area},
    listed::Listed,
    message::{Act, Edit, Effect, Input, Reach, Turn},
    seen::Read,
    typed::{LONGEST_LINE, edit_line, type_into},
};
use crate::{
    library::{Library, names::Names},
    text::fold::fold,
};
use across::{Across, Scope};
pub(super) use going::Arrival;
use going::{Next, Trail};
pub use loading::{Brought, Loaded, Loading};
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

    fn next(self) -> Self {
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
    library: Library,
    /// What the rows say, folded to be looked through, by row.
    folded: Vec<String>,
    /// The readers of letters that were left, by row.
    left: Vec<Option<Reader>>,
    /// The letter to go to when all of this one is kept.
    next: Option<Next>,
    /// The place to come to when what is kept of the letter is known.
    arrival: Option<Arrival>,
    /// The letters that were left for others.
    trail: Trail,
    /// Where finder and search look.
    pub scope: Scope,
    /// What is found in all letters, as it was left.
    pub across: Option<Across>,
    /// Who and what is named in the letters.
    pub names: Names,
}

impl Letters {
    /// The rows that hold all that is typed, in the order chosen.
    fn narrow(&mut self) {
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
    const fn count(&self) -> usize {
        self.shown.len() + self.unread.len()
    }

    /// The first row that shows in a list of so many.
    #[must_use]
    pub fn first(&self, height: usize) -> usize {
        cursor::window(self.chosen, self.count(), height)
    }

    /// The letter that is chosen, by row; none where that is a sentence, or nothing.
    fn chosen_letter(&self) -> Option<usize> {
        self.shown.get(self.chosen).copied()
    }

    /// Chooses the row of a letter, where it shows.
    fn choose(&mut self, row: usize) {
        self.chosen = self.shown.iter().position(|&at| at == row).unwrap_or(0);
    }
}

/// What a row says, folded to be looked through.
fn folded(row: &Listed) -> String {
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

/// The rows of the list on a screen of this size, under a line with the names of the columns.
#[must_use]
pub fn list(size: geometry::Size) -> Area {
    let area = geometry::list(size);
    Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    }
}

impl App {
    /// Takes over letters that are open together, the first of which is read, and what could not be read.
    pub fn open_letters(&mut self, letters: Vec<Brought>, unread: Vec<String>) {
        let mut all = Letters::default();
        all.take(Loaded {
            letters,
            unread,
            ..Loaded::default()
        });
        self.letters = Some(Box::new(all));
    }

    /// The letters that are open together, if there are several.
    #[must_use]
    pub fn letters(&self) -> Option<&Letters> {
        self.letters.as_deref()
    }

    /// Opens the list, the letter chosen that is read.
    pub(super) fn show_letters(&mut self) {
        let whole = (0..self.reader.letter.sections().len())
            .filter(|&section| self.reader.read(section) != Read::Whole)
            .count();
        let notes = self.reader.marks().len();
        let Some(letters) = &mut self.letters else {
            self.notice = Some(self.words.library.only_one.to_owned());
            return;
        };
        let row = &mut letters.rows[letters.reads];
        (row.unread, row.notes) = (whole, notes);
        letters.narrow();
        letters.choose(letters.reads);
        self.overlay = Some(Overlay::Letters);
    }

    pub(super) fn letters_act(&mut self, act: Act) -> Option<Effect> {
        let page = usize::from(list(self.reader.size).height).max(1);
        let letters = self.letters.as_mut()?;
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_letter(turn, 1),
            Act::Choose(turn, _) => self.choose_letter(turn, page),
            Act::Sort => {
                letters.order = letters.order.next();
                let chosen = letters.chosen_letter();
                letters.narrow();
                letters.choose(chosen.unwrap_or_default());
            }
            Act::Edit(edit) => self.edit_letters(edit),
            Act::Accept => return self.accept_letter(),
            Act::Close if letters.loading.is_some() => return self.stop_loading(),
            Act::Close => self.overlay = None,
            _ => {}
        }
        None
    }

    pub(super) fn choose_letter(&mut self, turn: Turn, rows: usize) {
        if let Some(letters) = &mut self.letters {
            letters.chosen = cursor::moved(letters.chosen, turn, rows, letters.count());
        }
    }

    fn edit_letters(&mut self, edit: Edit) {
        if let Some(letters) = &mut self.letters
            && edit_line(&mut letters.input, edit, LONGEST_LINE)
        {
            letters.narrow();
        }
    }

    pub(super) fn type_letters(&mut self, text: &str) {
        if let Some(letters) = &mut self.letters {
            type_into(&mut letters.input, text, LONGEST_LINE);
            letters.chosen = 0;
            letters.narrow();
        }
    }

    /// Goes to the letter that is chosen, as soon as all of this one is kept.
    fn accept_letter(&mut self) -> Option<Effect> {
        let letters = self.letters.as_ref()?;
        let Some(row) = letters.chosen_letter() else {
            let sentence = letters.chosen.checked_sub(letters.shown.len());
            self.warning = sentence.and_then(|at| letters.unread.get(at).cloned());
            return None;
        };
        self.go_to_letter(row, None)
    }

    pub(super) fn press_letters(&mut self, column: u16, row: u16) -> Option<Effect> {
        let area = list(self.reader.size);
        let letters = self.letters.as_mut()?;
        if !area.holds(column, row) {
            return None;
        }
        let first = letters.first(usize::from(area.height));
        let at = first + usize::from(row - area.y);
        if at >= letters.count() {
            return None;
        }
        letters.chosen = at;
        self.accept_letter()
    }
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
