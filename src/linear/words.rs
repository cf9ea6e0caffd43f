//! The words of reading by ear, and which command a line means.

use crate::{
    built_in::{self, built_in},
    letter::Language,
};
use serde::Deserialize;
use std::collections::HashMap;

/// What a line can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Next,
    Previous,
    SectionOn,
    SectionBack,
    Go,
    Read,
    Again,
    Here,
    Start,
    End,
    Search,
    HitOn,
    HitBack,
    Where,
    MentionOn,
    MentionBack,
    NameOn,
    NameBack,
    Card,
    Letters,
    Open,
    Everywhere,
    Found,
    Recommendation,
    Stance,
    Table,
    Asks,
    Unanswered,
    Sheet,
    Hedges,
    Echo,
    Timeline,
    Trail,
    LeftOut,
    Cite,
    Style,
    Copy,
    Bookmark,
    Note,
    Erase,
    Editor,
    Marks,
    TurnRead,
    UnreadAll,
    Verify,
    Collect,
    Basket,
    RemoveQuote,
    RestoreQuote,
    Save,
    Back,
    Forward,
    Settings,
    Help,
    Quit,
}

impl Wish {
    /// All, in the order of the help, each with the name that it has among the words.
    pub(super) const ALL: [(Self, &'static str); 55] = [
        (Self::Next, "next"),
        (Self::Previous, "previous"),
        (Self::SectionOn, "section-on"),
        (Self::SectionBack, "section-back"),
        (Self::Go, "go"),
        (Self::Read, "read"),
        (Self::Again, "again"),
        (Self::Here, "here"),
        (Self::Start, "start"),
        (Self::End, "end"),
        (Self::Search, "search"),
        (Self::HitOn, "hit-on"),
        (Self::HitBack, "hit-back"),
        (Self::Where, "where"),
        (Self::MentionOn, "mention-on"),
        (Self::MentionBack, "mention-back"),
        (Self::NameOn, "name-on"),
        (Self::NameBack, "name-back"),
        (Self::Card, "card"),
        (Self::Letters, "letters"),
        (Self::Open, "open"),
        (Self::Everywhere, "everywhere"),
        (Self::Found, "found"),
        (Self::Recommendation, "recommendation"),
        (Self::Stance, "stance"),
        (Self::Table, "table"),
        (Self::Asks, "asks"),
        (Self::Unanswered, "unanswered"),
        (Self::Sheet, "sheet"),
        (Self::Hedges, "hedges"),
        (Self::Echo, "echo"),
        (Self::Timeline, "timeline"),
        (Self::Trail, "trail"),
        (Self::LeftOut, "left-out"),
        (Self::Cite, "cite"),
        (Self::Style, "style"),
        (Self::Copy, "copy"),
        (Self::Bookmark, "bookmark"),
        (Self::Note, "note"),
        (Self::Erase, "erase"),
        (Self::Editor, "editor"),
        (Self::Marks, "marks"),
        (Self::TurnRead, "turn-read"),
        (Self::UnreadAll, "unread-all"),
        (Self::Verify, "verify"),
        (Self::Collect, "collect"),
        (Self::Basket, "basket"),
        (Self::RemoveQuote, "remove-quote"),
        (Self::RestoreQuote, "restore-quote"),
        (Self::Save, "save"),
        (Self::Back, "back"),
        (Self::Forward, "forward"),
        (Self::Settings, "settings"),
        (Self::Help, "help"),
        (Self::Quit, "quit"),
    ];
}

/// The words in one language. In each sentence `{}` or a name in braces stands for what is filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LinearWords {
    pub opening: &'static str,
    pub prompt: &'static str,
    pub section: &'static str,
    pub ours: &'static str,
    pub by_rule: &'static str,
    pub recommendation: &'static str,
    pub note_mark: &'static str,
    pub point: &'static str,
    pub heading: &'static str,
    pub row: &'static str,
    pub bookmarked: &'static str,
    pub noted: &'static str,
    pub draft: &'static str,
    pub stop: &'static str,
    pub copy_trail: &'static str,
    pub hedged: &'static str,
    pub year: &'static str,
    pub no_year: &'static str,
    pub end: &'static str,
    pub start: &'static str,
    pub here: &'static str,
    pub nobody: &'static str,
    pub nothing_named: &'static str,
    pub no_stance: &'static str,
    pub no_recommendation: &'static str,
    pub proof: &'static str,
    pub copied: &'static str,
    pub no_marks: &'static str,
    pub marks: &'static str,
    pub tables: &'static str,
    pub missing: &'static str,
    pub unknown: &'static str,
    pub ended: &'static str,
    pub no_quote: &'static str,
    pub for_now: &'static str,
    pub same_note: &'static str,
    pub no_style: &'static str,
    pub ask: &'static str,
    pub answer: &'static str,
    pub no_asks: &'static str,
    pub none_unanswered: &'static str,
    pub empty_table: &'static str,
    pub no_row: &'static str,
    pub opening_letters: &'static str,
    pub letters: &'static str,
    pub reads: &'static str,
    pub no_letter: &'static str,
    pub no_hit: &'static str,
    pub hit: &'static str,
    pub found_in_all: &'static str,
    /// What stands before an order.
    pub by: &'static str,
    /// What stands behind the word for the basket to have it copied.
    pub basket_copy: Vec<&'static str>,
    pub help_opening: &'static str,
    pub help_line: &'static str,
    pub or: &'static str,
    acts: HashMap<&'static str, ActWords>,
    tables_named: HashMap<&'static str, Vec<&'static str>>,
    portions: HashMap<&'static str, Vec<&'static str>>,
    written: HashMap<&'static str, Vec<&'static str>>,
    orders: HashMap<&'static str, Vec<&'static str>>,
    rows: HashMap<&'static str, &'static str>,
}

