//! What is typed, as it is meant: a text as it stands, a phrase between quotes, words with the note
//! marks that the page shows among them.

use super::{
    apart::{self, Unit},
    headed::in_headings,
    near::{self, Slips},
    search::{Onward, Query, first_from, is_quote, matches_on, weight},
};
use crate::{
    letter::{Letter, Place, Span},
    text::{dotted::undotted, fold::fold, raised},
};
use std::borrow::Cow;

/// A way of looking for what is typed; the next one is taken where nothing is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// As it is typed.
    #[default]
    Typed,
    /// As it is typed, in a heading of the letter's own.
    Heading,
    /// As it is typed, but for the signs between its letters.
    Signs,
    /// All its words in one paragraph, in any order.
    Apart,
    /// Its words side by side, at most one slip in each.
    Slips,
    /// Its words in one paragraph, at most one slip in each.
    SlipsApart,
    /// All its words in one section, in any order.
    Section,
    /// As another name of somebody or something that the letter names: who knows the names looks for these.
    Name,
}

impl Way {
    /// The next kinder way; none after the last.
    #[must_use]
    pub const fn kinder(self) -> Option<Self> {
        match self {
            Self::Typed => Some(Self::Heading),
            Self::Heading => Some(Self::Signs),
            Self::Signs => Some(Self::Apart),
            Self::Apart => Some(Self::Slips),
            Self::Slips => Some(Self::SlipsApart),
            Self::SlipsApart => Some(Self::Section),
            Self::Section | Self::Name => None,
        }
    }
}

/// What is typed, ready for every way of looking.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What it may mean, the likeliest first.
    meanings: Vec<Query>,
    /// Which of them it has in the letter.
    meant: usize,
    other_signs: Option<Query>,
    units: Vec<Unit>,
    slips: Option<Slips>,
}

impl Asked {
    /// What is typed, as it is meant in this letter.
    ///
    /// Quotes and note marks are taken for what they are where the text stands so, else for what they
    /// do: quotes make a phrase, and a mark is looked for among the marks of the letter.
    #[must_use]
    pub fn new(letter: &Letter, typed: &str) -> Self {
        let mut asked = Self::anywhere(typed);
        asked.meant = asked.meant_in(letter);
        asked
    }

    /// What is typed, whatever the letter.
    #[must_use]
    pub fn anywhere(typed: &str) -> Self {
        let bare = typed.trim().trim_start_matches(is_quote);
        let bare = bare.trim_end_matches(is_quote);
        let with_marks = |text: &str| {
            let mut ways = [Query::new(text), lift_marks(text)];
            if text.chars().any(|c| raised::digit(c).is_some()) {
                ways.reverse();
            }
            ways.into_iter().flatten()
        };
        let mut meanings: Vec<Query> = with_marks(typed).collect();
        if bare != typed {
            meanings.extend(with_marks(bare));
        }
        Self {
            meanings,
            meant: 0,
            other_signs: Query::with_other_signs(&undotted(typed)),
            units: apart::units(&unlinked(typed)),
            slips: Slips::new(typed),
        }
    }

    /// The first meaning that stands in a letter, else the likeliest.
    fn meant_in(&self, letter: &Letter) -> usize {
        let stands = |query: &Query| first_from(letter, query, Place::default()).is_some();
        match &self.meanings[..] {
            [] | [_] => 0,
            several => several.iter().position(stands).unwrap_or_default(),
        }
    }

    /// What is to stand in the text; none where what is typed counts for nothing.
    #[must_use]
    pub fn query(&self) -> Option<&Query> {
        self.meanings.get(self.meant)
    }

    /// Where it stands in a letter, in one way.
    #[must_use]
    pub fn spans_in(&self, letter: &Letter, way: Way) -> Vec<Span> {
        let mut found = Vec::new();
        let start = Onward::default();
        match way {
            Way::Typed => {
                if let Some(query) = self.meanings.get(self.meant_in(letter)) {
                    matches_on(letter, query, start, usize::MAX, &mut found);
                }
            }
            way => drop(self.look_on(letter, way, start, usize::MAX, &mut found)),
        }
        found
    }

