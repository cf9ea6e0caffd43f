//! Refusals in words of judgement, for letters that nobody has read for this program: *een verdere aanscherping acht ik
//! niet nodig*, *ik zie daar geen reden voor*, *ik deel deze aanbeveling niet*. What is said not to be wished is refused
//! only where it is a measure: who does not wish for an abuse refuses nothing.

use crate::built_in::{self, built_in};
use serde::Deserialize;
use std::{ops::Range, sync::LazyLock};

/// The most words between who refuses and what says so.
const BETWEEN: usize = 12;

/// The most words of what is refused behind its name: `deze aanbeveling van de raad`.
const OBJECT: usize = 6;

/// What `assets/refusals.toml` holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    speakers: Vec<String>,
    judges: Vec<String>,
    needless: Vec<String>,
    unwished: Vec<String>,
    measures: Vec<String>,
    measure_ends: Vec<String>,
    sees: Vec<String>,
    no_reason: Vec<String>,
    shares: Vec<String>,
    takes: Vec<String>,
    views: Vec<String>,
    negations: Vec<String>,
    goes_on: Vec<String>,
    no_negation: Vec<String>,
    departs: Vec<String>,
    turns: Vec<String>,
    part: Vec<String>,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| built_in::read(built_in!("refusals")));

/// Where in a sentence in small letters stands who refuses something by it; none where nobody does.
#[must_use]
pub fn refusal(sentence: &str) -> Option<Range<usize>> {
    let mut start = 0;
    sentence
        .split_inclusive([',', ';', ':'])
        .find_map(|clause| {
            let at = start;
            start += clause.len();
            let who = in_clause(clause)?;
            Some(at + who.start..at + who.end)
        })
}

fn in_clause(clause: &str) -> Option<Range<usize>> {
    let words: Vec<Range<usize>> = words(clause).collect();
    let texts: Vec<&str> = words.iter().map(|word| &clause[word.clone()]).collect();
    if is_reversed(&texts) {
        return None;
    }
    (0..words.len()).find_map(|at| {
        let behind = SIGNS
            .speakers
            .iter()
            .filter_map(|speaker| behind(&texts[at..], speaker))
            .min_by_key(|rest| rest.len())?;
        let end = texts.len() - behind.len();
        let before = at.checked_sub(1).map(|before| (texts[before], behind));
        let turned = [
            behind.split_first().map(|(verb, rest)| (*verb, rest)),
            before,
        ];
        let refuses = turned
            .into_iter()
            .flatten()
            .any(|(verb, rest)| refuses(verb, rest, &texts));
        refuses.then(|| words[at].start..words[end - 1].end)
    })
}

/// Whether this verb of somebody's refuses with what stands behind both.
fn refuses(verb: &str, rest: &[&str], clause: &[&str]) -> bool {
    let signs = &*SIGNS;
    let is_one = |verbs: &[String]| verbs.iter().any(|known| known == verb);
    let turns = |word: &&&str| signs.turns.iter().any(|turn| turn == **word);
    let upto = rest
        .iter()
        .take(BETWEEN)
        .take_while(|word| !turns(word))
        .count();
    let says = |phrases: &[String]| {
        (0..=upto).any(|at| {
            phrases
                .iter()
                .any(|phrase| behind(&rest[at.min(rest.len())..], phrase).is_some())
        })
    };
    if is_one(&signs.judges) {
        says(&signs.needless) || says(&signs.unwished) && clause.iter().any(|word| is_measure(word))
    } else if is_one(&signs.sees) {
        says(&signs.no_reason)
    } else {
        let ends = [(&signs.shares, "niet"), (&signs.takes, "niet over")];
        let end = ends.iter().find(|(verbs, _)| is_one(verbs));
        let object = signs.views.iter().find_map(|view| behind(rest, view));
        end.zip(object).is_some_and(|((_, end), rest)| {
            let upto = rest
                .iter()
                .take(OBJECT)
                .take_while(|word| !turns(word))
                .count();
            let is_part = |word: &&str| signs.part.iter().any(|part| part == *word);
            let refuses = (0..upto).any(|at| behind(&rest[at..], end).is_some());
            refuses && !rest[..upto].iter().any(is_part)
        })
    }
}

