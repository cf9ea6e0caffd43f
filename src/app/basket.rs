//! The basket: quotes from one letter or several, collected to be copied or written together, each with its
//! citation.
//!
//! It lasts for the sitting, over all letters that are open, and is not kept for the next: what was put together for
//! one piece of work would stand between the quotes of another. What lies in it and went nowhere yet when the
//! program ends is printed then.

use super::{
    App, Overlay,
    geometry::{self, Area},
    library::Arrival,
    message::{Act, Effect, Reach, Turn},
    pieces::Tone,
};
use crate::{
    letter::{Letter, Span, visible, visible_line},
    reading::{
        cite::{self, Style},
        layout, sentence,
    },
};

/// The longest quote, in bytes: a text without full stops may go on for megabytes.
const LONGEST: usize = 20_000;

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
    span: Span,
    /// The letter, by its row in the list of letters.
    row: usize,
    /// The words with their citation, in each style.
    cited: [String; Style::ALL.len()],
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
}

impl App {
    /// The basket.
    #[must_use]
    pub const fn basket(&self) -> &Basket {
        &self.basket
    }

    /// Puts what is selected into the basket, else the sentence under the cursor, else the first of the current
    /// paragraph that shows.
    pub(super) fn collect(&mut self) {
        let span = self.reader.selection.take();
        let span = span.unwrap_or_else(|| self.reader.current_sentence());
        self.collect_span(span);
    }

    /// Puts these words of the letter into the basket, once, and says what and where.
    pub(super) fn collect_span(&mut self, span: Span) {
        let span = trimmed(&self.reader.letter, span);
        let words = &self.words.basket;
        if span.start == span.end || span.end - span.start > LONGEST {
            let says = if span.start == span.end {
                words.nothing
            } else {
                words.too_long
            };
            self.notice = Some(says.to_owned());
            return;
        }
        let quote = self.quote(span);
        let here = |other: &Quote| (other.row, other.span) == (quote.row, quote.span);
        let there = self.basket.quotes.iter().position(here);
        let says = there.map_or(words.added, |_| words.there);
        let told = says
            .replace("{address}", &quote.address)
            .replace("{quote}", &quote.words);
        self.basket.chosen = there.unwrap_or(self.basket.quotes.len());
        if there.is_none() {
            self.basket.quotes.push(quote);
            self.basket.changed = true;
        }
        let count = self.basket.quotes.len().to_string();
        self.notice = Some(told.replace("{count}", &count));
    }

    fn quote(&self, span: Span) -> Quote {
        let letter = &self.reader.letter;
        let address = letter.address(span.paragraph);
        let words = self.words_of(span);
        Quote {
            address: self.words.address(letter, span.paragraph),
            letter: cite::cite(letter, None, Style::Kamerstuk),
            span,
            row: self.letters.as_ref().map_or(0, |letters| letters.reads),
            cited: Style::ALL.map(|style| cite::quoted(letter, &words, address, style)),
            words: visible_line(&words),
        }
    }

    /// Opens the basket; an empty one says how something gets into it.
    pub(super) fn open_basket(&mut self) {
        if self.basket.quotes.is_empty() && self.basket.removed.is_none() {
            self.notice = Some(self.words.basket.empty.to_owned());
            return;
        }
        self.overlay = Some(Overlay::Basket);
    }

