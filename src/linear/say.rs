//! What is said of the letter: a paragraph in a line, with what stands beside it in lines of their own.

use super::{Conversation, words::LinearWords};
use crate::{
    app::{
        App, Overlay,
        card::{Card, CardSubject},
        message::Act,
        tables::Teller,
    },
    letter::{Role, Section, SectionKind, visible_line},
    reading::cite::{self, Style},
};

/// What the letter is called: its number and its title, as far as it has them.
pub(super) fn letter(app: &App) -> String {
    let short = app.reader().letter.short_title();
    let title = short.map(|title| title.get(app.words().language).to_owned());
    let title = title.or_else(|| app.reader().letter.facts.title.clone());
    let name = cite::cite(&app.reader().letter, None, Style::Kamerstuk);
    match title {
        Some(title) => format!("{name}, {title}"),
        None => name,
    }
}

/// `Aanbeveling 4, Mondiaal aanjagen, online`
fn section_name(app: &App, section: &Section) -> String {
    let title = app.title(section);
    let heading = app.reader().letter.heading(section);
    let heading = heading.map(|heading| heading.trim_end_matches([':', '.', '–', '-', ' ']));
    match heading {
        Some(heading) if section.kind == SectionKind::Recommendation => {
            format!("{heading}, {title}")
        }
        _ => title,
    }
}

/// The recommendations, a line each, with what is ours of them.
pub(super) fn recommendations(app: &App, words: &LinearWords) -> String {
    let mut text = String::new();
    for section in app.reader().letter.sections() {
        if section.kind != SectionKind::Recommendation {
            continue;
        }
        text += &section_name(app, section);
        text += ". ";
        text += &stance_line(app, words, section).unwrap_or_default();
        text.push('\n');
    }
    text
}

const fn teller(app: &App) -> Teller<'_> {
    Teller {
        letter: &app.reader().letter,
        words: app.words(),
    }
}

fn stance_line(app: &App, words: &LinearWords, section: &Section) -> Option<String> {
    let stance = app.reader().letter.stance(section)?;
    let told = teller(app).stance(stance);
    Some(words.ours.replace("{}", told))
}

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
        text += ": ";
        text += &self.with_marks(index);
        text.push('\n');
        if let Some(mark) = app.reader().mark_at(index) {
            if mark.bookmarked {
                text += &[words.bookmarked, "\n"].concat();
            }
            if !mark.note.is_empty() {
                text += &words.noted.replace("{}", &mark.note);
                text.push('\n');
            }
        }
        text
    }

    /// The words of a paragraph, with note marks that can be heard.
    fn with_marks(&self, index: usize) -> String {
        let letter = &self.app.reader().letter;
        let words = letter.paragraph(index);
        let mut text = String::with_capacity(words.len());
        let mut from = 0;
        for mark in letter.marks_in(index) {
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
                words.replace("{}", &visible_line(typed)) + "\n"
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
        let (title, lines) = (self.app.card_title(card), self.app.card_words(card));
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
