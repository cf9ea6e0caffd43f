//! Who a sentence is about, where that stands there as plainly as can be: what comes before its first finite verb,
//! or the speaker or name right behind that. Found by rule, so that it works on any letter; of two readings the one
//! that finds nobody wins.

use crate::letter::{Letter, Span};
use std::ops::Range;

/// Finite verbs that letters use, in small letters; each stands behind the subject or right before it.
const VERBS: &[&str] = &[
    "is",
    "zijn",
    "was",
    "waren",
    "wordt",
    "worden",
    "werd",
    "werden",
    "heeft",
    "hebben",
    "heb",
    "had",
    "hadden",
    "zal",
    "zullen",
    "kan",
    "kunnen",
    "moet",
    "moeten",
    "wil",
    "willen",
    "mag",
    "mogen",
    "gaat",
    "gaan",
    "komt",
    "komen",
    "kwam",
    "kwamen",
    "blijft",
    "blijven",
    "bleef",
    "maakt",
    "maken",
    "maakte",
    "maakten",
    "zet",
    "zetten",
    "steunt",
    "steunen",
    "steunde",
    "hanteert",
    "hanteren",
    "voert",
    "voeren",
    "voerde",
    "voerden",
    "organiseert",
    "organiseren",
    "organiseerde",
    "onderschrijft",
    "onderschrijven",
    "bevestigt",
    "erkent",
    "dankt",
    "danken",
    "streeft",
    "streven",
    "stelt",
    "stellen",
    "stelde",
    "stelden",
    "vraagt",
    "vragen",
    "vroeg",
    "vroegen",
    "geeft",
    "geven",
    "gaf",
    "gaven",
    "neemt",
    "nemen",
    "nam",
    "namen",
    "werkt",
    "werken",
    "werkte",
    "ziet",
    "zien",
    "zag",
    "draagt",
    "dragen",
    "droeg",
    "besluit",
    "besloot",
    "besloten",
    "start",
    "starten",
    "startte",
    "informeert",
    "informeren",
    "ontvangt",
    "ontvangen",
    "ontving",
    "verscheen",
    "verschijnt",
    "publiceert",
    "publiceerde",
    "bevordert",
    "bevorderen",
    "levert",
    "leveren",
    "leverde",
    "loopt",
    "lopen",
    "liep",
    "eindigt",
    "begint",
    "begon",
    "treedt",
    "trad",
    "volgt",
    "volgen",
    "biedt",
    "bieden",
    "bood",
    "bevat",
    "bevatten",
    "heet",
    "dient",
    "dienen",
    "verwacht",
    "verwachten",
    "beoogt",
    "beogen",
    "has",
    "have",
    "will",
    "are",
    "were",
    "remains",
];

/// Who speaks for the cabinet, and the country, in small letters.
const SPEAKERS: &[&str] = &[
    "het kabinet",
    "de regering",
    "de minister",
    "de staatssecretaris",
    "nederland",
    "ik",
    "wij",
    "we",
];

/// With these a sentence begins with something else than its subject.
const BEFORE: &[&str] = &[
    "in",
    "op",
    "voor",
    "vóór",
    "sinds",
    "vanaf",
    "via",
    "met",
    "door",
    "bij",
    "na",
    "tijdens",
    "tot",
    "ten",
    "ter",
    "om",
    "uit",
    "over",
    "onder",
    "tegen",
    "naast",
    "binnen",
    "buiten",
    "dankzij",
    "gezien",
    "volgens",
    "conform",
    "ook",
    "daarnaast",
    "daarbij",
    "daarmee",
    "daarvoor",
    "daarom",
    "daartoe",
    "daarin",
    "hiermee",
    "hiervoor",
    "hierbij",
    "hierin",
    "hierdoor",
    "verder",
    "voorts",
    "bovendien",
    "tevens",
    "tegelijkertijd",
    "inmiddels",
    "momenteel",
    "daarna",
    "vervolgens",
    "eerder",
    "als",
    "zoals",
    "indien",
    "wanneer",
    "hoewel",
    "omdat",
    "mede",
    "naar",
    "aan",
    "vanuit",
    "per",
    "uiterlijk",
    "eind",
    "begin",
    "medio",
    "zo",
    "dan",
    "nu",
    "er",
    "dit",
    "dat",
    "hier",
    "daar",
    "rekening",
    "aldus",
    "zodra",
    "toen",
    "reeds",
    "wel",
    "niet",
    "at",
    "since",
    "from",
    "by",
    "for",
];

/// Words of a clause of its own: what stands there is no plain subject.
const CLAUSE: &[&str] = &[
    "die", "dat", "waar", "waarin", "waarbij", "waarmee", "waarop", "wie", "wat", "of", "om",
];

