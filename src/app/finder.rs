//! The finder's state: what is typed, what matches, what is chosen. Its rows are the names that are
//! meant, the paragraphs that hold the words, the notes of one's own that do, and the names that are near.

mod in_text;
mod list;
mod notes;
mod press;
mod stock;
mod stocking;

use super::{
    App, Hits, Overlay, Reader, Subject, Under,
    cursor::{around, moved},
    geometry,
    message::{Act, Effect, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    slice::SLICE,
    typed::{LONGEST_LINE, edit_line, type_into},
    words::Words,
};
use crate::{
    letter::{Letter, Span},
    reading::{asked::Way, finder::Match},
};
pub use in_text::InText;
pub use list::{Find, Line, Row};
pub use stock::{Filter, Stock};
use tui_input::InputRequest;

/// What a row of the finder is of, whatever else is found beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chosen {
    Subject(Subject),
    /// A paragraph, by index.
    Paragraph(usize),
    /// A note of one's own, by the index of its paragraph.
    Note(usize),
}

/// The fewest letters and digits for which the text is looked through where names are found too.
const SHORTEST_IN_TEXT: usize = 3;

impl OnTop for Find {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        let reader = under.reader;
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => {
                let rows = geometry::finder(reader.size).list.height;
                self.choose(turn, usize::from(rows).max(1));
            }
            Act::Kind(turn) => {
                if let Some(stock) = &self.stock {
                    let at = stock.place_of(self.filter);
                    self.filter = stock.filters[around(at, turn, stock.filters.len())];
                    self.rank(reader);
                }
            }
            Act::Aside(turn) => self.step_aside(turn, reader),
            Act::Accept => return self.accept(under),
            Act::Scope => return Outcome::FindInAll(self.input.value().to_owned()),
            Act::Close => return Outcome::Close,
            Act::Edit(edit) if edit_line(&mut self.input, edit, LONGEST_LINE) => self.rank(reader),
            _ => {}
        }
        Outcome::Stay
    }

    fn type_text(&mut self, text: &str, under: Under) -> Outcome {
        type_into(&mut self.input, text, LONGEST_LINE);
        self.rank(under.reader);
        Outcome::Stay
    }

    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        self.pressed(cell, under)
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1);
        Outcome::Stay
    }
}

impl Find {
    /// What a match of it is.
    #[must_use]
    pub fn subject_of(&self, found: Match) -> Option<Subject> {
        let subjects = &self.stock.as_ref()?.subjects;
        subjects.get(found.candidate()).copied()
    }

    /// The row that is chosen.
    #[must_use]
    pub fn chosen_row(&self) -> Option<Row> {
        self.row(self.chosen)
    }

    /// What is chosen, if it is no paragraph.
    #[must_use]
    pub fn chosen_subject(&self) -> Option<Subject> {
        match self.what_stands_in(self.chosen)? {
            Chosen::Subject(subject) => Some(subject),
            Chosen::Paragraph(_) | Chosen::Note(_) => None,
        }
    }

    /// What stands in a row, by index.
    fn what_stands_in(&self, row: usize) -> Option<Chosen> {
        match self.row(row)? {
            Row::Note(index) => self.notes.get(index).copied().map(Chosen::Note),
            Row::Name(found) | Row::Near(found) => self.subject_of(found).map(Chosen::Subject),
            Row::Text(paragraph) => Some(Chosen::Paragraph(paragraph)),
        }
    }

    /// Where what is chosen stands.
    #[must_use]
    pub fn spans(&self, reader: &Reader) -> Vec<Span> {
        match self.chosen_row() {
            Some(Row::Text(paragraph)) => self.text.spans[self.text.within(paragraph)].to_vec(),
            Some(Row::Note(at)) => vec![self.note_spans()[at]],
            _ => {
                let subject = self.chosen_subject();
                subject.map_or_else(Vec::new, |subject| reader.spans_of(subject))
            }
        }
    }

