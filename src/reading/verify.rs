//! Whether a quotation stands in the letter word for word; else where it comes nearest, and what differs.
//!
//! Word for word means: the same words and the same punctuation in the same order. Spaces, quotation marks, the
//! kind of dash and the case of the first letter are left aside, and so is what a quotation says it leaves out
//! (`…`, `[…]`) and what copying put in (a note mark of the letter's, a hyphen at the end of a line). Everything else is a difference. What is claimed is never more than what was compared.

mod align;
mod around;
mod copied;
mod runs;
mod text;
mod token;
mod verdict;

use crate::letter::{Letter, Span};
pub use around::{Around, around};
use runs::Runs;
use std::ops::Range;
use text::{Quote, Text, count_words};
use token::{Token, tokens};
pub use verdict::{Difference, Verdict, Verified};

/// The longest quotation that is looked at, in bytes.
pub const LONGEST: usize = 20_000;

/// How many words a piece has at least that is found by itself. Fewer stand together by chance.
const PIECE: usize = 4;

/// The most pieces that a quotation is put together from.
const PIECES: usize = 12;

/// The most further places of a quotation that are told.
const ELSEWHERE: usize = 100;

/// Looks for a quotation, as it is and without what copying put into it. What counts for nothing, as quotation marks
/// alone, is absent.
#[must_use]
pub fn verify(letter: &Letter, quote: &str) -> Verified {
    let as_it_is = under_heading(letter, quote);
    if as_it_is.verdict == Verdict::Literal {
        return as_it_is;
    }
    let Some(plain) = copied::without(letter, quote) else {
        return as_it_is;
    };
    let without = under_heading(letter, &plain);
    let differ = |found: &Verified| {
        let all = found.differences.iter();
        all.map(|one| one.letter.len() + one.quote.len())
            .sum::<usize>()
    };
    let is_further = if without.verdict == as_it_is.verdict {
        differ(&without) > differ(&as_it_is)
    } else {
        without.verdict == Verdict::Absent
    };
    if is_further { as_it_is } else { without }
}

/// Looks for a quotation as it is, with or without a heading of the letter's own before it.
fn under_heading(letter: &Letter, quote: &str) -> Verified {
    let whole = compared(letter, quote);
    if whole.verdict == Verdict::Literal {
        return whole;
    }
    match below_heading(letter, quote) {
        Some((at, rest)) => {
            let below = compared(letter, rest);
            let first = below.places.first();
            let goes_on = first.is_some_and(|place| place.paragraph == at);
            let starts = goes_on && first.is_some_and(|place| place.start == 0);
            match below.verdict {
                Verdict::Literal if starts => below,
                Verdict::Altered if goes_on => below,
                _ => whole,
            }
        }
        None => whole,
    }
}

/// What of a quotation follows a heading of the letter's own with which it begins (`Aanbeveling 4: Speel …`), and the
/// paragraph under that heading.
fn below_heading<'quote>(letter: &Letter, quote: &'quote str) -> Option<(usize, &'quote str)> {
    let asked = tokens(quote);
    letter.sections().iter().find_map(|section| {
        let heading = letter.heading(section)?;
        let own = tokens(heading);
        let mut pairs = own.iter().zip(&asked);
        let same = |(own, asked): (&Token, &Token)| {
            token::same_but_first(own.text(heading), asked.text(quote))
        };
        let next = asked.get(own.len())?;
        (pairs.all(same) && !section.paragraphs.is_empty())
            .then(|| (section.paragraphs.start, &quote[next.start()..]))
    })
}

/// A quotation, compared with the paragraphs of the letter.
fn compared(letter: &Letter, quote: &str) -> Verified {
    let quote = Quote {
        text: quote,
        parts: token::parts(quote),
    };
    let words: usize = quote.parts.iter().map(|part| count_words(part)).sum();
    if words == 0 {
        return Verified::ABSENT;
    }
    let text = Text::new(letter, &quote);
    // What the letter itself says with dots leaves nothing out.
    let uncut = Quote {
        text: quote.text,
        parts: vec![tokens(quote.text)],
    };
    let of = |verdict, places| Verified {
        verdict,
        places,
        ..Verified::ABSENT
    };
    for quote in [&uncut, &quote] {
        if let Some(places) = literal(&text, quote) {
            let mut also = elsewhere(&text, quote, &places);
            let and_more = also.len() > ELSEWHERE;
            also.truncate(ELSEWHERE);
            return Verified {
                also,
                and_more,
                ..of(Verdict::Literal, places)
            };
        }
    }
    if let Some(places) = text.find_over_paragraphs(quote.text, &uncut.parts[0]) {
        return Verified {
            goes_on: true,
            ..of(Verdict::Literal, places)
        };
    }
    let pieces = assembled(&text, &quote);
    let nearest = align::nearest(&text, &quote);
    match (pieces, nearest) {
        (Some(_), Some(near)) if is_hardly_altered(&near) => near,
        (Some(places), _) => of(Verdict::Assembled, places),
        (None, near) => near.unwrap_or(Verified::ABSENT),
    }
}

