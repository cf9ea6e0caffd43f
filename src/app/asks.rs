//! The card of a recommendation: what it asks for, each ask with how far it is answered and the words that take it
//! up; and how many of them are answered, for the sidebar.

use super::{
    Reader, Under,
    cursor::moved,
    geometry::{Area, WIDEST, frame},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    overview::Counts,
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

impl OnTop for AskCard {
    fn act(&mut self, act: Act, _: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1),
            Act::Choose(turn, _) => self.choose(turn, 5),
            Act::Accept => Outcome::Jump(self.spans[self.chosen]),
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    /// A press on words goes to them, one beside the card closes it.
    fn press(&mut self, (column, row): (u16, u16), under: Under) -> Outcome {
        let frame = self.frame(under);
        if !frame.holds(column, row) {
            return Outcome::Close;
        }
        let lines = self.lines(under);
        let past = self.past(under, &lines);
        let at = row.checked_sub(frame.y + 1).map(usize::from);
        let line = at.and_then(|at| lines.get(past + at));
        match line.and_then(|line| line.choice) {
            Some(choice) => Outcome::Jump(self.spans[choice]),
            None => Outcome::Stay,
        }
    }

    fn wheel(&mut self, turn: Turn, _: Under) -> Outcome {
        self.choose(turn, 1)
    }
}

impl AskCard {
    /// The card of a section, by index, where something is known of what it asks for.
    pub(super) fn of(reader: &Reader, section: usize) -> Option<Self> {
        let letter = &reader.letter;
        if letter.sections()[section].kind != SectionKind::Recommendation {
            return None;
        }
        let within = |ask: &&Ask| letter.section_of(ask.span.paragraph) == section;
        let mut asks: Vec<Ask> = reader.asks().iter().filter(within).cloned().collect();
        let own = asks.len();
        asks.extend(letter.implied_asks().iter().filter(within).cloned());
        let spans = asks.iter().flat_map(|ask| {
            let answers = ask.answers.iter().map(|answer| answer.span);
            std::iter::once(ask.span).chain(answers)
        });
        let spans: Vec<Span> = spans.collect();
        (!asks.is_empty()).then_some(Self {
            section,
            asks,
            own,
            spans,
            chosen: 0,
        })
    }

    fn choose(&mut self, turn: Turn, by: usize) -> Outcome {
        self.chosen = moved(self.chosen, turn, by, self.spans.len());
        Outcome::Stay
    }

    /// The title of the card: `Aanbeveling 4 · Mondiaal aanjagen, online`.
    #[must_use]
    pub fn title(&self, under: Under) -> String {
        let section: &Section = &under.reader.letter.sections()[self.section];
        let pair = under.words.pair(section.pair);
        format!("{pair} {} · {}", section.number, under.title(section))
    }

    /// The lines of the card, in so many cells.
    #[must_use]
    pub fn lines(&self, under: Under) -> Vec<Line> {
        let main = under.reader.regions().main;
        let width = usize::from(WIDEST.min(main.width).saturating_sub(4)).max(1);
        let (words, letter) = (under.words, &under.reader.letter);
        let (own, implied) = self.asks.split_at(self.own);
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
            ask_lines(ask, under, &mut choice, &mut lines);
        }
        if !implied.is_empty() {
            let heading = words.cli().sheet_implied.to_owned();
            lines.put(None, 0, &[(heading, Tone::Bold)]);
            lines.blank();
        }
        for ask in implied {
            ask_lines(ask, under, &mut choice, &mut lines);
        }
        lines.lines.pop();
        lines.lines
    }

    /// The frame of the card: in the pane of the text.
    #[must_use]
    pub fn frame(&self, under: Under) -> Area {
        frame(under.reader.regions().main, self.lines(under).len(), None)
    }

    /// How many lines of the card are scrolled past.
    #[must_use]
    pub fn past(&self, under: Under, lines: &[Line]) -> usize {
        let height = usize::from(self.frame(under).inner(2, 1).height);
        if self.chosen == 0 {
            return 0;
        }
        first_shown(lines, self.chosen, height)
    }
}

/// The lines of one ask: its verdict and its words, and those that take it up or that were looked for.
fn ask_lines(ask: &Ask, under: Under, choice: &mut usize, lines: &mut Lines) {
    let (words, letter) = (under.words, &under.reader.letter);
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
