//! The tables of the overview, what their rows are of, and which of them show in which order.

use super::{App, Reader, Sort, Table, Turn, when::years_of};
use crate::{
    app::slice::SLICE,
    catalogue::{FigureKind, Kind},
    letter::{Answered, SectionKind, Span, StatementKind},
    text::fold::fold,
};
use std::{borrow::Cow, cmp::Reverse};

/// How many figures are looked at together: for each its sentence may have to be read.
const TOGETHER: usize = 4096;

impl Reader {
    /// All rows of a table, as they stand in the letter or in the catalogue.
    fn all_rows(&self, table: Table) -> Vec<usize> {
        match table {
            Table::Recommendations => {
                let told = |index: &usize| {
                    let section = &self.letter.sections()[*index];
                    let judged = self.letter.stance(section).is_some();
                    section.kind == SectionKind::Recommendation || judged
                };
                (0..self.letter.sections().len()).filter(told).collect()
            }
            Table::Statements => (0..self.statements().len()).collect(),
            Table::Asks => (0..self.asks().len()).collect(),
            // The rest comes between the keys.
            Table::Figures => (0..self.figures().len().min(TOGETHER)).collect(),
            Table::When => (0..self.whens().len()).collect(),
            Table::Named => {
                let named = |&index: &usize| self.mentions.of(index).len() > 0;
                (0..self.catalogue.count()).filter(named).collect()
            }
            Table::Abbreviations => (0..self.abbreviations().all().len()).collect(),
            Table::Notes => self.note_rows(),
        }
    }

    /// Where a row stands by a part of its statement: those without it last.
    fn part_key(&self, part: Option<Span>) -> (bool, String) {
        let words = part.map(|span| fold(self.letter.words(span)));
        (words.is_none(), words.unwrap_or_default())
    }

    /// How often what a row is of stands in the letter.
    fn row_count(&self, table: Table, id: usize) -> usize {
        match table {
            Table::Named => self.mentions.of(id).len(),
            Table::Abbreviations => self.abbreviation(id).spans().len(),
            Table::Recommendations
            | Table::Statements
            | Table::Figures
            | Table::Notes
            | Table::Asks
            | Table::When => 0,
        }
    }

    /// Which kinds a row is of, by their indices: one, but for a time, which is in each of its years.
    fn row_kinds(&self, table: Table, id: usize) -> Vec<usize> {
        if table == Table::When {
            return years_of(&self.whens()[id]).collect();
        }
        if table == Table::Notes {
            return self.tags_of(id);
        }
        self.row_kind(table, id).into_iter().collect()
    }

    /// Which kind a row is of, by its index in an order of their own.
    fn row_kind(&self, table: Table, id: usize) -> Option<usize> {
        match table {
            Table::Recommendations => {
                let stance = self.letter.stance(&self.letter.sections()[id]);
                Some(stance.map_or(usize::MAX, |stance| stance.label as usize))
            }
            Table::Statements => Some(self.statements()[id].kind as usize),
            Table::Asks => Some(self.asks()[id].verdict as usize),
            Table::Figures => Some(self.figures().at(id).kind as usize),
            Table::Named => Some(self.entity(id).kind as usize),
            Table::Abbreviations | Table::Notes | Table::When => None,
        }
    }

    /// Which of those shows, by index.
    #[must_use]
    pub fn chosen_kind(&self) -> usize {
        let sheet = self.overview.sheet();
        let shown = |&kind: &usize| Some(kind) == sheet.kind;
        sheet.kinds.iter().position(shown).map_or(0, |at| at + 1)
    }
}

impl App {
    /// Finds the rows of the table that shows, where that is still to be done. The chosen one stays chosen.
    pub(in crate::app) fn make_sheet(&mut self) {
        if self.reader.overview.sheet().made {
            return;
        }
        let table = self.reader.overview.table;
        match table {
            Table::Named => self.reader.read_names(),
            Table::Figures => self
                .reader
                .overview
                .figures
                .read_on(&self.reader.letter, SLICE),
            Table::When if self.reader.whens().is_empty() => {
                self.reader.find_whens(TOGETHER);
            }
            _ => {}
        }
        let before = self.reader.chosen_row();
        let all = self.reader.all_rows(table);
        let looked_at = all.len();
        let (rows, kinds) = self.rows_among(table, all);
        let rows = self.in_order(table, rows);
        let chosen = rows.iter().position(|&id| Some(id) == before);
        let sheet = self.reader.overview.sheet_mut();
        (sheet.rows, sheet.kinds, sheet.looked_at) = (rows, kinds, looked_at);
        (sheet.chosen, sheet.made) = (chosen.unwrap_or_default(), true);
    }

    /// Whether more of the table that shows is still to be found.
    #[must_use]
    pub fn has_more_to_show(&self) -> bool {
        let shows_abbreviations = self.reader.overview.table == Table::Abbreviations;
        self.has_more_rows() || shows_abbreviations && self.reader.has_more_names()
    }

    /// Whether the table of figures or that of times shows and more of it is to be made.
    pub(in crate::app) fn has_more_rows(&self) -> bool {
        let sheet = self.reader.overview.sheet();
        let figures = self.reader.figures();
        let shows = self.shows_overview() && sheet.made;
        shows
            && match self.reader.overview.table {
                Table::Figures => !figures.is_whole() || sheet.looked_at < figures.len(),
                Table::When => self.reader.has_more_whens(),
                _ => false,
            }
    }

