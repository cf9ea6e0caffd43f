//! Stopping and going on, under a shell with job control and without.

use crate::{
    picture::picture,
    program::{kamerbrief, shell},
    pty::Pty,
    seen::{Fate, Modes, unread},
};
use kamerbrief::app::message::Message;
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs,
    time::{Duration, Instant},
};

const SIZE: (u16, u16) = (100, 30);

/// Runs what is in its place in the foreground; once that has stopped, takes a line from the
/// terminal and lets it go on.
fn job(command: &str) -> String {
    format!(
        r#"set -m; {command}; echo "left: $?"; read -r line; echo "said: $line"; fg; echo "ended: $?""#
    )
}

/// Blocks until the reader has taken a terminal of which nothing was left, and shows a section.
fn reader_again(pty: &Pty, section: u32) {
    let rows = picture(SIZE, &[Message::Section(section)]);
    pty.wait_for("the reader again", |seen| {
        seen.modes() == Modes::TAKEN && unread(&seen.rows()) == unread(&rows)
    });
}

/// Stops the reader, uses the terminal for something else, and goes on.
fn stops_and_goes_on(command: &str, stop: impl Fn(&mut Pty)) {
    let mut pty = Pty::open(shell(&job(command)), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    stop(&mut pty);
    pty.wait_for_words("left: 1");
    pty.assert_free();
    pty.wipe();
    pty.send("ja\n");
    reader_again(&pty, 4);
    assert!(pty.is_raw());
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    let seen = pty.seen();
    assert!(
        seen.says("said: ja") && seen.says("ended: 0"),
        "{:?}",
        seen.rows()
    );
}

#[test]
fn ctrl_z_stops_it_until_it_is_wanted_again() {
    stops_and_goes_on(r#""$0""#, |pty| pty.send("\x1a"));
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back() {
    stops_and_goes_on(r#""$0""#, |pty| {
        kill_process(pty.foreground(), Signal::TSTP).unwrap();
    });
}

#[test]
fn who_runs_it_stops_with_it() {
    // As `cargo run` does: a parent in the same process group, which waits.
    stops_and_goes_on(r#"/bin/sh -c '"$0"; exit $?' "$0""#, |pty| pty.send("\x1a"));
}

#[test]
fn started_in_the_background_it_stops_until_it_is_wanted() {
    let script = r#"
        set -m; "$0" & wait $!
        echo "left: 1"; read -r line; fg; echo "ended: $?""#;
    let mut pty = Pty::open(shell(script), SIZE);
    pty.wait_for_words("left: 1");
    pty.assert_free();
    pty.send("ja\n");
    reader_again(&pty, 0);
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    assert!(pty.seen().says("ended: 0"), "{:?}", pty.seen().rows());
}

/// Blocks until the system says that a process is in one of these states: stopped is T, ended is Z (nobody
/// has taken notice yet) or none. Where it says nothing of processes, nothing is known.
#[track_caller]
fn wait_for_state(pty: &Pty, pid: Pid, states: &[Option<char>]) {
    let until = Instant::now() + Duration::from_secs(20);
    while fs::metadata("/proc/self/stat").is_ok() {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let state = stat
            .rsplit(") ")
            .next()
            .and_then(|rest| rest.chars().next());
        if states.contains(&state) {
            return;
        }
        assert!(Instant::now() < until, "it is {state:?}, not {states:?}");
        let _ = pty.is_quiet_for(Duration::from_millis(5));
    }
}

/// Who is to end a program that stands still tells it to go on as well, or the system does. The terminal is
/// another's by then: the program neither sets it, for which it would be stopped again, nor writes to it.
#[test]
fn told_to_end_while_it_is_stopped_it_ends() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        for stop in ["\x1a", ""] {
            // Other shells set the terminal again where a program stops that could not.
            let set = if stop.is_empty() { "stty sane;" } else { "" };
            let script = r#"set -m; "$0"; SET echo "left: $?"; read -r line; echo "said: $line""#;
            let mut pty = Pty::open(shell(&script.replace("SET", set)), SIZE);
            pty.wait_for_rows(&picture(SIZE, &[]));
            let reader = pty.foreground();
            if stop.is_empty() {
                kill_process(reader, Signal::STOP).unwrap();
            } else {
                pty.send(stop);
                pty.wait_for_words("left: ");
            }
            // A shell that has not yet seen its program stand still sees it die of what ended it, and dies too.
            let until = Instant::now() + Duration::from_secs(20);
            while pty.foreground() == reader {
                assert!(
                    Instant::now() < until,
                    "the shell does not take its terminal"
                );
                let _ = pty.is_quiet_for(Duration::from_millis(5));
            }
            wait_for_state(&pty, reader, &[Some('T')]);
            let written = pty.seen().bytes.len();
            kill_process(reader, signal).unwrap();
            kill_process(reader, Signal::CONT).unwrap();
            wait_for_state(&pty, reader, &[Some('Z'), Some('X'), None]);
            if !stop.is_empty() {
                pty.assert_free();
                assert_eq!(pty.seen().bytes.len(), written);
            }
            pty.send("ja\n");
            pty.wait_for_words("said: ja");
            assert_eq!(pty.wait_for_fate(), Fate::Exited(0));
            assert_eq!(pty.seen().modes(), Modes::FREE);
        }
    }
}

#[test]
fn told_to_end_after_it_has_gone_on_it_ends_as_ever() {
    let mut pty = Pty::open(shell(&job(r#""$0""#)), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    let reader = pty.foreground();
    pty.send("\x1a");
    pty.wait_for_words("left: 1");
    pty.wipe();
    pty.send("ja\n");
    reader_again(&pty, 0);
    kill_process(reader, Signal::TERM).unwrap();
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    assert!(pty.seen().says("ended: 143"), "{:?}", pty.seen().rows());
}

#[test]
fn it_does_not_stop_where_nobody_could_wake_it() {
    let mut pty = Pty::open(kamerbrief(), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty.wipe();
    pty.send("\x1a4");
    reader_again(&pty, 4);
    pty.wipe();
    pty.signal(Signal::TSTP);
    pty.send("5");
    reader_again(&pty, 5);
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn after_a_stop_that_cannot_be_caught_it_draws_the_whole_screen() {
    let mut pty = Pty::open(kamerbrief(), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty.signal(Signal::STOP);
    pty.wait_for("the stop", |seen| seen.fate == Fate::Stopped);
    pty.wipe();
    pty.send("4");
    pty.signal(Signal::CONT);
    reader_again(&pty, 4);
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn what_is_to_be_selected_by_hand_still_is_after_a_stop() {
    let mut pty = Pty::open(kamerbrief(), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    // Where a copy cannot be known to arrive, the text is shown and the mouse left alone.
    pty.send("4yp");
    pty.wait_for("the mouse left alone", |seen| {
        seen.modes() == Modes::TAKEN_WITHOUT_MOUSE
    });
    pty.wait_for_words("om kennis uit te wisselen");
    pty.signal(Signal::STOP);
    pty.wait_for("the stop", |seen| seen.fate == Fate::Stopped);
    pty.wipe();
    pty.signal(Signal::CONT);
    pty.wait_for("the reader again", |seen| {
        seen.modes() == Modes::TAKEN_WITHOUT_MOUSE && seen.says("om kennis uit te wisselen")
    });
    pty.send("\x1b");
    reader_again(&pty, 4);
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}
