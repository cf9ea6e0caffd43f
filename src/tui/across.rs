//! Draws what is found in all letters: names, then the letters with the places in each.

use super::{
    finder,
    paint::{self, cells, clip},
    sidebar, signs,
    text::{self, Said},
    theme::Theme,
};
use crate::app::{
    App, cursor,
    geometry::{self, Area},
    library::{
        Letters,
        across::{Across, Hit, Row, Sought},
        list,
    },
    listed::Listed,
};
use ratatui::{buffer::Buffer, layout::Position, text::Span};

/// Draws it; says where the cursor stands, where something can be typed.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let letters = app.letters()?;
    let across = letters.across.as_ref()?;
    let size = app.reader().size;
    let at = geometry::finder(size);
    let cursor = prompt(app, letters, across, theme, at.prompt, buffer);
    kinds(app, across, theme, at.kinds, buffer);
    let area = list(size);
    if across.hits.is_empty() && !across.has_more() {
        nothing(app, letters, across, theme, area, buffer);
    }
    let first = cursor::window(across.chosen, across.rows.len(), usize::from(area.height));
    let most = years(across).max().unwrap_or(1);
    let plain = theme.plain();
    for (line, index) in (0..area.height).zip(first..across.rows.len()) {
        let chosen = index == across.chosen;
        let look = if chosen { &plain } else { theme };
        match across.rows[index] {
            Row::Name(name) => named(app, letters, name, look, area, line, buffer),
            Row::Title(row) | Row::Letter(row) => {
                letter(&letters.rows[row], look, area, line, buffer);
            }
            Row::Year(year, times) => bar(app, year, (times, most), look, area, line, buffer),
            Row::Hit(hit) => {
                let from = area.inner(1, 0);
                place(app, letters, across.hits[hit], look, from, line, buffer);
            }
            Row::From(hit) => {
                let hit = across.hits[hit];
                let from = earlier(app, &letters.rows[hit.letter], look, area, line, buffer);
                place(app, letters, hit, look, from, line, buffer);
            }
        }
        if chosen {
            paint::tint(buffer, area, line, theme.chosen.0);
        }
    }
    cursor
}

/// How often what is sought is named, year by year.
fn years(across: &Across) -> impl Iterator<Item = usize> {
    across.rows.iter().filter_map(|row| match row {
        Row::Year(_, times) => Some(*times),
        _ => None,
    })
}

