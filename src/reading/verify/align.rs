//! The words of the letter that come nearest to a quotation, and what differs: one paragraph after another is laid
//! beside it, those first that have most of its words.

use super::{
    text::{Quote, Text, count_words, span},
    token::{Kind, Token, plain, same, same_but_first},
    verdict::{Difference, Verdict, Verified},
};
use crate::{
    letter::{Letter, Span},
    reading::near::is_slip,
    text::fold::fold,
};
use similar::{Algorithm, DiffOp, capture_diff};
use std::{cmp::Reverse, collections::HashMap, ops::Range};

/// How many paragraphs are laid beside a quotation.
const TRIED: usize = 6;

/// The most steps for one: tokens of the paragraph times tokens of the quotation.
const STEPS: usize = 4_000_000;

/// How much of the words of a quotation, and of the letter beside it, must be the same for it to be one that was
/// altered, in per cent of their bytes: long words say more than short ones.
const ALIKE: usize = 60;

/// How many words must be the same for a place to be called near.
const NEAR: usize = 3;

/// What it costs that a sign, or a short word, stands in one of both only.
const SIGN: usize = 1;
const WORD: usize = 2;

/// The longest word that is short, in bytes.
const SHORT: usize = 2;

/// A stretch of a paragraph beside the quotation.
struct Window<'text> {
    paragraph: usize,
    /// The tokens of the paragraph.
    tokens: &'text [Token],
    /// Those that are beside the quotation.
    range: Range<usize>,
    /// How many words are the same, and how many bytes these have.
    same: [usize; 2],
    /// How many bytes the words have that are the same side by side.
    together: usize,
    /// What it costs to change it into the quotation.
    cost: usize,
}

/// The words that come nearest, as altered or as absent; none where nothing is near.
pub(super) fn nearest(text: &Text, quote: &Quote) -> Option<Verified> {
    let letter = text.letter;
    let asked: Vec<Token> = quote.parts.iter().flatten().copied().collect();
    let [words, bytes] = weigh(&asked);
    let best = likely(text, quote, &asked)
        .into_iter()
        .filter_map(|paragraph| window(text, paragraph, quote.text, &asked))
        .max_by_key(|window| {
            (
                window.same[1] + window.together,
                Reverse(window.cost),
                Reverse(window.range.len()),
            )
        })?;
    let beside = &best.tokens[best.range.clone()];
    let most = bytes.max(weigh(beside)[1]);
    let [same, same_bytes] = best.same;
    let place = span(best.paragraph, beside);
    if same_bytes * 100 >= most * ALIKE && same >= NEAR.min(words.saturating_sub(1)).max(1) {
        let words = letter.paragraph(best.paragraph);
        let end = replaced(words, &best, quote.text, &asked);
        let beside = &best.tokens[best.range.start..end];
        return Some(Verified {
            verdict: Verdict::Altered,
            places: vec![span(best.paragraph, beside)],
            differences: differences(words, beside, quote.text, &asked),
            ..Verified::ABSENT
        });
    }
    (same >= NEAR).then(|| Verified {
        places: vec![whole_sentence(letter, place)],
        ..Verified::ABSENT
    })
}

/// How many words there are among tokens, and how many bytes these have.
fn weigh(tokens: &[Token]) -> [usize; 2] {
    let bytes = tokens.iter().filter(|token| token.kind() == Kind::Word);
    let bytes: usize = bytes.map(|token| token.end() - token.start()).sum();
    [count_words(tokens), bytes]
}

fn whole_sentence(letter: &Letter, place: Span) -> Span {
    let around = crate::reading::sentence::around(letter, place);
    Span {
        start: around.start,
        end: around.end,
        ..place
    }
}

/// The paragraphs with most of the words of the quotation, those with most of them first.
fn likely(letter: &Text, quote: &Quote, asked: &[Token]) -> Vec<usize> {
    let is_word = |token: &&Token| token.kind() == Kind::Word;
    let holds_number = |text: &str, tokens: &[Token]| {
        let mut words = tokens.iter().map(|token| token.text(text));
        words.any(is_number)
    };
    let asks_number = holds_number(quote.text, asked);
    let mut wanted: HashMap<u32, usize> = HashMap::new();
    for token in asked.iter().filter(is_word) {
        *wanted.entry(token.key()).or_default() += 1;
    }
    let mut ranked: Vec<(usize, usize)> = Vec::new();
    for paragraph in 0..letter.paragraphs() {
        let mut met: HashMap<u32, usize> = HashMap::new();
        let mut count = 0;
        for token in letter.of(paragraph).iter().filter(is_word) {
            let Some(most) = wanted.get(&token.key()) else {
                continue;
            };
            let times = met.entry(token.key()).or_default();
            if *times < *most {
                *times += 1;
                // Long words say more than short ones.
                count += token.end() - token.start();
            }
        }
        // Another number may stand for the one that is asked for.
        let text = letter.letter.paragraph(paragraph);
        if count > 0 && asks_number && holds_number(text, letter.of(paragraph)) {
            count += 1;
        }
        if count > 0 {
            ranked.push((count, paragraph));
            ranked.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
            ranked.truncate(TRIED);
        }
    }
    ranked.into_iter().map(|(_, paragraph)| paragraph).collect()
}

