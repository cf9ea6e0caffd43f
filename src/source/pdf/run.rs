//! Stretches of text as a page shows them, with what each is a part of.

/// Whose numbering a mark counts in: that of a page, or of content that is shown on pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Owner {
    /// The page with this index.
    Page(usize),
    /// The content with this object number.
    Content(u32),
}

/// A stretch of text that was shown in one go.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The page, by index.
    pub(super) page: usize,
    /// The mark that it is shown under, where it is under one.
    pub(super) mark: Option<(Owner, i64)>,
    /// Whether it is said to be no part of the text.
    pub(super) artifact: bool,
    /// Where it starts, in points from the left.
    pub(super) x: f64,
    /// Where it ends.
    pub(super) end: f64,
    /// Its base line, in points from the bottom.
    pub(super) y: f64,
    /// The size of its font, in points.
    pub(super) size: f64,
    /// Whether its font is bold.
    pub(super) bold: bool,
    /// Whether its font is slanted.
    pub(super) italic: bool,
    /// Its characters.
    pub(super) text: String,
}
