//! What is asked, by ear: of the recommendation one is at, all that is not answered, and the meeting sheet. And what of
//! the source was left out of the letter.

use super::Conversation;
use crate::{
    app::meeting::{self, Wanted},
    cli::{self, Paper, args::SheetForm},
    letter::{Address, Answered, Ask, visible_line},
    reading::asks,
};

impl Conversation {
    /// What the recommendation of this section asks for, each with its verdict and the words that take it up.
    pub(super) fn asks(&self) -> String {
        let reader = self.app.reader();
        let letter = &reader.letter;
        let section = letter.section_of(reader.here());
        let own = asks::in_section(letter, reader.asks(), section);
        if own.is_empty() {
            return self.words[0].no_asks.to_owned() + "\n";
        }
        let mut text = self.app.words().answered(own) + "\n";
        for ask in own {
            text += &self.ask(ask);
            for answer in &ask.answers {
                let address = self.app.words().address(letter, answer.span.paragraph);
                text += &self.words[0]
                    .answer
                    .replace("{address}", &address)
                    .replace("{how}", self.app.words().how(answer.how))
                    .replace("{words}", &visible_line(letter.words(answer.span)));
                text.push('\n');
            }
        }
        text + self.app.words().asks_are(letter.knows_asks()) + "\n"
    }

    /// All that is asked and not answered, with the words that were looked for.
    pub(super) fn unanswered(&self) -> String {
        let reader = self.app.reader();
        let open = |ask: &&Ask| ask.verdict == Answered::Unmentioned;
        let mut text = String::new();
        for ask in reader.asks().iter().filter(open) {
            text += &self.ask(ask);
            if !ask.looked.is_empty() {
                text += &(self.app.words().looked_for(&ask.looked) + "\n");
            }
        }
        if text.is_empty() {
            text = self.words[0].none_unanswered.to_owned() + "\n";
        }
        text + self.app.words().asks_are(reader.letter.knows_asks()) + "\n"
    }

    /// An ask with its address and its verdict.
    fn ask(&self, ask: &Ask) -> String {
        let letter = &self.app.reader().letter;
        let address = self.app.words().address(letter, ask.span.paragraph);
        self.words[0]
            .ask
            .replace("{address}", &address)
            .replace("{verdict}", self.app.words().verdict(ask.verdict))
            .replace("{words}", &visible_line(letter.words(ask.span)))
            + "\n"
    }

    /// The meeting sheet, or what stands on it of one section.
    pub(super) fn sheet(&self, rest: &str) -> String {
        let words = self.app.words();
        let mut wanted = Wanted::default();
        for part in rest.split([',', ' ']).filter(|part| !part.is_empty()) {
            match part.parse::<Address>() {
                Ok(address) => wanted.sections.push(address),
                Err(error) => return error.say(words.language) + "\n",
            }
        }
        match meeting::gather(self.app.reader(), words, &wanted) {
            Ok(sheet) => cli::sheets(vec![sheet], words, SheetForm::Text, Paper::default())
                .text
                .to_string(),
            Err(error) => error.say(words.language) + "\n",
        }
    }

    /// What of the source was left out of the letter: heads and feet of pages, and the like.
    pub(super) fn left_out(&self) -> String {
        let rows = self.app.reader().letter.left_out();
        if rows.is_empty() {
            return self.app.words().reader.nothing_left_out.to_owned() + "\n";
        }
        let line = |words: &str| visible_line(words) + "\n";
        rows.iter().map(|row| line(&row.words)).collect()
    }
}
