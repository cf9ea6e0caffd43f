//! The letters that were opened together, what each is called among the others, and what could not be read.

mod dossiers;
pub mod names;

use crate::letter::{Letter, visible_line};
use std::collections::HashMap;

/// The letters that were opened together.
#[derive(Debug, Default)]
pub struct Library {
    /// The letters, in the order in which they were asked for.
    pub letters: Vec<Held>,
    /// What could not be read: one sentence each, which names the file.
    pub unread: Vec<String>,
    /// Which letter was the first to be called so, by the name that it has alone.
    names: HashMap<String, usize>,
    /// The same, by the id.
    ids: HashMap<String, usize>,
}

/// A letter of a library.
#[derive(Clone, Debug)]
pub struct Held {
    /// What it is called: its dossier and number as printed, else its file; with its file behind it where
    /// another letter is called the same.
    pub name: String,
    /// What scripts know it by: the id of its publication, else its file; its file where another has that id.
    pub id: String,
    /// The path of its file as a message names it; none for the letter that is built in.
    pub file: Option<String>,
    /// The letter.
    pub letter: Letter,
}

impl PartialEq for Held {
    /// Whether both are the same letter of a library, whatever it says.
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.id, &self.file) == (&other.name, &other.id, &other.file)
    }
}

impl Eq for Held {}

impl Held {
    /// A letter with the path of its file as a message names it, called as if it were alone.
    #[must_use]
    pub fn new(file: Option<String>, letter: Letter) -> Self {
        let short = file.as_deref().map(last_part).unwrap_or_default();
        Self {
            name: number(&letter).unwrap_or_else(|| short.to_owned()),
            id: letter.facts.id().unwrap_or_else(|| short.to_owned()),
            file,
            letter,
        }
    }

    /// Has its file behind its name, for another is called the same.
    fn tell_apart_by_name(&mut self) {
        let Some(file) = &self.file else { return };
        self.name = match number(&self.letter) {
            Some(number) => format!("{number} ({file})"),
            None => file.clone(),
        };
    }

    /// Has its file for its id, for another has the same.
    fn tell_apart_by_id(&mut self) {
        if let Some(file) = &self.file {
            self.id.clone_from(file);
        }
    }
}

impl Library {
    /// A library of these letters, each with the path of its file as a message names it.
    #[must_use]
    pub fn new(letters: Vec<(Option<String>, Letter)>, unread: Vec<String>) -> Self {
        let mut library = Self {
            unread,
            ..Self::default()
        };
        for (file, letter) in letters {
            library.add(Held::new(file, letter));
        }
        library
    }

    /// Adds a letter that is called as if it were alone; gives the indices of those that have another name or id
    /// from now on because this one is called the same.
    pub fn add(&mut self, mut held: Held) -> [Option<usize>; 2] {
        let at = self.letters.len();
        let mut others = [None; 2];
        if let Some(&first) = self.names.get(&held.name) {
            self.letters[first].tell_apart_by_name();
            held.tell_apart_by_name();
            others[0] = Some(first);
        } else {
            self.names.insert(held.name.clone(), at);
        }
        if let Some(&first) = self.ids.get(&held.id) {
            self.letters[first].tell_apart_by_id();
            held.tell_apart_by_id();
            others[1] = Some(first);
        } else {
            self.ids.insert(held.id.clone(), at);
        }
        self.letters.push(held);
        others
    }

    /// The letter with this id, by index: the first where several have it.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }
}

/// The dossier and number of a letter as they are printed: `36 800 XVII, nr. 9`.
#[must_use]
pub fn number(letter: &Letter) -> Option<String> {
    let facts = &letter.facts;
    let dossier = visible_line(facts.dossier.as_deref()?);
    Some(match facts.number.as_deref() {
        Some(number) => format!("{dossier}, nr. {}", visible_line(number)),
        None => dossier,
    })
}

/// The last part of a path as a message names it.
fn last_part(path: &str) -> &str {
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{embedded, read};

    #[test]
    fn each_letter_has_a_name_of_its_own() {
        let other = || read("Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\nNiets.\n").unwrap();
        let named = |letters| {
            let library = Library::new(letters, Vec::new());
            let names = library.letters.into_iter().map(|held| (held.name, held.id));
            names.collect::<Vec<_>>()
        };
        let pair = |name: &str, id: &str| (name.to_owned(), id.to_owned());
        let own = "36 800 XVII, nr. 9";
        assert_eq!(
            named(vec![
                (None, embedded()),
                (Some("map/a.txt".into()), other())
            ]),
            [pair(own, "kst-36800-XVII-9"), pair("a.txt", "a.txt")]
        );
        assert_eq!(
            named(vec![
                (None, embedded()),
                (Some("b.txt".into()), embedded()),
                (Some("x/a.txt".into()), other()),
                (Some("y/a.txt".into()), other()),
            ]),
            [
                pair(own, "kst-36800-XVII-9"),
                pair(&format!("{own} (b.txt)"), "b.txt"),
                pair("x/a.txt", "x/a.txt"),
                pair("y/a.txt", "y/a.txt"),
            ]
        );
    }
}
