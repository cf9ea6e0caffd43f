//! A paragraph in sentences, a sentence in clauses, a clause in words, as far as rules need them.

use std::ops::Range;

/// The words of a text without the signs around them; a hyphen is part of one.
pub(super) fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.filter(|word| !word.is_empty()).collect()
}

/// The clauses of a sentence in small letters, parted where one of these signs or words stands.
pub(super) fn clauses(sentence: &str, parts: &[&str]) -> Vec<String> {
    let mut clauses = vec![sentence.to_owned()];
    for part in parts {
        let parted =
            |clause: &String| -> Vec<String> { clause.split(part).map(str::to_owned).collect() };
        clauses = clauses.iter().flat_map(parted).collect();
    }
    clauses
}

/// A text without what stands in it between quotation marks.
pub(super) fn unquoted(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '«' | '“' | '„' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ if depth > 0 => continue,
            _ => {}
        }
        kept.push(if matches!(c, '«' | '»' | '“' | '”' | '„') {
            ' '
        } else {
            c
        });
    }
    kept
}

/// The sentences of a paragraph, in bytes.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '?', '!']) {
        let rest = &text[at + 1..];
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "»”’)".contains(c));
        let ends = behind.is_empty()
            || behind.starts_with(' ') && behind.trim_start().starts_with(char::is_uppercase);
        let word = text[start..at]
            .rsplit([' ', '('])
            .next()
            .unwrap_or_default();
        let short = word.chars().count() < 2
            || matches!(
                word,
                "nr" | "dr" | "drs" | "mr" | "prof" | "art" | "mw" | "dhr"
            );
        if ends && (!short || behind.is_empty()) {
            let end = text.len() - behind.len();
            found.push(start..end);
            start = end + (behind.len() - behind.trim_start().len());
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}
