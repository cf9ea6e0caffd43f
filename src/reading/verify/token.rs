//! What is compared: the words and the punctuation of a text, without spaces and quotation marks.

use crate::text::fold::is_ignorable;

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

/// The tokens of a text one by one. Raised digits are note marks, and none of it.
pub fn each(text: &str) -> impl Iterator<Item = Token> + '_ {
    let seen = text.char_indices();
    let seen = seen.filter_map(|(start, c)| Some((start, start + c.len_utf8(), kind(c)?)));
    let mut seen = seen.peekable();
    std::iter::from_fn(move || {
        let (start, mut end, kind) = seen.next()?;
        if kind == Kind::Word {
            while let Some((_, onward, _)) =
                seen.next_if(|&(start, _, kind)| kind == Kind::Word && joins(text, end, start))
            {
                end = onward;
            }
        }
        let mut token = Token::new(start, end, kind)?;
        token.key |= key(token.text(text)) << 1;
        Some(token)
    })
}

/// The FNV hash of the small letters.
fn key(text: &str) -> u32 {
    let letters = plain(text).flat_map(char::to_lowercase);
    letters.fold(0x811c_9dc5, |key, c| {
        (key ^ u32::from(c)).wrapping_mul(0x0100_0193)
    })
}

fn kind(c: char) -> Option<Kind> {
    let raised = matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}');
    if c.is_whitespace() || is_ignorable(c) || is_quote(c) || raised {
        None
    } else if c.is_alphanumeric() || is_combining(c) {
        Some(Kind::Word)
    } else {
        Some(Kind::Sign)
    }
}

/// Whether what stands between two characters counts for nothing.
fn joins(text: &str, from: usize, to: usize) -> bool {
    text[from..to].chars().all(is_ignorable)
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '\'' | '"'
            | '`'
            | '´'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '′'
            | '″'
    )
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
        let length = if is(dots, &["…"]) {
            1
        } else if (dots..dots + 3).all(|at| is(at, &["."])) {
            3
        } else {
            0
        };
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

/// Whether two tokens are the same: what counts for nothing in them aside, and with one kind of dash.
pub fn same(one: &str, other: &str) -> bool {
    one == other || plain(one).eq(plain(other))
}

/// Whether they are the same but for the case of their first letter.
pub fn same_but_first(one: &str, other: &str) -> bool {
    let lower = |text: &str| {
        let mut chars = plain(text);
        let first: Vec<char> = chars
            .next()
            .into_iter()
            .flat_map(char::to_lowercase)
            .collect();
        first.into_iter().chain(chars).collect::<Vec<_>>()
    };
    lower(one) == lower(other)
}

fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !is_ignorable(*c)).map(|c| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    })
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
        let token = |text: &str| tokens(text)[0];
        assert!(token("EU").may_be(token("eu")) && !token("EU").may_be(token("eur")));
    }
}
