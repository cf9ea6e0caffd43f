//! A pseudo-terminal with a program in it, for tests that look at a program from outside and for benches that measure
//! one. How they wait for what it writes is their own.

use pty_process::{
    Size,
    blocking::{Command as Attached, Pts, open as open_pair},
};
use rustix::{
    fs::{Mode, OFlags, open},
    process::Pid,
    pty::ptsname,
    termios::{Winsize, tcgetattr, tcgetpgrp, tcsetwinsize},
};
use std::{
    ffi::OsStr,
    fs::File,
    io::{self, Write},
    num::NonZeroU16,
    os::fd::{AsFd, OwnedFd},
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
};

/// A pseudo-terminal.
pub struct Terminal {
    /// The end of it that plays the terminal: what the program writes is read here, and keys are written.
    pub file: File,
    line_mode: String,
}

impl Terminal {
    /// A terminal of so many columns and rows in which a command runs, with the variables that it names and no
    /// others. Its standard output may go elsewhere.
    pub fn open(
        size: (u16, u16),
        command: &Command,
        output: Option<Stdio>,
    ) -> io::Result<(Self, Child)> {
        Self::with(size, |program| {
            let mut attached = Attached::from(named_alone(command, command.get_program(), &[]));
            if let Some(output) = output {
                attached = attached.stdout(output);
            }
            attached.spawn(program).map_err(io::Error::other)
        })
    }

    /// The same for a command whose session has no terminal, though its streams are this one.
    #[allow(dead_code)] // nothing is measured so
    pub fn open_without_session(size: (u16, u16), command: &Command) -> io::Result<(Self, Child)> {
        Self::with(size, |program| {
            let program = program.as_fd().try_clone_to_owned()?;
            named_alone(command, OsStr::new("setsid"), &[command.get_program()])
                .stdin(program.try_clone()?)
                .stdout(program.try_clone()?)
                .stderr(program)
                .spawn()
        })
    }

    fn with(
        (columns, rows): (u16, u16),
        start: impl FnOnce(Pts) -> io::Result<Child>,
    ) -> io::Result<(Self, Child)> {
        /// One at a time: a program that is started while another terminal is being opened would inherit that
        /// one's end, and so keep it open.
        static OPENS: Mutex<()> = Mutex::new(());
        let _one = OPENS.lock().unwrap_or_else(PoisonError::into_inner);
        let (terminal, program) = open_pair().map_err(io::Error::other)?;
        terminal
            .resize(Size::new(rows, columns))
            .map_err(io::Error::other)?;
        let file = File::from(OwnedFd::from(terminal));
        let line_mode = line_mode(&file)?;
        Ok((Self { file, line_mode }, start(program)?))
    }

    /// Types keys, or what else a terminal sends.
    pub fn send(&self, keys: &[u8]) -> io::Result<()> {
        (&self.file).write_all(keys)
    }

    /// Gives it another size, and tells the program.
    #[allow(dead_code)] // benches keep to one size
    pub fn resize(&self, (columns, rows): (u16, u16)) -> io::Result<()> {
        let size = Winsize {
            ws_col: columns,
            ws_row: rows,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        Ok(tcsetwinsize(&self.file, size)?)
    }

    /// The end of it that the program has.
    #[allow(dead_code)] // only a test keeps it open
    pub fn tty(&self) -> io::Result<OwnedFd> {
        let name = ptsname(&self.file, Vec::new())?;
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        Ok(open(name, flags, Mode::empty())?)
    }

    /// The process in its foreground.
    #[allow(dead_code)] // only a shell has several
    pub fn foreground(&self) -> io::Result<Pid> {
        Ok(tcgetpgrp(&self.file)?)
    }

    /// Whether its line mode (termios) is another than before the command ran.
    pub fn has_other_line_mode(&self) -> io::Result<bool> {
        Ok(line_mode(&self.file)? != self.line_mode)
    }
}

/// A command with the variables that it names and no others, run by a program in front of which stand these words.
fn named_alone(command: &Command, program: &OsStr, before: &[&OsStr]) -> Command {
    let named = command.get_envs();
    let named = named.filter_map(|(name, value)| value.map(|value| (name, value)));
    let mut alone = Command::new(program);
    alone.args(before).args(command.get_args());
    alone.env_clear().envs(named);
    if let Some(folder) = command.get_current_dir() {
        alone.current_dir(folder);
    }
    alone
}

fn line_mode(terminal: impl AsFd) -> io::Result<String> {
    Ok(format!("{:?}", tcgetattr(terminal)?))
}

/// The columns and rows that a program counts on where a terminal announces these.
pub fn shown((columns, rows): (u16, u16)) -> (u16, u16) {
    let or = |announced, usual| if announced == 0 { usual } else { announced };
    (or(columns, 80), or(rows, 24))
}

/// The model of a terminal that announces so many columns and rows, and that nothing has been written to.
pub fn screen(size: (u16, u16)) -> vt100::Parser {
    let (rows, columns) = cells(size);
    vt100::Parser::new(rows, columns, 0)
}

/// Its rows and columns.
pub fn cells(size: (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let (columns, rows) = shown(size);
    let some = |cells| NonZeroU16::new(cells).expect("no screen of no cells");
    (some(rows), some(columns))
}
