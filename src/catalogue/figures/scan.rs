//! The pass over one text from left to right: which rule is asked where a figure may start.

use super::{
    kind::{FigureKind, Found},
    lexicon::{self, Lower},
    moment::{self, moment},
    quantity::{self, Ground, quantity},
    token::{Class, Shape, Token, token_at},
};
use std::ops::Range;

/// Where a pass over a text stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stand {
    /// The byte where it goes on.
    pub from: usize,
    /// The bytes of the word or sign before, if that was no figure.
    before: Option<(usize, usize)>,
    /// Whether numbers belong to a reference that has been opened: `artikelen 3, 4 en 5`.
    refers: bool,
}

/// What the pass came upon.
pub(super) enum Step {
    /// The end of the text.
    End,
    /// A word or sign that starts no figure.
    Passed,
    /// A figure: its kind and its bytes.
    Found(FigureKind, Range<usize>),
}

/// The pass over one text.
pub(super) struct Scan<'a> {
    text: &'a str,
    from: usize,
    before: Option<Token<'a>>,
    refers: bool,
}

impl<'a> Scan<'a> {
    /// Goes on in a text.
    pub fn on(text: &'a str, stand: Stand) -> Self {
        let before = stand.before.map(|(start, end)| Token {
            text: &text[start..end],
            start,
            end,
        });
        Self {
            text,
            from: stand.from,
            before,
            refers: stand.refers,
        }
    }

    /// Where it stands.
    pub fn stand(&self) -> Stand {
        Stand {
            from: self.from,
            before: self.before.map(|before| (before.start, before.end)),
            refers: self.refers,
        }
    }

    /// Goes on by one word, sign or figure.
    pub fn step(&mut self) -> Step {
        let Some(token) = token_at(self.text, self.from) else {
            return Step::End;
        };
        let Some((kind, end)) = self.figure(token) else {
            self.pass(token);
            return Step::Passed;
        };
        (self.from, self.before, self.refers) = (end, None, false);
        Step::Found(kind, token.start..end)
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
            .or_else(|| quantity::in_a_row(self.text, token, self.before))
    }
}
