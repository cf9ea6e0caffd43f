//! What is found in all letters that are open: names and letters by what is typed, where it stands in their texts,
//! where a name is named, and all statements, figures or asks.
//!
//! The letters are looked through one after the other, the newest first: as many as a slice holds at once, the
//! others between the keys.

mod looking;
mod state;

pub use state::{Across, Hit, Row, Scope, Sought};

use super::{Arrival, Letters};
use crate::app::{
    App, Hits, Overlay, cursor,
    library::list,
    message::{Act, Effect, Input, Reach, Turn},
    slice::SLICE,
    typed::{LONGEST_LINE, edit_line, type_into},
    words::LibraryWords,
};
use std::cmp::Reverse;

impl Letters {
    /// The letters in the order in which they are looked through: the newest first.
    fn newest_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_key(|&at| Reverse(self.rows[at].date));
        order
    }

    /// Begins anew with what is sought.
    pub(super) fn look_anew(&mut self) {
        let order = self.newest_first();
        let Some(across) = &mut self.across else {
            return;
        };
        *across = Across {
            input: std::mem::take(&mut across.input),
            sought: across.sought,
            earlier: across.earlier.take(),
            order,
            ..Across::default()
        };
        self.look_on(SLICE);
    }
}

impl App {
    /// Turns the scope from this letter to all and back, and says which it is.
    pub(in crate::app) fn turn_scope(&mut self) {
        let Some(letters) = &mut self.letters else {
            self.notice = Some(self.words.library.only_one.to_owned());
            return;
        };
        letters.scope = match letters.scope {
            Scope::Letter => Scope::All,
            Scope::All => Scope::Letter,
        };
        let scope = letters.scope_words(letters.scope, &self.words.library);
        self.notice = Some(self.words.library.searches_in.replace("{}", &scope));
    }

    /// Whether finder and search look in all letters.
    pub(in crate::app) fn is_across(&self) -> bool {
        let letters = self.letters.as_ref();
        letters.is_some_and(|letters| letters.scope == Scope::All)
    }

    /// Opens what is found in all letters, for what is typed so far.
    pub(in crate::app) fn open_across(&mut self, typed: &str) {
        let Some(letters) = &mut self.letters else {
            self.notice = Some(self.words.library.only_one.to_owned());
            return;
        };
        letters.scope = Scope::All;
        letters.across = Some(Across {
            input: Input::new(typed.to_owned()),
            ..Across::default()
        });
        letters.look_anew();
        self.overlay = Some(Overlay::Across);
    }

    /// Opens it as it was left.
    pub(in crate::app) fn reopen_across(&mut self) {
        if self
            .letters
            .as_ref()
            .is_some_and(|all| all.across.is_some())
        {
            self.overlay = Some(Overlay::Across);
        } else {
            self.open_across("");
        }
    }

    /// Opens where all letters name what a card tells of.
    pub(in crate::app) fn open_across_name(&mut self, entity: usize) {
        let entity = self.reader.entity(entity);
        let (kind, name) = (entity.kind, entity.name.clone());
        let Some(letters) = &mut self.letters else {
            self.notice = Some(self.words.library.only_one.to_owned());
            return;
        };
        let Some(index) = letters.names.called(kind, &name) else {
            return;
        };
        letters.across = Some(Across {
            sought: Sought::Named(index),
            ..Across::default()
        });
        letters.look_anew();
        self.overlay = Some(Overlay::Across);
    }

    pub(in crate::app) fn across_act(&mut self, act: Act) -> Option<Effect> {
        let page = usize::from(list(self.reader.size).height).max(1);
        let letters = self.letters.as_mut()?;
        let across = letters.across.as_mut()?;
        match act {
            Act::Choose(turn, Reach::Row) => across.choose(turn, 1),
            Act::Choose(turn, _) => across.choose(turn, page),
            Act::Kind(turn) if !across.is_of_name() => {
                let at = Sought::KINDS.iter().position(|kind| *kind == across.sought);
                let by = if turn == Turn::On {
                    1
                } else {
                    Sought::KINDS.len() - 1
                };
                across.sought = Sought::KINDS[(at.unwrap_or_default() + by) % Sought::KINDS.len()];
                letters.look_anew();
            }
            Act::Edit(edit)
                if !across.is_of_name() && edit_line(&mut across.input, edit, LONGEST_LINE) =>
            {
                letters.look_anew();
            }
            Act::Accept => return self.accept_across(),
            Act::Scope => {
                letters.scope = Scope::Letter;
                let typed = across.input.value().to_owned();
                self.overlay = None;
                self.open_finder();
                self.reader.type_query(&typed);
            }
            Act::Close => match across.earlier.take() {
                Some(earlier) => *across = *earlier,
                None => self.overlay = None,
            },
            _ => {}
        }
        None
    }

