//! The rows of a section at a width, and moving through them.
//!
//! What shows is held by a [`Top`], a point in the text, never by a row number; rows are derived
//! from it by wrapping only what shows. So a resize keeps the text at the top, and a letter a
//! thousand times as long scrolls as fast. Above the words of a paragraph stand its lead rows:
//! blank rows and headings, which depend on its part in the letter alone.

use super::layout::{self, Row};
use crate::letter::{Letter, Place, Role, Section, SectionKind};
use std::collections::HashMap;

/// How much wider than the text the bar beside a recommendation is, in cells.
pub const BAR: usize = 2;

/// How many wrapped paragraphs are kept.
const KEPT: usize = 256;

/// What the first row of a screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Top {
    /// A point in the row of text it shows, or in the row that its lead stands above.
    pub place: Place,
    /// How many lead rows show above that row. Not 0 only where the place is in a paragraph's
    /// first row.
    pub lead: usize,
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

/// The lead rows of a paragraph.
fn lead(letter: &Letter, section: &Section, paragraph: usize) -> &'static [Show] {
    let role = letter.paragraphs()[paragraph].role;
    if paragraph == section.paragraphs.start {
        return match (role, section.kind) {
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

/// A row counted within its paragraph, lead rows first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    paragraph: usize,
    row: usize,
}

/// Wraps paragraphs at a width and keeps those wrapped last.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    width: usize,
    kept: HashMap<usize, Vec<Row>>,
}

impl Flow {
    /// Sets the measure: how many cells wide the text is.
    pub fn set_width(&mut self, width: usize) {
        if self.width != width {
            self.width = width;
            self.kept.clear();
        }
    }

    /// The measure in cells.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The rows that show from `top` on, `height` at most, none of another section.
    pub fn page(&mut self, letter: &Letter, top: Top, height: usize) -> Vec<Line> {
        let section = section(letter, top);
        let mut spot = self.spot(letter, section, top);
        let mut lines = Vec::with_capacity(height);
        while lines.len() < height {
            lines.push(self.line(letter, section, spot));
            let Some(next) = self.next(letter, section, spot) else {
                break;
            };
            spot = next;
        }
        lines
    }

    /// The top that lies `rows` further down in its section, or the section's last row.
    pub fn down(&mut self, letter: &Letter, top: Top, rows: usize) -> Top {
        let section = section(letter, top);
        let mut spot = self.spot(letter, section, top);
        for _ in 0..rows {
            let Some(next) = self.next(letter, section, spot) else {
                break;
            };
            spot = next;
        }
        self.top(letter, section, spot)
    }

    /// The top that lies `rows` further up in its section, or the section's first row.
    pub fn up(&mut self, letter: &Letter, top: Top, rows: usize) -> Top {
        let section = section(letter, top);
        let mut spot = self.spot(letter, section, top);
        for _ in 0..rows {
            let Some(before) = self.before(letter, section, spot) else {
                break;
            };
            spot = before;
        }
        self.top(letter, section, spot)
    }

    /// The top at which the last row of the section is the last of `height` rows.
    pub fn last_top(&mut self, letter: &Letter, section: &Section, height: usize) -> Top {
        let last = section.paragraphs.end - 1;
        let rows = self.rows(letter, last).len() + lead(letter, section, last).len();
        let end = self.top(
            letter,
            section,
            Spot {
                paragraph: last,
                row: rows - 1,
            },
        );
        self.up(letter, end, height.saturating_sub(1))
    }

    /// Whether `one` shows an earlier row than `other`, which is in the same section.
    pub fn is_above(&mut self, letter: &Letter, one: Top, other: Top) -> bool {
        let section = section(letter, one);
        self.spot(letter, section, one) < self.spot(letter, section, other)
    }

    /// The first top of a section.
    #[must_use]
    pub fn first_top(letter: &Letter, section: &Section) -> Top {
        let paragraph = section.paragraphs.start;
        Top {
            place: Place { paragraph, byte: 0 },
            lead: lead(letter, section, paragraph).len(),
        }
    }

    /// The top that shows a place in its first row; at the start of a section, with its title.
    #[must_use]
    pub fn top_of(&self, letter: &Letter, place: Place) -> Top {
        let section = &letter.sections()[letter.section_of(place.paragraph)];
        let first = place
            == Place {
                paragraph: section.paragraphs.start,
                byte: 0,
            };
        if first {
            Self::first_top(letter, section)
        } else {
            Top { place, lead: 0 }
        }
    }

