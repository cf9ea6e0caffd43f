//! Verifying a quotation: the box in which it is typed or pasted, and what came of looking for it, with the
//! letter's words beside it.
//!
//! What is typed stays when the box is closed. A quotation that was looked for comes back too; the next one that is
//! typed or pasted takes its place.

mod quotation;

pub use quotation::{Quotation, Verification};

use super::{
    App, Hits, Under,
    cursor::moved,
    geometry::{Area, WIDEST, frame},
    message::{Act, Edit, Portion, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    pieces::{INDENT, Line, Lines, Piece, Tone, first_shown},
    typed::{TypedRows, edit_line, rows, rows_within, type_into},
    words::Words,
};
use crate::{
    letter::{Address, Letter, Span, visible},
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
            (Verdict::Literal, _) if found.goes_on => words.verify_literal,
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
        places.extend(found.and_more.then(|| "…".to_owned()));
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
}

impl OnTop for Quotation {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Accept => self.look(under),
            Act::Edit(edit) => {
                edit_line(&mut self.input, edit, LONGEST);
                self.looked = false;
                Outcome::Stay
            }
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    fn type_text(&mut self, text: &str, under: Under) -> Outcome {
        if text.is_empty() {
            return Outcome::Stay;
        }
        if std::mem::take(&mut self.looked) {
            // It is cut, so that it can be put back.
            edit_line(&mut self.input, Edit::DeleteLine, LONGEST);
        }
        if type_into(&mut self.input, text, LONGEST) {
            return Outcome::Stay;
        }
        let full = under.words.verify.full;
        Outcome::Tell(full.replace("{}", &LONGEST.to_string()))
    }
}

impl Quotation {
    /// Whether the next one that is typed takes the place of what stands there.
    pub(super) fn is_done(&self) -> bool {
        self.looked && !self.input.value().is_empty()
    }

    fn look(&mut self, under: Under) -> Outcome {
        let quote = self.input.value();
        if quote.trim().is_empty() {
            return Outcome::Tell(under.words.verify.prompt.to_owned());
        }
        let found = verify::verify(&under.reader.letter, quote);
        self.looked = true;
        self.verification = Some(Verification {
            found,
            chosen: 0,
            past: 0,
        });
        Outcome::Verified
    }

    /// The frame around what is typed: at the top of the pane of the text.
    #[must_use]
    pub fn frame(&self, under: Under) -> Area {
        let main = under.reader.regions().main;
        let rows = rows(&self.input, WIDEST.min(main.width));
        frame(main, rows.len(), None)
    }

    /// The rows of what is typed that show.
    #[must_use]
    pub fn rows(&self, under: Under) -> TypedRows {
        rows_within(&self.input, self.frame(under))
    }
}

impl OnTop for Verification {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, reach) => self.choose(turn, reach, under),
            Act::Accept => match self.place() {
                Some(_) => {
                    let name = under.words.verify.title.to_owned();
                    let places = self.found.places.clone();
                    Outcome::GoThrough(Hits::new(name, places, self.chosen))
                }
                None => Outcome::Stay,
            },
            Act::Take(portion) => match (self.copied(portion, under), self.place()) {
                (Some(text), Some(place)) => Outcome::CopyFrom(text, place.paragraph),
                _ => Outcome::Tell(under.words.copy.nothing.to_owned()),
            },
            Act::CiteStyle => Outcome::NextStyle,
            Act::Collect => self.place().map_or(Outcome::Stay, Outcome::Collect),
            Act::Verify => Outcome::Verify,
            Act::Close => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    fn wheel(&mut self, turn: Turn, under: Under) -> Outcome {
        self.choose(turn, Reach::Row, under)
    }
}

