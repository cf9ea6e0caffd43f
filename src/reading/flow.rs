//! The rows of a letter at a width, and moving through them.
//!
//! The letter is one text: its sections follow one another under their headings, and a row has a neighbour
//! above and below as long as there is any. What shows is held by a [`Top`], a point in the text, never by a row number; rows are derived
//! from it by wrapping only what shows. So a resize keeps the text at the top, and a letter a
//! thousand times as long scrolls as fast. Above the words of a paragraph stand its lead rows:
//! blank rows and headings, which depend on its part in the letter alone. A paragraph of many pages
//! is wrapped in stretches (`reading::stretch`), each for itself, so it scrolls as fast as well.
//!
//! Where asides stand beside the text ([`Flow::set_apart`]), the text is still one run through the whole
//! letter, without them; each aside is a run for itself, at its own width. An aside is the recommendation of
//! a section, or the head of the letter, where there is a response or running text to stand beside.

mod grid;
mod rows;
mod run;
mod shown;
mod wrapped;

use super::{
    layout::{Edge, Hyphens, Row},
    stretch,
};
use crate::letter::{Letter, Place};
use grid::Grid;
use std::collections::HashMap;

pub use rows::{Before, Piece, Says, superscript};
pub use run::aside;
use run::{Run, RunKind, below_title, lead, lead_at};
use shown::Spot;
pub use shown::{Line, Page, Show, Top};

/// How many wrapped rows are kept: some hundred kB of them.
const KEPT: usize = 16_384;

/// Wraps stretches of paragraphs at a width and keeps those wrapped last.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    width: usize,
    /// How wide asides are, where they stand apart.
    apart: Option<usize>,
    hyphens: Hyphens,
    edge: Edge,
    kept: HashMap<(usize, usize), Vec<Row>>,
    /// How many rows are kept in all.
    held: usize,
    /// The columns of tables that were shown, by table.
    grids: HashMap<u32, Grid>,
}

impl Flow {
    /// Sets the measure: how many cells wide the text is.
    pub fn set_width(&mut self, width: usize) {
        self.set_widths(width, None);
    }

    /// Sets the measure, and that asides of another width stand apart.
    pub fn set_apart(&mut self, width: usize, aside: usize) {
        self.set_widths(width, Some(aside));
    }

    fn set_widths(&mut self, width: usize, apart: Option<usize>) {
        if (self.width, self.apart) != (width, apart) {
            (self.width, self.apart) = (width, apart);
            self.grids.clear();
            self.forget();
        }
    }

    /// Sets where long words are parted.
    pub fn set_hyphens(&mut self, hyphens: Hyphens) {
        if self.hyphens != hyphens {
            self.hyphens = hyphens;
            self.forget();
        }
    }

    /// Sets where full rows end. They hold the same words either way.
    pub fn set_edge(&mut self, edge: Edge) {
        self.edge = edge;
    }

    fn forget(&mut self) {
        self.kept.clear();
        self.held = 0;
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
        let last = self.run(letter, paragraph).paragraphs.end - 1;
        self.top_ending(letter, last, height)
    }

    /// The top at which the last row of a paragraph is the last of `height` rows.
    pub fn top_ending(&mut self, letter: &Letter, paragraph: usize, height: usize) -> Top {
        let run = self.run(letter, paragraph);
        let last = self.last_spot(letter, &run, paragraph);
        let end = self.top(letter, &run, last);
        self.up(letter, end, height.saturating_sub(1))
    }

    /// What shows from `top` on in `height` rows; fewer rows where the run ends.
    pub fn show(&mut self, letter: &Letter, top: Top, height: usize) -> Page {
        let mut lines = self.page(letter, top, height + 1);
        let more = lines.len() > height;
        lines.truncate(height);
        Page { top, lines, more }
    }

    /// The top itself, or the one that leaves no row empty at the end of the run.
    pub fn filled(&mut self, letter: &Letter, top: Top, height: usize) -> Top {
        if self.page(letter, top, height).len() == height {
            return top;
        }
        self.last_top(letter, top.place.paragraph, height)
    }

