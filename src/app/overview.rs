//! The overview: tables of what the letter holds, each narrowed, sorted and gone through on its own. A
//! row leads to the words it tells of, and the way back leads to the row.

mod columns;
mod copy;
pub mod heat;
mod menu;
mod notes;
mod place;
pub mod row;
pub mod sheet;
mod state;
mod table;
mod when;

pub use super::message::TablePart;
pub use menu::TableMenu;
pub use place::{Regions, choice_at, choices};
pub use state::Overview;
pub(super) use state::{Counts, Removed};
pub use table::{Sheet, Sort, Table, TableForm};

use super::{
    App, Hits, Overlay, Reader, cursor, geometry,
    hits::Came,
    message::{Act, Effect, Reach, Turn},
    typed::{self, LONGEST_LINE, edit_line, type_into},
};
use crate::{
    catalogue::Figures,
    letter::{Answered, Ask, Span, Statement},
    reading::{asks, jumplist::Face, signals},
};
use tui_input::Input;

impl Reader {
    /// The statements of the letter, found when first asked for.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        let found = &self.overview.statements;
        found.get_or_init(|| signals::statements(&self.letter))
    }

    /// What the recommendations ask for, found when first asked for.
    #[must_use]
    pub fn asks(&self) -> &[Ask] {
        let found = &self.overview.asks;
        found.get_or_init(|| asks::asks(&self.letter))
    }

    /// The figures and dates of the letter, as far as it has been read for their table.
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        &self.overview.figures
    }

    pub(super) fn choose_row(&mut self, turn: Turn, rows: usize) {
        let sheet = self.overview.sheet_mut();
        sheet.chosen = cursor::moved(sheet.chosen, turn, rows, sheet.rows.len());
    }

    /// The row that is chosen, as what it is of, if the table has any.
    #[must_use]
    pub fn chosen_row(&self) -> Option<usize> {
        let sheet = self.overview.sheet();
        sheet.rows.get(sheet.chosen).copied()
    }
}

impl App {
    /// What the letter holds none of, in words; nothing where that is not known, or nothing is absent.
    #[must_use]
    pub fn absent_figures(&self) -> Option<String> {
        self.words.absent(&self.reader.figures().absent())
    }

    /// Opens the overview as it was left; at first with the section that shows.
    pub(super) fn open_overview(&mut self) {
        let first = !self.reader.overview.sheet().is_made();
        self.show_overview();
        if first {
            let here = self.reader.section();
            let rows = &self.reader.overview.sheet().rows;
            let chosen = rows.iter().position(|&id| id == here).unwrap_or_default();
            self.reader.overview.sheet_mut().chosen = chosen;
        }
    }

    /// Shows the overview as it was left, with the bookmarks and notes that there are now.
    pub(super) fn show_overview(&mut self) {
        self.overlay = Some(Overlay::Overview);
        self.reader.overview.sheets[Table::Notes as usize].forget();
        self.make_sheet();
    }

    /// Shows the asks that no sentence of the letter takes up.
    pub(super) fn show_unanswered(&mut self) {
        self.narrow_by(Input::default());
        self.reader.overview.table = Table::Asks;
        let asks = self.reader.asks();
        let mut unanswered = asks.iter().map(|ask| ask.verdict);
        let is_any = unanswered.any(|verdict| verdict == Answered::Unmentioned);
        if !is_any && !asks.is_empty() {
            self.notice = Some(self.words.overview.all_answered.to_owned());
        }
        let sheet = self.reader.overview.sheet_mut();
        sheet.kind = is_any.then_some(Answered::Unmentioned as usize);
        sheet.forget();
        self.show_overview();
    }

    /// Shows a table of the overview with the row chosen that it was left by.
    pub(super) fn show_overview_at(&mut self, table: usize, id: usize) {
        self.reader.overview.table = Table::ALL[table % Table::ALL.len()];
        self.show_overview();
        let sheet = self.reader.overview.sheet_mut();
        if let Some(at) = sheet.rows.iter().position(|&row| row == id) {
            sheet.chosen = at;
        }
    }

