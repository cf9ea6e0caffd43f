//! `sheet`: the meeting sheet, as plain text, in Markdown or as a page of HTML.

use super::{
    Desk, Printout,
    args::SheetForm,
    paper::{Ink, Paper},
};
use crate::{
    app::{
        App,
        meeting::{self, MeetingSheet, Row, Wanted},
    },
    letter::AddressError,
};

/// The sheet of the letter that the reader holds, with the notes in it.
///
/// # Errors
/// [`AddressError`] where a section that is asked for is not in the letter.
pub fn sheet(
    desk: &Desk,
    app: &App,
    wanted: &Wanted,
    form: SheetForm,
) -> Result<Printout<'static>, AddressError> {
    let sheet = meeting::gather(app.reader(), &desk.words, wanted)?;
    let found = !sheet.parts.is_empty() || !sheet.lost.is_empty();
    let text = match form {
        _ if !found => String::new(),
        SheetForm::Text => text(desk, &sheet),
        SheetForm::Markdown => meeting::markdown::write(&sheet, &desk.words),
        SheetForm::Html => meeting::html::write(&sheet, &desk.words),
    };
    Ok(Printout {
        text: text.into(),
        found,
        aside: None,
    })
}

fn text(desk: &Desk, sheet: &MeetingSheet) -> String {
    let (paper, words) = (desk.paper, desk.words.cli());
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
        printed += &paper.paragraph(&format!("{margin}{sign} "), &line(row), &[]);
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
