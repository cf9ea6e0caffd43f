//! The face for ears: a conversation in lines, for screen readers, braille and whoever likes to type words.
//!
//! Nothing is drawn: each line that is typed is answered by lines, a paragraph in one, and what was said stays
//! said. It is the same reader as on the screen ([`App`]): the commands send it the messages that keys do, so
//! that places, hits, bookmarks and notes are the same in both. It works in a pipe as well as on a terminal.

mod asks;
mod collected;
mod echo;
mod going;
mod hedges;
mod letters;
mod looking;
mod say;
mod tables;
mod taking;
pub mod talk;
mod timeline;
mod trail;
mod whole;
mod words;

use crate::{
    app::{
        App, Overlay,
        copy::Way,
        kept::{Kept, Saved},
        message::{Act, Effect, Message, Turn},
        own_note::edited::Edited,
    },
    cli::{
        self, Desk,
        args::{Command, Format},
    },
    letter::{Address, Language, in_message},
    settings::ReadAgain,
};
use std::time::Duration;
use words::{LinearWords, Wish};

/// The screen that the reader is told of, in cells: none is drawn.
const SIZE: (u16, u16) = (100, 40);

/// What a line comes to.
#[derive(Debug, Default)]
pub struct Reply {
    /// What is said: whole lines.
    pub text: String,
    /// What the shell around must do, in this order.
    pub effects: Vec<Effect>,
}

/// A conversation about a letter.
#[derive(Debug)]
pub struct Conversation {
    app: App,
    desk: Desk,
    /// Those in the language of the call come first.
    words: [LinearWords; 2],
    /// What is to be done by the shell around.
    effects: Vec<Effect>,
    /// The paragraph at which something was left that is to be kept, until it is known what became of that.
    awaited: Option<usize>,
    /// Which of the letters that are open together is read, as far as was said.
    reads: Option<usize>,
}

impl Conversation {
    /// A conversation that begins where the reader stands.
    #[must_use]
    pub fn new(mut app: App, desk: Desk) -> Self {
        let (columns, rows) = SIZE;
        app.update(Message::Resize { columns, rows });
        let languages = match app.words().language {
            Language::Dutch => [Language::Dutch, Language::English],
            Language::English => [Language::English, Language::Dutch],
        };
        let reads = app.letters().map(|letters| letters.reads);
        Self {
            app,
            desk,
            words: languages.map(LinearWords::of),
            effects: Vec::new(),
            awaited: None,
            reads,
        }
    }

