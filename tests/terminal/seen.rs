//! What is seen of a program and its terminal from outside, and waiting for it.

use rustix::process::{Pid, WaitId, WaitIdOptions, WaitOptions, waitid, waitpid};
use std::{
    io::Read,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use vt100::{MouseProtocolEncoding, MouseProtocolMode, Screen};

/// What became of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Runs,
    Stopped,
    Exited(i32),
    Killed(i32),
}

/// What is seen from outside.
pub struct Seen {
    pub terminal: vt100::Parser,
    /// All that was written to the terminal.
    pub bytes: Vec<u8>,
    pub fate: Fate,
    /// The processor time of the process when it ended, in ticks.
    pub ticks: Option<u64>,
    /// Nobody can write to the terminal any more.
    pub silent: bool,
    /// The terminal reads nothing now, as it was told to.
    pub stands_still: bool,
    /// How the terminal reads what is written to it.
    pub pace: Pace,
}

/// How a terminal reads what is written to it. It may be reading already when this changes, and then
/// reads on until it has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// At most so many bytes at once.
    Bytes(usize),
    /// Not for now.
    Held,
    /// Never again: the reading thread lets go of it.
    Deaf,
}

impl Seen {
    pub fn screen(&self) -> &Screen {
        self.terminal.screen()
    }

    /// The rows of the screen, without the blanks at their ends.
    pub fn rows(&self) -> Vec<String> {
        let (_, columns) = self.screen().size();
        let rows = self.screen().rows(0, columns.get());
        rows.map(|row| row.trim_end().to_owned()).collect()
    }

    pub fn has_ended(&self) -> bool {
        matches!(self.fate, Fate::Exited(_) | Fate::Killed(_))
    }

    pub fn last_row(&self) -> String {
        self.rows().pop().unwrap_or_default()
    }

    pub fn says(&self, words: &str) -> bool {
        self.rows().iter().any(|row| row.contains(words))
    }

    pub fn modes(&self) -> Modes {
        Modes::of(self.screen())
    }
}

/// Rows without the signs, behind the numbers of sections, of how much of them has been read.
pub fn unread(rows: &[String]) -> Vec<String> {
    let unread = |row: &String| {
        let mut cells: Vec<char> = row.chars().collect();
        let start = cells.len().min(6);
        let signs = ['″', '′'];
        let at =
            (1..start).find(|&at| signs.contains(&cells[at]) && cells[at - 1].is_ascii_digit());
        if let Some(at) = at {
            cells[at] = ' ';
        }
        cells.into_iter().collect()
    };
    rows.iter().map(unread).collect()
}

/// What a program may ask of its terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modes {
    pub alternate_screen: bool,
    pub cursor: bool,
    pub mouse: (MouseProtocolMode, MouseProtocolEncoding),
    pub bracketed_paste: bool,
}

impl Modes {
    /// Those of a terminal that nobody has taken.
    pub const FREE: Self = Self {
        alternate_screen: false,
        cursor: true,
        mouse: (MouseProtocolMode::None, MouseProtocolEncoding::Default),
        bracketed_paste: false,
    };

    /// Those of a terminal that the reader has taken and leaves the mouse to.
    pub const TAKEN_WITHOUT_MOUSE: Self = Self {
        alternate_screen: true,
        cursor: false,
        bracketed_paste: true,
        ..Self::FREE
    };

    /// Those of a terminal that the reader has taken.
    pub const TAKEN: Self = Self {
        mouse: (MouseProtocolMode::ButtonMotion, MouseProtocolEncoding::Sgr),
        ..Self::TAKEN_WITHOUT_MOUSE
    };

    fn of(screen: &Screen) -> Self {
        Self {
            alternate_screen: screen.alternate_screen(),
            cursor: !screen.hide_cursor(),
            mouse: (
                screen.mouse_protocol_mode(),
                screen.mouse_protocol_encoding(),
            ),
            bracketed_paste: screen.bracketed_paste(),
        }
    }
}

/// What is seen, and who waits for it to change.
#[derive(Clone)]
pub struct Watched(Arc<(Mutex<Seen>, Condvar)>);

impl Watched {
    pub fn new(terminal: vt100::Parser) -> Self {
        let seen = Seen {
            terminal,
            bytes: Vec::new(),
            fate: Fate::Runs,
            ticks: None,
            silent: false,
            stands_still: false,
            pace: Pace::Bytes(MOST),
        };
        Self(Arc::new((Mutex::new(seen), Condvar::new())))
    }

