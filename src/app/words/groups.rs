//! The words of the interface by where they are used: the fields of `assets/words`. They stay where they are
//! built in, but for those of several lines: a line end is escaped in JSON.

use crate::settings::Sentences;
use serde::Deserialize;
use std::collections::HashMap;

/// A kind of entity or figure, in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWords {
    /// For one.
    pub one: &'static str,
    /// For several.
    pub many: &'static str,
}

/// Words of the text and what stands around it. `{}` stands for what is filled in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // each field says in its language what it says
pub struct ReaderWords {
    pub letter: &'static str,
    pub opening: &'static str,
    pub closing: &'static str,
    pub response: &'static str,
    pub answer: &'static str,
    pub named_in: &'static str,
    pub more: &'static str,
    pub of_letter: &'static str,
    pub nothing_left_out: &'static str,
    pub page: &'static str,
    pub head: &'static str,
    pub measure: &'static str,
    pub wrapped: &'static str,
    pub hit_keys: &'static str,
    pub no_section: &'static str,
    pub no_hits: &'static str,
    pub no_more_mentions: &'static str,
    pub no_card: &'static str,
    pub unknown_key: &'static str,
    pub no_jump_back: &'static str,
    pub no_jump_on: &'static str,
    pub no_recommendations: &'static str,
    pub themes: &'static str,
    pub theme_kept: &'static str,
    pub hint_keep_theme: &'static str,
    pub hint_next_theme: &'static str,
    pub hint_old_theme: &'static str,
    pub too_small: &'static str,
    pub hints: ReaderHints,
}

/// The footer's hints over the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReaderHints {
    pub find: &'static str,
    pub search: &'static str,
    pub overview: &'static str,
    pub copy: &'static str,
    pub help: &'static str,
    pub quit: &'static str,
}

/// Words of comparing a recommendation with its response, and of what that echoes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CompareWords {
    pub on: &'static str,
    pub off: &'static str,
    pub on_elsewhere: &'static str,
    pub no_recommendations: &'static str,
    pub too_narrow: &'static str,
    pub one_column: &'static str,
    pub whole: &'static str,
    pub echo_none: &'static str,
    pub echo_once: &'static str,
    pub echo_one: &'static str,
    pub echo_some: &'static str,
    pub echo_start: &'static str,
    pub echo_off: &'static str,
    pub no_echo_here: &'static str,
    pub hint_compare: &'static str,
    pub hint_echo: &'static str,
}

/// Words of the timeline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TimelineWords {
    pub title: &'static str,
    pub legend: &'static str,
    pub nothing: &'static str,
    pub no_year: &'static str,
    pub read_by: &'static str,
    pub hint_years: &'static str,
    pub hint_narrow: &'static str,
    pub hint_close: &'static str,
}

/// Words of the trail.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TrailWords {
    pub title: &'static str,
    pub told: &'static str,
    pub none: &'static str,
    pub stem: &'static str,
    pub minutes: &'static str,
    pub stood: &'static str,
    pub own_note: &'static str,
    pub hint_go: &'static str,
    pub hint_copy: &'static str,
    pub hint_save: &'static str,
    pub hint_close: &'static str,
}

/// Words of what is said of hedges.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HedgeWords {
    pub by_whom: &'static str,
    pub in_section: &'static str,
    pub short: &'static str,
    pub ours: &'static str,
    pub ours_short: &'static str,
    pub no_judgement: &'static str,
    pub off: &'static str,
}

/// Words of the finder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FinderWords {
    pub all: &'static str,
    pub sections: &'static str,
    pub abbreviations: &'static str,
    pub section: &'static str,
    pub near: &'static str,
    pub in_text: &'static str,
    pub nothing: &'static str,
    pub prompt: &'static str,
    pub hint_choose: &'static str,
    pub hint_hits: &'static str,
    pub hint_kind: &'static str,
    pub hint_jump: &'static str,
    pub hint_close: &'static str,
}

