//! The letter to go to, and the letters that were left.

use crate::{app::Hits, letter::Span};

/// A letter to go to, by row, and what for.
#[derive(Debug)]
pub(in crate::app) struct Next {
    pub(in crate::app) row: usize,
    pub(in crate::app) what: What,
}

/// What a letter is gone to for.
#[derive(Debug)]
pub(in crate::app) enum What {
    /// It was left for another, which is gone back from.
    Back,
    /// It was gone back from.
    On,
    /// To be read where it was left, or else here.
    Read(Option<Arrival>),
}

/// A place in a letter to come to, with the hits that are gone through from there.
#[derive(Clone, Debug)]
pub(in crate::app) struct Arrival {
    pub span: Span,
    pub hits: Option<Hits>,
    /// What was typed to find it, which becomes the search of the letter.
    pub typed: Option<String>,
}

impl Arrival {
    /// A place without hits.
    pub const fn at(span: Span) -> Self {
        Self {
            span,
            hits: None,
            typed: None,
        }
    }
}

/// Letters that were left for others, as a jumplist has places.
#[derive(Debug, Default)]
pub(in crate::app) struct Trail {
    /// The letter that was left, by row, and how many places lay behind in the next one when that was come to.
    pub(in crate::app) behind: Vec<(usize, usize)>,
    /// Those that were gone back from.
    pub(in crate::app) ahead: Vec<usize>,
}

impl Trail {
    /// Takes a step from a letter to one in which so many places lie behind; gives the place that is wanted there.
    pub(in crate::app) fn take(
        &mut self,
        from: usize,
        what: What,
        behind: usize,
    ) -> Option<Arrival> {
        match what {
            What::Back => {
                self.behind.pop();
                self.ahead.push(from);
                None
            }
            What::On => {
                self.ahead.pop();
                self.behind.push((from, behind));
                None
            }
            What::Read(arrival) => {
                self.ahead.clear();
                self.behind.push((from, behind));
                arrival
            }
        }
    }

    /// Counts the place where the letter was before it came to the one that was wanted.
    pub(in crate::app) fn deepen(&mut self, depth: usize) {
        if let Some((_, behind)) = self.behind.last_mut() {
            *behind = depth;
        }
    }
}
