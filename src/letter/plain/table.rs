//! Tables in plain text: rows of cells between strokes, as Markdown writes them, with a rule under the rows that head
//! the table or without one. Rows whose cells tabs part are written so before the text is read (`letter::tabbed`).

use crate::letter::{Cell, Kind, byte};
use std::ops::Range;

/// A line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Which line, counted from 0.
    pub(super) at: usize,
    pub(super) row: Row,
}

/// What a line of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The line under the rows that head the table.
    Rule,
    /// A row of a table, which are counted from 0.
    Cells { table: u32, head: bool },
}

/// A row as a paragraph of the letter.
#[derive(Clone, Debug)]
pub(in crate::letter) struct Placed {
    pub(in crate::letter) paragraph: usize,
    pub(in crate::letter) kind: Kind,
    pub(in crate::letter) cells: Box<[Cell]>,
}

/// Where the cells of a row stand in its line, in bytes, without the white space around them; nothing where the line
/// is no row.
pub(super) fn cells(line: &str) -> Option<Vec<Range<usize>>> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut at = line.len() - inner.len();
    let cells = inner
        .strip_suffix('|')
        .unwrap_or(inner)
        .split('|')
        .map(|cell| {
            let start = at + cell.len() - cell.trim_start().len();
            at += cell.len() + 1;
            start..start + cell.trim().len()
        });
    let cells: Vec<_> = cells.collect();
    (cells.len() > 1).then_some(cells)
}

/// Whether a line is a rule between rows: `|---|:--:|`.
fn is_rule(line: &str) -> bool {
    line.contains("--") && line.bytes().all(|byte| b"|-:+= ".contains(&byte))
}

/// The lines of tables in a text: two or more rows of as many cells under one another.
pub(super) fn find(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    if byte::find(b'|', text.as_bytes()).is_none() {
        return found;
    }
    let mut tables = 0;
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, line) in text.split('\n').map(str::trim).enumerate() {
        if line.contains('|') {
            open.push((at, line));
        } else if !line.is_empty() && !open.is_empty() {
            take(&open, &mut tables, &mut found);
            open.clear();
        }
    }
    take(&open, &mut tables, &mut found);
    found
}

/// Takes rows under one another as those of tables: each as far as the number of its cells stays.
fn take(lines: &[(usize, &str)], tables: &mut u32, found: &mut Vec<Line>) {
    let count = |line: &str| cells(line).map_or(0, |cells| cells.len());
    for rows in lines.chunk_by(|(_, one), (_, next)| count(one) == count(next)) {
        let rule = rows.iter().position(|(_, line)| is_rule(line));
        let closed = |line: &str| line.starts_with('|') && line.ends_with('|');
        // Two strokes in each of several lines are no chance either.
        let several = count(rows[0].1) > 2;
        let told = several || rule.is_some() || rows.iter().all(|(_, line)| closed(line));
        let words = |line: &str| line.contains(|c: char| !"|-:+= \t".contains(c));
        if rows.len() < 2
            || count(rows[0].1) == 0
            || !told
            || !rows.iter().any(|(_, line)| words(line))
        {
            continue;
        }
        let heads = rule.unwrap_or_else(|| usize::from(names_columns(rows)));
        let table = *tables;
        found.extend(rows.iter().enumerate().map(|(index, (at, line))| {
            let cells = Row::Cells {
                table,
                head: index < heads,
            };
            let row = if is_rule(line) { Row::Rule } else { cells };
            Line { at: *at, row }
        }));
        *tables += 1;
    }
}

