//! Those who signed a letter, as entities: found by name and surname, and known by the office in which
//! they signed.

use super::{Entity, Explainer, Kind};
use crate::letter::{Language, Letter};
use std::collections::HashSet;

/// The words before a surname by which it is surely somebody's.
const TITLES: [&str; 6] = [
    "minister",
    "Minister",
    "staatssecretaris",
    "Staatssecretaris",
    "minister-president",
    "Minister-President",
];

/// Those who signed a letter, each once; the offices among the entities are told in both languages.
pub(super) fn signed(letter: &Letter, known: &[Entity]) -> Vec<Entity> {
    let mut met = HashSet::new();
    let signatories = letter.signatories().into_iter();
    signatories
        .filter(|who| !who.name.is_empty() && met.insert(who.name.clone()))
        .map(|who| person(&who.name, &who.office, known))
        .collect()
}

fn person(name: &str, office: &str, known: &[Entity]) -> Entity {
    let plain = without_article(office);
    let is_office = |entity: &&Entity| entity.kind == Kind::Role && entity.name == plain;
    let english = known.iter().find(is_office);
    let english = english.map_or(plain, |role| role.name_in(Language::English));
    let surname = surname(name);
    let titled = |title: &str| format!("{title} [{surname}]");
    let within = if surname.is_empty() {
        Vec::new()
    } else {
        TITLES.map(titled).to_vec()
    };
    let mut also = vec![
        format!("{plain} {surname}"),
        format!("{english} {surname}"),
        name.replace('.', ""),
        surname,
    ];
    also.retain(|form| !form.is_empty() && *form != name);
    Entity {
        nl: format!("Ondertekende de brief als {}.", start_small(plain)),
        en: format!("Signed the letter as {english}."),
        also,
        within,
        explained_by: Explainer::Letter,
        ..Entity::new(name, Kind::Person, "", "")
    }
}

fn without_article(office: &str) -> &str {
    let office = office.trim();
    let bare = office.strip_prefix("De ");
    bare.or_else(|| office.strip_prefix("de "))
        .unwrap_or(office)
}

/// `Minister van Financiën` as it stands in a sentence.
fn start_small(office: &str) -> String {
    let mut letters = office.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// What is left of a name without initials and titles (`D.M. van Weel`, `drs. A. de Vries`) or else
/// without the given names, as far as these can be told: up to the first small word, or all but the last.
fn surname(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let initials = words.iter().take_while(|word| word.ends_with('.')).count();
    let start = if initials > 0 {
        initials
    } else {
        let small = |word: &&str| word.starts_with(char::is_lowercase);
        let first_small = words.iter().position(small);
        first_small.unwrap_or(words.len().saturating_sub(1))
    };
    words[start..].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{Catalogue, Mentions},
        letter::read,
    };

    #[test]
    fn a_surname_has_no_initials_titles_or_given_names() {
        for (name, expected) in [
            ("D.M. van Weel", "van Weel"),
            ("A. de Vries", "de Vries"),
            ("drs. J.P. Bakker", "Bakker"),
            ("Barbara Visser", "Visser"),
            ("Caspar van den Berg", "van den Berg"),
            ("Visser", "Visser"),
            ("W.", ""),
            ("", ""),
        ] {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn whoever_signs_any_letter_is_known_by_name_and_with_title() {
        let letter = read(
            "Brief regering: Iets\n\nAan de Voorzitter\n\nDen Haag, 3 mei 2021\n\n\
             Zoals minister Van der Meer zei, is Visser geen naam, maar staatssecretaris Visser wel.\n\n\
             De Minister van Onderzoek,\n\nB.C. van der Meer\n\n\
             De Staatssecretaris van Onderzoek,\n\nBarbara Visser\n"
                .as_bytes(),
        )
        .unwrap();
        let catalogue = Catalogue::embedded().with_signatories(&letter);
        let before = Catalogue::embedded().count();
        let mentions = Mentions::find(&letter, &catalogue);
        let told: Vec<_> = (before..catalogue.count())
            .filter(|index| catalogue.entity(*index).kind == Kind::Person)
            .map(|index| {
                let person = catalogue.entity(index);
                let words: Vec<_> = mentions.of(index).map(|span| letter.words(span)).collect();
                assert_eq!(catalogue.explained_by(person, &letter), Explainer::Letter);
                (
                    person.name.as_str(),
                    person.explanation(Language::Dutch),
                    words,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (
                    "B.C. van der Meer",
                    "Ondertekende de brief als minister van Onderzoek.",
                    vec!["Van der Meer", "B.C. van der Meer"]
                ),
                (
                    "Barbara Visser",
                    "Ondertekende de brief als staatssecretaris van Onderzoek.",
                    vec!["Visser", "Barbara Visser"]
                ),
            ]
        );
    }

    #[test]
    fn the_office_is_told_in_english_where_it_has_an_english_name() {
        let letter = crate::letter::embedded();
        let catalogue = Catalogue::embedded().with_signatories(&letter);
        let told: Vec<_> = catalogue
            .entities()
            .skip(Catalogue::embedded().count())
            .map(|person| (person.name.as_str(), person.explanation(Language::English)))
            .collect();
        assert_eq!(
            told,
            [
                (
                    "D.M. van Weel",
                    "Signed the letter as Minister of Foreign Affairs."
                ),
                (
                    "A. de Vries",
                    "Signed the letter as State Secretary for Foreign Affairs."
                ),
            ]
        );
    }
}
