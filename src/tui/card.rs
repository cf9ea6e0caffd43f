//! Draws cards.

use super::{paint, text, theme::Theme};
use crate::app::{
    App, Overlay,
    card::{Card, CardSubject},
    cursor,
    pieces::Weight,
};
use ratatui::{buffer::Buffer, style::Style, text::Span};

/// Draws a card over the text.
pub fn draw(app: &App, card: Card, theme: &Theme, buffer: &mut Buffer) {
    let frame = card.frame(app.under());
    paint::frame(app, theme, frame, &card.title(app.under()), buffer);
    let inside = frame.inner(2, 1);
    let above = card.list(app.under()).y.saturating_sub(inside.y);
    for (row, (line, weight)) in (0..above.max(1)).zip(card.lines(app.under())) {
        paint::row(
            buffer,
            inside,
            row,
            0,
            [Span::styled(line, style(theme, weight))],
        );
    }
    let list = card.list(app.under());
    let spans = app.reader().card_spans(card);
    let plain = theme.plain();
    let first = cursor::window(card.chosen, spans.len(), usize::from(list.height));
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

/// The looks of a line.
pub fn style(theme: &Theme, weight: Weight) -> Style {
    match weight {
        Weight::Plain => Style::default(),
        Weight::Faint => theme.faint.0,
        Weight::Bold => theme.title.0,
        Weight::Link => theme.bar.0,
    }
}

/// A stretch of the screen that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its first column.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// What stands there.
    pub text: String,
    /// Where it leads.
    pub target: String,
}

/// The links that show: that of a note's card to the publication where its text stands.
pub fn links(app: &App) -> Vec<Link> {
    let (Some(Overlay::Card(card)), Some(target)) =
        (&app.overlay(), app.reader().letter.facts.link())
    else {
        return Vec::new();
    };
    if !matches!(card.subject, CardSubject::Note(_)) {
        return Vec::new();
    }
    let inside = card.frame(app.under()).inner(2, 1);
    let lines = (0..inside.height).zip(card.lines(app.under()));
    lines
        .filter(|(_, (_, weight))| *weight == Weight::Link)
        .map(|(row, (text, _))| Link {
            x: inside.x,
            y: inside.y + row,
            text,
            target: target.clone(),
        })
        .collect()
}
