//! How a letter without an id is recognised when its text has changed a little: by its head and by most of
//! its paragraphs.

use crate::letter::{Letter, Role};
use std::collections::BTreeMap;

/// The fields of what is kept that only a newer program knows, by name: their JSON as it was written.
pub type Unknown = BTreeMap<String, String>;

/// How many paragraphs a sketch holds at most.
const MOST: usize = 128;

/// How many letters of a paragraph tell it from others. What stands behind them may have changed.
const LETTERS: usize = 64;

/// What of a letter is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// A number made of its head; none where it has no head.
    pub head: Option<u32>,
    /// Numbers made of its paragraphs, the lowest of them all, in order.
    pub paragraphs: Vec<u32>,
    /// What is kept beside that.
    pub unknown: Unknown,
}

impl Sketch {
    /// The sketch of a letter.
    #[must_use]
    pub fn of(letter: &Letter) -> Self {
        let is_head = |&at: &usize| letter.paragraphs()[at].role == Role::Head;
        let all = 0..letter.paragraphs().len();
        let mut head = all.clone().filter(is_head).peekable();
        let text = |at| letter.paragraph(at);
        let of_head = head
            .peek()
            .is_some()
            .then(|| hash(head.flat_map(|at| letters(text(at)))));
        let body = all.filter(|at| !is_head(at));
        let full = body.filter(|&at| letters(text(at)).next().is_some());
        let mut paragraphs: Vec<u32> = full
            .map(|at| hash(letters(text(at)).take(LETTERS)))
            .collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        paragraphs.truncate(MOST);
        Self {
            head: of_head,
            paragraphs,
            unknown: Unknown::default(),
        }
    }

    /// How much of this letter is in another, in hundredths of what either holds; nothing where it is not
    /// taken for the same letter.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Option<usize> {
        let (mut all, mut shared) = (0, 0);
        let (mut ours, mut theirs) = (self.paragraphs.as_slice(), other.paragraphs.as_slice());
        // Of two sketches that are cut off only as many of the lowest numbers tell of both letters.
        while let (true, [one, ..], [two, ..]) = (all < MOST, ours, theirs) {
            shared += usize::from(one == two);
            all += 1;
            let (past_one, past_two) = (one <= two, two <= one);
            ours = &ours[usize::from(past_one)..];
            theirs = &theirs[usize::from(past_two)..];
        }
        all = (all + ours.len() + theirs.len()).min(MOST);
        let likeness = (shared * 100).checked_div(all)?;
        let same_head = self.head.is_some() && self.head == other.head;
        // More than half of either letter is in the other where a third of what both hold is shared.
        let enough = if same_head { 34 } else { 50 };
        (likeness >= enough).then_some(likeness)
    }
}

/// The letters and digits of ASCII in a text, in lower case: neither spaces nor signs nor accents count.
fn letters(text: &str) -> impl Iterator<Item = u8> + '_ {
    let all = text.bytes().filter(u8::is_ascii_alphanumeric);
    all.map(|letter| letter.to_ascii_lowercase())
}

/// FNV-1a: stable by its making, which what the standard library has is not.
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn letter_of(count: usize, change: impl Fn(usize, String) -> String) -> Sketch {
        let paragraph = |at: usize| format!("Alinea {at} gaat over het onderwerp met nummer {at}.");
        let text = (0..count).map(|at| change(at, paragraph(at)) + "\n\n");
        Sketch::of(&letter::read(text.collect::<String>()).unwrap())
    }

    #[test]
    fn a_letter_is_recognised_by_most_of_its_paragraphs() {
        for count in [3, 4, 10, 100, 5000] {
            let same = letter_of(count, |_, text| text);
            assert_eq!(same.likeness(&same), Some(100));
            let mended = letter_of(count, |at, text| match at {
                1 => text.replace("gaat", "gaaat"),
                _ => text,
            });
            assert!(same.likeness(&mended).is_some(), "{count}");
            let signs = |_, text: String| text.replace(' ', "\u{a0}").replace('.', "…");
            assert_eq!(same.likeness(&letter_of(count, signs)), Some(100));
            let other = letter_of(count, |_, text| text.replace("Alinea", "Andere alinea"));
            assert_eq!(same.likeness(&other), None, "{count}");
            let mostly = letter_of(count, |at, text| match at % 4 {
                0 => text,
                _ => text.replace("Alinea", "Andere alinea"),
            });
            assert_eq!(same.likeness(&mostly), None, "{count}");
        }
        assert_eq!(Sketch::default().likeness(&Sketch::default()), None);
    }
}
