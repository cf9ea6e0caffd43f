//! Whether a full stop ends a sentence: by the word before it, by what follows, and by how the word is
//! used elsewhere nearby.
//!
//! A list alone cannot say it. An abbreviation that is not in any list is known by its shape or by its
//! stop before a small letter elsewhere; and one that may stand at the end of a sentence (`etc.`, `jl.`)
//! ends it where a word follows that begins sentences.

/// How far a word before a stop can reach back, in bytes; what is longer is no abbreviation.
const LONGEST: usize = 24;

/// The most letters of an abbreviation that is known by its use only.
const SHORT: usize = 5;

/// How often a word is looked at elsewhere before it is left undecided.
const LOOKS: usize = 64;

/// Abbreviations that something always follows, so that they never end a sentence.
const LEADING: [&str; 130] = [
    "mw", "mevr", "dhr", "hr", "dr", "drs", "ir", "ing", "mr", "mrs", "ms", "prof", "ds", "jhr",
    "jkvr", "st", "lic", "bc", "gen", "kol", "kap", "lt", "sgt", "joh", "jac", "chr", "geb", "wed",
    "vgl", "zgn", "zg", "nl", "bv", "bijv", "bijz", "resp", "m.n", "i.h.b", "i.c", "d.w.z",
    "m.a.w", "t.a.v", "m.b.t", "i.p.v", "n.a.v", "i.v.m", "t.b.v", "d.m.v", "o.b.v", "t.o.v",
    "t.g.v", "t.w.v", "i.h.k.v", "i.s.m", "i.o.m", "i.t.t", "m.u.v", "m.i.v", "m.m.v", "m.h.o.o",
    "a.d.h.v", "u.h.v", "o.l.v", "v.w.b", "w.o", "o.a", "o.m", "o.g.v", "z.s.m", "c.q", "d.d",
    "dd", "p.o", "incl", "excl", "ca", "circa", "plm", "nr", "nrs", "no", "nos", "art", "artt",
    "par", "hfdst", "hfst", "afd", "afl", "dl", "bijl", "blz", "pag", "pp", "fig", "tab", "ed",
    "eds", "tel", "cf", "vs", "e.g", "i.e", "viz", "kst", "stb", "stcrt", "trb", "pb", "gebr",
    "evt", "prov", "sen", "plv", "ong", "ged", "vnl", "vm", "vml", "burg", "weth", "mgr", "cie",
    "bwv", "mn", "oa", "cq", "ivm", "tav", "mbt",
];

/// Abbreviations that may be the last word of a sentence.
const TRAILING: [&str; 49] = [
    "etc", "enz", "e.d", "e.a", "c.s", "jl", "ll", "a.s", "a.u.b", "s.v.p", "o.i.d", "d.a.v",
    "e.v", "m.m", "n.v.t", "i.o", "b.v", "n.v", "inc", "ltd", "corp", "co", "jr", "sr", "min",
    "max", "sec", "mln", "mld", "km", "kg", "gem", "n.chr", "v.chr", "v.d", "jan", "feb", "febr",
    "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "p.m",
];

/// Units, which something leads (`min. 10`) or follows (`5 min.`).
const UNITS: [&str; 4] = ["min", "max", "sec", "gem"];

/// Words that a capital is given at the start of a sentence only.
const STARTING: [&str; 100] = [
    "de",
    "het",
    "een",
    "dit",
    "dat",
    "deze",
    "die",
    "dan",
    "dus",
    "er",
    "in",
    "op",
    "met",
    "voor",
    "van",
    "bij",
    "om",
    "ook",
    "aan",
    "als",
    "al",
    "maar",
    "en",
    "of",
    "want",
    "toch",
    "nu",
    "na",
    "naast",
    "naar",
    "zo",
    "zij",
    "ze",
    "hij",
    "wij",
    "we",
    "ik",
    "men",
    "uit",
    "over",
    "onder",
    "door",
    "tot",
    "te",
    "ten",
    "ter",
    "tegen",
    "tijdens",
    "sinds",
    "sommige",
    "veel",
    "vele",
    "alle",
    "elk",
    "elke",
    "wel",
    "niet",
    "wat",
    "wie",
    "welke",
    "wanneer",
    "hoe",
    "hoewel",
    "omdat",
    "terwijl",
    "indien",
    "mede",
    "verder",
    "voorts",
    "tevens",
    "echter",
    "bovendien",
    "inmiddels",
    "momenteel",
    "tegelijk",
    "tegelijkertijd",
    "ons",
    "onze",
    "hun",
    "haar",
    "beide",
    "zonder",
    "zoals",
    "gezien",
    "the",
    "this",
    "these",
    "those",
    "it",
    "they",
    "on",
    "for",
    "however",
    "therefore",
    "also",
    "but",
    "and",
    "its",
    "our",
    "there",
];

/// Of those the words that are also part of names, behind an initial.
const NAME_PARTS: [&str; 14] = [
    "de", "van", "ten", "ter", "te", "in", "op", "onder", "uit", "aan", "over", "voor", "bij",
    "het",
];

/// Words that a letter or a number behind them belongs to, so that it is no initial.
const BEARING: [&str; 13] = [
    "hoofdstuk",
    "bijlage",
    "artikel",
    "titel",
    "deel",
    "groep",
    "categorie",
    "type",
    "klasse",
    "fase",
    "annex",
    "optie",
    "vitamine",
];

/// Words behind which an abbreviation in small letters is a noun: `het mkb`.
const ARTICLES: [&str; 9] = [
    "de", "het", "een", "dit", "deze", "ons", "onze", "hun", "geen",
];

