//! A search as it stands, and its hits as rows of a list.

use crate::{
    app::hits::{self, ByPlace},
    letter::{Letter, Span},
    reading::{
        asked::{Asked, Way},
        flow::Top,
        jumplist::Stand,
        search::{Onward, Query},
    },
};
use std::ops::Range;
use tui_input::Input;

/// The most hits that are kept. Nobody goes through more, and in a letter that is one letter over and
/// over they would take many times its size.
pub const MOST_HITS: usize = 1 << 20;

/// A search as it stands.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The line that is typed in.
    pub input: Input,
    pub(in crate::app) asked: Asked,
    /// Where it stands as typed, as far as that is known: first with the capitals that are typed, then
    /// with others.
    pub exact: Vec<Span>,
    /// How many of those have the capitals that are typed.
    pub same_case: usize,
    /// Those with other capitals, until all are known.
    pub(in crate::app) other_case: Vec<Span>,
    /// The numbers of those in the order of the text, where that is another.
    pub(in crate::app) order: Vec<usize>,
    /// What was found in a kinder way, as far as that is known.
    pub near: Vec<Span>,
    /// Which way that is.
    pub way: Way,
    /// Which hit was shown last, by index; 0 while they are not all known.
    pub at: usize,
    /// Whether there may be more than are kept.
    pub(in crate::app) is_cut: bool,
    /// In which way to search on, and from where.
    pub(in crate::app) left: Option<(Way, Onward)>,
    /// The hit that was shown when not all were known.
    pub(in crate::app) first: Option<Span>,
    /// What was typed before and has its letters nowhere; what only adds to it need not be looked for.
    pub(in crate::app) absent: Option<Query>,
    /// Which row of the list is chosen, by index.
    pub chosen: usize,
    pub(in crate::app) origin: Option<Origin>,
    pub(in crate::app) past: Option<usize>,
    /// What was typed before an earlier search took its place.
    pub(in crate::app) draft: String,
    /// The search before, which comes back when this one is given up.
    pub(in crate::app) earlier: Option<Box<Search>>,
}

/// What showed where a search began, and comes back when it is given up.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Origin {
    pub(in crate::app) top: Top,
    pub(in crate::app) aside: Top,
    pub(in crate::app) focus: Option<Span>,
    pub(in crate::app) current: usize,
}

impl Origin {
    pub(in crate::app) const fn stand(self) -> Stand {
        Stand {
            top: self.top,
            current: self.current,
        }
    }
}

impl Search {
    /// Whether all the hits that are gone through are known.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        match self.left {
            None => true,
            Some((Way::Typed, _)) => false,
            Some(_) => !self.exact.is_empty(),
        }
    }

    pub(in crate::app) const fn has_more(&self) -> bool {
        self.left.is_some()
    }

    /// Begins anew to look for what is typed.
    pub(in crate::app) fn begin(&mut self, letter: &Letter) {
        self.asked = Asked::new(letter, self.input.value());
        self.exact = Vec::new();
        self.other_case = Vec::new();
        self.order = Vec::new();
        self.near = Vec::new();
        (self.at, self.same_case, self.chosen, self.first) = (0, 0, 0, None);
        self.is_cut = false;
    }

    /// Searches on for about so many bytes of text, or a few times as many where one way ends and the
    /// next begins.
    pub(in crate::app) fn look_on(&mut self, letter: &Letter, bytes: usize) {
        while let Some((way, from)) = self.left {
            let mut found = Vec::new();
            let next = self.asked.look_on(letter, way, from, bytes, &mut found);
            if way == Way::Typed {
                self.take(letter, found);
            } else {
                self.way = way;
                self.near.extend(found);
            }
            self.is_cut = self.exact.len() + self.other_case.len() + self.near.len() >= MOST_HITS;
            if let Some(from) = next.filter(|_| !self.is_cut) {
                self.left = Some((way, from));
                return;
            }
            if way == Way::Typed {
                self.put_case_first();
            }
            let is_found = !self.exact.is_empty() || !self.near.is_empty();
            let kinder = way.kinder().filter(|_| !is_found);
            self.left = kinder.map(|way| (way, Onward::default()));
        }
    }

    /// Takes hits as typed, in the order of the text.
    pub(in crate::app) fn take(&mut self, letter: &Letter, found: Vec<Span>) {
        let Some(query) = self.asked.query() else {
            return;
        };
        for span in found {
            if query.has_case_of(letter.words(span)) {
                self.exact.push(span);
            } else {
                self.other_case.push(span);
            }
        }
    }

    /// Puts the hits with other capitals behind those with the ones that are typed.
    pub(in crate::app) fn put_case_first(&mut self) {
        self.same_case = self.exact.len();
        self.exact.append(&mut self.other_case);
        self.order = hits::order(&self.exact);
    }

    /// Where it stands with the capitals that are typed and with others, as far as that is known, both in
    /// the order of the text.
    #[must_use]
    pub fn by_case(&self) -> [&[Span]; 2] {
        match self.left {
            Some((Way::Typed, _)) => [&self.exact, &self.other_case],
            _ => self.exact.split_at(self.same_case).into(),
        }
    }

    /// How many of the hits as typed have other capitals.
    #[must_use]
    pub const fn with_other_case(&self) -> usize {
        self.exact.len() - self.same_case
    }

    /// The hits that are gone through: those as typed or, where there are none, those found in a kinder
    /// way.
    #[must_use]
    pub fn hits(&self) -> &[Span] {
        if self.exact.is_empty() {
            &self.near
        } else {
            &self.exact
        }
    }

    /// Which of how many hits was shown last: `3/14`, or with a plus where there may be more.
    #[must_use]
    pub fn position(&self) -> String {
        let more = if self.is_cut { "+" } else { "" };
        format!("{}/{}{more}", self.at + 1, self.hits().len())
    }

    /// The same in the order of the text.
    pub(in crate::app) fn by_place(&self) -> ByPlace<'_> {
        if self.exact.is_empty() {
            return ByPlace::sorted(&self.near);
        }
        ByPlace::ordered(&self.exact, &self.order)
    }

    /// The kinder way in which hits were found, where there are no others.
    #[must_use]
    pub fn kinder_way(&self) -> Option<Way> {
        (self.exact.is_empty() && !self.near.is_empty()).then_some(self.way)
    }

    /// Which of the hits is the first from a place on, or the first of all; those with the capitals that
    /// are typed go before others.
    pub(in crate::app) fn first_at(&self, from: impl Fn(&Span) -> bool) -> usize {
        let hits = match self.same_case {
            0 => self.hits(),
            count => &self.exact[..count],
        };
        let first = hits.partition_point(|span| !from(span));
        if first < hits.len() { first } else { 0 }
    }

    pub(in crate::app) fn spans(&self, found: &Found) -> &[Span] {
        let [typed, other_case] = self.by_case();
        let all = match found.how {
            How::Typed => typed,
            How::OtherCase => other_case,
            How::Kinder => &self.near,
        };
        &all[found.hits.clone()]
    }
}

/// One row of the list: a paragraph with its hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its hits, as a run of those that stand so.
    pub hits: Range<usize>,
    /// How they stand there.
    pub how: How,
    /// Whether it is the first of its section among those that stand so.
    pub first: bool,
}

/// How the hits of a paragraph stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As typed.
    Typed,
    /// As typed, with other capitals.
    OtherCase,
    /// In a kinder way.
    Kinder,
}
