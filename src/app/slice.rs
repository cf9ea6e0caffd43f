//! How much is read at a time.

/// How many bytes of the letter's text are read at a time where keys may wait meanwhile: a
/// millisecond's work or two.
pub(super) const SLICE: usize = 256 * 1024;
