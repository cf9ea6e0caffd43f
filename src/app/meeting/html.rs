//! The meeting sheet as one page of HTML that needs nothing else: no script, no other file. Every section and every
//! address is an anchor (`#4`, `#4.2`), the letter's words are marked as Dutch, and it prints on A4.

use super::sheet::{Block, MeetingSheet, Part, Row};
use crate::{
    app::words::Words,
    letter::{Language, note_lines},
};
use std::fmt::Write;

/// How the page looks, on a screen and on paper.
const STYLE: &str = include_str!("../../../assets/sheet.css");

/// The sheet as a page.
#[must_use]
pub fn write(sheet: &MeetingSheet, words: &Words) -> String {
    let language = match words.language {
        Language::Dutch => "nl",
        Language::English => "en",
    };
    let title = escape(&sheet.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<header>\n<h1 lang=\"nl\">{title}</h1>\n<p lang=\"nl\">{}</p>\n</header>\n",
        escape(sheet.citation.trim_end())
    );
    page += &contents(sheet, words);
    page += "<main>\n";
    for part in &sheet.parts {
        page += &section(part);
    }
    if !sheet.lost.is_empty() {
        let _ = write!(
            page,
            "<section>\n<h2>{}</h2>\n",
            escape(words.cli().sheet_lost)
        );
        page += &list(&sheet.lost);
        page += "</section>\n";
    }
    page += &sources(sheet, words);
    page += "</main>\n<footer>\n";
    for about in &sheet.about {
        let _ = writeln!(page, "<p>{}</p>", escape(about));
    }
    page + "</footer>\n</body>\n</html>\n"
}

/// The links to the sections.
fn contents(sheet: &MeetingSheet, words: &Words) -> String {
    if sheet.parts.len() < 2 {
        return String::new();
    }
    let mut links = String::new();
    for part in &sheet.parts {
        let (id, heading) = (id(&part.number), heading(part));
        let _ = writeln!(links, "<li><a href=\"#{id}\">{heading}</a></li>");
    }
    let label = escape(words.cli().sheet_contents);
    format!("<nav aria-label=\"{label}\">\n<ul>\n{links}</ul>\n</nav>\n")
}

fn heading(part: &Part) -> String {
    let heading = [escape(&part.number), escape(&part.title)].join(" ");
    heading.trim_end().to_owned()
}

fn section(part: &Part) -> String {
    let mut html = format!(
        "<section id=\"{}\">\n<h2>{}</h2>\n",
        id(&part.number),
        heading(part)
    );
    for block in &part.blocks {
        html += &self::block(block);
    }
    html + "</section>\n"
}

fn block(block: &Block) -> String {
    let whose = block.whose.as_ref();
    let whose = whose.map(|whose| format!(" <small>({})</small>", escape(whose)));
    format!(
        "<h3>{}{}</h3>\n{}",
        escape(&block.heading),
        whose.unwrap_or_default(),
        list(&block.rows)
    )
}

fn list(rows: &[Row]) -> String {
    let rows: String = rows.iter().map(row).collect();
    format!("<ul>\n{rows}</ul>\n")
}

fn row(row: &Row) -> String {
    let mut parts = Vec::new();
    if !row.told.is_empty() {
        let sign = match row.sign {
            "" => String::new(),
            sign => format!("<span aria-hidden=\"true\">{sign}</span> "),
        };
        parts.push(format!("<strong>{sign}{}</strong>", escape(&row.told)));
    }
    if !row.note.is_empty() {
        let lines: Vec<String> = note_lines(&row.note).map(escape).collect();
        parts.push(format!("<mark>{}</mark>", lines.join("<br>")));
    }
    if !row.quote.is_empty() {
        parts.push(format!("<q lang=\"nl\">{}</q>", escape(&row.quote)));
    }
    if !row.address.is_empty() {
        parts.push(format!(
            "<a href=\"#{}\">{}</a>",
            id(&row.address),
            escape(&row.address)
        ));
    }
    if !row.citation.is_empty() {
        let citation = escape(row.citation.trim_end());
        parts.push(format!("<cite lang=\"nl\">{citation}</cite>"));
    }
    let under = if row.under.is_empty() {
        String::new()
    } else {
        format!("\n{}", list(&row.under))
    };
    format!("<li>{}{under}</li>\n", parts.join(" "))
}

/// Every address with its citation, at the anchor of that name.
fn sources(sheet: &MeetingSheet, words: &Words) -> String {
    if sheet.sources.is_empty() {
        return String::new();
    }
    let mut rows = String::new();
    for (address, citation) in &sheet.sources {
        let _ = writeln!(
            rows,
            "<div id=\"{}\"><dt>{}</dt><dd lang=\"nl\">{}</dd></div>",
            id(address),
            escape(address),
            escape(citation.trim_end())
        );
    }
    let heading = escape(words.cli().sheet_sources);
    format!("<section>\n<h2>{heading}</h2>\n<dl>\n{rows}</dl>\n</section>\n")
}

/// An address as an anchor, which has no spaces.
fn id(address: &str) -> String {
    escape(&address.replace(char::is_whitespace, "-"))
}

/// A text that means itself in HTML, between tags and in an attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_acts_in_html() {
        assert_eq!(
            escape("a < b & \"c\" > d’s «e»"),
            "a &lt; b &amp; &quot;c&quot; &gt; d’s «e»"
        );
        assert_eq!(id("1 en 2"), "1-en-2");
        assert_eq!(id("4.2"), "4.2");
    }
}
