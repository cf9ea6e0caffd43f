//! Asks of a letter that nobody has read for this program, and what answers them, by rule.
//!
//! An ask begins with an imperative at the start of a sentence of the recommendation, or behind *en*, *maar* or *of*
//! within one; a sentence that says what must be done is one too. It is taken up by the sentences of the response that
//! share words with it which not every recommendation has. A verdict is given only where words of those sentences say
//! one (`assets/asks.toml`); words that come back without one touch on the ask and are no answer. An ask that no
//! sentence takes up has the answer that the response gives to the recommendation as a whole.

use super::{
    echo::word::{Word, words},
    parted::{PARTS, parts, wholes},
    signals,
};
use crate::{
    built_in::{self, built_in},
    letter::{
        Answer, Answered, Ask, How, Letter, Pair, Section, SectionKind, Span, StanceLabel,
        StatementKind,
    },
};
use serde::Deserialize;
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// How much of a recommendation and of a response is looked at, in bytes.
const LOOKED_AT: usize = 64 * 1024;

/// How many asks a recommendation has at most; a text with more is no recommendation.
const MOST: usize = 40;

/// How many answers are named to one ask at most: those that share the most words with it.
const ANSWERS: usize = 3;

/// How many different words a sentence shares with an ask at least.
const SHARED: usize = 2;

/// A word of so many letters is put together of two, and worth two.
const LONG: usize = 13;

/// How many words are named at most that were looked for.
const NAMED: usize = 6;

/// What `assets/asks.toml` holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    imperatives: String,
    obligations: Vec<String>,
    #[serde(rename = "how")]
    hows: Vec<Told>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    how: How,
    words: Vec<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| built_in::read(built_in!("asks")));

/// What the recommendations of a letter ask for, in the order of the text: as we have read it, else by rule.
#[must_use]
pub fn asks(letter: &Letter) -> Vec<Ask> {
    if letter.knows_asks() {
        return letter.asks();
    }
    by_rule(letter)
}

/// Those of these asks, in the order of the text, that stand in a section.
#[must_use]
pub fn in_section<'asks>(letter: &Letter, asks: &'asks [Ask], section: usize) -> &'asks [Ask] {
    let paragraphs = &letter.sections()[section].paragraphs;
    let before = |at: usize| asks.partition_point(|ask| ask.span.paragraph < at);
    &asks[before(paragraphs.start)..before(paragraphs.end)]
}

fn by_rule(letter: &Letter) -> Vec<Ask> {
    let sections = letter.sections().iter();
    let own: Vec<&Section> = sections
        .filter(|section| section.kind == SectionKind::Recommendation)
        .filter(|section| section.pair != Pair::Question)
        .collect();
    let common = Common::of(letter, &own);
    let of_one = |section: &&Section| of_section(letter, section, &common);
    own.iter().flat_map(of_one).collect()
}

/// In how many recommendations each word stands, by its stem.
struct Common {
    counts: HashMap<String, usize>,
    recommendations: usize,
}

impl Common {
    fn of(letter: &Letter, sections: &[&Section]) -> Self {
        let mut counts = HashMap::new();
        for section in sections {
            let (words, _) = words(letter, letter.recommendation(section), LOOKED_AT);
            let stems: HashSet<String> = words.into_iter().filter_map(|word| word.stem).collect();
            for stem in stems {
                *counts.entry(stem).or_insert(0) += 1;
            }
        }
        Self {
            counts,
            recommendations: sections.len(),
        }
    }

    /// Whether a word tells one recommendation from another: at most a third of them have it.
    fn tells(&self, stem: &str) -> bool {
        let count = self.counts.get(stem).copied().unwrap_or(0);
        count <= 1.max(self.recommendations / 3)
    }
}

/// A sentence of a response, with the stems of its words.
struct Said {
    span: Span,
    stems: HashSet<String>,
    /// Its words that may be parts of verbs.
    parts: HashSet<String>,
}

impl Said {
    /// Whether it has a word with this stem, in one part or in two.
    fn has(&self, stem: &str) -> bool {
        self.stems.contains(stem)
            || parts(stem)
                .any(|(part, verb)| self.parts.contains(part) && self.stems.contains(verb))
    }
}

