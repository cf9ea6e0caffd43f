//! The words of the interface, from `assets/words`.

use crate::{
    catalogue::{Explainer, FigureKind, Kind},
    keys::{Mode, act::Act},
    letter::{
        Address, Answered, How, Language, Letter, OutOfPages, Pair, Span, StanceLabel,
        StatementKind,
    },
};
use std::ops::Deref;
pub use tables::*;

/// What is looked up by an id, which stays the same in all languages.
#[derive(Debug)]
pub struct ById<T: 'static>(&'static [(&'static str, T)]);

impl<T> ById<T> {
    /// The words of an id, if it has any.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&'static T> {
        self.iter()
            .find(|(own, _)| *own == id)
            .map(|(_, words)| words)
    }

    /// All, with their ids.
    pub fn iter(&self) -> impl Iterator<Item = &'static (&'static str, T)> {
        self.0.iter()
    }
}

/// A kind of entity or figure, in words.
#[derive(Debug)]
pub struct KindWords {
    /// For one.
    pub one: &'static str,
    /// For several.
    pub many: &'static str,
}

/// The tables of words, made of `assets/words` when the program is built (`build/words.rs`). `{}` or a name in
/// braces stands for what is filled in.
mod tables {
    use crate::app::words::{ById, KindWords};
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// All words of the interface in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language they are in.
    pub language: Language,
    tables: &'static Tables,
}

impl Deref for Words {
    type Target = Tables;

    fn deref(&self) -> &Tables {
        self.tables
    }
}

impl CliWords {
    /// The pages that words stand on; empty where their source has none.
    #[must_use]
    pub fn on_pages(&self, out: &OutOfPages) -> String {
        match out.pages {
            Some((first, last)) if first != last => {
                let pages = self.pages.replacen("{}", &first.to_string(), 1);
                pages.replacen("{}", &last.to_string(), 1)
            }
            Some((page, _)) => self.page.replace("{}", &page.to_string()),
            None => String::new(),
        }
    }
}

