//! Draws the finder.

use super::{
    paint::{self, cells, clip},
    sidebar, text,
    theme::Theme,
};
use crate::{
    app::{
        App, Subject,
        finder::{Filter, Find},
        geometry::{self, Area},
    },
    reading::finder::{Match, Source},
};
use ratatui::{
    buffer::Buffer,
    layout::Position,
    style::{Modifier, Style},
    symbols::line,
    text::Span,
};

/// Draws the finder; says where the cursor stands.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let find = app.find.as_ref()?;
    let at = geometry::finder(app.size);
    let cursor = prompt(app, find, theme, at.prompt, buffer);
    kinds(app, find, theme, at.kinds, buffer);
    list(app, find, theme, at.list, buffer);
    if let Some(area) = at.preview {
        if !find.matches.is_empty() {
            edge(theme, at.list, area, buffer);
        }
        preview(app, find, theme, area, buffer);
    }
    Some(cursor)
}

fn prompt(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) -> Position {
    let count = find.matches.len().to_string();
    let room = area.width.saturating_sub(cells(&count) + 4);
    let scroll = find.input.visual_scroll(usize::from(room));
    let value = find.input.value();
    paint::row(buffer, area, 0, 0, [Span::styled("> ", theme.accent.0)]);
    let inside = Area {
        x: area.x + 2,
        width: room,
        ..area
    };
    if value.is_empty() {
        let prompt = clip(app.words.finder.prompt, room);
        paint::row(buffer, inside, 0, 0, [Span::styled(prompt, theme.faint.0)]);
    } else {
        paint::row(
            buffer,
            inside,
            0,
            0,
            [Span::raw(paint::past(value, scroll))],
        );
    }
    paint::right(buffer, area, 0, &count, theme.faint.0);
    let column = find.input.visual_cursor().max(scroll) - scroll;
    Position::new(
        inside.x + u16::try_from(column).unwrap_or(room).min(room),
        area.y,
    )
}

fn kinds(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let name = |filter: &Filter| match filter {
        Filter::All => app.words.finder.all,
        Filter::Kind(kind) => app.words.kinds(*kind),
        Filter::Abbreviations => app.words.finder.abbreviations,
        Filter::Sections => app.words.finder.sections,
    };
    let filters = app.filters();
    let chosen = filters
        .iter()
        .position(|filter| *filter == find.filter)
        .unwrap_or_default();
    let names: Vec<&str> = filters.iter().map(name).collect();
    paint::choices(buffer, area, &names, chosen, theme.chosen.0, theme.faint.0);
}

fn list(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if find.matches.is_empty() {
        let nothing = app.words.finder.nothing.replace("{}", find.input.value());
        for (row, line) in (0..area.height).zip(text::wrapped(&nothing, usize::from(area.width))) {
            paint::row(buffer, area, row, 0, [Span::styled(line, theme.notice.0)]);
        }
        return;
    }
    let plain = theme.plain();
    let first = geometry::window(find.chosen, find.matches.len(), usize::from(area.height));
    for (row, (index, &found)) in (0..area.height).zip(find.matches.iter().enumerate().skip(first))
    {
        let Some(subject) = app.subject_of(found) else {
            continue;
        };
        let chosen = index == find.chosen;
        one(
            app,
            if chosen { &plain } else { theme },
            area,
            row,
            subject,
            found,
            buffer,
        );
        if chosen {
            paint::tint(buffer, area, row, theme.chosen.0);
        }
    }
}

/// One match: sign, name with what matched, how often it is named, and in which sections.
fn one(
    app: &App,
    theme: &Theme,
    area: Area,
    row: u16,
    subject: Subject,
    found: Match,
    buffer: &mut Buffer,
) {
    let sign = match subject {
        Subject::Entity(index) => {
            let kind = app.entity(index).kind;
            Span::styled(sidebar::sign(kind).to_owned(), sidebar::colour(theme, kind))
        }
        Subject::Abbreviation(_) => Span::styled("§".to_owned(), theme.faint.0),
        Subject::Section(index) => Span::styled(
            app.letter.sections()[index].number.to_string(),
            theme.accent.0,
        ),
    };
    let mut label = app.full_name(subject);
    let (field, source) = app.field(subject, found.field());
    let tail = if label.contains(&*field) {
        String::new()
    } else {
        format!(" · {field}")
    };
    let places = places(app, subject);
    let room = area.width.saturating_sub(
        3 + if places.is_empty() {
            0
        } else {
            cells(&places) + 2
        },
    );
    let kept = room.saturating_sub(cells(&tail)).max(room / 3);
    label = clip(&label, kept).into_owned();
    let matched = app.matched(&label);
    paint::row(buffer, area, row, 0, [sign]);
    let x = paint::row(
        buffer,
        Area {
            width: room + 3,
            ..area
        },
        row,
        3,
        painted(&label, &matched, Style::new(), theme.matched.0),
    );
    let rest = Area {
        x,
        width: (area.x + 3 + room).saturating_sub(x),
        ..area
    };
    let tail = clip(&tail, rest.width).into_owned();
    let slant = if source == Source::Also {
        theme.faint.0.add_modifier(Modifier::ITALIC)
    } else {
        theme.faint.0
    };
    paint::row(
        buffer,
        rest,
        row,
        0,
        painted(&tail, &app.matched(&tail), slant, theme.matched.0),
    );
    paint::right(buffer, area, row, &places, theme.faint.0);
}

