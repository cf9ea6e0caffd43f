//! What the reader gives out to be kept: its changes, one lot at a time, and the next when it hears what became
//! of the last.

mod looks;
mod state;
mod taken;

pub(super) use state::Keeping;
use state::{End, Resumes, Sent, Stood};
pub(super) use taken::shown;

use super::{
    App, Reader,
    kept::{
        Anchor, Changes, KeptMark, KeptPlace, Looks, Saved, Signed,
        changes::{MarkChange, SectionChange},
    },
    marks::Mark,
    message::Effect,
    seen::section_bytes,
};
use crate::letter::{LINE_END, visible_note};

impl Reader {
    /// Whether there are bookmarks and notes that are not on the disk yet.
    #[must_use]
    pub fn has_unkept_marks(&self) -> bool {
        let sent = self.keeping.sent.as_ref();
        !self.marks.changed.is_empty()
            || !self.keeping.gone.is_empty()
            || !self.keeping.back.is_empty()
            || sent.is_some_and(Sent::has_marks)
    }

    fn sections_seen(&self) -> Vec<SectionChange> {
        let sections = self.letter.sections().iter().enumerate();
        let changes = sections.map(|(index, section)| {
            let bytes = section_bytes(&self.letter, index);
            let seen = self.marks.seen.within(bytes.clone());
            SectionChange {
                number: section.number.key(),
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

impl App {
    /// Whether anything is yet to be kept.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        let keeping = &self.reader.keeping;
        self.reader.has_unkept_marks()
            || self.reader.marks.more
            || !self.reader.marks.anew.is_empty()
            || !keeping.searched.is_empty()
            || self.reader.resumable() != keeping.stood
            || self.chosen_looks() != Looks::default()
    }

    /// What is to be kept, where nothing is being written; else it waits for that.
    pub(super) fn keep(&mut self) -> Option<Effect> {
        if self.reader.keeping.sent.is_some() {
            return None;
        }
        let changes = self.changes();
        let marks = self.reader.marks.changed.iter();
        let mark = |&at: &usize| (at, self.reader.mark_at(at).cloned().unwrap_or(Mark::at(at)));
        self.reader.keeping.sent = Some(Sent {
            marks: marks.map(mark).collect(),
            anew: std::mem::take(&mut self.reader.marks.anew),
            searched: std::mem::take(&mut self.reader.keeping.searched),
            gone: std::mem::take(&mut self.reader.keeping.gone),
            back: std::mem::take(&mut self.reader.keeping.back),
        });
        if self.reader.keeping.end == End::Near {
            self.reader.keeping.end = End::GivenOut;
        }
        self.begin();
        self.reader.marks.changed.clear();
        self.reader.marks.more = false;
        Some(Effect::Keep(Box::new(changes)))
    }

    /// The name under which notes are kept, if one is set.
    #[must_use]
    pub fn own_name(&self) -> Option<&str> {
        Some(self.settings.name.as_str()).filter(|name| !name.is_empty())
    }

    /// What has changed since what is kept was last read or written.
    #[must_use]
    pub fn changes(&self) -> Changes {
        let placed = self.reader.marks.changed.iter().map(|&paragraph| {
            let was = self.reader.kept_at(paragraph);
            let base = KeptMark::all(&was, self.own_name());
            let ours = self.reader.mark_at(paragraph);
            let note = ours.map_or("", |mark| &mark.note);
            let is = KeptMark {
                anchor: Anchor::of(&self.reader.letter, paragraph),
                bookmark: ours.is_some_and(|mark| mark.bookmarked),
                // As it was written, where it was only made visible.
                note: if note == visible_note(&base.note) {
                    base.note
                } else {
                    note.replace(LINE_END, "\n")
                },
                ..KeptMark::default()
            };
            MarkChange { was, is }
        });
        let gone = self.reader.keeping.gone.iter().map(|mark| MarkChange {
            was: vec![mark.clone()],
            is: KeptMark {
                anchor: mark.anchor.clone(),
                ..KeptMark::default()
            },
        });
        let back = self.reader.keeping.back.iter().map(|mark| MarkChange {
            was: Vec::new(),
            is: mark.clone(),
        });
        let place = self
            .reader
            .resumable()
            .map(|Stood { place, current }| KeptPlace {
                anchor: Anchor::of(&self.reader.letter, place.paragraph),
                byte: place.byte,
                current: current.saturating_sub(place.paragraph),
                ..KeptPlace::default()
            });
        Changes {
            name: self.reader.letter_name().to_owned(),
            sketch: self.reader.sketch().cloned(),
            marks: placed.chain(gone).chain(back).collect(),
            read: self.reader.sections_seen(),
            place,
            looks: self.chosen_looks(),
            set: self.set_looks(),
            searches: self.reader.keeping.searched.clone(),
            signed: Signed {
                date: None,
                name: self.own_name().map(str::to_owned),
            },
        }
    }

    /// Takes notice of what became of what was to be kept; what has changed meanwhile is next.
    pub(super) fn take_saved(&mut self, saved: Saved) -> Option<Effect> {
        let waits = saved == Saved::Waits;
        let more = self.told_of(saved);
        if waits || more.is_some() {
            return more;
        }
        self.go_to_next_letter()
    }

    fn told_of(&mut self, saved: Saved) -> Option<Effect> {
        match saved {
            Saved::Waits => {
                self.reader.keeping.waits = true;
                self.notice = Some(self.words.marks.waits.to_owned());
                return None;
            }
            Saved::Kept { kept, aside } => {
                self.take_kept(*kept);
                self.reader.keeping.failure = None;
                self.tell_kept();
                if let Some(name) = aside {
                    let says = self.words.marks.set_aside.replace("{}", &name);
                    self.reader.keeping.aside.push(says.clone());
                    self.warning = Some(says);
                }
            }
            Saved::Failed(sentence) => {
                self.reader.take_back();
                if self.reader.has_unkept_marks() {
                    self.tell_unkept(sentence);
                }
                return None;
            }
            Saved::Unwanted => {
                let sent = self.reader.keeping.sent.take();
                if sent.is_some_and(|sent| sent.has_marks()) {
                    self.tell_unkept(self.words.marks.not_kept.to_owned());
                }
                return None;
            }
        }
        let last = self.reader.keeping.end == End::Near;
        let more = self.reader.has_unkept_marks() || (last && self.has_unkept());
        if more { self.keep() } else { None }
    }

    /// Says in the footer what is being written, and says it again when it is on the disk.
    pub(super) fn tell_when_kept(&mut self, now: String, then: String) {
        self.notice = Some(now.clone());
        self.reader.keeping.telling = Some((now, then));
    }

    fn tell_kept(&mut self) {
        if self.reader.has_unkept_marks() {
            return;
        }
        let waited = std::mem::take(&mut self.reader.keeping.waits);
        let Some((now, then)) = self.reader.keeping.telling.take() else {
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
        let telling = self.reader.keeping.telling.take();
        let waits = std::mem::take(&mut self.reader.keeping.waits);
        // That is no longer so.
        let hoped = |notice: &mut String| {
            telling.is_some_and(|(now, _)| *notice == now)
                || (waits && *notice == self.words.marks.waits)
        };
        self.notice.take_if(hoped);
        self.reader.keeping.failure = Some(sentence.clone());
        self.warning = Some(sentence);
    }

    /// Takes over what was being typed when the program came to its end, and keeps what is still to be kept.
    pub(super) fn end(&mut self) -> Option<Effect> {
        self.reader.keeping.end = End::Near;
        let typed = self.finish_own_note();
        typed.or_else(|| if self.has_unkept() { self.keep() } else { None })
    }
}
