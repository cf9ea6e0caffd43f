//! Terminals that nobody reads, or that stand still as at Ctrl-S: the program ends when it is told to, what
//! was typed is kept, the terminal is given back, and once somebody reads again the screen is right.

use crate::{
    folder::Folder,
    picture::picture,
    program::kamerbrief,
    pty::Pty,
    seen::{Fate, MOST},
};
use kamerbrief::app::message::Message;
use rustix::process::Signal;
use std::{
    path::Path,
    time::{Duration, Instant},
};

const SIZE: (u16, u16) = (100, 30);

/// It takes less than a second, but the machine may have other things to do.
const SOON: Duration = Duration::from_secs(10);

/// What keeps the program from writing on.
#[derive(Clone, Copy, Debug)]
enum Block {
    /// Nobody reads what it writes.
    Unread,
    /// The terminal stands still.
    Stopped,
}

const BLOCKS: [Block; 2] = [Block::Unread, Block::Stopped];

fn open(home: &Path, size: (u16, u16)) -> Pty {
    let mut command = kamerbrief();
    command.env("HOME", home);
    let pty = Pty::open(command, size);
    pty.wait_for_reader();
    pty
}

/// Has the program write more than the terminal takes.
fn block(pty: &mut Pty, by: Block) {
    match by {
        Block::Unread => pty.read_nothing(),
        Block::Stopped => pty.stop_output(),
    }
    for _ in 0..40 {
        pty.send("\x0c");
        let _ = pty.is_quiet_for(Duration::from_millis(5));
    }
}

fn unblock(pty: &Pty, by: Block) {
    match by {
        Block::Unread => pty.read_by(MOST),
        Block::Stopped => pty.go_on_with_output(),
    }
}

#[test]
fn told_to_end_it_ends_and_keeps_what_was_typed() {
    for by in BLOCKS {
        for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
            let folder = Folder::new(&format!("blocked-{by:?}-{}", signal.as_raw()));
            let mut pty = open(&folder.0, SIZE);
            pty.send("4aWie beta");
            pty.wait_for_words("│ Wie beta");
            block(&mut pty, by);
            let since = Instant::now();
            pty.signal(signal);
            assert_eq!(pty.wait_for_fate(), Fate::Killed(signal.as_raw()), "{by:?}");
            assert!(since.elapsed() < SOON, "{by:?}: {:?}", since.elapsed());
            unblock(&pty, by);
            assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
            let mut pty = open(&folder.0, SIZE);
            pty.send("4a");
            pty.wait_for_words("│ Wie beta");
            pty.send("\x03\x03");
            pty.wait_for_end();
        }
    }
}

/// Also where it is told again and again, as one does with a program that does not end.
#[test]
fn told_to_end_over_and_over_it_keeps_what_was_typed_too() {
    let folder = Folder::new("blocked-twice");
    let mut pty = open(&folder.0, SIZE);
    pty.send("4aWie beta");
    pty.wait_for_words("│ Wie beta");
    block(&mut pty, Block::Unread);
    assert_eq!(
        pty.signal_until_it_ends(Signal::TERM),
        Fate::Killed(Signal::TERM.as_raw())
    );
    unblock(&pty, Block::Unread);
    pty.wait_for_end();
    let mut pty = open(&folder.0, SIZE);
    pty.send("4a");
    pty.wait_for_words("│ Wie beta");
    pty.send("\x03\x03");
    pty.wait_for_end();
}

#[test]
fn after_it_the_screen_is_right_without_a_key() {
    for by in BLOCKS {
        let mut pty = open(Path::new("/dev/null"), SIZE);
        block(&mut pty, by);
        pty.send("45");
        pty.resize((80, 24));
        pty.send("6");
        let _ = pty.is_quiet_for(Duration::from_millis(50));
        unblock(&pty, by);
        pty.wait_for_rows(&picture((80, 24), &[Message::Section(6)]));
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}

#[test]
fn a_key_ends_it_too() {
    for by in BLOCKS {
        let mut pty = open(Path::new("/dev/null"), SIZE);
        block(&mut pty, by);
        pty.send("q");
        assert_eq!(pty.wait_for_fate(), Fate::Exited(0), "{by:?}");
        unblock(&pty, by);
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}

#[test]
fn waiting_for_the_terminal_it_does_not_spin() {
    for by in BLOCKS {
        let mut pty = open(Path::new("/dev/null"), SIZE);
        block(&mut pty, by);
        let before = pty.ticks();
        let _ = pty.is_quiet_for(Duration::from_millis(500));
        let used = pty.ticks().zip(before).map(|(end, start)| end - start);
        assert!(
            used.is_none_or(|ticks| ticks < 10),
            "{by:?}: {used:?} ticks"
        );
        pty.signal(Signal::TERM);
        assert_eq!(pty.wait_for_fate(), Fate::Killed(Signal::TERM.as_raw()));
    }
}