impl Verification {
    /// To the next (or previous) place where there are several; else the lines scroll, where not all fit.
    fn choose(&mut self, turn: Turn, reach: Reach, under: Under) -> Outcome {
        let height = usize::from(self.frame(under).inner(2, 1).height);
        let lines = self.lines(under);
        if self.found.places.len() > 1 && reach == Reach::Row {
            self.chosen = moved(self.chosen, turn, 1, self.found.places.len());
            self.past = first_shown(&lines, self.chosen, height);
            return Outcome::Stay;
        }
        let firsts = lines.len().saturating_sub(height) + 1;
        let by = match reach {
            Reach::Row => 1,
            _ => height.max(2) - 1,
        };
        self.past = moved(self.past.min(firsts - 1), turn, by, firsts);
        Outcome::Stay
    }

    /// The words of the letter, or their citation.
    fn copied(&self, portion: Portion, under: Under) -> Option<String> {
        let letter = &under.reader.letter;
        let cited = self.cited(letter);
        cited.first()?;
        match portion {
            Portion::Citation => {
                let citations = cited.iter().map(|at| cite::cite(letter, *at, under.style));
                Some(citations.collect::<Vec<_>>().join("\n"))
            }
            Portion::Quote => {
                let words = self.words(under);
                Some(cite::quoted_from(letter, &words, &cited, under.style))
            }
            _ => None,
        }
    }

    /// The places whose words the quotation has: all of one that stands there in parts, else the one that is chosen.
    fn own_places(&self) -> &[Span] {
        match (self.found.verdict, self.place()) {
            (_, None) => &[],
            (Verdict::Literal, _) => &self.found.places,
            _ => &self.found.places[self.chosen..=self.chosen],
        }
    }

    /// The addresses of these, each once.
    fn cited(&self, letter: &Letter) -> Vec<Option<Address>> {
        let places = self.own_places().iter();
        let mut cited: Vec<_> = places
            .map(|place| letter.address(place.paragraph))
            .collect();
        cited.dedup();
        cited
    }

    /// The words of the letter in the place of the quotation. What it leaves out is left out here too.
    fn words(&self, under: Under) -> String {
        let places = self.own_places().iter();
        let words = places.map(|place| under.words_of(*place));
        let between = if self.found.goes_on { " " } else { " […] " };
        words.collect::<Vec<_>>().join(between)
    }

    /// The frame around what came of it: at the top of the pane of the text.
    #[must_use]
    pub fn frame(&self, under: Under) -> Area {
        frame(under.reader.regions().main, self.lines(under).len(), None)
    }

    /// All lines of what came of it.
    #[must_use]
    pub fn lines(&self, under: Under) -> Vec<Line> {
        let main = under.reader.regions().main;
        let width = usize::from(WIDEST.min(main.width).saturating_sub(4)).max(1);
        let found = &self.found;
        let mut lines = Lines::within(width);
        let verdict = under.words.verdict_on_quote(found).to_owned();
        lines.put(None, 0, &[(verdict, Tone::Bold)]);
        lines.blank();
        for (index, &place) in found.places.iter().enumerate() {
            self.place_lines(index, place, under, &mut lines);
        }
        if let Some(told) = under.words.further_places(&under.reader.letter, found) {
            lines.put(None, 0, &[(told, Tone::Plain)]);
        }
        if !found.differences.is_empty() {
            let words = &under.words.verify;
            let legend = [
                (marked(words.in_letter, LETTER), Tone::Gone),
                ("  ".to_owned(), Tone::Plain),
                (marked(words.in_quote, QUOTE), Tone::Added),
            ];
            lines.put(None, 0, &legend);
        }
        let stands = found.verdict != Verdict::Absent;
        let letter = &under.reader.letter;
        for address in self.cited(letter).into_iter().filter(|_| stands) {
            let citation = cite::cite(letter, address, under.style);
            for line in citation.lines() {
                lines.put(None, 0, &[(line.to_owned(), Tone::Faint)]);
            }
        }
        lines.lines
    }

    /// The lines of one place: its sentence with the words that the quotation has, and what stands around.
    fn place_lines(&self, index: usize, place: Span, under: Under, lines: &mut Lines) {
        let (found, letter) = (&self.found, &under.reader.letter);
        let around = verify::around(letter, place);
        let address = under.words.address(letter, place.paragraph);
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
        let words = under.words.cli();
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
