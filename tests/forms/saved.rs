//! Web pages that are neither of the two parliamentary sites: saved by a word processor, of rijksoverheid.nl with the
//! letter on it, with lines of a head that only `<br>` parts, with note marks that only stand raised.

use super::{outline, read};
use kamerbrief::letter::Letter;

const TEXT: &str = "<p>Hierbij stuur ik u de reactie van het kabinet op het advies van de Raad voor Voorbeelden over brieven.</p>\n\
    <p>Het kabinet dankt de raad voor dit advies en gaat hieronder in op wat de raad daarin aan het kabinet vraagt.</p>\n";

/// The head of a letter, line by line.
fn head(letter: &Letter) -> Vec<&str> {
    letter.head().map(|at| letter.paragraph(at)).collect()
}

/// Each note mark with what stands before it, and the text of its note.
fn notes(letter: &Letter) -> Vec<String> {
    let marks = letter.marks().iter();
    let told = marks.map(|mark| {
        let before = &letter.paragraph(mark.paragraph)[..mark.byte];
        let last = before.rsplit(' ').next().unwrap_or_default();
        let note = letter
            .note(*mark)
            .map(|note| letter.paragraph(note.paragraphs.start));
        format!("{last}[{}] {}", mark.number, note.unwrap_or("-"))
    });
    told.collect()
}

#[test]
fn notes_of_a_page_that_a_word_processor_saved() {
    let mark = |number: u32| {
        format!(
            "<a style='mso-footnote-id:ftn{number}' href=\"#_ftn{number}\" name=\"_ftnref{number}\" title=\"\"><span \
             class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[{number}]\
             <![endif]></span></span></a>"
        )
    };
    let note = |number: u32, words: &str| {
        format!(
            "<div style='mso-element:footnote' id=ftn{number}>\n<p class=MsoFootnoteText><a href=\"#_ftnref{number}\" \
             name=\"_ftn{number}\" title=\"\"><span class=MsoFootnoteReference>[{number}]</span></a> {words}</p>\n</div>\n"
        )
    };
    let page = |first: String, second: String| {
        format!(
            "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body lang=NL><div class=WordSection1>\n\
             <p class=MsoNormal>Geachte voorzitter,</p>\n{TEXT}<p class=MsoNormal>De raad schreef dat eerder{} en later \
             opnieuw.{}</p></div>\n<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\">\n\
             {first}{second}</div></body></html>",
            mark(1),
            mark(2)
        )
    };
    let expected = [
        "eerder[1] Zie het advies van 2023.",
        "opnieuw.[2] Zie bladzijde 3.",
    ];
    let saved = read(page(
        note(1, "Zie het advies van 2023."),
        note(2, "Zie bladzijde 3."),
    ));
    assert_eq!(notes(&saved), expected);
    // Of other programs: no element holds a note.
    let plain = |number: u32, words: &str| {
        format!(
            "<p><a href=\"#_ftnref{number}\" name=\"_ftn{number}\">[{number}]</a> {words}</p>\n"
        )
    };
    let saved = read(page(
        plain(1, "Zie het advies van 2023."),
        plain(2, "Zie bladzijde 3."),
    ));
    assert_eq!(notes(&saved), expected);
}

#[test]
fn raised_digits_that_count_up_are_note_marks() {
    let page = |words: &str| {
        read(format!(
            "<html><body><div><p>Geachte voorzitter,</p>{TEXT}<p>{words}</p></div></body></html>"
        ))
    };
    for (words, expected) in [
        (
            "Zie Kamerstuk <a href=\"https://x.nl\">36 100, nr. 888</a>.<sup>1</sup> En verder.<sup>2</sup>",
            &["888.[1] -", "verder.[2] -"][..],
        ),
        (
            "In 2023<sup>1</sup> was dat 40 m<sup>2</sup> en later<sup>2</sup> 10<sup>3</sup>.",
            &["2023[1] -", "later[2] -"],
        ),
        (
            "Dat is zo<sup>[1]</sup>, en zo<sup>(2)</sup>.",
            &["zo[1] -", "zo[2] -"],
        ),
        ("Dat is 40 m<sup>2</sup> en 10 km<sup>2</sup>.", &[]),
        ("De 1<sup>e</sup> en de 2<sup>e</sup> keer.", &[]),
    ] {
        let letter = page(words);
        assert_eq!(notes(&letter), expected, "{words}");
        assert!(!outline(&letter).concat().contains("888.1"));
    }
}

#[test]
fn a_page_of_rijksoverheid_that_holds_the_letter_is_the_letter() {
    let page = |main: &str| {
        format!(
            "<!DOCTYPE html><html><head><meta name=\"DCTERMS.title\" content=\"Kamerbrief over brieven - Kamerstuk - \
             Rijksoverheid.nl\"/><meta name=\"DCTERMS.issued\" content=\"2025-06-30T10:00\"/><meta name=\"DCTERMS.identifier\" \
             content=\"https://www.rijksoverheid.nl/documenten/kamerstukken/brief\"/></head><body><nav>Menu</nav>\
             <main id=\"content-wrapper\"><h1>Kamerbrief over brieven</h1><p class=\"meta\">Brief | 30-06-2025</p>{main}</main>\
             </body></html>"
        )
    };
    let letter = read(page(&format!(
        "<p>Geachte voorzitter,</p>{TEXT}<p>De minister van Voorbeelden,<br>A. Naam</p>"
    )));
    assert_eq!(
        letter.facts.title.as_deref(),
        Some("Kamerbrief over brieven")
    );
    assert_eq!(
        letter.facts.date.map(|date| date.to_string()).as_deref(),
        Some("2025-06-30")
    );
    assert_eq!(head(&letter), ["Kamerbrief over brieven"]);
    assert!(!outline(&letter).concat().contains("30-06-2025"));
    assert_eq!(letter.signatories().len(), 1);
    assert_eq!(letter.signatories()[0].name, "A. Naam");
    let landing =
        kamerbrief::source::read(page("<p>De minister informeert de Kamer over brieven.</p>"))
            .unwrap_err();
    assert!(matches!(landing, kamerbrief::source::SourceError::Page(_)));
}

#[test]
fn lines_of_a_head_are_lines() {
    let page = format!(
        "<html><body><div><p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal<br>Postbus 20018<br/>2500 EA Den Haag</p>\
         <p>Datum: 3 mei 2025<br>Betreft: Reactie op het advies<br>over brieven</p><p>Geachte voorzitter,<br>{TEXT}</p>\
         <p>Een regel die doorloopt<br>op de volgende regel, want dat is hier een adres.</p>\
         <p>De minister van Voorbeelden,<br>A. Naam</p></div></body></html>"
    );
    let letter = read(page);
    let head = head(&letter);
    assert_eq!(
        head[0],
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    );
    assert!(head.contains(&"Datum: 3 mei 2025"), "{head:?}");
    assert_eq!(
        letter.facts.date.map(|date| date.to_string()).as_deref(),
        Some("2025-05-03")
    );
    assert_eq!(
        letter.facts.title.as_deref(),
        Some("Reactie op het advies over brieven")
    );
    let text = outline(&letter).join("\n");
    assert!(
        text.contains("Een regel die doorloopt op de volgende regel"),
        "{text}"
    );
    assert_eq!(letter.signatories()[0].name, "A. Naam");
}
