//! Cards: what a name or an abbreviation stands for and where it stands, or that a note has no text
//! in the source.

mod subject;

pub use subject::{Card, CardSubject};

use super::{
    App, Hits, Overlay, Reader, Subject, Under,
    concordance::Concordance,
    cursor::{moved, pressed},
    geometry::{Area, WIDEST, frame},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    pieces::Weight,
};
use crate::{
    catalogue::{Abbreviation, Explainer},
    letter::{NoteMark, Span},
    reading::layout,
};

/// How many of the places it lists a card shows at least, however low the screen is.
const KEPT: u16 = 2;

/// How many places a page of them goes on.
const PAGE: usize = 10;

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

impl OnTop for Card {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1, under),
            Act::Choose(turn, _) => self.choose(turn, PAGE, under),
            Act::Accept => self.accept(under),
            Act::Concordance => self.concordance(under),
            Act::Letters => match self.paper(under) {
                Some(row) => Outcome::Letter(row, None),
                None => Outcome::Stay,
            },
            Act::Scope => match self.subject {
                CardSubject::Named(Subject::Entity(index)) => Outcome::NamedInAll(index),
                _ => Outcome::Stay,
            },
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    /// A press on a place goes there, one beside the card closes it.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        if !self.frame(under).holds(cell.0, cell.1) {
            return Outcome::Close;
        }
        let count = under.reader.card_spans(*self).len();
        let Some(at) = pressed(self.list(under), self.chosen, count, cell) else {
            return Outcome::Stay;
        };
        self.chosen = at;
        self.accept(under)
    }

    fn wheel(&mut self, turn: Turn, under: Under) -> Outcome {
        self.choose(turn, 1, under)
    }
}

impl Card {
    fn choose(&mut self, turn: Turn, rows: usize, under: Under) -> Outcome {
        let count = under.reader.card_spans(*self).len();
        self.chosen = moved(self.chosen, turn, rows, count);
        Outcome::Stay
    }

    /// To the place that is chosen.
    pub(super) fn accept(self, under: Under) -> Outcome {
        let CardSubject::Named(subject) = self.subject else {
            return Outcome::Close;
        };
        let spans = under.reader.spans_of(subject);
        let Some(&span) = spans.get(self.chosen) else {
            return Outcome::Close;
        };
        let hits = Hits::new(under.short_name(subject), spans, self.chosen);
        if under.reader.focus == Some(span) {
            Outcome::StayAt(hits)
        } else {
            Outcome::GoThrough(hits)
        }
    }

    fn concordance(self, under: Under) -> Outcome {
        let concordance = match self.subject {
            CardSubject::Named(subject) => Concordance::of(subject, self.chosen, under),
            CardSubject::Note(_) => None,
        };
        concordance.map_or(Outcome::Stay, Outcome::Concordance)
    }

    /// What a card is called.
    #[must_use]
    pub fn title(self, under: Under) -> String {
        match self.subject {
            CardSubject::Named(Subject::Entity(index)) => under.entity_name(index).to_owned(),
            CardSubject::Named(subject) => under.short_name(subject),
            CardSubject::Note(mark) => under
                .words
                .card
                .note
                .replace("{}", &mark.number.to_string()),
        }
    }

    /// The lines of a card above the places it lists.
    #[must_use]
    pub fn lines(self, under: Under) -> Vec<(String, Weight)> {
        let width = usize::from(
            WIDEST
                .min(under.reader.regions().main.width)
                .saturating_sub(4),
        )
        .max(1);
        let wrapped = |(text, weight): (String, Weight)| {
            let rows = layout::wrap_whole(&text, width).into_iter();
            rows.map(|row| (text[row.start..row.end].to_owned(), weight))
                .collect::<Vec<_>>()
        };
        self.words(under).into_iter().flat_map(wrapped).collect()
    }

    /// What a card says above the places it lists, not wrapped.
    #[must_use]
    pub fn words(self, under: Under) -> Vec<(String, Weight)> {
        match self.subject {
            CardSubject::Named(Subject::Abbreviation(index)) => {
                under.abbreviation_lines(under.reader.abbreviation(index))
            }
            CardSubject::Named(Subject::Entity(index)) => under.entity_lines(index, self.chosen),
            CardSubject::Named(Subject::Section(_)) => Vec::new(),
            CardSubject::Note(mark) => under.note_lines(mark),
        }
    }

    /// The frame of a card: in the pane of the text, at the end of it that leaves what is under
    /// the cursor in view.
    #[must_use]
    pub fn frame(self, under: Under) -> Area {
        let lines = self.lines(under).len() + under.reader.card_spans(self).len();
        let focus = under.reader.focus;
        let row = focus.and_then(|span| under.reader.row_of(span.place()));
        frame(under.reader.regions().main, lines, row)
    }

    /// The rows in which a card lists places.
    #[must_use]
    pub fn list(self, under: Under) -> Area {
        let inside = self.frame(under).inner(2, 1);
        let places = u16::try_from(under.reader.card_spans(self).len())
            .unwrap_or(u16::MAX)
            .min(KEPT);
        let lines = u16::try_from(self.lines(under).len()).unwrap_or(u16::MAX);
        let above = lines.min(inside.height.saturating_sub(places));
        Area {
            y: inside.y + above,
            height: inside.height - above,
            ..inside
        }
    }
}

impl Under<'_> {
    fn entity_lines(self, index: usize, chosen: usize) -> Vec<(String, Weight)> {
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

    fn abbreviation_lines(self, abbreviation: &Abbreviation) -> Vec<(String, Weight)> {
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
    fn spelled_out(self, abbreviation: &Abbreviation) -> String {
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
    fn said_by(self, abbreviation: &Abbreviation) -> Option<String> {
        let words = &self.words.card;
        match (abbreviation.explained_by()?, abbreviation.said_at) {
            (Explainer::Letter, Some(span)) => Some(words.said_at.replace(
                "{}",
                &self.words.address(&self.reader.letter, span.paragraph),
            )),
            (explainer, _) => Some(self.words.explainer(explainer).to_owned()),
        }
    }

    fn times(self, count: usize) -> String {
        match count {
            1 => self.words.card.once.to_owned(),
            count => self.words.card.times.replace("{}", &count.to_string()),
        }
    }

    fn note_lines(self, mark: NoteMark) -> Vec<(String, Weight)> {
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
}

impl App {
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
}