/// Words of the search in the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SearchWords {
    pub near: &'static str,
    pub near_heading: &'static str,
    pub apart: &'static str,
    pub apart_heading: &'static str,
    pub section: &'static str,
    pub section_heading: &'static str,
    pub near_apart: &'static str,
    pub near_apart_heading: &'static str,
    pub other_case: &'static str,
    pub other_case_heading: &'static str,
    pub nothing: &'static str,
    pub none_yet: &'static str,
    pub keys: &'static str,
    pub prompt: &'static str,
    pub hint_list: &'static str,
    pub hint_hits: &'static str,
    pub hint_past: &'static str,
    pub hint_accept: &'static str,
    pub hint_choose: &'static str,
    pub hint_close: &'static str,
}

/// Words of the line for an address.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GotoWords {
    pub search: Vec<&'static str>,
    pub find: Vec<&'static str>,
    pub prompt: &'static str,
    pub hint_complete: &'static str,
    pub hint_accept: &'static str,
    pub hint_close: &'static str,
}

/// Words of selecting and copying.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CopyWords {
    pub title: &'static str,
    pub shown: &'static str,
    pub paragraph: &'static str,
    pub citation: &'static str,
    pub quote: &'static str,
    pub link: &'static str,
    pub response: &'static str,
    pub recommendation: &'static str,
    pub selection: &'static str,
    pub nothing: &'static str,
    pub by_tmux: &'static str,
    pub by_terminal: &'static str,
    pub by_program: &'static str,
    pub too_long: &'static str,
    pub too_long_unsaved: &'static str,
    pub unknown: &'static str,
    pub saved: &'static str,
    pub marks_left: &'static str,
    pub marks_kept: &'static str,
    pub counted: &'static str,
    pub hint_copy: &'static str,
    pub hint_style: &'static str,
    pub hint_marks: &'static str,
    pub hint_save: &'static str,
    pub hint_close: &'static str,
    pub hint_word: &'static str,
    pub hint_sentence: &'static str,
    pub hint_menu: &'static str,
}

/// Words of the cards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CardWords {
    pub also: &'static str,
    pub by_letter: &'static str,
    pub by_maker: &'static str,
    pub abbreviation: &'static str,
    pub said_at: &'static str,
    pub unknown: &'static str,
    pub once: &'static str,
    pub times: &'static str,
    pub note: &'static str,
    pub no_note_text: &'static str,
    pub official: &'static str,
    pub hint_list: &'static str,
    pub hint_jump: &'static str,
    pub hint_concordance: &'static str,
    pub hint_close: &'static str,
}

/// Words of the concordance.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ConcordanceWords {
    pub by_place: &'static str,
    pub by_after: &'static str,
    pub by_before: &'static str,
    pub hint_jump: &'static str,
    pub hint_choose: &'static str,
    pub hint_order: &'static str,
    pub hint_copy: &'static str,
    pub hint_close: &'static str,
}

/// Words of the list of letters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LibraryWords {
    pub prompt: &'static str,
    pub nothing: &'static str,
    pub only_one: &'static str,
    pub date: &'static str,
    pub name: &'static str,
    pub title: &'static str,
    pub sender: &'static str,
    pub recommendations: &'static str,
    pub unread: &'static str,
    pub notes: &'static str,
    pub hint_open: &'static str,
    pub hint_sort: &'static str,
    pub hint_close: &'static str,
    pub hint_letters: &'static str,
    pub hint_in_one: &'static str,
    pub hint_in_all: &'static str,
    pub hint_all: &'static str,
    pub hint_one: &'static str,
    pub hint_name_in_all: &'static str,
    pub hint_paper: &'static str,
    pub scope_letter: &'static str,
    pub scope_all: &'static str,
    pub searches_in: &'static str,
    pub all_prompt: &'static str,
    pub all: &'static str,
    pub statements: &'static str,
    pub figures: &'static str,
    pub asks: &'static str,
    pub repeats: &'static str,
    pub from: &'static str,
    pub found_in_one: &'static str,
    pub found: &'static str,
    pub nothing_in_all: &'static str,
    pub nothing_of_kind: &'static str,
    pub hint_stop: &'static str,
    pub stopped: &'static str,
    pub remarks: &'static str,
}

/// Words of the stances.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StanceWords {
    pub makers: &'static str,
    pub hits: &'static str,
    pub(super) labels: HashMap<&'static str, &'static str>,
    pub(super) legend: HashMap<&'static str, &'static str>,
}

