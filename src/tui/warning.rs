//! Draws a sentence that has to be read whole: above the footer, in as many rows as it takes.

use super::{
    paint::{self, cells},
    theme::Theme,
};
use crate::app::{App, geometry::Area};
use ratatui::{buffer::Buffer, text::Span};
use unicode_width::UnicodeWidthChar;

/// Draws the warning there is, if any.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let Some(warning) = &app.warning() else {
        return;
    };
    let footer = app.reader().regions().footer;
    let width = footer.width.saturating_sub(2);
    let lines = lines(warning, width.max(1));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let height = rows.min(footer.y);
    let area = Area {
        y: footer.y - height,
        height,
        ..footer
    };
    paint::blank(buffer, area, theme.text.0);
    // What is most exact stands at the end.
    let shown = lines.iter().skip(usize::from(rows - height));
    for (row, line) in (0..height).zip(shown) {
        let line = Span::styled(line.as_str(), theme.notice.0);
        paint::row(buffer, area.inner(1, 0), row, 0, [line]);
    }
}

/// A sentence in lines of so many cells. Words are parted only where one is longer than a line: the name of a
/// file has hyphens, and is to be found and copied as it is.
fn lines(sentence: &str, width: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in sentence.split(' ') {
        let line = &lines[lines.len() - 1];
        let fits = cells(line) + 1 + cells(word) <= width;
        if !line.is_empty() && !fits {
            lines.push(String::new());
        } else if !line.is_empty() {
            push(&mut lines, ' ', width);
        }
        for c in word.chars() {
            push(&mut lines, c, width);
        }
    }
    lines
}

/// Puts a character behind the last line, or into a new one.
fn push(lines: &mut Vec<String>, c: char, width: u16) {
    let taken = lines.last().map_or(0, |line| usize::from(cells(line)));
    if taken + c.width().unwrap_or(0) > usize::from(width) {
        lines.push(String::new());
    }
    if let Some(line) = lines.last_mut() {
        line.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_whole_where_it_fits_and_nothing_is_left_out() {
        for (sentence, width, expected) in [
            (
                "bewaard als /a-b/c-d.json",
                14,
                &["bewaard als", "/a-b/c-d.json"][..],
            ),
            ("als /a-b/c-d.json", 6, &["als", "/a-b/c", "-d.jso", "n"]),
            ("een twee", 20, &["een twee"]),
        ] {
            assert_eq!(lines(sentence, width), expected);
        }
    }
}
