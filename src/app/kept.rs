//! Bookmarks, notes and what was read, as they are kept for the next time: plain data, to be written and
//! read by others.
//!
//! A mark is anchored by the first words of its paragraph. Where the letter's file has changed it goes with
//! those words, and where they are gone it is kept and said, never moved to other words.
//!
//! Two readers may have one letter open. So what is written is never what one of them holds, but what is
//! kept at that moment with the changes that this one made: a mark that only the other changed stays as the
//! other has it, and where both wrote a note at one paragraph both texts stand there, parted by ` / `.

use super::{
    App,
    anchor::first_words,
    marks::{Before, Mark, Marks},
    seen::{Seen, section_bytes},
};
use crate::letter::visible_line;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The fields of what is kept that only a newer program knows, by name: their JSON as it was written.
pub type Unknown = BTreeMap<String, String>;

/// All that is kept of one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The version of the form in which it was kept; 0 where nothing was.
    pub version: u32,
    /// Bookmarks and notes.
    pub marks: Vec<KeptMark>,
    /// What was read.
    pub read: Vec<KeptSection>,
    /// What a newer program put into the lists above and cannot be understood here, by the name of the list:
    /// JSON as it was written.
    pub strange: BTreeMap<&'static str, Vec<String>>,
    /// What is kept beside all that.
    pub unknown: Unknown,
}

/// A bookmark, a note or both, with what tells their paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptMark {
    /// Where the paragraph stood, by index in the letter.
    pub paragraph: usize,
    /// Its address, if it had one.
    pub address: Option<String>,
    /// Its first words.
    pub words: String,
    /// Whether a bookmark is there.
    pub bookmark: bool,
    /// The note, or nothing.
    pub note: String,
    /// What is kept beside that.
    pub unknown: Unknown,
}

/// What was read of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSection {
    /// The section's number.
    pub number: u32,
    /// The bytes of its text. A section that has another number of them is another text.
    pub bytes: usize,
    /// The stretches that came by, in bytes from the section's start.
    pub seen: Vec<Range<usize>>,
    /// What is kept beside that.
    pub unknown: Unknown,
}

/// What is kept at one paragraph, as it is written.
#[derive(Clone, Debug, Default)]
struct Written {
    bookmark: bool,
    note: String,
    unknown: Unknown,
}

impl Written {
    fn add(&mut self, mark: &KeptMark) {
        self.bookmark |= mark.bookmark;
        self.note = joined(&self.note, &mark.note);
        self.unknown.extend(mark.unknown.clone());
    }
}

/// Two notes as one.
fn joined(one: &str, other: &str) -> String {
    match (one.contains(other), other.contains(one)) {
        (true, _) => one.to_owned(),
        (_, true) => other.to_owned(),
        _ => format!("{one} / {other}"),
    }
}

impl App {
    /// The paragraph of each of these marks, where it has one.
    fn paragraphs_of(&self, marks: &[KeptMark]) -> Vec<Option<usize>> {
        self.anchors.paragraphs(&self.letter, marks)
    }

