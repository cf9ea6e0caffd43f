//! How far a quotation goes along with a paragraph from each of its words, in time that goes with both together: also
//! where the same word comes a thousand times, as in a table of dashes, no word is laid beside every other.

use super::token::{Token, same, same_but_first};

/// A quotation that is laid along paragraphs.
pub(super) struct Runs<'quote> {
    quote: &'quote str,
    asked: &'quote [Token],
    /// Of each token behind the first: how many from there on are the same as those behind the first.
    own: Vec<usize>,
}

impl<'quote> Runs<'quote> {
    pub(super) fn of(quote: &'quote str, asked: &'quote [Token]) -> Self {
        let rest = asked.get(1..).unwrap_or_default();
        let mut runs = Self {
            quote,
            asked,
            own: Vec::with_capacity(rest.len()),
        };
        let mut seen = Seen::default();
        for at in 0..rest.len() {
            // The first goes along with itself to the end, which tells nothing about the others.
            let length = match at {
                0 => rest.len(),
                _ => seen.onward(at, rest.len(), &runs.own, |from, to| {
                    is_same((rest[from], quote), (rest[to], quote))
                }),
            };
            runs.own.push(length);
        }
        runs
    }

    /// For each of so many tokens, each with the text that it is of, how many of the quotation stand there from it on, word
    /// for word; the case of the first letter does not count.
    pub(super) fn along<'a>(
        &'a self,
        count: usize,
        token: impl Fn(usize) -> (Token, &'a str) + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let rest = self.asked.get(1..).unwrap_or_default();
        let mut seen = Seen::default();
        (0..count).map(move |at| {
            let behind = seen.onward(at + 1, count, &self.own, |from, to| {
                let asked = rest.get(to);
                asked.is_some_and(|asked| is_same(token(from), (*asked, self.quote)))
            });
            let (own, text) = token(at);
            let first = self.asked.first().filter(|asked| asked.may_be(own));
            let starts =
                first.is_some_and(|asked| same_but_first(own.text(text), asked.text(self.quote)));
            if starts { 1 + behind } else { 0 }
        })
    }
}

fn is_same((one, text): (Token, &str), (other, quote): (Token, &str)) -> bool {
    one.may_be(other) && same(one.text(text), other.text(quote))
}

/// The stretch that reaches furthest of those which were found to be the same as the start of the quotation: within
/// it, what the quotation has in common with itself tells the rest.
#[derive(Default)]
struct Seen {
    start: usize,
    end: usize,
}

impl Seen {
    /// How many tokens from one on, of so many, are the same as the start of what is asked.
    fn onward(
        &mut self,
        at: usize,
        count: usize,
        own: &[usize],
        is_same: impl Fn(usize, usize) -> bool,
    ) -> usize {
        let mut length = 0;
        if at < self.end {
            let known = own.get(at - self.start).copied().unwrap_or_default();
            if known < self.end - at {
                return known;
            }
            length = self.end - at;
        }
        while at + length < count && is_same(at + length, length) {
            length += 1;
        }
        if at + length > self.end {
            (self.start, self.end) = (at, at + length);
        }
        length
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;
    use crate::random::Random;

    /// The same, found by laying each beside each.
    fn plainly(text: &str, own: &[Token], quote: &str, asked: &[Token]) -> Vec<usize> {
        let run = |at: usize| {
            let pairs = own[at..].iter().zip(asked).enumerate();
            let same = pairs.take_while(|(nth, (one, other))| {
                let (found, asked) = (one.text(text), other.text(quote));
                same(found, asked) || (*nth == 0 && same_but_first(found, asked))
            });
            same.count()
        };
        (0..own.len()).map(run).collect()
    }

    #[test]
    fn runs_are_those_of_each_word_beside_each() {
        let mut random = Random(11);
        let mut longest = 0;
        for _ in 0..4_000 {
            let mut make = |most: usize| {
                let count = random.below(most);
                let words: Vec<&str> = (0..count)
                    .map(|_| random.pick(&["a", "A", "b", ",", "é"]))
                    .collect();
                words.join(" ")
            };
            let (text, quote) = (make(30), make(9));
            let (own, asked) = (tokens(&text), tokens(&quote));
            let runs: Vec<usize> = Runs::of(&quote, &asked)
                .along(own.len(), |at| (own[at], &text))
                .collect();
            assert_eq!(
                runs,
                plainly(&text, &own, &quote, &asked),
                "‘{quote}’ in ‘{text}’"
            );
            longest = longest.max(runs.into_iter().max().unwrap_or(0));
        }
        assert!(longest > 4, "{longest}");
    }
}
