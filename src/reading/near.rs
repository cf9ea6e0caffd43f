//! Near hits: words of the letter that differ from those typed by one slip.
//!
//! A letter is shown with its misprints and a query is typed with its own, so `mensenrechtenfonds`
//! should lead to `mensrenrechtenfonds` too. Whole words are compared, folded; no slip is forgiven
//! in short words, nor in numbers.

use super::{
    fold::{fold, fold_char},
    search::{Query, stands_in},
};
use crate::letter::{Letter, Span};
use std::ops::Range;

/// The fewest letters of a word in which a slip is forgiven.
const FORGIVEN: usize = 5;

/// The near hits of what is typed, in order and without overlap: words, or runs of words side by
/// side, that differ from it by one slip (a letter more, fewer or other, or two neighbours swapped)
/// in a word of at least five letters. Neither case nor accents count. None of them holds what is
/// typed as it is, so none is an exact hit as well.
#[must_use]
pub fn near(letter: &Letter, typed: &str) -> Vec<Span> {
    let mut found = Vec::new();
    near_on(letter, typed, 0, usize::MAX, &mut found);
    found
}

/// Looks on from a paragraph for at least so many bytes of text, and adds the near hits to `found`;
/// says which paragraph comes next, if there is more.
pub fn near_on(
    letter: &Letter,
    typed: &str,
    from: usize,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<usize> {
    let typed = fold(typed);
    let wanted: Vec<Vec<char>> = words(&typed, 0)
        .map(|word| typed[word].chars().collect())
        .collect();
    let exact = Query::new(&typed).filter(|_| wanted.iter().any(|word| forgives(word)))?;
    let forgiving = wanted.iter().filter(|word| forgives(word));
    let pieces: Vec<Query> = forgiving.flat_map(|word| pieces(word)).collect();
    let mut folded = Vec::new();
    let mut left = bytes;
    let count = letter.paragraphs().len();
    for paragraph in from..count {
        let text = letter.paragraph(paragraph);
        let may_be = pieces.iter().any(|piece| stands_in(piece, text));
        let mut words = words(if may_be { text } else { "" }, 0);
        while let Some(first) = words.next() {
            if let Some(end) = slipped(text, first.clone(), &wanted, &mut folded)
                && !stands_in(&exact, &text[first.start..end])
            {
                found.push(Span {
                    paragraph,
                    start: first.start,
                    end,
                });
                words.at = end;
            }
        }
        left = left.saturating_sub(text.len());
        if left == 0 && paragraph + 1 < count {
            return Some(paragraph + 1);
        }
    }
    None
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

/// The words of a text from a byte on: runs of letters and digits, with the combining marks and soft
/// hyphens among them.
const fn words(text: &str, at: usize) -> Words<'_> {
    Words { text, at }
}

struct Words<'text> {
    text: &'text str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.run(
            self.at,
            |b| !b.is_ascii_alphanumeric(),
            |c| !c.is_alphanumeric(),
        );
        self.at = self.run(
            start,
            |b| b.is_ascii_alphanumeric(),
            |c| c.is_alphanumeric() || fold_char(c).is_none(),
        );
        (self.at > start).then_some(start..self.at)
    }
}

impl Words<'_> {
    fn run(
        &self,
        mut at: usize,
        narrow: impl Fn(u8) -> bool,
        wide: impl Fn(char) -> bool,
    ) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            at += bytes[at..]
                .iter()
                .take_while(|b| b.is_ascii() && narrow(**b))
                .count();
            match self.text[at..].chars().next() {
                Some(c) if !c.is_ascii() && wide(c) => at += c.len_utf8(),
                _ => return at,
            }
        }
    }
}

/// Where the words that start with `first` end, if they are those wanted but for one slip.
fn slipped(
    text: &str,
    first: Range<usize>,
    wanted: &[Vec<char>],
    folded: &mut Vec<char>,
) -> Option<usize> {
    let mut slips = 0;
    let mut word = first;
    for (index, letters) in wanted.iter().enumerate() {
        if index > 0 {
            let next = words(text, word.end).next()?;
            if text[word.end..next.start].contains(['.', ',', ';', ':', '!', '?']) {
                return None;
            }
            word = next;
        }
        let slip = slip(&text[word.clone()], letters, folded)?;
        if slip && !forgives(letters) {
            return None;
        }
        slips += usize::from(slip);
    }
    (slips == 1).then_some(word.end)
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
    folded.extend(word.chars().filter_map(fold_char));
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
            ("europese commissie", "de Europse Comissie", &[]),
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
        for word in ["raden", "Verkenning", "coördinatie", "vrĳheidsrecht"] {
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
    fn the_letters_own_misprint_is_near() {
        let letter = letter::embedded();
        let words: Vec<_> = near(&letter, "mensenrechtenfonds")
            .into_iter()
            .map(|span| letter.words(span))
            .collect();
        assert_eq!(words, ["mensrenrechtenfonds"]);
    }
}
