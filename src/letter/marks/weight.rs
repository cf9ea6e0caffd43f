//! What digits weigh as a note mark, by what they are glued to and by what follows.
//!
//! Digits glued to a word, to a sign that closes something or to a year are a mark more often than not. Where the
//! word before them holds a number of its own, they are parted: `D662` is D66 with a mark, `2024/252` a session,
//! `10.0003` an amount. A name that is known whole (`CO2`, `MH17`) holds no mark.

use super::Found;
use std::ops::Range;

/// The highest number of a note.
const HIGHEST: u32 = 9999;

/// The most digits that a mark and a number before it have together.
const LONGEST: usize = 7;

/// So many bytes before a mark are looked at.
const TAIL: usize = 80;

/// A mark behind the word of an amount, which no digit belongs to.
pub(super) const CERTAIN: i32 = 30;

/// A mark behind a quote sign, a bracket or the sign that ends a sentence.
pub(super) const SURE: i32 = 20;

/// One behind a letter, or behind a year.
pub(super) const LIKELY: i32 = 18;

/// One behind capitals or in a number of another kind, where it is as often part of a name.
pub(super) const DOUBTFUL: i32 = 4;

/// Words that make an amount of the number before them.
const AMOUNTS: [&str; 9] = [
    "miljoen", "miljard", "duizend", "euro", "procent", "mln", "mld", "biljoen", "promille",
];

/// Words that a number of their own may be glued to.
const COUNTED: [&str; 21] = [
    "bijlage",
    "tabel",
    "figuur",
    "lid",
    "artikel",
    "fase",
    "deel",
    "versie",
    "optie",
    "spoor",
    "variant",
    "scenario",
    "groep",
    "niveau",
    "stap",
    "pijler",
    "punt",
    "vraag",
    "hoofdstuk",
    "paragraaf",
    "categorie",
];

/// Abbreviations that a number follows on.
const SHORT: [&str; 21] = [
    "nr", "nrs", "art", "artt", "blz", "pag", "p", "pp", "par", "hfst", "v", "W", "vol", "no",
    "tel", "fig", "tab", "dd", "d.d", "max", "min",
];

/// Letters and the number that makes a name with them.
const NAMES: [(&str, &[&str]); 23] = [
    ("CO", &["2"]),
    ("NO", &["2"]),
    ("SO", &["2"]),
    ("PM", &["2", "10"]),
    ("CH", &["4"]),
    ("TO", &["2"]),
    ("MH", &["17"]),
    ("CS", &["3"]),
    ("D", &["66"]),
    ("NIS", &["2"]),
    ("COVID", &["19"]),
    ("WSIS", &["20"]),
    ("CoV", &["2"]),
    ("G", &["7", "20", "77"]),
    ("F", &["16", "35"]),
    ("C", &["40"]),
    ("Q", &["1", "2", "3", "4"]),
    ("m", &["2", "3"]),
    ("km", &["2", "3"]),
    ("cm", &["2", "3"]),
    ("mm", &["2", "3"]),
    ("dm", &["2", "3"]),
    ("KST", &[]),
];

/// What can be a mark in a run of digits, and its weight. `near` says that another mark stands right before.
pub(super) fn candidates(
    text: &str,
    run: Range<usize>,
    near: bool,
    mut take: impl FnMut(Found, i32),
) {
    let (before, after) = (&text[..run.start], &text[run.end..]);
    let digits = &text[run.clone()];
    let mut found = |range: Range<usize>, digits: &str, worth| {
        let number = digits
            .parse()
            .ok()
            .filter(|number| (1..=HIGHEST).contains(number));
        if let Some(number) = number.filter(|_| !digits.starts_with('0')) {
            take(Found { range, number }, worth);
        }
    };
    if let Some((opens, worth)) = bracketed(before, after) {
        found(opens..run.end + 1, digits, worth);
        return;
    }
    if !free(after) {
        return;
    }
    // Of two side by side the space between goes too.
    if near && before.ends_with(' ') {
        found(run.start - 1..run.end, digits, SURE);
        return;
    }
    if near && before.ends_with('\n') {
        let space = usize::from(after.starts_with(' '));
        found(run.start..run.end + space, digits, SURE);
        return;
    }
    if digits.len() > LONGEST {
        return;
    }
    let before = tail(before);
    for own in 0..digits.len() {
        if let Some(worth) = weigh(before, &digits[..own], &digits[own..]) {
            found(run.start + own..run.end, &digits[own..], worth);
        }
    }
}

