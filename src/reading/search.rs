//! Search in the letter's text, fast enough to run again at each keystroke.
//!
//! This is what stands as it is typed; kinder ways of looking are other files'. The query is folded once,
//! the text never as a whole.

mod query;
mod scan;

pub use query::Query;
pub(super) use query::{is_quote, is_whole, weight};
pub(super) use scan::Scan;

use crate::letter::{Letter, Place, Span};
use std::ops::Range;

/// A place from which a search goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Onward {
    /// The paragraph, by index.
    pub paragraph: usize,
    /// The byte from which on its text is still to be looked at.
    pub at: usize,
    /// The byte before which no further hit starts.
    floor: usize,
}

impl Onward {
    /// A place in a paragraph, where what was found before does not matter.
    pub(super) const fn at(paragraph: usize, at: usize) -> Self {
        Self {
            paragraph,
            at,
            floor: at,
        }
    }

    /// The start of a paragraph.
    #[must_use]
    pub const fn paragraph(paragraph: usize) -> Self {
        Self {
            paragraph,
            at: 0,
            floor: 0,
        }
    }
}

/// The first byte from one on at which a character starts, or the end of the text.
pub(super) fn boundary(text: &str, byte: usize) -> usize {
    let mut bytes = byte..text.len();
    bytes
        .find(|&byte| text.is_char_boundary(byte))
        .unwrap_or(text.len())
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
    from: Onward,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Onward> {
    let count = letter.paragraphs().len();
    let mut left = bytes;
    let Onward {
        mut at, mut floor, ..
    } = from;
    for paragraph in from.paragraph..count {
        let text = letter.paragraph(paragraph);
        let until = boundary(text, at.saturating_add(left));
        for range in Scan::within(query, text, floor, at..until) {
            floor = range.end;
            if has_marks(letter, query, paragraph, &range) {
                found.push(span(paragraph, range));
            }
            // A match of a passage may stand anywhere behind.
            if floor >= until && until < text.len() {
                break;
            }
        }
        let next = until.max(floor);
        if next < text.len() && !query.is_long() {
            let at = next;
            return Some(Onward {
                paragraph,
                at,
                floor,
            });
        }
        left = left.saturating_sub(text.len() - at);
        (at, floor) = (0, 0);
        if left == 0 && paragraph + 1 < count {
            return Some(Onward::paragraph(paragraph + 1));
        }
    }
    None
}

/// The first match from a place on or, where there is none, from the start of the letter.
#[must_use]
pub fn first_from(letter: &Letter, query: &Query, place: Place) -> Option<Span> {
    let Place { paragraph, byte } = place;
    let count = letter.paragraphs().len();
    within(letter, query, paragraph..paragraph + 1)
        .find(|span| span.start >= byte)
        .or_else(|| within(letter, query, paragraph + 1..count).next())
        .or_else(|| within(letter, query, 0..paragraph + 1).next())
}

/// Whether the letters of a query stand nowhere, whatever stands between them; so nothing stands
/// anywhere that this query [narrows](Query::narrows) to.
#[must_use]
pub fn is_nowhere(letter: &Letter, query: &Query) -> bool {
    let any = query.with_any_gap();
    let mut paragraphs = 0..letter.paragraphs().len();
    !query.has_edge() && !paragraphs.any(|index| stands_in(&any, letter.paragraph(index)))
}

/// The places in a run of paragraphs where a query stands, found one by one as they are asked for.
pub fn within<'text>(
    letter: &'text Letter,
    query: &'text Query,
    paragraphs: Range<usize>,
) -> impl Iterator<Item = Span> + 'text {
    paragraphs.flat_map(move |paragraph| {
        let found = Scan::new(query, letter.paragraph(paragraph));
        found
            .filter(move |range| has_marks(letter, query, paragraph, range))
            .map(move |range| span(paragraph, range))
    })
}

/// Whether a match has the note marks that are typed, where they are typed.
fn has_marks(letter: &Letter, query: &Query, paragraph: usize, range: &Range<usize>) -> bool {
    query.marks().is_empty() || {
        let text = letter.paragraph(paragraph);
        let here = |byte: usize| (range.start..=range.end).contains(&byte);
        let marks = letter.marks_in(paragraph);
        query.marks().iter().all(|&(before, number)| {
            let mut marks = marks
                .iter()
                .filter(|mark| mark.number == number && here(mark.byte));
            marks.any(|mark| weight(&text[range.start..mark.byte]) == before)
        })
    }
}

