//! Draws the letter's words: rows of the section that shows, with mentions and note marks marked.

use super::{
    made_of,
    paint::{self, clip},
    section_line, sidebar, signs,
    theme::Theme,
};
use crate::{
    app::{
        App,
        geometry::{Area, Marking},
    },
    letter::{Emphasis, Kind, Letter, Role, Span as TextSpan},
    reading::{
        flow::{Line, Says, Show, superscript},
        layout::{self, Row},
        sentence,
    },
};
use ratatui::{
    buffer::Buffer,
    style::{Modifier, Style},
    text::Span,
};

/// The section's line, and under it the page, row by row; left of that what stands beside it.
pub fn draw(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    section_line::draw(app, theme, app.reader().regions().line, buffer);
    column(app, theme, area, app.reader().page(), buffer);
    if let Some(beside) = app.reader().regions().beside {
        column(app, theme, beside.text, app.reader().beside(), buffer);
        made_of::draw(app, theme, beside.text, buffer);
        let last = beside.text.height.saturating_sub(1);
        let (above, below) = app.reader().beside_goes_on();
        for (goes_on, row, sign) in [(above, 0, "↑"), (below, last, "↓")] {
            if goes_on {
                paint::row(
                    buffer,
                    beside.text,
                    row,
                    0,
                    [Span::styled(signs::ours(app, sign), theme.bar.0)],
                );
            }
        }
    }
}

fn column(app: &App, theme: &Theme, area: Area, lines: &[Line], buffer: &mut Buffer) {
    for (row, line) in (0..area.height).zip(lines) {
        match line.show {
            Show::Blank => {}
            Show::Bar => bar(app, theme, area, row, buffer),
            Show::Rule => rule(app, theme, area, row, buffer),
            Show::Title => {
                let section = app.reader().letter.section_of(line.paragraph);
                let title = section_line::title(app, &app.reader().letter.sections()[section]);
                let title = clip(&title, area.width).into_owned();
                paint::row(buffer, area, row, 0, [Span::styled(title, theme.accent.0)]);
            }
            Show::ResponseTitle => {
                let section = &app.reader().letter.sections()[app.reader().section()];
                let title = app.words().answer(section.pair);
                paint::row(buffer, area, row, 0, [Span::styled(title, theme.title.0)]);
            }
            Show::Text(text) => words(app, theme, area, row, *line, text, buffer),
        }
    }
}

fn bar(app: &App, theme: &Theme, area: Area, row: u16, buffer: &mut Buffer) {
    paint::row(
        buffer,
        area,
        row,
        0,
        [Span::styled(signs::ours(app, "▎"), theme.bar.0)],
    );
}

fn words(
    app: &App,
    theme: &Theme,
    area: Area,
    row: u16,
    line: Line,
    text: Row,
    buffer: &mut Buffer,
) {
    let role = app.reader().letter.paragraphs()[line.paragraph].role;
    let base = match (role, app.reader().letter.kind(line.paragraph)) {
        (Role::Furniture, _) => theme.faint.0,
        (Role::ResponseHeading | Role::Name, _)
        | (_, Kind::Heading { .. } | Kind::Row { head: true, .. }) => theme.title.0,
        _ => Style::default(),
    };
    if role == Role::Recommendation {
        bar(app, theme, area, row, buffer);
    }
    for piece in app.reader().pieces(line.paragraph, text) {
        if let Some(before) = piece.before {
            let (says, look) = match before.says {
                Says::Note(number) => (signs::ours(app, superscript(number)), theme.note),
                Says::Head(head) => {
                    let head = app.reader().letter.words(head);
                    (format!("{head}: ").into(), theme.faint)
                }
            };
            let says = Span::styled(says, look.0);
            paint::row(buffer, area, row, at(before.column), [says]);
        }
        let last = piece.text.end == text.end;
        let hyphen = (text.hyphen && last).then(|| Span::styled("-", base));
        let shown = TextSpan {
            paragraph: line.paragraph,
            start: piece.text.start,
            end: piece.text.end,
        };
        let spans = spans(app, theme, shown, base);
        // A widened blank looks as the blank does.
        let look = spans.last().map_or(base, |last| last.style);
        let blank = (piece.widened > 0).then(|| Span::styled(" ".repeat(piece.widened), look));
        let spans = spans.into_iter().chain(blank).chain(hyphen);
        paint::row(buffer, area, row, at(piece.column), spans);
    }
}

