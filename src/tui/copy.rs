//! Draws the menu of what can be copied, and a text to be selected by hand.

use super::{
    card,
    paint::{self, cells, clip},
    signs, text,
    theme::Theme,
};
use crate::{
    app::{
        App,
        copy::{CopyMenu, NoteMarks, Portion, Shown},
        geometry::{self, Area},
        keymap::Mode,
        message::Act,
        overview::{TableForm, TableMenu, TablePart},
    },
    letter::visible,
};
use ratatui::{buffer::Buffer, text::Span};

/// One thing that a menu offers.
struct Offer<'app> {
    key: String,
    name: &'app str,
    text: String,
    /// How its lines are shown that are too long.
    long: Long,
    chosen: bool,
}

/// What a menu says about what it offers.
#[derive(Clone, Copy)]
struct About<'app> {
    title: &'app str,
    line: &'app str,
    /// What is to be known of the chosen one; it stands under it.
    note: &'app str,
}

/// What becomes of a line that is too long to be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Long {
    /// It is wrapped.
    Wrapped,
    /// It is cut, for what stands under it belongs under it.
    Cut,
}

/// Where in its area a menu stands, so that what it is about stays in view.
#[derive(Clone, Copy)]
enum End {
    Upper,
    Lower,
}

/// The menu of the text: each portion with how it begins, and the chosen one whole.
pub fn menu(app: &App, open: CopyMenu, theme: &Theme, buffer: &mut Buffer) {
    let words = &app.words().copy;
    let offer = |(portion, text): (Portion, String)| Offer {
        key: key(app, Mode::Menu, Act::Take(portion)),
        name: name(app, portion),
        text: visible(&text).into_owned(),
        long: Long::Wrapped,
        chosen: portion == open.chosen,
    };
    let offers: Vec<_> = app.under().offered().map(offer).collect();
    let marks = match app.note_marks() {
        NoteMarks::Left => &words.marks_left,
        NoteMarks::Kept => &words.marks_kept,
    };
    let address = app
        .words()
        .address(&app.reader().letter, app.reader().here());
    let title = format!("{} · {address}", words.title);
    let about = format!("{} · {marks}", app.style().id());
    let cites = matches!(open.chosen, Portion::Citation | Portion::Quote);
    let note = if cites { words.counted } else { "" };
    let about = About {
        title: &title,
        line: &about,
        note,
    };
    let pane = app.reader().regions().main;
    let row = app.reader().reading_row().unwrap_or_default();
    let end = if row < usize::from(pane.height / 2) {
        End::Lower
    } else {
        End::Upper
    };
    draw(app, (pane, end), about, &offers, theme, buffer);
}

/// The menu of a table: the row and the whole, the chosen one as it would be copied.
pub fn table_menu(app: &App, open: TableMenu, theme: &Theme, buffer: &mut Buffer) {
    let words = &app.words().overview;
    // No more of a big table is made than can show.
    let rows = usize::from(app.reader().size.rows);
    let offer = |part: TablePart| Offer {
        key: key(app, Mode::TableMenu, Act::TakeTable(part)),
        name: match part {
            TablePart::Row => words.row,
            TablePart::Whole => words.whole,
        },
        text: visible(&app.first_of_table(part, rows)).replace('\t', &signs::ours(app, " → ")),
        long: match (part, app.reader().overview.form) {
            (TablePart::Whole, TableForm::Text) => Long::Cut,
            _ => Long::Wrapped,
        },
        chosen: part == open.chosen,
    };
    let offers: Vec<_> = TablePart::ALL.into_iter().map(offer).collect();
    let about = match app.reader().overview.form {
        TableForm::Text => &words.text,
        TableForm::Markdown => &words.markdown,
        TableForm::Tabs => &words.tabs,
    };
    let table = app.table_name(app.reader().overview.table);
    let title = format!("{} · {table}", app.words().copy.title);
    let area = geometry::finder(app.reader().size).frame;
    let about = About {
        title: &title,
        line: about,
        note: "",
    };
    draw(app, (area, End::Lower), about, &offers, theme, buffer);
}

/// The first key of an act, if it has one.
fn key(app: &App, mode: Mode, act: Act) -> String {
    let key = app.keymap().key(mode, act);
    key.map_or_else(String::new, |key| key.to_string())
}

