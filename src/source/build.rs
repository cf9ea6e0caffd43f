//! Makes a letter of a draft: which blocks are its head, where its sections start, who signed. One place for
//! all forms that say what their blocks are.

use super::draft::{Block, Cell, Draft, Kind, Text};
use crate::letter::{
    self, Facts, Form, Label, Letter, Made, NoteMark, NoteText, Ours, Pair, Paragraph, Role,
    Section, SectionKind, Series, Setting, Span, rules,
};
use std::{borrow::Cow, ops::Range};

/// How many blocks the head of a letter may have.
const HEAD_REACH: usize = 12;
/// The longest block of a head, in bytes.
const HEAD_BLOCK: usize = 400;

/// Makes a letter of a draft that was read from this form.
pub(super) fn letter(mut draft: Draft, form: Form) -> Letter {
    let head = head(&draft.blocks);
    let marked = draft
        .blocks
        .iter()
        .any(|block| !block.text.marks.is_empty());
    if form != Form::OfficialXml && draft.notes.is_empty() && !marked {
        super::weighed::marks(&mut draft.blocks[head..]);
    }
    let facts = facts(&draft, head);
    let ours = Ours::of(facts.id().as_deref());
    let starts = pairs(&draft.blocks, head);
    let paired = !starts.is_empty();
    let mut levels = if paired {
        Vec::new()
    } else {
        own_headings(&draft.blocks, head)
    }
    .into_iter();
    let mut starts = starts.into_iter().peekable();
    let mut builder = Builder::new(draft.notes.len());
    builder.setting.page_count = draft.pages.unwrap_or(0);
    for (index, mut block) in draft.blocks.into_iter().enumerate() {
        tame(&mut block);
        if let Some(level) = levels.next().flatten() {
            block.kind = Kind::Heading { level, label: None };
        }
        let start = starts.next_if(|start| start.line == index);
        if let Some(start) = start {
            builder.pair(block, start.heading);
            continue;
        }
        if paired && index >= head && starts.peek().is_none() {
            builder.end_pairs(&mut block);
        }
        known_by_words(&mut block);
        if index < head {
            builder.paragraph(block, Role::Head);
        } else {
            builder.block(block, paired);
        }
    }
    builder.finish();
    let mut setting = builder.setting;
    setting.left_out = draft.left_out;
    setting.damage = draft.damage;
    let mut letter = Letter::made(Made {
        text: builder.text,
        paragraphs: builder.paragraphs,
        sections: builder.sections,
        marks: builder.marks,
        setting,
        facts,
        form,
        ours,
    });
    letter.place_notes(draft.notes.into_iter().map(note).collect());
    letter
}

/// Makes an item of a paragraph that starts with the label of one, where the source does not say so, and puts a
/// heading as deep as its number says it lies.
fn known_by_words(block: &mut Block) {
    let words = &block.text.words;
    match &mut block.kind {
        Kind::Heading { level, .. } => {
            let depth = rules::numbered(words).map_or(1, |(depth, _)| depth);
            *level = depth.max(*level);
        }
        Kind::Paragraph if rules::item(words) => {
            let Some(length) = rules::label(words) else {
                return;
            };
            let label = words[..length].trim_end().to_owned();
            cut(&mut block.text, length);
            block.kind = Kind::Item {
                depth: 1,
                label: Some(label),
            };
        }
        _ => {}
    }
}

fn note(note: super::draft::Note) -> NoteText {
    let text = note.text.into_iter().map(|text| {
        let mut block = Block::new(Kind::Paragraph, text);
        tame(&mut block);
        (block.text.words, block.text.emphasis)
    });
    NoteText {
        label: note.label,
        text: text.collect(),
    }
}

/// Shows a mark in place of every character that would act on a terminal. It is one for one, so what is
/// counted in characters stays.
fn tame(block: &mut Block) {
    let Cow::Owned(shown) = letter::visible(&block.text.words) else {
        return;
    };
    let words = std::mem::replace(&mut block.text.words, shown);
    let shown = &block.text.words;
    let moved = |at: usize| {
        let count = words[..at].chars().count();
        shown
            .char_indices()
            .nth(count)
            .map_or(shown.len(), |(at, _)| at)
    };
    let range = |range: &Range<usize>| moved(range.start)..moved(range.end);
    for (own, _) in &mut block.text.emphasis {
        *own = range(own);
    }
    for (own, _) in &mut block.text.links {
        *own = range(own);
    }
    for mark in &mut block.text.marks {
        mark.at = moved(mark.at);
    }
    if let Kind::Row { cells, .. } = &mut block.kind {
        for cell in cells {
            cell.text = range(&cell.text);
        }
    }
}

