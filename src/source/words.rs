//! Words of an element of markup in the making: white space collapsed, with emphasis, links and note marks at
//! their bytes.

use super::draft::{Cell, Emphasis, Mark, Text};
use crate::letter::rules;

#[derive(Debug, Default)]
pub(super) struct Words {
    text: Text,
    /// Emphasis that has begun, the innermost last, with where; none of a kind that is not shown.
    emphases: Vec<(usize, Option<Emphasis>)>,
    links: Vec<(usize, Option<String>)>,
    /// A blank that is to be put before the next word.
    blank: bool,
}

impl Words {
    /// Adds text; runs of white space become one blank.
    pub(super) fn push(&mut self, text: &str) {
        for (index, word) in text.split(is_space).enumerate() {
            self.blank |= index > 0;
            if !word.is_empty() {
                self.part();
                self.text.words.push_str(word);
            }
        }
    }

    fn part(&mut self) {
        if std::mem::take(&mut self.blank) && !self.text.words.is_empty() {
            self.text.words.push(' ');
        }
    }

    /// Whether no word was added yet.
    pub(super) fn is_empty(&self) -> bool {
        self.text.words.is_empty() && self.text.marks.is_empty()
    }

    /// The words so far.
    pub(super) fn so_far(&self) -> &str {
        &self.text.words
    }

    /// Where the next word will start.
    fn next(&self) -> usize {
        self.text.words.len() + usize::from(self.blank && !self.text.words.is_empty())
    }

    pub(super) fn begin(&mut self, emphasis: Option<Emphasis>) {
        self.emphases.push((self.next(), emphasis));
    }

    pub(super) fn end(&mut self) {
        if let Some((start, Some(emphasis))) = self.emphases.pop()
            && start < self.text.words.len()
        {
            self.text
                .emphasis
                .push((start..self.text.words.len(), emphasis));
        }
    }

    pub(super) fn begin_link(&mut self, to: Option<String>) {
        self.links.push((self.next(), to));
    }

    pub(super) fn end_link(&mut self) {
        if let Some((start, Some(to))) = self.links.pop()
            && start < self.text.words.len()
        {
            self.text.links.push((start..self.text.words.len(), to));
        }
    }

    /// Adds a note mark behind the last word.
    pub(super) fn mark(&mut self, mark: impl FnOnce(usize) -> Mark) {
        self.text.marks.push(mark(self.text.words.len()));
    }

    /// Adds a text that is made, behind a blank.
    pub(super) fn append(&mut self, text: Text) {
        self.blank = true;
        self.part();
        let by = self.text.words.len();
        self.text.words += &text.words;
        let moved = |range: std::ops::Range<usize>| range.start + by..range.end + by;
        let emphasis = text.emphasis.into_iter();
        self.text
            .emphasis
            .extend(emphasis.map(|(range, kind)| (moved(range), kind)));
        let links = text.links.into_iter();
        self.text
            .links
            .extend(links.map(|(range, to)| (moved(range), to)));
        self.text
            .marks
            .extend(text.marks.into_iter().map(|mut mark| {
                mark.at += by;
                mark
            }));
    }

    pub(super) fn finish(mut self) -> Text {
        while !self.emphases.is_empty() {
            self.end();
        }
        self.text.emphasis.sort_by_key(|(range, _)| range.start);
        self.text
    }
}

/// White space that a line end or an indent is made of; a no-break space is one too, as it stands in these
/// sources for a blank like any other.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{a0}')
}

/// The label at the start of a paragraph that is an item of a list in all but name: `– `, `1. `, `a. `.
pub(super) fn label(words: &str) -> Option<&str> {
    let (label, _) = words.split_once(' ')?;
    let stem = label.strip_suffix(['.', ')']);
    let counted = stem.is_some_and(|stem| {
        let digits = stem.len() <= 2 && stem.bytes().all(|byte| byte.is_ascii_digit());
        let letter = stem.len() == 1 && stem.bytes().all(|byte| byte.is_ascii_lowercase());
        !stem.is_empty() && (digits || letter)
    });
    (counted || matches!(label, "–" | "-" | "—" | "•" | "·")).then_some(label)
}

/// Whether a line is one of a head or a signature, and no words of a paragraph that goes on in the next.
pub(super) fn is_set_apart(line: &str) -> bool {
    let dated = || line.len() < 80 && rules::facts(line).date.is_some();
    let addressed = ["Aan de ", "> Retouradres"]
        .iter()
        .any(|start| line.starts_with(start));
    let labelled = rules::is_labelled(line) && line.len() < 200;
    addressed && line.len() < 120
        || labelled
        || rules::is_salutation(line)
        || rules::is_signed(line)
        || dated()
}

/// The text of a row from those of its cells, each with the columns and rows that it spans.
pub(super) fn row(cells: impl IntoIterator<Item = (Text, u16, u16)>) -> (Text, Vec<Cell>) {
    let mut text = Text::default();
    let mut placed = Vec::new();
    for (cell, columns, rows) in cells {
        if !placed.is_empty() {
            text.words.push(' ');
        }
        let by = text.words.len();
        text.words.push_str(&cell.words);
        let emphasis = cell.emphasis.into_iter();
        text.emphasis
            .extend(emphasis.map(|(range, kind)| (range.start + by..range.end + by, kind)));
        let links = cell.links.into_iter();
        text.links
            .extend(links.map(|(range, to)| (range.start + by..range.end + by, to)));
        text.marks.extend(cell.marks.into_iter().map(|mut mark| {
            mark.at += by;
            mark
        }));
        placed.push(Cell {
            text: by..text.words.len(),
            columns,
            rows,
        });
    }
    (text, placed)
}
