//! The echo by ear: the words of its recommendation that a response takes up, paragraph by paragraph.

use super::Conversation;
use crate::{
    app::{geometry::Marking, message::Act},
    letter::visible_line,
};

impl Conversation {
    /// How many words the response of this section takes up, and which, behind the address of each paragraph.
    pub(super) fn echo(&mut self) -> String {
        let before = self.app.reader().arrangement.marking;
        if before != Marking::Echo {
            self.act(Act::Echo);
        }
        let mut text = self.told();
        let reader = self.app.reader();
        let spans = reader.echo().map_or(&[][..], |echo| &echo.spans);
        for own in spans.chunk_by(|one, other| one.paragraph == other.paragraph) {
            let words: Vec<String> = own
                .iter()
                .map(|span| visible_line(reader.letter.words(*span)))
                .collect();
            let address = self.app.words().address(&reader.letter, own[0].paragraph);
            text += &[&*address, ": ", &words.join(", "), "\n"].concat();
        }
        // Nothing is marked by ear; but hedges are named, where that was asked for.
        self.act(if before == Marking::Hedges {
            Act::Hedges
        } else {
            Act::Echo
        });
        self.app.take_notice();
        text
    }
}
