//! The figures of a letter: amounts, shares, numbers of something, days, years, periods, deadlines.
//!
//! They are found by rule, so that it works on letters that nobody has read before. A figure needs a
//! ground: a currency, a per cent sign, a month, the look of a year, or something counted. A number
//! without one (a note mark, an article, a paper's number, an address, a time of the day) is none, nor is
//! what counts in a name (`CS3D`, `WSIS+20`) or says the place in a row (*zesde*). A number in words
//! counts where it counts something; *een* never does. Of two rules the one that finds nothing wins.
//!
//! One pass from left to right: a rule looks a few words ahead and one back, however long the text.

mod lexicon;
mod moment;
mod quantity;
mod token;

use crate::letter::{Letter, Role, Span};
use lexicon::Lower;
use moment::moment;
use quantity::{Ground, quantity};
use std::ops::Range;
use token::{Class, Shape, Token, token_at};

/// What sort of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKind {
    /// Money: `€ 1,5 miljoen`.
    Amount,
    /// A share: `12,5%`, `5 tot 10 procent`.
    Percentage,
    /// How many there are of something: `42 landen`, `maximaal twee`.
    Number,
    /// A day, a month or another part of a year: `10 april 2025`, `juni 2023`, `zomer van 2024`.
    Date,
    /// A year: `2024`.
    Year,
    /// A stretch of time: with two ends (`2022–2027`), with one (`sinds 2018`, `tot en met 2027`), or as
    /// a length (`drie jaar`).
    Period,
    /// When something must be done at the latest: `uiterlijk 1 juli 2026`, `binnen zes weken`.
    Deadline,
}

impl FigureKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Amount,
        Self::Percentage,
        Self::Number,
        Self::Date,
        Self::Year,
        Self::Period,
        Self::Deadline,
    ];

    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Percentage => "percentage",
            Self::Number => "number",
            Self::Date => "date",
            Self::Year => "year",
            Self::Period => "period",
            Self::Deadline => "deadline",
        }
    }
}

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What sort of figure it is.
    pub kind: FigureKind,
    /// Where it stands, with what it counts.
    pub span: Span,
}

/// The figures in the running text of a letter. None overlap.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    all: Vec<Figure>,
}

impl Figures {
    /// Finds the figures of a letter. Its head and its signatures hold none: what stands there says
    /// which letter it is.
    #[must_use]
    pub fn find(letter: &Letter) -> Self {
        let mut all = Vec::new();
        for (paragraph, role) in letter.paragraphs().iter().map(|own| own.role).enumerate() {
            if !matches!(role, Role::Recommendation | Role::Response) {
                continue;
            }
            let figures = Scan::of(letter.paragraph(paragraph));
            all.extend(figures.map(|(kind, range)| Figure {
                kind,
                span: Span {
                    paragraph,
                    start: range.start,
                    end: range.end,
                },
            }));
        }
        Self { all }
    }

    /// All, in the order of the text.
    #[must_use]
    pub fn all(&self) -> &[Figure] {
        &self.all
    }
}

/// A kind, and the byte behind a figure of it.
type Found = (FigureKind, usize);

/// The pass over one text.
struct Scan<'a> {
    text: &'a str,
    from: usize,
    /// The word or sign before.
    before: Option<Token<'a>>,
    /// Whether numbers belong to a reference that has been opened: `artikelen 3, 4 en 5`.
    refers: bool,
}

impl<'a> Scan<'a> {
    const fn of(text: &'a str) -> Self {
        Self {
            text,
            from: 0,
            before: None,
            refers: false,
        }
    }

    fn pass(&mut self, token: Token<'a>) {
        self.refers = self.goes_on_referring(token);
        self.before = Some(token);
        self.from = token.end;
    }

