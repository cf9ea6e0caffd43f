//! The walk from match to match through one text.
//!
//! Of the query's letters the one that Dutch uses least is its anchor. Two scans that allocate nothing
//! (one for the anchor in ASCII, one for other characters that fold to it) lead from place to place
//! where it stands, and only around those places is the text folded and compared. So a word that is not
//! there costs one pass. What is as long as a passage is compared letter by letter instead, each
//! character of the text once.

use super::query::{Gap, Query, is_joint};
use crate::text::fold::{Folded, fold_char};
use std::{collections::VecDeque, ops::Range};

/// How many bytes are tested at a time for being ASCII.
const RUN: usize = 64;

/// The walk from match to match through one text.
pub(in crate::reading) struct Scan<'text> {
    query: &'text Query,
    text: &'text str,
    /// The byte before which no further match starts.
    floor: usize,
    /// The byte from which on no anchor is looked for.
    until: usize,
    /// The next place of the anchor as one ASCII byte.
    narrow: Option<usize>,
    /// The next place of the anchor as any other character.
    wide: Option<usize>,
    passage: Option<Passage>,
}

impl<'text> Scan<'text> {
    /// A walk through a whole text.
    pub(in crate::reading) fn new(query: &'text Query, text: &'text str) -> Self {
        Self::within(query, text, 0, 0..text.len())
    }

    /// A walk through the matches that start at `floor` or later and have their anchor in a range of
    /// bytes; a long query has them from the range's start on.
    pub(super) fn within(
        query: &'text Query,
        text: &'text str,
        floor: usize,
        anchors: Range<usize>,
    ) -> Self {
        let mut scan = Self {
            query,
            text,
            floor,
            until: anchors.end,
            narrow: None,
            wide: None,
            passage: query.is_long().then(|| Passage::new(query, anchors.start)),
        };
        if scan.passage.is_none() {
            scan.narrow = scan.next_narrow(anchors.start);
            scan.wide = scan.next_wide(anchors.start);
        }
        scan
    }

    fn anchor(&self) -> char {
        self.query.letters()[self.query.anchor()]
    }

