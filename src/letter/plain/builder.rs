//! Makes the text of a letter, with its paragraphs, sections and note marks, line by line.
//!
//! The text is made in the buffer of the source, from its start on: it never outgrows what has been
//! read of it, so a big letter is held in memory once.

use super::{heading, short};
use crate::letter::{
    Form, NoteMark, Ours, Paragraph, Role, Section, SectionKind, byte, marks, source::as_text,
};
use std::ops::Range;

/// A letter in the making.
pub(super) struct Builder<'ours> {
    /// The text made so far, then a gap, then what is still to be read of the source.
    buffer: Vec<u8>,
    /// Where the text ends that is made.
    made: usize,
    /// Where the next line starts.
    unread: usize,
    paragraphs: Vec<Paragraph>,
    sections: Vec<Section>,
    marks: Vec<NoteMark>,
    breaks: Vec<&'ours str>,
    form: Form,
    open: bool,
    role: Role,
    recommendation: u32,
}

/// The text, its paragraphs, sections and note marks.
pub(super) type Parts = (String, Vec<Paragraph>, Vec<Section>, Vec<NoteMark>);

impl<'ours> Builder<'ours> {
    pub(super) fn new(source: String, ours: &'ours Ours, form: Form) -> Self {
        let mut builder = Self {
            buffer: source.into_bytes(),
            made: 0,
            unread: 0,
            paragraphs: Vec::new(),
            sections: Vec::new(),
            marks: Vec::new(),
            breaks: ours.breaks().collect(),
            form,
            open: false,
            role: Role::Response,
            recommendation: 0,
        };
        builder.section(0, SectionKind::Opening, 0..0);
        builder
    }

    /// The bytes of the next line, without white space at its end.
    pub(super) fn next_line(&mut self) -> Option<Range<usize>> {
        let start = self.unread;
        let rest = self.buffer.get(start..)?;
        let length = byte::find(b'\n', rest).unwrap_or(rest.len());
        self.unread = start + length + 1;
        let line = start..start + length;
        if rest[..length].last().is_some_and(u8::is_ascii_graphic) {
            return Some(line);
        }
        let kept = self.words(line).trim_end().len();
        Some(start..start + kept)
    }

    /// The words in a range of the buffer that starts and ends between characters.
    fn words(&self, range: Range<usize>) -> &str {
        str::from_utf8(&self.buffer[range]).unwrap_or_default()
    }

    /// Adds what stands in a range of the source.
    fn copy(&mut self, range: Range<usize>) {
        let length = range.len();
        self.buffer.copy_within(range, self.made);
        self.made += length;
    }

    /// Adds one byte, in the place of a line end that was read or behind all that was.
    fn put(&mut self, byte: u8) {
        match self.buffer.get_mut(self.made) {
            Some(place) => *place = byte,
            None => self.buffer.push(byte),
        }
        self.made += 1;
    }

    pub(super) fn head(&mut self, line: Range<usize>) {
        if !line.is_empty() {
            self.start(Role::Head);
            self.copy(line);
            self.end();
        }
    }

    pub(super) fn line(&mut self, line: Range<usize>) {
        if line.is_empty() {
            self.end();
            return;
        }
        let words = self.words(line.clone());
        let ends = self.form == Form::TweedeKamerText && short(words);
        let may_start = !self.open || self.form == Form::TweedeKamerText;
        let mut rest = line.clone();
        let head = heading(words, self.recommendation).filter(|_| may_start);
        if let Some((_, length)) = head {
            rest.start = line.end - words[length..].trim_start().len();
        }
        let lifted = self.marks_in(&words[rest.start - line.start..]);
        let breaks = self.open && self.breaks.iter().any(|start| words.starts_with(start));
        if let Some((number, length)) = head {
            self.end();
            self.part();
            let start = self.made;
            self.copy(line.start..line.start + length);
            self.section(number, SectionKind::Recommendation, start..self.made);
            self.recommendation = number;
            self.role = Role::Recommendation;
            if rest.is_empty() {
                return;
            }
        } else if breaks {
            self.end();
        }
        if self.open {
            self.put(b' ');
        } else {
            self.start(self.role);
        }
        self.lift(rest, lifted);
        if ends {
            self.end();
        }
    }

    /// The bytes of the note marks in a line.
    fn marks_in(&self, words: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(mark) = marks::next(words, from, number(self.marks.len() + found.len())) {
            from = mark.end;
            found.push(mark);
        }
        found
    }

    /// Adds a stretch of running text, its note marks lifted out.
    fn lift(&mut self, line: Range<usize>, marks: Vec<Range<usize>>) {
        let paragraph = self.paragraphs.len() - 1;
        let start = self.paragraphs[paragraph].start;
        let mut from = line.start;
        for mark in marks {
            self.copy(from..line.start + mark.start);
            self.marks.push(NoteMark {
                number: number(self.marks.len()),
                paragraph,
                byte: self.made - start,
            });
            from = line.start + mark.end;
        }
        self.copy(from..line.end);
    }

    /// Parts what comes from what is there.
    fn part(&mut self) {
        if self.made > 0 && self.buffer[self.made - 1] != b'\n' {
            self.put(b'\n');
        }
    }

    fn start(&mut self, role: Role) {
        self.part();
        let start = self.made;
        self.paragraphs.push(Paragraph {
            start,
            end: start,
            role,
        });
        self.open = true;
    }

    fn end(&mut self) {
        if self.open
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.end = self.made;
            if paragraph.role == Role::Recommendation {
                self.role = Role::Response;
            }
            self.open = false;
        }
    }

    fn section(&mut self, number: u32, kind: SectionKind, heading: Range<usize>) {
        self.seal();
        let first = self.paragraphs.len();
        self.sections.push(Section {
            number,
            kind,
            paragraphs: first..first,
            heading,
        });
    }

    /// Ends the last section. One without text keeps its heading over an empty paragraph, or goes.
    fn seal(&mut self) {
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

    pub(super) fn finish(mut self) -> Parts {
        self.end();
        self.seal();
        self.buffer.truncate(self.made);
        let text = as_text(self.buffer);
        (text, self.paragraphs, self.sections, self.marks)
    }
}

/// The number of the note mark that comes after `before` others.
fn number(before: usize) -> u32 {
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}
