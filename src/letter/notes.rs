//! Where the texts of notes stand: as paragraphs at the end of the section in which their marks are, so that
//! they are read, searched, marked and copied as all that the letter says.

use super::{Emphasis, Letter, Note, NoteMark, Paragraph, Role, Section, Span, plain};
use std::{collections::BTreeSet, ops::Range};

/// A note before it has its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NoteText {
    /// What is printed before it: `7`, `*`.
    pub(crate) label: String,
    /// Its paragraphs.
    pub(crate) text: Vec<NoteParagraph>,
}

/// A paragraph of a note before it has its place: its words, and what is set apart in them, in bytes.
pub(crate) type NoteParagraph = (String, Vec<(Range<usize>, Emphasis)>);

impl Letter {
    /// The notes under a section, by paragraph index; empty where it has none.
    #[must_use]
    pub fn notes_under(&self, section: &Section) -> Range<usize> {
        self.response(section).end..section.paragraphs.end
    }

    /// The note that a paragraph is of, where it is one of the text of a note.
    #[must_use]
    pub fn note_at(&self, paragraph: usize) -> Option<&Note> {
        let notes = &self.setting.notes;
        let at = notes.partition_point(|note| note.paragraphs.end <= paragraph);
        notes
            .get(at)
            .filter(|note| note.paragraphs.contains(&paragraph))
            .filter(|_| self.paragraphs[paragraph].role == Role::Note)
    }

    /// The note of this number under a section.
    pub(super) fn note_numbered(&self, section: &Section, number: u32) -> Option<&Note> {
        let under = self.notes_under(section);
        let notes = &self.setting.notes;
        let first = notes.partition_point(|note| note.paragraphs.start < under.start);
        notes[first..]
            .iter()
            .take_while(|note| note.paragraphs.end <= under.end)
            .find(|note| note.number == number)
    }

    /// The note that a mark leads to, where the source has its text.
    #[must_use]
    pub fn note(&self, mark: NoteMark) -> Option<&Note> {
        let key = |mark: &NoteMark| (mark.paragraph, mark.byte, mark.number);
        let at = self.marks.binary_search_by_key(&key(&mark), key).ok()?;
        let note = self.setting.leads.get(at).copied().flatten()?;
        self.setting.notes.get(note)
    }

    /// The paragraphs of a note, without the number that stands before the first in a plain text.
    pub fn note_texts(&self, note: &Note) -> impl Iterator<Item = &str> {
        note.paragraphs.clone().map(|index| {
            let words = self.paragraph(index);
            let is_first = index == note.paragraphs.start;
            let is_plain = is_first && self.paragraphs[index].role == Role::Furniture;
            match plain::note_label(words).filter(|_| is_plain) {
                Some((number, length)) if number == note.number => &words[length..],
                _ => words,
            }
        })
    }

    /// The text of the note that a mark leads to, its paragraphs parted by line ends; none where the source
    /// does not have it.
    #[must_use]
    pub fn note_words(&self, mark: NoteMark) -> Option<String> {
        let texts: Vec<&str> = self.note_texts(self.note(mark)?).collect();
        Some(texts.join("\n"))
    }

    /// Puts each note at the end of the section of the first mark that leads to it; one that none leads to
    /// stands behind the note before it.
    pub(crate) fn place_notes(&mut self, notes: Vec<NoteText>) {
        if notes.is_empty() {
            return;
        }
        let homes = self.homes(notes.len());
        let mut order: Vec<usize> = (0..notes.len()).collect();
        order.sort_by_key(|&note| homes[note]);
        let mut rank = vec![0; notes.len()];
        for (place, &note) in order.iter().enumerate() {
            rank[note] = place;
        }
        for lead in self.setting.leads.iter_mut().flatten() {
            *lead = rank[*lead];
        }
        let mut notes: Vec<Option<NoteText>> = notes.into_iter().map(Some).collect();
        let mut placed = order
            .into_iter()
            .filter_map(|note| Some((homes[note], note, notes[note].take()?)))
            .peekable();
        let mut made = Placing::default();
        let (old, sections) = (
            std::mem::take(&mut self.text),
            std::mem::take(&mut self.sections),
        );
        let paragraphs = std::mem::take(&mut self.paragraphs);
        for (index, mut section) in sections.into_iter().enumerate() {
            made.section(&old, &paragraphs, &mut section);
            while let Some((_, note, text)) = placed.next_if(|(home, ..)| *home == index) {
                made.note(note, text);
            }
            section.paragraphs.end = made.paragraphs.len();
            self.sections.push(section);
        }
        self.take(made);
    }

