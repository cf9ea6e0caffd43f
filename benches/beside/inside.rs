//! What runs in the pseudo-terminals, and how it gets there.
//!
//! The program measured is started by this one in another role: it tells the time, and becomes the program. So the time of the start is that of the execution itself, the
//! same for everything measured. Two further roles are readers that the binary cannot be asked to be:
//! one over a great many names, and one that panics.

use crate::{made::Names, pty::now};
use kamerbrief::{
    app::{App, Hits, words::Words},
    catalogue::Catalogue,
    letter::{self, Language},
    tui::terminal,
};
use std::{
    ffi::OsString,
    fs::File,
    io::{self, Read, Write},
    os::{fd::AsFd, unix::process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command},
    time::Duration,
};

/// What runs in a terminal.
#[derive(Clone, Debug)]
pub struct Call {
    words: Vec<OsString>,
    home: PathBuf,
    stdin: Option<PathBuf>,
    /// Whether its terminal answers what it is asked.
    pub answers: bool,
}

impl Call {
    /// A program and its arguments, at home in a folder.
    pub fn new(home: &Path, program: &str, args: &[&Path]) -> Self {
        let args = args.iter().map(Into::into);
        Self {
            words: std::iter::once(program.into()).chain(args).collect(),
            home: home.to_owned(),
            stdin: None,
            answers: true,
        }
    }

    /// With a file on its standard input instead of the terminal.
    pub fn reading(self, file: PathBuf) -> Self {
        Self {
            stdin: Some(file),
            ..self
        }
    }

    /// In a terminal that answers nothing.
    pub fn mute(self) -> Self {
        Self {
            answers: false,
            ..self
        }
    }

    /// This program in the role of the one that becomes it, and tells before that what time it is ([`told`]).
    pub fn command(&self) -> io::Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("launch")
            .arg(self.stdin.clone().unwrap_or_default())
            .args(&self.words)
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &self.home)
            .envs([("TERM", "xterm-256color"), ("COLORTERM", "truecolor")])
            .envs([("LANG", "C.UTF-8"), ("SHELL", "/bin/sh"), ("TZ", "UTC")]);
        Ok(command)
    }
}

/// When the program was executed that this child becomes.
pub fn told(child: &mut Child) -> io::Result<Duration> {
    let mut told = [0; 16];
    let mut stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    stdout.read_exact(&mut told)?;
    let nanos = u64::try_from(u128::from_ne_bytes(told)).map_err(io::Error::other)?;
    Ok(Duration::from_nanos(nanos))
}

/// The role of the one that becomes the program: gives it the file named first instead of the terminal as standard
/// input, if there is one, and tells the time on standard output.
fn launch(mut words: impl Iterator<Item = OsString>) -> io::Result<()> {
    let (Some(file), Some(program)) = (words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let mut command = Command::new(program);
    command
        .args(words)
        .stdout(io::stderr().as_fd().try_clone_to_owned()?);
    if !file.is_empty() {
        command.stdin(File::open(file)?);
    }
    let mut stdout = io::stdout();
    stdout.write_all(&now().as_nanos().to_ne_bytes())?;
    stdout.flush()?;
    Err(command.exec())
}

/// A reader over so many made names.
fn names(count: usize) -> io::Result<()> {
    let names = Names::new(count);
    let catalogue = toml::from_str::<Catalogue>(&names.catalogue()).map_err(io::Error::other)?;
    let letter = letter::read(names.letter().as_bytes())
        .map_err(|error| io::Error::other(error.say(Language::English)))?;
    // It lives as long as the reader.
    let catalogue = Box::leak(Box::new(catalogue));
    run(App::new(letter, catalogue, Words::of(Language::English)))
}

/// A reader that panics at `]`, and ends as the release binary then does.
fn panics() -> io::Result<()> {
    let words = Words::of(Language::English);
    let mut app = App::new(letter::embedded(), Catalogue::embedded(), words);
    // Hits that promise to be at least one, and are none.
    app.take_hits(Hits::new(String::new(), Vec::new(), 0));
    std::panic::set_hook(Box::new(|_| std::process::abort()));
    run(app)
}

fn run(mut app: App) -> io::Result<()> {
    let options = terminal::Options {
        no_mouse: false,
        no_links: false,
        save: |_, _| Err("nothing is saved here".into()),
        recall: |_| Ok(Box::default()),
        save_apart: |_, _| Err("nothing is saved here".into()),
        keep: |_, _| kamerbrief::app::kept::Saved::Unwanted,
        edit: |_, _, _| kamerbrief::app::own_note::edited::Edited::default(),
        settings: || Err(String::new()),
        clock: || None,
    };
    match terminal::run(&mut app, &terminal::keys()?, options, None)? {
        Some(signal) => terminal::act_as_unheard(signal),
        None => Ok(()),
    }
}

/// Plays the role that the arguments ask for, if they ask for one.
pub fn play(mut args: impl Iterator<Item = OsString>) -> Option<io::Result<()>> {
    let role = args.next()?;
    Some(match role.to_str()? {
        "launch" => launch(args),
        "names" => names(args.next()?.to_str()?.parse().ok()?),
        "panics" => panics(),
        _ => return None,
    })
}
