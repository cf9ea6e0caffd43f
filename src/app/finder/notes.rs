//! In the finder: the notes of one's own that hold what is typed, in their words or by their tags.

use super::{Filter, Find};
use crate::{
    app::{Reader, tags},
    letter::Span,
};

impl Reader {
    /// The paragraphs with a note of one's own that holds all these words, by index, in the order of the letter.
    #[must_use]
    pub fn notes_with(&self, words: &str) -> Vec<usize> {
        let marks = self.marks().iter();
        let held = marks.filter(|mark| !mark.note.is_empty() && tags::holds(&mark.note, words));
        held.map(|mark| mark.paragraph).collect()
    }
}

impl Find {
    /// The paragraphs with a note that holds what is typed in the finder, by index; with nothing typed all, where
    /// notes are asked for.
    pub(super) fn notes_found(&self, reader: &Reader) -> Vec<usize> {
        let typed = self.input.value();
        let wanted = match self.filter {
            Filter::All => !typed.trim().is_empty(),
            Filter::Notes => true,
            _ => false,
        };
        if wanted {
            reader.notes_with(typed)
        } else {
            Vec::new()
        }
    }

    /// Where the notes stand that hold what is typed: the starts of their paragraphs.
    pub(super) fn note_spans(&self) -> Vec<Span> {
        let starts = self.notes.iter().map(|&paragraph| Span {
            paragraph,
            start: 0,
            end: 0,
        });
        starts.collect()
    }

    /// Offers notes as a kind where there are any, and shows what there is now: a note may have been written since
    /// the finder was last open.
    pub(super) fn offer_notes(&mut self, reader: &Reader) {
        let has_notes = reader.marks().iter().any(|mark| !mark.note.is_empty());
        let Some(stock) = &mut self.stock else {
            return;
        };
        stock.filters.retain(|filter| *filter != Filter::Notes);
        if has_notes {
            stock.filters.push(Filter::Notes);
        } else if self.filter == Filter::Notes {
            self.filter = Filter::All;
        }
        let notes = self.notes_found(reader);
        if self.notes != notes {
            self.notes = notes;
            self.chosen = self.chosen.min(self.count().saturating_sub(1));
        }
    }
}
