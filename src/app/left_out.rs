//! What of the source was left out of the letter, as a list: heads and feet of pages, menus, lines of a letterhead.

use super::{
    App, Overlay,
    geometry::{self, Area},
    message::{Act, Effect, Reach, Turn},
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

impl App {
    pub(super) fn open_left_out(&mut self) {
        let rows = self.reader.letter.left_out();
        if rows.is_empty() {
            self.notice = Some(self.words.reader.nothing_left_out.to_owned());
            return;
        }
        self.overlay = Some(Overlay::LeftOut(LeftOutList { rows, chosen: 0 }));
    }

    pub(super) fn left_out_act(&mut self, act: Act) -> Option<Effect> {
        let page = usize::from(areas(self.reader.size)[0].height).max(2) - 1;
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_left_out(turn, 1),
            Act::Choose(turn, _) => self.choose_left_out(turn, page),
            Act::CopyLines => return self.copy_left_out(),
            Act::Close => self.overlay = None,
            _ => {}
        }
        None
    }

    pub(super) fn choose_left_out(&mut self, turn: Turn, rows: usize) {
        if let Some(Overlay::LeftOut(open)) = &mut self.overlay {
            open.chosen = match turn {
                Turn::On => (open.chosen + rows).min(open.rows.len() - 1),
                Turn::Back => open.chosen.saturating_sub(rows),
            };
        }
    }

    pub(super) fn press_left_out(&mut self, column: u16, row: u16) {
        let [area, _] = areas(self.reader.size);
        let Some(Overlay::LeftOut(open)) = &mut self.overlay else {
            return;
        };
        let first = geometry::window(open.chosen, open.rows.len(), usize::from(area.height));
        let pressed = first + usize::from(row.saturating_sub(area.y));
        if area.holds(column, row) && pressed < open.rows.len() {
            open.chosen = pressed;
        }
    }

    fn copy_left_out(&self) -> Option<Effect> {
        let Some(Overlay::LeftOut(open)) = &self.overlay else {
            return None;
        };
        let lines = open.rows.iter().map(|row| visible_line(&row.words) + "\n");
        Some(Effect::Copy(lines.collect()))
    }

    /// On which pages a row was left out, in words; none where the source has no pages.
    #[must_use]
    pub fn out_of_pages(&self, row: &OutOfPages) -> String {
        self.words.cli().on_pages(row)
    }

    /// The chosen row whole, in rows of the screen.
    #[must_use]
    pub fn left_out_whole(&self, open: &LeftOutList, width: u16) -> Vec<String> {
        let words = visible_line(&open.rows[open.chosen].words);
        let rows = layout::wrap_whole(&words, usize::from(width)).into_iter();
        rows.map(|row| words[row.start..row.end].to_owned())
            .collect()
    }
}
