//! Draws the timeline: a year a row, its bar as long as it holds much, and the count in digits.

use super::{
    paint::{self, cells, clip},
    signs::{self, Sign},
    text,
    theme::Theme,
};
use crate::app::{
    App,
    timeline::{self, LEGEND, Timeline, YearRow},
};
use ratatui::{buffer::Buffer, style::Style, text::Span};

/// How far the parts of a row are apart, in cells.
const APART: u16 = 2;

/// Draws the years that show, and what their bars are.
pub fn draw(app: &App, open: Timeline, theme: &Theme, buffer: &mut Buffer) {
    let words = &app.words().timeline;
    let size = app.reader().size;
    paint::frame(app, theme, timeline::frame(size), words.title, buffer);
    let (area, rows) = (timeline::list(size), app.reader().year_rows());
    let names: Vec<String> = rows
        .iter()
        .map(|row| app.year_name(row.year.map_or(0, |year| year as usize)))
        .collect();
    let widest = names
        .iter()
        .map(|name| cells(name))
        .max()
        .unwrap_or_default();
    let most = rows.iter().map(|row| row.named + row.running).max();
    let digits = cells(&most.unwrap_or_default().to_string());
    let room = area.width.saturating_sub(widest + digits + 2 * APART);
    let first = open.first(app.under());
    let shown = rows.iter().zip(&names).enumerate().skip(first);
    for (y, (at, (row, name))) in (0..area.height).zip(shown) {
        let bars = bar(row, most.unwrap_or_default(), room);
        let count = (row.named + row.running).to_string();
        // What is chosen is tinted whole, and its colours would show through.
        let look = |own: Style| {
            if at == open.chosen { theme.text.0 } else { own }
        };
        let (year, bar) = (look(theme.accent.0), look(theme.bar.0));
        let spans = [
            Span::styled(format!("{name:>0$}  ", usize::from(widest)), year),
            Span::styled(signs::sign(app, Sign::Named).repeat(bars[0]), bar),
            Span::styled(signs::sign(app, Sign::Running).repeat(bars[1]), bar),
            Span::raw(format!(" {count}")),
        ];
        paint::row(buffer, area, y, 0, spans);
        if at == open.chosen {
            paint::tint(buffer, area, y, theme.chosen.0);
        }
    }
    if rows.is_empty() {
        let nothing = clip(app.words().timeline.nothing, area.width);
        paint::row(buffer, area, 0, 0, [Span::styled(nothing, theme.notice.0)]);
    }
    let inside = timeline::frame(size).inner(2, 1);
    let told = words
        .legend
        .replace("{named}", &signs::sign(app, Sign::Named))
        .replace("{running}", &signs::sign(app, Sign::Running));
    let lines = text::wrapped(&told, usize::from(inside.width)).into_iter();
    let from = inside.height.saturating_sub(LEGEND);
    for (y, line) in (from..inside.height).zip(lines) {
        paint::row(buffer, inside, y, 0, [Span::styled(line, theme.faint.0)]);
    }
}

/// How many cells of a bar stand for what names the year, and how many for what runs through it: one for each, or
/// so much less that the longest bar fits.
fn bar(row: &YearRow, most: usize, room: u16) -> [usize; 2] {
    let room = usize::from(room);
    [row.named, row.running].map(|count| match most {
        0 => 0,
        most if most <= room => count,
        most => (count * room / most).max(usize::from(count > 0)),
    })
}
