//! The letter as a document in Markdown: title, head, headings, recommendations as quotations, and every
//! paragraph with its address and its note marks.
//!
//! What is not the letter's is in italics, and the last line says so.

use super::{Desk, show};
use crate::{
    letter::{Letter, Role, Section, SectionKind, Span},
    reading::{
        flow::superscript,
        markdown::{escape, escape_start},
    },
};
use std::ops::Range;

/// The paragraphs in these runs, in the order of the runs.
pub fn document(desk: &Desk, shown: &[Range<usize>]) -> String {
    let letter = &desk.letter;
    let mut document = String::new();
    if let (Some(title), true) = (
        &letter.facts.title,
        shown.iter().any(|run| run.contains(&0)),
    ) {
        document += &["# ", &escape(title), "\n\n"].concat();
    }
    let mut ours = false;
    let mut quoted = false;
    for index in shown.iter().cloned().flatten() {
        let section = &letter.sections()[letter.section_of(index)];
        let role = letter.paragraphs()[index].role;
        let heading = index == section.paragraphs.start.max(letter.head().end);
        if let Some(title) = title(desk, section).filter(|_| heading) {
            document += &["## ", &title, "\n\n"].concat();
            ours |= show::heading(desk, section).1.is_some();
        }
        if answers(letter, section, index) {
            document += &["### *", &escape(desk.words.answer(section.pair)), "*\n\n"].concat();
            ours = true;
        }
        let quote = role == Role::Recommendation;
        if quote && quoted && !heading {
            // What stands in one quotation is parted by an empty line of it.
            document.truncate(document.len() - 1);
            document += ">\n";
        }
        document += if quote { "> " } else { "" };
        document += &paragraph(desk, index);
        document += "\n\n";
        quoted = quote;
    }
    if ours {
        document += &["---\n\n*", &escape(desk.words.cli().ours), "*\n"].concat();
    } else {
        document.truncate(document.trim_end().len());
        document.push('\n');
    }
    document
}

/// Whether a response begins here to which the letter gives no heading of its own.
fn answers(letter: &Letter, section: &Section, index: usize) -> bool {
    section.kind == SectionKind::Recommendation
        && index == letter.response(section).start
        && letter.paragraphs()[index].role == Role::Response
}

/// `Aanbeveling 4 · *Mondiaal aanjagen, online*`; nothing over a letter that is one section.
fn title(desk: &Desk, section: &Section) -> Option<String> {
    let (heading, title) = show::heading(desk, section);
    let title = title.map(|title| format!("*{}*", escape(title)));
    match (heading.map(escape), title) {
        (Some(heading), Some(title)) => Some(format!("{heading} · {title}")),
        (heading, title) => heading.or(title),
    }
}

/// A paragraph with its address before it, and its note marks raised.
fn paragraph(desk: &Desk, index: usize) -> String {
    let letter = &desk.letter;
    let end = letter.paragraph(index).len();
    let words = |start, end| {
        let span = Span {
            paragraph: index,
            start,
            end,
        };
        show::words(desk, span)
    };
    let mut marked = String::with_capacity(end + 16);
    let mut from = 0;
    for mark in letter.marks_in(index) {
        marked += &words(from, mark.byte);
        marked += &superscript(mark.number);
        from = mark.byte;
    }
    marked += &words(from, end);
    match letter.address(index) {
        Some(address) if letter.paragraphs()[index].role == Role::ResponseHeading => {
            format!("### **{address}** {}", escape(&marked))
        }
        Some(address) if letter.paragraphs()[index].role != Role::Head => {
            format!("**{address}** {}", escape(&marked))
        }
        _ => escape_start(&escape(&marked)),
    }
}
