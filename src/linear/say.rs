//! What is said of the letter: a paragraph in a line, with what stands beside it in lines of their own.

use super::{
    Conversation,
    whole::{section_name, stance_line, teller},
};
use crate::{
    app::{
        Overlay,
        card::{Card, CardSubject},
        message::Act,
    },
    letter::{Kind, LINE_END, NoteMark, Role, in_message},
};
use std::ops::Range;

impl Conversation {
    /// A paragraph with its address, in one line; before the first of a section what section it is, and
    /// behind it what one left there oneself.
    pub(super) fn paragraph(&self, index: usize) -> String {
        let (app, words) = (&self.app, &self.words[0]);
        let letter = &app.reader().letter;
        let section = &letter.sections()[letter.section_of(index)];
        let head = letter.head();
        let mut text = String::new();
        let begins = index == section.paragraphs.start.max(head.end);
        if begins {
            let name = section_name(app, section);
            text += &words.section.replace("{title}", &name);
            if let Some(stance) = stance_line(app, words, section) {
                text += &[" ", &stance].concat();
            }
            text.push('\n');
        }
        if head.contains(&index) {
            for line in head {
                text += &[letter.paragraph(line), "\n"].concat();
            }
            return text;
        }
        let address = app.words().address(letter, index);
        text += &address;
        if letter.paragraphs()[index].role == Role::Recommendation {
            text += &[", ", words.recommendation].concat();
        }
        if let Some(kind) = self.kind(index) {
            text += &[", ", &kind].concat();
        }
        text += ": ";
        text += &self.words_of(index);
        text.push('\n');
        if let Some(mark) = app.reader().mark_at(index) {
            if mark.bookmarked {
                text += &[words.bookmarked, "\n"].concat();
            }
            if !mark.note.is_empty() {
                text += &words
                    .noted
                    .replace("{}", &mark.note.replace(LINE_END, "\n"));
                text.push('\n');
            }
        }
        text += &self.hedges_in(index);
        text
    }

    /// What a paragraph is, where it is no running text: one that is seen by where it stands has to be named.
    fn kind(&self, index: usize) -> Option<String> {
        let (letter, words) = (&self.app.reader().letter, &self.words[0]);
        if let Some(note) = letter.note_at(index) {
            return Some(words.note_mark.replace("{}", &note.number.to_string()));
        }
        Some(match letter.kind(index) {
            Kind::Text => return None,
            Kind::Heading { .. } => words.heading.to_owned(),
            Kind::Row { .. } => words.row.to_owned(),
            Kind::Item { .. } => words.point.to_owned(),
        })
    }

    /// The words of a paragraph as they are read aloud: without the sign before a point, and each cell of a row
    /// behind the head of its column.
    fn words_of(&self, index: usize) -> String {
        let letter = &self.app.reader().letter;
        let all = 0..letter.paragraph(index).len();
        match letter.kind(index) {
            Kind::Row { head: false, table } => {
                let heads = self.heads(index, table);
                let cells = letter.cells(index).iter().enumerate();
                let cells = cells.filter(|(_, cell)| !cell.text.is_empty());
                let cells = cells.map(|(column, cell)| {
                    let words = self.with_marks(index, cell.text.clone());
                    match heads.get(column).filter(|head| !head.is_empty()) {
                        Some(head) => format!("{head}: {words}"),
                        None => words,
                    }
                });
                cells.collect::<Vec<_>>().join("; ")
            }
            Kind::Row { head: true, .. } => {
                let cells = letter.cells(index).iter();
                let cells = cells.filter(|cell| !cell.text.is_empty());
                let cells = cells.map(|cell| self.with_marks(index, cell.text.clone()));
                cells.collect::<Vec<_>>().join("; ")
            }
            Kind::Item { .. } => {
                let label = letter.label(index);
                let sign = label.filter(|label| !label.contains(char::is_alphanumeric));
                let start = sign.map_or(0, |sign| (sign.len() + 1).min(all.end));
                self.with_marks(index, start..all.end)
            }
            _ => self.with_marks(index, all),
        }
    }