/// Words of the overview.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OverviewWords {
    pub statements: &'static str,
    pub statements_short: &'static str,
    pub asks: &'static str,
    pub asks_are: &'static str,
    pub asks_by_rule: &'static str,
    pub no_asks: &'static str,
    pub no_asks_here: &'static str,
    pub all_answered: &'static str,
    pub ask: &'static str,
    pub verdict: &'static str,
    pub figures: &'static str,
    pub named: &'static str,
    pub abbreviations: &'static str,
    pub notes: &'static str,
    pub recommendations_are: &'static str,
    pub statements_are: &'static str,
    pub statements_by_rule: &'static str,
    pub by_rule: &'static str,
    pub figures_are: &'static str,
    pub figures_more: &'static str,
    pub when: &'static str,
    pub when_are: &'static str,
    pub when_column: &'static str,
    pub no_whens: &'static str,
    pub by_time: &'static str,
    pub no_such_figures: &'static str,
    pub named_are: &'static str,
    pub named_apart: &'static str,
    pub abbreviations_are: &'static str,
    pub notes_are: &'static str,
    pub no_statements: &'static str,
    pub no_statements_here: &'static str,
    pub no_figures: &'static str,
    pub no_names: &'static str,
    pub no_abbreviations: &'static str,
    pub no_notes: &'static str,
    pub nothing: &'static str,
    pub all: &'static str,
    pub by_number: &'static str,
    pub by_stance: &'static str,
    pub by_address: &'static str,
    pub by_kind: &'static str,
    pub by_who: &'static str,
    pub by_term: &'static str,
    pub by_count: &'static str,
    pub by_name: &'static str,
    pub number: &'static str,
    pub title: &'static str,
    pub address: &'static str,
    pub quote: &'static str,
    pub kind: &'static str,
    pub who: &'static str,
    pub term: &'static str,
    pub figure: &'static str,
    pub sentence: &'static str,
    pub abbreviation: &'static str,
    pub meaning: &'static str,
    pub bookmark: &'static str,
    pub own_note: &'static str,
    pub note: &'static str,
    pub paragraph: &'static str,
    pub said_by: &'static str,
    pub said_by_letter: &'static str,
    pub said_by_makers: &'static str,
    pub count: &'static str,
    pub sections: &'static str,
    pub name: &'static str,
    pub heat: &'static str,
    pub heat_both: &'static str,
    pub source: &'static str,
    pub source_ours: &'static str,
    pub prompt: &'static str,
    pub row: &'static str,
    pub whole: &'static str,
    pub text: &'static str,
    pub markdown: &'static str,
    pub tabs: &'static str,
    pub hint_jump: &'static str,
    pub hint_table: &'static str,
    pub hint_cell: &'static str,
    pub hint_kind: &'static str,
    pub hint_sort: &'static str,
    pub hint_narrow: &'static str,
    pub hint_copy: &'static str,
    pub hint_form: &'static str,
    pub hint_done: &'static str,
    pub hint_note: &'static str,
    pub hint_remove: &'static str,
    pub hint_close: &'static str,
}

/// Words of bookmarks, notes and what was read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MarkWords {
    pub bookmark_set: &'static str,
    pub bookmark_gone: &'static str,
    pub title: &'static str,
    pub prompt: &'static str,
    pub note: &'static str,
    pub note_writes: &'static str,
    pub waits: &'static str,
    pub waits_at_end: &'static str,
    pub gave_up: &'static str,
    pub resumed: &'static str,
    pub removed: &'static str,
    pub restored: &'static str,
    pub none_removed: &'static str,
    pub nowhere: &'static str,
    pub held: &'static str,
    pub put_back: &'static str,
    pub placed: &'static str,
    pub note_kept: &'static str,
    pub note_gone: &'static str,
    pub note_full: &'static str,
    pub draft: &'static str,
    pub draft_left: &'static str,
    pub lost_one: &'static str,
    pub lost: &'static str,
    pub not_kept: &'static str,
    pub set_aside: &'static str,
    pub read: &'static str,
    pub unread: &'static str,
    pub all_unread: &'static str,
    pub as_before: &'static str,
    /// How the name of the file starts in which an editor writes a note.
    pub stem: &'static str,
    pub editor_unset: &'static str,
    pub editor_unclear: &'static str,
    pub editor_not_started: &'static str,
    pub editor_failed: &'static str,
    pub editor_killed: &'static str,
    pub editor_left: &'static str,
    pub editor_at_once: &'static str,
    pub editor_gone: &'static str,
    pub editor_empty: &'static str,
    pub editor_same: &'static str,
    pub editor_no_text: &'static str,
    pub editor_too_long: &'static str,
    pub hint_keep: &'static str,
    pub hint_new_line: &'static str,
    pub hint_editor: &'static str,
    pub hint_close: &'static str,
}

