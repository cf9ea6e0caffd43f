//! The concordance as it stands.

use crate::{app::Subject, letter::Span, reading::concordance::Order};

/// The concordance over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// Whose places these are.
    pub subject: Subject,
    /// In which order they stand.
    pub order: Order,
    /// The places in that order; at least one.
    pub spans: Vec<Span>,
    /// Which is chosen, by index.
    pub chosen: usize,
    /// How many cells the widest address takes.
    pub(in crate::app) address: usize,
}

impl Concordance {
    /// The column, from the left of the list, in which the word starts on every line.
    #[must_use]
    pub fn column(&self, width: usize) -> usize {
        self.margin() + width.saturating_sub(self.margin()) * 2 / 5
    }

    /// How many cells the widest address takes.
    #[must_use]
    pub const fn address(&self) -> usize {
        self.address
    }

    /// How many cells the addresses take, with the gap behind them.
    pub(in crate::app) const fn margin(&self) -> usize {
        self.address + 2
    }
}
