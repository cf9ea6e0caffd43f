//! Names that no list knows, by rule: what a letter writes out with an abbreviation behind it, names around a word
//! that says what they are (*Raad*, *Akkoord*, *Inspectie*), acts by their form. A wrong name costs more than a
//! missing one, so each rule asks for capitals and for a word that tells.

mod forms;

use super::{Catalogue, Entity, Kind, written_out::written_out};
use crate::letter::{Letter, Role};

/// How much of a letter is looked at, in bytes: this is done before the letter shows.
pub(super) const READ: usize = 400_000;
/// How many names are taken, at most.
const MOST: usize = 500;

/// Words that say of a name of several words what it is, in small letters.
const BODIES: [&str; 38] = [
    "raad",
    "commissie",
    "hof",
    "platform",
    "autoriteit",
    "inspectie",
    "instituut",
    "centrum",
    "bureau",
    "agentschap",
    "dienst",
    "vereniging",
    "stichting",
    "federatie",
    "bond",
    "universiteit",
    "hogeschool",
    "taskforce",
    "alliantie",
    "coalitie",
    "bank",
    "college",
    "planbureau",
    "council",
    "commission",
    "network",
    "netwerk",
    "organisatie",
    "organisation",
    "ombudsman",
    "rekenkamer",
    "rechtbank",
    "gerechtshof",
    "fonds",
    "fund",
    "institute",
    "association",
    "foundation",
];
const INSTRUMENTS: [&str; 22] = [
    "akkoord",
    "verdrag",
    "programma",
    "agenda",
    "strategie",
    "convenant",
    "richtlijn",
    "verordening",
    "pact",
    "deal",
    "act",
    "actieplan",
    "masterplan",
    "handvest",
    "agreement",
    "convention",
    "strategy",
    "partnership",
    "regeling",
    "nota",
    "groeifonds",
    "protocol",
];
/// Words that a name may hold between words with capitals.
const LINKS: [&str; 14] = [
    "van", "de", "der", "den", "het", "voor", "en", "op", "in", "of", "the", "for", "and", "&",
];
/// Small words by which a name goes on that no capital ends.
const ON: [&str; 4] = ["tot", "inzake", "betreffende", "tegen"];
/// Words with a capital that start a sentence, and no name.
const STARTS: [&str; 34] = [
    "De",
    "Het",
    "Een",
    "Deze",
    "Dit",
    "Die",
    "Dat",
    "In",
    "Met",
    "Voor",
    "Op",
    "Aan",
    "Bij",
    "Door",
    "Uit",
    "Naar",
    "Om",
    "Als",
    "Ook",
    "Daarnaast",
    "Daarom",
    "Zo",
    "Mijn",
    "Onze",
    "Uw",
    "Ik",
    "Wij",
    "The",
    "Via",
    "Naast",
    "Volgens",
    "Binnen",
    "Tijdens",
    "Onder",
];

/// The names in a letter that a catalogue does not hold, each once.
pub(super) fn find(letter: &Letter, known: &Catalogue) -> Vec<Entity> {
    let mut found: Vec<Entity> = Vec::new();
    let mut read = 0;
    for (index, paragraph) in letter.paragraphs().iter().enumerate() {
        let text = letter.paragraph(index);
        read += text.len();
        if read > READ || found.len() > MOST {
            break;
        }
        if !matches!(paragraph.role, Role::Recommendation | Role::Response) {
            continue;
        }
        for (name, short, kind) in names(text) {
            let own = found.iter_mut().find(|own| own.name == name);
            if let Some(own) = own {
                own.abbreviation = own.abbreviation.take().or(short);
            } else if !is_known(known, &name, short.as_deref()) {
                let mut entity = entity(&name, kind);
                entity.abbreviation = short;
                found.push(entity);
            }
        }
    }
    without_doubles(found)
}

fn entity(name: &str, kind: Kind) -> Entity {
    Entity {
        by_rule: true,
        ..Entity::new(
            name,
            kind,
            "Herkend aan de vorm van de naam; niet nagegaan.",
            "Recognised by the form of the name; not verified.",
        )
    }
}

