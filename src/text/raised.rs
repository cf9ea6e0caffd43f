//! Raised digits: as a rule the numbers of notes, but behind some letters a part of the word.

/// What a raised digit makes another word of: measures of length, and formulas that are written so.
const WITH_ONE: [&str; 8] = ["m", "mm", "cm", "dm", "hm", "km", "CO", "NO"];

/// The digit that a raised one shows.
#[must_use]
pub const fn digit(c: char) -> Option<char> {
    Some(match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => match char::from_digit(c as u32 - 0x2070, 10) {
            Some(digit) => digit,
            None => return None,
        },
        _ => return None,
    })
}

/// Whether a raised digit behind a text belongs to its last word: `m²`, `CO²`.
#[must_use]
pub fn belongs_to_word(before: &str) -> bool {
    // None of these words is longer than two letters.
    let mut back = before.chars().rev();
    let letters = back.by_ref().take(3).take_while(|c| c.is_alphabetic());
    let reversed: String = letters.collect();
    WITH_ONE
        .iter()
        .any(|word| word.chars().rev().eq(reversed.chars()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_is_what_a_raised_one_shows() {
        let shown: String = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().filter_map(digit).collect();
        assert_eq!(shown, "0123456789");
        assert!("019aⁱ⁺₂½".chars().all(|c| digit(c).is_none()));
    }

    #[test]
    fn behind_measures_it_is_a_part_of_the_word() {
        for (before, belongs) in [
            ("5 m", true),
            ("5m", true),
            ("km", true),
            ("per km", true),
            ("CO", true),
            ("kamer", false),
            ("beleidm", false),
            ("m.", false),
            ("", false),
        ] {
            assert_eq!(belongs_to_word(before), belongs, "{before}");
        }
    }
}
