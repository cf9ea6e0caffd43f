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

/// The sheets as one page: one as it is, several under their titles.
#[must_use]
pub fn write(sheets: &[MeetingSheet], words: &Words) -> String {
    let language = match words.language {
        Language::Dutch => "nl",
        Language::English => "en",
    };
    let (title, body) = if let [sheet] = sheets {
        (escape(&sheet.title), one(sheet, words))
    } else {
        let count = sheets.len().to_string();
        let title = escape(&words.cli().sheet_several.replace("{}", &count));
        let body = several(sheets, &title, words);
        (title, body)
    };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n{body}"
    );
    page += "<footer>\n";
    let about = sheets.iter().flat_map(|sheet| &sheet.about);
    let mut told: Vec<&String> = Vec::new();
    for about in about {
        if !told.contains(&about) {
            let _ = writeln!(page, "<p>{}</p>", escape(about));
            told.push(about);
        }
    }
    page + "</footer>\n</body>\n</html>\n"
}

/// One sheet, its title the title of the page.
fn one(sheet: &MeetingSheet, words: &Words) -> String {
    let body = Body {
        prefix: String::new(),
        level: 2,
    };
    format!(
        "{}{}<main>\n{}</main>\n",
        header(sheet, 1),
        body.contents(sheet, words),
        body.sections(sheet, words)
    )
}

/// Several sheets under the title of the page.
fn several(sheets: &[MeetingSheet], title: &str, words: &Words) -> String {
    let article = |sheet: &MeetingSheet| {
        let id = anchor(&sheet.id);
        let body = Body {
            prefix: format!("{id}-"),
            level: 3,
        };
        format!(
            "<article id=\"{id}\">\n{}{}</article>\n",
            header(sheet, 2),
            body.sections(sheet, words)
        )
    };
    format!(
        "<header>\n<h1>{title}</h1>\n</header>\n{}<main>\n{}</main>\n",
        letters(sheets, words),
        sheets.iter().map(article).collect::<String>()
    )
}

/// The title of a sheet at a level of headings, and the citation of its letter.
fn header(sheet: &MeetingSheet, level: usize) -> String {
    format!(
        "<header>\n<h{level} lang=\"nl\">{}</h{level}>\n<p lang=\"nl\">{}</p>\n</header>\n",
        escape(&sheet.title),
        escape(sheet.citation.trim_end())
    )
}

/// The links to the letters.
fn letters(sheets: &[MeetingSheet], words: &Words) -> String {
    let link = |sheet: &MeetingSheet| {
        let (id, title) = (anchor(&sheet.id), escape(&sheet.title));
        format!("<li><a href=\"#{id}\" lang=\"nl\">{title}</a></li>\n")
    };
    navigation(words.cli().sheet_letters, sheets.iter().map(link))
}

fn navigation(label: &str, links: impl Iterator<Item = String>) -> String {
    let (label, links) = (escape(label), links.collect::<String>());
    format!("<nav aria-label=\"{label}\">\n<ul>\n{links}</ul>\n</nav>\n")
}

fn heading(part: &Part) -> String {
    let heading = [escape(&part.number), escape(&part.title)].join(" ");
    heading.trim_end().to_owned()
}

/// What stands under the title of a sheet.
struct Body {
    /// What its anchors begin with, where there are others on the page.
    prefix: String,
    /// The level of the headings of its sections.
    level: usize,
}

impl Body {
    /// The links to the sections.
    fn contents(&self, sheet: &MeetingSheet, words: &Words) -> String {
        if sheet.parts.len() < 2 {
            return String::new();
        }
        let link = |part: &Part| {
            let (id, heading) = (self.id(&part.number), heading(part));
            format!("<li><a href=\"#{id}\">{heading}</a></li>\n")
        };
        navigation(words.cli().sheet_contents, sheet.parts.iter().map(link))
    }

    /// All sections, what belongs to none of them any more, and the sources.
    fn sections(&self, sheet: &MeetingSheet, words: &Words) -> String {
        let mut html: String = sheet.parts.iter().map(|part| self.section(part)).collect();
        if !sheet.lost.is_empty() {
            let heading = self.heading(0, words.cli().sheet_lost);
            let _ = write!(
                html,
                "<section>\n{heading}{}</section>\n",
                self.list(&sheet.lost)
            );
        }
        html + &self.sources(sheet, words)
    }

    /// A heading so many levels below that of a section.
    fn heading(&self, below: usize, text: &str) -> String {
        let level = self.level + below;
        format!("<h{level}>{}</h{level}>\n", escape(text))
    }

    fn section(&self, part: &Part) -> String {
        let title = [part.number.as_str(), &part.title].join(" ");
        let blocks = part.blocks.iter().map(|block| self.block(block));
        format!(
            "<section id=\"{}\">\n{}{}</section>\n",
            self.id(&part.number),
            self.heading(0, title.trim_end()),
            blocks.collect::<String>()
        )
    }

    fn block(&self, block: &Block) -> String {
        let whose = block.whose.as_ref();
        let whose = whose.map(|whose| format!(" <small>({})</small>", escape(whose)));
        let level = self.level + 1;
        format!(
            "<h{level}>{}{}</h{level}>\n{}",
            escape(&block.heading),
            whose.unwrap_or_default(),
            self.list(&block.rows)
        )
    }

    fn list(&self, rows: &[Row]) -> String {
        let rows: String = rows.iter().map(|row| self.row(row)).collect();
        format!("<ul>\n{rows}</ul>\n")
    }

    fn row(&self, row: &Row) -> String {
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
                self.id(&row.address),
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
            format!("\n{}", self.list(&row.under))
        };
        format!("<li>{}{under}</li>\n", parts.join(" "))
    }

    /// Every address with its citation, at the anchor of that name.
    fn sources(&self, sheet: &MeetingSheet, words: &Words) -> String {
        if sheet.sources.is_empty() {
            return String::new();
        }
        let mut rows = String::new();
        for (address, citation) in &sheet.sources {
            let _ = writeln!(
                rows,
                "<div id=\"{}\"><dt>{}</dt><dd lang=\"nl\">{}</dd></div>",
                self.id(address),
                escape(address),
                escape(citation.trim_end())
            );
        }
        let heading = self.heading(0, words.cli().sheet_sources);
        format!("<section>\n{heading}<dl>\n{rows}</dl>\n</section>\n")
    }

    /// An address as an anchor of this sheet.
    fn id(&self, address: &str) -> String {
        self.prefix.clone() + &anchor(address)
    }
}

/// What a section, a paragraph or a letter is called, as an anchor, which has no spaces.
fn anchor(name: &str) -> String {
    escape(&name.replace(char::is_whitespace, "-"))
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
        assert_eq!(anchor("1 en 2"), "1-en-2");
        assert_eq!(anchor("4.2"), "4.2");
    }
}
