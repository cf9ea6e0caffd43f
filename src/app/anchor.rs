//! What tells a paragraph from the others of its letter, and which paragraph it is when the letter has
//! changed: the one with the same words in the same surroundings, where that is sure.
//!
//! Words are compared as the search compares them: case, accents, signs of quotation, hyphens and spaces do
//! not count. Each paragraph is looked at once, however many anchors there are.

use super::kept::{Anchor, Around};
use crate::{
    letter::{Address, Letter, Role},
    text::fold::fold_char,
};
use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

/// How many characters of the first words are kept.
const WORDS: usize = 64;

/// How many characters are kept of the last words and of what stands around.
const AROUND: usize = 80;

/// So many bytes at the end of the first words that come back at the start of the last ones are the same place.
const OVERLAP: usize = 12;

/// How many characters that count are compared of each: fewer than are kept, for what is kept may have
/// more of those that do not count than the letter has now.
const COMPARED: usize = 40;

/// The fewest letters of a word in which a slip may have been mended.
const FORGIVEN: usize = 6;

impl Anchor {
    /// What tells this paragraph from the others.
    #[must_use]
    pub fn of(letter: &Letter, paragraph: usize) -> Self {
        let (words, ends) = (
            first_words(letter, paragraph),
            last_words(letter, paragraph),
        );
        let same = |other: &usize| {
            let text = letter.paragraph(*other);
            text.starts_with(words) && text.ends_with(ends)
        };
        let before: Vec<char> = before(letter, paragraph).take(AROUND).collect();
        Self {
            paragraph,
            address: address_of(letter, paragraph),
            words: words.to_owned(),
            around: Some(Around {
                ends: ends.to_owned(),
                before: before.into_iter().rev().collect(),
                after: after(letter, paragraph).take(AROUND).collect(),
                section: section_words(letter, paragraph).to_owned(),
                alike: (0..letter.paragraphs().len()).filter(same).count(),
            }),
        }
    }

    /// Whether its paragraph stands where it stood, with all that stood around it.
    fn stays(&self, letter: &Letter) -> bool {
        let at = self.paragraph;
        at < letter.paragraphs().len()
            && first_words(letter, at) == self.words
            && match &self.around {
                None => address_of(letter, at) == self.address,
                Some(around) => {
                    last_words(letter, at) == around.ends
                        && section_words(letter, at) == around.section
                        && after(letter, at).take(AROUND).eq(around.after.chars())
                        && before(letter, at)
                            .take(AROUND)
                            .eq(around.before.chars().rev())
                }
            }
    }

    /// Its words as far as they are kept: all of a short paragraph, of a longer one the first and the last.
    pub(super) fn kept_words(&self) -> String {
        let first = self.words.trim_end();
        let ends = self.around.as_ref().map_or("", |around| &around.ends);
        if !self.is_cut() || ends.is_empty() {
            let rest = if self.is_cut() { " …" } else { "" };
            return format!("{first}{rest}");
        }
        let starts = self.words.char_indices().map(|(at, _)| at);
        // The ends of a paragraph that is not much longer begin within its first words.
        let overlap = starts.filter(|at| self.words.len() - at >= OVERLAP);
        let joined = { overlap }.find(|at| ends.starts_with(&self.words[*at..]));
        if let Some(at) = joined {
            return self.words[..at].to_owned() + ends;
        }
        let whole_words = ends.find(' ').map_or(ends, |at| &ends[at + 1..]);
        format!("{first} … {whole_words}")
    }

    /// Whether its first words were cut off.
    fn is_cut(&self) -> bool {
        self.words.chars().count() >= WORDS
    }
}

/// The paragraph of each of these anchors, by index in the letter; nothing where it is gone, or where more
/// than one may be meant.
pub(super) fn paragraphs(letter: &Letter, anchors: &[&Anchor]) -> Vec<Option<usize>> {
    let stay = |anchor: &&Anchor| anchor.stays(letter).then_some(anchor.paragraph);
    let mut found: Vec<Option<usize>> = anchors.iter().map(stay).collect();
    if found.iter().all(Option::is_some) {
        return found;
    }
    let lost = anchors.iter().zip(&found).filter(|(_, at)| at.is_none());
    let wanted = lost.map(|(anchor, _)| key(anchor.words.chars())).collect();
    let candidates = Candidates::of(letter, &wanted);
    for (anchor, at) in anchors.iter().zip(&mut found) {
        if at.is_none() {
            *at = candidates.paragraph(letter, anchor);
        }
    }
    found
}

fn address_of(letter: &Letter, paragraph: usize) -> Option<String> {
    letter.address(paragraph).map(|it| it.to_string())
}

