//! What holds of the reader's state at any time, and of what is drawn of it.

use kamerbrief::{
    app::{App, Overlay, copy::CopyMenu, geometry, overview::Table, own_note::LONGEST},
    letter::{Place, Span},
    reading::flow::{Line, Show, aside, superscript},
    tui::{theme::Theme, view},
};
use ratatui::{Terminal, backend::Backend, backend::TestBackend};
use unicode_width::UnicodeWidthStr;

/// How many places left behind are kept, and searches.
const JUMPS: usize = 100;
const SEARCHES: usize = 50;

/// Fails with a sentence where something does not hold.
macro_rules! holds {
    ($what:expr, $($sentence:tt)*) => {
        if !$what {
            return Err(format!($($sentence)*));
        }
    };
}

/// What holds after every message.
pub fn hold(app: &App) -> Result<(), String> {
    let place = app.reader().place();
    holds!(is_place(app, place), "no place: {place:?}");
    let spans = app.reader().focus.into_iter().chain(app.reader().selection);
    for span in spans.chain(app.reader().hits.iter().flat_map(|hits| hits.spans.clone())) {
        holds!(is_span(app, span), "no stretch of the text: {span:?}");
    }
    if let Some(hits) = &app.reader().hits {
        holds!(hits.at < hits.spans.len(), "hit {} of {hits:?}", hits.at);
    }
    holds!(
        app.reader().jumps().len() <= JUMPS,
        "{} jumps",
        app.reader().jumps().len()
    );
    let searches = app.searches();
    holds!(searches.len() <= SEARCHES, "{} searches", searches.len());
    if let Some(echo) = app.reader().echo() {
        for span in &echo.spans {
            let own = app.reader().letter.section_of(span.paragraph) == app.reader().section();
            holds!(is_span(app, *span) && own, "no echo: {span:?}");
        }
    }
    searching(app)?;
    finding(app)?;
    marks(app)?;
    overlay(app)?;
    page(app)
}

fn is_place(app: &App, Place { paragraph, byte }: Place) -> bool {
    paragraph < app.reader().letter.paragraphs().len()
        && app
            .reader()
            .letter
            .paragraph(paragraph)
            .is_char_boundary(byte)
}

fn is_span(app: &App, span: Span) -> bool {
    let end = Place {
        byte: span.end,
        ..span.place()
    };
    span.start <= span.end && is_place(app, span.place()) && is_place(app, end)
}

fn searching(app: &App) -> Result<(), String> {
    let Some(search) = &app.reader().search else {
        return Ok(());
    };
    for span in search.exact.iter().chain(&search.near) {
        holds!(
            is_span(app, *span) && span.start < span.end,
            "no hit: {span:?}"
        );
    }
    let [typed, other_case] = search.by_case();
    for spans in [typed, other_case, &search.near] {
        holds!(spans.is_sorted(), "hits out of order: {spans:?}");
    }
    let count = search.hits().len();
    holds!(search.at < count.max(1), "{} of {count} hits", search.at);
    Ok(())
}

fn finding(app: &App) -> Result<(), String> {
    let Some(find) = &app.reader().find else {
        return Ok(());
    };
    let count = find.count();
    holds!(
        find.chosen < count.max(1),
        "{} of {count} rows",
        find.chosen
    );
    let hits = find.spans(app.reader()).len();
    holds!(find.hit < hits.max(1), "{} of {hits} hits", find.hit);
    Ok(())
}

/// What is left in the letter is at its paragraphs, one mark each, and what shows is seen.
fn marks(app: &App) -> Result<(), String> {
    let paragraphs: Vec<_> = app
        .reader()
        .marks()
        .iter()
        .map(|mark| mark.paragraph)
        .collect();
    holds!(
        paragraphs.is_sorted_by(|one, other| one < other),
        "marks out of order: {paragraphs:?}"
    );
    for mark in app.reader().marks() {
        holds!(is_place(app, mark.place()), "no place: {mark:?}");
        holds!(
            mark.bookmarked || !mark.note.is_empty(),
            "nothing left: {mark:?}"
        );
        holds!(!mark.note.chars().any(char::is_control), "{mark:?}");
    }
    if geometry::too_small(app.reader().size) {
        return Ok(());
    }
    for sign in app.reader().margin() {
        let beside = app.reader().regions().beside.map(|beside| beside.text);
        let columns = [Some(app.reader().regions().text), beside];
        let is_beside = columns
            .into_iter()
            .flatten()
            .any(|text| sign.column < text.x && (text.y..text.bottom()).contains(&sign.row));
        holds!(is_beside, "{sign:?} beside no text");
        holds!(
            app.reader().mark_at(sign.paragraph).is_some(),
            "{sign:?} of nothing"
        );
    }
    if let Some(area) = app.reader().strip_area() {
        let text = app.reader().regions().text;
        holds!(
            area.x >= text.right() && area.right() <= app.reader().size.columns,
            "a strip at {area:?}"
        );
        holds!(
            app.reader().strip(area).len() == usize::from(area.height),
            "a strip of another height"
        );
    }
    Ok(())
}

