//! The fuzzy finder: which names a query means, best first.
//!
//! Query and names are folded first. The query's words must all match in one field of a candidate
//! (name, abbreviation, an alias), in any order; letters that lie scattered do not count as a match.
//! An exact abbreviation or name comes before a prefix, a prefix before the start of a later word.
//!
//! A query that grows is looked for only among the fields that have its letters in their order; what
//! was found before each letter is kept, so that taking letters back finds it again at no cost.

mod score;

use crate::{
    catalogue::{Catalogue, Entity, Mentions},
    text::fold::{fold, fold_char, fold_onto},
};
use score::{Meeting, Word};
use std::{cmp::Reverse, panic::resume_unwind, thread};

/// How a field came to be, which decides how much a match in it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The name itself, an abbreviation, or a form that the letter writes.
    Written,
    /// A word by which people look for it.
    Also,
}

/// One field of a candidate.
#[derive(Clone, Copy, Debug)]
struct Field {
    /// Where it starts and ends in the text of the finder, in bytes.
    start: usize,
    end: usize,
    /// Its letters, as a set.
    letters: u64,
    /// Whose field it is, and the how manieth.
    candidate: u32,
    number: u32,
    /// The points it has before any word is looked for.
    points: i64,
}

/// One match of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    candidate: u32,
    field: u32,
    score: i64,
}

impl Match {
    /// The candidate, by index.
    #[must_use]
    pub const fn candidate(self) -> usize {
        self.candidate as usize
    }

    /// The field of the candidate that matched best, by index.
    #[must_use]
    pub const fn field(self) -> usize {
        self.field as usize
    }
}

/// What a query came to.
#[derive(Debug)]
struct Step {
    /// The query, folded.
    query: String,
    /// The fields that a longer query can match, by index.
    left: Vec<u32>,
    /// What matches, best first.
    matches: Vec<Match>,
}

/// Points for a field that is the query.
const EXACT: i64 = 1000;
/// Points for a field of [`Source::Also`].
const ALSO: i64 = -40;

/// From so many fields on, two threads look at them.
const MANY: usize = 20_000;

/// How many queries are kept.
const KEPT: usize = 24;

/// What can be found, and what was asked last.
#[derive(Default)]
pub struct Finder {
    /// The fields, folded, one behind the other.
    text: String,
    fields: Vec<Field>,
    candidates: u32,
    /// The queries asked, each the start of the next; the first is empty.
    steps: Vec<Step>,
}

impl std::fmt::Debug for Finder {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Finder of {} candidates", self.candidates)
    }
}

impl Finder {
    /// Adds a candidate with these fields; the first is its name. The weight is in points, about 10 a
    /// letter; 0 for equals.
    pub fn add<'text>(
        &mut self,
        fields: impl IntoIterator<Item = (&'text str, Source)>,
        weight: i64,
    ) {
        self.steps.clear();
        for (number, (text, source)) in (0..).zip(fields) {
            let start = self.text.len();
            fold_onto(&mut self.text, text);
            let folded = &self.text[start..];
            // Of two fields that match alike the shorter says more.
            let long = i64::try_from(folded.chars().count().min(90)).unwrap_or(90) / 3;
            let also = if source == Source::Also { ALSO } else { 0 };
            self.fields.push(Field {
                start,
                end: self.text.len(),
                letters: score::letters(folded),
                candidate: self.candidates,
                number,
                points: weight + also - long,
            });
        }
        self.candidates += 1;
    }

    /// The candidates that match, best first; for an empty query all, in their own order. Equal
    /// scores keep the candidates' order.
    pub fn rank(&mut self, query: &str) -> &[Match] {
        let query = fold(query);
        if self.steps.is_empty() {
            let all: Vec<u32> = (0..).zip(&self.fields).map(|(index, _)| index).collect();
            self.steps.push(self.step(String::new(), &all));
        }
        while let Some(last) = self.steps.last() {
            if query == last.query {
                break;
            }
            if query.starts_with(&last.query) {
                let step = self.step(query, &last.left);
                if self.steps.len() == KEPT {
                    self.steps.remove(1);
                }
                self.steps.push(step);
                break;
            }
            self.steps.pop();
        }
        self.steps.last().map_or(&[], |step| &step.matches)
    }

