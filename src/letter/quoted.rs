//! Words of the letter that our data quotes: written there literally with their address, and looked up when
//! the letter is read, so that nothing is claimed that no longer stands there.

use super::{Letter, Span};
use serde::Deserialize;

/// Literal words and the address of the paragraph that holds them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quoted {
    pub(super) at: String,
    pub(super) text: String,
}

impl Letter {
    /// Where these words stand: in the first of the address's paragraphs that holds them.
    pub(super) fn quoted(&self, at: &str, text: &str) -> Option<Span> {
        let paragraphs = self.locate(at.parse().ok()?).ok()?;
        let first = text.chars().next()?;
        paragraphs.into_iter().find_map(|paragraph| {
            let words = self.paragraph(paragraph);
            // To prepare for looking for all of a quote takes longer than this does.
            let (start, _) = words
                .match_indices(first)
                .find(|(start, _)| words[*start..].starts_with(text))?;
            Some(Span {
                paragraph,
                start,
                end: start + text.len(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::letter::embedded;

    #[test]
    fn words_are_found_at_their_address_and_nowhere_else() {
        let letter = embedded();
        for (at, text, found) in [
            ("4.1", "We steunen organisaties zoals CIVICUS", true),
            ("4", "We steunen organisaties zoals CIVICUS", true),
            ("4.2", "We steunen organisaties zoals CIVICUS", false),
            ("4.1", "we steunen organisaties", false),
            (
                "4.1",
                "We steunen organisaties zoals CIVICUS, die zich",
                true,
            ),
            (
                "4.1",
                "We steunen organisaties zoals CIVICUS, dat zich",
                false,
            ),
            ("4.9", "We steunen", false),
            ("vier", "We steunen", false),
        ] {
            let span = letter.quoted(at, text);
            assert_eq!(span.map(|span| letter.words(span)), found.then_some(text));
        }
    }
}
