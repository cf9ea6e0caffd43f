//! Where everything stands on a screen of a given size. Scrolling, the mouse and drawing all ask
//! here, so they cannot disagree.

mod frames;

pub use crate::settings::{Compare, Edge, Hyphens, MEASURES, Signs};
pub use frames::{FinderRegions, finder, list, overlay};
pub(super) use frames::{WIDEST, frame};

/// The size of the screen in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Its width.
    pub columns: u16,
    /// Its height.
    pub rows: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its left column.
    pub x: u16,
    /// Its top row.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell is inside.
    #[must_use]
    pub const fn holds(self, column: u16, row: u16) -> bool {
        column >= self.x
            && column < self.x + self.width
            && row >= self.y
            && row < self.y + self.height
    }

    /// The area without `columns` at either side and `rows` above and below.
    #[must_use]
    pub const fn inner(self, columns: u16, rows: u16) -> Self {
        Self {
            x: self.x + columns,
            y: self.y + rows,
            width: self.width.saturating_sub(2 * columns),
            height: self.height.saturating_sub(2 * rows),
        }
    }

    /// The lower edge: the row after its last.
    #[must_use]
    pub const fn bottom(self) -> u16 {
        self.y + self.height
    }

    /// The right edge: the column after its last.
    #[must_use]
    pub const fn right(self) -> u16 {
        self.x + self.width
    }
}

/// What of the reader shows, as the user has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The sidebar, where there is room for it.
    pub sidebar: bool,
    /// Nothing but the text.
    pub zen: bool,
    /// The widest that the text may be, in cells.
    pub measure: u16,
    /// What lines and signs are drawn with.
    pub signs: Signs,
    /// Whether a recommendation stands beside its response.
    pub compare: Compare,
    /// Which words are marked in the text.
    pub marking: Marking,
    /// Where long words are parted.
    pub hyphens: Hyphens,
    /// Where full rows of the text end.
    pub edge: Edge,
}

/// Which words are marked in the text, beside those that are found or chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marking {
    /// None.
    #[default]
    Nothing,
    /// Those that a response takes up from its recommendation.
    Echo,
    /// Those that leave room.
    Hedges,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            sidebar: true,
            zen: false,
            measure: 80,
            signs: Signs::Drawn,
            compare: Compare::ByWidth,
            marking: Marking::Nothing,
            hyphens: Hyphens::InNarrowRows,
            edge: Edge::Ragged,
        }
    }
}

/// Below this width the sidebar folds into the header.
const FOLDED: u16 = 70;

/// Below this height the rules go.
const FLAT: u16 = 10;

/// From this width on a recommendation stands beside its response by itself.
const COMPARED: u16 = 150;

/// The narrowest screen on which two columns can be read.
pub const COMPARABLE: u16 = FOLDED;

/// How wide the part of the gutter before the address is, in cells: the bar, and one more.
pub const BEFORE_ADDRESS: u16 = 2;

/// From this height on a pane has a row for the section's title.
const TITLED: u16 = 4;

/// The narrowest pane that holds two columns beside the sidebar; else the sidebar makes room.
const PAIRED: u16 = 80;

/// How many cells part the left column from the gutter of the right one.
const GAP: u16 = 1;

/// The regions of the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// One row at the top; none in zen.
    pub header: Area,
    /// The sidebar, if there is one.
    pub sidebar: Option<Area>,
    /// The pane in which the text stands.
    pub main: Area,
    /// The first row of the pane, over the text: the section's title, and what the response comes to. Of no
    /// height where the pane is too low for it.
    pub line: Area,
    /// The text itself: the measure, centred in the pane behind its gutter; where two columns stand
    /// there, the right one.
    pub text: Area,
    /// How many cells wide the gutter is, which stands left of each column of text.
    pub gutter: u16,
    /// What stands beside the text, where there are two columns.
    pub beside: Option<Beside>,
    /// The strip beside the text, where there is room for it.
    pub strip: Option<Area>,
    /// One row under the text that says what is marked in it; of no height where there is no room, or no need.
    pub legend: Area,
    /// One row at the bottom.
    pub footer: Area,
    /// The rows with a rule across, above and below the panes.
    pub rules: Option<(u16, u16)>,
}

impl Regions {
    /// The cells whose rows move when the text scrolls: the text with its gutter.
    #[must_use]
    pub const fn scrolled(&self) -> Area {
        let Self { text, gutter, .. } = *self;
        Area {
            x: text.x.saturating_sub(gutter),
            width: text.width + gutter,
            ..text
        }
    }
}

/// What stands beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The column of the recommendation, left of the text and as high.
    pub text: Area,
}

/// What stands in the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// One text.
    One,
    /// A recommendation and, right of it, the response.
    Two,
}