    /// What is kept at each paragraph of the letter, and the marks whose paragraph is gone.
    fn at_paragraphs<'kept>(
        &self,
        marks: &'kept [KeptMark],
    ) -> (BTreeMap<usize, Written>, Vec<&'kept KeptMark>) {
        let mut found: BTreeMap<usize, Written> = BTreeMap::new();
        let mut lost = Vec::new();
        for (mark, paragraph) in marks.iter().zip(self.paragraphs_of(marks)) {
            match paragraph {
                Some(paragraph) => found.entry(paragraph).or_default().add(mark),
                None => lost.push(mark),
            }
        }
        (found, lost)
    }

    /// A name for what is kept of this letter; see [`crate::letter::Letter::name`].
    pub fn letter_name(&self) -> &str {
        self.name.get_or_init(|| self.letter.name())
    }

    /// Takes over what was kept at an earlier time, and says how much of it has no place any more.
    pub fn remember_marks(&mut self, kept: Kept) {
        let lost = self.take_kept(kept);
        if lost > 0 {
            let words = &self.words.marks;
            let says = if lost == 1 {
                words.lost_one.to_owned()
            } else {
                words.lost.replace("{}", &lost.to_string())
            };
            self.say_at_start(&says);
        }
    }

    /// Says something at the start, behind what is said already.
    pub fn say_at_start(&mut self, sentence: &str) {
        self.notice = Some(match self.notice.take() {
            Some(before) => format!("{before} {sentence}"),
            None => sentence.to_owned(),
        });
    }

    /// Takes notice of what is kept now: all that is left in the letter, and what another reader left.
    pub fn tell_kept(&mut self, kept: Kept) {
        self.take_kept(kept);
    }

    /// Takes notice that a file which made no sense has another name now.
    pub fn tell_set_aside(&mut self, name: &str) {
        self.notice = Some(self.words.marks.set_aside.replace("{}", name));
    }

    /// Takes notice that nothing was kept, and why.
    pub fn tell_unkept(&mut self, sentence: String) {
        self.notice = Some(match self.notice.take() {
            Some(done) => format!("{sentence} · {done}"),
            None => sentence,
        });
    }

    /// Whether there are bookmarks and notes that are yet to be kept.
    #[must_use]
    pub fn has_unkept_marks(&self) -> bool {
        !self.marks.changed.is_empty()
    }

    /// Whether anything is yet to be kept.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        self.has_unkept_marks() || self.marks.more || !self.marks.anew.is_empty()
    }

    /// The marks whose paragraph is not in the letter any more, made visible.
    #[must_use]
    pub fn lost_marks(&self) -> Vec<KeptMark> {
        let (_, lost) = self.at_paragraphs(&self.marks.kept.marks);
        let shown = lost.into_iter().map(|mark| KeptMark {
            address: mark.address.as_deref().map(visible_line),
            words: visible_line(&mark.words),
            note: visible_line(&mark.note),
            ..mark.clone()
        });
        shown.collect()
    }

    /// Takes over what is kept; says how many marks have no paragraph any more.
    fn take_kept(&mut self, kept: Kept) -> usize {
        let (found, lost) = self.at_paragraphs(&kept.marks);
        let lost = lost.len();
        let marks = found.into_iter().map(|(paragraph, written)| Mark {
            paragraph,
            bookmarked: written.bookmark,
            note: visible_line(&written.note),
        });
        let marks = marks.filter(|mark| !mark.is_nothing()).collect();
        let here = |read: &KeptSection| {
            let index = self.letter.section_numbered(read.number)?;
            let bytes = section_bytes(&self.letter, index);
            (bytes.len() == read.bytes).then_some(bytes)
        };
        let whole = 0..usize::MAX;
        let mut seen: Vec<_> = self.marks.seen.within(whole).collect();
        for read in &kept.read {
            let Some(bytes) = here(read) else { continue };
            let inside = |at: usize| bytes.start + at.min(bytes.len());
            let stretches = read.seen.iter();
            seen.extend(stretches.map(|stretch| inside(stretch.start)..inside(stretch.end)));
        }
        self.marks = Marks {
            list: marks,
            seen: Seen::of(seen),
            kept,
            before: self.marks.before.take().map(|before| Before {
                // That is kept now.
                anew: BTreeSet::new(),
                ..before
            }),
            ..Marks::default()
        };
        lost
    }

    /// What is to be kept: what is kept now, with what has changed here since it was last read.
    #[must_use]
    pub fn merged(&self, now: Kept) -> Kept {
        Kept {
            marks: self.merged_marks(now.marks),
            read: self.merged_sections(now.read),
            ..now
        }
    }

    fn merged_marks(&self, now: Vec<KeptMark>) -> Vec<KeptMark> {
        let (before, _) = self.at_paragraphs(&self.marks.kept.marks);
        let (theirs, _) = self.at_paragraphs(&now);
        let at = self.paragraphs_of(&now);
        let changed = |paragraph: &Option<usize>| {
            paragraph.is_some_and(|paragraph| self.marks.changed.contains(&paragraph))
        };
        let untouched = now.into_iter().zip(at).filter(|(_, at)| !changed(at));
        let mut merged: Vec<KeptMark> = untouched.map(|(mark, _)| mark).collect();
        let nothing = Written::default();
        for &paragraph in &self.marks.changed {
            let before = before.get(&paragraph).unwrap_or(&nothing);
            let theirs = theirs.get(&paragraph).unwrap_or(&nothing);
            let ours = self.mark_at(paragraph);
            let bookmarked = ours.is_some_and(|mark| mark.bookmarked);
            let mark = KeptMark {
                paragraph,
                address: self.letter.address(paragraph).map(|it| it.to_string()),
                words: first_words(&self.letter, paragraph).to_owned(),
                bookmark: if bookmarked == before.bookmark {
                    theirs.bookmark
                } else {
                    bookmarked
                },
                note: merged_note(before, theirs, ours.map_or("", |mark| &mark.note)),
                unknown: theirs.unknown.clone(),
            };
            if mark.bookmark || !mark.note.is_empty() {
                merged.push(mark);
            }
        }
        merged.sort_by_key(|mark| mark.paragraph);
        merged
    }

    fn merged_sections(&self, now: Vec<KeptSection>) -> Vec<KeptSection> {
        let mut merged: BTreeMap<u32, KeptSection> = BTreeMap::new();
        merged.extend(now.into_iter().map(|read| (read.number, read)));
        for (index, section) in self.letter.sections().iter().enumerate() {
            let bytes = section_bytes(&self.letter, index);
            let ours = self.marks.seen.within(bytes.clone());
            let mut seen: Vec<_> = ours
                .map(|part| part.start - bytes.start..part.end - bytes.start)
                .collect();
            let anew = self.marks.anew.contains(&index);
            if seen.is_empty() {
                if anew {
                    merged.remove(&section.number);
                }
                continue;
            }
            let theirs = merged.remove(&section.number).unwrap_or_default();
            if !anew && theirs.bytes == bytes.len() {
                seen.extend(theirs.seen);
            }
            let read = KeptSection {
                number: section.number,
                bytes: bytes.len(),
                seen: Seen::of(seen).within(0..bytes.len()).collect(),
                unknown: theirs.unknown,
            };
            merged.insert(section.number, read);
        }
        merged.into_values().collect()
    }
}

/// The note at a paragraph: the one that was changed, or both where both were.
fn merged_note(before: &Written, theirs: &Written, ours: &str) -> String {
    if ours == visible_line(&before.note) {
        theirs.note.clone()
    } else if theirs.note == before.note {
        ours.to_owned()
    } else {
        joined(&theirs.note, ours)
    }
}
