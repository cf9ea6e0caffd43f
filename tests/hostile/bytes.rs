//! Any bytes are a letter that holds together, or are refused in one clear sentence.

use crate::made::{self, Mutation};
use kamerbrief::letter::{
    self, Address, Language, Letter, LetterError, Part, Role, SectionKind, source::embedded_source,
    visible,
};
use proptest::prelude::*;
use std::fmt::Write;

/// What the bytes are; fails where they are neither.
fn judged(bytes: &[u8]) -> Result<Option<Letter>, TestCaseError> {
    match letter::read(bytes) {
        Ok(letter) => {
            holds_together(&letter)?;
            // With noughts it can be UTF-16.
            if let Ok(source) = std::str::from_utf8(bytes)
                && !bytes.contains(&0)
            {
                holds_all(&letter, source)?;
            }
            Ok(Some(letter))
        }
        Err(error) => {
            clear(error)?;
            if let LetterError::NotText { at } = error {
                let start = std::str::from_utf8(&bytes[..at]);
                prop_assert!(start.is_ok() && std::str::from_utf8(bytes).is_err());
            }
            if error == LetterError::Empty {
                let text = String::from_utf8_lossy(bytes);
                let words = |c: char| c.is_alphabetic() && c.is_ascii();
                prop_assert!(!text.contains(words), "{:?}", text);
            }
            Ok(None)
        }
    }
}

/// The sentence says in both languages what is wrong and what to do, on one line.
fn clear(error: LetterError) -> Result<(), TestCaseError> {
    let (dutch, english) = (error.say(Language::Dutch), error.say(Language::English));
    prop_assert_ne!(&dutch, &english);
    for sentence in [dutch, english] {
        prop_assert!(!sentence.contains(char::is_control), "{:?}", sentence);
        prop_assert!(
            sentence.contains("; ") && sentence.len() < 200,
            "{:?}",
            sentence
        );
    }
    Ok(())
}

/// Sections, paragraphs, addresses and note marks fit one another, and no character acts.
fn holds_together(letter: &Letter) -> Result<(), TestCaseError> {
    let count = letter.paragraphs().len();
    prop_assert!(count > 0);
    let mut next = 0;
    let mut number = None;
    for (index, section) in letter.sections().iter().enumerate() {
        prop_assert_eq!(section.paragraphs.start, next);
        prop_assert!(
            section.paragraphs.end > next,
            "section {} is empty",
            section.number
        );
        next = section.paragraphs.end;
        prop_assert!(
            number < Some(section.number),
            "{:?} before {}",
            number,
            section.number
        );
        number = Some(section.number);
        prop_assert_eq!(letter.section_numbered(section.number), Some(index));
        let opens = section.kind == SectionKind::Opening;
        prop_assert_eq!(section.number == 0, opens);
        let (own, heading) = (letter.response(section), letter.heading(section));
        prop_assert_eq!(own.end, section.paragraphs.end);
        prop_assert_eq!(
            heading.is_some(),
            section.kind == SectionKind::Recommendation,
            "{:?}",
            heading
        );
        acts_on_nothing(heading.unwrap_or_default())?;
        let whole = Address {
            section: section.number,
            part: Part::Whole,
        };
        prop_assert_eq!(letter.locate(whole).ok(), Some(section.paragraphs.clone()));
        for paragraph in section.paragraphs.clone() {
            prop_assert_eq!(letter.section_of(paragraph), index);
        }
    }
    prop_assert_eq!(next, count);
    let mut offset = 0;
    let mut last = None;
    for index in 0..count {
        let text = letter.paragraph(index);
        acts_on_nothing(text)?;
        prop_assert_eq!(text, text.trim_end(), "space at the end");
        let start = letter.offset(letter::Place {
            paragraph: index,
            byte: 0,
        });
        prop_assert!(start >= offset, "paragraphs overlap");
        offset = start + text.len();
        let address = letter.address(index);
        let head = letter.paragraphs()[index].role == Role::Head;
        prop_assert_eq!(head, address == Some(Address::HEAD));
        prop_assert_eq!(head, letter.head().contains(&index));
        if let Some(address) = address {
            prop_assert!(last <= Some(address), "{:?} before {}", last, address);
            last = Some(address);
            let found = letter.locate(address);
            prop_assert!(
                found.is_ok_and(|found| found.contains(&index)),
                "{} leads elsewhere",
                address
            );
            prop_assert_eq!(address.to_string().parse::<Address>().ok(), Some(address));
        }
        for mark in letter.marks_in(index) {
            prop_assert_eq!(mark.paragraph, index);
            prop_assert!(
                text.is_char_boundary(mark.byte),
                "a mark inside a character"
            );
        }
    }
    for pair in letter.marks().windows(2) {
        prop_assert!(pair[0].number < pair[1].number, "the count goes down");
    }
    let facts = &letter.facts;
    for fact in [
        &facts.title,
        &facts.dossier,
        &facts.number,
        &facts.addressee,
    ] {
        acts_on_nothing(fact.as_deref().unwrap_or_default())?;
    }
    let session = facts.session();
    prop_assert_eq!(session.is_some(), facts.date.is_some());
    prop_assert!(session.is_none_or(|session| session.len() < 10));
    Ok(())
}

fn acts_on_nothing(text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!text.contains('\n') && visible(text) == text, "{:?}", text);
    Ok(())
}

