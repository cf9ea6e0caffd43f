//! Folds text for comparison: case, accents, typographic quotes and dashes do not count.
//!
//! One folded character stands for one character of the source, or for none: combining marks and
//! soft hyphens, or the marks that show them, fall away.

use unicode_normalization::UnicodeNormalization;

/// The folded form of a character, if it counts at all.
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match c {
        '\u{ad}' | '‧' | '\u{300}'..='\u{36f}' => None,
        '‘' | '’' | '‚' | '‛' | '′' | '´' => Some('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => Some('-'),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => Some(' '),
        _ => {
            let base = std::iter::once(c).nfd().next().unwrap_or(c);
            Some(base.to_lowercase().next().unwrap_or(base))
        }
    }
}

/// A text folded.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_gone() {
        for (text, folded) in [
            ("Financiën", "financien"),
            ("coo\u{308}rdinatie", "coordinatie"),
            ("«Tussen» ‘EKV’s’ “x”", "\"tussen\" 'ekv's' \"x\""),
            ("2022–2027", "2022-2027"),
            ("maat\u{ad}schap‧pij", "maatschappij"),
            ("ÉÉN\u{a0}İ", "een i"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
