//! The list of what a search found: the paragraphs it stands in, by section, those that stand otherwise last.

pub use super::search::{Found, How};
use super::{
    App, Hits, Overlay, Reader, cursor,
    geometry::{self, Area},
    hits::Came,
    message::{Act, Reach, Turn},
    typed::{LONGEST_LINE, edit_line},
};
use crate::letter::Span;

impl Reader {
    /// The rows of the list: the paragraphs that match, by section, those that stand otherwise last.
    #[must_use]
    pub fn found(&self) -> Vec<Found> {
        let Some(search) = &self.search else {
            return Vec::new();
        };
        let mut rows: Vec<Found> = Vec::new();
        let [typed, other_case] = search.by_case();
        let groups = [
            (How::Typed, typed),
            (How::OtherCase, other_case),
            (How::Kinder, &search.near),
        ];
        for (how, spans) in groups {
            let section = |at: usize| self.letter.section_of(spans[at].paragraph);
            let mut start = 0;
            for hits in spans.chunk_by(|one, next| one.paragraph == next.paragraph) {
                let end = start + hits.len();
                rows.push(Found {
                    hits: start..end,
                    how,
                    first: start == 0 || section(start) != section(start - 1),
                });
                start = end;
            }
        }
        rows
    }

    /// The hits of a row of the list.
    #[must_use]
    pub fn hits_of(&self, found: &Found) -> &[Span] {
        self.search
            .as_ref()
            .map_or(&[], |search| search.spans(found))
    }

    pub(super) fn choose_found(&mut self, turn: Turn, rows: usize) {
        let count = self.found().len();
        if let Some(search) = &mut self.search {
            search.chosen = cursor::moved(search.chosen, turn, rows, count);
        }
    }

    /// The place of each row of the list on the screen, headings counted in: the row's index with
    /// how far down it stands.
    #[must_use]
    pub fn found_rows(&self, height: usize) -> Vec<(usize, usize)> {
        let rows = self.found();
        let chosen = self.search.as_ref().map_or(0, |search| search.chosen);
        let mut at = 0;
        let mut placed = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            at += usize::from(row.first);
            placed.push((index, at));
            at += 1;
        }
        let focus = placed.get(chosen).map_or(0, |(_, at)| *at);
        let skip = cursor::window(focus, at, height);
        placed.retain(|(_, at)| *at >= skip && *at < skip + height);
        for (_, at) in &mut placed {
            *at -= skip;
        }
        placed
    }
}

impl App {
    /// Opens the list of the last search, or an empty one to type in.
    pub(super) fn open_list(&mut self) {
        if self.reader.search.is_none() {
            self.reader.begin_search();
        }
        let origin = self.reader.origin();
        if let Some(search) = &mut self.reader.search {
            if search.origin.is_none() {
                search.earlier = Some(Box::new(search.clone()));
            }
            search.origin = Some(origin);
        }
        self.show_found();
    }

    pub(super) fn list_act(&mut self, act: Act) {
        match act {
            Act::Choose(turn, Reach::Row) => self.reader.choose_found(turn, 1),
            Act::Choose(turn, _) => {
                let rows = geometry::finder(self.reader.size).list.height;
                self.reader.choose_found(turn, usize::from(rows).max(1));
            }
            Act::Accept => self.accept_found(),
            Act::Scope => self.search_across(),
            Act::Close => self.cancel_search(),
            Act::Edit(edit) => self.edit_search(|input| {
                edit_line(input, edit, LONGEST_LINE);
            }),
            _ => {}
        }
    }

    /// Shows the list, the paragraph chosen in which the hit stands that was shown last.
    pub(super) fn show_found(&mut self) {
        self.find_near();
        if let Some(search) = &self.reader.search {
            let shown = search.hits().get(search.at).copied();
            let rows = self.reader.found();
            let holds = |row: &Found| shown.is_some_and(|span| search.spans(row).contains(&span));
            let chosen = rows.iter().position(holds).unwrap_or(0);
            if let Some(search) = &mut self.reader.search {
                search.chosen = chosen;
            }
        }
        self.overlay = Some(Overlay::List);
    }

    /// Jumps to the first hit of the row that is chosen.
    fn accept_found(&mut self) {
        let rows = self.reader.found();
        let Some(search) = &mut self.reader.search else {
            return;
        };
        let Some(row) = rows.get(search.chosen) else {
            return;
        };
        let near = row.how == How::Kinder && !search.exact.is_empty();
        let before = match row.how {
            How::OtherCase => search.same_case,
            How::Typed | How::Kinder => 0,
        };
        let at = before + row.hits.start;
        let span = search.spans(row)[0];
        if !near {
            search.at = at;
        }
        self.overlay = None;
        self.remember_search();
        self.reader.return_to_origin();
        self.reader.settle();
        self.reader.jump_to(span);
        if near {
            self.keep_near_hits(at);
        } else {
            self.reader.keep_hits();
            self.tell_found(Came::Straight);
        }
    }

    /// The near hits can be gone through too, under a name that says what they are.
    fn keep_near_hits(&mut self, at: usize) {
        if let Some(search) = &self.reader.search {
            let name = format!("‘{}’ ({})", search.input.value(), self.words.search.near);
            self.reader.hits = Some(Hits::new(name, search.near.clone(), at));
            self.tell_hit(Came::Straight);
        }
    }

    pub(super) fn press_list(&mut self, column: u16, row: u16) {
        let area: Area = geometry::list(self.reader.size);
        if !area.holds(column, row) {
            return;
        }
        let pressed = usize::from(row - area.y);
        let found = self.reader.found_rows(usize::from(area.height));
        if let Some((index, _)) = found.into_iter().find(|(_, at)| *at == pressed) {
            if let Some(search) = &mut self.reader.search {
                search.chosen = index;
            }
            self.accept_found();
        }
    }
}
