//! How a word of a query meets a name, in points. The only place that knows fuzzy-matcher, which is
//! asked only where nothing cheaper tells the answer.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Points for how a word of the query meets a field.
const PREFIX: i64 = 240;
const WHOLE_WORD: i64 = 140;
const WORD_START: i64 = 100;
const INSIDE: i64 = 30;

/// Words shorter than this, in chars, must stand in a field as they are.
const SHORTEST_APART: usize = 4;

/// The matcher for letters that are not one run. It is made anew for each question, as what it keeps
/// from one changes the points that it gives for the next.
fn matcher() -> SkimMatcherV2 {
    SkimMatcherV2::default()
}

/// The letters of a folded text as a set, one bit each; rare ones share a bit.
pub(super) fn letters(text: &str) -> u64 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 36 + byte % 28,
    };
    text.bytes().fold(0, |set, byte| set | 1 << bit(byte))
}

/// What a word of the query and a field have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// The field lacks letters of the word in this order, so it never meets a longer word either.
    Never,
    /// It does not meet the word, but may meet a longer one.
    NotYet,
    /// It meets the word, with so many points.
    With(i64),
}

/// A word of the query, prepared for many fields.
pub(super) struct Word<'query> {
    text: &'query str,
    /// How many chars it has.
    count: usize,
    apart: Option<Apart>,
}

impl<'query> Word<'query> {
    pub(super) fn new(text: &'query str) -> Self {
        Self {
            text,
            count: text.chars().count(),
            apart: Apart::new(text),
        }
    }

    /// How a field, folded, meets it.
    pub(super) fn meets(&self, field: &str) -> Meeting {
        let letters = whole(self.count);
        if let Some((_, place)) = best_place(field, self.text) {
            return Meeting::With(letters * 10 + place);
        }
        if self.count < SHORTEST_APART {
            return Meeting::NotYet;
        }
        if !in_order(field, self.text) {
            return Meeting::Never;
        }
        let apart = self.apart.as_ref().filter(|_| field.is_ascii());
        if apart.is_some_and(|apart| apart.most(field.as_bytes()) < floor(letters)) {
            return Meeting::NotYet;
        }
        match matcher().fuzzy_match(field, self.text) {
            Some(score) if score >= floor(letters) => {
                Meeting::With(letters * 10 + score - floor(letters) - INSIDE)
            }
            _ => Meeting::NotYet,
        }
    }
}

/// Which chars of a folded text a word of the query matches, by index.
pub(super) fn positions(field: &str, word: &str) -> Vec<usize> {
    let count = word.chars().count();
    if let Some((at, _)) = best_place(field, word) {
        let first = field[..at].chars().count();
        return (first..first + count).collect();
    }
    if count < SHORTEST_APART || !in_order(field, word) {
        return Vec::new();
    }
    match matcher().fuzzy_indices(field, word) {
        Some((score, indices)) if score >= floor(whole(count)) => indices,
        _ => Vec::new(),
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

/// A count to reckon with.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX / 1000)
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

/// The least score at which letters that are not one run count as a match: a run of them with one
/// gap for every four letters.
const fn floor(letters: i64) -> i64 {
    20 * letters - 4 - letters / 4 * 8
}

/// Whether the letters of a word stand in a field in this order, byte by byte.
fn in_order(field: &str, word: &str) -> bool {
    let mut wanted = word.bytes();
    let mut next = wanted.next();
    for byte in field.bytes() {
        if next == Some(byte) {
            next = wanted.next();
        }
    }
    next.is_none()
}

/// What the matcher gives at most for letters that lie apart, told by one look at a field: it rules
/// out the fields that do not reach [`floor`] at a small part of the matcher's price.
struct Apart {
    /// For each ASCII letter, where in the word it stands: bit 0 is the first.
    places: [u16; 128],
    /// The last place.
    last: usize,
}

impl Apart {
    /// None for a word that this cannot tell about.
    fn new(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        // In a longer word the matcher may take letters for matched that are not, and still be above
        // the floor.
        let plain = bytes.iter().all(u8::is_ascii_alphanumeric);
        if !plain || !(SHORTEST_APART..16).contains(&bytes.len()) {
            return None;
        }
        let mut places = [0; 128];
        for (place, byte) in bytes.iter().enumerate() {
            places[usize::from(*byte)] |= 1 << place;
        }
        let last = bytes.len() - 1;
        Some(Self { places, last })
    }

    /// The most points for a field of ASCII bytes.
    ///
    /// A letter is worth 16 points, and 8 more at the start of a word, twice that at the start of
    /// the field. One right behind the letter before it has 4 more at least; a gap costs 3, and 1 for
    /// every letter in it.
    fn most(&self, field: &[u8]) -> i64 {
        // For each place in the word: the most points up to it, with the byte where it then stands
        // added, so that the length of a gap need not be known; and where it was seen last, and the
        // points up to there.
        let mut reached = [NONE; 16];
        let mut seen = [(0, NONE); 16];
        let mut most = NONE;
        for (at, byte) in field.iter().enumerate() {
            let mut here = self.places[usize::from(byte & 127)];
            if here == 0 {
                continue;
            }
            let start = match at.checked_sub(1).map(|before| field[before]) {
                None => 16,
                Some(before) if before.is_ascii_alphanumeric() => 0,
                Some(_) => 8,
            };
            while here != 0 {
                // The last place first: what is found for it here must not count for the next.
                let place = here.ilog2() as usize;
                here ^= 1 << place;
                let points = if place == 0 {
                    start + 15
                } else {
                    let apart = reached[place - 1] - whole(at) - 2 + start;
                    let behind = match seen[place - 1] {
                        (last, points) if last + 1 == at => points + start.max(4),
                        _ => NONE,
                    };
                    16 + apart.max(behind)
                };
                reached[place] = reached[place].max(points + whole(at));
                seen[place] = (at, points);
                if place == self.last {
                    most = most.max(points);
                }
            }
        }
        most
    }
}

/// Fewer points than anything has.
const NONE: i64 = i64::MIN / 2;
