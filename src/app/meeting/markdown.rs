//! The meeting sheet in Markdown.

use super::{MeetingSheet, Row};
use crate::{
    app::words::Words,
    letter::note_lines,
    reading::markdown::{escape, escape_start},
};
use std::fmt::Write;

/// The sheet as a document, whole lines.
#[must_use]
pub fn write(sheet: &MeetingSheet, words: &Words) -> String {
    let mut document = format!("# {}\n\n{}\n", escape(&sheet.title), start(&sheet.citation));
    for part in &sheet.parts {
        let heading = format!("{} {}", part.number, escape(&part.title));
        let _ = write!(document, "\n## {}\n", heading.trim_end());
        for block in &part.blocks {
            let _ = write!(document, "\n### {}", escape(&block.heading));
            if let Some(whose) = &block.whose {
                let _ = write!(document, " *({})*", escape(whose));
            }
            document += "\n\n";
            rows(&block.rows, 0, &mut document);
        }
    }
    if !sheet.lost.is_empty() {
        let _ = write!(document, "\n## {}\n\n", escape(words.cli().sheet_lost));
        rows(&sheet.lost, 0, &mut document);
    }
    if !sheet.sources.is_empty() {
        let _ = write!(document, "\n## {}\n\n", escape(words.cli().sheet_sources));
        for (address, citation) in &sheet.sources {
            let _ = writeln!(document, "- {address}: {}", escape(citation.trim_end()));
        }
    }
    document += "\n---\n";
    for about in &sheet.about {
        let _ = write!(document, "\n*{}*\n", escape(about));
    }
    document
}

/// A text at the start of a line.
fn start(text: &str) -> String {
    escape_start(&escape(text.trim_end()))
}

fn rows(rows: &[Row], depth: usize, document: &mut String) {
    for row in rows {
        *document += &" ".repeat(2 * depth);
        *document += "- ";
        *document += &line(row);
        document.push('\n');
        self::rows(&row.under, depth + 1, document);
    }
}

fn line(row: &Row) -> String {
    let told = [row.sign, &row.told].join(" ");
    let mut parts = Vec::new();
    if !told.trim().is_empty() {
        parts.push(format!("**{}**", escape(told.trim())));
    }
    if !row.note.is_empty() {
        let lines: Vec<String> = note_lines(&row.note).map(escape).collect();
        parts.push(lines.join("<br>"));
    }
    if !row.quote.is_empty() {
        parts.push(format!("“{}”", escape(&row.quote)));
    }
    if !row.address.is_empty() {
        parts.push(format!("({})", row.address));
    }
    if !row.citation.is_empty() {
        parts.push(format!("— {}", escape(row.citation.trim_end())));
    }
    parts.join(" ")
}
