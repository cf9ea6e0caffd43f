//! The terminal: the only room that knows an escape sequence, and the loop of the reader, which waits, takes
//! what happened, and draws.
//!
//! There is one wait and nothing else that wakes the program: no tick. Neither keys nor frames are waited for
//! anywhere else, so that a signal is always heard.
//!
//! - `device`: the terminal, taken and given back. `signals`: what the system tells.
//! - `waiting`: the wait, and taking in what came. `input` cuts what the terminal sends, `events` says what it means.
//! - `screen` finds what differs, of cells made small (`packed`); `ansi` writes it; `output` sends it.
//! - `editor`: lends the terminal. `clipboard`: copies leave through it. `keeping`: what is kept is written beside the loop, and wakes it.
//! - `loading`: the letters of a library are read beside the loop, and wake it.

mod ansi;
mod clipboard;
mod device;
pub mod editor;
mod events;
mod input;
mod keeping;
mod loading;
mod output;
mod packed;
pub mod screen;
mod signals;
mod waiting;

use super::{
    card::{Link, links},
    draw,
    theme::{MONO, Theme},
};
use crate::app::{
    App, Overlay,
    copy::Way,
    geometry::{self, Size},
    help,
    message::{Effect, Message},
};
use crate::letter::Language;
use crate::settings::ReadAgain;
use clipboard::Copied;
use crossterm::terminal::disable_raw_mode;
pub use device::{Keys, keys, width};
use device::{Mouse, Taken, give_back, has_hung_up, is_gone, size};
use editor::Edit;
use input::Input;
use keeping::Keeping;
pub use keeping::{Keep, Recall};
pub use loading::Load;
use loading::Loading;
use output::Output;
use ratatui::layout::{self, Rect};
use screen::Screen;
use signals::Signals;
pub use signals::act_as_unheard;
use std::{
    io::{self, IsTerminal, Write},
    process::{Command, ExitStatus},
    time::{Duration, Instant},
};
use waiting::{FLOOD, take_waiting, wait};

/// How the reader is to run on its terminal.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Leave the mouse to the terminal.
    pub no_mouse: bool,
    /// Write links as text only.
    pub no_links: bool,
    /// Writes a text to a new file whose name starts so; gives its name, or what is wrong.
    pub save: fn(&str, &str) -> Result<String, String>,
    /// Writes a copy that no clipboard takes to a new file where nobody else reads it, whose name starts so;
    /// gives its path, or what is wrong.
    pub save_apart: fn(&str, &str) -> Result<String, String>,
    /// Reads what is kept of the letter that is open; else what is wrong, in one sentence.
    pub recall: Recall,
    /// Keeps for the next time what the reader gives out.
    pub keep: Keep,
    /// Has a note written in the user's editor.
    pub edit: Edit,
    /// Reads the settings again, with what is wrong in them; or says why they cannot be.
    pub settings: fn() -> ReadAgain,
    /// How many seconds have gone by since midnight, if that is known.
    pub clock: fn() -> Option<u32>,
}

/// Whether colours are unwanted, by the environment.
#[must_use]
pub fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether the terminal says that it can nothing, or not what it can, by the environment: no sequence is to
/// be sent to it.
#[must_use]
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb")
}

/// The number of the theme to start with, whatever was chosen before: the one asked for, or none in colour
/// where colours are unwanted.
#[must_use]
pub fn theme(asked: Option<usize>) -> Option<usize> {
    asked.or_else(|| no_colour().then_some(MONO))
}

/// Puts a text on the clipboard, where standard output is a terminal that can be drawn on; says which way it
/// went, unless it went nowhere.
#[must_use]
pub fn copy(text: &str) -> Option<Way> {
    if !io::stdout().is_terminal() || is_dumb() {
        return None;
    }
    clipboard::send(text, &mut io::stdout()).ok().flatten()
}

