//! `list`: the tables of what the letter holds.

use super::{
    Desk, Printout, Text,
    args::{Format, Table},
    asks, hedges, json,
    paper::Ink,
    printout::write,
    sentences::{self, Sentence},
    timeline,
};
use crate::{
    app::{stance::sign, tables::Teller},
    catalogue::{Abbreviations, FigureKind, Figures},
    letter::{Ask, NoteMark, Section, SectionKind, StanceLabel, Statement},
    reading::{markdown::escape, signals, table, when::When},
};
use std::{
    borrow::Cow,
    fmt::{self, Write},
};

/// Rows of cells, made one by one.
type Rows<'a> = Box<dyn Iterator<Item = Vec<String>> + 'a>;

/// A table to be printed.
struct Sheet<'a> {
    desk: &'a Desk,
    table: Table,
    held: Held<'a>,
}

/// What a table holds.
enum Held<'a> {
    /// The entities, by index in the catalogue.
    Entities(Vec<usize>),
    Recommendations(Vec<&'a Section>),
    Asks(Vec<Ask>),
    Abbreviations(Abbreviations),
    Statements(Vec<Statement>),
    /// The figures of this kind, or all: there may be more of them than can be taken together.
    Figures(Figures, Option<&'a str>),
    Times(Vec<When>),
    Hedges(Vec<hedges::Section>),
    Notes(&'a [NoteMark]),
}

pub fn list<'a>(
    desk: &'a Desk,
    table: Table,
    kind: Option<&'a str>,
    format: Format,
) -> Printout<'a> {
    let sheet = Sheet {
        desk,
        table,
        held: Held::of(desk, table, kind),
    };
    let found = sheet.rows().next().is_some();
    let text = Text::written(move |out| match format {
        Format::Json => sheet.json(out),
        Format::Tsv => write(out, table::tabs(sheet.head(), sheet.rows())),
        Format::Markdown => {
            write(out, table::markdown(sheet.head(), sheet.rows()))?;
            let told = about(desk, table).map(|about| ["\n*", &escape(about), "*\n"].concat());
            write(out, told)
        }
        Format::Text => match &sheet.held {
            Held::Recommendations(own) => write(out, own.iter().map(|own| stance(desk, own))),
            Held::Asks(asks) => out.write_str(&asks::text(desk, table, asks)),
            Held::Statements(own) if !own.is_empty() => {
                write(out, sheet.lines())?;
                let told = about(desk, table).map(|about| ["\n", about, "\n"].concat());
                write(out, told)
            }
            Held::Times(whens) => out.write_str(&timeline::text(desk, whens)),
            Held::Hedges(hedges) => out.write_str(&hedges::text(desk, hedges)),
            _ => write(out, sheet.lines()),
        },
    });
    Printout {
        text,
        found,
        aside: None,
    }
}

/// What is said of a table beside it: what in it is a reading of ours, and which notes are meant.
#[must_use]
pub fn about(desk: &Desk, table: Table) -> Option<&'static str> {
    let words = desk.words.cli();
    match table {
        Table::Recommendations => Some(words.stances_are),
        Table::Asks | Table::Implied => Some(asks::about(desk, table)),
        Table::Statements if desk.letter.knows_statements() => Some(words.statements_are),
        Table::Statements => Some(words.statements_by_rule),
        Table::Hedges => Some(words.hedges_are),
        Table::Timeline => Some(desk.words.when_read_by(&desk.letter)),
        Table::Notes => Some(words.notes_are),
        Table::Entities | Table::Abbreviations | Table::Figures => None,
    }
}

impl<'a> Held<'a> {
    /// What a table holds of this kind, or all of it.
    fn of(desk: &'a Desk, table: Table, kind: Option<&'a str>) -> Self {
        let letter = &desk.letter;
        match table {
            Table::Entities => Self::Entities(named(desk, kind)),
            Table::Recommendations => {
                let sections = letter.sections().iter();
                let own = sections.filter(|section| section.kind == SectionKind::Recommendation);
                Self::Recommendations(own.collect())
            }
            Table::Asks | Table::Implied => Self::Asks(asks::asks(letter, table, kind)),
            Table::Abbreviations => Self::Abbreviations(Abbreviations::find(letter)),
            Table::Statements => {
                let mut statements = signals::statements(letter);
                statements.retain(|statement| kind.is_none_or(|kind| statement.kind.id() == kind));
                Self::Statements(statements)
            }
            Table::Figures => Self::Figures(Figures::find(letter), kind),
            Table::Timeline => Self::Times(timeline::whens(letter, kind)),
            Table::Hedges => Self::Hedges(hedges::sections(letter)),
            Table::Notes => Self::Notes(letter.marks()),
        }
    }
}