/// The first words of a paragraph.
fn first_words(letter: &Letter, paragraph: usize) -> &str {
    let text = letter.paragraph(paragraph);
    let end = text.char_indices().nth(WORDS);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The last words of a paragraph.
fn last_words(letter: &Letter, paragraph: usize) -> &str {
    let text = letter.paragraph(paragraph);
    let start = text.char_indices().nth_back(AROUND - 1);
    &text[start.map_or(0, |(at, _)| at)..]
}

/// The first words of the recommendation of the section that a paragraph is in.
fn section_words(letter: &Letter, paragraph: usize) -> &str {
    let section = &letter.sections()[letter.section_of(paragraph)];
    let first = letter.recommendation(section).next();
    first.map_or("", |first| first_words(letter, first))
}

/// Whether a paragraph tells its neighbours apart: the same heading stands over every response.
fn tells(letter: &Letter, paragraph: usize) -> bool {
    letter.paragraphs()[paragraph].role != Role::ResponseHeading
}

/// What stands before a paragraph, from its end to its start.
fn before(letter: &Letter, paragraph: usize) -> impl Iterator<Item = char> + '_ {
    let all = (0..paragraph).rev().filter(move |&at| tells(letter, at));
    all.flat_map(move |at| letter.paragraph(at).chars().rev().chain([' ']))
}

/// What stands behind a paragraph.
fn after(letter: &Letter, paragraph: usize) -> impl Iterator<Item = char> + '_ {
    let all = paragraph + 1..letter.paragraphs().len();
    let all = all.filter(move |&at| tells(letter, at));
    all.flat_map(move |at| letter.paragraph(at).chars().chain([' ']))
}

/// What counts of a text.
fn signature(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let counts = |c: &char| !(c.is_whitespace() || matches!(c, '-' | '\'' | '"' | '\u{fffd}'));
    text.flat_map(fold_char).filter(counts)
}

/// A number made of the first characters of a text that count.
fn key(text: impl Iterator<Item = char>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for c in signature(text).take(COMPARED) {
        c.hash(&mut hasher);
    }
    hasher.finish()
}

/// What tells a paragraph, as numbers: they are the same where the words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Keys {
    words: u64,
    ends: u64,
    before: u64,
    after: u64,
    section: u64,
}

impl Keys {
    fn of(letter: &Letter, paragraph: usize) -> Self {
        let text = letter.paragraph(paragraph);
        Self {
            words: key(text.chars()),
            ends: key(text.chars().rev()),
            before: key(before(letter, paragraph)),
            after: key(after(letter, paragraph)),
            section: key(section_words(letter, paragraph).chars()),
        }
    }

    fn kept(anchor: &Anchor, around: &Around) -> Self {
        Self {
            words: key(anchor.words.chars()),
            ends: key(around.ends.chars().rev()),
            before: key(around.before.chars().rev()),
            after: key(around.after.chars()),
            section: key(around.section.chars()),
        }
    }

    /// What is looked up of these: the words, and with them what else these parts name.
    fn look(self, parts: &[Part]) -> Look {
        let part = |part: &Part| match part {
            Part::Ends => (*part, self.ends),
            Part::Before => (*part, self.before),
            Part::After => (*part, self.after),
            Part::Section => (*part, self.section),
        };
        let mut hasher = DefaultHasher::new();
        self.words.hash(&mut hasher);
        for part in parts.iter().map(part) {
            part.hash(&mut hasher);
        }
        Look(hasher.finish())
    }
}

/// A number made of some of the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Look(u64);

/// What may be the same beside the first words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Ends,
    Before,
    After,
    Section,
}

use Part::{After, Before, Ends, Section};

/// The whole paragraph, and how much of what stands around it is the same, the most first.
const WHOLE: [&[&[Part]]; 3] = [
    &[&[Ends, Before, After, Section]],
    &[
        &[Ends, Before, After],
        &[Ends, Before, Section],
        &[Ends, After, Section],
    ],
    &[&[Ends, Before], &[Ends, After], &[Ends, Section]],
];

/// The paragraphs that some anchor may mean.
struct Candidates {
    /// The first of those that have these keys, by index, and how many have.
    found: HashMap<Look, (usize, usize)>,
}

impl Candidates {
    /// Those that begin with these words.
    fn of(letter: &Letter, wanted: &HashSet<u64>) -> Self {
        let mut found = HashMap::new();
        let others: [&[Part]; 3] = [&[], &[Ends], &[Before, After]];
        for paragraph in 0..letter.paragraphs().len() {
            if !wanted.contains(&key(letter.paragraph(paragraph).chars())) {
                continue;
            }
            let keys = Keys::of(letter, paragraph);
            for parts in WHOLE.iter().copied().flatten().chain(&others) {
                let (_, count) = found.entry(keys.look(parts)).or_insert((paragraph, 0));
                *count += 1;
            }
        }
        Self { found }
    }

