//! The face on a terminal: draws the state, and gives the reader a terminal to run on.
//!
//! Panes are files of free functions that read the state and write cells. The only place that knows
//! ratatui.

mod across;
mod asks;
mod bars;
mod basket;
mod card;
mod concordance;
mod copy;
mod finder;
mod heat;
mod hedges;
mod help;
mod left_out;
mod letters;
mod list;
mod made_of;
mod margin;
mod overview;
mod own_note;
pub mod own_theme;
mod paint;
mod pieces;
mod section_line;
mod sidebar;
mod signs;
pub mod terminal;
mod text;
pub mod theme;
mod themes;
mod timeline;
mod trail;
mod verify;
mod warning;

use crate::app::{App, Overlay, geometry};
use ratatui::{Frame, buffer::Buffer, layout::Position, style::Style, symbols::line};
use theme::Theme;

/// Draws the whole screen into a frame of ratatui's.
pub fn view(app: &App, theme: &Theme, frame: &mut Frame) {
    if let Some(cursor) = draw(app, theme, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the whole screen into an empty buffer; says where the cursor is to show.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    if theme.text.0 != Style::new() {
        buffer.set_style(area, theme.text.0);
    }
    if geometry::too_small(app.reader().size) {
        let text = &app.words().reader.too_small;
        for (row, line) in (0..area.height).zip(text::wrapped(text, usize::from(area.width))) {
            buffer.set_stringn(0, row, line, usize::from(area.width), Style::new());
        }
        return None;
    }
    let regions = app.reader().regions();
    bars::header(app, theme, regions.header, buffer);
    if let Some((above, below)) = regions.rules {
        rules(app, theme, [above, below], buffer);
    }
    if !covers_panes(app) {
        if let Some(area) = regions.sidebar {
            sidebar::draw(app, theme, area, buffer);
        }
        text::draw(app, theme, regions.text, buffer);
        margin::draw(app, theme, buffer);
        hedges::legend(app, theme, buffer);
    }
    let typing = bars::footer(app, theme, regions.footer, buffer);
    let cursor = match &app.overlay() {
        None | Some(Overlay::Search | Overlay::Goto(_)) => typing,
        Some(Overlay::List) => Some(list::draw(app, theme, buffer)),
        Some(Overlay::Letters) => letters::draw(app, theme, buffer),
        Some(Overlay::Across) => across::draw(app, theme, buffer),
        Some(Overlay::Copy(menu)) => {
            copy::menu(app, *menu, theme, buffer);
            None
        }
        Some(Overlay::Shown(shown)) => {
            copy::shown(app, shown, theme, buffer);
            None
        }
        Some(Overlay::Finder) => finder::draw(app, theme, buffer),
        Some(Overlay::Overview | Overlay::Narrow) => overview::draw(app, theme, buffer),
        Some(Overlay::TableCopy(menu)) => {
            overview::draw(app, theme, buffer);
            copy::table_menu(app, *menu, theme, buffer);
            None
        }
        Some(Overlay::Themes(open)) => {
            themes::draw(app, *open, theme, buffer);
            None
        }
        Some(Overlay::Trail(open)) => {
            trail::draw(app, open, theme, buffer);
            None
        }
        Some(Overlay::Timeline(open)) => {
            overview::draw(app, theme, buffer);
            timeline::draw(app, *open, theme, buffer);
            None
        }
        Some(Overlay::Card(card)) => {
            card::draw(app, *card, theme, buffer);
            None
        }
        Some(Overlay::Asks(card)) => {
            asks::draw(app, card, theme, buffer);
            None
        }
        Some(Overlay::Concordance(open)) => {
            concordance::draw(app, open, theme, buffer);
            None
        }
        Some(Overlay::LeftOut(open)) => {
            left_out::draw(app, open, theme, buffer);
            None
        }
        Some(Overlay::OwnNote(note)) => Some(own_note::draw(app, note, theme, buffer)),
        Some(Overlay::Verify) => Some(verify::prompt(app, theme, buffer)),
        Some(Overlay::Verified) => {
            verify::verification(app, theme, buffer);
            None
        }
        Some(Overlay::Basket) => {
            basket::draw(app, theme, buffer);
            None
        }
        Some(Overlay::Help(help, _)) => Some(help::draw(app, help, theme, buffer)),
    };
    warning::draw(app, theme, buffer);
    cursor
}

/// Whether what lies over the text takes the place of the panes.
fn covers_panes(app: &App) -> bool {
    app.shows_overview()
        || matches!(
            app.overlay(),
            Some(
                Overlay::Finder
                    | Overlay::List
                    | Overlay::Letters
                    | Overlay::Basket
                    | Overlay::Across
                    | Overlay::Concordance(_)
                    | Overlay::Trail(_)
                    | Overlay::LeftOut(_)
            )
        )
}

/// The rules across, and the one that parts sidebar and text.
fn rules(app: &App, theme: &Theme, rows: [u16; 2], buffer: &mut Buffer) {
    let style = theme.faint.0;
    let border = app
        .reader()
        .regions()
        .sidebar
        .filter(|_| !covers_panes(app))
        .map(|area| area.width);
    let across = signs::ours(app, line::HORIZONTAL);
    for (row, junction) in rows
        .into_iter()
        .zip([line::HORIZONTAL_DOWN, line::HORIZONTAL_UP])
    {
        let junction = signs::ours(app, junction);
        for x in 0..app.reader().size.columns {
            let symbol = if Some(x) == border {
                &junction
            } else {
                &across
            };
            buffer[(x, row)].set_symbol(symbol).set_style(style);
        }
    }
    if let Some(x) = border {
        let down = signs::ours(app, line::VERTICAL);
        for y in rows[0] + 1..rows[1] {
            buffer[(x, y)].set_symbol(&down).set_style(style);
        }
    }
}
