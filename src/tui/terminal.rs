//! The terminal: taking it, giving it back, and the loop that waits, takes what happened, and draws.
//!
//! There is one blocking wait and nothing else that wakes the program: no tick, no thread. The
//! terminal is given back however the program ends.

use super::{
    card::{Link, links},
    clipboard, draw,
    screen::Screen,
    signals::{Signals, act_as_unheard},
    theme::{MONO, Theme},
};
use crate::app::{
    App, Overlay,
    geometry::{self, Size},
    help, keymap,
    message::{Effect, Message},
};
use crossterm::{
    event,
    style::force_color_output,
    terminal::{disable_raw_mode, enable_raw_mode},
};
use ratatui::layout::{self, Rect};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr},
};
use std::{
    cell::Cell,
    fs::File,
    io::{self, IsTerminal, Write},
    os::fd::{AsFd, BorrowedFd},
    time::{Duration, Instant},
};

/// Alternate screen, bracketed paste, no cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// Mouse presses, drags and the wheel, in the wide form.
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";

/// The mouse left to the terminal, which can then select.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";

/// All of that undone, in the other order.
const LEAVE: &[u8] = b"\x1b[0m\x1b[?25h\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1049l";

/// A frame is drawn at least this often while input pours in.
const FLOOD: Duration = Duration::from_millis(16);

/// How long crossterm is given to see whether an event waits. What waits comes at once; with no time
/// at all it does not look, and where nothing waits the frame is drawn so much later.
const LOOK: Duration = Duration::from_micros(20);

/// How often it is asked before the program waits for the terminal itself: an event that it has read,
/// and had no time left to give because the machine was busy elsewhere, would wait for the next key.
const LOOKS: usize = 4;

/// What the terminal says when it has gone.
const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

/// How the reader is to run on its terminal.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Leave the mouse to the terminal.
    pub no_mouse: bool,
    /// Write links as text only.
    pub no_links: bool,
    /// Writes a text to a new file whose name starts so; gives its name, or what is wrong.
    pub save: fn(&str, &str) -> Result<String, String>,
}

/// Whether colours are unwanted, by the environment.
#[must_use]
pub fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The size of the terminal in cells; the usual one where it has none to tell.
fn size() -> io::Result<Size> {
    let (columns, rows) = match crossterm::terminal::size()? {
        (0, _) | (_, 0) => (80, 24),
        size => size,
    };
    Ok(Size { columns, rows })
}

/// The width of the terminal in cells; 80 where it does not say.
#[must_use]
pub fn width() -> usize {
    crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns.max(20)))
}

/// The number of the theme to start with: the one asked for, or none in colour where colours are
/// unwanted.
#[must_use]
pub fn theme(asked: Option<usize>) -> usize {
    asked.unwrap_or(if no_colour() { MONO } else { 0 })
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

/// Takes the terminal while it lives.
struct Taken<'keys> {
    keys: &'keys Keys,
    options: Options,
    /// The mouse is left to the terminal for now.
    by_hand: Cell<bool>,
}

impl<'keys> Taken<'keys> {
    fn take(keys: &'keys Keys, options: Options) -> io::Result<Self> {
        let taken = Self {
            keys,
            options,
            by_hand: Cell::new(false),
        };
        taken.enter()?;
        Ok(taken)
    }

    fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        // Crossterm reads on until it has a whole key. A read that waits for more of it would keep
        // signals and another size waiting as well.
        let mut mode = tcgetattr(self.keys)?;
        mode.special_codes[SpecialCodeIndex::VMIN] = 0;
        tcsetattr(self.keys, OptionalActions::Now, &mode)?;
        let mut stdout = io::stdout().lock();
        stdout.write_all(ENTER)?;
        if !self.options.no_mouse && !self.by_hand.get() {
            stdout.write_all(MOUSE_ON)?;
        }
        stdout.flush()
    }

    /// Leaves the mouse to the terminal while a text is to be selected by hand, else takes it.
    fn leave_mouse(&self, by_hand: bool) -> io::Result<()> {
        if self.options.no_mouse || self.by_hand.replace(by_hand) == by_hand {
            return Ok(());
        }
        let mut stdout = io::stdout().lock();
        stdout.write_all(if by_hand { MOUSE_OFF } else { MOUSE_ON })?;
        stdout.flush()
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back. What goes wrong here has nobody left to hear it.
fn give_back() {
    let mut stdout = io::stdout().lock();
    let _ = stdout.write_all(LEAVE).and_then(|()| stdout.flush());
    let _ = disable_raw_mode();
}

/// What is drawn on.
type Face = Screen<io::Stdout>;

/// Why the loop ended.
enum End {
    Quit,
    Gone,
    Signal(i32),
}

/// Runs the reader until it is told to end or its terminal is gone.
///
/// # Errors
/// When the terminal cannot be taken or drawn on.
pub fn run(app: &mut App, keys: &Keys, options: Options) -> io::Result<()> {
    force_color_output(true);
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        before(panic);
    }));
    let mut signals = Signals::new()?;
    let taken = Taken::take(keys, options)?;
    let ended = read(app, keys, &mut signals, &taken);
    drop(taken);
    match ended {
        Ok(End::Signal(signal)) => act_as_unheard(signal),
        Ok(End::Quit | End::Gone) => Ok(()),
        Err(error) if is_gone(&error) || has_hung_up(keys) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether the terminal has gone. What fails on it then, fails with any error: where its size cannot
/// be asked, crossterm asks `tput`.
fn has_hung_up(keys: &Keys) -> bool {
    let mut asked = [PollFd::new(keys, PollFlags::IN)];
    poll(&mut asked, Some(&Timespec::default())).is_ok() && asked[0].revents().intersects(GONE)
}

/// Whether an error only says that nobody is on the other side any more.
fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
        || error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

fn read(app: &mut App, keys: &Keys, signals: &mut Signals, taken: &Taken) -> io::Result<End> {
    let mut screen = Screen::new(io::stdout());
    let mut theme = (app.theme, Theme::at(app.theme));
    loop {
        if theme.0 != app.theme {
            theme = (app.theme, Theme::at(app.theme));
        }
        taken.leave_mouse(matches!(app.overlay, Some(Overlay::Shown(_))))?;
        show(app, &theme.1, &mut screen)?;
        if !taken.options.no_links {
            draw_links(app, &mut screen)?;
        }
        if !has_event()? {
            if read_on(app, keys, signals) {
                continue;
            }
            if !wait(keys, signals)? {
                return Ok(End::Gone);
            }
        }
        signals.drain();
        if let Some(signal) = signals.end() {
            return Ok(End::Signal(signal));
        }
        if signals.stopped() {
            suspend(signals, taken, &mut screen)?;
        }
        if signals.resumed() {
            resume(taken, &mut screen)?;
        }
        match take_waiting(app)? {
            Some(Effect::Quit) => return Ok(End::Quit),
            Some(Effect::Suspend) => suspend(signals, taken, &mut screen)?,
            Some(Effect::Redraw) => screen.clear(),
            Some(Effect::Copy(text)) => {
                let way = clipboard::copy(&text, &mut io::stdout().lock())?;
                app.tell_copied(&way, text);
            }
            Some(Effect::Save { stem, text }) => {
                app.tell_saved((taken.options.save)(&stem, &text));
            }
            None => {}
        }
    }
}

/// Shows the state, which takes on the size that the terminal has now: it may have changed since it
/// last said so.
fn show(app: &mut App, theme: &Theme, screen: &mut Face) -> io::Result<()> {
    let Size { columns, rows } = size()?;
    if app.size != (Size { columns, rows }) {
        app.update(Message::Resize { columns, rows });
    }
    let size = layout::Size::new(columns, rows);
    screen.show(size, pane(app), |buffer| draw(app, theme, buffer))
}

/// Where rows move when the reader scrolls.
fn pane(app: &App) -> Rect {
    let area = match app.overlay {
        None => app.regions().text,
        Some(Overlay::Finder) => geometry::finder(app.size).list,
        Some(Overlay::List) => geometry::list(app.size),
        Some(Overlay::Help(_)) => help::frame(app.size).inner(2, 1),
        Some(_) => return Rect::ZERO,
    };
    Rect::new(area.x, area.y, area.width, area.height)
}

/// Draws the links that show once more, as links of the terminal (OSC 8). One that knows none
/// shows the text.
fn draw_links(app: &App, out: &mut impl Write) -> io::Result<()> {
    for Link { x, y, text, target } in links(app) {
        write!(
            out,
            "\x1b[{};{}H\x1b[4m\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\\x1b[0m",
            y + 1,
            x + 1
        )?;
    }
    out.flush()
}

/// Whether crossterm holds an event that it has read.
fn has_event() -> io::Result<bool> {
    for _ in 0..LOOKS {
        if event::poll(LOOK)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Reads on in a big letter for as long as nothing happens; true when that has come to an end, and
/// one frame can show what came of it.
fn read_on(app: &mut App, keys: &Keys, signals: &Signals) -> bool {
    let began = app.has_more();
    while app.has_more() {
        let mut asked = [
            PollFd::new(keys, PollFlags::IN),
            PollFd::new(signals, PollFlags::IN),
        ];
        if poll(&mut asked, Some(&Timespec::default())) != Ok(0) {
            return false;
        }
        app.update(Message::Spare);
    }
    began
}

/// Waits for a key or a signal; false when the terminal is gone.
fn wait(keys: &Keys, signals: &Signals) -> io::Result<bool> {
    let mut waited = [
        PollFd::new(keys, PollFlags::IN),
        PollFd::new(signals, PollFlags::IN),
    ];
    match poll(&mut waited, None) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(!waited[0].revents().intersects(GONE))
}

/// Takes all events that wait into the state, so that one frame shows them all.
fn take_waiting(app: &mut App) -> io::Result<Option<Effect>> {
    let since = Instant::now();
    while event::poll(LOOK)? {
        let message = keymap::message(app.mode(), event::read()?);
        if let Some(effect) = message.and_then(|message| app.update(message)) {
            return Ok(Some(effect));
        }
        if since.elapsed() >= FLOOD {
            break;
        }
    }
    Ok(None)
}

/// Gives the terminal back and stops, until the program is resumed.
fn suspend(signals: &Signals, taken: &Taken, screen: &mut Face) -> io::Result<()> {
    give_back();
    signals.stop()?;
    resume(taken, screen)
}

/// Takes the terminal again after a stop, whoever asked for it.
fn resume(taken: &Taken, screen: &mut Face) -> io::Result<()> {
    disable_raw_mode()?;
    taken.enter()?;
    screen.clear();
    Ok(())
}
