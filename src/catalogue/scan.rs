//! Finds names in a text: all forms of all entities in one pass.
//!
//! The longest name that starts leftmost wins. A name is bounded by anything that is neither letter
//! nor digit, so that `VN-onderhandelingen`, `EKV’s` and `niet-EU` hold a name and `Europarlement`
//! does not. A name with another form of the same name right behind it (`Raad van Europa (RvE)`)
//! is one mention.

use super::Entity;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use std::ops::Range;

/// The automaton over all forms, and whose form each one is.
#[derive(Debug)]
pub(super) struct Scanner {
    automaton: Option<AhoCorasick>,
    owners: Vec<usize>,
}

impl Scanner {
    pub(super) fn new(entities: &[Entity]) -> Self {
        let mut forms = Vec::new();
        let mut owners = Vec::new();
        for (owner, entity) in entities.iter().enumerate() {
            for form in entity.forms() {
                for spelling in spellings(form) {
                    forms.push(spelling);
                    owners.push(owner);
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&forms)
            .ok();
        Self { automaton, owners }
    }

    /// The names that start in a part of a text, in order and without overlap: whose they are and
    /// their bytes; and where to go on, if there may be more behind that part.
    pub(super) fn scan(&self, text: &str, part: Range<usize>) -> (Vec<Name>, Option<usize>) {
        let mut found: Vec<Name> = Vec::new();
        let Some(automaton) = &self.automaton else {
            return (found, None);
        };
        let mut from = part.start;
        while let Some(hit) = automaton.find(Input::new(text).range(from..)) {
            let owner = self.owners[hit.pattern().as_usize()];
            let bounded = bounded(text, hit.range());
            let same = found.last_mut().filter(|(before, range)| {
                bounded && *before == owner && is_apposition(text, range.clone(), hit.range())
            });
            if let Some((_, range)) = same {
                range.end =
                    hit.end() + usize::from(closes_bracket(text, range.clone(), hit.range()));
            } else if hit.start() >= part.end {
                return (found, Some(hit.start()));
            } else if bounded {
                found.push((owner, hit.range()));
            }
            from = if bounded {
                hit.end()
            } else {
                hit.start() + text[hit.start()..].chars().next().map_or(1, char::len_utf8)
            };
        }
        (found, None)
    }
}

/// Whose a name is, and its bytes.
type Name = (usize, Range<usize>);

/// The form itself and, where it starts small, the form at the start of a sentence.
fn spellings(form: &str) -> impl Iterator<Item = String> {
    let mut letters = form.chars();
    let capital = letters
        .next()
        .filter(|first| first.is_lowercase())
        .map(|first| {
            let upper: String = first.to_uppercase().collect();
            upper + letters.as_str()
        });
    std::iter::once(form.to_owned()).chain(capital)
}

fn bounded(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Whether a second form says again what the first said, rather than naming the thing once more.
fn is_apposition(text: &str, first: Range<usize>, second: Range<usize>) -> bool {
    let gap = &text[first.end..second.start];
    matches!(gap, " (" | " " | ", " | " «") && text[first] != text[second]
}

fn closes_bracket(text: &str, first: Range<usize>, second: Range<usize>) -> bool {
    text[first.end..second.start].ends_with('(') && text[second.end..].starts_with(')')
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Catalogue;

    #[test]
    fn finds_names_where_readers_find_them() {
        let catalogue = Catalogue::embedded();
        for (text, found) in [
            (
                "in Raad van Europa (RvE)-verband",
                &["Raad van Europa (RvE)"][..],
            ),
            ("de RvE-budgetonderhandelingen", &["RvE"]),
            ("niet-EU, EU-waarden en EUR", &["EU", "EU"]),
            ("de EU, EU-landen", &["EU", "EU"]),
            ("verstrekking van EKV’s", &["EKV"]),
            ("Europarlement en Europa", &["Europa"]),
            ("met focus op beleid", &[]),
            ("Mensenrechtenfonds (MRF)", &["Mensenrechtenfonds (MRF)"]),
            (
                "Corporate Sustainability Due Diligence Directive CS3D), is",
                &["Corporate Sustainability Due Diligence Directive CS3D"],
            ),
            (
                "richtlijn voor ambassades, Strengthening and Protecting Civic Space and its Defenders, x",
                &[
                    "richtlijn voor ambassades, Strengthening and Protecting Civic Space and its Defenders",
                ],
            ),
            (
                "het Comité van Ministers van de RvE",
                &["Comité van Ministers", "RvE"],
            ),
            (
                "de OESO-richtlijnen in OESO verband",
                &["OESO-richtlijnen", "OESO"],
            ),
            ("", &[]),
        ] {
            let names: Vec<_> = catalogue
                .scanner
                .scan(text, 0..text.len())
                .0
                .into_iter()
                .map(|(_, range)| &text[range])
                .collect();
            assert_eq!(names, found, "{text}");
        }
    }
}
