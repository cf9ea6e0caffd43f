//! The list of the trail, over the text; and how its places are told.

use super::Stop;
use crate::app::{
    Reader, Under,
    cursor::{moved, page, pressed, window},
    geometry,
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
};
use std::time::Duration;

/// The list of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailList {
    /// The places as they were when it was opened, the newest last.
    pub stops: Vec<Stop>,
    /// Which of them is chosen, by index.
    pub chosen: usize,
}

impl Reader {
    /// The places that were shown in this sitting, the newest last.
    #[must_use]
    pub fn trail(&self) -> Vec<Stop> {
        self.trail.stops()
    }

    /// What the clock said at a time since the start: `14:03`; without a clock how long that is after it: `+0:12`.
    #[must_use]
    pub fn time_of(&self, at: Duration) -> String {
        self.trail.time_of(at)
    }
}

impl OnTop for TrailList {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => self.choose(turn, page(geometry::list(under.reader.size))),
            Act::Accept => self.accept(),
            Act::CopyLines => Outcome::Copy(under.minutes()),
            Act::Save => Outcome::Save {
                stem: [under.words.trail.stem, ".md"].concat(),
                text: under.minutes().trim_end().to_owned(),
            },
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    /// A press on a place goes there.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let list = geometry::list(under.reader.size);
        let Some(at) = pressed(list, self.chosen, self.stops.len(), cell) else {
            return Outcome::Stay;
        };
        self.chosen = at;
        self.accept()
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1)
    }
}

impl TrailList {
    fn choose(&mut self, turn: Turn, rows: usize) -> Outcome {
        self.chosen = moved(self.chosen, turn, rows, self.stops.len());
        Outcome::Stay
    }

    /// Back to the chosen place, as it stood there last.
    fn accept(&self) -> Outcome {
        let stop = self.stops.get(self.chosen);
        stop.map_or(Outcome::Close, |stop| {
            Outcome::Stand(stop.stand, stop.paragraph)
        })
    }

    /// Which place shows first.
    #[must_use]
    pub fn first(&self, under: Under) -> usize {
        let height = usize::from(geometry::list(under.reader.size).height);
        window(self.chosen, self.stops.len(), height)
    }
}

impl Under<'_> {
    /// The title of the section that a place is in, and how its paragraph begins.
    #[must_use]
    pub fn stop_words(&self, stop: &Stop) -> [String; 2] {
        let letter = &self.reader.letter;
        let section = &letter.sections()[letter.section_of(stop.paragraph)];
        let words = letter.paragraph(stop.paragraph).split_whitespace();
        let first: Vec<&str> = words.take(FIRST).collect();
        [self.title(section), first.join(" ")]
    }
}

/// So many words of a paragraph tell which it is.
const FIRST: usize = 12;
