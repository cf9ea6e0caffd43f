//! The rows of a table on the screen: their cells side by side where there is room, else one under the
//! other, and always whole.

pub use super::columns::Look;
use super::{
    App, Table,
    columns::{Column, Width, columns},
};
use crate::{
    app::{
        stance::{sign, verdict_sign},
        tables::Teller,
    },
    letter::LINE_END,
    reading::layout,
};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// From this many cells on the cells of a row stand side by side.
const BESIDE: usize = 96;

/// For so many cells the widths of the columns are made.
const USUAL: usize = 118;

/// A column is as wide as what stands in it, unless it is so wide: then it is wrapped, in cells.
const WRAPPED: usize = 16;

/// From so many rows of the screen on there is room for air between those of a table.
const AIRY: usize = 14;

/// How far the cells are apart, in cells of the screen.
const GAP: usize = 2;

/// How far words stand to the right of what they belong to, where they stand under it.
const INDENT: usize = 4;

/// A text in a row of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How far from the left it stands, in cells.
    pub x: usize,
    /// The text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// Where the columns of a table stand side by side, in cells; none where there is no room for that.
#[must_use]
pub fn beside(table: Table, width: usize) -> Option<Vec<Range<usize>>> {
    if width < BESIDE {
        return None;
    }
    let columns = columns(table);
    // On a wide screen what is wrapped in its column has more room as well.
    let wide = |of: usize| {
        if of < WRAPPED {
            of
        } else {
            of * width.clamp(USUAL, 2 * USUAL) / USUAL
        }
    };
    let fixed = |column: &Column| match column.width {
        Width::Above(width) | Width::Beside(width) => wide(width),
        Width::Rest => 0,
    };
    let gaps = GAP * columns.len().saturating_sub(1);
    let rest = width.saturating_sub(columns.iter().map(fixed).sum::<usize>() + gaps);
    let mut x = 0;
    let place = |column: &Column| {
        let start = x;
        let end = match column.width {
            Width::Rest => start + rest,
            _ => start + fixed(column),
        };
        x = end + GAP;
        start..end
    };
    Some(columns.iter().map(place).collect())
}