/// Whether a quotation differs in a few words only, so that it is none of several places.
fn is_hardly_altered(found: &Verified) -> bool {
    let words = |text: &str| count_words(&tokens(text));
    let differ = found.differences.iter();
    let words = differ.map(|one| words(&one.letter) + words(&one.quote));
    found.verdict == Verdict::Altered && words.sum::<usize>() < PIECE
}

/// The spans of the parts, each word for word and in their order: within one paragraph or, where that cannot be,
/// within one section.
fn literal(text: &Text, quote: &Quote) -> Option<Vec<Span>> {
    let letter = text.letter;
    let paragraphs = 0..letter.paragraphs().len();
    let mut alone = paragraphs.clone();
    alone
        .find_map(|paragraph| in_order(text, quote, paragraph..paragraph + 1))
        .or_else(|| {
            let mut sections = letter.sections().iter();
            sections.find_map(|section| in_order(text, quote, section.paragraphs.clone()))
        })
}

/// Where else a quotation stands that leaves nothing out, behind its first place: as many places as are told, and one
/// more.
fn elsewhere(text: &Text, quote: &Quote, places: &[Span]) -> Vec<Span> {
    let ([part], [first]) = (&quote.parts[..], places) else {
        return Vec::new();
    };
    let next = |last: &Span| {
        let onward = last.paragraph..text.paragraphs();
        text.find(onward, Some(*last), quote.text, part)
    };
    std::iter::successors(next(first), next)
        .take(ELSEWHERE + 1)
        .collect()
}

/// The parts within these paragraphs, each behind the one before.
fn in_order(text: &Text, quote: &Quote, paragraphs: Range<usize>) -> Option<Vec<Span>> {
    let mut places: Vec<Span> = Vec::new();
    for part in &quote.parts {
        let last = places.last().copied();
        let from = last.map_or(paragraphs.start, |last| last.paragraph);
        places.push(text.find(from..paragraphs.end, last, quote.text, part)?);
    }
    Some(places)
}

/// The places of the pieces of a quotation that is put together from several, each word for word and of some
/// length; none where that does not explain all of it, or where something was left out between pieces of one
/// paragraph, which is a difference.
fn assembled(text: &Text, quote: &Quote) -> Option<Vec<Span>> {
    let mut places: Vec<Span> = Vec::new();
    for part in &quote.parts {
        let least = PIECE.min(count_words(part));
        let (mut at, mut before) = (0, None);
        while count_words(&part[at..]) > 0 {
            let (length, place) = piece(text, quote, &part[at..], places.last().copied(), least)?;
            if count_words(&part[at..at + length]) >= least && places.len() < PIECES {
                places.push(place);
                before = Some(at);
                at += length;
                continue;
            }
            // The piece before may go on into this one by chance: then it gives some words back, once.
            let start = before.take()?;
            let shorter = (start + 1..at).rev().take_while(|end| {
                let (left, back) = (&part[start..*end], &part[*end..at]);
                count_words(left) >= least && count_words(back) < least
            });
            let goes_on = |end: &usize| {
                let found = piece(text, quote, &part[*end..], None, least);
                found.is_some_and(|(length, _)| count_words(&part[*end..*end + length]) >= least)
            };
            at = { shorter }.find(goes_on)?;
            let shortened = text.start_of(places.pop()?, at - start);
            places.push(shortened);
        }
    }
    let in_order =
        |pair: &[Span]| pair[0].paragraph == pair[1].paragraph && pair[0].end <= pair[1].start;
    let shortened = places.windows(2).all(in_order) && quote.parts.len() == 1;
    (places.len() > 1 && !shortened).then_some(places)
}

/// The longest piece at the start of these tokens, and where it stands: behind the last place in its paragraph
/// where a piece of so many words does, else where the longest does first.
fn piece(
    text: &Text,
    quote: &Quote,
    rest: &[Token],
    last: Option<Span>,
    few: usize,
) -> Option<(usize, Span)> {
    let beside = last.and_then(|last| {
        let (length, place) = longest(
            text,
            quote,
            rest,
            last.paragraph..last.paragraph + 1,
            Some(last),
        )?;
        (count_words(&rest[..length]) >= few).then_some((length, place))
    });
    beside.or_else(|| longest(text, quote, rest, 0..text.paragraphs(), None))
}

fn longest(
    text: &Text,
    quote: &Quote,
    rest: &[Token],
    paragraphs: Range<usize>,
    behind: Option<Span>,
) -> Option<(usize, Span)> {
    let runs = Runs::of(quote.text, rest);
    let mut best: Option<(usize, Span)> = None;
    for paragraph in paragraphs {
        for (at, length) in text.along(paragraph, &runs).enumerate() {
            let is_behind = |last: Span| text.of(paragraph)[at].start() >= last.end;
            if length > best.map_or(0, |(length, _)| length) && behind.is_none_or(is_behind) {
                best = Some((length, text.span(paragraph, at..at + length)));
            }
        }
    }
    best
}
