//! From bytes to a letter: which form they have, and who reads it.
//!
//! This is the seam for further forms: recognise one here, give it a [`super::Form`] and a file beside
//! `plain.rs`.

use super::{
    Language, Letter, Ours, decode, doubled::single_spaced, mailed, markup, own, plain, spaced,
    tabbed, visible,
};
use std::borrow::Cow;

const EMBEDDED: &str = include_str!("../../assets/letter/kst-36800-XVII-9.txt");

/// Why bytes are no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// There is nothing but white space.
    #[error("{}", self.say(Language::English))]
    Empty,
    /// The bytes are no text.
    #[error("{}", self.say(Language::English))]
    NotText {
        /// The first byte that is none, counted from 0.
        at: usize,
    },
    /// The bytes are of a form that cannot be read.
    #[error("{}", self.say(Language::English))]
    Form {
        /// What that form is called.
        name: &'static str,
    },
}

impl LetterError {
    /// What is wrong and what to do, in one sentence that follows on a file's name.
    #[must_use]
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Empty, Language::Dutch) => {
                "er staat geen tekst in; kies een bestand met een brief".into()
            }
            (Self::Empty, Language::English) => {
                "there is no text in it; choose a file with a letter".into()
            }
            (Self::NotText { at }, Language::Dutch) => {
                format!("geen tekst (byte {at}); sla de brief op als platte tekst")
            }
            (Self::NotText { at }, Language::English) => {
                format!("not text (byte {at}); save the letter as plain text")
            }
            (Self::Form { name }, Language::Dutch) => {
                format!(
                    "dit is {name}, en dat kan kamerbrief niet lezen; sla de brief op als platte tekst"
                )
            }
            (Self::Form { name }, Language::English) => {
                format!(
                    "this is {name}, which kamerbrief cannot read; save the letter as plain text"
                )
            }
        }
    }
}

/// Reads a letter from the bytes of a file, in the very buffer that they come in.
///
/// # Errors
/// [`LetterError`] when the bytes are empty, no text, or of a form that cannot be read.
pub fn read(bytes: impl Into<Vec<u8>>) -> Result<Letter, LetterError> {
    let bytes = bytes.into();
    if let Some(name) = markup::of_bytes(&bytes) {
        return Err(LetterError::Form { name });
    }
    let source = decode::text(bytes).map_err(|at| LetterError::NotText { at })?;
    if let Some(name) = markup::of_text(&source) {
        return Err(LetterError::Form { name });
    }
    read_text(source)
}

/// Reads a letter from plain text.
///
/// # Errors
/// [`LetterError::Empty`] when there is nothing but white space.
pub(crate) fn read_text(mut source: String) -> Result<Letter, LetterError> {
    source.truncate(source.trim_end().len());
    if source.as_bytes().contains(&b'\r') {
        source = unix_lines(source);
    }
    // What copying did to a text, undone: each says so only where it was done.
    for undo in [
        mailed::unquoted,
        single_spaced,
        tabbed::with_strokes,
        spaced::single_blanks,
    ] {
        if let Some(undone) = undo(&source) {
            source = undone;
        }
    }
    let mut own = String::new();
    if let Cow::Owned(marked) = visible(&source) {
        (source, own) = if source.contains(ENDS_OF_LINES) {
            let source = ended(&source);
            (visible(&source).into_owned(), source)
        } else {
            (marked, source)
        };
    }
    if source.trim().is_empty() {
        return Err(LetterError::Empty);
    }
    let mut letter = from_text(source);
    if !own.is_empty() {
        letter.hidden = own::hidden(&own, &letter.text);
    }
    Ok(letter)
}

/// What ends a line beside the ends of Unix, Windows and old Macs: a form feed, NEL, and those of Unicode.
const ENDS_OF_LINES: [char; 4] = ['\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The text with its lines ended by what ends those of Unix. A form feed ends none within a word, and none
/// at the start of a line, where a page begins.
fn ended(text: &str) -> String {
    let mut before = '\n';
    let mut after = text.chars().skip(1);
    let end = |c: char| {
        let next = after.next().unwrap_or(' ');
        let in_a_word = before.is_alphanumeric() && next.is_alphanumeric();
        let shown = match c {
            '\u{c}' if before == '\n' => return None,
            '\u{c}' if in_a_word => c,
            _ if ENDS_OF_LINES.contains(&c) => '\n',
            _ => c,
        };
        before = shown;
        Some(shown)
    };
    text.chars().filter_map(end).collect()
}

/// The text with the line ends of Unix.
fn unix_lines(text: String) -> String {
    let mut bytes = text.into_bytes();
    let mut before = 0;
    bytes.retain_mut(|byte| {
        let ended = std::mem::replace(&mut before, *byte) == b'\r';
        let stays = !(ended && *byte == b'\n');
        if *byte == b'\r' {
            *byte = b'\n';
        }
        stays
    });
    as_text(bytes)
}

/// Bytes that are known to be text, as such.
pub(super) fn as_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The letter that is part of the program.
#[must_use]
pub fn embedded() -> Letter {
    from_text(EMBEDDED.to_owned())
}

/// The source of the embedded letter, byte for byte as published.
#[must_use]
pub const fn embedded_source() -> &'static str {
    EMBEDDED
}

fn from_text(source: String) -> Letter {
    let begun = plain::begin(&source);
    let ours = Ours::of(begun.facts.id().as_deref());
    plain::read(source, begun, ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_letter_says_why() {
        for (bytes, error) in [
            (&b""[..], LetterError::Empty),
            (b" \r\n\t\n", LetterError::Empty),
            (b"\x7fELF\x02\x01\x01\0\xff", LetterError::NotText { at: 8 }),
            (b"%PDF-1.7", LetterError::Form { name: "PDF" }),
            (
                b"\xef\xbb\xbf<?xml version='1.0'?>",
                LetterError::Form { name: "XML" },
            ),
            (b"\n<!DOCTYPE html>", LetterError::Form { name: "HTML" }),
        ] {
            assert_eq!(read(bytes).unwrap_err(), error);
            assert!(!error.say(Language::Dutch).is_empty() && !error.to_string().is_empty());
        }
    }

    #[test]
    fn line_ends_are_no_words() {
        let one = read(b"Dag\n\nallen, en\nook u").unwrap();
        for other in [
            "Dag\r\n\r\nallen, en\r\nook u\r\n",
            "Dag\r\rallen, en\rook u",
            "Dag \n \nallen, en\nook u",
            "Dag\n\n\u{c}allen, en\n\u{c}ook u",
            "Dag\u{85}\u{85}allen, en\u{85}ook u",
            "Dag\u{2029}\u{2028}allen, en\u{2028}ook u",
        ] {
            let other = read(other.as_bytes()).unwrap();
            assert_eq!(other.form, one.form);
            let paragraphs = |letter: &Letter| -> Vec<String> {
                let all = 0..letter.paragraphs().len();
                all.map(|index| letter.paragraph(index).to_owned())
                    .collect()
            };
            assert_eq!(paragraphs(&other), paragraphs(&one));
        }
    }

    #[test]
    fn a_byte_order_mark_and_controls_do_no_harm() {
        let letter = read(b"\xef\xbb\xbfDag\x1b[2J allen").unwrap();
        assert_eq!(letter.paragraph(0), "Dag␛[2J allen");
    }
}
