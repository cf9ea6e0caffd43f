//! The JSON that scripts read. Field names are English and stable; `start` and `end` count
//! characters of the paragraph's text. The letter's words stand there as its source has them.

use super::Desk;
use super::sentences::Sentence;
use crate::catalogue::{Abbreviation, Explainer, FigureKind};
use crate::letter::{
    Chamber, Kind, Label, Letter, NoteMark, Place, Section, Span, Statement, acts,
};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::{borrow::Cow, fmt::Write, ops::Range};

/// Whose reading it is what a response comes to or a sentence does: made by hand for this letter.
pub const MAKER: &str = "maker";
/// The same of what was found by rule.
pub const RULE: &str = "rule";

/// A value as indented JSON with a line end.
pub fn print<T: Serialize + ?Sized>(value: &T) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned());
    escaped(text) + "\n"
}

/// What was printed of several letters, each with its id, as one array: every object in it says which letter
/// it is of.
pub fn of_several<'a>(printed: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::from("[");
    for (id, printed) in printed {
        let several: Result<Vec<&RawValue>, _> = serde_json::from_str(printed);
        let (objects, indent) = match &several {
            Ok(several) => (several.iter().map(|one| one.get()).collect(), ""),
            // The object of a letter is as a whole one of them, and stands further in.
            Err(_) => (vec![printed.trim_end()], "  "),
        };
        let letter = escaped(serde_json::Value::from(id).to_string());
        for object in objects {
            let fields = object.strip_prefix('{').unwrap_or(object);
            let fields = fields.replace('\n', &["\n", indent].concat());
            let before = if text.len() > 1 { "," } else { "" };
            text += &[before, "\n  {\n    \"letter\": ", &letter, ",", &fields].concat();
        }
    }
    text += if text.len() > 1 { "\n]\n" } else { "]\n" };
    text
}

/// Whether what was printed is an array that holds nothing.
pub fn is_empty(printed: &str) -> bool {
    printed.trim_end() == "[]"
}

/// Values that are made one by one while they are printed as an array, for there may be very many.
pub struct Each<I>(pub I);

impl<T: Serialize, I: Iterator<Item = T> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// Values as one indented array with a line end, the same as they would be printed together.
fn print_each<T: Serialize>(values: impl Iterator<Item = T>) -> String {
    let mut printed = String::from("[");
    for value in values {
        printed += if printed.len() > 1 { "," } else { "" };
        for line in print(&value).lines() {
            printed += "\n  ";
            printed += line;
        }
    }
    printed += if printed.len() > 1 { "\n]\n" } else { "]\n" };
    printed
}

/// JSON in which nothing acts on a terminal: what may stand in its strings as it is and would, is
/// written as an escape. Outside strings there is none.
fn escaped(json: String) -> String {
    if !json.chars().any(acts) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if acts(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// The words of a paragraph as the source has them.
fn own(letter: &Letter, paragraph: usize) -> Cow<'_, str> {
    let end = letter.paragraph(paragraph).len();
    letter.own_words(Span {
        paragraph,
        start: 0,
        end,
    })
}

#[derive(Serialize)]
pub struct LetterJson<'a> {
    id: Option<String>,
    title: Option<&'a str>,
    dossier: Option<&'a str>,
    number: Option<&'a str>,
    chamber: Option<&'a str>,
    session: Option<String>,
    date: Option<String>,
    form: &'a str,
    head: Vec<Cow<'a, str>>,
    sections: Vec<SectionJson<'a>>,
    signatories: Vec<SignatoryJson>,
    notes: Vec<NoteJson>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    number: Label,
    heading: Option<&'a str>,
    title: Option<&'a str>,
    recommendation: Vec<ParagraphJson<'a>>,
    response: Vec<ParagraphJson<'a>>,
}

#[derive(Serialize)]
struct ParagraphJson<'a> {
    address: String,
    #[serde(skip_serializing_if = "is_text")]
    kind: &'static str,
    text: Cow<'a, str>,
    notes: Vec<MarkJson>,
}

/// Most paragraphs are running text, which is not said of each.
fn is_text(kind: &&str) -> bool {
    *kind == Kind::Text.id()
}

#[derive(Serialize)]
struct MarkJson {
    number: u32,
    at: usize,
}

