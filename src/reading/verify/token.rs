//! What is compared: the words and the punctuation of a text, without spaces and quotation marks.
//!
//! What a character counts for is told by folding, as in a search. Case and accents make a difference here; how the same
//! letters are put into characters (ligatures, accents as characters of their own) does not, nor what cannot be seen.

use crate::text::{
    fold::{composed, fold_char, is_combining},
    raised,
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters and digits.
    Word,
    /// One sign of punctuation.
    Sign,
}

/// A word or a sign. A letter has as many as it has words, so it is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    start: u32,
    end: u32,
    /// A number that is the same for tokens that are the same whatever their case, odd for words.
    key: u32,
}

impl Token {
    /// None behind the four thousand millionth byte, where nobody quotes.
    fn new(start: usize, end: usize, kind: Kind) -> Option<Self> {
        Some(Self {
            start: start.try_into().ok()?,
            end: end.try_into().ok()?,
            key: u32::from(kind == Kind::Word),
        })
    }

    /// Its first byte in the text.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after its last.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// What it is.
    pub const fn kind(self) -> Kind {
        if self.key & 1 == 1 {
            Kind::Word
        } else {
            Kind::Sign
        }
    }

    /// A number that is the same for tokens that are the same whatever their case, and seldom for others.
    pub const fn key(self) -> u32 {
        self.key
    }

    /// Whether it can be the same as another, whatever their case: most are told apart by this alone.
    pub const fn may_be(self, other: Self) -> bool {
        self.key == other.key
    }

    /// Its characters in the text it is of.
    pub fn text(self, text: &str) -> &str {
        &text[self.start()..self.end()]
    }
}

/// The tokens of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    each(text).collect()
}

/// The tokens of a text one by one. Raised digits are note marks, and none of it, but for those of a unit (`m²`). Three
/// dots are one sign.
pub fn each(text: &str) -> impl Iterator<Item = Token> + '_ {
    let seen = text.char_indices();
    let seen =
        seen.filter_map(|(start, c)| Some((start, start + c.len_utf8(), kind(&text[..start], c)?)));
    let mut seen = seen.peekable();
    std::iter::from_fn(move || {
        let (start, mut end, kind) = seen.next()?;
        if kind == Kind::Word {
            while let Some((_, onward, _)) =
                seen.next_if(|&(start, _, kind)| kind == Kind::Word && joins(text, end, start))
            {
                end = onward;
            }
        } else if text[start..].starts_with(DOTS) {
            while seen.next_if(|&(at, ..)| at < start + DOTS.len()).is_some() {
                end = start + DOTS.len();
            }
        }
        let mut token = Token::new(start, end, kind)?;
        token.key |= key(token.text(text)) << 1;
        Some(token)
    })
}

/// What is typed for the one sign that says that something is left out.
const DOTS: &str = "...";

/// The FNV hash of what it counts for in a search.
fn key(text: &str) -> u32 {
    let letters = text.chars().flat_map(fold_char);
    letters.fold(0x811c_9dc5, |key, c| {
        (key ^ u32::from(c)).wrapping_mul(0x0100_0193)
    })
}

/// What a character is a part of, behind a text.
fn kind(before: &str, c: char) -> Option<Kind> {
    if is_combining(c) {
        return Some(Kind::Word);
    }
    match fold_char(c).as_slice() {
        [] | [' ' | '\'' | '"' | '`'] => None,
        _ if raised::digit(c).is_some() && !raised::belongs_to_word(before) => None,
        _ if c.is_alphanumeric() => Some(Kind::Word),
        _ => Some(Kind::Sign),
    }
}

/// Whether what stands between two characters counts for nothing.
fn joins(text: &str, from: usize, to: usize) -> bool {
    text[from..to].chars().all(|c| fold_char(c).is_empty())
}

