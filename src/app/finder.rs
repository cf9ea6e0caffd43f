//! The finder's state: what is typed, what matches, what is chosen. Its rows are the names that are
//! meant, the paragraphs that hold the words, the notes of one's own that do, and the names that are near.

mod in_text;
mod list;
mod notes;
mod press;
mod stock;

use super::{
    App, Hits, Overlay, Reader, Subject, cursor, geometry,
    message::{Act, Reach, Turn},
    slice::SLICE,
    typed::{LONGEST_LINE, edit_line, type_into},
};
use crate::{
    catalogue::Kind,
    letter::Span,
    reading::{
        asked::Way,
        finder::{self, Match},
    },
};
pub use in_text::InText;
pub use list::{Find, Line, Row};
pub use stock::{Filter, Stock};
use tui_input::InputRequest;

/// How much a section stands behind an entity that matches alike, in the finder's points.
const SECTION_WEIGHT: i64 = -120;

/// How much an abbreviation does.
const ABBREVIATION_WEIGHT: i64 = -60;

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

impl Reader {
    /// What a match of the finder is.
    #[must_use]
    pub fn subject_of(&self, found: Match) -> Option<Subject> {
        let subjects = &self.stock.as_ref()?.subjects;
        subjects.get(found.candidate()).copied()
    }

    /// The row that is chosen in the finder.
    #[must_use]
    pub fn chosen_match(&self) -> Option<Row> {
        let find = self.find.as_ref()?;
        find.row(find.chosen)
    }

    /// What is chosen in the finder, if it is no paragraph.
    #[must_use]
    pub fn chosen_subject(&self) -> Option<Subject> {
        match self.chosen()? {
            Chosen::Subject(subject) => Some(subject),
            Chosen::Paragraph(_) | Chosen::Note(_) => None,
        }
    }

    /// What is chosen in the finder.
    fn chosen(&self) -> Option<Chosen> {
        self.chosen_at(self.find.as_ref()?.chosen)
    }

    /// What stands in a row of the finder.
    fn chosen_at(&self, row: usize) -> Option<Chosen> {
        let find = self.find.as_ref()?;
        match find.row(row)? {
            Row::Note(index) => find.notes.get(index).copied().map(Chosen::Note),
            Row::Name(found) | Row::Near(found) => self.subject_of(found).map(Chosen::Subject),
            Row::Text(paragraph) => Some(Chosen::Paragraph(paragraph)),
        }
    }

    /// Which characters of a text (by index in chars) the query of the finder matches.
    #[must_use]
    pub fn matched(&self, text: &str) -> Vec<usize> {
        match (&self.stock, &self.find) {
            (Some(stock), Some(find)) => stock.finder.positions(find.input.value(), text),
            _ => Vec::new(),
        }
    }

    /// Ranks anew after the query or the filter has changed; the best match is chosen.
    fn rank(&mut self) {
        let notes = self.notes_found();
        let (Some(stock), Some(find)) = (&mut self.stock, &mut self.find) else {
            return;
        };
        let catalogue = &self.catalogue;
        let shows = |subject: Subject| match (find.filter, subject) {
            (Filter::All, _)
            | (Filter::Abbreviations, Subject::Abbreviation(_))
            | (Filter::Sections, Subject::Section(_)) => true,
            (Filter::Kind(kind), Subject::Entity(index)) => catalogue.entity(index).kind == kind,
            _ => false,
        };
        let typed = find.input.value().to_owned();
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
        let in_text = find.filter == Filter::All
            && !is_tag
            && letters > 0
            && (letters >= SHORTEST_IN_TEXT || ranked.is_empty());
        find.matches = ranked;
        find.near = near;
        for found in [&mut find.matches, &mut find.near] {
            found.retain(|found| !is_tag && shows(subject(found)));
        }
        find.text = if in_text {
            InText::look(&self.letter, &typed, last)
        } else {
            InText::default()
        };
        find.notes = notes;
        (find.chosen, find.hit) = (0, 0);
    }

    /// Looks through more of the letter for it. The near names keep their place behind the paragraphs.
    pub(super) fn look_on_in_text(&mut self) {
        let Some(find) = &mut self.find else { return };
        let before = find.text.count();
        find.text.look_on(&self.letter);
        if find.chosen >= find.matches.len() + before {
            find.chosen += find.text.count() - before;
        }
    }