#[derive(Serialize)]
struct SignatoryJson {
    name: String,
    office: String,
}

#[derive(Serialize)]
struct NoteJson {
    number: u32,
    text: Option<String>,
}

/// The letter, with the paragraphs in these runs only.
pub fn letter<'a>(desk: &'a Desk, shown: &[Range<usize>]) -> LetterJson<'a> {
    let letter = &desk.letter;
    let facts = &letter.facts;
    let within = |index: usize| shown.iter().any(|range| range.contains(&index));
    let paragraphs = |range: Range<usize>| -> Vec<_> {
        range
            .filter(|&index| within(index))
            .filter_map(|index| paragraph(letter, index))
            .collect()
    };
    let section = |section: &'a Section| SectionJson {
        number: section.number,
        heading: letter.heading(section),
        title: letter
            .title(section)
            .map(|title| title.get(desk.words.language)),
        recommendation: paragraphs(letter.recommendation(section)),
        response: paragraphs(letter.response(section)),
    };
    LetterJson {
        id: facts.id(),
        title: facts.title.as_deref(),
        dossier: facts.dossier.as_deref(),
        number: facts.number.as_deref(),
        chamber: facts.chamber.map(Chamber::roman),
        session: facts.session(),
        date: facts.date.map(|date| date.to_string()),
        form: letter.form.id(),
        head: letter.head().map(|index| own(letter, index)).collect(),
        sections: letter
            .sections()
            .iter()
            .filter(|section| section.paragraphs.clone().any(within))
            .map(section)
            .collect(),
        signatories: letter
            .signatories()
            .into_iter()
            .map(|who| SignatoryJson {
                name: who.name,
                office: who.office,
            })
            .collect(),
        notes: letter
            .marks()
            .iter()
            .map(|mark| NoteJson {
                number: mark.number,
                text: letter.note_words(*mark),
            })
            .collect(),
    }
}

fn paragraph(letter: &Letter, index: usize) -> Option<ParagraphJson<'_>> {
    let mut count = Count::default();
    let mut mark = |mark: &NoteMark| {
        let place = Place {
            paragraph: index,
            byte: mark.byte,
        };
        MarkJson {
            number: mark.number,
            at: count.characters(letter, place),
        }
    };
    Some(ParagraphJson {
        address: letter.address(index)?.to_string(),
        kind: letter.kind(index).id(),
        text: own(letter, index),
        notes: letter.marks_in(index).iter().map(&mut mark).collect(),
    })
}

/// A stretch of a paragraph that has an address.
#[derive(Serialize)]
pub struct SpanJson<'a> {
    address: String,
    text: Cow<'a, str>,
    start: usize,
    end: usize,
}

/// A span by itself.
pub fn span(letter: &Letter, span: Span) -> SpanJson<'_> {
    Count::default().span(letter, span)
}

/// Spans in the order of the text, printed as an array, each with its address; those in a paragraph without one,
/// which no letter of sane length has, are left out.
pub struct Spans<'a> {
    letter: &'a Letter,
    spans: Vec<Span>,
}

/// The spans of a letter, to be printed.
pub fn spans(letter: &Letter, spans: impl Iterator<Item = Span>) -> Spans<'_> {
    let has_address = |span: &Span| letter.address(span.paragraph).is_some();
    Spans {
        letter,
        spans: spans.filter(has_address).collect(),
    }
}

impl Serialize for Spans<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut count = Count::default();
        let spans = self.spans.iter();
        serializer.collect_seq(spans.map(|span| count.span(self.letter, *span)))
    }
}

/// A hit of a search.
#[derive(Serialize)]
pub struct HitJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: String,
}

/// The hits of a search as JSON, each with its address, printed one by one as they may be very many.
pub fn hits(letter: &Letter, sentences: impl Iterator<Item = Sentence>) -> String {
    let mut count = Count::default();
    let json = |sentence: Sentence| HitJson {
        span: count.span(letter, sentence.span),
        sentence: sentence.words(|span| letter.own_words(span)),
    };
    print_each(sentences.map(json))
}

/// Counts the characters before places of a paragraph. It goes on from the last one, or the places of a
/// long paragraph would each cost the way from its start.
#[derive(Default)]
struct Count {
    last: Place,
    before: usize,
}

