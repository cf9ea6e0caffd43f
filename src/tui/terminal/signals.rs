//! The signals that matter to the reader: those that end it, stop it, resume it, or tell of another size or of
//! the end of a program it has started. They only set flags and wake the one wait of the program.

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    process::{Signal, kill_current_process_group},
};
use signal_hook::{
    consts::{SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    flag,
    low_level::pipe,
};
use std::{
    io::{self, Read},
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::UnixStream,
    },
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

pub use signal_hook::low_level::emulate_default_handler as act_as_unheard;

/// The signals that matter, and whether they came.
pub struct Signals {
    wake: UnixStream,
    signalled: UnixStream,
    ended: [(i32, Arc<AtomicBool>); 4],
    stopped: Arc<AtomicBool>,
    resumed: Arc<AtomicBool>,
    resized: Arc<AtomicBool>,
    hears_children: bool,
    /// Where it heeds them only now and then: whether they do now what they do where nobody listens.
    act: Option<Arc<AtomicBool>>,
}

impl Signals {
    /// Starts to listen.
    pub fn new() -> io::Result<Self> {
        let (wake, signalled) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let flagged = |signal: i32| -> io::Result<Arc<AtomicBool>> {
            let seen = Arc::new(AtomicBool::new(false));
            flag::register(signal, Arc::clone(&seen))?;
            pipe::register(signal, signalled.try_clone()?)?;
            Ok(seen)
        };
        let ended = [
            (SIGTERM, flagged(SIGTERM)?),
            (SIGHUP, flagged(SIGHUP)?),
            (SIGINT, flagged(SIGINT)?),
            (SIGQUIT, flagged(SIGQUIT)?),
        ];
        let (stopped, resumed) = (flagged(SIGTSTP)?, flagged(SIGCONT)?);
        let resized = flagged(SIGWINCH)?;
        Ok(Self {
            wake,
            signalled,
            ended,
            stopped,
            resumed,
            resized,
            hears_children: false,
            act: None,
        })
    }

    /// For a program that heeds them only now and then: while it does not, they do what they do where nobody
    /// listens.
    pub fn now_and_then() -> io::Result<Self> {
        let act = Arc::new(AtomicBool::new(true));
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP] {
            flag::register_conditional_default(signal, Arc::clone(&act))?;
        }
        Ok(Self {
            act: Some(act),
            ..Self::new()?
        })
    }

    /// Heeds them from now on.
    pub fn listen(&self) {
        self.let_act(false);
    }

    /// Leaves them from now on to do what they do where nobody listens.
    pub fn listen_no_more(&self) {
        self.let_act(true);
    }

    fn let_act(&self, may: bool) {
        if let Some(act) = &self.act {
            act.store(may, Ordering::SeqCst);
        }
    }

    /// From now on the end of a program that was started is a signal as well.
    pub fn hear_children(&mut self) -> io::Result<()> {
        if !self.hears_children {
            pipe::register(SIGCHLD, self.signalled.try_clone()?)?;
            self.hears_children = true;
        }
        Ok(())
    }

    /// What wakes the program when a byte is written to it, as a signal does.
    pub fn waker(&self) -> io::Result<UnixStream> {
        self.signalled.set_nonblocking(true)?;
        self.signalled.try_clone()
    }

    /// What it was told of its end is forgotten: it has come to that.
    pub fn forget_ends(&self) {
        for (_, seen) in &self.ended {
            seen.store(false, Ordering::Relaxed);
        }
    }

    /// What keys tell of its end is forgotten: they were pressed for another program.
    pub fn forget_keys(&self) {
        let keys = self.ended.iter();
        for (_, seen) in keys.filter(|(signal, _)| [SIGINT, SIGQUIT].contains(signal)) {
            seen.store(false, Ordering::Relaxed);
        }
    }

    /// Whether somebody has told it to end since that was forgotten. That a terminal hangs up is told more than
    /// once.
    pub fn is_told_again(&self) -> bool {
        let mut told = self.ended.iter().filter(|(signal, _)| *signal != SIGHUP);
        told.any(|(_, seen)| seen.load(Ordering::Relaxed))
    }

    /// Forgets what woke the program; what was signalled is kept.
    pub fn drain(&mut self) {
        let mut bytes = [0; 64];
        while self.wake.read(&mut bytes).is_ok_and(|count| count > 0) {}
    }

    /// The signal that ends the program, if one came.
    pub fn end(&self) -> Option<i32> {
        let mut ended = self.ended.iter();
        ended
            .find(|(_, seen)| seen.load(Ordering::Relaxed))
            .map(|(signal, _)| *signal)
    }

    /// Whether the program was told to stop, since this was last asked.
    pub fn stopped(&self) -> bool {
        self.stopped.swap(false, Ordering::Relaxed)
    }

    /// Whether the program was resumed, since this was last asked.
    pub fn resumed(&self) -> bool {
        self.resumed.swap(false, Ordering::Relaxed)
    }

    /// Whether a size was told of, perhaps the same, since this was last asked.
    pub fn resized(&self) -> bool {
        self.resized.swap(false, Ordering::Relaxed)
    }

    /// Waits for something else, or for a signal; whether that may go on: the time is not over and nothing
    /// ends the program.
    pub fn wait_beside(&mut self, other: Option<PollFd<'_>>, until: Instant) -> bool {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() || self.end().is_some() {
            return false;
        }
        let mut waited: Vec<_> = other.into_iter().collect();
        waited.push(PollFd::from_borrowed_fd(self.wake.as_fd(), PollFlags::IN));
        let _ = poll(&mut waited, Timespec::try_from(left).ok().as_ref());
        self.drain();
        true
    }

    /// Waits for a signal, and no longer than this.
    pub fn sleep(&mut self, until: Option<Instant>) {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let mut waited = [PollFd::from_borrowed_fd(self.wake.as_fd(), PollFlags::IN)];
        let _ = poll(&mut waited, left.as_ref());
        self.drain();
    }

    /// Stops until the program is resumed.
    ///
    /// The whole process group stops, or `cargo run` and scripts would wait for a program that
    /// stands still. It stops by a signal that has its default action left in this program too and
    /// that, other than SIGSTOP, does nothing where no shell is there to resume it. It is one signal to
    /// all: were the others stopped first, they could be resumed before this program stops, for ever.
    pub fn stop(&self) -> io::Result<()> {
        kill_current_process_group(Signal::TTIN)?;
        self.stopped.store(false, Ordering::Relaxed);
        self.resumed.store(false, Ordering::Relaxed);
        Ok(())
    }
}

impl AsFd for Signals {
    /// What can be read when a signal has come.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}
