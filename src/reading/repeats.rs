//! Repeats: sentences of earlier letters that come back in a later one, found by the words that they share.
//!
//! The rule is that of echoes: words are compared by their stems, and those that carry no subject do not count. Two
//! sentences are alike where most of the stems of the shorter one stand in the other, and at least six do. It
//! says that a sentence comes back, not that it means the same.

use super::{
    echo::word::{Word, words},
    sentence,
};
use crate::letter::{Letter, Role, Span};
use std::collections::{HashMap, HashSet};

/// The fewest stems that two sentences share.
const FEWEST: usize = 6;

/// How large a part of the stems of the shorter sentence the other has, in hundredths.
const SHARE: usize = 70;

/// A stem that this many sentences have tells nothing of any of them.
const COMMON: usize = 60;

/// So much of each letter is looked at, in bytes.
const READ: usize = 256 * 1024;

/// A sentence that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The later letter, by index among those that were looked at, and the sentence in it.
    pub later: (usize, Span),
    /// The earlier one, and the sentence that it comes back from.
    pub earlier: (usize, Span),
    /// How many stems they share.
    pub shared: usize,
}

/// A sentence with the stems in it.
struct Sentence {
    letter: usize,
    span: Span,
    stems: HashSet<String>,
}

/// The sentences of these letters, the oldest first, that come back in a later one: each with the most like it of all
/// earlier letters, in the order of the later ones.
#[must_use]
pub fn find(letters: &[&Letter]) -> Vec<Repeat> {
    let mut before: Vec<Sentence> = Vec::new();
    let mut holders: HashMap<String, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (index, letter) in letters.iter().enumerate() {
        let own = sentences(index, letter);
        for sentence in &own {
            found.extend(most_alike(sentence, &before, &holders));
        }
        for sentence in own {
            for stem in &sentence.stems {
                holders.entry(stem.clone()).or_default().push(before.len());
            }
            before.push(sentence);
        }
    }
    found
}

/// The sentence before that is most like this one, if any is enough; the latest of several.
fn most_alike(
    sentence: &Sentence,
    before: &[Sentence],
    holders: &HashMap<String, Vec<usize>>,
) -> Option<Repeat> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for stem in &sentence.stems {
        let with = holders.get(stem).filter(|with| with.len() <= COMMON);
        for &at in with.into_iter().flatten() {
            *shared.entry(at).or_default() += 1;
        }
    }
    // What is common counts as well, where the rest is shared.
    let alike = shared.into_keys().filter_map(|at| {
        let other = &before[at];
        let both = sentence.stems.intersection(&other.stems).count();
        let shorter = sentence.stems.len().min(other.stems.len());
        (both >= FEWEST && both * 100 >= shorter * SHARE).then_some((both, at))
    });
    let (shared, at) = alike.max()?;
    Some(Repeat {
        later: (sentence.letter, sentence.span),
        earlier: (before[at].letter, before[at].span),
        shared,
    })
}

/// The sentences of a letter that have enough stems to be known again.
fn sentences(index: usize, letter: &Letter) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let runs_on = |role: Role| matches!(role, Role::Recommendation | Role::Response);
    for word in words(letter, 0..letter.paragraphs().len(), READ).0 {
        if !runs_on(letter.paragraphs()[word.span.paragraph].role) {
            continue;
        }
        let is_known = found.last().is_some_and(|last| holds(last.span, &word));
        if !is_known {
            let around = sentence::around(letter, word.span);
            found.push(Sentence {
                letter: index,
                span: Span {
                    paragraph: word.span.paragraph,
                    start: around.start,
                    end: around.end.max(word.span.end),
                },
                stems: HashSet::new(),
            });
        }
        if let (Some(last), Some(stem)) = (found.last_mut(), word.stem) {
            last.stems.insert(stem);
        }
    }
    found.retain(|sentence| sentence.stems.len() >= FEWEST);
    found
}

fn holds(span: Span, word: &Word) -> bool {
    span.paragraph == word.span.paragraph
        && span.start <= word.span.start
        && word.span.end <= span.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn letter(words: &str) -> Letter {
        letter::read(format!(
            "Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\n{words}\n"
        ))
        .unwrap()
    }

    /// The sentences that come back, each with what it comes back from.
    fn found(texts: &[&str]) -> Vec<(usize, usize, String, String)> {
        let letters: Vec<Letter> = texts.iter().map(|text| letter(text)).collect();
        let all: Vec<&Letter> = letters.iter().collect();
        let words = |(at, span): (usize, Span)| letters[at].words(span).to_owned();
        let found = find(&all).into_iter();
        found
            .map(|one| {
                (
                    one.earlier.0,
                    one.later.0,
                    words(one.earlier),
                    words(one.later),
                )
            })
            .collect()
    }

    const PROMISE: &str = "Het kabinet stuurt de Kamer voor de zomer een wetsvoorstel over toezicht op \
                           internationale studentenmobiliteit.";

    #[test]
    fn a_sentence_that_comes_back_is_found_with_the_latest_before_it() {
        let other =
            "De wethouder bezoekt morgen zeven gemeenten langs de grote rivieren met haar fiets.";
        let again = "Voor de zomer stuurt het kabinet de Kamer alsnog het wetsvoorstel over het toezicht op de \
                     internationale studentenmobiliteit.";
        let repeats = found(&[PROMISE, other, again]);
        assert_eq!(repeats.len(), 1, "{repeats:?}");
        let (earlier, later, from, to) = &repeats[0];
        assert_eq!((*earlier, *later), (0, 2));
        assert_eq!((from.as_str(), to.as_str()), (PROMISE, again));
        let three = found(&[PROMISE, PROMISE, again]);
        let pairs: Vec<_> = three.iter().map(|one| (one.0, one.1)).collect();
        assert_eq!(pairs, [(0, 1), (1, 2)]);
    }

    #[test]
    fn what_shares_little_or_stands_in_one_letter_is_no_repeat() {
        for texts in [
            &["Ik dank u voor uw brief.", "Ik dank u voor uw brief."][..],
            &[
                PROMISE,
                "Het kabinet stuurt de Kamer voor de zomer een brief over toezicht op vissen.",
            ],
            &[&[PROMISE, PROMISE].join(" ")],
            &[],
        ] {
            assert_eq!(found(texts), [], "{texts:?}");
        }
    }
}
