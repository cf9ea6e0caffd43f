//! Draws the menu of what can be copied, and a text to be selected by hand.

use super::{
    card,
    paint::{self, cells, clip},
    text,
    theme::Theme,
};
use crate::{
    app::{
        App,
        copy::{CopyMenu, NoteMarks, Portion, Shown},
        geometry::Area,
        keymap::{self, Mode},
        message::Act,
    },
    letter::visible,
};
use ratatui::{buffer::Buffer, text::Span};

/// The menu: each portion with how it begins, and the chosen one whole.
pub fn menu(app: &App, open: CopyMenu, theme: &Theme, buffer: &mut Buffer) {
    let words = &app.words.copy;
    let offered: Vec<_> = app
        .offered()
        .map(|(portion, text)| (portion, visible(&text).into_owned()))
        .collect();
    let whole = offered
        .iter()
        .find(|(portion, _)| *portion == open.chosen)
        .map_or("", |(_, text)| text);
    let main = app.regions().main;
    let width = 96.min(main.width);
    let inner = width.saturating_sub(4);
    let lines: Vec<String> = whole
        .split('\n')
        .flat_map(|line| text::wrapped(line, usize::from(inner)))
        .collect();
    let rows = u16::try_from(offered.len() + lines.len() + 5).unwrap_or(u16::MAX);
    let height = rows.min(main.height);
    let frame = Area {
        x: main.x + (main.width - width) / 2,
        y: main.bottom() - height,
        width,
        height,
    };
    let address = app.words.address(&app.letter, app.here());
    paint::frame(
        buffer,
        frame,
        &format!("{} · {address}", words.title),
        theme.text.0,
        theme.faint.0,
    );
    let inside = frame.inner(2, 1);
    let plain = theme.plain();
    let column = offered
        .iter()
        .map(|(portion, _)| cells(name(app, *portion)))
        .max()
        .unwrap_or(0)
        + 5;
    for (row, (portion, text)) in (0..inside.height).zip(&offered) {
        let chosen = *portion == open.chosen;
        let look = if chosen { &plain } else { theme };
        let key = keymap::binding(Mode::Menu, Act::Take(*portion))
            .map(|binding| binding.keys[0].to_string());
        paint::row(
            buffer,
            inside,
            row,
            0,
            [Span::styled(key.unwrap_or_default(), look.key.0)],
        );
        paint::row(buffer, inside, row, 3, [Span::raw(name(app, *portion))]);
        let begins = text.replace('\n', " ");
        let begins = clip(&begins, inside.width.saturating_sub(column));
        paint::row(
            buffer,
            inside,
            row,
            column,
            [Span::styled(begins, look.faint.0)],
        );
        if chosen {
            paint::tint(buffer, inside, row, theme.chosen.0);
        }
    }
    let from = u16::try_from(offered.len()).unwrap_or(u16::MAX) + 1;
    let marks = match app.note_marks {
        NoteMarks::Left => &words.marks_left,
        NoteMarks::Kept => &words.marks_kept,
    };
    let about = format!("{} · {marks}", app.style.id());
    paint::row(
        buffer,
        inside,
        from,
        0,
        [Span::styled(about, theme.faint.0)],
    );
    let room = usize::from(inside.height.saturating_sub(from + 2));
    let cut = lines.len() > room;
    for (row, line) in (from + 2..inside.height).zip(lines) {
        paint::row(buffer, inside, row, 0, [Span::raw(line)]);
    }
    if cut {
        paint::right(
            buffer,
            inside,
            inside.height.saturating_sub(1),
            " …",
            theme.notice.0,
        );
    }
}

fn name(app: &App, portion: Portion) -> &str {
    let words = &app.words.copy;
    match portion {
        Portion::Paragraph => &words.paragraph,
        Portion::Citation => &words.citation,
        Portion::Quote => &words.quote,
        Portion::Link => &words.link,
        Portion::Response => &words.response,
        Portion::Recommendation => &words.recommendation,
        Portion::Selection => &words.selection,
    }
}

/// A text alone on the screen, from its left edge, to be selected by hand.
pub fn shown(app: &App, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let whole = Area {
        x: 0,
        y: 0,
        width: app.size.columns,
        height: app.size.rows.saturating_sub(1),
    };
    paint::blank(buffer, whole, theme.text.0);
    let lines = app.shown_lines();
    let height = app.shown_rows();
    let first = shown.first.min(lines.len().saturating_sub(height));
    let below = lines.len() - (first + height).min(lines.len());
    for (row, (line, weight)) in (0..whole.height).zip(lines.into_iter().skip(first)) {
        paint::row(
            buffer,
            whole,
            row,
            0,
            [Span::styled(line, card::style(theme, weight))],
        );
    }
    if below > 0 {
        let more = format!(" ↓ {below} ");
        paint::right(
            buffer,
            whole,
            whole.height.saturating_sub(1),
            &more,
            theme.notice.0,
        );
    }
}
