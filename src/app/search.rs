//! Search in the text: what is typed, where it stands, and the list of paragraphs it stands in.
//!
//! The first hit shows at once. All of them are found at once in a letter of usual size, and in
//! slices between the keys in a big one.

use super::{
    App, Hits, Overlay, SLICE,
    found::Found,
    message::{Act, Edit, Turn},
};
use crate::{
    letter::{Letter, Place, Span, visible_line},
    reading::{
        flow::Top,
        search::{self, Query},
    },
};
use tui_input::Input;

/// How many searches are remembered.
const REMEMBERED: usize = 50;

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
    pub(super) origin: Option<(Top, Option<Span>)>,
    past: Option<usize>,
    /// The search before, which comes back when this one is given up.
    pub(super) earlier: Option<Box<Search>>,
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

    pub(super) const fn has_more(&self) -> bool {
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

    pub(super) fn spans(&self, found: &Found) -> &[Span] {
        let all = if found.near { &self.near } else { &self.exact };
        &all[found.hits.clone()]
    }
}

impl App {
    /// The searches to remember, the last one last.
    #[must_use]
    pub fn searches(&self) -> &[String] {
        &self.searches
    }

    /// Remembers searches of an earlier time, the last one last.
    pub fn remember(&mut self, searches: Vec<String>) {
        let searches = searches.into_iter();
        self.searches = searches.map(|text| visible_line(&text)).collect();
        let over = self.searches.len().saturating_sub(REMEMBERED);
        self.searches.drain(..over);
    }

    pub(super) fn open_search(&mut self) {
        self.begin_search();
        self.overlay = Some(Overlay::Search);
    }

    pub(super) fn begin_search(&mut self) {
        self.search = Some(Search {
            origin: Some((self.shown, self.focus)),
            earlier: self.search.take().map(Box::new),
            ..Search::default()
        });
    }

    pub(super) fn search_act(&mut self, act: Act) {
        match act {
            Act::Accept => self.accept_search(),
            Act::Close => self.cancel_search(),
            Act::SearchList => self.open_list_from_line(),
            Act::Past(turn) => self.recall(turn),
            Act::SearchHit(turn) => self.step_found(turn),
            Act::Edit(edit) => self.edit_search(|input| {
                input.handle(edit);
            }),
            _ => {}
        }
    }

    pub(super) fn type_search(&mut self, text: &str) {
        self.edit_search(|input| {
            for c in text.chars() {
                input.handle(Edit::InsertChar(c));
            }
        });
    }

    pub(super) fn edit_search(&mut self, edit: impl FnOnce(&mut Input)) {
        let Some(search) = &mut self.search else {
            return;
        };
        let before = search.input.value().to_owned();
        edit(&mut search.input);
        if search.input.value() != before {
            self.search_anew();
        }
    }

