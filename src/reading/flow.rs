//! The rows of a section at a width, and moving through them.
//!
//! What shows is held by a [`Top`], a point in the text, never by a row number; rows are derived
//! from it by wrapping only what shows. So a resize keeps the text at the top, and a letter a
//! thousand times as long scrolls as fast. Above the words of a paragraph stand its lead rows:
//! blank rows and headings, which depend on its part in the letter alone. A paragraph of many pages
//! is wrapped in stretches (`reading::stretch`), each for itself, so it scrolls as fast as well.
//!
//! Where a recommendation stands beside the response to it ([`Flow::set_apart`]), each of the two is
//! a run of rows for itself, at its own width; else a section is one run.

use super::{
    layout::{self, Row},
    stretch,
};
use crate::letter::{Letter, Place, Role, Section, SectionKind};
use std::{collections::HashMap, ops::Range};

/// How much wider than the text the bar beside a recommendation is, in cells.
pub const BAR: usize = 2;

/// How many wrapped rows are kept: some hundred kB of them.
const KEPT: usize = 16_384;

/// What the first row of a screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Top {
    /// A point in the row of text it shows, or in the row that its lead stands above.
    pub place: Place,
    /// How many lead rows show above that row. Not 0 only where the place is in a paragraph's
    /// first row.
    pub lead: usize,
}

/// The rows of a run that show.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What the first of them shows.
    pub top: Top,
    /// The rows, from the top down.
    pub lines: Vec<Line>,
    /// Whether the run goes on below them.
    pub more: bool,
}

/// One row of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The paragraph it belongs to.
    pub paragraph: usize,
    /// What stands in it.
    pub show: Show,
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Nothing.
    Blank,
    /// Nothing but the bar beside a recommendation.
    Bar,
    /// The section's title.
    Title,
    /// The heading above a response, where the letter has none of its own.
    ResponseTitle,
    /// Words of the letter.
    Text(Row),
}

/// Paragraphs whose rows follow on one another: those of a section, or of a recommendation or a
/// response that stands apart.
struct Run {
    paragraphs: Range<usize>,
    kind: SectionKind,
    apart: bool,
}

/// The lead rows of a paragraph.
fn lead(letter: &Letter, run: &Run, paragraph: usize) -> &'static [Show] {
    let role = letter.paragraphs()[paragraph].role;
    if paragraph == run.paragraphs.start && run.apart {
        return match role {
            Role::Response => &[Show::ResponseTitle, Show::Blank],
            _ => &[],
        };
    }
    if paragraph == run.paragraphs.start {
        return match (role, run.kind) {
            (Role::Response, SectionKind::Recommendation) => {
                &[Show::Title, Show::Blank, Show::ResponseTitle, Show::Blank]
            }
            _ => &[Show::Title, Show::Blank],
        };
    }
    match (letter.paragraphs()[paragraph - 1].role, role) {
        (Role::Head, Role::Head)
        | (Role::Office, Role::Name)
        | (Role::Furniture, Role::Furniture) => &[],
        (Role::Recommendation, Role::Recommendation) => &[Show::Bar],
        (Role::Recommendation, Role::Response) => &[Show::Blank, Show::ResponseTitle, Show::Blank],
        _ => &[Show::Blank],
    }
}

/// A row counted within its stretch of a paragraph, lead rows first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    paragraph: usize,
    stretch: usize,
    row: usize,
}

/// Wraps stretches of paragraphs at a width and keeps those wrapped last.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    width: usize,
    /// How wide a recommendation is that stands beside its response.
    apart: Option<usize>,
    kept: HashMap<(usize, usize), Vec<Row>>,
    /// How many rows are kept in all.
    held: usize,
}

impl Flow {
    /// Sets the measure: how many cells wide the text is.
    pub fn set_width(&mut self, width: usize) {
        self.set_widths(width, None);
    }

    /// Sets the measure, and that recommendations of another width stand beside their responses.
    pub fn set_apart(&mut self, width: usize, recommendation: usize) {
        self.set_widths(width, Some(recommendation));
    }

    fn set_widths(&mut self, width: usize, apart: Option<usize>) {
        if (self.width, self.apart) != (width, apart) {
            (self.width, self.apart) = (width, apart);
            self.kept.clear();
            self.held = 0;
        }
    }

