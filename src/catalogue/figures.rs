//! The figures of a letter: amounts, shares, numbers of something, days, years, periods, deadlines.
//!
//! They are found by rule, so that it works on letters that nobody has read before. A figure needs a
//! ground: a currency, a per cent sign, a month, the look of a year, or something counted. A number
//! without one (a note mark, an article, a paper's number, an address, a time of the day) is none, nor is
//! what counts in a name (`CS3D`, `WSIS+20`). A number in words counts where it counts something; *een*
//! never does. One that says the place in a row counts with what stands in that row (*zesde prioriteit*).
//! Of two rules the one that finds nothing wins.
//!
//! One pass from left to right: a rule looks a few words ahead and one back, however long the text. It can
//! stop behind any word and go on there, so that a big letter is read in slices.

mod kind;
mod lexicon;
mod moment;
mod quantity;
mod scan;
mod token;

use super::compact::Compact;
use crate::letter::{Letter, Role, Span};
pub use kind::FigureKind;
use scan::{Scan, Stand, Step};

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What sort of figure it is.
    pub kind: FigureKind,
    /// Where it stands, with what it counts.
    pub span: Span,
}

/// A figure as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    span: Compact,
    kind: FigureKind,
}

impl Kept {
    const fn figure(self) -> Figure {
        Figure {
            kind: self.kind,
            span: self.span.span(),
        }
    }
}

/// The figures of a letter, as far as it has been read. None overlap.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    found: Vec<Kept>,
    /// Of which kinds there are some, in the order of [`FigureKind::ALL`].
    kinds: [bool; FigureKind::ALL.len()],
    /// The paragraph in which reading goes on, and where in it.
    paragraph: usize,
    stand: Stand,
    whole: bool,
}

/// Where in a text the first deadline stands, in bytes: `binnen zes weken`.
#[must_use]
pub fn first_deadline(text: &str) -> Option<std::ops::Range<usize>> {
    let mut scan = Scan::on(text, Stand::default());
    loop {
        match scan.step() {
            Step::End => return None,
            Step::Found(FigureKind::Deadline, range) => return Some(range),
            Step::Found(..) | Step::Passed => {}
        }
    }
}

impl Figures {
    /// Finds the figures of a letter.
    #[must_use]
    pub fn find(letter: &Letter) -> Self {
        let mut figures = Self::default();
        figures.read_on(letter, usize::MAX);
        figures
    }

    /// Reads on in the letter for about so many bytes of text.
    pub fn read_on(&mut self, letter: &Letter, bytes: usize) {
        let mut left = bytes;
        while !self.whole && left > 0 {
            let read = self.read_paragraph(letter, left);
            left = left.saturating_sub(read.max(1));
            self.whole = self.paragraph == letter.paragraphs().len();
        }
    }

    /// Reads on in one paragraph for about so many bytes; says how many it were.
    fn read_paragraph(&mut self, letter: &Letter, bytes: usize) -> usize {
        let paragraph = self.paragraph;
        let text = letter.paragraph(paragraph);
        let holds = holds(letter.paragraphs()[paragraph].role);
        let mut scan = Scan::on(text, self.stand);
        let from = self.stand.from;
        loop {
            let step = holds.map_or(Step::End, |_| scan.step());
            self.stand = scan.stand();
            match step {
                Step::End => {
                    (self.paragraph, self.stand) = (paragraph + 1, Stand::default());
                    return text.len() - from;
                }
                Step::Found(kind, range) if holds.is_some_and(|kinds| kinds.contains(&kind)) => {
                    let own = Compact::of(Span {
                        paragraph,
                        start: range.start,
                        end: range.end,
                    });
                    self.found.extend(own.map(|span| Kept { span, kind }));
                    self.kinds[kind as usize] = true;
                }
                Step::Found(..) | Step::Passed => {}
            }
            if self.stand.from - from >= bytes {
                return self.stand.from - from;
            }
        }
    }

    /// Whether all of the letter has been read.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// How many have been found.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether none has been found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// One of them, by its place among them.
    #[must_use]
    pub fn at(&self, index: usize) -> Figure {
        self.found[index].figure()
    }

    /// All, in the order of the text.
    #[must_use]
    pub fn all(&self) -> impl ExactSizeIterator<Item = Figure> + DoubleEndedIterator + '_ {
        self.found.iter().map(|kept| kept.figure())
    }

    /// What a reader looks for first and what the whole letter holds none of: of amounts, shares and
    /// deadlines those kinds. None before all of it has been read.
    #[must_use]
    pub fn absent(&self) -> Vec<FigureKind> {
        let looked_for = [
            FigureKind::Amount,
            FigureKind::Percentage,
            FigureKind::Deadline,
        ];
        let is_absent = |kind: &FigureKind| self.whole && !self.kinds[*kind as usize];
        looked_for.into_iter().filter(is_absent).collect()
    }
}

/// Which kinds a paragraph may hold; none where it holds no figures. In a head numbers say which letter it
/// is; those of signatures are none.
const fn holds(role: Role) -> Option<&'static [FigureKind]> {
    match role {
        Role::Recommendation | Role::Response => Some(&FigureKind::ALL),
        Role::Head => Some(&[
            FigureKind::Date,
            FigureKind::Year,
            FigureKind::Period,
            FigureKind::Deadline,
        ]),
        _ => None,
    }
}
