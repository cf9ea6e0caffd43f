//! Comparing: a recommendation beside the response to it, and the words that the response takes up.
//!
//! The recommendation stays in view while the response scrolls. It scrolls only where it is longer than
//! the screen: with the text, before the response does, and by itself.

use super::{
    App,
    geometry::{self, COMPARABLE, Columns, Compare},
    message::Turn,
};
use crate::{
    letter::{Place, SectionKind},
    reading::{
        echo::{self, Echo},
        flow::{Flow, Line, Top},
    },
};

impl App {
    /// The rows of the recommendation that show beside the response, from the top of its column down;
    /// none where there is one column.
    #[must_use]
    pub fn beside(&self) -> &[Line] {
        &self.beside.lines
    }

    /// Whether the recommendation beside the response has rows above and below those that show.
    #[must_use]
    pub fn beside_goes_on(&self) -> (bool, bool) {
        let start = self.letter.sections()[self.section()].paragraphs.start;
        let first = Place {
            paragraph: start,
            byte: 0,
        };
        let above = !self.beside.lines.is_empty() && self.beside.top.place != first;
        (above, self.beside.more)
    }

    /// The words that the response of this section takes up, where they are to be marked.
    #[must_use]
    pub fn echo(&self) -> Option<&Echo> {
        let (section, echo) = self.echo.as_ref()?;
        (self.arrangement.echo && *section == self.section()).then_some(echo)
    }

    /// Lays out the screen for the section that shows.
    pub(super) fn arrange(&mut self) {
        let columns = if self.is_pair() && geometry::compares(self.size, self.arrangement) {
            Columns::Two
        } else {
            Columns::One
        };
        self.regions = geometry::regions(self.size, self.arrangement, columns, self.widest_address);
        let width = usize::from(self.regions.text.width);
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

    /// Whether a paragraph belongs to the recommendation that stands beside its response.
    pub(super) fn stands_beside(&self, paragraph: usize) -> bool {
        let section = &self.letter.sections()[self.section()];
        self.regions.beside.is_some() && self.letter.recommendation(section).contains(&paragraph)
    }

    /// Derives what shows in both columns. A top in the recommendation is one at the start of the
    /// response; with one in the response the recommendation stays where it was.
    pub(super) fn fill_columns(&mut self) {
        let section = &self.letter.sections()[self.section()];
        let recommendation = self.letter.recommendation(section);
        let is_in = |top: Top| recommendation.contains(&top.place.paragraph);
        let first = Flow::first_top(&self.letter, section);
        let start = self.flow.start(&self.letter, recommendation.end);
        let (beside, text) = match (is_in(self.top), is_in(self.aside)) {
            (true, _) => (self.top, start),
            (false, true) => (self.aside, self.top),
            (false, false) => (first, self.top),
        };
        let height = self.height();
        self.beside = self.flow.fill(&self.letter, beside, height);
        self.text = self.flow.fill(&self.letter, text, height);
        self.aside = self.beside.top;
        if self.aside.place == first.place {
            // Where there is one column, its title shows as well.
            self.aside = first;
        }
        if self.top.place == first.place {
            self.top = first;
        }
        self.shown = if self.text.top == start {
            self.aside
        } else {
            self.text.top
        };
    }

    /// Shows a top: in the recommendation, without moving the response beside it.
    pub(super) fn show_top(&mut self, top: Top) {
        let (to, from) = (top.place.paragraph, self.top.place.paragraph);
        if self.stands_beside(to) && !self.stands_beside(from) {
            self.aside = top;
        } else {
            self.top = top;
        }
    }

    /// Whether the next thing to scroll is the recommendation: it comes before its response.
    pub(super) fn scrolls_beside(&mut self, turn: Turn) -> bool {
        let response = self.flow.start(&self.letter, self.text.top.place.paragraph);
        self.text.top == response && self.more_beside(turn)
    }

    /// Whether the recommendation beside the response is longer than shows, on this side.
    fn more_beside(&mut self, turn: Turn) -> bool {
        if self.beside.lines.is_empty() {
            return false;
        }
        let top = self.beside.top;
        let first = self.flow.start(&self.letter, top.place.paragraph);
        match turn {
            Turn::On => self.beside.more,
            Turn::Back => self.flow.is_above(&self.letter, first, top),
        }
    }

    /// Scrolls the recommendation beside its response, as far as it goes.
    pub(super) fn scroll_beside(&mut self, turn: Turn, rows: usize) {
        if !self.more_beside(turn) {
            self.tell_not_scrolled();
            return;
        }
        let top = self.beside.top;
        let to = match turn {
            Turn::On => self.flow.down(&self.letter, top, rows),
            Turn::Back => self.flow.up(&self.letter, top, rows),
        };
        self.aside = to;
        if self.stands_beside(self.top.place.paragraph) {
            self.top = to;
        }
        self.drop_lost_focus();
        self.top = self.shown;
    }

    fn tell_not_scrolled(&mut self) {
        let whole = !self.more_beside(Turn::On) && !self.more_beside(Turn::Back);
        let words = &self.words.compare;
        if self.beside.lines.is_empty() {
            self.notice = Some(words.one_column.to_owned());
        } else if whole {
            self.notice = Some(words.whole.to_owned());
        }
    }

    /// Scrolls the column under a cell by itself, or the text where that has none to scroll.
    pub(super) fn scroll_at(&mut self, column: u16, row: u16, turn: Turn, rows: usize) {
        let beside = self.regions.beside;
        let over = beside.is_some_and(|beside| beside.text.holds(column, row));
        let longer = self.more_beside(Turn::On) || self.more_beside(Turn::Back);
        if over && longer {
            self.scroll_beside(turn, rows);
        } else {
            self.scroll_text(turn, rows);
        }
    }

    /// Puts the recommendation beside its response, or above it again.
    pub(super) fn turn_compare(&mut self) {
        let words = &self.words.compare;
        let on = geometry::compares(self.size, self.arrangement);
        let refusal = if self.letter.recommendations() == 0 {
            Some(words.no_recommendations.to_owned())
        } else if self.size.columns < COMPARABLE {
            Some(words.too_narrow.replace("{}", &COMPARABLE.to_string()))
        } else {
            None
        };
        if refusal.is_some() {
            self.notice = refusal;
            return;
        }
        self.arrangement.compare = if on { Compare::Off } else { Compare::On };
        self.notice = Some(match (on, self.is_pair()) {
            (true, _) => words.off.to_owned(),
            (false, true) => words.on.to_owned(),
            (false, false) => words.on_elsewhere.to_owned(),
        });
    }

    /// Marks the words that the response takes up, or marks them no more; says how many they are.
    pub(super) fn turn_echo(&mut self) {
        self.arrangement.echo = !self.arrangement.echo;
        self.listen();
        let words = &self.words.compare;
        self.notice = Some(match self.echo() {
            None if self.arrangement.echo => words.no_echo_here.to_owned(),
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

    /// Finds what the response takes up, where that is to be marked and not known yet.
    pub(super) fn listen(&mut self) {
        let section = self.section();
        let known = |(index, _): &(usize, Echo)| *index == section;
        if self.arrangement.echo && self.is_pair() && !self.echo.as_ref().is_some_and(known) {
            let echo = echo::find(&self.letter, &self.letter.sections()[section]);
            self.echo = Some((section, echo));
        }
    }
}
