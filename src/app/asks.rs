//! The card of a recommendation: what it asks for, each ask with how far it is answered and the words that take it
//! up; and how many of them are answered, for the sidebar.

use super::{
    App, Overlay, Reader,
    card::{WIDEST, frame},
    geometry::Area,
    message::{Act, Reach, Turn},
    pieces::{INDENT, Line, Lines, Tone, first_shown},
    stance::verdict_sign,
    tables::Teller,
};
use crate::letter::{Answered, Ask, Section, SectionKind, Span};

/// How many recommendations a letter has at most for their asks to be counted unasked.
const MOST: usize = 200;

/// The card of a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskCard {
    /// Its section, by index.
    pub section: usize,
    /// What it asks for, and behind that what its response answers though it does not ask for it in its words.
    asks: Vec<Ask>,
    /// How many of those are the recommendation's own.
    own: usize,
    /// Where each line leads that can be chosen.
    spans: Vec<Span>,
    /// Which of those is chosen, by index.
    pub chosen: usize,
}

/// How many asks of each section are answered, of how many; none where nothing is known of them.
pub(super) type Counts = Vec<Option<[usize; 2]>>;

impl Reader {
    /// Whether the asks are yet to be counted, which is done behind the first frame.
    pub(super) fn has_asks_to_count(&self) -> bool {
        let count = self.letter.recommendations();
        self.overview.counts.get().is_none() && (1..=MOST).contains(&count)
    }

    /// Counts the asks.
    pub(super) fn count_asks(&self) {
        let sections = self.letter.sections();
        let mut counts: Counts = vec![None; sections.len()];
        for ask in self.asks() {
            let count = counts[self.letter.section_of(ask.span.paragraph)].get_or_insert([0; 2]);
            count[0] += usize::from(ask.verdict != Answered::Unmentioned);
            count[1] += 1;
        }
        if !self.letter.knows_asks() {
            // That nothing was recognised by rule says nothing.
            let says = |count: &[usize; 2]| count[0] > 0;
            for count in &mut counts {
                *count = count.filter(says);
            }
        }
        // It is counted once.
        let _ = self.overview.counts.set(counts);
    }

    /// How many asks of a section are answered, of how many, once that is counted: `3/4`.
    #[must_use]
    pub fn answered_in(&self, section: usize) -> Option<String> {
        let counts = self.overview.counts.get()?;
        let [answered, all] = (*counts.get(section)?)?;
        Some(format!("{answered}/{all}"))
    }

    /// Whether such numbers are there by rule, so that it must be said.
    pub(super) fn counts_by_rule(&self) -> bool {
        let counts = self.overview.counts.get();
        let some = counts.is_some_and(|counts| counts.iter().any(Option::is_some));
        some && !self.letter.knows_asks()
    }
}

impl App {
    /// Opens the card of the recommendation that is read; whether it has one.
    pub(super) fn open_asks(&mut self) -> bool {
        let letter = &self.reader.letter;
        let section = letter.section_of(self.reader.here());
        if letter.sections()[section].kind != SectionKind::Recommendation {
            return false;
        }
        let within = |ask: &&Ask| letter.section_of(ask.span.paragraph) == section;
        let mut asks: Vec<Ask> = self.reader.asks().iter().filter(within).cloned().collect();
        let own = asks.len();
        asks.extend(letter.implied_asks().iter().filter(within).cloned());
        if asks.is_empty() {
            return false;
        }
        let spans = asks.iter().flat_map(|ask| {
            let answers = ask.answers.iter().map(|answer| answer.span);
            std::iter::once(ask.span).chain(answers)
        });
        self.overlay = Some(Overlay::Asks(AskCard {
            section,
            spans: spans.collect(),
            own,
            asks,
            chosen: 0,
        }));
        true
    }

    /// Opens the card, or says that there is none.
    pub(super) fn show_asks(&mut self) {
        if !self.open_asks() {
            self.notice = Some(self.words.overview.no_asks_here.to_owned());
        }
    }

