//! Looks through the letters for what is sought, so many bytes of text at a time.

use super::{Across, Hit, Row, Sought};
use crate::{
    app::library::Letters,
    catalogue::Figures,
    letter::Span,
    library::{
        Held, Library,
        names::{self, Names},
    },
    reading::{
        asked::{Asked, Way},
        asks,
        repeats::Repeat,
        sentence, signals,
    },
    text::fold::fold,
};
use std::{cmp::Reverse, collections::BTreeMap};

/// The most hits that are listed.
const MOST: usize = 5_000;

/// How many names and how many letters are listed that are called as is typed.
const NAMES: usize = 6;
const TITLES: usize = 4;

/// How much more than a search what else is sought costs in the same text.
const DEARER: usize = 16;

impl Across {
    /// Looks on for about so many bytes of text.
    pub(in crate::app) fn look_on(&mut self, letters: &Letters, bytes: usize) {
        if self.looked == 0 && self.rows.is_empty() {
            self.put_first(letters);
        }
        let typed = self.input.value().trim().to_owned();
        if typed.is_empty() && self.sought == Sought::Typed {
            self.looked = self.order.len();
        }
        if self.sought == Sought::Repeats {
            self.looked = self.order.len();
            self.take_repeats(letters);
        }
        let seeking = Seeking {
            library: &letters.library,
            names: &letters.names,
            asked: Asked::anywhere(&typed),
            typed: fold(&typed),
            sought: self.sought,
        };
        let mut left = bytes;
        while left > 0 && self.has_more() {
            let at = self.order[self.looked];
            self.looked += 1;
            left = left.saturating_sub(seeking.cost(at).max(1));
            self.take(at, &seeking.found_in(at, self.way));
            self.end_way();
        }
    }

    /// Takes the sentences that come back in the dossier of the letter that is read, those of the latest letters
    /// first; of those the ones that hold what is typed.
    fn take_repeats(&mut self, letters: &Letters) {
        let mut dossiers = letters.library.dossiers().into_iter();
        let own = dossiers.find(|dossier| dossier.contains(&letters.reads));
        let mut found = letters.library.repeats(&own.unwrap_or_default());
        found.sort_by_key(|repeat| Reverse(letters.rows[repeat.later.0].date));
        let mut last = None;
        for Repeat { later, earlier, .. } in found {
            let own =
                |(letter, span): (usize, Span)| letters.library.letters[letter].letter.words(span);
            let held = fold(&[own(later), own(earlier)].join(" "));
            let typed = fold(self.input.value());
            if !typed.split_whitespace().all(|word| held.contains(word)) || self.hits.len() >= MOST
            {
                continue;
            }
            if last != Some(later.0) {
                self.rows.push(Row::Letter(later.0));
                self.holds += 1;
                last = Some(later.0);
            }
            self.places += 1;
            for (row, (letter, span)) in
                [(Row::Hit as fn(usize) -> Row, later), (Row::From, earlier)]
            {
                self.rows.push(row(self.hits.len()));
                self.hits.push(Hit {
                    letter,
                    span,
                    count: 1,
                });
            }
        }
    }

    /// Puts above the hits what is called so, or how often what is sought is named in each year.
    fn put_first(&mut self, letters: &Letters) {
        if let Sought::Named(index) = self.sought {
            let mut years: BTreeMap<u32, usize> = BTreeMap::new();
            for &(letter, times) in &letters.names.at(index).letters {
                if let Some(date) = letters.rows[letter].date {
                    *years.entry(date.year).or_default() += times;
                }
            }
            let years = years.into_iter().rev();
            self.rows
                .extend(years.map(|(year, times)| Row::Year(year, times)));
        }
        let typed = self.input.value();
        if self.sought != Sought::Typed || typed.trim().is_empty() {
            return;
        }
        let named = letters.names.rank(typed, NAMES).into_iter();
        self.rows.extend(named.map(Row::Name));
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let called_so = |at: &&usize| words.iter().all(|word| letters.folded[**at].contains(word));
        let called_so = self.order.iter().filter(called_so).take(TITLES);
        self.rows.extend(called_so.map(|&at| Row::Title(at)));
    }
}

impl Letters {
    /// Looks through letters that came in after the others, too.
    pub(in crate::app::library) fn look_in_new(&mut self, from: usize) {
        let rows = self.rows.len();
        if let Some(across) = &mut self.across {
            across.order.extend(from..rows);
        }
    }

    /// A letter, by row.
    #[must_use]
    pub fn held(&self, row: usize) -> &Held {
        &self.library.letters[row]
    }
}

impl Across {
    /// Takes over where it stands in a letter.
    fn take(&mut self, letter: usize, spans: &[Span]) {
        if spans.is_empty() {
            return;
        }
        if self.hits.len() >= MOST {
            self.is_cut = true;
            return;
        }
        self.holds += 1;
        self.places += spans.len();
        self.rows.push(Row::Letter(letter));
        for spans in spans.chunk_by(|one, next| one.paragraph == next.paragraph) {
            self.rows.push(Row::Hit(self.hits.len()));
            self.hits.push(Hit {
                letter,
                span: spans[0],
                count: spans.len(),
            });
        }
    }

    /// Where all letters were looked through in vain, they are again in a kinder way.
    fn end_way(&mut self) {
        let in_vain = !self.has_more() && self.hits.is_empty() && self.sought == Sought::Typed;
        if let Some(way) = self.way.kinder().filter(|_| in_vain) {
            self.way = way;
            self.looked = 0;
        }
    }
}

/// What is sought, ready to be looked for in letters.
struct Seeking<'open> {
    library: &'open Library,
    names: &'open Names,
    asked: Asked,
    /// What is typed, folded.
    typed: String,
    sought: Sought,
}

impl Seeking<'_> {
    /// What it costs to look through a letter, in bytes of text.
    fn cost(&self, letter: usize) -> usize {
        let bytes = self.library.letters[letter].letter.bytes();
        match self.sought {
            Sought::Typed => bytes,
            Sought::Named(index) if !self.names_it(index, letter) => 0,
            _ => bytes * DEARER,
        }
    }

    /// Whether a letter has a name.
    fn names_it(&self, name: usize, letter: usize) -> bool {
        let mut letters = self.names.at(name).letters.iter();
        letters.any(|(own, _)| *own == letter)
    }

    /// Where what is sought stands in a letter.
    fn found_in(&self, at: usize, way: Way) -> Vec<Span> {
        let letter = &self.library.letters[at].letter;
        let mut spans: Vec<Span> = match self.sought {
            Sought::Typed => return self.asked.spans_in(letter, way),
            Sought::Named(index) if self.names_it(index, at) => {
                let entity = &self.names.at(index).entity;
                return names::spans_in(letter, entity.kind, &entity.name);
            }
            Sought::Statements => {
                let found = signals::statements(letter).into_iter();
                found.map(|statement| statement.span).collect()
            }
            Sought::Figures => Figures::find(letter)
                .all()
                .map(|figure| figure.span)
                .collect(),
            Sought::Asks => asks::asks(letter).into_iter().map(|ask| ask.span).collect(),
            Sought::Repeats | Sought::Named(_) => Vec::new(),
        };
        let words: Vec<&str> = self.typed.split_whitespace().collect();
        if !words.is_empty() {
            spans.retain(|span| {
                let around = sentence::around(letter, *span);
                let text = fold(&letter.paragraph(span.paragraph)[around]);
                words.iter().all(|word| text.contains(word))
            });
        }
        spans
    }
}
