//! A pseudo-terminal with a program in it.
//!
//! One thread reads what is written to the terminal into a picture of its screen, another waits for
//! what becomes of the process. Both wake whoever waits in [`Pty::wait_for`], so that no test ever
//! sleeps; the limit there only ends a test that hangs.

use crate::{
    program::is_new_home,
    seen::{self, Fate, Modes, Pace, Seen, Watched, unread},
    sequences,
    terminal::{Terminal, cells, screen},
};
use rustix::{
    process::{Pid, Signal, kill_process},
    termios::{Action, tcflow},
};
use std::{
    collections::BTreeSet,
    fs,
    os::fd::OwnedFd,
    path::PathBuf,
    process::{Child, Command},
    sync::MutexGuard,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long a test may wait for what it wants to see.
const LIMIT: Duration = Duration::from_mins(1);

/// A terminal with a program in it.
pub struct Pty {
    terminal: Option<Terminal>,
    /// The end that the program has, kept open so that what it wrote is read to its end.
    tty: Option<OwnedFd>,
    reads: Option<JoinHandle<()>>,
    watched: Watched,
    pid: Pid,
    /// Its home, where nobody else has it.
    home: Option<PathBuf>,
}

#[allow(clippy::needless_pass_by_value)] // a command is made for one terminal
impl Pty {
    /// A terminal of so many columns and rows in which the command runs.
    pub fn open(command: Command, size: (u16, u16)) -> Self {
        let opened = Terminal::open(size, &command, None).unwrap();
        Self::watching(&command, size, opened)
    }

    /// The same for a command whose session has no terminal.
    pub fn open_without_session(command: Command, size: (u16, u16)) -> Self {
        let opened = Terminal::open_without_session(size, &command).unwrap();
        Self::watching(&command, size, opened)
    }

    fn watching(command: &Command, size: (u16, u16), (terminal, child): (Terminal, Child)) -> Self {
        let watched = Watched::new(screen(size));
        let home = command.get_envs().find(|(name, _)| *name == "HOME");
        let home = home.and_then(|(_, home)| home).map(PathBuf::from);
        let home = home.filter(|home| is_new_home(home));
        let pid = Pid::from_raw(child.id().try_into().unwrap()).unwrap();
        let tty = terminal.tty().unwrap();
        let output = terminal.file.try_clone().unwrap();
        let reads = {
            let watched = watched.clone();
            thread::spawn(move || seen::read(output, &watched))
        };
        {
            let watched = watched.clone();
            thread::spawn(move || seen::attend(pid, &watched));
        }
        Self {
            terminal: Some(terminal),
            tty: Some(tty),
            reads: Some(reads),
            watched,
            pid,
            home,
        }
    }

    fn terminal(&self) -> &Terminal {
        self.terminal.as_ref().unwrap()
    }

    /// What is seen now.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.watched.seen()
    }

    /// Blocks until what is seen is as wanted.
    #[track_caller]
    pub fn wait_for(&self, what: &str, wanted: impl FnMut(&Seen) -> bool) {
        if !self.watched.wait(LIMIT, wanted) {
            let seen = self.seen();
            let (rows, fate) = (seen.rows().join("\n"), seen.fate);
            drop(seen);
            panic!("waited in vain for {what}; the process: {fate:?}; the screen:\n{rows}");
        }
    }

    /// Blocks until the screen says this.
    #[track_caller]
    pub fn wait_for_words(&self, words: &str) {
        self.wait_for(words, |seen| seen.says(words));
    }

    /// Blocks until the screen shows these rows and no others. How much of each section has been read does
    /// not matter: that depends on what came by before.
    #[track_caller]
    pub fn wait_for_rows(&self, rows: &[String]) {
        let what = format!("these rows:\n{}\n", rows.join("\n"));
        let rows = unread(rows);
        self.wait_for(&what, |seen| unread(&seen.rows()) == rows);
    }

    /// Blocks for this long or until something is written; whether nothing was.
    pub fn is_quiet_for(&self, time: Duration) -> bool {
        let before = self.seen().bytes.len();
        !self.watched.wait(time, |seen| seen.bytes.len() > before)
    }

    /// Blocks until the reader has drawn its first frame and taken the terminal.
    #[track_caller]
    pub fn wait_for_reader(&self) {
        self.wait_for("the reader", |seen| {
            seen.modes() == Modes::TAKEN && seen.last_row().contains(" %")
        });
    }

    /// Types keys, or what else a terminal sends.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.terminal().send(keys.as_ref()).unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&self, size: (u16, u16)) {
        let (rows, columns) = cells(size);
        self.seen().terminal.set_size(rows, columns);
        self.announce(size);
    }

    /// Has the terminal announce a size, but shows what is drawn as before.
    pub fn announce(&self, size: (u16, u16)) {
        self.terminal().resize(size).unwrap();
    }

    /// Has the terminal stand still, as Ctrl-S does.
    pub fn stop_output(&self) {
        tcflow(self.tty.as_ref().unwrap(), Action::OOff).unwrap();
    }

    /// Ends that, as Ctrl-Q does.
    pub fn go_on_with_output(&self) {
        tcflow(self.tty.as_ref().unwrap(), Action::OOn).unwrap();
    }

    /// Wipes the picture of the screen, so that only what is drawn from now on stands there.
    pub fn wipe(&self) {
        let (rows, columns) = self.seen().screen().size();
        self.seen().terminal = screen((columns.get(), rows.get()));
    }

    /// Sends the process a signal, if it is still there.
    pub fn signal(&self, signal: Signal) {
        let _ = kill_process(self.pid, signal);
    }

    /// Sends the process a signal again and again until it has ended.
    #[track_caller]
    pub fn signal_until_it_ends(&self, signal: Signal) -> Fate {
        let often = Duration::from_millis(10);
        let until = Instant::now() + LIMIT;
        while Instant::now() < until && !self.watched.wait(often, Seen::has_ended) {
            self.signal(signal);
        }
        self.wait_for_fate()
    }

    /// The process in the foreground of the terminal.
    pub fn foreground(&self) -> Pid {
        self.terminal().foreground().unwrap()
    }

    /// Whether the line mode (termios) is another than before the command ran.
    pub fn is_raw(&self) -> bool {
        self.terminal().has_other_line_mode().unwrap()
    }

    /// Asserts that the terminal is as it was before the command ran.
    #[track_caller]
    pub fn assert_free(&self) {
        assert!(!self.is_raw());
        let seen = self.seen();
        assert_eq!(seen.modes(), Modes::FREE);
        assert_eq!(sequences::left(&seen.bytes), BTreeSet::new());
    }

    /// Blocks until the process has ended and all that it wrote is seen, then asserts that its
    /// terminal is as it was.
    #[track_caller]
    pub fn wait_for_end(&mut self) -> Fate {
        let fate = self.wait_for_fate();
        self.tty = None;
        self.wait_for("the end of the output", |seen| seen.silent);
        self.assert_free();
        fate
    }

    /// Blocks until the process has ended, whatever becomes of its terminal.
    #[track_caller]
    pub fn wait_for_fate(&self) -> Fate {
        self.wait_for("the end of the process", Seen::has_ended);
        self.seen().fate
    }

    /// From now on the terminal reads so many bytes at once.
    pub fn read_by(&self, bytes: usize) {
        self.watched.note(|seen| seen.pace = Pace::Bytes(bytes));
    }

    /// From now on the terminal reads nothing, so that who writes much has to wait.
    pub fn read_nothing(&self) {
        self.watched.note(|seen| seen.pace = Pace::Held);
    }

    /// Types keys and reads nothing any more of what the process writes, once it has written
    /// something: that wakes the reading thread, which then lets go of its end of the terminal. So these
    /// have to be keys that change the screen.
    #[track_caller]
    pub fn send_and_read_no_more(&mut self, keys: impl AsRef<[u8]>) {
        self.watched.note(|seen| seen.pace = Pace::Deaf);
        self.send(keys);
        self.wait_for("anything drawn for these keys", |seen| seen.stands_still);
        self.reads.take().unwrap().join().unwrap();
    }

    /// Closes the terminal while the process is busy with these keys, as a terminal window does, and
    /// blocks until the process has ended.
    #[track_caller]
    pub fn hang_up(&mut self, keys: impl AsRef<[u8]>) -> Fate {
        self.send_and_read_no_more(keys);
        self.tty = None;
        self.terminal = None;
        self.wait_for_fate()
    }

    /// The processor time that the process has used, in ticks, where the system tells.
    pub fn ticks(&self) -> Option<u64> {
        seen::ticks(self.pid)
    }

    /// How often the process has been put to sleep, where the system tells.
    pub fn switches(&self) -> Option<u64> {
        seen::switches(self.pid)
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let ended = self.seen().has_ended();
        if !ended {
            self.signal(Signal::KILL);
        }
        if let Some(home) = &self.home {
            let _ = fs::remove_dir_all(home);
        }
    }
}