    pub(super) fn asks_act(&mut self, act: Act) {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_ask(turn, 1),
            Act::Choose(turn, _) => self.choose_ask(turn, 5),
            Act::Accept => self.go_to_ask(),
            Act::Close => self.overlay = None,
            _ => {}
        }
    }

    pub(super) fn choose_ask(&mut self, turn: Turn, by: usize) {
        if let Some(Overlay::Asks(card)) = &mut self.overlay {
            card.chosen = match turn {
                Turn::On => (card.chosen + by).min(card.spans.len() - 1),
                Turn::Back => card.chosen.saturating_sub(by),
            };
        }
    }

    fn go_to_ask(&mut self) {
        if let Some(Overlay::Asks(card)) = self.overlay.take() {
            self.reader.jump_to(card.spans[card.chosen]);
        }
    }

    /// The title of the card: `Aanbeveling 4 · Mondiaal aanjagen, online`.
    #[must_use]
    pub fn asks_title(&self, card: &AskCard) -> String {
        let section: &Section = &self.reader.letter.sections()[card.section];
        let pair = self.words.pair(section.pair);
        format!("{pair} {} · {}", section.number, self.title(section))
    }

    /// The lines of the card, in so many cells.
    #[must_use]
    pub fn asks_lines(&self, card: &AskCard) -> Vec<Line> {
        let main = self.reader.regions().main;
        let width = usize::from(WIDEST.min(main.width).saturating_sub(4)).max(1);
        let (words, letter) = (&self.words, &self.reader.letter);
        let (own, implied) = card.asks.split_at(card.own);
        let mut lines = Lines::within(width);
        if !own.is_empty() {
            lines.put(None, 0, &[(words.answered(own), Tone::Bold)]);
        }
        let whose = if letter.knows_asks() {
            words.stances.makers
        } else {
            words.overview.by_rule
        };
        lines.put(None, 0, &[(whose.to_owned(), Tone::Faint)]);
        lines.blank();
        let mut choice = 0;
        for ask in own {
            self.ask_lines(ask, &mut choice, &mut lines);
        }
        if !implied.is_empty() {
            let heading = words.cli().sheet_implied.to_owned();
            lines.put(None, 0, &[(heading, Tone::Bold)]);
            lines.blank();
        }
        for ask in implied {
            self.ask_lines(ask, &mut choice, &mut lines);
        }
        lines.lines.pop();
        lines.lines
    }

    /// The lines of one ask: its verdict and its words, and those that take it up or that were looked for.
    fn ask_lines(&self, ask: &Ask, choice: &mut usize, lines: &mut Lines) {
        let (words, letter) = (&self.words, &self.reader.letter);
        let mut put = |text: String, tone: Tone, span: Span| {
            let address = words.address(letter, span.paragraph);
            lines.put(Some(*choice), 0, &[(address, Tone::Address)]);
            lines.join(*choice, &[(text, tone)]);
            *choice += 1;
        };
        let told = format!(
            "{} {}",
            verdict_sign(ask.verdict),
            words.verdict(ask.verdict)
        );
        put(
            format!("{told}: ‘{}’", letter.words(ask.span)),
            Tone::Bold,
            ask.span,
        );
        let teller = Teller { letter, words };
        for answer in &ask.answers {
            let told = teller.answer(answer);
            put(told, Tone::Plain, answer.span);
        }
        if !ask.looked.is_empty() {
            lines.put(
                None,
                INDENT,
                &[(words.looked_for(&ask.looked), Tone::Faint)],
            );
        }
        lines.blank();
    }

    /// The frame of the card: in the pane of the text.
    #[must_use]
    pub fn asks_frame(&self, card: &AskCard) -> Area {
        frame(
            self.reader.regions().main,
            self.asks_lines(card).len(),
            None,
        )
    }

    /// How many lines of the card are scrolled past.
    #[must_use]
    pub fn asks_past(&self, card: &AskCard, lines: &[Line]) -> usize {
        let height = usize::from(self.asks_frame(card).inner(2, 1).height);
        if card.chosen == 0 {
            return 0;
        }
        first_shown(lines, card.chosen, height)
    }

    pub(super) fn press_asks(&mut self, column: u16, row: u16) {
        let Some(Overlay::Asks(card)) = &self.overlay else {
            return;
        };
        let frame = self.asks_frame(card);
        if !frame.holds(column, row) {
            self.overlay = None;
            return;
        }
        let lines = self.asks_lines(card);
        let past = self.asks_past(card, &lines);
        let at = row.checked_sub(frame.y + 1).map(usize::from);
        let line = at.and_then(|at| lines.get(past + at));
        if let Some(choice) = line.and_then(|line| line.choice)
            && let Some(Overlay::Asks(card)) = &mut self.overlay
        {
            card.chosen = choice;
            self.go_to_ask();
        }
    }
}
