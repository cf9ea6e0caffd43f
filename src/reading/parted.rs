//! Verbs in two parts: `scherp de regels aan` and `aanscherping` speak of one thing, and so do `aan te scherpen` and
//! `scherpt het kabinet aan`.

use super::{echo::word::Word, stem::stem};

/// What can be parted from a verb.
pub(super) const PARTS: [&str; 19] = [
    "aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "open", "over", "samen", "terug",
    "toe", "uit", "vast", "voor", "voort", "weg",
];

/// The fewest letters of the stem of a verb that is known within a longer word although its other part is not there:
/// shorter ones stand in too many (`bouw` in `afbouw`).
const ALONE: usize = 6;

/// A verb of an ask as one word.
pub(super) struct Whole {
    /// What its forms have in common.
    pub(super) stem: String,
    /// How many words it counts for: both parts, unless the verb without the other says nothing (`stel … in`).
    pub(super) worth: usize,
}

/// The verbs that an ask has in two parts, as one word each; these are the words of the ask. The verb is the word it
/// begins with, or one behind `aan te`.
pub(super) fn wholes(words: &[&Word]) -> Vec<Whole> {
    let is_part = |word: &Word| PARTS.contains(&word.folded.as_str());
    let whole = |part: &str, verb: &Word| Whole {
        stem: stem(&[part, &verb.folded].concat()),
        worth: if verb.stem.is_some() { 2 } else { 1 },
    };
    let mut found = Vec::new();
    let mut rest = words;
    while let Some((first, behind)) = rest.split_first() {
        if !["en", "maar", "of"].contains(&first.folded.as_str()) {
            break;
        }
        rest = behind;
    }
    if let Some((verb, behind)) = rest.split_first() {
        let mut parts = behind.iter().filter(|word| is_part(word)).peekable();
        if parts.peek().is_none()
            && let Some(own) = verb
                .stem
                .as_deref()
                .filter(|own| own.chars().count() >= ALONE)
        {
            found.extend(PARTS.iter().map(|part| Whole {
                stem: [part, own].concat(),
                worth: 1,
            }));
        }
        found.extend(parts.map(|part| whole(&part.folded, verb)));
    }
    let inner = words
        .windows(3)
        .filter(|three| is_part(three[0]) && three[1].folded == "te");
    found.extend(inner.map(|three| whole(&three[0].folded, three[2])));
    found
}

/// The parts that a word of an ask may have in an answer: `aan` and `scherp` of `aanscherp`.
pub(super) fn parts(stem: &str) -> impl Iterator<Item = (&'static str, &str)> {
    PARTS.into_iter().filter_map(move |part| {
        let verb = stem.strip_prefix(part)?;
        (verb.chars().count() >= ALONE - 2).then_some((part, verb))
    })
}
