//! Puts text on the screen's cells, clipped to where it may stand.

use super::{signs, theme::Theme};
use crate::app::{App, geometry::Area, overview};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::Span,
    widgets::{Block, Clear, Widget},
};
use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Our area as ratatui's.
pub fn rect(area: Area) -> Rect {
    Rect {
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    }
}

/// The bar beside a row that is chosen.
pub fn bar(app: &App, theme: &Theme, area: Area, row: u16, buffer: &mut Buffer) {
    let beside = Area {
        x: area.x.saturating_sub(2),
        width: 1,
        ..area
    };
    self::row(
        buffer,
        beside,
        row,
        0,
        [Span::styled(signs::ours(app, "▌"), theme.accent.0)],
    );
}

/// How many cells a text takes.
pub fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text, shortened with `…` to at most `width` cells.
pub fn clip(text: &str, width: u16) -> Cow<'_, str> {
    if cells(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut clipped = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > usize::from(width) {
            break;
        }
        clipped.push(c);
    }
    if width > 0 {
        clipped.truncate(clipped.trim_end().len());
        clipped.push('…');
    }
    Cow::Owned(clipped)
}

/// The end of a text, shortened with `…` at a word to at most `width` cells.
pub fn clip_start(text: &str, width: u16) -> Cow<'_, str> {
    if cells(text) <= width {
        return Cow::Borrowed(text);
    }
    let fits = |at: &usize| cells(&text[*at..]) < width;
    let from = text
        .char_indices()
        .map(|(at, _)| at)
        .find(fits)
        .unwrap_or(text.len());
    let word = text[from..]
        .find(' ')
        .map_or(from, |space| from + space + 1);
    Cow::Owned(format!("…{}", &text[word..]))
}

/// The text without its first `skip` cells.
pub fn past(text: &str, skip: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        if used >= skip {
            return &text[at..];
        }
        used += c.width().unwrap_or(0);
    }
    if skip == 0 { text } else { "" }
}

/// Puts spans in a row of an area, from `indent` cells on, clipped at its right edge; returns the
/// column after the last.
pub fn row<'text>(
    buffer: &mut Buffer,
    area: Area,
    row: u16,
    indent: u16,
    spans: impl IntoIterator<Item = Span<'text>>,
) -> u16 {
    let mut x = area.x + indent;
    if row >= area.height {
        return x;
    }
    for span in spans {
        let room = area.right().saturating_sub(x);
        x = put(buffer, x, area.y + row, &span.content, room, span.style);
    }
    x
}

/// Puts text into at most `room` cells of a row; returns the column after the last. Most text is ASCII,
/// a character a cell, and need not be looked at closely.
fn put(buffer: &mut Buffer, x: u16, y: u16, text: &str, room: u16, style: Style) -> u16 {
    let end = buffer.area.right().min(x.saturating_add(room));
    let (mut x, mut text) = (x, text);
    while x < end && y < buffer.area.bottom() && !text.is_empty() {
        let plain = plain_start(text);
        let count = u16::try_from(plain).map_or(end - x, |count| count.min(end - x));
        let first = buffer.index_of(x, y);
        let cells = &mut buffer.content[first..first + usize::from(count)];
        for (at, cell) in cells.iter_mut().enumerate() {
            cell.set_symbol(&text[at..=at]).set_style(style);
        }
        x += count;
        text = &text[plain..];
        let marked = text.bytes().take(1).filter(|byte| is_plain(*byte)).count();
        let other = text
            .bytes()
            .skip(marked)
            .take_while(|byte| !is_plain(*byte));
        let (mut close, mut rest) = text.split_at(marked + other.count());
        if close.chars().any(|c| c.width() == Some(2)) {
            // One that no longer fits ends the row.
            (close, rest) = (text, "");
        }
        (x, _) = buffer.set_stringn(x, y, close, usize::from(end - x), style);
        text = rest;
    }
    x
}

/// How many bytes at the start are ASCII, but for one that what follows may belong to.
fn plain_start(text: &str) -> usize {
    let plain = text.bytes().take_while(|byte| is_plain(*byte)).count();
    if plain == text.len() {
        plain
    } else {
        plain.saturating_sub(1)
    }
}