/// The tokens between the places where a quotation says that it leaves something out; no part is empty.
pub fn parts(quote: &str) -> Vec<Vec<Token>> {
    let mut parts = vec![Vec::new()];
    let all = tokens(quote);
    let is = |at: usize, signs: &[&str]| {
        all.get(at)
            .is_some_and(|token| signs.contains(&token.text(quote)))
    };
    let mut at = 0;
    while at < all.len() {
        let opens = usize::from(is(at, &["[", "("]));
        let dots = at + opens;
        let length = usize::from(is(dots, &["…", DOTS]));
        let closes = usize::from(opens == 1 && is(dots + length, &["]", ")"]));
        if length > 0 && opens == closes {
            parts.push(Vec::new());
            at = dots + length + closes;
        } else {
            if let Some(part) = parts.last_mut() {
                part.push(all[at]);
            }
            at += 1;
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether two tokens are the same: the same letters in the same case, or the same sign.
pub fn same(one: &str, other: &str) -> bool {
    one == other || plain(one) == plain(other)
}

/// Whether they are the same but for the case of their first letter.
pub fn same_but_first(one: &str, other: &str) -> bool {
    one == other || small_first(one) == small_first(other)
}

fn small_first(text: &str) -> String {
    let plain = plain(text);
    let first = if plain.starts_with("IJ") { 2 } else { 1 };
    let first = plain
        .char_indices()
        .nth(first)
        .map_or(plain.len(), |(at, _)| at);
    plain[..first].to_lowercase() + &plain[first..]
}

/// As tokens are compared: what cannot be seen is gone, signs are of one kind, and the same letters are the same
/// characters.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut counted = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || is_combining(c) {
            counted.push(c);
        } else {
            counted.extend(fold_char(c));
        }
    }
    composed(&counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn words_and_signs_are_tokens_and_spaces_and_quotes_are_not() {
        for (text, tokens) in [
            (
                "De ‘EKV’s’, (2025).",
                &["De", "EKV", "s", ",", "(", "2025", ")", "."][..],
            ),
            ("niet-gouvernementele", &["niet", "-", "gouvernementele"]),
            (
                "maat\u{ad}schap beleid³ é e\u{301}",
                &["maat\u{ad}schap", "beleid", "é", "e\u{301}"],
            ),
            (
                "begro\u{200b}ting cri\u{fffd}sis",
                &["begro\u{200b}ting", "cri\u{fffd}sis"],
            ),
            ("5 m² km³ beleid²", &["5", "m²", "km³", "beleid"]),
            ("zo... zo… zo..", &["zo", "...", "zo", "…", "zo", ".", "."]),
            (" «» \u{200b}", &[]),
        ] {
            assert_eq!(cut(text), tokens, "{text}");
        }
    }

    #[test]
    fn a_quotation_is_cut_where_it_leaves_something_out() {
        for (quote, count) in [
            ("een … twee", 2),
            ("een [...] twee (…) drie", 3),
            ("… een …", 1),
            ("een (twee) [drie].", 1),
            ("een. Twee. Drie.", 1),
            ("…", 0),
        ] {
            assert_eq!(parts(quote).len(), count, "{quote}");
        }
    }

    #[test]
    fn tokens_are_compared_as_they_are_read() {
        assert!(same("maat\u{ad}schap", "maatschap") && same("–", "-") && !same("De", "de"));
        assert!(same_but_first("De", "de") && !same_but_first("dE", "de"));
        for (one, other) in [
            ("coo\u{308}rdinatie", "coördinatie"),
            ("ﬁnanciële", "financie\u{308}le"),
            ("vrĳheid", "vrijheid"),
            ("begro\u{fffd}ting", "begroting"),
            ("m²", "m2"),
            ("…", "..."),
        ] {
            assert!(same(one, other), "{one}");
            assert_eq!(tokens(one)[0].key(), tokens(other)[0].key(), "{one}");
        }
        assert!(!same("één", "een") && same_but_first("Ĳver", "ijver"));
        let token = |text: &str| tokens(text)[0];
        assert!(token("EU").may_be(token("eu")) && !token("EU").may_be(token("eur")));
    }
}
