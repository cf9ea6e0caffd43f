//! Makes the text of a letter, with its paragraphs, sections and note marks, line by line.
//!
//! The text is made in the buffer of the source, from its start on: it never outgrows what has been
//! read of it, so a big letter is held in memory once.

use super::{
    heading,
    wrap::{self, End, Line, Within, short},
};
use crate::letter::{
    Form, NoteMark, OpenEnd, OpenEndKind, Ours, Paragraph, Place, Role, Section, SectionKind, byte,
    marks, source::as_text,
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
    /// How many lines were read.
    lines: usize,
    paragraphs: Vec<Paragraph>,
    sections: Vec<Section>,
    marks: Vec<NoteMark>,
    open_ends: Vec<OpenEnd>,
    breaks: Vec<&'ours str>,
    form: Form,
    open: bool,
    within: Within,
    role: Role,
    recommendation: u32,
}

/// What a letter is made of.
pub(super) struct Parts {
    pub(super) text: String,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sections: Vec<Section>,
    pub(super) marks: Vec<NoteMark>,
    pub(super) open_ends: Vec<OpenEnd>,
}

impl<'ours> Builder<'ours> {
    pub(super) fn new(source: String, ours: &'ours Ours, form: Form) -> Self {
        let mut builder = Self {
            buffer: source.into_bytes(),
            made: 0,
            unread: 0,
            lines: 0,
            paragraphs: Vec::new(),
            sections: Vec::new(),
            marks: Vec::new(),
            open_ends: Vec::new(),
            breaks: ours.breaks().collect(),
            form,
            open: false,
            within: Within::Text,
            role: Role::Response,
            recommendation: 0,
        };
        builder.section(0, SectionKind::Opening, 0..0);
        builder
    }

    /// The bytes of the next line, without white space at its end.
    pub(super) fn next_line(&mut self) -> Option<Range<usize>> {
        let (line, after) = self.line_from(self.unread)?;
        self.unread = after;
        self.lines += 1;
        Some(line)
    }

    /// The line that starts at a byte of the source, and where the next one starts.
    fn line_from(&self, start: usize) -> Option<(Range<usize>, usize)> {
        let rest = self.buffer.get(start..)?;
        let length = byte::find(b'\n', rest).unwrap_or(rest.len());
        let line = start..start + length;
        let after = line.end + 1;
        if rest[..length].last().is_some_and(u8::is_ascii_graphic) {
            return Some((line, after));
        }
        let kept = self.words(line).trim_end().len();
        Some((start..start + kept, after))
    }

    /// The next two lines, which are still to be read.
    fn coming(&self) -> [&str; 2] {
        let Some((next, after)) = self.line_from(self.unread) else {
            return [""; 2];
        };
        let then = self.line_from(after).map(|(line, _)| self.words(line));
        [self.words(next), then.unwrap_or_default()]
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
        let may_start = !self.open || self.form == Form::TweedeKamerText;
        let mut rest = line.clone();
        let head = heading(words, self.recommendation).filter(|_| may_start);
        if let Some((_, length)) = head {
            rest.start = line.end - words[length..].trim_start().len();
        }
        let lifted = self.marks_in(&words[rest.start - line.start..]);
        let breaks = self.open && self.breaks_before(words);
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
            self.within = match self.role {
                Role::Recommendation => Within::Recommendation,
                _ if wrap::label(self.words(rest.clone())).is_some() => Within::List,
                _ => Within::Text,
            };
        }
        let end = self.end_of(line, &rest, &lifted);
        self.lift(rest, lifted);
        match end {
            End::GoesOn => {}
            End::Open => self.open_end(OpenEndKind::Possible),
            End::Ends => self.end(),
            End::Guessed => {
                self.open_end(OpenEndKind::Guessed);
                self.end();
            }
        }
    }

    /// Whether our data says that a paragraph starts with these words.
    fn breaks_before(&self, words: &str) -> bool {
        self.breaks.iter().any(|start| words.starts_with(start))
    }

    /// What becomes of the paragraph at the end of a line, with the note marks in its running text.
    fn end_of(&self, line: Range<usize>, rest: &Range<usize>, marks: &[Range<usize>]) -> End {
        if self.form != Form::TweedeKamerText {
            return End::GoesOn;
        }
        if self.mark_follows(rest, marks) {
            return End::GoesOn;
        }
        let words = self.words(line.clone());
        if short(words) {
            return End::Ends;
        }
        let next = self.coming();
        let told = next[0].is_empty()
            || heading(next[0], self.recommendation).is_some()
            || self.breaks_before(next[0]);
        if told {
            return End::Ends;
        }
        let mark = marks.last().map(|mark| rest.start + mark.end - line.start);
        let node = mark.unwrap_or_default();
        let within = self.within;
        Line {
            words,
            node,
            within,
            next,
        }
        .end()
    }

    /// Whether a line ends with a note mark and the next goes on with the one that follows.
    fn mark_follows(&self, rest: &Range<usize>, marks: &[Range<usize>]) -> bool {
        let Some(last) = marks.last() else {
            return false;
        };
        let behind = self.words(rest.start + last.end..rest.end);
        let next = number(self.marks.len() + marks.len()).to_string();
        let coming = self.buffer.get(self.unread..).unwrap_or_default();
        let after = coming.strip_prefix(next.as_bytes());
        matches!(behind, "" | ",") && after.is_some_and(|after| after.first() == Some(&b' '))
    }

    /// Notes that nobody can see whether a paragraph ends here.
    fn open_end(&mut self, kind: OpenEndKind) {
        let paragraph = self.paragraphs.len() - 1;
        let byte = self.made - self.paragraphs[paragraph].start;
        self.open_ends.push(OpenEnd {
            place: Place { paragraph, byte },
            line: self.lines,
            kind,
        });
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
        Parts {
            text: as_text(self.buffer),
            paragraphs: self.paragraphs,
            sections: self.sections,
            marks: self.marks,
            open_ends: self.open_ends,
        }
    }
}

/// The number of the note mark that comes after `before` others.
fn number(before: usize) -> u32 {
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}