impl Sheet<'_> {
    fn head(&self) -> &'static [&'static str] {
        match self.table {
            Table::Entities => &["kind", "name", "abbreviation", "mentions", "sections"],
            Table::Recommendations => &["number", "title", "stance", "address", "quote", "reading"],
            Table::Asks | Table::Implied => &asks::HEAD,
            Table::Abbreviations => &[
                "abbreviation",
                "expansion",
                "explained by",
                "mentions",
                "sections",
            ],
            Table::Statements => &["kind", "address", "term", "sentence", "who", "reading"],
            Table::Figures => &["kind", "address", "figure", "sentence"],
            Table::Timeline => &timeline::HEAD,
            Table::Hedges => &hedges::HEAD,
            Table::Notes => &["number", "address", "text"],
        }
    }

    /// Which column says what a row is of.
    const fn name(&self) -> usize {
        match self.table {
            Table::Statements => 0,
            Table::Asks | Table::Implied | Table::Figures => 2,
            Table::Timeline | Table::Hedges => 3,
            Table::Entities | Table::Recommendations | Table::Abbreviations | Table::Notes => 1,
        }
    }

    /// Which column is running text, which in columns is the last, and stands under the others where it has
    /// to be wrapped.
    const fn told(&self) -> Option<usize> {
        match self.table {
            Table::Recommendations | Table::Hedges => Some(4),
            Table::Timeline => Some(6),
            Table::Asks | Table::Implied => Some(asks::TOLD),
            Table::Statements | Table::Figures => Some(3),
            Table::Entities | Table::Abbreviations | Table::Notes => None,
        }
    }

    fn rows(&self) -> Rows<'_> {
        let desk = self.desk;
        match &self.held {
            Held::Entities(named) => Box::new(named.iter().map(|index| entity(desk, *index))),
            Held::Recommendations(own) => {
                Box::new(own.iter().map(|section| recommendation(desk, section)))
            }
            Held::Asks(asks) => Box::new(asks.iter().map(|ask| asks::row(desk, ask))),
            Held::Abbreviations(all) => {
                let row = |short| teller(desk).abbreviation(short);
                Box::new(all.all().iter().map(row))
            }
            Held::Statements(all) => {
                Box::new(all.iter().map(|statement| statement_row(desk, statement)))
            }
            Held::Figures(all, kind) => {
                Box::new(figures(desk, all, *kind).map(|found| figure(desk, &found)))
            }
            Held::Times(whens) => Box::new(timeline::rows(desk, whens)),
            Held::Hedges(hedges) => Box::new(hedges::rows(desk, hedges)),
            Held::Notes(marks) => Box::new(marks.iter().map(|mark| note(desk, *mark))),
        }
    }

    fn json(&self, out: &mut dyn Write) -> fmt::Result {
        let (desk, letter) = (self.desk, &self.desk.letter);
        match &self.held {
            Held::Entities(named) => {
                let entity = |index: &usize| json::entity(desk, *index);
                json::write(out, &json::Each(|| named.iter().map(entity)))
            }
            Held::Recommendations(own) => {
                let recommendation = |own: &&_| json::recommendation(desk, own);
                json::write(out, &json::Each(|| own.iter().map(recommendation)))
            }
            Held::Asks(asks) if self.table == Table::Implied => {
                json::write(out, &asks::implied_json(letter, asks))
            }
            Held::Asks(asks) => json::write(out, &asks::json(letter, asks)),
            Held::Abbreviations(all) => {
                let abbreviation = |short| json::abbreviation(desk, short);
                json::write(out, &json::Each(|| all.all().iter().map(abbreviation)))
            }
            Held::Statements(all) => {
                json::write(out, &json::Each(|| json::statements(letter, all)))
            }
            Held::Figures(all, kind) => {
                let figures = || json::figures(letter, figures(desk, all, *kind));
                json::write(out, &json::Each(figures))
            }
            Held::Times(whens) => json::write(out, &json::Each(|| timeline::json(letter, whens))),
            Held::Hedges(hedges) => json::write(out, &json::Each(|| hedges::json(letter, hedges))),
            Held::Notes(marks) => {
                let note = |mark: &NoteMark| json::note(letter, *mark);
                json::write(out, &json::Each(|| marks.iter().map(note)))
            }
        }
    }

    /// The rows in columns; where there is a width, running text stands under the rest of its row.
    fn lines(&self) -> Box<dyn Iterator<Item = String> + '_> {
        let paper = self.desk.paper;
        let ink = move |column: usize, cell: &str| {
            if column == self.name() {
                paper.ink(Ink::Heading, cell)
            } else {
                cell.to_owned()
            }
        };
        let under = self.told().filter(|_| paper.width.is_some());
        let all = self.told().map_or(self.head().len(), |told| told + 1);
        let widths = table::widths(self.rows(), under.unwrap_or(all));
        let lines = table::columns(self.rows(), widths, ink);
        let Some(last) = under else {
            return Box::new(lines);
        };
        let told = lines.zip(self.rows());
        Box::new(told.map(move |(line, row)| line + &paper.paragraph("    ", &row[last], &[])))
    }
}

