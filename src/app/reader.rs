//! Moving through the text: scrolling, sections, paragraphs, mentions, hits, jumps, the mouse.

use super::{
    App, Hits, Subject,
    geometry::Area,
    message::{Reach, Turn},
    sidebar::SidebarRow,
};
use crate::{
    catalogue::Mention,
    letter::{NoteMark, Place, Role, Span},
    reading::flow::{BAR, Flow, Line, Show, Top},
};
use unicode_width::UnicodeWidthChar;

/// Something in the text that has a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A mention of an entity.
    Mention(Mention),
    /// An abbreviation that stands in no mention: which one, by index, and where.
    Abbreviation(usize, Span),
    /// A note mark.
    Note(NoteMark),
}

impl Stop {
    /// Where it stands; a note mark is an empty span.
    #[must_use]
    pub const fn span(self) -> Span {
        match self {
            Self::Mention(mention) => mention.span,
            Self::Abbreviation(_, span) => span,
            Self::Note(mark) => Span {
                paragraph: mark.paragraph,
                start: mark.byte,
                end: mark.byte,
            },
        }
    }
}

impl App {
    /// The rows that a reach means on this screen.
    pub(super) fn rows_in(&self, reach: Reach) -> usize {
        match reach {
            Reach::Row => 1,
            Reach::Half => (self.height() / 2).max(1),
            Reach::Page => self.height().saturating_sub(1).max(1),
        }
    }

    /// Scrolls; past an end of the section it goes on to the neighbour.
    pub(super) fn scroll(&mut self, turn: Turn, rows: usize) {
        let section = &self.letter.sections()[self.section()];
        let height = self.height();
        match turn {
            Turn::On => {
                let last = self.flow.last_top(&self.letter, section, height);
                if self.flow.is_above(&self.letter, self.shown, last) {
                    let down = self.flow.down(&self.letter, self.shown, rows);
                    self.top = if self.flow.is_above(&self.letter, last, down) {
                        last
                    } else {
                        down
                    };
                } else if let Some(next) = self.letter.sections().get(self.section() + 1) {
                    self.top = Flow::first_top(&self.letter, next);
                }
            }
            Turn::Back => {
                let first = Flow::first_top(&self.letter, section);
                if self.flow.is_above(&self.letter, first, self.shown) {
                    self.top = self.flow.up(&self.letter, self.shown, rows);
                } else if let Some(before) = self.section().checked_sub(1) {
                    self.top =
                        self.flow
                            .last_top(&self.letter, &self.letter.sections()[before], height);
                }
            }
        }
        self.drop_lost_focus();
    }

    /// What was under the cursor and has left the screen is under it no more.
    fn drop_lost_focus(&mut self) {
        self.settle();
        if self.focus.is_some_and(|span| !self.shows(span.place())) {
            self.focus = None;
        }
    }

    /// Whether a place shows.
    pub(super) fn shows(&self, place: Place) -> bool {
        self.row_of(place).is_some()
    }

    /// The row of the page in which a place shows.
    pub(super) fn row_of(&self, place: Place) -> Option<usize> {
        self.page.iter().rposition(|line| match line.show {
            Show::Text(row) => {
                line.paragraph == place.paragraph
                    && row.start <= place.byte
                    && (place.byte <= row.end || place.byte == 0)
            }
            _ => false,
        })
    }

    pub(super) fn go_to_end(&mut self, turn: Turn) {
        let section = &self.letter.sections()[self.section()];
        let top = match turn {
            Turn::Back => Flow::first_top(&self.letter, section),
            Turn::On => self.flow.last_top(&self.letter, section, self.height()),
        };
        if top != self.shown {
            self.jumps.leave(self.shown.place);
        }
        self.top = top;
        self.drop_lost_focus();
    }

    /// The paragraph that is read: the one with the selection or under the cursor, else the first
    /// that shows, where a recommendation (or the head) gives way to the words of the cabinet under
    /// it.
    #[must_use]
    pub fn here(&self) -> usize {
        if let Some(span) = self.selection {
            return span.paragraph;
        }
        if let Some(span) = self.focus.filter(|span| self.shows(span.place())) {
            return span.paragraph;
        }
        let roles = self.letter.paragraphs();
        let mut shown = self
            .page
            .iter()
            .filter(|line| matches!(line.show, Show::Text(_)))
            .map(|line| line.paragraph);
        let Some(first) = shown.next() else {
            return self.shown.place.paragraph;
        };
        if matches!(roles[first].role, Role::Recommendation | Role::Head) {
            let other = |paragraph: &usize| {
                !matches!(roles[*paragraph].role, Role::Recommendation | Role::Head)
            };
            return shown.find(other).unwrap_or(first);
        }
        first
    }