    fn next_narrow(&self, mut from: usize) -> Option<usize> {
        let [small, capital] = self.query.anchor_bytes()?;
        let bytes = &self.text.as_bytes()[..self.until];
        loop {
            let rest = bytes.get(from..)?;
            let at = from
                + if small == capital {
                    memchr::memchr(small, rest)?
                } else {
                    memchr::memchr2(small, capital, rest)?
                };
            if self.may_stand_around(at) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// A quick look at the bytes beside the anchor: false only where no match can be.
    fn may_stand_around(&self, at: usize) -> bool {
        let (letters, anchor) = (self.query.letters(), self.query.anchor());
        let may_be = |byte: Option<&u8>, first: Option<&char>, second: Option<&char>| {
            let letter = match byte {
                Some(byte @ b' '..=b'~') => char::from(byte.to_ascii_lowercase()),
                _ => return true,
            };
            match first {
                None => true,
                Some(' ' | '-') => second == Some(&letter) || self.query.is_joint(letter),
                Some(&wanted) => letter == wanted || self.query.is_joint(letter),
            }
        };
        let bytes = self.text.as_bytes();
        let before = |count: usize| anchor.checked_sub(count).map(|index| &letters[index]);
        let byte_before = at.checked_sub(1).and_then(|at| bytes.get(at));
        may_be(
            bytes.get(at + 1),
            letters.get(anchor + 1),
            letters.get(anchor + 2),
        ) && may_be(byte_before, before(1), before(2))
    }

    fn next_wide(&self, mut from: usize) -> Option<usize> {
        loop {
            from += not_ascii(self.text.as_bytes().get(from..self.until)?)?;
            let c = self.text[from..].chars().next()?;
            if may_fold_to(c, self.anchor()) && fold_char(c).as_slice().contains(&self.anchor()) {
                return Some(from);
            }
            from += c.len_utf8();
        }
    }

    /// The match whose anchor is in the character at a byte.
    fn around(&self, at: usize) -> Option<Range<usize>> {
        let c = self.text[at..].chars().next()?;
        let folded = fold_char(c);
        let (before, after) = self.query.letters().split_at(self.query.anchor());
        let anchor = after[0];
        let places = folded.as_slice().iter().enumerate();
        places
            .filter(|&(_, letter)| *letter == anchor)
            .find_map(|(index, _)| {
                let (own_before, own_after) = folded.as_slice().split_at(index);
                let before = meet_end(before, own_before)?;
                let after = meet_start(after, own_after)?;
                let mut gap = Gap::default();
                let start = self.start(at, before, anchor, &mut gap)?;
                let end = self.end(at + c.len_utf8(), after, anchor, &mut gap)?;
                self.query
                    .takes(self.text, &(start..end), gap)
                    .then_some(start..end)
            })
    }

    /// Matches letters backward from the byte `at`: where the first of them stands.
    fn start(&self, at: usize, wanted: &[char], beside: char, gap: &mut Gap) -> Option<usize> {
        let floor = self.floor;
        let chars = self.text[floor..at].char_indices().rev();
        let folded = chars.map(|(byte, c)| (floor + byte, fold_char(c).reversed()));
        self.follow(at, folded, wanted.iter().rev().copied(), beside, gap)
    }

    /// Matches letters onward from the byte `at`: where the last of them ends, with the marks that
    /// combine with it.
    fn end(&self, at: usize, wanted: &[char], beside: char, gap: &mut Gap) -> Option<usize> {
        let chars = self.text[at..].char_indices();
        let folded = chars.map(|(byte, c)| (at + byte + c.len_utf8(), fold_char(c)));
        let end = self.follow(at, folded, wanted.iter().copied(), beside, gap)?;
        Some(with_marks(self.text, end))
    }

    /// Meets the letters wanted, none of which may be missing, and says at which byte the last is met.
    /// Characters come each with the byte at which the walk stands behind it. `beside` is the letter from
    /// which the walk starts.
    fn follow(
        &self,
        mut at: usize,
        mut chars: impl Iterator<Item = (usize, Folded)>,
        mut wanted: impl Iterator<Item = char> + Clone,
        mut beside: char,
        gap: &mut Gap,
    ) -> Option<usize> {
        // Whether joints met since the last letter are all accounted for, and whether some are not.
        let (mut joined, mut open) = (false, false);
        let mut next_wanted = wanted.next();
        while let Some(want) = next_wanted {
            let (next, folded) = chars.next()?;
            let letters = match folded.as_slice() {
                [] => continue,
                letters if letters.iter().all(|letter| self.query.is_joint(*letter)) => {
                    let joint = if letters == [' '] { ' ' } else { '-' };
                    let is_edge = || wanted.clone().next().is_none();
                    if !is_joint(want) {
                        gap.space |= !joined && joint == ' ';
                        gap.hyphen |= !joined && joint == '-';
                        open |= !joined;
                    } else if joint == want || !is_edge() {
                        next_wanted = wanted.next();
                        (joined, at) = (true, next);
                    }
                    continue;
                }
                letters => letters,
            };
            if is_joint(want) {
                gap.space |= want == ' ';
                gap.hyphen |= want == '-';
                open = true;
                // A hyphen asked for at the end is not here.
                next_wanted = Some(wanted.next()?);
            }
            gap.in_number |= open && beside.is_numeric() && letters[0].is_numeric();
            for &letter in letters {
                match next_wanted {
                    None => break,
                    Some(want) if want != letter => return None,
                    Some(_) => next_wanted = wanted.next(),
                }
                beside = letter;
            }
            (joined, open, at) = (false, false, next);
        }
        Some(at)
    }
}

/// Where the letters that combine with the one that ends at a byte end.
fn with_marks(text: &str, end: usize) -> usize {
    let marks = text[end..].chars();
    let marks = marks.take_while(|c| matches!(c, '\u{300}'..='\u{36f}'));
    end + marks.map(char::len_utf8).sum::<usize>()
}

/// The letters of a passage as far as they are met, by the method of Knuth, Morris and Pratt.
struct Passage {
    /// The letters, each joint a space.
    letters: Vec<char>,
    /// For each letter how many letters before and with it are the first ones as well.
    borders: Vec<usize>,
    /// The byte from which on the text is still to be read.
    at: usize,
    /// How many letters are met.
    met: usize,
    /// Where the last letters of the text start, as many as the passage has.
    starts: VecDeque<usize>,
    /// Whether the last of them is a joint.
    joined: bool,
}

impl Passage {
    fn new(query: &Query, at: usize) -> Self {
        let joined = query.letters().iter();
        let joined: Vec<char> = joined
            .filter_map(|&letter| query.passage_letter(letter))
            .collect();
        let inside = |letter: &&char| **letter == ' ';
        let before = joined.iter().take_while(inside).count();
        let behind = joined.iter().rev().take_while(inside).count();
        let letters = joined[before..joined.len() - behind].to_vec();
        let mut borders = vec![0; letters.len()];
        for index in 1..letters.len() {
            let mut border = borders[index - 1];
            while border > 0 && letters[border] != letters[index] {
                border = borders[border - 1];
            }
            borders[index] = border + usize::from(letters[border] == letters[index]);
        }
        Self {
            starts: VecDeque::with_capacity(letters.len()),
            letters,
            borders,
            at,
            met: 0,
            joined: false,
        }
    }

    /// The next range of a text that has all the letters.
    fn next(&mut self, query: &Query, text: &str) -> Option<Range<usize>> {
        for (byte, c) in text[self.at..].char_indices() {
            let (start, end) = (self.at + byte, self.at + byte + c.len_utf8());
            for letter in fold_char(c) {
                let Some(letter) = query.passage_letter(letter) else {
                    continue;
                };
                if self.meet(letter, start) {
                    let range = self.starts[0]..with_marks(text, end);
                    (self.at, self.met, self.joined) = (range.end, 0, false);
                    self.starts.clear();
                    return Some(range);
                }
            }
        }
        self.at = text.len();
        None
    }

    /// Takes the next letter of the text; whether it is the last of the passage.
    fn meet(&mut self, letter: char, start: usize) -> bool {
        if letter == ' ' && self.joined {
            return false;
        }
        self.joined = letter == ' ';
        if self.starts.len() == self.letters.len() {
            self.starts.pop_front();
        }
        self.starts.push_back(start);
        while self.met > 0 && self.letters[self.met] != letter {
            self.met = self.borders[self.met - 1];
        }
        self.met += usize::from(self.letters[self.met] == letter);
        self.met == self.letters.len()
    }
}

impl Iterator for Scan<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if let Some(passage) = &mut self.passage {
            return loop {
                let range = passage.next(self.query, self.text)?;
                if self.query.takes(self.text, &range, Gap::default()) {
                    break Some(range);
                }
            };
        }
        loop {
            let at = match (self.narrow, self.wide) {
                (Some(narrow), Some(wide)) => narrow.min(wide),
                (narrow, wide) => narrow.or(wide)?,
            };
            let found = if at < self.floor {
                None
            } else {
                self.around(at)
            };
            let next = found.as_ref().map_or(at + 1, |found| found.end);
            if self.narrow.is_some_and(|narrow| narrow < next) {
                self.narrow = self.next_narrow(next);
            }
            if self.wide == Some(at) {
                self.wide =
                    self.next_wide(at + self.text[at..].chars().next().map_or(1, char::len_utf8));
            }
            if let Some(found) = found {
                self.floor = found.end;
                return Some(found);
            }
        }
    }
}

