//! A reader with nothing to do does nothing: it does not wake, and writes nothing.

use crate::{
    picture::{SCREENS, drawn, picture, press, reader},
    program::kamerbrief,
    pty::Pty,
    seen::Fate,
};
use kamerbrief::app::message::Message;

const SIZE: (u16, u16) = (100, 30);

/// What a process did so far: how often it was put to sleep, the processor time it used, in ticks, and
/// the bytes it wrote.
fn deeds(pty: &Pty) -> (u64, u64, usize) {
    let (switches, ticks) = (pty.switches().unwrap(), pty.ticks().unwrap());
    (switches, ticks, pty.seen().bytes.len())
}

/// Other readers start, work and end, one after another: that takes time.
fn other_readers_live(count: u32) {
    for _ in 0..count {
        let mut pty = Pty::open(kamerbrief(), SIZE);
        pty.wait_for_rows(&picture(SIZE, &[]));
        pty.send("4");
        pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}

#[test]
fn an_idle_screen_wakes_for_nothing() {
    let screens = SCREENS.map(|keys| {
        let mut app = reader();
        let (columns, rows) = SIZE;
        app.update(Message::Resize { columns, rows });
        press(&mut app, keys);
        let mut pty = Pty::open(kamerbrief(), SIZE);
        pty.wait_for_reader();
        pty.send(keys);
        pty.wait_for_rows(&drawn(&app));
        pty
    });
    if screens[0].switches().is_none() {
        eprintln!("SKIPPED: the system does not tell how often a process wakes");
        return;
    }
    let all = || screens.iter().map(deeds).collect::<Vec<_>>();
    // What shows was drawn just now: each first comes to the end of that.
    let settled = (0..20).any(|_| {
        let before = all();
        other_readers_live(1);
        all() == before
    });
    assert!(settled, "they wake again and again: {:?}", all());
    let before = all();
    other_readers_live(10);
    for ((keys, after), before) in SCREENS.iter().zip(all()).zip(before) {
        assert_eq!(after, before, "wakes, ticks, bytes of {keys:?}");
    }
    for mut pty in screens {
        pty.send("\x03\x03\x03\x03");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}
