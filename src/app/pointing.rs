//! Pointing at what has a card: mentions, abbreviations, note marks; stepping from one to the next.

mod stop;

pub use stop::Stop;

use super::{App, Reader, message::Turn};
use crate::letter::Span;

impl Reader {
    /// The mentions, further abbreviations and note marks of a paragraph, in the order of the text.
    #[must_use]
    pub fn stops_in(&self, paragraph: usize) -> Vec<Stop> {
        let mentions = self.mentions.within(paragraph..paragraph + 1);
        let named = |span: &Span| self.mentions.touching(*span).len() > 0;
        let mut stops: Vec<_> = mentions.map(Stop::Mention).collect();
        for (index, abbreviation) in self.abbreviations().all().iter().enumerate() {
            let here = abbreviation.spans_in(paragraph);
            stops.extend(
                here.filter(|span| !named(span))
                    .map(|span| Stop::Abbreviation(index, span)),
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
        // A quote is read as a whole, whatever is named in it.
        let touches = |stop: &&Stop| {
            stop.span().start < focus.end && focus.start < stop.span().end && !self.is_on_quote()
        };
        stops
            .iter()
            .find(|stop| stop.span() == focus)
            .or_else(|| stops.iter().find(touches))
            .copied()
    }

    /// The mentions and note marks that show, in the order of the text.
    fn stops_shown(&self) -> Vec<Stop> {
        let lines = self.beside().iter().chain(self.page());
        let mut paragraphs: Vec<_> = lines.map(|line| line.paragraph).collect();
        paragraphs.dedup();
        let stops = paragraphs
            .into_iter()
            .flat_map(|paragraph| self.stops_in(paragraph));
        stops
            .filter(|stop| self.shows(stop.span().place()))
            .collect()
    }

    /// The first mention or note mark that shows; in the response, where that has been scrolled beside
    /// its recommendation.
    fn first_stop_shown(&self) -> Option<Stop> {
        let stops = self.stops_shown();
        let read = |stop: &&Stop| stop.span().paragraph >= self.shown.place.paragraph;
        stops.iter().find(read).or(stops.first()).copied()
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
}

impl App {
    pub(super) fn step_mention(&mut self, turn: Turn) {
        self.reader.read_names();
        let from = match (
            self.reader
                .focus
                .filter(|span| self.reader.shows(span.place())),
            turn,
        ) {
            (Some(span), _) => Some(span),
            (None, Turn::On) => None,
            (None, Turn::Back) => self.reader.stops_shown().last().map(|stop| Span {
                end: stop.span().end + 1,
                ..stop.span()
            }),
        };
        let next = match from {
            Some(span) => self.reader.stop_beyond(span, turn),
            None => self.reader.first_stop_shown().or_else(|| {
                let place = self.reader.shown.place;
                self.reader.stop_beyond(
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
            Some(stop) => self.reader.reveal(stop.span()),
            None => self.notice = Some(self.words.reader.no_more_mentions.to_owned()),
        }
    }
}
