//! The timeline: the years that the letter names, each with a bar as long as it holds much; a year narrows the
//! table of who and when.

use super::{
    Reader, Under,
    cursor::{moved, page, pressed, window},
    geometry::{self, Area, Size},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::{Outcome, Over},
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

impl Reader {
    /// The rows of the timeline, year after year; last what names no year.
    #[must_use]
    pub fn year_rows(&self) -> Vec<YearRow> {
        let years = self.years();
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
}

impl OnTop for Timeline {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1, under),
            Act::Choose(turn, _) => self.choose(turn, page(list(under.reader.size)), under),
            Act::Accept => self.accept(under),
            Act::Close => Outcome::Back(Over::Overview),
            _ => Outcome::Stay,
        }
    }

    /// A press on a year narrows the table to it.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let count = under.reader.year_rows().len();
        let Some(at) = pressed(list(under.reader.size), self.chosen, count, cell) else {
            return Outcome::Stay;
        };
        self.chosen = at;
        self.accept(under)
    }

    fn wheel(&mut self, turn: Turn, under: Under) -> Outcome {
        self.choose(turn, 1, under)
    }
}

impl Timeline {
    fn choose(&mut self, turn: Turn, rows: usize, under: Under) -> Outcome {
        self.chosen = moved(self.chosen, turn, rows, under.reader.year_rows().len());
        Outcome::Stay
    }

    fn accept(self, under: Under) -> Outcome {
        let rows = under.reader.year_rows();
        let row = rows.get(self.chosen);
        row.map_or(Outcome::Stay, |row| Outcome::Year(row.year))
    }

    /// The row at which it begins on the screen.
    #[must_use]
    pub fn first(self, under: Under) -> usize {
        let height = usize::from(list(under.reader.size).height);
        window(self.chosen, under.reader.year_rows().len(), height)
    }
}
