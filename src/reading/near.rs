//! Near hits: words of the letter that differ from those typed by one slip.
//!
//! A letter is shown with its misprints and a query is typed with its own, so `mensenrechtenfonds`
//! should lead to `mensrenrechtenfonds` too. Whole words are compared, folded; no slip is forgiven
//! in short words, nor in numbers.

use super::{
    apart::{PART, Window, each_stretch},
    search::{Onward, Query, boundary, span, stands_in},
};
use crate::{
    letter::{Letter, Span},
    text::{
        fold::{fold, fold_char},
        words::{is_part, words},
    },
};
use std::{cmp::Reverse, ops::Range};

/// The fewest letters of a word in which a slip is forgiven.
const FORGIVEN: usize = 5;

/// The most words that are looked for with slips, side by side and apart.
const MOST: usize = 64;
const MOST_APART: usize = 16;

/// What is typed, ready to be compared with words that have slips.
#[derive(Clone, Debug)]
pub(super) struct Slips {
    words: Vec<Vec<char>>,
    exact: Query,
    /// Of the longest word in which a slip is forgiven, what each word holds one of that is it but for a
    /// slip.
    pieces: Vec<Query>,
    /// How many bytes of a text words side by side take at most.
    reach: usize,
}

impl Slips {
    /// None where no slip is forgiven: all words are short or numbers, or there are too many.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let typed = fold(typed);
        let words: Vec<Vec<char>> = words(&typed, 0)
            .map(|word| typed[word].chars().collect())
            .collect();
        let forgiving = words.iter().filter(|word| forgives(word));
        let longest = forgiving.max_by_key(|word| word.len())?;
        (words.len() <= MOST).then_some(())?;
        Some(Self {
            pieces: pieces(longest).collect(),
            exact: Query::new(&typed)?,
            reach: 8 * typed.len() + 1024,
            words,
        })
    }

    fn may_stand_in(&self, text: &str) -> bool {
        self.pieces.iter().any(|piece| stands_in(piece, text))
    }
}

/// The near hits of what is typed, in order and without overlap: words, or runs of words side by
/// side, that differ from it by a slip (a letter more, fewer or other, or two neighbours swapped)
/// in one or more of the words of at least five letters. Neither case nor accents count. None of them
/// holds what is typed as it is, so none is an exact hit as well.
#[must_use]
pub fn near(letter: &Letter, typed: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if let Some(slips) = Slips::new(typed) {
        let start = Onward::default();
        side_by_side(letter, &slips, start, usize::MAX, &mut found);
    }
    found
}

