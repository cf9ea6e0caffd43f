//! Which paragraphs follow on one another, and the lead rows above each: blank rows, headings and rules, which
//! depend on its part in the letter alone.

use super::shown::{Show, Spot};
use crate::letter::{Kind, Letter, Role, SectionKind};
use std::ops::Range;

/// Paragraphs whose rows follow on one another.
pub(super) struct Run {
    pub(super) paragraphs: Range<usize>,
    pub(super) kind: RunKind,
}

/// What of the letter a run holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RunKind {
    /// All of it.
    Letter,
    /// What is no aside.
    Text,
    /// One aside.
    Aside,
}

impl Run {
    /// The paragraph whose rows follow on those of another.
    pub(super) fn after(&self, letter: &Letter, paragraph: usize) -> Option<usize> {
        let next = paragraph + 1;
        let next = match self.kind {
            RunKind::Text if next < self.paragraphs.end => past_aside(letter, next),
            _ => next,
        };
        self.paragraphs.contains(&next).then_some(next)
    }

    /// The paragraph whose rows those of another follow on.
    pub(super) fn before(&self, letter: &Letter, paragraph: usize) -> Option<usize> {
        let mut before = paragraph.checked_sub(1)?;
        if self.kind == RunKind::Text {
            let aside = aside(letter, letter.section_of(before));
            if aside.contains(&before) {
                before = aside.start.checked_sub(1)?;
            }
        }
        self.paragraphs.contains(&before).then_some(before)
    }
}

/// The paragraphs of a section, by index, that can stand beside the others of it: its recommendation, or the
/// head of the letter. None where there are no others.
#[must_use]
pub fn aside(letter: &Letter, section: usize) -> Range<usize> {
    let section = &letter.sections()[section];
    let (start, response) = (section.paragraphs.start, letter.response(section));
    if response.is_empty() {
        return start..start;
    }
    start..response.start
}

/// The paragraph itself or, of an aside, the one behind it.
pub(super) fn past_aside(letter: &Letter, paragraph: usize) -> usize {
    let aside = aside(letter, letter.section_of(paragraph));
    if aside.contains(&paragraph) {
        aside.end
    } else {
        paragraph
    }
}

/// The lead rows of a paragraph.
pub(super) fn lead(letter: &Letter, run: &Run, paragraph: usize) -> &'static [Show] {
    let role = letter.paragraphs()[paragraph].role;
    let index = letter.section_of(paragraph);
    let section = &letter.sections()[index];
    let first = match run.kind {
        RunKind::Letter => section.paragraphs.start,
        RunKind::Text => aside(letter, index).end,
        RunKind::Aside => run.paragraphs.start,
    };
    if paragraph == first {
        let answers = role == Role::Response && section.kind == SectionKind::Recommendation;
        return match (run.kind, index, answers) {
            (RunKind::Aside, ..) | (_, 0, false) => &[],
            (_, 0, true) => &[Show::ResponseTitle],
            (_, _, false) => &[Show::Blank, Show::Title],
            (_, _, true) => &[Show::Blank, Show::Title, Show::ResponseTitle],
        };
    }
    match (letter.paragraphs()[paragraph - 1].role, role) {
        (Role::Head, Role::Head)
        | (Role::Office, Role::Name)
        | (Role::Furniture, Role::Furniture)
        | (Role::Note, Role::Note) => &[],
        (_, Role::Note) => &[Show::Blank, Show::Rule],
        (before, _) if before == role && are_close(letter, paragraph) => &[],
        (before, _) if before == role && is_first_under_head(letter, paragraph) => &[Show::Rule],
        (Role::Recommendation, Role::Recommendation) => &[Show::Bar],
        (Role::Recommendation, Role::Response) => &[Show::Blank, Show::ResponseTitle],
        _ => &[Show::Blank],
    }
}

/// How many of these lead rows stand below the title of the section, which has a row of its own over the
/// text; all where it has none among them.
pub(super) fn below_title(lead: &[Show]) -> usize {
    let title = lead.iter().position(|show| *show == Show::Title);
    lead.len() - title.map_or(0, |row| row + 1)
}

/// The longest row of a table that needs no air around it, in bytes.
const SHORT: usize = 100;

/// Whether nothing parts a paragraph from the one before: two points of a list, two short rows of a table,
/// a heading and what stands under it.
fn are_close(letter: &Letter, paragraph: usize) -> bool {
    match (letter.kind(paragraph - 1), letter.kind(paragraph)) {
        (Kind::Item { .. }, Kind::Item { .. }) => true,
        (Kind::Heading { .. }, own) => !matches!(own, Kind::Heading { .. }),
        (
            Kind::Row { table, head },
            Kind::Row {
                table: own,
                head: heads,
            },
        ) => {
            let short = |paragraph| letter.paragraph(paragraph).len() <= SHORT;
            table == own && head == heads && short(paragraph - 1) && short(paragraph)
        }
        _ => false,
    }
}

/// Whether a row of a table is the first under those that head it.
fn is_first_under_head(letter: &Letter, paragraph: usize) -> bool {
    let under = |table| Kind::Row { table, head: false };
    match letter.kind(paragraph - 1) {
        Kind::Row { table, head: true } => letter.kind(paragraph) == under(table),
        _ => false,
    }
}

/// The lead rows above a stretch: a paragraph's stand above its first.
pub(super) fn lead_at(letter: &Letter, run: &Run, spot: Spot) -> &'static [Show] {
    if spot.stretch > 0 {
        return &[];
    }
    lead(letter, run, spot.paragraph)
}
