//! Draws the list of themes, in the looks of the one that is chosen.

use super::{
    paint::{self, clip},
    theme::Theme,
};
use crate::app::{App, themes::Themes};
use ratatui::{buffer::Buffer, text::Span};

/// Draws the names that show, the worn one chosen.
pub fn draw(app: &App, open: Themes, theme: &Theme, buffer: &mut Buffer) {
    let frame = open.frame(app.under());
    paint::frame(app, theme, frame, app.words().reader.themes, buffer);
    let inside = frame.inner(2, 1);
    let first = open.first(app.under());
    let shown = app.settings().theme_names().enumerate().skip(first);
    for (row, (at, name)) in (0..inside.height).zip(shown) {
        let name = clip(name, inside.width).into_owned();
        paint::row(buffer, inside, row, 0, [Span::styled(name, theme.text.0)]);
        if at == app.chosen_theme() {
            paint::tint(buffer, inside, row, theme.chosen.0);
        }
    }
}
