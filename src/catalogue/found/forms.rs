//! Names by their form: acts with their abbreviation in brackets, titles in quotation marks behind what they are titles
//! of, and words that a hyphen joins to whose they are.

use crate::catalogue::Kind;

/// What an act starts with.
const ACTS: [&str; 8] = [
    "Wet ",
    "Rijkswet ",
    "Algemene wet ",
    "Uitvoeringswet ",
    "Wetboek ",
    "Besluit ",
    "Regeling ",
    "Beleidsregel ",
];

/// So many bytes before its abbreviation an act may start.
const REACH: usize = 140;

/// What stands before the title of a paper.
const PAPERS: [&str; 12] = [
    "rapport",
    "advies",
    "nota",
    "beleidsnota",
    "notitie",
    "strategie",
    "programma",
    "actieplan",
    "handreiking",
    "visie",
    "verkenning",
    "publicatie",
];

/// What a title stands between.
const MARKS: [(char, char); 4] = [('‘', '’'), ('«', '»'), ('“', '”'), ('"', '"')];

/// The longest title, in bytes.
const TITLE: usize = 120;

/// What a hyphen joins to the name of who led it.
const LED: [&str; 7] = [
    "commissie",
    "staatscommissie",
    "adviescommissie",
    "evaluatiecommissie",
    "onderzoekscommissie",
    "werkgroep",
    "taskforce",
];

/// What a hyphen joins to whose it is.
const JOINED: [&str; 5] = ["verdrag", "handvest", "akkoord", "protocol", "verklaring"];

/// A name, its abbreviation where it has one, and what it is.
pub(super) type Name = (String, Option<String>, Kind);

/// Acts with their abbreviation behind them: `Wet op het bevolkingsonderzoek (Wbo)`.
pub(super) fn acts(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(" (") {
        let inner = &text[at + 2..];
        let Some(short) = inner.find(')').map(|end| &inner[..end]) else {
            break;
        };
        let mut from = at.saturating_sub(REACH);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = &text[from..at];
        let free = |start: usize| !before[..start].ends_with(char::is_alphanumeric);
        let starts = ACTS
            .iter()
            .filter_map(|act| before.rfind(act))
            .filter(|start| free(*start));
        let Some(name) = starts.max().map(|start| &before[start..]) else {
            continue;
        };
        if fits(short, name) {
            found.push((name.to_owned(), Some(short.to_owned()), Kind::Instrument));
        }
    }
    found
}

/// Whether an abbreviation can be that of an act: its letters stand in it in their order, the first of both the same.
fn fits(short: &str, name: &str) -> bool {
    let own = short.strip_prefix("Wet ");
    let rest = own.and_then(|_| name.split_once(' ')).map(|(_, rest)| rest);
    let (own, name) = (own.unwrap_or(short), rest.unwrap_or(name));
    let plain = own.chars().all(|c| c.is_alphabetic() || c == '-');
    if !plain || !(2..=12).contains(&own.len()) || !own.starts_with(char::is_uppercase) {
        return false;
    }
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    let first = own.to_lowercase().chars().next();
    let all = own
        .to_lowercase()
        .chars()
        .filter(|c| *c != '-')
        .all(|own| letters.any(|c| c == own));
    let whole = !name.contains(['.', ';', ':', '(']) && name.contains(' ');
    all && whole && lower.chars().next() == first
}

/// Titles in quotation marks behind what they are titles of: `het rapport ‘Elke regio telt!’`.
pub(super) fn titles(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    for (open, close) in MARKS {
        for (at, _) in text.match_indices(open) {
            let of = text[..at].strip_suffix(' ').unwrap_or_default();
            let word = of.rsplit([' ', '(', '-']).next().unwrap_or_default();
            if !PAPERS.contains(&word.to_lowercase().as_str()) {
                continue;
            }
            let inner = &text[at + open.len_utf8()..];
            let Some(title) = inner.find(close).map(|end| &inner[..end]) else {
                continue;
            };
            let title = title.trim_end_matches([',', '.']);
            let starts = title.starts_with(char::is_uppercase);
            if starts && title.len() < TITLE && title.contains(' ') {
                found.push((title.to_owned(), None, Kind::Instrument));
            }
        }
    }
    found
}

