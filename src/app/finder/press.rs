//! The mouse in the finder: a press on a kind shows that, one on a row goes there, one beside it all closes it.

use super::Line;
use crate::app::{App, Reader, geometry, overview::choice_at};

impl Reader {
    /// Shows what one of the filters lets through, by index.
    fn show_filter(&mut self, index: usize) {
        if let (Some(stock), Some(find)) = (&self.stock, &mut self.find) {
            find.filter = stock.filters[index];
            self.rank();
        }
    }
}

impl App {
    pub(in crate::app) fn press_finder(&mut self, column: u16, row: u16) {
        let at = geometry::finder(self.reader.size);
        if at.kinds.holds(column, row) {
            let (names, chosen) = self.filter_names();
            if let Some(pressed) = choice_at(&names, chosen, at.kinds, column) {
                self.reader.show_filter(pressed);
            }
        } else if at.list.holds(column, row) {
            self.press_line(usize::from(at.list.height), usize::from(row - at.list.y));
        } else if !at.frame.holds(column, row) {
            self.overlay = None;
        }
    }

    /// Goes to what stands in a line of a list of so many.
    fn press_line(&mut self, height: usize, line: usize) {
        let Some(find) = &mut self.reader.find else {
            return;
        };
        let first = find.first_line(height);
        if let Some(Line::Row(pressed)) = find.line(first + line) {
            if find.chosen != pressed {
                (find.chosen, find.hit) = (pressed, 0);
            }
            self.accept_match();
        }
    }
}