/// A menu at an end of an area: what it offers, each with how it begins, and the chosen one whole.
fn draw(
    app: &App,
    (area, end): (Area, End),
    about: About,
    offers: &[Offer],
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let whole = offers.iter().find(|offer| offer.chosen);
    let (whole, long) = whole.map_or(("", Long::Wrapped), |offer| (&offer.text, offer.long));
    let width = 96.min(area.width);
    let inner = width.saturating_sub(4);
    let lines: Vec<String> = whole
        .split('\n')
        .take(usize::from(area.height))
        .flat_map(|line| match long {
            Long::Wrapped => text::wrapped(line, usize::from(inner)),
            Long::Cut => vec![clip(line, inner).into_owned()],
        })
        .collect();
    let mut notes = text::wrapped(about.note, usize::from(inner));
    if about.note.is_empty() {
        notes.clear();
    } else {
        notes.insert(0, String::new());
    }
    let below = lines.len() + notes.len();
    let rows = u16::try_from(offers.len() + below + 5).unwrap_or(u16::MAX);
    let height = rows.min(area.height);
    let frame = Area {
        x: area.x + (area.width - width) / 2,
        y: match end {
            End::Upper => area.y,
            End::Lower => area.bottom() - height,
        },
        width,
        height,
    };
    paint::frame(app, theme, frame, about.title, buffer);
    let inside = frame.inner(2, 1);
    let plain = theme.plain();
    let widest = offers.iter().map(|offer| cells(offer.name)).max();
    let column = widest.unwrap_or(0) + 5;
    for (row, offer) in (0..inside.height).zip(offers) {
        let look = if offer.chosen { &plain } else { theme };
        let key = Span::styled(offer.key.as_str(), look.key.0);
        paint::row(buffer, inside, row, 0, [key]);
        paint::row(buffer, inside, row, 3, [Span::raw(offer.name)]);
        let begins: String = offer.text.chars().take(usize::from(inner)).collect();
        let begins = begins.replace('\n', " ");
        let begins = clip(&begins, inside.width.saturating_sub(column));
        let begins = Span::styled(begins, look.faint.0);
        paint::row(buffer, inside, row, column, [begins]);
        if offer.chosen {
            paint::tint(buffer, inside, row, theme.chosen.0);
        }
    }
    let from = u16::try_from(offers.len()).unwrap_or(u16::MAX) + 1;
    let about = Span::styled(about.line, theme.faint.0);
    paint::row(buffer, inside, from, 0, [about]);
    let room = usize::from(inside.height.saturating_sub(from + 2));
    let cut = below > room;
    let lines = lines.into_iter().map(Span::raw);
    let notes = notes
        .into_iter()
        .map(|note| Span::styled(note, theme.faint.0));
    for (row, line) in (from + 2..inside.height).zip(lines.chain(notes)) {
        paint::row(buffer, inside, row, 0, [line]);
    }
    if cut {
        let last = inside.height.saturating_sub(1);
        paint::right(buffer, inside, last, " …", theme.notice.0);
    }
}

fn name(app: &App, portion: Portion) -> &str {
    let words = &app.words().copy;
    match portion {
        Portion::Paragraph => words.paragraph,
        Portion::Citation => words.citation,
        Portion::Quote => words.quote,
        Portion::Link => words.link,
        Portion::Response => words.response,
        Portion::Recommendation => words.recommendation,
        Portion::Selection => words.selection,
    }
}

/// A text alone on the screen, from its left edge, to be selected by hand.
pub fn shown(app: &App, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let whole = Area {
        x: 0,
        y: 0,
        width: app.reader().size.columns,
        height: app.reader().size.rows.saturating_sub(1),
    };
    paint::blank(buffer, whole, theme.text.0);
    let lines = shown.lines(app.under());
    let height = app.reader().shown_rows();
    let first = shown.first.min(lines.len().saturating_sub(height));
    let below = lines.len() - (first + height).min(lines.len());
    for (row, (line, weight)) in (0..whole.height).zip(lines.into_iter().skip(first)) {
        paint::row(
            buffer,
            whole,
            row,
            0,
            [Span::styled(line, card::style(theme, weight))],
        );
    }
    if below > 0 {
        let more = format!(" ↓ {below} ");
        paint::right(
            buffer,
            whole,
            whole.height.saturating_sub(1),
            &signs::ours(app, more),
            theme.notice.0,
        );
    }
}
