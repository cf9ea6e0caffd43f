//! `--version`: which program this is, and which letter is built into it, with the checksum of its text.

use super::refusal::filled;
use crate::{app::words::Words, letter};

/// The version of the program, and below it the letter: `kst-36800-XVII-9 (CRC-32 1a2b3c4d)`.
pub fn version(words: &Words) -> String {
    let id = letter::embedded().name();
    let checksum = format!("{:08x}", crc32(letter::embedded_source().as_bytes()));
    let letter = filled(
        words.cli().version_letter,
        &[("letter", &id), ("checksum", &checksum)],
    );
    format!("kamerbrief {}\n{letter}\n", env!("CARGO_PKG_VERSION"))
}

/// The CRC-32 that gzip, zip and PNG have, bit by bit: nothing waits for it.
fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1));
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), shift)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Language;

    #[test]
    fn the_letter_is_named_with_the_checksum_that_others_find() {
        // The check value that belongs to this CRC.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for (language, start) in [
            (Language::Dutch, "ingebouwde brief: "),
            (Language::English, "built-in letter: "),
        ] {
            let told = version(&Words::of(language));
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(
                lines[0],
                format!("kamerbrief {}", env!("CARGO_PKG_VERSION"))
            );
            assert!(
                lines[1].starts_with(&format!("{start}kst-36800-XVII-9 (CRC-32 ")),
                "{told}"
            );
            assert_eq!(lines.len(), 2);
        }
    }
}
