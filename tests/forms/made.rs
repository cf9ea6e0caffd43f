//! One made-up letter, as data; written out as text, XML, a web page and a PDF by the files beside this one.

/// A block of the letter.
#[derive(Clone, Copy)]
pub enum Block {
    Paragraph(&'static str),
    Heading(&'static str),
    Item(&'static str, &'static str),
}
use Block::{Heading, Item, Paragraph};

pub const DOSSIER: &str = "36 123 IV";
pub const DOSSIER_TITLE: &str = "Vaststelling van de begroting van Voorbeelden";
pub const NUMBER: &str = "17";
pub const SENDER: &str = "BRIEF VAN DE MINISTER VAN VOORBEELDEN";
pub const ADDRESSEE: &str = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal";
pub const DATE: &str = "Den Haag, 12 maart 2024";
pub const OFFICE: &str = "De Minister van Voorbeelden,";
pub const NAME: &str = "A.B. de Vries";

/// The running text. `[1]` is the mark of note 1, `_` stands around what is italic.
pub const BLOCKS: &[Block] = &[
    Paragraph(
        "Hierbij bied ik u de reactie aan op het advies _De kleine lettertjes_[1] van de Raad voor Voorbeelden.",
    ),
    Paragraph("Het advies bevat twee aanbevelingen, waarop ik hieronder één voor één inga."),
    Heading("Aanbeveling 1: Schrijf korter"),
    Paragraph("De raad vraagt brieven korter te maken, ook waar dat moeite kost."),
    Heading("Reactie"),
    Paragraph("Het kabinet onderschrijft deze aanbeveling.[2] Wij doen daartoe het volgende:"),
    Item("1.", "elke brief telt ten hoogste vier bladzijden;"),
    Item("2.", "bijlagen tellen mee."),
    Paragraph("Daarmee wordt een niet-gouvernementele traditie voortgezet."),
    Heading("Aanbeveling 2: Leg uit"),
    Paragraph("De raad vraagt afkortingen uit te leggen."),
    Heading("Reactie"),
    Paragraph("Dit is staand beleid, zie het _Handboek brieven_."),
];

pub const NOTES: &[&str] = &[
    "Raad voor Voorbeelden, advies 3, januari 2024.",
    "Kamerstuk 36 100, nr. 4.",
];

/// A part of a block's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Words(&'a str),
    Italic(&'a str),
    Mark(usize),
}

/// The parts of a block's words.
pub fn parts(words: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for (index, piece) in words.split('_').enumerate() {
        if index % 2 == 1 {
            parts.push(Part::Italic(piece));
            continue;
        }
        let mut rest = piece;
        while let Some((before, after)) = rest.split_once('[') {
            let (number, after) = after.split_once(']').unwrap();
            if !before.is_empty() {
                parts.push(Part::Words(before));
            }
            parts.push(Part::Mark(number.parse().unwrap()));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest));
        }
    }
    parts
}