/// Whether a recommendation stands beside its response on a screen of this size.
#[must_use]
pub const fn compares(size: Size, arrangement: Arrangement) -> bool {
    let fits = size.columns >= COMPARABLE;
    fits && match arrangement.compare {
        Compare::ByWidth => size.columns >= COMPARED,
        Compare::On => true,
        Compare::Off => false,
    }
}

/// Whether a screen is too small for anything but a sentence that says so.
#[must_use]
pub const fn too_small(size: Size) -> bool {
    size.columns < 20 || size.rows < 5
}

/// Whether the sidebar folds into the header at this size.
#[must_use]
pub const fn folded(size: Size) -> bool {
    size.columns < FOLDED
}

/// The regions of the reader with so many columns in its pane, and addresses of so many cells beside them. On a screen that is too small they are
/// no use, and nothing worse.
#[must_use]
pub fn regions(size: Size, arrangement: Arrangement, within: Columns, address: u16) -> Regions {
    let Size { columns, rows } = size;
    let bars = u16::from(!arrangement.zen);
    let ruled = rows >= FLAT && !arrangement.zen;
    let above = bars + u16::from(ruled);
    let below = 1 + u16::from(ruled);
    let height = rows.saturating_sub(above + below);
    let wide = percent(27, columns).clamp(26, 32);
    let room = within == Columns::One || columns > PAIRED + wide;
    let sidebar = arrangement.sidebar && !arrangement.zen && !folded(size) && room;
    let sidebar = sidebar.then_some(Area {
        x: 0,
        y: above,
        width: wide,
        height,
    });
    let left = sidebar.map_or(0, |area| area.width + 1);
    let main = Area {
        x: left,
        y: above,
        width: columns - left,
        height,
    };
    let gutter = gutter(main, address);
    let titled = u16::from(height >= TITLED);
    let told = u16::from(height > TITLED && arrangement.marking == Marking::Hedges);
    let under = Area {
        y: main.y + titled,
        height: height - titled - told,
        ..main
    };
    let (text, beside) = match within {
        Columns::One => (text(under, gutter, arrangement.measure), None),
        Columns::Two => {
            let (beside, text) = pair(under, gutter, arrangement.measure);
            (text, Some(beside))
        }
    };
    let first = beside.map_or(text, |beside| beside.text);
    let x = (first.x + BEFORE_ADDRESS).saturating_sub(gutter);
    Regions {
        line: Area {
            x,
            width: text.right().saturating_sub(x),
            height: titled,
            ..main
        },
        header: Area {
            x: 0,
            y: 0,
            width: columns,
            height: bars,
        },
        sidebar,
        main,
        text,
        legend: Area {
            x,
            y: main.bottom().saturating_sub(told),
            width: text.right().saturating_sub(x),
            height: told,
        },
        gutter,
        beside,
        strip: (!arrangement.zen && margin(main) == 2).then(|| Area {
            x: main.right() - 1,
            width: 1,
            ..main
        }),
        footer: Area {
            x: 0,
            y: rows.saturating_sub(1),
            width: columns,
            height: 1,
        },
        rules: ruled.then(|| (1, rows - 2)),
    }
}

/// So many per cent of a length, rounded down; a hundred at most.
fn percent(share: u32, length: u16) -> u16 {
    let part = u32::from(length) * share / 100;
    u16::try_from(part).unwrap_or(length)
}

/// How wide the gutter is, in cells: the bar, the address and a sign; on a tiny screen without the address.
fn gutter(main: Area, address: u16) -> u16 {
    let whole = address.saturating_add(2 + BEFORE_ADDRESS);
    if main.width >= 40 && whole <= main.width / 3 {
        whole
    } else {
        BEFORE_ADDRESS
    }
}

/// How far the text stays from the right side of the pane, in cells.
const fn margin(main: Area) -> u16 {
    if main.width >= 40 { 2 } else { 1 }
}

/// The measure, with its gutter centred in the pane.
fn text(main: Area, gutter: u16, measure: u16) -> Area {
    let room = main.width.saturating_sub(gutter + margin(main));
    let width = room.min(measure).max(1);
    Area {
        x: main.x + gutter + room.saturating_sub(width) / 2,
        width,
        ..main
    }
}