/// The characters of the letter, its note marks put back, are those of the source in their order;
/// only white space may differ.
fn holds_all(letter: &Letter, source: &str) -> Result<(), TestCaseError> {
    let mut text = String::new();
    for section in letter.sections() {
        for index in section.paragraphs.clone() {
            if index == section.paragraphs.start {
                text += letter.heading(section).unwrap_or_default();
            }
            let mut from = 0;
            for mark in letter.marks_in(index) {
                text += &letter.paragraph(index)[from..mark.byte];
                write!(text, "{}", mark.number).expect("never fails");
                from = mark.byte;
            }
            text += &letter.paragraph(index)[from..];
        }
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    // Some controls end lines; another that counts as white space is shown, save at the end.
    let ends = ['\r', '\u{c}', '␌', '\u{85}', '\u{2028}', '\u{2029}'];
    let source = source.trim_end().replace(ends, "\n");
    let (text, source) = (bare(&text.replace('␌', " ")), bare(&visible(&source)));
    let same = text.chars().zip(source.chars()).take_while(|(a, b)| a == b);
    let from = same.map(|(c, _)| c.len_utf8()).sum::<usize>();
    let start = |text: &str| text[from..].chars().take(20).collect::<String>();
    prop_assert!(
        text == source,
        "‘{}’ became ‘{}’",
        start(&source),
        start(&text)
    );
    Ok(())
}

#[test]
fn any_bytes() {
    let judge = |bytes: Vec<u8>| judged(&bytes).map(drop);
    made::runner(800).run(&made::bytes(), judge).unwrap();
}

#[test]
fn any_text_that_is_not_blank_is_a_letter() {
    let judge = |text: String| {
        let letter = judged(text.as_bytes())?;
        let blank = text
            .strip_prefix('\u{feff}')
            .unwrap_or(&text)
            .trim()
            .is_empty();
        prop_assert_eq!(letter.is_none(), blank);
        Ok(())
    };
    made::runner(800).run(&made::pieces(), judge).unwrap();
}

#[test]
fn the_embedded_letter_with_changes() {
    let judge = |mutation: Mutation| judged(&mutation.bytes()).map(drop);
    made::runner(100).run(&made::mutations(), judge).unwrap();
}

#[test]
fn the_embedded_letter_cut_off_anywhere() {
    let source = embedded_source().as_bytes();
    for end in (0..source.len()).step_by(223).chain(0..200) {
        judged(&source[..end]).unwrap();
    }
}

/// What was found before, and what nobody should have to look for.
#[test]
fn known_sources() {
    let headings = |from: u32, count: u32, between: &str| {
        let heading = |number| format!("Aanbeveling {number}:{between}");
        (from..from + count).map(heading).collect::<String>()
    };
    for (name, source) in [
        (
            "a note mark with a nought before it",
            "Een zin».01 en nog een.".to_owned(),
        ),
        (
            "a year before all years",
            "Den Haag, 1 januari 0000\nDag,".to_owned(),
        ),
        (
            "a day that is none",
            "Den Haag, 31 februari 2025\nDag,".to_owned(),
        ),
        (
            "a number beyond all numbers",
            "Aanbeveling 99999999999999999999: Doe.".to_owned(),
        ),
        (
            "the largest number and one more",
            "Aanbeveling 4294967296: Doe.".to_owned(),
        ),
        ("thousands of headings", headings(1, 5000, "\n")),
        (
            "thousands of headings with words",
            headings(1, 5000, " Doe.\n\nJa.\n\n"),
        ),
        (
            "headings that count down",
            "Aanbeveling 9: a\nAanbeveling 8: b\nAanbeveling 9: c".to_owned(),
        ),
        ("thousands of note marks", "Een zin».1 ".repeat(3000)),
        (
            "note marks that count up",
            (1..12_000).fold(String::new(), |text, n| text + &format!("x.{n} ")),
        ),
        (
            "two marks of the byte order",
            "\u{feff}\u{feff}Dag".to_owned(),
        ),
        (
            "deep blank lines",
            format!("a{}b{}", "\n".repeat(100_000), " \n\t\n".repeat(50_000)),
        ),
        ("carriage returns alone", "a\rb\r\rc\r".repeat(1000)),
        ("one long word", "a".repeat(300_000)),
        ("only marks on letters", "\u{301}".repeat(50_000)),
        (
            "only signatures",
            "De Minister van X,\nA. Naam\n".repeat(2000),
        ),
        (
            "offices in the head",
            "Kop\nMinister van X,\nDen Haag, 3 mei 2021\nTekst".to_owned(),
        ),
        (
            "only headings of responses",
            "Aanbeveling 1:\nReactie\nReactie\nReactie".to_owned(),
        ),
        ("noughts", "\0".repeat(10_000)),
    ] {
        let letter = judged(source.as_bytes()).unwrap_or_else(|found| panic!("{name}: {found}"));
        assert!(letter.is_some(), "{name}");
    }
}

#[test]
fn other_forms_are_called_by_their_names() {
    for (bytes, says) in [
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), "PDF"),
        (b"PK\x03\x04\x14\0".to_vec(), "Word"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "byte 0"),
        (b"\x1f\x8b\x08\0\0\0".to_vec(), "byte 1"),
        (b"\x7fELF\x02\x01\x01\0\xff".to_vec(), "byte 8"),
        (b"<kamerstuk><al>Geachte</al></kamerstuk>".to_vec(), "XML"),
        (b"<p>Geachte <b>voorzitter</b>".to_vec(), "HTML"),
        (b"\xef\xbb\xbf \n".to_vec(), "geen tekst"),
    ] {
        let error = letter::read(bytes.clone()).unwrap_err();
        clear(error).unwrap();
        let sentence = error.say(Language::Dutch);
        assert!(sentence.contains(says), "{sentence}");
    }
}
