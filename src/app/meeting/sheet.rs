//! The sheet, ready to be written: whose words are whose, part by part.

/// A sheet, ready to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingSheet {
    /// What tells its anchors from those of other sheets on one page.
    pub id: String,
    /// The title of the letter.
    pub title: String,
    /// The citation of the letter.
    pub citation: String,
    /// Whose reading stands on it, in sentences.
    pub about: Vec<String>,
    /// The sections.
    pub parts: Vec<Part>,
    /// One's own notes whose paragraphs are not in the letter any more.
    pub lost: Vec<Row>,
    /// Every address on it, with its citation, in the order of the letter.
    pub sources: Vec<(String, String)>,
}

/// A section of the letter on the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its number, as addresses have it.
    pub number: String,
    /// Our title of it, or the letter's heading.
    pub title: String,
    /// What is said of it.
    pub blocks: Vec<Block>,
}

/// Rows under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The heading.
    pub heading: String,
    /// Whose reading it is, where it is one.
    pub whose: Option<String>,
    /// The rows; never none.
    pub rows: Vec<Row>,
}

/// What is said in our words, the words of the letter behind it, and the rows that belong to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// A sign for what is said, which never stands alone.
    pub sign: &'static str,
    /// Our words.
    pub told: String,
    /// One's own words.
    pub note: String,
    /// The letter's words.
    pub quote: String,
    /// Where they stand.
    pub address: String,
    /// The citation, where it stands beside the words too.
    pub citation: String,
    /// The rows that belong to it.
    pub under: Vec<Row>,
}