/// Words of verifying a quotation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct VerifyWords {
    pub title: &'static str,
    pub prompt: &'static str,
    pub again: &'static str,
    pub full: &'static str,
    pub in_letter: &'static str,
    pub in_quote: &'static str,
    pub hint_look: &'static str,
    pub hint_jump: &'static str,
    pub hint_places: &'static str,
    pub hint_quote: &'static str,
    pub hint_citation: &'static str,
    pub hint_again: &'static str,
    pub hint_close: &'static str,
}

/// Words of the basket.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct BasketWords {
    pub title: &'static str,
    pub stem: &'static str,
    pub style: &'static str,
    pub holds: &'static str,
    pub added: &'static str,
    pub there: &'static str,
    pub nothing: &'static str,
    pub too_long: &'static str,
    pub empty: &'static str,
    pub empty_by_ear: &'static str,
    pub removed: &'static str,
    pub restored: &'static str,
    pub none_removed: &'static str,
    pub unsaved: &'static str,
    pub hint_collect: &'static str,
    pub hint_jump: &'static str,
    pub hint_copy: &'static str,
    pub hint_save: &'static str,
    pub hint_remove: &'static str,
    pub hint_move: &'static str,
    pub hint_close: &'static str,
}

/// Words of the help.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HelpWords {
    pub title: &'static str,
    pub prompt: &'static str,
    pub nothing: &'static str,
    pub reading: &'static str,
    pub finder: &'static str,
    pub search: &'static str,
    pub list: &'static str,
    pub goto: &'static str,
    pub select: &'static str,
    pub copy: &'static str,
    pub shown: &'static str,
    pub card: &'static str,
    pub concordance: &'static str,
    pub letters: &'static str,
    pub across: &'static str,
    pub left_out: &'static str,
    pub overview: &'static str,
    pub narrow: &'static str,
    pub themes: &'static str,
    pub trail: &'static str,
    pub timeline: &'static str,
    pub table_menu: &'static str,
    pub own_note: &'static str,
    pub verify: &'static str,
    pub verified: &'static str,
    pub basket: &'static str,
    pub help: &'static str,
    pub remarks: Vec<&'static str>,
    pub signs: &'static str,
    pub more: &'static str,
    pub hint_run: &'static str,
    pub hint_all: &'static str,
    pub hint_scroll: &'static str,
    pub hint_close: &'static str,
}

