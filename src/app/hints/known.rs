//! Which hints there are: where each holds, what it names, and its words.

use crate::app::{
    copy::Portion,
    keymap::Mode,
    message::{Act, Reach, Turn},
    select::Unit,
    words::Words,
};

/// Where a hint holds, the acts whose keys it names, and what they do.
pub(super) type Known = (Mode, &'static [Act], fn(&Words) -> &str);

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

/// All hints, for each mode the most useful first.
pub(super) const HINTS: &[Known] = &[
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