    /// The top itself or, where it would show a blank row first, the next that does not. The title of a
    /// section need not show either: it has a row of its own over the text.
    pub fn below_blanks(&mut self, letter: &Letter, top: Top) -> Top {
        let mut first = top;
        while let Some(Show::Blank | Show::Title | Show::Rule) =
            self.page(letter, first, 1).first().map(|line| line.show)
        {
            let next = self.down(letter, first, 1);
            if next == first {
                return first;
            }
            first = next;
        }
        first
    }

    /// Whether `one` shows an earlier row than `other`, which is in the same run.
    pub fn is_above(&mut self, letter: &Letter, one: Top, other: Top) -> bool {
        let run = self.run(letter, one.place.paragraph);
        self.spot(letter, &run, one) < self.spot(letter, &run, other)
    }

    /// The top at which a section begins, its title standing over the text: in one column that of its first
    /// paragraph, beside an aside that of what answers it.
    #[must_use]
    pub fn section_top(&self, letter: &Letter, section: usize) -> Top {
        let paragraph = match self.apart {
            None => letter.sections()[section].paragraphs.start,
            Some(_) => aside(letter, section).end,
        };
        let run = self.run(letter, paragraph);
        Top {
            place: Place { paragraph, byte: 0 },
            lead: below_title(lead(letter, &run, paragraph)),
        }
    }

    /// The section in which a top is, by index. One that shows the title of a section, or the blank row
    /// above that, is still in the one before.
    #[must_use]
    pub fn section_at(&self, letter: &Letter, top: Top) -> usize {
        let paragraph = top.place.paragraph;
        let lead = lead(letter, &self.run(letter, paragraph), paragraph);
        let above = lead.contains(&Show::Title) && top.lead > below_title(lead);
        letter.section_of(paragraph) - usize::from(above)
    }

    /// The top that shows a place in its first row; at the start of a section, with what leads it.
    #[must_use]
    pub fn top_of(&self, letter: &Letter, place: Place) -> Top {
        let start = self.section_top(letter, letter.section_of(place.paragraph));
        if place == start.place {
            start
        } else {
            Top { place, lead: 0 }
        }
    }

