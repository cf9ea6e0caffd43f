//! The footer: what stands at its left, and at its right the hints there is room for. Each of these can be
//! pressed.

use super::{
    App, Overlay,
    hints::Hint,
    keymap::Mode,
    message::{Act, Edit, Input},
    search::Search,
    typed,
};
use unicode_width::UnicodeWidthStr;

/// How far what stands in the footer is apart, in cells.
pub const APART: u16 = 3;

/// What stands behind how far the reader is, where something has just happened.
const BRIEFLY: &str = "%";

/// What stands in the footer.
#[derive(Debug)]
pub struct Footer<'app> {
    /// At its left.
    pub left: Left<'app>,
    /// At its right, each with the column it starts at, in cells.
    pub hints: Vec<(usize, Hint<'app>)>,
}

/// What stands at the left of the footer.
#[derive(Debug)]
pub enum Left<'app> {
    /// Where the reader is.
    Place {
        /// The address.
        address: String,
        /// How far that is.
        far: String,
        /// What has just happened.
        notice: Option<&'app str>,
    },
    /// A line that is typed in.
    Line {
        /// The sign before it.
        sign: &'static str,
        /// The line.
        input: &'app Input,
        /// What came of it, behind it.
        told: Told,
    },
}

/// What came of a line that is typed in.
#[derive(Debug)]
pub enum Told {
    /// What was found.
    Found(String),
    /// What it will do, or what can be typed.
    Aside(String),
    /// Why it did nothing.
    Refusal(String),
}

impl Told {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        let (Self::Found(text) | Self::Aside(text) | Self::Refusal(text)) = self;
        text
    }
}

/// How many of so many cells there are for what is typed.
#[must_use]
pub const fn typed_room(width: u16) -> u16 {
    let (half, most) = (width / 2, width.saturating_sub(30));
    let room = if half > most { half } else { most };
    room.saturating_sub(1)
}

impl Left<'_> {
    /// Where it ends, in cells, in a row of so many.
    fn end(&self, width: u16) -> usize {
        let apart = usize::from(APART);
        match self {
            Self::Place {
                address,
                far,
                notice,
            } => {
                let notice = notice.map_or(0, |notice| apart + notice.width());
                address.width() + far.width() + notice
            }
            Self::Line { input, told, .. } => {
                let room = usize::from(typed_room(width));
                let typed =
                    input.value().width() - input.visual_scroll(room).min(input.value().width());
                1 + typed.min(room) + apart + told.text().width()
            }
        }
    }
}

