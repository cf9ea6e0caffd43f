//! Note marks in plain text: digits glued to what precedes, counting up from one.
//!
//! `«…»1`, `moties1`, `20181` (the year, and a mark), `[1]` behind a word are marks; `5+1`, `WSIS+20`, `CO2`
//! and years are not. What looks like a mark is collected with its weight, and the run of numbers that weighs
//! most is taken: a mark that is missed costs something, and does not end the count.

use std::ops::Range;

/// A note mark in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The bytes of it, brackets included.
    pub(super) range: Range<usize>,
    pub(super) number: u32,
}

/// The highest number of a note.
const HIGHEST: u32 = 9999;

/// So many marks in a row can be missed.
const GAP: u32 = 3;

/// What one missed mark costs: more than one that is sure brings, less than two.
const MISSED: i32 = 25;

/// A mark behind the word of an amount, which no digit belongs to.
const CERTAIN: i32 = 30;

/// A mark behind a quote sign, a bracket or the sign that ends a sentence.
const SURE: i32 = 20;

/// One behind a letter, or behind a year.
const LIKELY: i32 = 16;

/// One behind capitals or in a number of another kind, where it is as often part of a name.
const DOUBTFUL: i32 = 4;

/// A mark in the run that weighs most, with the one before it.
#[derive(Clone)]
struct Link {
    found: Found,
    weight: i32,
    before: Option<usize>,
    doubtful: bool,
}

/// The note marks in a text, of which the first has this number.
pub(super) fn find(text: &str, first: u32) -> Vec<Found> {
    let mut links: Vec<Link> = Vec::new();
    // By number: the best run that ends with it.
    let mut best: Vec<Option<usize>> = Vec::new();
    let mut top: Option<usize> = None;
    let mut last_end = 0;
    each_run(text, |run| {
        let near = last_end > 0 && run.start - last_end <= 2;
        candidates(text, run, near, |found, worth| {
            let number = found.number as usize;
            if worth > DOUBTFUL {
                last_end = found.range.end;
            }
            let runs = (1..=GAP + 1).filter_map(|step| {
                let cost = MISSED * i32::try_from(step - 1).unwrap_or(i32::MAX);
                let before = found.number.checked_sub(step)?;
                if before + 1 == first {
                    return Some((worth - cost, None));
                }
                let link = (*best.get(before as usize)?)?;
                let other = &links[link];
                (other.found.range.end <= found.range.start)
                    .then_some((other.weight + worth - cost, Some(link)))
            });
            let Some((weight, before)) = runs.max_by_key(|(weight, _)| *weight) else {
                return;
            };
            if best.len() <= number {
                best.resize(number + 1, None);
            }
            let better = best[number].is_none_or(|link| links[link].weight < weight);
            if weight > 0 && better {
                let link = Some(links.len());
                links.push(Link {
                    found,
                    weight,
                    before,
                    doubtful: worth <= DOUBTFUL,
                });
                best[number] = link;
                if top.is_none_or(|top| links[top].weight < weight) {
                    top = link;
                }
            }
        });
    });
    let mut marks = Vec::new();
    let mut next = top;
    while let Some(link) = next {
        let link = &links[link];
        // What ends the count in doubt is no mark.
        if !(link.doubtful && marks.is_empty()) {
            marks.push(link.found.clone());
        }
        next = link.before;
    }
    marks.reverse();
    marks
}

/// Each run of digits in a text. Most runs of bytes are seen at one glance to hold none.
fn each_run(text: &str, mut take: impl FnMut(Range<usize>)) {
    const GLANCE: usize = 32;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let glance = &bytes[at..bytes.len().min(at + GLANCE)];
        if glance
            .iter()
            .fold(true, |none, byte| none & !byte.is_ascii_digit())
        {
            at += glance.len();
            continue;
        }
        let Some(start) = glance.iter().position(u8::is_ascii_digit) else {
            continue;
        };
        let start = at + start;
        let length = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        take(start..start + length);
        at = start + length;
    }
}

/// What can be a mark in a run of digits, and its weight. `near` says that another mark stands right before.
fn candidates(text: &str, run: Range<usize>, near: bool, mut take: impl FnMut(Found, i32)) {
    let (before, after) = (&text[..run.start], &text[run.end..]);
    let digits = &text[run.clone()];
    let bracketed = [('[', ']'), ('<', '>')]
        .into_iter()
        .any(|(open, close)| before.ends_with(open) && after.starts_with(close));
    let mut found = |range: Range<usize>, digits: &str, worth| {
        let number = digits
            .parse()
            .ok()
            .filter(|number| (1..=HIGHEST).contains(number));
        if let Some(number) = number.filter(|_| !digits.starts_with('0')) {
            take(Found { range, number }, worth);
        }
    };
    if bracketed {
        if before[..before.len() - 1].ends_with(|c: char| !c.is_whitespace()) {
            found(run.start - 1..run.end + 1, digits, SURE);
        }
        return;
    }
    if !free(after) {
        return;
    }
    // Of two side by side the space between goes too.
    if near && before.ends_with(' ') {
        found(run.start - 1..run.end, digits, SURE);
    } else if near && before.ends_with('\n') {
        let space = usize::from(after.starts_with(' '));
        found(run.start..run.end + space, digits, SURE);
    } else if let Some(worth) = glued(before) {
        if digits.len() == 2 && worth == DOUBTFUL {
            // `NIS24`: the second NIS directive, and the fourth mark.
            found(run.start + 1..run.end, &digits[1..], DOUBTFUL);
        }
        found(run, digits, worth);
    } else if digits.len() > 4 && digits.len() < 7 && apart(before) {
        let (year, mark) = digits.split_at(4);
        if year.starts_with("19") || year.starts_with("20") {
            found(run.start + 4..run.end, mark, LIKELY);
        }
    }
}

