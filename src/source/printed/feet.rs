//! The texts of notes at the foot of each page, each behind its number or below it.

use super::{
    furniture::Line,
    lines,
    marks::{Foot, Stands, candidates, counts},
};
use std::ops::Range;

/// The notes of a page start so many lines from its foot, at most.
const REACH: usize = 150;

/// So many notes in a row may have been missed before a page.
const MISSED: u32 = 8;

/// Whether the first note of a page is the one that follows on the last, or one behind others that were missed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Next,
    Later,
}

/// Takes the texts of notes off the feet of the pages.
pub(super) fn take(pages: &mut [Vec<Line>]) -> Vec<Foot> {
    let mut feet: Vec<Foot> = Vec::new();
    for page in pages.iter_mut() {
        let next = feet.last().map_or(1, |foot| foot.number + 1);
        let width = lines::width(page);
        let found = (next..=next + MISSED).find_map(|first| {
            let how = if first == next {
                Expected::Next
            } else {
                Expected::Later
            };
            in_order(page, first, how).or_else(|| displaced(page, first, width, how))
        });
        let Some((text, notes)) = found else {
            continue;
        };
        let number = page[0].page;
        page.retain({
            let mut at = 0;
            move |_| {
                at += 1;
                text.iter().any(|own| own.contains(&(at - 1)))
            }
        });
        feet.extend(notes.into_iter().map(|(label, words)| Foot {
            number: label,
            words,
            page: number,
        }));
    }
    feet
}

/// The number that a line starts with as a note does, and the words behind it.
fn starts(words: &str) -> Option<(u32, &str)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words[..digits].parse().ok().filter(|_| digits <= 3)?;
    let rest = &words[digits..];
    let bare = rest.trim_start();
    (rest.is_empty() || rest.starts_with(' ') || rest.starts_with(char::is_alphabetic))
        .then_some((number, bare))
}

/// Which lines of a page are its text, and the notes that stand below it, each with its number.
type Found = ([Range<usize>; 2], Vec<(u32, String)>);

/// Finds notes whose numbers go up from this one, each before its text or above it.
fn in_order(page: &[Line], next: u32, how: Expected) -> Option<Found> {
    let is_first = |at: &usize| {
        starts(&page[*at].words).is_some_and(|(number, rest)| {
            let text = if rest.is_empty() {
                page.get(*at + 1)
                    .is_some_and(|below| bare(&below.words).is_none())
            } else {
                !counts(rest)
            };
            number == next && text
        })
    };
    let mut starts = (page.len().saturating_sub(REACH)..page.len())
        .rev()
        .filter(is_first);
    starts.find_map(|start| {
        let (own, notes) = below(page, start, next)?;
        let mut numbers = notes.iter().map(|(number, _)| *number);
        numbers
            .any(|number| marked(page, start, number, how))
            .then_some((own, notes))
    })
}

/// The notes that start at a line of a page, the first with this number.
fn below(page: &[Line], start: usize, next: u32) -> Option<Found> {
    // A number alone that a blank line follows on may stand above more of the text.
    let apart =
        page[start..].len() > 1 && bare(&page[start].words).is_some() && page[start + 1].blank;
    let below = (start + 2..page.len()).rev().find(|at| page[*at].blank);
    let from = below.filter(|_| apart).unwrap_or(start + 1);
    let own = [0..start, start + 1..from];
    let mut notes: Vec<(u32, String)> = Vec::new();
    for line in [&page[start]].into_iter().chain(&page[from..]) {
        let wanted = notes.last().map_or(next, |(last, _)| last + 1);
        match starts(&line.words) {
            Some((number, rest)) if number == wanted => notes.push((number, rest.to_owned())),
            _ => lines::join(&mut notes.last_mut()?.1, &line.words, line.official),
        }
    }
    let whole = notes.iter().all(|(_, words)| !words.is_empty());
    whole.then_some((own, notes))
}

/// Whether the number stands above a line in the text of its page as a mark does; of one that is not expected
/// without a doubt.
fn marked(page: &[Line], at: usize, number: u32, how: Expected) -> bool {
    let label = number.to_string();
    let marks = |words: &str| {
        candidates(words, &label, 0)
            .any(|(_, stands)| how == Expected::Next || stands == Stands::Glued)
    };
    page[..at].iter().any(|line| marks(&line.words))
}

/// A line that is nothing but a number.
fn bare(words: &str) -> Option<u32> {
    starts(words)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(number, _)| number)
}

/// The same where the numbers stand on lines of their own, apart from their texts: before, behind or among them.
fn displaced(page: &[Line], next: u32, width: usize, how: Expected) -> Option<Found> {
    let numbers: Vec<usize> = (0..page.len())
        .filter(|at| bare(&page[*at].words).is_some())
        .collect();
    let mut labels: Vec<u32> = numbers
        .iter()
        .filter_map(|at| bare(&page[*at].words))
        .collect();
    labels.sort_unstable();
    let first = *numbers.first()?;
    let fit = labels
        .iter()
        .zip(next..)
        .all(|(label, wanted)| *label == wanted);
    if !fit || !marked(page, first, next, how) {
        return None;
    }
    let mut texts: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &page[first..] {
        if bare(&line.words).is_some() {
            before = None;
            continue;
        }
        let goes_on = before.is_some_and(|before| !lines::parts(before, line, width));
        match texts.last_mut().filter(|_| goes_on) {
            Some(text) => lines::join(text, &line.words, line.official),
            None => texts.push(line.words.clone()),
        }
        before = Some(line);
    }
    // What is missing stands above the first number.
    let mut start = first;
    while texts.len() < labels.len() {
        let last = start.checked_sub(1)?;
        start = last;
        while start > 0 && !lines::parts(&page[start - 1], &page[start], width) {
            start -= 1;
        }
        let mut text = page[start].words.clone();
        for line in &page[start + 1..=last] {
            lines::join(&mut text, &line.words, line.official);
        }
        texts.insert(0, text);
    }
    let extra = texts.split_off(labels.len());
    if let Some(last) = texts.last_mut() {
        for text in extra {
            lines::join(last, &text, false);
        }
    }
    Some(([0..start, 0..0], labels.into_iter().zip(texts).collect()))
}
