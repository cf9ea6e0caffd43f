//! What a command prints of several letters: what it prints of each, and with every row which letter it is of.

use super::{
    Desk, Printout,
    args::{Command, Format},
    json,
    paper::{Ink, Paper},
};
use crate::{letter::AddressError, library::Held};

/// What a command printed of one letter.
struct Part<'a> {
    held: &'a Held,
    /// The text, whole lines.
    text: String,
    found: bool,
    aside: Option<String>,
}

/// What was printed of several letters.
pub struct Several<'a> {
    command: &'a Command,
    format: Format,
    parts: Vec<Part<'a>>,
    refused: Option<AddressError>,
}

impl<'a> Several<'a> {
    /// Nothing printed yet.
    #[must_use]
    pub const fn new(command: &'a Command, format: Format) -> Self {
        Self {
            command,
            format,
            parts: Vec::new(),
            refused: None,
        }
    }

    /// Carries the command out over one more letter.
    pub fn add(&mut self, held: &'a Held, desk: &mut Desk) {
        if self.format == Format::Text {
            desk.paper = beside_name(desk.paper, held);
        }
        match super::run(self.command, self.format, desk) {
            Ok(printout) => self.take(held, &printout),
            Err(error) => self.refused = Some(error),
        }
    }

    /// Takes what was printed of one more letter.
    pub fn take(&mut self, held: &'a Held, printout: &Printout) {
        self.parts.push(Part {
            held,
            text: printout.text.to_string(),
            found: printout.found,
            aside: printout.aside.clone(),
        });
    }

    /// All that was printed.
    ///
    /// # Errors
    /// [`AddressError`] when an address leads nowhere in any of the letters.
    pub fn printout(mut self, paper: Paper) -> Result<Printout<'static>, AddressError> {
        if self.parts.is_empty()
            && let Some(error) = self.refused.take()
        {
            return Err(error);
        }
        let found = self.parts.iter().any(|part| part.found);
        // Where something is found, those letters are passed over in which there is nothing.
        let whole = self.format == Format::Json && matches!(self.command, Command::Verify { .. });
        if found && !whole {
            self.parts.retain(|part| part.found);
        } else if !found && !whole {
            self.parts.truncate(1);
        }
        let asides = self.parts.iter().filter_map(|part| {
            let aside = part.aside.as_deref()?;
            Some(if found {
                margin(part.held) + aside
            } else {
                aside.to_owned()
            })
        });
        let aside = asides.collect::<Vec<_>>().join("\nkamerbrief: ");
        let text = match (self.format, self.command) {
            (_, Command::Cite { .. }) => self.whole(),
            (Format::Json, _) => json::of_several(self.parts.iter().map(|part| {
                let printed = part.text.as_str();
                (part.held.id.as_str(), printed)
            })),
            (Format::Tsv, _) => self.tabs(),
            (Format::Markdown, _) => self.markdown(),
            (Format::Text, _) if !found => self.whole(),
            (Format::Text, _) => self.lines(paper),
        };
        Ok(Printout {
            text: text.into(),
            found,
            aside: Some(aside).filter(|aside| !aside.is_empty()),
        })
    }

    /// What was printed, as it was.
    fn whole(&self) -> String {
        let parts = self.parts.iter();
        parts.map(|part| part.text.as_str()).collect()
    }

    /// Every line with its letter before it.
    fn lines(&self, paper: Paper) -> String {
        let mut text = String::new();
        for part in &self.parts {
            let margin = paper.ink(Ink::Margin, &margin(part.held));
            for line in part.text.lines() {
                if !line.is_empty() {
                    text += &margin;
                }
                text += line;
                text.push('\n');
            }
        }
        text
    }

    /// Every row with its letter in a column before the others.
    fn tabs(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            for (index, row) in part.text.lines().enumerate() {
                let first = match (index, text.is_empty()) {
                    (0, true) => "letter",
                    (0, false) => continue,
                    _ => &part.held.name,
                };
                text += &[first, "\t", row, "\n"].concat();
            }
        }
        text
    }

    /// Tables become one, with the letter in a column before the others; a text stands under the name of its
    /// letter.
    fn markdown(&self) -> String {
        let mut text = String::new();
        let mut told = "";
        for part in &self.parts {
            let printed = part.text.as_str();
            let name = crate::reading::markdown::escape(&part.held.name);
            if !printed.starts_with("| ") {
                text += &["# ", &name, "\n\n", printed.trim_end(), "\n\n"].concat();
                continue;
            }
            let end = printed.find("\n\n").map_or(printed.len(), |end| end + 1);
            told = &printed[end..];
            for (index, row) in printed[..end].lines().enumerate() {
                let first = match (index, self.is_first(part)) {
                    (0, true) => "letter",
                    (1, true) => "---",
                    (0 | 1, false) => continue,
                    _ => &name,
                };
                text += &["| ", first, " ", row, "\n"].concat();
            }
        }
        text + told
    }

    fn is_first(&self, part: &Part) -> bool {
        let first = self.parts.first();
        first.is_some_and(|first| std::ptr::eq(first, part))
    }
}

/// What stands before a line of a letter.
fn margin(held: &Held) -> String {
    format!("{}: ", held.name)
}

/// Paper that is narrower by what stands before a line of a letter.
#[must_use]
pub fn beside_name(paper: Paper, held: &Held) -> Paper {
    let margin = margin(held).chars().count();
    let width = paper
        .width
        .map(|width| width.saturating_sub(margin).max(20));
    Paper { width, ..paper }
}
