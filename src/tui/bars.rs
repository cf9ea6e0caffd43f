//! The header and the footer.

use super::{
    paint::{self, cells, clip},
    sidebar, signs,
    theme::Theme,
};
use crate::app::{
    App,
    footer::{APART, Left, Told, typed_room},
    geometry::{self, Area},
    message::Input,
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Which letter this is, and of when; on a narrow screen which section shows.
pub fn header(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let inside = area.inner(1, 0);
    let facts = &app.reader().letter.facts;
    let language = app.words().language;
    let id = match (&facts.dossier, &facts.number) {
        (Some(dossier), Some(number)) => Some(format!("{dossier}, nr. {number}")),
        (Some(dossier), None) => Some(dossier.clone()),
        _ => None,
    };
    if geometry::folded(app.reader().size) || app.reader().regions().sidebar.is_none() {
        let section = &app.reader().letter.sections()[app.reader().section()];
        let read = sidebar::read(app, app.reader().section());
        let title = format!("{}{read} {}", section.number, app.title(section));
        let id = id.unwrap_or_default();
        let room = inside.width.saturating_sub(cells(&id) + 2);
        paint::row(
            buffer,
            inside,
            0,
            0,
            [Span::styled(clip(&title, room), theme.accent.0)],
        );
        paint::right(buffer, inside, 0, &id, theme.faint.0);
        return;
    }
    let date = facts
        .date
        .map(|date| date.words(language))
        .unwrap_or_default();
    let title = match (app.reader().letter.short_title(), &facts.title) {
        (Some(title), _) => title.get(language),
        (None, Some(title)) => title,
        (None, None) => app.reader().letter.paragraph(0),
    };
    let lead = id.map(|id| format!("{id} · ")).unwrap_or_default();
    let room = inside.width.saturating_sub(cells(&lead) + cells(&date) + 2);
    let spans = [
        Span::styled(lead, theme.faint.0),
        Span::styled(clip(title, room), theme.title.0),
    ];
    paint::row(buffer, inside, 0, 0, spans);
    paint::right(buffer, inside, 0, &date, theme.faint.0);
}

/// What stands in the footer. Says where the cursor stands, if it stands here.
pub fn footer(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<Position> {
    let inside = area.inner(1, 0);
    let footer = app.footer();
    let cursor = match footer.left {
        Left::Place {
            address,
            far,
            notice,
        } => {
            let place = [
                Span::styled(address, theme.accent.0),
                Span::styled(far, theme.faint.0),
            ];
            let x = paint::row(buffer, inside, 0, 0, place);
            let from = (x + APART).min(inside.right());
            let notice = clip(notice.unwrap_or_default(), inside.right() - from);
            let notice = [Span::styled(notice, theme.notice.0)];
            paint::row(buffer, inside, 0, from - inside.x, notice);
            None
        }
        Left::Line { sign, input, told } => Some(line(theme, inside, sign, input, &told, buffer)),
    };
    for (column, hint) in footer.hints {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let hint = [
            Span::styled(signs::ours(app, hint.keys), theme.key.0),
            Span::styled(format!(" {}", hint.does), theme.faint.0),
        ];
        paint::row(buffer, inside, 0, column, hint);
    }
    cursor
}

/// A line that is typed in, with what came of it behind it; says where the cursor stands.
fn line(
    theme: &Theme,
    area: Area,
    sign: &str,
    input: &Input,
    told: &Told,
    buffer: &mut Buffer,
) -> Position {
    let room = typed_room(area.width);
    let scroll = input.visual_scroll(usize::from(room));
    paint::row(buffer, area, 0, 0, [Span::styled(sign, theme.accent.0)]);
    let typed = Area {
        x: area.x + 1,
        width: room,
        ..area
    };
    let value = [Span::raw(paint::past(input.value(), scroll))];
    let x = paint::row(buffer, typed, 0, 0, value) + APART;
    let rest = Area {
        x,
        width: area.right().saturating_sub(x),
        ..area
    };
    let style = match told {
        Told::Found(_) => theme.accent.0,
        Told::Aside(_) => theme.faint.0,
        Told::Refusal(_) => theme.notice.0,
    };
    let text = clip(told.text(), rest.width);
    paint::row(buffer, rest, 0, 0, [Span::styled(text, style)]);
    let column = input.visual_cursor().max(scroll) - scroll;
    Position::new(
        typed.x + u16::try_from(column).unwrap_or(room).min(room),
        area.y,
    )
}
