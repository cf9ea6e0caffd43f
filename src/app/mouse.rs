//! The mouse: presses, drags and the wheel; over the text and the sidebar, what a press points at and
//! the words under a cell.

use super::{
    App, Hits, Reader, Subject,
    cursor::{NOTCH, Pressed},
    geometry::Area,
    keymap::Mode,
    message::{Effect, Message, Turn},
    sidebar::SidebarRow,
};
use crate::{
    letter::{Place, Span},
    reading::flow::{Line, Show},
};
use unicode_width::UnicodeWidthChar;

impl Reader {
    /// The column of text that holds a cell, and what shows in it.
    fn column_at(&self, column: u16, row: u16) -> Option<(Area, &[Line])> {
        let text = self.regions.text;
        if text.holds(column, row) {
            return Some((text, self.page()));
        }
        let beside = self.regions.beside?.text;
        beside.holds(column, row).then(|| (beside, self.beside()))
    }

    /// The place in the text nearest to a cell in its row; a row without text gives the next with.
    pub(super) fn place_near(&self, column: u16, row: u16) -> Option<Place> {
        if let Some(place) = self.place_at(column, row) {
            return Some(place);
        }
        let (area, lines) = self.column_at(column, row)?;
        let from = usize::from(row - area.y);
        let text = |line: &Line| match line.show {
            Show::Text(row) => Some((line.paragraph, row)),
            _ => None,
        };
        if let Some((paragraph, shown)) = lines.get(from).and_then(text) {
            let before_text = column < area.x + 2;
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
        let (paragraph, shown) = lines.iter().skip(from).find_map(text)?;
        Some(Place {
            paragraph,
            byte: shown.start,
        })
    }

    /// The place in the text that a cell shows.
    fn place_at(&self, column: u16, row: u16) -> Option<Place> {
        let (area, lines) = self.column_at(column, row)?;
        let Line {
            paragraph,
            show: Show::Text(shown),
        } = *lines.get(usize::from(row - area.y))?
        else {
            return None;
        };
        let cell = usize::from(column - area.x);
        let pieces = self.pieces(paragraph, shown);
        let piece = pieces.filter(|piece| piece.column <= cell).last()?;
        let (mut cells, shown) = (cell - piece.column, piece.text.clone());
        let words = self.letter.paragraph(paragraph);
        let marks = self.letter.marks_in(paragraph);
        for (offset, c) in words[shown.clone()].char_indices() {
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
            .find(|mark| mark.byte == shown.end && mark.byte > shown.start);
        if let Some(mark) = mark {
            let width = mark.number.to_string().len();
            if cells < width {
                return Some(Place {
                    paragraph,
                    byte: mark.byte,
                });
            }
            cells -= width;
        }
        // A widened blank is one blank.
        (cells < piece.widened).then(|| Place {
            paragraph,
            byte: shown.end - 1,
        })
    }
}

impl App {
    pub(super) fn press(&mut self, column: u16, row: u16) {
        let hint = self.hint_at(column, row);
        self.pressed = Some(Pressed { column, row, hint });
    }

    /// A drag that began in the text selects; what it began on is not pressed.
    pub(super) fn drag(&mut self, column: u16, row: u16) {
        let Some(pressed) = self.pressed else { return };
        let (from_column, from_row) = (pressed.column, pressed.row);
        let Some((area, _)) = self.reader.column_at(from_column, from_row) else {
            return;
        };
        if !matches!(self.mode(), Mode::Reading | Mode::Select) {
            return;
        }
        let column = column.clamp(area.x, area.right() - 1);
        let row = row.clamp(area.y, area.bottom() - 1);
        if let (Some(from), Some(to)) = (
            self.reader.place_near(from_column, from_row),
            self.reader.place_near(column, row),
        ) {
            self.reader.focus = None;
            self.reader.select_between(from, to);
        }
    }

    /// A press that was no drag acts when the mouse is released where it was pressed.
    pub(super) fn release(&mut self, column: u16, row: u16) -> Option<Effect> {
        let pressed = self.pressed.take()?;
        if (pressed.column, pressed.row) != (column, row) {
            return None;
        }
        if self.reader.regions.footer.holds(column, row) {
            return pressed.hint.and_then(|act| self.take(Message::Act(act)));
        }
        if let Some(outcome) = self.ask_overlay(|top, under| top.press((column, row), under)) {
            return self.apply(outcome);
        }
        match self.mode() {
            Mode::Reading => self.press_reader(column, row),
            Mode::Select => self.reader.selection = None,
            Mode::List => self.press_list(column, row),
            Mode::Overview | Mode::Narrow => self.press_overview(column, row),
            _ => {}
        }
        None
    }

    pub(super) fn wheel(&mut self, column: u16, row: u16, turn: Turn) {
        if let Some(outcome) = self.ask_overlay(|top, under| top.wheel(turn, under)) {
            self.apply(outcome);
            return;
        }
        match self.mode() {
            Mode::Reading
                if self
                    .reader
                    .regions
                    .sidebar
                    .is_some_and(|area| area.holds(column, row)) =>
            {
                self.reader.step_section(turn);
            }
            Mode::Reading | Mode::Select => self.scroll_at(column, row, turn, NOTCH),
            Mode::List => self.reader.choose_found(turn, 1),
            Mode::Overview | Mode::Narrow => self.reader.choose_row(turn, 1),
            // The others answer with an outcome, or have nothing to choose.
            _ => {}
        }
    }

    pub(super) fn press_reader(&mut self, column: u16, row: u16) {
        self.reader.read_names();
        if let Some(area) = self
            .reader
            .regions
            .sidebar
            .filter(|area| area.holds(column, row))
        {
            self.press_sidebar(area, row);
        } else if let Some(area) = self
            .reader
            .strip_area()
            .filter(|area| area.holds(column, row))
        {
            self.press_strip(area, row);
        } else if let Some(paragraph) = self.reader.mark_beside(column, row) {
            self.press_mark(paragraph);
        } else if self.press_gutter(column, row) {
        } else if self.reader.stance_holds(column, row) {
            self.go_to_quotes(self.reader.section());
        } else if self.reader.column_at(column, row).is_some() {
            let place = self.reader.place_at(column, row);
            let stop = place.and_then(|place| {
                self.reader
                    .stops_in(place.paragraph)
                    .into_iter()
                    .find(|stop| {
                        let span = stop.span();
                        span.start <= place.byte && place.byte < span.end.max(span.start + 1)
                    })
            });
            if let Some(stop) = stop {
                self.reader.focus = Some(stop.span());
                self.open_card();
            } else {
                self.reader.focus = place
                    .map(|place| Span {
                        paragraph: place.paragraph,
                        start: 0,
                        end: 0,
                    })
                    .filter(|span| self.reader.shows(span.place()));
            }
        }
    }

    fn press_sidebar(&mut self, area: Area, row: u16) {
        let rows = self.sidebar_rows(area);
        match rows.get(usize::from(row - area.y)) {
            Some(&SidebarRow::Section { index, .. }) => self.reader.go_to_section(index),
            Some(&SidebarRow::Named { entity, .. }) => self.go_to_named(entity),
            Some(&SidebarRow::More(more)) => self.show_more_named(more),
            _ => {}
        }
    }

    /// To the table of who is named where, at the first name of this section that the sidebar has no room
    /// for: it leaves out so many.
    fn show_more_named(&mut self, more: usize) {
        let section = self.reader.section();
        let named = self.reader.mentions.counts(section);
        let first = named.len().checked_sub(more).and_then(|at| named.get(at));
        if let Some(&(entity, _)) = first {
            self.show_named_in(entity, section);
        }
    }

    /// To the next mention of an entity in the section that shows.
    fn go_to_named(&mut self, entity: usize) {
        let paragraphs = self.reader.letter.sections()[self.reader.section()]
            .paragraphs
            .clone();
        let here: Vec<Span> = self
            .reader
            .mentions
            .of(entity)
            .filter(|span| paragraphs.contains(&span.paragraph))
            .collect();
        let after = self
            .reader
            .focus
            .and_then(|focus| here.iter().find(|span| **span > focus));
        let Some(&span) = after.or(here.first()) else {
            return;
        };
        let spans: Vec<Span> = self.reader.mentions.of(entity).collect();
        let at = spans.iter().position(|other| *other == span);
        let name = self.under().short_name(Subject::Entity(entity));
        self.go_through(Hits::new(name, spans, at.unwrap_or_default()));
    }
}