    pub(in crate::app) fn type_across(&mut self, text: &str) {
        if let Some(letters) = &mut self.letters
            && let Some(across) = &mut letters.across
            && !across.is_of_name()
        {
            type_into(&mut across.input, text, LONGEST_LINE);
            letters.look_anew();
        }
    }

    /// Goes to what is chosen: to a hit or a letter, or to all places of a name.
    fn accept_across(&mut self) -> Option<Effect> {
        let letters = self.letters.as_mut()?;
        let across = letters.across.as_mut()?;
        match across.chosen_row()? {
            Row::Name(index) => {
                let earlier = letters.across.take().map(Box::new);
                letters.across = Some(Across {
                    sought: Sought::Named(index),
                    earlier,
                    ..Across::default()
                });
                letters.look_anew();
                None
            }
            Row::Year(year, _) => {
                let of_year = |row: &Row| match *row {
                    Row::Letter(at) => letters.rows[at].date.map(|date| date.year) == Some(year),
                    _ => false,
                };
                if let Some(at) = across.rows.iter().position(of_year) {
                    across.chosen = at;
                }
                None
            }
            Row::Title(row) | Row::Letter(row) => self.go_to_letter(row, None),
            Row::Hit(index) | Row::From(index) => {
                let hit = across.hits[index];
                let spans = across.hits_with(hit.letter);
                let at = spans.iter().position(|span| *span == hit.span);
                let name = match across.sought {
                    Sought::Named(index) => letters.names.at(index).entity.name.clone(),
                    Sought::Typed => format!("‘{}’", across.input.value()),
                    kind => self.words.library.kind(kind).to_owned(),
                };
                let arrival = Arrival {
                    span: hit.span,
                    hits: Some(Hits::new(name, spans, at.unwrap_or_default())),
                };
                self.go_to_letter(hit.letter, Some(arrival))
            }
        }
    }

    pub(in crate::app) fn press_across(&mut self, column: u16, row: u16) -> Option<Effect> {
        let area = list(self.reader.size);
        let across = self.letters.as_mut()?.across.as_mut()?;
        across.chosen = cursor::pressed(area, across.chosen, across.rows.len(), (column, row))?;
        self.accept_across()
    }

    pub(in crate::app) fn choose_across(&mut self, turn: Turn, rows: usize) {
        if let Some(letters) = &mut self.letters
            && let Some(across) = &mut letters.across
        {
            across.choose(turn, rows);
        }
    }

    /// Whether there are more letters to look through.
    pub(in crate::app) fn across_has_more(&self) -> bool {
        let letters = self.letters.as_ref();
        let across = letters.and_then(|letters| letters.across.as_ref());
        matches!(self.overlay, Some(Overlay::Across)) && across.is_some_and(Across::has_more)
    }

    /// Looks through more letters.
    pub(in crate::app) fn look_on_across(&mut self) {
        if let Some(letters) = &mut self.letters {
            letters.look_on(SLICE);
        }
    }

    /// What the scope of finder and search is called, where several letters are open.
    #[must_use]
    pub fn scope_words(&self) -> Option<String> {
        let letters = self.letters.as_ref()?;
        let scope = match self.overlay {
            Some(Overlay::Across) => Scope::All,
            _ => Scope::Letter,
        };
        Some(letters.scope_words(scope, &self.words.library))
    }
}

impl Letters {
    fn scope_words(&self, scope: Scope, words: &LibraryWords) -> String {
        match scope {
            Scope::Letter => words.scope_letter.to_owned(),
            Scope::All => words.scope_all.replace("{}", &self.rows.len().to_string()),
        }
    }
}

impl LibraryWords {
    /// How often something was found, and in how many letters.
    #[must_use]
    pub fn found(&self, places: &str, letters: usize) -> String {
        let found = if letters == 1 {
            self.found_in_one
        } else {
            self.found
        };
        let found = found.replace("{places}", places);
        found.replace("{letters}", &letters.to_string())
    }

    /// What a kind of what is sought is called.
    #[must_use]
    pub const fn kind(&self, kind: Sought) -> &'static str {
        match kind {
            Sought::Typed | Sought::Named(_) => self.all,
            Sought::Statements => self.statements,
            Sought::Figures => self.figures,
            Sought::Asks => self.asks,
            Sought::Repeats => self.repeats,
        }
    }
}
