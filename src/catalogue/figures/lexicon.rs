//! The words by which figures are known, Dutch and English, in small letters.

use super::token::Token;
use crate::letter::Date;

/// A word in small letters, as far as the lists here go; one that is too long for them is empty.
pub(super) struct Lower {
    bytes: [u8; 24],
    length: usize,
}

impl Lower {
    pub fn of(word: &str) -> Self {
        let mut bytes = [0; 24];
        let length = if word.len() <= bytes.len() {
            word.len()
        } else {
            0
        };
        bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
        bytes[..length].make_ascii_lowercase();
        Self { bytes, length }
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

/// Whether the numbers behind a word say which, and not how many.
pub(super) fn refers(lower: &str) -> bool {
    matches!(
        lower,
        "aanbeveling"
            | "aanbevelingen"
            | "aanhangsel"
            | "actielijn"
            | "afdeling"
            | "art"
            | "artikel"
            | "artikelen"
            | "begrotingsartikel"
            | "bijlage"
            | "bijlagen"
            | "blz"
            | "bladzijde"
            | "bladzijden"
            | "conclusie"
            | "conclusies"
            | "doelstelling"
            | "dossier"
            | "fase"
            | "figuur"
            | "grafiek"
            | "groep"
            | "handelingen"
            | "hoofdstuk"
            | "hoofdstukken"
            | "item"
            | "kader"
            | "kamerstuk"
            | "kamerstukken"
            | "kst"
            | "lid"
            | "motie"
            | "moties"
            | "noot"
            | "noten"
            | "nr"
            | "nrs"
            | "nummer"
            | "nummers"
            | "onderdeel"
            | "onderdelen"
            | "p"
            | "pag"
            | "pagina"
            | "paragraaf"
            | "paragrafen"
            | "par"
            | "pijler"
            | "postbus"
            | "pbeu"
            | "punt"
            | "resolutie"
            | "resoluties"
            | "richtlijn"
            | "sdg"
            | "spoor"
            | "stap"
            | "stb"
            | "stcrt"
            | "tabel"
            | "tel"
            | "telefoon"
            | "trb"
            | "variant"
            | "verordening"
            | "versie"
            | "voetnoot"
            | "vraag"
            | "vragen"
            | "zaak"
            | "zaaknummer"
            | "annex"
            | "article"
            | "articles"
            | "chapter"
            | "directive"
            | "figure"
            | "footnote"
            | "no"
            | "note"
            | "page"
            | "paragraph"
            | "phase"
            | "recommendation"
            | "recommendations"
            | "regulation"
            | "resolution"
            | "section"
            | "table"
    )
}

/// Whether a word goes on with a row of numbers.
pub(super) fn joins(lower: &str) -> bool {
    matches!(
        lower,
        "en" | "of" | "tot" | "met" | "t/m" | "and" | "or" | "to" | "jo" | "juncto" | "lid"
    )
}

/// Whether a word makes one number of it with the number behind: `5 tot 10`.
pub(super) fn to(lower: &str) -> bool {
    matches!(
        lower,
        "tot" | "à" | "a" | "of" | "t/m" | "–" | "-" | "—" | "to" | "or"
    )
}

/// A currency that stands before its number, or behind it.
pub(super) fn currency(written: &str) -> bool {
    matches!(written, "€" | "$" | "£" | "EUR" | "USD" | "GBP" | "US$")
}

/// A currency that stands behind its number.
pub(super) fn money(lower: &str) -> bool {
    matches!(
        lower,
        "€" | "eur"
            | "euro"
            | "euro’s"
            | "euro's"
            | "euros"
            | "dollar"
            | "dollars"
            | "usd"
            | "gbp"
            | "pond"
            | "pounds"
            | "gulden"
            | "cent"
    )
}

pub(super) fn percent(lower: &str) -> bool {
    matches!(
        lower,
        "%" | "‰" | "procent" | "percent" | "procentpunt" | "procentpunten" | "promille"
    )
}

/// A word that makes a number larger.
pub(super) fn multiplies(lower: &str) -> bool {
    matches!(
        lower,
        "miljoen"
            | "miljard"
            | "biljoen"
            | "duizend"
            | "honderd"
            | "mln"
            | "mld"
            | "mio"
            | "million"
            | "billion"
            | "trillion"
            | "thousand"
            | "hundred"
    )
}

/// Lengths of time.
pub(super) fn duration(lower: &str) -> bool {
    matches!(
        lower,
        "jaar"
            | "jaren"
            | "maand"
            | "maanden"
            | "week"
            | "weken"
            | "dag"
            | "dagen"
            | "werkdagen"
            | "uur"
            | "uren"
            | "minuut"
            | "minuten"
            | "kwartalen"
            | "decennia"
            | "eeuwen"
            | "kalenderjaren"
            | "begrotingsjaren"
            | "year"
            | "years"
            | "month"
            | "months"
            | "weeks"
            | "day"
            | "days"
            | "hours"
            | "decades"
    )
}

/// What is counted without a plural.
pub(super) fn unit(lower: &str) -> bool {
    matches!(
        lower,
        "keer"
            | "maal"
            | "fte"
            | "fte’s"
            | "km"
            | "kilometer"
            | "m"
            | "meter"
            | "m2"
            | "m3"
            | "hectare"
            | "ha"
            | "ton"
            | "kton"
            | "megaton"
            | "mton"
            | "kg"
            | "kilo"
            | "kilogram"
            | "liter"
            | "graad"
            | "graden"
            | "kw"
            | "mw"
            | "gw"
            | "kwh"
            | "mwh"
            | "gwh"
            | "twh"
            | "megawatt"
            | "gigawatt"
            | "man"
            | "times"
    )
}

/// Numbers in words. *Een* is none: it is an article more often than not.
pub(super) fn number(lower: &str) -> bool {
    const TENS: [&str; 8] = [
        "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
    ];
    const DIGITS: [&str; 12] = [
        "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
        "twaalf",
    ];
    let simple = matches!(
        lower,
        "één"
            | "twee"
            | "drie"
            | "vier"
            | "vijf"
            | "zes"
            | "zeven"
            | "acht"
            | "negen"
            | "tien"
            | "elf"
            | "twaalf"
            | "dertien"
            | "veertien"
            | "vijftien"
            | "zestien"
            | "zeventien"
            | "achttien"
            | "negentien"
            | "honderd"
            | "duizend"
            | "anderhalf"
            | "anderhalve"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "eleven"
            | "twelve"
            | "fifteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "hundred"
    );
    let compound = || {
        let rest = DIGITS.iter().find_map(|digit| lower.strip_prefix(digit))?;
        let tail = rest.strip_prefix("en").or_else(|| rest.strip_prefix("ën"));
        Some(matches!(rest, "honderd" | "duizend") || tail.is_some_and(|tail| TENS.contains(&tail)))
    };
    simple || TENS.contains(&lower) || compound() == Some(true)
}

/// Whether *acht* is a number behind this word, and not what somebody deems.
pub(super) fn before_eight(before: Token) -> bool {
    matches!(
        Lower::of(before.text).as_str(),
        "de" | "deze"
            | "die"
            | "alle"
            | "onze"
            | "hun"
            | "van"
            | "in"
            | "met"
            | "voor"
            | "aan"
            | "op"
            | "naar"
            | "uit"
            | "bij"
            | "over"
            | "door"
            | "om"
            | "na"
            | "binnen"
            | "zijn"
            | "nog"
            | "andere"
            | "afgelopen"
            | "komende"
            | "eerste"
            | "laatste"
            | "maximaal"
            | "minimaal"
            | "minstens"
    )
}

/// What may stand between a number and what it counts although it has no ending that says so.
pub(super) fn modifies(lower: &str) -> bool {
    let ending = ["ic", "ive", "ous", "ary", "al"];
    matches!(
        lower,
        "extra" | "new" | "main" | "key" | "other" | "different" | "meer" | "more"
    ) || lower.ends_with('e') && lower.chars().count() > 3
        || lower.chars().count() > 5 && ending.iter().any(|end| lower.ends_with(end))
}

/// Words that are neither counted nor stand before what is.
pub(super) fn is_small(lower: &str) -> bool {
    matches!(
        lower,
        "alle"
            | "alleen"
            | "alles"
            | "als"
            | "anders"
            | "beide"
            | "binnen"
            | "boven"
            | "buiten"
            | "daarvan"
            | "deels"
            | "deze"
            | "dezelfde"
            | "doen"
            | "door"
            | "eens"
            | "elke"
            | "en"
            | "gaan"
            | "geen"
            | "geven"
            | "gedurende"
            | "hebben"
            | "hierdoor"
            | "hoewel"
            | "iedere"
            | "is"
            | "jegens"
            | "komen"
            | "krijgen"
            | "kunnen"
            | "langs"
            | "laten"
            | "maken"
            | "mede"
            | "mits"
            | "moeten"
            | "mogen"
            | "namens"
            | "nemen"
            | "of"
            | "ogen"
            | "omdat"
            | "onder"
            | "over"
            | "overigens"
            | "reeds"
            | "samen"
            | "sinds"
            | "slechts"
            | "soms"
            | "staan"
            | "steeds"
            | "tegen"
            | "tenslotte"
            | "terwijl"
            | "tevens"
            | "tezamen"
            | "thans"
            | "tijdens"
            | "toen"
            | "trouwens"
            | "tussen"
            | "vallen"
            | "van"
            | "vervolgens"
            | "volgens"
            | "voor"
            | "waren"
            | "welke"
            | "werden"
            | "willen"
            | "worden"
            | "zaten"
            | "zien"
            | "zijn"
            | "zitten"
            | "zoals"
            | "zodoende"
            | "zullen"
            | "this"
            | "was"
            | "has"
            | "does"
            | "its"
            | "as"
            | "are"
            | "have"
            | "were"
            | "these"
            | "those"
            | "the"
            | "whose"
            | "since"
            | "before"
            | "one"
            | "use"
    ) || lower.ends_with("lijks")
        || lower.ends_with("waarts")
}

/// Plurals with another ending than `-en` and `-s`.
pub(super) fn is_odd_plural(lower: &str) -> bool {
    matches!(
        lower,
        "criteria" | "data" | "musea" | "media" | "quota" | "gremia" | "people" | "women" | "men"
    ) || lower.ends_with("ici")
}

/// Words that say roughly, at most or at least: how many bytes of the text they take, and whether a number
/// behind them counts although nothing is named.
pub(super) fn bound(rest: &str, lower: &str) -> Option<(usize, bool)> {
    let phrases: &[(&str, bool)] = match lower {
        "maximaal" | "minimaal" | "minstens" | "hoogstens" | "tenminste" => {
            return Some((lower.len(), true));
        }
        "ruim" | "circa" | "ongeveer" | "bijna" | "zo’n" | "zo'n" | "nearly" | "about"
        | "almost" => {
            return Some((lower.len(), false));
        }
        "ca" => &[("ca.", false)],
        "ten" => &[("ten minste", true), ("ten hoogste", true)],
        "meer" => &[("meer dan", false)],
        "minder" => &[("minder dan", false)],
        "niet" => &[("niet meer dan", true), ("niet minder dan", true)],
        "tot" => &[("tot wel", false)],
        "nog" => &[("nog geen", false)],
        "more" => &[("more than", false)],
        "less" => &[("less than", false)],
        "at" => &[("at least", true), ("at most", true)],
        "up" => &[("up to", false)],
        _ => return None,
    };
    let stands = |phrase: &str| {
        let own = rest.get(..phrase.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(phrase))
    };
    let (phrase, firm) = phrases.iter().find(|(phrase, _)| stands(phrase))?;
    Some((phrase.len(), *firm))
}

/// Whether it is a month; one that is cut short counts beside a day or a year only.
pub(super) fn month(lower: &str) -> bool {
    Date::month(lower).is_some()
        || matches!(
            lower,
            "jan"
                | "feb"
                | "mrt"
                | "apr"
                | "jun"
                | "jul"
                | "aug"
                | "sep"
                | "sept"
                | "okt"
                | "nov"
                | "dec"
        )
}

/// A part of a year, which stands before the year or the month.
pub(super) fn part_of_year(lower: &str) -> bool {
    matches!(
        lower,
        "begin"
            | "eind"
            | "einde"
            | "medio"
            | "midden"
            | "halverwege"
            | "najaar"
            | "voorjaar"
            | "zomer"
            | "herfst"
            | "winter"
            | "lente"
            | "early"
            | "late"
            | "mid"
            | "end"
            | "spring"
            | "summer"
            | "autumn"
    )
}

/// What can be the first, second, third, last of a year.
pub(super) fn share_of_year(lower: &str) -> bool {
    matches!(
        lower,
        "kwartaal" | "helft" | "halfjaar" | "trimester" | "semester" | "quarter" | "half"
    )
}

pub(super) fn ordinal(lower: &str) -> bool {
    matches!(
        lower,
        "eerste"
            | "tweede"
            | "derde"
            | "vierde"
            | "laatste"
            | "first"
            | "second"
            | "third"
            | "fourth"
            | "last"
    )
}

/// What the Chamber's year knows, and other times that need no number where they end a term.
pub(super) fn known_time(lower: &str) -> bool {
    matches!(
        lower,
        "zomerreces"
            | "kerstreces"
            | "herfstreces"
            | "meireces"
            | "voorjaarsreces"
            | "krokusreces"
            | "reces"
            | "prinsjesdag"
            | "kerst"
            | "jaarwisseling"
            | "jaareinde"
            | "zomer"
            | "recess"
    )
}
