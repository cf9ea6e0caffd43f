//! Words, numbers and signs of a text, one at a time, and what a number in digits looks like.

/// What a token starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Word,
    Digits,
    Sign,
}

/// A run of letters and digits with single signs between them (`t/m`, `5+1`, `1.250,50`, `EU-landen`), or
/// else one sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
}

/// Signs that may stand within a word or number.
const INNER: &[char] = &[
    '.', ',', '/', '+', '-', '–', '’', '\'', ':', '_', '@', '&', '=', '?', '#', '~',
];

/// The first token that starts at a byte of a text or behind it.
pub(super) fn token_at(text: &str, from: usize) -> Option<Token<'_>> {
    let rest = &text[from..];
    let start = from + rest.find(|c: char| !c.is_whitespace())?;
    let end = end_of(text, start);
    Some(Token {
        text: &text[start..end],
        start,
        end,
    })
}

fn end_of(text: &str, start: usize) -> usize {
    let mut letters = text[start..].char_indices().peekable();
    let Some((_, first)) = letters.next() else {
        return start;
    };
    if !first.is_alphanumeric() {
        return start + first.len_utf8();
    }
    while let Some((at, c)) = letters.next() {
        let inner = INNER.contains(&c) && letters.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        if !c.is_alphanumeric() && !inner {
            let at = start + at;
            if !text[at..].starts_with("://") {
                return at;
            }
            // A link is one word, whatever it holds.
            let length = text[at..].find(char::is_whitespace);
            return length.map_or(text.len(), |length| at + length);
        }
    }
    text.len()
}

impl<'a> Token<'a> {
    pub fn class(self) -> Class {
        match self.text.chars().next() {
            Some(c) if c.is_ascii_digit() => Class::Digits,
            Some(c) if c.is_alphanumeric() => Class::Word,
            _ => Class::Sign,
        }
    }

    pub fn shape(self) -> Shape {
        shape(self.text)
    }

    /// The token behind this one, if no more than space is between them.
    pub fn next(self, text: &'a str) -> Option<Self> {
        token_at(text, self.end)
    }

    /// Whether a figure may start here: not in a code (`Rec(2007)14`, `+20`).
    pub fn starts_free(self, text: &str) -> bool {
        let mut back = text[..self.start].chars().rev();
        match back.next() {
            None | Some('«' | '“' | '„' | '‘' | '"' | '–' | '—' | '/' | '€' | '$' | '£') => {
                true
            }
            Some('(' | '[') => !back.next().is_some_and(char::is_alphanumeric),
            Some(c) => c.is_whitespace(),
        }
    }

    /// Whether a figure may end here: not in a code (`1325(2000)`) and not before the rest of a word
    /// (`2025- en 2026-begroting`).
    pub fn ends_free(self, text: &str) -> bool {
        !text[self.end..].starts_with(['(', '-', '_', '°', '#', '='])
    }
}

/// What a number in digits looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Digits alone: its value.
    Whole(u64),
    /// Digits in groups (`1.250`), or with a comma (`1,5`).
    Large,
    /// Digits with a point between (`1.5`, but also `2.3` and `10.30`).
    Pointed,
    /// One number to another: `5-10`.
    Between,
    /// One day of a month to another would fit: `10–12`.
    Days,
    /// One day of a month and another would fit: `14/15`.
    TwoDays,
    /// One year to another: `2022–2027`, `2025/26`.
    Years,
    /// One number and another: `5+1`.
    Sum,
    /// A day in digits: `31-12-2025`, `2025-12-31`.
    Day,
    /// A code, or what is no number.
    Other,
}

impl Shape {
    /// Whether it is written as numbers are that count, and references never.
    pub const fn is_large(self) -> bool {
        matches!(self, Self::Large)
    }

    /// Whether it is a year, alone.
    pub fn is_year(self) -> bool {
        matches!(self, Self::Whole(year) if YEARS.contains(&year))
    }
}

/// The years that are taken for one without a word that says so.
const YEARS: std::ops::RangeInclusive<u64> = 1800..=2100;

/// The longest number, in bytes; what is longer counts nothing.
const LONGEST: usize = 32;

fn shape(written: &str) -> Shape {
    let signs = |c: char| !c.is_ascii_digit();
    if written.len() > LONGEST {
        return Shape::Other;
    }
    let count = written.chars().filter(|&c| signs(c)).count();
    let first = written.chars().find(|&c| signs(c));
    let (left, right) = written.split_once(signs).unwrap_or((written, ""));
    match (first, count) {
        (None, _) => written.parse().map_or(Shape::Other, Shape::Whole),
        (Some('+'), 1) if left.len() < 3 && right.len() < 3 => Shape::Sum,
        (Some('/' | '-' | '–'), 1) if are_years(left, right) => Shape::Years,
        (Some('/'), 1) if between(left, right) == Shape::Days => Shape::TwoDays,
        (Some('-' | '/' | '.'), 2) if is_day(written) => Shape::Day,
        (Some('-' | '–'), 1) => between(left, right),
        _ => match written.split_once(['-', '–']) {
            Some((left, right)) if is_number(left) && is_number(right) => Shape::Between,
            None if is_number(written) => Shape::Large,
            None if first == Some('.') && count == 1 => Shape::Pointed,
            _ => Shape::Other,
        },
    }
}

