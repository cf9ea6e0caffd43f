//! The words by which figures are known, Dutch and English, in small letters.

use super::token::Token;
use crate::letter::Date;

#[rustfmt::skip]
const REFERENCES: [&str; 89] = [
    "aanbeveling", "aanbevelingen", "aanhangsel", "actielijn", "afdeling", "annex", "art",
    "article", "articles", "artikel", "artikelen", "begrotingsartikel", "bijlage", "bijlagen",
    "bladzijde", "bladzijden", "blz", "chapter", "conclusie", "conclusies", "directive",
    "doelstelling", "dossier", "fase", "figure", "figuur", "footnote", "grafiek", "groep",
    "handelingen", "hoofdstuk", "hoofdstukken", "item", "kader", "kamerstuk", "kamerstukken", "kst",
    "lid", "motie", "moties", "no", "noot", "note", "noten", "nr", "nrs", "nummer", "nummers",
    "onderdeel", "onderdelen", "p", "pag", "page", "pagina", "par", "paragraaf", "paragrafen",
    "paragraph", "pbeu", "phase", "pijler", "postbus", "punt", "recommendation", "recommendations",
    "regulation", "resolutie", "resoluties", "resolution", "richtlijn", "sdg", "section", "spoor",
    "stap", "stb", "stcrt", "tabel", "table", "tel", "telefoon", "trb", "variant", "verordening",
    "versie", "voetnoot", "vraag", "vragen", "zaak", "zaaknummer",
];
const JOINING: [&str; 11] = [
    "and", "en", "jo", "juncto", "lid", "met", "of", "or", "t/m", "to", "tot",
];
const TO: [&str; 10] = ["-", "a", "of", "or", "t/m", "to", "tot", "à", "–", "—"];
const CURRENCIES: [&str; 7] = ["$", "EUR", "GBP", "US$", "USD", "£", "€"];
const MONEY: [&str; 14] = [
    "cent", "dollar", "dollars", "eur", "euro", "euro's", "euros", "euro’s", "gbp", "gulden",
    "pond", "pounds", "usd", "€",
];
#[rustfmt::skip]
const PERCENT: [&str; 7] = [
    "%", "percent", "procent", "procentpunt", "procentpunten", "promille", "‰",
];
const MULTIPLES: [&str; 14] = [
    "biljoen", "billion", "duizend", "honderd", "hundred", "miljard", "miljoen", "million", "mio",
    "mld", "mln", "mrd", "thousand", "trillion",
];
#[rustfmt::skip]
const DURATIONS: [&str; 27] = [
    "begrotingsjaren", "dag", "dagen", "day", "days", "decades", "decennia", "eeuwen", "hours",
    "jaar", "jaren", "kalenderjaren", "kwartalen", "maand", "maanden", "minuten", "minuut", "month",
    "months", "uren", "uur", "week", "weeks", "weken", "werkdagen", "year", "years",
];
#[rustfmt::skip]
const UNITS: [&str; 33] = [
    "fte", "fte’s", "gigawatt", "graad", "graden", "gw", "gwh", "ha", "hectare", "keer", "kg",
    "kilo", "kilogram", "kilometer", "km", "kton", "kw", "kwh", "liter", "m", "m2", "m3", "maal",
    "man", "megaton", "megawatt", "meter", "mton", "mw", "mwh", "times", "ton", "twh",
];
#[rustfmt::skip]
const NUMBERS: [&str; 40] = [
    "acht", "achttien", "anderhalf", "anderhalve", "dertien", "drie", "duizend", "eight", "eleven",
    "elf", "eén", "fifteen", "fifty", "five", "forty", "four", "honderd", "hundred", "negen",
    "negentien", "nine", "seven", "six", "thirty", "three", "tien", "twaalf", "twee", "twelve",
    "twenty", "two", "veertien", "vier", "vijf", "vijftien", "zes", "zestien", "zeven", "zeventien",
    "één",
];
#[rustfmt::skip]
const BEFORE_EIGHT: [&str; 30] = [
    "aan", "afgelopen", "alle", "andere", "bij", "binnen", "de", "deze", "die", "door", "eerste",
    "hun", "in", "komende", "laatste", "maximaal", "met", "minimaal", "minstens", "na", "naar",
    "nog", "om", "onze", "op", "over", "uit", "van", "voor", "zijn",
];
#[rustfmt::skip]
const SMALL: [&str; 97] = [
    "alle", "alleen", "alles", "als", "anders", "are", "as", "before", "beide", "binnen", "boven",
    "buiten", "daarvan", "deels", "deze", "dezelfde", "doen", "does", "door", "eens", "elke", "en",
    "gaan", "gedurende", "geen", "geven", "has", "have", "hebben", "hierdoor", "hoewel", "iedere",
    "is", "its", "jegens", "komen", "krijgen", "kunnen", "langs", "laten", "maken", "mede", "mits",
    "moeten", "mogen", "namens", "nemen", "of", "ogen", "omdat", "onder", "one", "over",
    "overigens", "reeds", "samen", "since", "sinds", "slechts", "soms", "staan", "steeds", "tegen",
    "tenslotte", "terwijl", "tevens", "tezamen", "thans", "the", "these", "this", "those",
    "tijdens", "toen", "trouwens", "tussen", "use", "vallen", "van", "vervolgens", "volgens",
    "voor", "waren", "was", "welke", "werden", "were", "whose", "willen", "worden", "zaten", "zien",
    "zijn", "zitten", "zoals", "zodoende", "zullen",
];
const ODD_PLURALS: [&str; 9] = [
    "criteria", "data", "gremia", "media", "men", "musea", "people", "quota", "women",
];
const SHORT_MONTHS: [&str; 12] = [
    "apr", "aug", "dec", "feb", "jan", "jul", "jun", "mrt", "nov", "okt", "sep", "sept",
];
#[rustfmt::skip]
const PARTS_OF_YEAR: [&str; 19] = [
    "autumn", "begin", "early", "eind", "einde", "end", "halverwege", "herfst", "late", "lente",
    "medio", "mid", "midden", "najaar", "spring", "summer", "voorjaar", "winter", "zomer",
];
#[rustfmt::skip]
const SHARES_OF_YEAR: [&str; 7] = [
    "half", "halfjaar", "helft", "kwartaal", "quarter", "semester", "trimester",
];
const ORDINALS: [&str; 10] = [
    "derde", "eerste", "first", "fourth", "laatste", "last", "second", "third", "tweede", "vierde",
];
#[rustfmt::skip]
const HIGH_ORDINALS: [&str; 30] = [
    "achtste", "achttiende", "dertiende", "dertigste", "eighth", "elfde", "fifth", "fourth",
    "honderdste", "negende", "negentiende", "ninth", "seventh", "sixth", "tenth", "tiende",
    "twaalfde", "twintigste", "veertiende", "veertigste", "vierde", "vijfde", "vijftiende",
    "vijftigste", "zesde", "zestiende", "zestigste", "zevende", "zeventiende", "zeventigste",
];
const COMMON_ORDINALS: [&str; 7] = [
    "derde", "eerste", "first", "laatste", "second", "third", "tweede",
];
#[rustfmt::skip]
const ORDERED: [&str; 20] = [
    "aanbeveling", "doel", "doelstelling", "fase", "goal", "hoofdlijn", "lijn", "maatregel",
    "phase", "pijler", "pillar", "prioriteit", "priority", "recommendation", "richtsnoer", "ronde",
    "spoor", "stap", "step", "thema",
];
#[rustfmt::skip]
const PARTS_OF_A_TEXT: [&str; 21] = [
    "alinea", "artikel", "begon", "bijlage", "blijft", "duurt", "geldt", "heeft", "hoofdstuk",
    "komt", "lid", "loopt", "moet", "onderdeel", "paragraaf", "staat", "volgt", "volzin", "vormt",
    "werd", "wordt",
];
#[rustfmt::skip]
const DETERMINERS: [&str; 16] = [
    "alle", "de", "deze", "die", "dit", "een", "haar", "het", "hun", "onze", "our", "the", "their",
    "these", "those", "zijn",
];
#[rustfmt::skip]
const KNOWN_TIMES: [&str; 13] = [
    "herfstreces", "jaareinde", "jaarwisseling", "kerst", "kerstreces", "krokusreces", "meireces",
    "prinsjesdag", "reces", "recess", "voorjaarsreces", "zomer", "zomerreces",
];

