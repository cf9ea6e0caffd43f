//! Statements of a letter that nobody has read for this program: sentences in which the cabinet promises, goes on,
//! wants, limits or refuses, by the words that say so. A subject has to stand beside its verb, for not every `zal`
//! promises: *bezuinigingen zullen hun weerslag hebben* is a consequence.

use super::{promised::promised, sentence};
use crate::{
    catalogue::first_deadline,
    letter::{Date, Kind, Letter, Role, Span, Statement, StatementKind, refusal},
};
use std::ops::Range;

/// How much of a letter is looked at, in bytes.
const READ: usize = 4_000_000;

/// Who speaks for the cabinet, in small letters.
const SPEAKERS: [&str; 7] = [
    "het kabinet",
    "de regering",
    "de minister",
    "de staatssecretaris",
    "ik",
    "wij",
    "we",
];

/// What a speaker does, by the words beside one; the first that fits tells.
const SIGNALS: [(StatementKind, &[&str]); 5] = [
    (
        StatementKind::Refusal,
        &[
            "ziet geen aanleiding",
            "zie geen aanleiding",
            "zien geen aanleiding",
            "ziet geen noodzaak",
            "zie geen noodzaak",
            "ziet geen ruimte",
            "zie geen ruimte",
            "is niet voornemens",
            "ben niet voornemens",
            "zijn niet voornemens",
            "kiest er niet voor",
            "kies er niet voor",
            "neemt deze aanbeveling niet over",
            "neem deze aanbeveling niet over",
            "onderschrijft deze aanbeveling niet",
            "zal niet",
            "zullen niet",
            "zal geen",
            "zullen geen",
            "acht dit niet",
            "acht het niet",
        ],
    ),
    (
        StatementKind::Limitation,
        &[
            "bezuinigt",
            "beperkt",
            "stopt met",
            "bouwt af",
            "verlaagt",
            "kort op",
        ],
    ),
    (
        StatementKind::Commitment,
        &[
            "zal",
            "zullen",
            "zegt toe",
            "zeg toe",
            "zeggen toe",
            "verken",
            "verkent",
            "informeer",
            "informeert",
            "informeren",
            "stuur",
            "stuurt",
        ],
    ),
    (
        StatementKind::Continuation,
        &[
            "blijft",
            "blijf",
            "blijven",
            "continueert",
            "continueer",
            "zet dit voort",
            "zet deze",
            "handhaaft",
        ],
    ),
    (
        StatementKind::Intention,
        &[
            "is voornemens",
            "ben voornemens",
            "zijn voornemens",
            "wil",
            "willen",
            "streeft",
            "streef",
            "streven",
            "beoogt",
            "beoog",
            "zet in op",
            "zetten in op",
            "zet zich in",
            "zetten ons in",
            "heeft de ambitie",
        ],
    ),
];

/// Words that a term can start with, and those within one.
const BEFORE_TERMS: [&str; 9] = [
    "uiterlijk",
    "eind",
    "begin",
    "medio",
    "vanaf",
    "vóór",
    "voor",
    "in",
    "tot",
];
/// What stands in a term beside months and numbers.
const IN_TERMS: [&str; 19] = [
    "het", "de", "eerste", "tweede", "derde", "vierde", "helft", "kwartaal", "voorjaar", "najaar",
    "zomer", "van", "loop", "en", "met", "q1", "q2", "q3", "q4",
];
/// Terms without a number, in small letters.
const SEASONS: [&str; 16] = [
    "na de zomer",
    "na het zomerreces",
    "in het najaar",
    "in het voorjaar",
    "dit najaar",
    "dit voorjaar",
    "deze zomer",
    "dit jaar",
    "later dit jaar",
    "volgend jaar",
    "volgend najaar",
    "volgend voorjaar",
    "komend jaar",
    "komend najaar",
    "komend voorjaar",
    "deze kabinetsperiode",
];
/// What parts a term from the promise before it that it does not belong to.
const PARTS: [&str; 8] = [
    ",",
    " die ",
    " dat ",
    " waarvan ",
    " waarin ",
    " omdat ",
    " sinds ",
    " zoals ",
];

/// The statements of a letter, in the order of the text: those that we know of it, else those that its words
/// tell.
#[must_use]
pub fn statements(letter: &Letter) -> Vec<Statement> {
    if letter.knows_statements() {
        return letter.statements();
    }
    let mut found = Vec::new();
    let mut read = 0;
    for (paragraph, own) in letter.paragraphs().iter().enumerate() {
        let text = letter.paragraph(paragraph);
        read += text.len();
        if read > READ {
            break;
        }
        if own.role == Role::Response {
            found.extend(statements_in(letter, paragraph));
        }
    }
    found
}

