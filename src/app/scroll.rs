//! Scrolling: by rows and screens through the whole letter, and to the ends of a section.

use super::{
    App, Reader, current,
    message::{Reach, Turn},
};

impl Reader {
    /// The rows that a reach means on this screen.
    pub(super) fn rows_in(&self, reach: Reach) -> usize {
        match reach {
            Reach::Row => 1,
            Reach::Half => (self.height() / 2).max(1),
            Reach::Page => self.height(),
        }
    }

    /// Scrolls the text, to its last row at the bottom at most. A page that is turned to begins with words.
    pub(super) fn scroll_text(&mut self, turn: Turn, rows: usize) {
        let (top, height) = (self.text.top, self.height());
        match turn {
            Turn::On if self.text.more => {
                let mut to = self.flow.down(&self.letter, top, rows);
                if rows >= height {
                    to = self.flow.below_blanks(&self.letter, to);
                }
                let to = self.with_its_aside(to);
                self.top = self.flow.filled(&self.letter, to, height);
            }
            Turn::On => {}
            Turn::Back => self.top = self.flow.up(&self.letter, top, rows),
        }
        self.drop_lost_focus();
        self.top = self.shown;
    }

    /// To the start of the section, or to its end: then it stays the section that shows.
    pub(super) fn go_to_end(&mut self, turn: Turn) {
        let index = self.section();
        let last = self.letter.sections()[index].paragraphs.end - 1;
        let first = self.flow.section_top(&self.letter, index);
        let end = self.flow.top_ending(&self.letter, last, self.height());
        let starts = turn == Turn::Back || self.flow.is_above(&self.letter, end, first);
        let top = if starts { first } else { end };
        if top != self.text.top {
            self.leave();
        }
        self.top = top;
        self.begin_at(match turn {
            Turn::Back => current::first_in(&self.letter, index),
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

impl App {
    /// Scrolls: first what stands beside the text, where that is longer than there is room.
    pub(super) fn scroll(&mut self, turn: Turn, rows: usize) {
        if self.reader.scrolls_beside(turn) {
            self.scroll_beside(turn, rows);
        } else {
            self.reader.scroll_text(turn, rows);
        }
    }
}