/// What lies over the text has what it shows.
fn overlay(app: &App) -> Result<(), String> {
    match &app.overlay() {
        Some(Overlay::Across) => {
            let across = app.letters().and_then(|all| all.across.as_ref());
            let across = across.expect("what is found");
            holds!(
                across.chosen < across.rows.len().max(1),
                "a row that is not there"
            );
        }
        Some(Overlay::Letters) => holds!(app.letters().is_some(), "a list of no letters"),
        Some(Overlay::Finder) => holds!(app.reader().find.is_some(), "a finder of nothing"),
        Some(Overlay::Search | Overlay::List) => {
            holds!(app.reader().search.is_some(), "a search for nothing");
        }
        Some(Overlay::Copy(CopyMenu { chosen })) => {
            holds!(
                app.under().copied(*chosen).is_some(),
                "{chosen:?} is not to be copied"
            );
        }
        Some(Overlay::Card(card)) => {
            let count = app.reader().card_spans(*card).len();
            holds!(card.chosen < count.max(1), "{} of {count}", card.chosen);
        }
        Some(Overlay::Overview | Overlay::Narrow | Overlay::TableCopy(_)) => overview(app)?,
        Some(Overlay::Timeline(open)) => {
            let rows = app.reader().year_rows().len();
            holds!(open.chosen < rows.max(1), "{} of {rows}", open.chosen);
            overview(app)?;
        }
        Some(Overlay::Themes(_)) => {
            let count = app.settings().theme_names().count();
            holds!(app.chosen_theme() < count, "no theme");
        }
        Some(Overlay::Trail(open)) => {
            holds!(open.chosen < open.stops.len(), "{} chosen", open.chosen);
        }
        Some(Overlay::Concordance(open)) => {
            holds!(open.chosen < open.spans.len(), "{} chosen", open.chosen);
            for span in &open.spans {
                holds!(is_span(app, *span), "no place: {span:?}");
            }
        }
        Some(Overlay::LeftOut(open)) => {
            holds!(open.chosen < open.rows.len(), "{} chosen", open.chosen);
        }
        Some(Overlay::OwnNote(note)) => {
            let typed = note.input.value();
            let place = Place {
                paragraph: note.paragraph,
                byte: 0,
            };
            holds!(is_place(app, place), "a note on nothing");
            holds!(typed.chars().count() <= LONGEST, "a note without end");
            holds!(!typed.chars().any(char::is_control), "a note of {typed:?}");
        }
        Some(Overlay::Verified) => {
            let outcome = app.quotation().verification.as_ref();
            holds!(outcome.is_some(), "nothing was looked for");
            for span in outcome.iter().flat_map(|outcome| &outcome.found.places) {
                holds!(is_span(app, *span), "no place: {span:?}");
            }
        }
        Some(Overlay::Basket) => {
            let basket = app.basket();
            let count = basket.quotes.len();
            holds!(basket.chosen < count.max(1), "{} of {count}", basket.chosen);
            let twice = (1..count).any(|at| basket.quotes[..at].contains(&basket.quotes[at]));
            holds!(!twice, "a quote lies there twice");
        }
        Some(Overlay::Asks(card)) => {
            let lines = card.lines(app.under());
            let chosen = lines.iter().any(|line| line.choice == Some(card.chosen));
            holds!(chosen, "{} is not in the card", card.chosen);
        }
        Some(Overlay::Verify | Overlay::Goto(_) | Overlay::Shown(_) | Overlay::Help(..)) | None => {
        }
    }
    Ok(())
}

/// The table shows rows that it has, the chosen one among them, inside the screen.
fn overview(app: &App) -> Result<(), String> {
    let sheet = app.reader().overview.sheet();
    let count = sheet.rows.len();
    holds!(sheet.is_made(), "rows that nobody has looked for");
    holds!(sheet.chosen < count.max(1), "{} of {count}", sheet.chosen);
    holds!(
        geometry::too_small(app.reader().size) || sheet.first <= sheet.chosen,
        "from {} on, where {} is chosen",
        sheet.first,
        sheet.chosen
    );
    if let Some(kind) = sheet.kind {
        holds!(sheet.kinds.contains(&kind), "kind {kind} of none");
    }
    let list = app.overview_regions().list;
    holds!(
        geometry::too_small(app.reader().size)
            || list.right() <= app.reader().size.columns && list.bottom() <= app.reader().size.rows,
        "{list:?} on {:?}",
        app.reader().size
    );
    if app.reader().overview.table == Table::Named || geometry::too_small(app.reader().size) {
        return Ok(());
    }
    let width = usize::from(list.width);
    let shown = sheet.first..(sheet.first + usize::from(list.height)).min(count);
    for piece in shown.flat_map(|at| app.row_lines(at)).flatten() {
        let end = piece.x + piece.text.width();
        holds!(end <= width.max(8), "{piece:?} ends at {end} in {width}");
    }
    Ok(())
}

