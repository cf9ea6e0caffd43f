//! Hedges by ear: said behind each paragraph once they are asked for.

use super::Conversation;
use crate::{
    app::{geometry::Marking, message::Act},
    letter::Span,
    reading::hedges::{self, Count},
};

impl Conversation {
    fn says_hedges(&self) -> bool {
        self.app.reader().arrangement.marking == Marking::Hedges
    }

    /// Says the hedges of each paragraph from now on, first those of this section; or says them no more.
    pub(super) fn turn_hedges(&mut self) -> String {
        self.act(Act::Hedges);
        if !self.says_hedges() {
            return self.told();
        }
        let reader = self.app.reader();
        let section = reader.letter.section_of(reader.here());
        let mut count = Count::default();
        count.read_on(&reader.letter, section, usize::MAX);
        let mut text = self.app.hedge_line(section, count, usize::MAX) + "\n";
        for paragraph in reader.letter.sections()[section].paragraphs.clone() {
            let found = self.hedges_in(paragraph);
            if !found.is_empty() {
                let address = self.app.words().address(&reader.letter, paragraph);
                text += &[&address, ": ", &found].concat();
            }
        }
        text
    }

    /// The hedges of a paragraph, as a line; nothing where there are none, or nobody asked.
    pub(super) fn hedges_in(&self, paragraph: usize) -> String {
        if !self.says_hedges() {
            return String::new();
        }
        let letter = &self.app.reader().letter;
        let whole = Span {
            paragraph,
            start: 0,
            end: letter.paragraph(paragraph).len(),
        };
        let found = hedges::touching(letter, whole).into_iter();
        let found: Vec<&str> = found.map(|hedge| letter.words(hedge)).collect();
        if found.is_empty() {
            return String::new();
        }
        self.words[0].hedged.replace("{}", &found.join("; ")) + "\n"
    }
}
