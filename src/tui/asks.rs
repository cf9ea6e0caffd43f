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
    let lines = card.lines(app.under());
    let title = card.title(app.under());
    let shown = Shown {
        frame: card.frame(app.under()),
        title: &signs::ours(app, title),
        past: card.past(app.under(), &lines),
        lines: &lines,
        chosen: Some(card.chosen),
    };
    pieces::draw(app, theme, &shown, buffer);
}
