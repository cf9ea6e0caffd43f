//! The letters that were opened together, what each is called among the others, and what could not be read.

use crate::letter::{Letter, visible_line};

/// The letters that were opened together.
#[derive(Debug, Default)]
pub struct Library {
    /// The letters, in the order in which they were asked for.
    pub letters: Vec<Held>,
    /// What could not be read: one sentence each, which names the file.
    pub unread: Vec<String>,
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

impl Library {
    /// A library of these letters, each with the path of its file as a message names it.
    #[must_use]
    pub fn new(letters: Vec<(Option<String>, Letter)>, unread: Vec<String>) -> Self {
        let held = letters.into_iter().map(|(file, letter)| {
            let short = file.as_deref().map(last_part).unwrap_or_default();
            Held {
                name: number(&letter).unwrap_or_else(|| short.to_owned()),
                id: letter.facts.id().unwrap_or_else(|| short.to_owned()),
                file,
                letter,
            }
        });
        let mut letters: Vec<Held> = held.collect();
        let names = twice(letters.iter().map(|held| held.name.as_str()));
        let ids = twice(letters.iter().map(|held| held.id.as_str()));
        for (held, (name, id)) in letters.iter_mut().zip(names.into_iter().zip(ids)) {
            let Some(file) = &held.file else { continue };
            if name {
                held.name = if number(&held.letter).is_some() {
                    format!("{} ({file})", held.name)
                } else {
                    file.clone()
                };
            }
            if id {
                held.id.clone_from(file);
            }
        }
        Self { letters, unread }
    }

    /// Adds the letter that is built in, where it is not there yet.
    pub fn add_built_in(&mut self, letter: Letter) {
        let id = letter.facts.id().unwrap_or_default();
        let known = |held: &Held| held.letter.facts.id().as_ref() == Some(&id);
        if !self.letters.iter().any(known) {
            self.letters.push(Held {
                name: number(&letter).unwrap_or_default(),
                id,
                file: None,
                letter,
            });
        }
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

/// Which of these stand there more than once.
fn twice<'a>(all: impl Iterator<Item = &'a str> + Clone) -> Vec<bool> {
    let mut counts = std::collections::HashMap::new();
    for one in all.clone() {
        *counts.entry(one).or_insert(0) += 1;
    }
    all.map(|one| counts[one] > 1).collect()
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
