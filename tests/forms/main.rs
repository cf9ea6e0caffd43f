//! One letter in all forms is one letter: the same sections, paragraphs, notes, signatories and addresses.
#![allow(clippy::format_push_string, clippy::format_collect)] // files are written out as text here, once

mod damage;
mod docx;
mod html;
mod made;
mod notes;
mod odt;
mod pages;
mod pdf;
mod printed;
mod questions;
#[path = "../common/random.rs"]
mod random;
mod saved;
mod text;
mod xml;

use kamerbrief::{
    letter::{Kind, Letter, Role},
    source,
};
use pdf::Blanks;

fn read(bytes: impl Into<Vec<u8>>) -> Letter {
    source::read(bytes.into()).unwrap()
}

/// Every paragraph with an address: that, the words, what it is, and its label.
fn outline(letter: &Letter) -> Vec<String> {
    let line = |index: usize| {
        if matches!(letter.paragraphs()[index].role, Role::Head | Role::Note) {
            return None;
        }
        let address = letter.address(index)?;
        let marks: Vec<_> = letter
            .marks_in(index)
            .iter()
            .map(|mark| (mark.number, mark.byte))
            .collect();
        let label = letter.label(index);
        let label = label.map_or(String::new(), |label| format!(" ({label})"));
        let words = letter.paragraph(index);
        Some(format!("{address}{label} {words} {marks:?}"))
    };
    (0..letter.paragraphs().len()).filter_map(line).collect()
}

#[test]
fn a_letter_is_the_same_in_every_form() {
    let official = read(xml::letter());
    assert_eq!(
        outline(&official)[..6],
        [
            "0.1 Hierbij bied ik u de reactie aan op het advies De kleine lettertjes van de Raad voor Voorbeelden. [(1, 67)]",
            "0.2 Het advies bevat twee aanbevelingen, waarop ik hieronder één voor één inga. []",
            "1.0 Schrijf korter []",
            "1.0 De raad vraagt brieven korter te maken, ook waar dat moeite kost. []",
            "1.1 Reactie []",
            "1.2 Het kabinet onderschrijft deze aanbeveling. Wij doen daartoe het volgende: [(2, 43)]",
        ]
    );
    let others = [
        ("page", read(html::letter())),
        ("PDF", read(pdf::letter())),
        ("PDF with moves for blanks", read(pdf::with(Blanks::Moved))),
        (
            "PDF with words at their places",
            read(pdf::with(Blanks::Placed)),
        ),
        ("text", read(text::letter())),
        ("Word", read(docx::letter())),
        ("OpenDocument", read(odt::letter())),
        ("text of the PDF", read(printed::plain())),
        ("text of the PDF with its layout", read(printed::layout())),
        ("text copied from the PDF", read(printed::copied())),
    ];
    for (form, other) in others {
        assert_eq!(outline(&other), outline(&official), "{form}");
        assert_eq!(other.signatories(), official.signatories(), "{form}");
        assert_eq!(other.facts.date, official.facts.date, "{form}");
        assert_eq!(other.facts.chamber, official.facts.chamber, "{form}");
    }
}

#[test]
fn marks_are_found_in_a_page_that_does_not_say_where_they_stand() {
    let page = "<!DOCTYPE html><html><body><h1><span>Brief regering</span> Iets</h1><div class=\"m-modal__content\">\
                <p>Den Haag, 3 mei 2021</p><p>Het kabinet dankt de raad voor «De kleine lettertjes»<sup>1</sup> en deelt de zorgen.2</p>\
                <ul><li>elke brief wordt korter,3 ook deze.</li></ul></div></body></html>";
    assert_eq!(
        outline(&read(page)),
        [
            "0.1 Het kabinet dankt de raad voor «De kleine lettertjes» en deelt de zorgen. [(1, 55), (2, 75)]",
            "0.2 (•) • elke brief wordt korter, ook deze. [(3, 28)]",
        ]
    );
}

#[test]
fn notes_stand_where_their_marks_lead() {
    for letter in [
        read(xml::letter()),
        read(html::letter()),
        read(pdf::letter()),
        read(docx::letter()),
        read(odt::letter()),
        read(printed::plain()),
        read(printed::layout()),
        read(printed::copied()),
    ] {
        let texts: Vec<_> = letter
            .marks()
            .iter()
            .map(|mark| letter.note_words(*mark).unwrap())
            .collect();
        assert_eq!(texts, made::NOTES);
    }
}

#[test]
fn what_belongs_to_the_page_is_left_out_and_kept() {
    for (letter, words) in [
        (read(html::letter()), "Zoeken"),
        (read(html::letter()), "Naar boven"),
        (read(pdf::letter()), "Pagina 1 van 1"),
        (read(docx::letter()), "Pagina 1 van 1"),
        (read(odt::letter()), "Pagina 1 van 1"),
        (read(xml::letter()), "Vergaderjaar 2023-2024"),
        (read(printed::plain()), "Pagina 1 van 2"),
        (read(printed::layout()), "Kenmerk"),
        (read(printed::copied()), "2511 AB Den Haag"),
    ] {
        assert!(
            (0..letter.paragraphs().len()).all(|index| !letter.paragraph(index).contains(words)),
            "{words}"
        );
        assert!(
            letter
                .setting()
                .left_out
                .iter()
                .any(|out| out.words == words),
            "{words}"
        );
    }
}

#[test]
fn the_title_of_a_letterhead_is_the_letters() {
    for (letter, pages) in [
        (read(pdf::letter()), 1),
        (read(printed::plain()), 2),
        (read(printed::layout()), 2),
        (read(printed::copied()), 2),
    ] {
        assert_eq!(
            letter.facts.title.as_deref(),
            Some("Reactie op het advies De kleine lettertjes")
        );
        assert_eq!(letter.setting().page_count, pages);
    }
}

#[test]
fn items_of_a_tagged_list_have_their_labels() {
    let letter = read(pdf::items());
    assert_eq!(
        outline(&letter),
        [
            "0.1 Wij doen het volgende: []",
            "0.2 (1.) 1. Elke brief wordt korter: []",
            "0.3 (-) - heel kort; []",
            "0.4 (-) - of korter. []",
            "0.5 (2.) 2. Bijlagen tellen mee. []",
            "0.6 (c)) c) Noten niet. []",
            "0.7 Dat scheelt. []",
            "0.8 Dat is alles. []",
        ]
    );
    let depths: Vec<_> = (0..letter.paragraphs().len())
        .map(|index| match letter.kind(index) {
            Kind::Item { depth } => depth,
            _ => 0,
        })
        .collect();
    assert_eq!(depths, [0, 0, 1, 2, 2, 1, 1, 1, 0]);
}
