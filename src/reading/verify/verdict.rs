//! What came of looking for a quotation.

use crate::letter::Span;
use std::ops::Range;

/// What a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It stands there word for word.
    Literal,
    /// It stands there with other words.
    Altered,
    /// Its pieces stand there word for word, but not together.
    Assembled,
    /// It does not stand there.
    Absent,
}

/// A place where a quotation differs from the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The words of the letter; empty where it has none there.
    pub letter: String,
    /// The words of the quotation; empty where it has none there.
    pub quote: String,
    /// Where the words of the letter stand, in bytes of the paragraph of the first place; empty where it has none,
    /// behind the word before.
    pub at: Range<usize>,
}

/// What came of looking for a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What it is.
    pub verdict: Verdict,
    /// Where it stands, in the order of the quotation; of one that is absent, the words that come nearest, if any
    /// do.
    pub places: Vec<Span>,
    /// The further places where it stands word for word as a whole, the first twenty in the order of the letter.
    pub also: Vec<Span>,
    /// Whether there are more of these.
    pub and_more: bool,
    /// Whether each place goes on where the one before ends, so that nothing is left out between.
    pub goes_on: bool,
    /// What differs, in the order of the quotation.
    pub differences: Vec<Difference>,
}

impl Verified {
    /// How far the quotation is from the letter: less is nearer. First by what it is, then by how many places differ,
    /// then by how many bytes do.
    #[must_use]
    pub fn distance(&self) -> [usize; 3] {
        let verdict = match self.verdict {
            Verdict::Literal => 0,
            Verdict::Altered => 1,
            Verdict::Assembled => 2,
            Verdict::Absent => 3,
        };
        let differ = self.differences.iter();
        let bytes = differ.map(|one| one.letter.len() + one.quote.len());
        [verdict, self.differences.len(), bytes.sum()]
    }

    pub(super) const ABSENT: Self = Self {
        verdict: Verdict::Absent,
        places: Vec::new(),
        also: Vec::new(),
        and_more: false,
        goes_on: false,
        differences: Vec::new(),
    };
}
