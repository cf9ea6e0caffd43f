//! Verifying a quotation: the box in which it is typed or pasted, and what came of looking for it, with the
//! letter's words beside it.
//!
//! What is typed stays when the box is closed. A quotation that was looked for comes back too; the next one that is
//! typed or pasted takes its place.

mod quotation;

pub use quotation::{Outcome, Quotation};

use super::{
    App, Hits, Overlay,
    cursor::moved,
    geometry::{Area, WIDEST, frame},
    message::{Act, Edit, Effect, Portion, Reach, Turn},
    pieces::{INDENT, Line, Lines, Piece, Tone, first_shown},
    typed::{TypedRows, edit_line, rows, rows_within, type_into},
    words::Words,
};
use crate::{
    letter::{Letter, Span, visible},
    reading::{
        cite,
        verify::{self, Difference, Verdict, Verified},
    },
};

/// The longest quotation that can be typed, in characters: so many have at most [`verify::LONGEST`] bytes.
pub const LONGEST: usize = verify::LONGEST / 4;

impl Words {
    /// What came of looking for a quotation, in a sentence.
    #[must_use]
    pub fn verdict_on_quote(&self, found: &Verified) -> &'static str {
        let words = self.cli();
        match (found.verdict, found.places.len()) {
            (Verdict::Literal, 1) => words.verify_literal,
            (Verdict::Literal, _) => words.verify_in_parts,
            (Verdict::Altered, _) => words.verify_altered,
            (Verdict::Assembled, _) => words.verify_assembled,
            (Verdict::Absent, 0) => words.verify_absent,
            (Verdict::Absent, _) => words.verify_near,
        }
    }

    /// The addresses of the further places where a quotation stands; none where it has only one.
    #[must_use]
    pub fn further_places(&self, letter: &Letter, found: &Verified) -> Option<String> {
        let address = |span: &Span| self.address(letter, span.paragraph);
        let mut places: Vec<String> = found.also.iter().map(address).collect();
        places.dedup();
        let told = self
            .cli()
            .verify_also
            .replace("{places}", &places.join(", "));
        (!places.is_empty()).then_some(told)
    }
}

impl App {
    /// The quotation that is typed, and what came of it.
    #[must_use]
    pub const fn quotation(&self) -> &Quotation {
        &self.quotation
    }

    /// Opens the box, with what was last typed in it.
    pub(super) fn open_verify(&mut self) {
        if self.quotation.looked && !self.quotation.input.value().is_empty() {
            self.notice = Some(self.words.verify.again.to_owned());
        }
        self.overlay = Some(Overlay::Verify);
    }

    pub(super) fn verify_act(&mut self, act: Act) {
        match act {
            Act::Accept => self.look_for_quotation(),
            Act::Edit(edit) => {
                edit_line(&mut self.quotation.input, edit, LONGEST);
                self.quotation.looked = false;
            }
            Act::Close => self.overlay = None,
            _ => {}
        }
    }

    pub(super) fn type_quotation(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let quotation = &mut self.quotation;
        if std::mem::take(&mut quotation.looked) {
            // It is cut, so that it can be put back.
            edit_line(&mut quotation.input, Edit::DeleteLine, LONGEST);
        }
        if !type_into(&mut quotation.input, text, LONGEST) {
            let full = self.words.verify.full;
            self.notice = Some(full.replace("{}", &LONGEST.to_string()));
        }
    }

    fn look_for_quotation(&mut self) {
        let quote = self.quotation.input.value();
        if quote.trim().is_empty() {
            self.notice = Some(self.words.verify.prompt.to_owned());
            return;
        }
        let found = verify::verify(&self.reader.letter, quote);
        self.quotation.looked = true;
        self.quotation.outcome = Some(Outcome {
            found,
            chosen: 0,
            past: 0,
        });
        self.overlay = Some(Overlay::Verified);
    }

