//! The letter and the quotation as tokens, and laying tokens of the one beside the other.

use super::{
    runs::Runs,
    token::{self, Kind, Token},
};
use crate::letter::{Letter, Span};
use std::ops::Range;

/// A quotation, cut into what stands between the places where it leaves something out.
pub(super) struct Quote<'text> {
    pub(super) text: &'text str,
    pub(super) parts: Vec<Vec<Token>>,
}

impl Quote<'_> {
    /// The keys of its words, in order.
    fn words(&self) -> Vec<u32> {
        let tokens = self.parts.iter().flatten();
        let words = tokens.filter(|token| token.kind() == Kind::Word);
        let mut keys: Vec<u32> = words.map(|word| word.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// Whether a text has a word with one of these keys, which are in order.
fn has_one_of(text: &str, keys: &[u32]) -> bool {
    token::each(text).any(|token| keys.binary_search(&token.key()).is_ok())
}

/// A letter, cut into tokens paragraph by paragraph, as far as it has words of a quotation.
pub(super) struct Text<'letter> {
    pub(super) letter: &'letter Letter,
    tokens: Vec<Token>,
    /// How many tokens stand before each paragraph, and in all.
    before: Vec<usize>,
}

impl<'letter> Text<'letter> {
    /// A paragraph that has no word of the quotation has no tokens: nothing of it is compared. They are counted
    /// before they are kept, since a letter of nothing but signs has as many as it has bytes.
    pub(super) fn new(letter: &'letter Letter, quote: &Quote) -> Self {
        let asked = quote.words();
        let paragraphs = 0..letter.paragraphs().len();
        let mut before = vec![0];
        let mut count = 0;
        for index in paragraphs.clone() {
            if has_one_of(letter.paragraph(index), &asked) {
                count += behind_bullet(letter, index).count();
            }
            before.push(count);
        }
        let mut tokens = Vec::with_capacity(count);
        for (index, range) in paragraphs.zip(before.windows(2)) {
            if range[0] < range[1] {
                tokens.extend(behind_bullet(letter, index));
            }
        }
        Self {
            letter,
            tokens,
            before,
        }
    }

    /// How many paragraphs there are.
    pub(super) fn paragraphs(&self) -> usize {
        self.before.len() - 1
    }

    /// The tokens of a paragraph; none behind the last.
    pub(super) fn of(&self, paragraph: usize) -> &[Token] {
        match self.before.get(paragraph..=paragraph + 1) {
            Some(&[from, to]) => &self.tokens[from..to],
            _ => &[],
        }
    }

    /// For each token of a paragraph, how many of these stand there from it on.
    pub(super) fn along<'a>(
        &'a self,
        paragraph: usize,
        runs: &'a Runs,
    ) -> impl Iterator<Item = usize> + 'a {
        let (text, tokens) = (self.letter.paragraph(paragraph), self.of(paragraph));
        runs.along(tokens.len(), move |at| (tokens[at], text))
    }

    /// The first place where all of a quotation stands over several paragraphs: the end of one, all of the next ones, and
    /// the start of one, each as a span.
    pub(super) fn find_over_paragraphs(&self, quote: &str, asked: &[Token]) -> Option<Vec<Span>> {
        let runs = Runs::of(quote, asked);
        let of = |at: usize| self.before.partition_point(|before| *before <= at) - 1;
        let token = |at: usize| (self.tokens[at], self.letter.paragraph(of(at)));
        // A paragraph of which nothing is kept has none of the words, and stands between.
        let parts = |at: usize| {
            let end = at + asked.len();
            (of(at)..=of(end - 1)).map(move |paragraph| {
                let (first, last) = (self.before[paragraph], self.before[paragraph + 1]);
                (paragraph, at.max(first)..end.min(last))
            })
        };
        let whole = runs.along(self.tokens.len(), token).enumerate();
        let mut whole = whole.filter(|(_, length)| *length == asked.len());
        let (at, _) = whole.find(|(at, _)| parts(*at).all(|(_, range)| !range.is_empty()))?;
        let places = parts(at).map(|(paragraph, range)| span(paragraph, &self.tokens[range]));
        Some(places.collect())
    }

    /// The first tokens of a place, so many of them.
    pub(super) fn start_of(&self, place: Span, count: usize) -> Span {
        let tokens = self.of(place.paragraph);
        let first = tokens.partition_point(|token| token.start() < place.start);
        let end = tokens.len().min(first + count);
        self.span(place.paragraph, first..end)
    }

    pub(super) fn span(&self, paragraph: usize, at: Range<usize>) -> Span {
        span(paragraph, &self.of(paragraph)[at])
    }

    /// The first place of all of these tokens in the paragraphs, behind a place.
    pub(super) fn find(
        &self,
        paragraphs: Range<usize>,
        behind: Option<Span>,
        quote: &str,
        asked: &[Token],
    ) -> Option<Span> {
        let runs = Runs::of(quote, asked);
        paragraphs.into_iter().find_map(|paragraph| {
            let tokens = self.of(paragraph);
            let is_behind = |at: usize| {
                behind
                    .is_none_or(|last| paragraph > last.paragraph || tokens[at].start() >= last.end)
            };
            let mut along = self.along(paragraph, &runs).enumerate();
            let (at, _) = along.find(|(at, length)| *length == asked.len() && is_behind(*at))?;
            Some(self.span(paragraph, at..at + asked.len()))
        })
    }
}

/// The tokens of a paragraph without the sign of an item of a list, which is no word of anybody's; a number is.
fn behind_bullet(letter: &Letter, paragraph: usize) -> impl Iterator<Item = Token> + '_ {
    let text = letter.paragraph(paragraph);
    let bullet = letter
        .label(paragraph)
        .filter(|label| text.starts_with(label) && !label.contains(char::is_alphanumeric));
    let from = bullet.map_or(0, str::len);
    token::each(text).skip_while(move |token| token.start() < from)
}

/// How many of these tokens are words.
pub(super) fn count_words(tokens: &[Token]) -> usize {
    let words = tokens.iter().filter(|token| token.kind() == Kind::Word);
    words.count()
}

/// From the first of these tokens of a paragraph to the last.
pub(super) fn span(paragraph: usize, tokens: &[Token]) -> Span {
    Span {
        paragraph,
        start: tokens.first().map_or(0, |token| token.start()),
        end: tokens.last().map_or(0, |token| token.end()),
    }
}