/// A subject has at most so many words.
const WORDS: usize = 12;

/// So much of a sentence is looked at, in bytes.
const LOOKED_AT: usize = 400;

/// Who a sentence of a letter is about, if that stands there plainly.
#[must_use]
pub fn subject(letter: &Letter, sentence: Span) -> Option<Span> {
    let text = &letter.paragraph(sentence.paragraph)[sentence.range()];
    let found = subject_in(text)?;
    Some(Span {
        start: sentence.start + found.start,
        end: sentence.start + found.end,
        ..sentence
    })
}

fn subject_in(text: &str) -> Option<Range<usize>> {
    let words = words(text);
    let verb = words
        .iter()
        .position(|word| VERBS.contains(&small(text, word).as_str()))?;
    if verb == 0 {
        return None;
    }
    let first = small(text, &words[0]);
    let fronted =
        BEFORE.contains(&first.as_str()) || first.starts_with(|c: char| c.is_ascii_digit());
    if fronted {
        behind(text, &words[verb + 1..])
    } else {
        before(text, &words[..verb])
    }
}

/// What comes before the verb, without what is in brackets at its end.
fn before(text: &str, words: &[Range<usize>]) -> Option<Range<usize>> {
    let range = words.first()?.start..words.last()?.end;
    let plain = &text[range.clone()];
    let range = match plain.find(" (") {
        Some(bracket) => range.start..range.start + bracket,
        None => range,
    };
    let plain = &text[range.clone()];
    let clause = |word: &Range<usize>| CLAUSE.contains(&small(text, word).as_str());
    let own = words.iter().filter(|word| word.end <= range.end);
    let simple = !plain.contains([',', ';', ':', '?', '•'])
        && own.clone().count() <= WORDS
        && !own.clone().any(clause);
    simple.then_some(range)
}

/// A speaker, or a name with a capital, right behind the verb.
fn behind(text: &str, words: &[Range<usize>]) -> Option<Range<usize>> {
    let first = words.first()?;
    let rest = &text[first.start..];
    for speaker in SPEAKERS {
        let own = rest.get(..speaker.len());
        let ends = rest[own.map_or(0, str::len)..].chars().next();
        if own.is_some_and(|own| own.to_lowercase() == *speaker)
            && !ends.is_some_and(char::is_alphanumeric)
        {
            return Some(first.start..first.start + speaker.len());
        }
    }
    let article = matches!(&text[first.clone()], "de" | "het" | "the");
    let names = &words[usize::from(article)..];
    let capital = |word: &Range<usize>| text[word.clone()].starts_with(char::is_uppercase);
    let count = names.iter().take_while(|word| capital(word)).count();
    // A comma, a bracket or the like ends a name.
    let together = |pair: &[Range<usize>]| {
        text[pair[0].end..pair[1].start]
            .chars()
            .all(char::is_whitespace)
    };
    let apart = names[..count].windows(2).position(|pair| !together(pair));
    let count = apart.map_or(count, |at| at + 1);
    let last = names[..count].last()?;
    Some(first.start..last.end)
}

/// The words of a sentence as far as it is looked at, with the hyphens and apostrophes within them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | '+') {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            words.push(start..at);
            if at > LOOKED_AT {
                return words;
            }
        }
    }
    words.extend(start.map(|start| start..text.len()));
    words
}

fn small(text: &str, word: &Range<usize>) -> String {
    text[word.clone()].to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_only_where_it_stands_there_plainly() {
        for (sentence, found) in [
            (
                "Het kabinet dankt de AIV voor het advies van 10 april 2025.",
                Some("Het kabinet"),
            ),
            (
                "Voor 2025 heeft Nederland wederom bijgedragen.",
                Some("Nederland"),
            ),
            (
                "Sinds 2018 hanteert de Rijksoverheid de aanpak.",
                Some("de Rijksoverheid"),
            ),
            (
                "In 2026 wordt de Wet open overheid herzien.",
                Some("de Wet"),
            ),
            (
                "De IOB-evaluatie van het mensenrechtenbeleid (2017–2022) heeft laten zien.",
                Some("De IOB-evaluatie van het mensenrechtenbeleid"),
            ),
            ("De posten die in 2026 sluiten, zijn bekend.", None),
            ("In 2026 wordt een wet verwacht.", None),
            ("In 2026 zal het beleid veranderen.", None),
            ("Is dat in 2026 zo?", None),
            ("Dit is in 2026 zo.", None),
            ("(2026–2030)", None),
            ("", None),
        ] {
            let told = subject_in(sentence).map(|range| &sentence[range]);
            assert_eq!(told, found, "{sentence}");
        }
    }
}
