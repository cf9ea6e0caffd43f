//! A page as blocks, each with the element it stands in: what is a paragraph, a heading, an item, a row.

use super::element::{
    Element, is_block, is_foreign, is_furniture, is_silent, is_void, leads_back, of_word,
};
use crate::source::{
    draft::{Cell, Emphasis, Mark, Text},
    words::{self, Words},
};
use html5gum::{StartTag, Token, Tokenizer};

/// How many elements may be open in each other.
const DEPTH: usize = 256;

/// What a block is.
#[derive(Debug)]
pub(super) enum Sort {
    Head,
    Paragraph,
    Heading(u8),
    Item {
        depth: u8,
        label: Option<String>,
    },
    Row {
        table: usize,
        head: bool,
        cells: Vec<Cell>,
    },
    Office,
    Name,
    NoteText {
        label: String,
        id: String,
    },
    /// Menus, buttons and the like.
    Furniture,
}

/// A block of text with where it stands.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) sort: Sort,
    pub(super) text: Text,
    /// The element it stands in, by index.
    pub(super) element: usize,
}

/// A page in blocks.
#[derive(Debug, Default)]
pub(super) struct Page {
    elements: Vec<Element>,
    pub(super) blocks: Vec<Found>,
    /// Where note marks lead to, by the index that stands in each mark in place of a note's.
    pub(super) targets: Vec<String>,
    meta: Vec<(String, String)>,
    open: Vec<usize>,
    words: Words,
    /// The element in which the words being read began.
    begun: usize,
    lists: Vec<Option<u32>>,
    label: Option<String>,
    /// The words of the label, or of a note's number, that is being read.
    reading: Option<Reading>,
    silent: usize,
    /// Whether the lines are those of a head or a signature: each is a block where an element breaks them.
    by_line: bool,
    cells: Option<Vec<(Text, u16, u16)>>,
    span: (u16, u16),
    table: usize,
    tables: usize,
    table_head: bool,
    note: Option<(String, String)>,
    /// Whether the note ends with its paragraph.
    note_ends: bool,
}

#[derive(Debug)]
struct Reading {
    what: What,
    element: usize,
    words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Label,
    NoteNumber,
    Mark(usize),
}

impl Page {
    pub(super) fn read(text: &str) -> Self {
        let mut page = Self::default();
        page.elements.push(Element::default());
        page.open.push(0);
        for Ok(token) in Tokenizer::new(text) {
            match token {
                Token::StartTag(tag) => page.start(&tag),
                Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(words) => page.text(&String::from_utf8_lossy(&words)),
                _ => {}
            }
        }
        page.close_block();
        page.weigh();
        page
    }

