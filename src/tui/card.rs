//! Draws cards.

use super::{paint, text, theme::Theme};
use crate::app::{
    App,
    card::{Card, Weight},
    geometry,
};
use ratatui::{buffer::Buffer, style::Style, text::Span};

/// Draws a card over the text.
pub fn draw(app: &App, card: Card, theme: &Theme, buffer: &mut Buffer) {
    let frame = app.card_frame(card);
    paint::frame(
        buffer,
        frame,
        &app.card_title(card),
        theme.text.0,
        theme.faint.0,
    );
    let inside = frame.inner(2, 1);
    for (row, (line, weight)) in (0..inside.height).zip(app.card_lines(card)) {
        let style = match weight {
            Weight::Plain => Style::default(),
            Weight::Faint => theme.faint.0,
            Weight::Bold => theme.title.0,
            Weight::Link => theme.bar.0,
        };
        paint::row(buffer, inside, row, 0, [Span::styled(line, style)]);
    }
    let list = app.card_list(card);
    let spans = app.card_spans(card);
    let plain = theme.plain();
    let first = geometry::window(card.chosen, spans.len(), usize::from(list.height));
    for (row, (index, span)) in (0..list.height).zip(spans.iter().enumerate().skip(first)) {
        let chosen = index == card.chosen && spans.len() > 1;
        text::snippet(
            app,
            if chosen { &plain } else { theme },
            list,
            row,
            *span,
            buffer,
        );
        if chosen {
            paint::tint(buffer, list, row, theme.chosen.0);
        }
    }
}
