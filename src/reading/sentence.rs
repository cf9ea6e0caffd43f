//! The sentence that a stretch of text stands in.

use std::ops::Range;

/// Abbreviations with a full stop that ends no sentence.
const ABBREVIATIONS: [&str; 12] = [
    "etc", "nr", "art", "bijv", "o.a", "d.w.z", "m.b.t", "t.a.v", "i.h.k.v", "resp", "drs", "mr",
];

/// The bytes of the sentence or sentences of `text` that hold `range`, without space around.
#[must_use]
pub fn around(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = 0;
    let mut end = text.len();
    for boundary in boundaries(text) {
        if boundary.next <= range.start {
            start = boundary.next;
        }
        if boundary.end >= range.end {
            end = boundary.end;
            break;
        }
    }
    start..end.max(start)
}

struct Boundary {
    /// The byte after the closing mark.
    end: usize,
    /// Where the next sentence starts.
    next: usize,
}

fn boundaries(text: &str) -> impl Iterator<Item = Boundary> + '_ {
    text.match_indices(['.', '!', '?'])
        .filter_map(move |(at, _)| {
            let closing = text[at + 1..]
                .chars()
                .take_while(|c| matches!(c, '»' | '”' | '’' | ')' | '"'));
            let end = at + 1 + closing.map(char::len_utf8).sum::<usize>();
            let rest = text[end..].strip_prefix(' ')?;
            let starts = rest
                .chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '‘' | '“' | '('));
            (starts && !abbreviates(&text[..at])).then_some(Boundary { end, next: end + 1 })
        })
}

fn abbreviates(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    let initial = word.rsplit('.').next().is_some_and(|last| {
        let mut letters = last.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    initial
        || ABBREVIATIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_what_only_looks_like_an_end() {
        for (text, inside, sentence) in [
            ("Een. Twee drie. Vier.", "drie", "Twee drie."),
            ("Een. Twee drie. Vier.", "Een", "Een."),
            ("Een. Twee drie. Vier.", "Vier", "Vier."),
            (
                "Zie nr. 9 van D.M. Weel etc. Daarna.",
                "Weel",
                "Zie nr. 9 van D.M. Weel etc. Daarna.",
            ),
            ("Hij zei «nee». Zij ook.", "nee", "Hij zei «nee»."),
            ("Een. Twee. Drie.", "Een. Twee", "Een. Twee."),
            ("zonder einde", "einde", "zonder einde"),
        ] {
            let start = text.find(inside).unwrap();
            assert_eq!(&text[around(text, start..start + inside.len())], sentence);
        }
    }
}
