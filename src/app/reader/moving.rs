//! Moving through the text: sections, paragraphs, mentions, hits, jumps.

use crate::app::{
    App, Hits, Reader, current,
    hits::{self, Came},
    message::{Effect, Turn},
};
use crate::{
    letter::{Place, Span},
    reading::{
        flow::{self, Line, Show, Top},
        jumplist::Face,
    },
};

impl Reader {
    /// To a place, in the first row of its column.
    pub(in crate::app) fn show_at(&mut self, place: Place) {
        self.top = Top { place, lead: 0 };
        self.arrange();
        self.top = self.flow.top_of(&self.letter, place);
    }

    /// Whether a place shows.
    pub(in crate::app) fn shows(&self, place: Place) -> bool {
        self.row_of(place).is_some()
    }

    /// The row of its column in which a place shows.
    pub(in crate::app) fn row_of(&self, place: Place) -> Option<usize> {
        let holds = |line: &Line| match line.show {
            Show::Text(row) => {
                line.paragraph == place.paragraph
                    && row.start <= place.byte
                    && (place.byte <= row.end || place.byte == 0)
            }
            _ => false,
        };
        let text = self.text.lines.iter().rposition(holds);
        text.or_else(|| self.beside.lines.iter().rposition(holds))
    }

    pub(in crate::app) fn step_section(&mut self, turn: Turn) {
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

    /// To the start of a section, by index.
    pub(in crate::app) fn go_to_section(&mut self, index: usize) {
        self.arrange();
        let top = self.flow.section_top(&self.letter, index);
        if top != self.text.top {
            self.leave();
        }
        self.top = top;
        self.begin_at(current::first_in(&self.letter, index));
    }

    /// Starts at a paragraph instead of the letter's first row.
    pub(in crate::app) fn start_at(&mut self, paragraph: usize) {
        let place = Place { paragraph, byte: 0 };
        self.focus = Some(Span {
            paragraph,
            start: 0,
            end: 0,
        });
        self.show_at(place);
    }

    /// Jumps to a span, which is then under the cursor; where it came from is remembered.
    pub(in crate::app) fn jump_to(&mut self, span: Span) {
        self.leave();
        self.reveal(span);
    }

    /// Shows a span and puts the cursor on it. What shows already does not move; else the span
    /// comes to stand in the upper part of the screen, under the section's title where that fits.
    pub(in crate::app) fn reveal(&mut self, span: Span) {
        self.focus = Some(span);
        // Also where the cursor was on it before.
        self.asked = span.paragraph;
        let last = Place {
            paragraph: span.paragraph,
            byte: span.end,
        };
        if self.shows(span.place()) && self.shows(last) {
            return;
        }
        self.arrange();
        let height = self.height();
        let at = self.flow.top_of(&self.letter, span.place());
        let section = self.letter.section_of(span.paragraph);
        let beside = self.regions.beside.is_some();
        let first = if beside && flow::aside(&self.letter, section).contains(&span.paragraph) {
            let paragraph = self.letter.sections()[section].paragraphs.start;
            Top {
                place: Place { paragraph, byte: 0 },
                lead: 0,
            }
        } else {
            self.flow.section_top(&self.letter, section)
        };
        let high = self.flow.up(&self.letter, at, height * 2 / 3);
        let top = if self.flow.is_above(&self.letter, first, high) {
            let top = self.flow.up(&self.letter, at, height / 3);
            self.flow.filled(&self.letter, top, height)
        } else {
            first
        };
        self.show_top(top);
        self.settle();
    }
}

impl App {
    /// To the section with this number; 9 also means the closing of a letter with fewer.
    pub(in crate::app) fn go_to_number(&mut self, number: u32) {
        let last = self.reader.letter.sections().len() - 1;
        match self.reader.letter.section_numbered(number) {
            Some(index) => self.reader.go_to_section(index),
            None if number == 9 => self.reader.go_to_section(last),
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

    pub(in crate::app) fn step_jump(&mut self, turn: Turn) -> Option<Effect> {
        if let Some(next) = self.letter_in_trail(turn) {
            return self.leave_for(next);
        }
        let here = self.reader.stand();
        let left = match turn {
            Turn::Back => self.reader.jumps.back(here),
            Turn::On => self
                .reader
                .jumps
                .forward(here)
                .map(|stand| (stand, Face::Text)),
        };
        if let Some((stand, face)) = left {
            if let Face::Overview(table, row) = face {
                self.show_overview_at(table, row);
            }
            (self.reader.focus, self.reader.focus_before) = (None, None);
            (self.reader.top, self.reader.asked) = (stand.top, stand.current);
        } else {
            let words = &self.words.reader;
            self.notice = Some(
                if turn == Turn::Back {
                    words.no_jump_back
                } else {
                    words.no_jump_on
                }
                .to_owned(),
            );
        }
        None
    }

    pub(in crate::app) fn step_hit(&mut self, turn: Turn) {
        let Some(hits) = &mut self.reader.hits else {
            self.notice = Some(self.words.reader.no_hits.to_owned());
            return;
        };
        let (at, came) = hits::step(hits.at, turn, hits.spans.len());
        hits.at = at;
        let span = hits.spans[hits.at];
        if let Some(search) = &mut self.reader.search
            && search.hits() == hits.spans
        {
            search.at = hits.at;
        }
        self.reader.reveal(span);
        self.tell_hit(came);
    }

    /// Says in the footer which of the hits this is.
    pub(in crate::app) fn tell_hit(&mut self, came: Came) {
        let Some(Hits {
            name, spans, at, ..
        }) = &self.reader.hits
        else {
            return;
        };
        self.reader.hushed = false;
        let mut notice = format!("{name} {}/{}", at + 1, spans.len());
        if came == Came::Around {
            notice = format!("{notice} · {}", self.words.reader.wrapped);
        } else if spans.len() > 1 {
            notice = format!("{notice} · {}", self.words.reader.hit_keys);
        }
        self.notice = Some(notice);
    }
}
