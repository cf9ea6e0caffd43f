//! Quotations by ear: whether one stands in the letter, and the basket in which they are collected.

use super::Conversation;
use crate::{app::message::Act, cli::args::Command, letter::visible};

impl Conversation {
    /// Whether a quotation stands in the letter.
    pub(super) fn verify(&self, quote: &str) -> String {
        let quote = Some(quote.to_owned());
        self.printed(&Command::Verify { quote }).0
    }

    /// Puts the first sentence of the current paragraph into the basket, or what was found in it last.
    pub(super) fn collect(&mut self) -> String {
        self.act(Act::Collect);
        self.told()
    }

    /// All that lies in the basket, each quote behind its number; or has it copied.
    pub(super) fn basket(&mut self, rest: &str) -> String {
        let asked = rest.to_lowercase();
        let copies = self
            .words
            .iter()
            .any(|words| words.basket_copy.contains(&&*asked));
        if !rest.is_empty() && !copies {
            return self.words[0].unknown.replace("{}", rest) + "\n";
        }
        let style = self.app.style();
        let text = visible(&self.app.basket().text(style)).into_owned();
        if text.is_empty() {
            return self.app.words().basket.empty_by_ear.to_owned() + "\n";
        }
        if copies {
            self.act(Act::Basket);
            self.act(Act::CopyQuotes);
            self.act(Act::Close);
            return format!("{}\n{text}\n", self.words[0].copied);
        }
        let quotes = text.split("\n\n").zip(1..);
        let lines = quotes.map(|(quote, number)| format!("{number}: {quote}\n"));
        lines.collect::<Vec<_>>().concat()
    }

    /// Does something in the basket, and says what became of it.
    pub(super) fn in_basket(&mut self, act: Act) -> String {
        self.act(Act::Basket);
        if self.app.overlay().is_some() {
            self.act(act);
        }
        let told = self.told();
        self.act(Act::Close);
        told
    }

    /// Takes a quote out of the basket, by its number.
    pub(super) fn remove_quote(&mut self, number: &str) -> String {
        let words = &self.words[0];
        let count = self.app.basket().quotes.len();
        let at = number.parse::<usize>().ok();
        let Some(at) = at.filter(|at| (1..=count).contains(at)) else {
            return words.no_quote.replace("{}", number) + "\n";
        };
        self.app.choose_quote_at(at - 1);
        self.in_basket(Act::RemoveQuote)
    }
}
