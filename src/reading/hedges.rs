//! Hedges: words that leave room (*waar mogelijk*, *in beginsel*), by a list of ours. They are marked and counted
//! where that is asked for, and judge nothing: a hedge may be as it should be.
//!
//! A text is gone through word by word. The first word of a term leads to those that start with it, and of
//! these the longest that stands there wins; between its words there is only white space. So no more is kept
//! than where the last one ended, and a letter of any length is looked at slice by slice.

use crate::{
    built_in::{self, built_in},
    letter::{Letter, Role, Span},
    text::fold::fold,
};
use serde::Deserialize;
use std::{collections::HashMap, ops::Range, sync::OnceLock};

/// No term is longer, in bytes.
const LONGEST: usize = 120;

/// No word of a term is longer, in bytes.
const LONGEST_WORD: usize = 30;

/// The terms by their first words, each by the words behind it, the longest first.
struct Terms(HashMap<String, Vec<Vec<String>>>);

impl Terms {
    /// Those of our list, read when first asked for.
    fn ours() -> &'static Self {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            terms: Vec<String>,
        }
        static OURS: OnceLock<Terms> = OnceLock::new();
        OURS.get_or_init(|| {
            let file: File = built_in::read(built_in!("hedges"));
            Self::of(&file.terms)
        })
    }

    fn of(terms: &[String]) -> Self {
        let mut all: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for words in terms.iter().flat_map(|term| spelled_out(term)) {
            let mut words = words.into_iter();
            if let Some(first) = words.next() {
                all.entry(first).or_default().push(words.collect());
            }
        }
        for behind in all.values_mut() {
            behind.sort_unstable_by_key(|words| std::cmp::Reverse(words.len()));
        }
        Self(all)
    }

    /// Where the longest term ends that a text has with its first word at these bytes.
    fn end(&self, text: &str, first: Range<usize>) -> Option<usize> {
        let behind = self.0.get(&fold(&text[first.clone()]))?;
        behind.iter().find_map(|words| {
            let mut end = first.end;
            for word in words {
                let next = next_word(text, end, text.len())?;
                let is_space = text[end..next.start].chars().all(char::is_whitespace);
                if !is_space || fold(short(text, &next)?) != *word {
                    return None;
                }
                end = next.end;
            }
            Some(end)
        })
    }
}

