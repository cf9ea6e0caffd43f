//! The hedges that were found.

use crate::{letter::Span, reading::hedges::Count};
use std::collections::HashMap;

/// The hedges of a letter, as far as they were asked for.
#[derive(Debug, Default)]
pub(in crate::app) struct Hedges {
    /// Those that show, in the order of the text.
    pub(in crate::app) shown: Vec<Span>,
    /// How many each section has that showed, by its index.
    pub(in crate::app) counts: HashMap<usize, Count>,
}
