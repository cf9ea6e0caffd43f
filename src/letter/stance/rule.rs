//! A tentative stance for a response that nobody has read for this program: only where its own words say what it
//! comes to, in one of few ways of saying so (`assets/stances.toml`). Whoever speaks stands beside the verb, and
//! what is spoken of beside both; what stands between has to be known. All else is unknown: a wrong stance costs
//! more than a missing one.

use super::{
    Stance, StanceLabel,
    asked::Asked,
    clause::{clauses, sentences, unquoted, words},
};
use crate::{
    built_in::{self, built_in},
    letter::{
        Kind, Letter, Pair, Role, Section, SectionKind, Span, Twin, refusal, refusal::behind,
    },
};
use serde::Deserialize;
use std::{collections::HashMap, sync::OnceLock};

/// How much of a response is looked at, in bytes.
const READ: usize = 20_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Signals {
    speakers: Vec<&'static str>,
    objects: Vec<&'static str>,
    specified: Vec<&'static str>,
    endorses: Vec<&'static str>,
    takes: Vec<&'static str>,
    pronouns: Vec<&'static str>,
    rejects: Vec<&'static str>,
    agrees: Vec<&'static str>,
    notes: Vec<&'static str>,
    shares: Vec<&'static str>,
    views: Vec<&'static str>,
    passive: Vec<&'static str>,
    adopted: Vec<&'static str>,
    decides: Vec<&'static str>,
    refuses: Vec<&'static str>,
    refuses_something: Vec<&'static str>,
    existing: Vec<&'static str>,
    not: Vec<&'static str>,
    partly: Vec<&'static str>,
    between: Vec<&'static str>,
    limits: Vec<&'static str>,
    conditions: Vec<&'static str>,
    disagrees: Vec<&'static str>,
    has: Vec<&'static str>,
    parts: Vec<&'static str>,
    others: Vec<&'static str>,
    says: Vec<&'static str>,
    words: HashMap<StanceLabel, Twin>,
}

fn signals() -> &'static Signals {
    static SIGNALS: OnceLock<Signals> = OnceLock::new();
    SIGNALS.get_or_init(|| built_in::read(built_in!("stances")))
}

/// The stances that the words of a letter tell, in the order of its sections.
pub(super) fn stances(letter: &Letter) -> Vec<Stance> {
    let pairs = letter.sections().iter().filter(|section| {
        let answers = matches!(
            section.pair,
            Pair::Recommendation | Pair::Advice | Pair::Conclusion
        );
        section.kind == SectionKind::Recommendation && answers
    });
    pairs
        .filter_map(|section| stance(letter, section))
        .collect()
}

/// What a sentence says, and where it stands.
struct Said {
    says: Says,
    sentence: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Stance(StanceLabel),
    /// It refuses something, which need not be all that is asked.
    RefusesSomething,
}

fn stance(letter: &Letter, section: &Section) -> Option<Stance> {
    let mut said: Vec<Said> = Vec::new();
    let (mut read, mut first) = (0, true);
    let asked = Asked::of(letter, section);
    for paragraph in letter.response(section) {
        let text = letter.paragraph(paragraph);
        read += text.len();
        if read > READ {
            break;
        }
        let role = letter.paragraphs()[paragraph].role;
        if role != Role::Response
            || matches!(
                letter.kind(paragraph),
                Kind::Heading { .. } | Kind::Row { .. }
            )
        {
            continue;
        }
        for sentence in sentences(text) {
            let own = &text[sentence.clone()];
            let says = sentence_says(own, &asked, first);
            // Who first repeats what was advised has not answered yet.
            first = first && is_of_others(&own.to_lowercase());
            let sentence = Span {
                paragraph,
                start: sentence.start,
                end: sentence.end,
            };
            said.extend(says.map(|says| Said { says, sentence }));
        }
    }
    let label = together(&said)?;
    let telling =
        |said: &&Said| matches!(said.says, Says::Stance(_)) || label == StanceLabel::Partly;
    Some(Stance {
        section: section.number,
        label,
        words: signals().words.get(&label)?.clone(),
        short: None,
        quotes: said
            .iter()
            .filter(telling)
            .map(|said| said.sentence)
            .collect(),
    })
}