fn whole(digits: &str) -> Option<u64> {
    digits.parse().ok()
}

fn between(left: &str, right: &str) -> Shape {
    match (whole(left), whole(right)) {
        _ if left.starts_with('0') || right.starts_with('0') || left.len().max(right.len()) > 4 => {
            Shape::Other
        }
        (Some(one), Some(other)) if one < other && other <= 31 => Shape::Days,
        (Some(one), Some(other)) if one < other => Shape::Between,
        _ => Shape::Other,
    }
}

/// `2022` to `2027` or to `27`.
fn are_years(left: &str, right: &str) -> bool {
    let (Some(from), Some(to)) = (whole(left), whole(right)) else {
        return false;
    };
    let to = match right.len() {
        2 => from - from % 100 + to + if to < from % 100 { 100 } else { 0 },
        4 => to,
        _ => return false,
    };
    left.len() == 4 && YEARS.contains(&from) && (from + 1..from + 100).contains(&to)
}

fn is_day(written: &str) -> bool {
    let mut parts = written.split(['-', '/', '.']);
    let mut part = || whole(parts.next().unwrap_or_default()).unwrap_or_default();
    let (one, month, other) = (part(), part(), part());
    let day = |day: u64, year: u64| {
        (1..=31).contains(&day) && (1..=12).contains(&month) && YEARS.contains(&year)
    };
    day(one, other) || day(other, one)
}

/// Digits, in groups of three or not, with decimals behind a comma or not.
fn is_number(written: &str) -> bool {
    let (number, decimals) = written.split_once(',').unwrap_or((written, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = number.split('.');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    let grouped = rest.peek().is_some();
    digits(decimals)
        && digits(first)
        && (!grouped || first.len() <= 3 && !first.starts_with('0'))
        && rest.all(|group| digits(group) && group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_signs() {
        for (text, tokens) in [
            (
                "de 5+1 (t/m 2027).",
                &["de", "5+1", "(", "t/m", "2027", ")", "."][..],
            ),
            ("WSIS+20, +20", &["WSIS+20", ",", "+", "20"]),
            ("€ 1.250,50,- x", &["€", "1.250,50", ",", "-", "x"]),
            (
                "zie https://a.nl/2025/x(1) en a.b@c.nl",
                &["zie", "https://a.nl/2025/x(1)", "en", "a.b@c.nl"],
            ),
            ("Rec(2007)14", &["Rec", "(", "2007", ")", "14"]),
            ("2022 – 2027", &["2022", "–", "2027"]),
            ("...", &[".", ".", "."]),
            (" ", &[]),
        ] {
            let mut found = Vec::new();
            let mut from = 0;
            while let Some(token) = token_at(text, from) {
                found.push(token.text);
                from = token.end;
            }
            assert_eq!(found, tokens, "{text}");
        }
    }

    #[test]
    fn numbers_and_what_they_look_like() {
        for (written, expected) in [
            ("42", Shape::Whole(42)),
            ("1.250", Shape::Large),
            ("1.250.000,50", Shape::Large),
            ("12,5", Shape::Large),
            ("1.5", Shape::Pointed),
            ("10.30", Shape::Pointed),
            ("10:30", Shape::Other),
            ("2.3.1", Shape::Other),
            ("0.250", Shape::Pointed),
            ("5+1", Shape::Sum),
            ("2022–2027", Shape::Years),
            ("2022-27", Shape::Years),
            ("2025/26", Shape::Years),
            ("1999/00", Shape::Years),
            ("2024/1760", Shape::Other),
            ("2027-2022", Shape::Other),
            ("10-12", Shape::Days),
            ("14/15", Shape::TwoDays),
            ("50/50", Shape::Other),
            ("50–60", Shape::Between),
            ("0,5-1,5", Shape::Between),
            ("070-3486486", Shape::Other),
            ("501-02", Shape::Other),
            ("31-12-2025", Shape::Day),
            ("2025-12-31", Shape::Day),
            ("31.12.2025", Shape::Day),
            ("2014-0000345103", Shape::Other),
            ("12a", Shape::Other),
            ("27e", Shape::Other),
            ("36800-XVII", Shape::Other),
            ("99999999999999999999", Shape::Other),
        ] {
            assert_eq!(shape(written), expected, "{written}");
        }
    }
}
