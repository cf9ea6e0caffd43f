//! `show`: the letter, sections or paragraphs.

use super::{Desk, Printout, Text, args::Format, json, markdown, paper::Ink, printout::write};
use crate::{
    letter::{Address, AddressError, Kind, Letter, Role, Section, Span},
    reading::{
        flow::{Flow, Piece, Says, superscript},
        layout::Hyphens,
        table,
    },
};
use std::{borrow::Cow, ops::Range};
use unicode_width::UnicodeWidthStr;

pub fn show<'a>(
    desk: &'a Desk,
    addresses: &[Address],
    format: Format,
) -> Result<Printout<'a>, AddressError> {
    let letter = &desk.letter;
    let mut shown = Vec::new();
    for address in addresses {
        shown.push(letter.locate(*address)?);
    }
    if shown.is_empty() {
        shown.push(0..letter.paragraphs().len());
    }
    let text = match format {
        Format::Json => Text::written(move |out| json::write(out, &json::letter(desk, &shown))),
        Format::Tsv => Text::written(move |out| write(out, tabs(desk, shown.clone()))),
        Format::Markdown => markdown::document(desk, &shown).into(),
        Format::Text => Text::written(move |out| write(out, lines(desk, shown.clone()))),
    };
    Ok(Printout {
        text,
        found: true,
        aside: None,
    })
}

/// All words of a paragraph.
fn paragraph(desk: &Desk, index: usize) -> Cow<'_, str> {
    let span = Span {
        paragraph: index,
        start: 0,
        end: desk.letter.paragraph(index).len(),
    };
    desk.words_of(span)
}

fn tabs(desk: &Desk, shown: Vec<Range<usize>>) -> impl Iterator<Item = String> + '_ {
    let rows = shown.into_iter().flatten().map(|index| {
        let address = desk.letter.address(index);
        let address = address.map_or_else(String::new, |address| address.to_string());
        vec![address, paragraph(desk, index).into_owned()]
    });
    table::tabs(&["address", "text"], rows)
}

/// On a terminal with addresses in the margin and a blank line between paragraphs; in a pipe the
/// letter's own words, a paragraph a line.
fn lines(desk: &Desk, shown: Vec<Range<usize>>) -> impl Iterator<Item = String> + '_ {
    let mut flow = Flow::default();
    flow.set_hyphens(Hyphens::Nowhere);
    flow.set_width(desk.paper.width.unwrap_or(WIDEST).saturating_sub(MARGIN));
    shown.into_iter().flatten().map(move |index| {
        if desk.paper.terminal {
            on_terminal(desk, &mut flow, index)
        } else {
            in_pipe(desk, index)
        }
    })
}

fn in_pipe(desk: &Desk, index: usize) -> String {
    let Desk { letter, paper, .. } = desk;
    let section = &letter.sections()[letter.section_of(index)];
    let heading = letter
        .heading(section)
        .filter(|_| index == section.paragraphs.start);
    let text = paragraph(desk, index);
    let before = heading.or_else(|| note_label(letter, index));
    let gap = if paper.width.is_some() { "\n" } else { "" };
    let printed = |words: &str| paper.paragraph("", words, &[]) + gap;
    match before {
        // A label (`Aanbeveling 4:`, `1)`) stands in one line with its words, a heading above them.
        Some(before) if heading.is_none() || before.ends_with(':') => {
            printed(&format!("{before} {text}"))
        }
        // Under a heading right over another stands nothing.
        Some(heading) if text.is_empty() => printed(heading),
        Some(heading) => printed(heading) + &printed(&text),
        None => printed(&text),
    }
}

fn on_terminal(desk: &Desk, flow: &mut Flow, index: usize) -> String {
    let Desk { letter, paper, .. } = desk;
    let section = &letter.sections()[letter.section_of(index)];
    let mut printed = String::new();
    if index == section.paragraphs.start {
        printed += &paper.heading(&heading_line(desk, section));
        printed.push('\n');
    }
    // The lines of the head share one.
    let address = letter
        .address(index)
        .filter(|address| *address != Address::HEAD || index == letter.head().start)
        .map(|address| address.to_string())
        .unwrap_or_default();
    if is_plain(letter, index) {
        let bar = if letter.paragraphs()[index].role == Role::Recommendation {
            "│ "
        } else {
            ""
        };
        let margin = format!("{address:<MARGIN$}{bar}");
        printed += &paper.paragraph(&margin, letter.paragraph(index), &[]);
    } else {
        printed += &set(desk, flow, index, &address);
    }
    if !stays_close(letter, index) || index + 1 == section.paragraphs.end {
        printed.push('\n');
    }
    printed
}

/// How wide the margin with addresses is, in cells.
const MARGIN: usize = 6;

/// How wide a table is printed at most where the paper has no width, in cells.
const WIDEST: usize = 200;

/// Whether a paragraph is printed as it is, from the margin on.
fn is_plain(letter: &Letter, paragraph: usize) -> bool {
    let set = matches!(letter.kind(paragraph), Kind::Item { .. } | Kind::Row { .. });
    !set && letter.paragraphs()[paragraph].role != Role::Note
}

/// Whether what follows on a paragraph is printed right under it.
fn stays_close(letter: &Letter, paragraph: usize) -> bool {
    let next = letter.paragraphs().get(paragraph + 1).map(|next| next.role);
    match letter.paragraphs()[paragraph].role {
        Role::Head => next == Some(Role::Head),
        Role::Office | Role::Furniture => true,
        Role::Note => next == Some(Role::Note),
        _ => match (letter.kind(paragraph), letter.kind(paragraph + 1)) {
            (Kind::Item { .. }, Kind::Item { .. }) => true,
            (Kind::Row { table, .. }, Kind::Row { table: next, .. }) => table == next,
            _ => false,
        },
    }
}

/// What stands before the text of a note.
fn note_label(letter: &Letter, paragraph: usize) -> Option<&str> {
    let note = letter.note_at(paragraph)?;
    (note.paragraphs.start == paragraph).then_some(&note.label)
}

/// A point of a list, a row of a table or a note, as its rows stand in the reader.
fn set(desk: &Desk, flow: &mut Flow, paragraph: usize, address: &str) -> String {
    let Desk { letter, paper, .. } = desk;
    let mut printed = String::new();
    let mut margin = format!("{address:<MARGIN$}");
    for (_, pieces) in flow.rows_of(letter, paragraph) {
        let mut line = String::new();
        for piece in pieces {
            let before = piece
                .before
                .map(|before| (before.column, said(letter, before.says)));
            let Piece { text, column, .. } = piece;
            let words = letter.paragraph(paragraph)[text].to_owned();
            for (column, words) in before.into_iter().chain([(column, words)]) {
                line += &" ".repeat(column.saturating_sub(line.width()));
                line += &words;
            }
        }
        printed += &[&paper.ink(Ink::Margin, &margin), line.trim_end(), "\n"].concat();
        margin = " ".repeat(MARGIN);
    }
    printed
}

/// What is drawn before a stretch of text.
fn said(letter: &Letter, says: Says) -> String {
    match says {
        Says::Note(number) => superscript(number),
        Says::Head(head) => [letter.words(head), ": "].concat(),
    }
}

/// `Aanbeveling 4 · Mondiaal aanjagen, online`
fn heading_line(desk: &Desk, section: &Section) -> String {
    match desk.heading(section) {
        (Some(heading), Some(title)) => format!("{heading} · {title}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => desk.words.reader.letter.to_owned(),
    }
}
