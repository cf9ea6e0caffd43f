//! Hedges on request: the words that leave room are marked in the text, and a line under it says how many the
//! section has, and that the list of such words is ours.
//!
//! Nothing is looked for before that is asked. Then only what shows is, for each screen anew; a section is
//! counted once, a long one between the keys.

mod found;

pub(super) use found::Hedges;

use super::{App, Reader, geometry::Marking, slice::SLICE};
use crate::{
    letter::{SectionKind, Span, touching},
    reading::{
        flow::{Line, Show},
        hedges::{self, Count},
    },
};
use unicode_width::UnicodeWidthStr;

/// How much of a section is counted before it shows, in bytes: all of nearly any.
const AT_ONCE: usize = SLICE / 4;

impl Reader {
    /// The words of a stretch of the text that are to be marked, in order.
    #[must_use]
    pub fn marked(&self, shown: Span) -> &[Span] {
        match self.arrangement.marking {
            Marking::Nothing => &[],
            Marking::Echo => self.echo().map_or(&[], |echo| echo.touching(shown)),
            Marking::Hedges => touching(&self.hedges.shown, shown),
        }
    }

    /// Finds the hedges that show, and begins to count those of the section, where they are to be marked.
    pub(super) fn find_hedges(&mut self) {
        if self.arrangement.marking != Marking::Hedges {
            return;
        }
        let rows = self.beside().iter().chain(self.page());
        let rows = rows.filter_map(|line: &Line| match line.show {
            Show::Text(row) => Some(Span {
                paragraph: line.paragraph,
                start: row.start,
                end: row.end,
            }),
            _ => None,
        });
        let found = rows.flat_map(|row| hedges::touching(&self.letter, row));
        let mut shown: Vec<Span> = found.collect();
        shown.sort_unstable();
        shown.dedup();
        self.hedges.shown = shown;
        let section = self.section();
        if !self.hedges.counts.contains_key(&section) {
            self.count_hedges(AT_ONCE);
        }
    }

    /// How many hedges the section that shows has, as far as it has been read.
    #[must_use]
    pub fn hedges(&self) -> Count {
        let known = self.hedges.counts.get(&self.section());
        known.copied().unwrap_or_default()
    }

    fn count_hedges(&mut self, bytes: usize) {
        let section = self.section();
        let count = self.hedges.counts.entry(section).or_default();
        count.read_on(&self.letter, section, bytes);
    }

    /// Whether the section that shows has not been counted to its end.
    pub(super) fn has_more_hedges(&self) -> bool {
        self.arrangement.marking == Marking::Hedges && !self.hedges().is_whole
    }

    /// Counts on in the section that shows.
    pub(super) fn count_more_hedges(&mut self) {
        self.count_hedges(SLICE);
    }
}

impl App {
    /// Marks the hedges, or marks them no more.
    pub(super) fn turn_hedges(&mut self) {
        let has = &mut self.reader.arrangement;
        if has.marking == Marking::Hedges {
            has.marking = Marking::Nothing;
            self.notice = Some(self.words.hedges.off.to_owned());
            return;
        }
        has.marking = Marking::Hedges;
        self.reader.settle();
        // Where there is no room for a line of its own, it is said once.
        if self.reader.regions.legend.height == 0 {
            let width = usize::from(self.reader.regions.footer.width);
            self.notice = Some(self.hedge_legend(width));
        }
    }

    /// What the line under the text says of the hedges of the section that shows, in so many cells.
    #[must_use]
    pub fn hedge_legend(&self, width: usize) -> String {
        self.hedge_line(self.reader.section(), self.reader.hedges(), width)
    }

    /// What is said of the hedges of a section, by its index, in so many cells: how many, and whose choice of
    /// words it is; where there is room, whose hedges they are.
    #[must_use]
    pub fn hedge_line(&self, section: usize, count: Count, width: usize) -> String {
        let words = &self.words.hedges;
        let section = &self.reader.letter.sections()[section];
        let more = if count.is_whole { "" } else { "…" };
        let said = |number: usize| format!("{number}{more}");
        let filled = |text: &str| {
            text.replace("{section}", &section.number.to_string())
                .replace("{response}", &said(count.response))
                .replace("{recommendation}", &said(count.recommendation))
                .replace("{all}", &said(count.response + count.recommendation))
        };
        let is_pair = section.kind == SectionKind::Recommendation;
        let whose = if is_pair {
            words.by_whom
        } else {
            words.in_section
        };
        let forms = [
            filled(whose) + " · " + words.ours + " · " + words.no_judgement,
            filled(whose) + " · " + words.ours,
            filled(words.in_section) + " · " + words.ours,
            filled(words.short) + " · " + words.ours_short,
        ];
        let [.., shortest] = &forms;
        let fits = forms.iter().find(|form| form.width() <= width);
        fits.unwrap_or(shortest).clone()
    }
}
