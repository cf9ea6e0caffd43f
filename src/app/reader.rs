//! Moving through the text: scrolling, sections, paragraphs, mentions, hits, jumps, the mouse.

use super::{
    App, Hits, Overlay,
    message::{Reach, Turn},
};
use crate::{
    letter::{Place, Role, Span},
    reading::{
        flow::{Flow, Line, Show, Top},
        jumplist::Face,
    },
};

impl App {
    /// The rows that a reach means on this screen.
    pub(super) fn rows_in(&self, reach: Reach) -> usize {
        match reach {
            Reach::Row => 1,
            Reach::Half => (self.height() / 2).max(1),
            Reach::Page => self.height().saturating_sub(1).max(1),
        }
    }

    /// Scrolls; past an end of the section it goes on to the neighbour.
    pub(super) fn scroll(&mut self, turn: Turn, rows: usize) {
        let section = &self.letter.sections()[self.section()];
        let height = self.height();
        match turn {
            Turn::On => {
                if self.more_below {
                    self.top = self.flow.down(&self.letter, self.shown, rows);
                } else if let Some(next) = self.letter.sections().get(self.section() + 1) {
                    self.top = Flow::first_top(&self.letter, next);
                }
            }
            Turn::Back => {
                let first = Flow::first_top(&self.letter, section);
                if self.flow.is_above(&self.letter, first, self.shown) {
                    self.top = self.flow.up(&self.letter, self.shown, rows);
                } else if let Some(before) = self.section().checked_sub(1) {
                    self.top =
                        self.flow
                            .last_top(&self.letter, &self.letter.sections()[before], height);
                }
            }
        }
        self.drop_lost_focus();
        self.top = self.shown;
    }

    /// What was under the cursor and has left the screen is under it no more.
    fn drop_lost_focus(&mut self) {
        self.settle();
        if self.focus.is_some_and(|span| !self.shows(span.place())) {
            self.focus = None;
        }
    }

    /// Whether a place shows.
    pub(super) fn shows(&self, place: Place) -> bool {
        self.row_of(place).is_some()
    }

    /// The row of the page in which a place shows.
    pub(super) fn row_of(&self, place: Place) -> Option<usize> {
        self.page.iter().rposition(|line| match line.show {
            Show::Text(row) => {
                line.paragraph == place.paragraph
                    && row.start <= place.byte
                    && (place.byte <= row.end || place.byte == 0)
            }
            _ => false,
        })
    }

    pub(super) fn go_to_end(&mut self, turn: Turn) {
        let section = &self.letter.sections()[self.section()];
        let top = match turn {
            Turn::Back => Flow::first_top(&self.letter, section),
            Turn::On => self.flow.last_top(&self.letter, section, self.height()),
        };
        if top != self.shown {
            self.jumps.leave(self.shown.place);
        }
        self.top = top;
        self.drop_lost_focus();
    }

    /// The paragraph that is read: the one with the selection or under the cursor, else the first
    /// that shows, where a recommendation (or the head) gives way to the words of the cabinet under
    /// it.
    #[must_use]
    pub fn here(&self) -> usize {
        if let Some(span) = self.selection {
            return span.paragraph;
        }
        if let Some(span) = self.focus.filter(|span| self.shows(span.place())) {
            return span.paragraph;
        }
        let roles = self.letter.paragraphs();
        let mut shown = self
            .page
            .iter()
            .filter(|line| matches!(line.show, Show::Text(_)))
            .map(|line| line.paragraph);
        let Some(first) = shown.next() else {
            return self.shown.place.paragraph;
        };
        if matches!(roles[first].role, Role::Recommendation | Role::Head) {
            let other = |paragraph: &usize| {
                !matches!(roles[*paragraph].role, Role::Recommendation | Role::Head)
            };
            return shown.find(other).unwrap_or(first);
        }
        first
    }

    /// The row of the page, counted from its top, where what is read stands.
    #[must_use]
    pub fn reading_row(&self) -> Option<usize> {
        let here = self.here();
        let focus = self.focus.and_then(|span| self.row_of(span.place()));
        focus.or_else(|| {
            let shows = |line: &Line| line.paragraph == here && matches!(line.show, Show::Text(_));
            self.page.iter().position(shows)
        })
    }

    /// To the start of the next (or previous) paragraph, which is then under the cursor.
    pub(super) fn step_paragraph(&mut self, turn: Turn) {
        let here = self.here();
        let start = Place {
            paragraph: here,
            byte: 0,
        };
        let to = match turn {
            Turn::On => here + 1,
            Turn::Back if self.focus.is_none() && !self.shows(start) => here,
            Turn::Back => here.saturating_sub(1),
        };
        if to >= self.letter.paragraphs().len() {
            return;
        }
        self.focus = Some(Span {
            paragraph: to,
            start: 0,
            end: 0,
        });
        let place = Place {
            paragraph: to,
            byte: 0,
        };
        self.top = self.flow.top_of(&self.letter, place);
        self.settle();
    }

