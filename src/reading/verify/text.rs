//! The letter and the quotation as tokens, and laying tokens of the one beside the other.

use super::token::{self, Kind, Token, same, same_but_first};
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
        let texts = || (0..letter.paragraphs().len()).map(|index| letter.paragraph(index));
        let mut before = vec![0];
        let mut count = 0;
        for text in texts() {
            if has_one_of(text, &asked) {
                count += token::each(text).count();
            }
            before.push(count);
        }
        let mut tokens = Vec::with_capacity(count);
        for (text, range) in texts().zip(before.windows(2)) {
            if range[0] < range[1] {
                tokens.extend(token::each(text));
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

    /// How many of these tokens stand at a token of a paragraph, word for word; the case of the first letter does
    /// not count.
    pub(super) fn run(&self, paragraph: usize, at: usize, quote: &str, asked: &[Token]) -> usize {
        let text = self.letter.paragraph(paragraph);
        let pairs = self.of(paragraph)[at..].iter().zip(asked).enumerate();
        let same = pairs.take_while(|(at, (found, asked))| {
            if !found.may_be(**asked) {
                return false;
            }
            let (found, asked) = (found.text(text), asked.text(quote));
            same(found, asked) || (*at == 0 && same_but_first(found, asked))
        });
        same.count()
    }

    pub(super) fn span(&self, paragraph: usize, at: Range<usize>) -> Span {
        span(paragraph, &self.of(paragraph)[at])
    }

    /// The first place of these tokens in the paragraphs, behind a place.
    pub(super) fn find(
        &self,
        paragraphs: Range<usize>,
        behind: Option<Span>,
        quote: &str,
        asked: &[Token],
    ) -> Option<Span> {
        paragraphs.into_iter().find_map(|paragraph| {
            let is_behind = |at: usize| {
                behind.is_none_or(|last| {
                    paragraph > last.paragraph || self.of(paragraph)[at].start() >= last.end
                })
            };
            let mut places = 0..self.of(paragraph).len();
            let fits = |at: &usize| {
                is_behind(*at) && self.run(paragraph, *at, quote, asked) == asked.len()
            };
            let at = places.find(fits)?;
            Some(self.span(paragraph, at..at + asked.len()))
        })
    }
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
