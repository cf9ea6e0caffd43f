//! Under the names in the finder: the paragraphs that hold the words that are typed. The first slice of
//! the letter is looked through at once, what is left of a big one between the keys.

use crate::{
    app::slice::SLICE,
    letter::{Letter, Span},
    reading::{
        asked::{Asked, Way},
        search::Onward,
    },
};

/// The most paragraphs that are listed.
const MOST: usize = 200;

/// The paragraphs that hold what is typed.
#[derive(Clone, Debug, Default)]
pub struct InText {
    asked: Asked,
    /// In which way the words are looked for, or were found.
    pub way: Way,
    /// The last way that is tried, where not all are.
    last: Option<Way>,
    /// Where looking goes on, if there is more.
    next: Option<Onward>,
    /// Where the words stand, in the order of the text.
    pub spans: Vec<Span>,
    /// The first of each paragraph, by index.
    firsts: Vec<usize>,
}

impl InText {
    /// Looks for what is typed, in the ways up to this one or else in all.
    pub(super) fn look(letter: &Letter, typed: &str, last: Option<Way>) -> Self {
        let mut found = Self {
            asked: Asked::new(letter, typed),
            last,
            next: Some(Onward::default()),
            ..Self::default()
        };
        found.look_on(letter);
        found
    }

    /// Whether there is more of the letter to look through.
    #[must_use]
    pub const fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// Looks through a slice of the letter; in kinder ways from its start, where one found nothing.
    pub(in crate::app) fn look_on(&mut self, letter: &Letter) {
        while let Some(from) = self.next {
            let spans = &mut self.spans;
            self.next = self.asked.look_on(letter, self.way, from, SLICE, spans);
            if self.next.is_some() {
                break;
            }
            let kinder = self.way.kinder().filter(|_| self.last != Some(self.way));
            if let Some(way) = kinder.filter(|_| self.spans.is_empty()) {
                self.way = way;
                self.next = Some(Onward::default());
            }
        }
        for index in self.firsts.last().map_or(0, |last| last + 1)..self.spans.len() {
            let paragraph = self.spans[index].paragraph;
            if index == 0 || self.spans[index - 1].paragraph != paragraph {
                self.firsts.push(index);
            }
        }
        if self.firsts.len() > MOST {
            self.spans.truncate(self.firsts[MOST]);
            self.firsts.truncate(MOST);
            self.next = None;
        }
    }

    /// How many paragraphs are known that hold the words.
    #[must_use]
    pub fn count(&self) -> usize {
        self.firsts.len()
    }

    /// Which of the spans stand in one of these paragraphs, by index.
    #[must_use]
    pub fn within(&self, paragraph: usize) -> std::ops::Range<usize> {
        let end = self.firsts.get(paragraph + 1);
        self.firsts[paragraph]..end.copied().unwrap_or(self.spans.len())
    }
}
