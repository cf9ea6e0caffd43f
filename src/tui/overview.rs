//! Draws the overview: the names of its tables, what the one that shows is, its rows.

use super::{
    heat, own_note,
    paint::{self, cells, clip},
    signs, text,
    theme::Theme,
};
use crate::app::{
    App, Overlay,
    geometry::Area,
    overview::{
        Table,
        row::{self, Look},
    },
};
use ratatui::{buffer::Buffer, layout::Position, style::Style, text::Span};

/// Draws the overview; says where the cursor stands, if it shows.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let at = app.overview_regions();
    let names = app.table_names(at.tabs.width);
    let table = app.reader().overview.table;
    let (chosen, others) = (theme.chosen.0, theme.text.0);
    paint::choices(buffer, at.tabs, &names, table as usize, chosen, others);
    let typing = caption(app, theme, at.caption, buffer);
    kinds(app, theme, at.kinds, buffer);
    if app.reader().overview.sheet().rows.is_empty() {
        nothing(app, theme, at.list, buffer);
    } else if table == Table::Named {
        heat::draw(app, theme, &at, buffer);
    } else {
        head(app, theme, at.head, buffer);
        rows(app, theme, at.list, buffer);
    }
    typing
}

/// What the table is or what narrows it, and at the end how many rows show in which order.
fn caption(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<Position> {
    let words = &app.words().overview;
    let count = app.count_words();
    let room = area.width.saturating_sub(cells(&count) + 2);
    paint::right(buffer, area, 0, &count, theme.faint.0);
    let input = &app.reader().overview.input;
    let typing = matches!(app.overlay(), Some(Overlay::Narrow));
    if !typing && input.value().is_empty() {
        for (row, line) in (0..area.height).zip(app.caption_lines(area.width)) {
            paint::row(buffer, area, row, 0, [Span::styled(line, theme.faint.0)]);
        }
        return None;
    }
    paint::row(buffer, area, 0, 0, [Span::styled("/", theme.accent.0)]);
    let line = Area {
        x: area.x + 1,
        width: room.saturating_sub(1),
        ..area
    };
    let scroll = input.visual_scroll(usize::from(line.width));
    if input.value().is_empty() {
        let prompt = clip(words.prompt, line.width);
        paint::row(buffer, line, 0, 0, [Span::styled(prompt, theme.faint.0)]);
    }
    let value = paint::past(input.value(), scroll);
    paint::row(buffer, line, 0, 0, [Span::raw(value)]);
    let column = input.visual_cursor().max(scroll) - scroll;
    let column = u16::try_from(column).unwrap_or(line.width).min(line.width);
    typing.then(|| Position::new(line.x + column, line.y))
}

/// The kinds to choose from, all of them first.
fn kinds(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let (names, chosen) = (app.kind_names(), app.reader().chosen_kind());
    let (look, others) = (theme.title.0, theme.faint.0);
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    paint::choices(buffer, area, &names, chosen, look, others);
}

fn nothing(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let words = &app.words().overview;
    let typed = app.reader().overview.input.value();
    let sentence = match app.reader().overview.table {
        _ if !typed.is_empty() => words.nothing.replace("{}", typed),
        Table::Recommendations => app.words().reader.no_recommendations.to_owned(),
        Table::Statements if !app.reader().letter.knows_statements() => {
            words.no_statements.to_owned()
        }
        Table::Statements => words.no_statements_here.to_owned(),
        Table::Asks => words.no_asks.to_owned(),
        Table::Figures | Table::Abbreviations | Table::When if app.has_more_to_show() => {
            words.figures_more.to_owned()
        }
        Table::When => words.no_whens.to_owned(),
        Table::Figures => words.no_figures.to_owned(),
        Table::Named => words.no_names.to_owned(),
        Table::Abbreviations => words.no_abbreviations.to_owned(),
        Table::Notes => words.no_notes.to_owned(),
    };
    let lines = text::wrapped(&sentence, usize::from(area.width));
    for (row, line) in (0..area.height).zip(lines) {
        paint::row(buffer, area, row, 0, [Span::styled(line, theme.notice.0)]);
    }
}

/// The names of the columns.
fn head(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let table = app.reader().overview.table;
    let Some(places) = row::beside(table, usize::from(area.width)) else {
        return;
    };
    for (name, place) in app.table_head(table).iter().zip(places) {
        let x = u16::try_from(place.start).unwrap_or(u16::MAX);
        let room = u16::try_from(place.len()).unwrap_or(u16::MAX);
        let name = Span::styled(clip(name, room), theme.faint.0);
        paint::row(buffer, area, 0, x, [name]);
    }
}

/// The rows from the first that shows on; says where the chosen one starts.
fn rows(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let sheet = app.reader().overview.sheet();
    let is_of_notes = app.reader().overview.table == Table::Notes;
    let mut y = 0;
    let air = u16::try_from(app.air()).unwrap_or_default();
    for at in sheet.first..sheet.rows.len() {
        if y >= area.height {
            break;
        }
        let chosen = at == sheet.chosen;
        for line in app.row_lines(at) {
            for piece in line {
                let look = style(theme, piece.look, chosen);
                let x = u16::try_from(piece.x).unwrap_or(u16::MAX);
                let text = match piece.look {
                    Look::Stance => signs::ours(app, piece.text),
                    _ => piece.text.into(),
                };
                let words = match piece.look {
                    Look::Plain | Look::Faint if is_of_notes => {
                        own_note::with_tags(&text, look, theme)
                    }
                    _ => vec![Span::styled(text, look)],
                };
                paint::row(buffer, area, y, x, words);
            }
            if chosen {
                paint::bar(app, theme, area, y, buffer);
            }
            y += 1;
        }
        y += air;
    }
}

fn style(theme: &Theme, look: Look, chosen: bool) -> Style {
    match look {
        Look::Strong if chosen => theme.accent.0,
        Look::Plain | Look::Stance => theme.text.0,
        Look::Strong => theme.title.0,
        Look::Number => theme.accent.0,
        Look::Faint => theme.faint.0,
    }
}
