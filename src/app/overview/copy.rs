//! Copying from the overview: the row that is chosen or the whole table, as text, Markdown or with tabs.

use super::{App, Reader, Table, TableForm};
use crate::{
    app::message::TablePart,
    reading::{
        cite::{self, Style},
        table,
    },
};
use std::iter;

impl Reader {
    /// Whether the rows of the table that shows are a reading, and not words of the letter alone.
    pub(super) const fn is_ours(&self) -> bool {
        matches!(
            self.overview.table,
            Table::Recommendations | Table::Statements | Table::Asks | Table::When
        )
    }
}

impl App {
    /// Exactly what is copied as this part of the table that shows.
    #[must_use]
    pub fn copied_table(&self, part: TablePart) -> String {
        self.first_of_table(part, usize::MAX)
    }

    /// What is copied as this part of the table that shows, with its first rows only, so many at most.
    #[must_use]
    pub fn first_of_table(&self, part: TablePart, most: usize) -> String {
        let table = self.reader.overview.table;
        let form = self.reader.overview.form;
        let mut head = self.table_head(table);
        // Where no line can say whose reading it is, each row does.
        let signs_rows = match form {
            TableForm::Tabs => self.reader.is_ours(),
            TableForm::Markdown => self.reader.is_ours() && part == TablePart::Row,
            TableForm::Text => false,
        };
        head.extend(signs_rows.then(|| self.words.stances.hits.to_owned()));
        let cells = |&id: &usize| {
            let mut cells = self.row_cells(table, id);
            cells.extend(signs_rows.then(|| self.whose_reading().to_owned()));
            cells
        };
        if part == TablePart::Row {
            let row = self
                .reader
                .chosen_row()
                .as_ref()
                .map(cells)
                .unwrap_or_default();
            return match form {
                TableForm::Text => {
                    let makers = self.whose_reading().to_owned();
                    let full = row.into_iter().filter(|cell| !cell.is_empty());
                    let ours = self.reader.is_ours().then_some(makers);
                    full.chain(ours).collect::<Vec<_>>().join(" · ")
                }
                TableForm::Markdown => table::markdown(&names(&head), [row].into_iter()).collect(),
                TableForm::Tabs => row.join("\t"),
            };
        }
        let rows = self.reader.overview.sheet().rows.iter().take(most);
        let rows = rows.map(cells);
        let told = match form {
            TableForm::Tabs => return table::tabs(&names(&head), rows).collect(),
            TableForm::Markdown => table::markdown(&names(&head), rows).collect::<String>(),
            TableForm::Text => {
                let rows: Vec<_> = iter::once(head).chain(rows).collect();
                let widths = table::widths(rows.iter().cloned(), rows[0].len());
                let plain = |_, cell: &str| cell.to_owned();
                table::columns(rows.into_iter(), widths, plain).collect()
            }
        };
        told + "\n" + &self.source_line()
    }

    /// Whose reading the rows of the table that shows are, where they are a reading.
    pub(super) fn whose_reading(&self) -> &'static str {
        let letter = &self.reader.letter;
        let read = match self.reader.overview.table {
            Table::Statements => letter.knows_statements(),
            Table::Asks => letter.knows_asks(),
            Table::When => return self.words.when_read_by(letter),
            Table::Recommendations => letter.knows_stances(),
            _ => true,
        };
        self.words.read_by(read)
    }

    /// Where a copied table comes from, and what in it is ours.
    fn source_line(&self) -> String {
        let source = cite::cite(&self.reader.letter, None, Style::Leidraad);
        let words = &self.words.overview;
        let source = words.source.replace("{}", source.trim_end());
        if self.reader.is_ours() {
            [&source, " ", words.source_ours, "\n"].concat()
        } else {
            source + "\n"
        }
    }
}

fn names(head: &[String]) -> Vec<&str> {
    head.iter().map(String::as_str).collect()
}