    pub(super) fn step_section(&mut self, turn: Turn) {
        let to = match turn {
            Turn::On => self.section() + 1,
            Turn::Back => match self.section().checked_sub(1) {
                Some(before) => before,
                None => return,
            },
        };
        if to < self.letter.sections().len() {
            self.go_to_section(to);
        }
    }

    /// To the section with this number; 9 also means the closing of a letter with fewer.
    pub(super) fn go_to_number(&mut self, number: u32) {
        let last = self.letter.sections().len() - 1;
        match self.letter.section_numbered(number) {
            Some(index) => self.go_to_section(index),
            None if number == 9 => self.go_to_section(last),
            None => {
                let sentence = self
                    .words
                    .reader
                    .no_section
                    .replace("{}", &number.to_string());
                self.notice = Some(sentence);
            }
        }
    }

    /// To the start of a section, by index.
    pub(super) fn go_to_section(&mut self, index: usize) {
        let top = Flow::first_top(&self.letter, &self.letter.sections()[index]);
        if top != self.shown {
            self.jumps.leave(self.shown.place);
        }
        self.focus = None;
        self.top = top;
    }

    /// Starts at a paragraph instead of the letter's first row.
    pub fn start_at(&mut self, paragraph: usize) {
        let place = Place { paragraph, byte: 0 };
        self.focus = Some(Span {
            paragraph,
            start: 0,
            end: 0,
        });
        self.top = self.flow.top_of(&self.letter, place);
    }

    /// Jumps to a span, which is then under the cursor; where it came from is remembered.
    pub(super) fn jump_to(&mut self, span: Span) {
        self.jumps.leave(self.shown.place);
        self.reveal(span);
    }

    /// Shows a span and puts the cursor on it. What shows already does not move; else the span
    /// comes to stand in the upper part of the screen, under the section's title where that fits.
    pub(super) fn reveal(&mut self, span: Span) {
        self.focus = Some(span);
        let last = Place {
            paragraph: span.paragraph,
            byte: span.end,
        };
        if self.letter.section_of(span.paragraph) == self.section()
            && self.shows(span.place())
            && self.shows(last)
        {
            return;
        }
        let height = self.height();
        let section = &self.letter.sections()[self.letter.section_of(span.paragraph)];
        let first = Flow::first_top(&self.letter, section);
        let at = Top {
            place: span.place(),
            lead: 0,
        };
        let high = self.flow.up(&self.letter, at, height * 2 / 3);
        self.top = if high == first {
            first
        } else {
            self.flow.up(&self.letter, at, height / 3)
        };
        self.settle();
    }

    pub(super) fn step_jump(&mut self, turn: Turn) {
        let here = self.shown.place;
        let left = match turn {
            Turn::Back => self.jumps.back(here),
            Turn::On => self.jumps.forward(here).map(|place| (place, Face::Text)),
        };
        if let Some((place, face)) = left {
            self.focus = None;
            if face == Face::Overview {
                self.overlay = Some(Overlay::Overview);
            }
            self.top = self.flow.top_of(&self.letter, place);
        } else {
            let words = &self.words.reader;
            self.notice = Some(
                if turn == Turn::Back {
                    &words.no_jump_back
                } else {
                    &words.no_jump_on
                }
                .clone(),
            );
        }
    }

    pub(super) fn step_hit(&mut self, turn: Turn) {
        let Some(hits) = &mut self.hits else {
            self.notice = Some(self.words.reader.no_hits.clone());
            return;
        };
        let count = hits.spans.len();
        hits.at = match turn {
            Turn::On => (hits.at + 1) % count,
            Turn::Back => (hits.at + count - 1) % count,
        };
        let wrapped = match turn {
            Turn::On => hits.at == 0,
            Turn::Back => hits.at + 1 == count,
        };
        let span = hits.spans[hits.at];
        if let Some(search) = &mut self.search
            && search.hits() == hits.spans
        {
            search.at = hits.at;
        }
        self.reveal(span);
        self.tell_hit(wrapped && count > 1);
    }

    /// Says in the footer which of the hits this is.
    pub(super) fn tell_hit(&mut self, wrapped: bool) {
        let Some(Hits { name, spans, at }) = &self.hits else {
            return;
        };
        let mut notice = format!("{name} {}/{}", at + 1, spans.len());
        if wrapped {
            notice = format!("{notice} · {}", self.words.reader.wrapped);
        } else if spans.len() > 1 {
            notice = format!("{notice} · {}", self.words.reader.hit_keys);
        }
        self.notice = Some(notice);
    }
}