impl App {
    pub(in crate::app) const fn teller(&self) -> Teller<'_> {
        Teller {
            letter: &self.reader.letter,
            words: &self.words,
        }
    }

    /// What a table is called.
    #[must_use]
    pub fn table_name(&self, table: Table) -> &str {
        let words = &self.words.overview;
        match table {
            Table::Recommendations => self.words.pairs(self.reader.letter.pair()),
            Table::Statements => words.statements,
            Table::Asks => words.asks,
            Table::Figures => words.figures,
            Table::When => words.when,
            Table::Named => words.named,
            Table::Abbreviations => words.abbreviations,
            Table::Notes => words.notes,
        }
    }

    /// What the columns of a table are called.
    #[must_use]
    pub fn table_head(&self, table: Table) -> Vec<String> {
        match table {
            Table::Recommendations => self.teller().recommendation_head(),
            Table::Statements => self.teller().statement_head(),
            Table::Asks => self.teller().ask_head(),
            Table::Figures => self.teller().figure_head(),
            Table::When => self.teller().when_head(),
            Table::Abbreviations => self.teller().abbreviation_head(),
            Table::Notes => self.teller().note_head(),
            Table::Named => self.heat_head(),
        }
    }

    /// The cells of a row of a table.
    #[must_use]
    pub fn row_cells(&self, table: Table, id: usize) -> Vec<String> {
        match table {
            Table::Recommendations => {
                let section = &self.reader.letter.sections()[id];
                self.teller().recommendation(section, self.title(section))
            }
            Table::Statements => self.teller().statement(&self.reader.statements()[id]),
            Table::Asks => self.teller().ask(&self.reader.asks()[id]),
            Table::Figures => self.teller().figure(self.reader.figures().at(id)),
            Table::When => self.teller().when(&self.reader.whens()[id]),
            Table::Abbreviations => self.teller().abbreviation(self.reader.abbreviation(id)),
            Table::Notes => self.note_cells(id),
            Table::Named => self.heat_cells(id),
        }
    }

    /// The rows of the screen that a row of the table that shows takes, by its index among those that show.
    #[must_use]
    pub fn row_lines(&self, at: usize) -> Vec<Vec<Piece>> {
        let table = self.reader.overview.table;
        let Some(&id) = self.reader.overview.sheet().rows.get(at) else {
            return Vec::new();
        };
        let mut cells = self.row_cells(table, id);
        let quotes = self.quotes_apart(table, id, &mut cells);
        let width = usize::from(self.overview_regions().list.width);
        let columns = columns(table);
        let last_two = &columns[columns.len() - 2.min(columns.len())..];
        if let Some(places) = beside(table, width) {
            let mut lines = side_by_side(columns, &cells, &places);
            let mut from = 0;
            for quote in &quotes {
                let block = side_by_side(last_two, quote, &places[places.len() - quote.len()..]);
                let to = from + block.len();
                lines.resize(lines.len().max(to), Vec::new());
                for (line, pieces) in lines[from..].iter_mut().zip(block) {
                    line.extend(pieces);
                }
                from = to;
            }
            return lines;
        }
        if table == Table::Abbreviations {
            cells[3] += "×";
            cells[4] = format!("in {}", cells[4]);
        }
        let mut lines = stacked(columns, &cells, width);
        for quote in &quotes {
            lines.extend(stacked(last_two, quote, width));
        }
        lines
    }

    /// The quotes behind the stance of a recommendation, or what takes up an ask, taken out of its cells to stand one under the other.
    fn quotes_apart(&self, table: Table, id: usize, cells: &mut [String]) -> Vec<[String; 2]> {
        if table == Table::Asks {
            let ask = &self.reader.asks()[id];
            cells[1] = format!("{} {}", verdict_sign(ask.verdict), cells[1]);
            cells[3..].iter_mut().for_each(String::clear);
            return self.teller().answers(ask);
        }
        if table != Table::Recommendations {
            return Vec::new();
        }
        let Some(stance) = self
            .reader
            .letter
            .stance(&self.reader.letter.sections()[id])
        else {
            return Vec::new();
        };
        cells[2] = format!("{} {}", sign(stance.label), cells[2]);
        cells[3..].iter_mut().for_each(String::clear);
        self.teller().quotes(stance)
    }

    /// How many rows of the screen are left empty between two rows of the table that shows: one, but where
    /// none is wrapped, or where all fit without it and would not with it.
    #[must_use]
    pub fn air(&self) -> usize {
        let height = usize::from(self.overview_regions().list.height);
        if self.reader.overview.table == Table::Named || height < AIRY {
            return 0;
        }
        let count = self.reader.overview.sheet().rows.len();
        let (mut used, mut rows) = (0, 0);
        while rows < count && used <= height {
            used += self.row_height(rows);
            rows += 1;
        }
        let all_fit = rows == count && used <= height;
        let none_wrapped = used == rows;
        let fit_with_air = used + rows.saturating_sub(1) <= height;
        usize::from(!none_wrapped && (!all_fit || fit_with_air))
    }

    /// How many rows of the screen a row of the table that shows takes.
    pub(super) fn row_height(&self, at: usize) -> usize {
        if self.reader.overview.table == Table::Named {
            return 1;
        }
        self.row_lines(at).len().max(1)
    }
}

/// The lines of a text in a column.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let rows = layout::wrap_lines(text, width, LINE_END).into_iter();
    rows.map(|row| text[row.start..row.end].to_owned())
        .collect()
}

fn side_by_side(columns: &[Column], cells: &[String], places: &[Range<usize>]) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    for ((column, cell), place) in columns.iter().zip(cells).zip(places) {
        for (row, text) in wrapped(cell, place.len()).into_iter().enumerate() {
            if row == lines.len() {
                lines.push(Vec::new());
            }
            lines[row].push(Piece {
                x: place.start,
                text,
                look: column.look,
            });
        }
    }
    lines
}

