//! Going from one letter to another, and back. A letter that is left is kept first; until that is done what lies over
//! it stays.

use super::next::{Arrival, Next, What};
use crate::{
    app::{
        App, Reader,
        hits::Came,
        kept::Kept,
        message::{Effect, Message, Turn},
    },
    catalogue::Catalogue,
};

impl App {
    /// Goes to a letter, by row, as soon as all of this one is kept; there to a place, or else to where it was left.
    pub(in crate::app) fn go_to_letter(
        &mut self,
        row: usize,
        arrival: Option<Arrival>,
    ) -> Option<Effect> {
        let letters = self.letters.as_ref();
        if letters.is_some_and(|letters| row != letters.reads) {
            return self.leave_for(Next {
                row,
                what: What::Read(arrival),
            });
        }
        self.overlay = None;
        if let Some(arrival) = arrival {
            self.arrive(arrival);
        }
        None
    }

    /// The letter to go back to that was left for this one, or on to again, where no jump within this one comes
    /// first.
    pub(in crate::app) fn letter_in_trail(&self, turn: Turn) -> Option<Next> {
        let trail = &self.letters.as_ref()?.trail;
        let jumps = self.reader.jumps();
        match turn {
            Turn::Back => {
                let &(row, depth) = trail.behind.last()?;
                let what = What::Back;
                (jumps.behind() <= depth).then_some(Next { row, what })
            }
            Turn::On => {
                let &row = trail.ahead.last()?;
                let what = What::On;
                (jumps.behind() == jumps.len()).then_some(Next { row, what })
            }
        }
    }

    /// Goes to another letter as soon as all of this one is kept.
    pub(in crate::app) fn leave_for(&mut self, next: Next) -> Option<Effect> {
        self.letters.as_mut()?.next = Some(next);
        if self.reader.is_keeping() {
            None
        } else if self.has_unkept() {
            self.keep()
        } else {
            self.go_to_next_letter()
        }
    }

    /// Goes to the letter that waits for this one to be kept, if it is.
    pub(in crate::app) fn go_to_next_letter(&mut self) -> Option<Effect> {
        let letters = self.letters.as_mut()?;
        let next = letters.next.take()?;
        if self.reader.is_keeping() {
            letters.next = Some(next);
            return None;
        }
        if self.reader.has_unkept_marks() {
            // Its bookmarks and notes could not be written: what was said of that stands.
            return None;
        }
        let Next { row, what } = next;
        let known = letters.left[row].take();
        let is_new = known.is_none();
        let letter = || letters.library.letters[row].letter.clone();
        let reader = known.unwrap_or_else(|| Reader::new(letter(), Catalogue::embedded()));
        let before = std::mem::replace(&mut self.reader, reader);
        (self.reader.size, self.reader.arrangement) = (before.size, before.arrangement);
        self.reader.derived = None;
        self.reader.take_over_time(&before);
        let from = std::mem::replace(&mut letters.reads, row);
        letters.left[from] = Some(before);
        letters.arrival = letters.trail.take(from, what, self.reader.jumps().behind());
        self.overlay = None;
        self.begin();
        self.reader.settle();
        if is_new {
            return Some(Effect::Recall);
        }
        self.arrive_if_wanted();
        None
    }

    /// Takes over what was kept of the letter that has just been opened, and goes on where it was, or to the place
    /// that it was opened for.
    pub(in crate::app) fn take_recalled(&mut self, kept: Result<Box<Kept>, String>) {
        self.take(Message::Marks(kept));
        self.reader.resume();
        self.reader.settle();
        self.tell_resumed();
        self.arrive_if_wanted();
    }

    fn arrive_if_wanted(&mut self) {
        let arrival = self.letters.as_mut();
        if let Some(arrival) = arrival.and_then(|letters| letters.arrival.take()) {
            self.arrive(arrival);
            self.reader.settle();
            let depth = self.reader.jumps().behind();
            if let Some(letters) = &mut self.letters {
                letters.trail.deepen(depth);
            }
        }
    }

    fn arrive(&mut self, Arrival { span, hits, typed }: Arrival) {
        self.reader.jump_to(span);
        if let Some(typed) = typed {
            self.take_search(typed, span);
        }
        if hits.is_some() {
            self.reader.hits = hits;
            self.tell_hit(Came::Straight);
        }
    }
}