/// The statements that the words of one paragraph tell, in their order.
#[must_use]
pub fn statements_in(letter: &Letter, paragraph: usize) -> Vec<Statement> {
    if matches!(letter.kind(paragraph), Kind::Heading { .. }) {
        return Vec::new();
    }
    let text = letter.paragraph(paragraph);
    let sentences = sentences(letter, paragraph).into_iter();
    sentences
        .filter_map(|sentence| statement(text, paragraph, sentence.start..sentence.end))
        .collect()
}

/// The sentences of a paragraph, in order.
pub(super) fn sentences(letter: &Letter, paragraph: usize) -> Vec<Span> {
    let text = letter.paragraph(paragraph);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let next = text[at..].chars().next().map_or(1, char::len_utf8);
        let place = Span {
            paragraph,
            start: at,
            end: at + next,
        };
        let Range { start, end } = sentence::around(letter, place);
        at = end.max(at + next);
        at += text[at..].len() - text[at..].trim_start().len();
        found.push(Span {
            paragraph,
            start,
            end,
        });
    }
    found
}

/// What a sentence does, by the words that say so.
pub(super) fn kind(letter: &Letter, sentence: Span) -> Option<StatementKind> {
    let text = letter.paragraph(sentence.paragraph);
    let stated = statement(text, sentence.paragraph, sentence.start..sentence.end)?;
    Some(stated.kind)
}

/// What a sentence states, if it states something.
fn statement(text: &str, paragraph: usize, sentence: Range<usize>) -> Option<Statement> {
    let words = &text[sentence.clone()];
    let span = |range: Range<usize>| Span {
        paragraph,
        start: sentence.start + range.start,
        end: sentence.start + range.end,
    };
    // What is asked is not stated, and who thanks or stresses wants nothing done.
    let polite = [" bedank", " danken", " benadruk", " opmerken"];
    if words.ends_with('?') || polite.iter().any(|word| words.contains(word)) {
        return None;
    }
    let lower = words.to_lowercase();
    if lower.len() != words.len() {
        return None;
    }
    let (kind, who) = match signalled(&lower) {
        Some((kind, who)) => (kind, Some(who)),
        // Nobody stands in what is done by nobody named.
        None => (promised(&lower).then_some(StatementKind::Commitment)?, None),
    };
    Some(Statement {
        kind,
        span: Span {
            paragraph,
            start: sentence.start,
            end: sentence.end,
        },
        term: term(words, who.as_ref()).map(span),
        who: who.map(span),
    })
}

/// What a sentence in small letters states and where its speaker stands. Most sentences have no signal's verb or no
/// speaker among their words, which is seen before any two are looked for side by side.
fn signalled(sentence: &str) -> Option<(StatementKind, Range<usize>)> {
    let words: Vec<&str> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |phrase: &str| phrase.split(' ').all(|word| words.contains(&word));
    let speakers: Vec<&str> = SPEAKERS.into_iter().filter(|own| has(own)).collect();
    if speakers.is_empty() {
        return None;
    }
    if let Some(who) = refusal(sentence) {
        return Some((StatementKind::Refusal, who));
    }
    SIGNALS.iter().find_map(|(kind, signals)| {
        let present = signals.iter().filter(|signal| has(signal));
        let mut beside = present.flat_map(|signal| {
            let speakers = speakers.iter();
            speakers.filter_map(|speaker| beside(sentence, speaker, signal))
        });
        beside.next().map(|who| (*kind, who))
    })
}

