//! What was kept, as the reader takes it over: marks at their paragraphs, and those whose paragraph is gone.

use crate::{
    app::{
        App, Reader, anchor,
        keeping::Stood,
        kept::{Anchor, Kept, KeptMark, KeptSection, sketch::Sketch},
        marks::{Before, Mark, Marks},
        message::Effect,
        seen::{Seen, section_bytes},
    },
    letter::{Place, visible_note},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Reader {
    /// A name for what is kept of this letter: the one under which it was found, else
    /// [`crate::letter::Letter::name`].
    #[must_use]
    pub fn letter_name(&self) -> &str {
        let found = &self.keeping.kept.name;
        if found.is_empty() {
            self.name.get_or_init(|| self.letter.name())
        } else {
            found
        }
    }

    /// What the letter is recognised by where it has no id.
    #[must_use]
    pub fn sketch(&self) -> Option<&Sketch> {
        let made = || {
            let has_id = self.letter.facts.id().is_some();
            (!has_id).then(|| Sketch::of(&self.letter))
        };
        self.keeping.sketch.get_or_init(made).as_ref()
    }

    /// The paragraph of each of these marks. Those that are kept already are looked up.
    pub(in crate::app) fn paragraphs_of(&self, marks: &[KeptMark]) -> Vec<Option<usize>> {
        let kept = self.keeping.kept.marks.iter().zip(&self.keeping.at);
        let known: HashMap<&Anchor, Option<usize>> =
            kept.map(|(mark, at)| (&mark.anchor, *at)).collect();
        let anchors = marks.iter().map(|mark| &mark.anchor);
        let new: Vec<&Anchor> = anchors
            .clone()
            .filter(|anchor| !known.contains_key(anchor))
            .collect();
        let mut found = anchor::paragraphs(&self.letter, &new).into_iter();
        anchors
            .map(|anchor| match known.get(anchor) {
                Some(at) => *at,
                None => found.next().flatten(),
            })
            .collect()
    }

    /// What is kept at each paragraph of the letter.
    pub(in crate::app) fn kept_at(&self, paragraph: usize) -> Vec<KeptMark> {
        let kept = self.keeping.kept.marks.iter().zip(&self.keeping.at);
        let here = kept.filter(|(_, at)| **at == Some(paragraph));
        here.map(|(mark, _)| mark.clone()).collect()
    }

    /// The marks whose paragraph is not in the letter any more, by their index among all that are kept.
    pub(in crate::app) fn orphans(&self) -> impl Iterator<Item = (usize, &KeptMark)> {
        let kept = self.keeping.kept.marks.iter().zip(&self.keeping.at);
        let lost = kept.enumerate().filter(|(_, (_, at))| at.is_none());
        let sent = self.keeping.sent.iter().flat_map(|sent| &sent.gone);
        let gone: Vec<_> = self.keeping.gone.iter().chain(sent).collect();
        lost.map(|(index, (mark, _))| (index, mark))
            .filter(move |(_, mark)| !gone.contains(mark))
    }

    /// The bookmarks and notes that are kept at paragraphs of the letter, each with its paragraph by index, in the order
    /// of the letter: one of each that was kept by itself, made visible.
    #[must_use]
    pub fn kept_marks(&self) -> Vec<(usize, KeptMark)> {
        let kept = self.keeping.kept.marks.iter().zip(&self.keeping.at);
        let placed = kept.filter_map(|(mark, at)| Some(((*at)?, shown(mark))));
        let mut placed: Vec<(usize, KeptMark)> = placed.collect();
        placed.sort_by_key(|(at, _)| *at);
        placed
    }

    /// The marks whose paragraph is not in the letter any more, made visible.
    #[must_use]
    pub fn lost_marks(&self) -> Vec<KeptMark> {
        self.orphans().map(|(_, mark)| shown(mark)).collect()
    }

    /// One of those, by its index among all marks that are kept.
    pub(in crate::app) fn orphan(&self, index: usize) -> Option<&KeptMark> {
        let mut orphans = self.orphans();
        orphans.find(|(at, _)| *at == index).map(|(_, mark)| mark)
    }

    /// Takes a mark without a paragraph away: it is removed, or stands at another.
    pub(in crate::app) fn release_mark(&mut self, mark: &KeptMark) {
        self.keeping.gone.push(mark.clone());
    }

    /// What has come by here, and what is kept of it that was not marked as unread since.
    pub(in crate::app) fn seen_with(&self, read: &[KeptSection]) -> Seen {
        let mut seen: Vec<_> = self.marks.seen.within(0..usize::MAX).collect();
        for read in read {
            let Some(index) = self.letter.section_keyed(read.number) else {
                continue;
            };
            let bytes = section_bytes(&self.letter, index);
            if bytes.len() == read.bytes && !self.marks.anew.contains(&index) {
                let inside = |at: usize| bytes.start + at.min(bytes.len());
                let stretches = read.seen.iter();
                seen.extend(stretches.map(|stretch| inside(stretch.start)..inside(stretch.end)));
            }
        }
        Seen::of(seen)
    }
}

impl App {
    /// Takes over what was kept at an earlier time, and says how much of it has no place any more.
    pub(in crate::app) fn remember_kept(&mut self, kept: Kept) {
        self.take_kept(kept);
        let words = &self.words.marks;
        match self.reader.orphans().count() {
            0 => {}
            1 => self.warn(words.lost_one),
            lost => self.warn(&words.lost.replace("{}", &lost.to_string())),
        }
    }

    /// Puts a mark without a paragraph there again, where it was not written yet that it is gone.
    pub(in crate::app) fn restore_orphan(&mut self, mark: &KeptMark) -> Option<Effect> {
        self.reader.keeping.gone.retain(|gone| gone != mark);
        self.reader.keeping.back.push(mark.clone());
        self.keep()
    }

    /// Takes over what is kept. What has changed here since it was given out to be kept stays changed.
    pub(in crate::app) fn take_kept(&mut self, kept: Kept) {
        let own_name = self.own_name().map(str::to_owned);
        let at = self.reader.paragraphs_of(&kept.marks);
        let sent = self.reader.keeping.sent.take();
        let mut here: BTreeMap<usize, Vec<&KeptMark>> = BTreeMap::new();
        for (mark, at) in kept.marks.iter().zip(&at) {
            if let Some(at) = at {
                here.entry(*at).or_default().push(mark);
            }
        }
        let mut marks: BTreeMap<usize, Mark> = here
            .into_iter()
            .map(|(at, marks)| (at, mark_of(at, &KeptMark::all(marks, own_name.as_deref()))))
            .collect();
        for &paragraph in &self.reader.marks.changed {
            let sent = sent.as_ref().and_then(|sent| sent.marks.get(&paragraph));
            let base = sent.cloned().unwrap_or_else(|| {
                mark_of(
                    paragraph,
                    &KeptMark::all(&self.reader.kept_at(paragraph), own_name.as_deref()),
                )
            });
            let nothing = Mark::at(paragraph);
            let theirs = marks.get(&paragraph).unwrap_or(&nothing);
            let ours = self.reader.mark_at(paragraph).unwrap_or(&nothing);
            let both = theirs.changed_as(&base, ours);
            marks.insert(paragraph, both);
        }
        let seen = self.reader.seen_with(&kept.read);
        let list = marks.into_values().filter(|mark| !mark.is_nothing());
        let before = self.reader.marks.before.take().map(|before| Before {
            // That is kept now.
            anew: BTreeSet::new(),
            ..before
        });
        self.reader.marks = Marks {
            list: list.collect(),
            seen,
            before,
            changed: std::mem::take(&mut self.reader.marks.changed),
            anew: std::mem::take(&mut self.reader.marks.anew),
            more: self.reader.marks.more,
        };
        let stood = kept.place.as_ref().and_then(|place| {
            let paragraph = anchor::paragraphs(&self.reader.letter, &[&place.anchor])[0]?;
            let text = self.reader.letter.paragraph(paragraph);
            let mut bytes = (0..=place.byte.min(text.len())).rev();
            let byte = bytes.find(|&byte| text.is_char_boundary(byte))?;
            let current = paragraph.saturating_add(place.current);
            Some(Stood {
                place: Place { paragraph, byte },
                current: current.min(self.reader.letter.paragraphs().len() - 1),
            })
        });
        (
            self.reader.keeping.kept,
            self.reader.keeping.at,
            self.reader.keeping.stood,
        ) = (kept, at, stood);
        self.find_notes_anew();
    }
}

fn mark_of(paragraph: usize, kept: &KeptMark) -> Mark {
    Mark {
        paragraph,
        bookmarked: kept.bookmark,
        note: visible_note(&kept.note),
    }
}

/// A mark that is kept, made visible.
pub(in crate::app) fn shown(mark: &KeptMark) -> KeptMark {
    let mut shown = mark.clone();
    shown.anchor.address = shown.anchor.address.map(|it| visible_note(&it));
    shown.anchor.words = visible_note(&shown.anchor.words);
    shown.note = visible_note(&shown.note);
    shown.date = shown.date.map(|it| visible_note(&it));
    shown.name = shown.name.map(|it| visible_note(&it));
    shown
}
