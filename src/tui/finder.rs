//! Draws the finder.

mod preview;

use super::{
    paint::{self, cells, clip},
    sidebar,
    signs::{self, Sign},
    text,
    theme::Theme,
};
use crate::{
    app::{
        App, Subject,
        finder::{Find, InText, Line, Row},
        geometry::{self, Area},
    },
    reading::{
        asked::Way,
        finder::{Match, Source},
    },
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
    let find = app.reader().find.as_ref()?;
    let at = geometry::finder(app.reader().size);
    let cursor = prompt(app, find, theme, at.prompt, buffer);
    kinds(app, find, theme, at.kinds, buffer);
    list(app, find, theme, at.list, buffer);
    if let Some(area) = at.preview {
        if find.count() > 0 {
            edge(app, theme, at.list, area, buffer);
        }
        preview::draw(app, find, theme, area, buffer);
    }
    Some(cursor)
}

fn prompt(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) -> Position {
    let count = match find.count() {
        0 => "0".to_owned(),
        count => format!("{}/{count}", find.chosen + 1),
    };
    let mut count = count + if find.text.has_more() { " …" } else { "" };
    if let Some(scope) = app.scope_words() {
        count = format!("{count} · {scope}");
    }
    line(
        &find.input,
        app.words().finder.prompt,
        &count,
        theme,
        area,
        buffer,
    )
}

/// A line in which is typed, and at its end how far that leads; says where the cursor stands.
pub fn line(
    input: &crate::app::message::Input,
    prompt: &str,
    count: &str,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Position {
    let room = area.width.saturating_sub(cells(count) + 4);
    let scroll = input.visual_scroll(usize::from(room));
    let value = input.value();
    paint::row(buffer, area, 0, 0, [Span::styled("> ", theme.accent.0)]);
    let inside = Area {
        x: area.x + 2,
        width: room,
        ..area
    };
    if value.is_empty() {
        let prompt = clip(prompt, room);
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
    paint::right(buffer, area, 0, count, theme.faint.0);
    let column = input.visual_cursor().max(scroll) - scroll;
    Position::new(
        inside.x + u16::try_from(column).unwrap_or(room).min(room),
        area.y,
    )
}

fn kinds(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let (names, chosen) = find.filter_names(app.words());
    paint::choices(buffer, area, &names, chosen, theme.chosen.0, theme.faint.0);
}

fn list(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if find.count() == 0 && !find.text.has_more() {
        let nothing = app.words().finder.nothing.replace("{}", find.input.value());
        for (row, line) in (0..area.height).zip(text::wrapped(&nothing, usize::from(area.width))) {
            paint::row(buffer, area, row, 0, [Span::styled(line, theme.notice.0)]);
        }
        return;
    }
    let (plain, tint) = (theme.plain(), theme.chosen.0);
    let first = find.first_line(usize::from(area.height));
    let lines = (first..).map_while(|index| find.line(index));
    for (row, line) in (0..area.height).zip(lines) {
        let heading = |text: &str, buffer: &mut Buffer| {
            let text = clip(text, area.width).into_owned();
            paint::row(buffer, area, row, 0, [Span::styled(text, theme.faint.0)]);
        };
        match line {
            Line::TextHeading => heading(&text_heading(app, &find.text), buffer),
            Line::NoteHeading => heading(app.words().finder.own_notes, buffer),
            Line::NearHeading => heading(app.words().finder.near, buffer),
            Line::Row(index) => {
                let chosen = index == find.chosen;
                let theme = if chosen { &plain } else { theme };
                if let Some(found) = find.row(index) {
                    one_row(app, find, theme, area, row, found, buffer);
                }
                if chosen {
                    paint::tint(buffer, area, row, tint);
                }
            }
        }
    }
}

/// What stands above the paragraphs: in which way they hold the words.
fn text_heading(app: &App, found: &InText) -> String {
    let words = &app.words();
    match found.way {
        Way::Typed => words.finder.in_text.to_owned(),
        way => {
            let otherwise = words.search.way_heading(way).to_lowercase();
            format!("{}: {otherwise}", words.finder.in_text)
        }
    }
}

fn one_row(
    app: &App,
    find: &Find,
    theme: &Theme,
    area: Area,
    row: u16,
    found: Row,
    buffer: &mut Buffer,
) {
    match found {
        Row::Name(found) | Row::Near(found) => {
            if let Some(subject) = find.subject_of(found) {
                one(app, theme, area, row, subject, found, buffer);
            }
        }
        Row::Note(index) => own_note(app, find.notes[index], theme, area, row, buffer),
        Row::Text(paragraph) => {
            let hits = find.text.within(paragraph);
            let first = find.text.spans[hits.start];
            let words = Area {
                width: area.width.saturating_sub(5),
                ..area
            };
            text::snippet(app, theme, words, row, first, buffer);
            if hits.len() > 1 {
                let count = format!("{}×", hits.len());
                paint::right(buffer, area, row, &count, theme.faint.0);
            }
        }
    }
}

/// A note of one's own: its sign and words, and the address of its paragraph.
fn own_note(app: &App, paragraph: usize, theme: &Theme, area: Area, row: u16, buffer: &mut Buffer) {
    let address = app.words().address(&app.reader().letter, paragraph);
    let words = Area {
        x: area.x + 3,
        width: area.width.saturating_sub(5 + cells(&address)),
        ..area
    };
    let note = app
        .reader()
        .mark_at(paragraph)
        .map_or("", |mark| &mark.note);
    let note = clip(note, words.width).into_owned();
    let sign = Span::styled(signs::sign(app, Sign::OwnNote), theme.mark.0);
    paint::row(buffer, area, row, 0, [sign]);
    let matched = app.reader().matched(&note);
    paint::row(
        buffer,
        words,
        row,
        0,
        painted(&note, &matched, Style::new(), theme.matched.0),
    );
    paint::right(buffer, area, row, &address, theme.accent.0);
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
            let kind = app.reader().entity(index).kind;
            Span::styled(sidebar::sign(app, kind), sidebar::colour(theme, kind))
        }
        Subject::Abbreviation(_) => Span::styled("§".to_owned(), theme.faint.0),
        Subject::Section(index) => Span::styled(
            app.reader().letter.sections()[index].number.to_string(),
            theme.accent.0,
        ),
    };
    let (field, source) = app.under().field(subject, found.field());
    let places = places(app, subject);
    let room = area.width.saturating_sub(
        3 + if places.is_empty() {
            0
        } else {
            cells(&places) + 2
        },
    );
    let (label, tail) = label(app, subject, &field, room);
    let matched = app.reader().matched(&label);
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
        painted(&tail, &app.reader().matched(&tail), slant, theme.matched.0),
    );
    paint::right(buffer, area, row, &places, theme.faint.0);
}