pub(super) const fn span(paragraph: usize, range: Range<usize>) -> Span {
    Span {
        paragraph,
        start: range.start,
        end: range.end,
    }
}

/// The bytes of one text where a query stands, in order and without overlap.
#[must_use]
pub fn in_text(query: &Query, text: &str) -> Vec<Range<usize>> {
    Scan::new(query, text).collect()
}

/// Whether a query stands in a text at all.
pub(super) fn stands_in(query: &Query, text: &str) -> bool {
    Scan::new(query, text).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{letter, random::Random, text::fold::fold_char};

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
            ("Raad", "Raad, raad en RAAD", &["Raad", "raad", "RAAD"]),
            ("CIVICUS", "CIVICUS, Civicus", &["CIVICUS", "Civicus"]),
            ("Diaspora", "de diaspora", &["diaspora"]),
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
                "civicus",
                "CIV\u{200b}ICUS, CIV\u{fffd}ICUS",
                &["CIV\u{200b}ICUS", "CIV\u{fffd}ICUS"],
            ),
            ("ci\u{200d}vi\u{feff}cus\u{fe0f}", "CIVICUS", &["CIVICUS"]),
            (
                "\"tussen\"",
                "«tussen» “tussen” „tussen” \"tussen\"",
                &["«tussen»", "“tussen”", "„tussen”", "\"tussen\""],
            ),
            ("«", "\"a\"", &["\"", "\""]),
            ("ekv's", "EKV’s", &["EKV’s"]),
            (
                "2022-2027",
                "2022–2027, 2022 – 2027",
                &["2022–2027", "2022 – 2027"],
            ),
            (
                "  raad\t van \n europa ",
                "Raad van Europa, Raad  van\u{a0} Europa",
                &["Raad van Europa", "Raad  van\u{a0} Europa"],
            ),
            ("vrijheid", "vrĳheid", &["vrĳheid"]),
            ("vrĳheid", "vrijheid", &["vrijheid"]),
            ("ri", "vrĳheid", &["rĳ"]),
            ("IJ", "Ĳ ĳ ij", &["Ĳ", "ĳ", "ij"]),
            ("j", "vrĳ", &["ĳ"]),
            ("financi", "ﬁnanciën", &["ﬁnanci"]),
            ("store", "Støre", &["Støre"]),
            ("lukasz", "Łukasz", &["Łukasz"]),
            ("oeuvre", "œuvre", &["œuvre"]),
            ("œuvre", "oeuvre", &["oeuvre"]),
            ("strasse", "Straße", &["Straße"]),
            ("straße", "STRASSE", &["STRASSE"]),
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
        for nothing in ["", " \t\n", "\u{a0}", "\u{ad}\u{308}", "\u{200b}\u{fffd}"] {
            assert_eq!(Query::new(nothing), None);
        }
    }

    #[test]
    fn a_space_a_hyphen_and_none_are_equal_between_letters() {
        const HARM: &str =
            "no harm, no-harm, no\u{2011}harm, no\u{a0}harm, noharm, no - harm, no\u{ad}harm";
        for typed in [
            "no harm",
            "no-harm",
            "no\u{2011}harm",
            "no\u{a0}harm",
            "noharm",
            "No  Harm",
        ] {
            let all: Vec<&str> = HARM.split(", ").collect();
            assert_eq!(found(typed, HARM), all, "{typed}");
        }
        for (typed, text, count) in [
            (
                "niet gouvernementele",
                "nietgouvernementele niet-gouvernementele",
                2,
            ),
            (
                "nietgouvernementele",
                "niet gouvernementele niet-gouvernementele",
                2,
            ),
            ("nietgouvern", "niet-gouvernementele", 1),
            ("niet-gouvern", "nietgouvernementele", 1),
            ("nietgouvern", "niet gouvernementele", 0),
            ("niet gouvern", "nietgouvernementele", 0),
            ("email e-mail", "e-mail e-mail, email email", 2),
            ("e-mail", "email", 1),
            ("e-mai", "email", 0),
            ("ten slotte", "tenslotte", 1),
            ("uiten", "breidt uit en krimpt", 0),
            ("uit en", "uiten", 0),
            ("overheid", "over heidenen", 0),
            ("12", "1-2 en 1 2", 0),
            ("1-2", "12 en 1-2 en 1 2", 2),
            ("36800", "36 800 XVII", 1),
            ("36 800", "36800", 1),
            ("2022-2027", "20222027", 0),
            ("-beleid", "EU-beleid, EU beleid", 1),
            ("EU-", "EU-beleid, EU beleid", 1),
            ("–", "2022–2027, jaar - jaar", 2),
            ("--", "2022–2027", 1),
        ] {
            assert_eq!(found(typed, text).len(), count, "‘{typed}’ in ‘{text}’");
        }
    }

    #[test]
    fn other_signs_between_the_same_letters_hide_nothing_and_make_no_other_words() {
        for (typed, text, expected) in [
            ("EKVs", "de EKV’s en EKVsen", &["EKV’s"][..]),
            ("EKV's", "EKVs, EKV-s", &["EKVs", "EKV-s"]),
            ("WSIS20", "de (WSIS+20).", &["WSIS+20"]),
            ("WSIS 20", "de WSIS+20, WSIS/20", &["WSIS+20", "WSIS/20"]),
            ("WSIS+20", "WSIS20 WSIS 20", &["WSIS20", "WSIS 20"]),
            ("DM van Weel", "D.M. van Weel", &["D.M. van Weel"]),
            ("D.M van Weel", "D. M. van Weel", &["D. M. van Weel"]),
            (
                "OESO DAC",
                "OESO/DAC, OESO (DAC)",
                &["OESO/DAC", "OESO (DAC"],
            ),
            ("en of", "en/of en… of", &["en/of", "en… of"]),
            (
                "zogenoemde shrinking space",
                "zogenoemde ‘shrinking’ space",
                &["zogenoemde ‘shrinking’ space"],
            ),
            (
                "LHBTIQ",
                "lhbtiq+-ers l.h.b.t.i.q+",
                &["lhbtiq", "l.h.b.t.i.q"],
            ),
            ("10000", "10.000 en 10 000 en 10,00 en 1.0000", &["10.000"]),
            ("10.000", "10000", &["10000"]),
            ("2022/2027", "2022-2027", &["2022-2027"]),
            ("15", "1,5 en 1.5", &[]),
            ("1.5", "15", &[]),
            ("202427", "2024/27", &[]),
            ("uiten", "uit en, uit. En", &[]),
            ("land", "ei-land", &["land"]),
            ("ei land", "eilanden", &[]),
        ] {
            let query = Query::with_other_signs(typed).unwrap();
            let found: Vec<&str> = in_text(&query, text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "‘{typed}’ in ‘{text}’");
        }
        assert_eq!(Query::with_other_signs("(…)"), None);
        let words = "zonder, haakjes (en) komma’s. ".repeat(5);
        let plain = "zonder haakjes en kommas ".repeat(5);
        let query = Query::with_other_signs(&plain).unwrap();
        assert!(query.is_long());
        let found: Vec<&str> = in_text(&query, &words)
            .into_iter()
            .map(|range| &words[range])
            .collect();
        assert_eq!(found, [words.trim_end().trim_end_matches('.')]);
    }

    #[test]
    fn case_tells_which_come_first() {
        for (typed, words, same) in [
            ("Raad", "Raad", true),
            ("Raad", "raad", false),
            ("RAAD", "Raad", false),
            ("raad", "RAAD", true),
            ("No-harm", "No harm", true),
            ("ĲSSEL", "IJSSEL", true),
            ("Łukasz", "Lukasz", true),
            ("Eén", "E\u{301}\u{301}n", false),
        ] {
            let query = Query::new(typed).unwrap();
            assert_eq!(query.has_case_of(words), same, "{typed} {words}");
            let with_case = query.with_case().unwrap_or(query);
            let stands = stands_in(&with_case, &format!("x {words} x"));
            assert_eq!(stands, same, "{typed} {words}");
        }
        assert_eq!(Query::new("raad").unwrap().with_case(), None);
    }

    #[test]
    fn a_query_typed_on_narrows_it() {
        let query = |typed: &str| Query::new(typed).unwrap();
        for (typed, before, narrows) in [
            ("raad", "raa", true),
            ("raad van", "raad ", true),
            ("raaD", "raa", true),
            ("no-harm", "noh", true),
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
        let letter = letter::read("no-harm, uit en in".as_bytes()).unwrap();
        for (typed, nowhere) in [
            ("uiten", false),
            ("noha", false),
            ("noh-", false),
            ("nohi", true),
        ] {
            assert_eq!(is_nowhere(&letter, &query(typed)), nowhere, "{typed}");
        }
    }

    /// The same search done slowly: the letters of the text in a row, every place tried.
    fn plainly(query: &Query, text: &str) -> Vec<Range<usize>> {
        let mut letters: Vec<(char, Range<usize>, [bool; 2])> = Vec::new();
        let mut before = [false; 2];
        for (at, c) in text.char_indices() {
            for letter in fold_char(c) {
                match letter {
                    ' ' => before[0] = true,
                    '-' => before[1] = true,
                    _ => letters.push((letter, at..at + c.len_utf8(), std::mem::take(&mut before))),
                }
            }
        }
        let mut wanted: Vec<(char, [bool; 2])> = Vec::new();
        let mut before = [false; 2];
        for &letter in query.letters() {
            match letter {
                ' ' => before[0] = true,
                '-' => before[1] = true,
                _ => wanted.push((letter, std::mem::take(&mut before))),
            }
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        for run in letters.windows(wanted.len()) {
            if !run
                .iter()
                .map(|letter| letter.0)
                .eq(wanted.iter().map(|letter| letter.0))
            {
                continue;
            }
            let mut gap = query::Gap::default();
            for index in 1..run.len() {
                let (here, there) = (run[index].2, wanted[index].1);
                let any = |joints: [bool; 2]| joints[0] || joints[1];
                if any(here) != any(there) {
                    let joints = if any(here) { here } else { there };
                    gap.space |= joints[0];
                    gap.hyphen |= joints[1];
                    gap.in_number |= run[index - 1].0.is_numeric() && run[index].0.is_numeric();
                }
            }
            let start = run[0].1.start;
            let mut end = run[run.len() - 1].1.end;
            end += text[end..].chars().take_while(|c| *c == '\u{301}').count() * 2;
            let is_free = found
                .last()
                .is_none_or(|last: &Range<usize>| last.end <= start);
            if is_free && query.takes(text, &(start..end), gap) {
                found.push(start..end);
            }
        }
        found
    }

    #[test]
    fn fast_and_slow_search_find_the_same() {
        const LETTERS: [&str; 18] = [
            "a", "A", "e", "é", "É", "n", "n", " ", " ", "\u{a0}", "\u{301}", "\u{ad}", "ĳ", "j",
            "«", "…", "-", "1",
        ];
        let mut random = Random(1);
        let mut some = |most: usize| -> String {
            let count = random.below(most);
            (0..count).map(|_| random.pick(&LETTERS)).collect()
        };
        for _ in 0..20_000 {
            let text = some(40);
            let typed = some(9);
            if let Some(query) = Query::new(&typed).filter(|query| !query.has_edge()) {
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
        let passage = one_paragraph[300..400].to_owned();
        for source in [embedded, &one_paragraph, "aaaaa\n\naa"] {
            let letter = letter::read(source).unwrap();
            for typed in [
                "e",
                "aa",
                "raad",
                "één",
                "de",
                "mensenrechten",
                "afwezig",
                &passage,
            ] {
                let query = Query::new(typed).unwrap();
                let all = matches(&letter, &query);
                for bytes in [1, 300, usize::MAX] {
                    let mut found = Vec::new();
                    let mut next = Some(Onward::default());
                    let mut slices = 0;
                    while let Some(place) = next {
                        next = matches_on(&letter, &query, place, bytes, &mut found);
                        slices += 1;
                    }
                    assert_eq!(found, all, "{typed}");
                    assert!(slices == 1 || bytes < usize::MAX);
                }
                for hit in all.iter().step_by(31) {
                    let first = first_from(&letter, &query, hit.place());
                    let expected = all.iter().find(|span| span.place() >= hit.place());
                    assert_eq!(first.as_ref(), expected.or(all.first()));
                }
            }
        }
    }

    fn letter_words(letter: &Letter) -> String {
        (0..letter.paragraphs().len())
            .map(|index| letter.paragraph(index).to_lowercase() + "\n")
            .collect()
    }
}
