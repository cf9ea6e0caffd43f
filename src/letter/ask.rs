//! Asks: the single things that a recommendation asks for, and the words of the letter that take each of them up.
//! Which they are is data of ours; their words are the letter's.

use super::{Letter, Section, Span, quoted::Quoted};
use serde::Deserialize;

/// How far an ask is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answered {
    /// With agreement.
    Yes,
    /// As something that is being done already.
    Already,
    /// In part, or with less than was asked.
    Partly,
    /// With a no.
    Refused,
    /// No words of the letter take it up.
    Unmentioned,
}

impl Answered {
    /// All, from yes to nothing.
    pub const ALL: [Self; 5] = [
        Self::Yes,
        Self::Already,
        Self::Partly,
        Self::Refused,
        Self::Unmentioned,
    ];

    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Already => "already",
            Self::Partly => "partly",
            Self::Refused => "refused",
            Self::Unmentioned => "unmentioned",
        }
    }
}

/// What words of the letter do with an ask that they take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// They agree.
    Yes,
    /// They say that it is being done.
    Already,
    /// They take up a part of it.
    Partly,
    /// They make what is done narrower or less.
    Limited,
    /// They say no.
    Refused,
    /// They touch on it without an answer.
    Other,
}

impl How {
    /// All, from yes to what is no answer.
    pub const ALL: [Self; 6] = [
        Self::Yes,
        Self::Already,
        Self::Partly,
        Self::Limited,
        Self::Refused,
        Self::Other,
    ];

    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Already => "already",
            Self::Partly => "partly",
            Self::Limited => "limited",
            Self::Refused => "refused",
            Self::Other => "other",
        }
    }
}

/// Words of the letter that take up an ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What they do with it.
    pub how: How,
    /// Where they stand.
    pub span: Span,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Where it stands: in the recommendation, or in a response where only that shows it.
    pub span: Span,
    /// How far it is answered.
    pub verdict: Answered,
    /// What takes it up, the most telling first.
    pub answers: Vec<Answer>,
    /// Words that were looked for in the letter and do not stand in it, where nothing takes it up.
    pub looked: Vec<String>,
}

/// The asks of a letter as our data has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asks {
    #[serde(rename = "ask")]
    all: Vec<Named>,
    #[serde(default)]
    implied: Vec<Named>,
}

/// An ask as our data has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    at: String,
    text: String,
    verdict: Answered,
    #[serde(default)]
    looked: Vec<String>,
    #[serde(default, rename = "answer")]
    answers: Vec<Taken>,
}

/// Words that take up an ask, as our data has them.
#[derive(Debug, Deserialize)]
struct Taken {
    how: How,
    #[serde(flatten)]
    quoted: Quoted,
}

impl Named {
    /// The ask in a letter; none where its words, or any of those that answer it, do not stand there: the verdict
    /// was made on all of them.
    fn ask(&self, letter: &Letter) -> Option<Ask> {
        let answer = |taken: &Taken| {
            let span = letter.quoted(&taken.quoted.at, &taken.quoted.text)?;
            let how = taken.how;
            Some(Answer { how, span })
        };
        Some(Ask {
            span: letter.quoted(&self.at, &self.text)?,
            verdict: self.verdict,
            answers: self.answers.iter().map(answer).collect::<Option<_>>()?,
            looked: self.looked.clone(),
        })
    }
}

impl Letter {
    /// What its recommendations ask for, as we have read it, in the order of the text. It is looked up at each call.
    #[must_use]
    pub fn asks(&self) -> Vec<Ask> {
        self.looked_up(|asks| &asks.all)
    }

    /// What it answers though none of its recommendations asks for it in its words: that it was asked is seen from
    /// the answer only.
    #[must_use]
    pub fn implied_asks(&self) -> Vec<Ask> {
        self.looked_up(|asks| &asks.implied)
    }

    /// Whether somebody has read what it asks for.
    #[must_use]
    pub fn knows_asks(&self) -> bool {
        Asks::of(self.facts.id().as_deref()).is_some()
    }