fn of_section(letter: &Letter, section: &Section, common: &Common) -> Vec<Ask> {
    let (asked, _) = words(letter, letter.recommendation(section), LOOKED_AT);
    let (heard, _) = words(letter, letter.response(section), LOOKED_AT);
    let sentences = letter
        .response(section)
        .flat_map(|paragraph| signals::sentences(letter, paragraph));
    let mut heard = heard.into_iter().peekable();
    let mut said = Vec::new();
    for span in sentences {
        let (mut stems, mut parts) = (HashSet::new(), HashSet::new());
        let upto = (span.paragraph, span.end);
        while let Some(word) = heard.next_if(|word| (word.span.paragraph, word.span.start) < upto) {
            stems.extend(word.stem);
            if PARTS.contains(&word.folded.as_str()) {
                parts.insert(word.folded);
            }
        }
        if stems.is_empty() && heard.peek().is_none() {
            break;
        }
        said.push(Said { span, stems, parts });
    }
    let spans = split(letter, section);
    let whole = of_whole(letter, section);
    let ask = |span: Span| {
        let ask = ask(letter, span, &asked, &said, common);
        match &whole {
            Some(answer) if ask.answers.is_empty() => Ask {
                verdict: verdict(std::slice::from_ref(answer)),
                answers: vec![*answer],
                looked: Vec::new(),
                ..ask
            },
            _ => ask,
        }
    };
    spans.into_iter().take(MOST).map(ask).collect()
}

/// What a response says to a recommendation as a whole, and so to each of its asks that no sentence takes up by
/// itself. Whoever endorses a recommendation has not said yes to all that it asks; whoever adopts it has.
fn of_whole(letter: &Letter, section: &Section) -> Option<Answer> {
    // What the makers read is no rule.
    let stance = letter.stance(section).filter(|_| !letter.knows_stances())?;
    let span = *stance.quotes.first()?;
    let is_adopted = || {
        let words = letter.words(span).to_lowercase();
        let is_word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()) == "over";
        words.split_whitespace().any(is_word)
    };
    let how = match stance.label {
        StanceLabel::NotAdopted => How::Refused,
        StanceLabel::ExistingPolicy => How::Already,
        StanceLabel::Partly => How::Partly,
        StanceLabel::Endorsed if is_adopted() => How::Yes,
        _ => How::Other,
    };
    Some(Answer { how, span })
}

/// The parts of a recommendation that ask for one thing each; all of its first paragraph where none is seen to.
fn split(letter: &Letter, section: &Section) -> Vec<Span> {
    let rules = &*RULES;
    let imperatives: HashSet<&str> = rules.imperatives.split_whitespace().collect();
    let mut found = Vec::new();
    for paragraph in letter.recommendation(section) {
        for sentence in signals::sentences(letter, paragraph) {
            let text = letter.words(sentence);
            let starts = starts(text, &imperatives);
            if starts.is_empty() {
                if holds_one(text, &rules.obligations) {
                    found.push(sentence);
                }
                continue;
            }
            let ends = starts[1..].iter().copied().chain([text.len()]);
            // What stands before the first imperative, as *En*, belongs to it.
            let begins = [0].into_iter().chain(starts[1..].iter().copied());
            found.extend(begins.zip(ends).map(|(start, end)| {
                let part = text[start..end].trim_end();
                let part = ["en", "maar", "of"].iter().fold(part, |part, word| {
                    let without = part.strip_suffix(word).filter(|left| left.ends_with(' '));
                    without.unwrap_or(part).trim_end()
                });
                let part = part.trim_end_matches([',', ';']);
                Span {
                    start: sentence.start + start,
                    end: sentence.start + start + part.len(),
                    ..sentence
                }
            }));
        }
    }
    if found.is_empty() {
        let first = letter.recommendation(section).next();
        found.extend(first.map(|paragraph| Span {
            paragraph,
            start: 0,
            end: letter.paragraph(paragraph).len(),
        }));
    }
    found.retain(|span| span.start < span.end);
    found
}

