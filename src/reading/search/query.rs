//! What is looked for, ready to be compared.

use crate::text::fold::{fold, fold_char};
use std::ops::Range;

/// The characters of Dutch running text, the most common first; what is not here is rarer still.
const COMMON: &str = " enatirodslghvkmubpwjzcf.,-";

/// From so many letters on a query is long: what a passage has between its words is compared as it is.
const LONG: usize = 64;

/// The fewest letters, and the fewest digits, that are taken for one word where the text has several, or
/// the other way round.
const JOINED_LETTERS: usize = 6;
const JOINED_DIGITS: usize = 4;

/// What is looked for, ready to be compared.
///
/// Case never hides a match, nor do accents, the kinds of quotes, dashes and white space, and what
/// cannot be seen (see [`crate::text::fold`]). Between letters a space, a hyphen and none are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The letters, folded. Between them a run of spaces and hyphens is one joint: a space, or a hyphen
    /// where it is nothing but hyphens. A hyphen at either end stands for a hyphen.
    letters: Vec<char>,
    /// The letter by which places are found, by index.
    anchor: usize,
    /// How many of the letters are no joints.
    weight: usize,
    /// The letters that are no joints, each with whether it is a capital; none where none is.
    cased: Vec<(char, bool)>,
    /// The note marks among the letters: behind how many that are no joints, and the number.
    marks: Vec<(usize, u32)>,
    /// The numbers that it has, where signs do not count; else empty.
    numbers: String,
    /// Which gaps are allowed.
    gaps: Gaps,
    case: Case,
}

/// Which differences in joints a match may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gaps {
    /// Those that make no other words of it.
    Judged,
    /// Any.
    All,
    /// Other signs, or none, around whole words that stay what they are.
    Signs,
}

/// Whether capitals differ from small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Ignored,
    Counts,
}

/// What a match has between its letters where the query has something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// A space where the other has nothing.
    pub(super) space: bool,
    /// A hyphen, or another sign where signs do not count, where the other has nothing.
    pub(super) hyphen: bool,
    /// One of these stands between two digits.
    pub(super) in_number: bool,
}

/// Whether a folded character only joins letters.
pub(super) const fn is_joint(letter: char) -> bool {
    matches!(letter, ' ' | '-')
}

