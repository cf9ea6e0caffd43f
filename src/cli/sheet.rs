//! `sheet`: the meeting sheet, as plain text, in Markdown or as a page of HTML.

use super::{
    Printout,
    args::SheetForm,
    paper::{Ink, Paper},
};
use crate::{
    app::{
        meeting::{self, MeetingSheet, Row},
        words::Words,
    },
    letter::LINE_END,
};

/// The sheets of the letters, with one's own notes in them; those that have nothing on them are left out.
#[must_use]
pub fn sheets(
    mut sheets: Vec<MeetingSheet>,
    words: &Words,
    form: SheetForm,
    paper: Paper,
) -> Printout<'static> {
    sheets.retain(|sheet| !sheet.parts.is_empty() || !sheet.lost.is_empty());
    let each = |written: &dyn Fn(&MeetingSheet) -> String| {
        let all: Vec<String> = sheets.iter().map(written).collect();
        all.join("\n")
    };
    let text = match form {
        _ if sheets.is_empty() => String::new(),
        SheetForm::Text => each(&|sheet| text(words, paper, sheet)),
        SheetForm::Markdown => each(&|sheet| meeting::markdown::write(sheet, words)),
        SheetForm::Html => meeting::html::write(&sheets, words),
    };
    Printout {
        text: text.into(),
        found: !sheets.is_empty(),
        aside: None,
    }
}

fn text(words: &Words, paper: Paper, sheet: &MeetingSheet) -> String {
    let words = words.cli();
    let mut printed = paper.heading(&sheet.title);
    printed += &paper.paragraph("", sheet.citation.trim_end(), &[]);
    for part in &sheet.parts {
        printed.push('\n');
        printed += &paper.heading([&*part.number, &part.title].join("  ").trim_end());
        for block in &part.blocks {
            let whose = block.whose.as_ref();
            let whose = whose.map_or(String::new(), |whose| format!(" ({whose})"));
            printed += &paper.paragraph("  ", &(block.heading.clone() + &whose), &[]);
            printed += &rows(paper, &block.rows, 4);
        }
    }
    if !sheet.lost.is_empty() {
        printed.push('\n');
        printed += &paper.heading(words.sheet_lost);
        printed += &rows(paper, &sheet.lost, 4);
    }
    if !sheet.sources.is_empty() {
        printed.push('\n');
        printed += &paper.heading(words.sheet_sources);
        for (address, citation) in &sheet.sources {
            printed += &paper.paragraph(&format!("  {address:<5} "), citation.trim_end(), &[]);
        }
    }
    printed.push('\n');
    for about in &sheet.about {
        printed += &paper.paragraph("", about, &[]);
    }
    printed
}

fn rows(paper: Paper, rows: &[Row], indent: usize) -> String {
    let mut printed = String::new();
    let margin = " ".repeat(indent);
    for row in rows {
        let sign = if row.sign.is_empty() { "-" } else { row.sign };
        // A note of several lines is one here too.
        let line = line(row);
        for (nth, line) in line.split(LINE_END).enumerate() {
            let sign = if nth == 0 { sign } else { " " };
            printed += &paper.paragraph(&format!("{margin}{sign} "), line, &[]);
        }
        if !row.citation.is_empty() {
            let citation = format!("{margin}  {}", row.citation.trim_end());
            printed += &(paper.ink(Ink::Margin, &citation) + "\n");
        }
        printed += &self::rows(paper, &row.under, indent + 4);
    }
    printed
}

/// `deels: ‘Zorg voor …’ (3.0)`.
fn line(row: &Row) -> String {
    let mut told = row.told.clone();
    let is_alone = row.note.is_empty() && row.quote.is_empty();
    if !told.is_empty() && !is_alone {
        told += ":";
    }
    let quote = match row.quote.as_str() {
        "" => String::new(),
        quote => format!("‘{quote}’"),
    };
    let address = match row.address.as_str() {
        "" => String::new(),
        address => format!("({address})"),
    };
    let parts = [told.as_str(), &row.note, &quote, &address];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