    /// Searches for what is typed now and shows the first hit from where the search began.
    fn search_anew(&mut self) {
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
        if let (Some(Left::Exact(_)), Some((top, _))) = (search.left, search.origin) {
            let first = |query| search::first_from(&self.letter, query, top.place);
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
        let Some((top, focus)) = search.origin else {
            return;
        };
        let hits = search.hits();
        let first = hits.partition_point(|span| span.place() < top.place);
        let first = if first < hits.len() { first } else { 0 };
        let mut span = hits.get(first).copied();
        if search.is_whole() {
            search.at = first;
        } else {
            span = search.first;
        }
        (self.top, self.focus) = (top, focus);
        self.settle();
        if let (Some(span), Some(Overlay::Search)) = (span, &self.overlay) {
            self.reveal(span);
        }
    }

    /// Searches on for a slice of the letter. When the hits are all known, the one that shows gets its
    /// number; where they are near ones, the first of them comes to show.
    pub(super) fn look_on(&mut self) {
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
    pub(super) fn know_hits(&mut self) {
        while self
            .search
            .as_ref()
            .is_some_and(|search| !search.is_whole())
        {
            self.look_on();
        }
    }

    /// Looks for near hits beside the exact ones.
    pub(super) fn find_near(&mut self) {
        self.know_hits();
        if let Some(search) = &mut self.search
            && search.near.is_empty()
            && !search.exact.is_empty()
        {
            search.left = Some(Left::Near(0));
            search.look_on(&self.letter, SLICE);
        }
    }

    fn accept_search(&mut self) {
        let typed = |search: &Search| !search.input.value().is_empty();
        if !self.search.as_ref().is_some_and(typed) {
            self.cancel_search();
            return;
        }
        self.overlay = None;
        self.remember_search();
        self.find_near();
        let Some(search) = &self.search else { return };
        let Some(&span) = search.hits().get(search.at) else {
            self.tell_nothing_found();
            self.return_to_origin();
            return;
        };
        self.leave_origin();
        self.keep_hits();
        self.reveal(span);
        self.tell_found(false);
    }

    /// What the search began from becomes a place to go back to.
    pub(super) fn leave_origin(&mut self) {
        if let Some((top, _)) = self.search.as_mut().and_then(|search| search.origin.take()) {
            self.jumps.leave(top.place);
        }
    }

    pub(super) fn return_to_origin(&mut self) {
        if let Some((top, focus)) = self.search.as_mut().and_then(|search| search.origin.take()) {
            (self.top, self.focus) = (top, focus);
        }
    }

    /// Everything is as it was before the search, the search before it included.
    pub(super) fn cancel_search(&mut self) {
        self.overlay = None;
        self.return_to_origin();
        self.search = self
            .search
            .take()
            .and_then(|search| search.earlier)
            .map(|earlier| *earlier);
    }

    /// The hits can be gone through like those of the finder.
    pub(super) fn keep_hits(&mut self) {
        let Some(search) = &self.search else { return };
        let kept = self.hits.take().map(|hits| hits.spans);
        self.hits = Some(Hits {
            name: format!("‘{}’", search.input.value()),
            spans: kept
                .filter(|spans| spans == search.hits())
                .unwrap_or_else(|| search.hits().to_vec()),
            at: search.at,
        });
    }

    pub(super) fn remember_search(&mut self) {
        let Some(search) = &mut self.search else {
            return;
        };
        (search.past, search.earlier) = (None, None);
        let typed = search.input.value().to_owned();
        if !typed.is_empty() {
            self.searches.retain(|past| *past != typed);
            self.searches.push(typed);
        }
        if self.searches.len() > REMEMBERED {
            self.searches.remove(0);
        }
    }

    /// Puts an earlier (or later) search in the line.
    fn recall(&mut self, turn: Turn) {
        let count = self.searches.len();
        let Some(search) = &mut self.search else {
            return;
        };
        let past = match (search.past, turn) {
            (None, Turn::Back) => count.checked_sub(1),
            (Some(past), Turn::Back) => Some(past.saturating_sub(1)),
            (Some(past), Turn::On) if past + 1 < count => Some(past + 1),
            (_, Turn::On) => None,
        };
        if past.is_none() && search.past.is_none() {
            return;
        }
        search.past = past;
        let text = past
            .and_then(|past| self.searches.get(past))
            .cloned()
            .unwrap_or_default();
        search.input = Input::new(text);
        self.search_anew();
    }

    /// To the next (or previous) hit of the search.
    pub(super) fn step_found(&mut self, turn: Turn) {
        self.know_hits();
        let Some(search) = self
            .search
            .as_mut()
            .filter(|search| !search.hits().is_empty())
        else {
            self.tell_nothing_found();
            return;
        };
        let count = search.hits().len();
        let wrapped = match turn {
            Turn::On => search.at + 1 == count,
            Turn::Back => search.at == 0,
        };
        search.at = match turn {
            Turn::On => (search.at + 1) % count,
            Turn::Back => (search.at + count - 1) % count,
        };
        let span = search.hits()[search.at];
        let reading = self.overlay.is_none();
        self.reveal(span);
        if reading {
            self.keep_hits();
            self.tell_found(wrapped && count > 1);
        }
    }

    /// Says in the footer that what was searched is nowhere, or that nothing was.
    fn tell_nothing_found(&mut self) {
        let words = &self.words.search;
        self.notice = Some(match &self.search {
            Some(search) => words.nothing.replace("{}", search.input.value()),
            None => words.none_yet.clone(),
        });
    }

    /// Says in the footer which hit of the search this is.
    pub(super) fn tell_found(&mut self, wrapped: bool) {
        if let Some(notice) = self.found_notice(wrapped) {
            self.notice = Some(notice);
        }
    }

    fn found_notice(&self, wrapped: bool) -> Option<String> {
        let (search, words) = (self.search.as_ref()?, &self.words.search);
        let near = if search.is_near() {
            format!(" ({})", words.near)
        } else {
            String::new()
        };
        let mut notice = format!(
            "‘{}’{near} {}/{}",
            search.input.value(),
            search.at + 1,
            search.hits().len()
        );
        if wrapped {
            notice = format!("{notice} · {}", self.words.reader.wrapped);
        } else {
            if !search.is_near() && !search.near.is_empty() {
                notice = format!("{notice} + {} {}", search.near.len(), words.near);
            }
            notice = format!("{notice} · {}", words.keys);
        }
        Some(notice)
    }
}
