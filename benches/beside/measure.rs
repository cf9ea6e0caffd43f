//! What is measured of one program in one run.

use crate::{
    inside::Call,
    pty::{Pty, SIZE},
    random::Random,
    terminal::screen,
};
use rustix::process::{Pid, Signal};
use std::{collections::BTreeSet, fs, io, time::Duration};

/// What the keys of a row are: typed first, unmeasured; then typed one after the other, measured.
pub struct Keys {
    /// Opens what is measured.
    pub before: &'static [u8],
    /// Each is measured.
    pub measured: Vec<Vec<u8>>,
    /// Typed after each measured one, unmeasured.
    pub after: &'static [u8],
    /// How long nothing has been written when all has come of a key.
    pub quiet: Duration,
}

/// How long the picture has stood still when it is the one to stay.
const STILL: Duration = Duration::from_millis(150);

/// As long after a key, where little is to be done for it.
pub const KEY_QUIET: Duration = Duration::from_millis(40);

fn is_drawn(screen: &vt100::Screen) -> bool {
    !screen.contents().trim().is_empty()
}

/// Opens a program, waits until its picture stands still, and types keys before anything is measured.
fn open(call: &Call, before: &[u8]) -> io::Result<Pty> {
    let mut pty = Pty::open(call)?;
    pty.settle(STILL, is_drawn)?;
    if !before.is_empty() {
        pty.send(before)?;
        pty.settle(STILL, is_drawn)?;
    }
    Ok(pty)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// From execution to the picture that stays; ms.
pub fn full_frame(call: &Call) -> io::Result<f64> {
    let pty = open(call, b"")?;
    let last = pty.seen.changes.last().ok_or(io::ErrorKind::NotFound)?;
    Ok(milliseconds(last.at.saturating_sub(pty.since)))
}

/// From execution to the first picture in which these words stand; ms.
pub fn first_sight(call: &Call, words: &str) -> io::Result<f64> {
    let mut pty = Pty::open(call)?;
    pty.settle(STILL, |screen| screen.contents().contains(words))?;
    let mut changes = pty.seen.changes.iter();
    let sight = changes.find(|change| change.rows.contains(words));
    let sight = sight.ok_or(io::ErrorKind::NotFound)?;
    Ok(milliseconds(sight.at.saturating_sub(pty.since)))
}

/// What came of keys: medians.
pub struct Pressed {
    /// From a key to the last change of the picture; ms.
    pub frame: f64,
    /// Bytes written for a key.
    pub bytes: f64,
    /// From the first of the keys to the first change of the picture; ms.
    pub first: f64,
}

/// Presses keys one by one, each after a pause of chance that keeps them out of step with whatever
/// ticks.
pub fn press(call: &Call, keys: &Keys) -> io::Result<Pressed> {
    /// The longest pause in microseconds.
    const PAUSE: usize = 20_000;
    let mut pty = open(call, keys.before)?;
    let mut random = Random(1);
    let (mut frames, mut bytes, mut first) = (Vec::new(), Vec::new(), None);
    for key in &keys.measured {
        let pause = u64::try_from(random.below(PAUSE)).unwrap_or_default();
        pty.pump_for(Duration::from_micros(pause))?;
        if let Some(reply) = pty.press(key, keys.quiet)? {
            first.get_or_insert(milliseconds(reply.first));
            frames.push(milliseconds(reply.frame));
            bytes.push(count(reply.bytes));
        }
        if !keys.after.is_empty() {
            pty.send(keys.after)?;
            pty.settle(KEY_QUIET, is_drawn)?;
        }
    }
    Ok(Pressed {
        frame: median(&frames),
        bytes: median(&bytes),
        first: first.ok_or_else(|| io::Error::other("no key changed the picture"))?,
    })
}

/// From many keys typed at once to the picture that stays; ms.
pub fn burst(call: &Call, keys: &[u8]) -> io::Result<f64> {
    let mut pty = open(call, b"")?;
    let reply = pty.press(keys, Duration::from_millis(200))?;
    let reply = reply.ok_or_else(|| io::Error::other("no key changed the picture"))?;
    Ok(milliseconds(reply.frame))
}

/// The most memory held at a time until the picture stands still; bytes.
pub fn memory(call: &Call) -> io::Result<f64> {
    let pty = open(call, b"")?;
    let status = fs::read_to_string(format!("/proc/{}/status", pty.pid))?;
    Ok(number_after(&status, "VmHWM:") * 1024.0)
}

/// What a program did while nothing happened.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Idle {
    /// Processor time; ms.
    pub cpu: f64,
    /// How often it was woken.
    pub wakes: f64,
    /// Bytes written.
    pub bytes: f64,
}