    /// The measure in cells.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The rows that show from `top` on, `height` at most, none of another run.
    pub fn page(&mut self, letter: &Letter, top: Top, height: usize) -> Vec<Line> {
        let run = self.run(letter, top.place.paragraph);
        let mut spot = self.spot(letter, &run, top);
        let mut lines = Vec::with_capacity(height);
        while lines.len() < height {
            lines.push(self.line(letter, &run, spot));
            let Some(next) = self.next(letter, &run, spot) else {
                break;
            };
            spot = next;
        }
        lines
    }

    /// The top that lies `rows` further down in its run, or the run's last row.
    pub fn down(&mut self, letter: &Letter, top: Top, rows: usize) -> Top {
        let run = self.run(letter, top.place.paragraph);
        let mut spot = self.spot(letter, &run, top);
        for _ in 0..rows {
            let Some(next) = self.next(letter, &run, spot) else {
                break;
            };
            spot = next;
        }
        self.top(letter, &run, spot)
    }

    /// The top that lies `rows` further up in its run, or the run's first row.
    pub fn up(&mut self, letter: &Letter, top: Top, rows: usize) -> Top {
        let run = self.run(letter, top.place.paragraph);
        let mut spot = self.spot(letter, &run, top);
        for _ in 0..rows {
            let Some(before) = self.before(letter, &run, spot) else {
                break;
            };
            spot = before;
        }
        self.top(letter, &run, spot)
    }

    /// The top at which the last row of the run that a paragraph is in is the last of `height` rows.
    pub fn last_top(&mut self, letter: &Letter, paragraph: usize, height: usize) -> Top {
        let run = self.run(letter, paragraph);
        let last = self.last_spot(letter, &run, run.paragraphs.end - 1);
        let end = self.top(letter, &run, last);
        self.up(letter, end, height.saturating_sub(1))
    }

    /// What shows where `top` is wanted in the first of `height` rows. Rows stay empty only where the
    /// run has no more.
    pub fn fill(&mut self, letter: &Letter, top: Top, height: usize) -> Page {
        let mut lines = self.page(letter, top, height + 1);
        let more = lines.len() > height;
        lines.truncate(height);
        if lines.len() == height {
            return Page { top, lines, more };
        }
        let top = self.last_top(letter, top.place.paragraph, height);
        Page {
            top,
            lines: self.page(letter, top, height),
            more: false,
        }
    }

    /// Whether `one` shows an earlier row than `other`, which is in the same run.
    pub fn is_above(&mut self, letter: &Letter, one: Top, other: Top) -> bool {
        let run = self.run(letter, one.place.paragraph);
        self.spot(letter, &run, one) < self.spot(letter, &run, other)
    }

    /// The first top of a section.
    #[must_use]
    pub fn first_top(letter: &Letter, section: &Section) -> Top {
        let run = Run {
            paragraphs: section.paragraphs.clone(),
            kind: section.kind,
            apart: false,
        };
        start(letter, &run)
    }

    /// The first top of the run that a paragraph is in.
    #[must_use]
    pub fn start(&self, letter: &Letter, paragraph: usize) -> Top {
        start(letter, &self.run(letter, paragraph))
    }

    /// The top that shows a place in its first row; at the start of a run, with what leads it.
    #[must_use]
    pub fn top_of(&self, letter: &Letter, place: Place) -> Top {
        let start = self.start(letter, place.paragraph);
        if place == start.place {
            start
        } else {
            Top { place, lead: 0 }
        }
    }

    /// The run that a paragraph is in.
    fn run(&self, letter: &Letter, paragraph: usize) -> Run {
        let section = &letter.sections()[letter.section_of(paragraph)];
        let Range { start, end } = section.paragraphs;
        let recommendation = letter.recommendation(section);
        let paragraphs = match self.apart {
            None => start..end,
            Some(_) if recommendation.contains(&paragraph) => recommendation,
            Some(_) => recommendation.end..end,
        };
        Run {
            paragraphs,
            kind: section.kind,
            apart: self.apart.is_some(),
        }
    }

