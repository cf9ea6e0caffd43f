//! Draws the help.

use super::{
    paint::{self, cells},
    signs, text,
    theme::Theme,
};
use crate::app::{
    App, cursor,
    geometry::Area,
    help::{self, Help, HelpRow},
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Draws the keys; says where the cursor stands.
pub fn draw(app: &App, open: &Help, theme: &Theme, buffer: &mut Buffer) -> Position {
    let words = &app.words().help;
    let frame = help::frame(app.reader().size);
    paint::frame(app, theme, frame, words.title, buffer);
    let inside = frame.inner(2, 1);
    let value = open.input.value();
    let typed = if value.is_empty() {
        Span::styled(words.prompt, theme.faint.0)
    } else {
        Span::raw(value)
    };
    paint::row(
        buffer,
        inside,
        0,
        0,
        [Span::styled("> ", theme.accent.0), typed],
    );
    let list = help::list(app.reader().size);
    let rows = help::rows(app.words(), app.keymap(), open, list);
    let chosen = help::chosen(open, &rows);
    if rows.is_empty() {
        let nothing = words.nothing.replace("{}", value);
        for (row, line) in (0..list.height).zip(text::wrapped(&nothing, usize::from(list.width))) {
            paint::row(buffer, list, row, 0, [Span::styled(line, theme.notice.0)]);
        }
    }
    let widest = rows
        .iter()
        .map(|row| {
            if let HelpRow::Keys(row) = row {
                cells(&row.keys)
            } else {
                0
            }
        })
        .max();
    let column = widest.unwrap_or(0).min(list.width / 3) + 2;
    let first = cursor::window(chosen, rows.len(), usize::from(list.height));
    for ((row, content), at) in (0..list.height).zip(&rows[first..]).zip(first..) {
        if at == chosen {
            let beside = Area {
                x: list.x.saturating_sub(1),
                width: 1,
                ..list
            };
            paint::row(
                buffer,
                beside,
                row,
                0,
                [Span::styled(signs::ours(app, "▌"), theme.accent.0)],
            );
        }
        match content {
            HelpRow::Heading(mode) => {
                let heading = app.words().mode(*mode);
                paint::row(
                    buffer,
                    list,
                    row,
                    0,
                    [Span::styled(heading, theme.accent.0)],
                );
            }
            HelpRow::Blank => {}
            HelpRow::Remark(text) => {
                let text = Span::styled(signs::ours(app, text), theme.text.0);
                paint::row(buffer, list, row, 0, [text]);
            }
            HelpRow::Keys(keys) => {
                let does = &keys.does;
                let keys = signs::ours(app, paint::clip(&keys.keys, column - 1));
                paint::row(buffer, list, row, 0, [Span::styled(keys, theme.key.0)]);
                let does = paint::clip(does, list.width.saturating_sub(column));
                paint::row(buffer, list, row, column, [Span::raw(does)]);
            }
        }
    }
    if first + usize::from(list.height) < rows.len() {
        let more = rows.len() - first - usize::from(list.height);
        paint::right(
            buffer,
            inside,
            0,
            &signs::ours(app, format!("↓ {more}")),
            theme.faint.0,
        );
    }
    let column = u16::try_from(open.input.visual_cursor()).unwrap_or(u16::MAX);
    Position::new(
        inside.x + 2 + column.min(inside.width.saturating_sub(3)),
        inside.y,
    )
}
