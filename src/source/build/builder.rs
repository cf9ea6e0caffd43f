//! Makes the text, the paragraphs and the sections of a letter, block by block.

use super::shown::label;
use crate::{
    letter::{
        self, Label, NoteMark, Pair, Paragraph, Role, Section, SectionKind, Setting, Span, rules,
    },
    source::draft::{Block, Cell, Kind, Mark, Text},
};
use std::{collections::BTreeMap, ops::Range};

/// A letter in the making.
pub(super) struct Builder {
    pub(super) text: String,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sections: Vec<Section>,
    pub(super) marks: Vec<NoteMark>,
    pub(super) setting: Setting,
    /// What a paragraph of the section is that is being made.
    role: Role,
    annex: u32,
    /// How deep the heading lies that started the last pair, where it was one.
    pair_level: Option<u8>,
    /// Whether the text behind the last pair has begun.
    pairs_over: bool,
    has_notes: bool,
    /// Blocks that are the headings of answers further down, with the words of those that were met.
    awaited: BTreeMap<usize, Range<usize>>,
}

impl Builder {
    pub(super) fn new(notes: usize) -> Self {
        let mut builder = Self {
            text: String::new(),
            paragraphs: Vec::new(),
            sections: Vec::new(),
            marks: Vec::new(),
            setting: Setting::default(),
            role: Role::Response,
            annex: 0,
            pair_level: None,
            pairs_over: false,
            has_notes: notes > 0,
            awaited: BTreeMap::new(),
        };
        builder.section(SectionKind::Opening, Label::whole(0), 0..0);
        builder
    }

    /// Takes note of the blocks that will be the headings of answers.
    pub(super) fn await_headings(&mut self, starts: &[rules::Start]) {
        let asked = starts.iter().filter_map(|start| match start.opens {
            rules::Opens::AnswerTo(asked) => Some((asked, 0..0)),
            _ => None,
        });
        self.awaited = asked.collect();
    }

    /// Keeps the words of a block that was made, if it is the heading of an answer.
    pub(super) fn keep_heading(&mut self, block: usize) {
        let made = self.paragraphs.last().map(|last| last.start..last.end);
        if let (Some(words), Some(made)) = (self.awaited.get_mut(&block), made) {
            *words = made;
        }
    }

    /// Starts the section of an answer to what stands further up, in this block.
    pub(super) fn answer_to(&mut self, asked: usize, start: rules::Heading) {
        let heading = self.awaited.get(&asked).cloned().unwrap_or(0..0);
        self.section(SectionKind::Recommendation, start.label, heading);
        if let Some(section) = self.sections.last_mut() {
            section.pair = start.pair;
        }
        self.role = Role::Response;
    }

    /// Starts the section of a pair with the block that its heading starts.
    pub(super) fn pair(&mut self, mut block: Block, start: rules::Heading) {
        self.enter(&block);
        let label = match &block.kind {
            Kind::Item { label, .. } | Kind::Heading { label, .. } if start.length == 0 => {
                label.as_deref()
            }
            _ => None,
        };
        let heading = self.words(label.unwrap_or(&block.text.words[..start.length]));
        self.section(SectionKind::Recommendation, start.label, heading);
        if let Some(section) = self.sections.last_mut() {
            section.pair = start.pair;
        }
        self.role = Role::Recommendation;
        self.pair_level = match block.kind {
            Kind::Heading { level, .. } => Some(level),
            _ => None,
        };
        let behind = &block.text.words[start.length..];
        let rest = start.length + behind.len() - behind.trim_start().len();
        block.remove(0..rest);
        block.kind = Kind::Paragraph;
        if block.text.is_empty() {
            return;
        }
        self.paragraph(block, Role::Recommendation);
        self.role = Role::Response;
    }