/// The page is a run of rows and fits its pane, which is on the screen; the current paragraph shows.
fn page(app: &App) -> Result<(), String> {
    if geometry::too_small(app.reader().size) {
        return Ok(());
    }
    let (size, at) = (app.reader().size, app.reader().regions());
    for area in [at.header, at.main, at.text, at.footer]
        .into_iter()
        .chain(at.sidebar)
    {
        holds!(
            area.right() <= size.columns && area.bottom() <= size.rows,
            "{area:?} on {size:?}"
        );
    }
    let (page, height) = (app.reader().page(), usize::from(at.text.height));
    holds!(
        !page.is_empty() && page.len() <= height,
        "{} rows in {height}",
        page.len()
    );
    let beside = app.reader().beside();
    if let Some(columns) = at.beside {
        let (text, height) = (columns.text, usize::from(columns.text.height));
        holds!(
            text.right() < at.text.x
                && text.y == at.text.y
                && height == usize::from(at.text.height),
            "{text:?} beside {:?}",
            at.text
        );
        holds!(
            beside.len() <= height,
            "{} rows beside {height}",
            beside.len()
        );
    } else {
        holds!(beside.is_empty(), "{} rows beside nothing", beside.len());
    }
    let mut text = page.iter().chain(beside);
    let here = app.reader().here();
    let shows = |line: &Line| line.paragraph == here && matches!(line.show, Show::Text(_));
    holds!(
        app.reader().selection.is_some() || text.any(shows),
        "paragraph {here} is current and does not show"
    );
    for (line, is_beside) in page
        .iter()
        .map(|line| (line, false))
        .chain(beside.iter().map(|line| (line, true)))
    {
        let section = app.reader().letter.section_of(line.paragraph);
        let apart = aside(&app.reader().letter, section).contains(&line.paragraph) == is_beside;
        let of_none = line.show == Show::Blank;
        holds!(
            apart || of_none || at.beside.is_none(),
            "{line:?} of another column"
        );
        if let Show::Text(row) = line.show {
            let span = Span {
                paragraph: line.paragraph,
                start: row.start,
                end: row.end,
            };
            holds!(is_span(app, span), "no row: {line:?}");
        }
    }
    Ok(())
}

/// The rows that show, each with the width of its column.
fn rows(app: &App) -> impl Iterator<Item = (&Line, usize)> {
    let at = app.reader().regions();
    let width = usize::from(at.text.width);
    let narrow = at
        .beside
        .map_or(width, |beside| usize::from(beside.text.width));
    let beside = app.reader().beside().iter().map(move |line| (line, narrow));
    app.reader()
        .page()
        .iter()
        .map(move |line| (line, width))
        .chain(beside)
}

/// What holds when the screen is drawn: rows are no wider than their pane, and nothing is drawn
/// outside the screen, which would panic.
pub fn draw(app: &App) -> Result<(), String> {
    let size = app.reader().size;
    let mut terminal = Terminal::new(TestBackend::new(size.columns, size.rows)).unwrap();
    let theme = Theme::at(app.theme());
    terminal.draw(|frame| view(app, &theme, frame)).unwrap();
    let cursor = terminal.backend_mut().get_cursor_position().unwrap();
    holds!(
        cursor.x <= size.columns && cursor.y <= size.rows,
        "the cursor at {cursor:?}"
    );
    if geometry::too_small(size) {
        return Ok(());
    }
    for (line, room) in rows(app) {
        let Show::Text(row) = line.show else { continue };
        for piece in app.reader().pieces(line.paragraph, row) {
            let text = piece.text;
            let marks = app.reader().letter.marks_in(line.paragraph).iter();
            let marks = marks.filter(|mark| text.start < mark.byte && mark.byte <= text.end);
            let marks: usize = marks.map(|mark| superscript(mark.number).width()).sum();
            let words = app.reader().letter.paragraph(line.paragraph)[text].width();
            let width = piece.column + marks + words + usize::from(row.hyphen);
            holds!(width <= room, "{line:?} is {width} wide in {room}");
        }
    }
    Ok(())
}