    /// To the start of the next (or previous) paragraph, which is then under the cursor.
    pub(super) fn step_paragraph(&mut self, turn: Turn) {
        let here = self.here();
        let start = Place {
            paragraph: here,
            byte: 0,
        };
        let to = match turn {
            Turn::On => here + 1,
            Turn::Back if self.focus.is_none() && !self.shows(start) => here,
            Turn::Back => here.saturating_sub(1),
        };
        if to >= self.letter.paragraphs().len() {
            return;
        }
        self.focus = Some(Span {
            paragraph: to,
            start: 0,
            end: 0,
        });
        let place = Place {
            paragraph: to,
            byte: 0,
        };
        self.top = self.flow.top_of(&self.letter, place);
        self.settle();
    }

    pub(super) fn step_section(&mut self, turn: Turn) {
        let to = match turn {
            Turn::On => self.section() + 1,
            Turn::Back => match self.section().checked_sub(1) {
                Some(before) => before,
                None => return,
            },
        };
        if to < self.letter.sections().len() {
            self.go_to_section(to);
        }
    }

    /// To the section with this number; 9 also means the closing of a letter with fewer.
    pub(super) fn go_to_number(&mut self, number: u32) {
        let last = self.letter.sections().len() - 1;
        match self.letter.section_numbered(number) {
            Some(index) => self.go_to_section(index),
            None if number == 9 => self.go_to_section(last),
            None => {
                let sentence = self
                    .words
                    .reader
                    .no_section
                    .replace("{}", &number.to_string());
                self.notice = Some(sentence);
            }
        }
    }

    /// To the start of a section, by index.
    pub(super) fn go_to_section(&mut self, index: usize) {
        let top = Flow::first_top(&self.letter, &self.letter.sections()[index]);
        if top != self.shown {
            self.jumps.leave(self.shown.place);
        }
        self.focus = None;
        self.top = top;
    }

    /// Starts at a paragraph instead of the letter's first row.
    pub fn start_at(&mut self, paragraph: usize) {
        let place = Place { paragraph, byte: 0 };
        self.focus = Some(Span {
            paragraph,
            start: 0,
            end: 0,
        });
        self.top = self.flow.top_of(&self.letter, place);
    }

    /// Jumps to a span, which is then under the cursor; where it came from is remembered.
    pub(super) fn jump_to(&mut self, span: Span) {
        self.jumps.leave(self.shown.place);
        self.reveal(span);
    }

    /// Shows a span and puts the cursor on it. What shows already does not move; else the span
    /// comes to stand in the upper part of the screen, under the section's title where that fits.
    pub(super) fn reveal(&mut self, span: Span) {
        self.focus = Some(span);
        let last = Place {
            paragraph: span.paragraph,
            byte: span.end,
        };
        if self.letter.section_of(span.paragraph) == self.section()
            && self.shows(span.place())
            && self.shows(last)
        {
            return;
        }
        let height = self.height();
        let section = &self.letter.sections()[self.letter.section_of(span.paragraph)];
        let first = Flow::first_top(&self.letter, section);
        let at = Top {
            place: span.place(),
            lead: 0,
        };
        let high = self.flow.up(&self.letter, at, height * 2 / 3);
        self.top = if high == first {
            first
        } else {
            self.flow.up(&self.letter, at, height / 3)
        };
        self.settle();
    }

    pub(super) fn step_jump(&mut self, turn: Turn) {
        let here = self.shown.place;
        let place = match turn {
            Turn::Back => self.jumps.back(here),
            Turn::On => self.jumps.forward(here),
        };
        if let Some(place) = place {
            self.focus = None;
            self.top = self.flow.top_of(&self.letter, place);
        } else {
            let words = &self.words.reader;
            self.notice = Some(
                if turn == Turn::Back {
                    &words.no_jump_back
                } else {
                    &words.no_jump_on
                }
                .clone(),
            );
        }
    }

    pub(super) fn step_hit(&mut self, turn: Turn) {
        let Some(hits) = &mut self.hits else {
            self.notice = Some(self.words.reader.no_hits.clone());
            return;
        };
        let count = hits.spans.len();
        hits.at = match turn {
            Turn::On => (hits.at + 1) % count,
            Turn::Back => (hits.at + count - 1) % count,
        };
        let wrapped = match turn {
            Turn::On => hits.at == 0,
            Turn::Back => hits.at + 1 == count,
        };
        let span = hits.spans[hits.at];
        if let Some(search) = &mut self.search
            && search.hits() == hits.spans
        {
            search.at = hits.at;
        }
        self.reveal(span);
        self.tell_hit(wrapped && count > 1);
    }

