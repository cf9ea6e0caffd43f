//! Echoes: the words that a response takes up from the recommendation it answers.
//!
//! The rule is plain and always gives the same. Words are compared by their stems, folded, and words
//! that carry no subject (`assets/echo.toml`) do not count. Where several follow one another on both
//! sides, with the same small words between them, they are one echo. Of a compound that begins with a
//! long word of the other side that word echoes, and no more. An echo says that a word comes back and
//! nothing else: whoever echoes has not answered, and whoever does not may have.

pub(super) mod word;

use super::runs::Runs;
use crate::letter::{Letter, Section, Span, touching};
use std::{
    collections::{HashMap, HashSet},
    mem,
};
use word::{Word, words};

/// So much of a response is looked at, in bytes: three times the longest letter's whole. Only a text that is no
/// response has more, and finding echoes in megabytes would make a key wait.
const LOOKED_AT: usize = 64 * 1024;

/// And so much of a recommendation.
const READ: usize = 16 * 1024;

/// How many letters of a compound its first word has at least for it to echo.
const FIRST: usize = 8;

/// How many it has at most. Words are not that long; a run of letters without end is.
const LAST: usize = 60;

/// How many letters a compound has more than that word.
const MORE: usize = 3;

/// What a response takes up from its recommendation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Echo {
    /// Where the words stand, on both sides, in the order of the text and without overlap.
    pub spans: Vec<Span>,
    /// How many different words are taken up.
    pub words: usize,
    /// At how many places of the response.
    pub places: usize,
    /// Whether all of both texts was looked at.
    pub is_whole: bool,
}

impl Echo {
    /// The spans that touch a stretch of the text.
    #[must_use]
    pub fn touching(&self, shown: Span) -> &[Span] {
        touching(&self.spans, shown)
    }
}

/// What the response of a section takes up from its recommendation.
#[must_use]
pub fn find(letter: &Letter, section: &Section) -> Echo {
    let (asked, whole_asked) = words(letter, letter.recommendation(section), READ);
    let (said, whole_said) = words(letter, letter.response(section), LOOKED_AT);
    let echo = compare(&asked, &said);
    Echo {
        is_whole: whole_asked && whole_said,
        ..echo
    }
}

/// Where both sides have the same.
#[derive(Default)]
struct Found<'words> {
    spans: Vec<Span>,
    places: usize,
    /// The stems of the recommendation's words that are taken up.
    words: HashSet<&'words str>,
}

fn compare(asked: &[Word], said: &[Word]) -> Echo {
    let mut found = Found::default();
    same_words(asked, said, &mut found);
    same_starts(asked, said, &mut found);
    found.spans.sort_unstable();
    Echo {
        spans: merged(&found.spans),
        words: found.words.len(),
        places: found.places,
        is_whole: true,
    }
}

/// Finds the words, and the longest runs of words, that both sides have.
fn same_words<'words>(
    asked: &'words [Word<'_>],
    said: &'words [Word<'_>],
    found: &mut Found<'words>,
) {
    let both = Numbered::of(asked, said);
    let runs = Runs::of(&both.numbers);
    let mut places = vec![false; both.numbers.len()];
    for &place in &both.places[..asked.len()] {
        places[place] = true;
    }
    let longest = runs.with(&places);
    // From where in the response a run is taken up.
    let mut taken = vec![false; both.numbers.len()];
    let mut index = 0;
    while index < said.len() {
        let place = both.places[asked.len() + index];
        if said[index].stem.is_none() || longest[place] == 0 {
            index += 1;
            continue;
        }
        taken[place] = true;
        let run = upto_subject(&said[index..index + longest[place]]);
        let stems = run.iter().filter_map(|word| word.stem.as_deref());
        found.words.extend(stems);
        found.spans.push(span(run));
        found.places += 1;
        index += run.len();
    }
    let longest = runs.with(&taken);
    for (index, place) in (0..asked.len()).zip(&both.places) {
        if asked[index].stem.is_some() && longest[*place] > 0 {
            let run = upto_subject(&asked[index..index + longest[*place]]);
            found.spans.push(span(run));
        }
    }
}

/// The words of both sides as numbers: two have the same where their stems are, or where they carry no
/// subject and are the same. Where a sentence, or a part of one, ends is a number of its own.
struct Numbered {
    numbers: Vec<usize>,
    /// Where each word stands in them.
    places: Vec<usize>,
}