/// Whether a catalogue holds a name, or its abbreviation.
fn is_known(known: &Catalogue, name: &str, short: Option<&str>) -> bool {
    let whole = |text: &str| {
        let found = known.name_at(text, 0);
        found.is_some_and(|(_, range)| range == (0..text.len()))
    };
    whole(name) || short.is_some_and(whole)
}

/// An abbreviation belongs to one name only.
fn without_doubles(mut found: Vec<Entity>) -> Vec<Entity> {
    for at in 1..found.len() {
        let (before, own) = found.split_at_mut(at);
        let same = |other: &Entity| other.abbreviation == own[0].abbreviation;
        if own[0].abbreviation.is_some() && before.iter().any(same) {
            own[0].abbreviation = None;
        }
    }
    found
}

/// The names in a text: each with its abbreviation, where it has one, and what it is.
fn names(text: &str) -> Vec<forms::Name> {
    let mut names = forms::acts(text);
    names.extend(forms::titles(text));
    names.extend(forms::joined(text));
    for said in written_out(text, |_| None) {
        let name = &text[said.words.clone()];
        let name = trimmed(name);
        let capitals = name
            .split(' ')
            .filter(|word| word.starts_with(char::is_uppercase));
        if name.starts_with(char::is_uppercase) && capitals.count() > 1 {
            let short = text[said.short.clone()].to_owned();
            // An association says of what country it is, where it does not say what it is.
            let home = name.split(' ').any(|word| word.starts_with("Nederland"));
            let kind = kind(name).or(home.then_some(Kind::Organisation));
            names.extend(kind.map(|kind| (name.to_owned(), Some(short), kind)));
        }
    }
    for run in runs(text).into_iter().flat_map(apart) {
        if let Some(kind) = kind(run) {
            names.push((run.to_owned(), None, kind));
        } else if is_act(run) {
            names.push((run.to_owned(), None, Kind::Instrument));
        }
    }
    names
}

/// Stretches of words with capitals, with small words between them.
fn runs(text: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let (mut at, mut before) = (0, "");
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        let opened = word.trim_start_matches(['«', '‘', '“', '(', '"']);
        let sign = |c: char| !c.is_alphanumeric() && word != "&";
        let bare = opened.trim_end_matches(sign);
        let from = start + word.len() - opened.len();
        let end = from + bare.len();
        let capital = bare.starts_with(char::is_uppercase) && bare.chars().count() > 1;
        let first = open.is_none();
        let starts_name = capital && !(first && STARTS.contains(&bare));
        let fresh = opened.len() < word.len();
        if fresh && let Some((start, end)) = open.take() {
            runs.push(&text[start..end]);
        }
        // `Europees Verdrag tot bescherming van …`: what goes on in small letters has no end that can be seen.
        let of_what = |word: &str| INSTRUMENTS.contains(&word.to_lowercase().as_str());
        if ON.contains(&word) && of_what(before) {
            open = None;
        }
        if starts_name {
            let begun = open.map_or(from, |(start, _)| start);
            open = Some((begun, end));
        } else if !(LINKS.contains(&word) && open.is_some()) || parts(before, word) {
            runs.extend(open.take().map(|(start, end)| &text[start..end]));
        }
        before = word;
        if end < start + word.len() {
            runs.extend(open.take().map(|(start, end)| &text[start..end]));
        }
    }
    runs.extend(open.map(|(start, end)| &text[start..end]));
    runs
}

/// Whether an article starts something else: it stands behind no word that leads on to it.
fn parts(before: &str, word: &str) -> bool {
    let leads_on = matches!(before, "van" | "voor" | "op" | "in" | "of" | "for");
    matches!(word, "de" | "het" | "the") && !leads_on
}

/// Two names that `en` joins, each with a word that tells; else the one name that it is.
fn apart(run: &str) -> Vec<&str> {
    for (at, joint) in run.match_indices(" en ") {
        let (left, right) = (&run[..at], trimmed(&run[at + joint.len()..]));
        if kind(left).is_some() && kind(right).is_some() {
            return [vec![left], apart(right)].concat();
        }
    }
    vec![run]
}