impl Words {
    /// The words in this language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        let tables = match language {
            Language::Dutch => &tables::NL,
            Language::English => &tables::EN,
        };
        Self { language, tables }
    }

    /// The words of the command line.
    #[must_use]
    pub const fn cli(&self) -> &'static CliWords {
        &self.tables.cli
    }

    /// The words of the settings.
    #[must_use]
    pub const fn settings(&self) -> &'static SettingsWords {
        &self.tables.settings
    }

    /// The address of a paragraph, or a word for one that has none.
    #[must_use]
    pub fn address(&self, letter: &Letter, paragraph: usize) -> String {
        match letter.address(paragraph) {
            Some(address) => address.to_string(),
            None => self.reader.head.to_owned(),
        }
    }

    /// The numbers of the sections that these spans stand in, each once.
    #[must_use]
    pub fn sections(&self, letter: &Letter, spans: impl Iterator<Item = Span>) -> String {
        let (mut sections, mut last) = (Vec::new(), None);
        for span in spans {
            // What stands everywhere stands thousands of times in one paragraph.
            if last.replace(span.paragraph) == Some(span.paragraph) {
                continue;
            }
            let section = match letter.address(span.paragraph) {
                Some(address) if address != Address::HEAD => address.section.to_string(),
                _ => self.address(letter, span.paragraph),
            };
            if sections.last() != Some(&section) {
                sections.push(section);
            }
        }
        sections.join(" ")
    }

    /// What an act does.
    #[must_use]
    pub fn act(&self, act: Act) -> &str {
        // A line is edited as lines are everywhere: one word says so.
        let id = if let Act::Edit(_) = act {
            "edit"
        } else {
            act.id()
        };
        self.acts.get(id).copied().unwrap_or(id)
    }

    /// A kind, for one entity of it.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> &str {
        self.kinds
            .get(kind.id())
            .map_or(kind.id(), |words| words.one)
    }

    /// A kind, for several entities of it.
    #[must_use]
    pub fn kinds(&self, kind: Kind) -> &str {
        self.kinds
            .get(kind.id())
            .map_or(kind.id(), |words| words.many)
    }

    /// A label of a stance, in a word or two.
    #[must_use]
    pub fn stance(&self, label: StanceLabel) -> &str {
        let labels = &self.stances.labels;
        labels.get(label.id()).copied().unwrap_or(label.id())
    }

    /// What the letter answers, for one.
    #[must_use]
    pub fn pair(&self, pair: Pair) -> &str {
        self.pairs
            .get(pair.id())
            .map_or(pair.id(), |words| words.one)
    }

    /// What the letter answers, for several.
    #[must_use]
    pub fn pairs(&self, pair: Pair) -> &str {
        self.pairs
            .get(pair.id())
            .map_or(pair.id(), |words| words.many)
    }

    /// The title above the answer to one, where the letter has none.
    #[must_use]
    pub fn answer(&self, pair: Pair) -> &'static str {
        match pair {
            Pair::Question => self.reader.answer,
            _ => self.reader.response,
        }
    }

    /// What the sign of a label says, in as few words as it takes.
    #[must_use]
    pub fn legend(&self, label: StanceLabel) -> &str {
        // These share a sign.
        let label = match label {
            StanceLabel::Noted | StanceLabel::Unknown => StanceLabel::NoPosition,
            label => label,
        };
        let legend = &self.stances.legend;
        legend.get(label.id()).copied().unwrap_or(label.id())
    }

    /// Whose reading something is: the makers' (true), or found by rule.
    #[must_use]
    pub fn read_by(&self, is_ours: bool) -> &'static str {
        if is_ours {
            self.stances.makers
        } else {
            self.overview.by_rule
        }
    }

    /// Where the keys of a mode hold.
    #[must_use]
    pub fn mode(&self, mode: Mode) -> &'static str {
        let words = &self.help;
        match mode {
            Mode::Reading => words.reading,
            Mode::Finder => words.finder,
            Mode::Search => words.search,
            Mode::List => words.list,
            Mode::Letters => words.letters,
            Mode::Across => words.across,
            Mode::Goto => words.goto,
            Mode::Select => words.select,
            Mode::Menu => words.copy,
            Mode::Shown => words.shown,
            Mode::Card => words.card,
            Mode::Concordance => words.concordance,
            Mode::LeftOut => words.left_out,
            Mode::Overview => words.overview,
            Mode::Narrow => words.narrow,
            Mode::TableMenu => words.table_menu,
            Mode::Timeline => words.timeline,
            Mode::Trail => words.trail,
            Mode::Themes => words.themes,
            Mode::OwnNote => words.own_note,
            Mode::Verify => words.verify,
            Mode::Verified => words.verified,
            Mode::Basket => words.basket,
            Mode::Help => words.help,
        }
    }

    /// What a statement does, in a word.
    #[must_use]
    pub fn statement(&self, kind: StatementKind) -> &str {
        self.statements
            .get(kind.id())
            .map_or(kind.id(), |words| words.one)
    }

    /// How far an ask is answered, in a few words.
    #[must_use]
    pub fn verdict(&self, verdict: Answered) -> &str {
        self.verdicts
            .get(verdict.id())
            .map_or(verdict.id(), |words| words.one)
    }

    /// The same of several asks.
    #[must_use]
    pub fn verdicts(&self, verdict: Answered) -> &str {
        self.verdicts
            .get(verdict.id())
            .map_or(verdict.id(), |words| words.many)
    }

    /// What words that take up an ask do with it.
    #[must_use]
    pub fn how(&self, how: How) -> &str {
        self.answers.get(how.id()).copied().unwrap_or(how.id())
    }

    /// A kind of figure, for one of it.
    #[must_use]
    pub fn figure(&self, kind: FigureKind) -> &str {
        self.figures
            .get(kind.id())
            .map_or(kind.id(), |words| words.one)
    }

    /// What statements of a kind do, in a word.
    #[must_use]
    pub fn statements(&self, kind: StatementKind) -> &str {
        self.statements
            .get(kind.id())
            .map_or(kind.id(), |words| words.many)
    }

    /// That there are no figures of these kinds; nothing where there are none of which to say so.
    #[must_use]
    pub fn absent(&self, kinds: &[FigureKind]) -> Option<String> {
        let no = |kind: &FigureKind| {
            let none = self.overview.no_such_figures;
            none.replace("{}", self.figures(*kind))
        };
        let absent: Vec<_> = kinds.iter().map(no).collect();
        (!absent.is_empty()).then(|| absent.join(", "))
    }

    /// A kind of figure, for several of it.
    #[must_use]
    pub fn figures(&self, kind: FigureKind) -> &str {
        self.figures
            .get(kind.id())
            .map_or(kind.id(), |words| words.many)
    }

    /// Whose reading the rows of who and when are.
    #[must_use]
    pub fn when_read_by(&self, letter: &Letter) -> &'static str {
        if letter.knows_statements() {
            self.timeline.read_by
        } else {
            self.overview.by_rule
        }
    }

    /// Whose explanation it is.
    #[must_use]
    pub fn explainer(&self, explainer: Explainer) -> &str {
        match explainer {
            Explainer::Letter => self.card.by_letter,
            Explainer::Maker => self.card.by_maker,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn has<T>(words: &ById<T>, ids: impl Iterator<Item = &'static str>) {
        let known: BTreeSet<_> = words.iter().map(|(id, _)| *id).collect();
        assert_eq!(known, ids.collect());
    }

    /// That each word is there the build sees to; not that each id has words.
    #[test]
    fn both_languages_say_everything() {
        for language in [Language::Dutch, Language::English] {
            let words = Words::of(language);
            has(&words.kinds, Kind::ALL.iter().map(|one| one.id()));
            has(&words.figures, FigureKind::ALL.iter().map(|one| one.id()));
            has(
                &words.statements,
                StatementKind::ALL.iter().map(|one| one.id()),
            );
            has(&words.verdicts, Answered::ALL.iter().map(|one| one.id()));
            has(&words.answers, How::ALL.iter().map(|one| one.id()));
            has(
                &words.stances.labels,
                StanceLabel::ALL.iter().map(|one| one.id()),
            );
            has(
                &words.acts,
                Act::ALL.iter().map(|one| one.id()).chain(["edit"]),
            );
        }
    }
}
