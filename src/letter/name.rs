//! The name by which something can be kept that belongs to a letter: the id of its publication, or
//! for a letter without one a number made of its text.

use super::Letter;

/// The longest id that becomes a name, in bytes: names of files have an end.
const LONGEST: usize = 64;

impl Letter {
    /// A name of ASCII letters, digits and hyphens that is the same each time this letter is read, and
    /// another for another letter: the id of the publication, or `text-` with a hash of the text.
    /// It reads the whole text of a letter without id.
    #[must_use]
    pub fn name(&self) -> String {
        let id = self.facts.id().filter(|id| id.len() <= LONGEST);
        id.unwrap_or_else(|| format!("text-{:016x}", hash(self.text.as_bytes())))
    }
}

/// FNV-1a, by eight bytes at a time: a letter of many megabytes is not waited for. It is stable by its
/// making, which what the standard library has is not.
fn hash(bytes: &[u8]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let (words, rest) = bytes.as_chunks::<8>();
    let mix = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(PRIME);
        // What only differs in the high bits of a word must change the low ones too.
        mixed ^ (mixed >> 32)
    };
    let whole = words
        .iter()
        .fold(OFFSET, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let rest = rest
        .iter()
        .fold(whole, |hash, byte| mix(hash, (*byte).into()));
    mix(rest, bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    #[test]
    fn a_letter_has_the_name_of_its_publication_or_of_its_text() {
        assert_eq!(letter::embedded().name(), "kst-36800-XVII-9");
        // A name that changes loses what was kept by it.
        for (text, name) in [
            ("Dag allen", "text-9b8c08cf3cb7d9bc"),
            ("Dag allen!", "text-ff5c9e24e00c988e"),
        ] {
            assert_eq!(letter::read(text).unwrap().name(), name);
        }
        let long = format!("36 800 XVII\nNr. {}\n\nDag\n", "9".repeat(300));
        assert!(letter::read(long).unwrap().name().starts_with("text-"));
    }

    #[test]
    fn every_byte_counts() {
        let text = b"Nederland hecht grote waarde aan ruimte".to_vec();
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut other = text.clone();
                other[at] ^= 1 << bit;
                assert_ne!(hash(&other), hash(&text), "bit {bit} of byte {at}");
            }
            assert_ne!(hash(&text[..at]), hash(&text));
        }
        assert_ne!(hash(b"a"), hash(b"a\0"));
    }
}