/// A name without the words before it that start a sentence.
fn trimmed(name: &str) -> &str {
    let mut name = name;
    while let Some((first, rest)) = name.split_once(' ')
        && (STARTS.contains(&first) || LINKS.contains(&first))
    {
        name = rest;
    }
    name
}

/// What a name of several words is, by the word in it that says so. `en` between two heads joins two names.
fn kind(name: &str) -> Option<Kind> {
    let words: Vec<&str> = name.split(' ').collect();
    // A title goes on in small letters behind it: `Programma Een huis voor ons`.
    if words.last().is_some_and(|word| STARTS.contains(word)) {
        return None;
    }
    // The word that tells stands before what it is of.
    let of = words
        .iter()
        .position(|word| matches!(*word, "van" | "voor" | "op"));
    let own = &words[..of.unwrap_or(words.len())];
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    if words.iter().filter(capital).count() < 2 {
        return None;
    }
    let tells = |list: &[&str]| {
        own.iter().filter(capital).any(|word| {
            let word = word.trim_end_matches("’s").to_lowercase();
            let compound = |head: &&str| {
                head.len() > 3 && word.len() > head.len() + 2 && word.ends_with(*head)
            };
            list.contains(&word.as_str()) || list.iter().any(compound)
        })
    };
    if tells(&INSTRUMENTS) {
        Some(Kind::Instrument)
    } else if tells(&BODIES) {
        Some(Kind::Organisation)
    } else {
        None
    }
}

/// Whether one word is the name of an act: `Omgevingswet`.
fn is_act(name: &str) -> bool {
    !name.contains(' ') && name.len() > 7 && name.ends_with("wet")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_what_they_say_they_are() {
        for (text, expected) in [
            (
                "De Raad voor Voorbeelden en de Nederlandse Letterautoriteit schreven dit.",
                &["Raad voor Voorbeelden", "Nederlandse Letterautoriteit"][..],
            ),
            (
                "Het Nationaal Leesakkoord is getekend.",
                &["Nationaal Leesakkoord"],
            ),
            ("Volgens de Schrijfwet mag dat niet.", &["Schrijfwet"]),
            (
                "De Stichting Goede Brieven (SGB) deelt dit.",
                &["Stichting Goede Brieven"],
            ),
            (
                "Het Bureau Lange Zinnen, en ook het Instituut voor Korte.",
                &["Bureau Lange Zinnen", "Instituut voor Korte"],
            ),
            ("Het Leesrapport van de Raad schrijft dit.", &[]),
            (
                "Het Schrijfoverleg en het Leesoverleg de Leesrichtlijn.",
                &[],
            ),
            (
                "De Nederlandse Lezers Samen (NLS) lezen.",
                &["Nederlandse Lezers Samen"],
            ),
            ("De raad en de commissie vergaderen in Den Haag.", &[]),
            ("Het kabinet deelt de zorg van de Kamer.", &[]),
            ("De Minister antwoordt. De Commissie ook.", &[]),
            ("Dit is wat Jan de Vries zei.", &[]),
            (
                "Het Europees Verdrag tot bescherming van lezers geldt.",
                &[],
            ),
            (
                "De Nederlandse Letterautoriteit tot die tijd niet.",
                &["Nederlandse Letterautoriteit"],
            ),
            ("Het Programma Een boek voor iedereen loopt af.", &[]),
            (
                "De Autoriteit Letters & Woorden en het Bureau Lange & Korte Zinnen.",
                &[
                    "Autoriteit Letters & Woorden",
                    "Bureau Lange & Korte Zinnen",
                ],
            ),
        ] {
            let mut found: Vec<String> = names(text).into_iter().map(|(name, ..)| name).collect();
            found.dedup();
            found.sort();
            found.dedup();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            assert_eq!(found, expected, "{text}");
        }
    }
}
