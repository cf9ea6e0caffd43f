//! A table while it is read: which column a cell stands in, and what a row comes to.

use crate::source::{
    draft::{Kind, Text},
    words,
};

#[derive(Debug, Default)]
pub(super) struct Table {
    index: usize,
    /// The names of the columns, in order.
    columns: Vec<String>,
    head: bool,
    cells: Vec<(Text, u16, u16)>,
    columns_of_next: u16,
    rows_of_next: u16,
}

impl Table {
    pub(super) fn new(index: usize) -> Self {
        Self {
            index,
            ..Self::default()
        }
    }

    pub(super) fn start(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        match name {
            "colspec" => self.columns.push(attribute("colname").unwrap_or_default()),
            "thead" => self.head = true,
            "tgroup" => self.columns.clear(),
            "entry" => {
                let column = |key: &str| {
                    let name = attribute(key)?;
                    self.columns.iter().position(|column| *column == name)
                };
                let span = match (column("namest"), column("nameend")) {
                    (Some(first), Some(last)) if last >= first => last - first + 1,
                    _ => 1,
                };
                let more = attribute("morerows").and_then(|rows| rows.parse::<u16>().ok());
                self.columns_of_next = u16::try_from(span).unwrap_or(1);
                self.rows_of_next = more.unwrap_or(0).saturating_add(1);
            }
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if name == "thead" {
            self.head = false;
        }
    }

    pub(super) fn cell(&mut self, text: Text) {
        self.cells
            .push((text, self.columns_of_next.max(1), self.rows_of_next.max(1)));
    }

    /// The row that its cells come to; none where all are empty.
    pub(super) fn row(&mut self) -> Option<(Kind, Text)> {
        let (text, cells) = words::row(self.cells.drain(..));
        let kind = Kind::Row {
            table: self.index,
            head: self.head,
            cells,
        };
        (!text.words.trim().is_empty()).then_some((kind, text))
    }
}
