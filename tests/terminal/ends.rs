//! However the program ends, the terminal is given back.
//!
//! [`Pty::wait_for_end`] asserts it each time: alternate screen left, cursor back, mouse and
//! bracketed paste off, line mode as before.

use crate::{
    picture::{picture, reader},
    program::{clean, kamerbrief},
    pty::Pty,
    seen::Fate,
};
use kamerbrief::{
    app::{Hits, message::Message},
    tui::terminal,
};
use portable_pty::CommandBuilder;
use rustix::process::Signal;

const SIZE: (u16, u16) = (80, 24);

fn open() -> Pty {
    let pty = Pty::open(kamerbrief(), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    assert!(pty.is_raw());
    pty
}

#[test]
fn keys_end_it_with_success() {
    for key in ["q", "\x03"] {
        let mut pty = open();
        pty.send(key);
        assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{key:?}");
        let left = pty.seen().rows().concat();
        assert_eq!(left, "", "nothing stays behind on the screen");
    }
}

#[test]
fn signals_end_it_and_are_what_ended_it() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut pty = open();
        pty.signal(signal);
        assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
    }
}

#[test]
fn it_ends_as_well_while_something_lies_over_the_text() {
    for overlay in ["f", "?", "e\r"] {
        let mut pty = open();
        pty.send(overlay);
        let before = picture(SIZE, &[]);
        pty.wait_for("the overlay", |seen| seen.rows()[12] != before[12]);
        pty.send("\x03");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{overlay:?}");
    }
}

/// The kernel sends SIGHUP as well; whichever the program notices first.
#[track_caller]
fn assert_hung_up(fate: Fate) {
    let known = [Fate::Exited(0), Fate::Killed(Signal::HUP.as_raw())];
    assert!(known.contains(&fate), "{fate:?}");
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let mut pty = open();
    assert_hung_up(pty.hang_up("\x0c"));
    let ticks = pty.seen().ticks;
    assert!(ticks.is_none_or(|ticks| ticks < 100), "{ticks:?} ticks");
}

#[test]
fn a_terminal_that_goes_away_in_a_flood_of_keys_ends_it() {
    for _ in 0..20 {
        let mut pty = open();
        assert_hung_up(pty.hang_up("jk".repeat(1000)));
    }
}

#[test]
fn a_terminal_that_takes_no_output_keeps_it_from_nothing() {
    let mut pty = open();
    pty.send_and_read_no_more("\x0c".repeat(100));
    assert_eq!(
        pty.signal_until_it_ends(Signal::TERM),
        Fate::Killed(Signal::TERM.as_raw())
    );
}

/// Not a test of its own: what [`a_panic_gives_the_terminal_back`] runs in its terminal. The
/// variable keeps it from taking the terminal of whoever runs the ignored tests too.
#[test]
#[ignore = "runs in the terminal of another test"]
fn panics() {
    if std::env::var_os("KAMERBRIEF_PANICS").is_none() {
        return;
    }
    let mut app = reader();
    // Hits that promise to be at least one, and are none.
    app.hits = Some(Hits {
        name: String::new(),
        spans: Vec::new(),
        at: 0,
    });
    let keys = terminal::keys().unwrap();
    let options = terminal::Options {
        no_mouse: false,
        no_links: false,
        save: |_, _| Err("nothing to save to".into()),
    };
    terminal::run(&mut app, &keys, options).unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut command = clean(CommandBuilder::new(std::env::current_exe().unwrap()));
    command.args(["--exact", "ends::panics", "--ignored", "--nocapture"]);
    command.env("KAMERBRIEF_PANICS", "1");
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    pty.send("]");
    assert_eq!(pty.wait_for_end(), Fate::Exited(101));
    assert!(pty.seen().says("panicked at"), "{:?}", pty.seen().rows());
}
