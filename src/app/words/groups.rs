//! The words of the interface by where they are used: the fields of `assets/words`.

use serde::Deserialize;
use std::collections::HashMap;

/// A kind of entity or figure, in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWords {
    /// For one.
    pub one: String,
    /// For several.
    pub many: String,
}

/// Words of the text and what stands around it. `{}` stands for what is filled in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // each field says in its language what it says
pub struct ReaderWords {
    pub letter: String,
    pub opening: String,
    pub closing: String,
    pub recommendation: String,
    pub response: String,
    pub named_in: String,
    pub more: String,
    pub head: String,
    pub measure: String,
    pub wrapped: String,
    pub hit_keys: String,
    pub no_section: String,
    pub no_hits: String,
    pub no_more_mentions: String,
    pub no_card: String,
    pub no_jump_back: String,
    pub no_jump_on: String,
    pub no_recommendations: String,
    pub too_small: String,
    pub hints: ReaderHints,
}

/// The footer's hints over the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReaderHints {
    pub find: String,
    pub search: String,
    pub overview: String,
    pub copy: String,
    pub help: String,
    pub quit: String,
}

/// Words of comparing a recommendation with its response, and of what that echoes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CompareWords {
    pub on: String,
    pub off: String,
    pub on_elsewhere: String,
    pub linear: String,
    pub no_recommendations: String,
    pub too_narrow: String,
    pub one_column: String,
    pub whole: String,
    pub echo_none: String,
    pub echo_once: String,
    pub echo_one: String,
    pub echo_some: String,
    pub echo_start: String,
    pub echo_off: String,
    pub no_echo_here: String,
    pub hint_compare: String,
    pub hint_echo: String,
}

/// Words of the finder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FinderWords {
    pub all: String,
    pub sections: String,
    pub abbreviations: String,
    pub section: String,
    pub nothing: String,
    pub prompt: String,
    pub hint_choose: String,
    pub hint_hits: String,
    pub hint_kind: String,
    pub hint_jump: String,
    pub hint_close: String,
}

/// Words of the search in the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SearchWords {
    pub near: String,
    pub near_heading: String,
    pub nothing: String,
    pub none_yet: String,
    pub keys: String,
    pub prompt: String,
    pub hint_list: String,
    pub hint_hits: String,
    pub hint_past: String,
    pub hint_accept: String,
    pub hint_choose: String,
    pub hint_close: String,
}

/// Words of the line for an address.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GotoWords {
    pub prompt: String,
    pub hint_complete: String,
    pub hint_accept: String,
    pub hint_close: String,
}

/// Words of selecting and copying.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CopyWords {
    pub title: String,
    pub shown: String,
    pub paragraph: String,
    pub citation: String,
    pub quote: String,
    pub link: String,
    pub response: String,
    pub recommendation: String,
    pub selection: String,
    pub nothing: String,
    pub by_tmux: String,
    pub by_terminal: String,
    pub by_program: String,
    pub unknown: String,
    pub saved: String,
    pub marks_left: String,
    pub marks_kept: String,
    pub hint_copy: String,
    pub hint_style: String,
    pub hint_marks: String,
    pub hint_save: String,
    pub hint_close: String,
    pub hint_word: String,
    pub hint_sentence: String,
    pub hint_menu: String,
}

/// Words of the cards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CardWords {
    pub also: String,
    pub by_letter: String,
    pub by_maker: String,
    pub abbreviation: String,
    pub said_at: String,
    pub unknown: String,
    pub once: String,
    pub times: String,
    pub note: String,
    pub no_note_text: String,
    pub official: String,
    pub hint_list: String,
    pub hint_jump: String,
    pub hint_concordance: String,
    pub hint_close: String,
}

/// Words of the concordance.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ConcordanceWords {
    pub by_place: String,
    pub by_after: String,
    pub by_before: String,
    pub hint_jump: String,
    pub hint_choose: String,
    pub hint_order: String,
    pub hint_copy: String,
    pub hint_close: String,
}

/// Words of the stances.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StanceWords {
    pub makers: String,
    pub hits: String,
    pub(super) labels: HashMap<String, String>,
}

