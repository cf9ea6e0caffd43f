//! Characters whose width one terminal sees otherwise than another: emoji with a skin tone, families, flags,
//! what is drawn as a picture. Whatever a terminal makes of them, the rest of the row stands where it is to.
//!
//! The terminal of these tests counts each code point: for it a family is as wide as its members together.

use crate::{
    picture::{press, words},
    program::kamerbrief,
    pty::Pty,
    seen::{Fate, Seen},
};
use kamerbrief::{
    app::{App, message::Message},
    catalogue::Catalogue,
    letter,
    tui::{draw, theme::Theme},
};
use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
};
use std::{fmt::Write, fs, path::PathBuf};

const SIZE: (u16, u16) = (100, 30);

/// What is contested.
const CLUSTERS: [&str; 12] = [
    "👍🏽",
    "👩‍🚀",
    "👨‍👩‍👧‍👦",
    "🇳🇱",
    "❤️",
    "☺️",
    "1️⃣",
    "🏳️‍🌈",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "e\u{301}\u{302}",
    "각",
    "क्षि",
];

/// A letter with each of them in lines of words, in a file.
fn file() -> PathBuf {
    let mut source = String::from(
        "36 800 XVII\nNr. 9 BRIEF VAN DE MINISTER\nAan de Tweede Kamer\nDen Haag, 31 oktober 2025\n\n\
         Geachte voorzitter,\n\n",
    );
    for (number, cluster) in (1..).zip(CLUSTERS) {
        let words = format!("woord {cluster} en {cluster}{cluster} dan ");
        let words = words.repeat(12);
        let _ = write!(
            source,
            "Aanbeveling {number}: Steun {cluster} ruimte\n\n{words}\n\n"
        );
    }
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("omstreden.txt");
    fs::write(&path, source).unwrap();
    path
}

/// What the library draws of it after these keys, without a terminal.
fn drawn(keys: &str) -> Buffer {
    let letter = letter::read(fs::read(file()).unwrap()).unwrap();
    let mut app = App::new(letter, Catalogue::embedded(), words());
    let (columns, rows) = SIZE;
    app.update(Message::Resize { columns, rows });
    press(&mut app, keys);
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    draw(&app, &Theme::at(0), &mut buffer);
    buffer
}

/// Blocks until each letter of the last frame stands in its cell, and every rule.
#[track_caller]
fn wait_for_letters(pty: &Pty, keys: &str) {
    let wanted = drawn(keys);
    let stands = |seen: &Seen, x: u16, y: u16| {
        let symbol = wanted[(x, y)].symbol();
        // What was read and how much is told by signs beside the sections; that depends on what came by.
        let is_behind_wide = (1..4).any(|by| x >= by && wanted[(x - by, y)].cell_width() > by);
        let plain = !symbol.is_empty() && (symbol.is_ascii() || "│─".contains(symbol));
        let shows = seen.screen().cell(y, x).unwrap().contents();
        !plain
            || x < 7
            || is_behind_wide
            || shows.starts_with(symbol)
            || (symbol, shows) == (" ", "")
    };
    let cells = |y: u16| (0..SIZE.0).map(move |x| (x, y));
    pty.wait_for(&format!("the letters of {keys:?}"), |seen| {
        (0..SIZE.1 - 1)
            .flat_map(cells)
            .all(|(x, y)| stands(seen, x, y))
    });
}

#[test]
fn nothing_is_pushed_out_of_its_place() {
    let mut command = kamerbrief();
    command.arg("--fresh");
    command.arg(file());
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_reader();
    let mut keys = String::new();
    for key in "1jjjk2jj3jJ4d5du6jjjjj7jj8kkkG?".chars() {
        pty.send(key.to_string());
        keys.push(key);
        wait_for_letters(&pty, &keys);
    }
    // The help closes first.
    pty.send("\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    let written = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
    assert!(
        written.contains("\x1b[?7l"),
        "no row goes on in the next one while it draws"
    );
}
