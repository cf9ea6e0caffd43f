//! Search in the text: what is typed, going through what it found, and the searches of before.

mod looking;
mod state;

use super::{
    App, Hits, Overlay, Reader,
    hits::{self, Came},
    kept::{SEARCHES, same_search},
    message::{Act, Turn},
    typed::{LONGEST_LINE, edit_line, type_into},
    words::SearchWords,
};
use crate::{
    letter::{Span, visible_line},
    reading::asked::Way,
};
pub(super) use state::Origin;
pub use state::{Found, How, MOST_HITS, Search};
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

impl Reader {
    /// What the search began from becomes a place to go back to.
    pub(super) fn leave_origin(&mut self) {
        if let Some(origin) = self.search.as_mut().and_then(|search| search.origin.take()) {
            self.jumps.leave(origin.stand());
        }
    }

    pub(super) fn return_to_origin(&mut self) {
        if let Some(origin) = self.search.as_mut().and_then(|search| search.origin.take()) {
            self.go_to_origin(origin);
        }
    }

    /// The hits can be gone through like those of the finder.
    pub(super) fn keep_hits(&mut self) {
        let Some(search) = &self.search else { return };
        let kept = self.hits.take().map(|hits| hits.spans);
        self.hits = Some(Hits::new(
            format!("‘{}’", search.input.value()),
            kept.filter(|spans| spans == search.hits())
                .unwrap_or_else(|| search.hits().to_vec()),
            search.at,
        ));
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
        self.searches.clear();
        for text in searches {
            self.remember_text(visible_line(&text));
        }
    }

    /// Remembers a search, the last one of those that differ in case or spaces alone.
    fn remember_text(&mut self, text: String) {
        let key = same_search(&text);
        if key.is_empty() {
            return;
        }
        self.searches.retain(|past| same_search(past) != key);
        self.searches.push(text);
        let over = self.searches.len().saturating_sub(SEARCHES);
        self.searches.drain(..over);
    }

    pub(super) fn open_search(&mut self) {
        self.reader.begin_search();
        self.overlay = Some(Overlay::Search);
    }

    pub(super) fn search_act(&mut self, act: Act) {
        match act {
            Act::Accept => self.accept_search(),
            Act::Close => self.cancel_search(),
            Act::SearchList => self.show_found(),
            Act::Scope => self.search_across(),
            Act::Past(turn) => self.recall(turn),
            Act::SearchHit(turn) => self.step_found(turn),
            Act::Edit(edit) => self.edit_search(|input| {
                edit_line(input, edit, LONGEST_LINE);
            }),
            _ => {}
        }
    }

    /// Looks in all letters for what is typed.
    pub(super) fn search_across(&mut self) {
        let typed = self.reader.search.as_ref();
        let typed = typed.map(|search| search.input.value().to_owned());
        if self.letters().is_some() {
            self.cancel_search();
        }
        self.open_across(&typed.unwrap_or_default());
    }

    pub(super) fn type_search(&mut self, text: &str) {
        self.edit_search(|input| {
            type_into(input, text, LONGEST_LINE);
        });
    }

    pub(super) fn edit_search(&mut self, edit: impl FnOnce(&mut Input)) {
        let Some(search) = &mut self.reader.search else {
            return;
        };
        let before = search.input.value().to_owned();
        edit(&mut search.input);
        if search.input.value() != before {
            search.past = None;
            self.search_anew();
        }
    }

    fn accept_search(&mut self) {
        let typed = |search: &Search| !search.input.value().is_empty();
        if !self.reader.search.as_ref().is_some_and(typed) {
            self.cancel_search();
            return;
        }
        self.overlay = None;
        self.remember_search();
        self.find_near();
        let Some(search) = &self.reader.search else {
            return;
        };
        let Some(&span) = search.hits().get(search.at) else {
            self.tell_nothing_found();
            self.reader.return_to_origin();
            return;
        };
        self.reader.leave_origin();
        self.reader.keep_hits();
        self.reader.reveal(span);
        self.tell_found(Came::Straight);
    }

    /// Everything is as it was before the search, the search before it included. What was typed is an
    /// earlier search.
    pub(super) fn cancel_search(&mut self) {
        self.remember_search();
        self.overlay = None;
        self.reader.return_to_origin();
        self.reader.search = self
            .reader
            .search
            .take()
            .and_then(|search| search.earlier)
            .map(|earlier| *earlier);
    }

    pub(super) fn remember_search(&mut self) {
        if let Some(search) = &mut self.reader.search {
            search.past = None;
            let typed = search.input.value().to_owned();
            self.reader.keeping.searched.push(typed.clone());
            self.remember_text(typed);
        }
    }

