//! The words of a text as far as abbreviations go, and which of them can hardly be anything else.

use super::written_out::SMALL;
use std::ops::Range;

/// Words in capitals, for emphasis or in a line that is all capitals; what they abbreviate need nobody be told.
const EMPHATIC: [&str; 19] = [
    "ALLE", "BIJV", "BLZ", "DHR", "DIT", "ENZ", "ETC", "GEEN", "IS", "MAAR", "MOET", "MW", "NIET",
    "NOOT", "NR", "NU", "OOK", "WEL", "ZIJN",
];

/// The parts of Roman numerals from left to right, and how often each may stand.
#[rustfmt::skip]
const NUMERALS: [(&str, usize); 13] = [
    ("M", 3), ("CM", 1), ("D", 1), ("CD", 1), ("C", 3), ("XC", 1), ("L", 1), ("XL", 1), ("X", 3),
    ("IX", 1), ("V", 1), ("IV", 1), ("I", 3),
];

/// The words of a text as far as abbreviations go: letters and digits, signs between them
/// (`WSIS+20`, `t/m`, `o.a`), and a plus behind them (`lhbtiq+`). Hyphens and apostrophes divide.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphanumeric)?;
        let mut end = run_end(text, start);
        while text[end..].starts_with(['+', '.', '&', '/']) {
            let further = run_end(text, end + 1);
            if further > end + 1 {
                end = further;
            } else {
                end += usize::from(text[end..].starts_with('+'));
                break;
            }
        }
        from = end;
        Some(start..end)
    })
}

/// Where a run of letters and digits ends.
fn run_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    start
        + rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len())
}

/// Whether it is an article, a preposition or the like, in any case.
pub(super) fn is_small(written: &str) -> bool {
    let same = |small: &&str| small.len() == written.len() && small.eq_ignore_ascii_case(written);
    written.len() > 1 && SMALL.iter().any(same)
}

pub(super) fn in_capitals(written: &str) -> bool {
    !written.contains(char::is_lowercase) && written.contains(char::is_uppercase)
}

/// Whether a token that nobody knows can hardly be anything but an abbreviation.
pub(super) fn is_surely_short(text: &str, token: &Range<usize>) -> bool {
    let written = &text[token.clone()];
    let letters = written.bytes().filter(u8::is_ascii_uppercase).count();
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let pluses = written.bytes().filter(|&byte| byte == b'+').count();
    written.starts_with(|c: char| c.is_ascii_uppercase())
        && (2..=6).contains(&letters)
        && digits <= 2
        && letters + digits + pluses == written.len()
        && !is_roman(written)
        && !EMPHATIC.contains(&written)
        && !is_small(written)
        && stands_free(text, token)
}

/// Whether it stands as a word among words, and not in a code, a link or a row of initials.
fn stands_free(text: &str, token: &Range<usize>) -> bool {
    let mut before = text[..token.start].chars().rev();
    let behind = match before.next() {
        Some('-' | '–') => !before.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_whitespace() || "(«“„‘'\"".contains(c),
        None => true,
    };
    let mut after = text[token.end..].chars();
    let ahead = match after.next() {
        Some('.' | ':' | ',' | ';') => !after.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_whitespace() || ")»”’'\"-–!?".contains(c),
        None => true,
    };
    behind && ahead
}

/// Whether it is a Roman numeral as people write them.
fn is_roman(written: &str) -> bool {
    let mut rest = written;
    for (unit, most) in NUMERALS {
        for _ in 0..most {
            rest = rest.strip_prefix(unit).unwrap_or(rest);
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hold_the_signs_between_letters() {
        for (text, words) in [
            (
                "WSIS+20, lhbtiq+-rechten",
                &["WSIS+20", "lhbtiq+", "rechten"][..],
            ),
            ("t/m EKV’s (CS3D)", &["t/m", "EKV", "s", "CS3D"]),
            ("o.a. D.M. van R&D", &["o.a", "D.M", "van", "R&D"]),
            ("a++b", &["a+", "b"]),
            ("été. +20 & –", &["été", "20"]),
            ("", &[]),
        ] {
            let found: Vec<_> = tokens(text).map(|token| &text[token]).collect();
            assert_eq!(found, words, "{text}");
        }
    }

    #[test]
    fn what_stands_free_in_capitals_is_short() {
        for (text, sure) in [
            ("QRS", true),
            ("COP28-top", true),
            ("QRS+20", true),
            ("Q", false),
            ("QRSTUVW", false),
            ("QRS2026", false),
            ("Qrs", false),
            ("XVII", false),
            ("NIET", false),
            ("NR. 12", false),
            ("ETC.", false),
            ("VAN", false),
            ("QRS@example.nl", false),
            ("QRS_x", false),
        ] {
            let token = tokens(text).next().unwrap();
            assert_eq!(is_surely_short(text, &token), sure, "{text}");
        }
    }

    #[test]
    fn roman_numerals_are_known() {
        for numeral in ["I", "IV", "XVII", "XIX", "XLII", "MMXXV", "CM"] {
            assert!(is_roman(numeral), "{numeral}");
        }
        for other in ["VN", "IIII", "IVX", "MKB", "VV"] {
            assert!(!is_roman(other), "{other}");
        }
    }
}
