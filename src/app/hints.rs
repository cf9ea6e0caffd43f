//! The footer's hints: what can be done now, as far as there is room to say so. The keys come from the keymap.

mod known;

use super::{App, Overlay, card::CardSubject, keymap::Mode, message::Act, overview::Table};
use known::HINTS;
use unicode_width::UnicodeWidthStr;

/// A hint as it is shown: `↑ ↓ kies`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint<'words> {
    /// The first key of each act, parted by spaces.
    pub keys: String,
    /// What they do.
    pub does: &'words str,
    acts: Vec<Act>,
}

/// How far hints are apart, in cells.
const APART: usize = 2;

impl Hint<'_> {
    /// How many cells it takes.
    pub(super) fn width(&self) -> usize {
        self.keys.width() + 1 + self.does.width()
    }

    /// What a press on it means at this column, counted from its start: on a key what that does, on the words
    /// behind the keys what the last of them does.
    pub(super) fn act_at(&self, column: usize) -> Option<Act> {
        let mut end = 0;
        for (key, act) in self.keys.split(' ').zip(&self.acts) {
            end += key.width() + 1;
            if column + 1 < end {
                return Some(*act);
            }
        }
        self.acts.last().copied()
    }
}

/// The hints that stand in so many cells. Where not all fit, the last two stay longest: what helps most or is
/// done last, and what leads out.
fn fitting(mut hints: Vec<Hint>, room: usize) -> Vec<Hint> {
    while taken(&hints) > room {
        hints.remove(hints.len().saturating_sub(3));
    }
    hints
}

/// How many cells hints take together.
fn taken(hints: &[Hint]) -> usize {
    let widths: usize = hints.iter().map(|hint| hint.width() + APART).sum();
    widths.saturating_sub(APART)
}

impl App {
    /// What can be done now, as far as there is room for it at the right end of a row: each hint with the
    /// column it starts at, in cells.
    pub(super) fn hints(&self, width: usize, room: usize) -> Vec<(usize, Hint<'_>)> {
        let mode = self.mode();
        let stops = mode == Mode::Letters && self.is_loading();
        let known = HINTS.iter().filter(|(other, acts, _)| {
            *other == mode && acts.iter().all(|act| makes_sense(self, *act))
        });
        let hints = known.filter_map(|&(mode, acts, does)| {
            // The keys of the user's own may leave some without.
            let key = |act: &Act| {
                self.settings
                    .keymap
                    .key(mode, *act)
                    .map(|key| (key.to_string(), *act))
            };
            let (keys, acts): (Vec<String>, Vec<Act>) = acts.iter().filter_map(key).unzip();
            let does = if acts == [Act::Close] && stops {
                self.words.library.hint_stop
            } else if acts == [Act::Scope] && mode == Mode::Reading && self.is_across() {
                self.words.library.hint_in_all
            } else {
                does(&self.words)
            };
            let keys = keys.join(" ");
            (!acts.is_empty()).then_some(Hint { keys, does, acts })
        });
        let hints = fitting(hints.collect(), room);
        let mut end = width.saturating_sub(taken(&hints));
        let mut placed = Vec::with_capacity(hints.len());
        for hint in hints {
            let start = end;
            end += hint.width() + APART;
            placed.push((start, hint));
        }
        placed
    }
}

/// Whether there is something for an act to act on.
fn makes_sense(app: &App, act: Act) -> bool {
    let found = app
        .reader
        .search
        .as_ref()
        .is_some_and(|search| !search.hits().is_empty());
    match (&app.overlay, act) {
        (Some(Overlay::Card(card)), Act::Letters) => card.paper(app.under()).is_some(),
        (Some(Overlay::Card(card)), Act::Scope) => card.is_named_in_all(app.under()),
        (_, Act::Letters | Act::Scope) => app.letters.is_some(),
        (Some(Overlay::Across), Act::Kind(_)) => !app.across_is_of_name(),
        (Some(Overlay::Letters), Act::Accept | Act::Choose(..)) => {
            let letters = app.letters.as_ref();
            letters.is_some_and(|letters| !letters.shown.is_empty())
        }
        (Some(Overlay::Verified), Act::Accept | Act::Take(_) | Act::Collect) => {
            let found = app.quotation.verification.as_ref();
            found.is_some_and(|found| found.place().is_some())
        }
        (Some(Overlay::Verified), Act::Choose(..)) => {
            let found = app.quotation.verification.as_ref();
            found.is_some_and(|found| found.found.places.len() > 1)
        }
        (Some(Overlay::Basket), Act::Accept | Act::CopyQuotes | Act::Save | Act::RemoveQuote) => {
            !app.basket.quotes.is_empty()
        }
        (Some(Overlay::Basket), Act::MoveQuote(_)) => app.basket.quotes.len() > 1,
        (None, Act::Compare | Act::Echo) => app.reader.regions().beside.is_some(),
        (Some(Overlay::Card(card)), Act::Accept | Act::Concordance) => {
            matches!(card.subject, CardSubject::Named(_))
        }
        (Some(Overlay::Asks(_)), Act::Concordance) => false,
        (Some(Overlay::Card(card)), Act::Choose(..)) => app.reader.card_spans(*card).len() > 1,
        (
            Some(Overlay::Search | Overlay::List),
            Act::Accept | Act::SearchList | Act::Choose(..),
        ) => found,
        (Some(Overlay::Overview), Act::Accept | Act::Copy) => app.reader.chosen_row().is_some(),
        (Some(Overlay::Overview), Act::OwnNote | Act::RemoveMark) => {
            app.reader.overview.table == Table::Notes && app.reader.chosen_row().is_some()
        }
        (Some(Overlay::Overview), Act::Timeline) => app.reader.overview.table == Table::When,
        (Some(Overlay::Overview), Act::Sort) => app.reader.overview.table.sorts().len() > 1,
        (Some(Overlay::Overview), Act::Cell(_)) => app.reader.overview.table == Table::Named,
        (Some(Overlay::Overview), Act::Kind(_)) => !app.reader.overview.sheet().kinds.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keymap;

    #[test]
    fn every_hint_names_keys_that_the_keymap_has() {
        let keymap = Keymap::default();
        for (mode, acts, _) in HINTS {
            for act in *acts {
                assert!(
                    keymap.key(*mode, *act).is_some(),
                    "{act:?} in {mode:?} has no key"
                );
            }
        }
        for mode in Mode::ALL {
            assert!(
                HINTS.iter().any(|(other, ..)| *other == mode),
                "{mode:?} has no hints"
            );
        }
    }
}
