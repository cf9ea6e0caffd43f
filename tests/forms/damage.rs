//! Damaged files of every form: they are read as far as can be, or refused with a sentence; nothing panics and
//! nothing hangs.

use super::{docx, html, odt, pdf, printed, random::Random, text, xml};
use kamerbrief::{letter::Language, source};
use std::{
    env,
    time::{Duration, Instant},
};

/// Reads bytes and asks for all that a letter says, or for the sentence that refuses them.
pub fn survives(bytes: &[u8]) {
    match source::read(bytes) {
        Ok(letter) => {
            for index in 0..letter.paragraphs().len() {
                let text = letter.paragraph(index);
                for mark in letter.marks_in(index) {
                    assert!(text.is_char_boundary(mark.byte), "{text:?} {mark:?}");
                }
                for (span, _) in letter.emphasis_in(index) {
                    assert!(text.get(span.range()).is_some(), "{text:?} {span:?}");
                }
                for (span, _) in letter.links_in(index) {
                    assert!(text.get(span.range()).is_some(), "{text:?} {span:?}");
                }
                for cell in letter.cells(index) {
                    assert!(text.get(cell.text.clone()).is_some(), "{text:?} {cell:?}");
                }
                if let Some(address) = letter.address(index) {
                    assert!(
                        letter
                            .locate(address)
                            .is_ok_and(|range| range.contains(&index)),
                        "{address}"
                    );
                }
            }
        }
        Err(error) => {
            for language in [Language::Dutch, Language::English] {
                let sentence = error.say(language);
                assert!(
                    !sentence.is_empty() && !sentence.contains('\n'),
                    "{sentence:?}"
                );
            }
        }
    }
}

fn letters() -> [Vec<u8>; 10] {
    [
        xml::letter().into_bytes(),
        html::letter().into_bytes(),
        pdf::letter(),
        pdf::with(pdf::Blanks::Placed),
        docx::letter(),
        odt::letter(),
        text::letter().into_bytes(),
        printed::plain().into_bytes(),
        printed::layout().into_bytes(),
        printed::copied().into_bytes(),
    ]
}

#[test]
fn a_file_that_was_cut_off() {
    for bytes in letters() {
        for length in (0..bytes.len()).step_by(bytes.len() / 150 + 1) {
            survives(&bytes[..length]);
        }
    }
}

/// A mark in a cell of a printed table moves the cells: their bytes are those of the words without it.
#[test]
fn a_mark_in_a_cell_takes_no_byte_of_another() {
    let page = "Datum        12 maart 2024
Betreft      Reactie op het advies De kleine lettertjes1 van de raad
Kenmerk      2024-17

Het kabinet dankt de raad voor dat advies en voor al het werk dat daarin is
gaan zitten, en deelt de zorgen die daarin staan.

Het kabinet neemt de aanbevelingen over en gaat daarmee in het najaar aan het
werk.

1
  Raad voor Voorbeelden, advies 3, januari 2024.

Pagina 1 van 2
\u{c}Een tweede bladzijde met tekst.

Pagina 2 van 2
";
    survives(page.as_bytes());
}

/// How long damage goes on, where somebody asks for more than a moment: `KAMERBRIEF_FUZZ_SECONDS=300`.
pub fn asked_for() -> Duration {
    let seconds = env::var("KAMERBRIEF_FUZZ_SECONDS").ok();
    Duration::from_secs(
        seconds
            .and_then(|seconds| seconds.parse().ok())
            .unwrap_or(0),
    )
}

#[test]
fn bytes_that_were_changed_lost_or_doubled() {
    let mut random = Random(7);
    let begun = Instant::now();
    let letters = letters();
    for round in 0.. {
        if round > 0 && begun.elapsed() >= asked_for() {
            break;
        }
        damage(&letters, &mut random);
    }
}

/// Damages each letter in many ways.
fn damage(letters: &[Vec<u8>], random: &mut Random) {
    for bytes in letters {
        for _ in 0..250 {
            let mut damaged = bytes.clone();
            for _ in 0..=random.below(6) {
                let at = random.below(damaged.len());
                let length = random.below(40).min(damaged.len() - at);
                match random.below(4) {
                    0 => damaged[at] = u8::try_from(random.below(256)).unwrap(),
                    1 => drop(damaged.drain(at..at + length)),
                    2 => {
                        let again = damaged[at..at + length].to_vec();
                        damaged.splice(at..at, again);
                    }
                    _ => damaged[at] = b"<>/[](){}&;\"'\\ 0123456789"[random.below(25)],
                }
                if damaged.is_empty() {
                    break;
                }
            }
            survives(&damaged);
        }
    }
}