/// Lets nothing happen to a program for so long, a second after it was last touched.
pub fn idle(call: &Call, before: &[u8], time: Duration) -> io::Result<Idle> {
    let mut pty = open(call, before)?;
    pty.pump_for(Duration::from_secs(1))?;
    let written = pty.seen.written();
    let (cpu, wakes) = spent(pty.pid)?;
    pty.pump_for(time)?;
    let (cpu_after, wakes_after) = spent(pty.pid)?;
    Ok(Idle {
        cpu: (cpu_after - cpu) / 1e6,
        wakes: wakes_after - wakes,
        bytes: count(pty.seen.written() - written),
    })
}

/// Processor time in ns, and switches, of all threads of a process.
fn spent(pid: Pid) -> io::Result<(f64, f64)> {
    let (mut time, mut switches) = (0.0, 0.0);
    for thread in fs::read_dir(format!("/proc/{pid}/task"))? {
        let thread = thread?.path();
        time += number_after(&fs::read_to_string(thread.join("schedstat"))?, "");
        let status = fs::read_to_string(thread.join("status"))?;
        switches += number_after(&status, "\nvoluntary_ctxt_switches:")
            + number_after(&status, "nonvoluntary_ctxt_switches:");
    }
    Ok((time, switches))
}

fn number_after(text: &str, label: &str) -> f64 {
    let after = text.split_once(label).map_or("", |(_, after)| after);
    let word = after.split_whitespace().next();
    word.and_then(|word| word.parse().ok()).unwrap_or_default()
}

/// How a program is ended.
#[derive(Clone, Copy, Debug)]
pub enum Ending {
    /// By a key.
    Key(&'static [u8]),
    /// By a signal.
    Signal(Signal),
}

/// Ends a program; how many things of its terminal it leaves otherwise than it found them.
pub fn faults(call: &Call, ending: Ending) -> io::Result<usize> {
    let mut pty = open(call, b"")?;
    match ending {
        Ending::Key(key) => pty.send(key)?,
        Ending::Signal(signal) => pty.signal(signal)?,
    }
    pty.wait_for_end()?;
    let output = pty.seen.output();
    Ok(
        modes_left(&output).len()
            + usize::from(pty.has_other_line_mode()?)
            + screen_faults(&output),
    )
}

/// The private modes of a terminal that are not as they are found, of those a program ought to put
/// back: cursor keys, wrapping, cursor, mouse, focus, alternate screen, paste, synchronised update.
fn modes_left(output: &[u8]) -> BTreeSet<u16> {
    const OFF: [u16; 12] = [
        1, 47, 1000, 1002, 1003, 1004, 1006, 1015, 1047, 1049, 2004, 2026,
    ];
    const ON: [u16; 2] = [7, 25];
    let text = String::from_utf8_lossy(output);
    let mut left = BTreeSet::new();
    for sequence in text.split("\x1b[?").skip(1) {
        let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';');
        let Some((modes, rest)) = end.map(|end| sequence.split_at(end)) else {
            continue;
        };
        for mode in modes.split(';').filter_map(|mode| mode.parse().ok()) {
            let is_left = match rest.as_bytes()[0] {
                b'h' => OFF.contains(&mode),
                b'l' => ON.contains(&mode),
                _ => continue,
            };
            if is_left {
                left.insert(mode);
            } else {
                left.remove(&mode);
            }
        }
    }
    left
}

/// Whether what is written next has a look that is not its own, and whether only a part of the screen
/// would scroll.
fn screen_faults(output: &[u8]) -> usize {
    let looks = |parser: &vt100::Parser| parser.screen().attributes_formatted();
    let mut terminal = screen(SIZE);
    let plain = looks(&terminal);
    terminal.process(output);
    let has_look = looks(&terminal) != plain;
    let (_, rows) = SIZE;
    terminal.process(format!("\x1b[1;1H\x1b[2KX\x1b[{rows};1H\n").as_bytes());
    let first = terminal.screen().cell(0, 0);
    let stays = first.is_some_and(|cell| cell.contents() == "X");
    usize::from(has_look) + usize::from(stays)
}

/// A count as a figure.
#[allow(clippy::cast_precision_loss)] // nothing here is counted beyond 2^52
pub fn count(count: usize) -> f64 {
    count as f64
}

/// The middle of figures; of two middles, what lies between.
pub fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        len if len % 2 == 1 => sorted[len / 2],
        len => f64::midpoint(sorted[len / 2 - 1], sorted[len / 2]),
    }
}