/// Where a speaker stands in a sentence right before a signal, or right behind its first word.
fn beside(sentence: &str, speaker: &str, signal: &str) -> Option<Range<usize>> {
    let bounded = |range: &Range<usize>| {
        let before = sentence[..range.start].chars().next_back();
        let behind = sentence[range.end..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    };
    let straight = format!("{speaker} {signal}");
    let (verb, rest) = signal.split_once(' ').unwrap_or((signal, ""));
    let turned = [verb, speaker, rest].join(" ");
    let turned = turned.trim_end();
    let find = |phrase: &str, offset: usize| {
        sentence
            .match_indices(phrase)
            .map(|(at, _)| at..at + phrase.len())
            .find(bounded)
            .map(|range| range.start + offset..range.start + offset + speaker.len())
    };
    find(&straight, 0).or_else(|| find(turned, verb.len() + 1))
}

/// Until when, from when or in which year, as the sentence says it: `uiterlijk eind 2026`, `voor de zomer`. Without a
/// year it stands in the clause of who promises.
fn term(sentence: &str, who: Option<&Range<usize>>) -> Option<Range<usize>> {
    let lower = sentence.to_lowercase();
    let season = || {
        let starts = SEASONS.iter().filter_map(|season| {
            let at = lower.find(season)?;
            let free = !lower[..at].ends_with(char::is_alphanumeric);
            free.then(|| at..at + season.len())
        });
        starts.max_by_key(Range::len)
    };
    let belongs = |range: &Range<usize>| {
        let between = who.and_then(|who| lower.get(who.end..range.start));
        !between.is_some_and(|between| PARTS.iter().any(|part| between.contains(part)))
    };
    dated(sentence)
        .or_else(|| first_deadline(sentence).filter(belongs))
        .or_else(|| season().filter(belongs))
}

/// A term with a year in it.
fn dated(sentence: &str) -> Option<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for word in sentence.split(' ') {
        words.push(at..at + word.len());
        at += word.len() + 1;
    }
    let year = |range: &Range<usize>| {
        let word = sentence[range.clone()].trim_end_matches([',', '.', ';', ')']);
        word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let last = words.iter().position(year)?;
    let mut first = last;
    while first > 0 {
        let word = &sentence[words[first - 1].clone()];
        let day = word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        let lower = word.to_lowercase();
        let is_part = day
            || Date::month(&lower).is_some()
            || IN_TERMS.contains(&lower.as_str())
            || BEFORE_TERMS.contains(&lower.as_str());
        if !is_part {
            break;
        }
        first -= 1;
    }
    let starts =
        |at: &usize| BEFORE_TERMS.contains(&sentence[words[*at].clone()].to_lowercase().as_str());
    let first = (first..last).find(starts)?;
    let whole = &sentence[words[first].start..words[last].end];
    let end = whole.trim_end_matches([',', '.', ';', ')']).len();
    Some(words[first].start..words[first].start + end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    #[test]
    fn signal_words_tell_beside_a_speaker_only() {
        for (sentence, expected) in [
            (
                "Het kabinet zal uw Kamer uiterlijk eind 2026 informeren.",
                Some(("commitment", "Het kabinet", Some("uiterlijk eind 2026"))),
            ),
            (
                "Daarom zal ik dit verkennen.",
                Some(("commitment", "ik", None)),
            ),
            (
                "Ik stuur de Kamer voor de zomer een brief.",
                Some(("commitment", "Ik", Some("voor de zomer"))),
            ),
            (
                "Ik stuur de Kamer binnen zes maanden een brief.",
                Some(("commitment", "Ik", Some("binnen zes maanden"))),
            ),
            (
                "In het najaar zal ik de Kamer informeren.",
                Some(("commitment", "ik", Some("In het najaar"))),
            ),
            (
                "Ik stuur de Kamer in de loop van 2024 een brief, tot en met 2027.",
                Some(("commitment", "Ik", Some("in de loop van 2024"))),
            ),
            (
                "Ik zal de maatregelen evalueren die voor de zomer zijn genomen.",
                Some(("commitment", "Ik", None)),
            ),
            (
                "Het kabinet ziet geen aanleiding voor een register.",
                Some(("refusal", "Het kabinet", None)),
            ),
            (
                "Daarvoor ziet het kabinet geen aanleiding.",
                Some(("refusal", "het kabinet", None)),
            ),
            (
                "Wij blijven ons inzetten.",
                Some(("continuation", "Wij", None)),
            ),
            (
                "De regering is voornemens dit in het voorjaar van 2027 te doen.",
                Some(("intention", "De regering", Some("in het voorjaar van 2027"))),
            ),
            (
                "Een verdere aanscherping acht ik niet proportioneel.",
                Some(("refusal", "ik", None)),
            ),
            (
                "Ik zie daar geen reden voor.",
                Some(("refusal", "Ik", None)),
            ),
            (
                "Uw Kamer wordt hierover voor de zomer van 2025 geïnformeerd.",
                Some(("commitment", "", Some("voor de zomer van 2025"))),
            ),
            (
                "De Kamer ontvangt de evaluatie voor 1 juli 2026.",
                Some(("commitment", "", Some("voor 1 juli 2026"))),
            ),
            (
                "Het rapport wordt uw Kamer eind 2025 toegestuurd.",
                Some(("commitment", "", Some("eind 2025"))),
            ),
            ("Bezuinigingen zullen hun weerslag hebben.", None),
            ("Via deze weg wil ik iedereen bedanken.", None),
            ("De regering gaat niet over de premies.", None),
            ("Zal het kabinet dat doen?", None),
            ("Strikt genomen zal dit lastig zijn.", None),
        ] {
            let letter = read(format!(
                "Den Haag, 3 mei 2021\n\nVooraf staat hier iets.\n\n{sentence}"
            ))
            .unwrap();
            let found = statements(&letter);
            let told = found.first().map(|own| {
                (
                    own.kind.id(),
                    own.who.map_or("", |who| letter.words(who)),
                    own.term.map(|term| letter.words(term)),
                )
            });
            assert_eq!(told, expected, "{sentence}");
        }
    }

    #[test]
    fn of_a_letter_that_we_read_our_own_reading_stands() {
        let letter = embedded();
        assert_eq!(statements(&letter), letter.statements());
    }
}
