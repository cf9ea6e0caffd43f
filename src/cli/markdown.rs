//! The letter as a document in Markdown: title, head, headings, recommendations as quotations, and every
//! paragraph with its address and its note marks.
//!
//! What is not the letter's is in italics, and the last line says so.

use super::Desk;
use crate::{
    letter::{Emphasis, Kind, Letter, Role, Section, SectionKind, Span},
    reading::{
        flow::superscript,
        markdown::{escape, escape_start},
    },
};
use std::{borrow::Cow, ops::Range};

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
            ours |= desk.heading(section).1.is_some();
        }
        if answers(letter, section, index) {
            document += &["### *", &escape(desk.words.answer(section.pair)), "*\n\n"].concat();
            ours = true;
        }
        if let Kind::Row { table, .. } = letter.kind(index) {
            document += &row(desk, index, table);
            quoted = false;
            continue;
        }
        let quote = role == Role::Recommendation;
        if quote && quoted && !heading {
            // What stands in one quotation is parted by an empty line of it.
            document.truncate(document.len() - 1);
            document += ">\n";
        }
        document += if quote { "> " } else { "" };
        if let Kind::Item { depth } = letter.kind(index) {
            document += &"  ".repeat(usize::from(depth.saturating_sub(1)));
            document += "- ";
        }
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
    let (heading, title) = desk.heading(section);
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
        desk.words_of(span)
    };
    let mut marked = String::with_capacity(end + 16);
    if let Some(note) = letter.note_at(index) {
        marked += &[&superscript(note.number), " "].concat();
    }
    // The sign of a point says no more than the one that Markdown has for it.
    let label = letter.label(index).filter(|label| {
        let item = matches!(letter.kind(index), Kind::Item { .. });
        item && !label.contains(char::is_alphanumeric)
    });
    let start = label.map_or(0, |label| (label.len() + 1).min(end));
    marked += &inline(letter, index, start..end, words);
    match letter.address(index) {
        Some(address) if matches!(letter.kind(index), Kind::Heading { .. }) => {
            format!("### **{address}** {marked}")
        }
        Some(address) if letter.paragraphs()[index].role == Role::ResponseHeading => {
            format!("### **{address}** {marked}")
        }
        Some(address) if letter.paragraphs()[index].role != Role::Head => {
            format!("**{address}** {marked}")
        }
        _ => escape_start(&marked),
    }
}

/// Words of a paragraph with what the source sets apart in them, and their note marks raised.
fn inline<'a>(
    letter: &Letter,
    index: usize,
    bytes: Range<usize>,
    words: impl Fn(usize, usize) -> Cow<'a, str>,
) -> String {
    let marks = letter.marks_in(index);
    let marks = marks.iter().filter(|mark| {
        (bytes.start..=bytes.end).contains(&mark.byte)
            && (mark.byte > bytes.start || bytes.start == 0)
    });
    let emphasis: Vec<(Range<usize>, &str)> = letter
        .emphasis_in(index)
        .iter()
        .filter_map(|(span, kind)| Some((within(letter, *span, &bytes)?, sign(*kind)?)))
        .collect();
    let mut cuts: Vec<usize> = emphasis
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .chain(marks.clone().map(|mark| mark.byte))
        .chain([bytes.start, bytes.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut marked = String::new();
    for (at, &cut) in cuts.iter().enumerate() {
        let ending = emphasis.iter().rev().filter(|(range, _)| range.end == cut);
        marked.extend(ending.map(|(_, sign)| *sign));
        for mark in marks.clone().filter(|mark| mark.byte == cut) {
            marked += &superscript(mark.number);
        }
        let starting = emphasis.iter().filter(|(range, _)| range.start == cut);
        marked.extend(starting.map(|(_, sign)| *sign));
        if let Some(&next) = cuts.get(at + 1) {
            marked += &escape(&words(cut, next));
        }
    }
    marked
}

/// The part of a span that lies within bytes, without blanks at its ends: Markdown sets nothing apart that starts
/// or ends with one.
fn within(letter: &Letter, span: Span, bytes: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = (span.start.max(bytes.start), span.end.min(bytes.end));
    let words = letter.paragraph(span.paragraph).get(start..end)?;
    let start = start + words.len() - words.trim_start().len();
    let end = start + words.trim().len();
    (start < end).then_some(start..end)
}

/// What stands around words that are set apart.
const fn sign(emphasis: Emphasis) -> Option<&'static str> {
    match emphasis {
        Emphasis::Italic => Some("*"),
        Emphasis::Bold => Some("**"),
        Emphasis::BoldItalic => Some("***"),
        Emphasis::Underlined | Emphasis::Superscript | Emphasis::Subscript => None,
    }
}

/// A row of a table, with the rule under the first and an empty line under the last.
fn row(desk: &Desk, index: usize, table: u32) -> String {
    let letter = &desk.letter;
    let same = |at: usize| matches!(letter.kind(at), Kind::Row { table: own, .. } if own == table);
    let words = |start, end| {
        desk.words_of(Span {
            paragraph: index,
            start,
            end,
        })
    };
    let mut cells = Vec::new();
    for cell in letter.cells(index) {
        cells.push(inline(letter, index, cell.text.clone(), words).replace('|', "\\|"));
        cells.resize(
            cells.len() + usize::from(cell.columns.min(32)).saturating_sub(1),
            String::new(),
        );
    }
    let address = letter
        .address(index)
        .map_or_else(String::new, |address| format!("**{address}**"));
    let mut line = format!("| {address} | {} |\n", cells.join(" | "));
    if index == 0 || !same(index - 1) {
        let rows = (index..letter.paragraphs().len()).take_while(|&at| same(at));
        let columns = rows.map(|at| {
            letter
                .cells(at)
                .iter()
                .map(|cell| usize::from(cell.columns.clamp(1, 32)))
                .sum::<usize>()
        });
        let columns = columns.max().unwrap_or(1);
        line.truncate(line.len() - 1);
        line += &" |".repeat(columns.saturating_sub(cells.len()));
        line += &["\n|", &" --- |".repeat(columns + 1), "\n"].concat();
    }
    if !same(index + 1) {
        line.push('\n');
    }
    line
}
