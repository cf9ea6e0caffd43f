//! The trail: the places that were shown in this sitting, when and how long, to go back to and to be the skeleton
//! of minutes. What was merely leafed through is not on it, by the rule of what is read.
//!
//! Time comes in with the messages ([`Message::At`](super::message::Message::At) and
//! [`Message::Clock`](super::message::Message::Clock)). The trail is kept in memory only, and no longer than so many
//! places.

mod list;
mod minutes;

pub use list::TrailList;

use crate::reading::jumplist::Stand;
use std::{collections::VecDeque, time::Duration};

/// How long something must show for anybody to have read of it: one finds one's place, and reads a row.
pub(super) const NOTICED: Duration = Duration::from_secs(2);

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
    pub(super) stand: Stand,
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
    /// Takes notice that what shows has stood for so long, up to now: this paragraph is current, by index.
    pub(super) fn stand_until(
        &mut self,
        now: Duration,
        since: Duration,
        paragraph: usize,
        stand: Stand,
    ) {
        self.now = now;
        match &mut self.here {
            Some(stop) if stop.paragraph == paragraph => {
                stop.stood += since;
                stop.stand = stand;
            }
            _ => {
                self.leave();
                self.here = Some(Stop {
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
        self.clock = Some(seconds);
    }

    /// Takes notice that a note was kept on a paragraph.
    pub(super) fn note(&mut self, paragraph: usize) {
        self.noted.retain(|(_, other)| *other != paragraph);
        self.noted.push_back((self.now, paragraph));
        if self.noted.len() > MOST {
            self.noted.pop_front();
        }
    }

    /// The places that were shown in this sitting, the newest last.
    pub(super) fn stops(&self) -> Vec<Stop> {
        let here = self.here.filter(|stop| stop.stood >= NOTICED);
        let mut stops: Vec<Stop> = self.stops.iter().copied().collect();
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
    pub(super) fn time_of(&self, at: Duration) -> String {
        const DAY: u64 = 24 * 60 * 60;
        let minutes = |seconds: u64| (seconds / 3600, seconds / 60 % 60);
        let Some(clock) = self.clock else {
            let (hours, minutes) = minutes(at.as_secs());
            return format!("+{hours}:{minutes:02}");
        };
        let ago = self.now.saturating_sub(at).as_secs() % DAY;
        let (hours, minutes) = minutes((u64::from(clock) + DAY - ago) % DAY);
        format!("{hours:02}:{minutes:02}")
    }

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

impl Stop {
    /// How long a place stood, in words: `2 min 10 s`.
    #[must_use]
    pub fn stood_words(&self) -> String {
        let seconds = self.stood.as_secs();
        match (seconds / 60, seconds % 60) {
            (0, seconds) => format!("{seconds} s"),
            (minutes, 0) => format!("{minutes} min"),
            (minutes, seconds) => format!("{minutes} min {seconds} s"),
        }
    }
}
