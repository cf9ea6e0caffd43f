//! Tags: words with a `#` before them in a note of one's own, by which notes are gathered.

/// The tags of a note, each with its sign, in the order in which they stand there. One begins with a letter and has no
/// letter before its sign: `#actie`, not `nr#2` and not `#2`.
#[must_use]
pub fn tags(note: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in note.match_indices('#') {
        let rest = &note[at + 1..];
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .unwrap_or(rest.len());
        let is_alone = !note[..at].ends_with(|c: char| c.is_alphanumeric() || c == '#');
        if is_alone && rest.starts_with(char::is_alphabetic) {
            let tag = &note[at..=at + length];
            found.push(tag.trim_end_matches(['-', '_']));
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

#[cfg(test)]
mod tests {
    use super::*;

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