/// The first byte that is not ASCII.
fn not_ascii(bytes: &[u8]) -> Option<usize> {
    let run = bytes.chunks(RUN).position(|run| !run.is_ascii())? * RUN;
    bytes[run..]
        .iter()
        .position(|byte| !byte.is_ascii())
        .map(|at| run + at)
}

/// Whether it is worth the trouble to fold a character: of all beyond ASCII those that fold to ASCII
/// stand in a few blocks.
const fn may_fold_to(c: char, letter: char) -> bool {
    !letter.is_ascii()
        || matches!(
            c,
            '\u{80}'..='\u{37f}'
                | '\u{1d00}'..='\u{2cff}'
                | '\u{3000}'..='\u{33ff}'
                | '\u{a700}'..='\u{abff}'
                | '\u{fb00}'..='\u{fb29}'
                | '\u{fe10}'..='\u{1ffff}'
        )
}

/// What is still wanted behind the letters of one character, if they are the next wanted.
fn meet_start<'query>(wanted: &'query [char], letters: &[char]) -> Option<&'query [char]> {
    let (met, rest) = wanted.split_at(wanted.len().min(letters.len()));
    (*met == letters[..met.len()]).then_some(rest)
}

/// What is still wanted before the letters of one character, if they are the last wanted.
fn meet_end<'query>(wanted: &'query [char], letters: &[char]) -> Option<&'query [char]> {
    let (rest, met) = wanted.split_at(wanted.len().saturating_sub(letters.len()));
    (*met == letters[letters.len() - met.len()..]).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_folds_to_ascii_is_tried() {
        for c in '\u{80}'..=char::MAX {
            let folded = fold_char(c);
            let anchors = folded
                .as_slice()
                .iter()
                .filter(|letter| letter.is_ascii_graphic());
            assert!(
                anchors.into_iter().all(|&letter| may_fold_to(c, letter)),
                "U+{:04X}",
                u32::from(c)
            );
        }
    }

    #[test]
    fn a_passage_is_found_however_it_repeats_itself() {
        for (letters, times, text, expected) in [
            ("a", 70, "a".repeat(200), &[(0, 70), (70, 140)][..]),
            (
                "ab",
                40,
                "ab".repeat(60) + "b" + &"ab".repeat(40),
                &[(0, 80), (121, 201)],
            ),
            ("aab", 30, "a".to_owned() + &"aab".repeat(30), &[(1, 91)]),
            ("één ", 20, "Een\u{a0}".repeat(20) + "x", &[(0, 98)]),
        ] {
            let query = Query::new(&letters.repeat(times)).unwrap();
            assert!(query.is_long());
            let found = Scan::new(&query, &text).map(|range| (range.start, range.end));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{letters}");
        }
    }
}
