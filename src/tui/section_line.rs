//! Draws the line over the text: which section it is, and what the response comes to.

use super::{
    paint::{self, cells, clip},
    signs,
    theme::Theme,
};
use crate::{
    app::{App, geometry::Area},
    letter::Section,
};
use ratatui::{buffer::Buffer, text::Span};

/// The title of the section that shows and what the response comes to, as far as there is room. Whose reading
/// that is stands in the sidebar; where there is none, before it, or it is not shown.
pub fn draw(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    /// How many cells keep the two apart.
    const APART: u16 = 2;
    let section = &app.reader().letter.sections()[app.reader().section()];
    let title = title(app, section);
    let makers = match app.reader().regions().sidebar {
        Some(_) => String::new(),
        None => format!("{} · ", whose(app)),
    };
    let lines = app
        .reader()
        .letter
        .stance(section)
        .map(|stance| app.stance_lines(stance));
    let taken = |line: &String| cells(&makers) + cells(line) + APART;
    let fits = |left: &str, line: &&String| cells(left) + taken(line) <= area.width;
    // The longest that leaves the title whole; else the shortest that leaves its number.
    let stance = lines.as_ref().and_then(|lines| {
        let whole = lines.iter().find(|line| fits(&title, line));
        let number = heading(app, section).unwrap_or_default();
        whole.or_else(|| {
            let shortest = lines.iter().min_by_key(|line| cells(line));
            shortest.filter(|line| fits(number, line))
        })
    });
    let room = area.width - stance.map_or(0, taken);
    let title = clip(&title, room).into_owned();
    paint::row(buffer, area, 0, 0, [Span::styled(title, theme.accent.0)]);
    let Some(stance) = stance else { return };
    paint::right(buffer, area, 0, &signs::ours(app, stance), theme.title.0);
    let before = Area {
        width: area.width - cells(stance),
        ..area
    };
    paint::right(buffer, before, 0, &makers, theme.faint.0);
}

/// Whose reading it is what the responses come to.
fn whose(app: &App) -> &'static str {
    app.words().read_by(app.reader().letter.knows_stances())
}

/// `Aanbeveling 4 · Mondiaal aanjagen, online`: the letter's own heading and our title, or one of them.
pub fn title(app: &App, section: &Section) -> String {
    match (heading(app, section), app.reader().letter.title(section)) {
        (Some(heading), Some(title)) => format!("{heading} · {}", title.get(app.words().language)),
        (Some(heading), None) => heading.to_owned(),
        (None, _) => app.title(section),
    }
}

/// The letter's own heading without the separator behind it, if it has one.
fn heading<'app>(app: &'app App, section: &Section) -> Option<&'app str> {
    let heading = app.reader().letter.heading(section)?;
    Some(heading.trim_end_matches([':', '.', '–', '-', ' ']))
}
