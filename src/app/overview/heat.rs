//! Who is named where: entities down, sections across, how often in the recommendation and in the response.

use super::{App, Input, Leads, Reader, Table, Turn};
use crate::app::cursor;
use crate::letter::{Role, Section, SectionKind, Span};
use std::ops::Range;

/// How often an entity is named in a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// In the recommendation.
    pub advice: usize,
    /// Everywhere else in it.
    pub response: usize,
}

impl Heat {
    /// In all of the section.
    #[must_use]
    pub const fn sum(self) -> usize {
        self.advice + self.response
    }
}

/// Where the columns of the table stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatColumns {
    /// How wide the names are, in cells.
    pub name: usize,
    /// The sections that have room: each by its index with where it starts and ends, in cells.
    pub sections: Vec<(usize, Range<usize>)>,
    /// Where the sum at the end of a row ends.
    pub end: usize,
    /// Whether recommendation and response stand apart.
    pub apart: bool,
}

/// The narrowest that the names may be, in cells.
const NAME: usize = 20;

/// The widest.
const WIDEST: usize = 66;

/// How wide a section is where recommendation and response stand apart, and where it is one count, in
/// cells.
const APART: usize = 5;
const TOGETHER: usize = 3;

/// The sum at the end of a row, in cells.
const SUM: usize = 5;

impl Reader {
    /// How often an entity is named in a section, by index.
    #[must_use]
    pub fn heat(&self, entity: usize, section: usize) -> Heat {
        let mut heat = Heat::default();
        for span in self.mentions_in(entity, section) {
            match self.letter.paragraphs()[span.paragraph].role {
                Role::Recommendation => heat.advice += 1,
                _ => heat.response += 1,
            }
        }
        heat
    }

    /// The mentions of an entity in a section.
    fn mentions_in(&self, entity: usize, section: usize) -> impl Iterator<Item = Span> + '_ {
        let paragraphs = self.letter.sections()[section].paragraphs.clone();
        self.mentions.of_within(entity, paragraphs)
    }

    /// Where the columns stand in so many cells, the chosen section among them.
    #[must_use]
    pub fn heat_columns(&self, width: usize) -> HeatColumns {
        let sections = self.letter.sections();
        let both = |section: &Section| section.kind == SectionKind::Recommendation;
        let parted = |section: &Section| if both(section) { APART } else { TOGETHER };
        let room = width.saturating_sub(NAME + SUM);
        let apart = sections.len() <= room && sections.iter().map(parted).sum::<usize>() <= room;
        let wide = |section: &Section| if apart { parted(section) } else { TOGETHER };
        let shown = (room / TOGETHER).clamp(1, sections.len());
        let chosen = self.overview.sheet().cell.unwrap_or_default();
        let first = if apart {
            0
        } else {
            cursor::window(chosen, sections.len(), shown)
        };
        let last = if apart { sections.len() } else { first + shown };
        let taken: usize = sections[first..last].iter().map(wide).sum();
        let name = width.saturating_sub(taken + SUM).clamp(1, WIDEST);
        let mut end = name;
        let place = |index: usize| {
            let start = end;
            end += wide(&sections[index]);
            (index, start..end)
        };
        HeatColumns {
            name,
            sections: (first..last).map(place).collect(),
            end: name + taken + SUM,
            apart,
        }
    }

    /// To the next (or previous) section in which the chosen entity is named; before the first of them
    /// the row as a whole is chosen.
    pub(super) fn choose_cell(&mut self, turn: Turn) {
        let (Table::Named, Some(entity)) = (self.overview.table, self.chosen_row()) else {
            return;
        };
        let named = |section: &usize| self.mentions_in(entity, *section).next().is_some();
        let count = self.letter.sections().len();
        let cell = self.overview.sheet().cell;
        let next = match (cell, turn) {
            (None, Turn::On) => (0..count).find(named),
            (Some(cell), Turn::On) => (cell + 1..count).find(named).or(Some(cell)),
            (None, Turn::Back) => None,
            (Some(cell), Turn::Back) => (0..cell).rev().find(named),
        };
        self.overview.sheet_mut().cell = next;
    }
}

impl App {
    /// Shows the whole table with the cell chosen of an entity in a section.
    pub(in crate::app) fn show_named_in(&mut self, entity: usize, section: usize) {
        self.narrow_by(Input::default());
        self.reader.overview.table = Table::Named;
        self.show_kind(0);
        self.show_overview_at(Table::Named as usize, entity);
        self.reader.overview.sheet_mut().cell = Some(section);
    }

    /// Where the chosen cell leads, or the whole row where none is chosen or it is empty.
    pub(super) fn cell_leads_to(&self, entity: usize) -> Leads {
        let spans: Vec<Span> = self.reader.mentions.of(entity).collect();
        let cell = self.reader.overview.sheet().cell;
        let first = cell.and_then(|section| self.reader.mentions_in(entity, section).next());
        let at = first.and_then(|first| spans.iter().position(|span| *span == first));
        let name = self.under().short_name(crate::app::Subject::Entity(entity));
        (name, spans, at.unwrap_or_default())
    }

    /// The columns of the table when it is copied: name, kind, each section, all.
    pub(super) fn heat_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        let sections = self.reader.letter.sections().iter();
        let mut head = vec![words.name.to_owned(), words.kind.to_owned()];
        head.extend(sections.map(|section| section.number.to_string()));
        head.push(words.count.to_owned());
        head
    }

    /// The cells of an entity when they are copied: `advice+response` where it is named in both.
    pub(super) fn heat_cells(&self, entity: usize) -> Vec<String> {
        let kind = self.words.kind(self.reader.entity(entity).kind);
        let mut cells = vec![self.under().entity_name(entity).to_owned(), kind.to_owned()];
        let sections = 0..self.reader.letter.sections().len();
        cells.extend(
            sections.map(|section| match self.reader.heat(entity, section) {
                Heat {
                    advice: 0,
                    response: 0,
                } => String::new(),
                Heat {
                    advice: 0,
                    response,
                } => response.to_string(),
                Heat { advice, response } => format!("{advice}+{response}"),
            }),
        );
        cells.push(self.reader.mentions.of(entity).len().to_string());
        cells
    }

    /// What is chosen in the table, in words: the name, and where a section is chosen how often it has it in
    /// the recommendation and in the response.
    #[must_use]
    pub fn heat_words(&self) -> String {
        let Some(entity) = self.reader.chosen_row() else {
            return String::new();
        };
        let name = self.under().entity_name(entity);
        let words = &self.words.overview;
        let Some(section) = self.reader.overview.sheet().cell else {
            let kind = self.words.kind(self.reader.entity(entity).kind);
            return format!("{name} · {kind}");
        };
        let heat = self.reader.heat(entity, section);
        let section = &self.reader.letter.sections()[section];
        let told = if section.kind == SectionKind::Recommendation {
            &words.heat_both
        } else {
            &words.heat
        };
        let told = told
            .replace("{section}", &section.number.to_string())
            .replace("{advice}", &heat.advice.to_string())
            .replace("{response}", &heat.response.to_string());
        format!("{told} · {name}")
    }
}
