//! The terminal as a device: where keys come from and frames go. It is taken, and given back however
//! the program ends.

use super::Options;
use crate::app::geometry::Size;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcgetwinsize, tcsetattr},
};
use std::{
    cell::Cell,
    fs::File,
    io::{self, IsTerminal, Write},
    os::fd::{AsFd, BorrowedFd},
};

/// Alternate screen, bracketed paste, no cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// Mouse presses, drags and the wheel, in the wide form.
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";

/// The mouse left to the terminal, which can then select.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";

/// All of that undone, in the other order.
const LEAVE: &[u8] =
    b"\x1b[?2026l\x1b[r\x1b[0m\x1b[?25h\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1049l";

/// What the terminal says when it has gone.
pub(super) const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

/// What a terminal that announces no columns or rows is taken to have, as `less` does: a serial line
/// or a container says so.
const USUAL: (u16, u16) = (80, 24);

/// The size of the terminal that is drawn on. Crossterm opens the terminal anew each time it is asked, and
/// where that fails it calls `tput`.
pub(super) fn size() -> io::Result<Size> {
    let or = |announced, usual| if announced == 0 { usual } else { announced };
    let size = tcgetwinsize(rustix::stdio::stdout())?;
    Ok(Size {
        columns: or(size.ws_col, USUAL.0),
        rows: or(size.ws_row, USUAL.1),
    })
}

/// The width of the terminal in cells, 20 at least; 80 where it does not say.
#[must_use]
pub fn width() -> usize {
    size().map_or(USUAL.0, |size| size.columns.max(20)).into()
}

/// Where keys come from: standard input if it is a terminal, else the terminal of the process.
///
/// # Errors
/// When there is neither.
pub fn keys() -> io::Result<Keys> {
    if io::stdin().is_terminal() {
        return Ok(Keys::Stdin(io::stdin()));
    }
    File::options()
        .read(true)
        .write(true)
        .open("/dev/tty")
        .map(Keys::Terminal)
}

/// Where keys come from.
#[derive(Debug)]
pub enum Keys {
    /// Standard input.
    Stdin(io::Stdin),
    /// The terminal of the process.
    Terminal(File),
}

impl AsFd for Keys {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin(stdin) => stdin.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }
}

/// The terminal that is drawn on. It is waited for until it takes what is written, also where another
/// program that shares it has asked it not to wait (`O_NONBLOCK`).
pub(super) struct Direct;

impl Write for Direct {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let terminal = rustix::stdio::stdout();
        loop {
            match rustix::io::write(terminal, bytes) {
                Err(rustix::io::Errno::AGAIN) => {
                    poll(&mut [PollFd::new(&terminal, PollFlags::OUT)], None)?;
                }
                written => return Ok(written?),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes the terminal while it lives.
pub(super) struct Taken<'keys> {
    keys: &'keys Keys,
    pub(super) options: Options,
    /// The mouse is left to the terminal for now.
    by_hand: Cell<bool>,
}

impl<'keys> Taken<'keys> {
    pub(super) fn take(keys: &'keys Keys, options: Options) -> io::Result<Self> {
        let taken = Self {
            keys,
            options,
            by_hand: Cell::new(false),
        };
        taken.read_keys()?;
        Ok(taken)
    }

    /// Has keys come as they are pressed.
    pub(super) fn read_keys(&self) -> io::Result<()> {
        enable_raw_mode()?;
        // Crossterm reads on until it has a whole key. A read that waits for more of it would keep
        // signals and another size waiting as well.
        let mut mode = tcgetattr(self.keys)?;
        mode.special_codes[SpecialCodeIndex::VMIN] = 0;
        tcsetattr(self.keys, OptionalActions::Now, &mode)?;
        Ok(())
    }

    /// Writes what readies the screen, in front of a frame: two writes would take twice the time until
    /// the frame is read.
    pub(super) fn ready_screen(&self, screen: &mut impl Write) -> io::Result<()> {
        screen.write_all(ENTER)?;
        if !self.options.no_mouse && !self.by_hand.get() {
            screen.write_all(MOUSE_ON)?;
        }
        Ok(())
    }

    /// Leaves the mouse to the terminal while a text is to be selected by hand, else takes it.
    pub(super) fn leave_mouse(&self, by_hand: bool) -> io::Result<()> {
        if self.options.no_mouse || self.by_hand.replace(by_hand) == by_hand {
            return Ok(());
        }
        Direct.write_all(if by_hand { MOUSE_OFF } else { MOUSE_ON })
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back. What goes wrong here has nobody left to hear it.
pub(super) fn give_back() {
    let _ = Direct.write_all(LEAVE);
    let _ = disable_raw_mode();
}

/// Whether the terminal has gone. What fails on it then, fails with any error.
pub(super) fn has_hung_up(keys: &Keys) -> bool {
    let mut asked = [PollFd::new(keys, PollFlags::IN)];
    poll(&mut asked, Some(&Timespec::default())).is_ok() && asked[0].revents().intersects(GONE)
}

/// Whether an error only says that nobody is on the other side any more.
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
        || error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}
