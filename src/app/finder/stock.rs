//! All that can be found, and what of it is shown.

use crate::{app::Subject, catalogue::Kind, reading::finder::Finder};

/// Which subjects are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// The entities of one kind.
    Kind(Kind),
    /// The abbreviations that are no name's own.
    Abbreviations,
    /// The sections.
    Sections,
    /// The notes of one's own.
    Notes,
}

/// All that can be found in the letter, prepared once.
#[derive(Debug, Default)]
pub struct Stock {
    pub(in crate::app) finder: Finder,
    /// What each candidate of the finder is.
    pub(in crate::app) subjects: Vec<Subject>,
    /// The filters that show anything, in their order.
    pub(in crate::app) filters: Vec<Filter>,
    /// Whether more has been found in the letter since.
    pub(in crate::app) is_old: bool,
}

impl Stock {
    /// Which of the filters one is, by index.
    pub(super) fn place_of(&self, filter: Filter) -> usize {
        let place = self.filters.iter().position(|other| *other == filter);
        place.unwrap_or_default()
    }
}
