//! What an act is done to: which way, how far, how much.

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Up, left, or to what comes before.
    Back,
    /// Down, right, or to what comes after.
    On,
}

/// How far a scroll goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// One row.
    Row,
    /// Half a screen.
    Half,
    /// A screen.
    Page,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Portion {
    /// The paragraph that is read.
    Paragraph,
    /// Its citation.
    Citation,
    /// The paragraph with its citation.
    Quote,
    /// The stable link of the publication.
    Link,
    /// The whole response.
    Response,
    /// The recommendation.
    Recommendation,
    /// What is selected.
    Selection,
}

impl Portion {
    /// All, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::Paragraph,
        Self::Citation,
        Self::Quote,
        Self::Link,
        Self::Response,
        Self::Recommendation,
        Self::Selection,
    ];
}

/// How much of a table is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TablePart {
    /// The row that is chosen.
    Row,
    /// All rows that show.
    Whole,
}

impl TablePart {
    /// Both, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::Row, Self::Whole];
}

/// How much a selection grows or shrinks at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A word.
    Word,
    /// A sentence.
    Sentence,
    /// The whole paragraph.
    Paragraph,
}

/// A change to a line that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each says what it does
pub enum Edit {
    GoToPrevChar,
    GoToNextChar,
    GoToStart,
    GoToEnd,
    GoToPrevWord,
    GoToNextWord,
    DeletePrevChar,
    DeleteNextChar,
    DeletePrevWord,
    DeleteNextWord,
    DeleteFromStart,
    DeleteLine,
    /// Puts back what was cut last.
    Yank,
}
