//! A pseudo-terminal with a program in it.
//!
//! One thread reads what is written to the terminal into a picture of its screen, another waits for
//! what becomes of the process. Both wake whoever waits in [`Pty::wait_for`], so that no test ever
//! sleeps; the limit there only ends a test that hangs.

use crate::{
    program::is_new_home,
    seen::{self, Fate, Modes, Pace, Seen, Watched, unread},
    sequences,
};
use portable_pty::{CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::{
    fs::{Mode, OFlags, open},
    process::{Pid, Signal, kill_process},
    termios::{Action, OptionalActions, SpecialCodeIndex, tcflow, tcgetattr, tcsetattr},
};
use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    num::NonZeroU16,
    os::fd::OwnedFd,
    path::PathBuf,
    sync::MutexGuard,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long a test may wait for what it wants to see.
const LIMIT: Duration = Duration::from_mins(1);

/// A terminal with a program in it.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn SlavePty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    reads: Option<JoinHandle<()>>,
    watched: Watched,
    pid: Pid,
    line_mode: String,
    /// Its home, where nobody else has it.
    home: Option<PathBuf>,
}

impl Pty {
    /// A terminal of so many columns and rows in which the command runs.
    pub fn open(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let watched = Watched::new(terminal(columns, rows));
        let line_mode = line_mode(&*pair.master);
        let home = command.get_env("HOME").map(PathBuf::from);
        let home = home.filter(|home| is_new_home(home));
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        let output = pair.master.try_clone_reader().unwrap();
        let reads = {
            let watched = watched.clone();
            thread::spawn(move || seen::read(output, &watched))
        };
        {
            let watched = watched.clone();
            thread::spawn(move || seen::attend(pid, &watched));
        }
        Self {
            keys: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            slave: Some(pair.slave),
            reads: Some(reads),
            watched,
            pid,
            line_mode,
            home,
        }
    }

    fn master(&self) -> &(dyn MasterPty + Send) {
        self.master.as_deref().unwrap()
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
        let to = self.keys.as_mut().unwrap();
        to.write_all(keys.as_ref()).unwrap();
        to.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&self, (columns, rows): (u16, u16)) {
        let (rows_there, columns_there) = nonzero(columns, rows);
        self.seen().terminal.set_size(rows_there, columns_there);
        self.master().resize(size(columns, rows)).unwrap();
    }

    /// Has the terminal announce a size, but shows what is drawn as before.
    pub fn announce(&self, (columns, rows): (u16, u16)) {
        self.master().resize(size(columns, rows)).unwrap();
    }

    /// Has the terminal stand still, as Ctrl-S does.
    pub fn stop_output(&self) {
        tcflow(self.tty(), Action::OOff).unwrap();
    }

    /// Ends that, as Ctrl-Q does.
    pub fn go_on_with_output(&self) {
        tcflow(self.tty(), Action::OOn).unwrap();
    }

    /// The end of the terminal that the program has.
    fn tty(&self) -> OwnedFd {
        let flags = OFlags::RDWR | OFlags::NOCTTY;
        open(self.master().tty_name().unwrap(), flags, Mode::empty()).unwrap()
    }

    /// Wipes the picture of the screen, so that only what is drawn from now on stands there.
    pub fn wipe(&self) {
        let (rows, columns) = self.seen().screen().size();
        self.seen().terminal = terminal(columns.get(), rows.get());
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
        let leader = self.master().process_group_leader().unwrap();
        Pid::from_raw(leader).unwrap()
    }

    /// Whether the line mode (termios) is another than before the command ran.
    pub fn is_raw(&self) -> bool {
        line_mode(self.master()) != self.line_mode
    }

    /// Asserts that the terminal is as it was before the command ran.
    #[track_caller]
    pub fn assert_free(&self) {
        assert_eq!(line_mode(self.master()), self.line_mode);
        let seen = self.seen();
        assert_eq!(seen.modes(), Modes::FREE);
        assert_eq!(sequences::left(&seen.bytes), BTreeSet::new());
    }

    /// Blocks until the process has ended and all that it wrote is seen, then asserts that its
    /// terminal is as it was.
    #[track_caller]
    pub fn wait_for_end(&mut self) -> Fate {
        let fate = self.wait_for_fate();
        self.slave = None;
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
        self.type_nothing_more();
        self.slave = None;
        self.keys = None;
        self.master = None;
        self.wait_for_fate()
    }

    /// Takes its key for the end of a file away from the terminal. The writer of a pty types it behind a
    /// line end when it is dropped, if there is one, and a program that is quick takes both for keys.
    fn type_nothing_more(&self) {
        let tty = self.tty();
        let mut modes = tcgetattr(&tty).unwrap();
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&tty, OptionalActions::Now, &modes).unwrap();
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

fn line_mode(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

/// Rows and columns as a terminal shows them, also where it announces none.
fn nonzero(columns: u16, rows: u16) -> (NonZeroU16, NonZeroU16) {
    let (columns, rows) = shown((columns, rows));
    (rows.try_into().unwrap(), columns.try_into().unwrap())
}

/// The columns and rows that a program counts on where a terminal announces these.
pub fn shown((columns, rows): (u16, u16)) -> (u16, u16) {
    let or = |announced, usual| if announced == 0 { usual } else { announced };
    (or(columns, 80), or(rows, 24))
}

fn terminal(columns: u16, rows: u16) -> vt100::Parser {
    let (rows, columns) = nonzero(columns, rows);
    vt100::Parser::new(rows, columns, 0)
}
