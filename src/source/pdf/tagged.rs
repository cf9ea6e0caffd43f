//! Reads a tagged file: the tree of tags says what is a paragraph, a list, a table or a note.

use super::{
    run::{Owner, Run},
    tree::{Node, Tag},
    words::{Hyphens, Words},
};
use crate::source::{
    draft::{Block, Cell, Draft, Kind, Note, Text},
    words,
};
use std::collections::HashMap;

/// What a tag means here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Paragraph,
    Heading(u8),
    List,
    Part,
    Label,
    Table,
    Row,
    Note,
    Inline,
    Left,
}

fn sense(name: &str) -> Sense {
    match name {
        "P" | "TOCI" | "Caption" => Sense::Paragraph,
        "H" | "H1" | "Title" => Sense::Heading(1),
        "H2" => Sense::Heading(2),
        "H3" => Sense::Heading(3),
        "H4" | "H5" | "H6" => Sense::Heading(4),
        "L" => Sense::List,
        "Lbl" => Sense::Label,
        "Table" => Sense::Table,
        "TR" => Sense::Row,
        "Note" | "FENote" => Sense::Note,
        "Span" | "Quote" | "Link" | "Reference" | "Annot" | "Em" | "Strong" | "Code"
        | "BibEntry" | "Sub" | "NonStruct" => Sense::Inline,
        "Figure" | "Formula" | "Artifact" | "Form" => Sense::Left,
        _ => Sense::Part,
    }
}

/// Reads the blocks of a tagged paper.
pub(super) struct Reader<'runs> {
    runs: HashMap<(Owner, i64), Vec<&'runs Run>>,
    body: f64,
    depth: u8,
    label: Option<String>,
    table: Option<usize>,
    tables: usize,
    head: bool,
    /// Whether an empty paragraph stands before what comes.
    parted: bool,
    pub(super) draft: Draft,
}

impl<'runs> Reader<'runs> {
    pub(super) fn new(all: &'runs [Run], body: f64) -> Self {
        let mut runs: HashMap<_, Vec<_>> = HashMap::new();
        for run in all.iter().filter(|run| !run.artifact) {
            if let Some(mark) = run.mark {
                runs.entry(mark).or_default().push(run);
            }
        }
        Self {
            runs,
            body,
            depth: 0,
            label: None,
            table: None,
            tables: 0,
            head: false,
            parted: true,
            draft: Draft::default(),
        }
    }

    /// Adds what a tag holds.
    pub(super) fn tag(&mut self, tag: &Tag) {
        match sense(&tag.name) {
            Sense::Paragraph | Sense::Inline => self.block(tag, None),
            Sense::Heading(level) => self.block(tag, Some(level)),
            Sense::List => {
                self.depth = self.depth.saturating_add(1);
                self.nodes(tag);
                self.depth -= 1;
                self.label = None;
            }
            Sense::Label => {
                let label = self.words(tag).words;
                if self.depth > 0 && !label.is_empty() {
                    self.label = Some(shown(label));
                }
            }
            Sense::Table => {
                let outer = self.table.replace(self.tables);
                self.tables += 1;
                self.nodes(tag);
                self.table = outer;
            }
            Sense::Row => self.row(tag),
            Sense::Note => self.note(tag),
            Sense::Left => {}
            Sense::Part => {
                let head = self.head;
                self.head |= tag.name == "THead";
                let inline = tag
                    .nodes
                    .iter()
                    .any(|node| matches!(node, Node::Marked(..)));
                if inline || holds_words_only(tag) {
                    self.block(tag, None);
                } else {
                    self.nodes(tag);
                }
                self.head = head;
            }
        }
    }

    fn nodes(&mut self, tag: &Tag) {
        for node in &tag.nodes {
            if let Node::Tag(inner) = node {
                self.tag(inner);
            }
        }
    }

    /// Adds the words of a tag as one block; what is a block in it follows on its own.
    fn block(&mut self, tag: &Tag, heading: Option<u8>) {
        let mut words = Words::new(Hyphens::Stay, self.body);
        let mut blocks = Vec::new();
        self.inline(tag, &mut words, &mut blocks);
        let page = self.page_of(tag);
        let text = words.finish();
        if !text.is_empty() {
            self.put(text, heading, page);
        } else if blocks.is_empty() {
            self.parted = true;
        }
        for inner in blocks {
            self.tag(inner);
        }
    }

    fn put(&mut self, mut text: Text, heading: Option<u8>, page: Option<u32>) {
        let parted = std::mem::replace(&mut self.parted, false);
        // The label of an item may stand in its words.
        if heading.is_none()
            && self.depth > 0
            && self.label.is_none()
            && let Some(label) = words::label(&text.words)
        {
            let label = label.to_owned();
            text.remove(0..label.len() + 1);
            self.label = Some(label);
        }
        let kind = match heading {
            Some(level) => Kind::Heading {
                level,
                label: self.label.take(),
            },
            None if self.depth > 0 => Kind::Item {
                depth: self.depth,
                label: self.label.take(),
            },
            None => Kind::Paragraph,
        };
        if !parted
            && heading.is_none()
            && let Some(before) = self.draft.blocks.last_mut()
            && before.page != page
            && goes_on(before, &kind, &text)
        {
            super::text::join(&mut before.text, text);
            return;
        }
        let mut block = Block::new(kind, text);
        block.page = page;
        self.draft.blocks.push(block);
    }

