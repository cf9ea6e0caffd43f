//! Stances on the screen, and the way from one to the words of the letter that carry it.

use super::{legend, sign};
use crate::{
    app::{App, Hits, Reader, geometry::Area, hits::Came},
    letter::{SectionKind, Stance, StanceLabel},
};
use unicode_width::UnicodeWidthStr;

impl Reader {
    /// The row of the section's title over the text, where the section has a stance.
    fn stance_row(&self) -> Option<Area> {
        let section = &self.letter.sections()[self.section()];
        self.letter.stance(section)?;
        Some(self.regions.line).filter(|area| area.height > 0)
    }

    /// Whether a cell is in the row with the stance.
    pub(in crate::app) fn stance_holds(&self, column: u16, row: u16) -> bool {
        self.stance_row()
            .is_some_and(|area| area.holds(column, row))
    }

    /// Whether what is under the cursor are words that carry the stance of the section that shows.
    pub(in crate::app) fn is_on_quote(&self) -> bool {
        let stance = self.letter.stance(&self.letter.sections()[self.section()]);
        let quotes = stance.map_or(&[][..], |stance| &stance.quotes);
        self.focus.is_some_and(|focus| quotes.contains(&focus))
    }
}

impl App {
    /// What the signs of the stances mean that the recommendations have, in lines of so many cells.
    #[must_use]
    pub fn legend_lines(&self, width: usize) -> Vec<String> {
        let sections = self.reader.letter.sections().iter();
        let judged = sections.filter(|section| section.kind == SectionKind::Recommendation);
        let stances = judged.filter_map(|section| self.reader.letter.stance(section));
        let mut labels: Vec<StanceLabel> = stances.map(|stance| stance.label).collect();
        labels.sort_unstable();
        let mut lines: Vec<String> = Vec::new();
        for told in legend(&self.words, labels.into_iter()) {
            match lines.last_mut() {
                Some(line) if line.width() + 1 + told.width() <= width => {
                    *line = format!("{line} {told}");
                }
                _ => lines.push(told),
            }
        }
        lines
    }

    /// How a stance reads, with its sign: in its own words, in fewer, and as its label.
    #[must_use]
    pub fn stance_lines(&self, stance: &Stance) -> [String; 3] {
        let language = self.words.language;
        let label = self.words.stance(stance.label);
        let short = stance.short.as_ref();
        let short = short.map_or(label, |short| short.get(language));
        let line = |words: &str| format!("{} {words}", sign(stance.label));
        [line(stance.words.get(language)), line(short), line(label)]
    }

    /// Goes to the words that carry the stance of a section, by index; false where it has none.
    pub(in crate::app) fn go_to_quotes(&mut self, section: usize) -> bool {
        let stance = self
            .reader
            .letter
            .stance(&self.reader.letter.sections()[section]);
        let Some(spans) = stance.map(|stance| stance.quotes.clone()) else {
            return false;
        };
        self.reader.jump_to(spans[0]);
        self.reader.hits = Some(Hits::new(self.words.stances.hits.to_owned(), spans, 0));
        self.tell_hit(Came::Straight);
        true
    }
}
