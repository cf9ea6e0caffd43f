//! Texts of a PDF: read from its bytes, put together and cut.

use crate::source::draft::Text;

/// Puts the second part of a text behind the first, with a blank between them.
pub(super) fn join(first: &mut Text, second: Text) {
    if !first.words.ends_with(['-', ' ']) {
        first.words.push(' ');
    }
    let by = first.words.len();
    first.words.push_str(&second.words);
    let moved = second.emphasis.into_iter();
    first
        .emphasis
        .extend(moved.map(|(range, emphasis)| (range.start + by..range.end + by, emphasis)));
    first.marks.extend(second.marks.into_iter().map(|mut mark| {
        mark.at += by;
        mark
    }));
}

/// A text of the file's own words: UTF-16 or UTF-8 with their marks, else Latin-1.
pub(super) fn text_of(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> = units
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
            .collect();
        return String::from_utf16_lossy(&units);
    }
    if let Some(text) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return String::from_utf8_lossy(text).into_owned();
    }
    bytes.iter().copied().map(char::from).collect()
}
