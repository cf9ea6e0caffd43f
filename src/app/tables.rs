//! The tables of what the letter holds: which columns they have, and the cells of their rows. The
//! overview shows them and the command line prints them.

use super::{kept::KeptMark, marks::Mark, tags, words::Words};
use crate::{
    catalogue::{Abbreviation, Figure},
    letter::{Answer, Ask, Letter, Section, Span, Stance, StanceLabel, Statement},
    reading::{sentence, when::When},
};

/// A sentence that goes on for more than so many bytes before or behind what is told of is not told whole.
/// None of the embedded letter does.
const LONG: usize = 600;

/// How much of such a sentence is told on either side, in bytes.
const NEAR: usize = 80;

/// What is told in a table: a letter, in the words of the interface.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// The words of the interface.
    pub words: &'a Words,
}

impl Teller<'_> {
    /// The columns of the recommendations.
    #[must_use]
    pub fn recommendation_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[
            words.number,
            words.title,
            self.words.stances.hits,
            words.address,
            words.quote,
        ])
    }

    /// A recommendation: its number, our title, what the response comes to, and the address and words
    /// of the quotes that carry this.
    #[must_use]
    pub fn recommendation(&self, section: &Section, title: String) -> Vec<String> {
        let mut cells = vec![section.number.to_string(), title];
        if let Some(stance) = self.letter.stance(section) {
            cells.push(self.stance(stance).to_owned());
            let quotes = self.quotes(stance);
            let joined = |cell: usize, with: &str| {
                let cells = quotes.iter().map(|quote| quote[cell].as_str());
                cells.collect::<Vec<_>>().join(with)
            };
            cells.extend([joined(0, ", "), joined(1, " / ")]);
        } else {
            let unknown = self.words.stance(StanceLabel::Unknown);
            cells.extend([unknown.to_owned(), String::new(), String::new()]);
        }
        cells
    }

    /// What a stance is, in our words.
    #[must_use]
    pub fn stance<'a>(&self, stance: &'a Stance) -> &'a str {
        stance.words.get(self.words.language)
    }

    /// The quotes that carry a stance, each its address and its words.
    #[must_use]
    pub fn quotes(&self, stance: &Stance) -> Vec<[String; 2]> {
        let quote = |&span: &Span| [self.address(span), self.letter.words(span).to_owned()];
        stance.quotes.iter().map(quote).collect()
    }

    /// The columns of the statements.
    #[must_use]
    pub fn statement_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[
            words.address,
            words.kind,
            words.who,
            words.term,
            words.sentence,
        ])
    }

    /// A statement: its address, what it does, who does it, its term, its words.
    #[must_use]
    pub fn statement(&self, statement: &Statement) -> Vec<String> {
        let part = |part: Option<Span>| part.map_or("", |part| self.letter.words(part)).to_owned();
        vec![
            self.address(statement.span),
            self.words.statement(statement.kind).to_owned(),
            part(statement.who),
            part(statement.term),
            self.letter.words(statement.span).to_owned(),
        ]
    }

    /// The columns of the asks.
    #[must_use]
    pub fn ask_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[
            words.number,
            words.verdict,
            words.ask,
            words.address,
            words.quote,
        ])
    }

    /// An ask: the number of its section, how far it is answered, its words, and the addresses and words of what
    /// takes it up, or which words were looked for.
    #[must_use]
    pub fn ask(&self, ask: &Ask) -> Vec<String> {
        let answers = self.answers(ask);
        let joined = |cell: usize, with: &str| {
            let cells = answers.iter().map(|answer| answer[cell].as_str());
            let cells = cells.filter(|cell| !cell.is_empty());
            cells.collect::<Vec<_>>().join(with)
        };
        vec![
            self.letter.section_of_ask(ask).number.to_string(),
            self.words.verdict(ask.verdict).to_owned(),
            self.letter.words(ask.span).to_owned(),
            joined(0, ", "),
            joined(1, " / "),
        ]
    }

    /// What takes up an ask, each its address and its words behind what they do; first which words were looked
    /// for, where nothing does.
    #[must_use]
    pub fn answers(&self, ask: &Ask) -> Vec<[String; 2]> {
        let looked =
            (!ask.looked.is_empty()).then(|| [String::new(), self.words.looked_for(&ask.looked)]);
        let answers = ask.answers.iter();
        let answers = answers.map(|answer| [self.address(answer.span), self.answer(answer)]);
        looked.into_iter().chain(answers).collect()
    }

    /// Words that take up an ask, behind what they do.
    #[must_use]
    pub fn answer(&self, answer: &Answer) -> String {
        let words = self.letter.words(answer.span);
        format!("{}: {words}", self.words.how(answer.how))
    }

    /// The columns of the figures.
    #[must_use]
    pub fn figure_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[words.address, words.kind, words.figure, words.sentence])
    }

    /// A figure: its address, its kind, its words, and what is shown of its sentence.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> Vec<String> {
        vec![
            self.address(figure.span),
            self.words.figure(figure.kind).to_owned(),
            self.letter.words(figure.span).to_owned(),
            self.sentence(figure.span),
        ]
    }

    /// The columns of who and when.
    #[must_use]
    pub fn when_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[
            words.address,
            words.when_column,
            words.who,
            words.kind,
            words.sentence,
        ])
    }

    /// A time: its address, its words, who it is said of, what its sentence does or else what sort of time it is,
    /// and what is shown of its sentence.
    #[must_use]
    pub fn when(&self, when: &When) -> Vec<String> {
        let kind = match when.statement {
            Some(kind) => self.words.statement(kind),
            None => self.words.figure(when.kind),
        };
        let who = when.who.map_or("", |who| self.letter.words(who));
        vec![
            self.address(when.span),
            self.letter.words(when.span).to_owned(),
            who.to_owned(),
            kind.to_owned(),
            self.sentence(when.span),
        ]
    }

    /// The columns of the reader's own bookmarks and notes.
    #[must_use]
    pub fn note_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[words.address, words.kind, words.note, words.paragraph])
    }

    /// What is left at a paragraph: its address, a bookmark or a note, the note, how the paragraph begins.
    #[must_use]
    pub fn note(&self, mark: &Mark) -> Vec<String> {
        let words = &self.words.overview;
        let kind = if mark.bookmarked {
            words.bookmark
        } else {
            words.own_note
        };
        let first = Span {
            paragraph: mark.paragraph,
            start: 0,
            end: 0,
        };
        let own = tags::tags(&mark.note);
        let kind = [vec![kind], own].concat().join(" ");
        vec![
            self.words.address(self.letter, mark.paragraph),
            kind,
            mark.note.clone(),
            self.sentence(first),
        ]
    }

    /// A mark whose paragraph is not in the letter any more, made visible: its old address, that it stands
    /// nowhere, the note, and the words it belonged to.
    #[must_use]
    pub fn orphan(&self, mark: &KeptMark) -> Vec<String> {
        let nowhere = self.words.marks.nowhere.to_owned();
        let address = mark.anchor.address.as_ref();
        vec![
            address.map_or_else(String::new, |address| format!("({address})")),
            nowhere,
            mark.note.clone(),
            mark.anchor.kept_words(),
        ]
    }

    /// The columns of the abbreviations.
    #[must_use]
    pub fn abbreviation_head(&self) -> Vec<String> {
        let words = &self.words.overview;
        heads(&[
            words.abbreviation,
            words.meaning,
            words.said_by,
            words.count,
            words.sections,
        ])
    }

    /// An abbreviation: what it stands for, who says so, how often it stands where.
    #[must_use]
    pub fn abbreviation(&self, short: &Abbreviation) -> Vec<String> {
        let words = self.words;
        let by = match (short.said_at, short.explained_by()) {
            (Some(span), _) => {
                let said = words.overview.said_by_letter;
                said.replace("{}", &self.address(span))
            }
            (None, Some(_)) => words.overview.said_by_makers.to_owned(),
            (None, None) => String::new(),
        };
        let expansion = short.expansion.as_deref().unwrap_or(words.card.unknown);
        vec![
            short.short.clone(),
            expansion.to_owned(),
            by,
            short.spans().len().to_string(),
            words.sections(self.letter, short.spans()),
        ]
    }

    /// The address of the paragraph that a span is in.
    #[must_use]
    pub fn address(&self, span: Span) -> String {
        self.words.address(self.letter, span.paragraph)
    }

    /// The sentence that a span is in, with a mark where not all of it is told.
    fn sentence(&self, span: Span) -> String {
        let text = self.letter.paragraph(span.paragraph);
        let mut near = sentence::near(self.letter, span, LONG);
        if near.cut.contains(&true) {
            near = sentence::near(self.letter, span, NEAR);
        }
        let [before, after] = near.cut.map(|cut| if cut { "…" } else { "" });
        [before, text[near.start..near.end].trim(), after].concat()
    }
}

fn heads(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}
