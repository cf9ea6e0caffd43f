//! What a character of a text counts for when it is compared with what is typed.
//!
//! More than folding: case may count, and a ligature counts for the letters that people type.

use super::fold::fold_char;

/// Whether capitals differ from small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// They do.
    Counts,
    /// They do not.
    Ignored,
}

/// What one character counts for: nothing (a soft hyphen), a letter, or those of a ligature.
pub(super) struct Folded {
    letters: [char; 3],
    count: usize,
}

impl Folded {
    /// The letters themselves.
    pub(super) fn as_slice(&self) -> &[char] {
        &self.letters[..self.count]
    }
}

impl Case {
    /// What a character counts for.
    pub(super) fn fold(self, c: char) -> Folded {
        if let Some(letter) = self.plain(c) {
            return Folded {
                letters: [letter; 3],
                count: 1,
            };
        }
        let mut folded = Folded {
            letters: ['\0'; 3],
            count: 0,
        };
        let mut push = |c: char| {
            if let Some(letter) = self.letter(c) {
                folded.letters[folded.count] = letter;
                folded.count += 1;
            }
        };
        match ligature(c) {
            Some(written) => written.chars().for_each(push),
            None => push(c),
        }
        folded
    }

    /// The letter that a printable ASCII character counts for; none for any other.
    pub(super) const fn plain(self, c: char) -> Option<char> {
        match (self, c) {
            (Self::Ignored, 'A'..='Z') => Some(c.to_ascii_lowercase()),
            (_, ' '..='~') => Some(c),
            _ => None,
        }
    }

    fn letter(self, c: char) -> Option<char> {
        let folded = if c.is_whitespace() {
            ' '
        } else {
            fold_char(c)?
        };
        match self {
            Self::Counts if c.is_uppercase() => folded.to_uppercase().next(),
            Self::Counts | Self::Ignored => Some(folded),
        }
    }
}

/// The characters that people type for one that stands for two or three.
const fn ligature(c: char) -> Option<&'static str> {
    match c {
        'ĳ' => Some("ij"),
        'Ĳ' => Some("IJ"),
        'ﬀ' => Some("ff"),
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        'ﬃ' => Some("ffi"),
        'ﬄ' => Some("ffl"),
        '…' => Some("..."),
        _ => None,
    }
}