/// How many blocks at the start are the head: those that the source says so of, and those up to the one that
/// is place and date.
fn head(blocks: &[Block]) -> usize {
    let said = blocks
        .iter()
        .take_while(|block| block.kind == Kind::Head)
        .count();
    let dated = |block: &Block| rules::facts(&block.text.words).date.is_some();
    if blocks[..said].iter().any(dated) {
        return said
            + blocks[said..]
                .iter()
                .take_while(|block| is_of_head(block))
                .count();
    }
    let may_be = blocks[said..]
        .iter()
        .take(HEAD_REACH)
        .take_while(|block| block.kind == Kind::Paragraph && block.text.words.len() <= HEAD_BLOCK);
    match may_be.clone().position(dated) {
        Some(at) => {
            let dated = said + at + 1;
            let others = blocks[dated..].iter().take_while(|block| is_of_head(block));
            dated + others.count()
        }
        None => said + may_be.take_while(|block| is_addressee(block)).count(),
    }
}

/// Whether a block behind the date is head still.
fn is_of_head(block: &Block) -> bool {
    let labelled = block.kind == Kind::Paragraph && rules::is_labelled(&block.text.words);
    is_addressee(block) || labelled && block.text.words.len() <= HEAD_BLOCK
}

fn is_addressee(block: &Block) -> bool {
    block.text.words.starts_with("Aan de ")
        && block.text.words.to_lowercase().contains("voorzitter")
}

fn facts(draft: &Draft, head: usize) -> Facts {
    let lines = draft.blocks[..head]
        .iter()
        .map(|block| block.text.words.as_str());
    let mut facts = rules::facts(&lines.clone().collect::<Vec<_>>().join(
        "
",
    ));
    let said = draft.facts.clone();
    if said.series == Series::Appendix {
        facts.series = said.series;
    }
    for line in lines.clone() {
        facts.take_questions(line);
    }
    facts.title = said
        .title
        .or(facts.title)
        .or_else(|| lines.clone().find_map(subject));
    facts.dossier = said.dossier.or(facts.dossier);
    facts.number = said.number.or(facts.number);
    facts.chamber = said.chamber.or(facts.chamber);
    facts.date = said.date.or(facts.date);
    facts
}

