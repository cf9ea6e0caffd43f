//! The numbers of lists and headings of an `OpenDocument` text. They stand nowhere in its text: lists lie in each other, and
//! each item is counted where it stands.

use super::styles::{LEVELS, Level, Styles};
use crate::source::counted::{Format, bullet, written};
use std::collections::HashMap;

/// How far each level is counted.
type Counts = [Option<u32>; LEVELS];

/// The lists of a document, with how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The lists that are open, the innermost last, by the names of their styles.
    open: Vec<String>,
    counts: Counts,
    /// How far the outermost list that is open was named to go on.
    name: Option<String>,
    /// How far lists were counted that have ended, by their style and by their own name.
    ended: HashMap<String, Counts>,
    named: HashMap<String, Counts>,
    next: Next,
    headings: Counts,
}

/// What the next paragraph in a list is.
#[derive(Clone, Copy, Debug, Default)]
enum Next {
    /// The first of an item, which may say the number that it has.
    Item(Option<u32>),
    /// A further one, or one that is not counted.
    #[default]
    More,
}

impl Lists {
    /// A list starts: it has a style of its own or that of the list it lies in, and may go on with another.
    pub(super) fn start(
        &mut self,
        style: Option<String>,
        name: Option<String>,
        goes_on: bool,
        goes_on_with: Option<&str>,
    ) {
        if self.open.is_empty() {
            let style = style.as_deref().unwrap_or_default();
            let with = goes_on_with.and_then(|name| self.named.get(name));
            let before = with.or_else(|| self.ended.get(style).filter(|_| goes_on));
            self.counts = before.copied().unwrap_or_default();
            self.name = name;
        } else if !goes_on {
            let deeper = self.open.len().min(LEVELS);
            self.counts[deeper..].fill(None);
        }
        let inherited = self.open.last().cloned();
        self.open.push(style.or(inherited).unwrap_or_default());
    }

    /// The innermost list ends.
    pub(super) fn end(&mut self) {
        let style = self.open.pop().unwrap_or_default();
        if self.open.is_empty() {
            self.ended.insert(style, self.counts);
            if let Some(name) = self.name.take() {
                self.named.insert(name, self.counts);
            }
            self.next = Next::More;
        }
    }

    /// An item starts, which may say its number.
    pub(super) fn item(&mut self, number: Option<u32>) {
        self.next = Next::Item(number);
    }

    /// What stands at the head of a list starts, which is not counted.
    pub(super) fn head(&mut self) {
        self.next = Next::More;
    }

    /// How many lists are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// What is printed before a paragraph in the lists that are open; none for a further paragraph of an item, and where
    /// nothing is printed.
    pub(super) fn label(&mut self, styles: &Styles) -> Option<String> {
        let Next::Item(number) = std::mem::take(&mut self.next) else {
            return None;
        };
        let at = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let levels = styles.list(self.open.last()?);
        count(&mut self.counts, at, number, levels?)
    }

    /// What is printed before a heading of a level, 1 for the highest.
    pub(super) fn heading(
        &mut self,
        level: u8,
        number: Option<u32>,
        styles: &Styles,
    ) -> Option<String> {
        let at = usize::from(level).clamp(1, LEVELS) - 1;
        count(&mut self.headings, at, number, styles.headings())
    }
}

/// Counts a level on, and gives what is printed.
fn count(counts: &mut Counts, at: usize, number: Option<u32>, levels: &[Level]) -> Option<String> {
    let start = |at: usize| levels[at].start.unwrap_or(1);
    let next = counts[at].map_or(start(at), |count| count.saturating_add(1));
    counts[at] = Some(number.unwrap_or(next));
    counts[at + 1..].fill(None);
    let own = &levels[at];
    if let Some(sign) = &own.bullet {
        return Some(bullet(sign).to_owned());
    }
    if own.format == Format::None {
        return None;
    }
    let first = (at + 1).saturating_sub(own.shown.max(1));
    let shown = (first..=at).filter(|&at| levels[at].format != Format::None);
    let shown: Vec<String> = shown
        .map(|at| written(counts[at].unwrap_or_else(|| start(at)), levels[at].format))
        .collect();
    let printed = format!("{}{}{}", own.before, shown.join("."), own.after);
    Some(printed.trim().to_owned())
}
