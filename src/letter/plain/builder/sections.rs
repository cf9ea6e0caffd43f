//! Starts and ends the sections of a letter in the making.

use super::Builder;
use crate::letter::{
    Label, Pair, Role, Section, SectionKind,
    pair::{Heading, Opens, Start},
};
use std::ops::Range;

impl Builder<'_> {
    /// Starts a section at a byte of the source, with the heading there or the one further up.
    pub(super) fn section_of(&mut self, start: Start, length: usize, at: usize) {
        self.end();
        let Heading { pair, label, .. } = start.heading;
        let (kind, label, heading) = match start.opens {
            Opens::Pair => {
                let heading = self.apart(at..at + length);
                (SectionKind::Recommendation, label, heading)
            }
            Opens::AnswerTo(asked) => {
                let asked = self.awaited.get(&asked).copied().unwrap_or_default();
                let heading = self
                    .paragraphs
                    .get(asked)
                    .map_or(0..0, |own| own.start..own.end);
                (SectionKind::Recommendation, label, heading)
            }
            Opens::Part => {
                let own = self.starts.iter().map(|start| start.heading.label.last());
                let others = self.sections.iter().map(|section| section.number.last());
                let next = own.chain(others).max().unwrap_or(0);
                let heading = self.apart(at..at + length);
                (SectionKind::Part, Label::whole(next + 1), heading)
            }
        };
        self.section(label, kind, heading);
        if let Some(section) = self.sections.last_mut() {
            section.pair = pair;
        }
        self.role = match start.opens {
            Opens::Pair => Role::Recommendation,
            Opens::AnswerTo(_) | Opens::Part => Role::Response,
        };
    }

    /// Adds what stands in a range of the source as words that belong to no paragraph.
    fn apart(&mut self, range: Range<usize>) -> Range<usize> {
        self.part();
        let start = self.buffer.made();
        self.buffer.copy(range);
        start..self.buffer.made()
    }

    pub(super) fn section(&mut self, number: Label, kind: SectionKind, heading: Range<usize>) {
        self.seal();
        let first = self.paragraphs.len();
        self.sections.push(Section {
            number,
            kind,
            pair: Pair::Recommendation,
            level: 1,
            paragraphs: first..first,
            heading,
        });
    }

    /// Ends the last section. One without text keeps its heading over an empty paragraph, or goes.
    pub(super) fn seal(&mut self) {
        let Some(section) = self.sections.last_mut() else {
            return;
        };
        section.paragraphs.end = self.paragraphs.len();
        if section.paragraphs.is_empty() && section.kind == SectionKind::Opening {
            self.sections.pop();
        } else if section.paragraphs.is_empty() {
            section.paragraphs.end += 1;
            self.start(Role::Recommendation);
            self.end();
        }
    }
}
