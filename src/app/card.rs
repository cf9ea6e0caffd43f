//! Cards: what a name or an abbreviation stands for and where it stands, or that a note has no text
//! in the source.

mod subject;

pub use subject::{Card, CardSubject};

use super::{
    App, Hits, Overlay, Reader, Subject, cursor,
    geometry::{Area, WIDEST, frame},
    message::{Act, Effect, Reach, Turn},
    pieces::Weight,
};
use crate::{
    catalogue::{Abbreviation, Explainer},
    letter::{NoteMark, Span},
    reading::layout,
};

/// How many of the places it lists a card shows at least, however low the screen is.
const KEPT: u16 = 2;

impl Reader {
    /// The places that a card lists.
    #[must_use]
    pub fn card_spans(&self, card: Card) -> Vec<Span> {
        match card.subject {
            CardSubject::Named(subject) => self.spans_of(subject),
            CardSubject::Note(_) => Vec::new(),
        }
    }
}

impl App {
    /// What a card is called.
    #[must_use]
    pub fn card_title(&self, card: Card) -> String {
        match card.subject {
            CardSubject::Named(Subject::Entity(index)) => self.entity_name(index).to_owned(),
            CardSubject::Named(subject) => self.short_name(subject),
            CardSubject::Note(mark) => self.words.card.note.replace("{}", &mark.number.to_string()),
        }
    }

    /// The lines of a card above the places it lists.
    #[must_use]
    pub fn card_lines(&self, card: Card) -> Vec<(String, Weight)> {
        let width = usize::from(
            WIDEST
                .min(self.reader.regions().main.width)
                .saturating_sub(4),
        )
        .max(1);
        let wrapped = |(text, weight): (String, Weight)| {
            let rows = layout::wrap_whole(&text, width).into_iter();
            rows.map(|row| (text[row.start..row.end].to_owned(), weight))
                .collect::<Vec<_>>()
        };
        self.card_words(card)
            .into_iter()
            .flat_map(wrapped)
            .collect()
    }

    /// What a card says above the places it lists, not wrapped.
    #[must_use]
    pub fn card_words(&self, card: Card) -> Vec<(String, Weight)> {
        match card.subject {
            CardSubject::Named(Subject::Abbreviation(index)) => {
                self.abbreviation_lines(self.reader.abbreviation(index))
            }
            CardSubject::Named(Subject::Entity(index)) => self.entity_lines(index, card.chosen),
            CardSubject::Named(Subject::Section(_)) => Vec::new(),
            CardSubject::Note(mark) => self.note_lines(mark),
        }
    }

    fn entity_lines(&self, index: usize, chosen: usize) -> Vec<(String, Weight)> {
        let (entity, words) = (self.reader.entity(index), &self.words.card);
        let mut about = self.words.kind(entity.kind).to_owned();
        if let Some(short) = &entity.abbreviation {
            about = format!("{about} · {short}");
        }
        if !entity.aliases.is_empty() {
            about = format!("{about} · {}: {}", words.also, entity.aliases.join(", "));
        }
        let mut lines = vec![
            (about, Weight::Faint),
            (String::new(), Weight::Plain),
            (
                entity.explanation(self.words.language).to_owned(),
                Weight::Plain,
            ),
            (
                self.words
                    .explainer(
                        self.reader
                            .catalogue
                            .explained_by(entity, &self.reader.letter),
                    )
                    .to_owned(),
                Weight::Faint,
            ),
        ];
        let spans: Vec<Span> = self.reader.mentions.of(index).collect();
        let here = spans.get(chosen).copied();
        let inside = |abbreviation: &&Abbreviation| {
            let within = |span: &Span| {
                here.is_some_and(|here| {
                    here.paragraph == span.paragraph
                        && here.start <= span.start
                        && span.end <= here.end
                })
            };
            entity.abbreviation.as_ref() == Some(&abbreviation.short)
                || abbreviation.spans().any(|span| within(&span))
        };
        for abbreviation in self.reader.abbreviations().all().iter().filter(inside) {
            lines.push((self.spelled_out(abbreviation), Weight::Faint));
        }
        lines.push((String::new(), Weight::Plain));
        lines.extend(self.named_in_all(index).map(|said| (said, Weight::Faint)));
        lines.push((self.times(spans.len()), Weight::Bold));
        lines
    }

    fn abbreviation_lines(&self, abbreviation: &Abbreviation) -> Vec<(String, Weight)> {
        let words = &self.words.card;
        let mut lines = vec![
            (words.abbreviation.to_owned(), Weight::Faint),
            (String::new(), Weight::Plain),
        ];
        lines.push((
            abbreviation
                .expansion
                .clone()
                .unwrap_or_else(|| words.unknown.to_owned()),
            Weight::Plain,
        ));
        lines.extend(
            abbreviation
                .gloss(self.words.language)
                .map(|gloss| (gloss.to_owned(), Weight::Plain)),
        );
        lines.extend(self.said_by(abbreviation).map(|said| (said, Weight::Faint)));
        lines.push((String::new(), Weight::Plain));
        lines.push((self.times(abbreviation.spans().len()), Weight::Bold));
        lines
    }

    /// `RvE: Raad van Europa (volgens de brief, 5.4)`
    fn spelled_out(&self, abbreviation: &Abbreviation) -> String {
        let expansion = abbreviation
            .expansion
            .as_deref()
            .unwrap_or(self.words.card.unknown);
        match self.said_by(abbreviation) {
            Some(said) => format!("{}: {expansion} ({said})", abbreviation.short),
            None => format!("{}: {expansion}", abbreviation.short),
        }
    }