/// The line in which is typed, and behind it what was found and where was looked.
fn prompt(
    app: &App,
    letters: &Letters,
    across: &Across,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<Position> {
    let words = &app.words().library;
    let scope = app.scope_words().unwrap_or_default();
    let more = if across.is_cut { "+" } else { "" };
    let mut state = words.found(&format!("{}{more}", across.places), across.holds);
    if across.has_more() {
        state += " …";
    }
    let state = if across.places == 0 {
        scope
    } else {
        format!("{state} · {scope}")
    };
    if let Sought::Named(index) = across.sought {
        let room = area.width.saturating_sub(cells(&state) + 2);
        let name = clip(&letters.names.at(index).entity.name, room);
        paint::row(buffer, area, 0, 0, [Span::styled(name, theme.title.0)]);
        paint::right(buffer, area, 0, &state, theme.faint.0);
        return None;
    }
    Some(finder::line(
        &across.input,
        words.all_prompt,
        &state,
        theme,
        area,
        buffer,
    ))
}

/// The kinds of what can be sought; of a name, what it is.
fn kinds(app: &App, across: &Across, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let words = &app.words().library;
    if across.is_of_name() {
        return;
    }
    let names = Sought::KINDS.map(|kind| words.kind(kind));
    let chosen = Sought::KINDS.iter().position(|kind| *kind == across.sought);
    let chosen = chosen.unwrap_or_default();
    paint::choices(buffer, area, &names, chosen, theme.chosen.0, theme.faint.0);
}

/// That nothing was found, in whichever way.
fn nothing(
    app: &App,
    letters: &Letters,
    across: &Across,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) {
    let typed = across.input.value();
    if typed.trim().is_empty() && across.sought == Sought::Typed {
        return;
    }
    let words = &app.words().library;
    let sentence = if typed.trim().is_empty() {
        words.nothing_of_kind.to_owned()
    } else {
        words.nothing_in_all.replace("{}", typed)
    };
    let sentence = sentence.replace("{letters}", &letters.rows.len().to_string());
    let below = u16::try_from(across.rows.len()).unwrap_or(area.height);
    let lines = text::wrapped(&sentence, usize::from(area.width));
    for (row, line) in (below..area.height).zip(lines) {
        paint::row(buffer, area, row, 0, [Span::styled(line, theme.notice.0)]);
    }
}

/// A name, what it is, and in how many letters it stands.
fn named(
    app: &App,
    letters: &Letters,
    index: usize,
    theme: &Theme,
    area: Area,
    line: u16,
    buffer: &mut Buffer,
) {
    let named = letters.names.at(index);
    let entity = &named.entity;
    let count = &app.words().library;
    let count = count.found(&named.times().to_string(), named.letters.len());
    let count = format!("{} · {count}", app.words().kind(entity.kind));
    let room = area.width.saturating_sub(cells(&count) + 2);
    let name = match &entity.abbreviation {
        Some(short) => format!("{} ({short})", entity.name),
        None => entity.name.clone(),
    };
    let look = sidebar::look(theme, entity.kind).0;
    let name = clip(&name, room).into_owned();
    paint::row(buffer, area, line, 0, [Span::styled(name, look)]);
    paint::right(buffer, area, line, &count, theme.faint.0);
}

/// A letter: when it was sent, what it is called and its title.
fn letter(listed: &Listed, theme: &Theme, area: Area, line: u16, buffer: &mut Buffer) {
    let date = listed.date.map(|date| date.to_string());
    let date = format!("{:<10}  ", date.unwrap_or_else(|| "–".to_owned()));
    let name = clip(&listed.name, area.width.saturating_sub(cells(&date)) / 2).into_owned();
    let room = area.width.saturating_sub(cells(&date) + cells(&name) + 2);
    let title = clip(&listed.title, room).into_owned();
    let parts = [
        Span::styled(date, theme.faint.0),
        Span::styled(name, theme.accent.0),
        Span::raw("  "),
        Span::styled(title, theme.title.0),
    ];
    paint::row(buffer, area, line, 0, parts);
}

/// A year with a bar as long as what is sought is named often in it.
fn bar(
    app: &App,
    year: u32,
    (times, most): (usize, usize),
    theme: &Theme,
    area: Area,
    line: u16,
    buffer: &mut Buffer,
) {
    let count = times.to_string();
    let room = usize::from(area.width.saturating_sub(8 + cells(&count))).min(60);
    let long = (times * room).div_ceil(most.max(1)).max(1);
    let bar = signs::ours(app, "━".repeat(long));
    let parts = [
        Span::styled(format!("{year:>4}  "), theme.faint.0),
        Span::styled(bar, theme.accent.0),
        Span::raw(format!(" {count}")),
    ];
    paint::row(buffer, area, line, 0, parts);
}

/// The fewest cells in which the date of an earlier letter leaves room for its words.
const DATED: u16 = 70;

/// Which earlier letter a sentence comes back from; gives the room that is left for it.
fn earlier(
    app: &App,
    listed: &Listed,
    theme: &Theme,
    area: Area,
    line: u16,
    buffer: &mut Buffer,
) -> Area {
    let date = listed.date.filter(|_| area.width >= DATED);
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    let from = app.words().library.from.replace("{}", &listed.name);
    let from = format!("  {from} {date}");
    let from = clip(&from, area.width / 2).into_owned();
    let taken = cells(&from) + 1;
    paint::row(buffer, area, line, 0, [Span::styled(from, theme.faint.0)]);
    Area {
        x: area.x + taken,
        width: area.width.saturating_sub(taken),
        ..area
    }
}

/// A place in a letter: its address and its sentence.
fn place(
    app: &App,
    letters: &Letters,
    hit: Hit,
    theme: &Theme,
    area: Area,
    line: u16,
    buffer: &mut Buffer,
) {
    let letter = &letters.held(hit.letter).letter;
    let count = match hit.count {
        1 => String::new(),
        count => format!("{count}×"),
    };
    let words = Area {
        width: area.width.saturating_sub(5),
        ..area
    };
    let said = Said {
        letter,
        address: app.words().address(letter, hit.span.paragraph),
        span: hit.span,
    };
    text::said(&said, theme, words, line, buffer);
    paint::right(buffer, area, line, &count, theme.faint.0);
}
