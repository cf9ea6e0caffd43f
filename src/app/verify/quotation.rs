//! The quotation that is typed, and what came of it.

use crate::{letter::Span, reading::verify::Verified};
use tui_input::Input;

/// The quotation that is typed, and what came of it.
#[derive(Debug, Default)]
pub struct Quotation {
    /// What is typed.
    pub input: Input,
    /// Whether that was looked for, so that what is typed next takes its place.
    pub looked: bool,
    /// What came of it.
    pub verification: Option<Verification>,
}

/// What came of looking for a quotation.
#[derive(Debug)]
pub struct Verification {
    /// What was found.
    pub found: Verified,
    /// Which of its places is chosen, by index.
    pub chosen: usize,
    /// How many lines are scrolled past, where not all fit.
    pub past: usize,
}

impl Verification {
    /// The place that is chosen.
    #[must_use]
    pub fn place(&self) -> Option<Span> {
        self.found.places.get(self.chosen).copied()
    }
}