/// Whether a list, which is in the order of its bytes, holds a word.
fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// A word in small letters, as far as the lists here go; one that is too long for them is empty.
pub(super) struct Lower {
    bytes: [u8; 32],
    length: usize,
}

impl Lower {
    pub fn of(word: &str) -> Self {
        let mut bytes = [0; 32];
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
    has(&REFERENCES, lower) || lower.ends_with("resolutie") || lower.ends_with("resoluties")
}

/// Whether a word goes on with a row of numbers.
pub(super) fn joins(lower: &str) -> bool {
    has(&JOINING, lower)
}

/// Whether a word makes one number of it with the number behind: `5 tot 10`.
pub(super) fn to(lower: &str) -> bool {
    has(&TO, lower)
}

/// A currency that stands before its number, or behind it.
pub(super) fn currency(written: &str) -> bool {
    has(&CURRENCIES, written)
}

/// A currency that stands behind its number.
pub(super) fn money(lower: &str) -> bool {
    has(&MONEY, lower)
}

pub(super) fn percent(lower: &str) -> bool {
    has(&PERCENT, lower)
}

/// A word that makes a number larger.
pub(super) fn multiplies(lower: &str) -> bool {
    has(&MULTIPLES, lower)
}

/// Lengths of time.
pub(super) fn duration(lower: &str) -> bool {
    has(&DURATIONS, lower)
}

/// What is counted without a plural.
pub(super) fn unit(lower: &str) -> bool {
    has(&UNITS, lower)
}

/// *Eén*, at the start of a sentence or not.
pub(super) fn one(lower: &str) -> bool {
    matches!(lower, "één" | "eén")
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
    let simple = has(&NUMBERS, lower);
    let compound = || {
        let rest = DIGITS.iter().find_map(|digit| lower.strip_prefix(digit))?;
        let tail = rest.strip_prefix("en").or_else(|| rest.strip_prefix("ën"));
        Some(matches!(rest, "honderd" | "duizend") || tail.is_some_and(|tail| TENS.contains(&tail)))
    };
    simple || TENS.contains(&lower) || compound() == Some(true)
}

/// Whether *acht* is a number behind this word, and not what somebody deems.
pub(super) fn before_eight(before: Token) -> bool {
    has(&BEFORE_EIGHT, Lower::of(before.text).as_str())
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
    has(&SMALL, lower) || lower.ends_with("lijks") || lower.ends_with("waarts")
}

/// Plurals with another ending than `-en` and `-s`.
pub(super) fn is_odd_plural(lower: &str) -> bool {
    has(&ODD_PLURALS, lower) || lower.ends_with("ici")
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
    Date::month(lower).is_some() || has(&SHORT_MONTHS, lower)
}

/// A part of a year, which stands before the year or the month.
pub(super) fn part_of_year(lower: &str) -> bool {
    has(&PARTS_OF_YEAR, lower)
}

/// What can be the first, second, third, last of a year.
pub(super) fn share_of_year(lower: &str) -> bool {
    has(&SHARES_OF_YEAR, lower)
}

pub(super) fn ordinal(lower: &str) -> bool {
    has(&ORDINALS, lower)
}

/// From *vierde* on.
pub(super) fn high_ordinal(lower: &str) -> bool {
    has(&HIGH_ORDINALS, lower)
}

/// *Eerste* to *derde*, and *laatste*.
pub(super) fn common_ordinal(lower: &str) -> bool {
    has(&COMMON_ORDINALS, lower)
}

/// What is put in an order.
pub(super) fn is_ordered(lower: &str) -> bool {
    has(&ORDERED, lower)
}

/// What of a text is counted to refer to it, and verbs that stand behind what is counted.
pub(super) fn part_of_a_text(lower: &str) -> bool {
    has(&PARTS_OF_A_TEXT, lower)
}

/// Words before a noun that say which.
pub(super) fn determines(word: &str) -> bool {
    has(&DETERMINERS, word)
}

/// What the Chamber's year knows, and other times that need no number where they end a term.
pub(super) fn known_time(lower: &str) -> bool {
    has(&KNOWN_TIMES, lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for list in [
            &REFERENCES[..],
            &JOINING[..],
            &TO[..],
            &CURRENCIES[..],
            &MONEY[..],
            &PERCENT[..],
            &MULTIPLES[..],
            &DURATIONS[..],
            &UNITS[..],
            &NUMBERS[..],
            &BEFORE_EIGHT[..],
            &SMALL[..],
            &ODD_PLURALS[..],
            &SHORT_MONTHS[..],
            &PARTS_OF_YEAR[..],
            &SHARES_OF_YEAR[..],
            &ORDINALS[..],
            &KNOWN_TIMES[..],
            &HIGH_ORDINALS[..],
            &COMMON_ORDINALS[..],
            &ORDERED[..],
            &PARTS_OF_A_TEXT[..],
            &DETERMINERS[..],
        ] {
            assert!(list.is_sorted_by(|one, other| one < other), "{list:?}");
        }
    }
}