/// Whether the words of a clause negate what they negate, so that nothing is refused by them, whatever is meant:
/// `ik zie geen aanleiding om deze aanbeveling niet over te nemen`.
pub(super) fn is_reversed(words: &[&str]) -> bool {
    let signs = &*SIGNS;
    let is_one = |list: &[String], at: usize| {
        let word = words.get(at);
        word.is_some_and(|word| list.iter().any(|known| known == word))
    };
    let verbs = [&signs.judges, &signs.sees, &signs.shares, &signs.takes];
    let goes_on = |at: usize| {
        let verb = at > 1 && verbs.iter().any(|verbs| is_one(verbs, at - 1));
        let before = if verb { at - 2 } else { at.saturating_sub(1) };
        is_one(&signs.goes_on, before)
    };
    let negates =
        |at: &usize| is_one(&signs.negations, *at) && !is_one(&signs.no_negation, *at + 1);
    let mut negations = (0..words.len()).filter(negates);
    let Some(first) = negations.next() else {
        return false;
    };
    let advised = |at: usize| {
        let mut views = signs.views.iter();
        views.any(|view| behind(&words[at..], view).is_some())
    };
    let departs = |at: usize| {
        let mut departs = signs.departs.iter();
        departs.any(|phrase| behind(&words[at..], phrase).is_some())
    };
    negations.any(|at| !goes_on(at))
        || (first..words.len()).any(advised) && (first..words.len()).any(departs)
}

/// Whether a word names something that is done, and not something that happens.
fn is_measure(word: &str) -> bool {
    let signs = &*SIGNS;
    signs.measures.iter().any(|known| known == word)
        || signs
            .measure_ends
            .iter()
            .any(|end| word.ends_with(end.as_str()))
}

/// What stands behind a phrase that words start with.
pub(super) fn behind<'a, 'w>(words: &'a [&'w str], phrase: &str) -> Option<&'a [&'w str]> {
    let mut rest = words;
    for word in phrase.split(' ') {
        let (first, others) = rest.split_first()?;
        rest = others;
        if *first != word {
            return None;
        }
    }
    Some(rest)
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_part)?;
        let length = text[start..].find(|c| !is_part(c));
        at = length.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_judged_needless_is_refused() {
        for (sentence, who) in [
            (
                "een verdere aanscherping acht ik op dit moment niet proportioneel.",
                "ik",
            ),
            (
                "een verdere aanscherping van de regels acht ik niet wenselijk.",
                "ik",
            ),
            ("een verplichte registratie vind ik onwenselijk.", "ik"),
            ("ik acht een meldplicht niet wenselijk.", "ik"),
            (
                "het kabinet vindt het in deze fase niet nodig om de wet te wijzigen.",
                "het kabinet",
            ),
            ("ik zie daar geen reden voor.", "ik"),
            (
                "daarom zie ik hier op dit moment geen aanleiding toe.",
                "ik",
            ),
            (
                "de minister ziet geen noodzaak tot een register.",
                "de minister",
            ),
            (
                "hoewel het belangrijk is, deel ik deze aanbeveling van de raad niet.",
                "ik",
            ),
            ("wij delen dit standpunt niet.", "wij"),
            (
                "ik neem deze aanbeveling van de raad daarom niet over.",
                "ik",
            ),
            (
                "een apart register acht ik niet nodig en niet zinvol.",
                "ik",
            ),
            (
                "ik deel deze aanbeveling niet en zie geen reden om de wet te wijzigen.",
                "ik",
            ),
            (
                "ik zie niet alleen geen aanleiding voor een register.",
                "ik",
            ),
            ("ik zie geen aanleiding om van de wet af te wijken.", "ik"),
        ] {
            let found = refusal(sentence).map(|range| &sentence[range]);
            assert_eq!(found, Some(who), "{sentence}");
        }
    }

    #[test]
    fn what_only_looks_like_a_refusal_is_none() {
        for sentence in [
            "ik acht buitenlandse inmenging onwenselijk.",
            "het kabinet vindt deze ontwikkeling niet wenselijk.",
            "ik acht het van belang dat een vergunning niet nodig is.",
            "de raad acht een verdere aanscherping niet nodig.",
            "ik zie dat er geen reden tot zorg is.",
            "ik deel deze aanbeveling.",
            "ik deel deze zorg niet.",
            "een vergunning is niet nodig.",
            "ik acht een verdere aanscherping wenselijk.",
            "ik zie geen aanleiding om deze aanbeveling niet over te nemen.",
            "het kabinet ziet geen reden dat een register er niet zou komen.",
            "ik acht een verdere aanscherping niet nodig zonder nieuwe cijfers.",
            "ik zie geen grond om van dit advies af te wijken.",
        ] {
            assert_eq!(refusal(sentence), None, "{sentence}");
        }
    }
}