const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// Choices in a row, the chosen one in its looks; `…` where not all fit.
pub fn choices(
    buffer: &mut Buffer,
    area: Area,
    names: &[&str],
    chosen: usize,
    look: Style,
    others: Style,
) {
    let places = overview::choices(names, chosen, area.width);
    for &(column, index) in &places {
        let style = if index == chosen { look } else { others };
        row(buffer, area, 0, column, [Span::styled(names[index], style)]);
    }
    if let Some(&(column, last)) = places.last()
        && last + 1 < names.len()
    {
        // Where the last one takes the whole row it stands in the margin, and no letter of a name is lost.
        let wide = Area {
            width: area.width + 1,
            ..area
        };
        let after = (column + cells(names[last]) + 1).min(area.width);
        row(buffer, wide, 0, after, [Span::styled("…", others)]);
    }
}

/// Puts text at the right end of a row of an area.
pub fn right(buffer: &mut Buffer, area: Area, line: u16, text: &str, style: Style) {
    let indent = area.width.saturating_sub(cells(text));
    row(buffer, area, line, indent, [Span::styled(text, style)]);
}

/// Gives a whole row of an area a style.
pub fn tint(buffer: &mut Buffer, area: Area, row: u16, style: Style) {
    if row < area.height {
        buffer.set_style(
            Rect {
                x: area.x,
                y: area.y + row,
                width: area.width,
                height: 1,
            },
            style,
        );
    }
}

/// Nothing, over what stands there.
pub fn blank(buffer: &mut Buffer, area: Area, text: Style) {
    Clear.render(rect(area), buffer);
    buffer.set_style(rect(area), text);
}

/// An empty box over what stands there, with a title in its border.
pub fn frame(app: &App, theme: &Theme, area: Area, title: &str, buffer: &mut Buffer) {
    let text = theme.text.0;
    blank(buffer, area, text);
    let title = Span::styled(
        format!(" {} ", clip(title, area.width.saturating_sub(6))),
        text.add_modifier(Modifier::BOLD)
            .remove_modifier(Modifier::DIM),
    );
    Block::bordered()
        .border_set(signs::border(app))
        .border_style(theme.faint.0)
        .title(title)
        .render(rect(area), buffer);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_put_as_ratatui_puts_it() {
        for text in [
            "",
            "Raad van Europa",
            "Financiën en ‘aanjagen’ …",
            "e\u{301}e\u{301}n",
            "日本語 ok",
            "ok日",
            "tab\tnul\0 \u{1b}[1m",
            "👩‍🚀x👩‍🚀",
            "\u{301}a",
        ] {
            for room in 0..24 {
                let area = Rect::new(0, 0, 20, 2);
                let (mut ours, mut theirs) = (Buffer::empty(area), Buffer::empty(area));
                let style = Style::new().add_modifier(Modifier::BOLD);
                let (after, _) = theirs.set_stringn(3, 1, text, usize::from(room), style);
                assert_eq!(put(&mut ours, 3, 1, text, room, style), after, "{text:?}");
                assert_eq!(ours, theirs, "{text:?} in {room}");
            }
        }
    }

    #[test]
    fn clips_the_start_at_a_word() {
        for (text, width, clipped) in [
            ("in Raad van ", 20, "in Raad van "),
            ("ook in Raad van ", 11, "…Raad van "),
            ("abc", 0, "…"),
        ] {
            assert_eq!(clip_start(text, width), clipped);
        }
    }

    #[test]
    fn plain_text_is_put_where_any_other_is() {
        for text in ["Raad van Europa", "Raad\tvan", "", "Financiën", "x"] {
            for (x, width) in [(0, 20), (3, 6), (17, 9), (0, 0), (20, 4)] {
                let style = Style::new().add_modifier(Modifier::BOLD);
                let area = Area {
                    x,
                    y: 1,
                    width,
                    height: 1,
                };
                let mut ours = Buffer::empty(Rect::new(0, 0, 20, 2));
                let mut theirs = ours.clone();
                let after = row(&mut ours, area, 0, 1, [Span::styled(text, style)]);
                let room = usize::from(width.saturating_sub(1));
                let (wanted, _) = theirs.set_stringn(x + 1, 1, text, room, style);
                assert_eq!((after, ours), (wanted, theirs), "{text:?} at {x}, {width}");
            }
        }
    }

    #[test]
    fn clips_by_cells() {
        for (text, width, clipped) in [
            ("Raad van Europa", 15, "Raad van Europa"),
            ("Raad van Europa", 10, "Raad van…"),
            ("Financiën", 5, "Fina…"),
            ("日本語", 4, "日…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(clip(text, width), clipped);
        }
    }
}