    /// The heads of the columns over a row, where the last head of its table has a cell for each of its own.
    fn heads(&self, index: usize, table: u32) -> Vec<&str> {
        let letter = &self.app.reader().letter;
        let same =
            |at: &usize| matches!(letter.kind(*at), Kind::Row { table: own, .. } if own == table);
        let is_head = |at: &usize| matches!(letter.kind(*at), Kind::Row { head: true, .. });
        let head = (0..index).rev().take_while(same).find(is_head);
        let cells = head.map_or(&[][..], |head| letter.cells(head));
        let spans = |at: usize| {
            letter
                .cells(at)
                .iter()
                .map(|cell| cell.columns)
                .sum::<u16>()
        };
        match head {
            Some(head)
                if cells.len() == letter.cells(index).len() && spans(head) == spans(index) =>
            {
                cells
                    .iter()
                    .map(|cell| &letter.paragraph(head)[cell.text.clone()])
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Words of a paragraph, with note marks that can be heard.
    fn with_marks(&self, index: usize, bytes: Range<usize>) -> String {
        let letter = &self.app.reader().letter;
        let words = &letter.paragraph(index)[..bytes.end];
        let mut text = String::with_capacity(words.len());
        let mut from = bytes.start;
        let own = |mark: &&NoteMark| {
            mark.byte <= bytes.end && (mark.byte > bytes.start || bytes.start == 0)
        };
        for mark in letter.marks_in(index).iter().filter(own) {
            text += &words[from..mark.byte];
            let number = self.words[0]
                .note_mark
                .replace("{}", &mark.number.to_string());
            text += &[" (", &number, ")"].concat();
            from = mark.byte;
        }
        text + &words[from..]
    }

    /// Where the reader stands.
    pub(super) fn here(&self) -> String {
        let (app, here) = (&self.app, self.app.reader().here());
        let letter = &app.reader().letter;
        let section = &letter.sections()[letter.section_of(here)];
        self.words[0]
            .here
            .replace("{address}", &app.words().address(letter, here))
            .replace("{title}", &section_name(app, section))
            .replace("{percentage}", &app.reader().percentage().to_string())
            + "\n"
    }

    /// The recommendation that the current section answers.
    pub(super) fn recommendation(&self) -> String {
        let letter = &self.app.reader().letter;
        let section = &letter.sections()[letter.section_of(self.app.reader().here())];
        let paragraphs = letter.recommendation(section);
        if paragraphs.is_empty() {
            return self.words[0].no_recommendation.to_owned() + "\n";
        }
        paragraphs.map(|index| self.paragraph(index)).collect()
    }

    /// What is ours of the current section, with the sentences that show it.
    pub(super) fn stance(&self) -> String {
        let (app, words) = (&self.app, &self.words[0]);
        let letter = &app.reader().letter;
        let section = &letter.sections()[letter.section_of(app.reader().here())];
        let (Some(stance), Some(mut text)) = (
            letter.stance(section),
            stance_line(app, words, section).map(|line| line + "\n"),
        ) else {
            return words.no_stance.to_owned() + "\n";
        };
        for [address, sentence] in teller(app).quotes(stance) {
            let proof = words.proof.replace("{address}", &address);
            text += &proof.replace("{sentence}", &sentence);
            text.push('\n');
        }
        text
    }

    /// What a name stands for; without one, what stands in the current paragraph.
    pub(super) fn card(&mut self, typed: &str) -> String {
        if !typed.is_empty() {
            self.find(typed);
            self.act(Act::Card);
            let text = if let Some(Overlay::Card(card)) = self.app.overlay() {
                self.card_text(card.subject)
            } else {
                let words = self.words[0].nothing_named;
                words.replace("{}", &in_message(typed)) + "\n"
            };
            self.app.take_notice();
            if self.app.overlay().is_some() {
                self.act(Act::Close);
            }
            return text;
        }
        let stops = self.app.reader().stops_in(self.app.reader().here());
        let mut text = String::new();
        let mut told = Vec::new();
        for stop in stops {
            let subject = CardSubject::of(stop);
            if !told.contains(&subject) {
                text += &self.card_text(subject);
                told.push(subject);
            }
        }
        if text.is_empty() {
            text = self.words[0].nobody.to_owned() + "\n";
        }
        text
    }

    /// A card as lines: what it is called, what it says.
    fn card_text(&self, subject: CardSubject) -> String {
        let card = Card { subject, chosen: 0 };
        let (title, lines) = (card.title(self.app.under()), card.words(self.app.under()));
        let lines = lines.iter().map(|(line, _)| line);
        let lines = lines.filter(|line| !line.is_empty());
        let lines: String = lines.map(|line| [&**line, "\n"].concat()).collect();
        [&*title, "\n", &lines].concat()
    }

    /// All that one left oneself.
    pub(super) fn marks(&self) -> String {
        let (app, words) = (&self.app, &self.words[0]);
        if app.reader().marks().is_empty() {
            return words.no_marks.to_owned() + "\n";
        }
        let count = app.reader().marks().len().to_string();
        let mut text = words.marks.replace("{}", &count) + "\n";
        for mark in app.reader().marks() {
            text += &self.paragraph(mark.paragraph);
        }
        text
    }
}
