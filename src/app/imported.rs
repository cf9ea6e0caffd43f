//! Bookmarks and notes of somebody else, put beside one's own: neither is lost, and the same note stands there once.
//!
//! What is printed of a note says at which address it stands and how its paragraph begins. It is put there where
//! those words still stand, else where they stand in one place only; else it has no paragraph, as a note of one's own
//! has whose words are gone.

use super::{
    anchor,
    kept::{Anchor, Kept, KeptMark, sketch::Sketch},
};
use crate::{
    letter::{Address, Letter},
    text::fold::fold,
};

/// How many characters a text has at least that can be one paragraph's alone.
const TELLING: usize = 24;

/// A bookmark, a note or both, as they were printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Where it stood, if anywhere.
    pub address: Option<String>,
    /// How its paragraph begins.
    pub words: String,
    /// The mark; its anchor says nothing yet.
    pub mark: KeptMark,
}

/// How many notes and bookmarks were added, and how many were there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Notes.
    pub notes: usize,
    /// Bookmarks.
    pub bookmarks: usize,
    /// Those that were there already.
    pub there: usize,
    /// Those among the added that have no paragraph in this letter.
    pub lost: usize,
}

impl Imported {
    /// The mark in this letter: at its paragraph, or with the words that it belonged to.
    #[must_use]
    pub fn in_letter(self, letter: &Letter) -> KeptMark {
        if self.mark.anchor != Anchor::default() {
            return self.mark;
        }
        let anchor = match self.paragraph(letter) {
            Some(paragraph) => Anchor::of(letter, paragraph),
            None => Anchor {
                // Behind the last, so that it is at no paragraph by chance.
                paragraph: letter.paragraphs().len(),
                address: self.address,
                words: bare(&self.words).to_owned(),
                around: None,
            },
        };
        KeptMark {
            anchor,
            ..self.mark
        }
    }

    fn paragraph(&self, letter: &Letter) -> Option<usize> {
        let words = fold(bare(&self.words));
        let begins =
            |at: &usize| !words.is_empty() && fold(letter.paragraph(*at)).starts_with(&words);
        let address: Option<Address> = self.address.as_ref().and_then(|it| it.parse().ok());
        let there = address.and_then(|address| letter.locate(address).ok());
        if let Some(at) = there.and_then(|mut paragraphs| paragraphs.find(begins)) {
            return Some(at);
        }
        let mut all = (0..letter.paragraphs().len()).filter(begins);
        let only = all.next().filter(|_| all.next().is_none());
        only.filter(|_| words.chars().count() >= TELLING)
    }
}

/// The words of a paragraph as they were printed, without what says that they go on, and without the marks of
/// quotation of those that stand nowhere.
fn bare(words: &str) -> &str {
    let words = words.trim();
    let quoted = words.strip_prefix('‘').and_then(|it| it.strip_suffix('’'));
    quoted.unwrap_or(words).trim_end_matches('…').trim_end()
}

/// What is kept of a letter with these marks beside it, and how many of them are new.
#[must_use]
pub fn with_imported(
    letter: &Letter,
    kept: Kept,
    sketch: Option<&Sketch>,
    imported: &[KeptMark],
) -> (Kept, Added) {
    let mut added = Added::default();
    let mut marks = kept.marks;
    let own: Vec<&Anchor> = marks.iter().map(|mark| &mark.anchor).collect();
    let mut at = anchor::paragraphs(letter, &own);
    let theirs: Vec<&Anchor> = imported.iter().map(|mark| &mark.anchor).collect();
    let their_places = anchor::paragraphs(letter, &theirs);
    for (mark, place) in imported.iter().zip(their_places) {
        let is_here = |(other, stands): &(&KeptMark, &Option<usize>)| match (place, stands) {
            (Some(place), Some(stands)) => place == *stands,
            (None, None) => fold(&mark.anchor.words) == fold(&other.anchor.words),
            _ => false,
        };
        let here: Vec<&KeptMark> = marks
            .iter()
            .zip(&at)
            .filter(is_here)
            .map(|(mark, _)| mark)
            .collect();
        let has_bookmark = here.iter().any(|other| other.bookmark);
        let has_note = here.iter().any(|other| is_same_note(other, mark));
        let new = KeptMark {
            bookmark: mark.bookmark && !has_bookmark,
            note: if has_note {
                String::new()
            } else {
                mark.note.clone()
            },
            ..mark.clone()
        };
        let has = usize::from(mark.bookmark) + usize::from(!mark.note.is_empty());
        let adds = usize::from(new.bookmark) + usize::from(!new.note.is_empty());
        added.there += has - adds;
        if new.is_nothing() {
            continue;
        }
        added.bookmarks += usize::from(new.bookmark);
        added.notes += usize::from(!new.note.is_empty());
        added.lost += usize::from(place.is_none());
        marks.push(new);
        at.push(place);
    }
    marks.sort_by_key(|mark| mark.anchor.paragraph);
    let kept = Kept {
        marks,
        sketch: kept.sketch.or_else(|| sketch.cloned()),
        ..kept
    };
    (kept, added)
}

