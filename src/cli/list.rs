//! `list`: the tables of what the letter holds.

use super::{
    Desk, Printout,
    args::{Format, Table},
    asks, json,
    paper::Ink,
    sentences::{self, Sentence},
};
use crate::{
    app::{stance::sign, tables::Teller},
    catalogue::{Abbreviations, Figure, FigureKind, Figures},
    letter::{Section, SectionKind, Span, StanceLabel, Statement},
    reading::{markdown::escape, signals, table},
};
use std::borrow::Cow;

/// A table to be printed.
struct Sheet {
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
    /// Which column says what a row is of.
    name: usize,
    /// Which column is running text, which in columns is the last, and stands under the others where it has
    /// to be wrapped.
    told: Option<usize>,
}

pub fn list(desk: &Desk, table: Table, kind: Option<&str>, format: Format) -> Printout {
    if format == Format::Json {
        let text = json_of(desk, table, kind);
        return Printout {
            found: !json::is_empty(&text),
            text,
            aside: None,
        };
    }
    let sheet = sheet(desk, table, kind);
    let text = match format {
        Format::Tsv => table::tabs(sheet.head, &sheet.rows),
        Format::Markdown => {
            let told = about(desk, table).map(|about| ["\n*", &escape(about), "*\n"].concat());
            table::markdown(sheet.head, &sheet.rows) + &told.unwrap_or_default()
        }
        Format::Text if table == Table::Recommendations => stances(desk),
        Format::Text if table.has_verdicts() => {
            asks::text(desk, table, &asks::asks(&desk.letter, table, kind))
        }
        Format::Text | Format::Json => text(desk, &sheet),
    };
    Printout {
        text,
        found: !sheet.rows.is_empty(),
        aside: None,
    }
}

/// What is said of a table beside it: what in it is a reading of ours, and which notes are meant.
fn about(desk: &Desk, table: Table) -> Option<&'static str> {
    let words = desk.words.cli();
    match table {
        Table::Recommendations => Some(words.stances_are),
        Table::Asks | Table::Implied => Some(asks::about(desk, table)),
        Table::Statements if desk.letter.knows_statements() => Some(words.statements_are),
        Table::Statements => Some(words.statements_by_rule),
        Table::Notes => Some(words.notes_are),
        Table::Entities | Table::Abbreviations | Table::Figures => None,
    }
}

fn sheet(desk: &Desk, table: Table, kind: Option<&str>) -> Sheet {
    let (head, rows, name, told): (&[&str], _, _, _) = match table {
        Table::Entities => (
            &["kind", "name", "abbreviation", "mentions", "sections"],
            entities(desk, kind),
            1,
            None,
        ),
        Table::Recommendations => (
            &["number", "title", "stance", "address", "quote", "reading"],
            recommendations(desk)
                .map(|own| recommendation(desk, own))
                .collect(),
            1,
            Some(4),
        ),
        Table::Asks | Table::Implied => (
            &asks::HEAD,
            asks::asks(&desk.letter, table, kind)
                .iter()
                .map(|ask| asks::row(desk, ask))
                .collect(),
            2,
            Some(asks::TOLD),
        ),
        Table::Abbreviations => (
            &[
                "abbreviation",
                "expansion",
                "explained by",
                "mentions",
                "sections",
            ],
            abbreviations(desk),
            1,
            None,
        ),
        Table::Statements => (
            &["kind", "address", "term", "sentence", "who", "reading"],
            statement_rows(desk, kind),
            0,
            Some(3),
        ),
        Table::Figures => (
            &["kind", "address", "figure", "sentence"],
            figures(desk, kind).map(|row| figure(desk, &row)).collect(),
            2,
            Some(3),
        ),
        Table::Notes => (&["number", "address", "text"], notes(desk), 1, None),
    };
    Sheet {
        head,
        rows,
        name,
        told,
    }
}

fn json_of(desk: &Desk, table: Table, kind: Option<&str>) -> String {
    let letter = &desk.letter;
    match table {
        Table::Abbreviations => {
            let all = Abbreviations::find(letter);
            let all = all
                .all()
                .iter()
                .map(|short| json::abbreviation(desk, short));
            json::print(&json::Each(all))
        }
        Table::Entities => {
            let named = named(desk, kind);
            let named = named.iter().map(|index| json::entity(desk, *index));
            json::print(&json::Each(named))
        }
        Table::Recommendations => {
            let own = recommendations(desk).map(|section| json::recommendation(desk, section));
            json::print(&own.collect::<Vec<_>>())
        }
        Table::Asks => json::print(&asks::json(letter, &asks::asks(letter, table, kind))),
        Table::Implied => {
            let asks = asks::asks(letter, table, kind);
            json::print(&asks::implied_json(letter, &asks))
        }
        Table::Statements => json::statements(letter, &statements(desk, kind)),
        Table::Figures => json::figures(letter, figures(desk, kind)),
        Table::Notes => {
            let marks = letter.marks().iter();
            let marks = marks.map(|mark| json::note(letter, *mark));
            json::print(&marks.collect::<Vec<_>>())
        }
    }
}