    /// What a query, folded, comes to among these fields.
    fn step(&self, query: String, among: &[u32]) -> Step {
        let asked = Asked::new(&query);
        let (left, mut matches) = if among.len() < MANY {
            self.look(&asked, among)
        } else {
            self.look_in_two(&asked, among)
        };
        if !asked.words.is_empty() {
            matches.sort_by_key(|found| Reverse(found.score));
        }
        Step {
            query,
            left,
            matches,
        }
    }

    /// Those of these fields that a longer query can match, and the candidates that this one does,
    /// in their own order.
    fn look(&self, asked: &Asked, among: &[u32]) -> (Vec<u32>, Vec<Match>) {
        let mut left = Vec::with_capacity(among.len());
        let mut matches = Vec::new();
        for &index in among {
            let field = &self.fields[index as usize];
            if asked.letters & !field.letters != 0 {
                continue;
            }
            let text = &self.text[field.start..field.end];
            let meeting = asked.meets(text);
            if meeting != Meeting::Never {
                left.push(index);
            }
            if let Meeting::With(points) = meeting {
                let found = Match {
                    candidate: field.candidate,
                    field: field.number,
                    score: points + field.points,
                };
                add_best(&mut matches, found);
            }
        }
        (left, matches)
    }

    /// The same by two threads.
    fn look_in_two(&self, asked: &Asked, among: &[u32]) -> (Vec<u32>, Vec<Match>) {
        let (here, there) = among.split_at(among.len() / 2);
        thread::scope(|scope| {
            let other = thread::Builder::new().spawn_scoped(scope, || self.look(asked, there));
            let (mut left, mut matches) = self.look(asked, here);
            let (left_there, matches_there) = match other.map(thread::ScopedJoinHandle::join) {
                Ok(joined) => joined.unwrap_or_else(|panic| resume_unwind(panic)),
                Err(_) => self.look(asked, there),
            };
            left.extend(left_there);
            let mut rest = matches_there.into_iter();
            if let Some(first) = rest.next() {
                add_best(&mut matches, first);
            }
            matches.extend(rest);
            (left, matches)
        })
    }

    /// Which characters of a text (unfolded, by index in chars) a query matches, in order.
    #[must_use]
    pub fn positions(&self, query: &str, text: &str) -> Vec<usize> {
        let mut folded = String::with_capacity(text.len());
        let mut source = Vec::with_capacity(text.len());
        for (index, c) in text.chars().enumerate() {
            for letter in fold_char(c) {
                folded.push(letter);
                source.push(index);
            }
        }
        let mut positions = Vec::new();
        for word in fold(query).split_whitespace() {
            let found = score::positions(&folded, word);
            positions.extend(found.into_iter().filter_map(|at| source.get(at)));
        }
        positions.sort_unstable();
        positions.dedup();
        positions
    }
}

/// Adds a match behind others; of two of one candidate the better stays, or else the first.
fn add_best(matches: &mut Vec<Match>, found: Match) {
    match matches.last_mut() {
        Some(last) if last.candidate == found.candidate => {
            if found.score > last.score {
                *last = found;
            }
        }
        _ => matches.push(found),
    }
}

/// A query, prepared for many fields.
struct Asked<'query> {
    words: Vec<Word<'query>>,
    /// The letters that a field must have, as a set.
    letters: u64,
    /// What a field is that is the query.
    whole: String,
}

impl<'query> Asked<'query> {
    fn new(query: &'query str) -> Self {
        let words: Vec<&str> = query.split_whitespace().collect();
        Self {
            letters: words.iter().fold(0, |set, word| set | score::letters(word)),
            whole: words.join(" "),
            words: words.into_iter().map(Word::new).collect(),
        }
    }

    /// How a field, folded, meets all its words.
    fn meets(&self, field: &str) -> Meeting {
        let mut points = if field == self.whole { EXACT } else { 0 };
        for word in &self.words {
            match word.meets(field) {
                Meeting::With(more) => points += more,
                other => return other,
            }
        }
        Meeting::With(points)
    }
}