/// Looks on from a place for about so many bytes of text, and adds the near hits to `found`; says where
/// to go on, if there is more.
pub(super) fn side_by_side(
    letter: &Letter,
    slips: &Slips,
    from: Onward,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Onward> {
    let count = letter.paragraphs().len();
    let mut folded = Vec::new();
    let (mut at, mut left) = (from.at, bytes);
    for paragraph in from.paragraph..count {
        let text = letter.paragraph(paragraph);
        let start = at;
        let until = word_end(text, at.saturating_add(left));
        let seen = boundary(text, until.saturating_add(slips.reach));
        let looked_at = if slips.may_stand_in(&text[at..seen]) {
            until
        } else {
            at
        };
        let mut next = words(text, at);
        while at < looked_at
            && let Some(first) = next.next().filter(|first| first.start < until)
        {
            at = first.end;
            if let Some(end) = slipped(text, first.clone(), slips, &mut folded)
                && !stands_in(&slips.exact, &text[first.start..end])
            {
                found.push(Span {
                    paragraph,
                    start: first.start,
                    end,
                });
                (next, at) = (words(text, end), end);
            }
        }
        if until < text.len() {
            return Some(Onward::at(paragraph, at.max(until)));
        }
        (left, at) = (left.saturating_sub(text.len() - start), 0);
        if left == 0 && paragraph + 1 < count {
            return Some(Onward::paragraph(paragraph + 1));
        }
    }
    None
}

/// Looks on from a paragraph for at least so many bytes of text, and adds to `found` where the words
/// stand closest together in each paragraph that has them all, some with a slip; says where to go on, if
/// there is more.
pub(super) fn in_one_paragraph(
    letter: &Letter,
    slips: &Slips,
    from: Onward,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Onward> {
    let mut wanted = slips.words.clone();
    wanted.sort_by_key(|word| Reverse(word.len()));
    wanted.dedup();
    if wanted.len() > MOST_APART || wanted.len() < 2 {
        return None;
    }
    let mut folded = Vec::new();
    each_stretch(letter, from, bytes, |paragraph| {
        let text = letter.paragraph(paragraph);
        let may_be = slips.may_stand_in(text);
        let mut window = Window::new(wanted.len());
        for word in words(if may_be { text } else { "" }, 0) {
            for (index, letters) in wanted.iter().enumerate() {
                if is_nearly(&text[word.clone()], letters, &mut folded) {
                    window.take(letter, index, span(paragraph, word.clone()));
                }
            }
        }
        found.extend(window.spans());
        paragraph..paragraph + 1
    })
}

/// Whether a word is the one wanted, with at most a slip that is forgiven, or has it as a part.
fn is_nearly(word: &str, letters: &[char], folded: &mut Vec<char>) -> bool {
    match slip(word, letters, folded) {
        Some(slip) => !slip || forgives(letters),
        None => {
            letters.len() >= PART && word.len() > letters.len() && {
                folded.clear();
                folded.extend(word.chars().flat_map(fold_char));
                folded.windows(letters.len()).any(|part| part == letters)
            }
        }
    }
}

/// The first byte from one on that is not inside a word.
fn word_end(text: &str, byte: usize) -> usize {
    let byte = boundary(text, byte);
    let is_inside = text[..byte].chars().next_back().is_some_and(is_part);
    if is_inside {
        words(text, byte).end(byte)
    } else {
        byte
    }
}

/// What a word that differs by one slip holds one of: a half of the word that the slip is not in or,
/// where it swaps the letters between which the halves meet, the word with these swapped.
fn pieces(word: &[char]) -> impl Iterator<Item = Query> {
    let middle = word.len() / 2;
    let mut swapped = word.to_vec();
    swapped.swap(middle - 1, middle);
    let pieces = [&word[..middle], &word[middle..], &swapped];
    pieces
        .map(|piece| Query::new(&piece.iter().collect::<String>()))
        .into_iter()
        .flatten()
}

/// Where the words that start with `first` end, if they are those wanted but for slips.
fn slipped(
    text: &str,
    first: Range<usize>,
    slips: &Slips,
    folded: &mut Vec<char>,
) -> Option<usize> {
    let start = first.start;
    let mut has_slip = false;
    let mut word = first;
    for (index, letters) in slips.words.iter().enumerate() {
        if index > 0 {
            let next = words(text, word.end).next()?;
            let is_far = next.end - start > slips.reach;
            if is_far || text[word.end..next.start].contains(['.', ',', ';', ':', '!', '?']) {
                return None;
            }
            word = next;
        }
        let slip = slip(&text[word.clone()], letters, folded)?;
        if slip && !forgives(letters) {
            return None;
        }
        has_slip |= slip;
    }
    has_slip.then_some(word.end)
}

/// Whether two words are one but for a slip that is forgiven.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    // Most words are told apart by what they share at both ends; what is not ASCII has more bytes than letters.
    let longest = one.len().max(other.len());
    let same = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b);
    let start = one.bytes().zip(other.bytes()).take_while(same).count();
    let ends = one.bytes().rev().zip(other.bytes().rev());
    let shared = start + ends.take_while(same).count();
    if one.len().min(other.len()) < FORGIVEN - 1 || shared + 4 < longest {
        return false;
    }
    let letters: Vec<char> = other.chars().flat_map(fold_char).collect();
    forgives(&letters) && slip(one, &letters, &mut Vec::new()) == Some(true)
}

/// Whether a slip in a word typed is forgiven.
fn forgives(letters: &[char]) -> bool {
    letters.len() >= FORGIVEN && letters.iter().all(|letter| letter.is_alphabetic())
}

/// Whether a word differs from the letters wanted by a slip; none if by more. `folded` is room to
/// fold in.
fn slip(word: &str, letters: &[char], folded: &mut Vec<char>) -> Option<bool> {
    // A word folds to at most as many letters as it has bytes.
    if word.len() + 1 < letters.len() {
        return None;
    }
    if word.is_ascii() && word.len() > letters.len() + 1 {
        return None;
    }
    folded.clear();
    folded.extend(word.chars().flat_map(fold_char));
    let (one, other) = apart(folded, letters);
    match (one, other) {
        ([], []) => Some(false),
        ([_], [] | [_]) | ([], [_]) => Some(true),
        ([a, b], [c, d]) if a == d && b == c => Some(true),
        _ => None,
    }
}

