//! What a response answers: its recommendation, by the words that tell what that is about.

use super::clause::words;
use crate::letter::{Letter, Section};
use std::collections::HashSet;

/// The fewest letters of a word that tells what is meant.
const TELLING: usize = 5;

/// Words that stand for what was just named.
const MEANT: [&str; 16] = [
    "dit", "dat", "deze", "die", "daar", "hier", "daartoe", "hiertoe", "daarvoor", "hiervoor",
    "daaraan", "hieraan", "daarmee", "hiermee", "ertoe", "ervoor",
];

/// Words of who refuses and how, which tell nothing of what.
const OF_REFUSALS: [&str; 28] = [
    "kabinet",
    "regering",
    "minister",
    "staatssecretaris",
    "bewindspersonen",
    "aanleiding",
    "reden",
    "redenen",
    "noodzaak",
    "noodzakelijk",
    "nodig",
    "behoefte",
    "ruimte",
    "meerwaarde",
    "mogelijkheid",
    "mogelijkheden",
    "wenselijk",
    "onwenselijk",
    "opportuun",
    "moment",
    "vooralsnog",
    "thans",
    "daarom",
    "verder",
    "verdere",
    "echter",
    "achten",
    "vinden",
];

/// The recommendation that a response answers.
pub(super) struct Asked<'letter> {
    /// Its section.
    pub(super) section: &'letter Section,
    /// How its telling words begin.
    stems: HashSet<String>,
}

impl<'letter> Asked<'letter> {
    pub(super) fn of(letter: &Letter, section: &'letter Section) -> Self {
        let mut text = letter.heading(section).unwrap_or_default().to_lowercase();
        for paragraph in letter.recommendation(section) {
            text.push(' ');
            text.push_str(&letter.paragraph(paragraph).to_lowercase());
        }
        let stems = words(&text).into_iter().filter_map(stem);
        Self {
            section,
            stems: stems.collect(),
        }
    }

    /// Whether words by which something is refused can mean the recommendation: they share a word with it, point back to
    /// it, or name nothing.
    pub(super) fn is_meant(&self, words: &[&str]) -> bool {
        let mut stems = words.iter().filter_map(|word| stem(word)).peekable();
        self.stems.is_empty()
            || stems.peek().is_none()
            || words.iter().any(|word| MEANT.contains(word))
            || stems.any(|stem| self.stems.contains(&stem))
    }
}

/// How a word begins that tells what is meant.
fn stem(word: &str) -> Option<String> {
    let long = word.chars().count() >= TELLING && !OF_REFUSALS.contains(&word);
    long.then(|| word.chars().take(TELLING).collect())
}
