//! What is taken along by ear and what is left: citations, copies and notes of one's own.

use super::Conversation;
use crate::{
    app::{
        copy::Portion,
        message::{Act, Edit, Effect, Message},
    },
    cli::args::Command,
    letter::{Address, in_message},
    reading::cite::Style,
};

impl Conversation {
    /// The citation of the current paragraph, or of an address; in a style, where one is named.
    pub(super) fn cite(&mut self, rest: &str) -> String {
        let mut address = self.app.reader().letter.address(self.app.reader().here());
        let mut style = self.app.style();
        for word in rest.split_whitespace() {
            if let Ok(named) = word.parse() {
                style = named;
            } else if word.chars().all(|c| c.is_alphabetic() || c == '-')
                && word.parse::<Address>().is_err()
            {
                return self.no_style(word);
            } else {
                match word.parse::<Address>() {
                    Ok(named) => address = Some(named),
                    Err(error) => return error.say(self.app.words().language) + "\n",
                }
            }
        }
        self.printed(&Command::Cite { address, style }).0
    }

    /// Has a portion copied, and says it, so that it can be taken by hand as well.
    pub(super) fn copy(&mut self, rest: &str) -> String {
        let id = self.words.iter().find_map(|words| words.portion(rest));
        let portion = match id {
            _ if rest.is_empty() => Portion::Paragraph,
            Some("paragraph") => Portion::Paragraph,
            Some("citation") => Portion::Citation,
            Some("quote") => Portion::Quote,
            Some("link") => Portion::Link,
            Some("response") => Portion::Response,
            Some("recommendation") => Portion::Recommendation,
            _ => return self.words[0].unknown.replace("{}", &in_message(rest)) + "\n",
        };
        self.act(Act::Copy);
        self.act(Act::Take(portion));
        let told = self.told();
        if self.app.overlay().is_some() {
            self.act(Act::Close);
        }
        let copied = self.effects.iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text),
            _ => None,
        });
        match copied {
            Some(text) => format!("{}\n{}\n", self.words[0].copied, text.trim_end()),
            None => told,
        }
    }

    /// Has the basket, the trail or the meeting sheet written to a file.
    pub(super) fn save(&mut self, rest: &str) -> String {
        let id = self.words.iter().find_map(|words| words.written(rest));
        let opens = match id {
            Some("basket") => Act::Basket,
            Some("trail") => Act::Trail,
            Some("sheet") => return self.told_of(Act::MeetingSheet),
            _ => return self.words[0].unknown.replace("{}", &in_message(rest)) + "\n",
        };
        self.act(opens);
        if self.app.overlay().is_none() {
            return self.told();
        }
        self.act(Act::Save);
        let told = self.told();
        self.act(Act::Close);
        told
    }

    /// The style of citations from now on.
    pub(super) fn style(&mut self, rest: &str) -> String {
        let Ok(wanted) = rest.parse::<Style>() else {
            return self.no_style(rest);
        };
        self.act(Act::Copy);
        while self.app.style() != wanted {
            self.act(Act::CiteStyle);
        }
        self.act(Act::Close);
        self.app.take_notice();
        self.cite("")
    }

    /// That there is no such style, and which there are.
    fn no_style(&self, word: &str) -> String {
        let styles = Style::ALL.map(Style::id).join(", ");
        let told = self.words[0].no_style.replace("{styles}", &styles);
        told.replace("{}", &in_message(word)) + "\n"
    }

    /// Does what a key does, and says what became of it.
    pub(super) fn told_of(&mut self, act: Act) -> String {
        self.act(act);
        self.told()
    }

    /// Gives the current paragraph a note of one's own; nothing takes it away.
    pub(super) fn note(&mut self, note: &str) -> String {
        self.act(Act::OwnNote);
        self.act(Act::Edit(Edit::DeleteLine));
        if !note.is_empty() {
            self.send(Message::Paste(note.to_owned()));
        }
        self.act(Act::KeepNote);
        self.await_keeping();
        // That it is kept is said when it is.
        if !self.effects.is_empty() {
            return String::new();
        }
        let told = self.told();
        if told.is_empty() {
            let reader = self.app.reader();
            let address = self.app.words().address(&reader.letter, reader.here());
            return self.words[0].same_note.replace("{}", &address) + "\n";
        }
        told
    }

    /// Remembers where something is to be kept, so that it can be said what became of it.
    pub(super) fn await_keeping(&mut self) {
        let keeps = |effect: &Effect| matches!(effect, Effect::Keep(_));
        let here = self.app.reader().here();
        self.awaited = self.effects.iter().any(keeps).then_some(here);
    }
}
