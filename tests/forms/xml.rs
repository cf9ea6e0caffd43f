//! The made-up letter as XML of an official publication.

use super::made::{
    ADDRESSEE, BLOCKS, Block, DATE, DOSSIER_TITLE, NAME, NOTES, NUMBER, OFFICE, Part, SENDER, parts,
};

pub fn letter() -> String {
    let mut body = format!("<al>{ADDRESSEE}</al>\n<al>{DATE}</al>\n");
    let mut listed = false;
    for block in BLOCKS {
        let item = matches!(block, Block::Item(..));
        if item != listed {
            body += if item {
                "<lijst type=\"1\">"
            } else {
                "</lijst>"
            };
            listed = item;
        }
        body += &match block {
            Block::Paragraph(words) => format!("<al>{}</al>\n", inline(words)),
            Block::Heading(words) => format!(
                "<tussenkop kopopmaak=\"vet\">{}</tussenkop>\n",
                inline(words)
            ),
            Block::Item(label, words) => format!(
                "<li><li.nr>{label}</li.nr>\n<al>{}</al></li>\n",
                inline(words)
            ),
        };
    }
    let (first, last) = NAME.split_once(' ').unwrap();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<officiele-publicatie><metadata><meta name=\"x\" content=\"y\"/></metadata>\
         <kamerstuk><kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar 2023-2024</tekstregel>\
         <tekstregel inhoud=\"kamernummer\">2</tekstregel></kamerstukkop><dossier><dossiernummer>\
         <dossiernr>36 123</dossiernr><begrotingshoofdstuk>IV</begrotingshoofdstuk></dossiernummer>\
         <titel>{DOSSIER_TITLE}</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">{NUMBER}</ondernummer></stuknr>\
         <titel>{SENDER} </titel><algemeen><vrije-tekst><tekst status=\"goed\">{body}</tekst></vrije-tekst>\
         <tekst-sluiting><ondertekening><functie>{OFFICE}</functie><naam><voornaam>{first}</voornaam>\
         <achternaam>{last}</achternaam></naam></ondertekening></tekst-sluiting></algemeen></stuk></kamerstuk>\
         </officiele-publicatie>"
    )
}

fn inline(words: &str) -> String {
    let part = |part| match part {
        Part::Words(words) => words.to_owned(),
        Part::Italic(words) => format!("<nadruk type=\"cur\">{words}</nadruk>"),
        Part::Mark(number) => format!(
            "<noot id=\"n{number}\" type=\"voet\"><noot.nr>{number}</noot.nr><noot.al>{}</noot.al></noot>",
            NOTES[number - 1]
        ),
    };
    parts(words).into_iter().map(part).collect()
}
