//! How a word of a query meets a name, and how many points that is. The only place that knows
//! fuzzy-matcher.
//!
//! A word meets a name in one of three ways, and in no other; letters that lie scattered are no match:
//! - its letters stand in one run (a word of one or two letters only where a word of the name starts);
//! - its letters stand in runs that each begin a word of the name, where the words follow each other but
//!   for short ones between them, and neither the first nor the last is one like *van*: `minbuza` in
//!   *Ministerie van Buitenlandse Zaken*;
//! - its letters stand in one word of the name, from its start on, with at most one letter passed over
//!   for every six: `mensenrehtenfonds`.
//!
//! What meets is scored by `SkimMatcherV2`. Our own points for where it stands come on top.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Points for where a word of the query stands in a name, on top of the matcher's.
const PREFIX: i64 = 240;
const WHOLE_WORD: i64 = 140;
const WORD_START: i64 = 100;
const INSIDE: i64 = 30;
/// Points, on top of the matcher's, for letters that are not one run.
const APART: i64 = -30;

/// The fewest letters of a word that may stand inside a word of a name.
const SHORTEST_INSIDE: usize = 3;

/// The fewest letters of a word that need not be one run.
const SHORTEST_APART: usize = 4;

/// The most letters of a word that need not be one run: one bit each.
const LONGEST_APART: usize = 63;

/// The longest word, in bytes, that may stand between those of which the beginnings meet: `van de`, `voor`.
const SHORT: usize = 4;

/// Words that a name neither begins nor ends with: `of Europe on the Safety of` is no *oeso*.
pub(super) const SMALL: [&[u8]; 22] = [
    b"aan", b"and", b"bij", b"de", b"den", b"der", b"een", b"en", b"for", b"het", b"in", b"met",
    b"of", b"on", b"op", b"te", b"the", b"to", b"tot", b"van", b"voor", b"with",
];

/// The letters of a folded text as a set, one bit each; rare ones share a bit.
pub(super) fn letters(text: &str) -> u64 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 36 + byte % 28,
    };
    text.bytes().fold(0, |set, byte| set | 1 << bit(byte))
}

/// The words of a folded text: its runs of letters and digits.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// What a word of the query and a field have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// The field lacks letters of the word in this order, so it never meets a longer word either.
    Never,
    /// It does not meet the word, but may meet a longer one.
    NotYet,
    /// It meets the word, with so many points of ours.
    With(i64),
}

/// How a field, folded, meets a word.
pub(super) fn meet(field: &str, word: &str) -> Meeting {
    let (bytes, letters) = (field.as_bytes(), word.as_bytes());
    let count = word.chars().count();
    if let Some((_, place)) = best_place(field, word)
        && (count >= SHORTEST_INSIDE || place > INSIDE)
    {
        return Meeting::With(place);
    }
    if !in_order(bytes, letters) {
        return Meeting::Never;
    }
    let may_be_apart = count >= SHORTEST_APART && letters.len() <= LONGEST_APART;
    if may_be_apart && (begins_words(bytes, letters) || passes_over_few(bytes, letters)) {
        return Meeting::With(APART);
    }
    Meeting::NotYet
}

/// Which chars of a folded field a word of the query matches, by index.
pub(super) fn positions(field: &str, word: &str) -> Vec<usize> {
    if !matches!(meet(field, word), Meeting::With(_)) {
        return Vec::new();
    }
    if let Some((at, _)) = best_place(field, word) {
        let first = field[..at].chars().count();
        return (first..first + word.chars().count()).collect();
    }
    let found = SkimMatcherV2::default().fuzzy_indices(field, word);
    found.map(|(_, indices)| indices).unwrap_or_default()
}

/// Gives the matcher's points, the same however often and in which order it is asked.
#[derive(Default)]
pub(super) struct Scorer(SkimMatcherV2);

impl Scorer {
    /// The points of a word in a field that it meets, both folded.
    pub(super) fn score(&self, field: &str, word: &str) -> i64 {
        // The matcher keeps the room it reckons in, and what is left there from one question changes the
        // points of the next. A question about one letter leaves so little of it that none counts.
        self.0.fuzzy_match("a", "a");
        self.0.fuzzy_match(field, word).unwrap_or_default()
    }
}

/// The first of the best places where a word stands in a field: the byte, and the points.
fn best_place(field: &str, word: &str) -> Option<(usize, i64)> {
    let bytes = field.as_bytes();
    let first = *word.as_bytes().first()?;
    let mut best: Option<(usize, i64)> = None;
    let mut from = 0;
    while let Some(further) = bytes[from..].iter().position(|byte| *byte == first) {
        let at = from + further;
        from = at + 1;
        if bytes[at..].starts_with(word.as_bytes()) {
            let place = place_points(field, at, word);
            if best.is_none_or(|(_, best)| place > best) {
                best = Some((at, place));
            }
            if place >= WHOLE_WORD {
                // Only the start of the field is better, and that came first.
                break;
            }
            from = at + word.len();
        }
    }
    best
}

fn place_points(field: &str, at: usize, word: &str) -> i64 {
    if at == 0 {
        return PREFIX;
    }
    let inside = field[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    if inside {
        return INSIDE;
    }
    let goes_on = field[at + word.len()..]
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric);
    if goes_on { WORD_START } else { WHOLE_WORD }
}

