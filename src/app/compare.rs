//! Comparing: a recommendation beside the response to it, and the words that the response takes up.
//!
//! The text is then all of the letter but the recommendations, and as continuous as in one column: responses
//! follow one another under the titles of their sections. Beside it stands, from the first row on, the
//! recommendation of the section whose title is over the text, and it stays while the response scrolls by;
//! that of a section which begins further down stands beside its beginning, and comes up with it. So each
//! row of a response has what it answers beside it, or above that. Beside the opening stands the head of the
//! letter, and beside the closing nothing.
//!
//! A recommendation scrolls only where it is longer than there is room: before its response does, and by
//! itself. A page that is turned does not skip the start of such a section.

use super::{
    App, Reader,
    geometry::{self, COMPARABLE, Columns, Compare, Marking},
    message::Turn,
};
use crate::{
    letter::{Place, SectionKind},
    reading::{
        echo::{self, Echo},
        flow::{self, Line, Page, Show, Top},
    },
};
use std::ops::Range;

/// So many rows say something of what a paragraph is made of.
const ROOM: usize = 4;

impl Reader {
    /// The rows of the recommendation that show beside the response, from the top of its column down;
    /// none where there is one column.
    #[must_use]
    pub fn beside(&self) -> &[Line] {
        &self.beside.lines
    }

    /// The rows that are left over under what stands beside the section that shows or, where these are few, under all that
    /// stands beside the text; none where there is one column.
    #[must_use]
    pub fn room_beside(&self) -> Range<usize> {
        let beside = self.regions.beside;
        let height = beside.map_or(0, |beside| usize::from(beside.text.height));
        let until = self.rows_until_title(0).min(height);
        let room = |lines: &[Line], end: usize| {
            let last = lines.iter().rposition(|line| line.show != Show::Blank);
            last.map_or(0..0, |last| last + 2..end)
        };
        let lines = &self.beside.lines;
        let own = lines.get(..until).unwrap_or(lines);
        // A row stays free before the next title.
        let end = if until < height {
            until.saturating_sub(1)
        } else {
            until
        };
        let under = room(own, end);
        if under.len() >= ROOM {
            under
        } else {
            room(lines, height)
        }
    }

    /// Whether what stands beside the text from its first row on has more rows above and below.
    #[must_use]
    pub fn beside_goes_on(&self) -> (bool, bool) {
        let first = self.aside_start(self.section());
        let above = !self.beside.lines.is_empty() && self.beside.top.place > first;
        (above, self.beside.more)
    }

    /// The words that the response of this section takes up, where they are to be marked.
    #[must_use]
    pub fn echo(&self) -> Option<&Echo> {
        let (section, echo) = self.echo.as_ref()?;
        (self.arrangement.marking == Marking::Echo && *section == self.section()).then_some(echo)
    }

    /// Lays out the screen for the section that shows.
    pub(super) fn arrange(&mut self) {
        let columns = if geometry::compares(self.size, self.arrangement) && self.has_pairs() {
            Columns::Two
        } else {
            Columns::One
        };
        self.regions = geometry::regions(self.size, self.arrangement, columns, self.widest_address);
        let width = usize::from(self.regions.text.width);
        self.flow.set_hyphens(self.arrangement.hyphens);
        self.flow.set_edge(self.arrangement.edge);
        match self.regions.beside {
            Some(beside) => self.flow.set_apart(width, usize::from(beside.text.width)),
            None => self.flow.set_width(width),
        }
    }

    /// Whether the section that shows has a recommendation and a response to it.
    fn is_pair(&self) -> bool {
        let section = &self.letter.sections()[self.section()];
        section.kind == SectionKind::Recommendation
            && !self.letter.recommendation(section).is_empty()
            && !self.letter.response(section).is_empty()
    }

    /// Whether there is any recommendation with a response in the letter.
    fn has_pairs(&self) -> bool {
        let mut sections = self.letter.sections().iter().enumerate();
        sections.any(|(index, section)| {
            section.kind == SectionKind::Recommendation
                && !flow::aside(&self.letter, index).is_empty()
        })
    }

    /// Where what stands beside a section, by index, starts.
    fn aside_start(&self, section: usize) -> Place {
        Place {
            paragraph: flow::aside(&self.letter, section).start,
            byte: 0,
        }
    }

