//! Statements: sentences of the letter that promise, continue, limit, refuse or intend something. Which they
//! are, and of which kind, is data of ours; their words are the letter's.

use super::{Letter, Span};
use serde::Deserialize;

/// What a statement does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatementKind {
    /// Something new or changed will be done.
    Commitment,
    /// Standing policy or practice goes on.
    Continuation,
    /// Something is wanted or aimed at, without binding.
    Intention,
    /// Something becomes less, narrower or lighter: money, posts, reach, ambition, rules.
    Limitation,
    /// Something is not done, or there is no room for it.
    Refusal,
}

impl StatementKind {
    /// All, from promise to refusal.
    pub const ALL: [Self; 5] = [
        Self::Commitment,
        Self::Continuation,
        Self::Intention,
        Self::Limitation,
        Self::Refusal,
    ];

    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Continuation => "continuation",
            Self::Intention => "intention",
            Self::Limitation => "limitation",
            Self::Refusal => "refusal",
        }
    }
}

/// A sentence that promises, continues, limits, refuses or intends something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it does.
    pub kind: StatementKind,
    /// Where it stands.
    pub span: Span,
    /// The part of it that says who, or what, does it: the subject as the letter has it.
    pub who: Option<Span>,
    /// The part of it that says until when, from when or in which years.
    pub term: Option<Span>,
}

/// The statements of a letter as our data has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statements {
    #[serde(rename = "statement")]
    all: Vec<Named>,
}

/// A statement as our data has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    kind: StatementKind,
    at: String,
    text: String,
    who: Option<String>,
    term: Option<String>,
}

impl Named {
    fn statement(&self, letter: &Letter) -> Option<Statement> {
        let span = letter.quoted(&self.at, &self.text)?;
        let part = |words: &Option<String>| {
            let words = words.as_deref()?;
            let start = span.start + self.text.find(words)?;
            Some(Span {
                start,
                end: start + words.len(),
                ..span
            })
        };
        Some(Statement {
            kind: self.kind,
            span,
            who: part(&self.who),
            term: part(&self.term),
        })
    }
}