    fn goes_on_referring(&self, token: Token<'a>) -> bool {
        let of_reference = |before: Token| lexicon::refers(Lower::of(before.text).as_str());
        match token.class() {
            Class::Digits => self.refers,
            Class::Sign => {
                let behind =
                    matches!(token.text, "." | ":") && self.before.is_some_and(of_reference);
                token.text == "§"
                    || self.refers && (behind || matches!(token.text, "," | "-" | "–"))
            }
            Class::Word => {
                let lower = Lower::of(token.text);
                of_reference(token)
                    || self.refers
                        && (lexicon::joins(lower.as_str())
                            || token.text.bytes().all(|byte| byte.is_ascii_uppercase()))
            }
        }
    }

    /// The figure that starts with this word, number or sign.
    fn figure(&self, token: Token<'a>) -> Option<Found> {
        match token.class() {
            Class::Digits => self.in_digits(token),
            Class::Sign if matches!(token.text, "-" | "−" | "–") => self.below_zero(token),
            Class::Sign => quantity(self.text, token).map(|found| found.found),
            Class::Word => self.in_words(token),
        }
    }

    /// `-2,1%`: a sign glued to a share or a sum.
    fn below_zero(&self, sign: Token<'a>) -> Option<Found> {
        let number = sign.next(self.text).filter(|next| next.start == sign.end)?;
        let (kind, end) = quantity(self.text, number)?.found;
        let fits = matches!(kind, FigureKind::Amount | FigureKind::Percentage);
        (fits && number.class() == Class::Digits && sign.starts_free(self.text))
            .then_some((kind, end))
    }

    fn in_digits(&self, token: Token<'a>) -> Option<Found> {
        if !token.starts_free(self.text) {
            return None;
        }
        let counted = quantity(self.text, token);
        if self.refers {
            let money = |kind| matches!(kind, FigureKind::Amount | FigureKind::Percentage);
            let found = counted.map(|counted| counted.found)?;
            return money(found.0).then_some(found);
        }
        if self.is_label(token) {
            return None;
        }
        let Some(at) = moment(self.text, token) else {
            return counted
                .filter(|counted| counted.ground != Ground::Bare || token.shape().is_large())
                .map(|counted| counted.found);
        };
        let round = matches!(token.shape(), Shape::Whole(year) if year % 100 == 0);
        match counted {
            Some(counted) if at.0 == FigureKind::Year && counted.beats_a_year(round) => {
                Some(counted.found)
            }
            _ => Some(at),
        }
    }

    /// Whether a number is that of a heading (`3 Inzet`) or of a postcode (`2500 EB`).
    fn is_label(&self, token: Token<'a>) -> bool {
        let Some(next) = token_at(self.text, token.end) else {
            return false;
        };
        let heading = token.start == 0 && next.text.starts_with(char::is_uppercase);
        let capitals = next.text.len() == 2 && next.text.bytes().all(|b| b.is_ascii_uppercase());
        let in_a_sentence = |before: Token| before.text.starts_with(char::is_lowercase);
        heading || token.text.len() == 4 && capitals && !self.before.is_some_and(in_a_sentence)
    }

    fn in_words(&self, token: Token<'a>) -> Option<Found> {
        let lower = Lower::of(token.text);
        let lower = lower.as_str();
        if lexicon::currency(token.text) {
            return quantity(self.text, token).map(|counted| counted.found);
        }
        if lexicon::number(lower) {
            let verb = lower == "acht" && !self.before.is_some_and(lexicon::before_eight);
            let counted = quantity(self.text, token).filter(|_| !verb)?;
            let one = lexicon::one(lower) && counted.ground != Ground::Unit;
            return (counted.ground != Ground::Bare && !one).then_some(counted.found);
        }
        moment::with_end(self.text, token, lower)
            .or_else(|| quantity::with_bound(self.text, token, lower))
            .or_else(|| moment(self.text, token))
            .or_else(|| moment::month_alone(self.text, token, self.before))
    }
}

impl Iterator for Scan<'_> {
    type Item = (FigureKind, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let token = token_at(self.text, self.from)?;
            let Some((kind, end)) = self.figure(token) else {
                self.pass(token);
                continue;
            };
            (self.from, self.before, self.refers) = (end, None, false);
            return Some((kind, token.start..end));
        }
    }
}
