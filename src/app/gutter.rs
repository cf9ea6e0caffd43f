//! The gutter left of the text: the address of each paragraph, and a bar beside the current one.

use super::{App, geometry::Area};
use crate::{
    letter::{Address, Letter, SectionKind, Span},
    reading::flow::{Line, Show},
};

/// What stands in the gutter beside a row of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GutterRow {
    /// Its cells, in one row of the screen.
    pub area: Area,
    /// The paragraph beside which it stands, by index.
    pub paragraph: usize,
    /// The address, beside the first row that shows of what it names.
    pub address: Option<String>,
    /// Whether the paragraph is the current one.
    pub current: bool,
}

/// How many cells the widest address takes of those that are said aloud: not of the lines of the closing.
pub(super) fn widest_address(letter: &Letter) -> u16 {
    let digits = |number: usize| number.checked_ilog10().unwrap_or_default() + 1;
    let sections = letter.sections().iter();
    let spoken = sections.filter(|section| section.kind != SectionKind::Closing);
    let widths = spoken.map(|section| {
        let last = letter.response(section).len();
        u32::try_from(section.number.to_string().len()).unwrap_or(0) + 1 + digits(last)
    });
    let head = u32::try_from(Address::HEAD.to_string().len()).unwrap_or_default();
    u16::try_from(widths.max().unwrap_or_default().max(head)).unwrap_or(u16::MAX)
}

impl App {
    /// The gutter beside each row of text, column by column from the top down.
    #[must_use]
    pub fn gutter(&self) -> Vec<GutterRow> {
        let regions = self.reader.regions();
        let beside = regions
            .beside
            .map(|beside| (beside.text, self.reader.beside()));
        let columns = beside
            .into_iter()
            .chain([(regions.text, self.reader.page())]);
        columns
            .flat_map(|(area, lines)| self.gutter_of(area, lines))
            .collect()
    }

    fn gutter_of(&self, text: Area, lines: &[Line]) -> Vec<GutterRow> {
        let width = self.reader.regions().gutter;
        let here = self.reader.here();
        let mut before = None;
        let mut rows = Vec::new();
        for (y, line) in (text.y..text.bottom()).zip(lines) {
            if !matches!(line.show, Show::Text(_)) {
                continue;
            }
            let paragraph = line.paragraph;
            // The lines of the head share one, and so do the paragraphs of a recommendation.
            let same = |before: usize| {
                before == paragraph
                    || self.reader.letter.address(before) == self.reader.letter.address(paragraph)
            };
            let address = (!before.is_some_and(same))
                .then(|| self.words.address(&self.reader.letter, paragraph));
            before = Some(paragraph);
            rows.push(GutterRow {
                area: Area {
                    x: text.x.saturating_sub(width),
                    y,
                    width,
                    height: 1,
                },
                paragraph,
                address,
                current: paragraph == here,
            });
        }
        rows
    }

    /// Makes the paragraph current beside which a cell of the gutter stands; false for any other cell.
    pub(super) fn press_gutter(&mut self, column: u16, row: u16) -> bool {
        let mut rows = self.gutter().into_iter();
        let Some(pressed) = rows.find(|beside| beside.area.holds(column, row)) else {
            return false;
        };
        self.reader.focus = Some(Span {
            paragraph: pressed.paragraph,
            start: 0,
            end: 0,
        });
        true
    }
}
