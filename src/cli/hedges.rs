//! `list hedges`: the words that leave room, by a list of ours, each with its sentence, and how many a section has.

use super::{
    Desk,
    json::{self, RULE, SpanJson},
    sentences::{self, Sentence},
};
use crate::{
    letter::{Label, Letter, Span},
    reading::hedges,
};
use serde::Serialize;
use std::borrow::Cow;

/// The columns.
pub const HEAD: [&str; 6] = [
    "section",
    "in section",
    "address",
    "hedge",
    "sentence",
    "reading",
];

#[derive(Serialize)]
struct HedgeJson<'a> {
    term: String,
    section: Label,
    in_section: usize,
    reading: &'static str,
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: String,
}

/// The hedges of one section, by its index, in the order of the text.
pub struct Section {
    index: usize,
    hedges: Vec<Span>,
}

/// All hedges of a letter.
pub fn sections(letter: &Letter) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for hedge in hedges::all(letter) {
        let index = letter.section_of(hedge.paragraph);
        match sections.last_mut() {
            Some(last) if last.index == index => last.hedges.push(hedge),
            _ => sections.push(Section {
                index,
                hedges: vec![hedge],
            }),
        }
    }
    sections
}

/// Each hedge by its section, with what is printed of its sentence.
fn each<'a>(
    letter: &'a Letter,
    sections: &'a [Section],
) -> impl Iterator<Item = (usize, usize, Sentence)> + 'a {
    sections.iter().flat_map(move |section| {
        let (index, count) = (section.index, section.hedges.len());
        let sentences = sentences::each(letter, section.hedges.iter().copied());
        sentences.map(move |sentence| (index, count, sentence))
    })
}

/// All as JSON.
pub fn json<'a>(
    letter: &'a Letter,
    sections: &'a [Section],
) -> impl Iterator<Item = impl Serialize + 'a> + 'a {
    let mut count = json::Count::default();
    each(letter, sections).map(move |(section, in_section, sentence)| HedgeJson {
        term: hedges::term(letter, sentence.span),
        section: letter.sections()[section].number,
        in_section,
        reading: RULE,
        span: count.span(letter, sentence.span),
        sentence: sentence.words(|span| letter.own_words(span)),
    })
}

/// All as rows of cells.
pub fn rows<'a>(desk: &'a Desk, sections: &'a [Section]) -> impl Iterator<Item = Vec<String>> + 'a {
    let letter = &desk.letter;
    each(letter, sections).map(|(section, in_section, sentence)| {
        vec![
            letter.sections()[section].number.to_string(),
            in_section.to_string(),
            desk.words.address(letter, sentence.span.paragraph),
            letter.words(sentence.span).to_owned(),
            sentence.words(|span| Cow::Borrowed(letter.words(span))),
            RULE.to_owned(),
        ]
    })
}

/// Under the title of each section and the count of its hedges these, each with its sentence; last whose choice
/// of words it is.
pub fn text(desk: &Desk, sections: &[Section]) -> String {
    let (letter, words, paper) = (&desk.letter, &desk.words, desk.paper);
    let mut printed = String::new();
    let mut last = None;
    for (section, in_section, sentence) in each(letter, sections) {
        if last != Some(section) {
            let own = &letter.sections()[section];
            let title = letter.title(own).map(|title| title.get(words.language));
            let count = words.hedges.in_section;
            let count = count
                .replace("{section}", &own.number.to_string())
                .replace("{all}", &in_section.to_string());
            let heading = match title {
                Some(title) => format!("{count} · {title}"),
                None => count,
            };
            printed += &paper.heading(&heading);
            last = Some(section);
        }
        let margin = format!("   {:<4} ", words.address(letter, sentence.span.paragraph));
        let told = sentence.words(|span| Cow::Borrowed(letter.words(span)));
        let told = format!("{}: {told}", letter.words(sentence.span));
        printed += &paper.paragraph(&margin, &told, &[]);
    }
    if !printed.is_empty() {
        printed += "\n";
        printed += &paper.paragraph("", words.cli().hedges_are, &[]);
    }
    printed
}
