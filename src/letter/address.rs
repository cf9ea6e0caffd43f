//! Addresses: the names of sections and paragraphs that people say aloud and type, `4`, `4.2` and `kop`; `4.n7`
//! is note 7 under section 4.

use super::{Label, Language};
use std::{fmt, str::FromStr};

/// How the address of the letter's head is written, in every language.
const HEAD: &str = "kop";
/// What stands before the number of a note in its address, in every language.
const NOTE: char = 'n';

/// `S`, `S.P`, `S.nN` or `kop`: a section, one paragraph of it, a note under it, or the lines before the running
/// text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// What the section is called.
    pub section: Label,
    /// What of the section it names.
    pub part: Part,
}

/// What of a section an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// The lines before the running text, which the opening begins with.
    Head,
    /// The paragraph of this number; 0 is the recommendation itself.
    Paragraph(u32),
    /// The note of this number.
    Note(u32),
}

impl Address {
    /// The address of the letter's head.
    pub const HEAD: Self = Self {
        section: Label::whole(0),
        part: Part::Head,
    };
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Whole => write!(out, "{}", self.section),
            Part::Head => out.write_str(HEAD),
            Part::Paragraph(paragraph) => write!(out, "{}.{paragraph}", self.section),
            Part::Note(note) => write!(out, "{}.{NOTE}{note}", self.section),
        }
    }
}

/// Why an address leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is not written as an address.
    #[error("{}", self.say(Language::English))]
    Form {
        /// What was written instead.
        written: String,
    },
    /// There is no section of that number.
    #[error("{}", self.say(Language::English))]
    NoSection {
        /// The address asked for.
        address: Address,
        /// The number of the letter's first section: 1 where nothing stands before the first recommendation.
        first: Label,
        /// The number of its last.
        last: Label,
    },
    /// The letter begins with its running text.
    #[error("{}", self.say(Language::English))]
    NoHead,
    /// The section has no such paragraph.
    #[error("{}", self.say(Language::English))]
    NoParagraph {
        /// The address asked for.
        address: Address,
        /// How many numbered paragraphs the section has.
        last: usize,
    },
}

impl AddressError {
    /// What is wrong and what to do, in one sentence.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::Form { written }, Language::Dutch) => {
                format!(
                    "‘{written}’ is geen adres: schrijf een onderdeel (4), een alinea (4.2) of kop"
                )
            }
            (Self::Form { written }, Language::English) => {
                format!(
                    "‘{written}’ is not an address: write a section (4), a paragraph (4.2) or kop"
                )
            }
            (Self::NoSection { address, first, .. }, Language::Dutch)
                if address.section < *first =>
            {
                format!(
                    "onderdeel {} is leeg: de brief heeft geen inleiding en begint met onderdeel {first}",
                    address.section
                )
            }
            (Self::NoSection { address, first, .. }, Language::English)
                if address.section < *first =>
            {
                format!(
                    "section {} is empty: the letter has no introduction and starts with section {first}",
                    address.section
                )
            }
            (
                Self::NoSection {
                    address,
                    first,
                    last,
                },
                Language::Dutch,
            ) => {
                format!(
                    "er is geen onderdeel {}: de brief loopt van {first} t/m {last}",
                    address.section
                )
            }
            (
                Self::NoSection {
                    address,
                    first,
                    last,
                },
                Language::English,
            ) => {
                format!(
                    "there is no section {}: the letter runs from {first} to {last}",
                    address.section
                )
            }
            (Self::NoParagraph { address, .. }, Language::Dutch) if address.part == Part::Whole => {
                format!(
                    "onderdeel {} is leeg: de brief heeft daar geen tekst; kies een ander onderdeel",
                    address.section
                )
            }
            (Self::NoParagraph { address, .. }, Language::English)
                if address.part == Part::Whole =>
            {
                format!(
                    "section {} is empty: the letter has no text there; choose another section",
                    address.section
                )
            }
            (Self::NoHead, Language::Dutch) => {
                "er is geen kop: de brief begint met de lopende tekst".to_owned()
            }
            (Self::NoHead, Language::English) => {
                "there is no head (kop): the letter begins with its running text".to_owned()
            }
            (Self::NoParagraph { address, last: 0 }, Language::Dutch) => {
                format!(
                    "er is geen alinea {address}: onderdeel {} heeft geen genummerde alinea’s",
                    address.section
                )
            }
            (Self::NoParagraph { address, last: 0 }, Language::English) => {
                format!(
                    "there is no paragraph {address}: section {} has no numbered paragraphs",
                    address.section
                )
            }
            (Self::NoParagraph { address, last }, Language::Dutch) => {
                format!(
                    "er is geen alinea {address}: onderdeel {0} loopt t/m {0}.{last}",
                    address.section
                )
            }
            (Self::NoParagraph { address, last }, Language::English) => {
                format!(
                    "there is no paragraph {address}: section {0} runs to {0}.{last}",
                    address.section
                )
            }
        }
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(written: &str) -> Result<Self, AddressError> {
        let refuse = || AddressError::Form {
            written: super::in_message(written),
        };
        let number = |digits: &str| -> Result<u32, AddressError> {
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(refuse());
            }
            digits.parse().map_err(|_| refuse())
        };
        let label = |written: &str| written.parse::<Label>().map_err(|()| refuse());
        let written = written.trim();
        if written.eq_ignore_ascii_case(HEAD) {
            return Ok(Self::HEAD);
        }
        // `4.1.2` is paragraph 2 of section 4.1.
        let below = |section: &str| -> Option<Label> {
            let (section, part) = section.split_once('.')?;
            Label::below(number(section).ok()?, number(part).ok()?)
        };
        Ok(match written.rsplit_once('.') {
            Some((section, part)) => Self {
                section: match below(section) {
                    Some(section) => section,
                    None => label(section)?,
                },
                part: match part.strip_prefix([NOTE, 'N']) {
                    Some(note) => Part::Note(number(note)?),
                    None => Part::Paragraph(number(part)?),
                },
            },
            None => Self {
                section: label(written)?,
                part: Part::Whole,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for written in [
            "0",
            "4",
            "4.2",
            "9.10",
            "12",
            "kop",
            "7a.2",
            "4.1.2",
            "3.n12",
            "1 en 2",
            "3, 4 en 5.1",
        ] {
            assert_eq!(written.parse::<Address>().unwrap().to_string(), written);
        }
        assert_eq!(
            " 4.0 ".parse::<Address>().unwrap(),
            Address {
                section: Label::whole(4),
                part: Part::Paragraph(0)
            }
        );
        assert_eq!(" Kop ".parse::<Address>().unwrap(), Address::HEAD);
        for wrong in [
            "",
            ".",
            "4.",
            ".2",
            "4.2.1.3",
            "4..1",
            "-1",
            "+4",
            "vier",
            "kop.1",
            "3.n",
            "n3",
            "0.kop",
            "4,2",
            "99999999999999",
        ] {
            assert!(
                matches!(wrong.parse::<Address>(), Err(AddressError::Form { .. })),
                "{wrong}"
            );
        }
    }
}
