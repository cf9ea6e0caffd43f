//! From bytes to a letter: which form they have, and who reads it.
//!
//! This is the seam for further forms: recognise one here, give it a [`super::Form`] and a file beside
//! `plain.rs`.

use super::{Language, Letter, Ours, own, plain, visible};
use std::borrow::Cow;

const EMBEDDED: &str = include_str!("../../assets/letter/kst-36800-XVII-9.txt");

/// Why bytes are no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// There is nothing but white space.
    #[error("{}", self.say(Language::English))]
    Empty,
    /// The bytes are not UTF-8 text.
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
                format!("geen UTF-8-tekst (byte {at}); sla de brief op als platte tekst in UTF-8")
            }
            (Self::NotText { at }, Language::English) => {
                format!("not UTF-8 text (byte {at}); save the letter as plain text in UTF-8")
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
/// [`LetterError`] when the bytes are empty, no UTF-8 text, or of a form that cannot be read.
pub fn read(bytes: impl Into<Vec<u8>>) -> Result<Letter, LetterError> {
    let bytes = bytes.into();
    if let Some(name) = other_form(&bytes) {
        return Err(LetterError::Form { name });
    }
    let mut source = String::from_utf8(bytes).map_err(|error| LetterError::NotText {
        at: error.utf8_error().valid_up_to(),
    })?;
    if source.starts_with('\u{feff}') {
        source.remove(0);
    }
    source.truncate(source.trim_end().len());
    if source.as_bytes().contains(&b'\r') {
        source = unix_lines(source);
    }
    let mut own = String::new();
    if let Cow::Owned(marked) = visible(&source) {
        own = std::mem::replace(&mut source, marked);
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

fn other_form(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let lower: Vec<u8> = start.iter().take(16).map(u8::to_ascii_lowercase).collect();
    let known: [(&[u8], &str); 8] = [
        (b"%pdf-", "PDF"),
        (b"pk\x03\x04", "Word, ODT, ZIP"),
        (b"<?xml", "XML"),
        (b"<!doctype", "HTML"),
        (b"<html", "HTML"),
        (b"{\\rtf", "RTF"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ];
    known
        .into_iter()
        .find(|(magic, _)| lower.starts_with(magic))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_letter_says_why() {
        for (bytes, error) in [
            (&b""[..], LetterError::Empty),
            (b" \r\n\t\n", LetterError::Empty),
            (b"goed \xff fout", LetterError::NotText { at: 5 }),
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
