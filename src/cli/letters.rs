//! `list letters`: the letters that were asked for, a row each.

use super::{Printout, Text, args::Format, json, printout::write};
use crate::{app::listed::Listed, reading::table};
use serde::Serialize;

/// The columns.
const HEAD: [&str; 8] = [
    "date",
    "letter",
    "title",
    "sender",
    "recommendations",
    "unread",
    "notes",
    "file",
];

/// A letter as JSON.
#[derive(Serialize)]
struct Row<'a> {
    letter: &'a str,
    name: &'a str,
    date: Option<String>,
    title: &'a str,
    sender: Option<&'a str>,
    recommendations: usize,
    unread: usize,
    notes: usize,
    file: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn of(listed: &'a Listed) -> Self {
        Self {
            letter: &listed.id,
            name: &listed.name,
            date: listed.date.map(|date| date.to_string()),
            title: &listed.title,
            sender: Some(listed.sender.as_str()).filter(|sender| !sender.is_empty()),
            recommendations: listed.recommendations,
            unread: listed.unread,
            notes: listed.notes,
            file: listed.file.as_deref(),
        }
    }
}

/// The letters, in the form asked for.
#[must_use]
pub fn letters(all: &[Listed], format: Format) -> Printout<'_> {
    let rows = || all.iter().map(cells);
    let text = match format {
        Format::Json => json::print(json::Each(|| all.iter().map(Row::of))),
        Format::Tsv => Text::written(move |out| write(out, table::tabs(&HEAD, rows()))),
        Format::Markdown => Text::written(move |out| write(out, table::markdown(&HEAD, rows()))),
        Format::Text => Text::written(move |out| {
            let widths = table::widths(rows(), HEAD.len());
            let plain = |_, cell: &str| cell.to_owned();
            write(out, table::columns(rows(), widths, plain))
        }),
    };
    Printout {
        text,
        found: !all.is_empty(),
        aside: None,
    }
}

fn cells(listed: &Listed) -> Vec<String> {
    vec![
        listed
            .date
            .map_or_else(String::new, |date| date.to_string()),
        listed.name.clone(),
        listed.title.clone(),
        listed.sender.clone(),
        listed.recommendations.to_string(),
        listed.unread.to_string(),
        listed.notes.to_string(),
        listed.file.clone().unwrap_or_default(),
    ]
}