    /// Makes more of the table that shows: reads on in the letter, and looks at more of what was found.
    pub(in crate::app) fn add_rows(&mut self) {
        let table = self.reader.overview.table;
        let (from, to) = if table == Table::When {
            let from = self.reader.find_whens(TOGETHER);
            (from, self.reader.whens().len())
        } else {
            self.reader
                .overview
                .figures
                .read_on(&self.reader.letter, SLICE);
            let from = self.reader.overview.sheet().looked_at;
            (from, self.reader.figures().len().min(from + TOGETHER))
        };
        let (rows, kinds) = self.rows_among(table, (from..to).collect());
        let sheet = self.reader.overview.sheet_mut();
        sheet.rows.extend(rows);
        sheet.kinds.extend(kinds);
        sheet.kinds.sort_unstable();
        sheet.kinds.dedup();
        sheet.looked_at = to;
        if !self.has_more_rows() {
            let rows = std::mem::take(&mut self.reader.overview.sheet_mut().rows);
            self.reader.overview.sheet_mut().rows = self.in_order(table, rows);
        }
    }

    /// Which of these rows show, and of which kinds there are some among them.
    fn rows_among(&self, table: Table, mut rows: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
        let kind = self.reader.overview.sheet().kind;
        let narrow = fold(self.reader.overview.input.value());
        let holds = |id: usize| {
            let text = || fold(&self.row_text(table, id));
            let holds = |text: String| narrow.split_whitespace().all(|word| text.contains(word));
            narrow.is_empty() || holds(text())
        };
        let of_kind =
            |id: usize| kind.is_none_or(|kind| self.reader.row_kinds(table, id).contains(&kind));
        let mut kinds: Vec<usize> = match table {
            Table::Statements
            | Table::Figures
            | Table::Named
            | Table::Asks
            | Table::Notes
            | Table::When => rows
                .iter()
                .flat_map(|&id| self.reader.row_kinds(table, id))
                .collect(),
            Table::Recommendations | Table::Abbreviations => Vec::new(),
        };
        kinds.sort_unstable();
        kinds.dedup();
        rows.retain(|&id| of_kind(id) && holds(id));
        (rows, kinds)
    }

    fn in_order(&self, table: Table, mut rows: Vec<usize>) -> Vec<usize> {
        match self.reader.overview.sheet().sort(table) {
            Sort::Place if table == Table::When => {
                rows.sort_by_key(|&id| self.reader.whens()[id].span);
            }
            Sort::Place => {}
            Sort::Time => rows.sort_by_key(|&id| self.reader.whens()[id].order()),
            Sort::Stance | Sort::Kind => rows.sort_by_key(|&id| self.reader.row_kind(table, id)),
            Sort::Who => rows.sort_by_cached_key(|&id| {
                self.reader.part_key(match table {
                    Table::When => self.reader.whens()[id].who,
                    _ => self.reader.statements()[id].who,
                })
            }),
            Sort::Term => rows
                .sort_by_cached_key(|&id| self.reader.part_key(self.reader.statements()[id].term)),
            Sort::Count => rows.sort_by_key(|&id| Reverse(self.reader.row_count(table, id))),
            Sort::Name => rows.sort_by_cached_key(|&id| fold(&self.row_name(table, id))),
        }
        rows
    }

    /// The words by which a row is found.
    fn row_text(&self, table: Table, id: usize) -> String {
        match table {
            Table::Named => self.reader.entity(id).forms().collect::<Vec<_>>().join(" "),
            _ => self.row_cells(table, id).join(" "),
        }
    }

    fn row_name(&self, table: Table, id: usize) -> String {
        match table {
            Table::Named => self.under().entity_name(id).to_owned(),
            Table::Abbreviations => self.reader.abbreviation(id).short.clone(),
            Table::Recommendations
            | Table::Statements
            | Table::Figures
            | Table::Notes
            | Table::Asks
            | Table::When => String::new(),
        }
    }

    /// The name of a kind of rows.
    fn kind_of_rows(&self, table: Table, kind: usize) -> Cow<'_, str> {
        let words = &self.words;
        let name = match table {
            Table::When => return self.year_name(kind).into(),
            Table::Notes => return self.reader.tag(kind).into(),
            Table::Statements => words.statements(StatementKind::ALL[kind]),
            Table::Asks => words.verdicts(Answered::ALL[kind]),
            Table::Figures => words.figures(FigureKind::ALL[kind]),
            Table::Named => words.kinds(Kind::ALL[kind]),
            Table::Recommendations | Table::Abbreviations => "",
        };
        name.into()
    }

    /// The names of the kinds that can be shown, all of them first.
    #[must_use]
    pub fn kind_names(&self) -> Vec<Cow<'_, str>> {
        let kinds = self.reader.overview.sheet().kinds.iter();
        let names = kinds.map(|&kind| self.kind_of_rows(self.reader.overview.table, kind));
        std::iter::once(self.words.overview.all.into())
            .chain(names)
            .collect()
    }

    /// Shows the rows of one of those, by index.
    pub(super) fn show_kind(&mut self, index: usize) {
        let sheet = self.reader.overview.sheet_mut();
        let kind = index.checked_sub(1).and_then(|at| sheet.kinds.get(at));
        sheet.kind = kind.copied();
        sheet.forget();
        self.make_sheet();
    }

    /// Shows the rows of the next (or previous) kind; all come before the first and behind the last.
    pub(super) fn turn_kind_of_rows(&mut self, turn: Turn) {
        let count = self.reader.overview.sheet().kinds.len() + 1;
        let by = if turn == Turn::On { 1 } else { count - 1 };
        self.show_kind((self.reader.chosen_kind() + by) % count);
    }

    pub(super) fn turn_sort(&mut self) {
        let sheet = self.reader.overview.sheet_mut();
        sheet.sort += 1;
        sheet.forget();
        self.make_sheet();
    }
}