    pub(super) fn verified_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Choose(turn, reach) => self.move_in_outcome(turn, reach),
            Act::Accept => self.go_to_quotation(),
            Act::Take(portion) => return self.copy_quotation(portion),
            Act::CiteStyle => self.next_style(),
            Act::Collect => self.collect_quotation(),
            Act::Verify => self.open_verify(),
            Act::Close => self.overlay = None,
            _ => {}
        }
        None
    }

    /// To the next (or previous) place where there are several; else the lines scroll, where not all fit.
    pub(super) fn move_in_outcome(&mut self, turn: Turn, reach: Reach) {
        let height = usize::from(self.verify_frame().inner(2, 1).height);
        let lines = self.outcome_lines();
        let Some(outcome) = &mut self.quotation.outcome else {
            return;
        };
        let firsts = lines.len().saturating_sub(height) + 1;
        let by = if reach == Reach::Row {
            1
        } else {
            height.max(2) - 1
        };
        let several = outcome.found.places.len() > 1 && reach == Reach::Row;
        if !several {
            outcome.past = moved(outcome.past.min(firsts - 1), turn, by, firsts);
            return;
        }
        outcome.chosen = moved(outcome.chosen, turn, 1, outcome.found.places.len());
        outcome.past = first_shown(&lines, outcome.chosen, height);
    }

    /// To the place that is chosen; several are gone through as hits are.
    fn go_to_quotation(&mut self) {
        let Some(outcome) = &self.quotation.outcome else {
            return;
        };
        if outcome.place().is_none() {
            return;
        }
        let (spans, chosen) = (outcome.found.places.clone(), outcome.chosen);
        let name = self.words.verify.title.to_owned();
        self.go_through(Hits::new(name, spans, chosen));
    }

    /// The words of the letter, or their citation.
    fn copy_quotation(&mut self, portion: Portion) -> Option<Effect> {
        let text = self.copied_quotation(portion);
        if text.is_none() {
            self.notice = Some(self.words.copy.nothing.to_owned());
        }
        let place = self.quotation.outcome.as_ref().and_then(Outcome::place);
        self.reader.copied_at = place.and_then(|at| self.reader.letter.address(at.paragraph));
        text.map(Effect::Copy)
    }

    fn copied_quotation(&self, portion: Portion) -> Option<String> {
        let outcome = self.quotation.outcome.as_ref()?;
        let place = outcome.place()?;
        let letter = &self.reader.letter;
        let address = letter.address(place.paragraph);
        match portion {
            Portion::Citation => Some(cite::cite(letter, address, self.style)),
            Portion::Quote => {
                let words = self.quotation_words(outcome);
                Some(cite::quoted(letter, &words, address, self.style))
            }
            _ => None,
        }
    }

    /// The words of the letter in the place of the quotation. What it leaves out is left out here too.
    fn quotation_words(&self, outcome: &Outcome) -> String {
        let places = match outcome.found.verdict {
            Verdict::Literal => &outcome.found.places[..],
            _ => &outcome.found.places[outcome.chosen..=outcome.chosen],
        };
        let words = places.iter().map(|place| self.under().words_of(*place));
        words.collect::<Vec<_>>().join(" […] ")
    }

    fn collect_quotation(&mut self) {
        let place = self.quotation.outcome.as_ref().and_then(Outcome::place);
        if let Some(place) = place {
            self.collect_span(place);
        }
    }

    /// The frame around what is typed, or around what came of it: at the top of the pane of the text.
    #[must_use]
    pub fn verify_frame(&self) -> Area {
        let main = self.reader.regions().main;
        let lines = match self.overlay {
            Some(Overlay::Verified) => self.outcome_lines().len(),
            _ => rows(&self.quotation.input, WIDEST.min(main.width)).len(),
        };
        frame(main, lines, None)
    }

    /// The rows of what is typed that show.
    #[must_use]
    pub fn quotation_rows(&self) -> TypedRows {
        rows_within(&self.quotation.input, self.verify_frame())
    }

    /// All lines of what came of it.
    #[must_use]
    pub fn outcome_lines(&self) -> Vec<Line> {
        let Some(outcome) = &self.quotation.outcome else {
            return Vec::new();
        };
        let main = self.reader.regions().main;
        let width = usize::from(WIDEST.min(main.width).saturating_sub(4)).max(1);
        let found = &outcome.found;
        let mut lines = Lines::within(width);
        let verdict = self.words.verdict_on_quote(found).to_owned();
        lines.put(None, 0, &[(verdict, Tone::Bold)]);
        lines.blank();
        for (index, &place) in found.places.iter().enumerate() {
            self.place_lines(found, index, place, &mut lines);
        }
        if let Some(told) = self.words.further_places(&self.reader.letter, found) {
            lines.put(None, 0, &[(told, Tone::Plain)]);
        }
        if !found.differences.is_empty() {
            let words = &self.words.verify;
            let legend = [
                (marked(words.in_letter, LETTER), Tone::Gone),
                ("  ".to_owned(), Tone::Plain),
                (marked(words.in_quote, QUOTE), Tone::Added),
            ];
            lines.put(None, 0, &legend);
        }
        if let Some(place) = outcome.place().filter(|_| found.verdict != Verdict::Absent) {
            let address = self.reader.letter.address(place.paragraph);
            let citation = cite::cite(&self.reader.letter, address, self.style);
            for line in citation.lines() {
                lines.put(None, 0, &[(line.to_owned(), Tone::Faint)]);
            }
        }
        lines.lines
    }

    /// The lines of one place: its sentence with the words that the quotation has, and what stands around.
    fn place_lines(&self, found: &Verified, index: usize, place: Span, lines: &mut Lines) {
        let letter = &self.reader.letter;
        let around = verify::around(letter, place);
        let address = self.words.address(letter, place.paragraph);
        lines.put(Some(index), 0, &[(address, Tone::Address)]);
        let text = letter.paragraph(place.paragraph);
        let before = &text[around.whole.start..place.start];
        let mut pieces = vec![(before.to_owned(), Tone::Plain)];
        match found.verdict {
            Verdict::Absent => pieces.push((letter.words(place).to_owned(), Tone::Plain)),
            _ => pieces.extend(beside(text, place, &found.differences)),
        }
        pieces.push((text[place.end..around.whole.end].to_owned(), Tone::Plain));
        lines.join(index, &pieces);
        let words = self.words.cli();
        for (label, said) in [
            (words.verify_before, around.before),
            (words.verify_after, around.after),
        ] {
            if let Some(said) = said.filter(|_| found.verdict != Verdict::Absent) {
                let line = [label, " ", said].concat();
                lines.put(Some(index), INDENT, &[(line, Tone::Faint)]);
            }
        }
        lines.blank();
    }
}

/// The signs around words that only the letter has, and around those that only the quotation has.
const LETTER: [&str; 2] = ["[-", "-]"];
const QUOTE: [&str; 2] = ["{+", "+}"];

fn marked(words: &str, [open, close]: [&str; 2]) -> String {
    [open, words, close].concat()
}

/// The words of a place with those of the quotation beside them where they differ.
fn beside(text: &str, place: Span, differences: &[Difference]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = place.start;
    for Difference { letter, quote, at } in differences {
        pieces.push((text[from..at.start].to_owned(), Tone::Hit));
        if !letter.is_empty() {
            pieces.push((marked(letter, LETTER), Tone::Gone));
        }
        if !quote.is_empty() {
            let apart = !letter.is_empty() || quote.starts_with(char::is_alphanumeric);
            let space = if apart { " " } else { "" };
            pieces.push((space.to_owned(), Tone::Plain));
            pieces.push((marked(&visible(quote), QUOTE), Tone::Added));
        }
        from = at.end;
    }
    pieces.push((text[from..place.end].to_owned(), Tone::Hit));
    pieces
}
