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
    App, Hits, Overlay, Under,
    cursor::{around, pressed},
    library::list,
    message::{Act, Input, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    slice::SLICE,
    typed::{LONGEST_LINE, edit_line, type_into},
    words::{LibraryWords, Words},
};
use std::cmp::Reverse;

impl Across {
    /// What is sought in these letters; the newest are looked through first.
    pub(super) fn of(sought: Sought, input: Input, letters: &Letters) -> Self {
        let mut order: Vec<usize> = (0..letters.rows.len()).collect();
        order.sort_by_key(|&at| Reverse(letters.rows[at].date));
        let mut across = Self {
            input,
            sought,
            order,
            ..Self::default()
        };
        across.look_on(letters, SLICE);
        across
    }

    /// Begins anew with what is sought.
    fn look_anew(&mut self, letters: &Letters) {
        let input = std::mem::take(&mut self.input);
        *self = Self {
            earlier: self.earlier.take(),
            ..Self::of(self.sought, input, letters)
        };
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
        let typed = Input::new(typed.to_owned());
        letters.across = Some(Across::of(Sought::Typed, typed, letters));
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
        let sought = Sought::Named(index);
        letters.across = Some(Across::of(sought, Input::default(), letters));
        self.overlay = Some(Overlay::Across);
    }

    /// Looks in the letter that is read again, for what was typed.
    pub(in crate::app) fn find_in_letter(&mut self, typed: &str) {
        if let Some(letters) = &mut self.letters {
            letters.scope = Scope::Letter;
        }
        self.open_finder();
        self.type_text(typed);
    }

    /// Whether there are more letters to look through.
    pub(in crate::app) fn across_has_more(&self) -> bool {
        let letters = self.letters.as_ref();
        let across = letters.and_then(|letters| letters.across.as_ref());
        matches!(self.overlay, Some(Overlay::Across)) && across.is_some_and(Across::has_more)
    }

    /// Looks through more letters.
    pub(in crate::app) fn look_on_across(&mut self) {
        if let Some(letters) = &mut self.letters
            && let Some(mut across) = letters.across.take()
        {
            across.look_on(letters, SLICE);
            letters.across = Some(across);
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

impl OnTop for Across {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        let Some(letters) = under.letters else {
            return Outcome::Close;
        };
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => {
                self.choose(turn, usize::from(list(under.reader.size).height).max(1));
            }
            Act::Kind(turn) if !self.is_of_name() => {
                let kinds = Sought::KINDS;
                let at = kinds.iter().position(|kind| *kind == self.sought);
                self.sought = kinds[around(at.unwrap_or_default(), turn, kinds.len())];
                self.look_anew(letters);
            }
            Act::Edit(edit)
                if !self.is_of_name() && edit_line(&mut self.input, edit, LONGEST_LINE) =>
            {
                self.look_anew(letters);
            }
            Act::Accept => return self.accept(letters, under.words),
            Act::Scope => return Outcome::FindInLetter(self.input.value().to_owned()),
            Act::Close => match self.earlier.take() {
                Some(earlier) => *self = *earlier,
                None => return Outcome::Close,
            },
            _ => {}
        }
        Outcome::Stay
    }

    fn type_text(&mut self, text: &str, under: Under) -> Outcome {
        if let Some(letters) = under.letters.filter(|_| !self.is_of_name()) {
            type_into(&mut self.input, text, LONGEST_LINE);
            self.look_anew(letters);
        }
        Outcome::Stay
    }

    /// A press on a row goes there.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let at = pressed(list(under.reader.size), self.chosen, self.rows.len(), cell);
        let (Some(at), Some(letters)) = (at, under.letters) else {
            return Outcome::Stay;
        };
        self.chosen = at;
        self.accept(letters, under.words)
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1);
        Outcome::Stay
    }
}

impl Across {
    /// To what is chosen: to a hit or a letter, or to all places of a name.
    fn accept(&mut self, letters: &Letters, words: &Words) -> Outcome {
        match self.chosen_row() {
            Some(Row::Name(index)) => {
                let named = Self::of(Sought::Named(index), Input::default(), letters);
                let earlier = std::mem::replace(self, named);
                self.earlier = Some(Box::new(earlier));
                Outcome::Stay
            }
            Some(Row::Year(year, _)) => {
                let of_year = |row: &Row| match *row {
                    Row::Letter(at) => letters.rows[at].date.map(|date| date.year) == Some(year),
                    _ => false,
                };
                if let Some(at) = self.rows.iter().position(of_year) {
                    self.chosen = at;
                }
                Outcome::Stay
            }
            Some(Row::Title(row)) => Outcome::Letter(row, None),
            Some(row) => match self.hit_of(row) {
                Some(hit) => self.go_to_hit(hit, letters, words),
                None => Outcome::Stay,
            },
            None => Outcome::Stay,
        }
    }

    /// To a hit; those of its letter are gone through from there.
    fn go_to_hit(&self, hit: Hit, letters: &Letters, words: &Words) -> Outcome {
        let spans = self.hits_with(hit.letter);
        let at = spans.iter().position(|span| *span == hit.span);
        let name = match self.sought {
            Sought::Named(index) => letters.names.at(index).entity.name.clone(),
            Sought::Typed => format!("‘{}’", self.input.value()),
            kind => words.library.kind(kind).to_owned(),
        };
        let arrival = Arrival {
            span: hit.span,
            hits: Some(Hits::new(name, spans, at.unwrap_or_default())),
            typed: (self.sought == Sought::Typed).then(|| self.input.value().to_owned()),
        };
        Outcome::Letter(hit.letter, Some(arrival))
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