    /// Says in the footer which of the hits this is.
    pub(super) fn tell_hit(&mut self, wrapped: bool) {
        let Some(Hits { name, spans, at }) = &self.hits else {
            return;
        };
        let mut notice = format!("{name} {}/{}", at + 1, spans.len());
        if wrapped {
            notice = format!("{notice} · {}", self.words.reader.wrapped);
        } else if spans.len() > 1 {
            notice = format!("{notice} · {}", self.words.reader.hit_keys);
        }
        self.notice = Some(notice);
    }

    /// The mentions, further abbreviations and note marks of a paragraph, in the order of the text.
    #[must_use]
    pub fn stops_in(&self, paragraph: usize) -> Vec<Stop> {
        let mentions = self.mentions.within(paragraph..paragraph + 1);
        let named = |span: &Span| {
            mentions
                .iter()
                .any(|mention| mention.span.start < span.end && span.start < mention.span.end)
        };
        let mut stops: Vec<_> = mentions.iter().copied().map(Stop::Mention).collect();
        for (index, abbreviation) in self.abbreviations().all().iter().enumerate() {
            let spans = &abbreviation.spans;
            let first = spans.partition_point(|span| span.paragraph < paragraph);
            let here = spans[first..]
                .iter()
                .take_while(|span| span.paragraph == paragraph);
            stops.extend(
                here.filter(|span| !named(span))
                    .map(|span| Stop::Abbreviation(index, *span)),
            );
        }
        stops.extend(
            self.letter
                .marks_in(paragraph)
                .iter()
                .copied()
                .map(Stop::Note),
        );
        stops.sort_by_key(|stop| stop.span());
        stops
    }

    /// What is under the cursor, if it has a card: the very mention or mark, else one that the
    /// cursor touches.
    #[must_use]
    pub fn under_cursor(&self) -> Option<Stop> {
        let focus = self.focus?;
        let stops = self.stops_in(focus.paragraph);
        let touches = |stop: &&Stop| stop.span().start < focus.end && focus.start < stop.span().end;
        stops
            .iter()
            .find(|stop| stop.span() == focus)
            .or_else(|| stops.iter().find(touches))
            .copied()
    }

    /// The mentions and note marks that show, in the order of the text.
    fn stops_shown(&self) -> Vec<Stop> {
        let mut paragraphs: Vec<_> = self.page.iter().map(|line| line.paragraph).collect();
        paragraphs.dedup();
        let stops = paragraphs
            .into_iter()
            .flat_map(|paragraph| self.stops_in(paragraph));
        stops
            .filter(|stop| self.shows(stop.span().place()))
            .collect()
    }

    /// The first mention or note mark that shows.
    pub(super) fn first_stop_shown(&self) -> Option<Stop> {
        self.stops_shown().first().copied()
    }

    pub(super) fn step_mention(&mut self, turn: Turn) {
        let from = match (self.focus.filter(|span| self.shows(span.place())), turn) {
            (Some(span), _) => Some(span),
            (None, Turn::On) => None,
            (None, Turn::Back) => self.stops_shown().last().map(|stop| Span {
                end: stop.span().end + 1,
                ..stop.span()
            }),
        };
        let next = match from {
            Some(span) => self.stop_beyond(span, turn),
            None => self.first_stop_shown().or_else(|| {
                let place = self.shown.place;
                self.stop_beyond(
                    Span {
                        paragraph: place.paragraph,
                        start: place.byte,
                        end: place.byte,
                    },
                    turn,
                )
            }),
        };
        match next {
            Some(stop) => self.reveal(stop.span()),
            None => self.notice = Some(self.words.reader.no_more_mentions.clone()),
        }
    }

    /// The next mention or note mark after (or before) a span, anywhere in the letter.
    fn stop_beyond(&self, span: Span, turn: Turn) -> Option<Stop> {
        let count = self.letter.paragraphs().len();
        match turn {
            Turn::On => (span.paragraph..count).find_map(|paragraph| {
                self.stops_in(paragraph)
                    .into_iter()
                    .find(|stop| stop.span() > span)
            }),
            Turn::Back => (0..=span.paragraph).rev().find_map(|paragraph| {
                self.stops_in(paragraph)
                    .into_iter()
                    .rfind(|stop| stop.span() < span)
            }),
        }
    }

