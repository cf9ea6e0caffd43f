//! Draws what the current paragraph is made of, where room is left over beside a response.

use super::{paint, pieces, signs, theme::Theme};
use crate::app::{App, geometry::Area, pieces::Tone};
use ratatui::{buffer::Buffer, text::Span};

/// The lines of it, under what stands in the column.
pub fn draw(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let room = app.reader().room_beside();
    let lines = app.made_of(area.width, room.len());
    for (row, line) in room.zip(lines) {
        let Ok(row) = u16::try_from(row) else { return };
        let pieces = line.pieces.iter();
        let spans = pieces.map(|(text, tone)| {
            // The letter's own signs stay.
            let words = match tone {
                Tone::Plain => text.as_str().into(),
                _ => signs::ours(app, text.as_str()),
            };
            Span::styled(words, pieces::look(theme, *tone))
        });
        paint::row(buffer, area, row, 0, spans);
    }
}
