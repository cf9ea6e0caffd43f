//! Where a search stands in the letter. The first hit shows at once; all of them are found at once in
//! a letter of usual size, and in slices between the keys in a big one.

use crate::{
    app::{App, Overlay, SLICE, found::Found},
    letter::{Letter, Place, Span},
    reading::{
        flow::Top,
        search::{self, Query},
    },
};
use tui_input::Input;

/// A search as it stands.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The line that is typed in.
    pub input: Input,
    /// Where it stands as typed, as far as that is known.
    pub exact: Vec<Span>,
    /// Where a word stands that differs by one slip, as far as that is known.
    pub near: Vec<Span>,
    /// Which hit was shown last, by index; 0 while they are not all known.
    pub at: usize,
    left: Option<Left>,
    /// The hit that was shown when not all were known.
    first: Option<Span>,
    /// What was typed before and stands nowhere; what only adds to it need not be looked for.
    absent: Option<Query>,
    /// Which row of the list is chosen, by index.
    pub chosen: usize,
    pub(in crate::app) origin: Option<Origin>,
    pub(super) past: Option<usize>,
    /// The search before, which comes back when this one is given up.
    pub(in crate::app) earlier: Option<Box<Search>>,
}

/// What showed where a search began, and comes back when it is given up.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Origin {
    pub(in crate::app) top: Top,
    aside: Top,
    focus: Option<Span>,
}

/// What is still to be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// What stands as typed, from a place on.
    Exact(Place),
    /// What differs by one slip, from a paragraph on.
    Near(usize),
}

impl Search {
    /// Whether all the hits that are gone through are known.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        match self.left {
            None => true,
            Some(Left::Near(_)) => !self.exact.is_empty(),
            Some(Left::Exact(_)) => false,
        }
    }

    pub(in crate::app) const fn has_more(&self) -> bool {
        self.left.is_some()
    }

    /// Searches on for about so many bytes of text.
    fn look_on(&mut self, letter: &Letter, bytes: usize) {
        let typed = self.input.value();
        self.left = match self.left {
            Some(Left::Exact(place)) => Query::new(typed)
                .and_then(|query| search::matches_on(letter, &query, place, bytes, &mut self.exact))
                .map(Left::Exact)
                .or_else(|| self.exact.is_empty().then_some(Left::Near(0))),
            Some(Left::Near(paragraph)) => {
                search::near_on(letter, typed, paragraph, bytes, &mut self.near).map(Left::Near)
            }
            None => None,
        };
    }

    /// The hits that are gone through: those as typed or, where there are none, the near ones.
    #[must_use]
    pub fn hits(&self) -> &[Span] {
        if self.exact.is_empty() {
            &self.near
        } else {
            &self.exact
        }
    }

    /// Whether there are near hits only.
    #[must_use]
    pub fn is_near(&self) -> bool {
        self.exact.is_empty() && !self.near.is_empty()
    }

    pub(in crate::app) fn spans(&self, found: &Found) -> &[Span] {
        let all = if found.near { &self.near } else { &self.exact };
        &all[found.hits.clone()]
    }
}

impl App {
    pub(in crate::app) fn begin_search(&mut self) {
        self.search = Some(Search {
            origin: Some(self.origin()),
            earlier: self.search.take().map(Box::new),
            ..Search::default()
        });
    }

    pub(in crate::app) const fn origin(&self) -> Origin {
        Origin {
            top: self.shown,
            aside: self.aside,
            focus: self.focus,
        }
    }

    pub(in crate::app) const fn go_to_origin(&mut self, origin: Origin) {
        (self.top, self.aside, self.focus) = (origin.top, origin.aside, origin.focus);
    }

    /// Searches for what is typed now and shows the first hit from where the search began.
    pub(super) fn search_anew(&mut self) {
        let Some(search) = &mut self.search else {
            return;
        };
        search.exact = Vec::new();
        search.near = Vec::new();
        (search.at, search.chosen, search.first) = (0, 0, None);
        let query = Query::new(search.input.value());
        let narrows = |query: &Query| search.absent.as_ref().is_some_and(|no| query.narrows(no));
        if query.as_ref().is_some_and(narrows) {
            search.left = Some(Left::Near(0));
        } else {
            search.left = Some(Left::Exact(Place::default()));
            search.look_on(&self.letter, SLICE);
            search.absent = None;
        }
        if let (Some(Left::Exact(_)), Some(origin)) = (search.left, search.origin) {
            let first = |query| search::first_from(&self.letter, query, origin.top.place);
            search.first = query.as_ref().and_then(first);
            if search.first.is_none() {
                search.left = Some(Left::Near(0));
            }
        }
        if let Some(Left::Near(_)) = search.left {
            search.absent = search.absent.take().or(query);
            search.look_on(&self.letter, SLICE);
        }
        self.show_first();
    }

    /// Shows the first hit from where the search began, or where it began if there is none.
    fn show_first(&mut self) {
        let Some(search) = &mut self.search else {
            return;
        };
        let Some(origin) = search.origin else {
            return;
        };
        let hits = search.hits();
        let first = hits.partition_point(|span| span.place() < origin.top.place);
        let first = if first < hits.len() { first } else { 0 };
        let mut span = hits.get(first).copied();
        if search.is_whole() {
            search.at = first;
        } else {
            span = search.first;
        }
        self.go_to_origin(origin);
        self.settle();
        if let (Some(span), Some(Overlay::Search)) = (span, &self.overlay) {
            self.reveal(span);
        }
    }

    /// Searches on for a slice of the letter. When the hits are all known, the one that shows gets its
    /// number; where they are near ones, the first of them comes to show.
    pub(in crate::app) fn look_on(&mut self) {
        let told = self.notice.is_some() && self.notice == self.found_notice(false);
        let Some(search) = &mut self.search else {
            return;
        };
        let was_whole = search.is_whole();
        search.look_on(&self.letter, SLICE);
        if search.is_whole() && !was_whole {
            match search.first {
                Some(first) => search.at = search.exact.partition_point(|hit| *hit < first),
                None => self.show_first(),
            }
        }
        if told {
            self.notice = self.found_notice(false);
        }
    }

    /// Searches on until all the hits that are gone through are known.
    pub(in crate::app) fn know_hits(&mut self) {
        while self
            .search
            .as_ref()
            .is_some_and(|search| !search.is_whole())
        {
            self.look_on();
        }
    }

    /// Looks for near hits beside the exact ones.
    pub(in crate::app) fn find_near(&mut self) {
        self.know_hits();
        if let Some(search) = &mut self.search
            && search.near.is_empty()
            && !search.exact.is_empty()
        {
            search.left = Some(Left::Near(0));
            search.look_on(&self.letter, SLICE);
        }
    }
}
