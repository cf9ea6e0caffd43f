//! Draws what stands beside the text: at its left the gutter, with addresses, the bar of the current
//! paragraph and signs of bookmarks and notes; at its right the strip that shows where in the section these,
//! the hits and the screen are.

use super::{
    paint::{self, cells},
    signs::{self, Sign},
    theme::Theme,
};
use crate::app::{
    App,
    geometry::{Area, BEFORE_ADDRESS},
    marks::{Left, MarginSign},
    strip::StripCell,
};
use ratatui::{buffer::Buffer, text::Span};

/// The gutter and the strip.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    gutter(app, theme, buffer);
    let put = |buffer: &mut Buffer, area: Area, row: u16, sign: Sign| {
        let look = match sign {
            Sign::Bookmark | Sign::OwnNote => theme.mark,
            Sign::Shown => theme.faint,
            _ => theme.text,
        };
        let sign = signs::sign(app, sign);
        paint::row(buffer, area, row, 0, [Span::styled(sign, look.0)]);
    };
    for MarginSign {
        column: x,
        row: y,
        means,
        ..
    } in app.reader().margin()
    {
        let cell = Area {
            x,
            y,
            width: 1,
            height: 1,
        };
        let sign = match means {
            Left::Bookmark => Sign::Bookmark,
            Left::OwnNote => Sign::OwnNote,
        };
        put(buffer, cell, 0, sign);
    }
    let Some(area) = app.reader().strip_area() else {
        return;
    };
    for (row, cell) in (0..area.height).zip(app.reader().strip(area)) {
        let sign = match cell {
            StripCell::Blank => continue,
            StripCell::Shown => Sign::Shown,
            StripCell::Hit => Sign::Hit,
            StripCell::Bookmark => Sign::Bookmark,
            StripCell::OwnNote => Sign::OwnNote,
        };
        put(buffer, area, row, sign);
    }
}

/// The addresses, and the bar.
fn gutter(app: &App, theme: &Theme, buffer: &mut Buffer) {
    for row in app.gutter() {
        if row.current {
            paint::row(
                buffer,
                row.area,
                0,
                0,
                [Span::styled(signs::ours(app, "▌"), theme.accent.0)],
            );
        }
        if let Some(address) = row.address.filter(|_| row.area.width > BEFORE_ADDRESS) {
            // A wider one than most leaves the sign behind it its cell.
            let room = row.area.width - BEFORE_ADDRESS;
            let indent = BEFORE_ADDRESS.min(room.saturating_sub(cells(&address)));
            let address = Span::styled(address, theme.faint.0);
            paint::row(buffer, row.area, 0, indent, [address]);
        }
    }
}
