//! Search in the letter's text, fast enough to run again at each keystroke.
//!
//! A query is folded once, the text never as a whole. Of the query's letters the one that Dutch
//! uses least is its anchor. Two scans that allocate nothing (one for the anchor in ASCII, one for
//! other characters that fold to it) lead from place to place where it stands, and only around
//! those places is the text folded and compared. So a word that is not there costs one pass.
//!
//! Near hits are another matter, and another file's.

pub use super::near::{near, near_on};

use super::alike::Case;
use crate::letter::{Letter, Place, Span};
use std::ops::Range;

/// The characters of Dutch running text, the most common first; what is not here is rarer still.
const COMMON: &str = " enatirodslghvkmubpwjzcf.,-";

/// How many bytes are tested at a time for being ASCII.
const RUN: usize = 64;

/// What is looked for, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    letters: Vec<char>,
    /// The letter by which places are found, by index; never a space.
    anchor: usize,
    case: Case,
}

impl Query {
    /// A query for what is typed; none where that is nothing but white space.
    ///
    /// Case counts if it holds a capital. Accents never count, nor do the kinds of quotes, dashes and
    /// white space, how much white space there is, and white space around it.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let case = if text.chars().any(char::is_uppercase) {
            Case::Counts
        } else {
            Case::Ignored
        };
        let mut letters: Vec<char> = Vec::with_capacity(text.len());
        for c in text.chars() {
            for &letter in case.fold(c).as_slice() {
                if letter != ' ' || letters.last().is_some_and(|&last| last != ' ') {
                    letters.push(letter);
                }
            }
        }
        if letters.last() == Some(&' ') {
            letters.pop();
        }
        let rarity = |letter: char| {
            COMMON
                .find(letter)
                .unwrap_or(COMMON.len() + usize::from(!letter.is_ascii()))
        };
        let anchor = (0..letters.len()).max_by_key(|&index| rarity(letters[index]))?;
        Some(Self {
            letters,
            anchor,
            case,
        })
    }
}

impl Query {
    /// Whether this query can only stand where that other stands.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        let stricter = self.case == other.case || other.case == Case::Ignored;
        stricter && self.letters.starts_with(&other.letters)
    }
}

/// All places in a letter where a query stands, in order and without overlap. The lines of the head
/// are searched too, the letter's own headings of sections are not.
#[must_use]
pub fn matches(letter: &Letter, query: &Query) -> Vec<Span> {
    within(letter, query, 0..letter.paragraphs().len()).collect()
}

/// Looks on from a place for about so many bytes of text, and adds the matches to `found`; says where
/// to go on, if there is more. However a letter is sliced, the matches are those of [`matches()`].
pub fn matches_on(
    letter: &Letter,
    query: &Query,
    from: Place,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Place> {
    let count = letter.paragraphs().len();
    let mut left = bytes;
    let mut start = from.byte;
    for paragraph in from.paragraph..count {
        let text = letter.paragraph(paragraph);
        let until = start.saturating_add(left);
        for range in Scan::new(query, text, start) {
            let byte = range.end;
            found.push(span(paragraph, range));
            if byte >= until {
                return Some(Place { paragraph, byte });
            }
        }
        left = left.saturating_sub(text.len() - start);
        start = 0;
        if left == 0 && paragraph + 1 < count {
            return Some(Place {
                paragraph: paragraph + 1,
                byte: 0,
            });
        }
    }
    None
}

/// The first match from a place on or, where there is none, from the start of the letter.
#[must_use]
pub fn first_from(letter: &Letter, query: &Query, place: Place) -> Option<Span> {
    let Place { paragraph, byte } = place;
    let count = letter.paragraphs().len();
    let mut here = Scan::new(query, letter.paragraph(paragraph), 0);
    here.find(|range| range.start >= byte)
        .map(|range| span(paragraph, range))
        .or_else(|| within(letter, query, paragraph + 1..count).next())
        .or_else(|| within(letter, query, 0..paragraph + 1).next())
}

/// The places in a run of paragraphs where a query stands, found one by one as they are asked for.
pub fn within<'text>(
    letter: &'text Letter,
    query: &'text Query,
    paragraphs: Range<usize>,
) -> impl Iterator<Item = Span> + 'text {
    paragraphs.flat_map(move |paragraph| {
        let found = Scan::new(query, letter.paragraph(paragraph), 0);
        found.map(move |range| span(paragraph, range))
    })
}

