//! The basket: quotes from one letter or several, collected to be copied or written together, each with its
//! citation.
//!
//! It lasts for the sitting, over all letters that are open, and is not kept for the next: what was put together for
//! one piece of work would stand between the quotes of another. What lies in it and went nowhere yet when the
//! program ends is printed then.

use super::{
    Under, cursor,
    geometry::{self, Area},
    library::Arrival,
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    pieces::Tone,
};
use crate::{
    letter::Span,
    reading::{cite::Style, layout},
};

/// How many cells the words of a quote stand behind its number.
const INDENT: usize = 4;

/// Quotes that were collected.
#[derive(Debug, Default)]
pub struct Basket {
    /// The quotes, in the order in which they are copied.
    pub quotes: Vec<Quote>,
    /// Which is chosen, by index.
    pub chosen: usize,
    /// What was taken out last, and where it lay.
    removed: Option<(usize, Quote)>,
    /// Whether anything has changed since all was copied or written.
    changed: bool,
}

/// Words of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, made visible.
    pub words: String,
    /// Their address.
    pub address: String,
    /// What their letter is called.
    pub letter: String,
    /// Where they stand in it.
    pub(super) span: Span,
    /// The letter, by its row in the list of letters.
    pub(super) row: usize,
    /// The words with their citation, in each style.
    pub(super) cited: [String; Style::ALL.len()],
}

/// A line of the basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasketLine {
    /// The quote it belongs to, by index.
    pub quote: usize,
    /// How far it is indented, in cells.
    pub indent: usize,
    /// What stands in it.
    pub text: String,
    /// What that is.
    pub tone: Tone,
}

impl Basket {
    /// All quotes with their citations, in a style.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let at = Style::ALL.iter().position(|other| *other == style);
        let at = at.unwrap_or_default();
        let quotes = self.quotes.iter().map(|quote| quote.cited[at].trim_end());
        quotes.collect::<Vec<_>>().join("\n\n")
    }

    /// Whether something lies in it that was neither copied nor written.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        self.changed && !self.quotes.is_empty()
    }

    /// Whether nothing lies in it, and nothing did that could be put back.
    pub(super) const fn is_bare(&self) -> bool {
        self.quotes.is_empty() && self.removed.is_none()
    }

    /// Puts a quote behind the others and chooses it, or only chooses it where it lies there; whether it is new.
    pub(super) fn put(&mut self, quote: Quote) -> bool {
        let there = self.place_of(&quote);
        self.chosen = there.unwrap_or(self.quotes.len());
        if there.is_none() {
            self.quotes.push(quote);
            self.changed = true;
        }
        there.is_none()
    }

    fn place_of(&self, quote: &Quote) -> Option<usize> {
        let here = |other: &Quote| (other.row, other.span) == (quote.row, quote.span);
        self.quotes.iter().position(here)
    }

    fn choose(&mut self, turn: Turn, by: usize) -> Outcome {
        self.chosen = cursor::moved(self.chosen, turn, by, self.quotes.len());
        Outcome::Stay
    }

    /// Chooses a quote, by index, where there is one.
    pub(super) fn choose_at(&mut self, index: usize) {
        self.chosen = index.min(self.quotes.len().saturating_sub(1));
    }

    /// Moves the quote that is chosen behind the next (or before the previous).
    fn shift(&mut self, turn: Turn) -> Outcome {
        let from = self.chosen;
        self.choose(turn, 1);
        if from != self.chosen {
            self.quotes.swap(from, self.chosen);
            self.changed = true;
        }
        Outcome::Stay
    }

    fn remove(&mut self, under: Under) -> Outcome {
        if self.chosen >= self.quotes.len() {
            return Outcome::Stay;
        }
        let quote = self.quotes.remove(self.chosen);
        let says = under.words.basket.removed.replace("{}", &quote.address);
        self.removed = Some((self.chosen, quote));
        self.changed = true;
        self.choose_at(self.chosen);
        Outcome::Tell(says)
    }

    fn restore(&mut self, under: Under) -> Outcome {
        let words = &under.words.basket;
        let Some((at, quote)) = self.removed.take() else {
            return Outcome::Tell(words.none_removed.to_owned());
        };
        let says = words.restored.replace("{}", &quote.address);
        if let Some(there) = self.place_of(&quote) {
            self.chosen = there;
            return Outcome::Tell(says);
        }
        self.chosen = at.min(self.quotes.len());
        self.quotes.insert(self.chosen, quote);
        self.changed = true;
        Outcome::Tell(says)
    }

    /// All quotes with their citations go somewhere; they are saved from then on.
    fn all(&mut self, under: Under, to: impl FnOnce(String) -> Outcome) -> Outcome {
        if self.quotes.is_empty() {
            return Outcome::Tell(under.words.basket.empty.to_owned());
        }
        self.changed = false;
        to(self.text(under.style))
    }

    /// To the words that are chosen, in their letter.
    fn accept(&self) -> Outcome {
        let quote = self.quotes.get(self.chosen);
        quote.map_or(Outcome::Stay, |quote| {
            Outcome::Letter(quote.row, Some(Arrival::at(quote.span)))
        })
    }

    /// The lines of all quotes in so many cells: of each its address and letter, and its words.
    #[must_use]
    pub fn lines(&self, width: usize) -> Vec<BasketLine> {
        let mut lines = Vec::new();
        let room = width.saturating_sub(INDENT).max(1);
        for (index, quote) in self.quotes.iter().enumerate() {
            let mut put = |indent, text, tone| {
                lines.push(BasketLine {
                    quote: index,
                    indent,
                    text,
                    tone,
                });
            };
            let head = format!("{:<INDENT$}{} · {}", index + 1, quote.address, quote.letter);
            put(0, head, Tone::Address);
            for row in layout::wrap_whole(&quote.words, room) {
                let words = quote.words[row.start..row.end].to_owned();
                put(INDENT, words, Tone::Plain);
            }
            put(0, String::new(), Tone::Plain);
        }
        lines
    }

    /// The lines of the basket that show, the first of them by index among all.
    #[must_use]
    pub fn shown(&self, area: Area) -> (usize, Vec<BasketLine>) {
        let mut lines = self.lines(usize::from(area.width));
        let own = |line: &BasketLine| line.quote == self.chosen;
        let start = lines.iter().position(own).unwrap_or_default();
        let end = lines.iter().rposition(own).unwrap_or_default();
        let height = usize::from(area.height);
        let first = cursor::window_of(start..end, lines.len(), height);
        lines.drain(..first);
        lines.truncate(height);
        (first, lines)
    }
}

impl OnTop for Basket {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => self.choose(turn, 5),
            Act::Extreme(turn) => self.choose(turn, self.quotes.len()),
            Act::MoveQuote(turn) => self.shift(turn),
            Act::RemoveQuote => self.remove(under),
            Act::RestoreQuote => self.restore(under),
            Act::CiteStyle => Outcome::NextStyle,
            Act::CopyQuotes => self.all(under, Outcome::Copy),
            Act::Save => self.all(under, |text| Outcome::Save {
                stem: under.words.basket.stem.to_owned(),
                text,
            }),
            Act::Accept => self.accept(),
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    /// A press on a quote goes to its words.
    fn press(&mut self, (column, row): (u16, u16), under: Under) -> Outcome {
        let area = geometry::list(under.reader.size);
        if !area.holds(column, row) {
            return Outcome::Stay;
        }
        let (_, lines) = self.shown(area);
        let Some(line) = lines.get(usize::from(row - area.y)) else {
            return Outcome::Stay;
        };
        self.chosen = line.quote;
        self.accept()
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1)
    }
}
