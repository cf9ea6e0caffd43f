//! Draws cards.

use super::{paint, sidebar, text, theme::Theme};
use crate::{
    app::{
        App,
        card::{Card, CardSubject},
        geometry::{self, Area},
    },
    letter::{NoteMark, Span as TextSpan},
};
use ratatui::{buffer::Buffer, text::Span};

/// Draws a card over the text.
pub fn draw(app: &App, card: &Card, theme: &Theme, buffer: &mut Buffer) {
    let frame = app.card_frame(card.subject);
    match card.subject {
        CardSubject::Entity(entity) => draw_entity(app, card, entity, theme, frame, buffer),
        CardSubject::Note(mark) => draw_note(app, mark, theme, frame, buffer),
    }
}

fn draw_entity(
    app: &App,
    card: &Card,
    entity: usize,
    theme: &Theme,
    frame: Area,
    buffer: &mut Buffer,
) {
    let known = &app.catalogue.entities()[entity];
    let words = &app.words.card;
    paint::frame(buffer, frame, &known.name, theme.text.0, theme.faint.0);
    let inside = frame.inner(2, 1);
    let width = usize::from(inside.width);
    let mut about = vec![Span::styled(
        sidebar::sign(known.kind),
        sidebar::colour(theme, known.kind),
    )];
    about.push(Span::styled(
        format!(" {}", app.words.kind(known.kind)),
        theme.faint.0,
    ));
    if let Some(abbreviation) = &known.abbreviation {
        about.push(Span::styled(format!(" · {abbreviation}"), theme.title.0));
    }
    if !known.aliases.is_empty() {
        about.push(Span::styled(
            format!(" · {}: {}", words.also, known.aliases.join(", ")),
            theme.faint.0,
        ));
    }
    paint::row(buffer, inside, 0, 0, about);
    let mut row = 2;
    for line in text::wrapped(known.explanation(app.words.language), width)
        .into_iter()
        .take(2)
    {
        paint::row(buffer, inside, row, 0, [Span::raw(line)]);
        row += 1;
    }
    paint::row(
        buffer,
        inside,
        row,
        0,
        [Span::styled(
            app.words.explainer(known.explained_by),
            theme.faint.0,
        )],
    );
    let list = app.card_list(card.subject);
    let spans: Vec<TextSpan> = app.mentions.of(entity).collect();
    let heading = match spans.len() {
        1 => words.once.clone(),
        count => words.times.replace("{}", &count.to_string()),
    };
    let above = Area {
        y: list.y.saturating_sub(1),
        height: 1.min(list.height),
        ..list
    };
    paint::row(buffer, above, 0, 0, [Span::styled(heading, theme.title.0)]);
    let plain = theme.plain();
    let first = geometry::window(card.chosen, spans.len(), usize::from(list.height));
    for (row, (index, span)) in (0..list.height).zip(spans.iter().enumerate().skip(first)) {
        let chosen = index == card.chosen && spans.len() > 1;
        text::snippet(
            app,
            if chosen { &plain } else { theme },
            list,
            row,
            *span,
            buffer,
        );
        if chosen {
            paint::tint(buffer, list, row, theme.chosen.0);
        }
    }
}

fn draw_note(app: &App, mark: NoteMark, theme: &Theme, frame: Area, buffer: &mut Buffer) {
    let words = &app.words.card;
    let title = words.note.replace("{}", &mark.number.to_string());
    paint::frame(buffer, frame, &title, theme.text.0, theme.faint.0);
    let inside = frame.inner(2, 1);
    let width = usize::from(inside.width);
    let address = app
        .letter
        .address(mark.paragraph)
        .map(|address| address.to_string())
        .unwrap_or_default();
    paint::row(
        buffer,
        inside,
        0,
        0,
        [Span::styled(address, theme.accent.0)],
    );
    let mut row = 2;
    for line in text::wrapped(&words.no_note_text, width) {
        paint::row(buffer, inside, row, 0, [Span::raw(line)]);
        row += 1;
    }
    if let Some(link) = app.letter.facts.link() {
        row += 1;
        for line in text::wrapped(&words.official, width) {
            paint::row(buffer, inside, row, 0, [Span::raw(line)]);
            row += 1;
        }
        for line in text::wrapped(&link, width) {
            paint::row(buffer, inside, row, 0, [Span::styled(line, theme.bar.0)]);
            row += 1;
        }
    }
}