/// Whether two notes at one paragraph are the same: by their words, and by their names where both have one.
fn is_same_note(one: &KeptMark, other: &KeptMark) -> bool {
    let by_one = match (&one.name, &other.name) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    by_one && one.note.trim() == other.note.trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    fn note(address: &str, words: &str, note: &str) -> Imported {
        Imported {
            address: Some(address.to_owned()),
            words: words.to_owned(),
            mark: KeptMark {
                note: note.to_owned(),
                ..KeptMark::default()
            },
        }
    }

    #[test]
    fn a_note_goes_where_its_words_stand_and_nowhere_else() {
        let letter = letter::embedded();
        for (address, words, expected) in [
            (
                "4.1",
                "Nederland hecht grote waarde aan het beschermen",
                Some("4.1"),
            ),
            ("4.1", "nederland  hecht grote waarde", None),
            (
                "4.2",
                "Nederland hecht grote waarde aan het beschermen en",
                Some("4.1"),
            ),
            ("4.2", "Nederland", Some("4.2")),
            (
                "4.1",
                "Dit heeft nooit in deze brief gestaan en zal het niet",
                None,
            ),
            (
                "99.1",
                "‘Nederland hecht grote waarde aan het …’",
                Some("4.1"),
            ),
            ("4.1", "", None),
        ] {
            let mark = note(address, words, "x").in_letter(&letter);
            assert_eq!(
                mark.anchor
                    .address
                    .as_deref()
                    .filter(|_| mark.anchor.around.is_some()),
                expected,
                "{words}"
            );
            let found = anchor::paragraphs(&letter, &[&mark.anchor])[0];
            let found = found
                .and_then(|at| letter.address(at))
                .map(|it| it.to_string());
            assert_eq!(found.as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn importing_twice_and_both_ways_adds_nothing() {
        let letter = letter::embedded();
        let words = "Nederland hecht grote waarde aan het beschermen";
        let of = |text: &str, name: Option<&str>, bookmark: bool| {
            let mut mark = note("4.1", words, text).in_letter(&letter);
            mark.name = name.map(str::to_owned);
            mark.bookmark = bookmark;
            mark
        };
        let with = |kept: Kept, marks: &[KeptMark]| with_imported(&letter, kept, None, marks);
        let mine = vec![of("navragen", Some("Anna"), true)];
        let theirs = vec![
            of("wie betaalt?", Some("Bob"), true),
            of("navragen", Some("Bob"), false),
        ];
        let kept = Kept {
            marks: mine.clone(),
            ..Kept::default()
        };
        let (both, added) = with(kept, &theirs);
        assert_eq!((added.notes, added.bookmarks, added.there), (2, 0, 1));
        assert_eq!(both.marks.len(), 3);
        let (again, added) = with(both.clone(), &theirs);
        assert_eq!((again, added.notes, added.there), (both.clone(), 0, 3));
        let (back, _) = with(
            Kept {
                marks: theirs,
                ..Kept::default()
            },
            &both.marks,
        );
        let notes = |kept: &Kept| {
            let mut notes: Vec<_> = kept
                .marks
                .iter()
                .map(|mark| (mark.note.clone(), mark.name.clone()))
                .collect();
            notes.sort();
            notes
        };
        assert_eq!(notes(&back), notes(&both));
        assert_eq!(with(both, &back.marks).1.notes, 0);
    }
}
