//! Copying: what can be copied from here, and exactly what each would be.

use super::{
    Reader, Under,
    cursor::moved,
    message::{Act, Turn},
    on_top::OnTop,
    outcome::{Outcome, Over},
    pieces::Weight,
};
pub use super::{
    message::{Portion, Way},
    under::NoteMarks,
};
use crate::{
    letter::{SectionKind, Span, visible},
    reading::{cite, layout},
};

/// The menu of what can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyMenu {
    /// The portion whose text shows whole.
    pub chosen: Portion,
}

/// A text that could not be known to reach a clipboard, to be selected by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// What has been tried.
    pub tried: String,
    /// How the name of a file starts in which it is written.
    pub stem: String,
    /// The first row of it that shows.
    pub first: usize,
    /// What it lies over.
    pub(super) over: Over,
}

impl Reader {
    fn whole(&self, paragraph: usize) -> Span {
        Span {
            paragraph,
            start: 0,
            end: self.letter.paragraph(paragraph).len(),
        }
    }

    /// How the name of a file starts in which the text is written that was copied last.
    #[must_use]
    pub fn copy_stem(&self) -> String {
        match self.copied_at {
            Some(address) => format!("kamerbrief-{address}"),
            None => "kamerbrief".to_owned(),
        }
    }

    /// How many rows a text has that is shown to be selected by hand.
    #[must_use]
    pub fn shown_rows(&self) -> usize {
        usize::from(self.size.rows.saturating_sub(1))
    }
}

impl OnTop for CopyMenu {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Take(portion) => return Outcome::Take(portion),
            Act::CopyChosen => return Outcome::Take(self.chosen),
            Act::Choose(turn, _) => {
                let offered: Vec<_> = under.offered().map(|(portion, _)| portion).collect();
                let at = offered.iter().position(|portion| *portion == self.chosen);
                let to = moved(at.unwrap_or_default(), turn, 1, offered.len());
                self.chosen = offered[to];
            }
            Act::CiteStyle => return Outcome::NextStyle,
            Act::NoteMarks => return Outcome::TurnNoteMarks,
            Act::Close => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }
}

impl OnTop for Shown {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Save => Outcome::Save {
                stem: self.stem.clone(),
                text: self.text.clone(),
            },
            Act::Choose(turn, _) => self.scroll(turn, under),
            Act::Close => Outcome::Back(self.over),
            _ => Outcome::Stay,
        }
    }
}

impl Shown {
    fn scroll(&mut self, turn: Turn, under: Under) -> Outcome {
        let rows = under.reader.shown_rows();
        let firsts = self.lines(under).len().saturating_sub(rows) + 1;
        self.first = moved(self.first.min(firsts - 1), turn, 1, firsts);
        Outcome::Stay
    }

    /// The lines of a text that is shown to be selected by hand, what is said of it first.
    #[must_use]
    pub fn lines(&self, under: Under) -> Vec<(String, Weight)> {
        let width = usize::from(under.reader.size.columns);
        let wrapped = |text: &str, weight: Weight| {
            let rows = layout::wrap_whole(text, width);
            rows.iter()
                .map(|row| (text[row.start..row.end].to_owned(), weight))
                .collect::<Vec<_>>()
        };
        let mut lines = wrapped(under.words.copy.shown, Weight::Bold);
        lines.extend(wrapped(&self.tried, Weight::Faint));
        lines.push((String::new(), Weight::Plain));
        lines.extend(
            visible(&self.text)
                .split('\n')
                .flat_map(|line| wrapped(line, Weight::Plain)),
        );
        lines
    }
}

impl Under<'_> {
    /// What can be copied from here, and what each would be.
    pub fn offered(self) -> impl Iterator<Item = (Portion, String)> {
        Portion::ALL
            .into_iter()
            .filter_map(move |portion| Some((portion, self.copied(portion)?)))
    }

    /// Exactly what is copied as this portion, if there is any of it here: the letter's own words,
    /// to be made visible where they are shown.
    #[must_use]
    pub fn copied(&self, portion: Portion) -> Option<String> {
        let here = self.reader.here();
        let address = self.reader.letter.address(here);
        let section = &self.reader.letter.sections()[self.reader.letter.section_of(here)];
        let join = |paragraphs: std::ops::Range<usize>| -> Option<String> {
            let texts: Vec<String> = paragraphs
                .map(|paragraph| self.words_of(self.reader.whole(paragraph)))
                .collect();
            (!texts.is_empty()).then(|| texts.join("\n\n"))
        };
        match portion {
            Portion::Paragraph => Some(self.words_of(self.reader.whole(here))),
            Portion::Citation => Some(cite::cite(&self.reader.letter, address, self.style)),
            Portion::Quote => {
                let words = self.words_of(self.reader.selection.unwrap_or(self.reader.whole(here)));
                Some(cite::quoted(
                    &self.reader.letter,
                    &words,
                    address,
                    self.style,
                ))
            }
            Portion::Link => self.reader.letter.facts.link(),
            Portion::Response if section.kind == SectionKind::Recommendation => {
                join(self.reader.letter.response(section))
            }
            Portion::Recommendation => join(self.reader.letter.recommendation(section)),
            Portion::Selection => Some(self.words_of(self.reader.selection?)),
            Portion::Response => None,
        }
    }

    /// The letter's own words in a span, with or without its note marks.
    pub(super) fn words_of(&self, span: Span) -> String {
        let own = |start, end| self.reader.letter.own_words(Span { start, end, ..span });
        if self.note_marks == NoteMarks::Left {
            return own(span.start, span.end).into_owned();
        }
        let mut words = String::new();
        let mut from = span.start;
        for mark in self.reader.letter.marks_in(span.paragraph) {
            if span.start < mark.byte && mark.byte <= span.end {
                words += &own(from, mark.byte);
                words += &["[", &mark.number.to_string(), "]"].concat();
                from = mark.byte;
            }
        }
        words + &own(from, span.end)
    }
}