    /// Ends the last pair before a heading that lies as high as the heading of the pair, and before the words under
    /// which letters close; what follows is parted as in a letter without pairs.
    pub(super) fn end_pairs(&mut self, block: &mut Block) {
        let within = self.sections.last();
        let within = within.is_some_and(|section| section.kind == SectionKind::Recommendation);
        let words = &block.text.words;
        let ends = match block.kind {
            Kind::Heading { level, .. } => {
                let is_as_high = self.pair_level.is_some_and(|own| level <= own);
                rules::closes(words) || is_as_high && rules::answer_length(words).is_none()
            }
            Kind::Paragraph => rules::closes(words),
            _ => false,
        };
        if within && self.role == Role::Response && ends {
            self.pairs_over = true;
            if block.kind == Kind::Paragraph {
                let level = self.pair_level.unwrap_or(1);
                block.kind = Kind::Heading { level, label: None };
            }
        }
    }

    /// Goes into the annex that a block belongs to.
    pub(super) fn enter(&mut self, block: &Block) {
        if block.annex != self.annex {
            self.annex = block.annex;
            self.role = Role::Response;
        }
    }

    pub(super) fn block(&mut self, block: Block, paired: bool) {
        let annex = self.annex;
        self.enter(&block);
        if annex != self.annex && !matches!(block.kind, Kind::Heading { .. }) {
            self.start_part(0..0);
        }
        match block.kind {
            Kind::Heading { level, .. } if self.starts_part(paired) => {
                let label = match &block.kind {
                    Kind::Heading {
                        label: Some(label), ..
                    } => [label, " "].concat(),
                    _ => String::new(),
                };
                let heading = self.words(&[&label, block.text.words.as_str()].concat());
                self.start_part(heading);
                if let Some(section) = self.sections.last_mut() {
                    section.level = level;
                }
                self.lift(&block);
            }
            Kind::Office => self.sign(block, Role::Office),
            Kind::Name => self.sign(block, Role::Name),
            _ => {
                let role = self.role;
                self.paragraph(block, role);
                if role == Role::Recommendation {
                    self.role = Role::Response;
                }
            }
        }
    }

    /// Whether a heading starts a section: in a letter without pairs, behind them, and in annexes.
    const fn starts_part(&self, paired: bool) -> bool {
        !paired || self.pairs_over || self.annex > 0
    }

    /// The number behind that of the last section.
    fn next(&self) -> Label {
        let last = self.sections.last();
        Label::whole(last.map_or(0, |section| section.number.last() + 1))
    }

    pub(super) fn start_part(&mut self, heading: Range<usize>) {
        let number = self.next();
        self.section(SectionKind::Part, number, heading);
        self.role = Role::Response;
    }

    /// Adds the office or the name of somebody who signed; the first starts a closing.
    fn sign(&mut self, block: Block, role: Role) {
        if self
            .sections
            .last()
            .is_none_or(|section| section.kind != SectionKind::Closing)
        {
            let number = self.next();
            self.section(SectionKind::Closing, number, 0..0);
        }
        self.paragraph(block, role);
    }

    /// Adds words that belong to no paragraph.
    pub(super) fn words(&mut self, words: &str) -> Range<usize> {
        self.part();
        let start = self.text.len();
        self.text.push_str(words);
        start..self.text.len()
    }

