//! Draws what stands beside the text: signs of bookmarks and notes at its left, and at its right the strip
//! that shows where in the section they, the hits and the screen are.

use super::{
    paint,
    signs::{self, Sign},
    theme::Theme,
};
use crate::app::{
    App,
    geometry::Area,
    marks::{Left, MarginSign},
    strip::StripCell,
};
use ratatui::{buffer::Buffer, text::Span};

/// The signs and the strip.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let put = |buffer: &mut Buffer, area: Area, row: u16, sign: Sign| {
        let look = match sign {
            Sign::Bookmark | Sign::OwnNote => theme.mark,
            Sign::Shown => theme.faint,
            _ => theme.text,
        };
        let sign = signs::sign(app.arrangement.signs, sign);
        paint::row(buffer, area, row, 0, [Span::styled(sign, look.0)]);
    };
    for MarginSign {
        column: x,
        row: y,
        means,
        ..
    } in app.margin()
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
    let Some(area) = app.strip_area() else { return };
    for (row, cell) in (0..area.height).zip(app.strip(area)) {
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
