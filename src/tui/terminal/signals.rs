//! The signals that matter to the reader: those that end it, stop it, resume it, or tell of another
//! size. They only set flags and wake the one wait of the program.

use rustix::process::{Signal, kill_current_process_group};
use signal_hook::{
    SigId,
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGWINCH},
    flag,
    low_level::{pipe, raise, unregister},
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
};

pub use signal_hook::low_level::emulate_default_handler as act_as_unheard;

/// The signals that matter, each on a pipe of its own.
pub struct Signals {
    wake: UnixStream,
    ended: [(i32, Arc<AtomicBool>); 4],
    /// What ends the program at once when it is told so twice.
    at_once: [SigId; 3],
    stopped: Arc<AtomicBool>,
    resumed: Arc<AtomicBool>,
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
        // Told twice, the program ends at once, even while the terminal takes no output. A terminal that
        // hangs up is no such case: the shell tells of it as well, and output fails instead of waiting.
        let twice = |signal: i32| -> io::Result<(Arc<AtomicBool>, SigId)> {
            let seen = Arc::new(AtomicBool::new(false));
            let at_once = flag::register_conditional_default(signal, Arc::clone(&seen))?;
            flag::register(signal, Arc::clone(&seen))?;
            pipe::register(signal, signalled.try_clone()?)?;
            Ok((seen, at_once))
        };
        let (terminated, interrupted) = (twice(SIGTERM)?, twice(SIGINT)?);
        let quit = twice(SIGQUIT)?;
        let (stopped, resumed) = (flagged(SIGTSTP)?, flagged(SIGCONT)?);
        pipe::register(SIGWINCH, signalled.try_clone()?)?;
        Ok(Self {
            wake,
            ended: [
                (SIGTERM, terminated.0),
                (SIGHUP, flagged(SIGHUP)?),
                (SIGINT, interrupted.0),
                (SIGQUIT, quit.0),
            ],
            at_once: [terminated.1, interrupted.1, quit.1],
            stopped,
            resumed,
        })
    }

    /// Forgets what woke the program; what was signalled is kept.
    pub fn drain(&mut self) {
        let mut bytes = [0; 64];
        while self.wake.read(&mut bytes).is_ok_and(|count| count > 0) {}
    }

    /// The signal that ends the program, if one came.
    pub fn end(&self) -> Option<i32> {
        self.ended
            .iter()
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

    /// Stops until the program is resumed.
    ///
    /// The whole process group stops, or `cargo run` and scripts would wait for a program that
    /// stands still. The program itself stops by a signal that has its default action left and
    /// that, other than SIGSTOP, does nothing where no shell is there to resume it.
    pub fn stop(&self) -> io::Result<()> {
        kill_current_process_group(Signal::TSTP)?;
        raise(SIGTTIN)?;
        self.stopped.store(false, Ordering::Relaxed);
        self.resumed.store(false, Ordering::Relaxed);
        Ok(())
    }
}

impl Drop for Signals {
    /// From now on the program may do what is left to do before it ends.
    fn drop(&mut self) {
        for id in self.at_once {
            unregister(id);
        }
    }
}

impl AsFd for Signals {
    /// What can be read when a signal has come.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}