impl Query {
    /// A query for what is typed; none where that is nothing that counts.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut letters: Vec<char> = Vec::with_capacity(text.len());
        let (mut spaced, mut hyphened) = (false, false);
        for letter in text.chars().flat_map(fold_char) {
            match letter {
                ' ' => spaced = true,
                '-' => hyphened = true,
                _ => {
                    match (letters.is_empty(), spaced, hyphened) {
                        (false, true, _) => letters.push(' '),
                        (_, _, true) => letters.push('-'),
                        _ => {}
                    }
                    letters.push(letter);
                    (spaced, hyphened) = (false, false);
                }
            }
        }
        if hyphened {
            letters.push('-');
        }
        let rarity = |index: &usize| match letters[*index] {
            letter if is_joint(letter) => 0,
            letter => COMMON
                .find(letter)
                .unwrap_or(COMMON.len() + usize::from(!letter.is_ascii())),
        };
        let anchor = (0..letters.len()).max_by_key(rarity)?;
        let has_capital = text.chars().any(char::is_uppercase);
        Some(Self {
            anchor,
            weight: letters.iter().filter(|letter| !is_joint(**letter)).count(),
            letters,
            cased: if has_capital {
                cased(text).collect()
            } else {
                Vec::new()
            },
            marks: Vec::new(),
            numbers: String::new(),
            gaps: Gaps::Judged,
            case: Case::Ignored,
        })
    }

    /// A query for what is typed, whatever signs stand between its letters: `EKVs` asks for `EKV’s`, and
    /// `W.S.I.S 20` for `WSIS+20`. None where nothing but signs is typed.
    pub(in crate::reading) fn with_other_signs(text: &str) -> Option<Self> {
        let bare = fold(text);
        let bare = bare.trim_matches(|c: char| !c.is_alphanumeric());
        let sign = |c: char| {
            if c.is_alphanumeric() || is_joint(c) {
                c
            } else {
                '-'
            }
        };
        Some(Self {
            gaps: Gaps::Signs,
            numbers: numbers(bare),
            ..Self::new(&bare.chars().map(sign).collect::<String>())?
        })
    }

    /// The same query with note marks in it: behind how many letters that are no joints each stands,
    /// and its number.
    #[must_use]
    pub(in crate::reading) fn with_marks(self, marks: Vec<(usize, u32)>) -> Self {
        Self { marks, ..self }
    }

    /// The same query for what has the same capitals; none where no capital is typed, and none need be.
    #[must_use]
    pub fn with_case(&self) -> Option<Self> {
        (!self.cased.is_empty()).then(|| Self {
            case: Case::Counts,
            ..self.clone()
        })
    }

    /// The same query for what has its letters, whatever stands between them.
    pub(super) fn with_any_gap(&self) -> Self {
        Self {
            gaps: Gaps::All,
            ..self.clone()
        }
    }

    /// Whether this query can only stand where that other one has its letters.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        let letters = |query: &Self| -> Vec<char> {
            let letters = query.letters.iter().copied();
            letters.filter(|letter| !is_joint(*letter)).collect()
        };
        let plain = |query: &Self| query.marks.is_empty() && !query.is_long();
        plain(self) && plain(other) && letters(self).starts_with(&letters(other))
    }

    /// Whether words of a text that match have the capitals that are typed.
    #[must_use]
    pub fn has_case_of(&self, words: &str) -> bool {
        self.cased.is_empty() || cased(words).eq(self.cased.iter().copied())
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    pub(super) const fn anchor(&self) -> usize {
        self.anchor
    }

    pub(super) fn marks(&self) -> &[(usize, u32)] {
        &self.marks
    }

    /// How many of the letters are no joints.
    pub(in crate::reading) const fn weight(&self) -> usize {
        self.weight
    }

    pub(super) const fn is_long(&self) -> bool {
        self.letters.len() > LONG
    }

    /// Whether a folded character only joins letters, as far as this query is concerned.
    pub(super) fn is_joint(&self, letter: char) -> bool {
        is_joint(letter) || self.gaps == Gaps::Signs && !letter.is_alphanumeric()
    }

    /// What a folded character counts for in a passage; none where it does not count.
    pub(super) fn passage_letter(&self, letter: char) -> Option<char> {
        if self.is_joint(letter) {
            (self.gaps != Gaps::Signs).then_some(' ')
        } else {
            Some(letter)
        }
    }

    /// Whether a hyphen is asked for at either end.
    pub(super) fn has_edge(&self) -> bool {
        self.letters.first() == Some(&'-') || self.letters.last() == Some(&'-')
    }

    /// The bytes by which the anchor is found where it is ASCII.
    pub(super) fn anchor_bytes(&self) -> Option<[u8; 2]> {
        let byte = u8::try_from(self.letters[self.anchor])
            .ok()
            .filter(u8::is_ascii)?;
        let own = match self.case {
            Case::Ignored => [byte, byte.to_ascii_uppercase()],
            Case::Counts => {
                let before = &self.letters[..self.anchor];
                let index = before.iter().filter(|letter| !is_joint(**letter)).count();
                match self.cased.get(index) {
                    Some((_, true)) => [byte.to_ascii_uppercase(); 2],
                    _ => [byte; 2],
                }
            }
        };
        Some(own)
    }

    /// Whether what stands at a range of a text, all letters met, is a match.
    pub(super) fn takes(&self, text: &str, range: &Range<usize>, gap: Gap) -> bool {
        let words = &text[range.clone()];
        let takes_gap = match self.gaps {
            Gaps::All => true,
            Gaps::Judged => self.takes_gap(text, range, gap),
            Gaps::Signs => {
                let is_other_word = gap.space && self.weight < JOINED_LETTERS;
                !is_other_word && is_whole(text, range) && numbers(words) == self.numbers
            }
        };
        takes_gap && (self.case == Case::Ignored || self.has_case_of(words))
    }

    /// Whether a gap leaves the words what they are: `nietgouvernementele` is `niet-gouvernementele` and
    /// `niet gouvernementele`, but `uiten` is not `uit en`, nor is `1-2` twelve.
    fn takes_gap(&self, text: &str, range: &Range<usize>, gap: Gap) -> bool {
        let whole = || is_whole(text, range);
        match gap {
            Gap {
                in_number: true,
                hyphen,
                ..
            } => !hyphen && self.weight >= JOINED_DIGITS && whole(),
            Gap { space: true, .. } => self.weight >= JOINED_LETTERS && whole(),
            Gap { hyphen: true, .. } => self.weight >= JOINED_LETTERS || whole(),
            _ => true,
        }
    }
}

/// The numbers of a text, each behind a space, without the signs that part their thousands.
fn numbers(text: &str) -> String {
    let mut numbers = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_numeric() {
            continue;
        }
        numbers.push(' ');
        numbers.push(c);
        let mut count = 1;
        loop {
            while let Some(digit) = chars.next_if(|c| c.is_numeric()) {
                numbers.push(digit);
                count += 1;
            }
            let mut onward = chars.clone();
            let is_parted = count <= 3 && onward.next().is_some_and(|c| c == '.' || is_blank(c));
            if !is_parted || onward.take_while(|c| c.is_numeric()).count() != 3 {
                break;
            }
            chars.next();
            count = 0;
        }
    }
    numbers
}

fn is_blank(c: char) -> bool {
    fold_char(c).as_slice() == [' ']
}

/// Whether a range of a text is whole words.
pub(in crate::reading) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    ![before, after]
        .into_iter()
        .flatten()
        .any(char::is_alphanumeric)
}

/// The letters of a text that are no joints, folded, each with whether it is written as a capital.
fn cased(text: &str) -> impl Iterator<Item = (char, bool)> + '_ {
    text.chars().flat_map(|c| {
        let letters = fold_char(c).into_iter();
        letters
            .filter(|letter| !is_joint(*letter))
            .map(move |letter| (letter, c.is_uppercase()))
    })
}

/// Whether a character is a quotation mark around a phrase.
pub(in crate::reading) fn is_quote(c: char) -> bool {
    fold_char(c).as_slice() == ['"']
}

/// How many letters a text has that are no joints, folded.
pub(in crate::reading) fn weight(text: &str) -> usize {
    let letters = text.chars().flat_map(fold_char);
    letters.filter(|letter| !is_joint(*letter)).count()
}
