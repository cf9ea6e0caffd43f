//! The rows of the sidebar: the sections, and under them what is named in the one that shows.

use super::{App, geometry::Area};
use crate::{
    letter::{Letter, Section, SectionKind},
    reading::layout,
};

/// How far the titles are indented, in cells: the bar, a sign, the number.
pub const INDENT: u16 = 6;

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
    },
    /// Nothing.
    Blank,
    /// Whose reading the signs of the stances are.
    Makers,
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

impl App {
    /// The title of a section: ours, or what we make of its first words.
    #[must_use]
    pub fn title(&self, section: &Section) -> String {
        if let Some(title) = self.letter.title(section) {
            return title.get(self.words.language).to_owned();
        }
        match section.kind {
            SectionKind::Opening if self.letter.recommendations() == 0 => {
                self.words.reader.letter.clone()
            }
            SectionKind::Opening => self.words.reader.opening.clone(),
            SectionKind::Closing => self.words.reader.closing.clone(),
            SectionKind::Recommendation => first_words(&self.letter, section),
        }
    }

    /// The rows of the sidebar in an area, from its top down.
    #[must_use]
    pub fn sidebar_rows(&self, area: Area) -> Vec<SidebarRow> {
        let height = usize::from(area.height);
        let width = usize::from(area.width.saturating_sub(INDENT + 1)).max(1);
        let named = self.mentions.counts(self.section());
        let wanted = if named.is_empty() {
            0
        } else {
            2 + named.len().min(3)
        };
        let mut rows = self.section_rows(width, Titles::Whole);
        if rows.len() + wanted > height {
            rows = self.section_rows(width, Titles::WholeWhereShown);
        }
        if rows.len() > height {
            let chosen = rows.iter().position(|row| self.is_shown(row)).unwrap_or(0);
            let first = super::geometry::window(chosen, rows.len(), height);
            return rows.drain(first..first + height).collect();
        }
        let judged = |section: &Section| {
            section.kind == SectionKind::Recommendation && self.letter.stance(section).is_some()
        };
        let room = height - rows.len();
        if room >= wanted + 2 && self.letter.sections().iter().any(judged) {
            rows.push(SidebarRow::Blank);
            rows.push(SidebarRow::Makers);
        }
        let room = (height - rows.len()).min(2 + NAMED);
        if named.is_empty() || room < 3 {
            return rows;
        }
        rows.push(SidebarRow::Blank);
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

    fn is_shown(&self, row: &SidebarRow) -> bool {
        matches!(row, SidebarRow::Section { index, .. } if *index == self.section())
    }

    fn section_rows(&self, width: usize, titles: Titles) -> Vec<SidebarRow> {
        let mut rows = Vec::new();
        for (index, section) in self.letter.sections().iter().enumerate() {
            let title = self.title(section);
            let lines = layout::wrap_whole(&title, width);
            let whole = matches!(titles, Titles::Whole) || index == self.section();
            if whole || lines.len() == 1 {
                rows.extend(
                    lines
                        .iter()
                        .enumerate()
                        .map(|(line, row)| SidebarRow::Section {
                            index,
                            title: title[row.start..row.end].to_owned(),
                            first: line == 0,
                        }),
                );
            } else {
                rows.push(SidebarRow::Section {
                    index,
                    title,
                    first: true,
                });
            }
        }
        rows
    }
}

/// Which titles have all the rows they need.
#[derive(Clone, Copy)]
enum Titles {
    Whole,
    WholeWhereShown,
}

/// The first words of a recommendation, for a letter whose sections have no titles of ours.
fn first_words(letter: &Letter, section: &Section) -> String {
    const WORDS: usize = 6;
    let text = letter.paragraph(section.paragraphs.start);
    let mut words = text.split(' ');
    let start = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        format!("{start} …")
    } else {
        start
    }
}