#[test]
fn elements_thirty_thousand_deep() {
    for name in [
        "divisie",
        "lijst",
        "noot",
        "al",
        "nadruk",
        "table",
        "entry",
        "kop",
        "ondertekening",
    ] {
        let deep = format!("<kamerstuk>{}woorden", format!("<{name}>").repeat(30_000));
        survives(deep.as_bytes());
    }
    for name in [
        "div",
        "p",
        "ul",
        "li",
        "b",
        "a href='#'",
        "table",
        "td",
        "sup",
        "span",
        "blockquote",
    ] {
        let deep = format!("<html><body>{}woorden", format!("<{name}>").repeat(30_000));
        survives(deep.as_bytes());
    }
}

#[test]
fn entities_stand_for_nothing_of_a_files_own() {
    let mut bomb = "<!DOCTYPE kamerstuk [<!ENTITY a0 \"woord\">".to_owned();
    for level in 1..20 {
        bomb += &format!(
            "<!ENTITY a{level} \"{}\">",
            format!("&a{};", level - 1).repeat(10)
        );
    }
    bomb += "<!ENTITY weg SYSTEM \"file:///etc/passwd\">]><kamerstuk><al>Voor &a19; en &weg; na &amp; om.</al></kamerstuk>";
    let letter = source::read(bomb.as_bytes()).unwrap();
    assert_eq!(letter.paragraph(0), "Voor &a19; en &weg; na & om.");
}

#[test]
fn controls_in_markup_become_marks() {
    let letter = source::read(
        "<kamerstuk><al>een&#27;[2J <nadruk type=\"cur\">twee</nadruk> drie</al></kamerstuk>",
    )
    .unwrap();
    assert_eq!(letter.paragraph(0), "een␛[2J twee drie");
    let (span, _) = letter.emphasis_in(0)[0];
    assert_eq!(letter.words(span), "twee");
}

#[test]
fn a_page_tree_and_a_tree_of_tags_that_hold_themselves() {
    let file = pdf::letter();
    let text = String::from_utf8_lossy(&file).into_owned();
    for (from, to) in [
        ("/Kids [3 0 R]", "/Kids [2 0 R]"),
        ("/Kids [3 0 R]", "/Kids [3 0 R 2 0 R 3 0 R]"),
        ("/S /Document /K [", "/S /Document /K [7 0 R "),
        ("/StructTreeRoot 7 0 R", "/StructTreeRoot 1 0 R"),
        ("/Contents 4 0 R", "/Contents [4 0 R 4 0 R 3 0 R]"),
        ("/MCID 3", "/MCID 99999999999999999999"),
    ] {
        assert!(text.contains(from), "{from}");
        survives(text.replace(from, to).as_bytes());
    }
}

#[test]
fn what_was_cut_off_says_so() {
    let whole = xml::letter();
    assert_eq!(
        source::read(whole.as_bytes()).unwrap().setting().damage,
        None
    );
    for part in [2, 3, 5] {
        let cut = whole.len() * part / 6;
        let mut end = cut;
        while !whole.is_char_boundary(end) {
            end -= 1;
        }
        let letter = source::read(&whole.as_bytes()[..end]).unwrap();
        assert!(letter.setting().damage.is_some(), "{part}");
    }
    // A PDF that lost its end holds no pictures of pages for all that.
    let pdf = pdf::letter();
    assert_eq!(source::read(pdf.clone()).unwrap().setting().damage, None);
    for part in 1..6 {
        match source::read(&pdf[..pdf.len() * part / 6]) {
            Ok(letter) => assert!(letter.setting().damage.is_some(), "{part}"),
            Err(error) => {
                let sentence = error.say(Language::Dutch);
                assert!(sentence.contains("beschadigd"), "{part}: {sentence}");
            }
        }
    }
}

#[test]
fn a_file_of_packed_parts_is_called_what_it_is() {
    for (part, name) in [
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("META-INF/container.xml", "EPUB"),
        ("foto.jpg", "ZIP"),
    ] {
        let error = source::read(docx::zip(&[(part, String::new())])).unwrap_err();
        let sentence = error.say(Language::Dutch);
        assert!(sentence.contains(&format!("dit is {name};")), "{sentence}");
    }
}

#[test]
fn elements_in_each_other_are_no_text_whatever_they_are() {
    for open in [
        "<html><body><div>",
        "<blockquote>",
        "<font size=3>",
        "<html><div>",
        "<i><u>",
    ] {
        let text =
            "<p>Hierbij stuur ik u de reactie van het kabinet op het advies over brieven.</p>";
        let page = [
            &open
                .replace("<div>", &"<div>".repeat(2000))
                .repeat(if open.contains("html") { 1 } else { 2000 }),
            text,
        ]
        .concat();
        let letter = source::read(page).unwrap();
        assert_eq!(letter.paragraph(0), &text[3..text.len() - 4], "{open}");
    }
}