/// The rows in columns; where there is a width, running text stands under the rest of its row.
fn text(desk: &Desk, sheet: &Sheet) -> String {
    let ink = |column: usize, cell: &str| {
        if column == sheet.name {
            desk.paper.ink(Ink::Heading, cell)
        } else {
            cell.to_owned()
        }
    };
    let last = sheet.told.unwrap_or(sheet.head.len() - 1);
    if sheet.told.is_none() || desk.paper.width.is_none() {
        return table::first_columns(&sheet.rows, last + 1, ink);
    }
    let lines = table::first_columns(&sheet.rows, last, ink);
    let mut printed = String::new();
    for (line, row) in lines.lines().zip(&sheet.rows) {
        printed += &[line, "\n", &desk.paper.paragraph("    ", &row[last], &[])].concat();
    }
    printed
}

/// The recommendations, under each what the response to it comes to, whose reading that is, and the
/// quotes that carry it.
fn stances(desk: &Desk) -> String {
    let (letter, words, paper) = (&desk.letter, &desk.words, desk.paper);
    let mut printed = String::new();
    for section in recommendations(desk) {
        let title = letter.title(section);
        let title = title.map_or("", |title| title.get(words.language));
        printed += &paper.heading(format!("{}  {title}", section.number).trim_end());
        let Some(stance) = letter.stance(section) else {
            let unknown = words.stance(StanceLabel::Unknown);
            printed += &paper.paragraph("   ", unknown, &[]);
            continue;
        };
        let told = teller(desk).stance(stance);
        let told = format!("{told} ({})", words.stances.makers);
        printed += &paper.paragraph(&format!("{}  ", sign(stance.label)), &told, &[]);
        for quote in &stance.quotes {
            let margin = format!("   {:<5}", words.address(letter, quote.paragraph));
            printed += &paper.paragraph(&margin, letter.words(*quote), &[]);
        }
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
    (0..desk.catalogue.count())
        .filter(|&index| desk.mentions.of(index).len() > 0)
        .filter(|&index| {
            let own = desk.catalogue.entity(index).kind.id();
            kind.is_none_or(|kind| own == kind)
        })
        .collect()
}

fn entities(desk: &Desk, kind: Option<&str>) -> Vec<Vec<String>> {
    let row = |index: usize| {
        let entity = desk.catalogue.entity(index);
        vec![
            desk.words.kind(entity.kind).to_owned(),
            entity.name_in(desk.words.language).to_owned(),
            entity.abbreviation.clone().unwrap_or_default(),
            desk.mentions.of(index).len().to_string(),
            desk.words.sections(&desk.letter, desk.mentions.of(index)),
        ]
    };
    named(desk, kind).into_iter().map(row).collect()
}

fn recommendations(desk: &Desk) -> impl Iterator<Item = &Section> {
    let sections = desk.letter.sections().iter();
    sections.filter(|section| section.kind == SectionKind::Recommendation)
}

fn recommendation(desk: &Desk, section: &Section) -> Vec<String> {
    let title = desk.letter.title(section);
    let title = title.map(|title| title.get(desk.words.language));
    let mut cells = teller(desk).recommendation(section, title.unwrap_or_default().to_owned());
    cells.push(match desk.letter.stance(section) {
        Some(_) => json::MAKER.to_owned(),
        None => String::new(),
    });
    cells
}

fn abbreviations(desk: &Desk) -> Vec<Vec<String>> {
    let all = Abbreviations::find(&desk.letter);
    let all = all.all().iter();
    all.map(|short| teller(desk).abbreviation(short)).collect()
}

fn statements(desk: &Desk, kind: Option<&str>) -> Vec<Statement> {
    let mut statements = signals::statements(&desk.letter);
    statements.retain(|statement| kind.is_none_or(|kind| statement.kind.id() == kind));
    statements
}

fn statement_rows(desk: &Desk, kind: Option<&str>) -> Vec<Vec<String>> {
    let row = |statement: &Statement| {
        let mut cells = teller(desk).statement(statement);
        // Who does it stands in the sentence; JSON tells it apart.
        cells.remove(2);
        cells.swap(0, 1);
        let who = statement.who.map(|who| desk.letter.words(who));
        let reading = json::statements_read_by(&desk.letter);
        cells.extend([who.unwrap_or_default(), reading].map(str::to_owned));
        cells
    };
    statements(desk, kind).iter().map(row).collect()
}

/// The figures of the letter, each with what is printed of its sentence.
fn figures<'a>(
    desk: &'a Desk,
    kind: Option<&'a str>,
) -> impl Iterator<Item = (FigureKind, Sentence)> + 'a {
    let figures: Vec<Figure> = Figures::find(&desk.letter).all().collect();
    let spans: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
    let sentences = sentences::each(&desk.letter, spans);
    let kinds = figures.into_iter().map(|figure| figure.kind);
    let figures = kinds.zip(sentences);
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

fn notes(desk: &Desk) -> Vec<Vec<String>> {
    let marks = desk.letter.marks().iter();
    marks
        .map(|mark| {
            vec![
                mark.number.to_string(),
                desk.words.address(&desk.letter, mark.paragraph),
                desk.letter
                    .note_words(*mark)
                    .unwrap_or_else(|| desk.words.cli().unknown.to_owned()),
            ]
        })
        .collect()
}
