//! Tags: words with a `#` before them in a note of one's own, by which notes are gathered.

use crate::text::fold::fold;
use std::ops::Range;

/// The tags of a note, each with its sign, in the order in which they stand there. One begins with a letter and has no
/// letter before its sign: `#actie`, not `nr#2` and not `#2`.
#[must_use]
pub fn tags(note: &str) -> Vec<&str> {
    ranges(note).into_iter().map(|tag| &note[tag]).collect()
}

/// Where the tags of a note stand, in bytes.
#[must_use]
pub fn ranges(note: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in note.match_indices('#') {
        let rest = &note[at + 1..];
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .unwrap_or(rest.len());
        let is_alone = !note[..at].ends_with(|c: char| c.is_alphanumeric() || c == '#');
        if is_alone && rest.starts_with(char::is_alphabetic) {
            let tag = &note[at..=at + length];
            found.push(at..at + tag.trim_end_matches(['-', '_']).len());
        }
    }
    found
}

/// Whether a note has a tag, with its sign or without, in any case.
#[must_use]
pub fn has(note: &str, tag: &str) -> bool {
    let tag = tag.strip_prefix('#').unwrap_or(tag).to_lowercase();
    let mut own = tags(note).into_iter();
    own.any(|own| own[1..].to_lowercase() == tag)
}

/// Whether all words of a query stand in a note, in any order; one with the sign of a tag must begin a tag.
#[must_use]
pub fn holds(note: &str, query: &str) -> bool {
    let query = fold(query);
    let folded = fold(note);
    let own: Vec<String> = tags(note).into_iter().map(fold).collect();
    let holds = |word: &str| match word.strip_prefix('#') {
        Some(tag) if !tag.is_empty() => own.iter().any(|own| own.starts_with(word)),
        _ => folded.contains(word),
    };
    query.split_whitespace().all(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_holds_words_and_the_starts_of_tags() {
        for (query, holds_it) in [
            ("", true),
            ("financien", true),
            ("FINANCIËN vraag", true),
            ("vraag geld", false),
            ("#act", true),
            ("#Actie vraag", true),
            ("#vraag", false),
            ("#", true),
        ] {
            assert_eq!(holds("Vraag Financiën #actie", query), holds_it, "{query}");
        }
    }

    #[test]
    fn a_tag_is_a_word_with_its_sign() {
        for (note, found) in [
            ("#actie Wie betaalt?", &["#actie"][..]),
            ("Navragen (#vraag-bz, #Actie).", &["#vraag-bz", "#Actie"]),
            ("een␊#twee␊drie", &["#twee"]),
            ("nr#2 #2 # ## ##actie a#b C#", &[]),
            ("#één_ #x", &["#één", "#x"]),
        ] {
            assert_eq!(tags(note), found, "{note}");
        }
        assert!(has("bel #Actie", "actie") && has("bel #Actie", "#ACTIE"));
        assert!(!has("bel #acties", "actie") && !has("actie", "actie"));
    }
}
