//! The trail by ear: where one was in this conversation, a line a place.

use super::Conversation;
use crate::app::message::Act;

impl Conversation {
    /// The places that were heard, each with its time and how long it stood; or all of them copied as the skeleton
    /// of minutes, and said so that they can be taken by hand.
    pub(super) fn trail(&mut self, rest: &str) -> String {
        self.act(Act::Trail);
        if self.app.overlay().is_none() {
            return self.told();
        }
        let copies = self.words.iter().any(|words| words.copy_trail == rest);
        let mut text = String::new();
        if copies {
            self.act(Act::CopyLines);
            text = self.app.under().minutes();
        } else {
            for stop in self.app.reader().trail() {
                let reader = self.app.reader();
                let [title, words] = self.app.under().stop_words(&stop);
                let address = self.app.words().address(&reader.letter, stop.paragraph);
                text += &self.words[0]
                    .stop
                    .replace("{time}", &reader.time_of(stop.began))
                    .replace("{stood}", &stop.stood_words())
                    .replace("{address}", &address)
                    .replace("{title}", &title)
                    .replace("{words}", &words);
                text.push('\n');
            }
        }
        self.act(Act::Close);
        text
    }
}