/// A cell of a column, as the screen counts them.
fn at(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// A line across the column.
fn rule(app: &App, theme: &Theme, area: Area, row: u16, buffer: &mut Buffer) {
    let line = signs::ours(app, "─").repeat(usize::from(area.width));
    paint::row(buffer, area, row, 0, [Span::styled(line, theme.faint.0)]);
}

/// A row's words, cut where their looks change.
fn spans<'app>(app: &'app App, theme: &Theme, shown: TextSpan, base: Style) -> Vec<Span<'app>> {
    let (paragraph, row) = (shown.paragraph, shown.range());
    // Where nothing but the text shows, it is plain.
    let is_plain = app.reader().arrangement.zen;
    let named = app.reader().mentions.touching(shown);
    let named = named.filter(|_| !is_plain).map(|mention| {
        let kind = app.reader().catalogue.entity(mention.entity).kind;
        (mention.span, base.patch(sidebar::look(theme, kind).0))
    });
    let focus = app
        .reader()
        .focus
        .filter(|span| span.paragraph == paragraph);
    let named: Vec<(TextSpan, Style)> = named.collect();
    let marked = app.reader().marked(shown);
    let mark = match app.reader().arrangement.marking {
        Marking::Hedges => theme.hedge,
        _ => theme.echo,
    };
    let mut looks: Vec<(TextSpan, Style)> = Vec::new();
    if let Some(search) = &app.reader().search {
        let [typed, other_case] = search.by_case();
        for (spans, look) in [
            (typed, theme.hit),
            (other_case, theme.near),
            (&search.near, theme.near),
        ] {
            let first =
                spans.partition_point(|span| (span.paragraph, span.end) <= (paragraph, row.start));
            let here = spans[first..]
                .iter()
                .take_while(|span| (span.paragraph, span.start) < (paragraph, row.end));
            looks.extend(here.map(|span| (*span, base.patch(look.0))));
        }
    }
    if let Some(focus) = focus {
        looks.push((focus, base.patch(theme.focus.0)));
    }
    if let Some(selected) = app
        .reader()
        .selection
        .filter(|span| span.paragraph == paragraph)
    {
        looks.push((selected, base.patch(theme.selected.0)));
    }
    let marks = app.reader().letter.marks_in(paragraph);
    let first = marks.partition_point(|mark| row.start > 0 && mark.byte <= row.start);
    let after = marks.partition_point(|mark| mark.byte <= row.end);
    let marks = &marks[first..after];
    let emphasis = app.reader().letter.emphasis_in(paragraph);
    let mut cuts: Vec<usize> = looks
        .iter()
        .chain(&named)
        .map(|(span, _)| span)
        .chain(marked)
        .chain(emphasis.iter().map(|(span, _)| span))
        .flat_map(|span| [span.start, span.end])
        .collect();
    cuts.extend(marks.iter().map(|mark| mark.byte));
    cuts.extend([row.start, row.end]);
    cuts.retain(|cut| (row.start..=row.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let text = app.reader().letter.paragraph(paragraph);
    let mut spans = Vec::with_capacity(cuts.len() + 2);
    for (index, &cut) in cuts.iter().enumerate() {
        if let Some(mark) = marks.iter().find(|mark| mark.byte == cut) {
            let here = focus.is_some_and(|span| span.start == cut && span.end == cut);
            let style = if here { theme.focus.0 } else { theme.note.0 };
            spans.push(Span::styled(
                signs::ours(app, superscript(mark.number)),
                style,
            ));
        }
        if let Some(&next) = cuts.get(index + 1) {
            let holds = |span: &TextSpan| span.start <= cut && next <= span.end;
            let look = |looks: &[(TextSpan, Style)]| {
                let found = looks.iter().rev().find(|(span, _)| holds(span));
                found.map(|(_, style)| *style)
            };
            let style = look(&looks).unwrap_or_else(|| {
                let style = look(&named).unwrap_or(base);
                // A name that is marked is still a name.
                if marked.iter().any(holds) {
                    style.patch(mark.0)
                } else {
                    style
                }
            });
            let set_apart = emphasis.iter().filter(|(span, _)| holds(span));
            let style = set_apart.fold(style, |style, (_, kind)| emphasised(theme, style, *kind));
            spans.push(Span::styled(&text[cut..next], style));
        }
    }
    spans
}

/// A style with what the source sets apart.
fn emphasised(theme: &Theme, style: Style, emphasis: Emphasis) -> Style {
    match emphasis {
        Emphasis::Italic => style.patch(theme.italic.0),
        Emphasis::Bold => style.patch(theme.bold.0),
        Emphasis::BoldItalic => style.patch(theme.italic.0).patch(theme.bold.0),
        Emphasis::Underlined => style.add_modifier(Modifier::UNDERLINED),
        Emphasis::Superscript | Emphasis::Subscript => style,
    }
}

/// A text wrapped to a width, row by row.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    layout::wrap_whole(text, width)
        .into_iter()
        .map(|row| text[row.start..row.end].to_owned())
        .collect()
}

