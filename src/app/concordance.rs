//! The concordance: all places of a name or an abbreviation, a line each, under one another around the
//! word itself.

mod list;

pub use list::Concordance;

use super::{
    Subject, Under,
    card::{Card, CardSubject},
    cursor::{moved, page, pressed},
    geometry,
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
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

impl OnTop for Concordance {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => self.choose(turn, page(geometry::list(under.reader.size))),
            Act::Order => self.put_in_next_order(under),
            Act::CopyLines => Outcome::Copy(self.copied(under)),
            Act::Accept => self.card(under).accept(under),
            Act::Close => Outcome::Card(self.card(under)),
            _ => Outcome::Stay,
        }
    }

    /// A press on a line goes there.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let list = geometry::list(under.reader.size);
        let Some(at) = pressed(list, self.chosen, self.spans.len(), cell) else {
            return Outcome::Stay;
        };
        self.chosen = at;
        self.card(under).accept(under)
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1)
    }
}

impl Concordance {
    /// The concordance of what stands anywhere, the place with this number chosen.
    pub(super) fn of(subject: Subject, chosen: usize, under: Under) -> Option<Self> {
        let spans = under.reader.spans_of(subject);
        let letter = &under.reader.letter;
        let cells = |span: &Span| under.words.address(letter, span.paragraph).width();
        let address = spans.iter().map(cells).max()?;
        Some(Self {
            subject,
            order: Order::Place,
            chosen,
            address,
            spans,
        })
    }

    fn choose(&mut self, turn: Turn, rows: usize) -> Outcome {
        self.chosen = moved(self.chosen, turn, rows, self.spans.len());
        Outcome::Stay
    }

    /// The next order; what was chosen stays so.
    fn put_in_next_order(&mut self, under: Under) -> Outcome {
        let chosen = self.spans[self.chosen];
        self.order = self.order.next();
        concordance::sort(&under.reader.letter, &mut self.spans, self.order);
        let at = self.spans.iter().position(|span| *span == chosen);
        self.chosen = at.unwrap_or_default();
        Outcome::Stay
    }

    /// The card that it was opened from, with the same place chosen.
    fn card(&self, under: Under) -> Card {
        let spans = under.reader.spans_of(self.subject);
        let chosen = self.spans[self.chosen];
        Card {
            subject: CardSubject::Named(self.subject),
            chosen: spans.binary_search(&chosen).unwrap_or_default(),
        }
    }

    /// A line of a concordance, in so many cells.
    #[must_use]
    pub fn line(&self, index: usize, width: usize, under: Under) -> Line {
        let span = self.spans[index];
        let text = under.reader.letter.paragraph(span.paragraph);
        let column = self.column(width);
        let room = column.saturating_sub(self.margin());
        let before = concordance::before(text, span.start, room);
        let shown = text[before.shown.clone()].width() + usize::from(before.cut);
        let word = text[span.range()].width();
        let left = width.saturating_sub(column + word).max(LEAST);
        Line {
            address: under.words.address(&under.reader.letter, span.paragraph),
            span,
            empty: room.saturating_sub(shown),
            before,
            after: concordance::after(text, span.end, left),
        }
    }

    /// The lines as they stand on the screen, all of them.
    fn copied(&self, under: Under) -> String {
        let width = usize::from(geometry::list(under.reader.size).width);
        let mut lines = String::new();
        for index in 0..self.spans.len() {
            let line = self.line(index, width, under);
            let own = |range: std::ops::Range<usize>| {
                let (start, end) = (range.start, range.end);
                under.reader.letter.own_words(Span {
                    start,
                    end,
                    ..line.span
                })
            };
            let mark = |side: &Side| if side.cut { "…" } else { "" };
            let address = format!("{:>1$}", line.address, self.address);
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
        lines
    }

    /// The words of its order.
    #[must_use]
    pub fn order_words<'a>(&self, under: Under<'a>) -> &'a str {
        let words = &under.words.concordance;
        match self.order {
            Order::Place => words.by_place,
            Order::After => words.by_after,
            Order::Before => words.by_before,
        }
    }
}