    fn looked_up(&self, of: impl Fn(&'static Asks) -> &'static [Named]) -> Vec<Ask> {
        let named = Asks::of(self.facts.id().as_deref()).map_or(&[][..], of);
        named.iter().filter_map(|named| named.ask(self)).collect()
    }

    /// The section in which an ask stands.
    #[must_use]
    pub fn section_of_ask(&self, ask: &Ask) -> &Section {
        &self.sections()[self.section_of(ask.span.paragraph)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Role, SectionKind, embedded, embedded_source, read};

    fn data() -> &'static Asks {
        Asks::of(embedded().facts.id().as_deref()).unwrap()
    }

    /// The words of an ask or an answer are the letter's, at the address that is given.
    #[test]
    fn every_ask_and_every_answer_stands_in_the_letter() {
        let letter = embedded();
        for (named, found, role) in [
            (&data().all, letter.asks(), Role::Recommendation),
            (&data().implied, letter.implied_asks(), Role::Response),
        ] {
            for named in named {
                assert!(named.ask(&letter).is_some(), "{named:?}");
            }
            for (named, ask) in named.iter().zip(&found) {
                let quotes = named.answers.iter().map(|taken| &taken.quoted);
                let quotes = quotes.map(|quoted| (&quoted.at, &quoted.text));
                let spans = ask.answers.iter().map(|answer| answer.span);
                let stated = [(&named.at, &named.text)].into_iter().chain(quotes);
                for ((at, text), span) in stated.zip([ask.span].into_iter().chain(spans)) {
                    assert_eq!(letter.words(span), text);
                    assert_eq!(&letter.address(span.paragraph).unwrap().to_string(), at);
                }
                assert_eq!(letter.paragraphs()[ask.span.paragraph].role, role);
                for answer in &ask.answers {
                    let role = letter.paragraphs()[answer.span.paragraph].role;
                    assert_eq!(role, Role::Response, "{}", named.text);
                }
            }
        }
    }

    /// All that a recommendation asks for is in one ask or another, and in no two: what lies between is small words.
    #[test]
    fn the_asks_share_out_each_recommendation() {
        let letter = embedded();
        let asks = letter.asks();
        for pair in asks.windows(2) {
            let end = (pair[0].span.paragraph, pair[0].span.end);
            assert!(end <= (pair[1].span.paragraph, pair[1].span.start));
        }
        let sections = letter.sections().iter();
        for section in sections.filter(|one| one.kind == SectionKind::Recommendation) {
            let mut left = String::new();
            let paragraph = section.paragraphs.start;
            let mut from = 0;
            for ask in asks.iter().filter(|ask| ask.span.paragraph == paragraph) {
                left += &letter.paragraph(paragraph)[from..ask.span.start];
                left.push('|');
                from = ask.span.end;
            }
            left += &letter.paragraph(paragraph)[from..];
            for part in left.split('|') {
                assert!(part.chars().count() <= 7, "{}: {part}", section.number);
            }
        }
    }

    /// A verdict stands on words that carry it, and *unmentioned* on words that are nowhere.
    #[test]
    fn a_verdict_is_carried_by_its_answers() {
        let letter = embedded();
        let responses = || {
            let all = letter.paragraphs().iter().enumerate();
            let responses = all.filter(|(_, one)| one.role == Role::Response);
            responses.map(|(index, _)| letter.paragraph(index))
        };
        for ask in letter.asks().iter().chain(&letter.implied_asks()) {
            let words = letter.words(ask.span);
            let has = |how: How| ask.answers.iter().any(|answer| answer.how == how);
            let mixed = [How::Yes, How::Already].into_iter().any(has)
                && [How::Limited, How::Refused].into_iter().any(has);
            assert!(
                match ask.verdict {
                    Answered::Yes => has(How::Yes),
                    Answered::Already => has(How::Already),
                    Answered::Partly => has(How::Partly) || mixed,
                    Answered::Refused => has(How::Refused),
                    Answered::Unmentioned => ask.answers.iter().all(|one| one.how == How::Other),
                },
                "{words}"
            );
            assert_eq!(ask.verdict == Answered::Unmentioned, !ask.looked.is_empty());
            for looked in &ask.looked {
                let is_edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
                let stands = |text: &&str| {
                    let text = text.to_lowercase();
                    let looked = looked.to_lowercase();
                    text.match_indices(&looked).any(|(at, _)| {
                        is_edge(text[..at].chars().next_back())
                            && is_edge(text[at + looked.len()..].chars().next())
                    })
                };
                assert_eq!(responses().find(stands), None, "{words}: {looked}");
            }
        }
    }

    #[test]
    fn what_the_verdicts_come_to() {
        let asks = embedded().asks();
        let count = |verdict| asks.iter().filter(|ask| ask.verdict == verdict).count();
        assert_eq!(Answered::ALL.map(count), [3, 11, 12, 1, 7]);
        assert_eq!(embedded().implied_asks().len(), 9);
    }

    #[test]
    fn an_ask_falls_with_any_of_its_words() {
        let all = embedded().asks().len();
        for (words, other) in [
            ("met kracht, urgentie en lef", "met kracht, aandacht en lef"),
            ("gebeurt dit met minder budget", "gebeurt dit"),
        ] {
            let letter = read(embedded_source().replace(words, other)).unwrap();
            assert_eq!(letter.asks().len(), all - 1, "{words}");
        }
    }

    #[test]
    fn of_another_letter_no_asks_are_known() {
        let letter = read(b"Aanbeveling 1: Doe dit.\n\nDat doen wij.".to_vec()).unwrap();
        assert!(letter.asks().is_empty() && !letter.knows_asks());
        assert!(embedded().knows_asks());
    }

    #[test]
    fn they_are_called_as_json_calls_them() {
        for verdict in Answered::ALL {
            let read: Answered = serde_json::from_str(&format!("\"{}\"", verdict.id())).unwrap();
            assert_eq!(read, verdict);
        }
        for how in How::ALL {
            let read: How = serde_json::from_str(&format!("\"{}\"", how.id())).unwrap();
            assert_eq!(read, how);
        }
    }
}