/// Whether a number stands by itself, or as the second of two.
fn apart(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '–' | '-' | '/' | '‘' | '«'))
}

/// Words that make an amount of the number before them.
const AMOUNTS: [&str; 7] = [
    "miljoen", "miljard", "duizend", "euro", "procent", "mln", "mld",
];

/// What a mark weighs that is glued to these words, if it can be one.
fn glued(before: &str) -> Option<i32> {
    let mut back = before.chars().rev();
    let last = back.next()?;
    match last {
        '»' | ')' | '”' | '’' | '"' | '\'' | '?' | '!' | '%' | '…' | ']' => Some(SURE),
        '.' | ',' | ';' | ':' => {
            let word = before[..before.len() - 1]
                .rsplit(char::is_whitespace)
                .next()?;
            let short = ["nr", "art", "blz", "p", "par", "v", "W"];
            if word.is_empty() || last == ':' || short.contains(&word.trim_start_matches('(')) {
                return None;
            }
            let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
            let year = digits == 4 && matches!(&word[word.len() - 4..word.len() - 2], "19" | "20");
            match digits {
                0 => Some(SURE),
                _ => year.then_some(LIKELY),
            }
        }
        _ if last.is_lowercase() => {
            let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
            if AMOUNTS.contains(&word) {
                return Some(CERTAIN);
            }
            let unit = matches!(
                word,
                "m" | "km"
                    | "cm"
                    | "mm"
                    | "dm"
                    | "bijlage"
                    | "tabel"
                    | "figuur"
                    | "lid"
                    | "artikel"
            );
            let named = word.chars().count() < 2 || word.chars().any(|c| c.is_ascii_digit());
            (!unit).then_some(if named { DOUBTFUL } else { LIKELY })
        }
        _ if last.is_uppercase() => {
            let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
            let name = matches!(
                word,
                "CO" | "NO" | "PM" | "TO" | "COVID" | "KST" | "MH" | "CS" | "SO"
            );
            (!name && word.chars().count() > 1).then_some(DOUBTFUL)
        }
        _ => None,
    }
}

/// Whether nothing is glued to a number that follows so.
fn free(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        None => true,
        Some('.' | ',') => chars.next().is_none_or(|c| !c.is_ascii_digit()),
        Some(c) => {
            c.is_whitespace()
                || matches!(
                    c,
                    ';' | ':' | ')' | '»' | '”' | '?' | '!' | '’' | '‘' | '(' | '–'
                )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<&str> {
        let found = find(text, 1);
        found.into_iter().map(|mark| &text[mark.range]).collect()
    }

    #[test]
    fn marks_and_what_only_looks_like_one() {
        for (text, found) in [
            ("Rechtsorde»1 reeds actief", &["1"][..]),
            ("de moties1 die, zoals De Korte2 zei", &["1", "2"]),
            ("in 20181 en 2017–20192 zijn", &["1", "2"]),
            ("Sport<1> heeft[2] dat", &["<1>", "[2]"]),
            (
                "€ 10 miljoen1, 3,5 miljard2 en 42 landen3",
                &["1", "2", "3"],
            ),
            ("waarom?1 Voor 10%2.", &["1", "2"]),
            ("zijn.1 2 Ook, en «dat»3, 4 niet", &["1", " 2", "3", " 4"]),
            ("«dit»1,\n2 heb ik", &["1", "2 "]),
            (
                "op de 5+1 prioriteiten, WSIS+20, de CS3D, CO2, MH17, D66",
                &[],
            ),
            ("1,2 miljoen in 2.3 en 1 januari 2025 om 1.100", &[]),
            ("geborgd.07 Het", &[]),
            ("100 m2 en artikel1", &[]),
            ("uit 2018 en 2019, kst-1 en F-1", &[]),
        ] {
            assert_eq!(marks(text), found, "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_missed_does_not_end_the_count() {
        assert_eq!(marks("een.1 twee 2 drie.3 vier.4"), ["1", "3", "4"]);
        assert_eq!(marks("een.1 ver.9"), ["1"]);
        assert_eq!(marks("er is € 10 miljoen2 voor"), ["2"]);
        assert_eq!(marks("NIS21 en dan NIS24"), [""; 0]);
        assert_eq!(
            marks("de NIS21 zegt.2 Dan NIS23 en»4 nog"),
            ["1", "2", "3", "4"]
        );
        assert_eq!(find("HERDRUK1 dan.2 En»3", 2).len(), 2);
    }
}