/// The sentence around a span, wrapped to a width, with the span in the looks of a focus.
pub fn in_sentence(
    letter: &Letter,
    span: TextSpan,
    width: u16,
    focus: Style,
) -> Vec<Vec<Span<'_>>> {
    let text = letter.paragraph(span.paragraph);
    let around = sentence::around(letter, span);
    let rows = layout::wrap_whole(&text[around.clone()], usize::from(width));
    rows.into_iter()
        .map(|row| {
            let (start, end) = (around.start + row.start, around.start + row.end);
            let from = span.start.clamp(start, end);
            let to = span.end.clamp(from, end);
            vec![
                Span::raw(&text[start..from]),
                Span::styled(&text[from..to], focus),
                Span::raw(&text[to..end]),
            ]
        })
        .collect()
}

/// A span on one row: its address, and its sentence so far as it fits around the words.
pub fn snippet(
    app: &App,
    theme: &Theme,
    area: Area,
    row: u16,
    span: TextSpan,
    buffer: &mut Buffer,
) {
    let letter = &app.reader().letter;
    let address = app.words().address(letter, span.paragraph);
    let words = Said {
        letter,
        address,
        span,
    };
    said(&words, theme, area, row, buffer);
}

/// Words of a letter, with their address.
pub struct Said<'letter> {
    pub letter: &'letter Letter,
    pub address: String,
    pub span: TextSpan,
}

/// Words of a letter on one row: their address, and their sentence so far as it fits around them.
pub fn said(said: &Said<'_>, theme: &Theme, area: Area, row: u16, buffer: &mut Buffer) {
    let &Said { letter, span, .. } = said;
    let address = format!("{:>4}  ", said.address);
    paint::row(
        buffer,
        area,
        row,
        0,
        [Span::styled(address, theme.accent.0)],
    );
    let words = Area {
        x: area.x + 6,
        width: area.width.saturating_sub(6),
        ..area
    };
    let text = letter.paragraph(span.paragraph);
    let around = sentence::around(letter, span);
    let name = &text[span.range()];
    let room = words.width.saturating_sub(paint::cells(name)) / 2;
    let kept = paint::clip_start(&text[around.start..span.start], room.max(8));
    let name = paint::clip(name, words.width.saturating_sub(paint::cells(&kept)));
    let used = paint::cells(&kept) + paint::cells(&name);
    let after = paint::clip(
        &text[span.end..around.end],
        words.width.saturating_sub(used),
    );
    paint::row(
        buffer,
        words,
        row,
        0,
        [
            Span::raw(kept),
            Span::styled(name, theme.title.0),
            Span::raw(after),
        ],
    );
}