    pub(super) fn press_reader(&mut self, column: u16, row: u16) {
        if let Some(area) = self.regions.sidebar.filter(|area| area.holds(column, row)) {
            self.press_sidebar(area, row);
        } else if self.regions.text.holds(column, row) {
            let place = self.place_at(column, row);
            let stop = place.and_then(|place| {
                self.stops_in(place.paragraph).into_iter().find(|stop| {
                    let span = stop.span();
                    span.start <= place.byte && place.byte < span.end.max(span.start + 1)
                })
            });
            if let Some(stop) = stop {
                self.focus = Some(stop.span());
                self.open_card();
            } else {
                self.focus = place
                    .map(|place| Span {
                        paragraph: place.paragraph,
                        start: 0,
                        end: 0,
                    })
                    .filter(|span| self.shows(span.place()));
            }
        }
    }

    fn press_sidebar(&mut self, area: Area, row: u16) {
        let rows = self.sidebar_rows(area);
        match rows.get(usize::from(row - area.y)) {
            Some(&SidebarRow::Section { index, .. }) => self.go_to_section(index),
            Some(&SidebarRow::Named { entity, .. }) => self.go_to_named(entity),
            _ => {}
        }
    }

    /// To the next mention of an entity in the section that shows.
    fn go_to_named(&mut self, entity: usize) {
        let paragraphs = self.letter.sections()[self.section()].paragraphs.clone();
        let here: Vec<Span> = self
            .mentions
            .of(entity)
            .filter(|span| paragraphs.contains(&span.paragraph))
            .collect();
        let after = self
            .focus
            .and_then(|focus| here.iter().find(|span| **span > focus));
        let Some(&span) = after.or(here.first()) else {
            return;
        };
        let spans: Vec<Span> = self.mentions.of(entity).collect();
        let at = spans
            .iter()
            .position(|other| *other == span)
            .unwrap_or_default();
        self.hits = Some(Hits {
            name: self.short_name(Subject::Entity(entity)),
            spans,
            at,
        });
        self.jump_to(span);
        self.tell_hit(false);
    }

    /// The place in the text nearest to a cell in its row; a row without text gives the next with.
    pub(super) fn place_near(&self, column: u16, row: u16) -> Option<Place> {
        if let Some(place) = self.place_at(column, row) {
            return Some(place);
        }
        let from = usize::from(row.saturating_sub(self.regions.text.y));
        let text = |line: &Line| match line.show {
            Show::Text(row) => Some((line.paragraph, row)),
            _ => None,
        };
        if let Some((paragraph, shown)) = self.page.get(from).and_then(text) {
            let before_text = column < self.regions.text.x + 2;
            let words = &self.letter.paragraph(paragraph)[shown.start..shown.end];
            let last = words.char_indices().next_back().map_or(0, |(at, _)| at);
            return Some(Place {
                paragraph,
                byte: if before_text {
                    shown.start
                } else {
                    shown.start + last
                },
            });
        }
        let (paragraph, shown) = self.page.iter().skip(from).find_map(text)?;
        Some(Place {
            paragraph,
            byte: shown.start,
        })
    }

    /// The place in the text that a cell shows.
    fn place_at(&self, column: u16, row: u16) -> Option<Place> {
        let text = self.regions.text;
        let Line {
            paragraph,
            show: Show::Text(shown),
        } = *self.page.get(usize::from(row - text.y))?
        else {
            return None;
        };
        let bar = if self.letter.paragraphs()[paragraph].role == Role::Recommendation {
            BAR
        } else {
            0
        };
        let mut cells = usize::from(column - text.x).checked_sub(bar)?;
        let words = self.letter.paragraph(paragraph);
        let marks = self.letter.marks_in(paragraph);
        for (offset, c) in words[shown.start..shown.end].char_indices() {
            let byte = shown.start + offset;
            if let Some(mark) = marks
                .iter()
                .find(|mark| mark.byte == byte && byte > shown.start)
            {
                let width = mark.number.to_string().len();
                if cells < width {
                    return Some(Place { paragraph, byte });
                }
                cells -= width;
            }
            let width = c.width().unwrap_or(0);
            if cells < width {
                return Some(Place { paragraph, byte });
            }
            cells -= width;
        }
        let mark = marks
            .iter()
            .find(|mark| mark.byte == shown.end && mark.byte > shown.start)?;
        (cells < mark.number.to_string().len()).then_some(Place {
            paragraph,
            byte: mark.byte,
        })
    }
}
