//! The made-up letter as text that was made from its PDF: lines of the paper, page numbers and the colophon
//! among them, notes at the foot of the page. In three ways: as `pdftotext` writes it, with its layout kept, and
//! as a viewer copies it.

use super::made::{BLOCKS, Block, NAME, NOTES, OFFICE, Part, parts};

/// How many characters a line has, at most.
const LINE: usize = 74;

/// Where the colophon stands when the layout is kept, in characters.
const BESIDE: usize = 84;

/// How many blocks stand on the first page.
const FIRST: usize = 9;

fn inline(words: &str) -> String {
    let part = |part| match part {
        Part::Words(words) | Part::Italic(words) => words.to_owned(),
        Part::Mark(number) => number.to_string(),
    };
    parts(words).into_iter().map(part).collect()
}

fn wrapped(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let last = lines.last_mut().unwrap();
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > LINE {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

fn blocks(range: std::ops::Range<usize>) -> Vec<String> {
    let lines = |block: &Block| match block {
        Block::Paragraph(words) | Block::Heading(words) => wrapped(&inline(words)),
        Block::Item(label, words) => wrapped(&format!("{label} {}", inline(words))),
    };
    BLOCKS[range]
        .iter()
        .map(|block| lines(block).join("\n"))
        .collect()
}

fn signed() -> String {
    format!("{OFFICE}\n\n\n{NAME}")
}

/// As `pdftotext` writes it: labels apart from their values, the numbers of the notes apart from their texts.
pub fn plain() -> String {
    let notes = format!("{}\n{}\n1\n2", NOTES[0], NOTES[1]);
    format!(
        "> Retouradres Postbus 12345 2500 AA Den Haag\n\nDe Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\
         Postbus 20018\n2500 EA DEN HAAG\n\nBezoekadres\nVoorbeeldplein 1\n2511 AB Den Haag\nwww.rijksoverheid.nl\nKenmerk\n\
         2024-0017\n\nDatum\nBetreft\n\n12 maart 2024\nReactie op het advies De kleine lettertjes\n\n{}\n{notes}\n\n\
         Pagina 1 van 2\n\n\u{c}{}\n\nKenmerk\n2024-0017\n\n{}\n{}\n\nPagina 2 van 2\n\n\u{c}",
        blocks(0..FIRST).join("\n"),
        blocks(FIRST..FIRST + 1).join("\n"),
        blocks(FIRST + 1..BLOCKS.len()).join("\n"),
        signed()
    )
}

/// The same with its layout: blank lines between paragraphs, the colophon beside the text.
pub fn layout() -> String {
    let beside = |words: &str| format!("{}{words}\n", " ".repeat(BESIDE));
    let second = blocks(FIRST..BLOCKS.len()).join("\n\n");
    let second = second.replacen('\n', &format!("\n{}\n", beside("Kenmerk")), 1);
    let notes = format!("1\n  {}\n2\n  {}\n", NOTES[0], NOTES[1]);
    [
        "> Retouradres Postbus 12345 2500 AA Den Haag\n\n".to_owned(),
        format!(
            "{:BESIDE$}Bezoekadres\n",
            "De Voorzitter van de Tweede Kamer"
        ),
        format!("{:BESIDE$}Voorbeeldplein 1\n", "der Staten-Generaal"),
        beside("Kenmerk"),
        beside("2024-0017"),
        "\n\nDatum        12 maart 2024\n".to_owned(),
        "Betreft      Reactie op het advies De kleine lettertjes\n\n\n".to_owned(),
        blocks(0..FIRST).join("\n\n"),
        format!("\n\n\n{notes}\n"),
        beside("Pagina 1 van 2"),
        format!("\u{c}{second}\n\n{}\n\n", signed()),
        beside("Pagina 2 van 2"),
        "\u{c}".to_owned(),
    ]
    .concat()
}

/// As a viewer copies it: no blank lines, and what stands on the page behind what stands in the text.
pub fn copied() -> String {
    let notes = format!("1 {}\n2 {}", NOTES[0], NOTES[1]);
    format!(
        "> Retouradres Postbus 12345 2500 AA Den Haag\nDe Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\
         Datum 12 maart 2024\nBetreft Reactie op het advies De kleine lettertjes\n{}\n{notes}\nBezoekadres\n\
         Voorbeeldplein 1\n2511 AB Den Haag\nOns kenmerk\n2024-0017\nPagina 1 van 2\n{}\n{OFFICE}\n{NAME}\nOns kenmerk\n\
         2024-0017\nPagina 2 van 2\n",
        blocks(0..FIRST).join("\n"),
        blocks(FIRST..BLOCKS.len()).join("\n"),
    )
}
