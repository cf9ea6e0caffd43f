//! Puts words of the letter into the basket, and tells of what lies in it.

use super::{
    App, Overlay, Reader,
    basket::{Basket, Quote},
};
use crate::{
    letter::{Letter, Span, visible, visible_line},
    reading::{
        cite::{self, Style},
        sentence,
    },
};

/// The longest quote, in bytes: a text without full stops may go on for megabytes.
const LONGEST: usize = 20_000;

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
        let (address, quoted) = (quote.address.clone(), quote.words.clone());
        let is_new = self.basket.put(quote);
        let says = if is_new { words.added } else { words.there };
        let told = says
            .replace("{address}", &address)
            .replace("{quote}", &quoted);
        let count = self.basket.quotes.len().to_string();
        self.notice = Some(told.replace("{count}", &count));
    }

    fn quote(&self, span: Span) -> Quote {
        let letter = &self.reader.letter;
        let address = letter.address(span.paragraph);
        let words = self.under().words_of(span);
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
        if self.basket.is_bare() {
            self.notice = Some(self.words.basket.empty.to_owned());
            return;
        }
        self.overlay = Some(Overlay::Basket);
    }

    /// Chooses a quote, by index, where there is one.
    pub fn choose_quote_at(&mut self, index: usize) {
        self.basket.choose_at(index);
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
}

impl Reader {
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
