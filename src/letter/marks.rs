//! Note marks in plain text: digits glued to what precedes, counting up from one.
//!
//! `«…»1`, `(2026–2030)2`, `organisaties.4` are marks; `5+1`, `WSIS+20`, `CS3D` and years are not.

use super::byte;
use std::ops::Range;

/// Finds the next note mark in a line, from `from` on: its byte range and its number, which must be
/// `expected`.
pub(super) fn next(line: &str, from: usize, expected: u32) -> Option<Range<usize>> {
    let first = first_digit(expected)?;
    let bytes = line.as_bytes();
    let mut at = from;
    loop {
        at += byte::find(first, &bytes[at..])?;
        let end = at
            + bytes[at..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
        if end - at <= 4
            && line[at..end].parse() == Ok(expected)
            && glued(&line[..at])
            && free(&line[end..])
        {
            return Some(at..end);
        }
        at = end;
    }
}

/// The digit that a number starts with; none for one that no letter counts up to.
fn first_digit(mut number: u32) -> Option<u8> {
    if number > 9999 {
        return None;
    }
    while number > 9 {
        number /= 10;
    }
    u8::try_from(number).ok().map(|digit| b'0' + digit)
}

fn glued(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('»' | ')' | '”' | '’') => true,
        Some('.' | ',') => back
            .next()
            .is_some_and(|c| !c.is_ascii_digit() && !c.is_whitespace()),
        _ => false,
    }
}

fn free(after: &str) -> bool {
    after
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_what_only_looks_like_one() {
        for (line, expected, found) in [
            ("Rechtsorde»1 reeds actief", 1, Some("1")),
            ("Focus (2026–2030)2 wordt", 2, Some("2")),
            ("maatschappelijke organisaties.4 Deze", 4, Some("4")),
            ("mensenrechtenbeleid,5 dient", 5, Some("5")),
            ("context.6", 6, Some("6")),
            ("op de 5+1 prioriteiten", 5, None),
            ("review (WSIS+20). In", 20, None),
            ("1,2 miljoen", 2, None),
            ("in 2.3 staat", 3, None),
            ("de CS3D is", 3, None),
            ("op 1 januari", 1, None),
            ("geborgd.7 Het", 6, None),
            ("geborgd.07 Het", 7, None),
        ] {
            assert_eq!(
                next(line, 0, expected).map(|range| &line[range]),
                found,
                "{line}"
            );
        }
    }
}
