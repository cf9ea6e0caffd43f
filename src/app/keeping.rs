//! What the reader takes over of what was kept, and what it gives out to be kept: its changes, one lot at a
//! time, and the next when it hears what became of the last.

use super::{
    App, anchor,
    geometry::{MEASURES, Size},
    kept::{
        Anchor, Changes, Kept, KeptMark, KeptPlace, KeptSection, Looks, Saved,
        changes::{MarkChange, SectionChange},
        sketch::Sketch,
    },
    marks::{Before, Mark, Marks},
    message::Effect,
    seen::{Seen, section_bytes},
};
use crate::{
    letter::{Place, visible_note},
    reading::flow::Flow,
};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet, HashMap},
};

/// How what is kept stands to what the reader holds.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// What was kept when it was last read or written.
    kept: Kept,
    /// The paragraph of each mark that is kept, by index; nothing where it is gone.
    at: Vec<Option<usize>>,
    /// Where the reader was, as it is kept.
    place: Option<Place>,
    /// The looks that the reader began with, and which of them were chosen since.
    began: Looks,
    chosen: Looks,
    /// What was searched since, the last one last.
    pub searched: Vec<String>,
    /// Marks without a paragraph that were removed since, or put at another.
    gone: Vec<KeptMark>,
    /// Marks without a paragraph that were removed and are to be kept again.
    back: Vec<KeptMark>,
    /// What is being written.
    sent: Option<Sent>,
    /// What the footer says while a note is written, and what when it is.
    telling: Option<(String, String)>,
    /// Whether another reader is waited for.
    waits: bool,
    /// Whether the reader goes on where it was, and has not said so yet.
    resumes: bool,
    /// Whether the program ends.
    ends: bool,
    /// What the letter is recognised by that has no id, once that was asked for.
    sketch: OnceCell<Option<Sketch>>,
    /// Why nothing could be kept, the last time it could not.
    failure: Option<String>,
    /// What is said of files that were set aside.
    aside: Vec<String>,
}

/// What is being written, to be taken back where that fails.
#[derive(Debug)]
struct Sent {
    marks: BTreeMap<usize, Mark>,
    anew: BTreeSet<usize>,
    searched: Vec<String>,
    gone: Vec<KeptMark>,
    back: Vec<KeptMark>,
}

impl Sent {
    fn has_marks(&self) -> bool {
        !(self.marks.is_empty() && self.gone.is_empty() && self.back.is_empty())
    }
}

impl App {
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

    /// Takes over what was kept at an earlier time, and says how much of it has no place any more.
    pub(super) fn remember_kept(&mut self, kept: Kept) {
        self.take_looks(&kept.looks);
        self.take_kept(kept);
        let words = &self.words.marks;
        let says = match self.orphans().count() {
            0 => return,
            1 => words.lost_one.to_owned(),
            lost => words.lost.replace("{}", &lost.to_string()),
        };
        self.say_at_start(&says);
    }

    /// Says something at the start, behind what is said already.
    pub(super) fn say_at_start(&mut self, sentence: &str) {
        self.notice = Some(match self.notice.take() {
            Some(before) => format!("{before} {sentence}"),
            None => sentence.to_owned(),
        });
    }

    fn take_looks(&mut self, looks: &Looks) {
        if let Some(theme) = &looks.theme {
            let known = self.themes.iter().position(|name| name == theme);
            self.theme = known.unwrap_or(self.theme);
        }
        let has = &mut self.arrangement;
        has.measure = looks
            .measure
            .unwrap_or(has.measure)
            .clamp(MEASURES.0, MEASURES.1);
        has.sidebar = looks.sidebar.unwrap_or(has.sidebar);
        has.compare = looks.compare.unwrap_or(has.compare);
    }

    /// What the reader looks like from now on is how it began: only what is chosen after that is kept.
    pub fn begin(&mut self) {
        self.keeping.began = self.looks();
    }

    fn looks(&self) -> Looks {
        let theme = self.themes.get(self.theme % self.themes.len().max(1));
        Looks {
            theme: theme.map(|&name| name.to_owned()),
            measure: Some(self.arrangement.measure),
            sidebar: Some(self.arrangement.sidebar),
            compare: Some(self.arrangement.compare),
            ..Looks::default()
        }
    }