    /// Whether a paragraph stands beside the text of the section that shows in the first row.
    pub(super) fn stands_beside(&self, paragraph: usize) -> bool {
        self.regions.beside.is_some()
            && flow::aside(&self.letter, self.section()).contains(&paragraph)
    }

    /// Derives what shows in both columns. A top in an aside is one at the start of its section; with one in
    /// the text the aside stays where it was.
    pub(super) fn fill_columns(&mut self) {
        let section = self.section();
        let own = flow::aside(&self.letter, section);
        let first = self.flow.section_top(&self.letter, section);
        let text = if own.contains(&self.top.place.paragraph) {
            self.aside = self.top;
            first
        } else {
            self.top
        };
        let height = self.height();
        self.text = self.flow.show(&self.letter, text, height);
        if !own.contains(&self.aside.place.paragraph) {
            self.aside = Top {
                place: self.aside_start(section),
                lead: 0,
            };
        }
        let rows = self.rows_until_title(0).min(height);
        self.beside = if own.is_empty() || rows == 0 {
            Page::default()
        } else {
            let aside = self.flow.filled(&self.letter, self.aside, rows);
            self.flow.show(&self.letter, aside, rows)
        };
        self.add_asides(height);
        let begins = text == first && !own.is_empty();
        self.shown = if begins { self.aside } else { text };
        self.top = self.shown;
    }

    /// How many rows of the text show, from one on, until the title of a section does.
    fn rows_until_title(&self, from: usize) -> usize {
        let lines = self.text.lines.get(from..).unwrap_or_default();
        let title = lines.iter().position(|line| line.show == Show::Title);
        title.unwrap_or(usize::MAX)
    }

    /// Puts beside each section that begins further down what belongs beside it.
    fn add_asides(&mut self, height: usize) {
        let titles = self.text.lines.iter().enumerate();
        let titles = titles.filter(|(_, line)| line.show == Show::Title);
        let begun: Vec<(usize, usize)> = titles.map(|(row, line)| (row, line.paragraph)).collect();
        for (row, paragraph) in begun {
            let section = self.letter.section_of(paragraph);
            let place = self.aside_start(section);
            let rows = self
                .rows_until_title(row + 1)
                .min(height.saturating_sub(row + 1));
            if flow::aside(&self.letter, section).is_empty() || rows == 0 {
                continue;
            }
            let blank = Line {
                paragraph: place.paragraph,
                show: Show::Blank,
            };
            self.beside.lines.resize(row + 1, blank);
            let lines = self.flow.page(&self.letter, Top { place, lead: 0 }, rows);
            self.beside.lines.extend(lines);
        }
    }

    /// Shows a top: beside the section that shows, without moving the text.
    pub(super) fn show_top(&mut self, top: Top) {
        let (to, from) = (top.place.paragraph, self.top.place.paragraph);
        if self.stands_beside(to) && !self.stands_beside(from) {
            self.aside = top;
        } else {
            self.top = top;
        }
    }

    /// Whether the next thing to scroll is what stands beside the text: it comes before its response.
    pub(super) fn scrolls_beside(&self, turn: Turn) -> bool {
        let first = self.flow.section_top(&self.letter, self.section());
        self.text.top == first && self.more_beside(turn)
    }

    /// The top itself or, where it skips the start of a section whose recommendation does not show whole
    /// there or behind it, that start: or a part of it would never have shown.
    pub(super) fn with_its_aside(&mut self, top: Top) -> Top {
        if self.regions.beside.is_none() {
            return top;
        }
        let last = self.flow.section_at(&self.letter, top);
        for section in self.section() + 1..=last {
            let first = self.flow.section_top(&self.letter, section);
            let from = if section == last { top } else { first };
            if self.cuts_aside(section, from) {
                return first;
            }
        }
        top
    }

    /// Whether what stands beside a section has more rows than the section has on a page from a top on.
    fn cuts_aside(&mut self, section: usize, from: Top) -> bool {
        let height = self.height();
        let lines = self.flow.page(&self.letter, from, height);
        let until = lines.iter().position(|line| line.show == Show::Title);
        let place = self.aside_start(section);
        let rows = until.unwrap_or(height);
        !flow::aside(&self.letter, section).is_empty()
            && self
                .flow
                .show(&self.letter, Top { place, lead: 0 }, rows)
                .more
    }

