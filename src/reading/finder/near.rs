//! Near names: those that a query means but for a slip, but for words that say little, or by more than one
//! of their forms together.
//!
//! Looked for only where no name is meant as it is typed, and always marked as near. Each word of the
//! query must meet the field as `score.rs` says, or differ by one slip from a word of the field or from
//! the beginning of one: a letter more, fewer or other, or two neighbours swapped. Where no field has all the
//! words, each may meet another field of the candidate: `hof straatsburg`.

use super::{Field, Finder, Match, Meeting, add_best, query_words, score};
use std::cmp::Reverse;

/// The fewest letters of a word in which a slip is forgiven, and of one that is still being typed.
const FORGIVEN: usize = 4;
const FORGIVEN_BEGINNING: usize = 5;

/// The fewest letters of a word in which two neighbours may be swapped.
const SWAPPED: usize = 3;

/// The most near names that are given.
const MOST: usize = 20;

/// Points for a word that is one but for a slip, and for the beginning of one.
const WHOLE: i64 = 100;
const BEGINNING: i64 = 50;

/// Words that people put before a name or between those of it, and that need not stand in it.
const SMALL: [&str; 38] = [
    "aan", "and", "bij", "de", "den", "der", "des", "dhr", "door", "dr", "drs", "een", "en", "for",
    "heer", "het", "in", "ing", "inzake", "ir", "met", "mevrouw", "mr", "mrs", "ms", "mw", "of",
    "on", "op", "over", "prof", "te", "the", "to", "tot", "uit", "van", "voor",
];

impl Finder {
    /// The candidates that are near what is typed, nearest first.
    #[must_use]
    pub fn near(&self, query: &str) -> Vec<Match> {
        let query = query_words(query);
        let all: Vec<&str> = score::words(&query).collect();
        let mut words = all.clone();
        words.retain(|word| !SMALL.contains(word));
        if words.is_empty() {
            return Vec::new();
        }
        let fewer = words.len() < all.len();
        let of_one = |one: &Field, other: &Field| one.candidate == other.candidate;
        let candidates = self.fields.chunk_by(of_one);
        let mut found: Vec<Match> = candidates
            .filter_map(|fields| {
                let near = self.near_in_one(fields, &words, fewer);
                near.or_else(|| self.near_in_several(fields, &words))
            })
            .collect();
        found.sort_by_key(|one| Reverse(one.score));
        found.truncate(MOST);
        found
    }
}

impl Finder {
    /// The candidates of which a name stands whole among the words of a longer query, the longest first:
    /// what else is typed need not be known. `uitspraken van het EHRM` holds a name, and so may a sentence
    /// that is pasted.
    #[must_use]
    pub fn held_in(&self, query: &str) -> Vec<Match> {
        let query = query_words(query);
        let words: Vec<&str> = score::words(&query).collect();
        let letters = score::letters(&query);
        let mut found = Vec::new();
        for field in &self.fields {
            // A number is everywhere, and no name.
            let text = self.text_of(field);
            if field.letters & !letters != 0 || !text.contains(char::is_alphabetic) {
                continue;
            }
            let own: Vec<&str> = score::words(text).collect();
            if own.len() < words.len() && words.windows(own.len()).any(|some| some == own) {
                let long = own.iter().map(|word| word.chars().count()).sum::<usize>();
                let one = Match {
                    candidate: field.candidate,
                    field: field.number,
                    score: 10 * i64::try_from(long).unwrap_or_default() + field.points,
                };
                add_best(&mut found, one);
            }
        }
        found.sort_by_key(|one| Reverse(one.score));
        found.truncate(MOST);
        found
    }

    /// The best of these fields that has all the words.
    fn near_in_one(&self, fields: &[Field], words: &[&str], fewer: bool) -> Option<Match> {
        let letters = words.iter().fold(0, |set, word| set | score::letters(word));
        let mut found = Vec::new();
        for field in fields {
            // A slip can bring in one letter at most that the field has not.
            if (letters & !field.letters).count_ones() as usize > words.len() {
                continue;
            }
            if let Some(points) = nearness(self.text_of(field), words, fewer) {
                let one = Match {
                    candidate: field.candidate,
                    field: field.number,
                    score: points + field.points,
                };
                add_best(&mut found, one);
            }
        }
        found.pop()
    }

