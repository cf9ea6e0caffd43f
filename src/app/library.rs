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
    App, Overlay, cursor,
    geometry::{self, Area},
    message::{Act, Edit, Effect, Reach, Turn},
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
