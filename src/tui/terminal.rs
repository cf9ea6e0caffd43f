//! The terminal: taking it, giving it back, and the loop that waits, takes what happened, and draws.
//!
//! There is one blocking wait and nothing else that wakes the program: no tick, no thread. The
//! terminal is given back however the program ends.

use super::{
    card::{Link, links},
    clipboard,
    signals::{Signals, act_as_unheard},
    theme::{MONO, Theme},
    view,
};
use crate::app::{
    App, Overlay,
    geometry::Size,
    keymap,
    message::{Effect, Message},
};
use crossterm::{
    event,
    style::force_color_output,
    terminal::{disable_raw_mode, enable_raw_mode},
};
use ratatui::{Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr},
};
use std::{
    cell::Cell,
    fs::File,
    io::{self, IsTerminal, Write},
    mem::ManuallyDrop,
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

/// What a terminal that announces no columns or rows is taken to have, as `less` does: a serial line
/// or a container says so.
const USUAL: Rect = Rect::new(0, 0, 80, 24);

/// The width of the terminal in cells; 80 where it does not say.
#[must_use]
pub fn width() -> usize {
    area().map_or(USUAL.width, |area| area.width.max(20)).into()
}

/// The whole screen.
fn area() -> io::Result<Rect> {
    let or = |announced, usual| if announced == 0 { usual } else { announced };
    let (columns, rows) = crossterm::terminal::size()?;
    Ok(Rect::new(
        0,
        0,
        or(columns, USUAL.width),
        or(rows, USUAL.height),
    ))
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

/// The terminal that is drawn on. It is waited for until it takes what is written, also where another
/// program that shares it has asked it not to wait (`O_NONBLOCK`).
struct Direct;

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

/// A frame's bytes, written to the terminal in one go.
#[derive(Debug, Default)]
struct Output {
    frame: Vec<u8>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let written = Direct.write_all(&self.frame);
        self.frame.clear();
        written
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
        Direct.write_all(ENTER)?;
        if !self.options.no_mouse && !self.by_hand.get() {
            Direct.write_all(MOUSE_ON)?;
        }
        Ok(())
    }

    /// Leaves the mouse to the terminal while a text is to be selected by hand, else takes it.
    fn leave_mouse(&self, by_hand: bool) -> io::Result<()> {
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
fn give_back() {
    let _ = Direct.write_all(LEAVE);
    let _ = disable_raw_mode();
}

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
    // Never dropped: ratatui would show the cursor, which giving back does, and panic where neither
    // that nor a complaint can be written because the terminal has gone.
    let mut terminal = ManuallyDrop::new(Terminal::with_options(
        CrosstermBackend::new(Output::default()),
        TerminalOptions {
            viewport: Viewport::Fixed(area()?),
        },
    )?);
    let mut theme = (app.theme, Theme::at(app.theme));
    loop {
        if theme.0 != app.theme {
            theme = (app.theme, Theme::at(app.theme));
        }
        taken.leave_mouse(matches!(app.overlay, Some(Overlay::Shown(_))))?;
        let area = area()?;
        if area != terminal.get_frame().area() {
            terminal.resize(area)?;
        }
        terminal.draw(|frame| {
            fit(app, frame.area());
            view(app, &theme.1, frame);
        })?;
        if !taken.options.no_links {
            draw_links(app, terminal.backend_mut())?;
        }
        if !has_event()? && !wait(keys, signals)? {
            return Ok(End::Gone);
        }
        signals.drain();
        if let Some(signal) = signals.end() {
            return Ok(End::Signal(signal));
        }
        if signals.stopped() {
            suspend(signals, taken, &mut terminal)?;
        }
        if signals.resumed() {
            resume(taken, &mut terminal)?;
        }
        match take_waiting(app)? {
            Some(Effect::Quit) => return Ok(End::Quit),
            Some(Effect::Suspend) => suspend(signals, taken, &mut terminal)?,
            Some(Effect::Redraw) => wipe(&mut terminal)?,
            Some(Effect::Copy(text)) => {
                let way = clipboard::copy(&text, &mut Direct)?;
                app.tell_copied(&way, text);
            }
            Some(Effect::Save { stem, text }) => {
                app.tell_saved((taken.options.save)(&stem, &text));
            }
            None => {}
        }
    }
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

/// Gives the state the size of the frame that is drawn: the terminal may have another since it last
/// said so.
fn fit(app: &mut App, frame: Rect) {
    let size = Size {
        columns: frame.width,
        rows: frame.height,
    };
    if app.size != size {
        app.update(Message::Resize {
            columns: size.columns,
            rows: size.rows,
        });
    }
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
fn suspend(
    signals: &Signals,
    taken: &Taken,
    terminal: &mut Terminal<CrosstermBackend<Output>>,
) -> io::Result<()> {
    give_back();
    signals.stop()?;
    resume(taken, terminal)
}

/// Takes the terminal again after a stop, whoever asked for it.
fn resume(taken: &Taken, terminal: &mut Terminal<CrosstermBackend<Output>>) -> io::Result<()> {
    disable_raw_mode()?;
    taken.enter()?;
    wipe(terminal)
}

/// Empties the screen, so that the next frame is drawn whole. `Terminal::clear` would first ask the
/// terminal where its cursor is, and wait for an answer that may never come.
fn wipe(terminal: &mut Terminal<CrosstermBackend<Output>>) -> io::Result<()> {
    terminal.resize(area()?)
}
