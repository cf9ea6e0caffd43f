//! What one reader changed, to be added to what is kept at the moment of writing; and what came of it.

use super::{Anchor, Kept, KeptMark, KeptPlace, KeptSection, Looks, Signed, Sketch, both};
use crate::text::fold::fold;
use std::{collections::BTreeMap, ops::Range};

/// How many searches are kept.
pub const SEARCHES: usize = 50;

/// What a reader changed since it last read or wrote what is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The name under which the letter's are kept.
    pub name: String,
    /// What the letter is recognised by that has no id.
    pub sketch: Option<Sketch>,
    /// Marks, each of another paragraph.
    pub marks: Vec<MarkChange>,
    /// What was read of sections.
    pub read: Vec<SectionChange>,
    /// Where the reader is; nothing at the start of the letter.
    pub place: Option<KeptPlace>,
    /// What of its looks was chosen, which counts for all letters.
    pub looks: Looks,
    /// What the settings said of its looks: what was chosen over that holds as long as they say it.
    pub set: Looks,
    /// What was searched, the last one last.
    pub searches: Vec<String>,
    /// When notes are kept that were changed, and who writes them.
    pub signed: Signed,
}

/// What changed at one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkChange {
    /// What was kept there.
    pub was: Vec<KeptMark>,
    /// What is there now, which may be nothing.
    pub is: KeptMark,
}

/// What changed of what was read of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionChange {
    /// The section's number.
    pub number: u32,
    /// The bytes of its text.
    pub bytes: usize,
    /// The stretches that came by, in bytes from the section's start.
    pub seen: Vec<Range<usize>>,
    /// Whether it was marked as unread, and with it what others read of it.
    pub anew: bool,
}

/// What became of what was to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Another reader is writing; this one waits until it is done.
    Waits,
    /// It is on the disk.
    Kept {
        /// All that is kept now.
        kept: Box<Kept>,
        /// The name that a file which made no sense has now.
        aside: Option<String>,
    },
    /// It could not be kept, and why.
    Failed(String),
    /// Nothing is to be kept.
    Unwanted,
}

impl Changes {
    /// What is to be kept: what is kept now, with these changes.
    #[must_use]
    pub fn added_to(&self, now: Kept) -> Kept {
        let mut marks = now.marks;
        for change in &self.marks {
            change.add_to(&mut marks, &self.signed);
        }
        marks.sort_by_key(|mark| mark.anchor.paragraph);
        Kept {
            name: self.name.clone(),
            sketch: self.sketch_over(now.sketch),
            marks,
            read: self.read_with(now.read),
            place: self.place.clone(),
            ..now
        }
    }

    fn sketch_over(&self, now: Option<Sketch>) -> Option<Sketch> {
        let Some(sketch) = &self.sketch else {
            return now;
        };
        Some(Sketch {
            unknown: now.unwrap_or_default().unknown,
            ..sketch.clone()
        })
    }

    fn read_with(&self, now: Vec<KeptSection>) -> Vec<KeptSection> {
        let mut all: BTreeMap<u32, KeptSection> = BTreeMap::new();
        all.extend(now.into_iter().map(|read| (read.number, read)));
        for change in &self.read {
            if change.seen.is_empty() {
                if change.anew {
                    all.remove(&change.number);
                }
                continue;
            }
            let theirs = all.remove(&change.number).unwrap_or_default();
            let mut seen = change.seen.clone();
            if !change.anew && theirs.bytes == change.bytes {
                seen.extend(theirs.seen);
            }
            let read = KeptSection {
                number: change.number,
                bytes: change.bytes,
                seen: joined(seen, change.bytes),
                unknown: theirs.unknown,
            };
            all.insert(change.number, read);
        }
        all.into_values().collect()
    }

    /// The searches to keep, of those that are kept now and these.
    #[must_use]
    pub fn searches_added_to(&self, now: Vec<String>) -> Vec<String> {
        let mut all = now;
        for search in &self.searches {
            all.retain(|kept| same_search(kept) != same_search(search));
            all.push(search.clone());
        }
        let over = all.len().saturating_sub(SEARCHES);
        all.drain(..over);
        all
    }
}

impl MarkChange {
    /// Puts what is there now in place of what is kept there. What another reader changed since stays changed,
    /// and where both wrote a note both count.
    ///
    /// Notes of several, by name, that stay as they are stay apart.
    fn add_to(&self, marks: &mut Vec<KeptMark>, signed: &Signed) {
        let is_same = |anchor: &Anchor| {
            *anchor == self.is.anchor || self.was.iter().any(|was| was.anchor == *anchor)
        };
        let here = marks.extract_if(.., |mark| is_same(&mark.anchor));
        let here: Vec<KeptMark> = here.collect();
        let own_name = signed.name.as_deref();
        let theirs = KeptMark::all(&here, own_name);
        let base = KeptMark::all(&self.was, own_name);
        let bookmark = if self.is.bookmark == base.bookmark {
            theirs.bookmark
        } else {
            self.is.bookmark
        };
        let note = both::merged(&base.note, &theirs.note, &self.is.note);
        let stay_apart = here.len() == 1 || here.iter().any(|mark| mark.name.is_some());
        if note == theirs.note && stay_apart {
            let own = here.into_iter().enumerate().map(|(index, mark)| KeptMark {
                anchor: self.is.anchor.clone(),
                bookmark: bookmark && index == 0,
                ..mark
            });
            marks.extend(own.filter(|mark| !mark.is_nothing()));
            return;
        }
        let is_noted = !note.is_empty();
        let mark = KeptMark {
            anchor: self.is.anchor.clone(),
            bookmark,
            // What is put back was signed when it was written.
            date: self.is.date.clone().or_else(|| signed.date.clone()),
            name: self.is.name.clone().or_else(|| signed.name.clone()),
            note,
            unknown: theirs.unknown,
        };
        if !mark.is_nothing() {
            marks.push(KeptMark {
                date: mark.date.filter(|_| is_noted),
                name: mark.name.filter(|_| is_noted),
                ..mark
            });
        }
    }
}

/// What two searches have in common that are the same.
pub(in crate::app) fn same_search(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// These stretches of so many bytes, in order and apart.
fn joined(mut stretches: Vec<Range<usize>>, bytes: usize) -> Vec<Range<usize>> {
    stretches.sort_unstable_by_key(|stretch| stretch.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        let stretch = stretch.start..stretch.end.min(bytes);
        match joined.last_mut() {
            _ if stretch.is_empty() => {}
            Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
            _ => joined.push(stretch),
        }
    }
    joined
}