    fn get(&self, look: Look) -> (usize, usize) {
        self.found.get(&look).copied().unwrap_or_default()
    }

    fn paragraph(&self, letter: &Letter, anchor: &Anchor) -> Option<usize> {
        let address: Option<Address> = anchor.address.as_ref().and_then(|it| it.parse().ok());
        let there = address.and_then(|address| Some(letter.locate(address).ok()?.start));
        let Some(around) = &anchor.around else {
            return self.by_words(letter, anchor, there);
        };
        let keys = Keys::kept(anchor, around);
        let (_, alike) = self.get(keys.look(&[Ends]));
        if alike == 0 {
            let (at, count) = self.get(keys.look(&[Before, After]));
            return (count == 1)
                .then_some(at)
                .or_else(|| mended(letter, anchor, keys, there?));
        }
        // Where one of several that were alike is gone it may be this one: then all has to be the same.
        let rows = if alike < around.alike { 1 } else { WHOLE.len() };
        for row in &WHOLE[..rows] {
            let found = row.iter().copied();
            let found: Vec<&[Part]> = found
                .filter(|parts| self.get(keys.look(parts)).1 > 0)
                .collect();
            if found.is_empty() {
                continue;
            }
            // The one paragraph, or of those that are the same in all this the one at the address.
            let mut only = found.iter().map(|parts| self.get(keys.look(parts)));
            let only = only.find(|(_, count)| *count == 1).map(|(at, _)| at);
            let fits = |at: &usize| {
                let there = Keys::of(letter, *at);
                found
                    .iter()
                    .all(|parts| there.look(parts) == keys.look(parts))
            };
            return only.or(there).filter(fits);
        }
        let (at, _) = self.get(keys.look(&[Ends]));
        (alike == 1 && around.alike == 1).then_some(at)
    }

    /// The paragraph of an anchor without surroundings: at its address, or the only one with words that are
    /// too many to be anybody's.
    fn by_words(&self, letter: &Letter, anchor: &Anchor, there: Option<usize>) -> Option<usize> {
        let words = key(anchor.words.chars());
        let has = |at: &usize| key(letter.paragraph(*at).chars()) == words;
        let keys = Keys {
            words,
            ..Keys::default()
        };
        let (at, count) = self.get(keys.look(&[]));
        let only = (count == 1 && anchor.is_cut()).then_some(at);
        there.filter(has).or(only)
    }
}

/// The paragraph at this place, where it and what stands around it differ from what was kept by a slip in
/// one of its first words: that was mended, or made.
fn mended(letter: &Letter, anchor: &Anchor, keys: Keys, there: usize) -> Option<usize> {
    let now = Keys::of(letter, there);
    let around = (now.before, now.after) == (keys.before, keys.after);
    let slipped = || is_slip(&anchor.words, first_words(letter, there), anchor.is_cut());
    (around && slipped()).then_some(there)
}

/// Whether two texts differ by a slip in one word: a letter more, fewer or other, or two that changed places.
/// The last word of a text that was cut off does not count.
fn is_slip(one: &str, other: &str, is_cut: bool) -> bool {
    let words = |text: &str| -> Vec<Vec<char>> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let folded = words.map(|word| word.chars().flat_map(fold_char).collect());
        folded.filter(|word: &Vec<char>| !word.is_empty()).collect()
    };
    let (mut one, mut other) = (words(one), words(other));
    if is_cut {
        let count = one.len().min(other.len()).saturating_sub(1);
        one.truncate(count);
        other.truncate(count);
    }
    let mut differ = one.iter().zip(&other).filter(|(one, other)| one != other);
    let (first, more) = (differ.next(), differ.next());
    let slip = first.is_some_and(|(one, other)| is_one_slip(one, other));
    slip && more.is_none() && one.len() == other.len()
}

fn is_one_slip(one: &[char], other: &[char]) -> bool {
    let counts = |word: &[char]| word.len() >= FORGIVEN && word.iter().all(|c| c.is_alphabetic());
    if !counts(one) || !counts(other) {
        return false;
    }
    let same = |(one, other): &(&char, &char)| one == other;
    let start = one.iter().zip(other).take_while(same).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev());
    let end = end.take_while(same).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([a, b], [c, d]) => (a, b) == (d, c),
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}
