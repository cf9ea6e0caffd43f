//! Addresses: the names of sections and paragraphs that people say aloud and type, `4` and `4.2`.

use super::Language;
use std::{fmt, str::FromStr};

/// `S` or `S.P`: a section, or one paragraph of it. Paragraph 0 is the recommendation itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The section's number.
    pub section: u32,
    /// The paragraph's number within it; none names the whole section.
    pub paragraph: Option<u32>,
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.paragraph {
            Some(paragraph) => write!(out, "{}.{paragraph}", self.section),
            None => write!(out, "{}", self.section),
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
        /// The number of the letter's last section.
        last: u32,
    },
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
                format!("‘{written}’ is geen adres: schrijf een onderdeel (4) of een alinea (4.2)")
            }
            (Self::Form { written }, Language::English) => {
                format!("‘{written}’ is not an address: write a section (4) or a paragraph (4.2)")
            }
            (Self::NoSection { address, last }, Language::Dutch) => {
                format!(
                    "er is geen onderdeel {}: de brief loopt van 0 t/m {last}",
                    address.section
                )
            }
            (Self::NoSection { address, last }, Language::English) => {
                format!(
                    "there is no section {}: the letter runs from 0 to {last}",
                    address.section
                )
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
        match written.trim().split_once('.') {
            Some((section, paragraph)) => Ok(Self {
                section: number(section)?,
                paragraph: Some(number(paragraph)?),
            }),
            None => Ok(Self {
                section: number(written.trim())?,
                paragraph: None,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for written in ["0", "4", "4.2", "9.10", "12"] {
            assert_eq!(written.parse::<Address>().unwrap().to_string(), written);
        }
        assert_eq!(
            " 4.0 ".parse::<Address>().unwrap(),
            Address {
                section: 4,
                paragraph: Some(0)
            }
        );
        for wrong in [
            "",
            ".",
            "4.",
            ".2",
            "4.2.1",
            "-1",
            "+4",
            "vier",
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
