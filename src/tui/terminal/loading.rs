//! Reads the letters of a library beside the loop: a disk may be slow, and a thousand letters take their time, and
//! neither may hold up a key.
//!
//! The thread begins when the first screen stands. What it has read wakes the loop as a signal does; in between the
//! loop sleeps.

use super::signals::Signals;
use crate::{
    app::{App, library::Loaded, message::Message},
    letter::Language,
    store::cause,
};
use std::{
    io::Write,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread,
    time::{Duration, Instant},
};

/// Reads letters and tells of each lot of them; ends where it is told that no more are wanted.
pub type Load = Box<dyn FnOnce(&mut dyn FnMut(Loaded) -> bool) + Send>;

/// Letters that are being read.
pub(super) struct Loading {
    told: Receiver<Loaded>,
    is_stopped: Arc<AtomicBool>,
}

impl Loading {
    /// Begins to read, beside the loop; what is read wakes who waits for signals.
    pub(super) fn begin(load: Load, signals: &Signals, language: Language) -> Self {
        let (tell, told) = mpsc::channel();
        let is_stopped = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&is_stopped);
        let wake = signals.waker().ok();
        let untold = tell.clone();
        let work = move || {
            load(&mut |loaded| {
                let wanted = !stopped.load(Ordering::Relaxed) && tell.send(loaded).is_ok();
                if let Some(mut wake) = wake.as_ref() {
                    // Where it is full, it wakes anyhow.
                    let _ = wake.write_all(&[0]);
                }
                wanted
            });
        };
        if let Err(error) = thread::Builder::new().spawn(work) {
            let _ = untold.send(Loaded {
                unread: vec![cause(&error, language)],
                is_last: true,
                ..Loaded::default()
            });
        }
        Self { told, is_stopped }
    }

    /// Tells the reader what was read. What is left when a frame is due, after so much time, is told after that.
    pub(super) fn tell(&self, app: &mut App, signals: &Signals, due: Duration) {
        let since = Instant::now();
        while let Ok(loaded) = self.told.try_recv() {
            app.update(Message::Loaded(Box::new(loaded)));
            if since.elapsed() > due {
                if let Ok(mut wake) = signals.waker() {
                    let _ = wake.write_all(&[0]);
                }
                return;
            }
        }
    }

    /// Has nothing more read.
    pub(super) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }
}
