//! Draws the box in which a quotation is typed, and what came of looking for it.

use super::{
    own_note, paint,
    pieces::{self, Shown},
    theme::Theme,
};
use crate::app::App;
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Draws the box; says where the cursor stands.
pub fn prompt(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    let (words, quotation) = (&app.words().verify, app.quotation());
    let frame = quotation.frame(app.under());
    paint::frame(app, theme, frame, words.title, buffer);
    let look = if quotation.looked {
        theme.selected.0
    } else {
        theme.text.0
    };
    let shown = quotation.rows(app.under());
    own_note::prompt(frame, &quotation.input, words.prompt, theme, buffer);
    let look = |row| vec![Span::styled(row, look)];
    own_note::typed(frame, &quotation.input, &shown, look, buffer)
}

/// Draws what came of it.
pub fn verification(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let Some(open) = &app.quotation().verification else {
        return;
    };
    let several = open.found.places.len() > 1;
    let shown = Shown {
        frame: open.frame(app.under()),
        title: app.words().verify.title,
        lines: &open.lines(app.under()),
        past: open.past,
        chosen: several.then_some(open.chosen),
    };
    pieces::draw(app, theme, &shown, buffer);
}
