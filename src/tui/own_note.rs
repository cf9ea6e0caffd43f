//! Draws the line in which a note of one's own is typed.

use super::{paint, theme::Theme};
use crate::app::{
    App,
    own_note::{OwnNote, OwnNoteRows},
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Draws a note over the text; says where the cursor stands.
pub fn draw(app: &App, note: &OwnNote, theme: &Theme, buffer: &mut Buffer) -> Position {
    let words = &app.words().marks;
    let frame = app.reader().own_note_frame(note);
    let address = app.words().address(&app.reader().letter, note.paragraph);
    let title = words.title.replace("{}", &address);
    paint::frame(app, theme, frame, &title, buffer);
    let inside = frame.inner(2, 1);
    let text = note.input.value();
    let OwnNoteRows { rows, cursor } = app.reader().own_note_rows(note);
    for (row, line) in (0..inside.height).zip(&rows) {
        let words = Span::raw(&text[line.start..line.end]);
        paint::row(buffer, inside, row, 0, [words]);
    }
    if text.is_empty() {
        let prompt = paint::clip(words.prompt, inside.width);
        paint::row(buffer, inside, 0, 0, [Span::styled(prompt, theme.faint.0)]);
    }
    let cell = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    Position::new(
        inside.x.saturating_add(cell(cursor.1)),
        inside.y.saturating_add(cell(cursor.0)),
    )
}
