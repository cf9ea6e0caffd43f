//! What of the letter is read: what has stood on the screen for as long as a brisk reader takes for it.
//!
//! Time comes in with the messages ([`super::message::Message::At`]), so nothing has to wake up for it. While
//! a page shows, its rows are taken as read one after the other, at a pace; it takes a moment to find one's
//! place on a new page, so who leafs through reads nothing. What is read is kept as stretches of the text, in
//! bytes of the whole letter: a row mostly makes the one before it longer, and so it costs the same in a
//! letter of any length.

mod dwell;
mod stretches;

pub(super) use dwell::Dwell;
pub(super) use stretches::section_bytes;
pub use stretches::{Read, Seen};

use super::{App, Reader, geometry, marks::Before};
use crate::{
    letter::Place,
    reading::flow::{Line, Show},
};
use std::{ops::Range, time::Duration};

/// How many bytes of text a brisk reader takes in a second: a row, or twelve words.
const PACE: u64 = 75;

/// How long it takes to find one's place on a page that is all new.
const LANDING: Duration = Duration::from_secs(1);

/// How long after one digit another makes one number with it.
const MOMENT: Duration = Duration::from_secs(1);

impl Reader {
    /// The number that a digit makes: with the one before it where they follow each other in a moment and such a
    /// section is there, else by itself.
    pub(super) fn number_typed(&mut self, digit: u32) -> u32 {
        let now = self.dwell.now;
        let before = self
            .typed_number
            .filter(|(at, _)| now.saturating_sub(*at) <= MOMENT);
        let both = before.and_then(|(_, before)| before.checked_mul(10)?.checked_add(digit));
        let both = both.filter(|number| self.letter.section_numbered(*number).is_some());
        let number = both.unwrap_or(digit);
        self.typed_number = Some((now, number));
        number
    }

    /// Goes on with the time of another reader, which showed until now.
    pub(super) fn take_over_time(&mut self, other: &Self) {
        self.dwell.now = other.dwell.now;
    }

    /// How much of a section, by index, has come by on the screen.
    #[must_use]
    pub fn read(&self, section: usize) -> Read {
        let bytes = section_bytes(&self.letter, section);
        if self.marks.seen.covers(&bytes) {
            return Read::Whole;
        }
        match self.marks.seen.within(bytes).next() {
            Some(_) => Read::Partly,
            None => Read::Not,
        }
    }

    /// The text that shows, in bytes of the whole letter, from its first row to its last; where there are
    /// two columns, that of the response.
    #[must_use]
    pub fn shown_bytes(&self) -> Option<Range<usize>> {
        self.bytes_of(self.page())
    }

    fn bytes_of(&self, lines: &[Line]) -> Option<Range<usize>> {
        let mut rows = lines.iter().filter_map(|line| match line.show {
            Show::Text(row) => Some((line.paragraph, row)),
            _ => None,
        });
        let at = |paragraph, byte| self.letter.offset(Place { paragraph, byte });
        let (paragraph, row) = rows.next()?;
        let (last, end) = rows.next_back().unwrap_or((paragraph, row));
        Some(at(paragraph, row.start)..at(last, end.end))
    }

    /// The rows of text that show, in bytes of the whole letter, each to the start of what follows on it in
    /// its section: in the order of the letter, in which a recommendation is read before its response.
    fn rows_shown_bytes(&self) -> Vec<Range<usize>> {
        let lines = self.beside().iter().chain(self.page());
        let rows = lines.filter_map(|line| match line.show {
            Show::Text(row) => Some((line.paragraph, row.start..row.end)),
            _ => None,
        });
        let mut rows: Vec<Range<usize>> = rows
            .map(|(paragraph, row)| self.with_what_parts_it(paragraph, row))
            .collect();
        rows.sort_unstable_by_key(|row| row.start);
        rows
    }

