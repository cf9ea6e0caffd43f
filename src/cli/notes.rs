//! `notes`: the user's own bookmarks and notes, each with the sentence it stands at and its citation. Those whose
//! paragraph is not in the letter any more come last, with the words they belonged to.

use super::{Desk, Printout, args::Format, json, paper::Ink};
use crate::{
    app::{
        App,
        marks::{Left, Mark},
        tables::Teller,
        tags,
    },
    letter::LINE_END,
    reading::{
        cite::{self, Style},
        table,
    },
};
use serde::Serialize;

/// The columns of the table.
const HEAD: [&str; 7] = [
    "address", "kind", "note", "sentence", "citation", "date", "name",
];

/// A bookmark or note.
#[derive(Serialize)]
struct Own {
    /// The address, or none where the paragraph is not in the letter any more.
    address: Option<String>,
    bookmark: bool,
    /// What it is.
    #[serde(skip)]
    left: Vec<Left>,
    note: Option<String>,
    /// Its tags, each with its sign.
    tags: Vec<String>,
    /// The sentence that the paragraph begins with, or the words that it had.
    text: String,
    citation: Option<String>,
    /// The day on which the note was kept, ISO 8601.
    date: Option<String>,
    /// Who wrote it, if that was set.
    name: Option<String>,
}

/// What the reader holds of them, in the form asked for.
#[must_use]
pub fn notes(desk: &Desk, app: &App, tag: Option<&str>, format: Format) -> Printout<'static> {
    let mut all = all(desk, app);
    if let Some(tag) = tag {
        all.retain(|own| own.note.as_ref().is_some_and(|note| tags::has(note, tag)));
    }
    let found = !all.is_empty();
    let rows = all.iter().map(|own| row(desk, own));
    let text: String = match format {
        Format::Json => json::print(&all).to_string(),
        Format::Tsv => table::tabs(&HEAD, rows).collect(),
        Format::Markdown => table::markdown(&HEAD, rows).collect(),
        Format::Text => all.iter().map(|own| lines(desk, own)).collect(),
    };
    Printout {
        text: text.into(),
        found,
        aside: None,
    }
}

fn all(desk: &Desk, app: &App) -> Vec<Own> {
    let teller = Teller {
        letter: &desk.letter,
        words: &desk.words,
    };
    let note = |note: &str| Some(note.replace(LINE_END, "\n")).filter(|note| !note.is_empty());
    let own = app
        .reader()
        .kept_marks()
        .into_iter()
        .map(|(paragraph, kept)| {
            let address = desk.letter.address(paragraph);
            let left = kept.left();
            let mark = Mark {
                paragraph,
                bookmarked: kept.bookmark,
                note: kept.note,
            };
            Own {
                address: address.map(|address| address.to_string()),
                bookmark: mark.bookmarked,
                left,
                note: note(&mark.note),
                tags: own_tags(&mark.note),
                text: teller.note(&mark).pop().unwrap_or_default(),
                citation: address
                    .map(|address| cite::cite(&desk.letter, Some(address), Style::default())),
                date: kept.date,
                name: kept.name,
            }
        });
    let lost = app.reader().lost_marks().into_iter().map(|mark| Own {
        address: None,
        bookmark: mark.bookmark,
        left: mark.left(),
        note: note(&mark.note),
        tags: own_tags(&mark.note),
        text: teller.orphan(&mark).pop().unwrap_or_default(),
        citation: None,
        date: mark.date,
        name: mark.name,
    });
    own.chain(lost).collect()
}

fn own_tags(note: &str) -> Vec<String> {
    tags::tags(note).into_iter().map(str::to_owned).collect()
}

fn kind<'a>(desk: &'a Desk, own: &Own) -> &'a str {
    if own.address.is_none() {
        return desk.words.marks.nowhere;
    }
    desk.words.kept_as(&own.left)
}

fn row(desk: &Desk, own: &Own) -> Vec<String> {
    vec![
        own.address.clone().unwrap_or_default(),
        kind(desk, own).to_owned(),
        own.note.clone().unwrap_or_default().replace('\n', " ␊ "),
        own.text.clone(),
        own.citation.clone().unwrap_or_default(),
        own.date.clone().unwrap_or_default(),
        own.name.clone().unwrap_or_default(),
    ]
}

/// `4.2  notitie (28 november 2026, A. Jansen): Wie betaalt?`, and under it the sentence and the citation.
fn lines(desk: &Desk, own: &Own) -> String {
    let paper = desk.paper;
    let address = own.address.as_deref().unwrap_or("–");
    let margin = format!("{address:<4}  ");
    let mut noted = own.note.iter().flat_map(|note| note.lines());
    let about = match noted.next() {
        Some(first) => {
            let signed = desk.words.signed(own.date.as_deref(), own.name.as_deref());
            format!("{}{signed}: {first}", kind(desk, own))
        }
        None => kind(desk, own).to_owned(),
    };
    let noted_line = |margin: &str, line: &str| {
        let whole = 0..line.len();
        paper.paragraph(margin, line, &[whole])
    };
    let mut text = noted_line(&margin, &about);
    for line in noted {
        text += &noted_line("        ", line);
    }
    text += &paper.paragraph("      ", &own.text, &[]);
    if let Some(citation) = &own.citation {
        text += &paper.ink(Ink::Margin, &format!("      {citation}"));
        text.push('\n');
    }
    text
}
