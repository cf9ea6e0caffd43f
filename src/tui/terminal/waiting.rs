//! The one wait of the program, and what has come meanwhile: bytes into input, events into the state.

use super::{
    device::{GONE, Keys},
    input::Input,
    output::{Output, terminal},
    signals::Signals,
};
use crate::app::{
    App, keymap,
    message::{Effect, Message},
};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::{
    io,
    time::{Duration, Instant},
};

/// A frame is drawn at least this often while input pours in.
pub(super) const FLOOD: Duration = Duration::from_millis(16);

/// The bytes that are read from the terminal at once: as many as the system keeps for it.
const READ: usize = 4096;

/// Waits for a key, a signal or a terminal that takes nothing more, and takes in what came; false when the
/// terminal is gone. While nothing comes it reads on in a big letter, and has a frame show when that is done.
pub(super) fn wait(
    app: &mut App,
    keys: &Keys,
    signals: &mut Signals,
    output: &mut Output,
    input: &mut Input,
) -> io::Result<bool> {
    loop {
        let patience = input.patience(Instant::now());
        let idle = patience.is_none() && app.wants_time();
        let most = if idle { Some(Duration::ZERO) } else { patience };
        let mut waited = [
            PollFd::new(keys, PollFlags::IN),
            PollFd::new(signals, PollFlags::IN),
            PollFd::from_borrowed_fd(terminal(), PollFlags::OUT),
        ];
        let held_up = output.is_held_up();
        let asked = if held_up {
            &mut waited[..]
        } else {
            &mut waited[..2]
        };
        let most = most.and_then(|most| Timespec::try_from(most).ok());
        match poll(asked, most.as_ref()) {
            Ok(0) if idle => {
                app.update(Message::Spare);
                if app.wants_time() {
                    continue;
                }
            }
            Ok(0) => input.give_up(),
            Ok(_) => {
                let [keyboard, signalled, takes] = waited.map(|asked| asked.revents());
                if keyboard.intersects(GONE) {
                    return Ok(false);
                }
                if !signalled.is_empty() {
                    signals.drain();
                }
                if held_up && !takes.is_empty() {
                    output.go_on()?;
                }
                if !keyboard.is_empty() {
                    read_keys(keys, input)?;
                }
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        return Ok(true);
    }
}

/// Reads what waits. Nothing may: the keyboard is set not to be waited for.
fn read_keys(keys: &Keys, input: &mut Input) -> io::Result<()> {
    let mut bytes = [0; READ];
    let count = match rustix::io::read(keys, &mut bytes) {
        Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => 0,
        read => read?,
    };
    input.take(&bytes[..count], Instant::now());
    Ok(())
}

/// Takes all events that wait into the state, so that one frame shows them all.
pub(super) fn take_waiting(
    app: &mut App,
    keys: &Keys,
    input: &mut Input,
) -> io::Result<Option<Effect>> {
    let since = Instant::now();
    loop {
        while let Some(event) = input.next() {
            let message = keymap::message(app.keymap(), app.mode(), event);
            if let Some(effect) = message.and_then(|message| app.update(message)) {
                return Ok(Some(effect));
            }
            if since.elapsed() > FLOOD {
                return Ok(None);
            }
        }
        let mut asked = [PollFd::new(keys, PollFlags::IN)];
        let more = poll(&mut asked, Some(&Timespec::default())) == Ok(1);
        if !more || asked[0].revents().intersects(GONE) || since.elapsed() > FLOOD {
            return Ok(None);
        }
        read_keys(keys, input)?;
    }
}