    pub(super) fn basket_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_quote(turn, 1),
            Act::Choose(turn, _) => self.choose_quote(turn, 5),
            Act::Extreme(turn) => self.choose_quote(turn, self.basket.quotes.len()),
            Act::MoveQuote(turn) => self.move_quote(turn),
            Act::RemoveQuote => self.remove_quote(),
            Act::RestoreQuote => self.restore_quote(),
            Act::CiteStyle => self.next_style(),
            Act::CopyQuotes => return self.all_quotes().map(Effect::Copy),
            Act::Save => {
                let stem = self.words.basket.stem.to_owned();
                return self.all_quotes().map(|text| Effect::Save { stem, text });
            }
            Act::Accept => return self.go_to_quote(),
            Act::Close => self.overlay = None,
            _ => {}
        }
        None
    }

    /// All quotes with their citations; they are saved from then on.
    fn all_quotes(&mut self) -> Option<String> {
        if self.basket.quotes.is_empty() {
            self.notice = Some(self.words.basket.empty.to_owned());
            return None;
        }
        self.basket.changed = false;
        self.reader.copied_at = None;
        Some(self.basket.text(self.style))
    }

    pub(super) fn choose_quote(&mut self, turn: Turn, by: usize) {
        let last = self.basket.quotes.len().saturating_sub(1);
        self.basket.chosen = match turn {
            Turn::On => (self.basket.chosen + by).min(last),
            Turn::Back => self.basket.chosen.saturating_sub(by),
        };
    }

    /// Chooses a quote, by index, where there is one.
    pub fn choose_quote_at(&mut self, index: usize) {
        self.basket.chosen = index.min(self.basket.quotes.len().saturating_sub(1));
    }

    /// What lies in the basket and went nowhere yet, as text to be seen, with a line that says so; if anything does.
    #[must_use]
    pub fn unsaved_basket(&self) -> Option<String> {
        let text = self.basket.text(self.style);
        let says = self.words.basket.unsaved;
        self.basket
            .is_unsaved()
            .then(|| [says, "\n\n", &visible(&text), "\n"].concat())
    }

    /// Moves the quote that is chosen behind the next (or before the previous).
    fn move_quote(&mut self, turn: Turn) {
        let from = self.basket.chosen;
        self.choose_quote(turn, 1);
        if from != self.basket.chosen {
            self.basket.quotes.swap(from, self.basket.chosen);
            self.basket.changed = true;
        }
    }

    fn remove_quote(&mut self) {
        let basket = &mut self.basket;
        if basket.chosen >= basket.quotes.len() {
            return;
        }
        let quote = basket.quotes.remove(basket.chosen);
        let says = self.words.basket.removed.replace("{}", &quote.address);
        basket.removed = Some((basket.chosen, quote));
        basket.changed = true;
        basket.chosen = basket.chosen.min(basket.quotes.len().saturating_sub(1));
        self.notice = Some(says);
    }

    fn restore_quote(&mut self) {
        let basket = &mut self.basket;
        let words = &self.words.basket;
        let Some((at, quote)) = basket.removed.take() else {
            self.notice = Some(words.none_removed.to_owned());
            return;
        };
        self.notice = Some(words.restored.replace("{}", &quote.address));
        let is_there = |other: &Quote| (other.row, other.span) == (quote.row, quote.span);
        if let Some(there) = basket.quotes.iter().position(is_there) {
            basket.chosen = there;
            return;
        }
        basket.chosen = at.min(basket.quotes.len());
        basket.quotes.insert(basket.chosen, quote);
        basket.changed = true;
    }

    /// To the words that are chosen, in their letter.
    fn go_to_quote(&mut self) -> Option<Effect> {
        let quote = self.basket.quotes.get(self.basket.chosen)?;
        let (row, span) = (quote.row, quote.span);
        if self
            .letters
            .as_ref()
            .is_none_or(|letters| letters.reads == row)
        {
            self.overlay = None;
            self.reader.jump_to(span);
            return None;
        }
        self.go_to_letter(row, Some(Arrival { span, hits: None }))
    }

    /// The lines of all quotes in so many cells: of each its address and letter, and its words.
    #[must_use]
    pub fn basket_lines(&self, width: usize) -> Vec<BasketLine> {
        let mut lines = Vec::new();
        let room = width.saturating_sub(INDENT).max(1);
        for (index, quote) in self.basket.quotes.iter().enumerate() {
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
    pub fn basket_shown(&self, area: Area) -> (usize, Vec<BasketLine>) {
        let mut lines = self.basket_lines(usize::from(area.width));
        let own = |line: &BasketLine| line.quote == self.basket.chosen;
        let start = lines.iter().position(own).unwrap_or_default();
        let end = lines.iter().rposition(own).unwrap_or_default();
        let height = usize::from(area.height);
        let first = geometry::window_of(start..end, lines.len(), height);
        lines.drain(..first);
        lines.truncate(height);
        (first, lines)
    }

    pub(super) fn press_basket(&mut self, column: u16, row: u16) -> Option<Effect> {
        let area = geometry::list(self.reader.size);
        if !area.holds(column, row) {
            return None;
        }
        let (_, lines) = self.basket_shown(area);
        let line = lines.get(usize::from(row - area.y))?;
        self.basket.chosen = line.quote;
        self.go_to_quote()
    }
}

impl super::Reader {
    /// The sentence under the cursor, else the first of the current paragraph that shows.
    pub(super) fn current_sentence(&self) -> Span {
        let focus = self.focus.filter(|span| self.shows(span.place()));
        match focus {
            Some(at) => sentence::whole(&self.letter, at),
            None => self.sentence_shown(),
        }
    }

    /// The first sentence of the current paragraph that shows.
    pub(super) fn sentence_shown(&self) -> Span {
        let (paragraph, shown) = (self.here(), self.place());
        let byte = if shown.paragraph == paragraph {
            shown.byte
        } else {
            0
        };
        let at = Span {
            paragraph,
            start: byte,
            end: byte,
        };
        sentence::whole(&self.letter, at)
    }
}

/// A span without the space at its ends.
fn trimmed(letter: &Letter, span: Span) -> Span {
    let words = letter.words(span);
    let start = span.start + (words.len() - words.trim_start().len());
    Span {
        start,
        end: start + words.trim().len(),
        ..span
    }
}
