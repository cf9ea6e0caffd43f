//! Draws the list of what was left out of the letter.

use super::{
    paint::{self, cells, clip},
    theme::Theme,
};
use crate::{
    app::{
        App, cursor, geometry,
        left_out::{LeftOutList, areas},
    },
    letter::visible_line,
};
use ratatui::{buffer::Buffer, text::Span};

/// How many cells stand between the pages and the words.
const GAP: u16 = 2;

/// Draws what the list is, its rows with the pages they stand on, and the words of the chosen one whole.
pub fn draw(app: &App, open: &LeftOutList, theme: &Theme, buffer: &mut Buffer) {
    let words = app.words().cli();
    let head = geometry::finder(app.reader().size).prompt;
    let title = Span::styled(clip(words.left_out, head.width), theme.title.0);
    paint::row(buffer, head, 0, 0, [title]);
    let [area, below] = areas(app.reader().size);
    let pages = open.rows.iter().map(|row| cells(&words.on_pages(row)));
    let indent = match pages.max().unwrap_or(0) {
        0 => 0,
        width => width + GAP,
    };
    let first = cursor::window(open.chosen, open.rows.len(), usize::from(area.height));
    let plain = theme.plain();
    for (row, (index, out)) in (0..area.height).zip(open.rows.iter().enumerate().skip(first)) {
        let chosen = index == open.chosen;
        let look = if chosen { &plain } else { theme };
        let pages = Span::styled(words.on_pages(out), look.faint.0);
        paint::row(buffer, area, row, 0, [pages]);
        let line = visible_line(&out.words);
        let line = clip(&line, area.width.saturating_sub(indent)).into_owned();
        paint::row(buffer, area, row, indent, [Span::raw(line)]);
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
    }
    // Under the list only what does not fit on its row.
    let whole = open.whole(below.width);
    let fits = cells(&visible_line(&open.rows[open.chosen].words)) + indent <= area.width;
    for (row, line) in (1..below.height).zip(whole).filter(|_| !fits) {
        paint::row(buffer, below, row, 0, [Span::styled(line, theme.text.0)]);
    }
}