/// As much of the words before a mark as tells what it weighs.
pub(super) fn tail(before: &str) -> &str {
    let mut start = before.len().saturating_sub(TAIL);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    &before[start..]
}

/// What a mark weighs that stands behind these words and digits of their own; none where it can be no mark.
pub(super) fn weigh(before: &str, own: &str, mark: &str) -> Option<i32> {
    if own.len() + mark.len() > LONGEST || named(before, own, mark) {
        return None;
    }
    if own.is_empty() {
        return glued(before);
    }
    if own.len() == 4 && is_year(own) && apart(before) {
        return Some(LIKELY);
    }
    if own.len() == 2 && ends_a_session(before, own) {
        return Some(LIKELY);
    }
    if own.len() == 3
        && let Some(priced) = thousands(before)
    {
        return Some(if priced { LIKELY } else { DOUBTFUL });
    }
    if named(before, own, "") {
        return Some(LIKELY);
    }
    // `NIS24`: the second NIS directive, and the fourth mark.
    let letters = word(before);
    let capitals = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    (capitals && own.len() == 1).then_some(DOUBTFUL)
}

/// Where a mark in brackets starts, and what it weighs: `[1]`, `<1>`, `[^1]` behind a word.
fn bracketed(before: &str, after: &str) -> Option<(usize, i32)> {
    let kinds = [("[^", ']'), ("[", ']'), ("<", '>'), ("(", ')')];
    let opens = kinds.iter().find_map(|(open, close)| {
        let behind = before.strip_suffix(open)?;
        after.starts_with(*close).then_some(behind)
    })?;
    let is_round = after.starts_with(')');
    if opens.ends_with(|c: char| !c.is_whitespace()) {
        // Behind a letter round brackets are a part of the word: `lid(1)`.
        let is_word = is_round && opens.ends_with(char::is_alphanumeric);
        return Some((opens.len(), if is_word { DOUBTFUL } else { SURE }));
    }
    if is_round {
        return None;
    }
    // A blank may stand between; what starts a line is the text of a note.
    let word = opens.strip_suffix(' ')?;
    word.ends_with(|c: char| !c.is_whitespace() && !matches!(c, ']' | '['))
        .then_some((word.len(), DOUBTFUL))
}

/// Whether digits, in two parts, and the letters before them are a name that is known: `CO2`, `F-16`.
fn named(before: &str, digits: &str, further: &str) -> bool {
    let letters = before.trim_end_matches(['-', '+', '‑']);
    let own = letters
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let is_unit = own.starts_with(char::is_lowercase);
    let mut names = NAMES.iter().filter(|(name, _)| *name == own);
    names.any(|(_, numbers)| {
        let mut numbers_of = numbers.iter();
        let whole = numbers_of.any(|number| number.strip_prefix(digits) == Some(further));
        whole && (!is_unit || letters.len() == before.len()) || numbers.is_empty()
    })
}

