//! Rows of cells as text that is printed or copied: in columns, as Markdown, with tabs between.

use super::markdown::escape;
use unicode_width::UnicodeWidthStr;

/// The widest that a column is padded to, in cells; what is longer runs on.
const WIDEST: usize = 80;

/// The width of each of the first so many columns, in cells.
pub fn widths(rows: impl Iterator<Item = Vec<String>>, count: usize) -> Vec<usize> {
    let mut widths = vec![0; count];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(&row) {
            *width = cell.width().min(WIDEST).max(*width);
        }
    }
    widths
}

/// Lines of cells in columns of these widths, two cells apart; `ink` gives each cell, by its column, its looks.
pub fn columns(
    rows: impl Iterator<Item = Vec<String>>,
    widths: Vec<usize>,
    ink: impl Fn(usize, &str) -> String,
) -> impl Iterator<Item = String> {
    rows.map(move |row| {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            line += &ink(column, cell);
            if column + 1 < widths.len() {
                line += &" ".repeat(width.saturating_sub(cell.width()) + 2);
            }
        }
        line.truncate(line.trim_end().len());
        line + "\n"
    })
}

/// Lines of a table in Markdown with these rows of cells.
pub fn markdown(
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> impl Iterator<Item = String> {
    let line = |cells: Vec<String>| {
        let cells = cells
            .iter()
            .map(|cell| escape(cell).replace('|', "\\|"))
            .collect::<Vec<_>>();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = vec!["---".to_owned(); head.len()];
    let head = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule = format!("| {} |\n", rule.join(" | "));
    [line(head), rule].into_iter().chain(rows.map(line))
}

/// The names of the columns, then rows of cells, with tabs between.
pub fn tabs(
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> impl Iterator<Item = String> {
    let rows = rows.map(|row| row.join("\t") + "\n");
    [head.join("\t") + "\n"].into_iter().chain(rows)
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
        let each = || rows.iter().cloned();
        assert_eq!(widths(each(), 3), [3, 1, 2]);
        let lines: Vec<_> = columns(each(), widths(each(), 3), ink).collect();
        assert_eq!(lines, ["één  B  c\n", "d       ff\n", "d\n"]);
        let lines: Vec<_> = columns(each(), widths(each(), 1), ink).collect();
        assert_eq!(lines, ["één\n", "d\n", "d\n"]);
        let long = vec![vec!["a".repeat(200)], vec!["b".into()]];
        assert_eq!(widths(long.into_iter(), 1), [WIDEST]);
    }

    #[test]
    fn markdown_means_itself() {
        assert_eq!(
            markdown(&["a", "b"], [vec!["1".into(), "2|*3".into()]].into_iter())
                .collect::<String>(),
            "| a | b |\n| --- | --- |\n| 1 | 2\\|\\*3 |\n"
        );
    }

    #[test]
    fn tabs_stand_between_cells_under_the_names_of_their_columns() {
        let rows = rows(&[&["1", "x"], &["2", ""]]);
        assert_eq!(
            tabs(&["number", "text"], rows.into_iter()).collect::<String>(),
            "number\ttext\n1\tx\n2\t\n"
        );
        let none: Vec<_> = tabs(&["number"], std::iter::empty()).collect();
        assert_eq!(none, ["number\n"]);
    }
}