/// Words of the command line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CliWords {
    pub about: &'static str,
    pub file: &'static str,
    pub letter: &'static str,
    pub at: &'static str,
    pub find: &'static str,
    pub lang: &'static str,
    pub theme: &'static str,
    pub no_links: &'static str,
    pub linear: &'static str,
    pub ascii: &'static str,
    pub fresh: &'static str,
    pub no_mouse: &'static str,
    pub config: &'static str,
    pub print_config: &'static str,
    pub format: &'static str,
    pub width: &'static str,
    pub color: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    pub show: &'static str,
    pub show_addresses: &'static str,
    pub find_command: &'static str,
    pub find_words: &'static str,
    pub kind: &'static str,
    pub list: &'static str,
    pub search: &'static str,
    pub search_text: &'static str,
    pub cite: &'static str,
    pub cite_address: &'static str,
    pub style: &'static str,
    pub check: &'static str,
    pub own_notes: &'static str,
    pub notes_import: &'static str,
    pub notes_file: &'static str,
    pub imported: &'static str,
    pub imported_lost: &'static str,
    pub imported_none: &'static str,
    pub error_no_notes: &'static str,
    pub error_other_letter: &'static str,
    pub verify: &'static str,
    pub verify_quote: &'static str,
    pub verify_literal: &'static str,
    pub verify_in_parts: &'static str,
    pub verify_altered: &'static str,
    pub verify_assembled: &'static str,
    pub verify_absent: &'static str,
    pub verify_near: &'static str,
    pub verify_before: &'static str,
    pub verify_after: &'static str,
    pub verify_left_out: &'static str,
    pub verify_added: &'static str,
    pub verify_changed: &'static str,
    pub error_long_quote: &'static str,
    pub error_two_inputs: &'static str,
    pub completions: &'static str,
    pub completions_shell: &'static str,
    pub man: &'static str,
    pub man_command: &'static str,
    pub man_keys: &'static str,
    pub man_name: &'static str,
    pub man_synopsis: &'static str,
    pub man_description: &'static str,
    pub man_about: [&'static str; 4],
    pub man_examples: &'static str,
    pub man_exit: &'static str,
    pub man_codes: [&'static str; 3],
    pub ours: &'static str,
    pub stances_are: &'static str,
    pub statements_are: &'static str,
    pub statements_by_rule: &'static str,
    pub sheet: &'static str,
    pub sheet_stem: &'static str,
    pub sheet_only: &'static str,
    pub sheet_untitled: &'static str,
    pub sheet_response: &'static str,
    pub sheet_asked: &'static str,
    pub sheet_implied: &'static str,
    pub sheet_promised: &'static str,
    pub sheet_limited: &'static str,
    pub sheet_own: &'static str,
    pub sheet_lost: &'static str,
    pub sheet_sources: &'static str,
    pub sheet_contents: &'static str,
    pub sheet_ours: &'static str,
    pub asks_are: &'static str,
    pub asks_by_rule: &'static str,
    pub implied_are: &'static str,
    pub asks_answered: &'static str,
    pub asks_looked: &'static str,
    pub hedges_are: &'static str,
    pub notes_are: &'static str,
    pub notes_tag: &'static str,
    pub near: &'static str,
    pub find_near: &'static str,
    pub find_nothing: &'static str,
    pub find_in_text: &'static str,
    pub form: &'static str,
    pub sure: &'static str,
    pub likely: &'static str,
    pub guess: &'static str,
    pub open_ends: &'static str,
    pub guessed_ends: &'static str,
    pub line: &'static str,
    pub unknown: &'static str,
    pub count_sections: &'static str,
    pub count_paragraphs: &'static str,
    pub count_signatories: &'static str,
    pub count_notes: &'static str,
    pub notes_with_text: &'static str,
    pub notes_without_text: &'static str,
    pub count_pages: &'static str,
    pub count_headings: &'static str,
    pub count_items: &'static str,
    pub count_tables: &'static str,
    pub left_out: &'static str,
    pub page: &'static str,
    pub pages: &'static str,
    pub damaged: &'static str,
    pub count_entities: &'static str,
    pub count_abbreviations: &'static str,
    pub title: &'static str,
    pub dossier: &'static str,
    pub number: &'static str,
    pub chamber: &'static str,
    pub date: &'static str,
    pub list_table: &'static str,
    pub list_kind: &'static str,
    pub list_verdict: &'static str,
    pub usage: &'static str,
    pub commands: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    pub examples: String,
    pub examples_heading: &'static str,
    pub shared: &'static str,
    pub repeats_by_rule: &'static str,
    pub error_no_letters: &'static str,
    pub error_several: &'static str,
    pub passed_over: &'static str,
    pub error_value: &'static str,
    pub error_unknown: &'static str,
    pub error_too_many: &'static str,
    pub error_missing: &'static str,
    pub error_no_value: &'static str,
    pub error_no_text: &'static str,
    pub error_other: &'static str,
    pub error_twice: &'static str,
    pub error_together: &'static str,
    pub error_closed: &'static str,
    pub error_no_kinds: &'static str,
    pub error_output: &'static str,
    pub answered_from: &'static str,
    pub embedded: &'static str,
    pub no_keys: &'static str,
    pub dumb: &'static str,
    pub terminal: &'static str,
}

/// Words of the settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SettingsWords {
    pub more: &'static str,
    pub read_again: &'static str,
    /// What stands at the head of the file.
    pub head: &'static str,
    /// What can be, in front of a list of it.
    pub possible: &'static str,
    pub keys: &'static str,
    pub preset: &'static str,
    pub everywhere: &'static str,
    pub line: &'static str,
    /// What each setting is for, by its name.
    pub about: HashMap<&'static str, &'static str>,
    /// What can be wrong.
    pub wrong: Sentences,
}
