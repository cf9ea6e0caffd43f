//! What goes to the terminal. Whoever writes never waits for a terminal that takes nothing, because nobody
//! reads it or it stands still: what it does not take stays here until it does.

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::{Mode, OFlags, fcntl_getfl, open},
    io::Errno,
    process::getpgrp,
    termios::{Action, QueueSelector, tcflow, tcflush, tcgetpgrp},
};
use std::{
    io::{self, Write},
    os::fd::{AsFd, BorrowedFd, OwnedFd},
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// How long the last bytes wait for the terminal to take them, each of the two times.
const PATIENCE: Duration = Duration::from_millis(200);

/// Has a terminal forget a sequence of which it has a part.
const CANCEL: u8 = 0x18;

/// Whether the terminal may have part of a sequence.
static CUT: AtomicBool = AtomicBool::new(false);

/// The terminal that standard output is, opened once more: that writing to it does not wait is nothing to the
/// others who have it open. Where that cannot be done it is standard output itself, and waits.
pub fn terminal() -> BorrowedFd<'static> {
    static OWN: OnceLock<Option<OwnedFd>> = OnceLock::new();
    let own = OWN.get_or_init(opened);
    own.as_ref().map_or(rustix::stdio::stdout(), AsFd::as_fd)
}

fn opened() -> Option<OwnedFd> {
    let stdout = rustix::stdio::stdout();
    let access = fcntl_getfl(stdout).ok()? & OFlags::RWMODE;
    if access == OFlags::RDONLY {
        return None;
    }
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let open = |path| open(path, flags, Mode::empty());
    // The terminal may belong to whoever this user was before; the one of the process is open to all.
    let opened = open("/dev/fd/1").or_else(|error| {
        tcgetpgrp(stdout).map_err(|_| error)?;
        open("/dev/tty")
    });
    opened.ok()
}

/// Whether the terminal is this program's to set, and not that of another job.
pub(super) fn is_in_foreground() -> bool {
    tcgetpgrp(rustix::stdio::stdout()).map_or(true, |group| group == getpgrp())
}

/// What is written and not yet taken.
#[derive(Debug, Default)]
pub struct Output {
    waiting: Vec<u8>,
}

impl Output {
    /// Whether the terminal has not taken all.
    pub const fn is_held_up(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Writes what waits, as much as the terminal takes.
    pub fn go_on(&mut self) -> io::Result<()> {
        let taken = put(&self.waiting)?;
        self.waiting.drain(..taken);
        CUT.store(self.is_held_up(), Ordering::Relaxed);
        Ok(())
    }

    /// Forgets what waits: nobody is to see it any more.
    pub fn forget(&mut self) {
        self.waiting.clear();
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_held_up() {
            self.waiting.extend_from_slice(bytes);
            return Ok(bytes.len());
        }
        let taken = put(bytes)?;
        if taken < bytes.len() {
            self.waiting.extend_from_slice(&bytes[taken..]);
            CUT.store(true, Ordering::Relaxed);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes as many bytes as the terminal takes at once; how many that are.
fn put(bytes: &[u8]) -> io::Result<usize> {
    let mut taken = 0;
    while taken < bytes.len() {
        match rustix::io::write(terminal(), &bytes[taken..]) {
            Ok(0) | Err(Errno::AGAIN) => break,
            Ok(count) => taken += count,
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(taken)
}

/// Writes what is to be the last, as far as that can be done in less than half a second. Where nobody reads,
/// what nobody has read makes room for it, and a terminal that stands still goes on: it would stay taken.
pub fn write_last(bytes: &[u8]) {
    let cut = CUT.swap(false, Ordering::Relaxed).then_some(CANCEL);
    let whole: Vec<u8> = cut.into_iter().chain(bytes.iter().copied()).collect();
    if put_in_time(&whole) {
        return;
    }
    if !is_in_foreground() {
        return;
    }
    let _ = tcflush(terminal(), QueueSelector::OFlush);
    let _ = tcflow(terminal(), Action::OOn);
    put_in_time(&[&[CANCEL], bytes].concat());
}

/// Whether the terminal has taken all in time, or takes nothing any more.
fn put_in_time(bytes: &[u8]) -> bool {
    let until = Instant::now() + PATIENCE;
    let mut rest = bytes;
    loop {
        let Ok(taken) = put(rest) else { return true };
        rest = &rest[taken..];
        let left = until.saturating_duration_since(Instant::now());
        if rest.is_empty() || left.is_zero() {
            return rest.is_empty();
        }
        let mut waited = [PollFd::from_borrowed_fd(terminal(), PollFlags::OUT)];
        let _ = poll(&mut waited, Timespec::try_from(left).ok().as_ref());
    }
}
