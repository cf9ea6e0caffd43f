//! Makes the paragraphs, sections and note marks of a letter, line by line of its source.

mod ends;
mod sections;
mod tables;

use super::{
    buffer::Buffer,
    only_an_answer,
    page::of_a_page,
    shape::Shape,
    table::{self, Placed},
    wrap::{self, End, Within},
};
use crate::letter::{
    Label, LeftOut, NoteMark, OpenEnd, OpenEndKind, Ours, Paragraph, Place, Role, Section,
    SectionKind,
    marks::Found,
    pair::{Opens, Start},
    signed::is_listed,
};
use std::{collections::BTreeMap, iter::Peekable, ops::Range, vec};

/// A letter in the making.
pub(super) struct Builder<'ours> {
    buffer: Buffer,
    paragraphs: Vec<Paragraph>,
    sections: Vec<Section>,
    marks: Vec<NoteMark>,
    /// The note marks that are still to come, with their bytes in the source.
    coming: Peekable<vec::IntoIter<Found>>,
    open_ends: Vec<OpenEnd>,
    breaks: Vec<&'ours str>,
    shape: Shape,
    open: bool,
    within: Within,
    role: Role,
    /// The headings of pairs that are still to come, with their lines counted from 1.
    starts: Vec<Start>,
    /// How many of these have been read.
    started: usize,
    /// The lines of tables that are still to come, counted from 1.
    tables: Peekable<vec::IntoIter<table::Line>>,
    /// The rows that have been read.
    rows: Vec<Placed>,
    /// The first paragraph that is none of the letter's own.
    furniture: Option<usize>,
    /// Feet and heads of pages that were left out.
    feet: Vec<LeftOut>,
    /// Lines that are the headings of answers further down, with the paragraphs that those came to be in.
    awaited: BTreeMap<usize, usize>,
}

/// What a letter is made of.
pub(super) struct Parts {
    pub(super) text: String,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sections: Vec<Section>,
    pub(super) marks: Vec<NoteMark>,
    pub(super) open_ends: Vec<OpenEnd>,
    /// From which paragraph on the source adds its own.
    pub(super) furniture: usize,
    /// The rows of tables.
    pub(super) rows: Vec<Placed>,
    /// Feet and heads of pages that were left out.
    pub(super) feet: Vec<LeftOut>,
}

impl<'ours> Builder<'ours> {
    /// Starts on a source of this shape, with its note marks: their bytes are counted in the source.
    pub(super) fn new(source: String, ours: &'ours Ours, shape: Shape, marks: Vec<Found>) -> Self {
        let mut builder = Self {
            buffer: Buffer::new(source),
            paragraphs: Vec::new(),
            sections: Vec::new(),
            marks: Vec::new(),
            coming: marks.into_iter().peekable(),
            open_ends: Vec::new(),
            breaks: ours.breaks().collect(),
            shape,
            open: false,
            within: Within::Text,
            role: Role::Response,
            starts: Vec::new(),
            started: 0,
            tables: Vec::new().into_iter().peekable(),
            rows: Vec::new(),
            furniture: None,
            feet: Vec::new(),
            awaited: BTreeMap::new(),
        };
        builder.section(Label::whole(0), SectionKind::Opening, 0..0);
        builder
    }

    /// Takes the headings of pairs: their lines are counted from 0, so many lines down the source.
    pub(super) fn pairs(&mut self, mut starts: Vec<Start>, first: usize) {
        for start in &mut starts {
            start.line += first + 1;
            if let Opens::AnswerTo(asked) = &mut start.opens {
                *asked += first + 1;
                self.awaited.insert(*asked, 0);
            }
        }
        self.starts = starts;
    }

    /// What the line starts which was read last.
    fn start_here(&mut self) -> Option<Start> {
        let next = self.starts.get(self.started).copied();
        let own = next.filter(|start| start.line == self.buffer.lines());
        self.started += usize::from(own.is_some());
        own
    }

    /// Whether the next line starts with the heading of a pair.
    fn heading_follows(&self) -> bool {
        let next = self.starts.get(self.started);
        next.is_some_and(|start| start.line == self.buffer.lines() + 1)
    }

    /// Takes the next line as one of the head.
    pub(super) fn head(&mut self) {
        if let Some(line) = self.buffer.next_line() {
            self.alone(line, Role::Head);
        }
    }

    /// Takes so many bytes of the next line as head too.
    pub(super) fn rest_of_head(&mut self, bytes: usize) {
        if bytes > 0 {
            let line = self.buffer.next_bytes(bytes);
            self.alone(line, Role::Head);
        }
    }

    /// Takes the next line as one that the source adds under the letter; tells whether there was one.
    pub(super) fn furniture(&mut self) -> bool {
        let line = self.buffer.next_line();
        self.furniture.get_or_insert(self.paragraphs.len());
        line.map(|line| self.alone(line, Role::Furniture)).is_some()
    }

    /// A line that is a paragraph of its own.
    fn alone(&mut self, line: Range<usize>, role: Role) {
        if !line.is_empty() {
            self.start(role);
            self.buffer.copy(line);
            self.end();
        }
    }

    /// Whether there is running text to read before a byte of the source.
    pub(super) fn before(&self, end: usize) -> bool {
        self.buffer.unread() < end
    }

