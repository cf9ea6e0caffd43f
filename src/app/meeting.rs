//! The meeting sheet: what one takes into the room. For each recommendation it has what the response comes to, what
//! was asked and how far that is answered, what is promised and what is limited, and one's own notes; the letter's
//! words each with an address, and at the end the citation of every address.
//!
//! What stands on it is gathered here as rows; [`markdown`] and [`html`] write them, and so does the command line
//! in plain text.

mod gather;
pub mod html;
pub mod markdown;
mod sheet;
mod wanted;

pub use gather::gather;
pub use sheet::{Block, MeetingSheet, Part, Row};
pub use wanted::{Wanted, What};

use super::{App, message::Effect, words::Words};
use crate::letter::{Answered, Ask};

impl App {
    /// The meeting sheet of the letter, to be written to a file as a page.
    pub(super) fn write_meeting_sheet(&mut self) -> Option<Effect> {
        let sheet = gather(&self.reader, &self.words, &Wanted::default()).ok()?;
        let text = html::write(&[sheet], &self.words);
        let name = self.reader.letter.facts.id();
        let name = name.unwrap_or_else(|| "kamerbrief".to_owned());
        Some(Effect::Save {
            stem: [&name, "-", self.words.cli().sheet_stem, ".html"].concat(),
            text: text.trim_end().to_owned(),
        })
    }
}

impl Words {
    /// How many of these asks are answered: `3 van 4 beantwoord`.
    #[must_use]
    pub fn answered(&self, asks: &[Ask]) -> String {
        let answered = asks
            .iter()
            .filter(|ask| ask.verdict != Answered::Unmentioned);
        let told = self.cli().asks_answered;
        told.replace("{answered}", &answered.count().to_string())
            .replace("{all}", &asks.len().to_string())
    }

    /// Which words were looked for.
    #[must_use]
    pub fn looked_for(&self, looked: &[String]) -> String {
        self.cli().asks_looked.replace("{}", &looked.join(", "))
    }

    /// Whose reading asks and their answers are, and what it means that one has none.
    #[must_use]
    pub fn asks_are(&self, are_ours: bool) -> &'static str {
        if are_ours {
            self.cli().asks_are
        } else {
            self.cli().asks_by_rule
        }
    }
}