/// The letters and digits that words end with.
fn word(before: &str) -> &str {
    before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

fn is_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

/// Whether a number stands by itself, or as the second of two.
fn apart(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_none_or(|c| c.is_whitespace() || "(–-/‘’'«“\"".contains(c))
}

/// Whether two digits end the years of a session behind these words: `2024/` and 25.
fn ends_a_session(before: &str, own: &str) -> bool {
    let Some(years) = before.strip_suffix(['/', '-', '–']) else {
        return false;
    };
    let Some(first) = years.get(years.len().saturating_sub(4)..) else {
        return false;
    };
    let count = |digits: &str| digits.parse::<u32>().ok();
    let next = count(first).map(|year| (year + 1) % 100);
    first.len() == 4 && is_year(first) && next == count(own)
}

/// Whether three digits behind these words end a number with signs between its thousands, and then whether it is a
/// sum of money.
fn thousands(before: &str) -> Option<bool> {
    let mut groups = before.strip_suffix('.')?;
    while let Some((rest, group)) = groups.rsplit_once('.')
        && group.len() == 3
        && group.bytes().all(|byte| byte.is_ascii_digit())
    {
        groups = rest;
    }
    let rest = groups.trim_end_matches(|c: char| c.is_ascii_digit());
    let first = groups.len() - rest.len();
    let priced = rest.trim_end().ends_with(['€', '$', '£']);
    ((1..=3).contains(&first) && rest.ends_with(|c: char| c.is_whitespace() || "€$£(".contains(c)))
        .then_some(priced)
}

/// What a mark weighs that is glued to these words, if it can be one.
fn glued(before: &str) -> Option<i32> {
    let mut back = before.chars().rev();
    let last = back.next()?;
    match last {
        '’' | '\'' | '"' | '”' => closes(before, last).then_some(SURE),
        '»' | ')' | '?' | '!' | '%' | '…' | ']' | '}' | '›' => Some(SURE),
        '‰' | '°' | '™' | '®' | '©' | '²' | '³' | '″' => Some(LIKELY),
        '.' | ',' | ';' | ':' => behind_stop(&before[..before.len() - 1], last),
        _ if last.is_lowercase() => {
            let word = word(before);
            if AMOUNTS.contains(&word) {
                return Some(CERTAIN);
            }
            let named = word.chars().count() < 2 || word.chars().any(|c| c.is_ascii_digit());
            let counted = COUNTED.contains(&word);
            Some(if named || counted { DOUBTFUL } else { LIKELY })
        }
        _ if last.is_uppercase() => {
            let word = word(before);
            if word.chars().nth(1).is_some() {
                return Some(DOUBTFUL);
            }
            let degrees = before[..before.len() - last.len_utf8()].ends_with('°');
            degrees.then_some(LIKELY)
        }
        _ => None,
    }
}

/// Whether a quote sign that words end with closes what is quoted; the one before a year is none: `’24`.
fn closes(before: &str, sign: char) -> bool {
    let quoted = &before[..before.len() - sign.len_utf8()];
    quoted.ends_with(|c: char| !c.is_whitespace() && !"([–".contains(c))
}

/// What a mark weighs behind words and the stop after them.
fn behind_stop(words: &str, stop: char) -> Option<i32> {
    let word = words.rsplit(char::is_whitespace).next()?;
    let word = word.trim_start_matches(['(', '[', '«', '“', '‘', '"']);
    if word.is_empty() || SHORT.contains(&word) {
        return None;
    }
    let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (letters, number) = word.split_at(word.len() - digits);
    if digits == 0 {
        // `B.2`, `II.3` are headings.
        let heading = word.chars().nth(1).is_none() && word.starts_with(char::is_alphabetic)
            || word.bytes().all(|byte| b"IVX".contains(&byte));
        if stop == ':' {
            return Some(DOUBTFUL);
        }
        return (!heading).then_some(SURE);
    }
    if stop == ':' {
        return None;
    }
    if digits == 4 && is_year(number) || named(letters, number, "") {
        return Some(LIKELY);
    }
    if letters.chars().filter(|c| c.is_alphabetic()).count() > 1 {
        return Some(DOUBTFUL);
    }
    // The number of a paper has no part behind a stop.
    let words = &words[..words.len() - word.len()];
    let numbered = letters.is_empty() && words.ends_with(", nr. ");
    numbered.then_some(LIKELY)
}

/// Whether nothing is glued to a number that follows so.
fn free(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        None => true,
        Some('.' | ',') => chars.next().is_none_or(|c| !c.is_ascii_digit()),
        Some(c) => c.is_whitespace() || ";:)»”?!’‘(–—…\"']}›|".contains(c),
    }
}