    fn line(&mut self, letter: &Letter, run: &Run, spot: Spot) -> Line {
        let lead = lead_at(letter, run, spot);
        let show = match lead.get(spot.row) {
            Some(show) => *show,
            None => Show::Text(self.rows(letter, spot)[spot.row - lead.len()]),
        };
        Line {
            paragraph: spot.paragraph,
            show,
        }
    }

    fn next(&mut self, letter: &Letter, run: &Run, spot: Spot) -> Option<Spot> {
        let rows = lead_at(letter, run, spot).len() + self.rows(letter, spot).len();
        let Spot {
            paragraph,
            stretch,
            row,
        } = spot;
        if row + 1 < rows {
            return Some(Spot {
                row: row + 1,
                ..spot
            });
        }
        let (paragraph, stretch) = if stretch < stretch::last(letter.paragraph(paragraph)) {
            (paragraph, stretch + 1)
        } else {
            (paragraph + 1, 0)
        };
        run.paragraphs.contains(&paragraph).then_some(Spot {
            paragraph,
            stretch,
            row: 0,
        })
    }

    fn before(&mut self, letter: &Letter, run: &Run, spot: Spot) -> Option<Spot> {
        if spot.row > 0 {
            return Some(Spot {
                row: spot.row - 1,
                ..spot
            });
        }
        if let Some(stretch) = spot.stretch.checked_sub(1) {
            return Some(self.end(letter, run, spot.paragraph, stretch));
        }
        if spot.paragraph == run.paragraphs.start {
            return None;
        }
        Some(self.last_spot(letter, run, spot.paragraph - 1))
    }

    /// The last row of a paragraph.
    fn last_spot(&mut self, letter: &Letter, run: &Run, paragraph: usize) -> Spot {
        let stretch = stretch::last(letter.paragraph(paragraph));
        self.end(letter, run, paragraph, stretch)
    }

    /// The last row of a stretch.
    fn end(&mut self, letter: &Letter, run: &Run, paragraph: usize, stretch: usize) -> Spot {
        let mut spot = Spot {
            paragraph,
            stretch,
            row: 0,
        };
        spot.row = lead_at(letter, run, spot).len() + self.rows(letter, spot).len() - 1;
        spot
    }

    fn spot(&mut self, letter: &Letter, run: &Run, top: Top) -> Spot {
        let Place { paragraph, byte } = top.place;
        let mut spot = Spot {
            paragraph,
            stretch: stretch::of(letter.paragraph(paragraph), byte),
            row: 0,
        };
        let lead = lead_at(letter, run, spot).len();
        let rows = self.rows(letter, spot);
        let row = rows
            .partition_point(|row| row.start <= byte)
            .saturating_sub(1);
        spot.row = if row == 0 {
            lead.saturating_sub(top.lead)
        } else {
            lead + row
        };
        spot
    }

    fn top(&mut self, letter: &Letter, run: &Run, spot: Spot) -> Top {
        let lead = lead_at(letter, run, spot).len();
        let row = spot.row.saturating_sub(lead);
        Top {
            place: Place {
                paragraph: spot.paragraph,
                byte: self.rows(letter, spot)[row].start,
            },
            lead: lead.saturating_sub(spot.row),
        }
    }

    /// How wide the column of a paragraph is.
    fn width_of(&self, letter: &Letter, paragraph: usize) -> usize {
        match self.apart {
            Some(width) if letter.paragraphs()[paragraph].role == Role::Recommendation => width,
            _ => self.width,
        }
    }

    /// The wrapped rows of the stretch that a spot is in, in bytes of the paragraph's text.
    fn rows(&mut self, letter: &Letter, spot: Spot) -> &[Row] {
        let key = (spot.paragraph, spot.stretch);
        if !self.kept.contains_key(&key) {
            let width = self.width_of(letter, spot.paragraph);
            let rows = wrap(letter, spot.paragraph, spot.stretch, width);
            if self.held + rows.len() > KEPT {
                self.kept.clear();
                self.held = 0;
            }
            self.held += rows.len();
            self.kept.insert(key, rows);
        }
        &self.kept[&key]
    }
}

