//! Draws the list of what a search found.

use super::{
    paint::{self, cells},
    text,
    theme::Theme,
};
use crate::{
    app::{
        App,
        found::{Found, How},
        geometry::{self, Area},
    },
    reading::asked::Way,
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Draws the list; says where the cursor stands.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    let at = geometry::finder(app.reader().size);
    let area = geometry::list(app.reader().size);
    let Some(search) = &app.reader().search else {
        return Position::new(at.prompt.x, at.prompt.y);
    };
    let typed = search.input.value();
    let count = if search.is_whole() {
        search.hits().len().to_string()
    } else {
        "…".to_owned()
    };
    paint::row(buffer, at.prompt, 0, 0, [Span::styled("/", theme.accent.0)]);
    let line = Area {
        x: at.prompt.x + 1,
        width: at.prompt.width.saturating_sub(cells(&count) + 3),
        ..at.prompt
    };
    let scroll = search.input.visual_scroll(usize::from(line.width));
    if typed.is_empty() {
        paint::row(
            buffer,
            line,
            0,
            0,
            [Span::styled(app.words().search.prompt, theme.faint.0)],
        );
    } else {
        paint::row(buffer, line, 0, 0, [Span::raw(paint::past(typed, scroll))]);
        paint::right(buffer, at.prompt, 0, &count, theme.faint.0);
    }
    let rows = app.reader().found();
    if rows.is_empty() && search.is_whole() && !typed.is_empty() {
        let nothing = app.words().search.nothing.replace("{}", typed);
        for (row, line) in (0..area.height).zip(text::wrapped(&nothing, usize::from(area.width))) {
            paint::row(buffer, area, row, 0, [Span::styled(line, theme.notice.0)]);
        }
    }
    let plain = theme.plain();
    for (index, at) in app.reader().found_rows(usize::from(area.height)) {
        let row = u16::try_from(at).unwrap_or(u16::MAX);
        let found = &rows[index];
        if found.first && row > 0 {
            heading(app, theme, area, row - 1, found, buffer);
        }
        let chosen = index == search.chosen;
        paragraph(
            app,
            if chosen { &plain } else { theme },
            area,
            row,
            found,
            buffer,
        );
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
    }
    let column = search.input.visual_cursor().max(scroll) - scroll;
    Position::new(
        line.x + u16::try_from(column).unwrap_or(u16::MAX).min(line.width),
        line.y,
    )
}

/// The section that the rows under it are of, and how the hits stand there if not as typed.
fn heading(app: &App, theme: &Theme, area: Area, row: u16, found: &Found, buffer: &mut Buffer) {
    let Some(span) = app.reader().hits_of(found).first() else {
        return;
    };
    let section = &app.reader().letter.sections()[app.reader().letter.section_of(span.paragraph)];
    let words = &app.words().search;
    let way = app
        .reader()
        .search
        .as_ref()
        .map_or(Way::Typed, |search| search.way);
    let how = match found.how {
        How::Typed => String::new(),
        How::OtherCase => format!("{}: ", words.other_case_heading),
        How::Kinder => format!("{}: ", words.way_heading(way)),
    };
    let title = format!("{how}{}  {}", section.number, app.title(section));
    paint::row(
        buffer,
        area,
        row,
        0,
        [Span::styled(paint::clip(&title, area.width), theme.faint.0)],
    );
}

/// A paragraph with its first hit, and how many it has if there are more.
fn paragraph(app: &App, theme: &Theme, area: Area, row: u16, found: &Found, buffer: &mut Buffer) {
    let hits = app.reader().hits_of(found);
    let Some(&first) = hits.first() else { return };
    let count = if hits.len() > 1 {
        format!("{}×", hits.len())
    } else {
        String::new()
    };
    let words = Area {
        width: area.width.saturating_sub(5),
        ..area
    };
    text::snippet(app, theme, words, row, first, buffer);
    paint::right(buffer, area, row, &count, theme.faint.0);
}
