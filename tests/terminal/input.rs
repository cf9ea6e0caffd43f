//! Keys, mouse and pastes, as a terminal sends them.

use crate::{
    picture::{picture, words},
    program::kamerbrief,
    pty::Pty,
    seen::{Fate, Modes},
};
use kamerbrief::app::message::{Act, Message, Turn};

const SIZE: (u16, u16) = (120, 36);

fn open() -> Pty {
    let pty = Pty::open(kamerbrief(), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn a_digit_goes_to_its_recommendation() {
    let mut pty = open();
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    let seen = pty.seen();
    assert!(seen.says("│  Aanbeveling 4 · Mondiaal aanjagen, online"));
    assert!(seen.says("▎ Speel op het mondiale niveau een aanjagende rol"));
    assert!(seen.says("▌≡ 4  "));
    assert!(seen.last_row().starts_with(" 4.1 · 40 % van de brief "));
    drop(seen);
    quit(pty);
}

/// The keyboard does not wait for the first frame, and nothing comes behind such keys to wake the reader.
#[test]
fn keys_typed_before_the_reader_is_there_are_taken() {
    let mut pty = Pty::open(kamerbrief(), SIZE);
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    quit(pty);
}

#[test]
fn the_finder_jumps_to_a_mention_and_brackets_to_the_others() {
    let mut pty = open();
    pty.send("4");
    pty.wait_for_words("Aanbeveling 4");
    pty.send("f");
    pty.wait_for_words(words().finder.prompt);
    pty.send("rve");
    pty.wait_for("the match", |seen| {
        seen.says("> rve") && seen.says("Raad van Europa (RvE)")
    });
    pty.send("\r");
    let footer = |pty: &Pty, start: &str, hit: &str| {
        pty.wait_for(hit, |seen| {
            seen.last_row().starts_with(start) && seen.last_row().contains(hit)
        });
    };
    footer(&pty, " 5.4 ", "RvE 1/3");
    assert!(pty.seen().says("van Europa (RvE)-verband"));
    pty.send("]");
    footer(&pty, " 5.4 ", "RvE 2/3");
    pty.send("]]");
    footer(&pty, " 5.4 ", "RvE 1/3");
    pty.send("[");
    footer(&pty, " 5.4 ", "RvE 3/3");
    pty.send("\x0f");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    pty.send("\t");
    pty.wait_for_words("▌● 5  ");
    quit(pty);
}

#[test]
fn the_help_opens_and_closes() {
    let mut pty = open();
    pty.send("?");
    pty.wait_for_rows(&picture(SIZE, &[Message::Act(Act::Help)]));
    assert!(pty.seen().says(words().help.title));
    assert!(pty.seen().says(words().act(Act::Find)));
    pty.send("\x1b");
    pty.wait_for_rows(&picture(SIZE, &[]));
    quit(pty);
}

#[test]
fn escape_closes_and_never_quits() {
    let mut pty = open();
    for (key, shows) in [("f", &words().finder.prompt), ("?", &words().help.title)] {
        pty.send(key);
        pty.wait_for_words(shows);
        pty.send("\x1b");
        pty.wait_for_rows(&picture(SIZE, &[]));
    }
    // Over the text it does nothing but take the notice away, by which it is seen to have come.
    for _ in 0..3 {
        pty.send("]");
        pty.wait_for_words(words().reader.no_hits);
        pty.send("\x1b");
        pty.wait_for_rows(&picture(SIZE, &[]));
    }
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    quit(pty);
}

#[test]
fn the_mouse_chooses_a_section_and_the_wheel_scrolls() {
    let mut pty = open();
    let row = pty
        .seen()
        .rows()
        .iter()
        .position(|row| row.starts_with(" ◐ 6  "))
        .unwrap();
    // Cells are counted from 1; a press, then the release.
    pty.send(format!("\x1b[<0;8;{0}M\x1b[<0;8;{0}m", row + 1));
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(6)]));
    assert!(pty.seen().last_row().starts_with(" 6.1 · "));

    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    let before = pty.seen().rows();
    pty.send("\x1b[<65;80;10M");
    let wheel = |turn| Message::Wheel {
        column: 79,
        row: 9,
        turn,
    };
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4), wheel(Turn::On)]));
    // Which row has the address beside it changes as the first row of a paragraph leaves the pane.
    let text = |row: &String| row.chars().skip(40).collect::<String>();
    let after = pty.seen().rows();
    // The title of the section stays over them.
    assert_eq!((text(&after[3]), &after[2]), (text(&before[6]), &before[2]));
    pty.send("\x1b[<64;80;10M");
    pty.wait_for_rows(&before);
    quit(pty);
}

/// Cells are counted from 1, but not by every terminal.
#[test]
fn a_mouse_that_is_nowhere_does_no_harm() {
    let mut pty = open();
    for place in ["0;0", "0;8", "8;0", "65535;65535"] {
        for what in ["0;{}M", "32;{}M", "0;{}m"] {
            pty.send(format!("\x1b[<{}", what.replace("{}", place)));
        }
    }
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    quit(pty);
}

#[test]
fn a_mouse_that_is_left_alone_is_not_asked_for() {
    let mut command = kamerbrief();
    command.args(["--no-mouse"]);
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    assert_eq!(pty.seen().modes(), Modes::TAKEN_WITHOUT_MOUSE);
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn a_paste_is_text_and_nothing_else() {
    let mut pty = open();
    // Over the text there is nothing to paste into; none of it is a key.
    pty.send("\x1b[200~q\x03\x1b[201~4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    pty.send("f");
    pty.wait_for_words(words().finder.prompt);
    pty.send("\x1b[200~raad\x1b[31m\x03\rvan\x07\nx\x1b[201~");
    pty.wait_for_words("> raad␛[31m␃ van␇ x");
    assert!(pty.seen().screen().fgcolor() != vt100::Color::Idx(1));
    pty.send("\x15\x1b[200~civicus\x1b[201~");
    pty.wait_for("the match", |seen| {
        seen.says("> civicus") && seen.says("○  CIVICUS")
    });
    pty.send("\r");
    pty.wait_for("the first hit", |seen| {
        seen.last_row().contains("CIVICUS 1/2")
    });
    quit(pty);
}

#[test]
fn a_flood_of_keys_is_all_taken() {
    let mut pty = open();
    // Down the whole letter and up again, and what shows is its start.
    for (down, up) in [("j", "k"), ("\x1b[<65;80;10M", "\x1b[<64;80;10M")] {
        pty.send(down.repeat(600));
        pty.send(up.repeat(700));
        // The current paragraph stays one that shows; this makes it the first again.
        pty.send("0?");
        pty.wait_for_words(words().help.title);
        pty.send("\x1b");
        pty.wait_for_rows(&picture(SIZE, &[]));
    }
    quit(pty);
}

#[test]
fn a_spoilt_screen_is_drawn_anew() {
    let mut pty = open();
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    pty.wipe();
    pty.send("\x0c");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    quit(pty);
}

#[test]
fn a_copy_goes_to_the_terminal_and_is_shown_to_be_selected() {
    let mut pty = open();
    pty.send("4yp");
    pty.wait_for("the text of 4.1 alone", |seen| {
        seen.modes() == Modes::TAKEN_WITHOUT_MOUSE
            && seen.says("Nederland hecht grote waarde")
            && !seen.says("│")
    });
    // `Nederland hecht` in base64.
    let sent = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
    assert!(sent.contains("\x1b]52;c;TmVkZXJsYW5kIGhlY2h0"));
    pty.send("\x1b");
    pty.wait_for("the reader", |seen| seen.modes() == Modes::TAKEN);
    quit(pty);
}
