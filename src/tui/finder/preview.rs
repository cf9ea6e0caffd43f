//! Draws the preview of what is chosen in the finder.

use crate::{
    app::{
        App, Subject, cursor,
        finder::{Find, Row},
        geometry::Area,
    },
    letter::{Span as TextSpan, note_lines},
    tui::{own_note, paint, sidebar, text, theme::Theme},
};
use ratatui::{buffer::Buffer, text::Span};

/// What is chosen: an entity or a paragraph with a hit in its sentence, or the first words of a section.
pub(super) fn draw(app: &App, find: &Find, theme: &Theme, area: Area, buffer: &mut Buffer) {
    match find.chosen_row() {
        Some(Row::Text(_)) => {
            let spans = find.spans(app.reader());
            if let Some(&span) = spans.get(find.hit) {
                hit(app, theme, area, span, (find.hit, spans.len()), buffer);
            }
            return;
        }
        Some(Row::Note(at)) => {
            let paragraph = find.notes[at];
            return note(app, theme, area, paragraph, (at, find.notes.len()), buffer);
        }
        _ => {}
    }
    match find.chosen_subject() {
        Some(subject @ (Subject::Entity(_) | Subject::Abbreviation(_))) => {
            preview_named(app, find, theme, area, subject, buffer);
        }
        Some(Subject::Section(section)) => {
            let section = &app.reader().letter.sections()[section];
            let mut row = 0;
            for paragraph in [
                app.reader().letter.recommendation(section),
                app.reader().letter.response(section),
            ]
            .into_iter()
            .flatten()
            .take(2)
            {
                for line in text::wrapped(
                    app.reader().letter.paragraph(paragraph),
                    usize::from(area.width),
                ) {
                    paint::row(buffer, area, row, 0, [Span::raw(line)]);
                    row += 1;
                }
                row += 1;
            }
        }
        None => {}
    }
}

/// One of so many notes of one's own: its address, all its lines, and under it how the paragraph begins.
fn note(
    app: &App,
    theme: &Theme,
    area: Area,
    paragraph: usize,
    (at, count): (usize, usize),
    buffer: &mut Buffer,
) {
    let reader = app.reader();
    let kind = Span::styled(app.words().overview.own_note, theme.faint.0);
    paint::row(buffer, area, 0, 0, [kind]);
    let address = app.words().address(&reader.letter, paragraph);
    let told = format!("{address}  {}/{count}", at + 1);
    paint::right(buffer, area, 0, &told, theme.accent.0);
    let width = usize::from(area.width);
    let own = reader.mark_at(paragraph).map_or("", |mark| &mark.note);
    let note = note_lines(own).flat_map(|line| text::wrapped(line, width));
    let begins = text::wrapped(reader.letter.paragraph(paragraph), width).into_iter();
    let blank = std::iter::once(Vec::new());
    let lines = note
        .map(|line| own_note::with_tags(&line, theme.text.0, theme))
        .chain(blank)
        .chain(begins.map(|line| vec![Span::styled(line, theme.faint.0)]));
    for (row, line) in (2..area.height).zip(lines) {
        paint::row(buffer, area, row, 0, line);
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
    let spans = find.spans(app.reader());
    let Some(&span) = spans.get(find.hit) else {
        return;
    };
    let (kind, about) = match subject {
        Subject::Entity(index) => {
            let entity = app.reader().entity(index);
            let kind = format!(
                "{} {}",
                sidebar::sign(app, entity.kind),
                app.words().kind(entity.kind)
            );
            let by = app.words().explainer(
                app.reader()
                    .catalogue
                    .explained_by(entity, &app.reader().letter),
            );
            (
                kind,
                [entity.explanation(app.words().language), by]
                    .map(str::to_owned)
                    .to_vec(),
            )
        }
        Subject::Abbreviation(index) => {
            let abbreviation = app.reader().abbreviation(index);
            let by = abbreviation
                .explained_by()
                .map(|by| app.words().explainer(by).to_owned());
            let about = abbreviation
                .expansion
                .clone()
                .into_iter()
                .chain(by)
                .collect();
            (app.words().card.abbreviation.to_owned(), about)
        }
        Subject::Section(_) => return,
    };
    let kind = Span::styled(kind, theme.faint.0);
    paint::row(buffer, area, 0, 0, [kind]);
    let row = 1 + hit(app, theme, area, span, (find.hit, spans.len()), buffer);
    let about = about
        .iter()
        .flat_map(|text| text::wrapped(text, usize::from(area.width)));
    for (row, line) in (row..area.height).zip(about) {
        paint::row(buffer, area, row, 0, [Span::styled(line, theme.faint.0)]);
    }
}

/// One of so many hits: its address, and under it the sentence that it stands in. Says in which row that
/// ends.
fn hit(
    app: &App,
    theme: &Theme,
    area: Area,
    span: TextSpan,
    (at, count): (usize, usize),
    buffer: &mut Buffer,
) -> u16 {
    let address = app.words().address(&app.reader().letter, span.paragraph);
    let told = format!("{address}  {}/{count}", at + 1);
    paint::right(buffer, area, 0, &told, theme.accent.0);
    let mut row = 2;
    let sentence = text::in_sentence(&app.reader().letter, span, area.width, theme.focus.0);
    let hit = sentence
        .iter()
        .position(|line| !line[1].content.is_empty())
        .unwrap_or_default();
    let height = usize::from(area.height.saturating_sub(row));
    let skip = cursor::window(hit, sentence.len(), height);
    for line in sentence.into_iter().skip(skip) {
        paint::row(buffer, area, row, 0, line);
        row += 1;
    }
    row
}