/// The fields by which an entity is found; the first is its name.
pub fn fields(entity: &Entity) -> impl Iterator<Item = (&str, Source)> {
    let written = entity.forms().map(|form| (form, Source::Written));
    let also = entity.also.iter().map(|form| (form.as_str(), Source::Also));
    written.chain(also)
}

/// The entities named in a letter, by index, those named most first.
#[must_use]
pub fn named(catalogue: &Catalogue, mentions: &Mentions) -> Vec<usize> {
    let mut named: Vec<usize> = (0..catalogue.entities().len())
        .filter(|&index| mentions.of(index).len() > 0)
        .collect();
    named.sort_by_key(|&index| Reverse(mentions.of(index).len()));
    named
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
        let mut finder = Finder::default();
        for fields in NAMES {
            finder.add(fields.iter().map(|field| (*field, Source::Written)), 0);
        }
        let ranked = finder.rank(query).iter();
        ranked.map(|found| NAMES[found.candidate()][0]).collect()
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

    /// The ranking written down plainly, with nothing kept and nothing left out: what it must stay.
    mod plain {
        use super::super::{ALSO, EXACT, Source, fold};
        use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

        pub type Fields = Vec<(String, Source)>;

        /// Candidate, field and score of all that match, best first.
        pub fn rank(query: &str, candidates: &[(Fields, i64)]) -> Vec<(usize, usize, i64)> {
            let query = fold(query);
            let words: Vec<&str> = query.split_whitespace().collect();
            let mut matches = Vec::new();
            for (candidate, (fields, weight)) in candidates.iter().enumerate() {
                let scores = fields.iter().enumerate().filter_map(|(number, field)| {
                    Some((candidate, number, field_score(&words, field)? + weight))
                });
                matches
                    .extend(scores.reduce(|best, next| if next.2 > best.2 { next } else { best }));
            }
            if !words.is_empty() {
                matches.sort_by_key(|(_, _, score)| std::cmp::Reverse(*score));
            }
            matches
        }

        fn field_score(words: &[&str], (text, source): &(String, Source)) -> Option<i64> {
            let folded = fold(text);
            let mut score = if *source == Source::Also { ALSO } else { 0 };
            if words.join(" ") == folded {
                score += EXACT;
            }
            for word in words {
                score += word_score(word, &folded)?;
            }
            Some(score - i64::try_from(folded.chars().count()).unwrap().min(90) / 3)
        }

        fn word_score(word: &str, field: &str) -> Option<i64> {
            let letters = i64::try_from(word.chars().count()).unwrap();
            let places = field.match_indices(word);
            let place = places.map(|(at, _)| place_points(field, at, word)).max();
            if place.is_none() && letters < 4 {
                return None;
            }
            let score = SkimMatcherV2::default().fuzzy_match(field, word)?;
            let floor = 20 * letters - 4 - letters / 4 * 8;
            match place {
                Some(place) => Some(letters * 10 + place),
                None => (score >= floor).then_some(letters * 10 + score - floor - 30),
            }
        }

        fn place_points(field: &str, at: usize, word: &str) -> i64 {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let inside = letter(field[..at].chars().next_back());
            let whole = !letter(field[at + word.len()..].chars().next());
            match (at, inside, whole) {
                (0, _, _) => 240,
                (_, true, _) => 30,
                (_, false, true) => 140,
                (_, false, false) => 100,
            }
        }
    }

    /// Numbers that look thrown, the same at every run.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, count: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 >> 33).unwrap() % count
        }

        fn text(&mut self, pieces: &[&str], most: usize) -> String {
            (0..=self.below(most))
                .map(|_| pieces[self.below(pieces.len())])
                .collect()
        }
    }

    /// Candidates and the pieces of which their fields and the queries are made.
    fn made(dice: &mut Dice, pieces: &[&str]) -> Vec<(plain::Fields, i64)> {
        let mut fields = |_| {
            let source = [Source::Written, Source::Written, Source::Also][dice.below(3)];
            (dice.text(pieces, 9), source)
        };
        (0..60)
            .map(|index| ((0..index % 4).map(&mut fields).collect(), -60 * (index % 3)))
            .collect()
    }

    /// What a reader does to a query: types, takes back, types in the middle, pastes, starts anew.
    fn edit(dice: &mut Dice, query: &mut String, pieces: &[&str]) {
        let piece = pieces[dice.below(pieces.len())];
        match dice.below(12) {
            0..6 => query.extend(piece.chars().next()),
            6 => query.push_str(piece),
            7 | 8 => drop(query.pop()),
            9 => {
                let middle = query.chars().count() / 2;
                let at = query.char_indices().nth(middle).map_or(0, |(at, _)| at);
                query.insert_str(at, piece);
            }
            10 => query.push(' '),
            _ => query.clear(),
        }
        if query.chars().count() > 24 {
            query.clear();
        }
    }

    #[test]
    fn whatever_is_typed_it_ranks_as_the_plain_ranking_does() {
        const LETTERS: [&str; 7] = ["a", "b", "ab", "aa", "c", " ", "-"];
        const SYLLABLES: [&str; 16] = [
            "raad", "van", " ", "men", "sen", "recht", "en", "fonds", "E", "ë", " de ", "-",
            "maat", "s", "chap", "’",
        ];
        const ODD: [&str; 9] = ["ß", "ø", "n", "é", "\u{301}", "İ", "/", "nn", "日"];
        let mut dice = Dice(0x5eed);
        let (mut asked, mut found) = (0, 0);
        for round in 0..24 {
            let pieces = [&LETTERS[..], &SYLLABLES, &ODD][round % 3];
            let candidates = made(&mut dice, pieces);
            let mut finder = Finder::default();
            for (fields, weight) in &candidates {
                let fields = fields.iter().map(|(text, source)| (text.as_str(), *source));
                finder.add(fields, *weight);
            }
            let mut query = String::new();
            for _ in 0..160 {
                edit(&mut dice, &mut query, pieces);
                let ranked = finder.rank(&query).iter();
                let ranked: Vec<_> = ranked
                    .map(|found| (found.candidate(), found.field(), found.score))
                    .collect();
                assert_eq!(
                    ranked,
                    plain::rank(&query, &candidates),
                    "{query:?} in {candidates:?}"
                );
                asked += 1;
                found += usize::from(!ranked.is_empty() && !query.is_empty());
            }
        }
        assert!(
            found * 3 > asked,
            "{found} of {asked} queries found anything"
        );
    }

    #[test]
    fn two_threads_find_what_one_does() {
        const PIECES: [&str; 6] = ["raad", "van", " ", "men", "sen", "recht"];
        let mut dice = Dice(7);
        let mut finder = Finder::default();
        for _ in 0..MANY / 2 {
            let fields = [(); 3].map(|()| dice.text(&PIECES, 4));
            finder.add(
                fields.iter().map(|text| (text.as_str(), Source::Written)),
                0,
            );
        }
        let all: Vec<u32> = (0..).zip(&finder.fields).map(|(index, _)| index).collect();
        // The middle stands between two fields of one candidate.
        let among = &all[2..];
        assert_ne!((among.len() / 2 + 2) % 3, 0);
        for query in ["", "r", "raadsen", "van men", "qq"] {
            let asked = Asked::new(query);
            let one = finder.look(&asked, among);
            assert_eq!(finder.look_in_two(&asked, among), one, "{query}");
            assert_eq!(one.1.is_empty(), query == "qq");
        }
    }

    #[test]
    fn taking_letters_back_looks_at_nothing_again() {
        let mut finder = Finder::default();
        for name in ["Raad van Europa", "Raad van State", "Europese Raad"] {
            finder.add([(name, Source::Written)], 0);
        }
        for query in ["r", "ra", "raa", "raad", "raad ", "raad s", "raad st"] {
            finder.rank(query);
        }
        let kept = |finder: &Finder| {
            let steps = finder.steps.iter().map(|step| step.query.clone());
            steps.collect::<Vec<_>>()
        };
        assert_eq!(kept(&finder).len(), 8);
        let matches = finder.steps[6].matches.as_ptr();
        assert_eq!(finder.rank("raad s").as_ptr(), matches);
        finder.rank("rad");
        assert_eq!(kept(&finder), ["", "r", "ra", "rad"]);
        for length in 1..100 {
            finder.rank(&"raad van ".repeat(12)[..length]);
        }
        assert_eq!(finder.steps.len(), KEPT);
        assert_eq!(finder.rank("").len(), 3);
    }
}