    /// What is seen now, also after a test has failed while it looked.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is seen and wakes who waits.
    pub fn note(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut self.seen());
        self.0.1.notify_all();
    }

    /// Blocks until what is seen is as wanted; false after the limit.
    pub fn wait(&self, limit: Duration, mut wanted: impl FnMut(&Seen) -> bool) -> bool {
        let until = Instant::now() + limit;
        let mut seen = self.seen();
        while !wanted(&seen) {
            let Some(left) = until.checked_duration_since(Instant::now()) else {
                return false;
            };
            let woken = self.0.1.wait_timeout(seen, left);
            seen = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Blocks while the terminal is not to be read; how many bytes it is to be read at once, and none
    /// when never again.
    fn wait_to_read(&self) -> Option<usize> {
        let mut seen = self.seen();
        loop {
            let stands_still = matches!(seen.pace, Pace::Held | Pace::Deaf);
            if seen.stands_still != stands_still {
                seen.stands_still = stands_still;
                self.0.1.notify_all();
            }
            match seen.pace {
                Pace::Bytes(most) => return Some(most),
                Pace::Deaf => return None,
                Pace::Held => {
                    seen = self.0.1.wait(seen).unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }
}

/// The bytes that are read at once, at most.
pub const MOST: usize = 8192;

/// Puts what is written to the terminal on the screen, until nobody can write any more.
pub fn read(mut output: impl Read, watched: &Watched) {
    let mut bytes = [0; MOST];
    // The end is believed the second time only. Linux looks whether something waits, and then whether
    // anybody can still write: what is written between, just before the last one closes the terminal,
    // comes after the first end.
    let mut ends = 0;
    while ends < 2 {
        let Some(most) = watched.wait_to_read() else {
            return;
        };
        let Ok(count @ 1..) = output.read(&mut bytes[..most]) else {
            ends += 1;
            continue;
        };
        ends = 0;
        watched.note(|seen| {
            seen.terminal.process(&bytes[..count]);
            seen.bytes.extend_from_slice(&bytes[..count]);
        });
    }
    watched.note(|seen| seen.silent = true);
}

/// Notes each change in the life of a child, until it has ended.
pub fn attend(pid: Pid, watched: &Watched) {
    let changes = WaitIdOptions::EXITED | WaitIdOptions::STOPPED | WaitIdOptions::CONTINUED;
    loop {
        // First a look that leaves the dead where it is: its processor time is gone once buried.
        let _ = waitid(WaitId::Pid(pid), changes | WaitIdOptions::NOWAIT);
        let used = ticks(pid);
        let options = WaitOptions::UNTRACED | WaitOptions::CONTINUED;
        let Ok(Some((_, status))) = waitpid(Some(pid), options) else {
            return;
        };
        let fate = if let Some(code) = status.exit_status() {
            Fate::Exited(code)
        } else if let Some(signal) = status.terminating_signal() {
            Fate::Killed(signal)
        } else if status.stopped() {
            Fate::Stopped
        } else {
            Fate::Runs
        };
        watched.note(|seen| (seen.fate, seen.ticks) = (fate, used));
        if matches!(fate, Fate::Exited(_) | Fate::Killed(_)) {
            return;
        }
    }
}

/// How often a process has been put to sleep or taken off a processor, all its threads together,
/// where `/proc` tells. It grows when the process wakes, and not when it is looked at.
pub fn switches(pid: Pid) -> Option<u64> {
    let mut sum = 0;
    for thread in std::fs::read_dir(format!("/proc/{pid}/task")).ok()? {
        let status = std::fs::read_to_string(thread.ok()?.path().join("status")).ok()?;
        let counts = status.lines().filter_map(|line| {
            let (name, count) = line.split_once(':')?;
            name.ends_with("ctxt_switches")
                .then(|| count.trim().parse::<u64>().ok())?
        });
        sum += counts.sum::<u64>();
    }
    Some(sum)
}

/// Time in user and kernel mode, where `/proc` tells.
pub fn ticks(pid: Pid) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program, in brackets, may hold anything; after it everything is a number.
    let after = stat.rsplit(')').next()?;
    let mut fields = after.split_whitespace().skip(11);
    let mut next = || fields.next()?.parse::<u64>().ok();
    Some(next()? + next()?)
}