    /// What the filters are called that show anything in this letter, in their order, and which of them is
    /// chosen, by index.
    #[must_use]
    pub fn filter_names<'a>(&self, words: &'a Words) -> (Vec<&'a str>, usize) {
        let Some(stock) = &self.stock else {
            return (Vec::new(), 0);
        };
        let name = |filter: &Filter| match filter {
            Filter::All => words.finder.all,
            Filter::Kind(kind) => words.kinds(*kind),
            Filter::Abbreviations => words.finder.abbreviations,
            Filter::Sections => words.finder.sections,
            Filter::Notes => words.finder.notes,
        };
        let names = stock.filters.iter().map(name).collect();
        (names, stock.place_of(self.filter))
    }

    /// Takes notice that more names are known now than it offers.
    pub(super) const fn names_are_old(&mut self) {
        if let Some(stock) = &mut self.stock {
            stock.is_old = true;
        }
    }

    /// Offers the names and abbreviations that are known by now. What was chosen stays chosen.
    fn offer_names(&mut self, under: Under) {
        let known = self.stock.is_some();
        let chosen = known.then(|| self.what_stands_in(self.chosen)).flatten();
        self.stock = Some(stocking::stock(under));
        self.rank(under.reader);
        let mut rows = 0..self.count();
        let at = rows.find(|&row| chosen.is_some() && self.what_stands_in(row) == chosen);
        self.choose(Turn::On, at.unwrap_or_default());
    }

    /// Ranks anew after the query or the filter has changed; the best match is chosen.
    fn rank(&mut self, reader: &Reader) {
        let notes = self.notes_found(reader);
        let Some(stock) = &mut self.stock else {
            return;
        };
        let shows = |subject: Subject| match (self.filter, subject) {
            (Filter::All, _)
            | (Filter::Abbreviations, Subject::Abbreviation(_))
            | (Filter::Sections, Subject::Section(_)) => true,
            (Filter::Kind(kind), Subject::Entity(index)) => reader.entity(index).kind == kind,
            _ => false,
        };
        let typed = self.input.value().to_owned();
        let subject = |found: &Match| stock.subjects[found.candidate()];
        let is_entity = |found: &Match| matches!(subject(found), Subject::Entity(_));
        let ranked = stock.finder.rank(&typed).to_vec();
        let mut near = Vec::new();
        let mut last = (!ranked.is_empty()).then_some(Way::Apart);
        if !ranked.iter().any(is_entity) {
            near = stock.finder.near(&typed);
            if near.is_empty() {
                near = stock.finder.held_in(&typed);
            } else {
                last = Some(Way::Apart);
            }
            near.retain(|one| {
                ranked
                    .iter()
                    .all(|found| found.candidate() != one.candidate())
            });
        }
        let letters = typed.chars().filter(|c| c.is_alphanumeric()).count();
        // A tag asks for notes; where no note has it, it is looked for as it is written.
        let is_tag = typed.starts_with('#') && !notes.is_empty();
        let in_text = self.filter == Filter::All
            && !is_tag
            && letters > 0
            && (letters >= SHORTEST_IN_TEXT || ranked.is_empty());
        self.matches = ranked;
        self.near = near;
        for found in [&mut self.matches, &mut self.near] {
            found.retain(|found| !is_tag && shows(subject(found)));
        }
        self.text = if in_text {
            InText::look(&reader.letter, &typed, last)
        } else {
            InText::default()
        };
        self.notes = notes;
        (self.chosen, self.hit) = (0, 0);
    }

    /// Looks through more of the letter for it. The near names keep their place behind the paragraphs.
    fn look_on(&mut self, letter: &Letter) {
        let before = self.text.count();
        self.text.look_on(letter);
        if self.chosen >= self.matches.len() + before {
            self.chosen += self.text.count() - before;
        }
    }

    fn choose(&mut self, turn: Turn, rows: usize) {
        self.chosen = moved(self.chosen, turn, rows, self.count());
        self.hit = 0;
    }

    /// At the line's end, steps through the hits of the chosen entity; elsewhere moves in the line.
    fn step_aside(&mut self, turn: Turn, reader: &Reader) {
        let hits = self.spans(reader).len();
        let at_end = self.input.cursor() == self.input.value().chars().count();
        match turn {
            Turn::On if at_end => self.hit = (self.hit + 1).min(hits.saturating_sub(1)),
            Turn::Back if at_end && self.hit > 0 => self.hit -= 1,
            Turn::On => {
                self.input.handle(InputRequest::GoToNextChar);
            }
            Turn::Back => {
                self.input.handle(InputRequest::GoToPrevChar);
            }
        }
    }

    /// To what is chosen, once all names of the letter are known.
    fn accept(&self, under: Under) -> Outcome {
        if under.reader.has_more_names() {
            return Outcome::ReadNames;
        }
        match self.chosen_row() {
            Some(Row::Text(paragraph)) => {
                let at = self.text.within(paragraph).start + self.hit;
                let name = format!("‘{}’", self.input.value());
                return Outcome::GoThrough(Hits::new(name, self.text.spans.clone(), at));
            }
            Some(Row::Note(at)) => {
                let name = under.words.finder.notes.to_owned();
                return Outcome::GoThrough(Hits::new(name, self.note_spans(), at));
            }
            _ => {}
        }
        match self.chosen_subject() {
            Some(Subject::Section(section)) => Outcome::Section(section),
            Some(subject) => {
                let spans = self.spans(under.reader);
                if self.hit >= spans.len() {
                    return Outcome::Stay;
                }
                Outcome::GoThrough(Hits::new(under.short_name(subject), spans, self.hit))
            }
            None => Outcome::Stay,
        }
    }
}