    fn with_what_parts_it(&self, paragraph: usize, row: Range<usize>) -> Range<usize> {
        let at = |paragraph, byte| self.letter.offset(Place { paragraph, byte });
        let text = self.letter.paragraph(paragraph);
        let spaces = text[row.end..]
            .bytes()
            .take_while(|byte| *byte == b' ')
            .count();
        let end = row.end + spaces;
        let section = &self.letter.sections()[self.letter.section_of(paragraph)];
        let next = paragraph + 1;
        let end = if end == text.len() && section.paragraphs.contains(&next) {
            at(next, 0)
        } else {
            at(paragraph, end)
        };
        at(paragraph, row.start)..end
    }
}

impl App {
    /// Whether the text is hidden, or only shows for as long as a search is typed, which can be given up.
    const fn is_hidden(&self) -> bool {
        self.overlay.is_some() || geometry::too_small(self.reader.size)
    }

    /// Takes notice of what shows now, if it is another page than before.
    pub(super) fn see(&mut self) {
        if self.is_hidden() || self.reader.came_by == self.reader.derived {
            return;
        }
        self.reader.came_by = self.reader.derived;
        let rows = self.reader.rows_shown_bytes();
        let new = rows
            .iter()
            .filter(|row| !self.reader.dwell.shown.covers(row))
            .count();
        let new = u32::try_from(new).unwrap_or(u32::MAX);
        let all = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let landing = (LANDING * new).checked_div(all).unwrap_or_default();
        self.reader.dwell.landing = self.reader.dwell.landing.max(landing);
        self.reader.dwell.shown = Seen::of(rows);
    }

    /// Takes notice of the time: what has stood here long enough since is read.
    pub(super) fn dwell_until(&mut self, now: Duration) {
        let since = now.saturating_sub(self.reader.dwell.now);
        self.reader.dwell.now = now;
        if self.is_hidden() {
            return;
        }
        let (paragraph, stand) = (self.reader.here(), self.reader.stand());
        self.reader.trail.stand_until(now, since, paragraph, stand);
        let landed = since.saturating_sub(self.reader.dwell.landing);
        self.reader.dwell.landing = self.reader.dwell.landing.saturating_sub(since);
        self.reader.dwell.spare += landed;
        for row in self.reader.rows_shown_bytes() {
            if self.reader.marks.seen.covers(&row) {
                continue;
            }
            let bytes = u64::try_from(row.len()).unwrap_or(u64::MAX);
            let takes = Duration::from_millis(bytes.saturating_mul(1000) / PACE);
            let Some(left) = self.reader.dwell.spare.checked_sub(takes) else {
                return;
            };
            self.reader.dwell.spare = left;
            self.reader.marks.see(&row);
        }
        // Who has read all that shows reads nothing ahead.
        self.reader.dwell.spare = Duration::ZERO;
    }

    /// Marks the section that shows as unread where it is read, else as read.
    pub(super) fn turn_read(&mut self) {
        let section = self.reader.section();
        let bytes = section_bytes(&self.reader.letter, section);
        let number = self.reader.letter.sections()[section].number;
        let words = &self.words.marks;
        let says = if self.reader.read(section) == Read::Whole {
            self.reader.marks.unsee(&bytes, section);
            &words.unread
        } else {
            self.reader.marks.see(&bytes);
            &words.read
        };
        self.notice = Some(says.replace("{}", &number.to_string()));
    }

    /// Marks all sections as unread. Once more, before anything else has come by, undoes it.
    pub(super) fn unread_all(&mut self) {
        let marks = &mut self.reader.marks;
        let words = &self.words.marks;
        if let Some(before) = marks.before.take() {
            // What another reader has read is not to be taken away by what was undone.
            (marks.seen, marks.anew) = (before.seen, before.anew);
            marks.more = true;
            self.notice = Some(words.as_before.to_owned());
            return;
        }
        marks.before = Some(Before {
            seen: std::mem::take(&mut marks.seen),
            anew: marks.anew.clone(),
        });
        marks.anew.extend(0..self.reader.letter.sections().len());
        self.notice = Some(words.all_unread.to_owned());
    }
}
