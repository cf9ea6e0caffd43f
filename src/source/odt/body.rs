//! The text of an `OpenDocument` text, paragraph by paragraph, with its notes where it calls them.

use super::{
    lists::Lists,
    styles::{Set, Styles},
};
use crate::source::{
    draft::{Block, Kind, LeftOut, Mark, Note, Text},
    steps::{Step, attribute, steps},
    words::{self, Words},
};
use quick_xml::events::BytesStart;

/// The most cells that one stands for, and the most blanks: what is said may be a lie.
const MOST: u16 = 1_000;

/// A paragraph that is being read.
#[derive(Debug)]
struct Paragraph {
    words: Words,
    /// How deep a heading lies; none for what is no heading.
    heading: Option<u8>,
    /// What is printed before it.
    label: Option<String>,
    /// How its words are set, the innermost stretch last.
    set: Vec<Set>,
    /// Whether words that come are set already as the innermost stretch says.
    begun: bool,
    /// Whether its lines are those of a head or a signature.
    by_line: bool,
}

/// A row of a table that is being read.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<(Text, u16, u16)>,
    cell: Words,
    span: (u16, u16),
}

/// A table that is open.
#[derive(Debug)]
struct Table {
    number: usize,
    /// How many groups of rows are open that head it.
    heads: usize,
    row: Option<Row>,
}

/// The text in the making.
#[derive(Debug)]
pub(super) struct Body<'styles> {
    pub(super) blocks: Vec<Block>,
    /// The notes, each labelled with what its mark calls it.
    pub(super) notes: Vec<Note>,
    /// The words of boxes beside the text and of lists of contents.
    pub(super) left_out: Vec<LeftOut>,
    styles: &'styles Styles,
    lists: Lists,
    /// The paragraphs that have begun, the innermost last: a note and a box stand in one of the text.
    open: Vec<Paragraph>,
    /// How many elements are open whose words are not shown: what was deleted, and remarks.
    hidden: usize,
    /// How many boxes and lists of contents are open.
    boxed: usize,
    tables: Vec<Table>,
    counted: usize,
    /// The note that is open, by the number of its mark.
    note: Option<(usize, Vec<Text>)>,
    marks: usize,
    /// Whether the words that come are the number of a note.
    citing: bool,
}

impl<'styles> Body<'styles> {
    pub(super) fn new(styles: &'styles Styles) -> Self {
        Self {
            blocks: Vec::new(),
            notes: Vec::new(),
            left_out: Vec::new(),
            styles,
            lists: Lists::default(),
            open: Vec::new(),
            hidden: 0,
            boxed: 0,
            tables: Vec::new(),
            counted: 0,
            note: None,
            marks: 0,
            citing: false,
        }
    }

    /// Reads a part; tells what of it could not be read.
    pub(super) fn read(&mut self, xml: &str) -> Option<String> {
        let damage = steps(xml, |step| match step {
            Step::Start(name, tag) => self.start(name, tag),
            Step::End(name) => self.end(name),
            Step::Words(words) => self.words(words),
        });
        while !self.open.is_empty() {
            self.close();
        }
        damage
    }

    fn words(&mut self, words: &str) {
        let Some(paragraph) = self.open.last_mut() else {
            return;
        };
        let set = paragraph.set.last().copied().unwrap_or_default();
        if self.hidden > 0 || self.citing || set.hidden {
            return;
        }
        if !paragraph.begun {
            paragraph.words.begin(set.emphasis());
            paragraph.begun = true;
        }
        paragraph.words.push(words);
    }

    /// Ends a stretch of words that are set alike.
    fn part(&mut self) {
        if let Some(paragraph) = self.open.last_mut()
            && std::mem::take(&mut paragraph.begun)
        {
            paragraph.words.end();
        }
    }

    fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        let said = |name: &str| attribute(tag, name);
        match name {
            "tracked-changes" | "annotation" | "hidden-text" | "ruby-text" => {
                self.hidden += 1;
            }
            "text-box" | "index-body" => self.boxed += 1,
            "p" | "h" => self.open(name, tag),
            "span" => {
                self.part();
                let style = said("style-name").unwrap_or_default();
                let set = self.styles.get("text", &style).set;
                if let Some(paragraph) = self.open.last_mut() {
                    let outer = paragraph.set.last().copied().unwrap_or_default();
                    paragraph.set.push(set.within(outer));
                }
            }
            "a" => {
                let to = said("href").filter(|to| to.starts_with("http"));
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.words.begin_link(to);
                }
            }
            "s" | "tab" => self.words(" "),
            "line-break" => self.break_line(),
            "note" => self.mark(),
            "note-citation" => self.citing = true,
            "list" => self.lists.start(
                said("style-name"),
                said("id"),
                said("continue-numbering").is_some_and(|goes_on| goes_on == "true"),
                said("continue-list").as_deref(),
            ),
            "list-item" => {
                let number = said("start-value").and_then(|number| number.parse().ok());
                self.lists.item(number);
            }
            "list-header" => self.lists.head(),
            _ => self.table(name, tag),
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
            self.words(" ");
            return;
        }
        let next = Paragraph {
            words: Words::default(),
            heading: paragraph.heading,
            label: None,
            set: paragraph.set.clone(),
            begun: false,
            by_line: true,
        };
        self.close();
        self.open.push(next);
    }

    /// What is said of tables.
    fn table(&mut self, name: &str, tag: &BytesStart<'_>) {
        let many = |name: &str| {
            let said = attribute(tag, name).and_then(|value| value.parse().ok());
            said.unwrap_or(1).clamp(1, MOST)
        };
        match name {
            "table" => {
                self.tables.push(Table {
                    number: self.counted,
                    heads: 0,
                    row: None,
                });
                self.counted += 1;
            }
            "table-header-rows" => {
                if let Some(table) = self.tables.last_mut() {
                    table.heads += 1;
                }
            }
            "table-row" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = Some(Row::default());
                }
            }
            "table-cell" => {
                if let Some(row) = self.row() {
                    row.cell = Words::default();
                    row.span = (many("number-columns-spanned"), many("number-rows-spanned"));
                }
            }
            _ => {}
        }
    }

    fn row(&mut self) -> Option<&mut Row> {
        self.tables.last_mut()?.row.as_mut()
    }

    /// A paragraph or a heading starts.
    fn open(&mut self, name: &str, tag: &BytesStart<'_>) {
        let said = |name: &str| attribute(tag, name);
        let style = self
            .styles
            .get("paragraph", &said("style-name").unwrap_or_default());
        let level = said("outline-level").and_then(|level| level.parse().ok());
        let heading = match name {
            "h" => Some(level.or(style.heading).unwrap_or(1).clamp(1, 9)),
            _ => style.heading,
        };
        let counts = self.hidden == 0 && self.boxed == 0 && self.note.is_none();
        let label = match heading {
            _ if !counts => None,
            _ if self.lists.depth() > 0 => self.lists.label(self.styles),
            Some(level) if said("is-list-header").is_none_or(|is| is != "true") => {
                let number = said("start-value").and_then(|number| number.parse().ok());
                self.lists.heading(level, number, self.styles)
            }
            _ => None,
        };
        // What makes a heading bold says no more than that it is one.
        let set = if heading.is_some() {
            style.set.plain()
        } else {
            style.set
        };
        self.open.push(Paragraph {
            words: Words::default(),
            heading,
            label,
            set: vec![set],
            begun: false,
            by_line: false,
        });
    }

    /// A note is called and starts there.
    fn mark(&mut self) {
        let Some(paragraph) = self.open.last_mut().filter(|_| self.hidden == 0) else {
            return;
        };
        let number = self.marks;
        self.marks += 1;
        paragraph.words.mark(|at| Mark {
            at,
            label: number.to_string(),
            note: None,
        });
        self.note = Some((number, Vec::new()));
    }

    fn end(&mut self, name: &str) {
        match name {
            "tracked-changes" | "annotation" | "hidden-text" | "ruby-text" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "text-box" | "index-body" => self.boxed = self.boxed.saturating_sub(1),
            "p" | "h" => self.close(),
            "span" => {
                self.part();
                if let Some(paragraph) = self.open.last_mut()
                    && paragraph.set.len() > 1
                {
                    paragraph.set.pop();
                }
            }
            "a" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.words.end_link();
                }
            }
            "note-citation" => self.citing = false,
            "note" => {
                if let Some((number, text)) = self.note.take() {
                    let label = number.to_string();
                    self.notes.push(Note { label, text });
                }
            }
            "list" => self.lists.end(),
            "table-cell" => {
                if let Some(row) = self.row() {
                    let (columns, rows) = row.span;
                    let text = std::mem::take(&mut row.cell).finish();
                    row.cells.push((text, columns, rows));
                }
            }
            "table-row" => self.close_row(),
            "table-header-rows" => {
                if let Some(table) = self.tables.last_mut() {
                    table.heads = table.heads.saturating_sub(1);
                }
            }
            "table" => drop(self.tables.pop()),
            _ => {}
        }
    }

    fn close_row(&mut self) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        let Some(row) = table.row.take() else {
            return;
        };
        let (number, head) = (table.number, table.heads > 0);
        let (text, cells) = words::row(row.cells);
        if !text.is_empty() && self.hidden == 0 {
            let kind = Kind::Row {
                table: number,
                head,
                cells,
            };
            self.blocks.push(Block::new(kind, text));
        }
    }

    /// Ends the innermost paragraph and puts it where it belongs.
    fn close(&mut self) {
        self.part();
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        let text = paragraph.words.finish();
        if self.hidden > 0 || text.is_empty() {
            return;
        }
        if let Some((_, told)) = &mut self.note {
            told.push(text);
            return;
        }
        if self.boxed > 0 {
            let words = text.words;
            self.left_out.push(LeftOut { words, page: None });
            return;
        }
        if let Some(row) = self.row() {
            row.cell.append(text);
            return;
        }
        let depth = u8::try_from(self.lists.depth()).unwrap_or(u8::MAX);
        let label = paragraph.label;
        let kind = match paragraph.heading {
            Some(level) => Kind::Heading { level, label },
            None if depth > 0 => Kind::Item { depth, label },
            None => Kind::Paragraph,
        };
        self.blocks.push(Block::new(kind, text));
    }
}