/// What all that is said comes to; none where it is nothing, or contradicts itself.
fn together(said: &[Said]) -> Option<StanceLabel> {
    use StanceLabel::{Endorsed, ExistingPolicy, NotAdopted, Noted, Partly};
    let has = |label| said.iter().any(|said| said.says == Says::Stance(label));
    let refuses = said.iter().any(|said| said.says == Says::RefusesSomething);
    match (has(Endorsed), has(Partly), has(NotAdopted)) {
        (true, _, true) | (_, true, true) => None,
        (_, true, false) => Some(Partly),
        (true, false, false) if refuses => Some(Partly),
        (true, false, false) => Some(Endorsed),
        (false, false, true) => Some(NotAdopted),
        (false, false, false) if refuses => None,
        (false, false, false) => [ExistingPolicy, Noted]
            .into_iter()
            .find(|label| has(*label)),
    }
}

/// What a sentence says of the recommendation.
fn sentence_says(sentence: &str, asked: &Asked, first: bool) -> Option<Says> {
    let (signals, section) = (signals(), asked.section);
    let lower = unquoted(&sentence.to_lowercase());
    if lower.trim_end().ends_with('?') || is_of_others(&lower) {
        return None;
    }
    let mut clauses = clauses(&lower, &signals.parts);
    clauses.retain(|clause| {
        let words = words(clause);
        !refusal::is_reversed(&words) && any(&words, &signals.conditions).is_none()
    });
    let mut found = None;
    // `Het kabinet erkent dit, onderschrijft deze aanbeveling en …`: the verb behind a comma has the same subject.
    let opening = words(&lower);
    if any(&opening, &signals.speakers).is_some() {
        let further: Vec<Vec<&str>> = lower.split(", ").skip(1).map(words).collect();
        let object = |words| object(words, section);
        found = further
            .iter()
            .find_map(|words| spoken(words, &object, false).map(Says::Stance));
    }
    for clause in &clauses {
        let words = words(clause);
        let says = clause_says(&words, asked, first);
        found = found.or(says.map(Says::Stance));
    }
    let not = |clause: &String| {
        let words = words(clause);
        let passive = |signal: &&str| signal.starts_with("wordt") || speaks(&words);
        let mut signs = signals.refuses_something.iter();
        signs.any(|signal| holds(&words, signal) && passive(signal))
    };
    let lower_words = words(&lower);
    let limited = (signals.limits.iter()).any(|limit| holds(&lower_words, limit));
    let but = lower.contains("maar ");
    let behind: Vec<Vec<&str>> = clauses.iter().skip(1).map(|clause| words(clause)).collect();
    let takes_back = behind
        .iter()
        .any(|words| holds(words, "niet") || holds(words, "geen"));
    // `maar neem deze niet over`: all of it, after a friendly word.
    let takes_all_back = behind.iter().any(|words| {
        let mut takes = (0..words.len()).filter_map(|at| any(&words[at..], &signals.takes));
        takes.any(|rest| {
            let rest = any(rest, &signals.speakers).unwrap_or(rest);
            let rest = any(rest, &signals.pronouns).map(passed);
            rest.is_some_and(|rest| rest.starts_with(&["niet", "over"]))
        })
    });
    let refuses = |clause: &String| refusal(clause).is_some();
    let refuses_it = |clause: &String| {
        let words = words(clause);
        let named = (0..words.len()).any(|at| object(&words[at..], section).is_some());
        refuses(clause) && (named || first && asked.is_meant(&words))
    };
    match found {
        Some(Says::Stance(StanceLabel::Endorsed)) if but && takes_all_back => {
            Some(Says::Stance(StanceLabel::NotAdopted))
        }
        Some(Says::Stance(StanceLabel::Endorsed)) if limited || but && takes_back => {
            Some(Says::Stance(StanceLabel::Partly))
        }
        Some(Says::Stance(StanceLabel::NotAdopted)) if limited => {
            Some(Says::Stance(StanceLabel::Partly))
        }
        None if clauses.iter().any(refuses_it) => Some(Says::Stance(StanceLabel::NotAdopted)),
        None if clauses.iter().any(|clause| not(clause) || refuses(clause)) => {
            Some(Says::RefusesSomething)
        }
        found => found,
    }
}

