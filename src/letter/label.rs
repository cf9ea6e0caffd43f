//! What a section is called: by a whole number, or as the letter writes it: `7a`, `4.1`, `3, 4 en 5`, `1 t/m 6`.

use super::Pair;
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// How many bytes may be written behind the number.
const REST: usize = 26;

/// The largest number of a section that a letter writes itself.
const LARGEST: u32 = 9_999;

/// What a section is called.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The word before the number, where another section of the letter goes by the number alone.
    word: Option<Pair>,
    number: u32,
    /// What is written behind the number, filled up with zeros.
    rest: [u8; REST],
}

/// One number of several, with what may be glued to it: a letter, or a smaller number for one below it (`4.1`).
type Part = (u32, u8);

/// The highest number below another: smaller than any letter.
const LOWEST: u8 = 96;

/// How several numbers are written as one, longest first: as it is found, and as it is written here. What is
/// found without a word in it may be a comma that was lost, and ends nothing.
const JOINTS: [(&str, &str); 15] = [
    (" en aanbeveling ", " en "),
    (" en vraag ", " en "),
    (", en ", " en "),
    (" tot en met ", " t/m "),
    (" t/m ", " t/m "),
    (" en ", " en "),
    (" and ", " and "),
    (" & ", " en "),
    (" – ", " t/m "),
    (" - ", " t/m "),
    (", ", ", "),
    ("-", " t/m "),
    ("–", " t/m "),
    (",", ", "),
    (" ", ", "),
];

impl Label {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: u32) -> Self {
        Self {
            word: None,
            number,
            rest: [0; REST],
        }
    }

    /// The same with the word before it.
    pub(super) const fn with_word(self, word: Pair) -> Self {
        Self {
            word: Some(word),
            ..self
        }
    }

    /// The number below another: `4.1`.
    pub(super) fn below(number: u32, part: u32) -> Option<Self> {
        let part = u8::try_from(part)
            .ok()
            .filter(|part| (1..=LOWEST).contains(part))?;
        Some(Self::of(number, &glued(part), number))
    }

    /// Its number, where it is nothing else.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        (self == Self::whole(self.number)).then_some(self.number)
    }

    /// The first number in it.
    #[must_use]
    pub const fn first(self) -> u32 {
        self.number
    }

    /// The last number in it.
    #[must_use]
    pub fn last(self) -> u32 {
        self.parts().last().map_or(self.number, |(_, part)| part.0)
    }

    /// Whether it goes by this number, alone or among others.
    #[must_use]
    pub fn covers(self, number: u32) -> bool {
        let mut before = self.number;
        before == number
            || self.parts().any(|(joint, part)| {
                let from = std::mem::replace(&mut before, part.0);
                part.0 == number || (joint == " t/m " && (from..part.0).contains(&number))
            })
    }

    /// A number that no two sections of a letter share, for what is kept of them in files.
    #[must_use]
    pub fn key(self) -> u32 {
        const PRIME: u32 = 0x0100_0193;
        self.number().unwrap_or_else(|| {
            let written = self.to_string();
            let hash = written.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(PRIME)
            });
            hash | 0x8000_0000
        })
    }

    /// What stands before another label in a letter whose numbers go up.
    pub(super) fn comes_before(self, other: Self) -> bool {
        let first = |label: &Self| part(&label.to_string()).map_or((label.number, 0), |own| own.0);
        let own = Self { word: None, ..self };
        let last = match self.parts().last() {
            Some((_, part)) => part,
            None => first(&own),
        };
        last < first(&Self {
            word: None,
            ..other
        })
    }

    fn rest(&self) -> &str {
        let length = self.rest.iter().position(|byte| *byte == 0);
        str::from_utf8(&self.rest[..length.unwrap_or(REST)]).unwrap_or_default()
    }

    /// The numbers behind the first, each with what joins it on.
    fn parts(&self) -> impl Iterator<Item = (&str, Part)> {
        let rest = self.rest();
        let below = rest.strip_prefix('.').map(|below| {
            let digits = below.bytes().take_while(u8::is_ascii_digit).count();
            &below[digits..]
        });
        let mut rest = below.unwrap_or(rest.trim_start_matches(|c: char| c.is_ascii_lowercase()));
        std::iter::from_fn(move || {
            let at = rest.find(|c: char| c.is_ascii_digit())?;
            let joint = &rest[..at];
            let (part, length) = part(&rest[at..])?;
            rest = &rest[at + length..];
            Some((joint, part))
        })
    }

    /// The labels that a text starts with, each with how many bytes it takes, the longest last.
    pub(super) fn read(text: &str) -> Vec<(Self, usize)> {
        let Some(((number, letter), mut at)) = part(text) else {
            return Vec::new();
        };
        let mut written = glued(letter);
        let mut found = vec![(Self::of(number, &written, number), at)];
        let mut last = (number, letter);
        while let Some((from, joint, next, length)) = JOINTS.iter().find_map(|(from, joint)| {
            let behind = text[at..].strip_prefix(from)?;
            let (next, length) = part(behind)?;
            (next > last).then_some((*from, *joint, next, length))
        }) {
            at += from.len() + length;
            written += joint;
            written += &next.0.to_string();
            written += &glued(next.1);
            last = next;
            if !matches!(from, "," | " ") {
                found.push((Self::of(number, &written, next.0), at));
            }
        }
        found
    }

    /// A label of its parts; one that is too long names the first and the last of its numbers.
    fn of(number: u32, written: &str, last: u32) -> Self {
        let mut rest = [0; REST];
        let short = format!(" … {last}");
        let written = if written.len() > REST {
            &short
        } else {
            written
        };
        rest[..written.len()].copy_from_slice(written.as_bytes());
        Self {
            word: None,
            number,
            rest,
        }
    }
}

