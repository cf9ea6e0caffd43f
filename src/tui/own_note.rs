//! Draws the box in which a note of one's own is typed, and any other long line.

use super::{paint, theme::Theme};
use crate::app::{App, geometry::Area, message::Input, own_note::OwnNote, typed::TypedRows};
use ratatui::{buffer::Buffer, layout::Position, style::Style, text::Span};

/// Draws a note over the text; says where the cursor stands.
pub fn draw(app: &App, note: &OwnNote, theme: &Theme, buffer: &mut Buffer) -> Position {
    let words = &app.words().marks;
    let frame = app.reader().own_note_frame(note);
    let address = app.words().address(&app.reader().letter, note.paragraph);
    let title = words.title.replace("{}", &address);
    paint::frame(app, theme, frame, &title, buffer);
    let shown = app.reader().own_note_rows(note);
    let look = theme.text.0;
    let cursor = typed(frame, &note.input, &shown, look, buffer);
    prompt(frame, &note.input, words.prompt, theme, buffer);
    cursor
}

/// What is typed in a box, in these looks; says where the cursor stands.
pub fn typed(
    frame: Area,
    input: &Input,
    shown: &TypedRows,
    look: Style,
    buffer: &mut Buffer,
) -> Position {
    let inside = frame.inner(2, 1);
    for (row, line) in (0..inside.height).zip(&shown.rows) {
        let words = Span::styled(&input.value()[line.start..line.end], look);
        paint::row(buffer, inside, row, 0, [words]);
    }
    let cell = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    Position::new(
        inside.x.saturating_add(cell(shown.cursor.1)),
        inside.y.saturating_add(cell(shown.cursor.0)),
    )
}

/// What can be typed in a box, while nothing is.
pub fn prompt(frame: Area, input: &Input, words: &str, theme: &Theme, buffer: &mut Buffer) {
    if input.value().is_empty() {
        let inside = frame.inner(2, 1);
        let words = paint::clip(words, inside.width);
        paint::row(buffer, inside, 0, 0, [Span::styled(words, theme.faint.0)]);
    }
}