    /// The looks that were chosen, at some time since the reader began.
    fn chosen_looks(&self) -> Looks {
        fn chosen<T: PartialEq>(
            now: Option<T>,
            began: Option<&T>,
            before: Option<&T>,
        ) -> Option<T> {
            now.filter(|now| before.is_some() || began != Some(now))
        }
        let (now, began, before) = (self.looks(), &self.keeping.began, &self.keeping.chosen);
        Looks {
            theme: chosen(now.theme, began.theme.as_ref(), before.theme.as_ref()),
            measure: chosen(now.measure, began.measure.as_ref(), before.measure.as_ref()),
            sidebar: chosen(now.sidebar, began.sidebar.as_ref(), before.sidebar.as_ref()),
            compare: chosen(now.compare, began.compare.as_ref(), before.compare.as_ref()),
            ..Looks::default()
        }
    }

    /// Goes on where the reader was, as far as that is still known.
    pub fn resume(&mut self) {
        if let Some(place) = self.keeping.place {
            self.show_at(place);
            self.keeping.resumes = true;
        }
    }

    /// Says where the reader goes on, once that shows.
    pub(super) fn tell_resumed(&mut self) {
        if self.size != Size::default() && std::mem::take(&mut self.keeping.resumes) {
            let address = self.words.address(&self.letter, self.here());
            let says = self.words.marks.resumed.replace("{}", &address);
            self.say_at_start(&says);
        }
    }

