//! Draws the table of who is named where: each count in a shade and in digits, so that it reads without
//! colour.

use super::{
    paint::{self, clip},
    sidebar, signs,
    theme::Theme,
};
use crate::app::{
    App,
    geometry::Area,
    overview::{
        Regions,
        heat::{Heat, HeatColumns},
    },
};
use ratatui::{buffer::Buffer, style::Style, text::Span};
use std::ops::Range;

/// Draws the rows that show.
pub fn draw(app: &App, theme: &Theme, at: &Regions, buffer: &mut Buffer) {
    let columns = app.reader().heat_columns(usize::from(at.list.width));
    head(app, theme, at.head, &columns, buffer);
    let sheet = app.reader().overview.sheet();
    let shown = sheet.rows.iter().enumerate().skip(sheet.first);
    for (row, (index, &entity)) in (0..at.list.height).zip(shown) {
        let chosen = index == sheet.chosen;
        name(app, theme, at.list, row, &columns, (entity, chosen), buffer);
        for (section, cells) in &columns.sections {
            let place = Area {
                y: at.list.y + row,
                height: 1,
                ..place(at.list, cells)
            };
            cell(
                app,
                theme,
                place,
                app.reader().heat(entity, *section),
                buffer,
            );
            if chosen && sheet.cell == Some(*section) {
                let inside = Area {
                    x: place.x + 1,
                    width: place.width - 1,
                    ..place
                };
                paint::tint(buffer, inside, 0, theme.chosen.0);
            }
        }
        let sum = app.reader().mentions.of(entity).len().to_string();
        paint::right(
            buffer,
            place(at.list, &(0..columns.end)),
            row,
            &sum,
            theme.title.0,
        );
        if chosen {
            paint::bar(app, theme, at.list, row, buffer);
        }
    }
    let told = clip(&app.heat_words(), at.told.width).into_owned();
    paint::row(buffer, at.told, 0, 0, [Span::styled(told, theme.faint.0)]);
}

fn narrow(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The columns of an area that a range of cells from its left names.
fn place(area: Area, cells: &Range<usize>) -> Area {
    Area {
        x: area.x + narrow(cells.start),
        width: narrow(cells.len()),
        ..area
    }
}

/// The numbers of the sections, and where the sum stands.
fn head(app: &App, theme: &Theme, area: Area, columns: &HeatColumns, buffer: &mut Buffer) {
    for (section, cells) in &columns.sections {
        let number = app.reader().letter.sections()[*section].number.to_string();
        let number = clip(&number, 3);
        let middle = place(area, &(cells.start..cells.end - (cells.len() - 3) / 2));
        paint::right(buffer, middle, 0, &number, theme.faint.0);
    }
    paint::right(
        buffer,
        place(area, &(0..columns.end)),
        0,
        &signs::ours(app, "Σ"),
        theme.faint.0,
    );
}

/// A sign of its kind, and its name.
fn name(
    app: &App,
    theme: &Theme,
    area: Area,
    row: u16,
    columns: &HeatColumns,
    (entity, chosen): (usize, bool),
    buffer: &mut Buffer,
) {
    let known = app.reader().entity(entity);
    let room = narrow(columns.name.saturating_sub(3));
    let look = if chosen { theme.accent.0 } else { theme.text.0 };
    let spans = [
        Span::styled(
            sidebar::sign(app, known.kind),
            sidebar::colour(theme, known.kind),
        ),
        Span::raw(" "),
        Span::styled(
            clip(app.under().entity_name_within(entity, room), room),
            look,
        ),
    ];
    paint::row(buffer, area, row, 0, spans);
}

/// How often in a section: the recommendation left and the response right, or both together where there is
/// no room for that.
fn cell(app: &App, theme: &Theme, area: Area, heat: Heat, buffer: &mut Buffer) {
    if heat.sum() == 0 {
        paint::right(buffer, area, 0, &signs::ours(app, "·"), theme.faint.0);
    } else if area.width > 3 {
        count(app, theme, (area, 1), heat.advice, buffer);
        if heat.response == 0 {
            paint::right(buffer, area, 0, &signs::ours(app, "·"), theme.faint.0);
        }
        count(app, theme, (area, 3), heat.response, buffer);
    } else {
        count(app, theme, (area, 1), heat.sum(), buffer);
    }
}

fn count(app: &App, theme: &Theme, (area, indent): (Area, u16), count: usize, buffer: &mut Buffer) {
    let shade = match count {
        0 => return,
        1 => "░",
        2 => "▒",
        3 | 4 => "▓",
        _ => "█",
    };
    let digit = match count {
        1..=9 => count.to_string(),
        _ => "+".to_owned(),
    };
    let shade = Span::styled(signs::ours(app, shade), theme.bar.0);
    let spans = [shade, Span::styled(digit, Style::default())];
    paint::row(buffer, area, 0, indent, spans);
}