/// Two words without the start and the end that they share.
fn apart<'word>(one: &'word [char], other: &'word [char]) -> (&'word [char], &'word [char]) {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn found(typed: &str, text: &str) -> Vec<String> {
        let letter = letter::read(text.as_bytes()).unwrap();
        near(&letter, typed)
            .into_iter()
            .map(|span| letter.words(span).to_owned())
            .collect()
    }

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        for (typed, text, expected) in [
            (
                "mensenrechtenfonds",
                "het mensrenrechtenfonds.",
                &["mensrenrechtenfonds"][..],
            ),
            (
                "mensrenrechtenfonds",
                "het Mensenrechtenfonds.",
                &["Mensenrechtenfonds"],
            ),
            (
                "mensenrehctenfonds",
                "mensenrechtenfonds",
                &["mensenrechtenfonds"],
            ),
            (
                "mensenrachtenfonds",
                "mensenrechtenfonds",
                &["mensenrechtenfonds"],
            ),
            ("ensenrechtenfonds", "mensenrechtenfonds", &[]),
            ("mensenrechtenfond", "mensenrechtenfonds", &[]),
            (
                "mensenrechtenfondss",
                "mensenrechtenfonds",
                &["mensenrechtenfonds"],
            ),
            ("mnsenrchtenfonds", "mensenrechtenfonds", &[]),
            ("mensenrechtenfonds", "mensenrechtenfonds", &[]),
            ("Mensenrechtenfonds", "mensenrechtenfonds", &[]),
            (
                "financein",
                "FINANCIËN, financie\u{308}n",
                &["FINANCIËN", "financie\u{308}n"],
            ),
            ("maatschapij", "maat\u{ad}schappij", &["maat‧schappij"]),
            ("raad", "raak", &[]),
            ("20251", "20252", &[]),
            (
                "europese commissie",
                "de Europse Commissie en Europese Comissie",
                &["Europse Commissie", "Europese Comissie"],
            ),
            (
                "europese commissie",
                "de Europse Comissie",
                &["Europse Comissie"],
            ),
            ("europese commissie", "de Europe Commissie", &[]),
            ("europese commissie", "in Europse. Commissie", &[]),
            (
                "raad van eurupa",
                "Raad van Europa en Raat van Europa",
                &["Raad van Europa"],
            ),
            (
                "no-harm begnsel",
                "het no harm-beginsel",
                &["no harm-beginsel"],
            ),
            ("", "mensenrechten", &[]),
            ("--", "mensenrechten", &[]),
        ] {
            assert_eq!(found(typed, text), expected, "‘{typed}’ in ‘{text}’");
        }
    }

    #[test]
    fn every_slip_in_every_letter_is_near() {
        for word in ["raden", "Verkenning", "coördinatie", "vrøheidsrecht"] {
            let letters: Vec<char> = word.chars().collect();
            let mut slips = Vec::new();
            for at in 0..letters.len() {
                let mut other = letters.clone();
                other[at] = 'q';
                slips.push(other);
                let mut more = letters.clone();
                more.insert(at, 'q');
                slips.push(more);
                let mut fewer = letters.clone();
                fewer.remove(at);
                slips.push(fewer);
                let mut swapped = letters.clone();
                swapped.swap(at, (at + 1) % letters.len());
                if at + 1 < letters.len() {
                    slips.push(swapped);
                }
            }
            for slip in slips {
                let typed: String = slip.into_iter().collect();
                for behind in ["", " ernaast"] {
                    let (typed, text) = (typed.clone() + behind, word.to_owned() + behind);
                    let exact = fold(&text).contains(&fold(&typed));
                    let long = typed.chars().count() - behind.len() >= FORGIVEN;
                    let near = usize::from(long && !exact);
                    assert_eq!(found(&typed, &text).len(), near, "{typed}");
                }
            }
        }
    }

    #[test]
    fn a_letter_looked_through_in_slices_gives_what_it_gives_at_once() {
        let embedded = letter::source::embedded_source();
        let one_paragraph = embedded.split_whitespace().collect::<Vec<_>>().join(" ");
        for source in [embedded, &one_paragraph] {
            let letter = letter::read(source).unwrap();
            for typed in ["mensenrechtenfonds", "europese comissie", "raad van eurupa"] {
                let slips = Slips::new(typed).unwrap();
                for bytes in [1, 100, 5000] {
                    let (mut found, mut next) = (Vec::new(), Some(Onward::default()));
                    while let Some(from) = next {
                        next = side_by_side(&letter, &slips, from, bytes, &mut found);
                    }
                    assert_eq!(found, near(&letter, typed), "{typed}");
                }
            }
        }
    }

    #[test]
    fn words_with_slips_stand_in_one_paragraph() {
        let source =
            "Minder posten, een kleiner buget.\n\nPosten en geld.\n\nHet budget en de postn.";
        let letter = letter::read(source.as_bytes()).unwrap();
        for (typed, expected) in [
            ("budget posten", &["posten", "buget", "budget", "postn"][..]),
            ("budget minder kleinre", &["Minder", "kleiner", "buget"]),
            ("budget pasten geld", &[]),
            ("budget", &[]),
        ] {
            let slips = Slips::new(typed).unwrap();
            let mut found = Vec::new();
            in_one_paragraph(&letter, &slips, Onward::default(), usize::MAX, &mut found);
            let found: Vec<_> = found.iter().map(|span| letter.words(*span)).collect();
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn the_letters_own_misprint_is_near() {
        let letter = letter::embedded();
        let words: Vec<_> = near(&letter, "mensenrechtenfonds")
            .into_iter()
            .map(|span| letter.words(span))
            .collect();
        assert_eq!(words, ["mensrenrechtenfonds"]);
    }
}