    pub(super) fn overview_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::OwnNote => self.write_chosen_note(),
            Act::Editor => {
                self.write_chosen_note();
                return self.edit_own_note();
            }
            Act::RemoveMark => return self.remove_chosen_mark(),
            Act::RestoreMark => return self.restore_removed(),
            Act::Accept if self.reader.chosen_orphan().is_some() => self.hold_chosen(),
            Act::Choose(turn, Reach::Row) => self.reader.choose_row(turn, 1),
            Act::Choose(turn, _) => self.reader.choose_row(turn, self.rows_shown().max(2) - 1),
            Act::Extreme(turn) => self.reader.choose_row(turn, usize::MAX),
            Act::Table(turn) => self.turn_table(turn),
            Act::Kind(turn) => self.turn_kind_of_rows(turn),
            Act::Cell(turn) => self.reader.choose_cell(turn),
            Act::Sort => self.turn_sort(),
            Act::Narrow => self.overlay = Some(Overlay::Narrow),
            Act::Timeline => self.open_timeline(),
            Act::Accept => self.accept_row(),
            Act::Copy => self.open_table_menu(),
            Act::Close if self.reader.overview.input.value().is_empty() => self.overlay = None,
            Act::Close => self.widen(),
            _ => {}
        }
        None
    }

    /// Shows all rows again; what was typed can be put back.
    fn widen(&mut self) {
        let input = self.reader.overview.input.clone();
        self.narrow_by(typed::left(input));
    }

    pub(super) fn narrow_act(&mut self, act: Act) {
        match act {
            Act::Narrowed => self.overlay = Some(Overlay::Overview),
            Act::Close => {
                self.overlay = Some(Overlay::Overview);
                self.widen();
            }
            Act::Choose(turn, Reach::Row) => self.reader.choose_row(turn, 1),
            Act::Choose(turn, _) => self.reader.choose_row(turn, self.rows_shown().max(2) - 1),
            Act::Edit(edit) => {
                let mut input = self.reader.overview.input.clone();
                edit_line(&mut input, edit, LONGEST_LINE);
                self.narrow_by(input);
            }
            _ => {}
        }
    }

    pub(super) fn type_narrow(&mut self, text: &str) {
        let mut input = self.reader.overview.input.clone();
        type_into(&mut input, text, LONGEST_LINE);
        self.narrow_by(input);
    }

    /// Shows the rows that hold what is typed, in every table.
    fn narrow_by(&mut self, input: Input) {
        let changed = input.value() != self.reader.overview.input.value();
        self.reader.overview.input = input;
        if changed {
            self.reader
                .overview
                .sheets
                .iter_mut()
                .for_each(Sheet::forget);
            self.make_sheet();
        }
    }

    /// To the table of this number, counted from 1.
    pub(super) fn go_to_table(&mut self, number: u32) {
        let at = (number as usize).checked_sub(1);
        if let Some(&table) = at.and_then(|at| Table::ALL.get(at)) {
            self.reader.overview.table = table;
            self.make_sheet();
        }
    }

    fn turn_table(&mut self, turn: Turn) {
        let count = Table::ALL.len();
        let by = if turn == Turn::On { 1 } else { count - 1 };
        self.reader.overview.table = Table::ALL[(self.reader.overview.table as usize + by) % count];
        self.make_sheet();
    }

    /// Jumps to the words that the chosen row tells of. Those of the other rows can then be gone through,
    /// or all that the row itself has.
    fn accept_row(&mut self) {
        let Some(id) = self.reader.chosen_row() else {
            return;
        };
        let (name, spans, at) = self.row_leads_to(id);
        let Some(&span) = spans.get(at) else { return };
        let face = Face::Overview(self.reader.overview.table as usize, id);
        self.reader.jumps.leave_from(self.reader.stand(), face);
        self.overlay = None;
        self.reader.reveal(span);
        self.reader.hits = Some(Hits::new(name, spans, at));
        self.tell_hit(Came::Straight);
    }

    /// Where a row leads.
    fn row_leads_to(&self, id: usize) -> Leads {
        match self.reader.overview.table {
            Table::Recommendations => {
                let section = &self.reader.letter.sections()[id];
                if let Some(stance) = self.reader.letter.stance(section) {
                    return (self.words.stances.hits.to_owned(), stance.quotes.clone(), 0);
                }
                let start = self.reader.letter.response(section).start;
                let paragraph = start.min(section.paragraphs.end - 1);
                (self.title(section), vec![start_of(paragraph)], 0)
            }
            Table::Named => self.cell_leads_to(id),
            Table::Abbreviations => {
                let short = self.reader.abbreviation(id);
                (short.short.clone(), short.spans().collect(), 0)
            }
            Table::Asks => {
                let ask = &self.reader.asks()[id];
                let answers = ask.answers.iter().map(|answer| answer.span);
                let spans = std::iter::once(ask.span).chain(answers).collect();
                // What is answered leads to the answer, what is not to the ask.
                let first = usize::from(ask.verdict != Answered::Unmentioned);
                (self.words.overview.asks.to_lowercase(), spans, first)
            }
            Table::Statements => self.row_after_row(|id| self.reader.statements()[id].span),
            Table::Figures => self.row_after_row(|id| self.reader.figures().at(id).span),
            Table::When => self.row_after_row(|id| self.reader.whens()[id].span),
            Table::Notes => self.marked_places(),
        }
    }

    /// Through the words of all rows that show, one a row, from the chosen one on.
    fn row_after_row(&self, span: impl Fn(usize) -> Span) -> Leads {
        let sheet = self.reader.overview.sheet();
        let spans = sheet.rows.iter().map(|&id| span(id)).collect();
        let name = self.table_name(self.reader.overview.table).to_lowercase();
        (name, spans, sheet.chosen)
    }

    /// Whether the overview shows, with whatever lies over it.
    #[must_use]
    pub const fn shows_overview(&self) -> bool {
        matches!(
            self.overlay,
            Some(
                Overlay::Overview | Overlay::Narrow | Overlay::TableCopy(_) | Overlay::Timeline(_)
            )
        )
    }

    /// Puts the first row that shows where the chosen one does.
    pub(super) fn settle_overview(&mut self) {
        if !self.shows_overview() || self.reader.size == geometry::Size::default() {
            return;
        }
        let height = usize::from(self.overview_regions().list.height).max(1);
        let chosen = self.reader.overview.sheet().chosen;
        let mut first = self.reader.overview.sheet().first.min(chosen);
        first = first.max((chosen + 1).saturating_sub(height));
        let air = self.air();
        let rows = (first..=chosen).map(|at| self.row_height(at) + air);
        // Behind the last one none is needed.
        let mut rows = rows.sum::<usize>() - air;
        while rows > height && first < chosen {
            rows -= self.row_height(first) + air;
            first += 1;
        }
        self.reader.overview.sheet_mut().first = first;
    }

    /// How many rows of the table show.
    fn rows_shown(&self) -> usize {
        let height = usize::from(self.overview_regions().list.height);
        let sheet = self.reader.overview.sheet();
        let air = self.air();
        let mut used = 0;
        (sheet.first..sheet.rows.len())
            .take_while(|&at| {
                used += self.row_height(at) + air;
                used <= height + air
            })
            .count()
    }
}

/// Where a row leads: what is gone through there, all its places, and which of them comes first.
type Leads = (String, Vec<Span>, usize);

/// The start of a paragraph, as what can be jumped to.
const fn start_of(paragraph: usize) -> Span {
    Span {
        paragraph,
        start: 0,
        end: 0,
    }
}