impl Numbered {
    fn of(asked: &[Word], said: &[Word]) -> Self {
        let mut known = HashMap::new();
        let mut numbers = Vec::new();
        let mut places = Vec::new();
        for word in asked.iter().chain(said) {
            if word.is_first {
                numbers.push(usize::MAX - numbers.len());
            }
            let same = (
                word.stem.is_some(),
                word.stem.as_ref().unwrap_or(&word.folded),
            );
            let next = known.len();
            places.push(numbers.len());
            numbers.push(*known.entry(same).or_insert(next));
        }
        Self { numbers, places }
    }
}

/// A run of words up to the last that carries a subject.
fn upto_subject<'run, 'text>(run: &'run [Word<'text>]) -> &'run [Word<'text>] {
    let last = run.iter().rposition(|word| word.stem.is_some());
    &run[..last.map_or(0, |last| last + 1)]
}

/// The span from the first of these words to the last; they stand in one paragraph.
fn span(words: &[Word]) -> Span {
    let (first, last) = (&words[0], &words[words.len() - 1]);
    Span {
        end: last.span.end,
        ..first.span
    }
}

/// Finds the compounds of one side that begin with a word of the other: `mensenrechten` and
/// `mensenrechtenbeleid`.
fn same_starts<'words>(
    asked: &'words [Word<'_>],
    said: &'words [Word<'_>],
    found: &mut Found<'words>,
) {
    let mut whole: HashMap<&str, Vec<&Word>> = HashMap::new();
    let mut starts: HashMap<&str, Vec<&Word>> = HashMap::new();
    let long = |word: &&Word| word.stem.is_some() && word.folded.len() >= FIRST;
    for word in asked.iter().filter(long) {
        whole.entry(&word.folded).or_default().push(word);
        for start in compound_starts(&word.folded) {
            starts.entry(start).or_default().push(word);
        }
    }
    for word in said.iter().filter(long) {
        if word
            .stem
            .as_deref()
            .is_some_and(|stem| found.words.contains(stem))
        {
            continue;
        }
        let longest = compound_starts(&word.folded)
            .filter(|start| whole.contains_key(start))
            .last();
        let (start, words) = match longest {
            Some(start) => (start, &mut whole),
            None => (&*word.folded, &mut starts),
        };
        let Some(alike) = words.get_mut(start) else {
            continue;
        };
        let letters = start.chars().count();
        found.spans.push(word.start(letters));
        found.places += 1;
        // The words of the recommendation are taken up once, however often they are said.
        for word in mem::take(alike) {
            found.spans.push(word.start(letters));
            found.words.extend(word.stem.as_deref());
        }
    }
}

/// What a compound may have for its first word.
fn compound_starts(folded: &str) -> impl Iterator<Item = &str> {
    let count = folded.chars().count();
    let ends = folded.char_indices().enumerate();
    let last = count.saturating_sub(MORE).min(LAST);
    ends.filter(move |(letters, _)| (FIRST..=last).contains(letters))
        .map(|(_, (at, _))| &folded[..at])
}

