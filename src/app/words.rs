//! The words of the interface, from `assets/words`.

mod groups;

use crate::{
    built_in::{self, built_in},
    catalogue::{Explainer, FigureKind, Kind},
    keys::{Mode, act::Act},
    letter::{
        Address, Answered, How, Language, Letter, OutOfPages, Pair, Span, StanceLabel,
        StatementKind,
    },
};
pub use groups::*;
use serde::Deserialize;
use std::{cell::OnceCell, collections::HashMap};

/// All words of the interface in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Words {
    /// The language they are in.
    #[serde(skip)]
    pub language: Language,
    /// Those of the text and what stands around it.
    pub reader: ReaderWords,
    /// Those of comparing.
    pub compare: CompareWords,
    /// Those of the hedges.
    pub hedges: HedgeWords,
    /// Those of the finder.
    pub finder: FinderWords,
    /// Those of the search in the text.
    pub search: SearchWords,
    /// Those of the line for an address.
    pub goto: GotoWords,
    /// Those of selecting and copying.
    pub copy: CopyWords,
    /// Those of the cards.
    pub card: CardWords,
    /// Those of the stances.
    pub stances: StanceWords,
    /// Those of the overview.
    pub overview: OverviewWords,
    /// Those of the timeline.
    pub timeline: TimelineWords,
    /// Those of the trail.
    pub trail: TrailWords,
    /// Those of the list of letters.
    pub library: LibraryWords,
    /// Those of the concordance.
    pub concordance: ConcordanceWords,
    /// Those of bookmarks, notes and what was read.
    pub marks: MarkWords,
    /// Those of verifying a quotation.
    pub verify: VerifyWords,
    /// Those of the basket.
    pub basket: BasketWords,
    /// Those of the help.
    pub help: HelpWords,
    kinds: HashMap<&'static str, KindWords>,
    statements: HashMap<&'static str, KindWords>,
    verdicts: HashMap<&'static str, KindWords>,
    answers: HashMap<&'static str, &'static str>,
    figures: HashMap<&'static str, KindWords>,
    pairs: HashMap<&'static str, KindWords>,
    /// Those of the command line, which the reader does not need.
    #[serde(skip)]
    cli: OnceCell<CliWords>,
    /// Those of the settings, which the reader does not need where nothing is wrong with them.
    #[serde(skip)]
    settings: OnceCell<SettingsWords>,
    /// What each act does, by its id, which only the help tells.
    #[serde(skip)]
    acts: OnceCell<HashMap<&'static str, &'static str>>,
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
    ///
    /// # Panics
    /// Never: a test reads all files.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let source = match language {
            Language::Dutch => built_in!("words/nl"),
            Language::English => built_in!("words/en"),
        };
        Self {
            language,
            ..built_in::read(source)
        }
    }

    /// The words of the command line, read when they are first asked for.
    #[must_use]
    pub fn cli(&self) -> &CliWords {
        self.cli.get_or_init(|| {
            built_in::read(match self.language {
                Language::Dutch => built_in!("words/nl.cli"),
                Language::English => built_in!("words/en.cli"),
            })
        })
    }

    /// The words of the settings, read when they are first asked for.
    #[must_use]
    pub fn settings(&self) -> &SettingsWords {
        self.settings.get_or_init(|| {
            built_in::read(match self.language {
                Language::Dutch => built_in!("words/nl.settings"),
                Language::English => built_in!("words/en.settings"),
            })
        })
    }

    /// What each act does, by its id, read when it is first asked for.
    #[must_use]
    pub fn acts(&self) -> &HashMap<&'static str, &'static str> {
        self.acts.get_or_init(|| {
            built_in::read(match self.language {
                Language::Dutch => built_in!("words/nl.acts"),
                Language::English => built_in!("words/en.acts"),
            })
        })
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
        self.acts().get(id).copied().unwrap_or(id)
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
    pub const fn answer(&self, pair: Pair) -> &'static str {
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
    pub const fn read_by(&self, is_ours: bool) -> &'static str {
        if is_ours {
            self.stances.makers
        } else {
            self.overview.by_rule
        }
    }

    /// Where the keys of a mode hold.
    #[must_use]
    pub const fn mode(&self, mode: Mode) -> &'static str {
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

    #[test]
    fn both_languages_say_everything() {
        for language in [Language::Dutch, Language::English] {
            let words = Words::of(language);
            for kind in Kind::ALL {
                assert!(
                    words.kinds.contains_key(kind.id()),
                    "{kind:?} in {language:?}"
                );
            }
            assert_eq!(words.kinds.len(), Kind::ALL.len());
            assert!(!words.cli().about.is_empty());
            let ids = Act::ALL.iter().map(|act| act.id()).chain(["edit"]);
            for id in ids.clone() {
                assert!(words.acts().contains_key(id), "{id} in {language:?}");
            }
            assert_eq!(words.acts().len(), ids.count());
            for label in StanceLabel::ALL {
                assert!(words.stances.labels.contains_key(label.id()), "{label:?}");
            }
            assert_eq!(words.stances.labels.len(), StanceLabel::ALL.len());
            for kind in StatementKind::ALL {
                assert!(words.statements.contains_key(kind.id()), "{kind:?}");
            }
            assert_eq!(words.statements.len(), StatementKind::ALL.len());
            for verdict in Answered::ALL {
                assert!(words.verdicts.contains_key(verdict.id()), "{verdict:?}");
            }
            assert_eq!(words.verdicts.len(), Answered::ALL.len());
            for how in How::ALL {
                assert!(words.answers.contains_key(how.id()), "{how:?}");
            }
            assert_eq!(words.answers.len(), How::ALL.len());
            for kind in FigureKind::ALL {
                assert!(
                    words.figures.contains_key(kind.id()),
                    "{kind:?} in {language:?}"
                );
            }
            assert_eq!(words.figures.len(), FigureKind::ALL.len());
        }
    }
}
