//! The header and the footer.

use super::{
    hints,
    paint::{self, cells, clip},
    sidebar,
    theme::Theme,
};
use crate::{
    app::{
        App, Overlay,
        geometry::{self, Area},
        message::Input,
        search::Search,
        seen::Read,
    },
    letter::SectionKind,
    reading::flow::Show,
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Which letter this is, and of when; on a narrow screen which section shows.
pub fn header(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let inside = area.inner(1, 0);
    let facts = &app.letter.facts;
    let language = app.words.language;
    let id = match (&facts.dossier, &facts.number) {
        (Some(dossier), Some(number)) => Some(format!("{dossier}, nr. {number}")),
        (Some(dossier), None) => Some(dossier.clone()),
        _ => None,
    };
    if geometry::folded(app.size) || app.regions().sidebar.is_none() {
        let section = &app.letter.sections()[app.section()];
        // What shows is always read in part.
        let read = match app.read(app.section()) {
            Read::Whole => sidebar::read(app, app.section()),
            Read::Not | Read::Partly => " ",
        };
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
    let title = match (app.letter.short_title(), &facts.title) {
        (Some(title), _) => title.get(language),
        (None, Some(title)) => title,
        (None, None) => app.letter.paragraph(0),
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

/// Where the reader is, and beside it what can be done now or what has just happened; or the line
/// that is typed in. Says where the cursor stands, if it stands here.
pub fn footer(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<Position> {
    let inside = area.inner(1, 0);
    match (&app.overlay, &app.search) {
        (Some(Overlay::Search), Some(search)) => {
            let state = Span::styled(search_state(app, search), theme.accent.0);
            return Some(line(app, theme, inside, "/", &search.input, &state, buffer));
        }
        (Some(Overlay::Goto(goto)), _) => {
            let state = match (&goto.refusal, app.goto_target(goto)) {
                (Some(refusal), _) => Span::styled(refusal.clone(), theme.notice.0),
                (None, Some(target)) => Span::styled(target, theme.faint.0),
                (None, None) if goto.input.value().is_empty() => {
                    Span::styled(app.words.goto.prompt, theme.faint.0)
                }
                (None, None) => Span::default(),
            };
            return Some(line(app, theme, inside, ":", &goto.input, &state, buffer));
        }
        _ => {}
    }
    let x = paint::row(buffer, inside, 0, 0, where_it_is(app, theme));
    let from = (x + 3).min(inside.right());
    let room = inside.right() - from;
    if let Some(notice) = &app.notice {
        let spans = [Span::styled(clip(notice, room), theme.notice.0)];
        let x = paint::row(buffer, inside, 0, from - inside.x, spans);
        right_hints(
            app,
            theme,
            inside,
            inside.right().saturating_sub(x + 3),
            buffer,
        );
        return None;
    }
    right_hints(app, theme, inside, room, buffer);
    None
}

fn right_hints(app: &App, theme: &Theme, area: Area, room: u16, buffer: &mut Buffer) {
    let spans = paint::hints(hints::hints(app), room, theme.key.0, theme.faint.0);
    let width: u16 = spans.iter().map(|span| cells(&span.content)).sum();
    paint::row(buffer, area, 0, area.width.saturating_sub(width), spans);
}

/// A line that is typed in, with what came of it behind it, and hints where there is room.
fn line(
    app: &App,
    theme: &Theme,
    area: Area,
    sign: &str,
    input: &Input,
    state: &Span,
    buffer: &mut Buffer,
) -> Position {
    let room = (area.width / 2)
        .max(area.width.saturating_sub(30))
        .saturating_sub(1);
    let scroll = input.visual_scroll(usize::from(room));
    paint::row(
        buffer,
        area,
        0,
        0,
        [Span::styled(sign.to_owned(), theme.accent.0)],
    );
    let typed = Area {
        x: area.x + 1,
        width: room,
        ..area
    };
    let x = paint::row(
        buffer,
        typed,
        0,
        0,
        [Span::raw(paint::past(input.value(), scroll))],
    );
    let rest = Area {
        x: x + 3,
        width: area.right().saturating_sub(x + 3),
        ..area
    };
    let text = clip(&state.content, rest.width).into_owned();
    let x = paint::row(buffer, rest, 0, 0, [Span::styled(text, state.style)]);
    right_hints(app, theme, area, area.right().saturating_sub(x + 3), buffer);
    let column = input.visual_cursor().max(scroll) - scroll;
    Position::new(
        typed.x + u16::try_from(column).unwrap_or(room).min(room),
        area.y,
    )
}

/// Which of how many hits shows, and how they stand there if not as typed.
fn search_state(app: &App, search: &Search) -> String {
    let words = &app.words.search;
    if search.input.value().is_empty() {
        return words.prompt.to_owned();
    }
    if !search.is_whole() {
        return "…".to_owned();
    }
    if search.hits().is_empty() {
        return words.nothing.replace("{}", search.input.value());
    }
    let count = search.position();
    match (search.kinder_way(), search.with_other_case()) {
        (Some(way), _) => format!("{} {count}", words.way(way)),
        (None, 0) => count,
        (None, others) => {
            let others = words.other_case.replace("{}", &others.to_string());
            format!("{count} · {others}")
        }
    }
}

fn where_it_is(app: &App, theme: &Theme) -> [Span<'static>; 2] {
    let address = app.words.address(&app.letter, app.here());
    let section = &app.letter.sections()[app.section()];
    let of = match section.kind {
        SectionKind::Recommendation => {
            format!("  {}/{} ·", section.number, app.letter.recommendations())
        }
        _ => " ".to_owned(),
    };
    [
        Span::styled(address, theme.accent.0),
        Span::styled(format!("{of} {} %", percentage(app)), theme.faint.0),
    ]
}

/// How much of the section has come by, in bytes of its text, up to the last row that shows.
fn percentage(app: &App) -> usize {
    let paragraphs = &app.letter.sections()[app.section()].paragraphs;
    let bytes = |paragraph: usize| app.letter.paragraph(paragraph).len();
    let place = |paragraph, byte| app.letter.offset(crate::letter::Place { paragraph, byte });
    let last = app.page().iter().rev().find_map(|line| match line.show {
        Show::Text(row) => Some(place(line.paragraph, row.end)),
        _ => None,
    });
    let start = place(paragraphs.start, 0);
    let whole = place(paragraphs.end - 1, bytes(paragraphs.end - 1)) - start;
    last.map_or(0, |last| {
        ((last - start) * 100).checked_div(whole).unwrap_or(100)
    })
}