    fn line(&mut self, letter: &Letter, section: &Section, spot: Spot) -> Line {
        let lead = lead(letter, section, spot.paragraph);
        let show = match lead.get(spot.row) {
            Some(show) => *show,
            None => Show::Text(self.rows(letter, spot.paragraph)[spot.row - lead.len()]),
        };
        Line {
            paragraph: spot.paragraph,
            show,
        }
    }

    fn next(&mut self, letter: &Letter, section: &Section, spot: Spot) -> Option<Spot> {
        let rows =
            lead(letter, section, spot.paragraph).len() + self.rows(letter, spot.paragraph).len();
        if spot.row + 1 < rows {
            return Some(Spot {
                row: spot.row + 1,
                ..spot
            });
        }
        let paragraph = spot.paragraph + 1;
        section
            .paragraphs
            .contains(&paragraph)
            .then_some(Spot { paragraph, row: 0 })
    }

    fn before(&mut self, letter: &Letter, section: &Section, spot: Spot) -> Option<Spot> {
        if spot.row > 0 {
            return Some(Spot {
                row: spot.row - 1,
                ..spot
            });
        }
        if spot.paragraph == section.paragraphs.start {
            return None;
        }
        let paragraph = spot.paragraph - 1;
        let rows = lead(letter, section, paragraph).len() + self.rows(letter, paragraph).len();
        Some(Spot {
            paragraph,
            row: rows - 1,
        })
    }

    fn spot(&mut self, letter: &Letter, section: &Section, top: Top) -> Spot {
        let paragraph = top.place.paragraph;
        let lead = lead(letter, section, paragraph).len();
        let rows = self.rows(letter, paragraph);
        let row = rows
            .partition_point(|row| row.start <= top.place.byte)
            .saturating_sub(1);
        Spot {
            paragraph,
            row: if row == 0 {
                lead.saturating_sub(top.lead)
            } else {
                lead + row
            },
        }
    }

    fn top(&mut self, letter: &Letter, section: &Section, spot: Spot) -> Top {
        let lead = lead(letter, section, spot.paragraph).len();
        let byte = spot
            .row
            .checked_sub(lead)
            .map_or(0, |row| self.rows(letter, spot.paragraph)[row].start);
        Top {
            place: Place {
                paragraph: spot.paragraph,
                byte,
            },
            lead: lead.saturating_sub(spot.row),
        }
    }

    /// The wrapped rows of a paragraph, in bytes of its text.
    fn rows(&mut self, letter: &Letter, paragraph: usize) -> &[Row] {
        if self.kept.len() >= KEPT && !self.kept.contains_key(&paragraph) {
            self.kept.clear();
        }
        let width = self.width;
        self.kept
            .entry(paragraph)
            .or_insert_with(|| wrap(letter, paragraph, width))
    }
}

fn section(letter: &Letter, top: Top) -> &Section {
    &letter.sections()[letter.section_of(top.place.paragraph)]
}

/// Wraps a paragraph with its note marks in their places, for they take cells too.
fn wrap(letter: &Letter, paragraph: usize, width: usize) -> Vec<Row> {
    let bar = if letter.paragraphs()[paragraph].role == Role::Recommendation {
        BAR
    } else {
        0
    };
    let width = width.saturating_sub(bar);
    let text = letter.paragraph(paragraph);
    let marks = letter.marks_in(paragraph);
    if marks.is_empty() {
        return layout::wrap(text, width);
    }
    let mut marked = String::with_capacity(text.len() + 8 * marks.len());
    let mut inserted = Vec::with_capacity(marks.len());
    let mut from = 0;
    for mark in marks {
        marked.push_str(&text[from..mark.byte]);
        let start = marked.len();
        marked.push_str(&superscript(mark.number));
        inserted.push(start..marked.len());
        from = mark.byte;
    }
    marked.push_str(&text[from..]);
    let source = |byte: usize| {
        let before = inserted
            .iter()
            .map(|range| range.end.min(byte).saturating_sub(range.start));
        byte - before.sum::<usize>()
    };
    let mut rows = layout::wrap(&marked, width);
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
                let tops = all_tops(&mut flow, &letter, section);
                for (row, top) in tops.iter().enumerate() {
                    assert_eq!(flow.down(&letter, tops[0], row), *top);
                    assert_eq!(
                        flow.up(&letter, tops[tops.len() - 1], tops.len() - 1 - row),
                        *top
                    );
                    assert!(!flow.is_above(&letter, *top, tops[0]));
                }
                let page = flow.page(&letter, tops[0], tops.len() + 5);
                assert_eq!(page.len(), tops.len());
                let last = flow.last_top(&letter, section, 10);
                assert_eq!(flow.page(&letter, last, 99).len(), tops.len().min(10));
            }
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
                let rows = wrap(&letter, mark.paragraph, width);
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
