//! The loop of the reader on its terminal: it waits, takes what happened, and draws.
//!
//! There is one blocking wait and nothing else that wakes the program: no tick, no thread.

mod ansi;
mod clipboard;
mod device;
mod packed;
pub mod screen;
mod signals;

use super::{
    card::{Link, links},
    draw,
    theme::{MONO, Theme},
};
use crate::app::{
    App, Overlay,
    geometry::{self, Size},
    help, keymap,
    message::{Effect, Message},
};
use crossterm::{event, style::force_color_output, terminal::disable_raw_mode};
use device::{Direct, GONE, Taken, give_back, has_hung_up, is_gone, size};
pub use device::{Keys, keys, width};
use ratatui::layout::{self, Rect};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use screen::Screen;
use signals::Signals;
pub use signals::act_as_unheard;
use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

/// A frame is drawn at least this often while input pours in.
const FLOOD: Duration = Duration::from_millis(16);

/// How long crossterm is given to see whether an event waits. What waits comes at once, and it looks again
/// and again until the time is over; with no time at all it does not look.
const LOOK: Duration = Duration::from_micros(2);

/// How often it is asked, once it has read anything, before the program waits for the terminal itself: an
/// event that it has read, and had no time left to give because the machine was busy elsewhere, would wait
/// for the next key.
const LOOKS: usize = 4;

/// How the reader is to run on its terminal.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Leave the mouse to the terminal.
    pub no_mouse: bool,
    /// Write links as text only.
    pub no_links: bool,
    /// Writes a text to a new file whose name starts so; gives its name, or what is wrong.
    pub save: fn(&str, &str) -> Result<String, String>,
    /// Keeps what is left in the letter for the next time.
    pub keep: fn(&mut App),
}

/// Whether colours are unwanted, by the environment.
#[must_use]
pub fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The number of the theme to start with: the one asked for, or none in colour where colours are
/// unwanted.
#[must_use]
pub fn theme(asked: Option<usize>) -> usize {
    asked.unwrap_or(if no_colour() { MONO } else { 0 })
}

/// What is drawn on.
type Face = Screen<Direct>;

/// Why the loop ended.
enum End {
    Quit,
    Gone,
    Signal(i32),
}

/// Runs the reader until it is told to end or its terminal is gone; says which signal ended it, if
/// one did. The program is to end by it ([`act_as_unheard`]) when all is kept.
///
/// # Errors
/// When the terminal cannot be taken or drawn on.
pub fn run(app: &mut App, keys: &Keys, options: Options) -> io::Result<Option<i32>> {
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
        Ok(End::Signal(signal)) => Ok(Some(signal)),
        Ok(End::Quit | End::Gone) => Ok(None),
        Err(error) if is_gone(&error) || has_hung_up(keys) => Ok(None),
        Err(error) => Err(error),
    }
}

fn read(app: &mut App, keys: &Keys, signals: &mut Signals, taken: &Taken) -> io::Result<End> {
    let mut screen = Screen::new(Direct);
    taken.ready_screen(&mut screen)?;
    let mut theme = (app.theme, Theme::at(app.theme));
    let mut has_read = false;
    loop {
        if theme.0 != app.theme {
            theme = (app.theme, Theme::at(app.theme));
        }
        taken.leave_mouse(matches!(app.overlay, Some(Overlay::Shown(_))))?;
        show(app, &theme.1, &mut screen)?;
        if !taken.options.no_links {
            draw_links(app, &mut screen)?;
        }
        if !(has_read && has_event()?) {
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
        has_read = true;
        match take_waiting(app)? {
            Some(Effect::Quit) => return Ok(End::Quit),
            Some(Effect::Suspend) => suspend(signals, taken, &mut screen)?,
            Some(Effect::Redraw) => screen.clear(),
            Some(Effect::Copy(text)) => {
                let way = clipboard::copy(&text, &mut Direct)?;
                app.tell_copied(&way, text);
            }
            Some(Effect::Keep) => (taken.options.keep)(app),
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
        Some(Overlay::Overview | Overlay::Narrow) => app.overview_regions().list,
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

/// Whether crossterm holds an event, or finds one on the terminal.
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
    let mut more = has_event()?;
    while more {
        let message = keymap::message(app.mode(), event::read()?);
        if let Some(effect) = message.and_then(|message| app.update(message)) {
            return Ok(Some(effect));
        }
        // What is missed for want of time is asked for once more behind the frame.
        more = event::poll(LOOK)? && since.elapsed() < FLOOD;
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
    taken.read_keys()?;
    taken.ready_screen(screen)?;
    screen.clear();
    Ok(())
}
