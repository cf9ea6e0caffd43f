//! Going through the letter by ear: paragraph by paragraph, to a section or an address, and reading on in one go.

use super::Conversation;
use crate::{
    app::message::{Act, Message, Turn},
    letter::{Address, visible_line},
};

impl Conversation {
    /// The next (or previous) paragraph. The lines of the head are one.
    pub(super) fn step(&mut self, turn: Turn) -> String {
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
    pub(super) fn stand_at(&mut self, paragraph: usize) {
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
    pub(super) fn section(&mut self, turn: Turn) -> String {
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

    pub(super) fn go(&mut self, address: Address) -> String {
        match self.app.reader().letter.locate(address) {
            Ok(paragraphs) => self.jump_to(paragraphs.start),
            Err(error) => error.say(self.app.words().language) + "\n",
        }
    }

    /// Jumps, so that ‘back’ leads here again.
    pub(super) fn jump_to(&mut self, paragraph: usize) -> String {
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
    pub(super) fn moved(&mut self, act: Act) -> String {
        let before = self.app.reader().here();
        self.act(act);
        let told = self.told();
        let here = self.app.reader().here();
        // Another letter is read when it is there.
        if self.is_elsewhere() {
            return told;
        }
        if here == before && !matches!(act, Act::SearchHit(_) | Act::Hit(_)) {
            return told;
        }
        told + &self.paragraph(here)
    }

    /// To the next (or previous) name, abbreviation or note in the text: what it is called, and where it stands.
    pub(super) fn name(&mut self, turn: Turn) -> String {
        self.act(Act::Mention(turn));
        let told = self.told();
        let reader = self.app.reader();
        match reader.focus {
            Some(span) if !span.range().is_empty() => {
                let name = visible_line(reader.letter.words(span)) + ".\n";
                name + &told + &self.paragraph(span.paragraph)
            }
            _ => told,
        }
    }

    /// The rest of the section, or of the letter; or what is at an address.
    pub(super) fn read(&mut self, rest: &str) -> String {
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
}
