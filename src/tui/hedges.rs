//! Draws the line under the text that says how many hedges the section has, and whose choice of words it is.

use super::{
    paint::{self, clip},
    theme::Theme,
};
use crate::app::App;
use ratatui::{buffer::Buffer, text::Span};

/// The line, its first word in the looks of what is marked.
pub fn legend(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = app.reader().regions().legend;
    if area.height == 0 {
        return;
    }
    let told = app.hedge_legend(usize::from(area.width));
    let told = clip(&told, area.width);
    let (word, rest) = told.split_at(told.find(' ').unwrap_or(told.len()));
    let word = Span::styled(word, theme.hedge.0);
    paint::row(
        buffer,
        area,
        0,
        0,
        [word, Span::styled(rest, theme.faint.0)],
    );
}
