//! Stances: what a response says to the recommendation as a whole. A stance is the makers' reading, and
//! stands on quotes from the letter; one whose quotes are not in the letter does not exist.

use super::{Letter, Section, Span, Twin, quoted::Quoted};
use serde::Deserialize;

/// What a response comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StanceLabel {
    /// The recommendation is endorsed.
    Endorsed,
    /// It is endorsed, and something is taken back.
    Partly,
    /// It is what is being done already.
    ExistingPolicy,
    /// It is taken note of.
    Noted,
    /// It is not adopted.
    NotAdopted,
    /// The response takes no position.
    NoPosition,
    /// Nobody has judged.
    Unknown,
}

impl StanceLabel {
    /// All, in the order from yes to unknown.
    pub const ALL: [Self; 7] = [
        Self::Endorsed,
        Self::Partly,
        Self::ExistingPolicy,
        Self::Noted,
        Self::NotAdopted,
        Self::NoPosition,
        Self::Unknown,
    ];

    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Endorsed => "endorsed",
            Self::Partly => "partly",
            Self::ExistingPolicy => "existing_policy",
            Self::Noted => "noted",
            Self::NotAdopted => "not_adopted",
            Self::NoPosition => "no_position",
            Self::Unknown => "unknown",
        }
    }
}

/// What the response to a recommendation comes to, with the quotes that carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// The number of the section.
    pub section: u32,
    /// In one word of seven.
    pub label: StanceLabel,
    /// In a few words of ours.
    pub words: Twin,
    /// In fewer, where the label alone would say too much.
    pub short: Option<Twin>,
    /// The letter's words that carry it, the most telling first; at least one.
    pub quotes: Vec<Span>,
}

/// A stance as our data has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Judged {
    label: StanceLabel,
    words: Twin,
    short: Option<Twin>,
    #[serde(rename = "quote")]
    quotes: Vec<Quoted>,
}

impl Judged {
    /// The stance in a letter, with as many of its quotes as stand there; none without any.
    pub(super) fn stance(&self, section: u32, letter: &Letter) -> Option<Stance> {
        let quotes = self.quotes.iter();
        let quotes: Vec<Span> = quotes
            .filter_map(|quote| letter.quoted(&quote.at, &quote.text))
            .collect();
        (!quotes.is_empty()).then(|| Stance {
            section,
            label: self.label,
            words: self.words.clone(),
            short: self.short.clone(),
            quotes,
        })
    }
}

impl Letter {
    /// What the response of a section comes to, where we have judged it; that of the opening holds for
    /// all recommendations.
    #[must_use]
    pub fn stance(&self, section: &Section) -> Option<&Stance> {
        self.stances
            .iter()
            .find(|stance| stance.section == section.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Role, SectionKind, embedded, embedded_source, read};

    #[test]
    fn every_quote_stands_in_the_letter_and_none_in_the_councils_words() {
        let letter = embedded();
        let judged = letter.ours.judged();
        assert_eq!(judged.clone().count(), 9);
        for (section, judged) in judged {
            let stance = judged.stance(section, &letter).unwrap();
            assert_eq!(
                stance.quotes.len(),
                judged.quotes.len(),
                "section {section}"
            );
            for (span, quote) in stance.quotes.iter().zip(&judged.quotes) {
                assert_eq!(letter.words(*span), quote.text);
                let address = letter.address(span.paragraph).unwrap().to_string();
                assert_eq!(address, quote.at);
                assert_eq!(letter.paragraphs()[span.paragraph].role, Role::Response);
            }
        }
    }

    #[test]
    fn every_recommendation_has_a_stance() {
        let letter = embedded();
        for section in letter.sections() {
            let judged = letter.stance(section).is_some();
            assert_eq!(judged, section.kind != SectionKind::Closing);
        }
    }

    #[test]
    fn a_stance_falls_with_its_last_quote() {
        let yes = "Het kabinet onderschrijft deze aanbeveling en voert";
        let other = embedded_source().replace(yes, "Het kabinet onderschrijft dit niet en voert");
        let letter = read(other).unwrap();
        assert!(letter.stance(&letter.sections()[1]).is_none());
        let two = letter.stance(&letter.sections()[2]).unwrap();
        assert_eq!(two.label, StanceLabel::Partly);
        let other = embedded_source().replace("Mede daarom wordt er ook niet", "Er wordt niet");
        let letter = read(other).unwrap();
        let two = letter.stance(&letter.sections()[2]).unwrap();
        assert_eq!(two.quotes.len(), 2);
    }

    #[test]
    fn labels_are_called_as_json_calls_them() {
        for label in StanceLabel::ALL {
            let read: StanceLabel = serde_json::from_str(&format!("\"{}\"", label.id())).unwrap();
            assert_eq!(read, label);
        }
    }
}
