//! Where the overview stands on the screen: its regions, its choices in a row, and what a press points at.

use super::{App, Sort, Table, row};
use crate::{
    app::geometry::{self, Area},
    reading::layout,
};
use unicode_width::UnicodeWidthStr;

/// The regions of the overview, which takes the place of the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// The names of the tables.
    pub tabs: Area,
    /// What the table is, and how much of it shows.
    pub caption: Area,
    /// The kinds to choose from; of no height where there are none.
    pub kinds: Area,
    /// The names of the columns; of no height where cells stand one under the other.
    pub head: Area,
    /// The rows.
    pub list: Area,
    /// What is chosen, in words; of no height where the rows say it themselves.
    pub told: Area,
}

/// How wide the bar beside the chosen row is, with a gap, in cells.
const BAR: u16 = 2;

/// With less room the table is not told of, in cells.
const SHORT: usize = 20;

/// From this height on there is room for more than rows.
const ROOMY: u16 = 10;

/// The choices in a row that show, when `chosen` does: each by the column it stands at, in cells, and its
/// index. So many are left out at the start that the chosen one shows.
#[must_use]
pub fn choices(names: &[&str], chosen: usize, width: u16) -> Vec<(u16, usize)> {
    /// How far they are apart, in cells.
    const APART: u16 = 2;
    let cells = |name: &&str| u16::try_from(name.width()).unwrap_or(u16::MAX);
    let taken: Vec<u16> = names.iter().map(|name| cells(name) + APART).collect();
    let fits = |first: &usize| taken[*first..=chosen].iter().sum::<u16>() <= width + APART;
    let first = (0..=chosen).find(fits).unwrap_or(chosen);
    let mut column = 0;
    let mut places = Vec::new();
    for (index, taken) in taken.into_iter().enumerate().skip(first) {
        if column > 0 && column + taken > width + APART {
            break;
        }
        places.push((column, index));
        column += taken;
    }
    places
}

/// The choice that stands at a column of the screen, by its index.
#[must_use]
pub fn choice_at(names: &[&str], chosen: usize, area: Area, column: u16) -> Option<usize> {
    let column = column - area.x;
    let mut places = choices(names, chosen, area.width).into_iter();
    let on = |(x, index): &(u16, usize)| {
        (*x..*x + u16::try_from(names[*index].width()).unwrap_or(u16::MAX)).contains(&column)
    };
    places.find(on).map(|(_, index)| index)
}

impl App {
    /// Where everything of the overview stands.
    #[must_use]
    pub fn overview_regions(&self) -> Regions {
        let table = self.reader.overview.table;
        let frame = geometry::finder(self.reader.size).frame;
        let inside = frame.inner(1, 0);
        let roomy = u16::from(frame.height >= ROOMY);
        let width = usize::from(inside.width.saturating_sub(BAR));
        let headed = table == Table::Named || row::beside(table, width).is_some();
        let mut y = inside.y;
        let mut rows = |wanted: u16| {
            let height = wanted.min(inside.bottom().saturating_sub(y));
            let area = Area {
                y,
                height,
                ..inside
            };
            y += height;
            area
        };
        let tabs = rows(1);
        let caption = self.caption_lines(inside.width).len();
        let caption = rows(1 + roomy * u16::from(caption > 1));
        let kinds = rows(roomy * u16::from(!self.reader.overview.sheet().kinds.is_empty()));
        let head = rows(roomy);
        let head = Area {
            height: head.height * u16::from(headed),
            ..head
        };
        let rest = rows(u16::MAX);
        let told = u16::from(table == Table::Named && rest.height > 1);
        let list = Area {
            x: rest.x + BAR,
            width: rest.width.saturating_sub(BAR),
            height: rest.height - told,
            ..rest
        };
        let told = Area {
            y: list.bottom(),
            height: told,
            ..list
        };
        let head = Area {
            x: list.x,
            width: list.width,
            ..head
        };
        Regions {
            tabs,
            caption,
            kinds,
            head,
            list,
            told,
        }
    }

