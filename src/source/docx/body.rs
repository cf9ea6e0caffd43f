//! The text of a Word document, paragraph by paragraph, and the texts of its notes.

use super::{
    numbering::Numbering,
    styles::{self, Styles},
};
use crate::source::{
    draft::{Block, Emphasis, Kind, LeftOut, Mark, Note, Text},
    steps::{Step, attribute, on, steps},
    words::{self, Words},
};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// What is known of the paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    words: Words,
    style: String,
    list: Option<String>,
    level: Option<usize>,
    heading: Option<u8>,
    /// Whether its lines are those of a head or a signature.
    by_line: bool,
}

/// How a run of words is set.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    italic: bool,
    bold: bool,
    /// Raised, lowered or underlined.
    other: Option<Emphasis>,
    begun: bool,
}

impl Run {
    fn emphasis(self) -> Option<Emphasis> {
        match (self.italic, self.bold) {
            _ if matches!(
                self.other,
                Some(Emphasis::Superscript | Emphasis::Subscript)
            ) =>
            {
                self.other
            }
            (true, true) => Some(Emphasis::BoldItalic),
            (true, false) => Some(Emphasis::Italic),
            (false, true) => Some(Emphasis::Bold),
            (false, false) => self.other,
        }
    }
}

/// A row of a table that is being read.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<(Text, u16, u16)>,
    cell: Words,
    columns: u16,
    head: bool,
}

/// A note that is being read.
type OpenNote = (String, Vec<Text>);

/// The text in the making.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) blocks: Vec<Block>,
    /// The words of boxes beside the text.
    pub(super) boxes: Vec<LeftOut>,
    styles: Styles,
    numbering: Numbering,
    links: HashMap<String, String>,
    /// The paragraphs that have begun, the innermost last: a box beside the text stands in one of it.
    open: Vec<Paragraph>,
    run: Run,
    /// How many elements are open whose words are not shown: what was deleted, and copies for older programs.
    hidden: usize,
    /// How many boxes are open.
    boxed: usize,
    /// Whether the words that come are text.
    text: bool,
    /// The tables that are open, each with the row that is being read.
    tables: Vec<(usize, Option<Row>)>,
    counted: usize,
    note: Option<OpenNote>,
    told: Vec<Note>,
}

impl Body {
    pub(super) fn new(
        styles: Styles,
        numbering: Numbering,
        links: HashMap<String, String>,
    ) -> Self {
        Self {
            styles,
            numbering,
            links,
            ..Self::default()
        }
    }

    /// Reads the text; tells what of it could not be read.
    pub(super) fn read(&mut self, xml: &str) -> Option<String> {
        let damage = steps(xml, |step| match step {
            Step::Start(name, tag) => self.start(name, tag),
            Step::End(name) => self.end(name),
            Step::Words(words) if self.text && self.hidden == 0 => self.words(words),
            Step::Words(_) => {}
        });
        while !self.open.is_empty() {
            self.close();
        }
        damage
    }

    /// Reads the texts of notes, each labelled with what marks call it.
    pub(super) fn notes(&mut self, feet: &str, ends: &str) -> Vec<Note> {
        let blocks = std::mem::take(&mut self.blocks);
        for part in [feet, ends] {
            self.read(part);
        }
        self.blocks = blocks;
        std::mem::take(&mut self.told)
    }