impl App {
    /// What stands in the footer.
    #[must_use]
    pub fn footer(&self) -> Footer<'_> {
        let left = self.footer_left();
        let width = self.reader.regions.footer.inner(1, 0).width;
        let room = usize::from(width).saturating_sub(left.end(width) + usize::from(APART));
        let hints = self.hints(usize::from(width), room);
        Footer { left, hints }
    }

    /// What can be typed in the line for an address, or what was and can be put back.
    fn goto_prompt(&self, input: &Input) -> String {
        let words = &self.words.goto;
        let key = Act::Edit(Edit::Yank);
        let key = self.settings.keymap.key(Mode::Goto, key);
        match (typed::cut_from(input), key) {
            (Some(left), Some(key)) => {
                let told = words.prompt_left.replacen("{}", &key.name(), 1);
                told.replacen("{}", &left, 1)
            }
            _ => words.prompt.to_owned(),
        }
    }

    fn footer_left(&self) -> Left<'_> {
        match (&self.overlay, &self.reader.search) {
            (Some(Overlay::Search), Some(search)) => Left::Line {
                sign: "/",
                input: &search.input,
                told: Told::Found(match self.scope_words() {
                    Some(scope) => format!("{} · {scope}", self.search_state(search)),
                    None => self.search_state(search),
                }),
            },
            (Some(Overlay::Goto(goto)), _) => Left::Line {
                sign: ":",
                input: &goto.input,
                told: match (&goto.refusal, goto.target(self.under())) {
                    (Some(refusal), _) => Told::Refusal(refusal.clone()),
                    (None, Some(target)) => Told::Aside(target),
                    (None, None) if goto.input.value().is_empty() => {
                        Told::Aside(self.goto_prompt(&goto.input))
                    }
                    (None, None) => Told::Aside(goto.told(self.under()).unwrap_or_default()),
                },
            },
            (Some(Overlay::Overview | Overlay::Narrow | Overlay::TableCopy(_)), _) => {
                let sheet = self.reader.overview.sheet();
                self.in_list(sheet.chosen, sheet.rows.len())
            }
            (Some(Overlay::Trail(open)), _) => self.in_list(open.chosen, open.stops.len()),
            (Some(Overlay::Timeline(open)), _) => {
                self.in_list(open.chosen, self.reader.year_rows().len())
            }
            (Some(Overlay::List), Some(search)) => {
                self.in_list(search.chosen, self.reader.found().len())
            }
            (Some(Overlay::Letters), _) => self.letters.as_ref().map_or_else(
                || self.in_list(0, 0),
                |letters| self.in_list(letters.chosen, letters.shown.len()),
            ),
            (Some(Overlay::Basket), _) => {
                self.in_list(self.basket.chosen, self.basket.quotes.len())
            }
            (Some(Overlay::Across), _) => {
                let across = self.letters.as_ref().and_then(|all| all.across.as_ref());
                across.map_or_else(
                    || self.in_list(0, 0),
                    |across| self.in_list(across.chosen, across.rows.len()),
                )
            }
            (Some(Overlay::Concordance(open)), _) => self.in_list(open.chosen, open.spans.len()),
            (Some(Overlay::LeftOut(open)), _) => self.in_list(open.chosen, open.rows.len()),
            _ => Left::Place {
                address: self.words.address(&self.reader.letter, self.reader.here()),
                far: self.how_far(match self.notice {
                    Some(_) => BRIEFLY,
                    None => self.words.reader.of_letter,
                }),
                notice: self.notice.as_deref(),
            },
        }
    }

    /// What the hint does that shows in a cell, if there is one.
    pub(super) fn hint_at(&self, column: u16, row: u16) -> Option<Act> {
        let inside = self.reader.regions.footer.inner(1, 0);
        if !inside.holds(column, row) {
            return None;
        }
        let column = usize::from(column - inside.x);
        let mut hints = self.footer().hints.into_iter();
        let pressed =
            |(start, hint): &(usize, Hint)| (*start..start + hint.width()).contains(&column);
        let (start, hint) = hints.find(pressed)?;
        hint.act_at(column - start)
    }

    /// Which of how many hits shows, and how they stand there if not as typed.
    fn search_state(&self, search: &Search) -> String {
        let words = &self.words.search;
        if search.input.value().is_empty() {
            return words.prompt.to_owned();
        }
        if !search.is_whole() {
            return "…".to_owned();
        }
        if search.hits().is_empty() {
            return words.nothing.replace("{}", search.input.value());
        }
        let count = search.position();
        match (search.kinder_way(), search.with_other_case()) {
            (Some(way), _) => format!("{} {count}", words.way(way)),
            (None, 0) => count,
            (None, others) => {
                let others = words.other_case.replace("{}", &others.to_string());
                format!("{count} · {others}")
            }
        }
    }

    /// Where the reader is in a table or list: which row is chosen, of how many.
    fn in_list(&self, chosen: usize, rows: usize) -> Left<'_> {
        Left::Place {
            address: format!("{}/{rows}", (chosen + 1).min(rows)),
            far: String::new(),
            notice: self.notice.as_deref(),
        }
    }

    /// How many cells there are for what has just happened.
    pub(super) fn notice_room(&self) -> usize {
        let width = usize::from(self.reader.regions.footer.inner(1, 0).width);
        let address = self.words.address(&self.reader.letter, self.reader.here());
        let place = address.width() + self.how_far(BRIEFLY).width();
        width.saturating_sub(place + usize::from(APART))
    }

    /// How far the current paragraph is in the letter, said so, and on which page where it has pages.
    fn how_far(&self, of_letter: &str) -> String {
        let page = self.reader.letter.page(self.reader.here());
        let page = page.map_or_else(String::new, |page| {
            let words = self.words.reader.page.replace("{}", &page.to_string());
            [" · ", &words].concat()
        });
        let far = format!("{page} · {} {of_letter}", self.reader.percentage());
        match self.basket.quotes.len() {
            0 => far,
            count => {
                let holds = self.words.basket.holds;
                format!("{far} · {}", holds.replace("{}", &count.to_string()))
            }
        }
    }
}