/// All that a term of the list stands for, each word by word: one of those that are parted by `/` at a time.
fn spelled_out(term: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for word in term.split_whitespace() {
        let longer = |words: &Vec<String>| {
            let words = words.clone();
            let ways = word.split('/').map(fold);
            ways.map(move |way| [&words[..], &[way]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// The first word of a text that starts at a byte or behind it, and before another.
fn next_word(text: &str, from: usize, until: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(char::is_alphanumeric)?;
    if start >= until {
        return None;
    }
    let rest = &text[start..];
    let length = rest.find(|c: char| !c.is_alphanumeric());
    Some(start..start + length.unwrap_or(rest.len()))
}

/// The characters of a word, unless it is too long to be one of a term.
fn short<'text>(text: &'text str, word: &Range<usize>) -> Option<&'text str> {
    (word.len() <= LONGEST_WORD).then(|| &text[word.clone()])
}

/// The hedges of a text whose first word starts in these bytes, none of which are within a word; in order.
fn within(text: &str, bytes: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let terms = Terms::ours();
    let mut at = bytes.start;
    std::iter::from_fn(move || {
        while let Some(word) = next_word(text, at, bytes.end) {
            at = word.end;
            if short(text, &word).is_some()
                && let Some(end) = terms.end(text, word.clone())
            {
                at = end;
                return Some(word.start..end);
            }
        }
        None
    })
}

/// Whether a paragraph is running text, in which hedges count.
fn counts(role: Role) -> bool {
    matches!(role, Role::Recommendation | Role::Response)
}

/// The hedges that touch a stretch of a paragraph, in order; of what stands before and behind only so much is
/// looked at as a term is long.
#[must_use]
pub fn touching(letter: &Letter, shown: Span) -> Vec<Span> {
    let Span {
        paragraph,
        start,
        end,
    } = shown;
    if !counts(letter.paragraphs()[paragraph].role) {
        return Vec::new();
    }
    let text = letter.paragraph(paragraph);
    let from = word_start(text, start.saturating_sub(LONGEST));
    let found = within(text, from..end).filter(|found| found.end > start);
    found.map(|found| span(paragraph, found)).collect()
}

/// The first byte from one on that is not within a word.
fn word_start(text: &str, from: usize) -> usize {
    let from = (from..=text.len()).find(|&at| text.is_char_boundary(at));
    let from = from.unwrap_or(text.len());
    let in_word = text[..from].ends_with(char::is_alphanumeric);
    let rest = text[from..].find(|c: char| !c.is_alphanumeric());
    match rest {
        _ if !in_word => from,
        Some(rest) => from + rest,
        None => text.len(),
    }
}

const fn span(paragraph: usize, found: Range<usize>) -> Span {
    Span {
        paragraph,
        start: found.start,
        end: found.end,
    }
}

/// All hedges of a letter, in the order of the text; found one by one as they are asked for.
pub fn all(letter: &Letter) -> impl Iterator<Item = Span> + '_ {
    let paragraphs = letter.paragraphs().iter().enumerate();
    let running = paragraphs.filter(|(_, own)| counts(own.role));
    running.flat_map(|(paragraph, _)| {
        let text = letter.paragraph(paragraph);
        within(text, 0..text.len()).map(move |found| span(paragraph, found))
    })
}

/// A hedge as one is written: in small letters, with single spaces, without accents.
#[must_use]
pub fn term(letter: &Letter, hedge: Span) -> String {
    let words = fold(letter.words(hedge));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many hedges a section has, as far as it has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In what the council says.
    pub recommendation: usize,
    /// In what the cabinet says.
    pub response: usize,
    /// Whether all of it has been read.
    pub is_whole: bool,
    /// How many of its paragraphs have been read, and how many bytes of the next.
    paragraphs: usize,
    bytes: usize,
}

impl Count {
    /// Reads on in the section with this index for about so many bytes.
    pub fn read_on(&mut self, letter: &Letter, section: usize, bytes: usize) {
        let paragraphs = letter.sections()[section].paragraphs.clone();
        let mut left = bytes;
        while left > 0 {
            let paragraph = paragraphs.start + self.paragraphs;
            if paragraph >= paragraphs.end {
                self.is_whole = true;
                return;
            }
            let text = letter.paragraph(paragraph);
            let role = letter.paragraphs()[paragraph].role;
            let until = word_start(text, self.bytes.saturating_add(left).min(text.len()));
            if counts(role) {
                let found = within(text, self.bytes..until);
                // The last one may end behind the slice: from there on the next is read.
                let (count, end) = found.fold((0, until), |(count, end), found| {
                    (count + 1, end.max(found.end))
                });
                match role {
                    Role::Recommendation => self.recommendation += count,
                    _ => self.response += count,
                }
                left = left.saturating_sub((end - self.bytes).max(1));
                self.bytes = end;
            } else {
                self.bytes = text.len();
            }
            if self.bytes >= text.len() {
                (self.paragraphs, self.bytes) = (self.paragraphs + 1, 0);
            }
        }
        self.is_whole = paragraphs.start + self.paragraphs >= paragraphs.end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    fn hedges(text: &str) -> Vec<&str> {
        let found = within(text, 0..text.len());
        found.map(|found| &text[found]).collect()
    }

    #[test]
    fn terms_are_found_whole_in_any_case_and_nowhere_else() {
        for (text, found) in [
            ("Waar mogelijk helpt Nederland.", &["Waar mogelijk"][..]),
            (
                "waar\u{a0}mogelijk en nodig,",
                &["waar\u{a0}mogelijk en nodig"],
            ),
            ("Het kabinet zal zo veel  mogelijk", &["zo veel  mogelijk"]),
            (
                "binnen de beschikbare financiële middelen",
                &["binnen de beschikbare financiële middelen"],
            ),
            (
                "binnen de beschikbare financiele ruimte;",
                &["binnen de beschikbare financiele ruimte"],
            ),
            (
                "IN BEGINSEL, indien nodig",
                &["IN BEGINSEL", "indien nodig"],
            ),
            ("indien het kabinet dat wil", &["indien"]),
            ("waar, mogelijk en waar-mogelijk", &[]),
            ("niet indienbaar; waarmogelijk; beginsel; ergens waar", &[]),
            (
                "voor zover dat mogelijk is voor zover",
                &["voor zover dat mogelijk is", "voor zover"],
            ),
            ("onmogelijk mogelijkerwijs", &["mogelijkerwijs"]),
        ] {
            assert_eq!(hedges(text), found, "{text}");
        }
    }

    #[test]
    fn every_term_of_the_list_is_found_as_itself() {
        let file: HashMap<&str, Vec<&str>> = built_in::read(built_in!("hedges"));
        let terms: Vec<_> = file["terms"]
            .iter()
            .flat_map(|term| spelled_out(term))
            .collect();
        assert!(terms.len() > 150, "{}", terms.len());
        for words in &terms {
            let text = words.join(" ");
            assert_eq!(hedges(&text), [text.as_str()]);
            assert!(text.len() < LONGEST && words.iter().all(|word| word.len() < LONGEST_WORD));
        }
    }

    #[test]
    fn what_is_counted_in_slices_is_what_stands_there() {
        let letter = embedded();
        let found: Vec<_> = all(&letter).collect();
        assert!(found.len() >= 4, "{found:?}");
        for section in 0..letter.sections().len() {
            let own = |span: &&Span| letter.section_of(span.paragraph) == section;
            let of_council =
                |span: &&Span| letter.paragraphs()[span.paragraph].role == Role::Recommendation;
            let own: Vec<_> = found.iter().filter(own).collect();
            let council = own.iter().filter(|span| of_council(span)).count();
            for bytes in [1, 7, 100, usize::MAX] {
                let mut count = Count::default();
                while !count.is_whole {
                    count.read_on(&letter, section, bytes);
                }
                assert_eq!(
                    (count.recommendation, count.response),
                    (council, own.len() - council),
                    "{section} by {bytes}"
                );
            }
        }
    }

    #[test]
    fn of_a_stretch_all_is_found_that_touches_it() {
        let text = "Eerst dit. Het kan in grote lijnen zo. Dan waar mogelijk dat.";
        let letter = read(format!("Kop\n\n{text}\n")).unwrap();
        let paragraph = letter.paragraphs().len() - 1;
        let all: Vec<Span> = all(&letter).collect();
        assert_eq!(all.len(), 2);
        for start in 0..text.len() {
            for end in start + 1..=text.len() {
                let shown = Span {
                    paragraph,
                    start,
                    end,
                };
                let touch = |span: &&Span| span.start < end && span.end > start;
                let expected: Vec<Span> = all.iter().filter(touch).copied().collect();
                assert_eq!(touching(&letter, shown), expected, "{start}..{end}");
            }
        }
        assert_eq!(term(&letter, all[0]), "in grote lijnen");
    }
}
