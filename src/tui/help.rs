//! Draws the help.

use super::{
    paint::{self, cells},
    text,
    theme::Theme,
};
use crate::app::{
    App,
    help::{self, Help, HelpRow},
    keymap::Mode,
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Draws the keys; says where the cursor stands.
pub fn draw(app: &App, open: &Help, theme: &Theme, buffer: &mut Buffer) -> Position {
    let words = &app.words.help;
    let frame = help::frame(app.size);
    paint::frame(buffer, frame, words.title, theme.text.0, theme.faint.0);
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
    let list = help::list(app.size);
    let rows = help::rows(&app.words, value, list.width);
    if rows.is_empty() {
        let nothing = words.nothing.replace("{}", value);
        for (row, line) in (0..list.height).zip(text::wrapped(&nothing, usize::from(list.width))) {
            paint::row(buffer, list, row, 0, [Span::styled(line, theme.notice.0)]);
        }
    }
    let widest = rows
        .iter()
        .map(|row| {
            if let HelpRow::Keys(keys, _) = row {
                cells(keys)
            } else {
                0
            }
        })
        .max();
    let column = widest.unwrap_or(0).min(list.width / 3) + 2;
    let first = open
        .first
        .min(rows.len().saturating_sub(usize::from(list.height)));
    for (row, content) in (0..list.height).zip(&rows[first..]) {
        match content {
            HelpRow::Heading(mode) => {
                let heading = match mode {
                    Mode::Reading => words.reading,
                    Mode::Finder => words.finder,
                    Mode::Search => words.search,
                    Mode::List => words.list,
                    Mode::Goto => words.goto,
                    Mode::Select => words.select,
                    Mode::Menu => words.copy,
                    Mode::Shown => words.shown,
                    Mode::Card => words.card,
                    Mode::Concordance => words.concordance,
                    Mode::Overview => words.overview,
                    Mode::Narrow => words.narrow,
                    Mode::TableMenu => words.table_menu,
                    Mode::OwnNote => words.own_note,
                    Mode::Help => words.help,
                };
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
                paint::row(buffer, list, row, 0, [Span::styled(text, theme.faint.0)]);
            }
            HelpRow::Keys(keys, does) => {
                let keys = paint::clip(keys, column - 1);
                paint::row(buffer, list, row, 0, [Span::styled(keys, theme.key.0)]);
                let does = paint::clip(does, list.width.saturating_sub(column));
                paint::row(buffer, list, row, column, [Span::raw(does)]);
            }
        }
    }
    if first + usize::from(list.height) < rows.len() {
        let more = rows.len() - first - usize::from(list.height);
        paint::right(buffer, inside, 0, &format!("↓ {more}"), theme.faint.0);
    }
    let column = u16::try_from(open.input.visual_cursor()).unwrap_or(u16::MAX);
    Position::new(
        inside.x + 2 + column.min(inside.width.saturating_sub(3)),
        inside.y,
    )
}
