//! Stances on the screen: how they read, and the way from one to the words of the letter that carry it.

use super::{App, Hits};
use crate::{
    letter::{Stance, StanceLabel},
    reading::flow::Show,
};
use unicode_width::UnicodeWidthStr;

/// The sign of a label: how much of a yes it is. It never stands for the words, it stands beside them.
#[must_use]
pub const fn sign(label: StanceLabel) -> &'static str {
    match label {
        StanceLabel::Endorsed => "●",
        StanceLabel::Partly | StanceLabel::ExistingPolicy => "◐",
        StanceLabel::Noted | StanceLabel::NoPosition => "◌",
        StanceLabel::NotAdopted => "✕",
        StanceLabel::Unknown => "?",
    }
}

impl App {
    /// How a stance reads in so many cells: in its own words or, where those are too long, in one.
    #[must_use]
    pub fn stance_line(&self, stance: &Stance, room: usize) -> Option<String> {
        let own = stance.words.get(self.words.language);
        let label = self.words.stance(stance.label);
        let line = |words: &str| format!("{} {words}", sign(stance.label));
        [line(own), line(label)]
            .into_iter()
            .find(|line| line.width() <= room)
    }

    /// The row of the page with the title of a section that has a stance, counted from its top.
    #[must_use]
    pub fn stance_row(&self) -> Option<usize> {
        let section = &self.letter.sections()[self.section()];
        self.letter.stance(section)?;
        let title = |line: &crate::reading::flow::Line| line.show == Show::Title;
        self.page().iter().position(title)
    }

    /// Goes to the words that carry the stance of a section, by index; false where it has none.
    pub(super) fn go_to_quotes(&mut self, section: usize) -> bool {
        let stance = self.letter.stance(&self.letter.sections()[section]);
        let Some(spans) = stance.map(|stance| stance.quotes.clone()) else {
            return false;
        };
        self.jump_to(spans[0]);
        self.hits = Some(Hits {
            name: self.words.stances.hits.clone(),
            spans,
            at: 0,
        });
        self.tell_hit(false);
        true
    }
}