    pub(super) fn type_query(&mut self, text: &str) {
        let Some(find) = &mut self.find else { return };
        type_into(&mut find.input, text, LONGEST_LINE);
        self.rank();
    }

    pub(super) fn choose_match(&mut self, turn: Turn, rows: usize) {
        let Some(find) = &mut self.find else { return };
        find.chosen = cursor::moved(find.chosen, turn, rows, find.count());
        find.hit = 0;
    }

    fn turn_kind(&mut self, turn: Turn) {
        let (Some(stock), Some(find)) = (&self.stock, &mut self.find) else {
            return;
        };
        let count = stock.filters.len();
        let by = if turn == Turn::On { 1 } else { count - 1 };
        find.filter = stock.filters[(stock.place_of(find.filter) + by) % count];
        self.rank();
    }

    /// At the line's end, steps through the hits of the chosen entity; elsewhere moves in the line.
    fn step_aside(&mut self, turn: Turn) {
        let hits = self.chosen_spans().len();
        let Some(find) = &mut self.find else { return };
        let at_end = find.input.cursor() == find.input.value().chars().count();
        match turn {
            Turn::On if at_end => find.hit = (find.hit + 1).min(hits.saturating_sub(1)),
            Turn::Back if at_end && find.hit > 0 => find.hit -= 1,
            Turn::On => {
                find.input.handle(InputRequest::GoToNextChar);
            }
            Turn::Back => {
                find.input.handle(InputRequest::GoToPrevChar);
            }
        }
    }

    /// Where what is chosen stands.
    #[must_use]
    pub fn chosen_spans(&self) -> Vec<Span> {
        if let (Some(find), Some(Row::Text(paragraph))) = (&self.find, self.chosen_match()) {
            return find.text.spans[find.text.within(paragraph)].to_vec();
        }
        if let Some(Row::Note(at)) = self.chosen_match() {
            return vec![self.note_spans()[at]];
        }
        self.chosen_subject()
            .map(|subject| self.spans_of(subject))
            .unwrap_or_default()
    }
}

impl App {
    /// What the filters are called that show anything in this letter, in their order, and which of them is
    /// chosen, by index.
    #[must_use]
    pub fn filter_names(&self) -> (Vec<&str>, usize) {
        let (Some(stock), Some(find)) = (&self.reader.stock, &self.reader.find) else {
            return (Vec::new(), 0);
        };
        let words = &self.words;
        let name = |filter: &Filter| match filter {
            Filter::All => words.finder.all,
            Filter::Kind(kind) => words.kinds(*kind),
            Filter::Abbreviations => words.finder.abbreviations,
            Filter::Sections => words.finder.sections,
            Filter::Notes => words.finder.notes,
        };
        let names = stock.filters.iter().map(name).collect();
        (names, stock.place_of(find.filter))
    }

    fn stock(&self) -> Stock {
        let catalogue = &self.reader.catalogue;
        let named = finder::named(&self.reader.catalogue, &self.reader.mentions);
        let loose = self.reader.loose_abbreviations();
        let shows = |kind: &Kind| {
            named
                .iter()
                .any(|&index| catalogue.entity(index).kind == *kind)
        };
        let mut stock = Stock::default();
        stock.filters.push(Filter::All);
        let kinds = Kind::ALL.into_iter().filter(shows).map(Filter::Kind);
        stock.filters.extend(kinds);
        stock
            .filters
            .extend((!loose.is_empty()).then_some(Filter::Abbreviations));
        stock.filters.push(Filter::Sections);
        for index in named {
            stock.subjects.push(Subject::Entity(index));
            stock.finder.add(finder::fields(catalogue.entity(index)), 0);
        }
        let abbreviations = loose.into_iter().map(Subject::Abbreviation);
        let sections = (0..self.reader.letter.sections().len()).map(Subject::Section);
        let others = abbreviations
            .map(|subject| (subject, ABBREVIATION_WEIGHT))
            .chain(sections.map(|subject| (subject, SECTION_WEIGHT)));
        for (subject, weight) in others {
            let fields = self.under().fields(subject);
            let fields = fields.iter().map(|(text, source)| (text.as_str(), *source));
            stock.subjects.push(subject);
            stock.finder.add(fields, weight);
        }
        stock
    }

