//! Scrolling: by rows and screens, past the ends of a section, and to these.

use super::{
    App, current,
    message::{Reach, Turn},
};
use crate::reading::flow::Flow;

impl App {
    /// The rows that a reach means on this screen.
    pub(super) fn rows_in(&self, reach: Reach) -> usize {
        match reach {
            Reach::Row => 1,
            Reach::Half => (self.height() / 2).max(1),
            Reach::Page => self.height().saturating_sub(1).max(1),
        }
    }

    /// Scrolls: first the recommendation, where it stands beside its response and is longer than the
    /// screen. Past an end of the section it goes on to the neighbour.
    pub(super) fn scroll(&mut self, turn: Turn, rows: usize) {
        if self.scrolls_beside(turn) {
            self.scroll_beside(turn, rows);
        } else {
            self.scroll_text(turn, rows);
        }
    }

    /// Scrolls the text, past an end of the section to the neighbour.
    pub(super) fn scroll_text(&mut self, turn: Turn, rows: usize) {
        let top = self.text.top;
        match turn {
            Turn::On => {
                if self.text.more {
                    self.top = self.flow.down(&self.letter, top, rows);
                } else if let Some(next) = self.letter.sections().get(self.section() + 1) {
                    self.top = Flow::first_top(&self.letter, next);
                }
            }
            Turn::Back => {
                let first = self.flow.start(&self.letter, top.place.paragraph);
                if self.flow.is_above(&self.letter, first, top) {
                    self.top = self.flow.up(&self.letter, top, rows);
                } else if let Some(before) = self.section().checked_sub(1) {
                    self.go_to_last_rows(before);
                }
            }
        }
        self.drop_lost_focus();
        self.top = self.shown;
    }

    /// To the last rows of a section.
    fn go_to_last_rows(&mut self, index: usize) {
        let section = &self.letter.sections()[index];
        let last = section.paragraphs.end - 1;
        self.top = Flow::first_top(&self.letter, section);
        self.arrange();
        self.top = self.flow.last_top(&self.letter, last, self.height());
    }

    pub(super) fn go_to_end(&mut self, turn: Turn) {
        let section = &self.letter.sections()[self.section()];
        let last = section.paragraphs.end - 1;
        let top = match turn {
            Turn::Back => Flow::first_top(&self.letter, section),
            Turn::On => self.flow.last_top(&self.letter, last, self.height()),
        };
        if top != self.shown {
            self.leave();
        }
        self.top = top;
        self.begin_at(match turn {
            Turn::Back => current::first_in(&self.letter, self.section()),
            Turn::On => last,
        });
    }

    /// What was under the cursor and has left the screen is under it no more.
    pub(super) fn drop_lost_focus(&mut self) {
        self.settle();
        if self.focus.is_some_and(|span| !self.shows(span.place())) {
            self.focus = None;
        }
    }
}