/// A recommendation, under it what the response to it comes to, whose reading that is, and the quotes that
/// carry it.
fn stance(desk: &Desk, section: &Section) -> String {
    let (letter, words, paper) = (&desk.letter, &desk.words, desk.paper);
    let title = letter.title(section);
    let title = title.map_or("", |title| title.get(words.language));
    let mut printed = paper.heading(format!("{}  {title}", section.number).trim_end());
    let Some(stance) = letter.stance(section) else {
        let unknown = words.stance(StanceLabel::Unknown);
        return printed + &paper.paragraph("   ", unknown, &[]);
    };
    let told = teller(desk).stance(stance);
    let told = format!("{told} ({})", words.read_by(letter.knows_stances()));
    printed += &paper.paragraph(&format!("{}  ", sign(stance.label)), &told, &[]);
    for quote in &stance.quotes {
        let margin = format!("   {:<4} ", words.address(letter, quote.paragraph));
        printed += &paper.paragraph(&margin, letter.words(*quote), &[]);
    }
    printed
}

fn teller(desk: &Desk) -> Teller<'_> {
    Teller {
        letter: &desk.letter,
        words: &desk.words,
    }
}

/// The entities named in the letter, in the order of the catalogue.
fn named(desk: &Desk, kind: Option<&str>) -> Vec<usize> {
    let (catalogue, mentions) = (desk.catalogue(), desk.mentions());
    (0..catalogue.count())
        .filter(|&index| mentions.of(index).len() > 0)
        .filter(|&index| kind.is_none_or(|kind| catalogue.entity(index).kind.id() == kind))
        .collect()
}

fn entity(desk: &Desk, index: usize) -> Vec<String> {
    let entity = desk.catalogue().entity(index);
    vec![
        desk.words.kind(entity.kind).to_owned(),
        entity.name_in(desk.words.language).to_owned(),
        entity.abbreviation.clone().unwrap_or_default(),
        desk.mentions().of(index).len().to_string(),
        desk.words.sections(&desk.letter, desk.mentions().of(index)),
    ]
}

fn recommendation(desk: &Desk, section: &Section) -> Vec<String> {
    let title = desk.letter.title(section);
    let title = title.map(|title| title.get(desk.words.language));
    let mut cells = teller(desk).recommendation(section, title.unwrap_or_default().to_owned());
    cells.push(match desk.letter.stance(section) {
        Some(_) => json::stances_read_by(&desk.letter).to_owned(),
        None => String::new(),
    });
    cells
}

fn statement_row(desk: &Desk, statement: &Statement) -> Vec<String> {
    let mut cells = teller(desk).statement(statement);
    // Who does it stands in the sentence; JSON tells it apart.
    cells.remove(2);
    cells.swap(0, 1);
    let who = statement.who.map(|who| desk.letter.words(who));
    let reading = json::statements_read_by(&desk.letter);
    cells.extend([who.unwrap_or_default(), reading].map(str::to_owned));
    cells
}

/// The figures of this kind, or all, each with what is printed of its sentence.
fn figures<'a>(
    desk: &'a Desk,
    all: &'a Figures,
    kind: Option<&'a str>,
) -> impl Iterator<Item = (FigureKind, Sentence)> + 'a {
    let spans = all.all().map(|figure| figure.span);
    let kinds = all.all().map(|figure| figure.kind);
    let figures = kinds.zip(sentences::each(&desk.letter, spans));
    figures.filter(move |(own, _)| kind.is_none_or(|kind| own.id() == kind))
}

fn figure(desk: &Desk, (kind, sentence): &(FigureKind, Sentence)) -> Vec<String> {
    vec![
        desk.words.figure(*kind).to_owned(),
        desk.words.address(&desk.letter, sentence.span.paragraph),
        desk.letter.words(sentence.span).to_owned(),
        sentence.words(|span| Cow::Borrowed(desk.letter.words(span))),
    ]
}

fn note(desk: &Desk, mark: NoteMark) -> Vec<String> {
    let words = desk.letter.note_words(mark);
    vec![
        mark.number.to_string(),
        desk.words.address(&desk.letter, mark.paragraph),
        words.unwrap_or_else(|| desk.words.cli().unknown.to_owned()),
    ]
}