fn span(paragraph: usize, range: Range<usize>) -> Span {
    Span {
        paragraph,
        start: range.start,
        end: range.end,
    }
}

/// The bytes of one text where a query stands, in order and without overlap.
#[must_use]
pub fn in_text(query: &Query, text: &str) -> Vec<Range<usize>> {
    Scan::new(query, text, 0).collect()
}

/// Whether a query stands in a text at all.
pub(super) fn stands_in(query: &Query, text: &str) -> bool {
    Scan::new(query, text, 0).next().is_some()
}

/// The walk from match to match through one text.
struct Scan<'text> {
    query: &'text Query,
    text: &'text str,
    /// The byte before which no further match starts.
    from: usize,
    /// The next place of the anchor as one ASCII byte.
    narrow: Option<usize>,
    /// The next place of the anchor as any other character.
    wide: Option<usize>,
}

impl<'text> Scan<'text> {
    /// A walk from a byte on, before which no match starts.
    fn new(query: &'text Query, text: &'text str, from: usize) -> Self {
        let mut scan = Self {
            query,
            text,
            from,
            narrow: None,
            wide: None,
        };
        scan.narrow = scan.next_narrow(from);
        scan.wide = scan.next_wide(from);
        scan
    }

    fn anchor(&self) -> char {
        self.query.letters[self.query.anchor]
    }

    fn next_narrow(&self, mut from: usize) -> Option<usize> {
        let anchor = u8::try_from(self.anchor()).ok().filter(u8::is_ascii)?;
        let both = self.query.case == Case::Ignored && anchor.is_ascii_lowercase();
        let bytes = self.text.as_bytes();
        loop {
            let rest = bytes.get(from..)?;
            let at = from
                + if both {
                    memchr::memchr2(anchor, anchor.to_ascii_uppercase(), rest)?
                } else {
                    memchr::memchr(anchor, rest)?
                };
            if self.may_stand_around(at) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// A quick look at the bytes beside the anchor: false only where no match can be.
    fn may_stand_around(&self, at: usize) -> bool {
        let Query {
            letters,
            anchor,
            case,
        } = self.query;
        let may_be = |byte: Option<&u8>, letter: Option<&char>| {
            let plain = byte.and_then(|&byte| case.plain(char::from(byte)));
            plain.is_none() || letter.is_none() || plain.as_ref() == letter
        };
        let bytes = self.text.as_bytes();
        let before = anchor.checked_sub(1).and_then(|index| letters.get(index));
        may_be(bytes.get(at + 1), letters.get(anchor + 1))
            && may_be(at.checked_sub(1).and_then(|at| bytes.get(at)), before)
    }

    fn next_wide(&self, mut from: usize) -> Option<usize> {
        loop {
            from += not_ascii(self.text.as_bytes().get(from..)?)?;
            let c = self.text[from..].chars().next()?;
            if may_fold_to(c, self.anchor())
                && self.query.case.fold(c).as_slice().contains(&self.anchor())
            {
                return Some(from);
            }
            from += c.len_utf8();
        }
    }

    /// The match whose anchor is in the character at a byte.
    fn around(&self, at: usize) -> Option<Range<usize>> {
        let c = self.text[at..].chars().next()?;
        let folded = self.query.case.fold(c);
        let (before, after) = self.query.letters.split_at(self.query.anchor);
        folded
            .as_slice()
            .iter()
            .enumerate()
            .filter(|&(_, letter)| *letter == after[0])
            .find_map(|(index, _)| {
                let (own_before, own_after) = folded.as_slice().split_at(index);
                let start = self.start(at, meet_end(before, own_before)?)?;
                let end = self.end(at + c.len_utf8(), meet_start(after, own_after)?)?;
                Some(start..end)
            })
    }

    /// Matches letters backward from the byte `at`: where the first of them stands.
    fn start(&self, mut at: usize, mut wanted: &[char]) -> Option<usize> {
        let mut spaced = false;
        while !wanted.is_empty() {
            let c = self.text[self.from..at].chars().next_back()?;
            let folded = self.query.case.fold(c);
            let space = folded.as_slice() == [' '];
            if !(space && spaced) {
                wanted = meet_end(wanted, folded.as_slice())?;
            }
            spaced = space || (spaced && folded.as_slice().is_empty());
            at -= c.len_utf8();
        }
        Some(at)
    }

    /// Matches letters onward from the byte `at`: where the last of them ends, with the marks that
    /// combine with it.
    fn end(&self, mut at: usize, mut wanted: &[char]) -> Option<usize> {
        let mut spaced = false;
        while !wanted.is_empty() {
            let c = self.text[at..].chars().next()?;
            let folded = self.query.case.fold(c);
            let space = folded.as_slice() == [' '];
            if !(space && spaced) {
                wanted = meet_start(wanted, folded.as_slice())?;
            }
            spaced = space || (spaced && folded.as_slice().is_empty());
            at += c.len_utf8();
        }
        let marks = self.text[at..]
            .chars()
            .take_while(|c| matches!(c, '\u{300}'..='\u{36f}'));
        Some(at + marks.map(char::len_utf8).sum::<usize>())
    }
}

impl Iterator for Scan<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let at = match (self.narrow, self.wide) {
                (Some(narrow), Some(wide)) => narrow.min(wide),
                (narrow, wide) => narrow.or(wide)?,
            };
            let found = if at < self.from {
                None
            } else {
                self.around(at)
            };
            let next = found.as_ref().map_or(at + 1, |found| found.end);
            if self.narrow.is_some_and(|narrow| narrow < next) {
                self.narrow = self.next_narrow(next);
            }
            if self.wide == Some(at) {
                self.wide =
                    self.next_wide(at + self.text[at..].chars().next().map_or(1, char::len_utf8));
            }
            if let Some(found) = found {
                self.from = found.end;
                return Some(found);
            }
        }
    }
}

