//! From bytes to text: in which encoding they are, found by what they hold.
//!
//! UTF-8 is taken as it is. A byte order mark, or noughts in every second byte, tell UTF-16. What is left is
//! Windows-1252 where every other byte is a sign that Dutch text has in it; otherwise the few bytes that
//! are no text are shown as marks. Only what holds the bytes of a program or a picture is no text at all.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// So many bytes at the start tell UTF-16 that has no mark.
const START: usize = 512;

/// The text in some bytes, or the first byte that is none.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, usize> {
    if let Some(text) = utf32(&bytes) {
        return Ok(text);
    }
    if let Some(encoding) = utf16(&bytes) {
        return Ok(decoded(encoding, &bytes));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.remove(0);
            }
            return Ok(text);
        }
        Err(error) => error.into_bytes(),
    };
    let found = Found::of(&bytes);
    if found.no_text() {
        return Err(str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), |_| 0));
    }
    if found.windows() {
        return Ok(decoded(WINDOWS_1252, &bytes));
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> String {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    text.into_owned()
}

/// The text of UTF-32, which is known by its mark alone.
fn utf32(bytes: &[u8]) -> Option<String> {
    let number: fn([u8; 4]) -> u32 = match bytes {
        [0xff, 0xfe, 0, 0, ..] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff, ..] => u32::from_be_bytes,
        _ => return None,
    };
    let (letters, _) = bytes[4..].as_chunks::<4>();
    let letter = |bytes: &[u8; 4]| {
        let letter = char::from_u32(number(*bytes));
        letter.unwrap_or(char::REPLACEMENT_CHARACTER)
    };
    Some(letters.iter().map(letter).collect())
}

/// Which UTF-16 it is, if it is: by its mark, or since every second byte of Latin letters is nought.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(START)];
    let noughts = |from: usize| {
        start
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd, half) = (noughts(0), noughts(1), start.len() / 2);
    let most = |count: usize| half > 1 && count * 10 > half * 8;
    let few = |count: usize| count * 20 <= half;
    match (most(even) && few(odd), most(odd) && few(even)) {
        (true, _) => Some(UTF_16BE),
        (_, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// What bytes hold that are not all UTF-8.
#[derive(Default)]
struct Found {
    /// Characters of more than one byte in UTF-8.
    long: usize,
    /// Bytes that are no UTF-8, and those among them that Dutch text in Windows-1252 can have.
    stray: usize,
    dutch: usize,
    /// Bytes that no text holds.
    noughts: usize,
    all: usize,
}

impl Found {
    fn of(bytes: &[u8]) -> Self {
        let mut found = Self {
            all: bytes.len(),
            ..Self::default()
        };
        for chunk in bytes.utf8_chunks() {
            found.long += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            let control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
            found.noughts += chunk
                .valid()
                .as_bytes()
                .iter()
                .filter(|byte| control(byte))
                .count();
            found.stray += chunk.invalid().len();
            found.dutch += chunk
                .invalid()
                .iter()
                .filter(|byte| of_dutch(**byte))
                .count();
        }
        found
    }

    /// Whether so much of it is neither text nor a slip that it is something else.
    const fn no_text(&self) -> bool {
        self.noughts > 0 && self.noughts * 100 >= self.all || self.stray * 10 > self.all + 50
    }

    /// Whether the stray bytes are letters and signs of Windows-1252.
    const fn windows(&self) -> bool {
        self.dutch == self.stray && self.long < self.stray
    }
}

/// Whether a byte is a letter or a sign in Windows-1252 that Dutch text has: accents, quote signs, dashes.
const fn of_dutch(byte: u8) -> bool {
    matches!(
        byte,
        0x80 | 0x85 | 0x91..=0x97 | 0xa0 | 0xa7 | 0xab | 0xb0 | 0xb2..=0xb3 | 0xb7 | 0xbb..=0xbd
            | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0xfc
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_what_they_hold() {
        let utf16 = |text: &str, pair: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(pair).collect()
        };
        let long = "Geachte voorzitter, ".repeat(5);
        for (bytes, expected) in [
            ("Geachte «voorzitter»".into(), "Geachte «voorzitter»"),
            ("\u{feff}Geachte".into(), "Geachte"),
            (utf16("\u{feff}één", u16::to_le_bytes), "één"),
            (utf16("\u{feff}één", u16::to_be_bytes), "één"),
            (
                utf16("Geachte coördinator", u16::to_le_bytes),
                "Geachte coördinator",
            ),
            (
                utf16("Geachte coördinator", u16::to_be_bytes),
                "Geachte coördinator",
            ),
            (
                "\u{feff}één €"
                    .chars()
                    .flat_map(|c| u32::from(c).to_le_bytes())
                    .collect(),
                "één €",
            ),
            (
                "\u{feff}één €"
                    .chars()
                    .flat_map(|c| u32::from(c).to_be_bytes())
                    .collect(),
                "één €",
            ),
            (
                b"co\xebrdinator \x93ja\x94 \x80 5".to_vec(),
                "coërdinator “ja” € 5",
            ),
            (b"Geachte co\xeb".to_vec(), "Geachte coë"),
            // One byte that is none among UTF-8.
            (
                [long.as_bytes(), "é\u{20ac}".as_bytes(), b" \xff ja"].concat(),
                &format!("{long}é€ \u{fffd} ja"),
            ),
            (b"goed \xff fout".to_vec(), "goed \u{fffd} fout"),
        ] {
            assert_eq!(text(bytes), Ok(expected.to_owned()));
        }
        for (bytes, at) in [
            (&b"\x7fELF\x02\x01\x01\0\xff"[..], 8),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0),
            (b"\x1f\x8b\x08\0\0\0", 1),
        ] {
            assert_eq!(text(bytes.to_vec()), Err(at));
        }
    }
}