    fn part(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    pub(super) fn paragraph(&mut self, mut block: Block, role: Role) {
        label(&mut block);
        let index = self.paragraphs.len();
        let range = self.words(&block.text.words);
        self.paragraphs.push(placed(range, role));
        self.set(index, block);
    }

    /// Keeps how the words of a paragraph are set.
    fn set(&mut self, index: usize, block: Block) {
        let setting = &mut self.setting;
        if let Some(page) = block.page
            && setting.pages.last().is_none_or(|(_, last)| *last < page)
        {
            setting.pages.push((index, page));
        }
        let (kind, label) = match block.kind {
            Kind::Heading { level, label } => (letter::Kind::Heading { level }, label),
            Kind::Item { depth, label } => (letter::Kind::Item { depth }, label),
            Kind::Row { table, head, cells } => {
                let table = u32::try_from(table).unwrap_or(u32::MAX);
                let starts = !matches!(
                    setting.kinds.last(),
                    Some((_, letter::Kind::Row { table: last, .. })) if *last == table
                );
                let head = head || starts && names_columns(&cells);
                setting.cells.push((index, cells.into()));
                (letter::Kind::Row { table, head }, None)
            }
            Kind::Head | Kind::Paragraph | Kind::Office | Kind::Name => (letter::Kind::Text, None),
        };
        if kind != letter::Kind::Text {
            setting.kinds.push((index, kind));
        }
        if let Some(label) = label {
            setting.labels.push((index, label.into()));
        }
        self.spans(index, block.text);
    }

    fn spans(&mut self, paragraph: usize, text: Text) {
        let span = |range: Range<usize>| Span {
            paragraph,
            start: range.start,
            end: range.end,
        };
        let emphasis = text.emphasis.into_iter();
        self.setting
            .emphasis
            .extend(emphasis.map(|(range, kind)| (span(range), kind)));
        let links = text.links.into_iter();
        self.setting
            .links
            .extend(links.map(|(range, to)| (span(range), to.into())));
        for mark in text.marks {
            self.mark(&mark, paragraph);
        }
    }

    fn mark(&mut self, mark: &Mark, paragraph: usize) {
        // A mark that is no number, as `*`, goes by its place among all.
        let counted = u32::try_from(self.marks.len() + 1).unwrap_or(u32::MAX);
        self.marks.push(NoteMark {
            number: mark.label.parse().unwrap_or(counted),
            paragraph,
            byte: mark.at,
        });
        if self.has_notes {
            self.setting.leads.push(mark.note);
        }
    }

    /// Keeps the note marks of a heading that became a section's: they stand at the start of what follows.
    fn lift(&mut self, block: &Block) {
        for mark in &block.text.marks {
            let mut mark = mark.clone();
            mark.at = 0;
            self.mark(&mark, self.paragraphs.len());
        }
    }

    fn section(&mut self, kind: SectionKind, number: Label, heading: Range<usize>) {
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
    fn seal(&mut self) {
        let after = self.paragraphs.len();
        let Some(section) = self.sections.last_mut() else {
            return;
        };
        section.paragraphs.end = after;
        if !section.paragraphs.is_empty() {
            return;
        }
        if section.kind == SectionKind::Opening {
            self.sections.pop();
            return;
        }
        section.paragraphs.end += 1;
        let role = match section.kind {
            SectionKind::Recommendation => Role::Recommendation,
            _ => Role::Response,
        };
        self.part();
        let at = self.text.len();
        self.paragraphs.push(placed(at..at, role));
    }

    pub(super) fn finish(&mut self) {
        self.seal();
        if self.sections.is_empty() {
            self.section(SectionKind::Opening, Label::whole(0), 0..0);
        }
        rules::place_answers(&self.text, &mut self.paragraphs, &self.sections);
        if !self
            .sections
            .iter()
            .any(|section| section.kind == SectionKind::Closing)
        {
            let all = self.paragraphs.len();
            rules::close(&self.text, &mut self.paragraphs, &mut self.sections, all);
        }
        self.number();
    }

    /// Numbers the sections that have no number of the letter's own behind those that have: a signature or an
    /// annex may stand before a recommendation.
    fn number(&mut self) {
        let own = |section: &Section| section.kind == SectionKind::Recommendation;
        let most = self
            .sections
            .iter()
            .filter(|section| own(section))
            .map(|section| section.number.last())
            .max();
        let mut next = most.unwrap_or(0);
        for section in &mut self.sections {
            if !own(section) && section.kind != SectionKind::Opening {
                next += 1;
                section.number = Label::whole(next);
            }
        }
    }
}

/// Whether a row names the columns of a table, though its source does not say so: nothing stands in its corner,
/// and something in all its other cells.
fn names_columns(cells: &[Cell]) -> bool {
    let [corner, others @ ..] = cells else {
        return false;
    };
    let filled = others.iter().all(|cell| !cell.text.is_empty());
    corner.text.is_empty() && !others.is_empty() && filled
}

fn placed(range: Range<usize>, role: Role) -> Paragraph {
    Paragraph {
        start: range.start,
        end: range.end,
        role,
    }
}