impl Count {
    fn span<'a>(&mut self, letter: &'a Letter, span: Span) -> SpanJson<'a> {
        let start = self.characters(letter, span.place());
        let address = letter.address(span.paragraph);
        SpanJson {
            address: address.map_or_else(String::new, |address| address.to_string()),
            text: letter.own_words(span),
            start,
            end: start + letter.words(span).chars().count(),
        }
    }

    fn characters(&mut self, letter: &Letter, place: Place) -> usize {
        if place.paragraph != self.last.paragraph || place < self.last {
            // The lines of the head have one address, and so are one text, parted by line ends.
            let head = letter.head();
            let lines = head.start..place.paragraph;
            let above = lines.filter(|_| head.contains(&place.paragraph));
            let above = above.map(|line| letter.paragraph(line).chars().count() + 1);
            (self.last, self.before) = (Place { byte: 0, ..place }, above.sum());
        }
        let between = &letter.paragraph(place.paragraph)[self.last.byte..place.byte];
        self.before += between.chars().count();
        self.last = place;
        self.before
    }
}

#[derive(Serialize)]
struct FigureJson<'a> {
    kind: &'a str,
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: String,
}

/// The figures as JSON, with what is printed of their sentences.
pub fn figures(letter: &Letter, figures: impl Iterator<Item = (FigureKind, Sentence)>) -> String {
    let mut count = Count::default();
    let json = |(kind, sentence): (FigureKind, Sentence)| FigureJson {
        kind: kind.id(),
        span: count.span(letter, sentence.span),
        sentence: sentence.words(|span| letter.own_words(span)),
    };
    print_each(figures.map(json))
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
pub struct EntityJson<'a> {
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
    mentions: Spans<'a>,
}

/// An entity with its mentions in the running text.
pub fn entity(desk: &Desk, index: usize) -> EntityJson<'_> {
    let entity = desk.catalogue.entity(index);
    EntityJson {
        name: &entity.name,
        kind: entity.kind.id(),
        abbreviation: entity.abbreviation.as_deref(),
        aliases: &entity.aliases,
        explanation: entity.explanation(desk.words.language),
        explained_by: desk.catalogue.explained_by(entity, &desk.letter).id(),
        reading: entity.by_rule.then_some(RULE),
        link: entity.link.as_deref(),
        mentions: spans(&desk.letter, desk.mentions.of(index)),
    }
}

#[derive(Serialize)]
pub struct AbbreviationJson<'a> {
    abbreviation: &'a str,
    expansion: Option<&'a str>,
    explained_by: Option<&'a str>,
    address: Option<String>,
    mentions: Spans<'a>,
}

/// An abbreviation; the address is where the letter says what it stands for.
pub fn abbreviation<'a>(desk: &'a Desk, short: &'a Abbreviation) -> AbbreviationJson<'a> {
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
    quotes: Spans<'a>,
}

/// A recommendation with what the response to it comes to, as the makers read it.
pub fn recommendation<'a>(desk: &'a Desk, section: &Section) -> RecommendationJson<'a> {
    let letter = &desk.letter;
    let stance = letter.stance(section).map(|stance| StanceJson {
        label: stance.label.id(),
        reading: MAKER,
        quotes: spans(letter, stance.quotes.iter().copied()),
    });
    RecommendationJson {
        number: section.number,
        title: letter
            .title(section)
            .map(|title| title.get(desk.words.language)),
        stance,
    }
}

#[derive(Serialize)]
struct StatementJson<'a> {
    kind: &'a str,
    who: Option<Cow<'a, str>>,
    term: Option<Cow<'a, str>>,
    reading: &'static str,
    #[serde(flatten)]
    span: SpanJson<'a>,
}

/// Whose reading the statements of a letter are.
pub fn statements_read_by(letter: &Letter) -> &'static str {
    if letter.knows_statements() {
        MAKER
    } else {
        RULE
    }
}

/// The statements, which all have an address, as JSON.
pub fn statements(letter: &Letter, statements: &[Statement]) -> String {
    let mut count = Count::default();
    let json = |statement: &Statement| StatementJson {
        kind: statement.kind.id(),
        who: statement.who.map(|who| letter.own_words(who)),
        term: statement.term.map(|term| letter.own_words(term)),
        reading: statements_read_by(letter),
        span: count.span(letter, statement.span),
    };
    print_each(statements.iter().map(json))
}