    /// Where it stands in the strictest of the kinder ways in which it stands at all, and which way that
    /// is.
    #[must_use]
    pub fn kinder(&self, letter: &Letter) -> Option<(Way, Vec<Span>)> {
        let mut ways = std::iter::successors(Way::Typed.kinder(), |way| way.kinder());
        ways.find_map(|way| {
            let found = self.spans_in(letter, way);
            (!found.is_empty()).then_some((way, found))
        })
    }

    /// Looks on in one way from a place for about so many bytes of text, and adds the hits to `found`;
    /// says where to go on, if there is more.
    pub fn look_on(
        &self,
        letter: &Letter,
        way: Way,
        from: Onward,
        bytes: usize,
        found: &mut Vec<Span>,
    ) -> Option<Onward> {
        match way {
            Way::Typed => matches_on(letter, self.query()?, from, bytes, found),
            Way::Heading => in_headings(letter, self.query()?, from, bytes, found),
            Way::Signs => matches_on(letter, self.other_signs.as_ref()?, from, bytes, found),
            Way::Apart => apart::in_one_paragraph(letter, &self.units, from, bytes, found),
            Way::Section => apart::in_one_section(letter, &self.units, from, bytes, found),
            Way::Name => None,
            Way::Slips => near::side_by_side(letter, self.slips.as_ref()?, from, bytes, found),
            Way::SlipsApart => {
                near::in_one_paragraph(letter, self.slips.as_ref()?, from, bytes, found)
            }
        }
    }
}

/// Words, and a sign, that only link others.
const LINKS: [&str; 3] = ["en", "and", "&"];

/// What is typed without what only links its words, where none of it stands between quotes.
fn unlinked(typed: &str) -> Cow<'_, str> {
    let is_link = |word: &&str| LINKS.contains(&fold(word).as_str());
    let words: Vec<&str> = typed.split_whitespace().collect();
    let has_link = words.len() > 2 && words[1..words.len() - 1].iter().any(is_link);
    if !has_link || typed.contains(is_quote) {
        return Cow::Borrowed(typed);
    }
    let kept = words.into_iter().filter(|word| !is_link(word));
    Cow::Owned(kept.collect::<Vec<_>>().join(" "))
}

/// Whether a note mark may be glued to a character: a letter, or what ends words.
fn may_carry_mark(c: char) -> bool {
    c.is_alphabetic() || is_quote(c) || ".,;:!?)]'’%".contains(c)
}

/// The query without the digits that may be note marks, which it has beside its letters; none where
/// there are no such digits: superscripts, or digits glued to what stands before them.
fn lift_marks(text: &str) -> Option<Query> {
    let (mut kept, mut marks) = (String::with_capacity(text.len()), Vec::new());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let before = kept.chars().next_back();
        let glued = before.is_some_and(may_carry_mark);
        let (digit, shown) = match raised::digit(c) {
            Some(digit) => (digit, true),
            None if glued && c.is_ascii_digit() => (c, false),
            None => {
                kept.push(c);
                continue;
            }
        };
        let mut digits = String::from(digit);
        let mut written = String::from(c);
        while let Some(&next) = chars.peek() {
            let digit = if shown {
                raised::digit(next)
            } else {
                Some(next)
            };
            let Some(digit) = digit.filter(char::is_ascii_digit) else {
                break;
            };
            chars.next();
            digits.push(digit);
            written.push(next);
        }
        let free = shown || !chars.peek().is_some_and(|c| c.is_alphanumeric());
        match digits.parse() {
            Ok(number) if free => marks.push((weight(&kept), number)),
            _ => kept += &written,
        }
    }
    let query = (!marks.is_empty()).then(|| Query::new(&kept))?;
    query.map(|query| query.with_marks(marks))
}