/// Where the imperatives of a sentence stand: its first word, or one behind *en*, *maar* or *of*.
fn starts(sentence: &str, imperatives: &HashSet<&str>) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = None;
    for (at, written) in pieces(sentence) {
        let word = written.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.to_lowercase();
        let is_start = match before.as_deref() {
            None => true,
            Some(before) => ["en", "maar", "of"].contains(&before),
        };
        if is_start && imperatives.contains(word.as_str()) {
            starts.push(at);
        }
        before = Some(word);
    }
    starts
}

/// The words of a text between spaces, each with the byte it starts at.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    })
}

/// Whether one of these stands in a text, as whole words.
fn holds_one(text: &str, all: &[String]) -> bool {
    let text = text.to_lowercase();
    let is_edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    all.iter().any(|words| {
        text.match_indices(words.as_str()).any(|(at, _)| {
            is_edge(text[..at].chars().next_back())
                && is_edge(text[at + words.len()..].chars().next())
        })
    })
}

fn ask(letter: &Letter, span: Span, asked: &[Word], said: &[Said], common: &Common) -> Ask {
    let own = asked.iter().filter(|word| {
        word.span.paragraph == span.paragraph && (span.start..span.end).contains(&word.span.start)
    });
    let own: Vec<&Word> = own.collect();
    let wholes = wholes(&own);
    let telling: Vec<(&str, Span)> = own
        .iter()
        .filter_map(|word| Some((word.stem.as_deref()?, word.span)))
        .filter(|(stem, _)| common.tells(stem))
        .collect();
    let stems: HashSet<&str> = telling.iter().map(|(stem, _)| *stem).collect();
    let least = SHARED.min(stems.len()).max(1);
    let shared = |one: &Said| {
        let words = stems.iter().filter(|stem| one.has(stem));
        let words: usize = words.map(|stem| worth(stem)).sum();
        let verbs = wholes
            .iter()
            .filter(|whole| one.stems.contains(&whole.stem));
        let verbs: usize = verbs.map(|verb| verb.worth).sum();
        // A verb that says nothing by itself is nothing by itself.
        if words == 0 && verbs == 1 {
            0
        } else {
            words + verbs
        }
    };
    let mut sharing: Vec<(usize, &Said)> = said
        .iter()
        .map(|one| (shared(one), one))
        .filter(|(count, _)| *count >= least)
        .collect();
    // Of two that share as many the first in the text comes first: the order is kept.
    sharing.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let answers: Vec<Answer> = sharing
        .iter()
        .take(ANSWERS)
        .map(|(_, one)| Answer {
            how: how(letter, one.span),
            span: one.span,
        })
        .collect();
    let verdict = verdict(&answers);
    let mut looked: Vec<String> = Vec::new();
    if verdict == Answered::Unmentioned {
        for (stem, word) in telling {
            let word = letter.words(word);
            let is_new = !looked.iter().any(|own| own == word);
            if is_new && !said.iter().any(|one| one.has(stem)) {
                looked.push(word.to_owned());
            }
        }
        looked.truncate(NAMED);
    }
    Ask {
        span,
        verdict,
        answers,
        looked,
    }
}

/// How many words a word is worth.
fn worth(stem: &str) -> usize {
    if stem.chars().count() < LONG { 1 } else { 2 }
}

/// What a sentence does with what it takes up, by its words.
fn how(letter: &Letter, sentence: Span) -> How {
    let text = letter.words(sentence);
    let told = RULES.hows.iter().find(|told| holds_one(text, &told.words));
    let stated = || match signals::kind(letter, sentence)? {
        StatementKind::Refusal => Some(How::Refused),
        StatementKind::Limitation => Some(How::Limited),
        StatementKind::Commitment => Some(How::Yes),
        StatementKind::Continuation => Some(How::Already),
        StatementKind::Intention => None,
    };
    told.map(|told| told.how)
        .or_else(stated)
        .unwrap_or(How::Other)
}