/// The words of one command.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActWords {
    /// What it is called; a sign may stand right before what it takes.
    pub words: Vec<&'static str>,
    /// What must stand behind it, if anything must.
    pub takes: Option<&'static str>,
    /// A call of it, where something must.
    pub example: Option<&'static str>,
    /// What it does.
    pub does: &'static str,
}

impl LinearWords {
    /// The words in this language.
    pub(super) fn of(language: Language) -> Self {
        built_in::read(match language {
            Language::Dutch => built_in!("words/nl.linear"),
            Language::English => built_in!("words/en.linear"),
        })
    }

    /// The words of a command.
    ///
    /// # Panics
    /// Never: a test asks for all.
    pub(super) fn act(&self, wish: Wish) -> &ActWords {
        let id = Wish::ALL.iter().find(|(named, _)| *named == wish);
        id.and_then(|(_, id)| self.acts.get(id))
            .expect("every command has words")
    }

    /// The command that a line begins with, and what stands behind it. The longest words that fit count.
    pub(super) fn wish<'line>(&self, line: &'line str) -> Option<(Wish, &'line str)> {
        let mut found: Option<(usize, Wish, &str)> = None;
        for (wish, _) in Wish::ALL {
            for word in &self.act(wish).words {
                if let Some(rest) = behind(line, word)
                    && found.is_none_or(|(length, ..)| word.len() > length)
                {
                    found = Some((word.len(), wish, rest));
                }
            }
        }
        found.map(|(_, wish, rest)| (wish, rest))
    }

    /// The stable name of the table that a line begins with, and what stands behind its name: the longest that fits.
    pub(super) fn table<'line>(&self, line: &'line str) -> Option<(&'static str, &'line str)> {
        let names = self.tables_named.iter();
        let all = names.flat_map(|(id, names)| names.iter().chain([id]).map(|name| (*id, *name)));
        let found = all.filter_map(|(id, name)| Some((id, behind(line, name)?)));
        found.min_by_key(|(_, rest)| rest.len())
    }

    /// What tables are called, each by its first name.
    pub(super) fn table_names(&self, id: &str) -> Option<&'static str> {
        self.tables_named.get(id)?.first().copied()
    }

    /// How a row of a table is said: the number of a column in braces stands for its cell.
    pub(super) fn row(&self, id: &str) -> &'static str {
        self.rows.get(id).copied().unwrap_or_default()
    }

    /// What a line says before it names an order, and the stable name of that.
    pub(super) fn ordered<'line>(&self, line: &'line str) -> Option<(&'line str, &'static str)> {
        let (before, order) = line.rsplit_once(' ').unwrap_or(("", line));
        let (typed, by) = before.rsplit_once(' ').unwrap_or(("", before));
        let order = named(&self.orders, order).filter(|_| by == self.by)?;
        Some((typed.trim_end(), order))
    }

    /// What an order is called, by its first name.
    pub(super) fn order(&self, id: &str) -> &'static str {
        let names = self.orders.get(id).and_then(|names| names.first());
        names.copied().unwrap_or_default()
    }

    /// The stable name of what can be written to a file.
    pub(super) fn written(&self, word: &str) -> Option<&'static str> {
        named(&self.written, word)
    }

    /// The stable name of what can be copied.
    pub(super) fn portion(&self, word: &str) -> Option<&'static str> {
        named(&self.portions, word)
    }
}

