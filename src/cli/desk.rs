//! What commands work on: a letter, the words of the interface and what the text is printed on.

use super::paper::Paper;
use crate::{
    app::words::Words,
    catalogue::{Catalogue, Mentions},
    letter::{Letter, Section, SectionKind, Span},
    reading::finder,
};
use std::{borrow::Cow, cell::OnceCell};

/// What commands work on.
#[derive(Debug)]
pub struct Desk {
    /// The letter.
    pub letter: Letter,
    /// The words of the interface.
    pub words: Words,
    /// What the text is printed on.
    pub paper: Paper,
    /// Who is known, and where they are named; found when a command first asks, for most need no names.
    names: OnceCell<(Catalogue, Mentions)>,
}

impl Desk {
    /// A desk with this letter on it.
    #[must_use]
    pub const fn new(letter: Letter, words: Words, paper: Paper) -> Self {
        Self {
            letter,
            words,
            paper,
            names: OnceCell::new(),
        }
    }

    /// Who and what is known, the signatories of the letter among them.
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.names().0
    }

    /// Where they are named.
    pub(super) fn mentions(&self) -> &Mentions {
        &self.names().1
    }

    /// Whether somebody is called exactly as is typed who may be named in the letter.
    pub(super) fn knows_name(&self, typed: &str) -> bool {
        finder::is_a_name(&self.known(), typed)
    }

    /// Those who may be named in the letter.
    fn known(&self) -> Catalogue {
        Catalogue::embedded().with_signatories(&self.letter)
    }

    fn names(&self) -> &(Catalogue, Mentions) {
        self.names.get_or_init(|| {
            let catalogue = self.known();
            let mentions = Mentions::find(&self.letter, &catalogue);
            (catalogue, mentions)
        })
    }

    /// Words of the letter: with what joins emoji and letters where no terminal shows them.
    pub(super) fn words_of(&self, span: Span) -> Cow<'_, str> {
        if self.paper.terminal {
            self.letter.paragraph(span.paragraph)[span.start..span.end].into()
        } else {
            self.letter.piped_words(span)
        }
    }

    /// The letter's own heading of a section, without the separator behind it, and the title that is ours.
    pub(super) fn heading(&self, section: &Section) -> (Option<&str>, Option<&str>) {
        let (letter, words) = (&self.letter, &self.words.reader);
        let title = letter.title(section);
        let title = title.map(|title| title.get(self.words.language));
        let title = title.or(match section.kind {
            SectionKind::Opening if letter.recommendations() == 0 => None,
            SectionKind::Opening => Some(words.opening),
            SectionKind::Closing => Some(words.closing),
            SectionKind::Recommendation | SectionKind::Part => None,
        });
        let heading = self
            .letter
            .heading(section)
            .map(|heading| heading.trim_end_matches([':', '.', '–', '-', ' ']));
        (heading, title)
    }
}
