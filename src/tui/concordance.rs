//! Draws the concordance: a line for each place, the word itself in the same column on all.

use super::{
    paint::{self, cells, clip},
    theme::Theme,
};
use crate::app::{
    App,
    concordance::{Concordance, Line},
    cursor,
    geometry::{self, Area},
};
use ratatui::{
    buffer::Buffer,
    style::{Modifier, Style},
    text::Span,
};

/// Draws the lines that show, and above them whose they are and in which order.
pub fn draw(app: &App, open: &Concordance, theme: &Theme, buffer: &mut Buffer) {
    let head = geometry::finder(app.reader().size).prompt;
    let area = geometry::list(app.reader().size);
    let state = format!(
        "{}/{} · {}",
        open.chosen + 1,
        open.spans.len(),
        open.order_words(app.under())
    );
    let room = head.width.saturating_sub(cells(&state) + 2);
    let name = app.under().full_name(open.subject);
    paint::row(
        buffer,
        head,
        0,
        0,
        [Span::styled(clip(&name, room), theme.title.0)],
    );
    paint::right(buffer, head, 0, &state, theme.faint.0);
    let first = cursor::window(open.chosen, open.spans.len(), usize::from(area.height));
    let plain = theme.plain();
    for (row, index) in (0..area.height).zip(first..open.spans.len()) {
        let chosen = index == open.chosen;
        let line = open.line(index, usize::from(area.width), app.under());
        draw_line(
            app,
            if chosen { &plain } else { theme },
            open,
            area,
            row,
            &line,
            buffer,
        );
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
    }
}

fn draw_line(
    app: &App,
    theme: &Theme,
    open: &Concordance,
    area: Area,
    row: u16,
    line: &Line,
    buffer: &mut Buffer,
) {
    let width = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
    let text = app.reader().letter.paragraph(line.span.paragraph);
    let column = width(open.column(usize::from(area.width)));
    let address = format!("{:>1$}", line.address, open.address());
    paint::row(
        buffer,
        area,
        row,
        0,
        [Span::styled(address, theme.accent.0)],
    );
    let indent = width(open.address() + 2 + line.empty);
    let mark = |cut: bool| Span::styled(if cut { "…" } else { "" }, theme.faint.0);
    let before = Span::raw(&text[line.before.shown.clone()]);
    paint::row(buffer, area, row, indent, [mark(line.before.cut), before]);
    let word = clip(&text[line.span.range()], area.width.saturating_sub(column));
    let look = theme
        .title
        .0
        .add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
    let rest = area.width.saturating_sub(column + cells(&word));
    let after = clip(&text[line.after.shown.clone()], rest);
    let whole = cells(&after) < rest || !line.after.cut;
    paint::row(
        buffer,
        area,
        row,
        column,
        [
            Span::styled(word, look),
            Span::styled(after, Style::new()),
            mark(line.after.cut && whole),
        ],
    );
}
