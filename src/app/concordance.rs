//! The concordance: all places of a name or an abbreviation, a line each, under one another around the
//! word itself.

mod list;

pub use list::Concordance;

use super::{
    App, Overlay,
    card::{Card, CardSubject},
    cursor,
    geometry::{self, Area},
    message::{Act, Effect, Reach, Turn},
};
use crate::{
    letter::Span,
    reading::concordance::{self, Order, Side},
};
use unicode_width::UnicodeWidthStr;

/// One line of it, in the letter's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The address.
    pub address: String,
    /// Where it stands.
    pub span: Span,
    /// What stands before.
    pub before: Side,
    /// What stands behind.
    pub after: Side,
    /// How many cells are empty between the address and what stands before.
    pub empty: usize,
}

/// The fewest cells that what stands behind is given room in, however long the word is.
const LEAST: usize = 8;

impl App {
    /// Opens the concordance of what a card tells of.
    pub(super) fn open_concordance(&mut self) {
        let Some(Overlay::Card(card)) = self.overlay else {
            return;
        };
        let CardSubject::Named(subject) = card.subject else {
            return;
        };
        let spans = self.reader.spans_of(subject);
        if spans.is_empty() {
            return;
        }
        let cells = |span: &Span| {
            self.words
                .address(&self.reader.letter, span.paragraph)
                .width()
        };
        self.overlay = Some(Overlay::Concordance(Concordance {
            subject,
            order: Order::Place,
            chosen: card.chosen,
            address: spans.iter().map(cells).max().unwrap_or_default(),
            spans,
        }));
    }

    pub(super) fn concordance_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_in_concordance(turn, 1),
            Act::Choose(turn, _) => {
                let rows = usize::from(geometry::list(self.reader.size).height);
                self.choose_in_concordance(turn, rows.max(2) - 1);
            }
            Act::Order => self.order_concordance(),
            Act::CopyLines => return self.copy_concordance(),
            Act::Accept => {
                self.leave_concordance();
                self.accept_card();
            }
            Act::Close => self.leave_concordance(),
            _ => {}
        }
        None
    }

    pub(super) fn choose_in_concordance(&mut self, turn: Turn, rows: usize) {
        if let Some(Overlay::Concordance(open)) = &mut self.overlay {
            open.chosen = cursor::moved(open.chosen, turn, rows, open.spans.len());
        }
    }

    /// The next order; what was chosen stays so.
    fn order_concordance(&mut self) {
        if let Some(Overlay::Concordance(open)) = &mut self.overlay {
            let chosen = open.spans[open.chosen];
            open.order = open.order.next();
            concordance::sort(&self.reader.letter, &mut open.spans, open.order);
            let at = open.spans.iter().position(|span| *span == chosen);
            open.chosen = at.unwrap_or_default();
        }
    }

    /// Back to the card, with the same place chosen.
    fn leave_concordance(&mut self) {
        let Some(Overlay::Concordance(open)) = self.overlay.take() else {
            return;
        };
        let chosen = open.spans[open.chosen];
        let spans = self.reader.spans_of(open.subject);
        self.overlay = Some(Overlay::Card(Card {
            subject: CardSubject::Named(open.subject),
            chosen: spans.binary_search(&chosen).unwrap_or_default(),
        }));
    }

    /// A line of a concordance, in so many cells.
    #[must_use]
    pub fn concordance_line(&self, open: &Concordance, index: usize, width: usize) -> Line {
        let span = open.spans[index];
        let text = self.reader.letter.paragraph(span.paragraph);
        let column = open.column(width);
        let room = column.saturating_sub(open.margin());
        let before = concordance::before(text, span.start, room);
        let shown = text[before.shown.clone()].width() + usize::from(before.cut);
        let word = text[span.range()].width();
        let left = width.saturating_sub(column + word).max(LEAST);
        Line {
            address: self.words.address(&self.reader.letter, span.paragraph),
            span,
            empty: room.saturating_sub(shown),
            before,
            after: concordance::after(text, span.end, left),
        }
    }

    /// Copies the lines as they stand on the screen, all of them.
    fn copy_concordance(&mut self) -> Option<Effect> {
        let Some(Overlay::Concordance(open)) = &self.overlay else {
            return None;
        };
        let width = usize::from(geometry::list(self.reader.size).width);
        let mut lines = String::new();
        for index in 0..open.spans.len() {
            let line = self.concordance_line(open, index, width);
            let own = |range: std::ops::Range<usize>| {
                let (start, end) = (range.start, range.end);
                self.reader.letter.own_words(Span {
                    start,
                    end,
                    ..line.span
                })
            };
            let mark = |side: &Side| if side.cut { "…" } else { "" };
            let address = format!("{:>1$}", line.address, open.address);
            lines += &[
                &address,
                "  ",
                &" ".repeat(line.empty),
                mark(&line.before),
                &own(line.before.shown.clone()),
                &own(line.span.range()),
                &own(line.after.shown.clone()),
                mark(&line.after),
                "\n",
            ]
            .concat();
        }
        self.reader.copied_at = None;
        Some(Effect::Copy(lines))
    }

    pub(super) fn press_concordance(&mut self, column: u16, row: u16) {
        let area: Area = geometry::list(self.reader.size);
        let Some(Overlay::Concordance(open)) = &mut self.overlay else {
            return;
        };
        let count = open.spans.len();
        if let Some(at) = cursor::pressed(area, open.chosen, count, (column, row)) {
            open.chosen = at;
            self.leave_concordance();
            self.accept_card();
        }
    }

    /// The words of an order.
    #[must_use]
    pub fn order_words(&self, order: Order) -> &str {
        let words = &self.words.concordance;
        match order {
            Order::Place => words.by_place,
            Order::After => words.by_after,
            Order::Before => words.by_before,
        }
    }
}