fn named(names: &HashMap<&'static str, Vec<&'static str>>, word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let mut names = names.iter();
    names
        .find(|(id, words)| **id == word || words.contains(&&*word))
        .map(|(id, _)| *id)
}

/// What stands behind a word at the start of a line. Case counts in a single letter only, as it does for
/// keys; behind a sign no space is needed.
fn behind<'line>(line: &'line str, word: &str) -> Option<&'line str> {
    let start = line.get(..word.len())?;
    let is_key = word.chars().count() == 1;
    let same = if is_key {
        start == word
    } else {
        start.to_lowercase() == word
    };
    let rest = &line[word.len()..];
    let is_sign = is_key && !word.chars().all(char::is_alphanumeric);
    let ends = rest.is_empty() || is_sign || rest.starts_with(char::is_whitespace);
    (same && ends).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_table_and_portion_has_words_in_both_languages() {
        let [nl, en] = [Language::Dutch, Language::English].map(LinearWords::of);
        for (wish, id) in Wish::ALL {
            for words in [&nl, &en] {
                let act = words.act(wish);
                assert!(!act.words.is_empty() && !act.does.is_empty(), "{id}");
                assert_eq!(act.takes.is_some(), act.example.is_some(), "{id}");
            }
        }
        for table in crate::cli::args::Table::ALL {
            assert!(!nl.row(table.id()).is_empty() && !en.row(table.id()).is_empty());
        }
        assert_eq!(nl.acts.len(), Wish::ALL.len());
        assert_eq!(en.acts.len(), Wish::ALL.len());
        for (one, other) in [
            (&nl.tables_named, &en.tables_named),
            (&nl.portions, &en.portions),
            (&nl.written, &en.written),
            (&nl.orders, &en.orders),
        ] {
            assert!(one.keys().all(|id| other.contains_key(id)) && one.len() == other.len());
        }
    }

    #[test]
    fn a_word_means_one_command() {
        for language in [Language::Dutch, Language::English] {
            let words = LinearWords::of(language);
            let mut all: Vec<_> = words.acts.values().flat_map(|act| &act.words).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count);
        }
    }

    #[test]
    fn the_longest_words_that_fit_are_the_command() {
        let words = LinearWords::of(Language::Dutch);
        for (line, wish) in [
            ("volgende", Some((Wish::Next, ""))),
            ("Volgende treffer", Some((Wish::HitOn, ""))),
            ("zoek  de EU ", Some((Wish::Search, "de EU"))),
            ("/de EU", Some((Wish::Search, "de EU"))),
            ("waar ehrm", Some((Wish::Where, "ehrm"))),
            ("waar ben ik", Some((Wish::Here, ""))),
            ("n", Some((Wish::HitOn, ""))),
            ("N", Some((Wish::HitBack, ""))),
            ("noteert", None),
            ("é", None),
            ("", None),
        ] {
            assert_eq!(words.wish(line), wish, "{line}");
        }
    }
}