/// The first byte that is not ASCII.
fn not_ascii(bytes: &[u8]) -> Option<usize> {
    let run = bytes.chunks(RUN).position(|run| !run.is_ascii())? * RUN;
    bytes[run..]
        .iter()
        .position(|byte| !byte.is_ascii())
        .map(|at| run + at)
}

/// Whether it is worth the trouble to fold a character: of all beyond ASCII those that fold to ASCII
/// stand in a few blocks.
const fn may_fold_to(c: char, letter: char) -> bool {
    !letter.is_ascii()
        || matches!(c, '\u{80}'..='\u{24f}' | '\u{37e}' | '\u{1e00}'..='\u{1fff}' | '\u{2000}'..='\u{22ff}' | '\u{fb00}'..='\u{fb06}')
}

/// What is still wanted behind the letters of one character, if they are the next wanted.
fn meet_start<'query>(wanted: &'query [char], letters: &[char]) -> Option<&'query [char]> {
    let (met, rest) = wanted.split_at(wanted.len().min(letters.len()));
    (*met == letters[..met.len()]).then_some(rest)
}

/// What is still wanted before the letters of one character, if they are the last wanted.
fn meet_end<'query>(wanted: &'query [char], letters: &[char]) -> Option<&'query [char]> {
    let (rest, met) = wanted.split_at(wanted.len().saturating_sub(letters.len()));
    (*met == letters[letters.len() - met.len()..]).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn found<'text>(typed: &str, text: &'text str) -> Vec<&'text str> {
        in_text(&Query::new(typed).unwrap(), text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn what_counts_and_what_does_not() {
        for (typed, text, expected) in [
            (
                "bezuiniging",
                "de Bezuinigingsopdracht",
                &["Bezuiniging"][..],
            ),
            ("raad", "Raad, raad en RAAD", &["Raad", "raad", "RAAD"]),
            ("Raad", "Raad, raad en RAAD", &["Raad"]),
            ("CIVICUS", "CIVICUS, Civicus", &["CIVICUS"]),
            (
                "coordinatie",
                "coördinatie, coordinatie",
                &["coördinatie", "coordinatie"],
            ),
            (
                "coördinatie",
                "coördinatie, coordinatie",
                &["coördinatie", "coordinatie"],
            ),
            ("Financien", "Financiën, financiën", &["Financiën"]),
            ("één", "Eén, een, ÉÉN", &["Eén", "een", "ÉÉN"]),
            (
                "één",
                "coo\u{308}peratie e\u{301}e\u{301}n",
                &["e\u{301}e\u{301}n"],
            ),
            ("coo", "coo\u{308}peratie", &["coo\u{308}"]),
            (
                "maatschappij",
                "maat\u{ad}schap\u{ad}pij\u{ad}",
                &["maat\u{ad}schap\u{ad}pij"],
            ),
            (
                "\"tussen\"",
                "«tussen» “tussen” „tussen” \"tussen\"",
                &["«tussen»", "“tussen”", "„tussen”", "\"tussen\""],
            ),
            ("«", "\"a\"", &["\"", "\""]),
            ("ekv's", "EKV’s", &["EKV’s"]),
            ("2022-2027", "2022–2027", &["2022–2027"]),
            (
                "  raad\t van \n europa ",
                "Raad van Europa, Raad  van\u{a0} Europa",
                &["Raad van Europa", "Raad  van\u{a0} Europa"],
            ),
            ("vrijheid", "vrĳheid", &["vrĳheid"]),
            ("vrĳheid", "vrijheid", &["vrijheid"]),
            ("ri", "vrĳheid", &["rĳ"]),
            ("IJ", "Ĳ ĳ ij", &["Ĳ"]),
            ("j", "vrĳ", &["ĳ"]),
            ("financi", "ﬁnanciën", &["ﬁnanci"]),
            ("...", "en… zo...", &["…", "..."]),
            ("€ 5", "kost € 5", &["€ 5"]),
            ("aa", "aaaaa", &["aa", "aa"]),
            ("k", "\u{212a}", &["\u{212a}"]),
            ("мир", "Мир", &["Мир"]),
            ("niets", "", &[]),
            ("afwezig", "niets van dat al", &[]),
        ] {
            assert_eq!(found(typed, text), expected, "‘{typed}’ in ‘{text}’");
        }
        for nothing in ["", " \t\n", "\u{a0}", "\u{ad}\u{308}"] {
            assert_eq!(Query::new(nothing), None);
        }
    }

    #[test]
    fn a_query_typed_on_narrows_it() {
        let query = |typed: &str| Query::new(typed).unwrap();
        for (typed, before, narrows) in [
            ("raad", "raa", true),
            ("raad van", "raad ", true),
            ("raaD", "raa", true),
            ("Raad", "Raa", true),
            ("raad", "Raa", false),
            ("raad", "raaf", false),
            ("raa", "raad", false),
            ("één", "ee", true),
        ] {
            assert_eq!(
                query(typed).narrows(&query(before)),
                narrows,
                "{typed} {before}"
            );
        }
    }

    #[test]
    fn all_that_folds_to_ascii_is_tried() {
        for c in '\u{80}'..=char::MAX {
            let folded = Case::Ignored.fold(c);
            let anchors = folded
                .as_slice()
                .iter()
                .filter(|letter| letter.is_ascii_graphic());
            assert!(
                anchors.into_iter().all(|&letter| may_fold_to(c, letter)),
                "U+{:04X}",
                u32::from(c)
            );
        }
    }

    /// The same search done slowly: the text folded as a whole, every place tried.
    fn plainly(query: &Query, text: &str) -> Vec<Range<usize>> {
        let mut letters: Vec<(char, Range<usize>)> = Vec::new();
        for (at, c) in text.char_indices() {
            for &letter in query.case.fold(c).as_slice() {
                if letter != ' ' || letters.last().is_none_or(|last| last.0 != ' ') {
                    letters.push((letter, at..at + c.len_utf8()));
                }
            }
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        for run in letters.windows(query.letters.len()) {
            let Range { start, .. } = run[0].1;
            let same = run
                .iter()
                .map(|letter| letter.0)
                .eq(query.letters.iter().copied());
            if same && found.last().is_none_or(|last| last.end <= start) {
                let end = run[run.len() - 1].1.end;
                let marks: usize = text[end..]
                    .chars()
                    .take_while(|c| *c == '\u{301}')
                    .map(char::len_utf8)
                    .sum();
                found.push(start..end + marks);
            }
        }
        found
    }

    #[test]
    fn fast_and_slow_search_find_the_same() {
        const LETTERS: [&str; 16] = [
            "a", "A", "e", "é", "É", "n", "n", " ", " ", "\u{a0}", "\u{301}", "\u{ad}", "ĳ", "j",
            "«", "…",
        ];
        let mut seed = 1_u64;
        let mut some = |most: u64| {
            let mut chance = || {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                seed >> 33
            };
            let count = chance() % most;
            (0..count)
                .map(|_| LETTERS[usize::try_from(chance()).unwrap() % LETTERS.len()])
                .collect::<String>()
        };
        for _ in 0..20_000 {
            let text = some(40);
            if let Some(query) = Query::new(&some(5)) {
                assert_eq!(
                    in_text(&query, &text),
                    plainly(&query, &text),
                    "{query:?} in {text:?}"
                );
            }
        }
    }

    #[test]
    fn the_whole_letter_is_searched_and_nothing_beside_its_paragraphs() {
        let letter = letter::embedded();
        let spans = |typed: &str| matches(&letter, &Query::new(typed).unwrap());
        assert_eq!(spans("Aanbeveling 4"), []);
        assert_eq!(spans("brief van de minister").len(), 1);
        assert_eq!(
            spans("raad van europa").len(),
            letter_words(&letter).matches("raad van europa").count()
        );
        for span in spans("mensenrechten") {
            assert_eq!(letter.words(span).to_lowercase(), "mensenrechten");
        }
        let query = Query::new("ruimte").unwrap();
        let from_20: Vec<_> = matches(&letter, &query)
            .into_iter()
            .filter(|span| span.paragraph >= 20)
            .collect();
        assert_eq!(
            within(&letter, &query, 20..letter.paragraphs().len()).collect::<Vec<_>>(),
            from_20
        );
    }

    #[test]
    fn a_letter_searched_in_slices_gives_what_it_gives_at_once() {
        let embedded = letter::source::embedded_source();
        let one_paragraph = embedded.split_whitespace().collect::<Vec<_>>().join(" ");
        for source in [embedded, &one_paragraph, "aaaaa\n\naa"] {
            let letter = letter::read(source).unwrap();
            for typed in ["e", "aa", "raad", "één", "de", "mensenrechten", "afwezig"] {
                let query = Query::new(typed).unwrap();
                let all = matches(&letter, &query);
                for bytes in [1, 300, usize::MAX] {
                    let mut found = Vec::new();
                    let mut next = Some(Place::default());
                    let mut slices = 0;
                    while let Some(place) = next {
                        next = matches_on(&letter, &query, place, bytes, &mut found);
                        slices += 1;
                    }
                    assert_eq!(found, all, "{typed}");
                    assert!(slices == 1 || bytes < usize::MAX);
                }
                for hit in all.iter().chain(&near(&letter, typed)).step_by(31) {
                    let first = first_from(&letter, &query, hit.place());
                    let expected = all.iter().find(|span| span.place() >= hit.place());
                    assert_eq!(first.as_ref(), expected.or(all.first()));
                }
                let near_at_once = near(&letter, typed);
                let (mut found, mut next) = (Vec::new(), Some(0));
                while let Some(paragraph) = next {
                    next = near_on(&letter, typed, paragraph, 100, &mut found);
                }
                assert_eq!(found, near_at_once);
            }
        }
    }

    fn letter_words(letter: &Letter) -> String {
        (0..letter.paragraphs().len())
            .map(|index| letter.paragraph(index).to_lowercase() + "\n")
            .collect()
    }
}
