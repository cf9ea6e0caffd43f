//! What the current paragraph is made of: who is named in it, its notes, and what it states. It stands in the room that is
//! left over beside a response.

use super::{
    App,
    pieces::{Line, Lines, Piece, Tone},
};
use crate::{
    letter::{Span, Statement, visible_line},
    reading::{flow::superscript, signals},
};

/// The longest paragraph that is looked through for what it states, in bytes.
const LONGEST: usize = 5_000;

impl App {
    /// The lines that say it, of so many cells and no more of them than there are rows; none where there is nothing to say,
    /// or hardly any room.
    #[must_use]
    pub fn made_of(&self, width: u16, rows: usize) -> Vec<Line> {
        // A heading alone says nothing.
        if rows < 2 {
            return Vec::new();
        }
        let paragraph = self.reader.here();
        let told = [
            self.named_in(paragraph),
            self.notes_in(paragraph),
            self.stated_in(paragraph),
        ];
        let mut lines = Lines::within(usize::from(width).max(1));
        let address = self.words.address(&self.reader.letter, paragraph);
        let heading = self.words.compare.made_of.replace("{}", &address);
        lines.put(None, 0, &[(heading, Tone::Faint)]);
        for pieces in told.iter().flatten() {
            lines.put(None, 0, pieces);
        }
        let mut lines = lines.lines;
        if lines.len() > rows {
            lines.truncate(rows);
            if let Some(last) = lines.last_mut() {
                last.pieces = vec![("…".to_owned(), Tone::Faint)];
            }
        }
        if lines.len() > 1 { lines } else { Vec::new() }
    }

    /// Each name in a paragraph once, with its kind.
    fn named_in(&self, paragraph: usize) -> Vec<Vec<Piece>> {
        let letter = &self.reader.letter;
        let whole = Span {
            paragraph,
            start: 0,
            end: letter.paragraph(paragraph).len(),
        };
        let mut named: Vec<usize> = Vec::new();
        for mention in self.reader.mentions.touching(whole) {
            if !named.contains(&mention.entity) {
                named.push(mention.entity);
            }
        }
        let told = |entity: usize| {
            let kind = self.words.kind(self.reader.entity(entity).kind);
            let name = self.under().entity_name(entity).to_owned();
            vec![(name, Tone::Plain), (format!(" · {kind}"), Tone::Faint)]
        };
        named.into_iter().map(told).collect()
    }

    /// The notes of a paragraph that have words.
    fn notes_in(&self, paragraph: usize) -> Vec<Vec<Piece>> {
        let letter = &self.reader.letter;
        let told = |mark: &crate::letter::NoteMark| {
            let words = letter.note_words(*mark)?.replace('\n', " ");
            let number = superscript(mark.number) + " ";
            Some(vec![
                (number, Tone::Faint),
                (visible_line(&words), Tone::Plain),
            ])
        };
        letter.marks_in(paragraph).iter().filter_map(told).collect()
    }

    /// What a paragraph states, and whose reading that is where it is not the makers'.
    fn stated_in(&self, paragraph: usize) -> Vec<Vec<Piece>> {
        let letter = &self.reader.letter;
        let ours = letter.knows_statements();
        let found: Vec<Statement> = if ours {
            let all = self.reader.statements().iter();
            all.filter(|one| one.span.paragraph == paragraph)
                .copied()
                .collect()
        } else if letter.paragraph(paragraph).len() <= LONGEST {
            signals::statements_in(letter, paragraph)
        } else {
            Vec::new()
        };
        let told = |one: &Statement| {
            let kind = format!("{}: ", self.words.statement(one.kind));
            let words = format!("‘{}’", letter.words(one.span));
            vec![(kind, Tone::Faint), (words, Tone::Plain)]
        };
        let mut lines: Vec<Vec<Piece>> = found.iter().map(told).collect();
        if !lines.is_empty() {
            lines.push(vec![(self.words.read_by(ours).to_owned(), Tone::Faint)]);
        }
        lines
    }
}
