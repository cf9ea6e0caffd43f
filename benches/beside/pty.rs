//! A program in a pseudo-terminal: waiting for what it writes, measuring what comes of a key, answering what it asks.

use crate::{
    inside::{self, Call},
    seen::Seen,
    terminal::Terminal,
};
use memchr::memmem;
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open},
    time::{ClockId, clock_gettime},
};
use std::{
    io::{self, Read},
    os::fd::AsFd,
    process::{Child, Stdio},
    time::Duration,
};

/// The cells of every terminal here, across and down.
pub const SIZE: (u16, u16) = (120, 40);

/// What a program may take before it is given up.
const LIMIT: Duration = Duration::from_mins(2);

/// What an answering terminal is asked, and says. One that draws pictures of letters rather than a
/// printer, dark, 120x40, with its cursor in the second column of the first row.
const ANSWERS: [(&[u8], &[u8]); 11] = [
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[0c", b"\x1b[?62;22c"),
    (b"\x1b[>c", b"\x1b[>65;7006;1c"),
    (b"\x1b[>0c", b"\x1b[>65;7006;1c"),
    (b"\x1b[5n", b"\x1b[0n"),
    (b"\x1b[6n", b"\x1b[1;2R"),
    (b"\x1b[?u", b"\x1b[?0u"),
    (b"\x1b]10;?\x07", b"\x1b]10;rgb:d8d8/d8d8/d8d8\x07"),
    (b"\x1b]10;?\x1b\\", b"\x1b]10;rgb:d8d8/d8d8/d8d8\x1b\\"),
    (b"\x1b]11;?\x07", b"\x1b]11;rgb:1818/1818/1818\x07"),
    (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:1818/1818/1818\x1b\\"),
];

/// The bytes of the longest question but one: so much of it may stand in an earlier chunk.
const TAIL: usize = 7;

/// The time of a clock that all processes share.
pub fn now() -> Duration {
    Duration::try_from(clock_gettime(ClockId::Monotonic)).expect("a clock that counts up from zero")
}

/// What came of a key.
pub struct Reply {
    /// From the key to the first change of the picture.
    pub first: Duration,
    /// From the key to the last change of the picture.
    pub frame: Duration,
    /// Bytes written.
    pub bytes: usize,
}

/// A terminal with a program in it.
pub struct Pty {
    terminal: Terminal,
    child: Child,
    /// The process.
    pub pid: Pid,
    answers: bool,
    /// When the program was executed.
    pub since: Duration,
    /// What it writes.
    pub seen: Seen,
    gone: bool,
}

impl Pty {
    /// A terminal in which the call runs.
    pub fn open(call: &Call) -> io::Result<Self> {
        let piped = Some(Stdio::piped());
        let (terminal, mut child) = Terminal::open(SIZE, &call.command()?, piped)?;
        let since = inside::told(&mut child)?;
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        Ok(Self {
            terminal,
            child,
            pid: pid.ok_or(Errno::SRCH)?,
            answers: call.answers,
            since,
            seen: Seen::new(),
            gone: false,
        })
    }

    /// Waits for output, at most so long; whether some came.
    pub fn pump(&mut self, wait: Duration) -> io::Result<bool> {
        let timeout = Timespec::try_from(wait).map_err(io::Error::other)?;
        let mut waited = [PollFd::new(&self.terminal.file, PollFlags::IN)];
        if self.gone || poll(&mut waited, Some(&timeout))? == 0 {
            return Ok(false);
        }
        let mut bytes = vec![0; 65536];
        match self.terminal.file.read(&mut bytes) {
            Ok(count @ 1..) => bytes.truncate(count),
            Err(error) if error.raw_os_error() != Some(Errno::IO.raw_os_error()) => {
                return Err(error);
            }
            _ => {
                self.gone = true;
                return Ok(false);
            }
        }
        self.seen.write(now(), bytes);
        if self.answers {
            self.answer()?;
        }
        Ok(true)
    }

    /// Answers what the last chunk asks.
    fn answer(&mut self) -> io::Result<()> {
        let [last, before] = self.seen.last();
        let before = &before[before.len().saturating_sub(TAIL)..];
        let text = [before, last].concat();
        for (question, answer) in ANSWERS {
            for at in memmem::find_iter(&text, question) {
                if at + question.len() > before.len() {
                    self.terminal.send(answer)?;
                }
            }
        }
        Ok(())
    }

    /// Takes output for so long.
    pub fn pump_for(&mut self, time: Duration) -> io::Result<()> {
        let end = now() + time;
        while let Some(left) = end.checked_sub(now()).filter(|_| !self.gone) {
            self.pump(left)?;
        }
        Ok(())
    }

    /// Waits until nothing has been written for so long and the screen is as wanted.
    pub fn settle(
        &mut self,
        quiet: Duration,
        wanted: impl Fn(&vt100::Screen) -> bool,
    ) -> io::Result<()> {
        let end = now() + LIMIT;
        loop {
            if self.pump(quiet)? {
                continue;
            }
            let screen = self.seen.look();
            if wanted(screen) {
                return Ok(());
            }
            if self.gone || now() > end {
                let rows = screen.contents();
                let rows = rows.split_whitespace().collect::<Vec<_>>().join(" ");
                return Err(io::Error::other(format!(
                    "what was waited for never showed; the screen: {rows}"
                )));
            }
        }
    }

    /// Types keys.
    pub fn send(&mut self, keys: &[u8]) -> io::Result<()> {
        self.terminal.send(keys)
    }

    /// Types keys and watches what comes of them, until nothing has been written for so long;
    /// nothing where the picture stays as it was.
    pub fn press(&mut self, keys: &[u8], quiet: Duration) -> io::Result<Option<Reply>> {
        /// How long the first byte may take.
        const SILENT: Duration = Duration::from_secs(5);
        while self.pump(Duration::ZERO)? {}
        self.seen.look();
        let (before, written) = (self.seen.changes.len(), self.seen.written());
        let at = now();
        self.send(keys)?;
        let mut wait = SILENT;
        while self.pump(wait)? {
            wait = quiet;
        }
        if self.gone {
            return Err(io::Error::other("it ended while keys were typed"));
        }
        self.seen.look();
        let changes = &self.seen.changes[before..];
        Ok(changes
            .first()
            .zip(changes.last())
            .map(|(first, last)| Reply {
                first: first.at.saturating_sub(at),
                frame: last.at.saturating_sub(at),
                bytes: self.seen.written() - written,
            }))
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) -> io::Result<()> {
        Ok(kill_process(self.pid, signal)?)
    }

    /// Waits until the program has ended and takes the rest of what it wrote.
    pub fn wait_for_end(&mut self) -> io::Result<()> {
        let ended = pidfd_open(self.pid, PidfdFlags::empty())?;
        let timeout = Timespec::try_from(LIMIT).map_err(io::Error::other)?;
        loop {
            let mut waited = [
                PollFd::from_borrowed_fd(ended.as_fd(), PollFlags::IN),
                PollFd::new(&self.terminal.file, PollFlags::IN),
            ];
            // A terminal that nobody can write to any more would be told of again and again.
            let waited = &mut waited[..if self.gone { 1 } else { 2 }];
            if poll(waited, Some(&timeout))? == 0 {
                return Err(io::Error::other("it does not end"));
            }
            if !waited[0].revents().is_empty() {
                break;
            }
            self.pump(Duration::ZERO)?;
        }
        while self.pump(Duration::from_millis(20))? {}
        self.child.wait()?;
        Ok(())
    }

    /// Whether the line mode is another than before the program ran.
    pub fn has_other_line_mode(&self) -> io::Result<bool> {
        self.terminal.has_other_line_mode()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