/// What the word before a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// A word, or nothing: the stop ends a sentence.
    Word,
    /// An abbreviation that something follows.
    Leading,
    /// An abbreviation that may be the last word.
    Trailing,
    /// Initials.
    Initials,
    /// The number of a point in a list.
    Point,
    /// Another short number.
    Number,
}

/// Whether the stop behind `before` ends a sentence where `next` follows, which starts with a capital or a
/// digit, or with marks that open something. `elsewhere` is what the word is looked for in.
pub(super) fn ends<'a>(before: &str, next: &str, elsewhere: impl Iterator<Item = &'a str>) -> bool {
    let next = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let digit = next.starts_with(|c: char| c.is_ascii_digit());
    let first = next.split(|c: char| !c.is_alphabetic()).next();
    let first = first.unwrap_or_default().to_lowercase();
    let pair = ["daar", "hier", "waar"];
    let starts = STARTING.contains(&&*first) || pair.iter().any(|pair| first.starts_with(pair));
    match kind(before, elsewhere) {
        Before::Word => true,
        Before::Leading | Before::Point => false,
        Before::Trailing => starts,
        Before::Initials => starts && !NAME_PARTS.contains(&&*first),
        Before::Number => !digit,
    }
}

fn kind<'a>(before: &str, elsewhere: impl Iterator<Item = &'a str>) -> Before {
    let Some((word, rest)) = last_word(before) else {
        return Before::Word;
    };
    if word.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return number(word, rest);
    }
    let previous = last_word(rest.trim_end()).map(|(word, _)| word.to_lowercase());
    let previous = previous.as_deref().unwrap_or_default();
    let small = word.to_lowercase();
    let capitals = word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let counted = previous.ends_with(|c: char| c.is_ascii_digit()) || previous == "per";
    if UNITS.contains(&&*small) && !capitals {
        return if counted {
            Before::Trailing
        } else {
            Before::Leading
        };
    }
    if is_one_letter(word) || capitals && word.contains('.') {
        return match (TRAILING.contains(&&*small), BEARING.contains(&previous)) {
            (_, true) => Before::Word,
            (true, _) => Before::Trailing,
            _ if capitals => Before::Initials,
            _ => Before::Trailing,
        };
    }
    if capitals {
        return Before::Word;
    }
    // Months are cut in small letters; with a capital they are names of people.
    if TRAILING.contains(&&*small) && word != "Jan" {
        return Before::Trailing;
    }
    if LEADING.contains(&&*small) {
        return Before::Leading;
    }
    if word.contains('.') {
        return dotted(word);
    }
    if word.chars().count() > SHORT || !word.chars().all(char::is_alphabetic) {
        return Before::Word;
    }
    match used(word, elsewhere) {
        Some(kind) => kind,
        None if has_vowel(&small) || ARTICLES.contains(&previous) => Before::Word,
        None => Before::Trailing,
    }
}

/// A number before a stop: a year, the number of a point in a list where a sentence has ended before it or
/// nothing stands there, or another.
fn number(word: &str, rest: &str) -> Before {
    let rest = rest.trim_end();
    let stop = rest.strip_suffix(['.', '!', '?', ':', ';']);
    let after_sentence = stop.is_some_and(|before| {
        last_word(before).is_none_or(|(word, _)| {
            let small = word.to_lowercase();
            let known = LEADING.contains(&&*small) || TRAILING.contains(&&*small);
            !(known || is_one_letter(word))
        })
    });
    match word.len() {
        4.. if !word.contains('.') => Before::Word,
        _ if rest.is_empty() || after_sentence => Before::Point,
        _ => Before::Number,
    }
}

/// A word with stops in it: `i.g.v` is an abbreviation, `tweedekamer.nl` is none.
fn dotted(word: &str) -> Before {
    let short = |part: &str| part.chars().count() <= 3 && part.chars().all(char::is_alphabetic);
    if word.split('.').all(short) {
        Before::Trailing
    } else {
        Before::Word
    }
}

/// How a word is used elsewhere: without a stop it is a word, with one before a small letter or another
/// mark it is cut.
fn used<'a>(word: &str, elsewhere: impl Iterator<Item = &'a str>) -> Option<Before> {
    let mut found = None;
    let places = elsewhere.flat_map(|text| {
        let places = text.match_indices(word);
        places.map(move |(at, _)| (&text[..at], &text[at + word.len()..]))
    });
    for (before, behind) in places.take(LOOKS) {
        if before.ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphanumeric) {
            continue;
        }
        let Some(rest) = behind.strip_prefix('.') else {
            return Some(Before::Word);
        };
        let rest = rest.trim_start_matches(' ');
        let goes_on = |c: char| c.is_lowercase() || ",;:".contains(c);
        if rest.starts_with(goes_on) {
            found = Some(Before::Trailing);
        }
    }
    found
}

/// The last word of a text and what stands before it; none where it ends with no word, or a long one.
fn last_word(text: &str) -> Option<(&str, &str)> {
    let near = text.len().saturating_sub(LONGEST);
    let near = (near..=text.len()).find(|&byte| text.is_char_boundary(byte))?;
    let apart = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '’' | '\''));
    let start = match text[near..].char_indices().rev().find(|&(_, c)| apart(c)) {
        Some((at, c)) => near + at + c.len_utf8(),
        None if near == 0 => 0,
        None => return None,
    };
    let word = text[start..].trim_start_matches(['.', '’', '\'']);
    (!word.is_empty() && !word.ends_with('.')).then(|| (word, &text[..start]))
}

fn is_one_letter(word: &str) -> bool {
    word.chars().count() == 1
}

fn has_vowel(small: &str) -> bool {
    let vowels = "aeiouyäëïöüáéíóúàèìòùâêîôû";
    small
        .chars()
        .any(|c| vowels.contains(c) || !c.is_alphabetic())
}
