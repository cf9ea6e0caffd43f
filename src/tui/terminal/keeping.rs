//! Keeps what the reader gives out, beside the loop: a disk may be slow, and another reader may be writing,
//! and neither may hold up a key.
//!
//! The thread is there from the first time that something is kept. What came of it wakes the loop as a signal
//! does.

use super::signals::Signals;
use crate::app::{
    App,
    kept::{Changes, Kept, Saved},
    message::{Effect, Message},
};
use rustix::event::{PollFd, PollFlags, poll};
use std::{
    io::{self, Write},
    os::unix::net::UnixStream,
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

/// Keeps changes, and says what became of them; what it says before that, as that it has to wait, by the
/// function it is given.
pub type Keep = fn(&Changes, &dyn Fn(Saved)) -> Saved;

/// Reads what is kept of the letter that is open; else what is wrong, in one sentence.
pub type Recall = fn(&App) -> Result<Box<Kept>, String>;

/// What is to be kept, on its way there and back.
pub(super) struct Keeping {
    keep: Keep,
    /// Where it goes, once there is a thread.
    changes: Option<Sender<Box<Changes>>>,
    tell: Sender<Saved>,
    told: Receiver<Saved>,
    /// Whether it waits for another reader.
    waits: bool,
}

impl Keeping {
    pub(super) fn new(keep: Keep) -> Self {
        let (tell, told) = mpsc::channel();
        Self {
            keep,
            changes: None,
            tell,
            told,
            waits: false,
        }
    }

    /// Has changes kept. What becomes of them wakes who waits for signals.
    pub(super) fn send(&mut self, changes: Box<Changes>, signals: &Signals) {
        let Some(changes) = self.hand_over(changes, signals) else {
            return;
        };
        // Without a thread the reader waits.
        let tell = |saved| {
            let _ = self.tell.send(saved);
        };
        tell((self.keep)(&changes, &tell));
        if let Ok(mut wake) = signals.waker() {
            let _ = wake.write_all(&[0]);
        }
    }

    /// Gives changes to the thread; what comes back if there can be none.
    fn hand_over(&mut self, changes: Box<Changes>, signals: &Signals) -> Option<Box<Changes>> {
        if self.changes.is_none() {
            let (sender, receiver) = mpsc::channel();
            let (keep, tell) = (self.keep, self.tell.clone());
            let Ok(wake) = signals.waker() else {
                return Some(changes);
            };
            let work = move || work(keep, &receiver, &tell, &wake);
            if thread::Builder::new().spawn(work).is_err() {
                return Some(changes);
            }
            self.changes = Some(sender);
        }
        let sent = self.changes.as_ref().map(|sender| sender.send(changes));
        sent.and_then(Result::err).map(|unsent| unsent.0)
    }

    /// What came of something that was to be kept, if there is news.
    fn told(&mut self) -> Option<Saved> {
        let told = self.told.try_recv().ok()?;
        self.waits = told == Saved::Waits;
        Some(told)
    }

    /// Tells the reader what came of what was to be kept, and sends on what it gives out then.
    pub(super) fn tell(&mut self, app: &mut App, signals: &Signals, recall: Recall) {
        while let Some(saved) = self.told() {
            match app.update(Message::Saved(saved)) {
                Some(Effect::Keep(changes)) => self.send(changes, signals),
                Some(Effect::Recall) => {
                    let kept = recall(app);
                    app.update(Message::Recalled(kept));
                }
                _ => {}
            }
        }
    }

    /// Tells the reader that the program ends, and keeps what it gives out until all is kept. That takes as
    /// long as it takes, unless it is told again to end while another reader is waited for.
    pub(super) fn finish(&mut self, app: &mut App, signals: &mut Signals) {
        signals.forget_ends();
        let mut says = false;
        let mut effect = app.update(Message::Ends);
        loop {
            if let Some(Effect::Keep(changes)) = effect.take() {
                self.send(changes, signals);
            }
            if !app.reader().is_keeping() {
                return;
            }
            if self.waits && !says {
                says = true;
                let waits = app.words().marks.waits_at_end;
                let _ = writeln!(io::stderr(), "kamerbrief: {waits}");
            }
            match self.told() {
                Some(saved) => effect = app.update(Message::Saved(saved)),
                None if signals.is_told_again() && self.waits => {
                    app.update(Message::Saved(Saved::Failed(
                        app.words().marks.gave_up.to_owned(),
                    )));
                    return;
                }
                None => {
                    let _ = poll(&mut [PollFd::new(&*signals, PollFlags::IN)], None);
                    signals.drain();
                }
            }
        }
    }
}

/// Keeps one lot of changes after the other.
fn work(keep: Keep, changes: &Receiver<Box<Changes>>, tell: &Sender<Saved>, wake: &UnixStream) {
    let tell = |saved| {
        let _ = tell.send(saved);
        // Where it is full, it wakes anyhow.
        let _ = (&mut &*wake).write_all(&[0]);
    };
    for changes in changes {
        tell(keep(&changes, &tell));
    }
}
