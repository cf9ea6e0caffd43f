//! The fuzzy finder: which names a query means, best first. The only place that knows fuzzy-matcher.
//!
//! Query and names are folded first. The query's words must all match in one field of a candidate
//! (name, abbreviation, an alias), in any order; letters that lie scattered do not count as a match.
//! An exact abbreviation or name comes before a prefix, a prefix before the start of a later word.

use super::fold::{fold, fold_char};
use crate::catalogue::{Catalogue, Entity, Mentions};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Something that can be found: its fields, folded once.
#[derive(Clone, Debug)]
pub struct Candidate {
    fields: Vec<Field>,
    /// How much it stands behind (or before) equals, in points.
    weight: i64,
}

/// How a field came to be, which decides how much a match in it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The name itself, an abbreviation, or a form that the letter writes.
    Written,
    /// A word by which people look for it.
    Also,
}

#[derive(Clone, Debug)]
struct Field {
    folded: String,
    source: Source,
}

/// One match of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The candidate, by index.
    pub candidate: usize,
    /// The field that matched best, by index.
    pub field: usize,
    score: i64,
}

/// Points for how a word of the query meets a field.
const EXACT: i64 = 1000;
const PREFIX: i64 = 240;
const WHOLE_WORD: i64 = 140;
const WORD_START: i64 = 100;
const INSIDE: i64 = 30;
const ALSO: i64 = -40;

impl Candidate {
    /// A candidate with these fields; the first is its name. The weight is in points, about 10 a
    /// letter; 0 for equals.
    pub fn new<'text>(fields: impl IntoIterator<Item = (&'text str, Source)>, weight: i64) -> Self {
        let fields = fields
            .into_iter()
            .map(|(text, source)| Field {
                folded: fold(text),
                source,
            })
            .collect();
        Self { fields, weight }
    }
}

impl From<&Entity> for Candidate {
    fn from(entity: &Entity) -> Self {
        let written = entity.forms().map(|form| (form, Source::Written));
        Self::new(
            written.chain(entity.also.iter().map(|form| (form.as_str(), Source::Also))),
            0,
        )
    }
}

/// The entities named in a letter, by index, those named most first.
pub fn named<'all>(
    catalogue: &'all Catalogue,
    mentions: &'all Mentions,
) -> impl Iterator<Item = (usize, Candidate)> + use<'all> {
    let entities = catalogue.entities();
    let mut named: Vec<usize> = (0..entities.len())
        .filter(|&index| mentions.of(index).len() > 0)
        .collect();
    named.sort_by_key(|&index| std::cmp::Reverse(mentions.of(index).len()));
    named
        .into_iter()
        .map(|index| (index, Candidate::from(&entities[index])))
}

/// Ranks candidates for queries.
#[derive(Default)]
pub struct Finder {
    matcher: SkimMatcherV2,
}

impl std::fmt::Debug for Finder {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Finder")
    }
}

impl Finder {
    /// The candidates that match, best first; for an empty query all, in their own order. Equal
    /// scores keep the candidates' order.
    #[must_use]
    pub fn rank(&self, query: &str, candidates: &[Candidate]) -> Vec<Match> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut matches: Vec<Match> = candidates
            .iter()
            .enumerate()
            .filter_map(|(index, candidate)| self.best_field(&words, index, candidate))
            .collect();
        if !words.is_empty() {
            matches.sort_by_key(|found| std::cmp::Reverse(found.score));
        }
        matches
    }

    fn best_field(&self, words: &[&str], index: usize, candidate: &Candidate) -> Option<Match> {
        let scores = candidate
            .fields
            .iter()
            .enumerate()
            .filter_map(|(field, text)| {
                let score = self.field_score(words, text)? + candidate.weight;
                Some(Match {
                    candidate: index,
                    field,
                    score,
                })
            });
        scores.reduce(|best, next| if next.score > best.score { next } else { best })
    }

    fn field_score(&self, words: &[&str], field: &Field) -> Option<i64> {
        let mut score = if field.source == Source::Also {
            ALSO
        } else {
            0
        };
        if words.join(" ") == field.folded {
            score += EXACT;
        }
        for word in words {
            score += self.word_score(word, &field.folded)?;
        }
        // Of two fields that match alike the shorter says more.
        Some(
            score
                - i64::try_from(field.folded.chars().count())
                    .unwrap_or(i64::MAX)
                    .min(90)
                    / 3,
        )
    }

    fn word_score(&self, word: &str, field: &str) -> Option<i64> {
        let letters = i64::try_from(word.chars().count()).ok()?;
        let place = occurrences(field, word).max();
        if place.is_none() && letters < 4 {
            return None;
        }
        let score = self.matcher.fuzzy_match(field, word)?;
        match place {
            Some(place) => Some(letters * 10 + place),
            None => {
                (score >= floor(letters)).then_some(letters * 10 + score - floor(letters) - INSIDE)
            }
        }
    }

    /// Which characters of a text (unfolded, by index in chars) a query matches, in order.
    #[must_use]
    pub fn positions(&self, query: &str, text: &str) -> Vec<usize> {
        let mut folded = String::new();
        let mut source = Vec::new();
        for (index, c) in text.chars().enumerate() {
            if let Some(c) = fold_char(c) {
                folded.push(c);
                source.push(index);
            }
        }
        let mut positions = Vec::new();
        for word in fold(query).split_whitespace() {
            positions.extend(
                self.word_positions(word, &folded)
                    .into_iter()
                    .filter_map(|at| source.get(at)),
            );
        }
        positions.sort_unstable();
        positions.dedup();
        positions
    }

    fn word_positions(&self, word: &str, field: &str) -> Vec<usize> {
        let letters = word.chars().count();
        let best = field
            .match_indices(word)
            .max_by_key(|(at, _)| (place_points(field, *at, word), usize::MAX - at));
        if let Some((at, _)) = best {
            let first = field[..at].chars().count();
            return (first..first + letters).collect();
        }
        match self.matcher.fuzzy_indices(field, word) {
            Some((score, indices))
                if letters >= 4 && score >= floor(i64::try_from(letters).unwrap_or(i64::MAX)) =>
            {
                indices
            }
            _ => Vec::new(),
        }
    }
}

