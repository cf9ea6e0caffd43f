//! A text as plainly as names are written: each letter in one character with its accent, spaces and hyphens
//! of one kind.

use unicode_normalization::char::{canonical_combining_class, compose};

/// What a character is written as; none where it counts for nothing.
fn written(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => Some(c),
        '\u{2011}' => Some('-'),
        _ if c.is_whitespace() => Some(' '),
        _ if canonical_combining_class(c) != 0 => None,
        _ => Some(c),
    }
}

/// Whether a character is written otherwise in a plain text, or not at all.
#[must_use]
pub fn is_odd(c: char) -> bool {
    written(c) != Some(c)
}

/// A text written plainly and, for each number of its bytes, how many of the text itself they are.
#[must_use]
pub fn plain(text: &str) -> (String, Vec<usize>) {
    let (mut plain, mut ends) = (String::with_capacity(text.len()), vec![0]);
    for (at, c) in text.char_indices() {
        let composed = plain.chars().next_back().and_then(|last| compose(last, c));
        match (written(c), composed) {
            (None, Some(composed)) => {
                plain.pop();
                plain.push(composed);
                ends.truncate(plain.len());
            }
            (written, _) => plain.extend(written),
        }
        ends.resize(plain.len() + 1, at + c.len_utf8());
    }
    (plain, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_knows_where_it_came_from() {
        for (text, written, cut) in [
            (
                "Financie\u{308}n",
                "Financiën",
                ("Financië", "Financie\u{308}"),
            ),
            (
                "no\u{2011}harm\u{202f}x",
                "no-harm x",
                ("no-", "no\u{2011}"),
            ),
            ("\u{301}x", "x", ("", "")),
        ] {
            let (plain, ends) = plain(text);
            assert_eq!(plain, written);
            assert_eq!(ends.len(), plain.len() + 1);
            assert_eq!(&text[..ends[cut.0.len()]], cut.1);
        }
    }
}