/// Words of the overview.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OverviewWords {
    pub recommendations: String,
    pub statements: String,
    pub figures: String,
    pub named: String,
    pub abbreviations: String,
    pub notes: String,
    pub recommendations_are: String,
    pub statements_are: String,
    pub figures_are: String,
    pub named_are: String,
    pub named_apart: String,
    pub abbreviations_are: String,
    pub notes_are: String,
    pub no_statements: String,
    pub no_statements_here: String,
    pub no_figures: String,
    pub no_names: String,
    pub no_abbreviations: String,
    pub no_notes: String,
    pub nothing: String,
    pub all: String,
    pub by_number: String,
    pub by_stance: String,
    pub by_address: String,
    pub by_kind: String,
    pub by_count: String,
    pub by_name: String,
    pub number: String,
    pub title: String,
    pub address: String,
    pub quote: String,
    pub kind: String,
    pub term: String,
    pub figure: String,
    pub sentence: String,
    pub abbreviation: String,
    pub meaning: String,
    pub bookmark: String,
    pub own_note: String,
    pub note: String,
    pub paragraph: String,
    pub said_by: String,
    pub said_by_letter: String,
    pub said_by_makers: String,
    pub count: String,
    pub sections: String,
    pub name: String,
    pub heat: String,
    pub heat_both: String,
    pub source: String,
    pub source_ours: String,
    pub prompt: String,
    pub row: String,
    pub whole: String,
    pub text: String,
    pub markdown: String,
    pub tabs: String,
    pub hint_jump: String,
    pub hint_table: String,
    pub hint_cell: String,
    pub hint_kind: String,
    pub hint_sort: String,
    pub hint_narrow: String,
    pub hint_copy: String,
    pub hint_form: String,
    pub hint_done: String,
    pub hint_close: String,
}

/// Words of bookmarks, notes and what was read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MarkWords {
    pub bookmark_set: String,
    pub bookmark_gone: String,
    pub title: String,
    pub prompt: String,
    pub note: String,
    pub note_kept: String,
    pub note_gone: String,
    pub note_full: String,
    pub lost_one: String,
    pub lost: String,
    pub not_kept: String,
    pub set_aside: String,
    pub read: String,
    pub unread: String,
    pub all_unread: String,
    pub as_before: String,
    pub hint_keep: String,
    pub hint_close: String,
}

/// Words of the help.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HelpWords {
    pub title: String,
    pub prompt: String,
    pub nothing: String,
    pub reading: String,
    pub finder: String,
    pub search: String,
    pub list: String,
    pub goto: String,
    pub select: String,
    pub copy: String,
    pub shown: String,
    pub card: String,
    pub concordance: String,
    pub overview: String,
    pub narrow: String,
    pub table_menu: String,
    pub own_note: String,
    pub help: String,
    pub remarks: Vec<String>,
    pub hint_scroll: String,
    pub hint_close: String,
}

/// Words of the command line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CliWords {
    pub about: String,
    pub file: String,
    pub letter: String,
    pub at: String,
    pub find: String,
    pub lang: String,
    pub theme: String,
    pub no_links: String,
    pub linear: String,
    pub ascii: String,
    pub fresh: String,
    pub no_mouse: String,
    pub format: String,
    pub width: String,
    pub color: String,
    pub help: String,
    pub version: String,
    pub show: String,
    pub show_addresses: String,
    pub find_command: String,
    pub find_words: String,
    pub kind: String,
    pub list: String,
    pub search: String,
    pub search_text: String,
    pub cite: String,
    pub cite_address: String,
    pub style: String,
    pub check: String,
    pub completions: String,
    pub completions_shell: String,
    pub man: String,
    pub ours: String,
    pub near: String,
    pub form: String,
    pub unknown: String,
    pub count_sections: String,
    pub count_recommendations: String,
    pub count_paragraphs: String,
    pub count_signatories: String,
    pub count_notes: String,
    pub count_entities: String,
    pub count_abbreviations: String,
    pub title: String,
    pub dossier: String,
    pub number: String,
    pub chamber: String,
    pub date: String,
    pub list_table: String,
    pub list_kind: String,
    pub usage: String,
    pub commands: String,
    pub arguments: String,
    pub options: String,
    pub examples: String,
    pub examples_heading: String,
    pub error_value: String,
    pub error_unknown: String,
    pub error_missing: String,
    pub error_no_value: String,
    pub error_no_text: String,
    pub error_other: String,
    pub error_output: String,
    pub no_keys: String,
    pub terminal: String,
}