/// Spans in order, those that overlap as one.
fn merged(spans: &[Span]) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if last.paragraph == span.paragraph && span.start < last.end => {
                last.end = last.end.max(span.end);
            }
            _ => merged.push(*span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::{
        word::{SHORTEST, read, stop_words},
        *,
    };
    use crate::{letter, random::Random, text::fold::fold};
    use std::ops::Range;

    /// What echoes in a letter of one recommendation and its response, side by side.
    fn echoes(asked: &str, said: &str) -> [Vec<String>; 2] {
        let source = format!("Aanbeveling 1: {asked}\n\n{said}\n\nNog een alinea.");
        let letter = letter::read(source).unwrap();
        let section = &letter.sections()[letter.section_of(1.min(letter.paragraphs().len() - 1))];
        sides(&letter, section)
    }

    fn sides(letter: &Letter, section: &Section) -> [Vec<String>; 2] {
        let recommendation = letter.recommendation(section);
        let mut sides = [Vec::new(), Vec::new()];
        for span in find(letter, section).spans {
            let side = usize::from(!recommendation.contains(&span.paragraph));
            sides[side].push(letter.words(span).to_owned());
        }
        sides
    }

    #[test]
    fn words_echo_in_other_forms_and_small_words_do_not() {
        for (asked, said, left, right) in [
            (
                "Bescherm journalisten.",
                "De bescherming van de journalist.",
                &["Bescherm", "journalisten"][..],
                &["bescherming", "journalist"][..],
            ),
            // The same words, the same order, the same small words between: one echo.
            (
                "Zet in op het beschermen en vergroten van maatschappelijke ruimte.",
                "Het beschermen en vergroten van de maatschappelijke ruimte.",
                &["beschermen en vergroten", "maatschappelijke ruimte"],
                &["beschermen en vergroten", "maatschappelijke ruimte"],
            ),
            (
                "Steun vrede. Recht telt.",
                "Vrede, recht.",
                &["vrede", "Recht"],
                &["Vrede", "recht"],
            ),
            (
                "Financiën en coördinatie.",
                "FINANCIEN!",
                &["Financiën"],
                &["FINANCIEN"],
            ),
            // Of a compound what it begins with, on either side.
            (
                "Over mensenrechten.",
                "Mensenrechtenbeleid.",
                &["mensenrechten"],
                &["Mensenrechten"],
            ),
            (
                "Mensenrechtenschendingen.",
                "De mensenrechten.",
                &["Mensenrechten"],
                &["mensenrechten"],
            ),
            (
                "Diaspora’s.",
                "Diasporagemeenschappen.",
                &["Diaspora"],
                &["Diaspora"],
            ),
            ("De EU en de VN.", "Een EU-richtlijn.", &["EU"], &["EU"]),
            (
                "The right to peaceful protest.",
                "Any peaceful protest is a right.",
                &["right", "peaceful protest"],
                &["peaceful protest", "right"],
            ),
            (
                "Het moet, mag en kan ook daarbij.",
                "Het moet, mag en kan ook daarbij.",
                &[],
                &[],
            ),
            (
                "Van deze aanbeveling.",
                "Deze aanbeveling van Nederland.",
                &[],
                &[],
            ),
            ("Het beleid.", "De beleidsafweging.", &[], &[]),
            ("Politie.", "Politiek.", &[], &[]),
            ("Vrij.", "Vrijheid.", &[], &[]),
        ] {
            assert_eq!(echoes(asked, said), [left, right], "‘{asked}’ ‘{said}’");
        }
    }

    #[test]
    fn what_the_embedded_letter_takes_up() {
        let letter = letter::embedded();
        let section = |number: usize| sides(&letter, &letter.sections()[number]);
        for (number, left) in [
            (
                1,
                &[
                    "beleidsnota «Mensenrechten, Democratie en Internationale Rechtsorde",
                    "consistent",
                    "maatschappelijke ruimte",
                    "mensenrechten",
                ][..],
            ),
            (
                3,
                &[
                    "bescherming van persvrijheid en politieke en burgerlijke rechten en vrijheden",
                    "randvoorwaarden voor een gezonde maatschappelijke ruimte",
                    "ondersteunen",
                    "mensenrechten wereldwijd",
                ],
            ),
            (
                4,
                &[
                    "initiatieven",
                    "beschermen en vergroten van maatschappelijke ruimte",
                    "prioriteit",
                    "initiatieven",
                    "online",
                    "ruimte",
                    "beschermen",
                    "versterken",
                ],
            ),
            (
                8,
                &[
                    "bedrijfsleven",
                    "richtlijn",
                    "maatschappelijke ruimte",
                    "economische",
                ],
            ),
        ] {
            assert_eq!(section(number)[0], left, "{number}");
        }
        let [_, right] = section(7);
        assert_eq!(
            right[0],
            "beschermen van maatschappelijke ruimte in Nederland en Europa"
        );
        assert!(right.contains(&"buitenlandse inmenging".to_owned()));
    }

    #[test]
    fn echoes_are_whole_words_in_order_and_none_is_a_stop_word() {
        let letter = letter::embedded();
        let stop = stop_words();
        for section in &letter.sections()[1..9] {
            let echo = find(&letter, section);
            assert!(echo.is_whole && echo.words > 3 && echo.places >= echo.words / 2);
            for pair in echo.spans.windows(2) {
                let apart = pair[0].paragraph < pair[1].paragraph || pair[0].end <= pair[1].start;
                assert!(apart, "{pair:?}");
            }
            for span in &echo.spans {
                let text = letter.paragraph(span.paragraph);
                assert!(!text[..span.start].ends_with(char::is_alphanumeric));
                let words = letter.words(*span);
                assert!(!stop.contains(&fold(words)), "{words}");
                assert!(
                    words.chars().count() >= SHORTEST || words == "EU",
                    "{words}"
                );
                assert_eq!(echo.touching(*span), [*span]);
            }
        }
        for section in [&letter.sections()[0], &letter.sections()[9]] {
            assert_eq!(find(&letter, section).spans, []);
        }
    }

    #[test]
    fn of_a_response_without_end_the_start_is_looked_at() {
        let source = format!(
            "Aanbeveling 1: Vrede.\n\n{}",
            "Vrede is goed. é ".repeat(100_000)
        );
        let letter = letter::read(source).unwrap();
        let section = letter.sections().last().unwrap();
        let echo = find(&letter, section);
        assert!(!echo.is_whole);
        assert_eq!(echo.words, 1);
        let last = echo.spans.last().unwrap();
        assert!((LOOKED_AT - 20..=LOOKED_AT).contains(&last.end), "{last:?}");
    }

    /// Words, read as those of one paragraph.
    fn read_all(text: &str, paragraph: usize) -> Vec<Word<'_>> {
        let mut words = Vec::new();
        read(text, paragraph, stop_words(), &mut words);
        words
    }

    #[test]
    fn what_is_said_often_is_found_once() {
        for (asked, said) in [
            ("EU. ", "EU. "),
            ("EU ", "EU "),
            ("EU de ", "EU de EU. "),
            ("verkenningen ", "verkenningenbeleidje "),
            ("verkenningenbeleidje ", "verkenningen "),
        ] {
            let (asked, said) = (asked.repeat(300), said.repeat(500));
            let (asked, said) = (read_all(&asked, 0), read_all(&said, 1));
            let mut found = Found::default();
            same_words(&asked, &said, &mut found);
            same_starts(&asked, &said, &mut found);
            let (spans, words) = (found.spans.len(), asked.len() + said.len());
            assert!(0 < spans && spans <= words, "{spans} in {words} words");
        }
    }

    #[test]
    fn a_word_without_end_has_few_starts() {
        assert!(compound_starts(&"mens".repeat(10_000)).count() < 100);
    }

    /// Where words of both texts are alike, found by holding every word against every other.
    fn plainly<'words>(asked: &'words [Word], said: &'words [Word]) -> Found<'words> {
        let mut found = Found::default();
        let mut index = 0;
        while index < said.len() {
            let lengths = (0..asked.len()).map(|from| shared(&asked[from..], &said[index..]));
            let lengths: Vec<usize> = lengths.collect();
            let longest = lengths.iter().copied().max().unwrap_or(0);
            if said[index].stem.is_none() || longest == 0 {
                index += 1;
                continue;
            }
            for (from, &length) in lengths
                .iter()
                .enumerate()
                .filter(|(_, length)| **length > 0)
            {
                found.spans.push(span(&asked[from..from + length]));
            }
            let run = &said[index..index + longest];
            found
                .words
                .extend(run.iter().filter_map(|word| word.stem.as_deref()));
            found.spans.push(span(run));
            found.places += 1;
            index += longest;
        }
        found
    }

    /// How many words both texts have in common from here on, up to the last that carries a subject.
    fn shared(asked: &[Word], said: &[Word]) -> usize {
        let same = |one: &Word, other: &Word| match (&one.stem, &other.stem) {
            (Some(one), Some(other)) => one == other,
            (None, None) => one.folded == other.folded,
            _ => false,
        };
        let mut length = 0;
        for (index, (one, other)) in asked.iter().zip(said).enumerate() {
            let parted = index > 0 && (one.is_first || other.is_first);
            if parted || !same(one, other) {
                break;
            }
            if one.stem.is_some() {
                length = index + 1;
            }
        }
        length
    }

    #[test]
    fn runs_are_those_that_a_plain_comparison_finds() {
        const PARTS: [&str; 7] = ["EU ", "EU ", "VN ", "de ", "de ", "en ", "journalisten. "];
        let mut random = Random(9);
        let mut text = |parts: u32| -> String { (0..parts).map(|_| random.pick(&PARTS)).collect() };
        let pairs: Vec<_> = (0..400).map(|n| (text(n % 40), text(n % 70))).collect();
        let letter = letter::embedded();
        let whole = |range: Range<usize>| -> String {
            range.map(|paragraph| letter.paragraph(paragraph)).collect()
        };
        let sections = letter.sections().iter().map(|section| {
            let said = whole(letter.response(section));
            (whole(letter.recommendation(section)), said)
        });
        for (asked, said) in pairs.into_iter().chain(sections) {
            let (first, second) = (read_all(&asked, 0), read_all(&said, 1));
            let plain = plainly(&first, &second);
            let mut found = Found::default();
            same_words(&first, &second, &mut found);
            let spans = |found: &Found| {
                let mut spans = found.spans.clone();
                spans.sort_unstable();
                merged(&spans)
            };
            assert_eq!(spans(&found), spans(&plain), "‘{asked}’ ‘{said}’");
            assert_eq!(found.places, plain.places, "‘{asked}’ ‘{said}’");
            assert_eq!(found.words, plain.words, "‘{asked}’ ‘{said}’");
        }
    }
}
