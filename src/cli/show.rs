//! `show`: the letter, sections or paragraphs.

use super::{Desk, Printout, args::Format, json, markdown};
use crate::letter::{Address, AddressError, Role, Section, SectionKind, Span};
use std::{borrow::Cow, ops::Range};

pub fn show(desk: &Desk, addresses: &[Address], format: Format) -> Result<Printout, AddressError> {
    let letter = &desk.letter;
    let mut shown = Vec::new();
    for address in addresses {
        shown.push(letter.locate(*address)?);
    }
    if shown.is_empty() {
        shown.push(0..letter.paragraphs().len());
    }
    let text = match format {
        Format::Json => json::print(&json::letter(desk, &shown)),
        Format::Tsv => tabs(desk, &shown),
        Format::Markdown => markdown::document(desk, &shown),
        Format::Text => text(desk, &shown),
    };
    Ok(Printout {
        text,
        found: true,
        aside: None,
    })
}

/// Words of the letter: with what joins emoji and letters where no terminal shows them.
pub fn words(desk: &Desk, span: Span) -> Cow<'_, str> {
    if desk.paper.terminal {
        desk.letter.paragraph(span.paragraph)[span.start..span.end].into()
    } else {
        desk.letter.piped_words(span)
    }
}

/// All words of a paragraph.
fn paragraph(desk: &Desk, index: usize) -> Cow<'_, str> {
    let span = Span {
        paragraph: index,
        start: 0,
        end: desk.letter.paragraph(index).len(),
    };
    words(desk, span)
}

/// Made row by row: as cells, the paragraphs of a large letter would take many times its size.
fn tabs(desk: &Desk, shown: &[Range<usize>]) -> String {
    let mut printed = "address\ttext\n".to_owned();
    for index in shown.iter().cloned().flatten() {
        if let Some(address) = desk.letter.address(index) {
            printed += &address.to_string();
        }
        printed.extend(["\t", &paragraph(desk, index), "\n"]);
    }
    printed
}

/// On a terminal with addresses in the margin and a blank line between paragraphs; in a pipe the
/// letter's own words, a paragraph a line.
fn text(desk: &Desk, shown: &[Range<usize>]) -> String {
    let Desk { letter, paper, .. } = desk;
    let mut printed = String::new();
    for index in shown.iter().cloned().flatten() {
        let section = &letter.sections()[letter.section_of(index)];
        let heading = letter
            .heading(section)
            .filter(|_| index == section.paragraphs.start);
        if !paper.terminal {
            let text = paragraph(desk, index);
            let words = heading.map(|heading| format!("{heading} {text}"));
            printed += &paper.paragraph("", words.as_deref().unwrap_or(&text), &[]);
            printed += if paper.width.is_some() { "\n" } else { "" };
            continue;
        }
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
        let bar = if letter.paragraphs()[index].role == Role::Recommendation {
            "│ "
        } else {
            ""
        };
        printed.push_str(&paper.paragraph(
            &format!("{address:<6}{bar}"),
            letter.paragraph(index),
            &[],
        ));
        let close =
            [Role::Head, Role::Office, Role::Furniture].contains(&letter.paragraphs()[index].role);
        if !close || index + 1 == section.paragraphs.end || index + 1 == letter.head().end {
            printed.push('\n');
        }
    }
    printed
}

/// The letter's own heading of a section, without the separator behind it, and the title that is ours.
pub fn heading<'a>(desk: &'a Desk, section: &Section) -> (Option<&'a str>, Option<&'a str>) {
    let (letter, words) = (&desk.letter, &desk.words.reader);
    let title = letter.title(section);
    let title = title.map(|title| title.get(desk.words.language));
    let title = title.or(match section.kind {
        SectionKind::Opening if letter.recommendations() == 0 => None,
        SectionKind::Opening => Some(words.opening),
        SectionKind::Closing => Some(words.closing),
        SectionKind::Recommendation | SectionKind::Part => None,
    });
    let heading = desk
        .letter
        .heading(section)
        .map(|heading| heading.trim_end_matches([':', '.', '–', '-', ' ']));
    (heading, title)
}

/// `Aanbeveling 4 · Mondiaal aanjagen, online`
fn heading_line(desk: &Desk, section: &Section) -> String {
    match heading(desk, section) {
        (Some(heading), Some(title)) => format!("{heading} · {title}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => desk.words.reader.letter.to_owned(),
    }
}
