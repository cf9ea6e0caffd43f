//! Lends the terminal to the user's editor, and takes it back as it was, whatever the editor did to it.
//!
//! The editor runs in the group of this program: for a shell they are one job, and the keys that end or stop a job
//! reach both. Those that end it are for the editor. Where it is stopped, in whichever way, this program stops too,
//! and goes on with it.

use super::{
    device::Taken,
    output::{is_in_foreground, write_last},
    signals::Signals,
};
use crate::app::own_note::edited::Edited;
use rustix::{
    process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid},
    termios::{OptionalActions, Termios, tcgetattr, tcsetattr},
};
use std::{
    fs::File,
    io::{self, IsTerminal},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Starts an editor and waits for its end; how it ended.
pub type Start<'a> = &'a mut dyn FnMut(&mut Command) -> io::Result<ExitStatus>;

/// Has a text written in an editor that is started so, in a file whose name starts so; what came of it.
pub type Edit = fn(&str, &str, Start) -> Edited;

/// How long an editor may take to end once it is told to.
const PARTING: Duration = Duration::from_secs(2);

/// Undoes what an editor that was killed may have left: frames held back, reports of the mouse and of the focus,
/// keys that send other sequences, a part of the screen that scrolls, a look.
const TIDY: &[u8] =
    b"\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1006l\x1b[?2004l\x1b[?1l\x1b>\
    \x1b[r\x1b[0m\x1b[?7h\x1b[?25h";

/// Runs a program on a terminal that the reader has given back, and has that be as it was before; how it ended.
///
/// # Errors
/// When it does not start.
pub(super) fn run_on(
    taken: &Taken,
    program: &mut Command,
    signals: &mut Signals,
) -> io::Result<ExitStatus> {
    let before = tcgetattr(taken.keys()).ok();
    let ended = run(program, signals);
    put_back(taken, before.as_ref());
    ended
}

/// Has the terminal be as it was before an editor had it.
fn put_back(taken: &Taken, before: Option<&Termios>) {
    if !is_in_foreground() {
        return;
    }
    write_last(TIDY);
    if let Some(before) = before {
        let _ = tcsetattr(taken.keys(), OptionalActions::Now, before);
    }
}

/// Runs a program for a conversation in lines, which has taken nothing of the terminal; how it ended, and which
/// signal told this program to end meanwhile.
///
/// # Errors
/// When it does not start.
pub fn run_beside(program: &mut Command) -> io::Result<(ExitStatus, Option<i32>)> {
    static SIGNALS: Mutex<Option<Signals>> = Mutex::new(None);
    let mut kept = SIGNALS.lock().unwrap_or_else(PoisonError::into_inner);
    let signals = match kept.take() {
        Some(signals) => signals,
        None => Signals::now_and_then()?,
    };
    let signals = kept.insert(signals);
    signals.listen();
    let ended = run(program, signals);
    let told = signals.end();
    signals.listen_no_more();
    ended.map(|ended| (ended, told))
}

/// Runs a program until it ends. Where this program is told to end meanwhile, so is that one.
fn run(program: &mut Command, signals: &mut Signals) -> io::Result<ExitStatus> {
    signals.hear_children()?;
    on_terminal(program);
    let mut child = program.spawn()?;
    let ended = attend(&mut child, signals);
    signals.forget_keys();
    ended
}

/// Gives a program the terminal, also where this program reads or writes something else.
fn on_terminal(program: &mut Command) {
    let terminal = || {
        let opened = File::options().read(true).write(true).open("/dev/tty");
        opened.map_or_else(|_| Stdio::null(), Stdio::from)
    };
    if !io::stdin().is_terminal() {
        program.stdin(terminal());
    }
    if !io::stdout().is_terminal() {
        program.stdout(terminal());
    }
}

/// Waits for the end of a program.
fn attend(child: &mut Child, signals: &mut Signals) -> io::Result<ExitStatus> {
    let process = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let tell = |signal| process.map(|process| kill_process(process, signal));
    let mut until = None;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        signals.forget_keys();
        if signals.stopped() || process.is_some_and(is_stopped) {
            signals.stop()?;
            tell(Signal::CONT);
        }
        if until.is_none() && signals.end().is_some() {
            tell(Signal::TERM);
            until = Some(Instant::now() + PARTING);
        }
        if until.is_some_and(|until| until <= Instant::now()) {
            child.kill()?;
        }
        signals.sleep(until);
    }
}

/// Whether a program has stopped since this was last asked.
fn is_stopped(process: Pid) -> bool {
    let options = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG;
    matches!(waitid(WaitId::Pid(process), options), Ok(Some(_)))
}
