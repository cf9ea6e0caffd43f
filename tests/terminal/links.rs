//! Links of the terminal: on a note's card, and nowhere where they are not wanted.

use crate::{program::kamerbrief, pty::Pty};

const TARGET: &str = "https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html";

/// What is written while the card of the first note is opened.
fn written(args: &[&str]) -> String {
    let mut command = kamerbrief();
    command.args(args);
    let mut pty = Pty::open(command, (100, 30));
    pty.wait_for_reader();
    pty.send("1eeeee\r");
    pty.wait_for_words(TARGET);
    pty.send("\x03\x03\x03");
    pty.wait_for_end();
    String::from_utf8_lossy(&pty.seen().bytes).into_owned()
}

#[test]
fn a_notes_card_links_to_the_official_publication() {
    let link = format!("\x1b]8;;{TARGET}\x1b\\{TARGET}\x1b]8;;\x1b\\");
    assert!(written(&[]).contains(&link));
}

#[test]
fn links_can_be_left_out() {
    assert!(!written(&["--no-links"]).contains("\x1b]8"));
}
