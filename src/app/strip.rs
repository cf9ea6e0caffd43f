//! The strip beside the text: where in the section its hits, bookmarks and notes stand, and what of it
//! shows. A cell of it stands for a part of the section's text, by bytes.
//!
//! It shows only where it says something: where there is such a thing in a section that is longer than the
//! screen. Each cell is looked up by itself, so a hundred thousand hits cost no more than ten.

use super::{App, ByPlace, Hits, Reader, geometry::Area, hits::Came, seen::section_bytes};
use crate::letter::Place;
use std::ops::Range;

/// What a cell of the strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripCell {
    /// Nothing.
    Blank,
    /// That this part of the section shows.
    Shown,
    /// A hit of the search or of the last find.
    Hit,
    /// A bookmark.
    Bookmark,
    /// A note of one's own.
    OwnNote,
}

/// A scale from the bytes of a section to the cells of the strip.
struct Scale {
    section: Range<usize>,
    cells: usize,
}

impl Scale {
    /// The cell in which a byte of the letter falls.
    fn cell(&self, byte: usize) -> usize {
        let within = byte.saturating_sub(self.section.start);
        let cell = (within * self.cells).checked_div(self.section.len());
        cell.unwrap_or(0).min(self.cells - 1)
    }

    /// The bytes of the letter that fall in a cell.
    fn bytes(&self, cell: usize) -> Range<usize> {
        let at =
            |cell: usize| self.section.start + (cell * self.section.len()).div_ceil(self.cells);
        at(cell)..at(cell + 1)
    }
}

/// Where a press on the strip leads.
enum Target {
    Mark(usize),
    Hit(usize),
    Byte(usize),
}

impl Reader {
    /// Where the strip stands, if it shows.
    #[must_use]
    pub fn strip_area(&self) -> Option<Area> {
        let paragraphs = self.letter.sections()[self.section()].paragraphs.clone();
        let hits = self.hits_shown();
        let says = !self.marks_within(paragraphs.clone()).is_empty()
            || hits.before(paragraphs.start) < hits.before(paragraphs.end);
        self.regions()
            .strip
            .filter(|_| says && self.is_longer_than_screen())
    }

    /// The cells of the strip, from its top down.
    #[must_use]
    pub fn strip(&self, area: Area) -> Vec<StripCell> {
        let scale = self.scale(area);
        let shown = self.shown_bytes().filter(|bytes| !bytes.is_empty());
        let shown = shown.map(|bytes| scale.cell(bytes.start)..=scale.cell(bytes.end - 1));
        let paragraphs = self.letter.sections()[self.section()].paragraphs.clone();
        let marks = self.marks_within(paragraphs);
        let hits = self.hits_shown();
        let cell = |cell: usize| {
            let bytes = scale.bytes(cell);
            if let Some(mark) = self.first_in(&bytes, marks.len(), |at| marks[at].place()) {
                return if marks[mark].note.is_empty() {
                    StripCell::Bookmark
                } else {
                    StripCell::OwnNote
                };
            }
            if self
                .first_in(&bytes, hits.count(), |at| hits.span(at).place())
                .is_some()
            {
                return StripCell::Hit;
            }
            if shown.as_ref().is_some_and(|shown| shown.contains(&cell)) {
                return StripCell::Shown;
            }
            StripCell::Blank
        };
        (0..scale.cells).map(cell).collect()
    }

    fn scale(&self, area: Area) -> Scale {
        Scale {
            section: section_bytes(&self.letter, self.section()),
            cells: usize::from(area.height).max(1),
        }
    }

    /// The first of so many places in order that falls in these bytes of the letter, by its number.
    fn first_in(
        &self,
        bytes: &Range<usize>,
        count: usize,
        place: impl Fn(usize) -> Place,
    ) -> Option<usize> {
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low.midpoint(high);
            if self.letter.offset(place(middle)) < bytes.start {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low < count && bytes.contains(&self.letter.offset(place(low)))).then_some(low)
    }

    fn is_longer_than_screen(&self) -> bool {
        let paragraphs = &self.letter.sections()[self.section()].paragraphs;
        let last = paragraphs.end - 1;
        let ends = [
            (paragraphs.start, 0),
            (last, self.letter.paragraph(last).len()),
        ];
        let shows = |(paragraph, byte)| self.shows(Place { paragraph, byte });
        !ends.into_iter().all(shows)
    }

    /// The hits that can be gone through: those of the search, else of the last find, unless they were
    /// put away.
    fn hits_shown(&self) -> ByPlace<'_> {
        if let Some(search) = &self.search {
            return search.by_place();
        }
        let hits = self.hits.as_ref().filter(|_| !self.hushed);
        hits.map(Hits::by_place).unwrap_or_default()
    }

    fn target(&self, bytes: &Range<usize>) -> Target {
        let paragraphs = self.letter.sections()[self.section()].paragraphs.clone();
        let marks = self.marks_within(paragraphs);
        if let Some(mark) = self.first_in(bytes, marks.len(), |at| marks[at].place()) {
            return Target::Mark(marks[mark].paragraph);
        }
        let hits = self.hits_shown();
        match self.first_in(bytes, hits.count(), |at| hits.span(at).place()) {
            Some(at) => Target::Hit(hits.number(at)),
            None => Target::Byte(bytes.start),
        }
    }

    /// To the row in which a byte of the letter stands, in the section that shows.
    fn go_to_byte(&mut self, byte: usize) {
        let paragraphs = self.letter.sections()[self.section()].paragraphs.clone();
        let start = |paragraph| self.letter.offset(Place { paragraph, byte: 0 });
        let (mut low, mut high) = (paragraphs.start, paragraphs.end);
        while low + 1 < high {
            let middle = low.midpoint(high);
            if start(middle) <= byte {
                low = middle;
            } else {
                high = middle;
            }
        }
        let text = self.letter.paragraph(low);
        let within = byte.saturating_sub(start(low)).min(text.len());
        let byte = (0..=within).rfind(|&at| text.is_char_boundary(at));
        let place = Place {
            paragraph: low,
            byte: byte.unwrap_or_default(),
        };
        let top = self.flow.top_of(&self.letter, place);
        self.leave();
        self.focus = None;
        let top = self.flow.down(&self.letter, top, 0);
        self.show_top(top);
    }
}

impl App {
    /// Goes to what a cell of the strip shows, or to its part of the section.
    pub(super) fn press_strip(&mut self, area: Area, row: u16) {
        let bytes = self.reader.scale(area).bytes(usize::from(row - area.y));
        match self.reader.target(&bytes) {
            Target::Mark(paragraph) => self.reader.go_to_mark(paragraph),
            Target::Hit(at) => self.go_to_hit(at),
            Target::Byte(byte) => self.reader.go_to_byte(byte),
        }
    }

    /// To one of the hits that show, by number, as if it had been stepped to.
    fn go_to_hit(&mut self, at: usize) {
        let hits = match &self.reader.search {
            Some(search) => search.hits(),
            None => self
                .reader
                .hits
                .as_ref()
                .map_or(&[][..], |hits| &hits.spans),
        };
        let Some(&span) = hits.get(at) else {
            return;
        };
        self.reader.jump_to(span);
        if let Some(search) = &mut self.reader.search {
            if search.is_whole() {
                search.at = at;
                self.reader.keep_hits();
                self.tell_found(Came::Straight);
            }
        } else if let Some(hits) = &mut self.reader.hits {
            hits.at = at;
            self.tell_hit(Came::Straight);
        }
    }
}