/// The stretch of a paragraph with the least to change into the quotation.
fn window<'text>(
    letter: &'text Text,
    paragraph: usize,
    quote: &str,
    asked: &[Token],
) -> Option<Window<'text>> {
    let text = letter.letter.paragraph(paragraph);
    let tokens = letter.of(paragraph);
    let columns = tokens.len() + 1;
    if columns.checked_mul(asked.len() + 1)? > STEPS {
        return None;
    }
    // What it costs to come here, and the token of the paragraph at which the stretch began. The start and the
    // end in the paragraph are free.
    let mut above: Vec<(usize, usize)> = (0..columns).map(|start| (0, start)).collect();
    for token in asked {
        let mut row = Vec::with_capacity(columns);
        row.push((above[0].0 + added(*token), 0));
        for column in 1..columns {
            let beside = tokens[column - 1];
            let (one, other) = (beside.text(text), token.text(quote));
            let changed = if beside.may_be(*token) {
                usize::from(!same(one, other))
            } else if beside.kind() != token.kind() {
                added(*token) + left_out(beside)
            } else if (is_number(one) && is_number(other)) || is_slip(one, other) {
                SIGN
            } else {
                added(*token)
            };
            let least = [
                (above[column - 1].0 + changed, above[column - 1].1),
                (above[column].0 + added(*token), above[column].1),
                (row[column - 1].0 + left_out(beside), row[column - 1].1),
            ];
            row.push(least.into_iter().min_by_key(|(cost, _)| *cost)?);
        }
        above = row;
    }
    let (end, &(cost, start)) = above
        .iter()
        .enumerate()
        .min_by_key(|(_, (cost, _))| *cost)?;
    let beside = &tokens[start..end];
    // Capitals and accents make a difference, but no other word.
    let folded = |text: &str, tokens: &[Token]| -> Vec<String> {
        let words = tokens.iter();
        words.map(|token| fold(token.text(text))).collect()
    };
    let (own, other) = (folded(text, beside), folded(quote, asked));
    let (mut same, mut together) = ([0, 0], 0);
    for op in laid(&own, &other) {
        let is_equal = matches!(op, DiffOp::Equal { .. });
        let stretch = op.old_range();
        if is_equal {
            together = together.max(weigh(&beside[stretch.clone()])[1]);
        }
        // A word that is misprinted here or there is the same word.
        for (at, in_quote) in stretch.zip(op.new_range()) {
            if is_equal || is_slip(&own[at], &other[in_quote]) {
                let [words, bytes] = weigh(&beside[at..=at]);
                same = [same[0] + words, same[1] + bytes];
            }
        }
    }
    Some(Window {
        paragraph,
        range: start..end,
        tokens,
        same,
        together,
        cost,
    })
}

/// What it costs that a token of the quotation does not stand in the letter: long words say more than short ones.
const fn added(token: Token) -> usize {
    match token.kind() {
        Kind::Sign => SIGN,
        Kind::Word if token.end() - token.start() > SHORT => 2 * WORD + SIGN,
        Kind::Word => WORD + SIGN,
    }
}

/// What it costs that a token of the letter does not stand in the quotation.
const fn left_out(token: Token) -> usize {
    match token.kind() {
        Kind::Sign => SIGN,
        Kind::Word => WORD,
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn ops(text: &str, beside: &[Token], quote: &str, asked: &[Token]) -> Vec<DiffOp> {
    let old: Vec<String> = beside.iter().map(|token| plain(token.text(text))).collect();
    let new: Vec<String> = asked.iter().map(|token| plain(token.text(quote))).collect();
    laid(&old, &new)
}

fn laid(old: &[String], new: &[String]) -> Vec<DiffOp> {
    capture_diff(Algorithm::Myers, old, 0..old.len(), new, 0..new.len())
}

/// Where the letter's words end beside a quotation that ends in other words: these stand for as many of the letter's, up
/// to the next sign.
fn replaced(text: &str, window: &Window, quote: &str, asked: &[Token]) -> usize {
    let end = window.range.end;
    let beside = &window.tokens[window.range.clone()];
    let Some(DiffOp::Insert { new_len, .. }) = ops(text, beside, quote, asked).pop() else {
        return end;
    };
    if beside.last().is_some_and(|last| last.kind() == Kind::Sign) {
        return end;
    }
    let own = &asked[asked.len() - new_len..];
    let words = window.tokens[end..].iter();
    let words = words.take_while(|token| token.kind() == Kind::Word);
    end + words.take(count_words(own)).count()
}

fn differences(text: &str, beside: &[Token], quote: &str, asked: &[Token]) -> Vec<Difference> {
    let words = |text: &str, tokens: &[Token]| match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => text[first.start()..last.end()].to_owned(),
        _ => String::new(),
    };
    let mut found: Vec<Difference> = Vec::new();
    for op in ops(text, beside, quote, asked) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let own = &beside[op.old_range()];
        let before = beside[..op.old_range().start].last();
        let behind = before.map_or_else(
            || beside.first().map_or(0, |token| token.start()),
            |before| before.end(),
        );
        found.push(Difference {
            letter: words(text, own),
            quote: words(quote, &asked[op.new_range()]),
            at: match (own.first(), own.last()) {
                (Some(first), Some(last)) => first.start()..last.end(),
                _ => behind..behind,
            },
        });
    }
    // The case of the first letter is left aside.
    if let (Some(first), Some(one), Some(other)) =
        (found.first().cloned(), beside.first(), asked.first())
        && first.letter == one.text(text)
        && first.quote == other.text(quote)
        && same_but_first(&first.letter, &first.quote)
    {
        found.remove(0);
    }
    found
}
