//! The table of who and when: found as far as the letter has been read for its figures, and how much each year
//! of it holds.

use super::{App, Overlay, Reader, Table};
use crate::{
    app::slice::SLICE,
    reading::when::{self, When, Years},
};
use tui_input::Input;

impl Reader {
    /// The times that the letter names, as far as they have been found.
    #[must_use]
    pub fn whens(&self) -> &[When] {
        &self.overview.whens.all
    }

    /// How much each year holds, as far as that is known.
    #[must_use]
    pub const fn years(&self) -> &Years {
        &self.overview.whens.years
    }

    /// Whether there may be more times in the letter than have been found.
    pub(super) fn has_more_whens(&self) -> bool {
        let figures = self.figures();
        !figures.is_whole() || self.overview.whens.looked_at < figures.len()
    }

    /// Reads on in the letter, and looks at so many more of its figures; says from which time on they are new.
    pub(super) fn find_whens(&mut self, most: usize) -> usize {
        self.overview.figures.read_on(&self.letter, SLICE);
        let from = self.overview.whens.looked_at;
        let to = self.figures().len().min(from + most);
        let statements = self.statements();
        let mut found = Vec::new();
        if !self.overview.whens.begun {
            found = when::of_statements(&self.letter, statements);
        }
        let figures = (from..to).map(|index| self.figures().at(index));
        found.extend(when::of_figures(&self.letter, statements, figures));
        let whens = &mut self.overview.whens;
        whens.years.add(&found);
        let first = whens.all.len();
        whens.all.append(&mut found);
        (whens.looked_at, whens.begun) = (to, true);
        first
    }
}

impl App {
    /// Shows the table of who and when.
    pub(in crate::app) fn show_whens(&mut self) {
        self.narrow_by(Input::default());
        self.reader.overview.table = Table::When;
        self.show_overview();
    }

    /// Shows the times of a year, or those that name none.
    pub fn show_year(&mut self, year: Option<u32>) {
        self.overlay = Some(Overlay::Overview);
        self.reader.overview.table = Table::When;
        let sheet = self.reader.overview.sheet_mut();
        sheet.kind = Some(year.map_or(NO_YEAR, |year| year as usize));
        sheet.forget();
        self.make_sheet();
    }

    /// What a year is called, or what names none.
    #[must_use]
    pub fn year_name(&self, year: usize) -> String {
        match year {
            NO_YEAR => self.words.timeline.no_year.to_owned(),
            year => year.to_string(),
        }
    }
}

/// In place of a year, for what names none.
pub(super) const NO_YEAR: usize = 0;

/// The years that a time is in, as kinds of rows.
pub(super) fn years_of(when: &When) -> impl Iterator<Item = usize> {
    let years = when::years_of(when).map(|year| year as usize);
    let none = when.years.is_none().then_some(NO_YEAR);
    years.chain(none)
}
