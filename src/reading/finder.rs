//! The fuzzy finder: which names a query means, best first.
//!
//! Query and names are folded first, and of the query only its words count, not what stands around or
//! between them: `(EKV)`, `EKV’s` and `ekv` ask the same. The words must all meet one field of a
//! candidate (name, abbreviation, an alias), in any order; `score.rs` says when a word does. Fields that
//! can meet are few, told by a look at their letters; `SkimMatcherV2` gives each of those that do its
//! points, and points of ours on top bring an exact abbreviation or name before a prefix, and a prefix
//! before the start of a later word. Where no name is meant, the [near](Finder::near) ones may help.
//!
//! A query that grows is looked for only among the fields that have its letters in their order; what
//! was found before each letter is kept, so that taking letters back finds it again at no cost.

mod near;
mod score;

use crate::{
    catalogue::{Catalogue, Entity, Mentions},
    letter::Span,
    text::{
        dotted::undotted,
        fold::{fold, fold_char, fold_onto},
    },
};
use score::{Meeting, Scorer};
use std::{borrow::Cow, cmp::Reverse, panic::resume_unwind, thread};

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
    /// Whose field it is, by index.
    candidate: u32,
    /// Which of the candidate's fields it is, by index.
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
    /// The words of the query, with a space between each two.
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
    pub fn add<Text: AsRef<str>>(
        &mut self,
        fields: impl IntoIterator<Item = (Text, Source)>,
        weight: i64,
    ) {
        self.steps.clear();
        for (number, (text, source)) in (0..).zip(fields) {
            let start = self.text.len();
            fold_onto(&mut self.text, text.as_ref());
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
        let query = query_words(query);
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

    /// What a query comes to among these fields.
    fn step(&self, query: String, among: &[u32]) -> Step {
        let wanted = Wanted::new(&query);
        let (left, mut matches) = if among.len() < MANY {
            self.look(&wanted, among)
        } else {
            self.look_in_two(&wanted, among)
        };
        if !wanted.words.is_empty() {
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
    fn look(&self, wanted: &Wanted, among: &[u32]) -> (Vec<u32>, Vec<Match>) {
        let scorer = Scorer::default();
        let mut left = Vec::with_capacity(among.len());
        let mut matches = Vec::new();
        for &index in among {
            let field = &self.fields[index as usize];
            if wanted.letters & !field.letters != 0 {
                continue;
            }
            let text = &self.text[field.start..field.end];
            let meeting = wanted.meets(text);
            if meeting != Meeting::Never {
                left.push(index);
            }
            if let Meeting::With(points) = meeting {
                let found = Match {
                    candidate: field.candidate,
                    field: field.number,
                    score: wanted.score(&scorer, text) + points + field.points,
                };
                add_best(&mut matches, found);
            }
        }
        (left, matches)
    }

    /// The same by two threads.
    fn look_in_two(&self, wanted: &Wanted, among: &[u32]) -> (Vec<u32>, Vec<Match>) {
        let (here, there) = among.split_at(among.len() / 2);
        thread::scope(|scope| {
            let other = thread::Builder::new().spawn_scoped(scope, || self.look(wanted, there));
            let (mut left, mut matches) = self.look(wanted, here);
            let (left_there, matches_there) = match other.map(thread::ScopedJoinHandle::join) {
                Ok(joined) => joined.unwrap_or_else(|panic| resume_unwind(panic)),
                Err(_) => self.look(wanted, there),
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
        for word in query_words(query)
            .split(' ')
            .filter(|word| !word.is_empty())
        {
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

/// Words that stand before names.
const ARTICLES: [&str; 5] = ["de", "het", "een", "the", "an"];

/// The words of a query, folded, with a space between each two. The ending of `EKV’s` is no word, nor is an
/// article before others.
fn query_words(query: &str) -> String {
    let is_between = |c: char| !c.is_alphanumeric();
    let mut words = String::new();
    let mut before = None;
    for piece in fold(&undotted(query)).split_inclusive(is_between) {
        let word = piece.trim_end_matches(is_between);
        let is_ending = word == "s" && before == Some('\'');
        before = piece.chars().next_back();
        if word.is_empty() || is_ending {
            continue;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words += word;
    }
    match words.split_once(' ') {
        Some((first, rest)) if ARTICLES.contains(&first) => rest.to_owned(),
        _ => words,
    }
}

/// The words of a query, prepared for many fields.
struct Wanted<'query> {
    words: Vec<&'query str>,
    /// The letters that a field must have, as a set.
    letters: u64,
}

impl<'query> Wanted<'query> {
    fn new(query: &'query str) -> Self {
        let words: Vec<&str> = score::words(query).collect();
        Self {
            letters: words.iter().fold(0, |set, word| set | score::letters(word)),
            words,
        }
    }

    /// How a field, folded, meets all its words, and with how many points of ours.
    fn meets(&self, field: &str) -> Meeting {
        let mut points = 0;
        for word in &self.words {
            match score::meet(field, word) {
                Meeting::With(more) => points += more,
                other => return other,
            }
        }
        if score::words(field).eq(self.words.iter().copied()) {
            points += EXACT;
        }
        Meeting::With(points)
    }

    /// The matcher's points for a field that meets all its words.
    fn score(&self, scorer: &Scorer, field: &str) -> i64 {
        let words = self.words.iter();
        words.map(|word| scorer.score(field, word)).sum()
    }
}

/// The fields by which an entity is found; the first is its name. One holds name and abbreviation, as they
/// are copied from a text: `Raad van Europa (RvE)`.
pub fn fields(entity: &Entity) -> impl Iterator<Item = (Cow<'_, str>, Source)> {
    let written = entity
        .forms()
        .map(|form| (Cow::from(form), Source::Written));
    let short = entity.abbreviation.as_ref();
    let both = short.map(|short| format!("{} ({short})", entity.name));
    let both = both.map(|both| (Cow::from(both), Source::Written));
    let also = entity.looked_for_by();
    let also = also.map(|form| (Cow::from(form), Source::Also));
    written.chain(both).chain(also)
}

/// The entities named in a letter, by index, those named most first.
#[must_use]
pub fn named(catalogue: &Catalogue, mentions: &Mentions) -> Vec<usize> {
    let mut named: Vec<usize> = (0..catalogue.count())
        .filter(|&index| mentions.of(index).len() > 0)
        .collect();
    named.sort_by_key(|&index| Reverse(mentions.of(index).len()));
    named
}

/// The entities named in the letter that are called exactly as is typed, whatever the letter calls them.
#[must_use]
pub fn called(catalogue: &Catalogue, mentions: &Mentions, typed: &str) -> Vec<usize> {
    let typed = query_words(typed);
    let mut called = named(catalogue, mentions);
    called.retain(|&index| is_called(catalogue.entity(index), &typed));
    called
}

/// Whether anybody in a catalogue is called exactly as is typed, named in a letter or not. It costs nothing that grows
/// with a letter, as finding the names in it does.
#[must_use]
pub fn is_a_name(catalogue: &Catalogue, typed: &str) -> bool {
    let typed = query_words(typed);
    catalogue.entities().any(|entity| is_called(entity, &typed))
}

/// What a thing is, as the last word of its name, which people leave away: `anti-SLAPP` for *Anti-SLAPP-richtlijn*.
const LEFT_AWAY: [&str; 14] = [
    "richtlijn",
    "richtlijnen",
    "verordening",
    "wet",
    "verdrag",
    "akkoord",
    "strategie",
    "programma",
    "fonds",
    "directive",
    "regulation",
    "act",
    "convention",
    "treaty",
];

fn is_called(entity: &Entity, typed: &str) -> bool {
    let typed = query_words(typed);
    let is_typed = |(name, _): (Cow<str>, Source)| {
        let name = query_words(&name);
        let behind = name.strip_prefix(&*typed);
        let is_left_away = |word| LEFT_AWAY.contains(&word);
        behind
            .is_some_and(|rest| rest.is_empty() || rest.strip_prefix(' ').is_some_and(is_left_away))
    };
    !typed.is_empty() && fields(entity).any(is_typed)
}

/// Where entities are named, in the order of the text.
#[must_use]
pub fn mentions_of(mentions: &Mentions, entities: &[usize]) -> Vec<Span> {
    let mut spans: Vec<Span> = entities
        .iter()
        .flat_map(|&index| mentions.of(index))
        .collect();
    spans.sort_by_key(|span| (span.paragraph, span.start));
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

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
            ("(EHRM)", Some("Europees Hof voor de Rechten van de Mens")),
            ("MRF’s", Some("Mensenrechtenfonds")),
            ("M.R.F.", Some("Mensenrechtenfonds")),
            ("R.v.E.", Some("Raad van Europa")),
            ("“Raad van Europa”,", Some("Raad van Europa")),
            ("Raad van Europa’s", Some("Raad van Europa")),
            ("raad-van-europa", Some("Raad van Europa")),
            ("de Raad van Europa", Some("Raad van Europa")),
            ("minecza", Some("Ministerie van Economische Zaken")),
            ("weel", None),
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
        use super::super::{ALSO, EXACT, Source, fold, query_words, score::SMALL};
        use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

        pub type Fields = Vec<(String, Source)>;

        /// Candidate, field and score of all that match, best first.
        pub fn rank(query: &str, candidates: &[(Fields, i64)]) -> Vec<(usize, usize, i64)> {
            let query = query_words(query);
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
            let own = folded.split(|c: char| !c.is_alphanumeric());
            if own
                .filter(|word| !word.is_empty())
                .eq(words.iter().copied())
            {
                score += EXACT;
            }
            for word in words {
                score += points(word, &folded)?;
                score += SkimMatcherV2::default().fuzzy_match(&folded, word)?;
            }
            Some(score - i64::try_from(folded.chars().count()).unwrap().min(90) / 3)
        }

        fn points(word: &str, field: &str) -> Option<i64> {
            let letters = word.chars().count();
            let places = field.match_indices(word);
            let place = places.map(|(at, _)| place_points(field, at, word)).max();
            if place.is_some_and(|place| letters > 2 || place > 30) {
                return place;
            }
            let own = field
                .as_bytes()
                .split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
            let own: Vec<&[u8]> = own.filter(|word| !word.is_empty()).collect();
            let starts = (0..own.len()).filter(|&first| !SMALL.contains(&own[first]));
            let begins = { starts }.any(|first| begins(&own[first..], word.as_bytes()));
            let in_one = own.iter().any(|own| in_one(own, word.as_bytes()));
            (letters > 3 && (begins || in_one)).then_some(-30)
        }

        /// Whether the letters are the beginnings of these words, the first of them included.
        fn begins(words: &[&[u8]], letters: &[u8]) -> bool {
            let Some((first, rest)) = words.split_first() else {
                return false;
            };
            let goes_on = |run: usize| {
                let short = rest.iter().take_while(|word| word.len() <= 4).count();
                run == letters.len() && !SMALL.contains(first)
                    || (0..=short)
                        .any(|next| begins(rest.get(next..).unwrap_or_default(), &letters[run..]))
            };
            (1..=letters.len())
                .take_while(|&run| first.starts_with(&letters[..run]))
                .any(goes_on)
        }

        fn in_one(word: &[u8], letters: &[u8]) -> bool {
            let mut passed = 0;
            let mut wanted = letters.iter().peekable();
            for (index, byte) in word.iter().enumerate() {
                match wanted.peek() {
                    Some(next) if *next == byte => drop(wanted.next()),
                    Some(_) if index == 0 => return false,
                    Some(_) => passed += 1,
                    None => break,
                }
            }
            wanted.peek().is_none() && passed <= letters.len() / 6
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

    fn text(random: &mut Random, pieces: &[&str], most: usize) -> String {
        (0..=random.below(most))
            .map(|_| random.pick(pieces))
            .collect()
    }

    /// Candidates and the pieces of which their fields and the queries are made.
    fn made(random: &mut Random, pieces: &[&str]) -> Vec<(plain::Fields, i64)> {
        let mut fields = |_| {
            let source = random.pick(&[Source::Written, Source::Written, Source::Also]);
            (text(random, pieces, 9), source)
        };
        (0..60)
            .map(|index| ((0..index % 4).map(&mut fields).collect(), -60 * (index % 3)))
            .collect()
    }

    /// What a reader does to a query: types, takes back, types in the middle, pastes, starts anew.
    fn edit(random: &mut Random, query: &mut String, pieces: &[&str]) {
        let piece = random.pick(pieces);
        match random.below(12) {
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
        let mut random = Random(0x5eed);
        let (mut asked, mut found) = (0, 0);
        for round in 0..24 {
            let pieces = [&LETTERS[..], &SYLLABLES, &ODD][round % 3];
            let candidates = made(&mut random, pieces);
            let mut finder = Finder::default();
            for (fields, weight) in &candidates {
                let fields = fields.iter().map(|(text, source)| (text.as_str(), *source));
                finder.add(fields, *weight);
            }
            let mut query = String::new();
            for _ in 0..160 {
                edit(&mut random, &mut query, pieces);
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
        let mut random = Random(7);
        let mut finder = Finder::default();
        for _ in 0..MANY / 2 {
            let fields = [(); 3].map(|()| text(&mut random, &PIECES, 4));
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
            let wanted = Wanted::new(query);
            let one = finder.look(&wanted, among);
            assert_eq!(finder.look_in_two(&wanted, among), one, "{query}");
            assert_eq!(one.1.is_empty(), query == "qq");
        }
    }

    #[test]
    fn taking_letters_back_looks_at_nothing_again() {
        let mut finder = Finder::default();
        for name in ["Raad van Europa", "Raad van State", "Europese Raad"] {
            finder.add([(name, Source::Written)], 0);
        }
        for query in ["r", "ra", "raa", "raad", "raad s", "raad st", "raad sta"] {
            finder.rank(query);
        }
        let kept = |finder: &Finder| {
            let steps = finder.steps.iter().map(|step| step.query.clone());
            steps.collect::<Vec<_>>()
        };
        assert_eq!(kept(&finder).len(), 8);
        let matches = finder.steps[5].matches.as_ptr();
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
