//! How hostile sources are made, and how often a property is tried.

use kamerbrief::letter::source::embedded_source;
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, RngSeed, TestRunner},
};

/// Tries a property this often, or as often as `PROPTEST_CASES` says.
pub fn runner(cases: u32) -> TestRunner {
    let asked = Config::default();
    let more = std::env::var_os("PROPTEST_CASES").is_some();
    TestRunner::new(Config {
        cases: if more { asked.cases } else { cases },
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(36_800),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        failure_persistence: None,
        ..asked
    })
}

/// What means something to the reader of letters, to a terminal or to Unicode, and what only looks so.
const PIECES: [&str; 110] = [
    "\n",
    "\n\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{2003}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{b}",
    "\u{c}",
    "Aanbeveling ",
    "AANBEVELING ",
    "Recommendation ",
    "Aanbeveling",
    "\nAanbeveling 1:",
    "\n\nAanbeveling 2. ",
    "\nAanbeveling 3 – ",
    "\nAanbeveling 99999999999999999999:",
    "\nAanbeveling 999:",
    "\nAanbeveling 1000:",
    "\nAanbeveling 00004:",
    "\nAanbeveling ٣:",
    ":",
    ".",
    "–",
    " –",
    " -",
    "0",
    "1",
    "2",
    "3",
    "9",
    "01",
    "00",
    "4294967295",
    "4294967296",
    "99999999999999999999",
    "٣",
    "»",
    "«",
    "»1",
    ").2",
    ".1 ",
    ",1",
    "».01 ",
    "(",
    ")",
    "((((",
    "’",
    "‘",
    "”",
    "“",
    "\nReactie\n",
    "\nReactie van het kabinet:\n",
    "\n\nAppreciatie\n\n",
    "Brief regering",
    "\nBrief regering: ",
    "\nBrief regering : Een titel\n",
    "Nr. 9\n",
    "nr. ",
    "36 800 XVII\n",
    "21 501-02",
    "36410",
    "36 80é",
    "12é345",
    "Kamerstuk ",
    "BRIEF VAN ",
    "Aan de Voorzitter van de Tweede Kamer\n",
    "\nDen Haag, 3 mei 2021\n",
    "1 januari 0000\n",
    "\nDatum 31 oktober 2025\n",
    "\n1 mei +123\n",
    "31 februari 9999",
    "mei",
    "\nDe Minister van X,\n",
    "\nStaatssecretaris,\n",
    "A. Naam\n",
    "CIVICUS",
    "civicus ",
    " Verenigde Naties (VN) ",
    "(AIV)",
    "EU-",
    "WSIS+20",
    "Europees Hof voor de Rechten van de Mens",
    "etc. ",
    "Zin. Nog een! En? ",
    "a",
    "é",
    "e\u{301}",
    "\u{301}",
    "İ",
    "ß",
    "ﬃ",
    "Ǆ",
    "日本",
    "👩‍👩‍👧",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{0}",
    "\u{9b}",
    "\u{202e}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
];

