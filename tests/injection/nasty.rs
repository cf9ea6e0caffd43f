//! Arbitrary texts that would act on a terminal, letters made of them, and what may come of them.

use crate::common::setting;
use kamerbrief::letter::{self, Letter};
use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngSeed, TestCaseError, TestCaseResult, TestRunner},
};

/// What nobody wants to meet as such.
const TRICKS: [&str; 40] = [
    "\x1b]0;titel\x07",
    "\x1b]2;titel\x1b\\",
    "\x1b]8;;https://kwaad.example/\x1b\\hier\x1b]8;;\x1b\\",
    "\x1b]52;c;a3dhYWQ=\x07",
    "\x1b[31m",
    "\x1b[2J\x1b[H",
    "\x1b[?1049l",
    "\x1b[6n",
    "\x1bP+q544e\x1b\\",
    "\x1b_Ga=T;AAAA\x1b\\",
    "\x1b^pm\x1b\\",
    "\x1bc",
    "\u{9b}31m",
    "\u{9d}0;titel\u{9c}",
    "\u{90}q\u{9c}",
    "\u{85}",
    "\x07",
    "\x08\x08\x08",
    "\0",
    "\x0b\x0c",
    "\x0e",
    "\x7f",
    "\r",
    "\r\n",
    "\t",
    "\u{202e}",
    "\u{202a}\u{202c}",
    "\u{2066}\u{2069}",
    "\u{61c}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}\u{200f}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{34f}",
    "\u{fe0f}",
    "\u{e0001}\u{e0041}\u{e007f}",
    "\u{2028}\u{2029}",
    "\u{fff9}\u{fffa}\u{fffb}",
];

/// What the reader knows and looks for, or takes apart.
const WORDS: [&str; 24] = [
    "CIVICUS",
    "Raad van Europa (RvE)",
    "mensenrechten",
    "organisatie",
    " ",
    " ",
    ". ",
    ", ",
    "\n",
    "\n\n",
    "‘EKV’s’»1",
    ".2 ",
    "Aanbeveling 1:",
    "\nAanbeveling 2\n",
    "\nReactie\n",
    "\nDe Minister van ",
    "De staatssecretaris,\n",
    "Nr. 9",
    "4.2",
    "{}{value}{argument}",
    "日本語",
    "e\u{301}",
    "��␛‧",
    "[x](y)|<z>*_`",
];

/// A piece of a text.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(TRICKS.as_slice()).prop_map(str::to_owned),
        4 => select(WORDS.as_slice()).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => "[a-z]{1,90}",
    ]
}

/// A text of at most so many pieces.
pub fn text(pieces: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..=pieces).prop_map(|pieces| pieces.concat())
}

/// The source of a letter, with such texts in every part of it or of nothing else.
pub fn source() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(text(6), 12);
    let whole = parts.prop_map(|t| {
        format!(
            "Brief regering: {}\n36 800 XVII{}\nNr. 9{}\nAan de Voorzitter van de Tweede Kamer{}\n\
             Den Haag, 31 oktober 2025{}\n\nGeachte {}\n\nAanbeveling 1: Steun{} de RvE.\n\n\
             Het kabinet steunt CIVICUS{} (RvE).1 Zie de Algemene{} Rekenkamer (AR).\n\n\
             Aanbeveling 2{}\n\nDoe {}\n\nReactie\n\nDat{}\n\nDe Minister van {},\n\nA. Naam{}",
            t[0],
            t[1],
            t[2],
            t[3],
            if t[4].len() % 2 == 0 { "" } else { &t[4] },
            t[5],
            t[6],
            t[7],
            t[8],
            t[9],
            t[10],
            t[11],
            t[0],
            t[4],
        )
    });
    prop_oneof![3 => whole, 1 => text(30)]
}

/// Checks a property of arbitrary texts: always the same, few enough for every day. The environment
/// may ask for other ones (`KAMERBRIEF_SEED`) and for as many times more (`KAMERBRIEF_TIMES`).
#[track_caller]
pub fn check<S: Strategy>(cases: u32, texts: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config {
        cases: cases * u32::try_from(setting("KAMERBRIEF_TIMES", 1)).expect("a small number"),
        rng_seed: RngSeed::Fixed(setting("KAMERBRIEF_SEED", 36_800)),
        failure_persistence: None,
        ..Config::default()
    };
    if let Err(failure) = TestRunner::new(config).run(texts, property) {
        panic!("{failure}");
    }
}

/// The letter of a source, if it is one.
pub fn letter(source: &str) -> Option<Letter> {
    letter::read(source.as_bytes()).ok()
}

/// Whether a character does something else than stand where it is. Line ends do not.
pub fn is_trick(c: char) -> bool {
    let ranges = [
        '\0'..='\x09',
        '\x0b'..='\x1f',
        '\x7f'..='\u{9f}',
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{180e}'..='\u{180e}',
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{feff}'..='\u{feff}',
        '\u{fff9}'..='\u{fffb}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    ranges.iter().any(|range| range.contains(&c))
}

/// Whether a character is a trick that is part of a letter's words all the same.
pub fn is_word_all_the_same(c: char) -> bool {
    is_trick(c) && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// Fails where a text would act on a terminal.
pub fn harmless(text: &str, of: &str) -> TestCaseResult {
    match text.char_indices().find(|(_, c)| is_trick(*c)) {
        Some((at, c)) => Err(TestCaseError::fail(format!(
            "{of}: {c:?} at byte {at} of {text:?}"
        ))),
        None => Ok(()),
    }
}

/// Fails where a text would act on a terminal or is more than a line.
pub fn harmless_line(line: &str, of: &str) -> TestCaseResult {
    harmless(line, of)?;
    prop_assert!(!line.contains('\n'), "{of}: more than a line: {line:?}");
    Ok(())
}

#[test]
fn the_tricks_are_tricks() {
    for trick in TRICKS {
        assert!(trick.contains(is_trick), "{trick:?}");
    }
    assert!(!WORDS.concat().contains(is_trick));
}
