//! However the program ends, the terminal is given back.
//!
//! [`Pty::wait_for_end`] asserts it each time: alternate screen left, cursor back, mouse, bracketed
//! paste and every other mode off, no look, link or scroll region left, line mode as before.

use crate::{
    picture::{SCREENS, drawn, picture, press, reader, words},
    program::{clean, kamerbrief, shell},
    pty::Pty,
    seen::Fate,
};
use kamerbrief::{
    app::{Hits, message::Message, own_note::edited::Edited},
    tui::terminal,
};
use rustix::process::Signal;
use std::process::Command;

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
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut pty = open();
        pty.signal(signal);
        assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
    }
}

#[test]
fn it_ends_as_well_while_something_lies_over_the_text() {
    for overlay in SCREENS {
        let mut app = reader();
        let (columns, rows) = SIZE;
        app.update(Message::Resize { columns, rows });
        press(&mut app, overlay);
        for signal in [None, Some(Signal::TERM)] {
            let mut pty = open();
            pty.send(overlay);
            pty.wait_for_rows(&drawn(&app));
            let fate = if let Some(signal) = signal {
                pty.signal(signal);
                Fate::Killed(signal.as_raw())
            } else {
                // What lies over the text closes first, one thing after the other.
                pty.send("\x03\x03\x03\x03");
                Fate::Exited(0)
            };
            assert_eq!(pty.wait_for_end(), fate, "{overlay:?}");
        }
    }
}

#[test]
fn a_line_mode_of_ones_own_comes_back() {
    let script = r#"
        stty -echo -isig -ixon; before=$(stty -g)
        "$0"; code=$?
        test "$before" = "$(stty -g)" && echo "as before: $code"
        stty sane; stty echo isig ixon"#;
    let mut pty = Pty::open(shell(script), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty.send("q");
    pty.wait_for_fate();
    pty.wait_for_words("as before: 0");
}

/// Where keys cannot be read, or nothing can be drawn, although there is a terminal.
#[test]
fn what_fails_on_the_terminal_ends_it_with_a_sentence() {
    let said = words().cli().terminal;
    let said = &said[..said.find('{').unwrap()];
    for (script, draws) in [
        (r#"exec "$0" 0>/dev/tty"#, true),
        (r#"exec "$0" 1</dev/tty"#, false),
    ] {
        let mut pty = Pty::open(shell(script), (150, 30));
        if draws {
            pty.wait_for_rows(&picture((150, 30), &[]));
            pty.send("j");
        }
        assert_eq!(pty.wait_for_end(), Fate::Exited(2), "{script}");
        let rows = pty.seen().rows().into_iter();
        let rows: Vec<_> = rows.filter(|row| !row.is_empty()).collect();
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(
            rows[0].starts_with(&format!("kamerbrief: {said}")),
            "{rows:?}"
        );
    }
}

/// The kernel sends SIGHUP as well; whichever the program notices first.
#[track_caller]
fn assert_hung_up(fate: Fate) {
    let known = [Fate::Exited(0), Fate::Killed(Signal::HUP.as_raw())];
    assert!(known.contains(&fate), "{fate:?}");
}

/// A spinning program would use all the time there is until somebody kills it; one that ends at once
/// uses next to none, however slow the machine.
#[test]
fn a_terminal_that_goes_away_ends_it() {
    let piped = || shell(r#"exec "$0" </dev/null"#);
    for keys in SCREENS {
        // Where the session has no terminal no signal says that the terminal has gone.
        let apart = Pty::open_without_session(kamerbrief(), SIZE);
        for mut pty in [
            Pty::open(kamerbrief(), SIZE),
            apart,
            Pty::open(piped(), SIZE),
        ] {
            pty.wait_for_rows(&picture(SIZE, &[]));
            let before = pty.ticks();
            assert_hung_up(pty.hang_up(format!("{keys}\x0c")));
            let used = pty.seen().ticks.zip(before).map(|(end, start)| end - start);
            assert!(used.is_none_or(|ticks| ticks < 50), "{used:?} ticks");
        }
    }
}

#[test]
fn a_terminal_that_goes_away_while_it_is_stopped_ends_it() {
    let mut pty = open();
    pty.read_nothing();
    // It may be reading still, until this is drawn.
    pty.send("\x0c");
    pty.wait_for("a terminal that reads nothing", |seen| seen.stands_still);
    pty.signal(Signal::STOP);
    pty.wait_for("the stop", |seen| seen.fate == Fate::Stopped);
    assert_hung_up(pty.hang_up(""));
}

#[test]
fn a_terminal_that_goes_away_in_a_flood_of_keys_ends_it() {
    for _ in 0..20 {
        let mut pty = open();
        assert_hung_up(pty.hang_up(format!("\x0c{}", "jk".repeat(1000))));
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
    app.take_hits(Hits::new(String::new(), Vec::new(), 0));
    let keys = terminal::keys().unwrap();
    let options = terminal::Options {
        no_mouse: false,
        no_links: false,
        save: |_, _| Err("nothing to save to".into()),
        recall: |_| Ok(Box::default()),
        save_apart: |_, _| Err("nothing to save to".into()),
        keep: |_, _| kamerbrief::app::kept::Saved::Unwanted,
        edit: |_, _, _| Edited::default(),
        settings: || Err(String::new()),
        clock: || None,
    };
    terminal::run(&mut app, &keys, options, None).unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut command = clean(Command::new(std::env::current_exe().unwrap()));
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
