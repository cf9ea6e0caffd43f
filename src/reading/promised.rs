//! Promises to parliament in which nobody promises: *uw Kamer wordt hierover voor de zomer geïnformeerd*, *de Kamer
//! ontvangt het rapport eind 2026*, *het plan wordt u toegestuurd*.

/// Who is promised something, in small letters.
const RECEIVERS: [&[&str]; 7] = [
    &["uw", "kamer"],
    &["de", "kamer"],
    &["de", "tweede", "kamer"],
    &["de", "eerste", "kamer"],
    &["beide", "kamers"],
    &["het", "parlement"],
    &["u"],
];

/// What stands beside one who is told or given something.
const IS_DONE: [&str; 4] = ["wordt", "worden", "zal", "zullen"];
const IS_BEING: [&str; 2] = ["wordt", "worden"];
const RECEIVES: [&str; 2] = ["ontvangt", "ontvangen"];

/// What is done to one.
const TOLD: [&str; 5] = [
    "geïnformeerd",
    "ingelicht",
    "bericht",
    "gebracht",
    "gehouden",
];

/// What is done with something that goes to one.
const SENT: [&str; 8] = [
    "toegestuurd",
    "toegezonden",
    "gestuurd",
    "gezonden",
    "verzonden",
    "verstuurd",
    "aangeboden",
    "voorgelegd",
];

/// What takes a promise back, or makes it less than one.
const NO_PROMISE: [&str; 11] = [
    "niet", "geen", "kan", "kunnen", "zou", "zouden", "moet", "moeten", "mag", "werd", "werden",
];

/// What says when.
const TIMES: [&str; 33] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "zomer",
    "najaar",
    "voorjaar",
    "winter",
    "kwartaal",
    "jaar",
    "jaarlijks",
    "halfjaarlijks",
    "uiterlijk",
    "binnenkort",
    "spoedig",
    "eind",
    "begin",
    "medio",
    "termijn",
    "zomerreces",
    "kerstreces",
    "week",
    "weken",
    "maand",
    "maanden",
];

/// Whether a sentence in small letters promises parliament something.
pub(super) fn promised(sentence: &str) -> bool {
    let words: Vec<&str> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if has(&NO_PROMISE) || !(has(&IS_BEING) || has(&RECEIVES)) {
        return false;
    }
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20");
    let is_dated = has(&TIMES) || words.iter().any(is_year);
    let beside = |verbs: &[&str]| {
        receivers(&words).any(|(before, behind)| {
            [before, behind]
                .into_iter()
                .flatten()
                .any(|word| verbs.contains(&word))
        })
    };
    let is_told = beside(&IS_DONE) && is_done(&words, &TOLD);
    let is_given = beside(&RECEIVES) && is_dated;
    let is_sent = is_done(&words, &SENT)
        && (receivers(&words).next().is_some() || has(&SENT[..2]) && is_dated);
    is_told || is_given || is_sent
}

/// The words before and behind each receiver.
fn receivers<'a>(words: &'a [&'a str]) -> impl Iterator<Item = (Option<&'a str>, Option<&'a str>)> {
    (0..words.len()).filter_map(|at| {
        let found = RECEIVERS.iter().find(|own| words[at..].starts_with(own))?;
        let before = at.checked_sub(1).map(|before| words[before]);
        Some((before, words.get(at + found.len()).copied()))
    })
}

/// Whether one of these is being done: `wordt … gestuurd`, and not `is gestuurd`.
fn is_done(words: &[&str], participles: &[&str]) -> bool {
    let being = words.iter().position(|word| IS_BEING.contains(word));
    being.is_some_and(|being| {
        let mut behind = words[being + 1..].iter().enumerate();
        behind.any(|(at, word)| {
            let before = words[being + at];
            participles.contains(word)
                && !["is", "zijn", "was", "waren", "heeft", "hebben"].contains(&before)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::promised;

    #[test]
    fn what_parliament_will_be_told_or_given_is_promised() {
        for sentence in [
            "uw kamer wordt hierover voor de zomer van 2025 geïnformeerd.",
            "hierover wordt de kamer in het najaar nader geïnformeerd.",
            "de tweede kamer zal in 2026 worden geïnformeerd over de uitkomsten.",
            "uw kamer wordt van de voortgang op de hoogte gehouden.",
            "de kamer ontvangt de evaluatie voor 1 juli 2026.",
            "eind dit jaar ontvangt uw kamer een voortgangsbrief.",
            "het rapport wordt u in maart toegestuurd.",
            "de uitkomsten worden voor het kerstreces aan de kamer aangeboden.",
            "het wetsvoorstel wordt eind 2026 toegezonden.",
        ] {
            assert!(promised(sentence), "{sentence}");
        }
    }

    #[test]
    fn what_was_done_or_is_done_by_others_is_no_promise() {
        for sentence in [
            "uw kamer is hierover geïnformeerd.",
            "uw kamer werd hierover in 2024 geïnformeerd.",
            "uw kamer wordt hierover niet geïnformeerd.",
            "uw kamer kan hierover worden geïnformeerd.",
            "gemeenten worden hierover voor de zomer geïnformeerd.",
            "de kamer ontvangt veel brieven van burgers.",
            "de brief die aan uw kamer is gestuurd, wordt nu uitgevoerd.",
            "er wordt gewerkt aan de brief die aan uw kamer is gestuurd.",
        ] {
            assert!(!promised(sentence), "{sentence}");
        }
    }
}