impl Letter {
    /// The statements that we have found in it, in the order of the text. They are looked up at each call.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement> {
        let named = Statements::of(self.facts.id().as_deref()).map_or(&[][..], |known| &known.all);
        let found = named.iter().filter_map(|named| named.statement(self));
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|statement| statement.span);
        found
    }

    /// Whether somebody has looked for statements in it, so that none means none.
    #[must_use]
    pub fn knows_statements(&self) -> bool {
        Statements::of(self.facts.id().as_deref()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Role, embedded, embedded_source, read};
    use std::collections::HashSet;

    #[test]
    fn every_statement_stands_in_the_letter_whole_and_once() {
        let letter = embedded();
        let all = &Statements::of(letter.facts.id().as_deref()).unwrap().all;
        let found = letter.statements();
        assert_eq!(found.len(), all.len());
        for (named, after) in all.iter().zip(&found) {
            assert_eq!(letter.words(after.span), named.text, "out of order");
            let address = letter.address(after.span.paragraph).unwrap().to_string();
            assert_eq!(address, named.at);
            for (part, words) in [(after.who, &named.who), (after.term, &named.term)] {
                assert_eq!(part.map(|span| letter.words(span)), words.as_deref());
            }
            assert_eq!(
                letter.paragraphs()[after.span.paragraph].role,
                Role::Response
            );
            let text = letter.paragraph(after.span.paragraph);
            assert!(after.span.start == 0 || text[..after.span.start].ends_with(". "));
            let rest = &text[after.span.end..];
            assert!(named.text.ends_with('.') && (rest.is_empty() || rest.starts_with(' ')));
        }
        for pair in found.windows(2) {
            assert!(
                (pair[0].span.paragraph, pair[0].span.end)
                    <= (pair[1].span.paragraph, pair[1].span.start)
            );
        }
        let kinds: HashSet<_> = found.iter().map(|statement| statement.kind).collect();
        assert_eq!(kinds.len(), StatementKind::ALL.len());
    }

    /// The kind of the statement that holds these words; none where none does.
    fn kind_of(words: &str) -> Option<StatementKind> {
        let letter = embedded();
        let statements = letter.statements();
        let mut all = statements.iter();
        let found = all.find(|one| letter.words(one.span).contains(words))?;
        Some(found.kind)
    }

    #[test]
    fn sentences_of_one_make_have_one_kind() {
        for (one, other) in [
            ("zet het kabinet steevast in op", "wordt continu ingezet op"),
            (
                "zet het kabinet steevast in op",
                "zet het kabinet zich actief in voor",
            ),
            (
                "Nederland pleit in",
                "vraagt Nederland met gelijkgezinde landen regelmatig om aandacht",
            ),
            ("Nederland pleit in", "organiseert Nederland proactief"),
            ("maakt zich in dit verband", "Nederland pleit in"),
            ("wordt tevens gevraagd", "worden hierbij geacht"),
            (
                "Het centrale mensenrechtenfonds wordt",
                "Het decentrale gedeelte van het mensenrechtenfonds wordt",
            ),
            (
                "sluit aan bij het bestaande beleid",
                "zijn onderdeel van staand beleid",
            ),
            (
                "wordt expliciet ruimte gecreëerd",
                "specifiek aandacht besteed",
            ),
            ("in kaart worden gebracht", "wordt gecheckt of"),
            ("blijft regeldrukvermindering", "lastenluw te implementeren"),
        ] {
            assert!(kind_of(one).is_some(), "{one}");
            assert_eq!(kind_of(one), kind_of(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_only_describes_is_no_statement() {
        for words in [
            "organiseert CIVICUS de afgelopen jaren",
            "heeft Nederland in 2024 stevig ingezet",
            "heeft Nederland wederom een financiële bijdrage",
            "in de zomer van 2024",
            "sancties opleggen",
            "is immers gebaseerd op balans",
            "hecht grote waarde aan",
        ] {
            assert_eq!(kind_of(words), None, "{words}");
        }
    }

    #[test]
    fn what_softens_stands_with_what_it_softens() {
        for (hard, soft) in [
            (
                "reikwijdte van het Nederlandse mensenrechtenbeleid verkleinen",
                "grotere impact",
            ),
            ("minder posten aanspraak", "meer financiële ruimte"),
            ("dient het ambitieniveau", "veel aan mensenrechten doen"),
        ] {
            let letter = embedded();
            let mut all = letter.statements().into_iter();
            let holds = |one: &Statement| letter.words(one.span).contains(hard);
            let words = letter.words(all.find(holds).unwrap().span);
            assert!(words.contains(soft), "{words}");
        }
    }

    /// The years of a strategy are no term of what is promised, and *dit* says nothing of who.
    #[test]
    fn terms_are_those_of_what_is_said_and_subjects_name_somebody() {
        let letter = embedded();
        let terms = letter.statements().into_iter().filter_map(|one| one.term);
        let terms: Vec<_> = terms.map(|term| letter.words(term)).collect();
        assert_eq!(terms, ["vanaf 2026", "In 2025", "Sinds 2018"]);
        for one in letter.statements() {
            if let Some(who) = one.who.map(|who| letter.words(who)) {
                let lower = who.to_lowercase();
                assert!(
                    !["dit", "er", "ze", "hierbij"].contains(&lower.as_str()),
                    "{who}"
                );
            }
        }
    }

    #[test]
    fn a_sentence_that_was_changed_is_no_statement_any_more() {
        let all = embedded().statements().len();
        let other = embedded_source().replace("gebeurt dit met minder budget", "gebeurt dit");
        assert_eq!(read(other).unwrap().statements().len(), all - 1);
    }

    #[test]
    fn of_another_letter_no_statements_are_known() {
        let letter = read(b"Dag\n\nHet kabinet zal dit doen.").unwrap();
        assert!(letter.statements().is_empty() && !letter.knows_statements());
        assert!(embedded().knows_statements());
    }
}