    /// Whether what stands beside the text has more rows than show, on this side.
    fn more_beside(&self, turn: Turn) -> bool {
        let (above, below) = self.beside_goes_on();
        match turn {
            Turn::On => below,
            Turn::Back => above,
        }
    }

    /// Finds what the response takes up, where that is to be marked and not known yet.
    pub(super) fn listen(&mut self) {
        let section = self.section();
        let known = |(index, _): &(usize, Echo)| *index == section;
        if self.arrangement.marking == Marking::Echo
            && self.is_pair()
            && !self.echo.as_ref().is_some_and(known)
        {
            let echo = echo::find(&self.letter, &self.letter.sections()[section]);
            self.echo = Some((section, echo));
        }
    }
}

impl App {
    /// Scrolls what stands beside the text, as far as it goes.
    pub(super) fn scroll_beside(&mut self, turn: Turn, rows: usize) {
        if !self.reader.more_beside(turn) {
            self.tell_not_scrolled();
            return;
        }
        let top = self.reader.beside.top;
        let to = match turn {
            Turn::On => self.reader.flow.down(&self.reader.letter, top, rows),
            Turn::Back => self.reader.flow.up(&self.reader.letter, top, rows),
        };
        self.reader.aside = to;
        if self.reader.stands_beside(self.reader.top.place.paragraph) {
            self.reader.top = to;
        }
        self.reader.drop_lost_focus();
        self.reader.top = self.reader.shown;
    }

    fn tell_not_scrolled(&mut self) {
        let whole = !self.reader.more_beside(Turn::On) && !self.reader.more_beside(Turn::Back);
        let words = &self.words.compare;
        if self.reader.beside.lines.is_empty() {
            self.notice = Some(words.one_column.to_owned());
        } else if whole {
            self.notice = Some(words.whole.to_owned());
        }
    }

    /// Scrolls the column under a cell by itself, or the text where that has none to scroll.
    pub(super) fn scroll_at(&mut self, column: u16, row: u16, turn: Turn, rows: usize) {
        let beside = self.reader.regions.beside;
        let over = beside.is_some_and(|beside| beside.text.holds(column, row));
        let longer = self.reader.more_beside(Turn::On) || self.reader.more_beside(Turn::Back);
        if over && longer {
            self.scroll_beside(turn, rows);
        } else {
            self.reader.scroll_text(turn, rows);
        }
    }

    /// Puts the recommendation beside its response, or above it again.
    pub(super) fn turn_compare(&mut self) {
        let words = &self.words.compare;
        let on = geometry::compares(self.reader.size, self.reader.arrangement);
        let refusal = if self.reader.letter.recommendations() == 0 {
            Some(words.no_recommendations.to_owned())
        } else if self.reader.size.columns < COMPARABLE {
            Some(words.too_narrow.replace("{}", &COMPARABLE.to_string()))
        } else {
            None
        };
        if refusal.is_some() {
            self.notice = refusal;
            return;
        }
        self.reader.arrangement.compare = if on { Compare::Off } else { Compare::On };
        self.notice = Some(match (on, self.reader.is_pair()) {
            (true, _) => words.off.to_owned(),
            (false, true) => words.on.to_owned(),
            (false, false) => words.on_elsewhere.to_owned(),
        });
    }

    /// Marks the words that the response takes up, or marks them no more; says how many they are.
    pub(super) fn turn_echo(&mut self) {
        let on = self.reader.arrangement.marking != Marking::Echo;
        self.reader.arrangement.marking = if on { Marking::Echo } else { Marking::Nothing };
        self.reader.listen();
        let words = &self.words.compare;
        self.notice = Some(match self.reader.echo() {
            None if on => words.no_echo_here.to_owned(),
            None => words.echo_off.to_owned(),
            Some(echo) => self.echo_notice(echo),
        });
    }

    fn echo_notice(&self, echo: &Echo) -> String {
        let words = &self.words.compare;
        let sentence = match (echo.words, echo.places) {
            (0, _) => words.echo_none.to_owned(),
            (1, 1) => words.echo_once.to_owned(),
            (1, places) => words.echo_one.replace("{}", &places.to_string()),
            (count, places) => words
                .echo_some
                .replacen("{}", &count.to_string(), 1)
                .replacen("{}", &places.to_string(), 1),
        };
        if echo.is_whole {
            sentence
        } else {
            format!("{sentence} {}", words.echo_start)
        }
    }
}
