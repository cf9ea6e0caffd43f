//! `search`: where a text stands, as address and sentence.

use super::{
    Desk, Printout, Text,
    args::Format,
    json,
    printout::write,
    sentences::{self, Holding, by_sentence},
};
use crate::{
    letter::{Span, in_message},
    reading::{
        asked::{Asked, Way},
        finder,
        search::{self, Query},
        table,
    },
};
use std::fmt::{self, Write};

/// The columns of the table.
const HEAD: [&str; 2] = ["address", "sentence"];

/// How many of the words that are spelled otherwise are named on standard error.
const NAMED: usize = 8;

/// What a search came to. Where a text stands as typed is found again for each purpose, as it may stand
/// everywhere.
struct Found<'desk> {
    desk: &'desk Desk,
    way: Option<Way>,
    /// What is asked for.
    asked: Asked,
    /// Where it stands in a kinder way, in the order of the text.
    kinder: Vec<Span>,
    /// The entities that are called so, by index, where it stands in no way.
    called: Vec<usize>,
    /// How many hits have other capitals than are typed.
    other_case: usize,
}

pub fn search<'a>(desk: &'a Desk, typed: &str, format: Format) -> Printout<'a> {
    let found = Found::new(desk, typed);
    let (any, aside) = (found.way.is_some(), found.said(typed));
    let text = match format {
        Format::Json => Text::written(move |out| found.json(out)),
        Format::Tsv => Text::written(move |out| write(out, table::tabs(&HEAD, found.rows()))),
        Format::Markdown => {
            Text::written(move |out| write(out, table::markdown(&HEAD, found.rows())))
        }
        Format::Text => Text::written(move |out| write(out, found.lines())),
    };
    Printout {
        text,
        found: any,
        aside,
    }
}

impl<'desk> Found<'desk> {
    fn new(desk: &'desk Desk, typed: &str) -> Self {
        let letter = &desk.letter;
        let asked = Asked::new(letter, typed);
        let all = 0..letter.paragraphs().len();
        let stands = |query: &&Query| search::within(letter, query, all).next().is_some();
        let (way, kinder) = match asked.query().filter(stands) {
            Some(_) => (Some(Way::Typed), None),
            None => asked.kinder(letter).unzip(),
        };
        let called = if way.is_none() && desk.knows_name(typed) {
            finder::called(desk.catalogue(), desk.mentions(), typed)
        } else {
            Vec::new()
        };
        let (way, kinder) = match called[..] {
            [] => (way, kinder),
            _ => (
                Some(Way::Name),
                Some(finder::mentions_of(desk.mentions(), &called)),
            ),
        };
        let mut found = Self {
            desk,
            way,
            asked,
            kinder: kinder.unwrap_or_default(),
            called,
            other_case: 0,
        };
        found.other_case = found.spans().filter(|span| !found.has_case(span)).count();
        found
    }

    /// What stands as typed, if that is the way.
    fn query(&self) -> Option<&Query> {
        let query = self.asked.query();
        query.filter(|_| self.way == Some(Way::Typed))
    }

    fn spans(&self) -> Box<dyn Iterator<Item = Span> + '_> {
        let letter = &self.desk.letter;
        match self.query() {
            Some(query) => {
                let all = 0..letter.paragraphs().len();
                Box::new(search::within(letter, query, all))
            }
            None => Box::new(self.kinder.iter().copied()),
        }
    }

    /// Whether a hit has the capitals that are typed, where that counts.
    fn has_case(&self, span: &Span) -> bool {
        let words = || self.desk.letter.words(*span);
        self.query().is_none_or(|query| query.has_case_of(words()))
    }

    /// The sentences that it stands in, those first that have the capitals that are typed.
    fn sentences(&self) -> impl Iterator<Item = Holding> + '_ {
        let letter = &self.desk.letter;
        let sentences = || by_sentence(letter, self.spans(), |span| self.has_case(span));
        let first = sentences().filter(|found| found.has_asked);
        let others = (self.other_case > 0).then(sentences).into_iter().flatten();
        first.chain(others.filter(|found| !found.has_asked))
    }

    fn lines(&self) -> impl Iterator<Item = String> + '_ {
        let Desk {
            letter,
            words,
            paper,
            ..
        } = self.desk;
        self.sentences().map(|Holding { whole, hits, .. }| {
            let margin = format!("{:<4}  ", words.address(letter, whole.paragraph));
            paper.paragraph(&margin, letter.words(whole), &hits)
        })
    }

    fn rows(&self) -> impl Iterator<Item = Vec<String>> + '_ {
        let Desk { letter, words, .. } = self.desk;
        self.sentences().map(|Holding { whole, .. }| {
            vec![
                words.address(letter, whole.paragraph),
                letter.words(whole).to_owned(),
            ]
        })
    }

    fn json(&self, out: &mut dyn Write) -> fmt::Result {
        let letter = &self.desk.letter;
        let sentences = || {
            let first = self.spans().filter(|span| self.has_case(span));
            let others = self.spans().filter(|span| !self.has_case(span));
            sentences::each(letter, first).chain(sentences::each(letter, others))
        };
        json::write(out, &json::Each(|| json::hits(letter, sentences())))
    }

    /// In which way it was found, where it does not stand as it is typed.
    fn said(&self, typed: &str) -> Option<String> {
        let (words, cli) = (&self.desk.words.search, self.desk.words.cli());
        let typed = in_message(typed);
        let how = match self.way {
            None => return Some(words.nothing.replace("{}", &typed)),
            Some(Way::Typed) if self.other_case == 0 => return None,
            Some(Way::Typed) => {
                let count = self.other_case.to_string();
                words.other_case.replace("{}", &count)
            }
            Some(Way::Slips) => format!("{} {}", cli.near, self.named()),
            Some(Way::Name) => format!("{}: {}", words.named, self.names()),
            Some(way) => words.way(way).to_owned(),
        };
        Some(format!("‘{typed}’: {how}"))
    }

    /// How those are called in short whom what is typed is another name of.
    fn names(&self) -> String {
        let name = |&index: &usize| {
            let entity = self.desk.catalogue().entity(index);
            let short = entity.abbreviation.as_deref();
            short
                .unwrap_or(entity.name_in(self.desk.words.language))
                .to_owned()
        };
        let names: Vec<String> = self.called.iter().map(name).collect();
        names.join(", ")
    }

    /// The first words that are spelled otherwise, each with its address.
    fn named(&self) -> String {
        let Desk { letter, words, .. } = self.desk;
        let name = |span: &Span| {
            let address = words.address(letter, span.paragraph);
            format!("{} ({address})", letter.words(*span))
        };
        let mut named: Vec<String> = self.kinder.iter().take(NAMED).map(name).collect();
        named.dedup();
        let more = if self.kinder.len() > NAMED {
            ", …"
        } else {
            ""
        };
        named.join(", ") + more
    }
}