    /// Takes the next line as running text.
    pub(super) fn line(&mut self) {
        let Some(line) = self.buffer.next_line() else {
            return;
        };
        if line.is_empty() {
            self.blank();
            return;
        }
        if self.shape != Shape::Page && of_a_page(self.buffer.words(line.clone())) {
            self.feet.push(LeftOut {
                words: self.buffer.words(line).to_owned(),
                page: None,
            });
            return;
        }
        let head = self.start_here();
        if let Some(row) = self.row_here().filter(|_| head.is_none()) {
            self.row(row, line);
            return;
        }
        let words = self.buffer.words(line.clone());
        let length = head.map_or(0, |start| match start.opens {
            Opens::Part => words.len(),
            _ => start.heading.length,
        });
        let rest = line.end - words[length..].trim_start().len()..line.end;
        let answers = only_an_answer(words) || is_listed(words);
        let starts = self.open && (self.breaks_before(words) || self.next_item(words) || answers);
        let pair = head.is_some_and(|start| start.opens == Opens::Pair);
        let within = match (head, self.open && !starts) {
            (Some(_), _) if pair => Within::Recommendation,
            (None, true) => self.within,
            (None, false) if self.role == Role::Recommendation => Within::Recommendation,
            (None, false) if wrap::label(words).is_some() => Within::List,
            (Some(_) | None, _) => Within::Text,
        };
        let marks = marks_in(&mut self.coming, &rest);
        let end = match self.end_of(words, &line, &marks, within) {
            End::GoesOn | End::Open if answers || self.heading_follows() => End::Ends,
            end => end,
        };
        if let Some(start) = head {
            self.section_of(start, length, line.start);
            if rest.is_empty() {
                return;
            }
        } else if starts {
            self.end();
        }
        if self.open {
            self.join(&rest);
        } else {
            self.start(self.role);
        }
        self.within = within;
        if let Some(asked) = self.awaited.get_mut(&self.buffer.lines()) {
            *asked = self.paragraphs.len() - 1;
        }
        self.lift(rest, marks);
        self.ended(end);
    }

    /// Takes what becomes of the paragraph at the end of a line.
    fn ended(&mut self, end: End) {
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

    /// Takes a blank line.
    fn blank(&mut self) {
        if !matches!(self.shape, Shape::Indented(_)) {
            self.end();
        }
    }

    /// Joins the next line on: without a space behind a hyphen, unless one word of two was left out there
    /// (`in- en uitvoer`), behind a stroke, and behind a dash between numbers.
    fn join(&mut self, line: &Range<usize>) {
        let end = self.buffer.last(4);
        let sign = ["-", "\u{2010}", "\u{2011}", "–", "/"]
            .into_iter()
            .find_map(|sign| Some((sign, *end.strip_suffix(sign.as_bytes())?.last()?)));
        let next = self.buffer.words(line.clone());
        let first = next.split(' ').next().unwrap_or_default();
        let left_out = matches!(first, "en" | "of" | "als" | "tot" | "and" | "or");
        let joined = first.starts_with(char::is_alphanumeric)
            && match sign {
                None => false,
                Some((_, before)) if before.is_ascii_whitespace() => false,
                Some(("/", _)) => true,
                Some(("–", before)) => {
                    before.is_ascii_digit() && first.starts_with(|c: char| c.is_ascii_digit())
                }
                Some(_) => !left_out,
            };
        if !joined {
            self.buffer.put(b' ');
        }
    }

    /// Notes that nobody can see whether a paragraph ends here.
    fn open_end(&mut self, kind: OpenEndKind) {
        let paragraph = self.paragraphs.len() - 1;
        let byte = self.buffer.made() - self.paragraphs[paragraph].start;
        self.open_ends.push(OpenEnd {
            place: Place { paragraph, byte },
            line: self.buffer.lines(),
            kind,
        });
    }

    /// Adds a stretch of running text, its note marks lifted out.
    fn lift(&mut self, stretch: Range<usize>, marks: Vec<Found>) {
        let paragraph = self.paragraphs.len() - 1;
        let start = self.paragraphs[paragraph].start;
        let mut from = stretch.start;
        for mark in marks {
            self.buffer.copy(from..mark.range.start);
            self.marks.push(NoteMark {
                number: mark.number,
                paragraph,
                byte: self.buffer.made() - start,
            });
            from = mark.range.end;
        }
        self.buffer.copy(from..stretch.end);
    }

    /// Parts what comes from what is there.
    fn part(&mut self) {
        if !matches!(self.buffer.last(1), b"" | b"\n") {
            self.buffer.put(b'\n');
        }
    }

    fn start(&mut self, role: Role) {
        self.part();
        let start = self.buffer.made();
        self.paragraphs.push(Paragraph {
            start,
            end: start,
            role,
        });
        self.open = true;
    }

    pub(super) fn end(&mut self) {
        if self.open
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.end = self.buffer.made();
            if paragraph.role == Role::Recommendation {
                self.role = Role::Response;
            }
            self.open = false;
        }
    }

    pub(super) fn finish(mut self) -> Parts {
        self.end();
        self.seal();
        let furniture = self.furniture.unwrap_or(self.paragraphs.len());
        Parts {
            text: self.buffer.finish(),
            paragraphs: self.paragraphs,
            sections: self.sections,
            marks: self.marks,
            open_ends: self.open_ends,
            furniture,
            rows: self.rows,
            feet: self.feet,
        }
    }
}

/// The note marks in a stretch of the source, out of those to come.
fn marks_in(coming: &mut Peekable<vec::IntoIter<Found>>, stretch: &Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    while let Some(mark) = coming.next_if(|mark| mark.range.start < stretch.end) {
        if mark.range.start >= stretch.start {
            found.push(mark);
        }
    }
    found
}
