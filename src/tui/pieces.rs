//! Draws lines of words of several looks, in a box in which one of what they tell can be chosen.

use super::{paint, signs, theme::Theme};
use crate::app::{
    App,
    geometry::Area,
    pieces::{Line, Tone},
};
use ratatui::{
    buffer::Buffer,
    style::{Modifier, Style},
    text::Span,
};

/// What is shown in a box.
pub struct Shown<'app> {
    /// The box.
    pub frame: Area,
    /// What stands in its border.
    pub title: &'app str,
    /// All lines.
    pub lines: &'app [Line],
    /// How many of them are scrolled past.
    pub past: usize,
    /// Which of what they tell is chosen, if it is to be seen.
    pub chosen: Option<usize>,
}

/// Draws the box.
pub fn draw(app: &App, theme: &Theme, shown: &Shown, buffer: &mut Buffer) {
    let Shown { frame, lines, .. } = *shown;
    paint::frame(app, theme, frame, shown.title, buffer);
    let inside = frame.inner(2, 1);
    let height = usize::from(inside.height);
    let past = shown.past.min(lines.len().saturating_sub(height));
    let margin = Area {
        x: inside.x.saturating_sub(1),
        width: 1,
        ..inside
    };
    for (row, line) in (0..inside.height).zip(&lines[past..]) {
        let pieces = line.pieces.iter();
        let spans = pieces.map(|(text, tone)| Span::styled(text.as_str(), look(theme, *tone)));
        paint::row(buffer, inside, row, 0, spans);
        if line.choice.is_some() && line.choice == shown.chosen {
            let bar = Span::styled(signs::ours(app, "▌"), theme.accent.0);
            paint::row(buffer, margin, row, 0, [bar]);
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
