//! Draws the box in which a quotation is typed, and what came of looking for it.

use super::{own_note, paint, signs, theme::Theme};
use crate::app::{App, pieces::Tone};
use ratatui::{
    buffer::Buffer,
    layout::Position,
    style::{Modifier, Style},
    text::Span,
};

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
    own_note::typed(frame, &quotation.input, &shown, look, buffer)
}

/// Draws what came of it.
pub fn outcome(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let Some(outcome) = &app.quotation().outcome else {
        return;
    };
    let frame = app.verify_frame();
    paint::frame(app, theme, frame, app.words().verify.title, buffer);
    let inside = frame.inner(2, 1);
    let lines = app.outcome_lines();
    let height = usize::from(inside.height);
    let past = outcome.past.min(lines.len().saturating_sub(height));
    let several = outcome.found.places.len() > 1;
    for (row, line) in (0..inside.height).zip(&lines[past..]) {
        let pieces = line.pieces.iter();
        let spans = pieces.map(|(text, tone)| Span::styled(text.as_str(), look(theme, *tone)));
        paint::row(buffer, inside, row, 0, spans);
        if several && line.place == Some(outcome.chosen) {
            let bar = signs::ours(app, "▌");
            let margin = crate::app::geometry::Area {
                x: inside.x - 1,
                width: 1,
                ..inside
            };
            paint::row(buffer, margin, row, 0, [Span::styled(bar, theme.accent.0)]);
        }
    }
    let below = lines.len().saturating_sub(past + height);
    if below > 0 {
        let more = signs::ours(app, format!(" ↓ {below} "));
        let last = frame.height.saturating_sub(1);
        paint::right(buffer, frame.inner(1, 0), last, &more, theme.notice.0);
    }
}

/// The looks of a piece.
pub fn look(theme: &Theme, tone: Tone) -> Style {
    match tone {
        Tone::Plain => theme.text.0,
        Tone::Faint => theme.faint.0,
        Tone::Bold => theme.text.0.add_modifier(Modifier::BOLD),
        Tone::Address => theme.accent.0,
        Tone::Hit => theme.title.0,
        Tone::Gone => theme.notice.0,
        Tone::Added => theme.near.0,
    }
}
