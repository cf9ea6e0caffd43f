//! Parts a letter in the making at its headings: into sections, and its paragraphs anew.

use super::{Line, closes, headings, item};
use crate::letter::{
    Label, NoteMark, OpenEnd, Pair, Paragraph, Role, Section, SectionKind, plain::Placed,
};
use std::ops::Range;

/// A letter in the making, as far as its parts go.
pub(in crate::letter) struct Whole<'letter> {
    pub(in crate::letter) text: &'letter str,
    pub(in crate::letter) paragraphs: &'letter mut Vec<Paragraph>,
    pub(in crate::letter) sections: &'letter mut Vec<Section>,
    pub(in crate::letter) marks: &'letter mut Vec<NoteMark>,
    pub(in crate::letter) open_ends: &'letter mut Vec<OpenEnd>,
    /// The rows of tables.
    pub(in crate::letter) rows: &'letter mut Vec<Placed>,
}

impl Whole<'_> {
    /// Parts the one section of a letter without pairs at its headings, and the last section of one with pairs where
    /// the letter closes.
    pub(in crate::letter) fn part(&mut self) {
        let [only] = self.sections.as_slice() else {
            self.part_behind_pairs();
            return;
        };
        if only.kind != SectionKind::Opening {
            return;
        }
        debug_assert_eq!(only.paragraphs.end, self.paragraphs.len());
        let is_row = |index: usize| {
            let rows = &self.rows;
            rows.binary_search_by_key(&index, |row| row.paragraph)
                .is_ok()
        };
        let line = |(index, paragraph): (usize, &Paragraph)| {
            // What stands under the end is no list under its last line.
            let words = match paragraph.role {
                Role::Furniture => "",
                _ => &self.text[paragraph.start..paragraph.end],
            };
            let plain = paragraph.role == Role::Response && !item(words) && !is_row(index);
            Line { words, plain }
        };
        let lines: Vec<Line<'_>> = self.paragraphs.iter().enumerate().map(line).collect();
        let levels = headings(&lines);
        if levels.iter().all(Option::is_none) {
            return;
        }
        let mut sections: Vec<Section> = Vec::new();
        let mut kept: Vec<Paragraph> = Vec::new();
        let mut moved = Vec::with_capacity(self.paragraphs.len());
        begin(&mut sections, SectionKind::Opening, 0..0, 1, 0);
        for (paragraph, level) in self.paragraphs.iter().zip(&levels) {
            if let Some(level) = *level {
                keep_whole(&sections, &mut kept);
                moved.push(kept.len());
                let heading = paragraph.start..paragraph.end;
                begin(&mut sections, SectionKind::Part, heading, level, kept.len());
            } else {
                moved.push(kept.len());
                kept.push(paragraph.clone());
            }
        }
        let count = kept.len();
        for at in 0..sections.len() {
            let end = sections
                .get(at + 1)
                .map_or(count, |next| next.paragraphs.start);
            sections[at].paragraphs.end = end;
        }
        sections.retain(|section| !section.paragraphs.is_empty());
        let starts = |at: usize| levels[at].is_some();
        for mark in self.marks.iter_mut() {
            // A mark of a heading stands at the start of what follows.
            mark.byte = if starts(mark.paragraph) { 0 } else { mark.byte };
            mark.paragraph = moved[mark.paragraph].min(count - 1);
        }
        self.open_ends.retain(|end| !starts(end.place.paragraph));
        for end in self.open_ends.iter_mut() {
            end.place.paragraph = moved[end.place.paragraph];
        }
        for row in self.rows.iter_mut() {
            row.paragraph = moved[row.paragraph];
        }
        *self.paragraphs = kept;
        *self.sections = sections;
    }
}

impl Whole<'_> {
    /// Makes a part of the end of the last response, from a heading on under which letters close.
    fn part_behind_pairs(&mut self) {
        let words = |paragraph: &Paragraph| &self.text[paragraph.start..paragraph.end];
        let Some(last) = self.sections.last_mut() else {
            return;
        };
        if last.kind != SectionKind::Recommendation {
            return;
        }
        let end = last.paragraphs.end;
        let closes = |at: &usize| {
            let own = &self.paragraphs[*at];
            own.role == Role::Response && closes(words(own))
        };
        let Some(at) = (last.paragraphs.start + 1..end.saturating_sub(1)).find(closes) else {
            return;
        };
        let heading = self.paragraphs.remove(at);
        last.paragraphs.end = at;
        let most = self
            .sections
            .iter()
            .map(|section| section.number.last())
            .max();
        let number = Label::whole(most.unwrap_or(0) + 1);
        self.sections.push(Section {
            number,
            kind: SectionKind::Part,
            pair: Pair::Recommendation,
            level: 1,
            paragraphs: at..end - 1,
            heading: heading.start..heading.end,
        });
        for mark in self.marks.iter_mut().filter(|mark| mark.paragraph >= at) {
            // A mark of a heading stands at the start of what follows.
            mark.byte = if mark.paragraph == at { 0 } else { mark.byte };
            mark.paragraph = at.max(mark.paragraph - 1);
        }
        self.open_ends.retain(|end| end.place.paragraph != at);
        for end in self.open_ends.iter_mut() {
            end.place.paragraph -= usize::from(end.place.paragraph > at);
        }
        for row in self.rows.iter_mut() {
            row.paragraph -= usize::from(row.paragraph > at);
        }
    }
}

/// Gives the last part an empty paragraph where another heading follows right on its own: no section is without one.
fn keep_whole(sections: &[Section], kept: &mut Vec<Paragraph>) {
    if let Some(last) = sections.last()
        && last.kind == SectionKind::Part
        && last.paragraphs.start == kept.len()
    {
        kept.push(Paragraph {
            start: last.heading.end,
            end: last.heading.end,
            role: Role::Response,
        });
    }
}

/// Adds a section that starts at a paragraph; those of the letter's own headings are counted from 1.
fn begin(
    sections: &mut Vec<Section>,
    kind: SectionKind,
    heading: Range<usize>,
    level: u8,
    first: usize,
) {
    let number = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    sections.push(Section {
        number: Label::whole(number),
        kind,
        pair: Pair::Recommendation,
        level,
        paragraphs: first..first,
        heading,
    });
}
