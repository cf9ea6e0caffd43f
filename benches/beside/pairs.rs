//! Taking figures of two programs by turns.

use crate::{
    measure::median,
    table::{Goal, Line, Unit},
};
use std::io;

/// What is measured, and what beside it.
pub struct Two<T> {
    pub here: T,
    /// Whose figures stand beside.
    pub whose: &'static str,
    pub beside: T,
}

/// Figures taken by turns.
pub struct Pairs {
    here: Vec<f64>,
    whose: &'static str,
    beside: Vec<f64>,
}

impl<T> Two<T> {
    /// Takes figures here, beside, here, beside…, after once for nothing.
    pub fn by_turns<const N: usize>(
        &self,
        count: usize,
        figures: impl Fn(&T) -> io::Result<[f64; N]>,
    ) -> io::Result<[Pairs; N]> {
        let mut pairs = [(); N].map(|()| Pairs {
            here: Vec::new(),
            whose: self.whose,
            beside: Vec::new(),
        });
        if count > 1 {
            figures(&self.here)?;
            figures(&self.beside)?;
        }
        for _ in 0..count {
            let (here, beside) = (figures(&self.here)?, figures(&self.beside)?);
            for (index, pairs) in pairs.iter_mut().enumerate() {
                pairs.here.push(here[index]);
                pairs.beside.push(beside[index]);
            }
        }
        Ok(pairs)
    }
}

impl Pairs {
    /// As a line of the table: the medians, and the median of the ratios of the pairs.
    pub fn line(&self, quantity: &str, unit: Unit, goal: Goal) -> Line {
        let here = median(&self.here);
        let ratios = self.here.iter().zip(&self.beside);
        let ratios: Vec<_> = ratios.map(|(here, beside)| here / beside).collect();
        let ratio = median(&ratios);
        Line {
            quantity: quantity.to_owned(),
            here: unit.say(here),
            beside: format!("{} {}", self.whose, unit.say(median(&self.beside))),
            ratio: format!("{ratio:.2}x"),
            goal: goal.say(unit),
            met: match goal {
                Goal::Times(times) => ratio <= times,
                Goal::AtMost(most) => here <= most,
            },
        }
    }
}
