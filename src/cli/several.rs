//! What a command prints of several letters: what it prints of each, and with every row which letter it is of.

use super::{
    Desk, Printout,
    args::{Command, Format},
    find, json,
    paper::{Ink, Paper},
    verify,
};
use crate::{
    app::words::Words, letter::AddressError, library::Held, reading::verify::verify as look_for,
};

/// What a command printed of one letter.
struct Part<'a> {
    held: &'a Held,
    /// The text, whole lines.
    text: String,
    found: bool,
    aside: Option<String>,
    /// How far the letter is from what was asked for, where that is not found: less is nearer.
    distance: [usize; 3],
}

/// The distance of a letter in which there is nothing like it.
const NOTHING: [usize; 3] = [usize::MAX; 3];

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
        if let Command::Verify { quote: Some(quote) } = self.command {
            let found = look_for(&desk.letter, quote);
            let distance = if found.places.is_empty() {
                NOTHING
            } else {
                found.distance()
            };
            let printout = verify::printed(desk, &found, self.format);
            return self.take_at(held, &printout, distance);
        }
        match super::run(self.command, self.format, desk) {
            Ok(printout) => {
                let is_in_text = match self.command {
                    Command::Find { query, .. } => !printout.found && find::is_in_text(desk, query),
                    _ => false,
                };
                let distance = if is_in_text { [0; 3] } else { NOTHING };
                self.take_at(held, &printout, distance);
            }
            Err(error) => self.refused = Some(error),
        }
    }

    /// Takes what was printed of one more letter.
    pub fn take(&mut self, held: &'a Held, printout: &Printout) {
        self.take_at(held, printout, NOTHING);
    }

    fn take_at(&mut self, held: &'a Held, printout: &Printout, distance: [usize; 3]) {
        self.parts.push(Part {
            held,
            text: printout.text.to_string(),
            found: printout.found,
            aside: printout.aside.clone(),
            distance,
        });
    }

    /// All that was printed.
    ///
    /// # Errors
    /// [`AddressError`] when an address leads nowhere in any of the letters.
    pub fn printout(
        mut self,
        paper: Paper,
        words: &Words,
    ) -> Result<Printout<'static>, AddressError> {
        if self.parts.is_empty()
            && let Some(error) = self.refused.take()
        {
            return Err(error);
        }
        let found = self.parts.iter().any(|part| part.found);
        let whole = self.format == Format::Json && matches!(self.command, Command::Verify { .. });
        let asked = self.parts.len();
        // Letters are passed over in which there is nothing, or that are further from it than others.
        let nearest = self.parts.iter().map(|part| part.distance).min();
        let is_kept = |part: &Part| {
            if found {
                part.found
            } else {
                Some(part.distance) == nearest
            }
        };
        if !whole {
            self.parts.retain(is_kept);
        }
        let in_none = (!found && asked > 1 && nearest == Some(NOTHING))
            .then(|| words.cli().in_none.replace("{}", &asked.to_string()));
        let aside = self.asides(in_none.as_deref());
        if !found && !whole {
            self.parts.truncate(1);
        }
        let text = match (self.format, self.command) {
            (_, Command::Cite { .. }) => self.whole(),
            (Format::Json, _) => json::of_several(self.parts.iter().map(|part| {
                let printed = part.text.as_str();
                (part.held.id.as_str(), printed)
            })),
            (Format::Tsv, _) => self.tabs(),
            (Format::Markdown, _) => self.markdown(),
            (Format::Text, Command::Verify { .. }) if in_none.is_some() => {
                self.whole() + in_none.as_deref().unwrap_or_default() + "\n"
            }
            (Format::Text, _) if !found && nearest == Some(NOTHING) => self.whole(),
            (Format::Text, _) => self.lines(paper),
        };
        Ok(Printout {
            text: text.into(),
            found,
            aside: Some(aside).filter(|aside| !aside.is_empty()),
        })
    }

    /// The sentences for standard error. What holds of none of the letters is said once, and of how many.
    fn asides(&self, in_none: Option<&str>) -> String {
        let asides = self.parts.iter();
        let mut asides = asides.filter_map(|part| Some((part, part.aside.as_deref()?)));
        if let Some(in_none) = in_none {
            let first = asides.next().map(|(_, aside)| aside);
            return first.map_or_else(String::new, |aside| [aside, " ", in_none].concat());
        }
        let named = asides.map(|(part, aside)| margin(part.held) + aside);
        named.collect::<Vec<_>>().join("\nkamerbrief: ")
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
