//! Characters whose width one terminal sees otherwise than another: emoji with a skin tone, families, flags,
//! what is drawn as a picture. Whatever a terminal makes of them, the rest of the row stands where it is to.
//!
//! The terminal of these tests counts each code point: for it a family is as wide as its members together.

use crate::{picture::words, program::kamerbrief, pty::Pty, seen::Fate};
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
fn letter() -> PathBuf {
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

/// The column of the rule between sidebar and text: in every row between the rules across.
#[track_caller]
fn assert_border(pty: &Pty, case: &str) {
    let seen = pty.seen();
    let screen = seen.screen();
    let cell = |row: u16, column: u16| screen.cell(row, column).unwrap().contents().to_owned();
    let border = (0..SIZE.0).find(|column| cell(1, *column) == "┬").unwrap();
    for row in 2..SIZE.1 - 2 {
        assert_eq!(
            cell(row, border),
            "│",
            "{case}, row {row}:\n{}",
            seen.rows().join("\n")
        );
    }
    let rows = seen.rows();
    assert!(
        rows[1].starts_with('─') && rows[usize::from(SIZE.1) - 2].starts_with('─'),
        "{case}"
    );
}

#[test]
fn nothing_is_pushed_into_the_sidebar() {
    let mut command = kamerbrief();
    command.arg("--fresh");
    command.arg(letter());
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_reader();
    for (number, cluster) in (1..=8).zip(CLUSTERS) {
        pty.send(number.to_string());
        pty.wait_for(&format!("section {number}"), |seen| {
            seen.last_row().starts_with(&format!(" {number}."))
        });
        assert_border(&pty, cluster);
        for key in ["j", "j", "j", "\x04", "k", "\x15"] {
            pty.send(key);
            // What is written behind a key that does nothing more has been drawn.
            pty.send("]");
            pty.wait_for_words(words().reader.no_hits);
            pty.send("\x1b\x1b");
            pty.wait_for("the footer", |seen| seen.last_row().contains(" %"));
            assert_border(&pty, cluster);
        }
    }
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    let written = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
    assert!(
        written.contains("\x1b[?7l"),
        "no row goes on in the next while it draws"
    );
}
