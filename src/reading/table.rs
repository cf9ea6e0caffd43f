//! Rows of cells as text that is printed or copied: in columns, as Markdown, with tabs between.

use super::markdown::escape;
use unicode_width::UnicodeWidthStr;

/// The widest that a column is padded to, in cells; what is longer runs on.
const WIDEST: usize = 80;

/// Rows with their cells in columns, two cells apart; `ink` gives each cell, by its column, its looks.
#[must_use]
pub fn columns(rows: &[Vec<String>], ink: impl Fn(usize, &str) -> String) -> String {
    first_columns(rows, rows.first().map_or(0, Vec::len), ink)
}

/// The same of the first so many cells of each row.
#[must_use]
pub fn first_columns(
    rows: &[Vec<String>],
    count: usize,
    ink: impl Fn(usize, &str) -> String,
) -> String {
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].width());
        widths.max().unwrap_or(0).min(WIDEST)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut printed = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            line += &ink(column, cell);
            if column + 1 < count {
                line += &" ".repeat(width.saturating_sub(cell.width()) + 2);
            }
        }
        printed += line.trim_end();
        printed.push('\n');
    }
    printed
}

/// Rows of cells as a table in Markdown.
#[must_use]
pub fn markdown(head: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        format!(
            "| {} |\n",
            cells
                .iter()
                .map(|cell| escape(cell).replace('|', "\\|"))
                .collect::<Vec<_>>()
                .join(" | ")
        )
    };
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule = vec!["---".to_owned(); head.len()].join(" | ");
    let body: String = rows.iter().map(|row| line(row)).collect();
    format!("{}| {rule} |\n{body}", line(&head))
}

/// The names of the columns, then rows of cells, with tabs between.
#[must_use]
pub fn tabs(head: &[&str], rows: &[Vec<String>]) -> String {
    let rows = rows.iter().map(|row| row.join("\t") + "\n");
    [head.join("\t") + "\n"].into_iter().chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn columns_stand_under_one_another() {
        let rows = rows(&[&["één", "b", "c"], &["d", "", "ff"], &["d", "", ""]]);
        let ink = |column: usize, cell: &str| {
            if column == 1 {
                cell.to_uppercase()
            } else {
                cell.to_owned()
            }
        };
        assert_eq!(columns(&rows, ink), "één  B  c\nd       ff\nd\n");
        assert_eq!(columns(&[], ink), "");
    }

    #[test]
    fn markdown_means_itself() {
        assert_eq!(
            markdown(&["a", "b"], &[vec!["1".into(), "2|*3".into()]]),
            "| a | b |\n| --- | --- |\n| 1 | 2\\|\\*3 |\n"
        );
    }

    #[test]
    fn tabs_stand_between_cells_under_the_names_of_their_columns() {
        let rows = rows(&[&["1", "x"], &["2", ""]]);
        assert_eq!(
            tabs(&["number", "text"], &rows),
            "number\ttext\n1\tx\n2\t\n"
        );
        assert_eq!(tabs(&["number"], &[]), "number\n");
    }
}