    /// The paragraph of each of these marks. Those that are kept already are looked up.
    fn paragraphs_of(&self, marks: &[KeptMark]) -> Vec<Option<usize>> {
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
    fn kept_at(&self, paragraph: usize) -> Vec<KeptMark> {
        let kept = self.keeping.kept.marks.iter().zip(&self.keeping.at);
        let here = kept.filter(|(_, at)| **at == Some(paragraph));
        here.map(|(mark, _)| mark.clone()).collect()
    }

    /// The marks whose paragraph is not in the letter any more, by their index among all that are kept.
    pub(super) fn orphans(&self) -> impl Iterator<Item = (usize, &KeptMark)> {
        let kept = self.keeping.kept.marks.iter().zip(&self.keeping.at);
        let lost = kept.enumerate().filter(|(_, (_, at))| at.is_none());
        let sent = self.keeping.sent.iter().flat_map(|sent| &sent.gone);
        let gone: Vec<_> = self.keeping.gone.iter().chain(sent).collect();
        lost.map(|(index, (mark, _))| (index, mark))
            .filter(move |(_, mark)| !gone.contains(mark))
    }

    /// The marks whose paragraph is not in the letter any more, made visible.
    #[must_use]
    pub fn lost_marks(&self) -> Vec<KeptMark> {
        self.orphans().map(|(_, mark)| shown(mark)).collect()
    }

    /// One of those, by its index among all marks that are kept.
    pub(super) fn orphan(&self, index: usize) -> Option<&KeptMark> {
        let mut orphans = self.orphans();
        orphans.find(|(at, _)| *at == index).map(|(_, mark)| mark)
    }

    /// Takes a mark without a paragraph away: it is removed, or stands at another.
    pub(super) fn release_mark(&mut self, mark: &KeptMark) {
        self.keeping.gone.push(mark.clone());
    }

    /// Puts a mark without a paragraph there again, where it was not written yet that it is gone.
    pub(super) fn restore_orphan(&mut self, mark: &KeptMark) -> Option<Effect> {
        self.keeping.gone.retain(|gone| gone != mark);
        self.keeping.back.push(mark.clone());
        self.keep()
    }

    /// Takes over what is kept. What has changed here since it was given out to be kept stays changed.
    fn take_kept(&mut self, kept: Kept) {
        let at = self.paragraphs_of(&kept.marks);
        let sent = self.keeping.sent.take();
        let mut here: BTreeMap<usize, Vec<&KeptMark>> = BTreeMap::new();
        for (mark, at) in kept.marks.iter().zip(&at) {
            if let Some(at) = at {
                here.entry(*at).or_default().push(mark);
            }
        }
        let mut marks: BTreeMap<usize, Mark> = here
            .into_iter()
            .map(|(at, marks)| (at, mark_of(at, &KeptMark::all(marks))))
            .collect();
        for &paragraph in &self.marks.changed {
            let sent = sent.as_ref().and_then(|sent| sent.marks.get(&paragraph));
            let base = sent
                .cloned()
                .unwrap_or_else(|| mark_of(paragraph, &KeptMark::all(&self.kept_at(paragraph))));
            let nothing = Mark::at(paragraph);
            let theirs = marks.get(&paragraph).unwrap_or(&nothing);
            let ours = self.mark_at(paragraph).unwrap_or(&nothing);
            let both = theirs.changed_as(&base, ours);
            marks.insert(paragraph, both);
        }
        let seen = self.seen_with(&kept.read);
        let list = marks.into_values().filter(|mark| !mark.is_nothing());
        let before = self.marks.before.take().map(|before| Before {
            // That is kept now.
            anew: BTreeSet::new(),
            ..before
        });
        self.marks = Marks {
            list: list.collect(),
            seen,
            before,
            changed: std::mem::take(&mut self.marks.changed),
            anew: std::mem::take(&mut self.marks.anew),
            more: self.marks.more,
        };
        let place = kept.place.as_ref().and_then(|place| {
            let paragraph = anchor::paragraphs(&self.letter, &[&place.anchor])[0]?;
            let text = self.letter.paragraph(paragraph);
            let mut bytes = (0..=place.byte.min(text.len())).rev();
            let byte = bytes.find(|&byte| text.is_char_boundary(byte))?;
            Some(Place { paragraph, byte })
        });
        (self.keeping.kept, self.keeping.at, self.keeping.place) = (kept, at, place);
        self.find_notes_anew();
    }

    /// What has come by here, and what is kept of it that was not marked as unread since.
    fn seen_with(&self, read: &[KeptSection]) -> Seen {
        let mut seen: Vec<_> = self.marks.seen.within(0..usize::MAX).collect();
        for read in read {
            let Some(index) = self.letter.section_numbered(read.number) else {
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

    /// Whether there are bookmarks and notes that are not on the disk yet.
    #[must_use]
    pub fn has_unkept_marks(&self) -> bool {
        let sent = self.keeping.sent.as_ref();
        !self.marks.changed.is_empty()
            || !self.keeping.gone.is_empty()
            || !self.keeping.back.is_empty()
            || sent.is_some_and(Sent::has_marks)
    }

    /// Whether anything is yet to be kept.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        let keeping = &self.keeping;
        let looks = self.chosen_looks().over(keeping.kept.looks.clone());
        self.has_unkept_marks()
            || self.marks.more
            || !self.marks.anew.is_empty()
            || !keeping.searched.is_empty()
            || self.resumable() != keeping.place
            || looks != keeping.kept.looks
    }

    /// The place to go on from; nothing at the start of the letter. Before anything shows it is the one that
    /// is kept.
    fn resumable(&self) -> Option<Place> {
        if self.size == Size::default() {
            return self.keeping.place;
        }
        let first = Flow::first_top(&self.letter, &self.letter.sections()[0]);
        Some(self.place()).filter(|place| *place != first.place)
    }

    /// What is to be kept, where nothing is being written; else it waits for that.
    pub(super) fn keep(&mut self) -> Option<Effect> {
        if self.keeping.sent.is_some() {
            return None;
        }
        let changes = self.changes();
        let marks = self.marks.changed.iter();
        let mark = |&at: &usize| (at, self.mark_at(at).cloned().unwrap_or(Mark::at(at)));
        self.keeping.sent = Some(Sent {
            marks: marks.map(mark).collect(),
            anew: std::mem::take(&mut self.marks.anew),
            searched: std::mem::take(&mut self.keeping.searched),
            gone: std::mem::take(&mut self.keeping.gone),
            back: std::mem::take(&mut self.keeping.back),
        });
        self.keeping.chosen = changes.looks.clone();
        self.marks.changed.clear();
        self.marks.more = false;
        Some(Effect::Keep(Box::new(changes)))
    }

    /// What has changed since what is kept was last read or written.
    #[must_use]
    pub fn changes(&self) -> Changes {
        let placed = self.marks.changed.iter().map(|&paragraph| {
            let was = self.kept_at(paragraph);
            let base = KeptMark::all(&was);
            let ours = self.mark_at(paragraph);
            let note = ours.map_or("", |mark| &mark.note);
            let is = KeptMark {
                anchor: Anchor::of(&self.letter, paragraph),
                bookmark: ours.is_some_and(|mark| mark.bookmarked),
                // As it was written, where it was only made visible.
                note: if note == visible_note(&base.note) {
                    base.note
                } else {
                    note.to_owned()
                },
                ..KeptMark::default()
            };
            MarkChange { was, is }
        });
        let gone = self.keeping.gone.iter().map(|mark| MarkChange {
            was: vec![mark.clone()],
            is: KeptMark {
                anchor: mark.anchor.clone(),
                ..KeptMark::default()
            },
        });
        let back = self.keeping.back.iter().map(|mark| MarkChange {
            was: Vec::new(),
            is: mark.clone(),
        });
        let place = self.resumable().map(|place| KeptPlace {
            anchor: Anchor::of(&self.letter, place.paragraph),
            byte: place.byte,
            ..KeptPlace::default()
        });
        Changes {
            name: self.letter_name().to_owned(),
            sketch: self.sketch().cloned(),
            marks: placed.chain(gone).chain(back).collect(),
            read: self.sections_seen(),
            place,
            looks: self.chosen_looks(),
            searches: self.keeping.searched.clone(),
        }
    }

    fn sections_seen(&self) -> Vec<SectionChange> {
        let sections = self.letter.sections().iter().enumerate();
        let changes = sections.map(|(index, section)| {
            let bytes = section_bytes(&self.letter, index);
            let seen = self.marks.seen.within(bytes.clone());
            SectionChange {
                number: section.number,
                bytes: bytes.len(),
                seen: seen
                    .map(|part| part.start - bytes.start..part.end - bytes.start)
                    .collect(),
                anew: self.marks.anew.contains(&index),
            }
        });
        changes
            .filter(|change| change.anew || !change.seen.is_empty())
            .collect()
    }

    /// Takes notice of what became of what was to be kept; what has changed meanwhile is next.
    pub(super) fn take_saved(&mut self, saved: Saved) -> Option<Effect> {
        match saved {
            Saved::Waits => {
                self.keeping.waits = true;
                self.notice = Some(self.words.marks.waits.to_owned());
                return None;
            }
            Saved::Kept { kept, aside } => {
                self.take_kept(*kept);
                self.keeping.failure = None;
                self.tell_kept();
                if let Some(name) = aside {
                    let says = self.words.marks.set_aside.replace("{}", &name);
                    self.keeping.aside.push(says.clone());
                    self.warning = Some(says);
                }
            }
            Saved::Failed(sentence) => {
                self.take_back();
                if self.has_unkept_marks() {
                    self.tell_unkept(sentence);
                }
                return None;
            }
            Saved::Unwanted => {
                let sent = self.keeping.sent.take();
                if sent.is_some_and(|sent| sent.has_marks()) {
                    self.tell_unkept(self.words.marks.not_kept.to_owned());
                }
                return None;
            }
        }
        let more = self.has_unkept_marks() || (self.keeping.ends && self.has_unkept());
        if more { self.keep() } else { None }
    }

    /// What could not be written is still to be kept.
    fn take_back(&mut self) {
        if let Some(sent) = self.keeping.sent.take() {
            self.marks.changed.extend(sent.marks.into_keys());
            self.marks.anew.extend(sent.anew);
            self.marks.more = true;
            self.keeping.gone.extend(sent.gone);
            self.keeping.back.extend(sent.back);
            self.keeping.searched.splice(0..0, sent.searched);
        }
    }

    /// Says in the footer what is being written, and says it again when it is on the disk.
    pub(super) fn tell_when_kept(&mut self, now: String, then: String) {
        self.notice = Some(now.clone());
        self.keeping.telling = Some((now, then));
    }

    fn tell_kept(&mut self) {
        if self.has_unkept_marks() {
            return;
        }
        let waited = std::mem::take(&mut self.keeping.waits);
        let Some((now, then)) = self.keeping.telling.take() else {
            return;
        };
        let waits = self.words.marks.waits;
        let expects = match self.notice.as_deref() {
            None => waited,
            Some(notice) => notice == now || notice == waits,
        };
        if expects {
            self.notice = Some(then);
        }
    }

    /// Takes notice that nothing was kept, and why.
    fn tell_unkept(&mut self, sentence: String) {
        let telling = self.keeping.telling.take();
        let waits = std::mem::take(&mut self.keeping.waits);
        // That is no longer so.
        let hoped = |notice: &mut String| {
            telling.is_some_and(|(now, _)| *notice == now)
                || (waits && *notice == self.words.marks.waits)
        };
        self.notice.take_if(hoped);
        self.keeping.failure = Some(sentence.clone());
        self.warning = Some(sentence);
    }

    /// Takes over what was being typed when the program came to its end, and keeps what is still to be kept.
    pub(super) fn end(&mut self) -> Option<Effect> {
        self.keeping.ends = true;
        let typed = self.finish_own_note();
        typed.or_else(|| if self.has_unkept() { self.keep() } else { None })
    }

    /// Whether anything is being written.
    #[must_use]
    pub const fn is_keeping(&self) -> bool {
        self.keeping.sent.is_some()
    }

    /// What is to be said when the terminal has been given back: what may have gone by on the screen, and
    /// what could not be kept.
    pub fn parting(&self) -> impl Iterator<Item = &str> {
        let failure = self.keeping.failure.as_ref();
        let failure = failure.filter(|_| self.has_unkept_marks());
        let all = self.keeping.aside.iter().chain(failure);
        all.map(String::as_str)
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
pub(super) fn shown(mark: &KeptMark) -> KeptMark {
    let mut shown = mark.clone();
    shown.anchor.address = shown.anchor.address.map(|it| visible_note(&it));
    shown.anchor.words = visible_note(&shown.anchor.words);
    shown.note = visible_note(&shown.note);
    shown
}