/// How often an entity is named, and the numbers of the sections.
fn places(app: &App, subject: Subject) -> String {
    let spans = app.spans_of(subject);
    if spans.is_empty() {
        return String::new();
    }
    let count = spans.len();
    format!(
        "{count}×  {:<7}",
        app.words.sections(&app.letter, spans.into_iter())
    )
}

/// A text with some of its characters in another style.
fn painted(text: &str, positions: &[usize], plain: Style, matched: Style) -> Vec<Span<'static>> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut run = String::new();
    let mut before = false;
    for (index, c) in text.chars().enumerate() {
        let now = positions.binary_search(&index).is_ok();
        if now != before && !run.is_empty() {
            spans.push(Span::styled(
                std::mem::take(&mut run),
                if before { plain.patch(matched) } else { plain },
            ));
        }
        before = now;
        run.push(c);
    }
    spans.push(Span::styled(
        run,
        if before { plain.patch(matched) } else { plain },
    ));
    spans
}

/// What is chosen: an entity with a hit in its sentence, or the first words of a section.
fn preview(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) {
    match app.chosen_subject() {
        Some(subject @ (Subject::Entity(_) | Subject::Abbreviation(_))) => {
            preview_named(app, find, theme, area, subject, buffer);
        }
        Some(Subject::Section(section)) => {
            let section = &app.letter.sections()[section];
            let mut row = 0;
            for paragraph in [
                app.letter.recommendation(section),
                app.letter.response(section),
            ]
            .into_iter()
            .flatten()
            .take(2)
            {
                for line in text::wrapped(app.letter.paragraph(paragraph), usize::from(area.width))
                {
                    paint::row(buffer, area, row, 0, [Span::raw(line)]);
                    row += 1;
                }
                row += 1;
            }
        }
        None => {}
    }
}

fn preview_named(
    app: &App,
    find: &Find,
    theme: &Theme,
    area: Area,
    subject: Subject,
    buffer: &mut Buffer,
) {
    let spans = app.chosen_spans();
    let Some(&span) = spans.get(find.hit) else {
        return;
    };
    let (kind, about) = match subject {
        Subject::Entity(index) => {
            let entity = app.entity(index);
            let kind = format!(
                "{} {}",
                sidebar::sign(entity.kind),
                app.words.kind(entity.kind)
            );
            let by = app
                .words
                .explainer(app.catalogue.explained_by(entity, &app.letter));
            (
                kind,
                [entity.explanation(app.words.language), by]
                    .map(str::to_owned)
                    .to_vec(),
            )
        }
        Subject::Abbreviation(index) => {
            let abbreviation = app.abbreviation(index);
            let by = abbreviation
                .explained_by()
                .map(|by| app.words.explainer(by).to_owned());
            let about = abbreviation
                .expansion
                .clone()
                .into_iter()
                .chain(by)
                .collect();
            (app.words.card.abbreviation.to_owned(), about)
        }
        Subject::Section(_) => return,
    };
    let address = app.words.address(&app.letter, span.paragraph);
    let mut row = 0;
    let kind = Span::styled(kind, theme.faint.0);
    paint::row(buffer, area, row, 0, [kind]);
    paint::right(
        buffer,
        area,
        row,
        &format!("{address}  {}/{}", find.hit + 1, spans.len()),
        theme.accent.0,
    );
    row += 2;
    let sentence = text::in_sentence(&app.letter, span, area.width, theme.focus.0);
    let hit = sentence
        .iter()
        .position(|line| !line[1].content.is_empty())
        .unwrap_or_default();
    let skip = geometry::window(
        hit,
        sentence.len(),
        usize::from(area.height.saturating_sub(row)),
    );
    for line in sentence.into_iter().skip(skip) {
        paint::row(buffer, area, row, 0, line);
        row += 1;
    }
    row += 1;
    for line in about
        .iter()
        .flat_map(|text| text::wrapped(text, usize::from(area.width)))
    {
        paint::row(buffer, area, row, 0, [Span::styled(line, theme.faint.0)]);
        row += 1;
    }
}

/// The line that parts the list from the preview.
fn edge(theme: &Theme, list: Area, preview: Area, buffer: &mut Buffer) {
    if preview.y == list.y {
        let x = list.right() + 1;
        for y in list.y..list.bottom() {
            buffer[(x, y)]
                .set_symbol(line::VERTICAL)
                .set_style(theme.faint.0);
        }
    } else {
        for x in list.x..list.right() {
            buffer[(x, list.bottom())]
                .set_symbol(line::HORIZONTAL)
                .set_style(theme.faint.0);
        }
    }
}