/// What one clause says of the recommendation as a whole.
fn clause_says(words: &[&str], asked: &Asked, first: bool) -> Option<StanceLabel> {
    use StanceLabel::{Endorsed, ExistingPolicy, NotAdopted};
    let signals = signals();
    let object = |words| object(words, asked.section);
    let done = ["is", "zijn"];
    for at in 0..words.len() {
        let here = &words[at..];
        // Who speaks, then the verb, then what is spoken of; or the other way round.
        if let Some(behind) = any(here, &signals.speakers) {
            if let Some(label) = spoken(behind, &object, first) {
                return Some(label);
            }
            let refused = any(behind, &signals.refuses);
            if first && refused.is_some_and(|rest| asked.is_meant(rest)) {
                return Some(NotAdopted);
            }
            let refused = any(behind, &signals.refuses)
                .is_some_and(|rest| (0..rest.len()).any(|at| object(&rest[at..]).is_some()));
            if refused {
                return Some(NotAdopted);
            }
        }
        if let Some(behind) = object(here) {
            let behind = passed(behind);
            if let Some(rest) = any(behind, &signals.passive) {
                let (how, rest) = manner(rest);
                if any(rest, &signals.adopted).is_some_and(|rest| !rest.contains(&"door")) {
                    return Some(how.of(Endorsed));
                }
            }
            if let Some(label) = inverted(behind) {
                return Some(label);
            }
            if let Some(rest) = any(behind, &done) {
                let rest = rest
                    .strip_prefix(&["al"])
                    .or(rest.strip_prefix(&["reeds"]))
                    .unwrap_or(rest);
                if any(rest, &signals.existing).is_some() {
                    return Some(ExistingPolicy);
                }
            }
        }
        if first && at == 0 {
            let this = here
                .strip_prefix(&["dit", "is"])
                .or(here.strip_prefix(&["dat", "is"]));
            let rest = this.map(|rest| {
                rest.strip_prefix(&["al"])
                    .or(rest.strip_prefix(&["reeds"]))
                    .unwrap_or(rest)
            });
            if rest.and_then(|rest| any(rest, &signals.existing)).is_some() {
                return Some(ExistingPolicy);
            }
        }
    }
    None
}

/// What follows on who speaks: a verb, and what is spoken of.
fn spoken<'a, 'w>(
    words: &'a [&'w str],
    object: &dyn Fn(&'a [&'w str]) -> Option<&'a [&'w str]>,
    first: bool,
) -> Option<StanceLabel> {
    use StanceLabel::{Endorsed, NotAdopted, Noted};
    let signals = signals();
    if let Some(rest) = any(words, &signals.endorses) {
        let (before, rest) = manner(rest);
        let (after, _) = manner(object(rest)?);
        return Some(before.and(after).of(Endorsed));
    }
    if let Some(rest) = any(words, &signals.takes)
        && let Some(rest) = object(manner(rest).1)
    {
        let before = manner(any(words, &signals.takes)?).0;
        let (after, rest) = manner(rest);
        return (rest.first() == Some(&"over")).then(|| before.and(after).of(Endorsed));
    }
    if let Some(rest) = any(words, &signals.rejects) {
        let rest = object(manner(rest).1)?;
        let (how, rest) = manner(rest);
        return (rest.first() == Some(&"af") && how == How::Plain).then_some(NotAdopted);
    }
    if let Some(rest) = any(words, &signals.agrees) {
        return object(rest).map(|rest| manner(rest).0.of(Endorsed));
    }
    if let Some(rest) = any(words, &signals.disagrees) {
        return object(rest).map(|_| NotAdopted);
    }
    if let Some(rest) = any(words, &signals.has)
        && let Some(rest) = object(manner(rest).1)
    {
        let before = manner(any(words, &signals.has)?).0;
        let (after, rest) = manner(rest);
        return any(rest, &signals.adopted).map(|_| before.and(after).of(Endorsed));
    }
    if let Some(rest) = any(words, &signals.decides) {
        let rest = object(passed(rest.strip_prefix(&["om"]).unwrap_or(rest)))?;
        let (how, rest) = manner(rest);
        return rest
            .starts_with(&["over", "te", "nemen"])
            .then(|| how.of(Endorsed));
    }
    if let Some(rest) = any(words, &signals.notes) {
        return object(rest).map(|_| Noted);
    }
    if let Some(rest) = any(words, &signals.shares).filter(|_| first) {
        let (before, rest) = manner(rest);
        let rest = object(rest).or_else(|| any(rest, &signals.views))?;
        return Some(before.and(manner(rest).0).of(Endorsed));
    }
    None
}

