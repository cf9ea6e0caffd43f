//! The timeline: the years that the letter names, each with a bar as long as it holds much; a year narrows the
//! table of who and when.

use super::{
    App, Overlay,
    geometry::{self, Area, Size},
    message::{Act, Effect, Reach, Turn},
    overview::Table,
};

/// The timeline over the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Which row is chosen, by index.
    pub chosen: usize,
}

/// A row of the timeline: a year with how much it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// The year; none for what names none.
    pub year: Option<u32>,
    /// How often it is named.
    pub named: usize,
    /// How many periods run through it that begin before and end behind it.
    pub running: usize,
}

/// The widest that it is, in cells.
const WIDEST: u16 = 72;

/// The frame of the timeline.
#[must_use]
pub fn frame(size: Size) -> Area {
    let around = geometry::finder(size).frame;
    let width = around.width.min(WIDEST);
    Area {
        x: around.x + (around.width - width) / 2,
        width,
        ..around
    }
}

/// Where its rows stand: under the frame's first row, over the two that say what bars are.
#[must_use]
pub fn list(size: Size) -> Area {
    let inside = frame(size).inner(2, 1);
    Area {
        height: inside.height.saturating_sub(LEGEND),
        ..inside
    }
}

/// How many rows the legend has.
pub const LEGEND: u16 = 2;

impl App {
    /// The rows of the timeline, year after year; last what names no year.
    #[must_use]
    pub fn year_rows(&self) -> Vec<YearRow> {
        let years = self.reader.years();
        let none = years.without();
        let none = (none > 0).then_some(YearRow {
            year: None,
            named: none,
            running: 0,
        });
        let rows = years.all().map(|(year, held)| YearRow {
            year: Some(year),
            named: held.named,
            running: held.running,
        });
        rows.chain(none).collect()
    }

    /// Opens the timeline over the table of who and when, at the year that shows there.
    pub(super) fn open_timeline(&mut self) {
        if self.reader.overview.table != Table::When {
            self.show_whens();
            return;
        }
        let shown = self.reader.overview.sheet().kind;
        let rows = self.year_rows();
        let chosen = rows.iter().position(|row| {
            let year = row.year.map_or(0, |year| year as usize);
            Some(year) == shown
        });
        let chosen = chosen.unwrap_or_default();
        self.overlay = Some(Overlay::Timeline(Timeline { chosen }));
    }

    pub(super) fn timeline_act(&mut self, act: Act) -> Option<Effect> {
        let Some(Overlay::Timeline(open)) = self.overlay else {
            return None;
        };
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_year(turn, 1),
            Act::Choose(turn, _) => {
                let rows = usize::from(list(self.reader.size).height);
                self.choose_year(turn, rows.max(2) - 1);
            }
            Act::Accept => {
                if let Some(row) = self.year_rows().get(open.chosen) {
                    self.show_year(row.year);
                }
            }
            Act::Close => self.overlay = Some(Overlay::Overview),
            _ => {}
        }
        None
    }

    pub(super) fn choose_year(&mut self, turn: Turn, rows: usize) {
        let last = self.year_rows().len().saturating_sub(1);
        if let Some(Overlay::Timeline(open)) = &mut self.overlay {
            open.chosen = match turn {
                Turn::On => (open.chosen + rows).min(last),
                Turn::Back => open.chosen.saturating_sub(rows),
            };
        }
    }

    /// The row at which the timeline begins on the screen.
    #[must_use]
    pub fn first_year(&self, open: Timeline) -> usize {
        let height = usize::from(list(self.reader.size).height);
        geometry::window(open.chosen, self.year_rows().len(), height)
    }

    /// A press on a year narrows the table to it.
    pub(super) fn press_timeline(&mut self, column: u16, row: u16) {
        let Some(Overlay::Timeline(open)) = self.overlay else {
            return;
        };
        let area = list(self.reader.size);
        if !area.holds(column, row) {
            return;
        }
        let at = self.first_year(open) + usize::from(row - area.y);
        if let Some(pressed) = self.year_rows().get(at) {
            self.show_year(pressed.year);
        }
    }
}
