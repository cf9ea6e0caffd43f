//! Copying: what can be copied from here, and exactly what each would be.

use super::{
    App, Overlay, Reader,
    card::Weight,
    message::{Act, Effect, Turn},
};
pub use crate::keys::parts::Portion;
use crate::{
    letter::{SectionKind, Span, visible},
    reading::{
        cite::{self, Style},
        layout,
    },
};

/// Whether note marks are copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteMarks {
    /// They are left out.
    #[default]
    Left,
    /// They are kept, as numbers in square brackets.
    Kept,
}

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
    pub over: Over,
}

/// What a text to be selected by hand lies over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The text of the letter.
    Text,
    /// The overview.
    Overview,
    /// What came of looking for a quotation.
    Verified,
    /// The basket.
    Basket,
}

/// Which way a copied text went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Into tmux, which passes it on to the terminal's clipboard.
    Tmux,
    /// By the escape sequence OSC 52 to a terminal known to take it.
    Terminal,
    /// By a program of the platform, of this name.
    Program(&'static str),
    /// By OSC 52 to a terminal of which nobody knows whether it takes it.
    Unknown,
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

impl App {
    pub(super) fn open_copy(&mut self) {
        let chosen = if self.reader.selection.is_some() {
            Portion::Selection
        } else {
            Portion::Paragraph
        };
        self.overlay = Some(Overlay::Copy(CopyMenu { chosen }));
    }

    pub(super) fn copy_act(&mut self, act: Act) -> Option<Effect> {
        let Some(Overlay::Copy(CopyMenu { chosen })) = self.overlay else {
            return None;
        };
        match act {
            Act::Take(portion) => return self.take_copy(portion),
            Act::CopyChosen => return self.take_copy(chosen),
            Act::Choose(turn, _) => {
                let offered: Vec<_> = self.offered().map(|(portion, _)| portion).collect();
                let at = offered
                    .iter()
                    .position(|portion| *portion == chosen)
                    .unwrap_or_default();
                let to = match turn {
                    Turn::On => (at + 1).min(offered.len().saturating_sub(1)),
                    Turn::Back => at.saturating_sub(1),
                };
                self.overlay = offered
                    .get(to)
                    .map(|&chosen| Overlay::Copy(CopyMenu { chosen }));
            }
            Act::CiteStyle => self.next_style(),
            Act::NoteMarks => {
                self.note_marks = match self.note_marks {
                    NoteMarks::Left => NoteMarks::Kept,
                    NoteMarks::Kept => NoteMarks::Left,
                };
            }
            Act::Close => self.overlay = None,
            _ => {}
        }
        None
    }

    /// The next style of citations.
    pub(super) fn next_style(&mut self) {
        let mut styles = Style::ALL.iter();
        let at = styles.position(|style| *style == self.style);
        self.style = Style::ALL[(at.unwrap_or_default() + 1) % Style::ALL.len()];
    }

    pub(super) fn take_copy(&mut self, portion: Portion) -> Option<Effect> {
        let Some(text) = self.copied(portion) else {
            self.overlay = None;
            self.notice = Some(self.words.copy.nothing.to_owned());
            return None;
        };
        self.overlay = None;
        self.reader.copied_at = self.reader.letter.address(self.reader.here());
        self.reader.selection = None;
        Some(Effect::Copy(text))
    }

    /// What can be copied from here, and what each would be.
    pub fn offered(&self) -> impl Iterator<Item = (Portion, String)> + '_ {
        Portion::ALL
            .into_iter()
            .filter_map(|portion| Some((portion, self.copied(portion)?)))
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

    /// Takes notice of which way a copied text went.
    pub fn tell_copied(&mut self, way: &Way, text: String) {
        let words = &self.words.copy;
        self.notice = Some(match way {
            Way::Tmux => words.by_tmux.to_owned(),
            Way::Terminal => words.by_terminal.to_owned(),
            Way::Program(name) => words.by_program.replace("{}", name),
            Way::Unknown => {
                let tried = words.unknown.to_owned();
                return self.show_copied(text, tried);
            }
        });
    }

    /// Takes notice of where a text was written that is too long for the terminal, or why it was not.
    pub fn tell_too_long(&mut self, written: Result<String, String>, text: String) {
        let words = &self.words.copy;
        let tried = match written {
            Ok(path) => words.too_long.replace("{}", &path),
            Err(sentence) => words.too_long_unsaved.replace("{}", &sentence),
        };
        self.show_copied(text, tried);
    }

    /// Shows a copied text to be selected by hand, and what has been tried.
    fn show_copied(&mut self, text: String, tried: String) {
        let over = match self.overlay {
            Some(Overlay::Verified) => Over::Verified,
            Some(Overlay::Basket) => Over::Basket,
            _ if self.shows_overview() => Over::Overview,
            _ => Over::Text,
        };
        self.overlay = Some(Overlay::Shown(Shown {
            over,
            text,
            tried,
            stem: self.reader.copy_stem(),
            first: 0,
        }));
    }

    /// Takes notice of where a text was written, or why it was not.
    pub fn tell_saved(&mut self, written: Result<String, String>) {
        self.close_shown();
        self.notice = Some(match written {
            Ok(name) => self.words.copy.saved.replace("{}", &name),
            Err(sentence) => sentence,
        });
    }

    pub(super) fn shown_act(&mut self, act: Act) -> Option<Effect> {
        let Some(Overlay::Shown(shown)) = &mut self.overlay else {
            return None;
        };
        match act {
            Act::Save => {
                let (stem, text) = (shown.stem.clone(), shown.text.clone());
                return Some(Effect::Save { stem, text });
            }
            Act::Choose(turn, _) => self.scroll_shown(turn),
            Act::Close => self.close_shown(),
            _ => {}
        }
        None
    }

    fn close_shown(&mut self) {
        let Some(Overlay::Shown(shown)) = &self.overlay else {
            return;
        };
        self.overlay = match shown.over {
            Over::Text => None,
            Over::Overview => Some(Overlay::Overview),
            Over::Verified => Some(Overlay::Verified),
            Over::Basket => Some(Overlay::Basket),
        };
    }

    fn scroll_shown(&mut self, turn: Turn) {
        let last = self
            .shown_lines()
            .len()
            .saturating_sub(self.reader.shown_rows());
        if let Some(Overlay::Shown(shown)) = &mut self.overlay {
            shown.first = match turn {
                Turn::On => (shown.first + 1).min(last),
                Turn::Back => shown.first.min(last).saturating_sub(1),
            };
        }
    }

    /// The lines of a text that is shown to be selected by hand, what is said of it first.
    #[must_use]
    pub fn shown_lines(&self) -> Vec<(String, Weight)> {
        let Some(Overlay::Shown(shown)) = &self.overlay else {
            return Vec::new();
        };
        let width = usize::from(self.reader.size.columns);
        let wrapped = |text: &str, weight: Weight| {
            let rows = layout::wrap_whole(text, width);
            rows.iter()
                .map(|row| (text[row.start..row.end].to_owned(), weight))
                .collect::<Vec<_>>()
        };
        let mut lines = wrapped(self.words.copy.shown, Weight::Bold);
        lines.extend(wrapped(&shown.tried, Weight::Faint));
        lines.push((String::new(), Weight::Plain));
        lines.extend(
            visible(&shown.text)
                .split('\n')
                .flat_map(|line| wrapped(line, Weight::Plain)),
        );
        lines
    }
}
