//! The tables by ear: a line a row, in words, and last whose reading it is.

use super::{Conversation, whole};
use crate::{
    cli::{
        self,
        args::{Command, Format, Table},
    },
    letter::in_message,
    text::fold::fold,
};

impl Conversation {
    /// The recommendations, and which other tables there are; or the table that is named, of which words behind its
    /// name leave the rows that hold them.
    pub(super) fn table(&self, rest: &str) -> String {
        if rest.is_empty() {
            let names = Table::ALL.map(|table| self.words[0].table_names(table.id()));
            let names: Vec<_> = names.into_iter().flatten().collect();
            let tables = self.words[0].tables.replace("{}", &names.join(", "));
            return whole::recommendations(&self.app, &self.words[0]) + &tables + "\n";
        }
        let named = self.words.iter().filter_map(|words| words.table(rest));
        let named = named.min_by_key(|(_, typed)| typed.len());
        let table = named.and_then(|(id, typed)| {
            let table = Table::ALL.into_iter().find(|table| table.id() == id)?;
            Some((table, fold(typed)))
        });
        let Some((table, typed)) = table else {
            return self.words[0].unknown.replace("{}", &in_message(rest)) + "\n";
        };
        let rows = match table {
            Table::Recommendations => whole::recommendations(&self.app, &self.words[0]),
            table => self.rows(table),
        };
        if rows.is_empty() {
            return self.words[0].empty_table.to_owned() + "\n";
        }
        let holds = |row: &&str| {
            let row = fold(row);
            typed.split_whitespace().all(|word| row.contains(word))
        };
        let mut text = String::new();
        for row in rows.lines().filter(holds) {
            text += &[row, "\n"].concat();
        }
        if text.is_empty() {
            return self.words[0].no_row.replace("{}", &in_message(&typed)) + "\n";
        }
        let about = cli::about(&self.desk, table).filter(|_| table != Table::Recommendations);
        text + &about
            .map(|about| [about, "\n"].concat())
            .unwrap_or_default()
    }

    /// The rows of a table, each as a sentence has it.
    fn rows(&self, table: Table) -> String {
        let command = Command::List { table, kind: None };
        let Ok(printout) = cli::run(&command, Format::Tsv, &self.desk) else {
            return String::new();
        };
        let mut text = String::new();
        // The head names the columns to programs.
        for row in printout.text.to_string().lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            text += &said(self.words[0].row(table.id()), &cells);
            text.push('\n');
        }
        text
    }
}

/// A row as it is said: `{2}` is the third cell, and what stands in brackets is left out where a cell in it is empty.
pub(super) fn said(pattern: &str, cells: &[&str]) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('[') {
        let (within, after) = behind.split_once(']').unwrap_or((behind, ""));
        text += &filled(before, cells).unwrap_or_default();
        text += &filled(within, cells).unwrap_or_default();
        rest = after;
    }
    text + &filled(rest, cells).unwrap_or_default()
}

/// A text with its cells; none where one of them is empty, unless it is all there is to say.
fn filled(pattern: &str, cells: &[&str]) -> Option<String> {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('{') {
        let (number, after) = behind.split_once('}')?;
        let cell = cells.get(number.parse::<usize>().ok()?)?;
        if cell.is_empty() {
            return None;
        }
        text += before;
        text += cell;
        rest = after;
    }
    Some(text + rest)
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn what_is_empty_is_not_said() {
        for (cells, told) in [
            (["EHRM", "hof", "3"], "EHRM, hof, 3 keer"),
            (["EHRM", "", "3"], "EHRM, 3 keer"),
        ] {
            assert_eq!(said("{0}[, {1}], {2} keer", &cells), told);
        }
    }
}