/// The points of every place where a word stands in a field.
fn occurrences<'text>(field: &'text str, word: &'text str) -> impl Iterator<Item = i64> + 'text {
    field
        .match_indices(word)
        .map(move |(at, _)| place_points(field, at, word))
}

fn place_points(field: &str, at: usize, word: &str) -> i64 {
    let inside = field[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let whole = !field[at + word.len()..]
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric);
    match (at, inside, whole) {
        (0, _, _) => PREFIX,
        (_, true, _) => INSIDE,
        (_, false, true) => WHOLE_WORD,
        (_, false, false) => WORD_START,
    }
}

/// The least score at which letters that are not one run count as a match: a run of them with one
/// gap for every four letters.
const fn floor(letters: i64) -> i64 {
    20 * letters - 4 - letters / 4 * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(query: &str) -> Vec<&'static str> {
        const NAMES: [&[&str]; 7] = [
            &["Europees Hof voor de Rechten van de Mens", "EHRM"],
            &["Raad van Europa", "RvE"],
            &["Ministerie van Financiën", "Financiën"],
            &["Ministerie van Economische Zaken", "Economische Zaken"],
            &["CIVICUS"],
            &["Strengthening and Protecting Civic Space"],
            &["Mensenrechtenfonds", "MRF"],
        ];
        let candidates: Vec<_> = NAMES
            .iter()
            .map(|fields| Candidate::new(fields.iter().map(|field| (*field, Source::Written)), 0))
            .collect();
        Finder::default()
            .rank(query, &candidates)
            .into_iter()
            .map(|found| NAMES[found.candidate][0])
            .collect()
    }

    #[test]
    fn queries_and_what_comes_first() {
        for (query, first) in [
            ("ehrm", Some("Europees Hof voor de Rechten van de Mens")),
            ("RVE", Some("Raad van Europa")),
            ("mens hof", Some("Europees Hof voor de Rechten van de Mens")),
            ("hof mens", Some("Europees Hof voor de Rechten van de Mens")),
            ("financien", Some("Ministerie van Financiën")),
            ("FINANCIËN", Some("Ministerie van Financiën")),
            ("econ zaken", Some("Ministerie van Economische Zaken")),
            ("civic", Some("CIVICUS")),
            (
                "civic space",
                Some("Strengthening and Protecting Civic Space"),
            ),
            ("mensenrehtenfonds", Some("Mensenrechtenfonds")),
            ("ehmr", None),
            ("xyzzy", None),
            ("raad zaken", None),
            ("qq", None),
        ] {
            assert_eq!(names(query).first().copied(), first, "{query}");
        }
        assert_eq!(names("").len(), 7);
    }

    #[test]
    fn matched_characters_are_counted_in_the_unfolded_text() {
        let finder = Finder::default();
        assert_eq!(finder.positions("cien", "Financiën"), [5, 6, 7, 8]);
        assert_eq!(finder.positions("hof", "Europees Hof"), [9, 10, 11]);
        assert_eq!(
            finder.positions("zaken econ", "Economische Zaken"),
            [0, 1, 2, 3, 12, 13, 14, 15, 16]
        );
        assert_eq!(finder.positions("zzz", "Europees Hof"), Vec::<usize>::new());
    }
}
