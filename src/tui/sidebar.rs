//! Draws the sidebar.

use super::{
    paint::{self, cells, clip},
    signs::{self, Sign},
    theme::{Look, Theme},
};
use crate::{
    app::{
        App,
        geometry::Area,
        seen::Read,
        sidebar::{SidebarRow, WIDEST},
        stance::sign as sign_of,
    },
    catalogue::Kind,
    letter::SectionKind,
};
use ratatui::{buffer::Buffer, style::Style, text::Span};
use std::borrow::Cow;

/// The sign of a kind.
pub fn sign(app: &App, kind: Kind) -> Cow<'static, str> {
    let drawn = match kind {
        Kind::Organisation => "○",
        Kind::Instrument => "□",
        Kind::Role => "◇",
        Kind::Event => "△",
        Kind::Place => "▽",
        Kind::Person => "▷",
        Kind::Reference => "§",
    };
    signs::ours(app, drawn)
}

/// The looks of a kind.
pub const fn look(theme: &Theme, kind: Kind) -> Look {
    match kind {
        Kind::Organisation => theme.organisation,
        Kind::Instrument => theme.instrument,
        _ => theme.other,
    }
}

/// The colour of a kind, for its sign.
pub fn colour(theme: &Theme, kind: Kind) -> Style {
    Style {
        fg: look(theme, kind).0.fg,
        ..Style::default()
    }
}

/// The sign behind the number of a section that is read, or partly.
pub fn read(app: &App, section: usize) -> Cow<'static, str> {
    let sign = match app.reader().read(section) {
        Read::Not => return " ".into(),
        Read::Partly => Sign::Partly,
        Read::Whole => Sign::Read,
    };
    signs::sign(app, sign)
}

/// The sections, and what is named in the one that shows.
pub fn draw(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let (shown, indent) = (app.reader().section(), app.reader().sidebar_indent());
    for (row, content) in (0..area.height).zip(app.sidebar_rows(area)) {
        match content {
            SidebarRow::Section {
                index,
                title,
                first,
                deep,
                answered,
                room,
            } => {
                let style = if index == shown {
                    theme.accent.0
                } else {
                    theme.text.0
                };
                if index == shown {
                    paint::row(
                        buffer,
                        area,
                        row,
                        0,
                        [Span::styled(signs::ours(app, "▌"), theme.accent.0)],
                    );
                }
                if first {
                    number(app, index, style, (area, row), buffer);
                }
                let indent = indent + deep;
                let room = area.width.saturating_sub(indent + 1 + room);
                paint::row(
                    buffer,
                    area,
                    row,
                    indent,
                    [Span::styled(clip(&title, room), style)],
                );
                let inside = Area {
                    width: area.width - 1,
                    ..area
                };
                let answered = answered.unwrap_or_default();
                paint::right(buffer, inside, row, &answered, theme.faint.0);
            }
            SidebarRow::Title => {
                let title = app.sidebar_title().unwrap_or_default();
                paint::row(buffer, area, row, 1, [Span::styled(title, theme.faint.0)]);
            }
            SidebarRow::Blank => {}
            SidebarRow::Legend(line) => {
                paint::row(
                    buffer,
                    area,
                    row,
                    1,
                    [Span::styled(signs::ours(app, line), theme.text.0)],
                );
            }
            SidebarRow::Makers(whose) => faint(&whose, theme, (area, row), buffer),
            SidebarRow::ByRule => {
                faint(app.words().overview.by_rule, theme, (area, row), buffer);
            }
            SidebarRow::Heading => {
                let number = app.reader().letter.sections()[shown].number.to_string();
                let heading = app.words().reader.named_in.replace("{}", &number);
                paint::row(buffer, area, row, 1, [Span::styled(heading, theme.faint.0)]);
            }
            SidebarRow::Named { entity, count } => {
                let kind = app.reader().entity(entity).kind;
                let count = count.to_string();
                let room = area.width.saturating_sub(6 + cells(&count));
                let name = app.under().entity_name_within(entity, room);
                paint::row(
                    buffer,
                    area,
                    row,
                    1,
                    [
                        Span::styled(sign(app, kind), colour(theme, kind)),
                        Span::raw(" "),
                        Span::raw(clip(name, room)),
                    ],
                );
                let inside = Area {
                    width: area.width - 1,
                    ..area
                };
                paint::right(buffer, inside, row, &count, theme.faint.0);
            }
            SidebarRow::More(more) => {
                let text = app.words().reader.more.replace("{}", &more.to_string());
                paint::row(buffer, area, row, 3, [Span::styled(text, theme.faint.0)]);
            }
        }
    }
}

/// The number of a section, the sign of its stance before it and that of what was read behind it.
fn number(app: &App, index: usize, style: Style, (area, row): (Area, u16), buffer: &mut Buffer) {
    let indent = app.reader().sidebar_indent();
    let letter = &app.reader().letter;
    let section = &letter.sections()[index];
    let judged = section.kind == SectionKind::Recommendation;
    if let Some(stance) = letter.stance(section).filter(|_| judged) {
        let sign = Span::styled(signs::ours(app, sign_of(stance.label)), style);
        paint::row(buffer, area, row, 1, [sign]);
    }
    let number = section.number.to_string();
    let number = clip(&number, WIDEST).into_owned();
    let at = (indent - 2).saturating_sub(cells(&number));
    paint::row(buffer, area, row, at, [Span::styled(number, style)]);
    let sign = [Span::styled(read(app, index), style)];
    paint::row(buffer, area, row, indent - 2, sign);
}

/// Whose reading something is, as far as there is room for it.
fn faint(words: &str, theme: &Theme, (area, row): (Area, u16), buffer: &mut Buffer) {
    let words = clip(words, area.width.saturating_sub(2));
    paint::row(buffer, area, row, 1, [Span::styled(words, theme.faint.0)]);
}
