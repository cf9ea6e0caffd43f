//! Draws the box in which a note of one's own is typed, and any other long line.

use super::{paint, theme::Theme};
use crate::app::{App, geometry::Area, message::Input, own_note::OwnNote, tags, typed::TypedRows};
use ratatui::{buffer::Buffer, layout::Position, style::Style, text::Span};

/// Draws a note over the text; says where the cursor stands.
pub fn draw(app: &App, note: &OwnNote, theme: &Theme, buffer: &mut Buffer) -> Position {
    let words = &app.words().marks;
    let frame = app.reader().own_note_frame(note);
    let address = app.words().address(&app.reader().letter, note.paragraph);
    let title = words.title.replace("{}", &address);
    paint::frame(app, theme, frame, &title, buffer);
    let shown = app.reader().own_note_rows(note);
    let look = |row| with_tags(row, theme.text.0, theme);
    let cursor = typed(frame, &note.input, &shown, look, buffer);
    prompt(frame, &note.input, words.prompt, theme, buffer);
    cursor
}

/// Words of a note in these looks, its tags apart from the others.
pub fn with_tags(words: &str, look: Style, theme: &Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut from = 0;
    for tag in tags::ranges(words) {
        spans.push(Span::styled(words[from..tag.start].to_owned(), look));
        spans.push(Span::styled(words[tag.clone()].to_owned(), theme.mark.0));
        from = tag.end;
    }
    spans.push(Span::styled(words[from..].to_owned(), look));
    spans
}

/// What is typed in a box, each row in its looks; says where the cursor stands.
pub fn typed<'row>(
    frame: Area,
    input: &'row Input,
    shown: &TypedRows,
    look: impl Fn(&'row str) -> Vec<Span<'row>>,
    buffer: &mut Buffer,
) -> Position {
    let inside = frame.inner(2, 1);
    for (row, line) in (0..inside.height).zip(&shown.rows) {
        let words = look(&input.value()[line.start..line.end]);
        paint::row(buffer, inside, row, 0, words);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_stand_apart_and_nothing_is_left_out() {
        let theme = Theme::at(0);
        let note = "Bel #actie: nr#2 (#één)";
        let spans = with_tags(note, theme.text.0, &theme);
        let apart = spans.iter().filter(|span| span.style == theme.mark.0);
        let apart: Vec<&str> = apart.map(|span| &*span.content).collect();
        assert_eq!(apart, ["#actie", "#één"]);
        let all: Vec<&str> = spans.iter().map(|span| &*span.content).collect();
        assert_eq!(all.concat(), note);
        assert_ne!(theme.text.0, theme.mark.0);
    }
}