    /// Whether the letter says what an abbreviation stands for, and where, or the makers do.
    fn said_by(&self, abbreviation: &Abbreviation) -> Option<String> {
        let words = &self.words.card;
        match (abbreviation.explained_by()?, abbreviation.said_at) {
            (Explainer::Letter, Some(span)) => Some(words.said_at.replace(
                "{}",
                &self.words.address(&self.reader.letter, span.paragraph),
            )),
            (explainer, _) => Some(self.words.explainer(explainer).to_owned()),
        }
    }

    fn times(&self, count: usize) -> String {
        match count {
            1 => self.words.card.once.to_owned(),
            count => self.words.card.times.replace("{}", &count.to_string()),
        }
    }

    fn note_lines(&self, mark: NoteMark) -> Vec<(String, Weight)> {
        let words = &self.words.card;
        let mut lines = vec![
            (
                self.words.address(&self.reader.letter, mark.paragraph),
                Weight::Faint,
            ),
            (String::new(), Weight::Plain),
        ];
        if let Some(note) = self.reader.letter.note(mark) {
            let text = self.reader.letter.note_texts(note);
            lines.extend(text.map(|text| (text.to_owned(), Weight::Plain)));
            return lines;
        }
        lines.push((words.no_note_text.to_owned(), Weight::Plain));
        if let Some(link) = self.reader.letter.facts.link() {
            lines.push((String::new(), Weight::Plain));
            lines.push((words.official.to_owned(), Weight::Plain));
            lines.push((link, Weight::Link));
        }
        lines
    }

    /// The frame of a card: in the pane of the text, at the end of it that leaves what is under
    /// the cursor in view.
    #[must_use]
    pub fn card_frame(&self, card: Card) -> Area {
        let lines = self.card_lines(card).len() + self.reader.card_spans(card).len();
        let focus = self.reader.focus;
        let row = focus.and_then(|span| self.reader.row_of(span.place()));
        frame(self.reader.regions().main, lines, row)
    }

    /// The rows in which a card lists places.
    #[must_use]
    pub fn card_list(&self, card: Card) -> Area {
        let inside = self.card_frame(card).inner(2, 1);
        let places = u16::try_from(self.reader.card_spans(card).len())
            .unwrap_or(u16::MAX)
            .min(KEPT);
        let lines = u16::try_from(self.card_lines(card).len()).unwrap_or(u16::MAX);
        let above = lines.min(inside.height.saturating_sub(places));
        Area {
            y: inside.y + above,
            height: inside.height - above,
            ..inside
        }
    }

    /// Opens the card of what is under the cursor. Where that is nothing that has one, goes to the words that
    /// carry the stance of the section, wherever in it the reader is; a section without a stance says so.
    pub(super) fn open_card(&mut self) {
        self.reader.read_names();
        let Some(stop) = self.reader.under_cursor() else {
            // From words that are marked nothing leads on but what they name.
            let on_words = self
                .reader
                .focus
                .is_some_and(|focus| focus.start < focus.end);
            if on_words && !self.reader.is_on_quote() || !self.go_to_quotes(self.reader.section()) {
                self.notice = Some(self.words.reader.no_card.to_owned());
            }
            return;
        };
        let span = stop.span();
        self.reader.focus = Some(span);
        let subject = CardSubject::of(stop);
        let spans = self.reader.card_spans(Card { subject, chosen: 0 });
        let chosen = spans
            .iter()
            .position(|other| *other == span)
            .unwrap_or_default();
        self.overlay = Some(Overlay::Card(Card { subject, chosen }));
    }

    pub(super) fn card_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_in_card(turn, 1),
            Act::Choose(turn, _) => self.choose_in_card(turn, 10),
            Act::Accept => self.accept_card(),
            Act::Concordance => self.open_concordance(),
            Act::Letters | Act::Scope => {
                let Some(Overlay::Card(card)) = self.overlay else {
                    return None;
                };
                if act == Act::Letters {
                    return self.open_paper(card);
                }
                self.open_card_across(card);
            }
            Act::Close => self.overlay = None,
            _ => {}
        }
        None
    }

    pub(super) fn choose_in_card(&mut self, turn: Turn, rows: usize) {
        let Some(Overlay::Card(card)) = self.overlay else {
            return;
        };
        let count = self.reader.card_spans(card).len();
        let chosen = cursor::moved(card.chosen, turn, rows, count);
        self.overlay = Some(Overlay::Card(Card { chosen, ..card }));
    }

    /// Jumps to the place that is chosen in the card and closes it.
    pub(super) fn accept_card(&mut self) {
        let Some(Overlay::Card(card)) = self.overlay.take() else {
            return;
        };
        let CardSubject::Named(subject) = card.subject else {
            return;
        };
        let spans = self.reader.spans_of(subject);
        let Some(&span) = spans.get(card.chosen) else {
            return;
        };
        if self.reader.focus != Some(span) {
            self.reader.jump_to(span);
        }
        self.reader.hits = Some(Hits::new(self.short_name(subject), spans, card.chosen));
        self.tell_hit(false);
    }

    pub(super) fn press_card(&mut self, column: u16, row: u16) {
        let Some(Overlay::Card(card)) = self.overlay else {
            return;
        };
        let rows = self.card_list(card);
        if rows.holds(column, row) {
            let count = self.reader.card_spans(card).len();
            if let Some(pressed) = cursor::pressed(rows, card.chosen, count, (column, row)) {
                self.overlay = Some(Overlay::Card(Card {
                    chosen: pressed,
                    ..card
                }));
                self.accept_card();
            }
        } else if !self.card_frame(card).holds(column, row) {
            self.overlay = None;
        }
    }
}