    fn words(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.words.push(words);
        }
    }

    /// Ends a line within a paragraph. In a head and in a signature it ends the paragraph.
    fn break_line(&mut self) {
        let alone = self.tables.is_empty() && self.note.is_none() && self.boxed == 0;
        let Some(paragraph) = self.open.last_mut().filter(|_| self.hidden == 0) else {
            return;
        };
        paragraph.by_line |= words::is_set_apart(paragraph.words.so_far());
        if !paragraph.by_line || !alone {
            paragraph.words.push(" ");
            return;
        }
        let next = Paragraph {
            words: Words::default(),
            style: paragraph.style.clone(),
            list: paragraph.list.clone(),
            level: paragraph.level,
            heading: paragraph.heading,
            by_line: true,
        };
        if std::mem::take(&mut self.run.begun) {
            paragraph.words.end();
        }
        self.close();
        self.open.push(next);
    }

    fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "del" | "moveFrom" | "Fallback" => self.hidden += 1,
            "txbxContent" => self.boxed += 1,
            "p" => self.open.push(Paragraph::default()),
            "r" => self.run = Run::default(),
            "t" => {
                self.begin_run();
                self.text = true;
            }
            "br" | "cr" => self.break_line(),
            "tab" if self.run.begun => self.words(" "),
            "noBreakHyphen" => self.words("-"),
            "hyperlink" => {
                let to = attribute(tag, "id").and_then(|id| self.links.get(&id).cloned());
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.words.begin_link(to);
                }
            }
            "footnoteReference" => self.mark("foot", tag),
            "endnoteReference" => self.mark("end", tag),
            "footnote" | "endnote" => {
                let kind = attribute(tag, "type").unwrap_or_default();
                let own = matches!(kind.as_str(), "" | "normal");
                let of = name.trim_end_matches("note");
                let called = attribute(tag, "id").map(|id| format!("{of} {id}"));
                self.note = called.filter(|_| own).map(|called| (called, Vec::new()));
            }
            "tbl" => {
                self.tables.push((self.counted, None));
                self.counted += 1;
            }
            "tr" => {
                if let Some((_, row)) = self.tables.last_mut() {
                    *row = Some(Row::default());
                }
            }
            "tc" => {
                if let Some(row) = self.row() {
                    row.cell = Words::default();
                    row.columns = 1;
                }
            }
            "gridSpan" => {
                let columns = attribute(tag, "val").and_then(|value| value.parse().ok());
                if let Some(row) = self.row() {
                    row.columns = columns.unwrap_or(1).max(1);
                }
            }
            "tblHeader" if on(tag) => {
                if let Some(row) = self.row() {
                    row.head = true;
                }
            }
            _ => self.property(name, tag),
        }
    }

    /// What is said of a paragraph or a run.
    fn property(&mut self, name: &str, tag: &BytesStart<'_>) {
        let value = || attribute(tag, "val").unwrap_or_default();
        match name {
            "i" => self.run.italic = on(tag),
            "b" => self.run.bold = on(tag),
            "u" if self.run.other.is_none() => {
                self.run.other = on(tag).then_some(Emphasis::Underlined);
            }
            "vertAlign" => {
                self.run.other = match value().as_str() {
                    "superscript" => Some(Emphasis::Superscript),
                    "subscript" => Some(Emphasis::Subscript),
                    _ => None,
                }
            }
            _ => {
                let Some(paragraph) = self.open.last_mut() else {
                    return;
                };
                match name {
                    "pStyle" => paragraph.style = value(),
                    "numId" => paragraph.list = Some(value()),
                    "ilvl" => paragraph.level = value().parse().ok(),
                    "outlineLvl" => paragraph.heading = styles::outline(&value()),
                    _ => {}
                }
            }
        }
    }

    fn row(&mut self) -> Option<&mut Row> {
        self.tables.last_mut()?.1.as_mut()
    }

    fn begin_run(&mut self) {
        let emphasis = self.run.emphasis();
        if self.hidden == 0
            && !self.run.begun
            && let Some(paragraph) = self.open.last_mut()
        {
            paragraph.words.begin(emphasis);
            self.run.begun = true;
        }
    }

    /// A mark of a note. It is called `foot 2` until all are counted.
    fn mark(&mut self, of: &str, tag: &BytesStart<'_>) {
        let Some(id) = attribute(tag, "id").filter(|_| self.hidden == 0) else {
            return;
        };
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.words.mark(|at| Mark {
                at,
                label: format!("{of} {id}"),
                note: None,
            });
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "del" | "moveFrom" | "Fallback" => self.hidden = self.hidden.saturating_sub(1),
            "txbxContent" => self.boxed = self.boxed.saturating_sub(1),
            "t" => self.text = false,
            "r" => {
                if std::mem::take(&mut self.run).begun
                    && let Some(paragraph) = self.open.last_mut()
                {
                    paragraph.words.end();
                }
            }
            "hyperlink" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.words.end_link();
                }
            }
            "p" => self.close(),
            "footnote" | "endnote" => {
                let note = self.note.take();
                self.told
                    .extend(note.map(|(label, text)| Note { label, text }));
            }
            "tc" => {
                if let Some(row) = self.row() {
                    let text = std::mem::take(&mut row.cell).finish();
                    row.cells.push((text, row.columns, 1));
                }
            }
            "tr" => self.close_row(),
            "tbl" => drop(self.tables.pop()),
            _ => {}
        }
    }

    fn close_row(&mut self) {
        let Some((table, row)) = self.tables.last_mut() else {
            return;
        };
        let table = *table;
        let Some(row) = row.take() else {
            return;
        };
        let head = row.head;
        let (text, cells) = words::row(row.cells);
        if !text.is_empty() {
            self.blocks
                .push(Block::new(Kind::Row { table, head, cells }, text));
        }
    }

    /// Ends the innermost paragraph and puts it where it belongs.
    fn close(&mut self) {
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        let hidden = self.hidden > 0;
        let style = self.styles.get(&paragraph.style);
        let heading = paragraph.heading.or(style.heading);
        let (list, level) = match (paragraph.list, style.list) {
            (Some(list), of_style) => {
                let level = of_style.map_or(0, |(_, level)| level);
                (list, paragraph.level.unwrap_or(level))
            }
            (None, Some((list, level))) => (list, paragraph.level.unwrap_or(level)),
            (None, None) => (String::new(), 0),
        };
        let text = paragraph.words.finish();
        if hidden || text.is_empty() {
            return;
        }
        if self.boxed > 0 {
            self.boxes.push(LeftOut {
                words: text.words,
                page: None,
            });
            return;
        }
        if let Some((_, told)) = &mut self.note {
            told.push(text);
            return;
        }
        if let Some((_, Some(row))) = self.tables.last_mut() {
            row.cell.append(text);
            return;
        }
        let listed = !matches!(list.as_str(), "" | "0");
        let label = listed.then(|| self.numbering.next(&list, level)).flatten();
        let kind = match heading {
            Some(level) => Kind::Heading { level, label },
            None if listed => Kind::Item {
                depth: u8::try_from(level + 1).unwrap_or(u8::MAX),
                label,
            },
            None => Kind::Paragraph,
        };
        self.blocks.push(Block::new(kind, text));
    }
}
