//! The trail: the places that were shown in this sitting, when and how long, to go back to and to be the skeleton
//! of minutes. What was merely leafed through is not on it, by the rule of what is read.
//!
//! Time comes in with the messages ([`Message::At`](super::message::Message::At) and
//! [`Message::Clock`](super::message::Message::Clock)). The trail is kept in memory only, and no longer than so many
//! places.

mod minutes;

use super::{
    App, Overlay, Reader,
    geometry::{self, Size},
    message::{Act, Effect, Reach, Turn},
    seen::NOTICED,
};
use crate::reading::jumplist::Stand;
use std::{collections::VecDeque, time::Duration};

/// How many places the trail has at most: an afternoon's.
const MOST: usize = 500;

/// A place that was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// How much time had gone by since the start when it came.
    pub began: Duration,
    /// How long it stood there.
    pub stood: Duration,
    /// The paragraph that was current, by index.
    pub paragraph: usize,
    stand: Stand,
}

/// The places that were shown in this sitting, and the notes made meanwhile.
#[derive(Debug, Default)]
pub(super) struct Trail {
    stops: VecDeque<Stop>,
    /// The place that shows now, whether it has stood for long or not.
    here: Option<Stop>,
    /// When a note was kept, and on which paragraph.
    noted: VecDeque<(Duration, usize)>,
    /// How much time had gone by when the last message came.
    now: Duration,
    /// What the clock said then: seconds since midnight.
    clock: Option<u32>,
}

impl Trail {
    /// Puts the place that showed on the trail where it stood long enough.
    fn leave(&mut self) {
        let Some(stop) = self.here.take() else { return };
        if stop.stood < NOTICED {
            return;
        }
        match self.stops.back_mut() {
            Some(last) if last.paragraph == stop.paragraph => last.stood += stop.stood,
            _ => self.stops.push_back(stop),
        }
        if self.stops.len() > MOST {
            self.stops.pop_front();
        }
    }
}

/// The list of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailList {
    /// The places as they were when it was opened, the newest last.
    pub stops: Vec<Stop>,
    /// Which of them is chosen, by index.
    pub chosen: usize,
}

impl Reader {
    /// Takes notice that what shows has stood for so long, up to now.
    pub(super) fn stand_until(&mut self, now: Duration, since: Duration) {
        let (paragraph, stand) = (self.here(), self.stand());
        self.trail.now = now;
        match &mut self.trail.here {
            Some(stop) if stop.paragraph == paragraph => {
                stop.stood += since;
                stop.stand = stand;
            }
            _ => {
                self.trail.leave();
                self.trail.here = Some(Stop {
                    began: now.saturating_sub(since),
                    stood: since,
                    paragraph,
                    stand,
                });
            }
        }
    }

    /// Takes notice of what the clock says, in seconds since midnight, before the time that comes next.
    pub(super) const fn hear_clock(&mut self, seconds: u32) {
        self.trail.clock = Some(seconds);
    }

    /// Takes notice that a note was kept on a paragraph.
    pub(super) fn note_on_trail(&mut self, paragraph: usize) {
        let now = self.trail.now;
        self.trail.noted.retain(|(_, other)| *other != paragraph);
        self.trail.noted.push_back((now, paragraph));
        if self.trail.noted.len() > MOST {
            self.trail.noted.pop_front();
        }
    }

    /// The places that were shown in this sitting, the newest last.
    #[must_use]
    pub fn trail(&self) -> Vec<Stop> {
        let here = self.trail.here.filter(|stop| stop.stood >= NOTICED);
        let mut stops: Vec<Stop> = self.trail.stops.iter().copied().collect();
        match (stops.last_mut(), here) {
            (Some(last), Some(here)) if last.paragraph == here.paragraph => {
                last.stood += here.stood;
                last.stand = here.stand;
            }
            (_, Some(here)) => stops.push(here),
            (_, None) => {}
        }
        stops
    }

