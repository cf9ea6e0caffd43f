//! Draws the basket.

use super::{
    paint::{self, cells, clip},
    pieces,
    theme::Theme,
};
use crate::app::{App, geometry};
use ratatui::{buffer::Buffer, text::Span};

/// Draws the basket in place of the panes.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let (words, basket) = (&app.words().basket, app.basket());
    let size = app.reader().size;
    let head = geometry::finder(size).prompt;
    let title = format!("{} {}", words.title, basket.quotes.len());
    paint::row(buffer, head, 0, 0, [Span::styled(&title, theme.title.0)]);
    let style = format!("{}: {}", words.style, app.style().id());
    let room = head.width.saturating_sub(cells(&title) + 2);
    paint::right(buffer, head, 0, &clip(&style, room), theme.faint.0);
    let area = geometry::list(size);
    if basket.quotes.is_empty() {
        let empty = clip(words.empty, area.width);
        paint::row(buffer, area, 0, 0, [Span::styled(empty, theme.faint.0)]);
    }
    let plain = theme.plain();
    let (_, lines) = basket.shown(area);
    for (row, line) in (0..area.height).zip(&lines) {
        let chosen = line.quote == basket.chosen && !line.text.is_empty();
        let look = if chosen { &plain } else { theme };
        let indent = u16::try_from(line.indent).unwrap_or_default();
        let text = clip(&line.text, area.width.saturating_sub(indent));
        let text = Span::styled(text, pieces::look(look, line.tone));
        paint::row(buffer, area, row, indent, [text]);
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
    }
}
