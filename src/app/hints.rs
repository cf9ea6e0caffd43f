//! The footer's hints: for each mode what can be done, the most useful first. The keys come from
//! the keymap.

use super::{
    App, Overlay,
    card::CardSubject,
    copy::Portion,
    keymap::Mode,
    message::{Act, Reach, Turn},
    overview::Table,
    select::Unit,
    words::Words,
};
use unicode_width::UnicodeWidthStr;

/// Where a hint holds, the acts whose keys it names, and what they do.
type Known = (Mode, &'static [Act], fn(&Words) -> &str);

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

const CHOOSE: &[Act] = &[
    Act::Choose(Turn::Back, Reach::Row),
    Act::Choose(Turn::On, Reach::Row),
];
const WORD: &[Act] = &[
    Act::Extend(Turn::On, Unit::Word),
    Act::Extend(Turn::Back, Unit::Word),
];
const SENTENCE: &[Act] = &[
    Act::Extend(Turn::On, Unit::Sentence),
    Act::Extend(Turn::Back, Unit::Sentence),
];
const CELL: &[Act] = &[Act::Cell(Turn::Back), Act::Cell(Turn::On)];
const MOVE: &[Act] = &[Act::MoveQuote(Turn::On), Act::MoveQuote(Turn::Back)];
const ASIDE: &[Act] = &[Act::Aside(Turn::Back), Act::Aside(Turn::On)];

const HINTS: &[Known] = &[
    (Mode::Reading, &[Act::Letters], |words| {
        words.library.hint_letters
    }),
    (Mode::Reading, &[Act::Scope], |words| {
        words.library.hint_in_one
    }),
    (Mode::Reading, &[Act::Find], |words| words.reader.hints.find),
    (Mode::Reading, &[Act::Search], |words| {
        words.reader.hints.search
    }),
    (Mode::Reading, &[Act::Overview], |words| {
        words.reader.hints.overview
    }),
    (Mode::Reading, &[Act::Copy], |words| words.reader.hints.copy),
    (Mode::Reading, &[Act::Echo], |words| words.compare.hint_echo),
    (Mode::Reading, &[Act::Compare], |words| {
        words.compare.hint_compare
    }),
    (Mode::Reading, &[Act::Help], |words| words.reader.hints.help),
    (Mode::Reading, &[Act::Quit], |words| words.reader.hints.quit),
    (Mode::Select, WORD, |words| words.copy.hint_word),
    (Mode::Select, SENTENCE, |words| words.copy.hint_sentence),
    (Mode::Select, &[Act::Copy], |words| words.copy.hint_menu),
    (Mode::Select, &[Act::Collect], |words| {
        words.basket.hint_collect
    }),
    (Mode::Select, &[Act::Close], |words| words.copy.hint_close),
    (Mode::Finder, &[Act::Accept], |words| words.finder.hint_jump),
    (Mode::Finder, CHOOSE, |words| words.finder.hint_choose),
    (Mode::Finder, ASIDE, |words| words.finder.hint_hits),
    (Mode::Finder, &[Act::Kind(Turn::On)], |words| {
        words.finder.hint_kind
    }),
    (Mode::Finder, &[Act::Scope], |words| words.library.hint_all),
    (Mode::Finder, &[Act::Close], |words| words.finder.hint_close),
    (Mode::Search, &[Act::Accept], |words| {
        words.search.hint_accept
    }),
    (Mode::Search, &[Act::Past(Turn::Back)], |words| {
        words.search.hint_past
    }),
    (Mode::Search, &[Act::SearchList], |words| {
        words.search.hint_list
    }),
    (Mode::Search, &[Act::Scope], |words| words.library.hint_all),
    (Mode::Search, &[Act::Close], |words| words.search.hint_close),
    (Mode::List, &[Act::Accept], |words| words.search.hint_accept),
    (Mode::List, CHOOSE, |words| words.search.hint_choose),
    (Mode::List, &[Act::Scope], |words| words.library.hint_all),
    (Mode::List, &[Act::Close], |words| words.search.hint_close),
    (Mode::Goto, &[Act::Accept], |words| words.goto.hint_accept),
    (Mode::Goto, &[Act::Complete], |words| {
        words.goto.hint_complete
    }),
    (Mode::Goto, &[Act::Close], |words| words.goto.hint_close),
    (Mode::Menu, &[Act::CopyChosen], |words| words.copy.hint_copy),
    (Mode::Menu, &[Act::CiteStyle], |words| words.copy.hint_style),
    (Mode::Menu, &[Act::NoteMarks], |words| words.copy.hint_marks),
    (Mode::Menu, &[Act::Close], |words| words.copy.hint_close),
    (Mode::Shown, CHOOSE, |words| words.help.hint_scroll),
    (Mode::Shown, &[Act::Save], |words| words.copy.hint_save),
    (Mode::Shown, &[Act::Close], |words| words.copy.hint_close),
    (Mode::Card, &[Act::Accept], |words| words.card.hint_jump),
    (Mode::Card, CHOOSE, |words| words.card.hint_list),
    (Mode::Card, &[Act::Concordance], |words| {
        words.card.hint_concordance
    }),
    (Mode::Card, &[Act::Letters], |words| {
        words.library.hint_paper
    }),
    (Mode::Card, &[Act::Scope], |words| {
        words.library.hint_name_in_all
    }),
    (Mode::Card, &[Act::Close], |words| words.card.hint_close),
    (Mode::Letters, &[Act::Accept], |words| {
        words.library.hint_open
    }),
    (Mode::Letters, CHOOSE, |words| words.concordance.hint_choose),
    (Mode::Letters, &[Act::Sort], |words| words.library.hint_sort),
    (Mode::Letters, &[Act::Close], |words| {
        words.library.hint_close
    }),
    (Mode::Across, &[Act::Accept], |words| {
        words.concordance.hint_jump
    }),
    (Mode::Across, CHOOSE, |words| words.concordance.hint_choose),
    (Mode::Across, &[Act::Kind(Turn::On)], |words| {
        words.finder.hint_kind
    }),
    (Mode::Across, &[Act::Scope], |words| words.library.hint_one),
    (Mode::Across, &[Act::Close], |words| words.finder.hint_close),
    (Mode::Concordance, &[Act::Accept], |words| {
        words.concordance.hint_jump
    }),
    (Mode::Concordance, CHOOSE, |words| {
        words.concordance.hint_choose
    }),
    (Mode::Concordance, &[Act::CopyLines], |words| {
        words.concordance.hint_copy
    }),
    (Mode::Concordance, &[Act::Order], |words| {
        words.concordance.hint_order
    }),
    (Mode::Concordance, &[Act::Close], |words| {
        words.concordance.hint_close
    }),
    (Mode::LeftOut, CHOOSE, |words| words.concordance.hint_choose),
    (Mode::LeftOut, &[Act::CopyLines], |words| {
        words.concordance.hint_copy
    }),
    (Mode::LeftOut, &[Act::Close], |words| {
        words.concordance.hint_close
    }),
    (Mode::Overview, &[Act::Accept], |words| {
        words.overview.hint_jump
    }),
    (Mode::Overview, &[Act::OwnNote], |words| {
        words.overview.hint_note
    }),
    (Mode::Overview, &[Act::RemoveMark], |words| {
        words.overview.hint_remove
    }),
    (Mode::Overview, &[Act::Timeline], |words| {
        words.timeline.hint_years
    }),
    (Mode::Overview, &[Act::Table(Turn::On)], |words| {
        words.overview.hint_table
    }),
    (Mode::Overview, CELL, |words| words.overview.hint_cell),
    (Mode::Overview, &[Act::Kind(Turn::On)], |words| {
        words.overview.hint_kind
    }),
    (Mode::Overview, &[Act::Copy], |words| {
        words.overview.hint_copy
    }),
    (Mode::Overview, &[Act::Sort], |words| {
        words.overview.hint_sort
    }),
    (Mode::Themes, CHOOSE, |words| words.concordance.hint_choose),
    (Mode::Themes, &[Act::Theme], |words| {
        words.reader.hint_next_theme
    }),
    (Mode::Themes, &[Act::Accept], |words| {
        words.reader.hint_keep_theme
    }),
    (Mode::Themes, &[Act::Close], |words| {
        words.reader.hint_old_theme
    }),
    (Mode::Trail, &[Act::Accept], |words| words.trail.hint_go),
    (Mode::Trail, CHOOSE, |words| words.concordance.hint_choose),
    (Mode::Trail, &[Act::CopyLines], |words| {
        words.trail.hint_copy
    }),
    (Mode::Trail, &[Act::Save], |words| words.trail.hint_save),
    (Mode::Trail, &[Act::Close], |words| words.trail.hint_close),
    (Mode::Timeline, &[Act::Accept], |words| {
        words.timeline.hint_narrow
    }),
    (Mode::Timeline, CHOOSE, |words| {
        words.concordance.hint_choose
    }),
    (Mode::Timeline, &[Act::Close], |words| {
        words.timeline.hint_close
    }),
    (Mode::Overview, &[Act::Narrow], |words| {
        words.overview.hint_narrow
    }),
    (Mode::Overview, &[Act::Close], |words| {
        words.overview.hint_close
    }),
    (Mode::Narrow, &[Act::Narrowed], |words| {
        words.overview.hint_done
    }),
    (Mode::Narrow, CHOOSE, |words| words.finder.hint_choose),
    (Mode::Narrow, &[Act::Close], |words| {
        words.overview.hint_close
    }),
    (Mode::TableMenu, &[Act::CopyChosen], |words| {
        words.copy.hint_copy
    }),
    (Mode::TableMenu, &[Act::TableForm], |words| {
        words.overview.hint_form
    }),
    (Mode::TableMenu, &[Act::Close], |words| {
        words.copy.hint_close
    }),
    (Mode::OwnNote, &[Act::Editor], |words| {
        words.marks.hint_editor
    }),
    (Mode::OwnNote, &[Act::NewLine], |words| {
        words.marks.hint_new_line
    }),
    (Mode::OwnNote, &[Act::KeepNote], |words| {
        words.marks.hint_keep
    }),
    (Mode::OwnNote, &[Act::Close], |words| words.marks.hint_close),
    (Mode::Verify, &[Act::Accept], |words| words.verify.hint_look),
    (Mode::Verify, &[Act::Close], |words| words.verify.hint_close),
    (Mode::Verified, &[Act::Accept], |words| {
        words.verify.hint_jump
    }),
    (Mode::Verified, &[Act::Take(Portion::Citation)], |words| {
        words.verify.hint_citation
    }),
    (Mode::Verified, &[Act::Collect], |words| {
        words.basket.hint_collect
    }),
    (Mode::Verified, CHOOSE, |words| words.verify.hint_places),
    (Mode::Verified, &[Act::Verify], |words| {
        words.verify.hint_again
    }),
    (Mode::Verified, &[Act::Take(Portion::Quote)], |words| {
        words.verify.hint_quote
    }),
    (Mode::Verified, &[Act::Close], |words| {
        words.verify.hint_close
    }),
    (Mode::Basket, &[Act::Accept], |words| words.basket.hint_jump),
    (Mode::Basket, &[Act::Save], |words| words.basket.hint_save),
    (Mode::Basket, &[Act::RemoveQuote], |words| {
        words.basket.hint_remove
    }),
    (Mode::Basket, MOVE, |words| words.basket.hint_move),
    (Mode::Basket, &[Act::CiteStyle], |words| {
        words.copy.hint_style
    }),
    (Mode::Basket, &[Act::CopyQuotes], |words| {
        words.basket.hint_copy
    }),
    (Mode::Basket, &[Act::Close], |words| words.basket.hint_close),
    (Mode::Help, &[Act::Accept], |words| words.help.hint_run),
    (Mode::Help, CHOOSE, |words| words.finder.hint_choose),
    (Mode::Help, &[Act::AllKeys], |words| words.help.hint_all),
    (Mode::Help, &[Act::Close], |words| words.help.hint_close),
];

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