    /// What stands before each line that is typed.
    #[must_use]
    pub const fn prompt(&self) -> &'static str {
        self.words[0].prompt
    }

    /// What is said first: which letter it is, where it goes on, and the paragraph there.
    #[must_use]
    pub fn opening(&mut self) -> String {
        let name = whole::letter(&self.app);
        let words = &self.words[0];
        let mut text = self.app.letters().map_or_else(String::new, |letters| {
            let count = letters.rows.len().to_string();
            words.opening_letters.replace("{}", &count) + "\n"
        });
        text += &(words.opening.replace("{letter}", &name) + "\n");
        if let Some(notice) = self.app.take_notice() {
            text += &(notice + "\n");
        }
        text + &self.paragraph(self.app.reader().here())
    }

    /// Takes notice of the time: how much has gone by since the start, and what the clock says.
    pub fn at(&mut self, now: Duration, clock: Option<u32>) {
        if let Some(seconds) = clock {
            self.send(Message::Clock(seconds));
        }
        self.send(Message::At(now));
    }

    /// Answers a line that was typed.
    pub fn answer(&mut self, line: &str) -> Reply {
        let line = line.trim();
        // A note that an editor left unkept is gone on with when that is asked for.
        if self.app.overlay().is_some() {
            self.act(Act::Close);
            self.app.take_notice();
        }
        let text = if line.is_empty() {
            self.step(Turn::On)
        } else if let Ok(address) = line.parse::<Address>() {
            self.go(address)
        } else {
            let wish = self.words.iter().find_map(|words| words.wish(line));
            match wish {
                Some((wish, rest)) => self.carry_out(wish, rest),
                None => self.words[0].unknown.replace("{}", &in_message(line)) + "\n",
            }
        };
        self.reply(text)
    }

    /// Takes notice of what became of what was to be kept, and says it.
    pub fn saved(&mut self, saved: Saved) -> Reply {
        let why = match &saved {
            Saved::Failed(sentence) => Some(sentence.clone()),
            Saved::Unwanted => Some(self.app.words().marks.not_kept.to_owned()),
            Saved::Waits | Saved::Kept { .. } => None,
        };
        self.send(Message::Saved(saved));
        let mut text = self.told();
        if let Some((why, paragraph)) = why.zip(self.awaited.take()) {
            let address = self
                .app
                .words()
                .address(&self.app.reader().letter, paragraph);
            let told = self.words[0].for_now.replace("{address}", &address);
            text += &(told.replace("{why}", &why) + "\n");
        }
        self.reply(text)
    }

    /// Takes notice of what became of a note that was to be written in an editor, and says it.
    pub fn edited(&mut self, edited: Edited) -> Reply {
        let fault = edited.fault.clone();
        self.send(Message::Edited(edited));
        let said = fault.map(|fault| self.app.words().editor_fault(&fault) + "\n");
        let mut text = said.unwrap_or_default();
        // That it is kept is said when it is.
        if self.effects.is_empty() {
            text += &self.told();
        }
        if matches!(self.app.overlay(), Some(Overlay::OwnNote(_))) && self.app.has_unkept_typing() {
            text += self.words[0].draft;
            text.push('\n');
        }
        self.reply(text)
    }

    /// Takes notice of what is kept of the letter that has just been opened, and says where it goes on.
    pub fn recall(&mut self, recall: fn(&App) -> Result<Box<Kept>, String>) -> Reply {
        let kept = recall(&self.app);
        self.send(Message::Recalled(kept));
        self.reply(String::new())
    }

    /// Takes notice of what became of a text that was to be written to a file, and says it.
    pub fn written(&mut self, written: Result<String, String>) -> String {
        self.send(Message::Written(written));
        self.told()
    }

    /// Takes over settings that were read again, or says why they could not be.
    pub fn set(&mut self, read: ReadAgain) -> String {
        self.send(Message::Settings(Box::new(read)));
        let warning = self.app.warning().map(|warning| warning.to_owned() + "\n");
        warning.unwrap_or_default() + &self.told()
    }

    /// What is said of a text that went to the clipboard this way.
    pub fn copied(&mut self, way: &Way, text: String) -> String {
        self.send(Message::Copied(way.clone(), text));
        if self.app.overlay().is_some() {
            self.act(Act::Close);
        }
        self.told()
    }

    /// The conversation ends: what is still to be kept is given out.
    pub fn end(&mut self) -> Reply {
        self.send(Message::Ends);
        Reply {
            text: String::new(),
            effects: std::mem::take(&mut self.effects),
        }
    }

    /// Whether bookmarks or notes could not be kept, and what is to be said of that and of files set aside.
    #[must_use]
    pub fn unkept(&self) -> (bool, Vec<String>) {
        let parting = self.app.parting().map(str::to_owned).collect();
        (self.app.reader().has_unkept_marks(), parting)
    }

    /// An answer, with what is said of another letter where that was gone to.
    fn reply(&mut self, mut text: String) -> Reply {
        if !self.effects.contains(&Effect::Recall)
            && let Some(arrival) = self.arrived()
        {
            text += &arrival;
        }
        Reply {
            text,
            effects: std::mem::take(&mut self.effects),
        }
    }

    fn send(&mut self, message: Message) {
        self.effects.extend(self.app.update(message));
    }

    fn act(&mut self, act: Act) {
        self.send(Message::Act(act));
    }

    /// What the reader's footer says, as a line.
    fn told(&mut self) -> String {
        let notice = self.app.take_notice();
        notice.map(|notice| notice + "\n").unwrap_or_default()
    }

    fn carry_out(&mut self, wish: Wish, rest: &str) -> String {
        if rest.is_empty()
            && let Some(refusal) = self.missing(wish)
        {
            return refusal;
        }
        match wish {
            Wish::Next => self.step(Turn::On),
            Wish::Previous => self.step(Turn::Back),
            Wish::SectionOn => self.section(Turn::On),
            Wish::SectionBack => self.section(Turn::Back),
            Wish::Go => match rest.parse::<Address>() {
                Ok(address) => self.go(address),
                Err(error) => error.say(self.app.words().language) + "\n",
            },
            Wish::Read => self.read(rest),
            Wish::Again => self.paragraph(self.app.reader().here()),
            Wish::Here => self.here(),
            Wish::Start => self.jump_to(0),
            Wish::End => self.jump_to(self.app.reader().letter.paragraphs().len() - 1),
            Wish::Search => self.search(rest),
            Wish::HitOn => self.moved(Act::SearchHit(Turn::On)),
            Wish::HitBack => self.moved(Act::SearchHit(Turn::Back)),
            Wish::Where => self.whereabouts(rest),
            Wish::MentionOn => self.moved(Act::Hit(Turn::On)),
            Wish::MentionBack => self.moved(Act::Hit(Turn::Back)),
            Wish::NameOn => self.name(Turn::On),
            Wish::NameBack => self.name(Turn::Back),
            Wish::Card => self.card(rest),
            Wish::Letters => self.letters(rest),
            Wish::Open => self.open(rest),
            Wish::Everywhere => self.everywhere(rest),
            Wish::Found => self.go_to_found(rest),
            Wish::Recommendation => self.recommendation(),
            Wish::Stance => self.stance(),
            Wish::Table => self.table(rest),
            Wish::Asks => self.asks(),
            Wish::Unanswered => self.unanswered(),
            Wish::Sheet => self.sheet(rest),
            Wish::LeftOut => self.left_out(),
            Wish::Hedges => self.turn_hedges(),
            Wish::Echo => self.echo(),
            Wish::Timeline => self.timeline(rest),
            Wish::Trail => self.trail(rest),
            Wish::Cite => self.cite(rest),
            Wish::Copy => self.copy(rest),
            Wish::Bookmark => {
                self.act(Act::Bookmark);
                self.await_keeping();
                self.told()
            }
            Wish::Note => self.note(rest),
            Wish::Erase => self.note(""),
            Wish::Editor => {
                self.act(Act::Editor);
                String::new()
            }
            Wish::Marks => self.marks(),
            Wish::Verify => self.verify(rest),
            Wish::Collect => self.collect(),
            Wish::Basket => self.basket(rest),
            Wish::RemoveQuote => self.remove_quote(rest),
            Wish::RestoreQuote => self.in_basket(Act::RestoreQuote),
            Wish::Save => self.save(rest),
            Wish::Style => self.style(rest),
            Wish::TurnRead => self.told_of(Act::TurnRead),
            Wish::UnreadAll => self.told_of(Act::UnreadAll),
            Wish::Settings => self.told_of(Act::Settings),
            Wish::Back => self.moved(Act::Jump(Turn::Back)),
            Wish::Forward => self.moved(Act::Jump(Turn::On)),
            Wish::Help => self.help(),
            Wish::Quit => {
                self.effects.push(Effect::Quit);
                self.words[0].ended.to_owned() + "\n"
            }
        }
    }

    /// What a command lacks to which something belongs.
    fn missing(&self, wish: Wish) -> Option<String> {
        let words = &self.words[0];
        let act = words.act(wish);
        let (what, example) = act.takes.zip(act.example)?;
        Some(
            words
                .missing
                .replace("{word}", act.words[0])
                .replace("{what}", what)
                .replace("{example}", example)
                + "\n",
        )
    }

    /// What a command prints, and whether anything was found. What it says beside that comes first.
    fn printed(&self, command: &Command) -> (String, bool) {
        match cli::run(command, Format::Text, &self.desk) {
            Ok(printout) => {
                let aside = printout.aside.map(|aside| aside + "\n");
                let text = aside.unwrap_or_default() + &printout.text.to_string();
                (text, printout.found)
            }
            Err(error) => (error.say(self.app.words().language) + "\n", false),
        }
    }

    fn help(&self) -> String {
        let words = &self.words[0];
        let mut text = words.help_opening.to_owned() + "\n";
        for (wish, _) in Wish::ALL {
            let act = words.act(wish);
            let line = words.help_line.replace("{does}", act.does);
            text += &line.replace("{words}", &act.words.join(words.or));
            text.push('\n');
        }
        text
    }
}