impl Reader {
    /// Which characters of a text (by index in chars) the query of the finder matches.
    #[must_use]
    pub fn matched(&self, text: &str) -> Vec<usize> {
        let find = self.find.as_ref();
        let matched = find.and_then(|find| {
            let stock = find.stock.as_ref()?;
            Some(stock.finder.positions(find.input.value(), text))
        });
        matched.unwrap_or_default()
    }

    /// Looks through more of the letter for what is typed in the finder.
    pub(super) fn look_on_in_text(&mut self) {
        if let Some(find) = &mut self.find {
            find.look_on(&self.letter);
        }
    }
}

impl App {
    /// Asks something of the finder, which is there then.
    fn with_finder(&mut self, asks: impl FnOnce(&mut Find, Under)) {
        self.reader.find.get_or_insert_default();
        self.lend(
            |app| Some(&mut app.reader.find),
            |find, under| {
                asks(find, under);
                Outcome::Stay
            },
        );
    }

    /// Goes to what was wanted from the start.
    pub(super) fn go_to_wanted(&mut self) {
        let Some(query) = self.reader.wanted.take() else {
            return;
        };
        self.reader.settle();
        self.open_finder();
        self.type_text(&query);
        self.act(Act::Accept);
    }

    pub(super) fn open_finder(&mut self) {
        self.with_finder(|find, _| {
            *find = Find {
                stock: find.stock.take(),
                ..Find::default()
            };
        });
        self.reopen_finder();
    }

    pub(super) fn reopen_finder(&mut self) {
        self.overlay = Some(Overlay::Finder);
        self.with_finder(|find, under| {
            if find.stock.as_ref().is_none_or(|stock| stock.is_old) {
                find.stock = None;
                find.offer_names(under);
            }
            find.offer_notes(under.reader);
            if find.count() == 0 {
                find.rank(under.reader);
            }
        });
    }

    /// Reads on in a big letter for the names and abbreviations in it; where these are looked at, what has been
    /// found joins them.
    pub(super) fn find_names_on(&mut self) {
        if !self.reader.read_names_on(SLICE) {
            return;
        }
        match self.overlay {
            Some(Overlay::Finder) => self.with_finder(Find::offer_names),
            Some(Overlay::Overview | Overlay::Narrow) => self.make_sheet(),
            _ => {}
        }
    }

    /// Finds all names of the letter, and then goes to what is chosen in the finder.
    pub(super) fn accept_among_all_names(&mut self) -> Option<Effect> {
        self.reader.read_names();
        self.with_finder(Find::offer_names);
        self.act(Act::Accept)
    }

    /// Whether there is more of the letter to look through for what is typed in the finder.
    pub(super) fn finder_has_more(&self) -> bool {
        let find = self.reader.find.as_ref();
        matches!(self.overlay, Some(Overlay::Finder))
            && find.is_some_and(|find| find.text.has_more())
    }
}
