//! A letter as JSON: what it is, its sections and their paragraphs, who signed it and its notes.

use super::super::Desk;
use super::spans::Count;
use crate::letter::{Chamber, Kind, Label, Letter, NoteMark, Place, Section, Span};
use serde::Serialize;
use std::{borrow::Cow, ops::Range};

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