    /// What the clock said at a time since the start: `14:03`; without a clock how long that is after it: `+0:12`.
    #[must_use]
    pub fn time_of(&self, at: Duration) -> String {
        const DAY: u64 = 24 * 60 * 60;
        let minutes = |seconds: u64| (seconds / 3600, seconds / 60 % 60);
        let Some(clock) = self.trail.clock else {
            let (hours, minutes) = minutes(at.as_secs());
            return format!("+{hours}:{minutes:02}");
        };
        let ago = self.trail.now.saturating_sub(at).as_secs() % DAY;
        let (hours, minutes) = minutes((u64::from(clock) + DAY - ago) % DAY);
        format!("{hours:02}:{minutes:02}")
    }
}

/// How many rows of the list show on a screen.
#[must_use]
fn rows(size: Size) -> usize {
    usize::from(geometry::list(size).height)
}

impl App {
    /// Opens the list of the trail at the newest place, or says that there is none yet.
    pub(super) fn open_trail(&mut self) {
        let stops = self.reader.trail();
        if stops.is_empty() {
            self.notice = Some(self.words.trail.none.to_owned());
            return;
        }
        let chosen = stops.len() - 1;
        self.overlay = Some(Overlay::Trail(TrailList { stops, chosen }));
    }

    pub(super) fn trail_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_stop(turn, 1),
            Act::Choose(turn, _) => self.choose_stop(turn, rows(self.reader.size).max(2) - 1),
            Act::Accept => self.go_to_stop(),
            Act::Close => self.overlay = None,
            Act::CopyLines => {
                self.reader.copied_at = None;
                return Some(Effect::Copy(self.minutes()));
            }
            Act::Save => {
                return Some(Effect::Save {
                    stem: [self.words.trail.stem, ".md"].concat(),
                    text: self.minutes().trim_end().to_owned(),
                });
            }
            _ => {}
        }
        None
    }

    pub(super) fn choose_stop(&mut self, turn: Turn, rows: usize) {
        if let Some(Overlay::Trail(open)) = &mut self.overlay {
            open.chosen = match turn {
                Turn::On => (open.chosen + rows).min(open.stops.len().saturating_sub(1)),
                Turn::Back => open.chosen.saturating_sub(rows),
            };
        }
    }

    /// Goes back to the chosen place, as it stood there last.
    fn go_to_stop(&mut self) {
        let Some(Overlay::Trail(open)) = self.overlay.take() else {
            return;
        };
        let Some(stop) = open.stops.get(open.chosen) else {
            return;
        };
        self.reader.leave();
        self.reader.show_at(stop.stand.top.place);
        self.reader.begin_at(stop.paragraph);
    }

    /// Which place of the list shows first.
    #[must_use]
    pub fn first_stop(&self, open: &TrailList) -> usize {
        geometry::window(open.chosen, open.stops.len(), rows(self.reader.size))
    }

    /// A press on a place goes there.
    pub(super) fn press_trail(&mut self, column: u16, row: u16) {
        let area = geometry::list(self.reader.size);
        let Some(Overlay::Trail(open)) = &self.overlay else {
            return;
        };
        let at = self.first_stop(open) + usize::from(row.saturating_sub(area.y));
        if area.holds(column, row) && at < open.stops.len() {
            if let Some(Overlay::Trail(open)) = &mut self.overlay {
                open.chosen = at;
            }
            self.go_to_stop();
        }
    }

    /// How long a place stood, in words: `2 min 10 s`.
    #[must_use]
    pub fn stood_words(stop: &Stop) -> String {
        let seconds = stop.stood.as_secs();
        match (seconds / 60, seconds % 60) {
            (0, seconds) => format!("{seconds} s"),
            (minutes, 0) => format!("{minutes} min"),
            (minutes, seconds) => format!("{minutes} min {seconds} s"),
        }
    }

    /// The title of the section that a place is in, and how its paragraph begins.
    #[must_use]
    pub fn stop_words(&self, stop: &Stop) -> [String; 2] {
        let letter = &self.reader.letter;
        let section = &letter.sections()[letter.section_of(stop.paragraph)];
        let words = letter.paragraph(stop.paragraph).split_whitespace();
        let first: Vec<&str> = words.take(FIRST).collect();
        [self.title(section), first.join(" ")]
    }
}

/// So many words of a paragraph tell which it is.
const FIRST: usize = 12;
