//! The reader opens, and shows what it is told to.

use crate::{
    picture::{picture, reader},
    program::kamerbrief,
    pty::Pty,
    seen::{Fate, unread},
};
use kamerbrief::letter::{self, Language};
use rustix::process::Signal;
use std::time::Duration;

#[test]
fn letter_sidebar_and_bars_stand_on_the_screen() {
    let letter = letter::embedded();
    for size in [(120, 36), (80, 24), (60, 20)] {
        let mut pty = Pty::open(kamerbrief(), size);
        pty.wait_for_rows(&picture(size, &[]));
        let rows = unread(&pty.seen().rows());
        assert!(rows[0].contains("36 800 XVII, nr. 9"), "{}", rows[0]);
        for section in letter.sections() {
            let title = letter.title(section).unwrap().get(Language::Dutch);
            let first: String = title.chars().take(12).collect();
            let beside = rows.iter().filter(|row| row.contains('│')).any(|row| {
                let (sidebar, _) = row.split_once('│').unwrap();
                sidebar.contains(&format!("{}  {first}", section.number))
            });
            assert_eq!(beside, size.0 >= 70, "{title} at {size:?}");
        }
        assert!(pty.seen().says("Het kabinet dankt de Adviesraad"));
        assert!(pty.seen().last_row().contains(" %"));
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}

#[test]
fn it_opens_where_it_is_told_to() {
    let size = (100, 30);
    let mut app = reader();
    let start = app
        .reader()
        .letter
        .locate("4.2".parse().unwrap())
        .unwrap()
        .start;
    app.start_at(start);
    let mut command = kamerbrief();
    command.args(["--at", "4.2"]);
    let mut pty = Pty::open(command, size);
    pty.wait_for_reader();
    pty.wait_for("the address", |seen| seen.last_row().starts_with(" 4.2 "));
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));

    let mut command = kamerbrief();
    command.args(["--find", "civicus"]);
    let mut pty = Pty::open(command, size);
    pty.wait_for("the first hit", |seen| {
        seen.last_row().contains("CIVICUS 1/2")
    });
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn half_a_key_keeps_nothing_else_out() {
    // The first byte of two, a sequence that no key sends, the start of a paste.
    for half in [&b"\xc3"[..], b"\x1b[57z", b"\x1b[200~raad"] {
        let mut pty = Pty::open(kamerbrief(), (120, 36));
        pty.wait_for_rows(&picture((120, 36), &[]));
        pty.send(half);
        // Until it has surely been read; were it not, the test would only prove less.
        let _ = pty.is_quiet_for(Duration::from_millis(100));
        pty.resize((80, 24));
        pty.wait_for_rows(&picture((80, 24), &[]));
        pty.signal(Signal::TERM);
        assert_eq!(pty.wait_for_end(), Fate::Killed(Signal::TERM.as_raw()));
    }
}
