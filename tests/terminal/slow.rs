//! Terminals that read slowly or not at all for a while, and terminals that answer nothing.

use crate::{
    picture::{SCREENS, drawn, picture, press, reader, words},
    program::{kamerbrief, shell},
    pty::Pty,
    seen::{Fate, MOST},
    sequences,
};
use kamerbrief::app::message::Message;
use rustix::process::Signal;
use std::process::Command;

const SIZE: (u16, u16) = (100, 30);

/// The bytes that wait in a terminal for somebody to read them are more than a frame of this size has, and
/// fewer than a hundred of them.
const HOLDS: usize = 100_000;

fn open(command: Command) -> Pty {
    let pty = Pty::open(command, SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty
}

/// Another reader starts, works and ends in a terminal of its own: that takes time.
fn another_reader_lives() {
    let mut pty = open(kamerbrief());
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

/// The terminal reads nothing while more is to be drawn than waits in it.
fn too_much(pty: &mut Pty) {
    pty.read_nothing();
    pty.send("\x0c".repeat(100) + "4");
    another_reader_lives();
}

/// What is to show then shows once the terminal reads again. Frames that nobody could have seen are not drawn.
fn the_last_arrives(mut pty: Pty) {
    let before = pty.seen().bytes.len();
    too_much(&mut pty);
    pty.read_by(MOST);
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    let written = pty.seen().bytes.len() - before;
    assert!(written < HOLDS, "{written} bytes");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn a_terminal_that_reads_nothing_for_a_while_shows_the_last_frame_then() {
    the_last_arrives(open(kamerbrief()));
}

#[test]
fn so_does_one_that_another_program_has_asked_not_to_wait() {
    // `dd` leaves the terminal so to all who share it; others say that they know no such flag.
    let script = r#"dd if=/dev/null oflag=nonblock 2>/dev/null || echo no; exec "$0""#;
    let pty = open(shell(script));
    if pty.seen().bytes.starts_with(b"no") {
        eprintln!("SKIPPED: dd cannot ask a terminal not to wait");
        return;
    }
    the_last_arrives(pty);
}

#[test]
fn told_to_end_meanwhile_it_gives_the_terminal_back_once_that_reads() {
    let mut pty = open(kamerbrief());
    too_much(&mut pty);
    pty.signal(Signal::TERM);
    pty.read_by(MOST);
    assert_eq!(
        pty.wait_for_end(),
        Fate::Killed(Signal::TERM.as_raw()),
        "the signal comes through"
    );
}

#[test]
fn a_terminal_that_reads_by_the_byte_shows_the_same() {
    let mut pty = Pty::open(kamerbrief(), SIZE);
    pty.read_by(1);
    pty.wait_for_rows(&picture(SIZE, &[]));
    for number in [4, 8, 0] {
        pty.send(number.to_string());
        pty.wait_for_rows(&picture(SIZE, &[Message::Section(number)]));
    }
    pty.resize((60, 20));
    pty.wait_for_rows(&picture((60, 20), &[Message::Section(0)]));
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn nothing_is_ever_asked_of_the_terminal() {
    for keys in SCREENS {
        let mut app = reader();
        let (columns, rows) = SIZE;
        app.update(Message::Resize { columns, rows });
        press(&mut app, keys);
        let mut pty = open(kamerbrief());
        pty.send(keys);
        pty.wait_for_rows(&drawn(&app));
        pty.wipe();
        pty.send("\x0c");
        pty.wait_for_rows(&drawn(&app));
        pty.resize((80, 24));
        let (columns, rows) = (80, 24);
        app.update(Message::Resize { columns, rows });
        pty.wait_for_rows(&drawn(&app));
        pty.send("\x03\x03\x03");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
        assert_eq!(sequences::queries(&pty.seen().bytes), [""; 0], "{keys:?}");
    }
    // Nor where a text goes through the terminal to the clipboard.
    let mut pty = open(kamerbrief());
    pty.send("4yp");
    pty.wait_for_words(words().copy.shown);
    pty.send("\x03\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    assert_eq!(sequences::queries(&pty.seen().bytes), [""; 0]);
}
