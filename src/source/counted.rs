//! Counts as lists and headings print them: `3`, `c`, `iii`.

/// How a count is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// Not at all.
    None,
    /// `3`.
    #[default]
    Number,
    /// `03`.
    TwoDigits,
    /// `c`.
    Letter,
    /// `C`.
    Capital,
    /// `iii`.
    Roman,
    /// `III`.
    CapitalRoman,
}

/// A count as a format writes it.
pub(super) fn written(count: u32, format: Format) -> String {
    match format {
        Format::None => String::new(),
        Format::Number => count.to_string(),
        Format::TwoDigits => format!("{count:02}"),
        Format::Letter => letters(count, b'a'),
        Format::Capital => letters(count, b'A'),
        Format::Roman => roman(count).to_lowercase(),
        Format::CapitalRoman => roman(count),
    }
}

/// The sign of a list. Fonts of signs have theirs where other fonts have none.
pub(super) fn bullet(text: &str) -> &str {
    match text.trim() {
        "" | "o" => "•",
        text if text.starts_with(|c: char| ('\u{e000}'..'\u{f8ff}').contains(&c)) => "•",
        text => text,
    }
}

/// `a` to `z`, then `aa`, `bb`.
fn letters(count: u32, first: u8) -> String {
    let Some(count) = count.checked_sub(1) else {
        return "0".to_owned();
    };
    let letter = first + u8::try_from(count % 26).unwrap_or(0);
    let times = usize::try_from(count / 26 + 1).unwrap_or(1).min(8);
    char::from(letter).to_string().repeat(times)
}

fn roman(mut count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > 5_000 {
        return count.to_string();
    }
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while count >= value {
            written += sign;
            count -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_in_many_ways() {
        for (count, format, expected) in [
            (4, Format::Number, "4"),
            (4, Format::TwoDigits, "04"),
            (4, Format::None, ""),
            (4, Format::Roman, "iv"),
            (1994, Format::CapitalRoman, "MCMXCIV"),
            (3, Format::Capital, "C"),
            (28, Format::Letter, "bb"),
            (0, Format::Letter, "0"),
            (u32::MAX, Format::Roman, "4294967295"),
        ] {
            assert_eq!(written(count, format), expected);
        }
    }

    #[test]
    fn a_sign_that_only_its_own_font_has_is_a_plain_one() {
        for (sign, expected) in [("\u{f0b7}", "•"), ("o", "•"), ("", "•"), (" – ", "–")] {
            assert_eq!(bullet(sign), expected);
        }
    }
}