/// The short cells in a row as far as they fit, and under them the words with what stays beside them.
fn stacked(columns: &[Column], cells: &[String], width: usize) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut x = 0;
    let cells = columns.iter().zip(cells);
    let full = cells.filter(|(_, cell)| !cell.is_empty());
    let (short, long): (Vec<_>, Vec<_>) =
        full.partition(|(column, _)| matches!(column.width, Width::Above(_)));
    for (column, cell) in short {
        if x > 0 && x + cell.width() > width {
            lines.push(Vec::new());
            x = INDENT;
        }
        for (row, text) in wrapped(cell, width - x.min(width)).into_iter().enumerate() {
            if row > 0 {
                lines.push(Vec::new());
                x = INDENT;
            }
            x += add(&mut lines, x, text, column.look);
        }
    }
    lines.push(Vec::new());
    let mut x = INDENT;
    for (column, cell) in long {
        for (row, text) in wrapped(cell, width.saturating_sub(x))
            .into_iter()
            .enumerate()
        {
            if row > 0 {
                lines.push(Vec::new());
            }
            let taken = add(&mut lines, x, text, column.look);
            if matches!(column.width, Width::Beside(_)) {
                x += taken;
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Puts a text into the last line; how far the next is from its start, in cells.
fn add(lines: &mut [Vec<Piece>], x: usize, text: String, look: Look) -> usize {
    let taken = text.width() + GAP;
    if let Some(line) = lines.last_mut() {
        line.push(Piece { x, text, look });
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::overview::columns::{WORDS, above, beside_words};

    const COLUMNS: &[Column] = &[above(3, Look::Number), above(6, Look::Strong), WORDS];

    fn picture(lines: &[Vec<Piece>]) -> Vec<String> {
        let line = |pieces: &Vec<Piece>| {
            let mut line = String::new();
            for piece in pieces {
                line += &" ".repeat(piece.x - line.width());
                line += &piece.text;
            }
            line
        };
        lines.iter().map(line).collect()
    }

    fn cells(cells: [&str; 3]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn every_cell_is_whole_side_by_side() {
        let cells = cells(["4.1", "een twee", "drie vier vijf zes"]);
        let lines = side_by_side(COLUMNS, &cells, &[0..3, 5..11, 13..22]);
        assert_eq!(
            picture(&lines),
            ["4.1  een     drie vier", "     twee    vijf zes"]
        );
    }

    #[test]
    fn every_cell_is_whole_one_under_the_other() {
        for (cells, width, picture_of) in [
            (
                ["4.1", "een", "drie vier vijf zes"],
                20,
                &["4.1  een", "    drie vier vijf", "    zes"][..],
            ),
            (["4.1", "", "drie"], 20, &["4.1", "    drie"]),
            (["4.1", "een twee", ""], 12, &["4.1", "    een twee"]),
            (
                ["4.1", "eentweedrie vier", ""],
                11,
                &["4.1", "    eentwee", "    drie", "    vier"],
            ),
        ] {
            let cells = self::cells(cells);
            assert_eq!(picture(&stacked(COLUMNS, &cells, width)), picture_of);
        }
        let columns = &[above(3, Look::Number), beside_words(6, Look::Faint), WORDS];
        let cells = cells(["4", "4.1 +2", "drie vier vijf"]);
        assert_eq!(
            picture(&stacked(columns, &cells, 21)),
            ["4", "    4.1 +2  drie vier", "            vijf"]
        );
    }

    #[test]
    fn columns_fill_the_width_without_touching() {
        for table in Table::ALL {
            for width in [96, 118, 200] {
                let places = beside(table, width).unwrap();
                for pair in places.windows(2) {
                    assert!(pair[0].end < pair[1].start);
                }
                assert!(places.last().is_none_or(|last| last.end == width));
            }
            assert_eq!(beside(table, 95), None);
        }
    }
}