/// What follows on the recommendation where it stands first: `… neemt het kabinet niet over`.
fn inverted(words: &[&str]) -> Option<StanceLabel> {
    use StanceLabel::{Endorsed, NotAdopted};
    let signals = signals();
    if let Some(rest) = any(words, &signals.endorses) {
        let rest = any(passed(rest), &signals.speakers)?;
        return Some(manner(rest).0.of(Endorsed));
    }
    if let Some(rest) = any(words, &signals.takes) {
        let (how, rest) = manner(any(passed(rest), &signals.speakers)?);
        return (rest.first() == Some(&"over")).then(|| how.of(Endorsed));
    }
    let rest = any(words, &signals.rejects)?;
    let (how, rest) = manner(any(passed(rest), &signals.speakers)?);
    (rest.first() == Some(&"af") && how == How::Plain).then_some(NotAdopted)
}

/// In what manner something is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Plain,
    Not,
    Partly,
}

impl How {
    fn and(self, other: Self) -> Self {
        if self == Self::Plain { other } else { self }
    }

    const fn of(self, label: StanceLabel) -> StanceLabel {
        match self {
            Self::Plain => label,
            Self::Not => StanceLabel::NotAdopted,
            Self::Partly => StanceLabel::Partly,
        }
    }
}

/// In what manner, by the words at the start that say so, and what stands behind them.
fn manner<'a, 'w>(words: &'a [&'w str]) -> (How, &'a [&'w str]) {
    let signals = signals();
    let (mut how, mut rest) = (How::Plain, passed(words));
    if let Some(behind) = any(rest, &signals.partly) {
        (how, rest) = (How::Partly, behind);
    } else if let Some(behind) = any(rest, &signals.not) {
        (how, rest) = (How::Not, behind);
    }
    (how, passed(rest))
}

/// What stands behind words that change nothing.
fn passed<'a, 'w>(mut words: &'a [&'w str]) -> &'a [&'w str] {
    while let Some(rest) = any(words, &signals().between) {
        words = rest;
    }
    words
}

/// What stands behind the recommendation of a section, where words start with it.
fn object<'a, 'w>(words: &'a [&'w str], section: &Section) -> Option<&'a [&'w str]> {
    let rest = any(words, &signals().objects);
    let Some(rest) = rest else {
        let rest = words.strip_prefix(&["aanbeveling"])?;
        let (number, rest) = rest.split_first()?;
        return (*number == section.number.to_string()).then_some(rest);
    };
    // `de aanbeveling om …`, `de aanbevelingen 3 en 4`: which one is meant has to be this one.
    match rest.first() {
        Some(number) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            (*number == section.number.to_string()).then(|| &rest[1..])
        }
        _ if words[0] == "de" && any(passed(rest), &signals().specified).is_some() => None,
        _ => Some(rest),
    }
}

/// What stands behind the longest of these phrases that words start with.
fn any<'a, 'w>(words: &'a [&'w str], phrases: &[&str]) -> Option<&'a [&'w str]> {
    let starts = phrases.iter().filter_map(|phrase| behind(words, phrase));
    starts.min_by_key(|rest| rest.len())
}

/// Whether a phrase stands among words.
fn holds(words: &[&str], phrase: &str) -> bool {
    (0..words.len()).any(|at| any(&words[at..], &[phrase]).is_some())
}

fn speaks(words: &[&str]) -> bool {
    let speakers = signals().speakers.iter();
    speakers.into_iter().any(|speaker| holds(words, speaker))
}