/// What the answers come to; nothing where none of them says it.
fn verdict(answers: &[Answer]) -> Answered {
    let has = |how: How| answers.iter().any(|answer| answer.how == how);
    let (goes, stops) = (
        has(How::Yes) || has(How::Already),
        has(How::Refused) || has(How::Limited),
    );
    if has(How::Partly) || goes && stops {
        Answered::Partly
    } else if has(How::Refused) {
        Answered::Refused
    } else if has(How::Limited) {
        Answered::Partly
    } else if has(How::Yes) {
        Answered::Yes
    } else if has(How::Already) {
        Answered::Already
    } else {
        Answered::Unmentioned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    fn letter(recommendation: &str, response: &str) -> Letter {
        let text = format!(
            "Den Haag, 3 mei 2021\n\nHier staat een begin.\n\nAanbeveling 1: {recommendation}\n\nReactie van het kabinet\n\n{response}\n\nAanbeveling 2: Wees zuinig met papier.\n\nReactie van het kabinet\n\nDat is zo.\n"
        );
        read(text).unwrap()
    }

    fn of_first(letter: &Letter) -> Vec<(&str, Answered)> {
        let section = letter.section_numbered(1).unwrap();
        let range = letter.sections()[section].paragraphs.clone();
        let told = |ask: Ask| (letter.words(ask.span), ask.verdict);
        let asks = asks(letter).into_iter();
        let asks = asks.filter(|ask| range.contains(&ask.span.paragraph));
        asks.map(told).collect()
    }

    #[test]
    fn imperatives_are_asks_of_their_own() {
        for (recommendation, expected) in [
            (
                "Stel een register in en maak dit openbaar. Leg dat vast in de wet.",
                &[
                    "Stel een register in",
                    "maak dit openbaar.",
                    "Leg dat vast in de wet.",
                ][..],
            ),
            (
                "Blijf een donor, maar innoveer wel. Dat is van belang.",
                &["Blijf een donor", "innoveer wel."],
            ),
            (
                "De minister moet hierover rapporteren. Het gaat om veel geld.",
                &["De minister moet hierover rapporteren."],
            ),
            ("Een beter register.", &["Een beter register."]),
            ("En zorg voor toezicht.", &["En zorg voor toezicht."]),
        ] {
            let letter = letter(recommendation, "Wij danken u.");
            let asks: Vec<_> = of_first(&letter)
                .into_iter()
                .map(|(words, _)| words)
                .collect();
            assert_eq!(asks, expected);
        }
    }

    #[test]
    fn one_word_that_is_put_together_of_two_is_enough() {
        let asked = "Benoem een regeringscommissaris.";
        for (response, verdict) in [
            (
                "Een regeringscommissaris acht het kabinet niet nodig.",
                Answered::Refused,
            ),
            (
                "Een commissie acht het kabinet niet nodig.",
                Answered::Unmentioned,
            ),
        ] {
            let letter = letter(asked, response);
            assert_eq!(of_first(&letter), [(asked, verdict)], "{response}");
        }
    }

    #[test]
    fn a_verdict_is_given_only_where_words_say_it() {
        let asked = "Stel een openbaar register van lobbyisten in.";
        for (response, verdict) in [
            (
                "Het kabinet onderschrijft het belang van een register van lobbyisten.",
                Answered::Yes,
            ),
            (
                "Het kabinet zal een openbaar register van lobbyisten opzetten.",
                Answered::Yes,
            ),
            (
                "Er is reeds een openbaar register van lobbyisten.",
                Answered::Already,
            ),
            (
                "Voor een register van lobbyisten ziet het kabinet geen aanleiding.",
                Answered::Refused,
            ),
            (
                "Een register van lobbyisten is gedeeltelijk uitvoerbaar.",
                Answered::Partly,
            ),
            (
                "Het kabinet onderschrijft het belang van een register van lobbyisten. Een openbaar register van lobbyisten krijgt door bezuinigingen een kleinere opzet.",
                Answered::Partly,
            ),
            (
                "Een openbaar register van lobbyisten kent voor- en nadelen.",
                Answered::Unmentioned,
            ),
            (
                "Het kabinet onderschrijft het belang van vrede.",
                Answered::Unmentioned,
            ),
        ] {
            let letter = letter(asked, response);
            assert_eq!(of_first(&letter), [(asked, verdict)], "{response}");
        }
    }

    #[test]
    fn a_verb_in_two_parts_is_the_verb_in_one() {
        for (asked, response, verdict) in [
            (
                "Scherp de regels voor lobbyisten aan.",
                "Er is veel gebeurd. Een verdere aanscherping acht ik niet proportioneel.",
                Answered::Refused,
            ),
            (
                "De minister moet de regels aanscherpen.",
                "Het kabinet zal de regels daarom aanscherpen.",
                Answered::Yes,
            ),
            (
                "De regels dienen aangescherpt of aan te scherpen te zijn.",
                "Het kabinet zal over een aanscherping een besluit nemen.",
                Answered::Yes,
            ),
            (
                "Begin met aanscherping van de regels.",
                "Het kabinet scherpt de regels gedeeltelijk aan.",
                Answered::Partly,
            ),
            (
                "Stel een register in.",
                "Het kabinet zal instellingen voor ouderen bezoeken.",
                Answered::Unmentioned,
            ),
            (
                "Bouw de voorraad op.",
                "Het kabinet zal de afbouw van subsidies bezien.",
                Answered::Unmentioned,
            ),
        ] {
            let letter = letter(asked, response);
            assert_eq!(of_first(&letter), [(asked, verdict)], "{response}");
        }
    }

    #[test]
    fn what_is_said_to_the_whole_answers_each_ask_that_nothing_else_does() {
        let asked = "Stel een openbaar register van lobbyisten in. Publiceer jaarlijks cijfers.";
        for (response, expected) in [
            (
                "Het kabinet neemt deze aanbeveling niet over.",
                [(Answered::Refused, How::Refused); 2],
            ),
            (
                "Het kabinet neemt deze aanbeveling over.",
                [(Answered::Yes, How::Yes); 2],
            ),
            (
                "Het kabinet onderschrijft deze aanbeveling.",
                [(Answered::Unmentioned, How::Other); 2],
            ),
            (
                "Het kabinet neemt deze aanbeveling over. Er is reeds een openbaar register van lobbyisten.",
                [(Answered::Already, How::Already), (Answered::Yes, How::Yes)],
            ),
        ] {
            let letter = letter(asked, response);
            let asks = asks(&letter);
            let told = asks[..2]
                .iter()
                .map(|ask| (ask.verdict, ask.answers[0].how));
            assert_eq!(told.collect::<Vec<_>>(), expected, "{response}");
            assert!(asks[..2].iter().all(|ask| ask.looked.is_empty()));
        }
    }

    #[test]
    fn what_was_looked_for_stands_in_no_sentence_of_the_response() {
        let letter = letter(
            "Stel een openbaar register van lobbyisten in.",
            "Een register is er.",
        );
        let asks = asks(&letter);
        assert_eq!(asks[0].looked, ["openbaar", "lobbyisten"]);
    }

    #[test]
    fn of_a_letter_that_we_read_our_own_reading_stands() {
        let letter = embedded();
        assert_eq!(asks(&letter), letter.asks());
    }

    /// How well the rule does on the letter that we have read: it may miss, it must not give an answer that
    /// is the contrary of ours.
    #[test]
    fn the_rule_does_not_contradict_what_we_read() {
        let letter = embedded();
        let (own, rule) = (letter.asks(), by_rule(&letter));
        let touch = |one: Span, other: Span| {
            one.paragraph == other.paragraph && one.start < other.end && other.start < one.end
        };
        let (mut same, mut missed, mut other) = (0, 0, 0);
        for ours in &own {
            let words = letter.words(ours.span);
            let theirs = rule.iter().find(|theirs| touch(ours.span, theirs.span));
            match theirs.map_or(Answered::Unmentioned, |theirs| theirs.verdict) {
                verdict if verdict == ours.verdict => same += 1,
                Answered::Unmentioned => missed += 1,
                verdict => {
                    let no = |verdict| matches!(verdict, Answered::Refused | Answered::Unmentioned);
                    assert_eq!(no(verdict), no(ours.verdict), "{words}");
                    other += 1;
                }
            }
        }
        assert_eq!((own.len(), same, missed, other), (34, 13, 16, 5));
    }
}