/// What is glued to a number, as it is written.
fn glued(below: u8) -> String {
    match below {
        0 => String::new(),
        1..=LOWEST => format!(".{below}"),
        letter => char::from(letter).to_string(),
    }
}

/// A number with what may be glued to it, and how many bytes they take.
fn part(text: &str) -> Option<(Part, usize)> {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = count(text);
    let number: u32 = text[..digits].parse().ok()?;
    let behind = &text[digits..];
    let free = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    if let Some(below) = behind.strip_prefix('.') {
        let length = count(below);
        let part: Option<u8> = below[..length].parse().ok();
        if let Some(part) = part.filter(|part| (1..=LOWEST).contains(part))
            && free(&below[length..])
        {
            return (number <= LARGEST).then_some(((number, part), digits + 1 + length));
        }
    }
    let letter = behind.bytes().next().filter(u8::is_ascii_lowercase);
    let letter = letter.filter(|_| free(&behind[1..]));
    let length = digits + usize::from(letter.is_some());
    (number <= LARGEST).then_some(((number, letter.unwrap_or(0)), length))
}

impl From<u32> for Label {
    fn from(number: u32) -> Self {
        Self::whole(number)
    }
}

impl PartialEq<u32> for Label {
    fn eq(&self, other: &u32) -> bool {
        self.number() == Some(*other)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(word) = self.word {
            write!(out, "{} ", word.word())?;
        }
        write!(out, "{}{}", self.number, self.rest())
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Label {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        let written = written.trim().to_lowercase();
        let word = Pair::ALL
            .into_iter()
            .find_map(|pair| Some((pair, written.strip_prefix(pair.word())?.trim_start())));
        let number = word.map_or(written.as_str(), |(_, number)| number);
        let whole = |(label, length): (Self, usize)| (length == number.len()).then_some(label);
        // `4.1` is a paragraph of section 4 where there is one.
        let label = Self::read(number)
            .into_iter()
            .find_map(whole)
            .filter(|label| !label.rest().starts_with('.') || label.parts().next().is_some());
        // A number too large for a letter of sane length is a number all the same.
        let plain = || {
            let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            digits
                .then(|| number.parse().ok().map(Self::whole))
                .flatten()
        };
        let label = label.or_else(plain).ok_or(())?;
        Ok(word.map_or(label, |(pair, _)| label.with_word(pair)))
    }
}

/// A label as it is kept, part by part: what it prints as does not say all.
pub(super) mod in_parts {
    use super::{Label, Pair, REST};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    type Parts = (Option<Pair>, u32, [u8; REST]);

    pub fn serialize<S: Serializer>(label: &Label, to: S) -> Result<S::Ok, S::Error> {
        (label.word, label.number, label.rest).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Label, D::Error> {
        let (word, number, rest) = Parts::deserialize(from)?;
        Ok(Label { word, number, rest })
    }
}

/// A number where it is one, else what is written.
impl Serialize for Label {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.number() {
            Some(number) => out.serialize_u32(number),
            None => out.collect_str(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_they_are_written() {
        for (written, shown, covered) in [
            ("4", "4", &[4][..]),
            ("7a", "7a", &[7]),
            ("1 en 2", "1 en 2", &[1, 2]),
            ("3, 4 en 5", "3, 4 en 5", &[3, 4, 5]),
            ("3 4 en 5", "3, 4 en 5", &[3, 4, 5]),
            ("3,4 en 5", "3, 4 en 5", &[3, 4, 5]),
            ("1 tot en met 3", "1 t/m 3", &[1, 2, 3]),
            ("1-3", "1 t/m 3", &[1, 2, 3]),
            ("1 and 2", "1 and 2", &[1, 2]),
            ("2a en 2b", "2a en 2b", &[2]),
            ("10, 11, 12, 13, 14, 15, 16, 17 en 18", "10 … 18", &[10, 18]),
            ("Conclusie 1", "conclusie 1", &[1]),
        ] {
            let label: Label = written.parse().unwrap();
            assert_eq!(label.to_string(), shown, "{written}");
            for number in 0..20 {
                assert_eq!(
                    label.covers(number),
                    covered.contains(&number),
                    "{written} {number}"
                );
            }
        }
        for wrong in [
            "", "a", "4.2", "3 2", "-1", "+4", "4,", "3 4", "7ab", "vier", "2 en 1",
        ] {
            assert!(wrong.parse::<Label>().is_err(), "{wrong}");
        }
        assert_eq!("123456".parse(), Ok(Label::whole(123_456)));
    }

    #[test]
    fn labels_go_up() {
        let label = |written: &str| written.parse::<Label>().unwrap();
        let below = |number, part| Label::below(number, part).unwrap();
        assert!(label("4").comes_before(below(4, 1)));
        assert!(below(4, 1).comes_before(below(4, 2)));
        assert!(below(4, 10).comes_before(label("5")));
        assert!(!below(4, 1).comes_before(label("4")));
        for (before, after) in [("1", "2"), ("7", "7a"), ("7a", "7b"), ("3, 4 en 5", "6")] {
            assert!(label(before).comes_before(label(after)), "{before} {after}");
            assert!(
                !label(after).comes_before(label(before)),
                "{after} {before}"
            );
        }
        assert!(!label("3, 4 en 5").comes_before(label("5")));
    }

    #[test]
    fn a_key_is_the_number_or_none_that_a_letter_has() {
        let label = |written: &str| written.parse::<Label>().unwrap();
        assert_eq!(label("12").key(), 12);
        assert_ne!(label("7a").key(), label("7b").key());
        assert!(label("7a").key() > LARGEST);
    }
}
