//! The table of the reader's own bookmarks and notes: they are changed and removed there, and those whose
//! paragraph is gone can be read there, and taken along to another.
//!
//! A row is of a paragraph, by its index; behind those stand the rows of marks without one.

use super::{App, Leads, Reader, Removed, Table, start_of};
use crate::{
    app::{keeping::shown, kept::KeptMark, message::Effect, own_note::Back, tags},
    letter::Span,
};

impl Reader {
    pub(super) fn note_rows(&self) -> Vec<usize> {
        let placed = self.marks().iter().map(|mark| mark.paragraph);
        let count = self.letter.paragraphs().len();
        let orphans = self.orphans().map(|(index, _)| count + index);
        placed.chain(orphans).collect()
    }

    /// The tags of all notes, each once, by the alphabet.
    fn all_tags(&self) -> Vec<String> {
        let notes = self.marks().iter().map(|mark| mark.note.as_str());
        let lost = self.orphans().map(|(_, mark)| mark.note.as_str());
        let each = notes.chain(lost).flat_map(tags::tags);
        let mut all: Vec<String> = each.map(str::to_lowercase).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The tags of the note that a row is of, by their places among all.
    pub(super) fn tags_of(&self, row: usize) -> Vec<usize> {
        let mark = self.mark_at(row).map(|mark| mark.note.as_str());
        let note = mark.or_else(|| self.orphan_of(row).map(|mark| mark.note.as_str()));
        let own = note.map(tags::tags).unwrap_or_default().into_iter();
        let own: Vec<String> = own.map(str::to_lowercase).collect();
        let all = self.all_tags().into_iter().enumerate();
        all.filter(|(_, tag)| own.contains(tag))
            .map(|(at, _)| at)
            .collect()
    }

    /// The tag with this place among all.
    pub(super) fn tag(&self, at: usize) -> String {
        self.all_tags().into_iter().nth(at).unwrap_or_default()
    }

    /// The mark without a paragraph that a row is of.
    fn orphan_of(&self, row: usize) -> Option<&KeptMark> {
        let index = row.checked_sub(self.letter.paragraphs().len())?;
        self.orphan(index)
    }

    /// The mark without a paragraph that is chosen in its table.
    #[must_use]
    pub fn chosen_orphan(&self) -> Option<&KeptMark> {
        let row = self.chosen_row();
        row.filter(|_| self.overview.table == Table::Notes)
            .and_then(|row| self.orphan_of(row))
    }

    /// The paragraph of the chosen row.
    fn chosen_mark(&self) -> Option<usize> {
        let row = self.chosen_row();
        row.filter(|&row| self.overview.table == Table::Notes && self.mark_at(row).is_some())
    }
}

impl App {
    pub(super) fn note_cells(&self, row: usize) -> Vec<String> {
        if let Some(mark) = self.reader.mark_at(row) {
            return self.teller().note(mark);
        }
        let orphan = self.reader.orphan_of(row);
        orphan.map_or_else(Vec::new, |mark| self.teller().orphan(&shown(mark)))
    }

    /// The places of all rows that have one, from the chosen one on.
    pub(super) fn marked_places(&self) -> Leads {
        let sheet = self.reader.overview.sheet();
        let count = self.reader.letter.paragraphs().len();
        let rows = sheet.rows.iter().filter(|&&row| row < count);
        let spans: Vec<Span> = rows.map(|&row| start_of(row)).collect();
        let name = self.table_name(Table::Notes).to_lowercase();
        (name, spans, sheet.chosen)
    }

    /// Opens the line for the note of the chosen row; of one without a paragraph there is none to write at.
    pub(super) fn write_chosen_note(&mut self) {
        if self.reader.chosen_orphan().is_some() {
            self.hold_chosen();
        } else if let Some(row) = self.reader.chosen_mark() {
            self.open_own_note_at(row, Back::Table);
        }
    }

    /// Takes a mark without a paragraph along, to be put at one.
    pub(super) fn hold_chosen(&mut self) {
        self.reader.held = self.reader.chosen_orphan().cloned();
        self.overlay = None;
        self.notice = Some(self.words.marks.held.to_owned());
    }

    /// Leaves a mark that was taken along where it was.
    pub(in crate::app) fn put_back(&mut self) {
        self.reader.held = None;
        self.notice = Some(self.words.marks.put_back.to_owned());
    }

    pub(super) fn remove_chosen_mark(&mut self) -> Option<Effect> {
        let (removed, address) = if let Some(orphan) = self.reader.chosen_orphan().cloned() {
            let address = self.orphan_address(&orphan);
            (Removed::Orphan(Box::new(orphan)), address)
        } else {
            let mark = self.reader.mark_at(self.reader.chosen_mark()?)?.clone();
            let address = self.words.address(&self.reader.letter, mark.paragraph);
            (Removed::Placed(mark), address)
        };
        let effect = match &removed {
            Removed::Orphan(orphan) => {
                self.reader.release_mark(orphan);
                self.keep()
            }
            Removed::Placed(mark) => self.remove_mark(mark.paragraph),
        };
        self.reader.removed = Some(removed);
        self.notice = Some(self.words.marks.removed.replace("{}", &address));
        self.find_notes_anew();
        effect
    }

    pub(super) fn restore_removed(&mut self) -> Option<Effect> {
        if self.reader.overview.table != Table::Notes {
            return None;
        }
        let Some(removed) = self.reader.removed.take() else {
            self.notice = Some(self.words.marks.none_removed.to_owned());
            return None;
        };
        let (effect, address) = match removed {
            Removed::Placed(mark) => {
                let address = self.words.address(&self.reader.letter, mark.paragraph);
                (self.restore_mark(&mark), address)
            }
            Removed::Orphan(orphan) => {
                let address = self.orphan_address(&orphan);
                (self.restore_orphan(&orphan), address)
            }
        };
        self.notice = Some(self.words.marks.restored.replace("{}", &address));
        self.find_notes_anew();
        effect
    }

    fn orphan_address(&self, orphan: &KeptMark) -> String {
        let address = shown(orphan).anchor.address;
        address.unwrap_or_else(|| self.words.marks.nowhere.to_owned())
    }

    /// Has the rows of the table found anew, at once where it shows. The chosen one stays chosen, or the next
    /// takes its place.
    pub(in crate::app) fn find_notes_anew(&mut self) {
        // When it is opened again its rows are found anew anyhow.
        if !self.shows_overview() {
            return;
        }
        self.reader.overview.sheets[Table::Notes as usize].forget();
        if self.reader.overview.table != Table::Notes {
            return;
        }
        let (row, at) = (
            self.reader.chosen_row(),
            self.reader.overview.sheet().chosen,
        );
        self.make_sheet();
        let sheet = self.reader.overview.sheet_mut();
        if row.is_none_or(|row| !sheet.rows.contains(&row)) {
            sheet.chosen = at.min(sheet.rows.len().saturating_sub(1));
        }
    }
}
