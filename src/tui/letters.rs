//! Draws the list of the letters that are open together.

use super::{
    paint::{self, cells, clip},
    signs,
    theme::Theme,
};
use crate::app::{
    App,
    geometry::{self, Area},
    library::{Letters, Loading, Order, list},
    listed::Listed,
    words::LibraryWords,
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// A column of the list: what orders by it, and how many cells wide it is.
type Column = (Order, u16);

/// Draws the list; says where the cursor stands.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let letters = app.letters()?;
    let size = app.reader().size;
    let cursor = prompt(app, letters, theme, geometry::finder(size).prompt, buffer);
    let area = list(size);
    let columns = columns(letters, area.width);
    head(app, letters, theme, area, &columns, buffer);
    let first = letters.first(usize::from(area.height));
    let mut row = 0;
    for (at, &index) in letters.shown.iter().enumerate().skip(first) {
        if row == area.height {
            return Some(cursor);
        }
        let chosen = at == letters.chosen;
        let plain = theme.plain();
        let look = if chosen { &plain } else { theme };
        letter(&letters.rows[index], look, area, row, &columns, buffer);
        if index == letters.reads {
            let sign = Span::styled("•", look.accent.0);
            paint::row(buffer, area, row, 0, [sign]);
        }
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
        row += 1;
    }
    if letters.shown.is_empty() && row < area.height {
        let typed = letters.input.value();
        let nothing = app.words().library.nothing.replace("{}", typed);
        let line = Span::styled(clip(&nothing, area.width), theme.notice.0);
        paint::row(buffer, area, row, 0, [line]);
        row += 1;
    }
    let passed = first.saturating_sub(letters.shown.len());
    for (at, sentence) in letters.unread.iter().enumerate().skip(passed) {
        if row < area.height {
            let chosen = letters.chosen == letters.shown.len() + at;
            let look = if chosen { theme.text.0 } else { theme.faint.0 };
            let line = Span::styled(clip(sentence, area.width - MARGIN), look);
            paint::row(buffer, area, row, MARGIN, [line]);
            if chosen {
                paint::tint(buffer, area, row, theme.chosen.0);
            }
            row += 1;
        }
    }
    Some(cursor)
}

/// How many cells stand before the first column, for the sign of the letter that is read.
const MARGIN: u16 = 2;

/// The line in which is typed what narrows the list, and how many letters are left of how many.
fn prompt(
    app: &App,
    letters: &Letters,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Position {
    let words = &app.words().library;
    let count = match letters.loading {
        Some(loading) => bar(app, loading),
        None => counts(words, letters),
    };
    paint::right(buffer, area, 0, &count, theme.faint.0);
    paint::row(buffer, area, 0, 0, [Span::styled("> ", theme.accent.0)]);
    let line = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(cells(&count) + 4),
        ..area
    };
    let typed = letters.input.value();
    let scroll = letters.input.visual_scroll(usize::from(line.width));
    let shown = if typed.is_empty() {
        Span::styled(clip(words.prompt, line.width), theme.faint.0)
    } else {
        Span::raw(paint::past(typed, scroll).to_owned())
    };
    paint::row(buffer, line, 0, 0, [shown]);
    let column = letters.input.visual_cursor().max(scroll) - scroll;
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(line.width);
    Position::new(line.x + column, line.y)
}

/// How many letters show of how many, and how many sentences stand under them.
fn counts(words: &LibraryWords, letters: &Letters) -> String {
    let count = format!("{}/{}", letters.shown.len(), letters.rows.len());
    match letters.unread.len() {
        0 => count,
        unread => format!(
            "{count} · {}",
            words.remarks.replace("{}", &unread.to_string())
        ),
    }
}

/// How far the letters are read: a bar, and how many of how many.
fn bar(app: &App, Loading { read, all }: Loading) -> String {
    const CELLS: usize = 12;
    let full = read * CELLS / all.max(1);
    let bar = "━".repeat(full) + &"─".repeat(CELLS.saturating_sub(full));
    format!("{} {read}/{all}", signs::ours(app, bar))
}

/// The fewest cells that a title is worth reading in.
const LEAST_TITLE: u16 = 22;

/// The columns there is room for beside a title that can be read; the title has what the others leave.
fn columns(letters: &Letters, width: u16) -> Vec<Column> {
    let widest = letters.rows.iter().map(|row| cells(&row.name)).max();
    let name = widest.unwrap_or(0).clamp(6, 24.min(width / 3));
    let mut columns = vec![(Order::Date, 10), (Order::Name, name), (Order::Title, 0)];
    let taken: u16 = columns.iter().map(|(_, width)| width + 2).sum();
    let mut left = width.saturating_sub(taken + MARGIN);
    let mut has_room = |width: u16| {
        let room = left >= LEAST_TITLE + width + 2;
        left -= if room { width + 2 } else { 0 };
        room
    };
    let counts = [Order::Recommendations, Order::Unread, Order::Notes];
    let counts: Vec<Column> = counts
        .map(|order| (order, 9))
        .into_iter()
        .filter(|(_, width)| has_room(*width))
        .collect();
    let sender = [24, 16].into_iter().find(|width| has_room(*width));
    columns.extend(sender.map(|width| (Order::Sender, width)));
    columns.extend(counts);
    columns[2].1 = left;
    columns
}

/// The names of the columns; that by which the list is ordered stands out.
fn head(
    app: &App,
    letters: &Letters,
    theme: &Theme,
    area: Area,
    columns: &[Column],
    buffer: &mut Buffer,
) {
    let words = &app.words().library;
    let line = Area {
        y: area.y.saturating_sub(1),
        height: 1,
        ..area
    };
    let mut x = MARGIN;
    for &(order, width) in columns {
        let name = match order {
            Order::Date => words.date,
            Order::Name => words.name,
            Order::Title => words.title,
            Order::Sender => words.sender,
            Order::Recommendations => words.recommendations,
            Order::Unread => words.unread,
            Order::Notes => words.notes,
        };
        let look = if order == letters.order {
            theme.accent.0
        } else {
            theme.faint.0
        };
        let name = clip(name, width);
        let at = x + start(order, width, &name);
        paint::row(buffer, line, 0, at, [Span::styled(name, look)]);
        x += width + 2;
    }
}

/// Where a cell starts in its column: counts stand at its end.
fn start(order: Order, width: u16, text: &str) -> u16 {
    match order {
        Order::Recommendations | Order::Unread | Order::Notes => width.saturating_sub(cells(text)),
        _ => 0,
    }
}

fn letter(
    listed: &Listed,
    theme: &Theme,
    area: Area,
    row: u16,
    columns: &[Column],
    buffer: &mut Buffer,
) {
    let count = |count: usize| match count {
        0 => "–".to_owned(),
        count => count.to_string(),
    };
    let mut x = MARGIN;
    for &(order, width) in columns {
        let (text, look) = match order {
            Order::Date => {
                let date = listed.date.map(|date| date.to_string());
                (date.unwrap_or_else(|| "–".to_owned()), theme.faint.0)
            }
            Order::Name => (listed.name.clone(), theme.accent.0),
            Order::Title => (listed.title.clone(), theme.text.0),
            Order::Sender => (listed.sender.clone(), theme.faint.0),
            Order::Recommendations => (count(listed.recommendations), theme.text.0),
            Order::Unread => (count(listed.unread), theme.text.0),
            Order::Notes => (count(listed.notes), theme.mark.0),
        };
        let text = clip(&text, width);
        let at = x + start(order, width, &text);
        paint::row(buffer, area, row, at, [Span::styled(text, look)]);
        x += width + 2;
    }
}