    /// What the page says of itself under a name, in small letters.
    pub(super) fn meta(&self, name: &str) -> Option<String> {
        self.meta
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.clone())
    }

    /// The first element that is of a kind.
    pub(super) fn with(&self, is: impl Fn(&Element) -> bool) -> Option<usize> {
        self.elements.iter().position(is)
    }

    /// Whether an element is another or stands in it.
    pub(super) fn is_within(&self, mut element: usize, outer: usize) -> bool {
        loop {
            if element == outer {
                return true;
            }
            if element == 0 {
                return false;
            }
            element = self.elements[element].parent;
        }
    }

    /// Whether an element or one around it is of a kind.
    pub(super) fn has_above(&self, mut element: usize, is: impl Fn(&Element) -> bool) -> bool {
        loop {
            if is(&self.elements[element]) {
                return true;
            }
            if element == 0 {
                return false;
            }
            element = self.elements[element].parent;
        }
    }

    /// The innermost element that holds nearly all of the running text.
    pub(super) fn largest(&self) -> Option<usize> {
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); self.elements.len()];
        for (index, element) in self.elements.iter().enumerate().skip(1) {
            children[element.parent].push(index);
        }
        let mut at = 0;
        if self.elements[at].letters == 0 {
            return None;
        }
        loop {
            let next = children[at]
                .iter()
                .copied()
                .max_by_key(|&child| self.elements[child].letters);
            match next {
                Some(child)
                    if self.elements[child].letters * 10 >= self.elements[at].letters * 7 =>
                {
                    at = child;
                }
                _ => return Some(at),
            }
        }
    }

    /// Counts the text of each element: that of its blocks and of the elements in it.
    fn weigh(&mut self) {
        for block in &self.blocks {
            if matches!(block.sort, Sort::Furniture) {
                continue;
            }
            let linked: usize = block.text.links.iter().map(|(range, _)| range.len()).sum();
            self.elements[block.element].letters += block.text.words.len().saturating_sub(linked);
        }
        // An element stands behind the one it is in.
        for index in (1..self.elements.len()).rev() {
            let letters = self.elements[index].letters;
            let parent = self.elements[index].parent;
            self.elements[parent].letters += letters;
        }
    }

    fn current(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |key: &str| -> String {
            let found = tag
                .attributes
                .iter()
                .find(|(own, _)| own.0 == key.as_bytes());
            found.map_or_else(String::new, |(_, value)| {
                String::from_utf8_lossy(value).into_owned()
            })
        };
        if is_block(&name) {
            self.close_block();
            self.close_implied(&name);
        }
        match name.as_str() {
            "meta" => {
                let key = attribute("name").to_lowercase();
                let value = attribute("content");
                if !key.is_empty() && !value.is_empty() {
                    self.meta.push((key, value));
                }
            }
            "br" => self.break_line(),
            _ => {}
        }
        if is_void(&name) || tag.self_closing && is_foreign(&name) || self.open.len() >= DEPTH {
            return;
        }
        let element = Element {
            parent: self.current(),
            id: attribute("id"),
            classes: attribute("class"),
            name: name.clone(),
            letters: 0,
        };
        let index = self.elements.len();
        self.begin(&name, &element, index, &attribute);
        self.elements.push(element);
        self.open.push(index);
    }

    /// Ends a line within a block. In a head and in a signature it ends the block.
    fn break_line(&mut self) {
        let line = self.words.so_far();
        self.by_line |= words::is_set_apart(line);
        if self.by_line && self.cells.is_none() && self.note.is_none() {
            let label = self.label.take();
            self.close_block();
            (self.label, self.by_line) = (label, true);
        } else {
            self.words.push(" ");
        }
    }

    /// What an element changes that begins.
    fn begin(
        &mut self,
        name: &str,
        element: &Element,
        index: usize,
        attribute: &impl Fn(&str) -> String,
    ) {
        if is_silent(name) || is_furniture(element) {
            self.close_block();
            self.silent += 1;
        }
        match name {
            "ul" => self.lists.push(None),
            "ol" => self
                .lists
                .push(Some(attribute("start").parse().unwrap_or(1))),
            "li" if !element.has_class("noot") => {
                self.label = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let label = format!("{number}.");
                        *number += 1;
                        Some(label)
                    }
                    _ => Some("•".to_owned()),
                };
            }
            "table" => {
                self.table = self.tables;
                self.tables += 1;
            }
            "thead" => self.table_head = true,
            "tr" => self.cells = Some(Vec::new()),
            "td" | "th" => {
                let span = |key: &str| attribute(key).parse::<u16>().unwrap_or(1).clamp(1, 1000);
                self.span = (span("colspan"), span("rowspan"));
            }
            "b" | "strong" => self.words.begin(Some(Emphasis::Bold)),
            "i" | "em" | "cite" => self.words.begin(Some(Emphasis::Italic)),
            "u" => self.words.begin(Some(Emphasis::Underlined)),
            "sub" => self.words.begin(Some(Emphasis::Subscript)),
            "sup" => self.words.begin(Some(Emphasis::Superscript)),
            "a" if element.has_class("nootnum") => self.begin_mark(index, attribute),
            "a" if self.in_element("sup") && attribute("href").contains('#') => {
                self.begin_mark(index, attribute);
            }
            "a" if leads_back(&attribute("href")) => self.begin_note_number(index, attribute),
            "a" if of_word(&attribute("href")).is_some() => self.begin_mark(index, attribute),
            "a" => self
                .words
                .begin_link(Some(attribute("href")).filter(|to| to.starts_with("http"))),
            "span" if element.has_class("ol") || self.is_first_in_item() => {
                self.begin_reading(What::Label, index);
            }
            "span" if element.has_class("nootnum") => self.begin_reading(What::NoteNumber, index),
            "span" if element.has_class("naam") && self.in_class("ondertekening") => {
                self.close_block();
            }
            "div" | "li" if element.is_note() => {
                self.close_block();
                self.note = Some((String::new(), element.id.clone()));
            }
            _ => {}
        }
    }

    fn begin_mark(&mut self, index: usize, attribute: &impl Fn(&str) -> String) {
        self.targets
            .push(attribute("href").trim_start_matches(['#', '_']).to_owned());
        self.begin_reading(What::Mark(self.targets.len() - 1), index);
    }

    /// The number before the text of a note, in a page that a word processor made. Where no element holds the note, its
    /// paragraph does.
    fn begin_note_number(&mut self, index: usize, attribute: &impl Fn(&str) -> String) {
        if self.note.is_none() && self.words.is_empty() {
            let name = attribute("name");
            self.note = Some((String::new(), name.trim_start_matches('_').to_owned()));
            self.note_ends = true;
        }
        self.begin_reading(What::NoteNumber, index);
    }

    /// Reads the words of an element for what they are.
    fn begin_reading(&mut self, what: What, element: usize) {
        self.reading = Some(Reading {
            what,
            element,
            words: String::new(),
        });
    }

    fn in_element(&self, name: &str) -> bool {
        self.open
            .iter()
            .rev()
            .take(4)
            .any(|&index| self.elements[index].name == name)
    }

    fn in_class(&self, class: &str) -> bool {
        self.open
            .iter()
            .rev()
            .take(6)
            .any(|&index| self.elements[index].has_class(class))
    }

    /// Whether what begins now is the first thing in an item of a list that the official site made.
    fn is_first_in_item(&self) -> bool {
        let item = &self.elements[self.current()];
        let parent = &self.elements[item.parent];
        item.name == "li" && parent.has_class("_explicit") && self.words.is_empty()
    }

    /// Closes what ends by itself where another element begins.
    fn close_implied(&mut self, name: &str) {
        let closes: &[&str] = match name {
            "li" => &["p", "li"],
            "tr" => &["p", "td", "th", "tr"],
            "td" | "th" => &["p", "td", "th"],
            "thead" | "tbody" | "tfoot" => &["p", "td", "th", "tr", "thead", "tbody"],
            "dt" | "dd" => &["p", "dt", "dd"],
            _ => &["p"],
        };
        let stops: &[&str] = match name {
            "li" => &["ul", "ol", "table"],
            _ => &["table", "div", "li", "section", "main", "article", "body"],
        };
        let mut cut = None;
        for (at, &index) in self.open.iter().enumerate().rev() {
            let open = self.elements[index].name.as_str();
            if closes.contains(&open) {
                cut = Some(at);
            } else if stops.contains(&open) && !closes.contains(&open) {
                break;
            }
        }
        if let Some(at) = cut {
            self.close_to(at);
        }
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self
            .open
            .iter()
            .rposition(|&index| self.elements[index].name == name)
        else {
            return;
        };
        if at > 0 {
            self.close_to(at);
        }
    }

    /// Closes elements until this many are open.
    fn close_to(&mut self, length: usize) {
        while self.open.len() > length.max(1) {
            let Some(index) = self.open.last().copied() else {
                return;
            };
            self.close(index);
            self.open.pop();
        }
    }

    fn close(&mut self, index: usize) {
        let name = self.elements[index].name.clone();
        if self
            .reading
            .as_ref()
            .is_some_and(|reading| reading.element == index)
            && let Some(reading) = self.reading.take()
        {
            self.take_reading(&reading);
        }
        match name.as_str() {
            "td" | "th" => self.close_cell(),
            "tr" => self.close_row(index),
            name if is_block(name) => self.close_block(),
            "b" | "strong" | "i" | "em" | "cite" | "u" | "sub" | "sup" => self.words.end(),
            "a" => self.words.end_link(),
            _ => {}
        }
        match name.as_str() {
            "ul" | "ol" => {
                self.lists.pop();
                self.label = None;
            }
            "thead" => self.table_head = false,
            "div" | "li" if self.elements[index].is_note() => self.note = None,
            _ => {}
        }
        if is_silent(&name) || is_furniture(&self.elements[index]) {
            self.close_block();
            self.silent = self.silent.saturating_sub(1);
        }
    }

    fn take_reading(&mut self, reading: &Reading) {
        let words = reading
            .words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        match reading.what {
            What::Label => self.label = Some(words).filter(|label| !label.is_empty()),
            What::NoteNumber => {
                if let Some(note) = &mut self.note {
                    words
                        .trim_matches(['[', ']', '(', ')'])
                        .clone_into(&mut note.0);
                }
            }
            What::Mark(target) => {
                let label = words.trim_matches(['[', ']', '(', ')']).to_owned();
                if !label.is_empty() {
                    self.begin_words();
                    self.words.mark(|at| Mark {
                        at,
                        label,
                        note: Some(target),
                    });
                }
            }
        }
    }

    fn begin_words(&mut self) {
        if self.words.is_empty() {
            self.begun = self.current();
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(reading) = &mut self.reading {
            reading.words.push_str(text);
            return;
        }
        let name = self.elements[self.current()].name.as_str();
        if matches!(name, "script" | "style" | "title" | "template" | "noscript") {
            return;
        }
        if !text.trim().is_empty() {
            self.begin_words();
        }
        self.words.push(text);
    }

    fn close_cell(&mut self) {
        let text = std::mem::take(&mut self.words).finish();
        if let Some(cells) = &mut self.cells {
            cells.push((text, self.span.0, self.span.1));
        }
    }

    fn close_row(&mut self, element: usize) {
        let Some(cells) = self.cells.take() else {
            return;
        };
        let (text, cells) = crate::source::words::row(cells);
        if text.words.trim().is_empty() {
            return;
        }
        self.blocks.push(Found {
            sort: Sort::Row {
                table: self.table,
                head: self.table_head,
                cells,
            },
            text,
            element,
        });
    }

    /// Ends the block whose words are being read, where there are any.
    fn close_block(&mut self) {
        if self.cells.is_some() && (self.in_element("td") || self.in_element("th")) {
            self.words.push(" ");
            return;
        }
        self.by_line = false;
        if self.words.is_empty() {
            self.words = Words::default();
            return;
        }
        let text = std::mem::take(&mut self.words).finish();
        let element = self.begun;
        let sort = self.sort(element);
        if std::mem::take(&mut self.note_ends) {
            self.note = None;
        }
        self.blocks.push(Found {
            sort,
            text,
            element,
        });
    }

    /// What a block is that stands in an element.
    fn sort(&mut self, element: usize) -> Sort {
        if self.silent > 0 {
            return Sort::Furniture;
        }
        if let Some((label, id)) = &self.note {
            return Sort::NoteText {
                label: label.clone(),
                id: id.clone(),
            };
        }
        let mut at = element;
        while at != 0 {
            let this = &self.elements[at];
            match this.name.as_str() {
                _ if this.has_class("functie") => return Sort::Office,
                _ if this.has_class("naam") => return Sort::Name,
                _ if this.has_class("dossiertitel") || this.has_class("stuktitel") => {
                    return Sort::Head;
                }
                "h1" => return Sort::Heading(1),
                "h2" => return Sort::Heading(2),
                "h3" => return Sort::Heading(3),
                "h4" | "h5" | "h6" => return Sort::Heading(4),
                "li" => {
                    let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX).max(1);
                    let label = self.label.take();
                    return Sort::Item { depth, label };
                }
                _ => at = this.parent,
            }
        }
        Sort::Paragraph
    }
}