    /// Goes to what was wanted from the start.
    pub(super) fn go_to_wanted(&mut self) {
        let Some(query) = self.reader.wanted.take() else {
            return;
        };
        self.reader.settle();
        self.open_finder();
        self.type_text(&query);
        self.accept_match();
    }

    pub(super) fn open_finder(&mut self) {
        self.reader.find = Some(Find::default());
        self.reopen_finder();
    }

    pub(super) fn reopen_finder(&mut self) {
        self.reader.find.get_or_insert_default();
        self.overlay = Some(Overlay::Finder);
        if self.reader.stock.is_none() {
            self.offer_names(None);
        }
        self.reader.offer_notes();
        if self
            .reader
            .find
            .as_ref()
            .is_some_and(|find| find.count() == 0)
        {
            self.reader.rank();
        }
    }

    /// Reads on in a big letter for the names and abbreviations in it; where these are looked at, what has been
    /// found joins them.
    pub(super) fn find_names_on(&mut self) {
        let chosen = self.reader.chosen();
        if !self.reader.read_names_on(SLICE) {
            return;
        }
        match self.overlay {
            Some(Overlay::Finder) => self.offer_names(chosen),
            Some(Overlay::Overview | Overlay::Narrow) => self.make_sheet(),
            _ => {}
        }
    }

    /// Offers the names and abbreviations that are known by now. What was chosen stays chosen.
    fn offer_names(&mut self, chosen: Option<Chosen>) {
        self.reader.stock = Some(self.stock());
        self.reader.rank();
        let count = self.reader.find.as_ref().map_or(0, Find::count);
        let at = (0..count).find(|&row| chosen.is_some() && self.reader.chosen_at(row) == chosen);
        self.reader.choose_match(Turn::On, at.unwrap_or_default());
    }

    /// Whether there is more of the letter to look through for what is typed in the finder.
    pub(super) fn finder_has_more(&self) -> bool {
        let find = self.reader.find.as_ref();
        matches!(self.overlay, Some(Overlay::Finder))
            && find.is_some_and(|find| find.text.has_more())
    }

    pub(super) fn finder_act(&mut self, act: Act) {
        match act {
            Act::Choose(turn, Reach::Row) => self.reader.choose_match(turn, 1),
            Act::Choose(turn, _) => {
                let rows = geometry::finder(self.reader.size).list.height;
                self.reader.choose_match(turn, usize::from(rows).max(1));
            }
            Act::Kind(turn) => self.reader.turn_kind(turn),
            Act::Aside(turn) => self.reader.step_aside(turn),
            Act::Accept => self.accept_match(),
            Act::Scope => {
                let typed = self.reader.find.as_ref();
                let typed = typed.map(|find| find.input.value().to_owned());
                self.open_across(&typed.unwrap_or_default());
            }
            Act::Close => self.overlay = None,
            Act::Edit(edit) => {
                let Some(find) = &mut self.reader.find else {
                    return;
                };
                if edit_line(&mut find.input, edit, LONGEST_LINE) {
                    self.reader.rank();
                }
            }
            _ => {}
        }
    }

    fn accept_match(&mut self) {
        if self.reader.has_more_names() {
            let chosen = self.reader.chosen();
            self.reader.read_names();
            self.offer_names(chosen);
        }
        let Some(find) = &self.reader.find else {
            return;
        };
        let hit = find.hit;
        if let Some(Row::Text(paragraph)) = self.reader.chosen_match() {
            let at = find.text.within(paragraph).start + hit;
            let name = format!("‘{}’", find.input.value());
            let hits = Hits::new(name, find.text.spans.clone(), at);
            return self.go_through(hits);
        }
        if let Some(Row::Note(at)) = self.reader.chosen_match() {
            let name = self.words.finder.notes.to_owned();
            return self.go_through(Hits::new(name, self.reader.note_spans(), at));
        }
        match self.reader.chosen_subject() {
            Some(subject @ (Subject::Entity(_) | Subject::Abbreviation(_))) => {
                let spans = self.reader.chosen_spans();
                if hit < spans.len() {
                    let name = self.under().short_name(subject);
                    self.go_through(Hits::new(name, spans, hit));
                }
            }
            Some(Subject::Section(section)) => {
                self.overlay = None;
                self.reader.go_to_section(section);
            }
            None => {}
        }
    }
}
