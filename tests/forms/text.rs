//! The made-up letter as plain text with blank lines between its paragraphs.

use super::made::{
    ADDRESSEE, BLOCKS, Block, DATE, DOSSIER, DOSSIER_TITLE, NAME, NUMBER, OFFICE, Part, SENDER,
    parts,
};

pub fn letter() -> String {
    let mut text =
        format!("{DOSSIER} {DOSSIER_TITLE}\n\nNr. {NUMBER} {SENDER}\n\n{ADDRESSEE}\n\n{DATE}\n\n");
    for block in BLOCKS {
        text += &match block {
            Block::Paragraph(words) | Block::Heading(words) => inline(words),
            Block::Item(label, words) => format!("{label} {}", inline(words)),
        };
        text += "\n\n";
    }
    text + OFFICE + "\n\n" + NAME + "\n"
}

fn inline(words: &str) -> String {
    let part = |part| match part {
        Part::Words(words) | Part::Italic(words) => words.to_owned(),
        Part::Mark(number) => number.to_string(),
    };
    parts(words).into_iter().map(part).collect()
}