    /// The section of each note, by index.
    fn homes(&self, count: usize) -> Vec<usize> {
        let mut homes = vec![None; count];
        for (mark, lead) in self.marks.iter().zip(&self.setting.leads) {
            if let Some(home) = lead.and_then(|note| homes.get_mut(note)) {
                home.get_or_insert_with(|| self.section_of(mark.paragraph));
            }
        }
        let mut last = homes.iter().flatten().next().copied().unwrap_or_default();
        let home = |home: Option<usize>| {
            last = home.unwrap_or(last);
            last
        };
        homes.into_iter().map(home).collect()
    }

    /// Takes over what was made, and moves along what stands at a paragraph or a byte.
    fn take(&mut self, made: Placing) {
        let to = |paragraph: &mut usize| {
            *paragraph = made.moved.get(*paragraph).copied().unwrap_or(*paragraph);
        };
        self.marks
            .iter_mut()
            .for_each(|mark| to(&mut mark.paragraph));
        let ends = self.open_ends.iter_mut();
        ends.for_each(|end| to(&mut end.place.paragraph));
        for (byte, _) in &mut self.hidden {
            let section = made.shifts.partition_point(|(end, _)| *end <= *byte);
            *byte += made.shifts.get(section).map_or(0, |(_, by)| *by);
        }
        let setting = &mut self.setting;
        setting.kinds.iter_mut().for_each(|(at, _)| to(at));
        setting.labels.iter_mut().for_each(|(at, _)| to(at));
        setting.cells.iter_mut().for_each(|(at, _)| to(at));
        setting.pages.iter_mut().for_each(|(at, _)| to(at));
        setting
            .links
            .iter_mut()
            .for_each(|(span, _)| to(&mut span.paragraph));
        let emphasis = setting.emphasis.iter_mut();
        emphasis.for_each(|(span, _)| to(&mut span.paragraph));
        let quotes = self
            .stances
            .iter_mut()
            .flat_map(|stance| &mut stance.quotes);
        quotes.for_each(|span| to(&mut span.paragraph));
        setting.emphasis.extend(made.emphasis);
        setting.emphasis.sort_by_key(|(span, _)| *span);
        setting.notes = made.notes;
        (self.text, self.paragraphs) = (made.text, made.paragraphs);
    }
}

/// A letter whose notes are being placed, section by section.
#[derive(Default)]
struct Placing {
    text: String,
    paragraphs: Vec<Paragraph>,
    notes: Vec<Note>,
    /// The numbers of the notes under the section that is being made.
    numbers: BTreeSet<u32>,
    emphasis: Vec<(Span, Emphasis)>,
    /// For each paragraph that was there before, which it is now.
    moved: Vec<usize>,
    /// Where each section ended before, in bytes, and by how many it moved.
    shifts: Vec<(usize, usize)>,
}

impl Placing {
    /// Copies a section as it was, without notes.
    fn section(&mut self, old: &str, paragraphs: &[Paragraph], section: &mut Section) {
        self.numbers.clear();
        let from = self.shifts.last().map_or(0, |(end, _)| *end);
        let by = self.text.len() - from;
        let own = &paragraphs[section.paragraphs.clone()];
        let end = own.last().map_or(from, |last| last.end).max(from);
        self.text.push_str(&old[from..end]);
        self.shifts.push((end, by));
        section.paragraphs.start = self.paragraphs.len();
        section.heading = section.heading.start + by..section.heading.end + by;
        for paragraph in own {
            self.moved.push(self.paragraphs.len());
            self.paragraphs.push(Paragraph {
                start: paragraph.start + by,
                end: paragraph.end + by,
                role: paragraph.role,
            });
        }
    }

    fn note(&mut self, index: usize, note: NoteText) {
        let first = self.paragraphs.len();
        for (words, emphasis) in note.text {
            let paragraph = self.paragraphs.len();
            self.text.push('\n');
            let start = self.text.len();
            self.text.push_str(&words);
            self.paragraphs.push(Paragraph {
                start,
                end: self.text.len(),
                role: Role::Note,
            });
            let span = |range: Range<usize>| Span {
                paragraph,
                start: range.start,
                end: range.end,
            };
            let emphasis = emphasis.into_iter();
            self.emphasis
                .extend(emphasis.map(|(range, kind)| (span(range), kind)));
        }
        let counted = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let mut number = note.label.parse().unwrap_or(counted);
        if !self.numbers.insert(number) {
            // Under one section each has a number of its own, so that its address is its own.
            number = self
                .numbers
                .last()
                .map_or(number, |last| last.saturating_add(1));
            self.numbers.insert(number);
        }
        self.notes.push(Note {
            number,
            label: note.label,
            paragraphs: first..self.paragraphs.len(),
        });
    }
}
