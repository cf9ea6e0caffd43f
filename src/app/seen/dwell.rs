//! For how long what shows has been looked at.

use super::stretches::Seen;
use std::time::Duration;

/// How long one has looked at what shows.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Dwell {
    /// The time of the last message that told it.
    pub(in crate::app) now: Duration,
    /// How much of it has gone to no row yet.
    pub(in crate::app) spare: Duration,
    /// How long it still takes to find one's place.
    pub(in crate::app) landing: Duration,
    /// What shows.
    pub(in crate::app) shown: Seen,
}