/// The lead rows above a stretch: a paragraph's stand above its first.
fn lead_at(letter: &Letter, run: &Run, spot: Spot) -> &'static [Show] {
    if spot.stretch > 0 {
        return &[];
    }
    lead(letter, run, spot.paragraph)
}

/// The first top of a run.
fn start(letter: &Letter, run: &Run) -> Top {
    let paragraph = run.paragraphs.start;
    Top {
        place: Place { paragraph, byte: 0 },
        lead: lead(letter, run, paragraph).len(),
    }
}

/// Wraps a stretch of a paragraph with its note marks in their places, for they take cells too.
fn wrap(letter: &Letter, paragraph: usize, stretch: usize, width: usize) -> Vec<Row> {
    let bar = if letter.paragraphs()[paragraph].role == Role::Recommendation {
        BAR
    } else {
        0
    };
    let width = width.saturating_sub(bar);
    let text = letter.paragraph(paragraph);
    let Range { start, end } = stretch::bytes(text, stretch);
    let marks = letter.marks_in(paragraph);
    let first = marks.partition_point(|mark| start > 0 && mark.byte <= start);
    let after = marks.partition_point(|mark| mark.byte <= end);
    let marks = &marks[first..after];
    let mut marked = String::new();
    let mut inserted = Vec::with_capacity(marks.len());
    let mut from = start;
    for mark in marks {
        marked.push_str(&text[from..mark.byte]);
        let start = marked.len();
        marked.push_str(&superscript(mark.number));
        inserted.push(start..marked.len());
        from = mark.byte;
    }
    let mut rows = if marks.is_empty() {
        layout::wrap(&text[start..end], width)
    } else {
        marked.push_str(&text[from..end]);
        layout::wrap(&marked, width)
    };
    let source = |byte: usize| {
        let before = inserted
            .iter()
            .map(|range| range.end.min(byte).saturating_sub(range.start));
        start + byte - before.sum::<usize>()
    };
    for row in &mut rows {
        (row.start, row.end) = (source(row.start), source(row.end));
    }
    rows
}

