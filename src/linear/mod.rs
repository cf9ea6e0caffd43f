//! The face for ears: a conversation in lines, for screen readers, braille and whoever likes to type words.
//!
//! Nothing is drawn: each line that is typed is answered by lines, a paragraph in one, and what was said stays
//! said. It is the same reader as on the screen ([`App`]): the commands send it the messages that keys do, so
//! that places, hits, bookmarks and notes are the same in both. It works in a pipe as well as on a terminal.

mod asks;
mod collected;
mod hedges;
mod say;
mod tables;
pub mod talk;
mod timeline;
mod trail;
mod whole;
mod words;

use crate::{
    app::{
        App, Overlay,
        copy::{Portion, Way},
        kept::Saved,
        message::{Act, Edit, Effect, Message, Turn},
        own_note::edited::Edited,
    },
    cli::{
        self, Desk,
        args::{Command, Format},
    },
    letter::{Address, Language, visible_line},
    reading::cite::Style,
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
        Self {
            app,
            desk,
            words: languages.map(LinearWords::of),
            effects: Vec::new(),
            awaited: None,
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
        let mut text = self.words[0].opening.replace("{letter}", &name) + "\n";
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
                None => self.words[0].unknown.replace("{}", &visible_line(line)) + "\n",
            }
        };
        Reply {
            text,
            effects: std::mem::take(&mut self.effects),
        }
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
        Reply {
            text,
            effects: std::mem::take(&mut self.effects),
        }
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
        Reply {
            text,
            effects: std::mem::take(&mut self.effects),
        }
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
            Wish::Card => self.card(rest),
            Wish::Recommendation => self.recommendation(),
            Wish::Stance => self.stance(),
            Wish::Table => self.table(rest),
            Wish::Asks => self.asks(),
            Wish::Unanswered => self.unanswered(),
            Wish::Sheet => self.sheet(rest),
            Wish::LeftOut => self.left_out(),
            Wish::Hedges => self.turn_hedges(),
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

    /// The next (or previous) paragraph. The lines of the head are one.
    fn step(&mut self, turn: Turn) -> String {
        let (head, here) = (self.app.reader().letter.head(), self.app.reader().here());
        let to = match turn {
            Turn::On if head.contains(&here) => Some(head.end),
            Turn::On => Some(here + 1),
            Turn::Back if head.contains(&here) => None,
            Turn::Back => here.checked_sub(1),
        };
        match to.filter(|&to| to < self.app.reader().letter.paragraphs().len()) {
            Some(to) => {
                self.stand_at(to);
                self.paragraph(to)
            }
            None if turn == Turn::On => self.words[0].end.to_owned() + "\n",
            None => self.words[0].start.to_owned() + "\n",
        }
    }

    /// Makes a paragraph current, paragraph by paragraph as the reader does.
    fn stand_at(&mut self, paragraph: usize) {
        let turn = if paragraph > self.app.reader().here() {
            Turn::On
        } else {
            Turn::Back
        };
        while self.app.reader().here() != paragraph {
            let before = self.app.reader().here();
            self.act(Act::Paragraph(turn));
            if self.app.reader().here() == before {
                break;
            }
        }
    }

    /// The start of the next (or previous) section.
    fn section(&mut self, turn: Turn) -> String {
        let (letter, here) = (&self.app.reader().letter, self.app.reader().here());
        let at = letter.section_of(here);
        let to = match turn {
            Turn::On => Some(at + 1),
            Turn::Back => at.checked_sub(1),
        };
        match to.and_then(|to| letter.sections().get(to)) {
            Some(section) => self.jump_to(section.paragraphs.start),
            None if turn == Turn::On => self.words[0].end.to_owned() + "\n",
            None => self.jump_to(0),
        }
    }

    fn go(&mut self, address: Address) -> String {
        match self.app.reader().letter.locate(address) {
            Ok(paragraphs) => self.jump_to(paragraphs.start),
            Err(error) => error.say(self.app.words().language) + "\n",
        }
    }

    /// Jumps, so that ‘back’ leads here again.
    fn jump_to(&mut self, paragraph: usize) -> String {
        let address = self.app.reader().letter.address(paragraph);
        self.act(Act::Goto);
        let written = address.unwrap_or(Address::HEAD).to_string();
        self.send(Message::Paste(written));
        self.act(Act::Accept);
        self.app.take_notice();
        // What has no address of its own stands behind what has.
        self.stand_at(paragraph);
        self.paragraph(self.app.reader().here())
    }

    /// Does what a key does that moves the reader, and reads what is there then.
    fn moved(&mut self, act: Act) -> String {
        let before = self.app.reader().here();
        self.act(act);
        let told = self.told();
        let here = self.app.reader().here();
        if here == before && !matches!(act, Act::SearchHit(_) | Act::Hit(_)) {
            return told;
        }
        told + &self.paragraph(here)
    }

    /// The rest of the section, or of the letter; or what is at an address.
    fn read(&mut self, rest: &str) -> String {
        let letter = &self.app.reader().letter;
        let here = self.app.reader().here();
        let all = ["alles", "all"].contains(&rest.to_lowercase().as_str());
        let paragraphs = if all {
            here..letter.paragraphs().len()
        } else if rest.is_empty() {
            here..letter.sections()[letter.section_of(here)].paragraphs.end
        } else {
            match rest
                .parse::<Address>()
                .and_then(|address| letter.locate(address))
            {
                Ok(paragraphs) => paragraphs,
                Err(error) => return error.say(self.app.words().language) + "\n",
            }
        };
        let mut text = self.jump_to(paragraphs.start);
        while self.app.reader().here() + 1 < paragraphs.end {
            text += &self.step(Turn::On);
        }
        text
    }

    fn search(&mut self, typed: &str) -> String {
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

    fn whereabouts(&mut self, typed: &str) -> String {
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
                .replace("{}", &visible_line(typed))
                + "\n"
                + &text;
        }
        self.find(typed);
        text + &notes + &self.here()
    }

    /// The notes of one's own that hold all these words, each behind its address.
    fn notes_with(&self, typed: &str) -> String {
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
    fn find(&mut self, typed: &str) {
        self.act(Act::Find);
        self.send(Message::Paste(typed.to_owned()));
        self.act(Act::Accept);
        self.app.take_notice();
        if self.app.overlay().is_some() {
            self.act(Act::Close);
        }
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

    /// The citation of the current paragraph, or of an address; in a style, where one is named.
    fn cite(&mut self, rest: &str) -> String {
        let mut address = self.app.reader().letter.address(self.app.reader().here());
        let mut style = self.app.style();
        for word in rest.split_whitespace() {
            if let Ok(named) = word.parse() {
                style = named;
            } else if word.chars().all(|c| c.is_alphabetic() || c == '-')
                && word.parse::<Address>().is_err()
            {
                let styles = Style::ALL.map(Style::id).join(", ");
                let told = self.words[0].no_style.replace("{styles}", &styles);
                return told.replace("{}", &visible_line(word)) + "\n";
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
    fn copy(&mut self, rest: &str) -> String {
        let id = self.words.iter().find_map(|words| words.portion(rest));
        let portion = match id {
            _ if rest.is_empty() => Portion::Paragraph,
            Some("paragraph") => Portion::Paragraph,
            Some("citation") => Portion::Citation,
            Some("quote") => Portion::Quote,
            Some("link") => Portion::Link,
            Some("response") => Portion::Response,
            Some("recommendation") => Portion::Recommendation,
            _ => return self.words[0].unknown.replace("{}", &visible_line(rest)) + "\n",
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

    /// Gives the current paragraph a note of one's own; nothing takes it away.
    fn note(&mut self, note: &str) -> String {
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
    fn await_keeping(&mut self) {
        let keeps = |effect: &Effect| matches!(effect, Effect::Keep(_));
        let here = self.app.reader().here();
        self.awaited = self.effects.iter().any(keeps).then_some(here);
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