/// Whether the first of some rows names the columns: all but its corner, or without a figure where each of the others
/// has one.
fn names_columns(rows: &[(usize, &str)]) -> bool {
    let figures = |line: &str| line.contains(|c: char| c.is_ascii_digit());
    let [(_, first), others @ ..] = rows else {
        return false;
    };
    let own = cells(first).unwrap_or_default();
    let filled = own.iter().skip(1).all(|cell| !cell.is_empty());
    let corner = own.first().is_some_and(Range::is_empty);
    filled && (corner || !figures(first) && others.iter().all(|(_, line)| figures(line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{self, Letter};

    /// The rows of the tables of a letter, each with its number, its cells, and `*` where it heads the table.
    fn rows(letter: &Letter) -> Vec<String> {
        let paragraphs = 0..letter.paragraphs().len();
        let row = |index: usize| {
            let Kind::Row { table, head } = letter.kind(index) else {
                return None;
            };
            let words = letter.paragraph(index);
            let cells = letter.cells(index).iter();
            let cells: Vec<&str> = cells.map(|cell| &words[cell.text.clone()]).collect();
            Some(format!(
                "{table}{} {}",
                if head { "*" } else { "" },
                cells.join("/")
            ))
        };
        paragraphs.filter_map(row).collect()
    }

    const BEFORE: &str = "Geachte voorzitter,\n\nHierbij stuur ik u de cijfers over de uitgaven van de afgelopen drie jaren.\n\n";
    const AFTER: &str =
        "\n\nDe uitgaven stijgen dus, en dat zal in de komende jaren zo blijven gaan.\n";

    #[test]
    fn tables_are_tables() {
        for (table, expected) in [
            (
                "Tabel 1 Uitgaven\nJaar | Aantal | Bedrag\n2023 | 12 | € 10 miljoen\n2024 | 14 | € 11 miljoen",
                &[
                    "0* Jaar/Aantal/Bedrag",
                    "0 2023/12/€ 10 miljoen",
                    "0 2024/14/€ 11 miljoen",
                ][..],
            ),
            (
                "| Jaar | Bedrag |\n|---|---:|\n| 2023 | € 10 miljoen |\n| 2024 | |",
                &["0* Jaar/Bedrag", "0 2023/€ 10 miljoen", "0 2024/"][..],
            ),
            (
                "Jaar\tBedrag\n2023\t€ 10 miljoen\n2024\t€ 12 miljoen",
                &[
                    "0* Jaar/Bedrag",
                    "0 2023/€ 10 miljoen",
                    "0 2024/€ 12 miljoen",
                ],
            ),
            (
                "| Soort | Doel |\n\n| Wegen | Asfalt |\n\n| Bruggen | Staal |",
                &["0 Soort/Doel", "0 Wegen/Asfalt", "0 Bruggen/Staal"],
            ),
            (
                "\t2023\t2024\nWegen\t10\t12\nBruggen\t3\t4",
                &["0* /2023/2024", "0 Wegen/10/12", "0 Bruggen/3/4"],
            ),
            (
                "| a | b |\n| c | d |\n\nTekst ertussen die lang genoeg is.\n\n| a | b | c |\n| d | e | f |",
                &["0 a/b", "0 c/d", "1 a/b/c", "1 d/e/f"],
            ),
            // Without strokes around; what is none: lists, headings, signatures, words with a stroke.
            (
                "Jaar | Bedrag\n--- | ---\n2023 | 10",
                &["0* Jaar/Bedrag", "0 2023/10"],
            ),
            ("1.\tDoe dit.\n2.\tDoe dat.", &[]),
            ("•\tDoe dit.\n•\tDoe dat.", &[]),
            ("2.1\tInleiding\n2.2\tGevolgen", &[]),
            (
                "De Minister van X,\tDe Minister van Y,\nA. Naam\tB. Naam",
                &[],
            ),
            ("\tEen alinea die inspringt.\n\tNog een.", &[]),
            ("| alleen |", &[]),
            ("Kies rood | groen\nof blauw | geel.", &[]),
            ("||\n||", &[]),
            ("|--|--|\n|:-|-:|", &[]),
        ] {
            let letter = letter::read([BEFORE, table, AFTER].concat()).unwrap();
            assert_eq!(rows(&letter), expected, "{table}");
            assert_eq!(letter.head().len(), 0, "{table}");
            assert_eq!(letter.address(1).unwrap().to_string(), "0.2", "{table}");
        }
    }

    #[test]
    fn a_text_of_strokes_alone_is_a_letter() {
        for text in [
            "||\n||",
            "|--|--|\n|--|--|",
            "|",
            "| |\n| |",
            ">\n>\n>\n>\n>\n>",
        ] {
            let letter = letter::read(text).unwrap();
            assert!(
                letter.paragraphs().iter().any(|own| own.start < own.end),
                "{text}"
            );
        }
    }

    #[test]
    fn rows_stay_rows_where_a_letter_has_headings_marks_and_pairs() {
        let table = "| Jaar | Bedrag |\n|---|---|\n| 2023 | zie daar1 |\n";
        let text = format!(
            "{BEFORE}Uitgaven\n\nWat volgt, zijn de uitgaven van het ministerie in de jaren.\n\n{table}{AFTER}\n\
             Wat er bij komt2, staat in de bijlage.\n\nDe Minister van X,\n\nA. Naam\n"
        );
        let letter = letter::read(text).unwrap();
        assert_eq!(letter.sections().len(), 3);
        assert_eq!(rows(&letter), ["0* Jaar/Bedrag", "0 2023/zie daar"]);
        assert_eq!(letter.marks().len(), 2);
        let pairs = format!(
            "Aanbeveling 1: Doe dit.\n\nHet kabinet doet dit.\n\n{table}\nAanbeveling 2: Doe dat.\n\nHet kabinet doet dat."
        );
        let letter = letter::read(pairs).unwrap();
        assert_eq!((letter.recommendations(), rows(&letter).len()), (2, 2));
        let row =
            (0..letter.paragraphs().len()).find(|at| letter.paragraph(*at).starts_with("2023"));
        assert_eq!(letter.address(row.unwrap()).unwrap().to_string(), "1.3");
    }
}
