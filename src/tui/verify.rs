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
    let frame = app.verify_frame();
    paint::frame(app, theme, frame, words.title, buffer);
    let look = if quotation.looked {
        theme.selected.0
    } else {
        theme.text.0
    };
    let shown = app.quotation_rows();
    own_note::prompt(frame, &quotation.input, words.prompt, theme, buffer);
    let look = |row| vec![Span::styled(row, look)];
    own_note::typed(frame, &quotation.input, &shown, look, buffer)
}

/// Draws what came of it.
pub fn outcome(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let Some(outcome) = &app.quotation().outcome else {
        return;
    };
    let several = outcome.found.places.len() > 1;
    let shown = Shown {
        frame: app.verify_frame(),
        title: app.words().verify.title,
        lines: &app.outcome_lines(),
        past: outcome.past,
        chosen: several.then_some(outcome.chosen),
    };
    pieces::draw(app, theme, &shown, buffer);
}
