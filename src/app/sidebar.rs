//! The rows of the sidebar: the sections, and under them what is named in the one that shows.

use super::{App, Reader, cursor, geometry::Area};
use crate::{
    letter::{Letter, Pair, Section, SectionKind},
    reading::layout,
};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How far the titles are indented at least, in cells: the bar, a sign, the number.
const INDENT: u16 = 6;

/// The widest number of a section that shows whole, in cells.
pub const WIDEST: u16 = 9;

/// How far the title of a heading in another is indented, in cells, and how many times at most.
const STEP: u16 = 2;
const DEEPEST: u16 = 3;

/// From so many rows on the sections have a title above them.
const TITLED: usize = 18;

/// The widest number of a section, in cells.
pub(super) fn widest_label(letter: &Letter) -> u16 {
    let widths = letter
        .sections()
        .iter()
        .map(|section| section.number.to_string().width());
    u16::try_from(widths.max().unwrap_or_default()).unwrap_or(u16::MAX)
}

/// The highest level of the headings by which the letter is parted; none where it answers recommendations or
/// has no such headings.
pub(super) fn highest_level(letter: &Letter) -> Option<u8> {
    let sections = letter.sections();
    if sections
        .iter()
        .any(|section| section.kind == SectionKind::Recommendation)
    {
        return None;
    }
    let parts = sections
        .iter()
        .filter(|section| section.kind == SectionKind::Part);
    parts.map(|section| section.level).min()
}

/// The most rows for what is named in a section: a longer list is for the finder, and each row of it is
/// written anew with every row that scrolls.
const NAMED: usize = 8;

/// One row of the sidebar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SidebarRow {
    /// A row of a section's title.
    Section {
        /// The section, by index.
        index: usize,
        /// What stands in it.
        title: String,
        /// Whether it is the title's first row, the one with the number.
        first: bool,
        /// How far it is indented behind the titles of the highest level, in cells.
        deep: u16,
        /// How many of its asks are answered, on a row with room for it.
        answered: Option<String>,
        /// How many cells at the end of a title that is cut are kept for that.
        room: u16,
    },
    /// What the sections are, above them.
    Title,
    /// Nothing.
    Blank,
    /// What signs of the stances mean.
    Legend(String),
    /// Whose reading they are.
    Makers(String),
    /// That the numbers of answered asks were found by rule.
    ByRule,
    /// The heading above the names.
    Heading,
    /// An entity with how often it is named in the section.
    Named {
        /// The entity, by index.
        entity: usize,
        /// How often.
        count: usize,
    },
    /// How many more are named than there is room for.
    More(usize),
}

impl Reader {
    /// Where the titles start, in cells: behind the widest number that is not cut.
    #[must_use]
    pub fn sidebar_indent(&self) -> u16 {
        INDENT.max(self.widest_label.min(WIDEST) + 5)
    }

    /// How far the title of a section is indented, in cells: by the level of its heading, where the letter goes
    /// by its own headings.
    fn depth(&self, section: &Section) -> u16 {
        let Some(highest) = self.highest.filter(|_| section.kind == SectionKind::Part) else {
            return 0;
        };
        STEP * u16::from(section.level.saturating_sub(highest)).min(DEEPEST)
    }
}

impl App {
    /// The title of a section: ours, or what we make of its first words.
    #[must_use]
    pub fn title(&self, section: &Section) -> String {
        self.under().title(section)
    }

    /// The rows of the sidebar in an area, from its top down.
    #[must_use]
    pub fn sidebar_rows(&self, area: Area) -> Vec<SidebarRow> {
        let height = usize::from(area.height);
        if self.sidebar_title().is_none() || height < TITLED {
            return self.rows_within(area.width, height);
        }
        let mut rows = vec![SidebarRow::Title];
        rows.extend(self.rows_within(area.width, height - 1));
        rows
    }

    /// What stands above the sections: what the letter answers, if it answers anything.
    #[must_use]
    pub fn sidebar_title(&self) -> Option<&str> {
        let mut sections = self.reader.letter.sections().iter();
        let pair = sections.find(|section| section.kind == SectionKind::Recommendation)?;
        Some(self.words.pairs(pair.pair))
    }