/// Two columns centred in the pane. The response is the longer and has the wider one.
fn pair(main: Area, gutter: u16, measure: u16) -> (Beside, Area) {
    let room = main.width.saturating_sub(2 * gutter + margin(main) + GAP);
    let left = percent(45, room).min(measure * 3 / 4).max(1);
    let right = room.saturating_sub(left).min(measure).max(1);
    let whole = left + GAP + gutter + right;
    let left_over = main.width.saturating_sub(gutter + whole + margin(main));
    let x = main.x + gutter + left_over / 2;
    let column = |x, width| Area { x, width, ..main };
    let text = column(x, left);
    (Beside { text }, column(x + left + GAP + gutter, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Screens that are wider than any, up to all that a terminal can say.
    const WIDE: [u16; 5] = [1200, 1600, 2500, 3000, u16::MAX];

    #[test]
    fn what_the_finder_shows_has_its_share_of_any_screen() {
        for (columns, rows, list, preview) in [
            (90, 24, (48, 17), (36, 17)),
            (250, 24, (136, 17), (108, 17)),
            (1200, 24, (658, 17), (536, 17)),
            (u16::MAX, 24, (36_043, 17), (29_486, 17)),
            (80, 1200, (78, 656), (78, 536)),
            (80, u16::MAX, (78, 36_040), (78, 29_487)),
        ] {
            let at = finder(Size { columns, rows });
            let size = |area: Area| (area.width, area.height);
            let shown = (size(at.list), at.preview.map(size));
            assert_eq!(shown, (list, Some(preview)), "{columns}x{rows}");
        }
    }

    #[test]
    fn regions_fill_the_screen_and_stay_inside_it() {
        for columns in (20..=250).chain(WIDE) {
            for rows in 5..=80 {
                for (sidebar, zen) in [(true, false), (false, false), (true, true)] {
                    let size = Size { columns, rows };
                    let arrangement = Arrangement {
                        sidebar,
                        zen,
                        ..Arrangement::default()
                    };
                    let at = regions(size, arrangement, Columns::One, 3);
                    assert!(
                        at.main.right() == columns && at.main.height >= 2,
                        "{size:?}"
                    );
                    assert!(
                        at.text.x >= at.main.x + at.gutter && at.text.right() <= at.main.right(),
                        "{size:?}"
                    );
                    assert_eq!(at.line.height + at.text.height, at.main.height);
                    assert!(at.line.x >= at.main.x, "{size:?}");
                    let rules = if at.rules.is_some() { 2 } else { 0 };
                    assert_eq!(
                        at.header.height + at.main.height + at.footer.height + rules,
                        rows
                    );
                    let find = finder(size);
                    for area in [find.prompt, find.kinds, find.list]
                        .into_iter()
                        .chain(find.preview)
                    {
                        assert!(
                            area.right() <= columns && area.bottom() <= rows,
                            "{size:?} {area:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn two_columns_fill_the_pane_and_can_be_read() {
        for columns in (COMPARABLE..=250).chain(WIDE) {
            for rows in 5..=80 {
                for (zen, measure) in [(false, 80), (true, 80), (false, 40), (false, 120)] {
                    let size = Size { columns, rows };
                    let arrangement = Arrangement {
                        zen,
                        measure,
                        ..Arrangement::default()
                    };
                    let at = regions(size, arrangement, Columns::Two, 3);
                    let Beside { text } = at.beside.unwrap();
                    assert!(text.width >= 23 && at.text.width >= 30, "{size:?} {at:?}");
                    assert!(text.width <= at.text.width, "{size:?} {at:?}");
                    assert!(at.text.width <= measure, "{size:?} {at:?}");
                    assert_eq!(text.right() + GAP + at.gutter, at.text.x);
                    assert!(at.main.x + at.gutter <= text.x && at.text.right() < at.main.right());
                    assert_eq!((text.y, text.height), (at.text.y, at.text.height));
                    assert_eq!(text.bottom(), at.main.bottom());
                    assert!(text.height >= 2 && at.line.bottom() <= text.y, "{size:?}");
                    let line = (at.line.x, at.line.right());
                    assert_eq!(line, (text.x + BEFORE_ADDRESS - at.gutter, at.text.right()));
                }
            }
        }
    }

    #[test]
    fn columns_are_as_wide_as_they_should_be() {
        let widths = |columns| {
            let size = Size { columns, rows: 36 };
            let at = regions(size, Arrangement::default(), Columns::Two, 3);
            let sidebar = at.sidebar.map_or(0, |area| area.width);
            (sidebar, at.beside.unwrap().text.width, at.text.width)
        };
        for (columns, expected) in [
            (70, (0, 23, 30)),
            (80, (0, 28, 35)),
            (100, (0, 37, 46)),
            (110, (29, 28, 35)),
            (120, (32, 31, 39)),
            (160, (32, 49, 61)),
            (250, (32, 60, 80)),
            (1600, (32, 60, 80)),
            (u16::MAX, (32, 60, 80)),
        ] {
            assert_eq!(widths(columns), expected, "{columns}");
        }
    }

    #[test]
    fn columns_stand_side_by_side_where_they_are_wanted_and_fit() {
        use Compare::{ByWidth, Off, On};
        for (columns, compare, expected) in [
            (149, ByWidth, false),
            (150, ByWidth, true),
            (150, Off, false),
            (69, On, false),
            (70, On, true),
        ] {
            let size = Size { columns, rows: 36 };
            let arrangement = Arrangement {
                compare,
                ..Arrangement::default()
            };
            assert_eq!(
                compares(size, arrangement),
                expected,
                "{columns} {compare:?}"
            );
        }
    }
}
