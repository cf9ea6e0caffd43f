//! Who speaks in a paragraph: the cabinet, or the council that advised it.

/// Words that only the cabinet speaks of itself with, in small letters.
const CABINET: [&str; 11] = [
    "kabinet",
    "kabinets",
    "ik",
    "wij",
    "we",
    "regering",
    "mijn",
    "onze",
    "ons",
    "minister",
    "staatssecretaris",
];

/// What those who advise are called, in small letters.
const COUNCILS: [&str; 20] = [
    "raad",
    "commissie",
    "adviescommissie",
    "adviescollege",
    "adviesraad",
    "college",
    "onderzoekers",
    "opstellers",
    "inspectie",
    "rekenkamer",
    "ombudsman",
    "taskforce",
    "werkgroep",
    "aiv",
    "ser",
    "wrr",
    "rli",
    "rvs",
    "rob",
    "planbureau",
];

/// What a council does in its words.
const ADVISES: [&str; 22] = [
    "beveelt",
    "bevelen",
    "adviseert",
    "adviseren",
    "raadt",
    "raden",
    "bepleit",
    "bepleiten",
    "pleit",
    "pleiten",
    "vraagt",
    "vragen",
    "roept",
    "vindt",
    "vinden",
    "acht",
    "wijst",
    "meent",
    "constateert",
    "stelt",
    "noemt",
    "benadrukt",
];

/// So many words at the start of a sentence hold its subject and its verb.
const START: usize = 8;

/// The words of a text without the signs around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn among(list: &[&str], word: &str) -> bool {
    list.iter().any(|own| word.eq_ignore_ascii_case(own))
}

/// Whether the cabinet speaks in a text, or of itself.
pub(super) fn is_cabinets(text: &str) -> bool {
    words(text).any(|word| among(&CABINET, word))
}

/// Whether a council speaks at the start of a text, as it stands there: who and what it does.
pub(super) fn is_councils(text: &str) -> bool {
    let start = || words(text).take(START);
    start().any(|word| among(&COUNCILS, word)) && start().any(|word| among(&ADVISES, word))
}

/// Whether a text starts with the advice of somebody other than the cabinet: behind its first words a verb of advising
/// comes, and the cabinet does not.
pub(super) fn advises(text: &str) -> bool {
    let mut start = words(text).take(START);
    let verb = start.by_ref().find(|word| among(&ADVISES[..13], word));
    verb.is_some() && !start.take(2).any(|word| among(&CABINET, word))
}
