//! Stances: what a response says to the recommendation as a whole. A stance is the makers' reading, or found by
//! rule (`rule`) in a letter that the makers have not read; it stands on quotes from the letter, and one whose
//! quotes are not in the letter does not exist.

mod asked;
mod clause;
mod rule;

use super::{Label, Letter, Section, Span, Twin, quoted::Quoted};
use serde::Deserialize;

/// What a response comes to.
#[derive(
    serde::Serialize, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize,
)]
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
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// The number of the section.
    #[serde(with = "super::label::in_parts")]
    pub section: Label,
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
            section: Label::whole(section),
            label: self.label,
            words: self.words.clone(),
            short: self.short.clone(),
            quotes,
        })
    }
}

impl Letter {
    /// Whether its stances are the makers' reading; else they are found by rule.
    #[must_use]
    pub fn knows_stances(&self) -> bool {
        self.ours.judged().next().is_some()
    }

    /// The stances of the letter: the makers', or those that its words tell.
    pub(super) fn judge(&self) -> Vec<Stance> {
        if self.knows_stances() {
            return self.ours.stances(self);
        }
        rule::stances(self)
    }

    /// What the response of a section comes to, as far as anybody knows; that of the opening holds for
    /// all recommendations.
    #[must_use]
    pub fn stance(&self, section: &Section) -> Option<&Stance> {
        self.stances
            .iter()
            .find(|stance| section.number == stance.section)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Language, Role, SectionKind, embedded, embedded_source, read};

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

    /// Two responses that read alike in the list would be taken for one.
    #[test]
    fn no_two_responses_look_the_same() {
        let letter = embedded();
        let sections = letter.sections();
        let stances: Vec<_> = sections
            .iter()
            .filter_map(|one| letter.stance(one))
            .collect();
        for language in [Language::Dutch, Language::English] {
            for (index, one) in stances.iter().enumerate() {
                for other in &stances[..index] {
                    let read = |stance: &Stance| {
                        let short = stance.short.as_ref();
                        let short = short.map(|short| short.get(language).to_owned());
                        (stance.words.get(language).to_owned(), short)
                    };
                    let ((words, short), (others, other_short)) = (read(one), read(other));
                    assert_ne!(words, others, "{} and {}", other.section, one.section);
                    if one.label == other.label {
                        assert_ne!(short, other_short, "{} and {}", other.section, one.section);
                    }
                }
            }
        }
        assert_ne!(stances[5].label, stances[8].label);
    }

    /// The eighth asks for money first, and that is refused in the opening.
    #[test]
    fn a_refusal_of_the_opening_is_quoted_where_it_meets_an_ask() {
        let letter = embedded();
        let eight = &letter.sections()[8];
        let asked = letter.paragraph(eight.paragraphs.start);
        assert!(asked.starts_with("Investeer extra middelen"), "{asked}");
        let stance = letter.stance(eight).unwrap();
        let mut quotes = stance.quotes.iter();
        let opening =
            |span: &&Span| letter.sections()[letter.section_of(span.paragraph)].number == 0;
        let refusal = letter.words(*quotes.find(opening).unwrap());
        assert!(refusal.contains("het verhogen van de financiële inzet"));
        assert!(refusal.ends_with("is daar geen ruimte voor."));
        assert!(
            letter
                .title(eight)
                .unwrap()
                .get(Language::Dutch)
                .contains("Extra middelen")
        );
    }

    /// *Staand beleid* is what the eighth response says; no other is given its words.
    #[test]
    fn a_response_is_not_given_the_words_of_another() {
        let letter = embedded();
        for section in letter.sections() {
            let Some(stance) = letter.stance(section) else {
                continue;
            };
            let mut own = section
                .paragraphs
                .clone()
                .map(|index| letter.paragraph(index));
            let said = own.any(|text| text.contains("staand beleid"));
            let short = stance.short.iter().chain([&stance.words]);
            for words in short.map(|words| words.get(Language::Dutch)) {
                assert!(
                    said || !words.contains("staand beleid"),
                    "{}: {words}",
                    section.number
                );
            }
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
