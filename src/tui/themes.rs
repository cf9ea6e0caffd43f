//! Draws the list of themes, in the looks of the one that is chosen.

use super::{
    paint::{self, clip},
    theme::Theme,
};
use crate::app::App;
use ratatui::{buffer::Buffer, text::Span};

/// Draws the names that show, the worn one chosen.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let frame = app.themes_frame();
    paint::frame(app, theme, frame, app.words().reader.themes, buffer);
    let inside = frame.inner(2, 1);
    let names = app.theme_names();
    let first = app.first_theme();
    let shown = names.iter().enumerate().skip(first);
    for (row, (at, name)) in (0..inside.height).zip(shown) {
        let name = clip(name, inside.width).into_owned();
        paint::row(buffer, inside, row, 0, [Span::styled(name, theme.text.0)]);
        if at == app.chosen_theme() {
            paint::tint(buffer, inside, row, theme.chosen.0);
        }
    }
}
