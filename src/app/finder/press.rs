//! The mouse in the finder: a press on a kind shows that, one on a row goes there, one beside it all closes it.

use super::{Find, Line};
use crate::app::{Under, geometry, outcome::Outcome, overview::choice_at};

impl Find {
    pub(super) fn pressed(&mut self, (column, row): (u16, u16), under: Under) -> Outcome {
        let at = geometry::finder(under.reader.size);
        if at.kinds.holds(column, row) {
            let (names, chosen) = self.filter_names(under.words);
            let pressed = choice_at(&names, chosen, at.kinds, column);
            if let (Some(pressed), Some(stock)) = (pressed, &self.stock) {
                self.filter = stock.filters[pressed];
                self.rank(under.reader);
            }
        } else if at.list.holds(column, row) {
            let line = usize::from(row - at.list.y);
            return self.press_line(usize::from(at.list.height), line, under);
        } else if !at.frame.holds(column, row) {
            return Outcome::Close;
        }
        Outcome::Stay
    }

    /// Goes to what stands in a line of a list of so many.
    fn press_line(&mut self, height: usize, line: usize, under: Under) -> Outcome {
        let Some(Line::Row(pressed)) = self.line(self.first_line(height) + line) else {
            return Outcome::Stay;
        };
        if self.chosen != pressed {
            (self.chosen, self.hit) = (pressed, 0);
        }
        self.accept(under)
    }
}
