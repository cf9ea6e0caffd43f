//! The current paragraph: the one that is copied, cited, marked, noted and selected in. The gutter shows
//! which it is before any of that happens.
//!
//! It is the one that was asked for: that of a jump, a search or a hit, of what is under the cursor, or the
//! one that `{` and `}` lead to; else the first whole one below a third of the pane. It stays the same as
//! long as any of it shows, whatever is scrolled, closed or given up meanwhile, and comes back where a screen
//! that was too small for it grows again.

use super::{Reader, message::Turn};
use crate::{
    letter::{Letter, Place, Role, Span},
    reading::flow::{Line, Show},
};

/// The paragraph to begin with in a section, by index: its first words of the cabinet, or where there are
/// none its first.
pub(super) fn first_in(letter: &Letter, section: usize) -> usize {
    let section = &letter.sections()[section];
    let response = letter.response(section);
    if response.is_empty() {
        section.paragraphs.start
    } else {
        response.start
    }
}

impl Reader {
    /// The current paragraph, by index; while something is selected, the one with the selection.
    #[must_use]
    pub fn here(&self) -> usize {
        self.selection.map_or(self.current, |span| span.paragraph)
    }

    /// The row of the page, counted from its top, where what is read stands.
    #[must_use]
    pub fn reading_row(&self) -> Option<usize> {
        let here = self.here();
        let focus = self.focus.and_then(|span| self.row_of(span.place()));
        focus.or_else(|| {
            let shows = |line: &Line| line.paragraph == here && is_text(line);
            self.page().iter().position(shows)
        })
    }

    /// Derives the current paragraph from what is under the cursor and what shows.
    pub(super) fn settle_current(&mut self) {
        if self.focus != self.focus_before {
            self.focus_before = self.focus;
            self.asked = self.focus.map_or(self.asked, |span| span.paragraph);
        }
        let mut lines = self.page().iter().chain(self.beside());
        let shows = lines.any(|line| line.paragraph == self.asked && is_text(line));
        self.current = if shows {
            self.asked
        } else {
            self.usual().unwrap_or(self.asked)
        };
    }

    /// Makes a paragraph current where any of it shows, and else the usual one.
    pub(super) fn begin_at(&mut self, paragraph: usize) {
        (self.focus, self.focus_before) = (None, None);
        self.asked = paragraph;
        self.settle();
    }

    /// The first whole paragraph below a third of the pane; else the one that stands there, or above.
    fn usual(&self) -> Option<usize> {
        let roles = self.letter.paragraphs();
        let words = |line: &Line| is_text(line) && roles[line.paragraph].role != Role::Head;
        let all = if self.page().iter().any(words) {
            self.page()
        } else if self.page().iter().any(is_text) {
            return self.nearest(self.page(), is_text);
        } else {
            self.beside()
        };
        self.nearest(all, words)
    }

    fn nearest(&self, lines: &[Line], counts: impl Fn(&Line) -> bool) -> Option<usize> {
        let third = usize::from(self.regions.text.height).div_ceil(3);
        let below = lines.get(third..).unwrap_or_default();
        let below = below.iter().filter(|line| counts(line));
        let starts = |paragraph: usize| {
            let first = lines
                .iter()
                .position(|line| line.paragraph == paragraph && is_text(line));
            first.is_some_and(|row| row >= third)
        };
        let mut paragraphs = below.clone().map(|line| line.paragraph);
        let whole = paragraphs.find(|&paragraph| starts(paragraph) && self.shows_whole(paragraph));
        let above = || lines.iter().rev().find(|line| counts(line));
        let there = || below.clone().next().or_else(above);
        whole.or_else(|| there().map(|line| line.paragraph))
    }

    /// Whether all of a paragraph shows.
    pub(super) fn shows_whole(&self, paragraph: usize) -> bool {
        let end = self.letter.paragraph(paragraph).len();
        let ends = [0, end].map(|byte| self.row_of(Place { paragraph, byte }));
        ends.iter().all(Option::is_some)
    }

    /// How far in the letter the current paragraph stands, in per cent of its text: its start or, where that
    /// is above the screen, its first row that shows.
    #[must_use]
    pub fn percentage(&self) -> usize {
        let here = self.here();
        let lines = self.beside().iter().chain(self.page());
        let mut starts = lines.filter_map(|line| match line.show {
            Show::Text(row) if line.paragraph == here => Some(row.start),
            _ => None,
        });
        let at = |paragraph, byte| self.letter.offset(Place { paragraph, byte });
        let last = self.letter.paragraphs().len() - 1;
        let whole = at(last, self.letter.paragraph(last).len());
        let before = at(here, starts.next().unwrap_or_default());
        (before * 100).checked_div(whole).unwrap_or_default()
    }

    /// Makes the next (or previous) paragraph current, and shows it. Back leads first to the start of one
    /// that began higher up.
    pub(super) fn step_paragraph(&mut self, turn: Turn) {
        let here = self.here();
        let start = Place {
            paragraph: here,
            byte: 0,
        };
        let to = match turn {
            Turn::On => here + 1,
            Turn::Back if !self.shows(start) => here,
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
        if !self.shows_whole(to) {
            self.show_at(Place {
                paragraph: to,
                byte: 0,
            });
        }
        self.settle();
    }
}

const fn is_text(line: &Line) -> bool {
    matches!(line.show, Show::Text(_))
}
