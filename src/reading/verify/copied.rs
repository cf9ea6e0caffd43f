//! What copying puts into a quotation that is none of its words: signs of the items of a list, hyphens at the ends of
//! lines, and the numbers of note marks as plain digits.
//!
//! A hyphen counts for nothing only where the letter has the word without it, and digits only where the letter has a
//! mark with that number between the same words. Anything else that was put in stays a difference.

use super::token::{self, Token, same_but_first, tokens};
use crate::letter::{Letter, NoteMark};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// How many words and signs on either side say that a mark stands there.
const BESIDE: usize = 2;

/// How far these are looked for, in bytes.
const REACH: usize = 200;

/// The most digits of the number of a note.
const DIGITS: usize = 4;

/// A quotation without what copying put into it; none where that is nothing.
pub(super) fn without(letter: &Letter, quote: &str) -> Option<String> {
    let running = leave_out(quote, &bullets(quote));
    let joined = leave_out(&running, &hyphens(letter, &running));
    let plain = leave_out(&joined, &marks(letter, &joined));
    (plain != quote).then_some(plain)
}

/// A text without these ranges of its bytes, which are in order.
fn leave_out(text: &str, ranges: &[Range<usize>]) -> String {
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        left.push_str(&text[from..range.start]);
        from = range.end;
    }
    left + &text[from..]
}

/// The signs that items of a list begin with: at the start of a line, and such as stand nowhere else between any words.
fn bullets(quote: &str) -> Vec<Range<usize>> {
    let is_bullet = |c: char| "•▪◦●‣".contains(c);
    let may_be = |c: char| is_bullet(c) || "-–—*".contains(c);
    let signs = quote.char_indices().filter(|(_, c)| may_be(*c));
    let bullets = signs.filter(|&(at, c)| {
        let before = quote[..at].trim_end_matches([' ', '\t']);
        let starts = before.is_empty() || before.ends_with('\n');
        let alone = quote[at + c.len_utf8()..].starts_with(char::is_whitespace);
        alone && (starts || is_bullet(c) && before.len() < at)
    });
    bullets.map(|(at, c)| at..at + c.len_utf8()).collect()
}

/// The hyphens, each with the line end or space behind it, that part a word of the letter in two.
fn hyphens(letter: &Letter, quote: &str) -> Vec<Range<usize>> {
    let signs = quote.char_indices();
    let signs = signs.filter(|(_, c)| matches!(c, '-' | '\u{ad}' | '\u{2010}'));
    let parted: Vec<(Range<usize>, u32)> = signs
        .filter_map(|(at, c)| {
            let rest = &quote[at + c.len_utf8()..];
            let onward = rest.trim_start();
            let first = token::each(onward).next()?;
            let last = before(quote, at).pop()?;
            let is_parted = onward.len() < rest.len()
                && onward.starts_with(char::is_alphabetic)
                && quote[..at].ends_with(char::is_alphanumeric);
            let word = last.to_owned() + first.text(onward);
            let whole = token::each(&word).next()?;
            is_parted.then(|| (at..quote.len() - onward.len(), whole.key()))
        })
        .collect();
    if parted.is_empty() {
        return Vec::new();
    }
    let wanted: HashSet<u32> = parted.iter().map(|(_, key)| *key).collect();
    let paragraphs = 0..letter.paragraphs().len();
    let held: HashSet<u32> = paragraphs
        .flat_map(|index| token::each(letter.paragraph(index)))
        .map(Token::key)
        .filter(|key| wanted.contains(key))
        .collect();
    let parted = parted.into_iter().filter(|(_, key)| held.contains(key));
    parted.map(|(range, _)| range).collect()
}

/// The digits that are the number of a mark that the letter has there, with brackets around them.
fn marks(letter: &Letter, quote: &str) -> Vec<Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    let mut numbered: Option<HashMap<u32, Vec<NoteMark>>> = None;
    let mut from = 0;
    while let Some(start) = quote[from..].find(is_digit) {
        let start = from + start;
        let rest = &quote[start..];
        let end = start + rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
        from = end;
        let numbered = numbered.get_or_insert_with(|| by_number(letter));
        let shortest_first = (1..=DIGITS.min(end - start)).map(|count| end - count..end);
        let mark = shortest_first.clone().find_map(|digits| {
            let number = quote[digits.clone()].parse().ok()?;
            let whole = with_brackets(quote, digits);
            let marks = numbered.get(&number)?;
            let stands = marks
                .iter()
                .any(|mark| stands_at(letter, *mark, quote, &whole));
            stands.then_some(whole)
        });
        found.extend(mark);
    }
    found
}

fn by_number(letter: &Letter) -> HashMap<u32, Vec<NoteMark>> {
    let mut numbered: HashMap<u32, Vec<NoteMark>> = HashMap::new();
    for mark in letter.marks() {
        numbered.entry(mark.number).or_default().push(*mark);
    }
    numbered
}

fn with_brackets(quote: &str, digits: Range<usize>) -> Range<usize> {
    if quote[..digits.start].ends_with('[') && quote[digits.end..].starts_with(']') {
        digits.start - 1..digits.end + 1
    } else {
        digits
    }
}

/// How much of what stands on one side of digits stands on that side of a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// All that is looked at.
    All,
    /// All up to the edge of the quotation, which is less.
    UpToEdge,
    /// Not even that.
    Other,
}

/// Whether digits of a quotation stand where the letter has the mark: between the same words, or glued to what
/// is before them with the same words on one side.
fn stands_at(letter: &Letter, mark: NoteMark, quote: &str, digits: &Range<usize>) -> bool {
    let text = letter.paragraph(mark.paragraph);
    let front = beside(
        before(quote, digits.start).into_iter().rev(),
        before(text, mark.byte).into_iter().rev(),
    );
    let back = beside(
        after(quote, digits.end).into_iter(),
        after(text, mark.byte).into_iter(),
    );
    let is_glued = !quote[..digits.start].ends_with(char::is_whitespace);
    match (front, back) {
        (Beside::All, _) | (_, Beside::All) if is_glued => true,
        (Beside::Other, _) | (_, Beside::Other) => false,
        _ => digits.start > 0 || digits.end < quote.len(),
    }
}

fn beside<'text>(
    quote: impl Iterator<Item = &'text str>,
    text: impl Iterator<Item = &'text str>,
) -> Beside {
    let (mut count, mut text) = (0, text);
    for asked in quote.take(BESIDE) {
        if !text.next().is_some_and(|own| same_but_first(own, asked)) {
            return Beside::Other;
        }
        count += 1;
    }
    if count == BESIDE {
        Beside::All
    } else {
        Beside::UpToEdge
    }
}

/// The words and signs before a byte, the nearest last.
fn before(text: &str, at: usize) -> Vec<&str> {
    let far = at.saturating_sub(REACH);
    let start = (far..=at).find(|start| text.is_char_boundary(*start));
    let near = &text[start.unwrap_or(at)..at];
    tokens(near).iter().map(|token| token.text(near)).collect()
}

/// The words and signs from a byte on.
fn after(text: &str, at: usize) -> Vec<&str> {
    let near = &text[at..];
    let first = token::each(near).take(BESIDE);
    first.map(|token| token.text(near)).collect()
}