    /// The name of a candidate, where each of several words meets one of these fields of it.
    fn near_in_several(&self, fields: &[Field], words: &[&str]) -> Option<Match> {
        let name = fields.first().filter(|_| words.len() > 1)?;
        let mut score = name.points;
        for word in words {
            let letters = score::letters(word);
            let may_have = fields.iter().filter(|field| letters & !field.letters == 0);
            let points =
                may_have.filter_map(|field| match score::meet(self.text_of(field), word) {
                    Meeting::With(points) => Some(points),
                    _ => None,
                });
            score += points.max()?;
        }
        Some(Match {
            candidate: name.candidate,
            field: name.number,
            score,
        })
    }

    fn text_of(&self, field: &Field) -> &str {
        &self.text[field.start..field.end]
    }
}

/// The points of a field that has all the words, where a slip is in one of them or fewer are wanted than
/// typed.
fn nearness(field: &str, words: &[&str], fewer: bool) -> Option<i64> {
    let mut points = 0;
    let mut near = fewer;
    for word in words {
        points += if let Meeting::With(points) = score::meet(field, word) {
            points
        } else {
            near = true;
            let own = score::words(field);
            own.filter_map(|own| slip(own, word)).max()?
        };
    }
    near.then_some(points)
}

/// The points of a word that is the one typed but for a slip, or begins so.
fn slip(own: &str, typed: &str) -> Option<i64> {
    let (own, typed) = (own.as_bytes(), typed.as_bytes());
    if is_slip(own, typed) {
        return Some(WHOLE);
    }
    let lengths = typed.len() - 1..=typed.len() + 1;
    let begins = |length: usize| own.len() > length && is_slip(&own[..length], typed);
    (typed.len() >= FORGIVEN_BEGINNING && lengths.into_iter().any(begins)).then_some(BEGINNING)
}

/// Whether two words differ by one slip.
fn is_slip(one: &[u8], other: &[u8]) -> bool {
    let shorter = one.len().min(other.len());
    if one.len().abs_diff(other.len()) > 1 || shorter < SWAPPED {
        return false;
    }
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let pairs = one.iter().rev().zip(other.iter().rev());
    let end = pairs.take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([_], [] | [_]) | ([], [_]) => shorter >= FORGIVEN,
        (&[a, b], &[c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::*;

    #[test]
    fn one_slip_a_word_is_near_and_more_is_not() {
        const NAMES: [&str; 6] = [
            "Europees Hof voor de Rechten van de Mens",
            "EHRM",
            "CIVICUS",
            "Raad van Europa",
            "FOC",
            "Human Rights Ambassador",
        ];
        let mut finder = Finder::default();
        for name in NAMES {
            finder.add([(name, Source::Written)], 0);
        }
        let names = |found: Vec<Match>| -> Vec<&str> {
            found.iter().map(|one| NAMES[one.candidate()]).collect()
        };
        for (query, held) in [
            ("uitspraken van het EHRM over Rusland", &["EHRM"][..]),
            ("de Raad van Europa (FOC) zegt", &["Raad van Europa", "FOC"]),
            ("raad van de Europa", &[]),
            ("EHRMX zegt", &[]),
            ("ehrm", &[]),
            ("", &[]),
        ] {
            assert_eq!(names(finder.held_in(query)), held, "{query}");
        }
        for (query, expected) in [
            ("ehmr", &["EHRM"][..]),
            ("ehrn", &["EHRM"]),
            ("hrm", &[]),
            ("ehmrx", &[]),
            ("civikus", &["CIVICUS"]),
            ("civik", &["CIVICUS"]),
            ("(Civikus),", &["CIVICUS"]),
            ("cvikus", &[]),
            ("civiucs", &["CIVICUS"]),
            ("raat van eurupa", &["Raad van Europa"]),
            ("fco", &["FOC"]),
            ("foq", &[]),
            ("ambassador for human rights", &["Human Rights Ambassador"]),
            ("van de", &[]),
            ("", &[]),
        ] {
            assert_eq!(names(finder.near(query)), expected, "{query}");
        }
    }
}
