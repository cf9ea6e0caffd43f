//! What of the source was left out of the letter, as a list: heads and feet of pages, menus, lines of a letterhead.

use super::{
    Under,
    cursor::{moved, page, pressed},
    geometry::{self, Area},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
};
use crate::{
    letter::{OutOfPages, visible_line},
    reading::layout,
};

/// The list over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutList {
    /// What was left out, the same words once; at least one.
    pub rows: Vec<OutOfPages>,
    /// Which is chosen, by index.
    pub chosen: usize,
}

/// How many rows the words of the chosen one take at most, under the list.
const WHOLE: u16 = 6;

/// Where the list stands on a screen of this size, and under it the chosen row whole.
#[must_use]
pub fn areas(size: geometry::Size) -> [Area; 2] {
    let area = geometry::list(size);
    let below = WHOLE.min(area.height / 3);
    let list = Area {
        height: area.height - below,
        ..area
    };
    let whole = Area {
        y: list.bottom(),
        height: below,
        ..area
    };
    [list, whole]
}

impl OnTop for LeftOutList {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        let [list, _] = areas(under.reader.size);
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => self.choose(turn, page(list)),
            Act::CopyLines => {
                let lines = self.rows.iter().map(|row| visible_line(&row.words) + "\n");
                Outcome::Copy(lines.collect())
            }
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let [list, _] = areas(under.reader.size);
        self.chosen = pressed(list, self.chosen, self.rows.len(), cell).unwrap_or(self.chosen);
        Outcome::Stay
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1)
    }
}

impl LeftOutList {
    fn choose(&mut self, turn: Turn, rows: usize) -> Outcome {
        self.chosen = moved(self.chosen, turn, rows, self.rows.len());
        Outcome::Stay
    }

    /// The chosen row whole, in rows of so many cells.
    #[must_use]
    pub fn whole(&self, width: u16) -> Vec<String> {
        let words = visible_line(&self.rows[self.chosen].words);
        let rows = layout::wrap_whole(&words, usize::from(width)).into_iter();
        rows.map(|row| words[row.start..row.end].to_owned())
            .collect()
    }
}