    fn rows_within(&self, columns: u16, height: usize) -> Vec<SidebarRow> {
        let width = usize::from(columns.saturating_sub(self.reader.sidebar_indent() + 1)).max(1);
        let named = self.reader.mentions.counts(self.reader.section());
        // A heading, two names or one and how many more; a blank row above where there is room.
        let least = named.len().min(2);
        let wanted = if named.is_empty() { 0 } else { 1 + least };
        let count = self.reader.letter.sections().len();
        let mut rows = Vec::new();
        // Each title has a row at least.
        if count + wanted <= height {
            rows = self.section_rows(0..count, width, Titles::Whole);
        }
        if rows.is_empty() || rows.len() + wanted > height {
            let own = self.section_rows(
                self.reader.section()..self.reader.section() + 1,
                width,
                Titles::Whole,
            );
            let shown = shown(count, self.reader.section(), own.len(), height);
            rows = self.section_rows(shown, width, Titles::WholeWhereShown);
            rows.truncate(height);
            if count - 1 + own.len() > height {
                return rows;
            }
        }
        let legend = self.legend_lines(usize::from(columns.saturating_sub(2)));
        let room = (height - rows.len()).saturating_sub(wanted);
        let whose = self.words.read_by(self.reader.letter.knows_stances());
        let lines = layout::wrap_whole(whose, usize::from(columns.saturating_sub(2)));
        if !legend.is_empty() && room > lines.len() {
            rows.push(SidebarRow::Blank);
            if room > lines.len() + legend.len() {
                rows.extend(legend.into_iter().map(SidebarRow::Legend));
            }
            let line = |row: &layout::Row| SidebarRow::Makers(whose[row.start..row.end].to_owned());
            rows.extend(lines.iter().map(line));
        }
        let room = (height - rows.len()).saturating_sub(wanted);
        let said = rows.iter().any(|row| matches!(row, SidebarRow::Makers(_)))
            && !self.reader.letter.knows_stances();
        if self.reader.counts_by_rule() && !said && room >= 2 {
            rows.extend([SidebarRow::Blank, SidebarRow::ByRule]);
        }
        let room = (height - rows.len()).min(2 + NAMED);
        if named.is_empty() || room < 1 + least {
            return rows;
        }
        let blank = usize::from(room >= 2 + least);
        let room = room + 1 - blank;
        if blank > 0 {
            rows.push(SidebarRow::Blank);
        }
        rows.push(SidebarRow::Heading);
        let fitting = if named.len() <= room - 2 {
            named.len()
        } else {
            room - 3
        };
        rows.extend(
            named[..fitting]
                .iter()
                .map(|&(entity, count)| SidebarRow::Named { entity, count }),
        );
        if fitting < named.len() {
            rows.push(SidebarRow::More(named.len() - fitting));
        }
        rows
    }

    /// The rows of these sections.
    fn section_rows(
        &self,
        sections: Range<usize>,
        width: usize,
        titles: Titles,
    ) -> Vec<SidebarRow> {
        let mut rows = Vec::new();
        for index in sections {
            let section = &self.reader.letter.sections()[index];
            let title = self.title(section);
            let deep = self.reader.depth(section);
            let width = width.saturating_sub(usize::from(deep)).max(1);
            let mut answered = self.reader.answered_in(index);
            // What is cut is cut before it, and before it is counted too, so that no word moves when it comes.
            let asks =
                section.kind == SectionKind::Recommendation && section.pair == Pair::Recommendation;
            let least = if asks { COUNT } else { 0 };
            let room = answered
                .as_ref()
                .map_or(least, |count| least.max(count.width() + 2));
            let lines = layout::wrap_whole(&title, width);
            let whole = matches!(titles, Titles::Whole) || index == self.reader.section();
            let shown: Vec<&str> = if whole || lines.len() == 1 {
                let rows = lines.iter();
                rows.map(|row| &title[row.start..row.end]).collect()
            } else {
                vec![&title]
            };
            let is_cut = shown.len() < lines.len();
            rows.extend(shown.iter().enumerate().map(|(line, words)| {
                // It never takes room from the words of a whole title.
                let fits = |_: &mut String| is_cut || words.width() + room <= width;
                SidebarRow::Section {
                    index,
                    title: (*words).to_owned(),
                    first: line == 0,
                    deep,
                    room: u16::try_from(if is_cut { room } else { 0 }).unwrap_or(0),
                    answered: answered.take_if(fits),
                }
            }));
        }
        rows
    }
}

/// What the number of answered asks takes of a row, with the space before it, in cells: ` 3/6`.
const COUNT: usize = 5;

/// Which of so many sections show in `height` rows, where all have one row but the chosen one, which has
/// `own`. A letter may have a thousand of them, and a title is wrapped for each frame it shows in.
fn shown(count: usize, chosen: usize, own: usize, height: usize) -> Range<usize> {
    let first = cursor::window(chosen, count - 1 + own, height);
    let after = (first + height).saturating_sub(chosen + own);
    first..(chosen + 1 + after).min(count)
}

/// Which titles have all the rows they need.
#[derive(Clone, Copy)]
enum Titles {
    Whole,
    WholeWhereShown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_that_show_fill_the_rows_and_are_no_more_than_these() {
        for (count, chosen, own, height) in (1..=30_usize)
            .flat_map(|count| (0..count).map(move |chosen| (count, chosen)))
            .flat_map(|(count, chosen)| (1..=4).map(move |own| (count, chosen, own)))
            .flat_map(|(count, chosen, own)| (0..=40).map(move |rows| (count, chosen, own, rows)))
        {
            // All rows, each by the section it is of, and those of them that show.
            let sections = (0..count).flat_map(|section| {
                let rows = if section == chosen { own } else { 1 };
                std::iter::repeat_n(section, rows)
            });
            let all: Vec<usize> = sections.collect();
            let first = cursor::window(chosen, all.len(), height);
            let plain = &all[first..(first + height).min(all.len())];
            let shown = shown(count, chosen, own, height);
            assert!(shown.contains(&chosen) && shown.len() <= height.max(1));
            let rows = all.iter().filter(|section| shown.contains(section));
            let rows: Vec<usize> = rows.copied().take(height).collect();
            assert_eq!(rows, plain, "{count} {chosen} {own} {height}");
        }
    }
}
