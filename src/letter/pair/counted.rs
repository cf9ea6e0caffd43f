//! Numbers as words and in Roman figures: `één`, `tweede`, `IV`.

/// The numbers from one up, as they are counted and as they are put in order.
const WORDS: [(&[&str], &str); 15] = [
    (&["één", "een", "one"], "eerste"),
    (&["twee", "two"], "tweede"),
    (&["drie", "three"], "derde"),
    (&["vier", "four"], "vierde"),
    (&["vijf", "five"], "vijfde"),
    (&["zes", "six"], "zesde"),
    (&["zeven", "seven"], "zevende"),
    (&["acht", "eight"], "achtste"),
    (&["negen", "nine"], "negende"),
    (&["tien", "ten"], "tiende"),
    (&["elf", "eleven"], "elfde"),
    (&["twaalf", "twelve"], "twaalfde"),
    (&["dertien"], "dertiende"),
    (&["veertien"], "veertiende"),
    (&["vijftien"], "vijftiende"),
];

/// The Roman figures from one up.
const ROMAN: [&str; 15] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
];

fn counted(at: Option<usize>) -> Option<u32> {
    u32::try_from(at? + 1).ok()
}

/// The number that a word or Roman figures count.
pub(super) fn number(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let roman = ROMAN.iter().position(|roman| *roman == word);
    let named = || {
        WORDS
            .iter()
            .position(|(words, _)| words.contains(&lower.as_str()))
    };
    counted(roman.or_else(named))
}

/// The number that a word puts in order: `tweede`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    counted(WORDS.iter().position(|(_, ordinal)| *ordinal == lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        for (word, counts) in [
            ("één", Some(1)),
            ("Twee", Some(2)),
            ("IV", Some(4)),
            ("twaalf", Some(12)),
            ("iv", None),
            ("veel", None),
            ("", None),
        ] {
            assert_eq!(number(word), counts, "{word}");
        }
        assert_eq!(ordinal("Derde"), Some(3));
        assert_eq!(ordinal("drie"), None);
    }
}
