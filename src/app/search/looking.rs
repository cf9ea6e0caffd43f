//! Where a search stands in the letter. The first hit shows at once; all of them are found at once in
//! a letter of usual size, and in slices between the keys in a big one.

use crate::{
    app::{
        App, Overlay, Reader,
        hits::Came,
        search::{Origin, Search},
        slice::SLICE,
    },
    reading::{
        asked::Way,
        finder,
        search::{self, Onward, Query},
    },
};

impl Reader {
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
            current: self.current,
        }
    }

    pub(in crate::app) const fn go_to_origin(&mut self, origin: Origin) {
        (self.top, self.aside) = (origin.top, origin.aside);
        (self.focus, self.focus_before) = (origin.focus, origin.focus);
        self.asked = origin.current;
    }
}

impl App {
    /// Searches for what is typed now and shows the first hit from where the search began.
    pub(super) fn search_anew(&mut self) {
        let Some(search) = &mut self.reader.search else {
            return;
        };
        search.begin(&self.reader.letter);
        let query = search.asked.query().cloned();
        let narrows = |query: &Query| search.absent.as_ref().is_some_and(|no| query.narrows(no));
        let kinder = Way::Typed.kinder().map(|way| (way, Onward::default()));
        if query.as_ref().is_some_and(narrows) {
            search.left = kinder;
        } else {
            search.left = Some((Way::Typed, Onward::default()));
            search.look_on(&self.reader.letter, SLICE);
            search.absent = None;
        }
        if let (Some((Way::Typed, _)), Some(origin), Some(query)) =
            (search.left, search.origin, query)
        {
            let first =
                |query: &Query| search::first_from(&self.reader.letter, query, origin.top.place);
            let with_case = query.with_case();
            search.first = with_case.as_ref().and_then(first).or_else(|| first(&query));
            if search.first.is_none() {
                search.left = kinder;
                search.absent = search::is_nowhere(&self.reader.letter, &query).then_some(query);
            }
        }
        if search.exact.is_empty() && search.left == kinder {
            search.look_on(&self.reader.letter, SLICE);
        }
        self.find_called();
        self.show_first();
    }

    /// Where nothing is found in any way, what is typed may be another name of somebody whom the letter names.
    fn find_called(&mut self) {
        let Some(search) = &mut self.reader.search else {
            return;
        };
        if search.left.is_some() || !search.hits().is_empty() {
            return;
        }
        let typed = search.input.value();
        let called = finder::called(&self.reader.catalogue, &self.reader.mentions, typed);
        search.near = finder::mentions_of(&self.reader.mentions, &called);
        search.way = Way::Name;
    }

    /// Shows the first hit from where the search began, or where it began if there is none.
    fn show_first(&mut self) {
        let Some(search) = &mut self.reader.search else {
            return;
        };
        let Some(origin) = search.origin else {
            return;
        };
        let first = search.first_at(|span| span.place() >= origin.top.place);
        let mut span = search.hits().get(first).copied();
        if search.is_whole() {
            search.at = first;
        } else {
            span = search.first;
        }
        self.reader.go_to_origin(origin);
        self.reader.settle();
        if let (Some(span), Some(Overlay::Search)) = (span, &self.overlay) {
            self.reader.reveal(span);
        }
    }

    /// Searches on for a slice of the letter. When the hits are all known, the one that shows gets its
    /// number; where they are found in a kinder way, the first of them comes to show.
    pub(in crate::app) fn look_on(&mut self) {
        let told = self.notice.is_some() && self.notice == self.found_notice(Came::Straight);
        let Some(search) = &mut self.reader.search else {
            return;
        };
        let was_whole = search.is_whole();
        search.look_on(&self.reader.letter, SLICE);
        if search.is_whole() && !was_whole {
            match search.first {
                Some(first) => search.at = search.first_at(|hit| *hit >= first),
                None => self.show_first(),
            }
        }
        if told {
            self.notice = self.found_notice(Came::Straight);
        }
    }

    /// Searches on until all the hits that are gone through are known.
    pub(in crate::app) fn know_hits(&mut self) {
        while self
            .reader
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
        if let Some(search) = &mut self.reader.search
            && search.near.is_empty()
            && !search.exact.is_empty()
        {
            search.left = Some((Way::Slips, Onward::default()));
            search.look_on(&self.reader.letter, SLICE);
        }
    }
}
