//! What lies under an overlay: what it reads, and never writes.

use super::{Reader, library::Letters, words::Words};
use crate::{
    letter::{Letter, Section, SectionKind},
    reading::cite::Style,
    settings::Settings,
};

/// Whether note marks are copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteMarks {
    /// They are left out.
    #[default]
    Left,
    /// They are kept, as numbers in square brackets.
    Kept,
}

/// What an overlay reads.
#[derive(Clone, Copy, Debug)]
pub struct Under<'a> {
    /// The open letter, and where the reader is in it.
    pub reader: &'a Reader,
    /// The words of the interface.
    pub words: &'a Words,
    /// What is set.
    pub settings: &'a Settings,
    /// The letters that are open together, where there are several.
    pub letters: Option<&'a Letters>,
    /// The style of citations that are copied.
    pub style: Style,
    /// Whether note marks are copied.
    pub note_marks: NoteMarks,
}

impl Under<'_> {
    /// The title of a section: ours, or what we make of its first words.
    #[must_use]
    pub fn title(&self, section: &Section) -> String {
        if let Some(title) = self.reader.letter.title(section) {
            return title.get(self.words.language).to_owned();
        }
        match section.kind {
            SectionKind::Opening if self.reader.letter.recommendations() == 0 => {
                self.words.reader.letter.to_owned()
            }
            SectionKind::Opening => self.words.reader.opening.to_owned(),
            SectionKind::Closing => self.words.reader.closing.to_owned(),
            SectionKind::Part => match self.reader.letter.heading(section) {
                Some(heading) => heading.to_owned(),
                None => first_words(&self.reader.letter, section),
            },
            SectionKind::Recommendation => first_words(&self.reader.letter, section),
        }
    }
}

/// The first words of a recommendation, for a letter whose sections have no titles of ours.
fn first_words(letter: &Letter, section: &Section) -> String {
    const WORDS: usize = 6;
    let text = letter.paragraph(section.paragraphs.start);
    let mut words = text.split(' ');
    let start = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        format!("{start} …")
    } else {
        start
    }
}