/// What is drawn on.
type Face = Screen<Output>;

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
pub fn run(
    app: &mut App,
    keys: &Keys,
    options: Options,
    load: Option<Load>,
) -> io::Result<Option<i32>> {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        before(panic);
    }));
    let mut signals = Signals::new()?;
    let taken = Taken::take(keys, mouse(app, options))?;
    let mut beside = Beside {
        keeping: Keeping::new(options.keep),
        load,
        loading: None,
    };
    let ended = read(app, keys, &mut signals, &mut beside, &taken, options);
    drop(taken);
    beside.keeping.finish(app, &mut signals);
    match ended {
        Ok(End::Signal(signal)) => Ok(Some(signal)),
        Ok(End::Quit | End::Gone) => Ok(None),
        Err(error) if is_gone(&error) || has_hung_up(keys) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is done beside the loop.
struct Beside {
    keeping: Keeping,
    /// How the letters of a library are to be read, until that begins.
    load: Option<Load>,
    loading: Option<Loading>,
}

impl Beside {
    /// Begins to read letters, if any are to be read.
    fn begin(&mut self, signals: &Signals, language: Language) {
        if let Some(load) = self.load.take() {
            self.loading = Some(Loading::begin(load, signals, language));
        }
    }

    /// Tells the reader what was kept and what was read.
    fn tell(&mut self, app: &mut App, signals: &Signals, recall: Recall) {
        self.keeping.tell(app, signals, recall);
        if let Some(loading) = &self.loading {
            loading.tell(app, signals, FLOOD);
        }
    }
}

fn read(
    app: &mut App,
    keys: &Keys,
    signals: &mut Signals,
    beside: &mut Beside,
    taken: &Taken,
    options: Options,
) -> io::Result<End> {
    let mut screen = Screen::new(Output::default());
    let mut input = Input::new();
    taken.ready_screen(&mut screen)?;
    let mut theme = (app.theme(), Theme::of(app.settings(), app.theme()));
    let mut began = Instant::now();
    loop {
        if let Some(signal) = signals.end() {
            return Ok(End::Signal(signal));
        }
        began += heed(signals, taken, &mut screen)?;
        // While the terminal takes nothing, nothing is drawn: what is drawn then is the last.
        if !screen.output().is_held_up() {
            if theme.0 != app.theme() {
                theme = (app.theme(), Theme::of(app.settings(), app.theme()));
            }
            taken.share_mouse(mouse(app, options), &mut screen)?;
            show(app, &theme.1, &mut screen)?;
            if app.settings().links && !options.no_links {
                draw_links(app, &mut screen)?;
            }
        }
        beside.begin(signals, app.words().language);
        if !input.has_event() && !wait(app, keys, signals, screen.output(), &mut input)? {
            return Ok(End::Gone);
        }
        beside.tell(app, signals, options.recall);
        if let Some(seconds) = (options.clock)() {
            app.update(Message::Clock(seconds));
        }
        app.update(Message::At(began.elapsed()));
        match take_waiting(app, keys, &mut input)? {
            Some(Effect::Quit) => return Ok(End::Quit),
            Some(Effect::Suspend) => began += suspend(signals, taken, &mut screen)?,
            Some(Effect::Redraw) => screen.clear(),
            Some(Effect::ReadSettings) => {
                let read = Box::new((options.settings)());
                app.update(Message::Settings(read));
                theme = (app.theme(), Theme::of(app.settings(), app.theme()));
            }
            Some(Effect::Copy(text)) => {
                match clipboard::copy(&text, app.settings().clipboard, signals, &mut screen)? {
                    Copied::By(way) => app.update(Message::Copied(way, text)),
                    Copied::TooLong => {
                        let written = (options.save_apart)(&app.reader().copy_stem(), &text);
                        app.update(Message::TooLong(written, text))
                    }
                };
            }
            Some(Effect::EditNote { stem, text }) => {
                let since = Instant::now();
                let edited = (options.edit)(&stem, &text, &mut |editor| {
                    lend(editor, signals, taken, &mut screen)
                });
                began += since.elapsed();
                if let Some(Effect::Keep(changes)) = app.update(Message::Edited(edited)) {
                    beside.keeping.send(changes, signals);
                }
            }
            Some(Effect::Keep(changes)) => beside.keeping.send(changes, signals),
            Some(Effect::StopLoading) => beside.loading.iter().for_each(Loading::stop),
            Some(Effect::Recall) => {
                let kept = (options.recall)(app);
                app.update(Message::Recalled(kept));
            }
            Some(Effect::Save { stem, text }) => {
                app.update(Message::Written((options.save)(&stem, &text)));
            }
            None => {}
        }
    }
}

/// Does what signals ask for that do not end the program; says how long it was stopped.
fn heed(signals: &Signals, taken: &Taken, screen: &mut Face) -> io::Result<Duration> {
    let mut away = Duration::ZERO;
    if signals.stopped() {
        away = suspend(signals, taken, screen)?;
    }
    if signals.resumed() {
        resume(taken, screen)?;
    }
    // Also where the size is as before: what the terminal did meanwhile, nobody knows.
    if signals.resized() {
        screen.clear();
    }
    Ok(away)
}

/// Whom the mouse is for: a text to be selected by hand is selected by the terminal.
const fn mouse(app: &App, options: Options) -> Mouse {
    match app.overlay() {
        _ if options.no_mouse || !app.settings().mouse => Mouse::Terminal,
        Some(Overlay::Shown(_)) => Mouse::Terminal,
        _ => Mouse::Reader,
    }
}

/// Shows the state, which takes on the size that the terminal has now: it may have changed since it
/// last said so.
fn show(app: &mut App, theme: &Theme, screen: &mut Face) -> io::Result<()> {
    let Size { columns, rows } = size()?;
    if app.reader().size != (Size { columns, rows }) {
        app.update(Message::Resize { columns, rows });
    }
    let size = layout::Size::new(columns, rows);
    screen.show(size, pane(app), |buffer| draw(app, theme, buffer))
}

/// Where rows move when the reader scrolls.
fn pane(app: &App) -> Rect {
    let area = match app.overlay() {
        None => app.reader().regions().scrolled(),
        Some(Overlay::Finder) => geometry::finder(app.reader().size).list,
        Some(Overlay::List) => geometry::list(app.reader().size),
        Some(Overlay::Overview | Overlay::Narrow) => app.overview_regions().list,
        Some(Overlay::Help(..)) => help::frame(app.reader().size).inner(2, 1),
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

/// Gives the terminal back and stops, until the program is resumed.
fn suspend(signals: &Signals, taken: &Taken, screen: &mut Face) -> io::Result<Duration> {
    let since = Instant::now();
    screen.output().forget();
    give_back();
    signals.stop()?;
    // Told to end meanwhile, it leaves the terminal to those who have it now.
    match signals.end() {
        Some(_) => {}
        None => resume(taken, screen)?,
    }
    Ok(since.elapsed())
}

/// Runs a program on the terminal, which is the reader's again when that has ended, unless the reader is to end as
/// well; how it ended.
fn lend(
    program: &mut Command,
    signals: &mut Signals,
    taken: &Taken,
    screen: &mut Face,
) -> io::Result<ExitStatus> {
    screen.output().forget();
    give_back();
    let ended = editor::run_on(taken, program, signals);
    if signals.end().is_none() {
        resume(taken, screen)?;
    }
    // What was told of meanwhile is still to be heard.
    signals.waker()?.write_all(&[0])?;
    ended
}

/// Takes the terminal again after a stop, whoever asked for it.
fn resume(taken: &Taken, screen: &mut Face) -> io::Result<()> {
    disable_raw_mode()?;
    taken.read_keys()?;
    taken.ready_screen(screen)?;
    screen.clear();
    Ok(())
}
