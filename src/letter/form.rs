//! The forms of source that a letter can be read from, and how sure it is which one it was.

/// Which form of source a letter was read from.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text as copied from www.tweedekamer.nl: no blank lines, paragraphs by the wrap rule.
    TweedeKamerText,
    /// Plain text with blank lines between paragraphs.
    BlankLineText,
    /// Plain text in which each line is a paragraph.
    LineText,
    /// Plain text in lines of a fixed width: without blank lines, or made from printed pages.
    FixedWidthText,
    /// XML of an official publication.
    OfficialXml,
    /// A web page.
    WebPage,
    /// PDF.
    Pdf,
    /// A Word document.
    Docx,
    /// An `OpenDocument` text.
    Odt,
}

/// How sure it is which form a text has.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// All that was looked at agrees.
    Sure,
    /// Most of it does.
    Likely,
    /// Little tells.
    Guess,
}

impl Form {
    /// The stable English name of the form, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TweedeKamerText => "tweedekamer-text",
            Self::BlankLineText => "blank-line-text",
            Self::LineText => "line-text",
            Self::FixedWidthText => "fixed-width-text",
            Self::OfficialXml => "official-xml",
            Self::WebPage => "web-page",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}