    /// How many rows show, in which order.
    #[must_use]
    pub fn count_words(&self) -> String {
        let (sheet, table) = (self.reader.overview.sheet(), self.reader.overview.table);
        let words = &self.words.overview;
        let order = match sheet.sort(table) {
            Sort::Place if table == Table::Recommendations => &words.by_number,
            Sort::Place => &words.by_address,
            Sort::Stance => &words.by_stance,
            Sort::Kind => &words.by_kind,
            Sort::Who => &words.by_who,
            Sort::Term => &words.by_term,
            Sort::Time => &words.by_time,
            Sort::Count => &words.by_count,
            Sort::Name => &words.by_name,
        };
        format!("{} · {order}", sheet.rows.len())
    }

    /// What the table is, in lines beside which there is room for how much of it shows.
    #[must_use]
    pub fn caption_lines(&self, width: u16) -> Vec<String> {
        let words = &self.words.overview;
        let more = self.has_more_rows().then(|| words.figures_more.to_owned());
        let told = more.or_else(|| self.absent_figures()).unwrap_or_default();
        let figures = [words.figures_are, &told].join("; ");
        let text = match self.reader.overview.table {
            Table::Figures if told.is_empty() => words.figures_are,
            Table::Figures => &figures,
            Table::When if self.has_more_rows() => words.figures_more,
            Table::When if self.reader.letter.knows_statements() => words.when_are,
            Table::When => words.when_by_rule,
            Table::Recommendations if self.reader.letter.knows_stances() => {
                words.recommendations_are
            }
            Table::Recommendations => words.recommendations_by_rule,
            Table::Statements if self.reader.letter.knows_statements() => words.statements_are,
            Table::Statements => words.statements_by_rule,
            Table::Asks if self.reader.letter.knows_asks() => words.asks_are,
            Table::Asks => words.asks_by_rule,
            Table::Named
                if self
                    .reader
                    .heat_columns(usize::from(width.saturating_sub(BAR)))
                    .apart =>
            {
                words.named_apart
            }
            Table::Named => words.named_are,
            Table::Abbreviations => words.abbreviations_are,
            Table::Notes => words.notes_are,
        };
        let count = u16::try_from(self.count_words().width()).unwrap_or(u16::MAX);
        let room = usize::from(width.saturating_sub(count + 2));
        if room < SHORT {
            return Vec::new();
        }
        let (mut text, mut rows) = (text, layout::wrap_whole(text, room));
        if rows.len() > 2 && self.reader.is_ours() {
            return vec![self.whose_reading().to_owned()];
        }
        if rows.len() > 2 && self.reader.overview.table == Table::Figures {
            (text, rows) = (&told, layout::wrap_whole(&told, room));
        }
        let line = |row: layout::Row| text[row.start..row.end].to_owned();
        rows.into_iter().map(line).collect()
    }

    /// What the tables are called in a row of so many cells: all by their whole names or, where those do not
    /// fit side by side, the longest by a short one.
    #[must_use]
    pub fn table_names(&self, width: u16) -> [&str; Table::ALL.len()] {
        let mut names = Table::ALL.map(|table| self.table_name(table));
        if choices(&names, 0, width).len() < names.len() {
            names[Table::Statements as usize] = self.words.overview.statements_short;
        }
        names
    }

    pub(in crate::app) fn press_overview(&mut self, column: u16, row: u16) {
        let at = self.overview_regions();
        if at.tabs.holds(column, row) {
            let names = self.table_names(at.tabs.width);
            let pressed = choice_at(&names, self.reader.overview.table as usize, at.tabs, column);
            self.reader.overview.table =
                pressed.map_or(self.reader.overview.table, |at| Table::ALL[at]);
            self.make_sheet();
            return;
        }
        if at.kinds.holds(column, row) {
            let names = self.kind_names();
            let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
            if let Some(pressed) = choice_at(&names, self.reader.chosen_kind(), at.kinds, column) {
                self.show_kind(pressed);
            }
            return;
        }
        if !at.list.holds(column, row) {
            return;
        }
        let pressed = usize::from(row - at.list.y);
        let sheet = self.reader.overview.sheet();
        let mut used = 0;
        let found = (sheet.first..sheet.rows.len()).find(|&at| {
            used += self.row_height(at) + self.air();
            used > pressed
        });
        if let Some(found) = found {
            self.reader.overview.sheet_mut().chosen = found;
            self.accept_row();
        }
    }
}