/// Texts put together of such pieces.
pub fn pieces() -> impl Strategy<Value = String> {
    let long = (select(&PIECES[..]), 0..2000_usize).prop_map(|(piece, times)| piece.repeat(times));
    let piece = prop_oneof![
        40 => select(&PIECES[..]).prop_map(str::to_owned),
        8 => any::<char>().prop_map(String::from),
        4 => (0..120_usize).prop_map(|times| "woord ".repeat(times)),
        1 => long,
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Bytes of any kind, some of which start as files of other forms do.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let magic: [&[u8]; 12] = [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"%PDF-",
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08",
        b"\x7fELF\x02\x01\x01",
        b"<!doctype",
        b"{\\rtf",
        b"\n \t<?xml",
    ];
    let byte = prop_oneof![any::<u8>(), 0..=0x7f_u8];
    (select(magic.to_vec()), vec(byte, 0..400)).prop_map(|(magic, rest)| [magic, &rest].concat())
}

/// One thing done to a text.
#[derive(Clone, Debug)]
enum Change {
    Flip(Index, u8),
    Delete(Index, Index),
    Insert(Index, String),
    Truncate(Index),
    RepeatLine(Index, usize),
    SwapLines(Index, Index),
    JoinLines(Index, usize),
    LineEnds(&'static str),
    BlankBetween,
    Start(&'static str),
    Utf16(bool),
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<Index>;
    prop_oneof![
        6 => (index(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        4 => (index(), index()).prop_map(|(from, to)| Change::Delete(from, to)),
        8 => (index(), pieces()).prop_map(|(at, text)| Change::Insert(at, text)),
        2 => index().prop_map(Change::Truncate),
        4 => (index(), 1..300_usize).prop_map(|(line, times)| Change::RepeatLine(line, times)),
        4 => (index(), index()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        2 => (index(), 2..200_usize).prop_map(|(line, count)| Change::JoinLines(line, count)),
        2 => select(&["\r\n", "\r", "\n\n", "\n \t\n", "\n\n\n\n\n\n"][..]).prop_map(Change::LineEnds),
        2 => Just(Change::BlankBetween),
        2 => select(&["\u{feff}", "\u{feff}\u{feff}", "\n\n", " ", "%"][..]).prop_map(Change::Start),
        1 => any::<bool>().prop_map(Change::Utf16),
    ]
}

impl Change {
    fn make(&self, bytes: Vec<u8>) -> Vec<u8> {
        if bytes.is_empty() {
            return bytes;
        }
        let lines = || bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>();
        match self {
            Self::Flip(at, byte) => {
                let mut bytes = bytes;
                *at.get_mut(&mut bytes) ^= byte;
                bytes
            }
            Self::Delete(from, to) => {
                let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
                [&bytes[..from.min(to)], &bytes[from.max(to)..]].concat()
            }
            Self::Insert(at, text) => {
                let at = at.index(bytes.len());
                [&bytes[..at], text.as_bytes(), &bytes[at..]].concat()
            }
            Self::Truncate(at) => bytes[..at.index(bytes.len())].to_vec(),
            Self::RepeatLine(line, times) => {
                let mut lines = lines();
                let line = line.index(lines.len());
                let again = vec![lines[line]; *times];
                lines.splice(line..line, again);
                lines.join(&b'\n')
            }
            Self::SwapLines(one, other) => {
                let mut lines = lines();
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                lines.swap(one, other);
                lines.join(&b'\n')
            }
            Self::JoinLines(line, count) => {
                let lines = lines();
                let line = line.index(lines.len());
                let end = (line + count).min(lines.len());
                let joined = lines[line..end].join(&b' ');
                [&lines[..line], &[&joined], &lines[end..]]
                    .concat()
                    .join(&b'\n')
            }
            Self::LineEnds(end) => lines().join(end.as_bytes()),
            Self::BlankBetween => lines().join(&b"\n\n"[..]),
            Self::Start(text) => [text.as_bytes(), &bytes].concat(),
            Self::Utf16(little) => {
                let text = format!("\u{feff}{}", String::from_utf8_lossy(&bytes));
                let pair = |unit: u16| {
                    if *little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                };
                text.encode_utf16().flat_map(pair).collect()
            }
        }
    }
}

/// The embedded letter after a few things were done to it.
#[derive(Clone, Debug)]
pub struct Mutation {
    changes: Vec<Change>,
    /// Whether it is made UTF-8 again, so that it gets past the first gate.
    mended: bool,
}

impl Mutation {
    pub fn bytes(&self) -> Vec<u8> {
        let source = embedded_source().as_bytes().to_vec();
        let change = |bytes, change: &Change| change.make(bytes);
        let bytes = self.changes.iter().fold(source, change);
        if self.mended {
            String::from_utf8_lossy(&bytes).into_owned().into_bytes()
        } else {
            bytes
        }
    }
}

pub fn mutations() -> impl Strategy<Value = Mutation> {
    let parts = (vec(change(), 1..8), prop::bool::weighted(0.8));
    parts.prop_map(|(changes, mended)| Mutation { changes, mended })
}