/// Words that a hyphen joins to whose they are: `VN-Vrouwenverdrag`, `commissie-Borstlap`.
pub(super) fn joined(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        let opened = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let bare = opened.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some((first, rest)) = bare.split_once('-') else {
            continue;
        };
        if !rest.starts_with(char::is_uppercase) || !rest.chars().all(char::is_alphabetic) {
            continue;
        }
        let of_whom =
            (2..6).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_uppercase());
        if of_whom
            && JOINED
                .iter()
                .any(|kind| rest.ends_with(kind) && rest.len() > kind.len())
        {
            found.push((bare.to_owned(), None, Kind::Instrument));
        } else if LED.contains(&first.to_lowercase().as_str()) && rest.len() > 1 {
            let from = start + word.len() - opened.len();
            let length = led_by(&text[from..], bare.len());
            found.push((
                text[from..from + length].to_owned(),
                None,
                Kind::Organisation,
            ));
        }
    }
    found
}

/// How many bytes the name of who led something takes that starts a text: `commissie-Van der Staaij`.
fn led_by(text: &str, first: usize) -> usize {
    let mut length = first;
    let whole = |words: &str| {
        words.rsplit(['-', ' ']).next().is_some_and(|last| {
            !matches!(last, "Van" | "De" | "Den" | "Ter" | "der" | "den" | "de")
        })
    };
    while !whole(&text[..length])
        && let Some(rest) = text[length..].strip_prefix(' ')
    {
        let word = rest
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        if word.is_empty() {
            break;
        }
        length += 1 + word.len();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(names: Vec<Name>) -> Vec<String> {
        let one = |(name, short, _): Name| {
            short.map_or(name.clone(), |short| format!("{name} ({short})"))
        };
        names.into_iter().map(one).collect()
    }

    #[test]
    fn acts_with_their_abbreviations() {
        for own in [
            "Wet toelating terbeschikkingstelling van arbeidskrachten (Wtta)",
            "Wet op het bevolkingsonderzoek (Wbo)",
            "Besluit bouwwerken leefomgeving (Bbl)",
            "Wet structuur uitvoering werk en inkomen (Wet SUWI)",
            "Wet kwaliteit, klachten en geschillen zorg (Wkkgz)",
            "Algemene wet bestuursrecht (Awb)",
            "Regeling agressieve dieren (RAD)",
        ] {
            assert_eq!(written(acts(&format!("Zo regelt de {own} dat al."))), [own]);
        }
        for text in [
            "De Wet zegt dit (zie bijlage) en dat.",
            "De Wet op de brieven (VWS) zegt dit.",
            "Het Besluit is genomen. De raad (Bbl) volgt.",
            "De Wet openbaarheid (2005) geldt.",
            "Een besluit over het (BLO) volgt.",
        ] {
            assert_eq!(written(acts(text)), [""; 0], "{text}");
        }
    }

    #[test]
    fn titles_behind_what_they_are_titles_of() {
        for (text, expected) in [
            (
                "Het rapport ‘Elke regio telt!’ zegt dit.",
                &["Elke regio telt!"][..],
            ),
            (
                "In het ROB-advies «Gezag herwinnen», en in de nota “Zin in brieven”.",
                &["Gezag herwinnen", "Zin in brieven"],
            ),
            ("Het rapport ‘kort’ en het begrip ‘Elke regio’.", &[]),
            ("De raad noemt dit ‘Een probleem van iedereen’.", &[]),
        ] {
            assert_eq!(written(titles(text)), expected, "{text}");
        }
    }

    #[test]
    fn words_joined_to_whose_they_are() {
        for (text, expected) in [
            (
                "Het VN-Vrouwenverdrag geldt, en de commissie-Borstlap.",
                &["VN-Vrouwenverdrag", "commissie-Borstlap"][..],
            ),
            (
                "(Staatscommissie-Van der Staaij), de werkgroep-De Jong.",
                &["Staatscommissie-Van der Staaij", "werkgroep-De Jong"],
            ),
            (
                "EU-lidstaten, VN-verdragen, de Noord-Hollandse commissie-vergadering, VN-Gezant.",
                &[],
            ),
        ] {
            assert_eq!(written(joined(text)), expected, "{text}");
        }
    }
}
