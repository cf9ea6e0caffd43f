//! The made-up letter as a web page of the official site, with its menus and buttons.

use super::made::{
    ADDRESSEE, BLOCKS, Block, DATE, DOSSIER, DOSSIER_TITLE, NAME, NOTES, NUMBER, OFFICE, Part,
    SENDER, parts,
};

pub fn letter() -> String {
    let mut body = format!("<p>{ADDRESSEE}</p><p>{DATE}</p>");
    let mut listed = false;
    for block in BLOCKS {
        let item = matches!(block, Block::Item(..));
        if item != listed {
            body += if item {
                "<ul class=\"expliciet\">"
            } else {
                "</ul>"
            };
            listed = item;
        }
        body += &match block {
            Block::Paragraph(words) => format!("<p>{}</p>\n", inline(words)),
            Block::Heading(words) => format!("<h3 class=\"tussenkop\">{}</h3>\n", inline(words)),
            Block::Item(label, words) => {
                format!(
                    "<li class=\"li\"><p class=\"labeled\"><span class=\"ol\">{label}</span> {}</p></li>\n",
                    inline(words)
                )
            }
        };
    }
    let notes: String = NOTES
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let number = at + 1;
            format!(
                "<div class=\"noot\" id=\"ID-n{number}\"><h5 class=\"note-close\">X Noot</h5><sup><span class=\"nootnum\">\
                 {number}</span></sup><p>{words}</p></div>"
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><head><title>Voorbeeld</title><style>p {{ margin: 0 }}</style></head>\
         <body><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/zoeken\">Zoeken</a></li></ul></nav>\
         <form id=\"mainForm\"><div id=\"broodtekst\"><h1 class=\"dossiertitel\"><span class=\"dossiernummer\">{DOSSIER}</span> \
         {DOSSIER_TITLE}</h1><h2 class=\"stuktitel\"><span class=\"stuknummer\">Nr. {NUMBER}</span> {SENDER}</h2>\
         <div class=\"pageactions\">Delen</div>{body}<p class=\"ondertekening\"><span class=\"functie\">{OFFICE}</span> \
         <span class=\"naam\">{NAME}</span></p><div id=\"noten\">{notes}</div><a class=\"to-top\" href=\"#\">Naar boven</a></div></form>\
         <footer>Over deze site</footer></body></html>"
    )
}

fn inline(words: &str) -> String {
    let part = |part| match part {
        Part::Words(words) => words.to_owned(),
        Part::Italic(words) => format!("<em class=\"cur\">{words}</em>"),
        Part::Mark(number) => format!("<a class=\"nootnum\" href=\"#ID-n{number}\">{number}</a>"),
    };
    parts(words).into_iter().map(part).collect()
}
