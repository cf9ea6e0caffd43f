//! Screens of all sizes, and sizes that change while the reader runs.

use crate::{
    picture::{SCREENS, drawn, picture, press, reader, words},
    program::{kamerbrief, shell},
    pty::Pty,
    seen::{Fate, Modes},
    terminal::shown,
};
use kamerbrief::app::message::Message;
use rustix::process::Signal;

/// The smallest and the largest, those on both sides of a change in what is shown, and terminals that
/// do not say how large they are.
const SIZES: [(u16, u16); 24] = [
    (1, 1),
    (1, 200),
    (500, 1),
    (2, 3),
    (19, 5),
    (20, 4),
    (20, 5),
    (20, 200),
    (500, 5),
    (40, 12),
    (69, 24),
    (70, 24),
    (89, 15),
    (90, 16),
    (80, 24),
    (149, 40),
    (150, 40),
    (300, 60),
    (500, 200),
    (0, 0),
    (0, 30),
    (100, 0),
    (0, 1),
    (1, 0),
];

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

/// The message that the screen has another size.
fn resized(size: (u16, u16)) -> Message {
    let (columns, rows) = shown(size);
    Message::Resize { columns, rows }
}

#[test]
fn it_opens_at_every_size() {
    for size in SIZES {
        let pty = Pty::open(kamerbrief(), size);
        let rows = picture(shown(size), &[]);
        pty.wait_for(&format!("the picture of {size:?}"), |seen| {
            seen.modes() == Modes::TAKEN && seen.rows() == rows
        });
        quit(pty);
    }
}

#[test]
fn every_screen_takes_on_every_size() {
    for keys in SCREENS {
        let mut app = reader();
        app.update(resized((120, 36)));
        press(&mut app, keys);
        let mut pty = Pty::open(kamerbrief(), (120, 36));
        pty.wait_for_reader();
        pty.send(keys);
        pty.wait_for_rows(&drawn(&app));
        for size in SIZES {
            pty.resize(size);
            app.update(resized(size));
            pty.wait_for_rows(&drawn(&app));
        }
        pty.send("\x03\x03\x03");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{keys:?}");
    }
}

#[test]
fn a_screen_that_is_too_small_says_so() {
    let mut pty = Pty::open(kamerbrief(), (15, 4));
    let said = |rows: &[String]| rows.join(" ").trim_end().to_owned();
    pty.wait_for("the sentence", |seen| {
        seen.modes() == Modes::TAKEN && said(&seen.rows()) == words().reader.too_small
    });
    pty.resize((80, 24));
    pty.wait_for_rows(&picture((80, 24), &[]));
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn another_size_draws_another_screen() {
    let mut pty = Pty::open(kamerbrief(), (120, 36));
    pty.wait_for_reader();
    pty.send("5");
    for size in [(80, 24), (60, 20), (160, 50), (20, 5), (120, 36)] {
        pty.resize(size);
        pty.wait_for_rows(&picture(size, &[Message::Section(5)]));
    }
    quit(pty);
}

#[test]
fn a_burst_of_sizes_ends_in_the_right_picture() {
    let mut pty = Pty::open(kamerbrief(), (120, 36));
    pty.wait_for_reader();
    // Two hundred, from one end to the other and back, each far from the one before.
    for step in 0..200_u16 {
        pty.resize((1 + step * 83 % 500, 1 + step * 37 % 200));
    }
    pty.resize((100, 30));
    pty.wait_for_rows(&picture((100, 30), &[]));
    // What was drawn for a size that had gone would show up in a next frame.
    pty.send("4");
    pty.wait_for_rows(&picture((100, 30), &[Message::Section(4)]));
    quit(pty);
}

#[test]
fn after_no_size_at_all_the_screen_is_drawn_again() {
    for size in [(80, 24), (100, 30)] {
        let mut pty = Pty::open(kamerbrief(), size);
        pty.wait_for_reader();
        pty.send("4");
        pty.wait_for_rows(&picture(size, &[Message::Section(4)]));
        for none in [(0, 0), (size.0, 0), (0, size.1)] {
            pty.announce(none);
            // A terminal that had no cells has lost what was in them.
            pty.wipe();
            pty.announce(size);
            pty.wait_for_rows(&picture(size, &[Message::Section(4)]));
        }
        quit(pty);
    }
}

#[test]
fn told_of_a_size_that_is_as_before_it_draws_the_whole_screen() {
    let pty = Pty::open(kamerbrief(), (100, 30));
    pty.wait_for_reader();
    pty.wipe();
    pty.signal(Signal::WINCH);
    pty.wait_for_rows(&picture((100, 30), &[]));
    quit(pty);
}

/// Nobody has such a terminal, but one may say so. The limit keeps a failure of this from the memory of
/// the machine.
#[test]
fn a_size_beyond_all_measure_takes_no_memory_for_it() {
    let limited = r#"ulimit -v 1000000; exec "$0""#;
    let huge = [
        (65535, 65535),
        (65535, 1),
        (1, 65535),
        (65535, 40),
        (90, 65535),
        (20000, 20000),
    ];
    for size in huge {
        let mut pty = Pty::open(shell(limited), (100, 30));
        pty.wait_for_reader();
        pty.announce(size);
        pty.send("4");
        let _ = pty.is_quiet_for(std::time::Duration::from_millis(50));
        pty.announce((100, 30));
        // Which paragraph was current in a screen of one row is not asked here.
        pty.send("4");
        pty.wait_for_rows(&picture((100, 30), &[Message::Section(4)]));
        quit(pty);
    }
}

#[test]
fn a_command_prints_lines_of_eighty_cells_where_the_terminal_does_not_say() {
    let mut command = kamerbrief();
    command.args(["show", "4.1"]);
    let mut pty = Pty::open(command, (0, 0));
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    let lengths: Vec<_> = pty
        .seen()
        .rows()
        .iter()
        .map(|row| row.chars().count())
        .collect();
    let longest = lengths.into_iter().max();
    assert!(
        longest.is_some_and(|longest| (70..=80).contains(&longest)),
        "{longest:?}"
    );
}