    /// The run that a paragraph is in.
    fn run(&self, letter: &Letter, paragraph: usize) -> Run {
        let whole = 0..letter.paragraphs().len();
        if self.apart.is_none() {
            return Run {
                paragraphs: whole,
                kind: RunKind::Letter,
            };
        }
        let aside = aside(letter, letter.section_of(paragraph));
        if aside.contains(&paragraph) {
            return Run {
                paragraphs: aside,
                kind: RunKind::Aside,
            };
        }
        Run {
            paragraphs: whole,
            kind: RunKind::Text,
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
            (run.after(letter, paragraph)?, 0)
        };
        Some(Spot {
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
        let before = run.before(letter, spot.paragraph)?;
        Some(self.last_spot(letter, run, before))
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

    fn beside(width: usize, aside: usize) -> Flow {
        let mut flow = Flow::default();
        flow.set_apart(width, aside);
        flow
    }

    /// All tops of a run, from one on.
    fn all_tops(flow: &mut Flow, letter: &Letter, from: Top) -> Vec<Top> {
        let mut tops = vec![from];
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
            meet(&mut flow(width), &letter, Top::default());
            let mut apart = beside(width, 33);
            for section in 0..letter.sections().len() {
                let aside = aside(&letter, section);
                if aside.is_empty() {
                    continue;
                }
                let place = Place {
                    paragraph: aside.start,
                    byte: 0,
                };
                meet(&mut apart, &letter, Top { place, lead: 0 });
            }
            let first = apart.section_top(&letter, 0);
            meet(&mut apart, &letter, first);
        }
    }

    #[test]
    fn down_and_up_meet_in_a_paragraph_of_many_pages() {
        let letter = giant();
        for width in [20, 80] {
            meet(&mut flow(width), &letter, Top::default());
        }
    }

    /// Down to every row and up from the last to every row lead to the same tops.
    fn meet(flow: &mut Flow, letter: &Letter, first: Top) {
        let tops = all_tops(flow, letter, first);
        let last = tops[tops.len() - 1];
        assert_eq!(flow.up(letter, first, 1), first, "nothing is above");
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
        assert_eq!(flow.filled(letter, tops[tops.len() - 1], 10), last);
        assert_eq!(flow.filled(letter, first, tops.len().min(10)), first);
    }

    #[test]
    fn the_letter_is_one_text_and_asides_are_no_part_of_what_they_stand_beside() {
        let letter = letter::embedded();
        let paragraphs = |flow: &mut Flow, from: Top| {
            let page = flow.page(&letter, from, 10_000);
            let text = page
                .iter()
                .filter(|line| matches!(line.show, Show::Text(_)));
            let mut paragraphs: Vec<_> = text.map(|line| line.paragraph).collect();
            paragraphs.dedup();
            paragraphs
        };
        let all: Vec<_> = (0..letter.paragraphs().len()).collect();
        assert_eq!(paragraphs(&mut flow(70), Top::default()), all);
        let mut apart = beside(60, 40);
        let first = apart.section_top(&letter, 0);
        let mut found = paragraphs(&mut apart, first);
        for section in 0..letter.sections().len() {
            let aside = aside(&letter, section);
            let place = Place {
                paragraph: aside.start,
                byte: 0,
            };
            if !aside.is_empty() {
                found.extend(paragraphs(&mut apart, Top { place, lead: 0 }));
            }
        }
        found.sort_unstable();
        assert_eq!(found, all);
    }

    #[test]
    fn a_section_goes_on_until_the_title_of_the_next_has_left() {
        let letter = letter::embedded();
        for mut flow in [flow(70), beside(60, 40)] {
            let first = flow.section_top(&letter, 0);
            let mut section = 0;
            for top in all_tops(&mut flow, &letter, first) {
                let now = flow.section_at(&letter, top);
                if now != section {
                    assert_eq!((now, top), (section + 1, flow.section_top(&letter, now)));
                    let above = flow.up(&letter, top, 1);
                    assert_eq!(flow.page(&letter, above, 1)[0].show, Show::Title);
                    section = now;
                }
            }
            assert_eq!(section, 9);
        }
    }

    #[test]
    fn a_page_that_is_turned_to_begins_with_words() {
        let letter = letter::embedded();
        let mut flow = flow(70);
        for top in all_tops(&mut flow, &letter, Top::default()) {
            let to = flow.below_blanks(&letter, top);
            let line = flow.page(&letter, to, 1)[0];
            assert!(!matches!(line.show, Show::Blank | Show::Title));
            let skipped = flow.page(&letter, top, 3);
            assert!(flow.is_above(&letter, top, to) || to == top);
            assert!(skipped.contains(&line), "{skipped:?}");
        }
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
        for top in all_tops(&mut wide, &letter, Top::default()) {
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

    #[test]
    fn sections_read_as_they_should() {
        let letter = letter::embedded();
        let outline = |section: usize| {
            let mut flow = flow(200);
            let top = flow.section_top(&letter, section);
            let top = flow.up(&letter, top, 2);
            let lines = flow.page(&letter, top, 14);
            let sign = |line: &Line| match line.show {
                Show::Blank => '.',
                Show::Bar => '|',
                Show::Title => 'T',
                Show::ResponseTitle => 'R',
                Show::Rule => '-',
                Show::Text(_) => 'x',
            };
            lines.iter().map(sign).collect::<String>()
        };
        assert_eq!(outline(0), "xxxxxx.xxx.xxx");
        assert_eq!(outline(4), ".Txx.Rxxx.xxxx");
        assert_eq!(outline(9), ".Txx.xx.xxxxxx");
    }

    #[test]
    fn note_marks_take_their_cells_and_no_bytes() {
        let letter = letter::embedded();
        for width in 1..=120 {
            for mark in letter.marks() {
                let rows = rows::wrap(&letter, mark.paragraph, 0, width, Hyphens::default());
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
