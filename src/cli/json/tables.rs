//! The rows of the tables as JSON: recommendations, statements, figures, names, abbreviations and note marks.

use super::{
    super::{Desk, sentences::Sentence},
    MAKER, RULE,
    spans::{Count, SpanJson, Spans, spans},
};
use crate::{
    catalogue::{Abbreviation, Explainer, FigureKind},
    letter::{Label, Letter, NoteMark, Section, Span, Statement},
};
use serde::Serialize;
use std::{borrow::Cow, vec};

/// A figure.
#[derive(Serialize)]
pub struct FigureJson<'a> {
    kind: &'a str,
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: String,
}

/// The figures, with what is printed of their sentences.
pub fn figures(
    letter: &Letter,
    figures: impl Iterator<Item = (FigureKind, Sentence)>,
) -> impl Iterator<Item = FigureJson<'_>> {
    let mut count = Count::default();
    figures.map(move |(kind, sentence)| FigureJson {
        kind: kind.id(),
        span: count.span(letter, sentence.span),
        sentence: sentence.words(|span| letter.own_words(span)),
    })
}

#[derive(Serialize)]
pub struct NoteMarkJson {
    number: u32,
    address: Option<String>,
    text: Option<String>,
}

/// A note mark with the text it leads to, where the source has it.
pub fn note(letter: &Letter, mark: NoteMark) -> NoteMarkJson {
    let address = letter.address(mark.paragraph);
    NoteMarkJson {
        number: mark.number,
        address: address.map(|address| address.to_string()),
        text: letter.note_words(mark),
    }
}

#[derive(Serialize)]
struct EntityJson<'a, M> {
    name: &'a str,
    kind: &'a str,
    abbreviation: Option<&'a str>,
    aliases: &'a [String],
    explanation: &'a str,
    explained_by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    mentions: M,
}

/// An entity with its mentions in the running text.
pub fn entity(desk: &Desk, index: usize) -> impl Serialize + '_ {
    let entity = desk.catalogue().entity(index);
    EntityJson {
        name: &entity.name,
        kind: entity.kind.id(),
        abbreviation: entity.abbreviation.as_deref(),
        aliases: &entity.aliases,
        explanation: entity.explanation(desk.words.language),
        explained_by: desk.catalogue().explained_by(entity, &desk.letter).id(),
        reading: entity.by_rule.then_some(RULE),
        link: entity.link.as_deref(),
        mentions: spans(&desk.letter, desk.mentions().of(index)),
    }
}

#[derive(Serialize)]
struct AbbreviationJson<'a, M> {
    abbreviation: &'a str,
    expansion: Option<&'a str>,
    explained_by: Option<&'a str>,
    address: Option<String>,
    mentions: M,
}

/// An abbreviation; the address is where the letter says what it stands for.
pub fn abbreviation<'a>(desk: &'a Desk, short: &'a Abbreviation) -> impl Serialize + 'a {
    let letter = &desk.letter;
    let address = short
        .said_at
        .and_then(|span| letter.address(span.paragraph));
    AbbreviationJson {
        abbreviation: &short.short,
        expansion: short.expansion.as_deref(),
        explained_by: short.explained_by().map(Explainer::id),
        address: address.map(|address| address.to_string()),
        mentions: spans(letter, short.spans()),
    }
}

#[derive(Serialize)]
pub struct RecommendationJson<'a> {
    number: Label,
    title: Option<&'a str>,
    stance: Option<StanceJson<'a>>,
}

#[derive(Serialize)]
struct StanceJson<'a> {
    label: &'a str,
    reading: &'static str,
    quotes: Spans<'a, vec::IntoIter<Span>>,
}

/// A recommendation with what the response to it comes to, as the makers read it or its words tell.
pub fn recommendation<'a>(desk: &'a Desk, section: &Section) -> RecommendationJson<'a> {
    let letter = &desk.letter;
    let stance = letter.stance(section).map(|stance| StanceJson {
        label: stance.label.id(),
        reading: stances_read_by(letter),
        quotes: spans(letter, stance.quotes.clone().into_iter()),
    });
    RecommendationJson {
        number: section.number,
        title: letter
            .title(section)
            .map(|title| title.get(desk.words.language)),
        stance,
    }
}

/// A statement.
#[derive(Serialize)]
pub struct StatementJson<'a> {
    kind: &'a str,
    who: Option<Cow<'a, str>>,
    term: Option<Cow<'a, str>>,
    reading: &'static str,
    #[serde(flatten)]
    span: SpanJson<'a>,
}

/// Whose reading it is what the responses of a letter come to.
pub fn stances_read_by(letter: &Letter) -> &'static str {
    if letter.knows_stances() { MAKER } else { RULE }
}

/// Whose reading the statements of a letter are.
pub fn statements_read_by(letter: &Letter) -> &'static str {
    if letter.knows_statements() {
        MAKER
    } else {
        RULE
    }
}

/// The statements, which all have an address.
pub fn statements<'a>(
    letter: &'a Letter,
    statements: &'a [Statement],
) -> impl Iterator<Item = StatementJson<'a>> {
    let mut count = Count::default();
    statements.iter().map(move |statement| StatementJson {
        kind: statement.kind.id(),
        who: statement.who.map(|who| letter.own_words(who)),
        term: statement.term.map(|term| letter.own_words(term)),
        reading: statements_read_by(letter),
        span: count.span(letter, statement.span),
    })
}