/// What a letterhead says the letter is about.
fn subject(line: &str) -> Option<String> {
    let rest = line
        .strip_prefix("Betreft")
        .or_else(|| line.strip_prefix("Onderwerp"))?;
    let words = rest.trim_start_matches([':', ' ']).trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// The blocks behind the head that start pairs.
fn pairs(blocks: &[Block], head: usize) -> Vec<rules::Start> {
    let may_start = |block: &Block| matches!(block.kind, Kind::Paragraph | Kind::Heading { .. });
    let piece = |(index, block)| {
        let block: &Block = block;
        let own = index >= head && may_start(block);
        let (Kind::Item { label, .. } | Kind::Heading { label, .. }) = &block.kind else {
            let words = if own { block.text.words.as_str() } else { "-" };
            return rules::Piece {
                words,
                label: None,
                may_start: own,
            };
        };
        rules::Piece {
            words: &block.text.words,
            label: label.as_deref(),
            may_start: own,
        }
    };
    rules::find(blocks.iter().enumerate().map(piece))
}

/// How deep the heading lies that each block is, in a source that says of none that it is one.
fn own_headings(blocks: &[Block], head: usize) -> Vec<Option<u8>> {
    let running = &blocks[head..];
    if running
        .iter()
        .any(|block| matches!(block.kind, Kind::Heading { .. }))
    {
        return Vec::new();
    }
    let line = |(index, block)| {
        let block: &Block = block;
        rules::Line {
            words: &block.text.words,
            plain: index >= head && block.kind == Kind::Paragraph,
        }
    };
    let lines: Vec<_> = blocks.iter().enumerate().map(line).collect();
    rules::headings(&lines)
}

struct Builder {
    text: String,
    paragraphs: Vec<Paragraph>,
    sections: Vec<Section>,
    marks: Vec<NoteMark>,
    setting: Setting,
    /// What a paragraph of the section is that is being made.
    role: Role,
    annex: u32,
    /// How deep the heading lies that started the last pair, where it was one.
    pair_level: Option<u8>,
    /// Whether the text behind the last pair has begun.
    pairs_over: bool,
    has_notes: bool,
}

impl Builder {
    fn new(notes: usize) -> Self {
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
        };
        builder.section(SectionKind::Opening, Label::whole(0), 0..0);
        builder
    }

    /// Starts the section of a pair with the block that its heading starts.
    fn pair(&mut self, mut block: Block, start: rules::Heading) {
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
        cut(&mut block.text, rest);
        block.kind = Kind::Paragraph;
        if block.text.is_empty() {
            return;
        }
        self.paragraph(block, Role::Recommendation);
        self.role = Role::Response;
    }

    /// Ends the last pair before a heading that lies as high as the heading of the pair, and before the words under
    /// which letters close; what follows is parted as in a letter without pairs.
    fn end_pairs(&mut self, block: &mut Block) {
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
    fn enter(&mut self, block: &Block) {
        if block.annex != self.annex {
            self.annex = block.annex;
            self.role = Role::Response;
        }
    }

    fn block(&mut self, block: Block, paired: bool) {
        let annex = self.annex;
        self.enter(&block);
        if annex != self.annex && !matches!(block.kind, Kind::Heading { .. }) {
            self.start_part(0..0);
        }
        match block.kind {
            Kind::Heading { level, .. } if self.starts_part(level, paired) => {
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

    /// Whether a heading of this level starts a section: in a letter without pairs and in annexes, unless it
    /// stands right under a higher one.
    fn starts_part(&self, level: u8, paired: bool) -> bool {
        let under = self.sections.last().is_some_and(|section| {
            let empty = section.paragraphs.start == self.paragraphs.len();
            section.kind == SectionKind::Part && empty && section.level < level
        });
        (!paired || self.pairs_over || self.annex > 0) && !under
    }

    /// The number behind that of the last section.
    fn next(&self) -> Label {
        let last = self.sections.last();
        Label::whole(last.map_or(0, |section| section.number.last() + 1))
    }

    fn start_part(&mut self, heading: Range<usize>) {
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
    fn words(&mut self, words: &str) -> Range<usize> {
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

    fn paragraph(&mut self, mut block: Block, role: Role) {
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

    fn mark(&mut self, mark: &super::draft::Mark, paragraph: usize) {
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

    fn finish(&mut self) {
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

/// Puts the label of an item or a heading before its words, where the source prints it.
fn label(block: &mut Block) {
    let (Kind::Item {
        label: Some(label), ..
    }
    | Kind::Heading {
        label: Some(label), ..
    }) = &block.kind
    else {
        return;
    };
    let by = label.len() + 1;
    block.text.words.insert_str(0, &[label, " "].concat());
    let spans = block.text.emphasis.iter_mut().map(|(range, _)| range);
    for range in spans.chain(block.text.links.iter_mut().map(|(range, _)| range)) {
        *range = range.start + by..range.end + by;
    }
    for mark in &mut block.text.marks {
        mark.at += by;
    }
}

fn placed(range: Range<usize>, role: Role) -> Paragraph {
    Paragraph {
        start: range.start,
        end: range.end,
        role,
    }
}

/// Takes the first bytes off a text.
fn cut(text: &mut Text, by: usize) {
    text.words.drain(..by);
    for (range, _) in &mut text.emphasis {
        *range = range.start.saturating_sub(by)..range.end.saturating_sub(by);
    }
    text.emphasis.retain(|(range, _)| !range.is_empty());
    for (range, _) in &mut text.links {
        *range = range.start.saturating_sub(by)..range.end.saturating_sub(by);
    }
    text.links.retain(|(range, _)| !range.is_empty());
    for mark in &mut text.marks {
        mark.at = mark.at.saturating_sub(by);
    }
}
