//! What the reader leaves in the letter: bookmarks and notes of one's own, each at a paragraph.
//!
//! How they are kept for the next time stands in `keeping.rs`, what becomes of them when the letter has changed
//! in `anchor.rs`.

mod list;

pub use list::Mark;
pub(super) use list::{Before, Marks};

use super::{
    App, Reader,
    geometry::{Area, BEFORE_ADDRESS},
    kept::{KeptMark, merged_notes},
    message::Effect,
    own_note::Back,
    words::Words,
};
use crate::{
    letter::{Date, Span},
    reading::flow::{Line, Show},
};
use std::ops::Range;

/// What is left at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// A bookmark.
    Bookmark,
    /// A note of one's own.
    OwnNote,
}

/// A sign beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarginSign {
    /// Its column on the screen.
    pub column: u16,
    /// Its row on the screen.
    pub row: u16,
    /// What it means.
    pub means: Left,
    /// The paragraph beside which it stands, by index.
    pub paragraph: usize,
}

impl KeptMark {
    /// What it leaves at its place.
    #[must_use]
    pub fn left(&self) -> Vec<Left> {
        let bookmark = self.bookmark.then_some(Left::Bookmark);
        let note = (!self.note.is_empty()).then_some(Left::OwnNote);
        bookmark.into_iter().chain(note).collect()
    }
}

impl Words {
    /// What is left at a place: a bookmark, a note, or both.
    #[must_use]
    pub fn kept_as(&self, left: &[Left]) -> &'static str {
        let words = &self.overview;
        match left {
            [Left::Bookmark] => words.bookmark,
            [_, _, ..] => words.bookmark_and_note,
            _ => words.own_note,
        }
    }

    /// When a note was kept, and who wrote it: ` (28 november 2026, A. Jansen)`; empty where neither is known.
    #[must_use]
    pub fn signed(&self, date: Option<&str>, name: Option<&str>) -> String {
        let day = |date: &str| match Date::in_figures(date) {
            Some(day) => day.words(self.language),
            None => date.to_owned(),
        };
        let parts = [date.map(day), name.map(str::to_owned)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            return String::new();
        }
        format!(" ({})", parts.join(", "))
    }
}

impl Reader {
    /// All bookmarks and notes, in the order of the letter: one mark a paragraph.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks.list
    }

    /// Those at these paragraphs, by index.
    #[must_use]
    pub fn marks_within(&self, paragraphs: Range<usize>) -> &[Mark] {
        let list = &self.marks.list;
        let first = list.partition_point(|mark| mark.paragraph < paragraphs.start);
        let after = list.partition_point(|mark| mark.paragraph < paragraphs.end);
        &list[first..after.max(first)]
    }

    /// What is left at a paragraph, if anything.
    #[must_use]
    pub fn mark_at(&self, paragraph: usize) -> Option<&Mark> {
        self.marks_within(paragraph..paragraph + 1).first()
    }

    /// The signs beside the text, column by column from the top down: of each marked paragraph beside the
    /// first row that shows, and beside the next where it has a note and a bookmark; side by side where
    /// there is no next.
    #[must_use]
    pub fn margin(&self) -> Vec<MarginSign> {
        let regions = self.regions();
        let beside = regions.beside.map(|beside| (beside.text, self.beside()));
        let columns = beside.into_iter().chain([(regions.text, self.page())]);
        columns
            .flat_map(|(area, lines)| self.margin_of(area, lines))
            .collect()
    }

    fn margin_of(&self, area: Area, lines: &[Line]) -> Vec<MarginSign> {
        // Behind the address; a second sign before it. On a tiny screen there is neither address nor room.
        let gutter = self.regions().gutter;
        let second = (area.x + 1).saturating_sub(gutter);
        let column = if gutter > BEFORE_ADDRESS {
            area.x.saturating_sub(2)
        } else {
            second
        };
        let mut signs = Vec::new();
        let mut before = (None, 0);
        for (index, (row, line)) in (area.y..area.bottom()).zip(lines).enumerate() {
            if !matches!(line.show, Show::Text(_)) {
                continue;
            }
            let paragraph = line.paragraph;
            let nth = if before.0 == Some(paragraph) {
                before.1 + 1
            } else {
                0
            };
            before = (Some(paragraph), nth);
            let Some(mark) = self.mark_at(paragraph).filter(|_| nth < 2) else {
                continue;
            };
            let has_note = !mark.note.is_empty();
            let means = match nth {
                0 if has_note => Left::OwnNote,
                1 if !(has_note && mark.bookmarked) => continue,
                _ => Left::Bookmark,
            };
            let sign = MarginSign {
                column,
                row,
                means,
                paragraph,
            };
            signs.push(sign);
            let next = lines.get(index + 1).map(|line| line.paragraph);
            let both = nth == 0 && has_note && mark.bookmarked;
            if both && next != Some(paragraph) && column != second {
                signs.push(MarginSign {
                    column: second,
                    means: Left::Bookmark,
                    ..sign
                });
            }
        }
        signs
    }

    /// The paragraph whose sign stands in a cell of the screen.
    pub(super) fn mark_beside(&self, column: u16, row: u16) -> Option<usize> {
        let mut signs = self.margin().into_iter();
        let found = signs.find(|sign| (sign.column, sign.row) == (column, row));
        found.map(|sign| sign.paragraph)
    }

    /// To the start of a marked paragraph.
    pub(super) fn go_to_mark(&mut self, paragraph: usize) {
        self.jump_to(Span {
            paragraph,
            start: 0,
            end: 0,
        });
    }
}

