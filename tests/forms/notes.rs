//! The marks and the texts of notes in printed text: what is missed on one page stops nothing on the next.

use super::read;
use kamerbrief::letter::Role;

/// A page with its notes at the foot.
fn page(number: u32, text: &str, notes: &[&str]) -> String {
    let notes = notes.join("\n");
    format!("{text}\n\n{notes}\n\nPagina {number} van 3\n\n\u{c}")
}

#[test]
fn marks_behind_numbers_and_units_lead_to_their_notes() {
    let head = "> Retouradres Postbus 12345 2500 AA Den Haag\n\nDe Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\n\
                Datum 12 maart 2024\nBetreft Reactie op het advies\n\nGeachte voorzitter,\n\n";
    let first = "Het kabinet dankt de raad voor het advies over D661 en over de brieven die het\nkabinet schrijft, en die \
                 lang zijn.";
    let second = "In 2024/253 is dat gebeurd, en ook daarna is er nog veel gebeurd met de brieven.4\nDe temperatuur was \
                  10°5 en dat was warm voor de tijd van het jaar.";
    let third = "Ten slotte is er 7 euro8 uitgegeven aan de postzegels, zoals eerder al gemeld aan\nuw Kamer.";
    let letter = read(
        [
            page(
                1,
                &[head, first].concat(),
                &[
                    "1 Kamerstuk 36 100, nr. 4.",
                    "2 Kamerstuk 36 100, nr. 5, bladzijde 3 en verder, waar dat staat.",
                ],
            ),
            page(
                2,
                second,
                &["3 Zie bijlage.", "4 Zie daar.", "5 KNMI, jaarverslag."],
            ),
            page(3, third, &["8 Zie de rekening."]),
        ]
        .concat(),
    );
    let found: Vec<_> = letter
        .marks()
        .iter()
        .map(|mark| (mark.number, letter.note_words(*mark).unwrap_or_default()))
        .collect();
    let expected = [
        (1, "Kamerstuk 36 100, nr. 4."),
        (3, "Zie bijlage."),
        (4, "Zie daar."),
        (5, "KNMI, jaarverslag."),
        (8, "Zie de rekening."),
    ];
    assert_eq!(
        found,
        expected.map(|(number, words)| (number, words.into()))
    );
    let text: String = (0..letter.paragraphs().len())
        .filter(|index| letter.paragraphs()[*index].role != Role::Note)
        .map(|index| letter.paragraph(index))
        .collect();
    for words in [
        "over D66 en",
        "In 2024/25 is",
        "10° en",
        "7 euro uitgegeven",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("Zie daar."), "{text}");
}

#[test]
fn a_copy_with_a_blank_line_after_every_line_is_the_same_letter() {
    let source = kamerbrief::letter::embedded_source();
    let letter = read(source);
    for blank in ["\n\n", "\r\r\n", "\r\n \r\n", "\r\r"] {
        let doubled = read(source.replace('\n', blank));
        assert_eq!(
            super::outline(&doubled),
            super::outline(&letter),
            "{blank:?}"
        );
    }
}

#[test]
fn the_texts_of_notes_under_the_signatures_are_known_by_their_numbers() {
    for [mark, first, second] in [
        ["[1]", "[1] Zie het\njaarverslag.", "[2] Zie daar."],
        ["1", "1 Zie het jaarverslag.", "\n2 Zie daar."],
        ["1", "1. Zie het jaarverslag.", "2. Zie daar."],
        ["¹", "¹ Zie het jaarverslag.", "² Zie daar."],
        ["[^1]", "[^1]: Zie het jaarverslag.", "\n[^2]: Zie daar."],
        ["(1)", "(1) Zie het jaarverslag.", "(2) Zie daar."],
    ] {
        let further = mark.replace('1', "2").replace('¹', "²");
        let letter = read(format!(
            "Den Haag, 3 mei 2021\n\nGeachte voorzitter,\n\nHierbij bied ik u het jaarverslag van de raad aan.{mark} Het \
             staat vol met cijfers.{further}\n\nDe Minister van X,\n\nA. Naam\n\n{first}\n{second}\n"
        ));
        let notes: Vec<_> = letter
            .marks()
            .iter()
            .map(|mark| letter.note_words(*mark))
            .collect();
        let told = |words: &Option<String>| words.clone().unwrap_or_default().replace('\n', " ");
        let told: Vec<String> = notes.iter().map(told).collect();
        assert_eq!(told, ["Zie het jaarverslag.", "Zie daar."], "{mark}");
        assert_eq!(letter.signatories().len(), 1, "{mark}");
        assert!(
            !letter.paragraph(2).contains(mark) && letter.paragraph(2).ends_with("cijfers."),
            "{mark}"
        );
    }
}
