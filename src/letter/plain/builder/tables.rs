//! Takes the rows of tables.

use super::{Builder, marks_in};
use crate::letter::{
    Cell, Kind,
    plain::{
        table::{self, Placed, Row},
        wrap::Within,
    },
};
use std::ops::Range;

impl Builder<'_> {
    /// Takes the lines of tables, counted from 0, so many lines down the source.
    pub(in crate::letter::plain) fn tables(&mut self, mut lines: Vec<table::Line>, first: usize) {
        for line in &mut lines {
            line.at += first + 1;
        }
        self.tables = lines.into_iter().peekable();
    }

    /// What the line is of a table that was read last.
    pub(super) fn row_here(&mut self) -> Option<Row> {
        let here = self.buffer.lines();
        while self.tables.next_if(|line| line.at < here).is_some() {}
        self.tables
            .next_if(|line| line.at == here)
            .map(|line| line.row)
    }

    /// Takes a line of a table. Its row is a paragraph, with a blank between the words of its cells.
    pub(super) fn row(&mut self, row: Row, line: Range<usize>) {
        self.end();
        self.within = Within::Text;
        let Row::Cells { table, head } = row else {
            return;
        };
        let found = table::cells(self.buffer.words(line.clone())).unwrap_or_default();
        if found.iter().all(Range::is_empty) {
            return;
        }
        self.start(self.role);
        let paragraph = self.paragraphs.len() - 1;
        let start = self.paragraphs[paragraph].start;
        let mut cells = Vec::with_capacity(found.len());
        for cell in found {
            if !cells.is_empty() {
                self.buffer.put(b' ');
            }
            let cell = line.start + cell.start..line.start + cell.end;
            let from = self.buffer.made() - start;
            let marks = marks_in(&mut self.coming, &cell);
            self.lift(cell, marks);
            cells.push(Cell {
                text: from..self.buffer.made() - start,
                columns: 1,
                rows: 1,
            });
        }
        self.rows.push(Placed {
            paragraph,
            kind: Kind::Row { table, head },
            cells: cells.into(),
        });
        self.end();
    }
}
