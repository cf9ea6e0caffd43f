//! The terminal as a device: where keys come from and frames go. It is taken, and given back however
//! the program ends.

use super::output::{is_in_foreground, write_last};
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
    sync::atomic::{AtomicBool, Ordering},
};

/// Alternate screen, bracketed paste, no cursor, no row that goes on in the next one.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[?7l";

/// Mouse presses, drags and the wheel, in the wide form.
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";

/// The mouse left to the terminal, which can then select.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";

/// All of that undone, in the other order.
const LEAVE: &[u8] =
    b"\x1b[?2026l\x1b[r\x1b[0m\x1b[?7h\x1b[?25h\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1049l";

/// Whether the terminal is taken.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What the terminal says when it has gone.
pub(super) const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

/// What a terminal that announces no columns or rows is taken to have, as `less` does: a serial line
/// or a container says so.
const USUAL: (u16, u16) = (80, 24);

/// The most columns and rows that are drawn: more than the finest screen has. A terminal may announce 65535 of
/// each, for which no memory would do.
const MOST: (u16, u16) = (2000, 600);

/// The size of what is drawn on the terminal. Crossterm opens the terminal anew each time it is asked, and
/// where that fails it calls `tput`.
pub(super) fn size() -> io::Result<Size> {
    let (columns, rows) = announced()?;
    Ok(Size {
        columns: columns.min(MOST.0),
        rows: rows.min(MOST.1),
    })
}

/// The columns and rows that the terminal announces, or the usual ones.
fn announced() -> io::Result<(u16, u16)> {
    let or = |announced, usual| if announced == 0 { usual } else { announced };
    let size = tcgetwinsize(rustix::stdio::stdout())?;
    Ok((or(size.ws_col, USUAL.0), or(size.ws_row, USUAL.1)))
}

/// The width of the terminal in cells, 20 at least; 80 where it does not say.
#[must_use]
pub fn width() -> usize {
    announced()
        .map_or(USUAL.0, |(columns, _)| columns.max(20))
        .into()
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

/// Whom the mouse is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The reader.
    Reader,
    /// The terminal, which can then select.
    Terminal,
}

/// Takes the terminal while it lives.
pub(super) struct Taken<'keys> {
    keys: &'keys Keys,
    /// Whom the mouse is for now.
    mouse_now: Cell<Mouse>,
}

impl<'keys> Taken<'keys> {
    pub(super) fn take(keys: &'keys Keys, mouse: Mouse) -> io::Result<Self> {
        let taken = Self {
            keys,
            mouse_now: Cell::new(mouse),
        };
        taken.read_keys()?;
        Ok(taken)
    }

    /// Where keys come from.
    pub(super) const fn keys(&self) -> &Keys {
        self.keys
    }

    /// Has keys come as they are pressed.
    pub(super) fn read_keys(&self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::Relaxed);
        // Nothing waits for a key but the one wait, which waits for signals as well.
        let mut mode = tcgetattr(self.keys)?;
        mode.special_codes[SpecialCodeIndex::VMIN] = 0;
        tcsetattr(self.keys, OptionalActions::Now, &mode)?;
        Ok(())
    }

    /// Writes what readies the screen, in front of a frame: two writes would take twice the time until
    /// the frame is read.
    pub(super) fn ready_screen(&self, screen: &mut impl Write) -> io::Result<()> {
        screen.write_all(ENTER)?;
        if self.mouse_now.get() == Mouse::Reader {
            screen.write_all(MOUSE_ON)?;
        }
        Ok(())
    }

    /// Has the mouse be for whom it is now, where that is another than before.
    pub(super) fn share_mouse(&self, now: Mouse, screen: &mut impl Write) -> io::Result<()> {
        if self.mouse_now.replace(now) == now {
            return Ok(());
        }
        screen.write_all(match now {
            Mouse::Reader => MOUSE_ON,
            Mouse::Terminal => MOUSE_OFF,
        })
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, if it is taken. What goes wrong here has nobody left to hear it.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    write_last(LEAVE);
    // In the background it would stop the program; and whoever has the terminal now has set it already.
    if is_in_foreground() {
        let _ = disable_raw_mode();
    }
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