/// Whether the letters of a word stand in a field in this order, byte by byte.
fn in_order(field: &[u8], word: &[u8]) -> bool {
    let mut wanted = word.iter();
    let mut next = wanted.next();
    for byte in field {
        if next == Some(byte) {
            next = wanted.next();
        }
    }
    next.is_none()
}

/// Whether a byte of a folded text is of a letter or digit; of what is not ASCII all count as such.
const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The words of a field, in bytes.
fn byte_words(field: &[u8]) -> impl Iterator<Item = &[u8]> {
    let words = field.split(|byte| !is_letter(*byte));
    words.filter(|word| !word.is_empty())
}

/// Whether the letters stand in runs that each begin a word, where only short words are passed over.
fn begins_words(field: &[u8], letters: &[u8]) -> bool {
    // Bit n: the first n letters stand in the words so far. Nothing does before any word.
    let mut reached: u64 = 1;
    for word in byte_words(field) {
        let mut further = 0;
        let small = SMALL.contains(&word);
        let mut left = reached & !u64::from(small);
        while left != 0 {
            let count = left.trailing_zeros() as usize;
            left &= left - 1;
            let pairs = word.iter().zip(&letters[count..]);
            let run = pairs.take_while(|(one, other)| one == other).count();
            if count + run == letters.len() && !small {
                return true;
            }
            further |= ((1 << run) - 1) << (count + 1);
        }
        // All letters with a small word as the last one: that ends no name.
        further &= !(1 << letters.len());
        reached = 1 | further | if word.len() <= SHORT { reached } else { 0 };
    }
    false
}

/// Whether the letters stand in one word from its start on, with at most one passed over for every six.
fn passes_over_few(field: &[u8], letters: &[u8]) -> bool {
    let most = letters.len() + letters.len() / 6;
    byte_words(field)
        .any(|word| word[0] == letters[0] && in_order(&word[..word.len().min(most)], letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_lie_scattered_are_no_match() {
        for (field, word, meets) in [
            (
                "ministerie van sociale zaken en werkgelegenheid",
                "weel",
                false,
            ),
            (
                "ministerie van sociale zaken en werkgelegenheid",
                "sozawe",
                true,
            ),
            (
                "ministerie van sociale zaken en werkgelegenheid",
                "minsz",
                true,
            ),
            (
                "ministerie van sociale zaken en werkgelegenheid",
                "minwerk",
                false,
            ),
            ("ministerie van buitenlandse zaken", "minbuza", true),
            ("europees hof voor de rechten van de mens", "ehrm", true),
            ("europees hof voor de rechten van de mens", "ehmr", false),
            (
                "group of friends of the council of europe on the safety of journalists",
                "oeso",
                false,
            ),
            (
                "covenant on economic, social and cultural rights",
                "oeso",
                false,
            ),
            (
                "organisatie voor economische samenwerking en ontwikkeling",
                "oeso",
                true,
            ),
            ("raad voor het openbaar bestuur", "rvhob", true),
            ("mensenrechtenfonds", "mensenrehtenfonds", true),
            ("mensenrechtenfonds", "mensnrchtenfonds", true),
            ("mensenrechtenfonds", "mensnrchtnfonds", false),
            ("een veranderende wereldorde", "weel", false),
            ("het mensenrechtenfonds", "ensenrehtenfonds", false),
            ("mensenrechtenfonds", "r", false),
            ("mensenrechtenfonds", "rec", true),
            ("raad voor de rechtspraak", "r", true),
            ("financien", "cien", true),
            ("raad", "raad van", false),
        ] {
            let met = matches!(meet(field, word), Meeting::With(_));
            assert_eq!(met, meets, "‘{word}’ in ‘{field}’");
            assert_eq!(
                positions(field, word).len(),
                if meets { word.len() } else { 0 }
            );
        }
    }

    #[test]
    fn what_never_meets_meets_no_longer_word_either() {
        let field = "ministerie van klimaat en groene groei";
        for word in ["minkgg", "klimaat", "groei", "klmaat", "xy", "groeip"] {
            let mut never = false;
            for length in 1..=word.len() {
                let meeting = meet(field, &word[..length]);
                assert!(!never || meeting == Meeting::Never, "{word}");
                never = meeting == Meeting::Never;
            }
        }
    }

    #[test]
    fn the_points_are_those_of_a_matcher_that_was_never_asked_before() {
        let fields = [
            "raad van europa",
            "a",
            "ab",
            "europees hof voor de rechten van de mens",
            "mensenrechtenfonds",
            "eur",
            "ministerie van binnenlandse zaken en koninkrijksrelaties",
        ];
        let words = [
            "a", "b", "eu", "eur", "mens", "raad", "rechten", "minbiza", "zaken",
        ];
        let scorer = Scorer::default();
        for round in 0..3 {
            for (index, field) in fields.iter().cycle().skip(round * 2).take(20).enumerate() {
                for word in words.iter().skip(index % 3) {
                    let fresh = SkimMatcherV2::default().fuzzy_match(field, word);
                    assert_eq!(
                        scorer.score(field, word),
                        fresh.unwrap_or_default(),
                        "{word} {field}"
                    );
                }
            }
        }
    }
}