/// A number in superscript digits, as note marks are drawn.
#[must_use]
pub fn superscript(number: u32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .to_string()
        .bytes()
        .map(|digit| DIGITS[usize::from(digit - b'0')])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn flow(width: usize) -> Flow {
        let mut flow = Flow::default();
        flow.set_width(width);
        flow
    }

    fn all_tops(flow: &mut Flow, letter: &Letter, section: &Section) -> Vec<Top> {
        let mut tops = vec![Flow::first_top(letter, section)];
        loop {
            let next = flow.down(letter, tops[tops.len() - 1], 1);
            if next == tops[tops.len() - 1] {
                return tops;
            }
            tops.push(next);
        }
    }

    #[test]
    fn down_and_up_meet_at_every_row_and_width() {
        let letter = letter::embedded();
        for width in [1, 7, 40, 51, 80, 200] {
            let mut flow = flow(width);
            for section in letter.sections() {
                meet(&mut flow, &letter, section);
            }
        }
    }

    #[test]
    fn down_and_up_meet_in_a_paragraph_of_many_pages() {
        let letter = giant();
        for width in [20, 80] {
            meet(&mut flow(width), &letter, &letter.sections()[0]);
        }
    }

    /// Down to every row and up from the last to every row lead to the same tops.
    fn meet(flow: &mut Flow, letter: &Letter, section: &Section) {
        let tops = all_tops(flow, letter, section);
        let (first, last) = (tops[0], tops[tops.len() - 1]);
        let mut up = last;
        for (row, top) in tops.iter().enumerate().rev() {
            assert_eq!(up, *top);
            up = flow.up(letter, up, 1);
            assert!(!flow.is_above(letter, *top, first));
            if row % 37 == 0 {
                assert_eq!(flow.down(letter, first, row), *top);
                assert_eq!(flow.up(letter, last, tops.len() - 1 - row), *top);
            }
        }
        let page = flow.page(letter, first, tops.len() + 5);
        assert_eq!(page.len(), tops.len());
        let last = flow.last_top(letter, first.place.paragraph, 10);
        assert_eq!(flow.page(letter, last, 99).len(), tops.len().min(10));
    }

    /// A letter of one paragraph, with note marks, that is wrapped in several stretches.
    fn giant() -> Letter {
        let letter = letter::embedded();
        let words: Vec<_> = (0..letter.paragraphs().len())
            .map(|index| letter.paragraph(index))
            .collect();
        let mut text = String::new();
        for mark in 1..=5 {
            text.push_str(&words.join(" "));
            text.push_str(&[" einde.", &mark.to_string(), " "].concat());
        }
        letter::read(text).unwrap()
    }

    #[test]
    fn a_row_is_found_from_any_place_in_a_paragraph_of_many_pages() {
        let letter = giant();
        let text = letter.paragraph(0);
        assert_eq!(letter.marks().len(), 5);
        for width in [20, 80] {
            let rows: Vec<Row> = flow(width)
                .page(&letter, Top::default(), 100_000)
                .iter()
                .filter_map(|line| match line.show {
                    Show::Text(row) => Some(row),
                    _ => None,
                })
                .collect();
            let mut at = 0;
            for (index, row) in rows.iter().enumerate() {
                assert!(text[at..row.start].bytes().all(|byte| byte == b' '));
                at = row.end;
                if index % 61 > 0 {
                    continue;
                }
                let top = Top {
                    place: Place {
                        paragraph: 0,
                        byte: usize::midpoint(row.start, row.end),
                    },
                    lead: 0,
                };
                let Show::Text(found) = flow(width).page(&letter, top, 1)[0].show else {
                    panic!("no text at {top:?}");
                };
                assert_eq!(found, *row);
            }
            assert_eq!(at, text.len());
            let stretches = 1 + stretch::last(text);
            let short = |row: &&Row| 2 * (row.end - row.start) < width;
            assert!(stretches > 5 && rows.iter().filter(short).count() <= stretches);
        }
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let letter = letter::read("a ".repeat(100_000)).unwrap();
        let mut flow = flow(4);
        let mut top = Top::default();
        for _ in 0..20 {
            top = flow.down(&letter, top, 2000);
            let held: usize = flow.kept.values().map(Vec::len).sum();
            assert_eq!(held, flow.held);
            assert!(held <= KEPT);
        }
    }

    #[test]
    fn a_place_survives_any_resize_to_the_byte() {
        let letter = letter::embedded();
        let mut wide = flow(80);
        for section in letter.sections() {
            for top in all_tops(&mut wide, &letter, section) {
                for width in [1, 20, 51, 79, 120] {
                    let line = flow(width).page(&letter, top, 1)[0];
                    assert_eq!(line.paragraph, top.place.paragraph);
                    if let (0, Show::Text(row)) = (top.lead, line.show) {
                        assert!((row.start..=row.end).contains(&top.place.byte));
                    }
                }
                assert_eq!(flow(80).page(&letter, top, 3), wide.page(&letter, top, 3));
            }
        }
    }

    #[test]
    fn sections_read_as_they_should() {
        let letter = letter::embedded();
        let outline = |section: usize| {
            let section = &letter.sections()[section];
            let lines = flow(200).page(&letter, Flow::first_top(&letter, section), 12);
            let sign = |line: &Line| match line.show {
                Show::Blank => '.',
                Show::Bar => '|',
                Show::Title => 'T',
                Show::ResponseTitle => 'R',
                Show::Text(_) => 'x',
            };
            lines.iter().map(sign).collect::<String>()
        };
        assert_eq!(outline(0), "T.xxxxxx.xxx");
        assert_eq!(outline(4), "T.xx.R.xxx.x");
        assert_eq!(outline(9), "T.xx.xx.xxxx");
    }

    #[test]
    fn note_marks_take_their_cells_and_no_bytes() {
        let letter = letter::embedded();
        for width in 1..=120 {
            for mark in letter.marks() {
                let rows = wrap(&letter, mark.paragraph, 0, width);
                let text = letter.paragraph(mark.paragraph);
                assert_eq!(rows.last().unwrap().end, text.len());
                let holding = rows
                    .iter()
                    .filter(|row| row.start < mark.byte && mark.byte <= row.end);
                assert_eq!(holding.count(), 1, "{width}");
            }
        }
        assert_eq!(superscript(120), "¹²⁰");
    }
}
