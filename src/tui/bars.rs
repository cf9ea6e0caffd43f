//! The header and the footer.

use super::{
    paint::{self, cells, clip},
    theme::Theme,
};
use crate::{
    app::{
        App, Overlay,
        card::CardSubject,
        geometry::{self, Area},
        keymap::{self, Mode},
        message::{Act, Reach, Turn},
    },
    letter::SectionKind,
    reading::flow::Show,
};
use ratatui::{buffer::Buffer, text::Span};

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
        let title = format!("{}  {}", section.number, app.title(section));
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

/// Where the reader is, and beside it what can be done now or what has just happened.
pub fn footer(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let inside = area.inner(1, 0);
    let x = paint::row(buffer, inside, 0, 0, where_it_is(app, theme));
    let from = (x + 3).min(inside.right());
    let room = inside.right() - from;
    if let Some(notice) = &app.notice {
        let spans = [Span::styled(clip(notice, room), theme.notice.0)];
        paint::row(buffer, inside, 0, from - inside.x, spans);
        return;
    }
    let spans = paint::hints(hints(app), room, theme.key.0, theme.faint.0);
    let width: u16 = spans.iter().map(|span| cells(&span.content)).sum();
    paint::row(buffer, inside, 0, inside.width.saturating_sub(width), spans);
}

/// What can be done now, the most useful first.
fn hints(app: &App) -> Vec<(String, &str)> {
    let (finder, card) = (&app.words.finder, &app.words.card);
    let choose = Act::Choose(Turn::On, Reach::Row);
    match &app.overlay {
        None => {
            let words = &app.words.reader.hints;
            vec![
                hint(Mode::Reading, &[Act::Find], &words.find),
                hint(Mode::Reading, &[Act::Mention(Turn::On)], &words.mention),
                hint(Mode::Reading, &[Act::Card], &words.card),
                hint(Mode::Reading, &[Act::Help], &words.help),
                hint(Mode::Reading, &[Act::Quit], &words.quit),
            ]
        }
        Some(Overlay::Finder) => vec![
            hint(Mode::Finder, &[Act::Accept], &finder.hint_jump),
            hint(
                Mode::Finder,
                &[Act::Choose(Turn::Back, Reach::Row), choose],
                &finder.hint_choose,
            ),
            hint(
                Mode::Finder,
                &[Act::Aside(Turn::Back), Act::Aside(Turn::On)],
                &finder.hint_hits,
            ),
            hint(Mode::Finder, &[Act::Kind(Turn::On)], &finder.hint_kind),
            hint(Mode::Finder, &[Act::Close], &finder.hint_close),
        ],
        Some(Overlay::Card(open)) => {
            let close = hint(Mode::Card, &[Act::Close], &card.hint_close);
            match open.subject {
                CardSubject::Entity(_) => vec![
                    hint(Mode::Card, &[Act::Accept], &card.hint_jump),
                    hint(
                        Mode::Card,
                        &[choose, Act::Choose(Turn::Back, Reach::Row)],
                        &card.hint_list,
                    ),
                    close,
                ],
                CardSubject::Note(_) => vec![close],
            }
        }
        Some(Overlay::Help(_)) => {
            let words = &app.words.help;
            vec![
                hint(
                    Mode::Help,
                    &[Act::Choose(Turn::Back, Reach::Row), choose],
                    &words.hint_scroll,
                ),
                hint(Mode::Help, &[Act::Close], &words.hint_close),
            ]
        }
    }
}

/// The first key of each of these acts with what they do.
fn hint<'words>(mode: Mode, acts: &[Act], does: &'words str) -> (String, &'words str) {
    let key = |act: &Act| keymap::binding(mode, *act).map(|binding| binding.keys[0].to_string());
    (
        acts.iter().filter_map(key).collect::<Vec<_>>().join(" "),
        does,
    )
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