    /// Adds the words under a tag; tags that are blocks of their own are put aside.
    fn inline<'tag>(&self, tag: &'tag Tag, words: &mut Words, blocks: &mut Vec<&'tag Tag>) {
        let linked = matches!(tag.name.as_str(), "Link" | "Reference");
        if linked && !words.so_far().is_empty() {
            let label = self.words(tag).words;
            let digits = !label.is_empty()
                && label.len() <= 3
                && label.bytes().all(|byte| byte.is_ascii_digit());
            if digits || label == "*" {
                words.mark(&label);
                return;
            }
        }
        if let Some(instead) = &tag.instead {
            words.literal(instead);
            return;
        }
        for node in &tag.nodes {
            match node {
                Node::Marked(owner, mark) => {
                    for run in self.runs.get(&(*owner, *mark)).into_iter().flatten() {
                        words.run(run);
                    }
                }
                Node::Tag(inner) => match sense(&inner.name) {
                    Sense::Inline => self.inline(inner, words, blocks),
                    Sense::Label => {
                        // What parts the label of an item from its words is no more than a gap.
                        let starts = words.so_far().is_empty();
                        self.inline(inner, words, blocks);
                        words.literal(if starts { " " } else { "" });
                    }
                    Sense::Left => {}
                    _ => blocks.push(inner),
                },
            }
        }
    }

    /// All words under a tag, whatever the tags in it.
    fn words(&self, tag: &Tag) -> Text {
        let mut words = Words::new(Hyphens::Stay, self.body);
        self.all(tag, &mut words);
        words.finish()
    }

    fn all(&self, tag: &Tag, words: &mut Words) {
        if let Some(instead) = &tag.instead {
            words.literal(instead);
            return;
        }
        for node in &tag.nodes {
            match node {
                Node::Marked(owner, mark) => {
                    for run in self.runs.get(&(*owner, *mark)).into_iter().flatten() {
                        words.run(run);
                    }
                }
                Node::Tag(inner) => self.all(inner, words),
            }
        }
    }

    fn note(&mut self, tag: &Tag) {
        let mut text = self.words(tag);
        let digits = text.words.bytes().take_while(u8::is_ascii_digit).count();
        let label = match (digits, text.words.chars().next()) {
            (1.., _) => text.words[..digits].to_owned(),
            (_, Some(c @ ('*' | '†'))) => c.to_string(),
            _ => (self.draft.notes.len() + 1).to_string(),
        };
        if text.words.starts_with(&label) {
            let from = label.len() + text.words[label.len()..].len()
                - text.words[label.len()..].trim_start().len();
            text.remove(0..from);
        }
        self.draft.notes.push(Note {
            label,
            text: vec![text],
        });
    }

    fn row(&mut self, tag: &Tag) {
        let mut words = String::new();
        let mut cells = Vec::new();
        let mut head = self.head;
        for node in &tag.nodes {
            let Node::Tag(cell) = node else { continue };
            head |= cell.name == "TH" && cells.is_empty() && tag.nodes.iter().all(is_heading_cell);
            let text = self.words(cell).words;
            if !cells.is_empty() {
                words.push(' ');
            }
            let start = words.len();
            words.push_str(&text);
            cells.push(Cell {
                text: start..words.len(),
                columns: cell.columns.max(1),
                rows: cell.rows.max(1),
            });
        }
        if words.trim().is_empty() {
            return;
        }
        let mut block = Block::new(
            Kind::Row {
                table: self.table.unwrap_or(0),
                head,
                cells,
            },
            Text::plain(words),
        );
        block.page = self.page_of(tag);
        self.draft.blocks.push(block);
        self.parted = true;
    }

    /// The page on which a tag starts, counted from 1.
    fn page_of(&self, tag: &Tag) -> Option<u32> {
        tag.nodes.iter().find_map(|node| match node {
            Node::Tag(inner) => self.page_of(inner),
            Node::Marked(owner, mark) => {
                let run = self.runs.get(&(*owner, *mark))?.first()?;
                u32::try_from(run.page + 1).ok()
            }
        })
    }
}

/// A label as it is shown: a sign of a font of signs is a bullet.
fn shown(label: String) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some('\u{e000}'..='\u{f8ff}'), None) => "•".to_owned(),
        _ => label,
    }
}

/// Whether all that a tag holds is stretches of words: some programs tag each line of an item so.
fn holds_words_only(tag: &Tag) -> bool {
    let words = |node: &Node| match node {
        Node::Marked(..) => true,
        Node::Tag(inner) => sense(&inner.name) == Sense::Inline,
    };
    !tag.nodes.is_empty() && tag.nodes.iter().all(words)
}

fn is_heading_cell(node: &Node) -> bool {
    matches!(node, Node::Tag(cell) if cell.name == "TH")
}

/// Whether a paragraph at the top of a page goes on with the one at the foot of the page before: that
/// one ends no sentence, and this one starts with a small letter.
fn goes_on(before: &Block, kind: &Kind, text: &Text) -> bool {
    let same = matches!(
        (&before.kind, kind),
        (Kind::Paragraph, Kind::Paragraph) | (Kind::Item { .. }, Kind::Item { label: None, .. })
    );
    let open = !before
        .text
        .words
        .ends_with(['.', '?', '!', ':', ';', ',', '”', '»'])
        || before.text.words.ends_with(',');
    same && open && text.words.starts_with(|c: char| c.is_lowercase())
}
