//! Draws the card of a recommendation.

use super::{
    pieces::{self, Shown},
    signs,
    theme::Theme,
};
use crate::app::{App, asks::AskCard};
use ratatui::buffer::Buffer;

/// Draws the card over the text.
pub fn draw(app: &App, card: &AskCard, theme: &Theme, buffer: &mut Buffer) {
    let lines = app.asks_lines(card);
    let title = app.asks_title(card);
    let shown = Shown {
        frame: app.asks_frame(card),
        title: &signs::ours(app, title),
        past: app.asks_past(card, &lines),
        lines: &lines,
        chosen: Some(card.chosen),
    };
    pieces::draw(app, theme, &shown, buffer);
}
