//! The JSON that scripts read. Field names are English and stable; `start` and `end` count
//! characters of the paragraph's text. The letter's words stand there as its source has them.

use super::sentences::Sentence;
use super::{Desk, Text};
use crate::catalogue::{Abbreviation, Explainer, FigureKind};
use crate::letter::{
    Chamber, Kind, Label, Letter, NoteMark, Place, Section, Span, Statement, acts,
};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::{
    borrow::Cow,
    fmt::{self, Write},
    io,
    ops::Range,
    vec,
};

/// Whose reading it is what a response comes to or a sentence does: made by hand for this letter.
pub const MAKER: &str = "maker";
/// The same of what was found by rule.
pub const RULE: &str = "rule";

/// A value as indented JSON with a line end, made while it is written.
pub fn print<'a>(value: impl Serialize + 'a) -> Text<'a> {
    Text::written(move |out| write(out, &value))
}

/// Writes a value as indented JSON with a line end.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> fmt::Result {
    serde_json::to_writer_pretty(Escaping(out), value).map_err(|_| fmt::Error)?;
    out.write_char('\n')
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
        let id = serde_json::Value::from(id).to_string();
        let letter = escaped(&id);
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

/// Values that are made one by one while they are written as an array, for there may be very many.
pub struct Each<F>(pub F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Takes JSON, and passes it on [`escaped`].
struct Escaping<'a>(&'a mut dyn Write);

impl io::Write for Escaping<'_> {
    /// The bytes are whole characters: JSON is written in pieces that end at ASCII.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let json = str::from_utf8(bytes).map_err(io::Error::other)?;
        self.0.write_str(&escaped(json)).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// JSON in which nothing acts on a terminal: what may stand in its strings as it is and would, is
/// written as an escape. Outside strings there is none.
fn escaped(json: &str) -> Cow<'_, str> {
    if !json.chars().any(acts) {
        return json.into();
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
    escaped.into()
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
#[derive(Clone)]
pub struct Spans<'a, I> {
    letter: &'a Letter,
    spans: I,
}

/// The spans of a letter, to be printed.
pub const fn spans<I: Iterator<Item = Span> + Clone>(letter: &Letter, spans: I) -> Spans<'_, I> {
    Spans { letter, spans }
}

impl<I: Iterator<Item = Span> + Clone> Serialize for Spans<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut count = Count::default();
        let has_address = |span: &Span| self.letter.address(span.paragraph).is_some();
        let spans = self.spans.clone().filter(has_address);
        serializer.collect_seq(spans.map(|span| count.span(self.letter, span)))
    }
}

/// A hit of a search.
#[derive(Serialize)]
pub struct HitJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: String,
}

/// The hits of a search, each with its address.
pub fn hits(
    letter: &Letter,
    sentences: impl Iterator<Item = Sentence>,
) -> impl Iterator<Item = HitJson<'_>> {
    let mut count = Count::default();
    sentences.map(move |sentence| HitJson {
        span: count.span(letter, sentence.span),
        sentence: sentence.words(|span| letter.own_words(span)),
    })
}

/// Counts the characters before places of a paragraph. It goes on from the last one, or the places of a
/// long paragraph would each cost the way from its start.
#[derive(Default)]
pub struct Count {
    last: Place,
    before: usize,
}

impl Count {
    /// A span with its characters.
    pub fn span<'a>(&mut self, letter: &'a Letter, span: Span) -> SpanJson<'a> {
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
