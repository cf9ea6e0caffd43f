//! The parts of a ZIP file, as word processors write it. A part is unpacked only when it is asked for, and only
//! as far as a text can reasonably have been packed: what claims to hold more is refused.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// So much more than its packed size may a part hold. Text in XML is packed to a tenth or a twentieth.
const RATIO: usize = 60;
/// The most that a part may hold, in bytes.
const LARGEST: usize = 64 << 20;
/// The most parts that are looked at.
const PARTS: usize = 10_000;
/// How far from the end of a file the list of its parts may be announced, in bytes.
const TAIL: usize = 22 + 65_535;

/// Where a part lies in its file.
#[derive(Clone, Debug)]
struct Part {
    name: String,
    packed: bool,
    length: usize,
    at: usize,
}

/// A ZIP file.
#[derive(Debug)]
pub(super) struct Zip {
    bytes: Vec<u8>,
    parts: Vec<Part>,
}

impl Zip {
    /// Opens a file; none where it has no list of its parts.
    pub(super) fn open(bytes: Vec<u8>) -> Option<Self> {
        let from = bytes.len().saturating_sub(TAIL);
        let end = bytes[from..]
            .windows(4)
            .rposition(|four| four == b"PK\x05\x06")?;
        let end = from + end;
        let count = usize::from(short(&bytes, end + 10)?);
        let mut at = long(&bytes, end + 16)?;
        let mut parts = Vec::new();
        for _ in 0..count.min(PARTS) {
            if bytes.get(at..at + 4)? != b"PK\x01\x02" {
                break;
            }
            let method = short(&bytes, at + 10)?;
            let length = long(&bytes, at + 20)?;
            let name = usize::from(short(&bytes, at + 28)?);
            let extra = usize::from(short(&bytes, at + 30)?);
            let comment = usize::from(short(&bytes, at + 32)?);
            let header = long(&bytes, at + 42)?;
            let written = bytes.get(at + 46..at + 46 + name)?;
            if matches!(method, 0 | 8) {
                parts.push(Part {
                    name: String::from_utf8_lossy(written).into_owned(),
                    packed: method == 8,
                    length,
                    at: header,
                });
            }
            at += 46 + name + extra + comment;
        }
        Some(Self { bytes, parts })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// What a part holds, as text; none where there is no such part, or it cannot be unpacked.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let part = self.parts.iter().find(|part| part.name == name)?;
        let start = part.at;
        if self.bytes.get(start..start + 4)? != b"PK\x03\x04" {
            return None;
        }
        let name = usize::from(short(&self.bytes, start + 26)?);
        let extra = usize::from(short(&self.bytes, start + 28)?);
        let start = start + 30 + name + extra;
        let packed = self.bytes.get(start..start.checked_add(part.length)?)?;
        let bytes = if part.packed {
            let most = packed.len().saturating_mul(RATIO).min(LARGEST);
            decompress_to_vec_with_limit(packed, most).ok()?
        } else {
            packed.to_vec()
        };
        let text = String::from_utf8(bytes).ok()?;
        Some(match text.strip_prefix('\u{feff}') {
            Some(text) => text.to_owned(),
            None => text,
        })
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of one packed part that says how much it holds in vain.
    fn packed(text: &[u8]) -> Vec<u8> {
        let body = miniz_oxide::deflate::compress_to_vec(text, 9);
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        let mut bytes = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
        bytes.extend([&length[..], &[9, 0, 0, 0], &[1, 0, 0, 0], b"a", &body].concat());
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0");
        bytes.extend([&length[..], &[9, 0, 0, 0], &[1, 0], &[0; 12], &[0; 4], b"a"].concat());
        bytes.extend([b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &[0; 4][..], &at, &[0, 0]].concat());
        bytes
    }

    #[test]
    fn a_part_is_unpacked_as_far_as_a_text_goes() {
        let text = "Hier staat een zin, en daarachter nog een andere zin.";
        let zip = Zip::open(packed(text.as_bytes())).unwrap();
        assert_eq!(zip.names().collect::<Vec<_>>(), ["a"]);
        assert_eq!(zip.text("a").as_deref(), Some(text));
        assert_eq!(zip.text("b"), None);
        let bomb = Zip::open(packed(&vec![b'a'; 8 << 20])).unwrap();
        assert_eq!(
            bomb.text("a"),
            None,
            "eight million bytes out of eight thousand"
        );
        assert!(Zip::open(b"PK\x03\x04".to_vec()).is_none());
        assert!(Zip::open(b"PK\x05\x06".to_vec()).is_none());
    }
}