    /// Puts an earlier (or later) search in the line; behind the last one stands what was typed.
    fn recall(&mut self, turn: Turn) {
        let count = self.searches.len();
        let Some(search) = &mut self.reader.search else {
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
        if search.past.is_none() {
            search.draft = search.input.value().to_owned();
        }
        search.past = past;
        let text = match past {
            Some(past) => self.searches.get(past).cloned().unwrap_or_default(),
            None => search.draft.clone(),
        };
        search.input = Input::new(text);
        self.search_anew();
    }

    /// Makes what was looked for in all letters the search of this one, with the hit that is shown.
    pub(super) fn take_search(&mut self, typed: String, shown: Span) {
        self.reader.begin_search();
        self.edit_search(|input| *input = Input::new(typed));
        self.know_hits();
        self.remember_search();
        if let Some(search) = &mut self.reader.search {
            search.origin = None;
            let at = search.hits().iter().position(|span| *span == shown);
            search.at = at.unwrap_or(search.at);
        }
        self.reader.reveal(shown);
    }

    /// Searches from here on for what was searched last, where that was left.
    fn search_last(&mut self) -> bool {
        let reads = self.overlay.is_none() && self.reader.search.is_none();
        let Some(last) = self.searches.last().filter(|_| reads).cloned() else {
            return false;
        };
        self.reader.begin_search();
        self.edit_search(|input| *input = Input::new(last));
        self.know_hits();
        self.accept_search();
        true
    }

    /// To the next (or previous) hit of the search.
    pub(super) fn step_found(&mut self, turn: Turn) {
        if self.search_last() && turn == Turn::On {
            return;
        }
        self.know_hits();
        let Some(search) = self
            .reader
            .search
            .as_mut()
            .filter(|search| !search.hits().is_empty())
        else {
            self.tell_nothing_found();
            return;
        };
        let (at, came) = hits::step(search.at, turn, search.hits().len());
        search.at = at;
        let span = search.hits()[search.at];
        let reading = self.overlay.is_none();
        self.reader.reveal(span);
        if reading {
            self.reader.keep_hits();
            self.tell_found(came);
        }
    }

    /// Says in the footer that what was searched is nowhere, or that nothing was.
    fn tell_nothing_found(&mut self) {
        let words = &self.words.search;
        self.notice = Some(match &self.reader.search {
            Some(search) => words.nothing.replace("{}", search.input.value()),
            None => words.none_yet.to_owned(),
        });
    }

    /// Says in the footer which hit of the search this is.
    pub(super) fn tell_found(&mut self, came: Came) {
        if let Some(notice) = self.found_notice(came) {
            self.notice = Some(notice);
        }
    }

    /// Which hit of the search this is, how it stands there if not as typed, and the keys that lead to the next.
    fn found_notice(&self, came: Came) -> Option<String> {
        let (search, words) = (self.reader.search.as_ref()?, &self.words.search);
        let (typed, at) = (search.input.value(), search.position());
        let other_case = search.with_other_case();
        let mut beside = String::new();
        if other_case > 0 {
            let sentence = words.other_case.replace("{}", &other_case.to_string());
            beside = format!(" · {sentence}");
        }
        let mut behind = words.keys;
        if came == Came::Around {
            behind = self.words.reader.wrapped;
        } else if !search.exact.is_empty() && !search.near.is_empty() {
            beside = format!("{beside} + {} {}", search.near.len(), words.near);
        }
        let Some(kinder) = search.kinder_way() else {
            return Some(format!("‘{typed}’ {at}{beside} · {behind}"));
        };
        let way = words.way(kinder);
        let whole = format!("‘{typed}’ ({way}) {at}{beside} · {behind}");
        // The words that are typed stand in a heading as they are: where there is little room, the keys matter more.
        if kinder == Way::Heading && whole.width() > self.notice_room() {
            return Some(format!("‘{typed}’ {at}{beside} · {behind} · {way}"));
        }
        Some(whole)
    }
}

impl SearchWords {
    /// How what is found in a way stands there; nothing for what stands as typed.
    #[must_use]
    pub const fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Typed => "",
            Way::Heading => self.headed,
            Way::Signs => self.signs,
            Way::Apart => self.apart,
            Way::Slips => self.near,
            Way::SlipsApart => self.near_apart,
            Way::Section => self.section,
            Way::Name => self.named,
        }
    }

    /// The same as a heading.
    #[must_use]
    pub const fn way_heading(&self, way: Way) -> &'static str {
        match way {
            Way::Typed => "",
            Way::Heading => self.headed_heading,
            Way::Signs => self.signs_heading,
            Way::Apart => self.apart_heading,
            Way::Slips => self.near_heading,
            Way::SlipsApart => self.near_apart_heading,
            Way::Section => self.section_heading,
            Way::Name => self.named,
        }
    }
}
