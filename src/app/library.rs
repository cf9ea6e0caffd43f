//! The library: the list of the letters that are open together, and going from one to another.
//!
//! Letters come in while the list stands already (`loading`): a letter is known by its row, which it keeps.
//!
//! A letter that is left is kept first: until that is done the list stays, so that what became of it comes to the
//! reader that gave it out. Readers of letters that were left stay as they were (`going`). What is looked for in all
//! letters stands in a list of its own (`across`).

pub mod across;
mod going;
mod letters;
mod loaded;
mod loading;
mod next;
mod papers;

use super::{
    App, Overlay, Under,
    cursor::{moved, pressed},
    geometry::{self, Area},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    seen::Read,
    typed::{LONGEST_LINE, edit_line, type_into},
};
use letters::folded;
pub use letters::{Letters, Order};
pub use loaded::{Brought, Loaded, Loading};
pub(super) use next::Arrival;

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
}

impl OnTop for Letters {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.step(turn, 1),
            Act::Choose(turn, _) => {
                self.step(turn, usize::from(list(under.reader.size).height).max(1))
            }
            Act::Sort => {
                self.order = self.order.next();
                let chosen = self.chosen_letter();
                self.narrow();
                self.choose(chosen.unwrap_or_default());
                Outcome::Stay
            }
            Act::Edit(edit) => {
                if edit_line(&mut self.input, edit, LONGEST_LINE) {
                    self.narrow();
                }
                Outcome::Stay
            }
            Act::Accept => self.accept(),
            Act::Close => match self.stop_loading(under.words) {
                Some(sentence) => Outcome::StopLoading(sentence),
                None => Outcome::Close,
            },
            _ => Outcome::Stay,
        }
    }

    fn type_text(&mut self, text: &str, _: Under) -> Outcome {
        type_into(&mut self.input, text, LONGEST_LINE);
        self.chosen = 0;
        self.narrow();
        Outcome::Stay
    }

    /// A press on a letter goes there.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let list = list(under.reader.size);
        let Some(at) = pressed(list, self.chosen, self.count(), cell) else {
            return Outcome::Stay;
        };
        self.chosen = at;
        self.accept()
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.step(turn, 1)
    }
}

impl Letters {
    fn step(&mut self, turn: Turn, rows: usize) -> Outcome {
        self.chosen = moved(self.chosen, turn, rows, self.count());
        Outcome::Stay
    }

    /// To the letter that is chosen; a sentence is shown whole.
    fn accept(&self) -> Outcome {
        if let Some(row) = self.chosen_letter() {
            return Outcome::Letter(row, None);
        }
        let sentence = self.chosen.checked_sub(self.shown.len());
        let sentence = sentence.and_then(|at| self.unread.get(at).cloned());
        sentence.map_or(Outcome::Stay, Outcome::Warn)
    }
}
