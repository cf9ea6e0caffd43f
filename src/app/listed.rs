//! A letter as a row in the list of a library: what it is, who sent it, and what is kept of it.

use super::{
    kept::Kept,
    seen::{Seen, section_bytes},
};
use crate::{
    letter::{Date, Language, Letter, visible_line},
    library::Held,
    text::fold::fold,
};

/// A letter as a row in the list of a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is called: its dossier and number, else its file.
    pub name: String,
    /// What scripts know it by.
    pub id: String,
    /// The path of its file; none for the letter that is built in.
    pub file: Option<String>,
    /// Its date, where that is known.
    pub date: Option<Date>,
    /// Our short title, else its own, else its first words.
    pub title: String,
    /// Who signed it, each by name; nobody where no signature was recognised.
    pub sender: String,
    /// How many recommendations, or questions, it answers.
    pub recommendations: usize,
    /// How many of its sections have not wholly come by on the screen.
    pub unread: usize,
    /// How many paragraphs have a bookmark or a note.
    pub notes: usize,
}

impl Listed {
    /// The row of a letter, of which this is kept.
    #[must_use]
    pub fn of(held: &Held, kept: &Kept, language: Language) -> Self {
        let letter = &held.letter;
        let signed = letter.signatories().into_iter();
        let signed = signed.map(|who| visible_line(&who.name));
        Self {
            name: held.name.clone(),
            id: held.id.clone(),
            file: held.file.clone(),
            date: letter.facts.date,
            title: title(letter, language),
            sender: signed.collect::<Vec<_>>().join(", "),
            recommendations: letter.recommendations(),
            unread: unread(letter, kept),
            notes: kept.marks.iter().filter(|mark| !mark.is_nothing()).count(),
        }
    }
}

/// What a letter is called at its head: our short title, else its own, else its first words.
fn title(letter: &Letter, language: Language) -> String {
    let title = match (letter.short_title(), &letter.facts.title) {
        (Some(title), _) => title.get(language),
        (None, Some(title)) => title,
        (None, None) => first_words(letter),
    };
    let line = visible_line(title);
    line.chars().take(LONGEST).collect()
}

/// The first line of a letter without a title that says more than whose paper it is.
fn first_words(letter: &Letter) -> &str {
    let lines = letter.head().map(|index| letter.paragraph(index));
    let is_chamber = |line: &&str| fold(line).ends_with("staten-generaal");
    let first = { lines }.find(|line| !is_chamber(line));
    first.unwrap_or_else(|| letter.paragraph(0))
}

/// The longest title, in characters.
const LONGEST: usize = 200;

/// How many sections of a letter have not wholly come by, as is kept of it.
fn unread(letter: &Letter, kept: &Kept) -> usize {
    let sections = letter.sections().iter().enumerate();
    let unread = sections.filter(|(index, section)| {
        let length = section_bytes(letter, *index).len();
        let own = |read: &&super::kept::KeptSection| {
            read.number == section.number.key() && read.bytes == length
        };
        let read = kept.read.iter().find(own);
        !read.is_some_and(|read| Seen::of(read.seen.clone()).covers(&(0..length)))
    });
    unread.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::kept::KeptSection,
        letter::{embedded, read},
        library::Library,
    };

    #[test]
    #[allow(clippy::single_range_in_vec_init)] // a list of stretches that holds one
    fn a_row_says_what_a_letter_is_and_what_is_left_to_read() {
        let library = Library::new(vec![(None, embedded())], Vec::new());
        let held = &library.letters[0];
        let new = Listed::of(held, &Kept::default(), Language::Dutch);
        assert_eq!(new.name, "36 800 XVII, nr. 9");
        assert_eq!((new.recommendations, new.unread, new.notes), (8, 10, 0));
        assert!(new.sender.contains("Weel"), "{}", new.sender);

        let length = section_bytes(&held.letter, 4).len();
        let of = |seen: Vec<std::ops::Range<usize>>| KeptSection {
            number: held.letter.sections()[4].number.key(),
            bytes: length,
            seen,
            ..KeptSection::default()
        };
        for (seen, unread) in [
            (vec![0..length], 9),
            (vec![0..length / 2, length / 2..length], 9),
            (vec![0..length - 1], 10),
        ] {
            let kept = Kept {
                read: vec![of(seen)],
                ..Kept::default()
            };
            assert_eq!(Listed::of(held, &kept, Language::Dutch).unread, unread);
        }
    }

    #[test]
    fn a_letter_without_a_title_is_not_called_by_its_chamber() {
        for (source, title) in [
            (
                "Tweede Kamer der Staten-Generaal\n36 800 Begroting van Zaken\nNr. 9\n\nHet is zo.\n",
                "36 800 Begroting van Zaken",
            ),
            ("Zonder meer.\n", "Zonder meer."),
        ] {
            assert_eq!(super::title(&read(source).unwrap(), Language::Dutch), title);
        }
    }
}