/// Whether a sentence tells what somebody else says.
fn is_of_others(sentence: &str) -> bool {
    let signals = signals();
    let words = words(sentence);
    let said = words
        .windows(2)
        .any(|pair| signals.others.contains(&pair[0]) && signals.says.contains(&pair[1]));
    said || holds(&words, "volgens de") || holds(&words, "volgens het")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    /// What a response to a recommendation comes to.
    fn label(response: &str) -> Option<StanceLabel> {
        let text = format!(
            "De raad doet twee aanbevelingen.\n\nAanbeveling 1: Richt een fonds op en vul het.\n\n\
             Reactie\n\n{response}\n\nAanbeveling 2: Doe meer.\n\nReactie\n\nTer kennisneming."
        );
        let letter = read(text).unwrap();
        let section = &letter.sections()[letter.section_numbered(1).unwrap()];
        letter.stance(section).map(|stance| stance.label)
    }

    #[test]
    fn the_words_tell_what_a_response_comes_to() {
        use StanceLabel::{Endorsed, ExistingPolicy, NotAdopted, Noted, Partly};
        for (response, told) in [
            ("Het kabinet neemt deze aanbeveling over.", Endorsed),
            ("Deze aanbeveling neemt het kabinet graag over.", Endorsed),
            ("Het kabinet onderschrijft deze aanbeveling.", Endorsed),
            (
                "Wij onderschrijven dan ook deze aanbeveling van de AIV.",
                Endorsed,
            ),
            (
                "Ik deel deze opvatting. Daarover ga ik in gesprek.",
                Endorsed,
            ),
            ("Deze aanbeveling wordt overgenomen.", Endorsed),
            (
                "Het kabinet erkent het belang, onderschrijft deze aanbeveling en gaat verder.",
                Endorsed,
            ),
            (
                "Het kabinet heeft besloten deze aanbeveling over te nemen.",
                Endorsed,
            ),
            (
                "Ik stem in met deze aanbeveling, omdat het nu niet werkt.",
                Endorsed,
            ),
            ("Aanbeveling 1 neem ik over.", Endorsed),
            ("Het kabinet neemt deze aanbeveling niet over.", NotAdopted),
            ("De aanbeveling neem ik daarom niet over.", NotAdopted),
            ("Deze aanbeveling wordt niet overgenomen.", NotAdopted),
            (
                "Het kabinet onderschrijft deze aanbeveling niet.",
                NotAdopted,
            ),
            ("Het kabinet wijst deze aanbeveling af.", NotAdopted),
            (
                "Het kabinet ziet geen aanleiding om een fonds op te richten.",
                NotAdopted,
            ),
            ("Ik deel deze aanbeveling niet.", NotAdopted),
            (
                "Er is veel overleg geweest. Ik deel deze aanbeveling van de raad niet.",
                NotAdopted,
            ),
            (
                "Een extra fonds acht ik op dit moment niet proportioneel.",
                NotAdopted,
            ),
            (
                "Een nieuw fonds oprichten acht het kabinet niet nodig.",
                NotAdopted,
            ),
            ("Een wettelijk fonds vind ik onwenselijk.", NotAdopted),
            ("Deze aanbeveling acht ik niet uitvoerbaar.", NotAdopted),
            (
                "De raad adviseert een fonds op te richten. Ik zie daar geen reden voor.",
                NotAdopted,
            ),
            ("Daar zie ik op dit moment geen aanleiding toe.", NotAdopted),
            (
                "Ik neem deze aanbeveling over. Een verdere uitbreiding acht ik niet nodig.",
                Partly,
            ),
            (
                "Er is overleg. De regering ziet geen aanleiding om deze aanbeveling op te volgen.",
                NotAdopted,
            ),
            ("Het kabinet neemt deze aanbeveling deels over.", Partly),
            (
                "Het kabinet onderschrijft deze aanbeveling in grote lijnen.",
                Partly,
            ),
            (
                "Het kabinet onderschrijft grotendeels deze aanbeveling.",
                Partly,
            ),
            ("Deze aanbeveling wordt gedeeltelijk overgenomen.", Partly),
            (
                "Het kabinet neemt deze aanbeveling over, maar ziet geen ruimte voor geld.",
                Partly,
            ),
            (
                "Ik neem deze aanbeveling over. Ik ben niet voornemens het fonds te vullen.",
                Partly,
            ),
            (
                "Het kabinet onderschrijft deze aanbeveling voor zover het om rijksgeld gaat.",
                Partly,
            ),
            ("Dit is staand beleid.", ExistingPolicy),
            ("Deze aanbeveling is al staand beleid.", ExistingPolicy),
            ("Ik heb kennisgenomen van deze aanbeveling.", Noted),
        ] {
            assert_eq!(label(response), Some(told), "{response}");
        }
    }

    #[test]
    fn further_ways_of_saying_so() {
        use StanceLabel::{Endorsed, NotAdopted, Partly};
        for (response, told) in [
            ("Deze aanbeveling ondersteunt het kabinet.", Endorsed),
            (
                "Het kabinet heeft deze aanbeveling overgenomen in de nota.",
                Endorsed,
            ),
            (
                "Het kabinet heeft deze aanbeveling niet overgenomen.",
                NotAdopted,
            ),
            (
                "Het kabinet is het niet eens met deze aanbeveling.",
                NotAdopted,
            ),
            (
                "Deze aanbeveling neemt het kabinet over, zij het in gewijzigde vorm.",
                Partly,
            ),
            (
                "Het kabinet neemt deze aanbeveling over, tenzij de Kamer anders wil.",
                Partly,
            ),
        ] {
            assert_eq!(label(response), Some(told), "{response}");
        }
    }

    #[test]
    fn what_is_taken_back_counts() {
        use StanceLabel::{Endorsed, NotAdopted, Partly};
        for (response, told) in [
            (
                "Ik onderschrijf deze aanbeveling, maar neem deze niet over.",
                NotAdopted,
            ),
            (
                "Het kabinet onderschrijft deze aanbeveling, maar neemt haar op dit moment niet over.",
                NotAdopted,
            ),
            (
                "Ik neem deze aanbeveling niet over, met uitzondering van het voorstel voor een fonds.",
                Partly,
            ),
            (
                "Ik neem deze aanbeveling over en zie geen reden om daarmee niet te beginnen.",
                Endorsed,
            ),
        ] {
            assert_eq!(label(response), Some(told), "{response}");
        }
    }

    #[test]
    fn what_only_looks_like_a_stance_is_unknown() {
        for response in [
            "De AIV onderschrijft deze aanbeveling.",
            "Volgens de raad onderschrijft het kabinet deze aanbeveling niet.",
            "Het kabinet zou deze aanbeveling kunnen overnemen.",
            "Als deze aanbeveling wordt overgenomen, kost dat € 10 miljoen.",
            "Mocht het zover komen, dan neemt het kabinet deze aanbeveling over.",
            "Het kabinet ziet geen noodzaak voor aparte regelgeving.",
            "Ik zie geen aanleiding om brieven langer te maken.",
            "Ik bezie of ik deze aanbeveling kan overnemen.",
            "Neemt het kabinet deze aanbeveling over?",
            "De raad schreef eerder «het kabinet neemt deze aanbeveling niet over».",
            "Het kabinet onderschrijft het belang van deze aanbeveling.",
            "Het kabinet neemt het eerste deel van deze aanbeveling niet over.",
            "Ik neem deze aanbeveling op dit punt niet over.",
            "Het kabinet onderschrijft de geest van deze aanbeveling.",
            "Het vorige kabinet onderschreef deze aanbeveling.",
            "De Kamer neemt deze aanbeveling over.",
            "Deze aanbeveling wordt overgenomen door de gemeenten.",
            "Het kabinet onderschrijft aanbeveling 2.",
            "Er wordt veel gedaan. Het kabinet ziet geen aanleiding om het tweede loket te sluiten.",
            "Er wordt veel gedaan. Een tweede loket acht ik niet nodig.",
            "Misbruik van subsidies acht ik onwenselijk.",
            "De gemeenten achten een fonds niet nodig.",
            "Acht het kabinet een fonds niet nodig?",
            "Het kabinet deelt de zorgen van de raad.",
            "Het kabinet onderschrijft de aanbeveling van de AIV dat optreden een signaal kan zijn.",
            "Het kabinet neemt deze aanbeveling ter harte.",
            "Ik neem deze aanbeveling mee in de evaluatie.",
            "Het kabinet neemt deze aanbeveling over. De aanbeveling neem ik niet over.",
            "Ik zie geen aanleiding om deze aanbeveling niet over te nemen.",
            "Er is geen reden om dit niet te doen. Het kabinet ziet geen grond om deze aanbeveling niet te volgen.",
            "Ik sluit niet uit dat ik deze aanbeveling niet overneem.",
            "Het kabinet ziet geen aanleiding om van deze aanbeveling af te wijken.",
            "In 2020 stelde de commissie dat de regering deze aanbeveling overneemt.",
        ] {
            assert_eq!(label(response), None, "{response}");
        }
    }

    #[test]
    fn where_the_makers_have_read_too_the_rule_agrees_or_is_silent() {
        let letter = embedded();
        let found = stances(&letter);
        for stance in &found {
            let section = letter.section_numbered(stance.section).unwrap();
            let read = letter.stance(&letter.sections()[section]).unwrap();
            assert_eq!(stance.label, read.label, "{}", stance.section);
            for quote in &stance.quotes {
                assert!(
                    letter.words(*quote).ends_with('.'),
                    "{}",
                    letter.words(*quote)
                );
            }
        }
        let sections: Vec<_> = found
            .iter()
            .map(|stance| stance.section.to_string())
            .collect();
        assert_eq!(sections, ["1", "7"]);
    }
}