impl App {
    /// Puts a bookmark at the paragraph that is read, or takes it off. A line of the head has no address
    /// and can have one all the same.
    pub(super) fn turn_bookmark(&mut self) -> Option<Effect> {
        let paragraph = self.reader.here();
        if let Some(held) = self.reader.held.take_if(|held| held.note.is_empty()) {
            return self.place_held(paragraph, &held, String::new());
        }
        self.reader
            .marks
            .change(paragraph, |mark| mark.bookmarked = !mark.bookmarked);
        let is_there = self
            .reader
            .mark_at(paragraph)
            .is_some_and(|mark| mark.bookmarked);
        let words = &self.words.marks;
        let says = if is_there {
            &words.bookmark_set
        } else {
            &words.bookmark_gone
        };
        self.notice = Some(says.replace("{}", &self.words.address(&self.reader.letter, paragraph)));
        self.keep()
    }

    /// Gives a paragraph this note, which was changed from `began`; an empty one takes it away. Says so, if
    /// that changes anything.
    pub(super) fn set_own_note(
        &mut self,
        paragraph: usize,
        began: &str,
        note: &str,
    ) -> Option<Effect> {
        let before = self.reader.mark_at(paragraph).map_or("", |mark| &mark.note);
        // Another reader may have written there while this note was typed.
        let note = merged_notes(began, before, note);
        if before == note {
            return None;
        }
        let words = &self.words.marks;
        let then = if note.is_empty() {
            &words.note_gone
        } else {
            &words.note_kept
        };
        let address = self.words.address(&self.reader.letter, paragraph);
        let (now, then) = (
            words.note_writes.replace("{}", &address),
            then.replace("{}", &address),
        );
        self.tell_when_kept(now, then);
        self.reader.marks.change(paragraph, |mark| mark.note = note);
        self.keep()
    }

    /// Takes all that is left at a paragraph away.
    pub(super) fn remove_mark(&mut self, paragraph: usize) -> Option<Effect> {
        self.reader
            .marks
            .change(paragraph, |mark| *mark = Mark::at(paragraph));
        self.keep()
    }

    /// Puts what is left at a paragraph there again, beside what is there now.
    pub(super) fn restore_mark(&mut self, removed: &Mark) -> Option<Effect> {
        self.reader.marks.change(removed.paragraph, |mark| {
            let nothing = Mark::at(mark.paragraph);
            *mark = mark.changed_as(&nothing, removed);
        });
        self.keep()
    }

    /// Puts a mark that has no paragraph any more at this one, with this note.
    pub(super) fn place_held(
        &mut self,
        paragraph: usize,
        held: &KeptMark,
        note: String,
    ) -> Option<Effect> {
        self.reader.release_mark(held);
        let mark = Mark {
            paragraph,
            bookmarked: held.bookmark,
            note,
        };
        let says = self.words.marks.placed;
        self.notice = Some(says.replace("{}", &self.words.address(&self.reader.letter, paragraph)));
        self.restore_mark(&mark)
    }

    /// Tells the note of the paragraph that has become current.
    pub(super) fn tell_own_note(&mut self, before: usize) {
        if self.notice.is_some() || self.overlay.is_some() || self.reader.current == before {
            return;
        }
        let note = self.reader.mark_at(self.reader.current);
        if let Some(mark) = note.filter(|mark| !mark.note.is_empty()) {
            self.notice = Some(self.words.marks.note.replace("{}", &mark.note));
        }
    }

    /// Opens the note of a paragraph whose sign was pressed; with a bookmark alone the cursor goes there.
    pub(super) fn press_mark(&mut self, paragraph: usize) {
        let has_note = self
            .reader
            .mark_at(paragraph)
            .is_some_and(|mark| !mark.note.is_empty());
        if has_note {
            self.open_own_note_at(paragraph, Back::Text);
        }
        let start = Span {
            paragraph,
            start: 0,
            end: 0,
        };
        self.reader.focus = Some(start).filter(|span| self.reader.shows(span.place()));
    }
}