/// What a subject is called in so many cells, and behind it the field by which it was found, where what it is
/// called does not show that. The name is cut where no form of it is short enough.
fn label(app: &App, subject: Subject, field: &str, room: u16) -> (String, String) {
    let tail = |label: &str| {
        if label.contains(field) {
            String::new()
        } else {
            format!(" · {field}")
        }
    };
    let whole = app.under().full_name(subject);
    let kept = |label: &str, tail: &str| {
        let most = cells(label).min(room / 3 * 2);
        room.saturating_sub(cells(tail)).max(most)
    };
    let beside = tail(&whole);
    let most = kept(&whole, &beside);
    if cells(&whole) <= most {
        return (whole, beside);
    }
    let label = match subject {
        Subject::Entity(index) => {
            let name = app.under().entity_name(index);
            let short = app.under().entity_name_within(index, most);
            // A form that begins the name says no more than the name, cut where it ends.
            if name.starts_with(short) { name } else { short }
        }
        _ => &whole,
    };
    let beside = tail(label);
    (clip(label, kept(label, &beside)).into_owned(), beside)
}

/// How often an entity is named, and the numbers of the sections.
fn places(app: &App, subject: Subject) -> String {
    let spans = app.reader().spans_of(subject);
    if spans.is_empty() {
        return String::new();
    }
    let count = spans.len();
    format!(
        "{count}×  {:<7}",
        app.words()
            .sections(&app.reader().letter, spans.into_iter())
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

/// The line that parts the list from the preview.
fn edge(app: &App, theme: &Theme, list: Area, preview: Area, buffer: &mut Buffer) {
    if preview.y == list.y {
        let x = list.right() + 1;
        let down = signs::ours(app, line::VERTICAL);
        for y in list.y..list.bottom() {
            buffer[(x, y)].set_symbol(&down).set_style(theme.faint.0);
        }
    } else {
        let across = signs::ours(app, line::HORIZONTAL);
        for x in list.x..list.right() {
            buffer[(x, list.bottom())]
                .set_symbol(&across)
                .set_style(theme.faint.0);
        }
    }
}
