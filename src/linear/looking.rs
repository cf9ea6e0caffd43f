//! Looking things up by ear: words of the text, names, and notes of one's own.

use super::Conversation;
use crate::{
    app::message::{Act, Message},
    cli::args::Command,
    letter::in_message,
};

impl Conversation {
    pub(super) fn search(&mut self, typed: &str) -> String {
        self.in_this_letter();
        self.act(Act::Search);
        self.send(Message::Paste(typed.to_owned()));
        self.act(Act::Accept);
        let told = self.told();
        if self.app.overlay().is_some() {
            self.act(Act::Close);
        }
        let command = Command::Search {
            text: typed.to_owned(),
        };
        let (text, found) = self.printed(&command);
        let notes = self.notes_with(typed);
        if found {
            text + &told + &notes + &self.here()
        } else if notes.is_empty() {
            text
        } else {
            self.find(typed);
            text + &notes + &self.here()
        }
    }

    pub(super) fn whereabouts(&mut self, typed: &str) -> String {
        let command = Command::Find {
            query: typed.to_owned(),
            kind: None,
        };
        let (text, found) = self.printed(&command);
        let notes = self.notes_with(typed);
        if !notes.is_empty() && (!found || typed.starts_with('#')) {
            self.find(typed);
            return notes + &self.here();
        }
        if !found {
            return self.words[0]
                .nothing_named
                .replace("{}", &in_message(typed))
                + "\n"
                + &text;
        }
        self.find(typed);
        text + &notes + &self.here()
    }

    /// The notes of one's own that hold all these words, each behind its address.
    pub(super) fn notes_with(&self, typed: &str) -> String {
        let reader = self.app.reader();
        let line = |paragraph: usize| {
            let address = self.app.words().address(&reader.letter, paragraph);
            let note = reader.mark_at(paragraph).map_or("", |mark| &mark.note);
            let noted = self.words[0].noted.replace("{}", note);
            format!("{address}: {noted}\n")
        };
        reader.notes_with(typed).into_iter().map(line).collect()
    }

    /// Has the reader find a name, and stand at its first mention.
    pub(super) fn find(&mut self, typed: &str) {
        self.in_this_letter();
        self.act(Act::Find);
        self.send(Message::Paste(typed.to_owned()));
        self.act(Act::Accept);
        self.app.take_notice();
        if self.app.overlay().is_some() {
            self.act(Act::Close);
        }
    }
}
