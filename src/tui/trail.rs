//! Draws the trail: a place a row, with its time, how long it stood, its address and its first words.

use super::{
    paint::{self, cells, clip},
    theme::Theme,
};
use crate::app::{App, geometry, trail::TrailList};
use ratatui::{buffer::Buffer, text::Span};

/// From this many cells on there is room for the title of the section.
const TITLED: u16 = 90;

/// How wide that is, in cells.
const TITLE: usize = 32;

/// Draws the places that show, and over them what they are.
pub fn draw(app: &App, open: &TrailList, theme: &Theme, buffer: &mut Buffer) {
    let words = &app.words().trail;
    let size = app.reader().size;
    let head = geometry::finder(size).prompt;
    paint::row(
        buffer,
        head,
        0,
        0,
        [Span::styled(words.title, theme.title.0)],
    );
    let told = clip(
        words.told,
        head.width.saturating_sub(cells(words.title) + 3),
    );
    paint::right(buffer, head, 0, &told, theme.faint.0);
    let area = geometry::list(size);
    let first = open.first(app.under());
    let shown = open.stops.iter().enumerate().skip(first);
    for (row, (at, stop)) in (0..area.height).zip(shown) {
        let chosen = at == open.chosen;
        let plain = theme.plain();
        let look = if chosen { &plain } else { theme };
        let [title, first] = app.under().stop_words(stop);
        let address = app.words().address(&app.reader().letter, stop.paragraph);
        let title = match area.width {
            width if width >= TITLED => {
                let title = clip(&title, u16::try_from(TITLE).unwrap_or(u16::MAX)).into_owned();
                let pad = TITLE.saturating_sub(usize::from(cells(&title)));
                format!("{title}{}  ", " ".repeat(pad))
            }
            _ => String::new(),
        };
        let before = [
            Span::styled(app.reader().time_of(stop.began), look.text.0),
            Span::styled(format!("{:>13}", stop.stood_words()), look.faint.0),
            Span::styled(format!("  {address:>5}  "), look.accent.0),
            Span::styled(title, look.title.0),
        ];
        let x = paint::row(buffer, area, row, 0, before);
        let rest = area.right().saturating_sub(x);
        let first = clip(&first, rest).into_owned();
        paint::row(
            buffer,
            area,
            row,
            x - area.x,
            [Span::styled(first, look.text.0)],
        );
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
    }
}
