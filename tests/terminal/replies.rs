//! What a terminal sends that nobody typed, and what was typed and arrives in pieces.
//!
//! A reply to a question of another program is no key, whatever its pieces; the keyboard answers behind
//! it as before it.

use crate::{picture::picture, program::kamerbrief, pty::Pty, seen::Fate};
use kamerbrief::app::message::{Act, Message, Turn};
use std::time::Duration;

const SIZE: (u16, u16) = (100, 30);

/// Replies, and what looks like one and is broken.
const REPLIES: [&[u8]; 48] = [
    b"\x1b[?62;22c",
    b"\x1b[>65;7006;1c",
    b"\x1bP!|00000000\x1b\\",
    b"\x1b[0n",
    b"\x1b[?997;1n",
    b"\x1b[1;2R",
    b"\x1b[12;40R",
    b"\x1b[?1;1;1R",
    b"\x1b[?2026;2$y",
    b"\x1b[?2026;1$y",
    b"\x1b[4;2$y",
    b"\x1b[?0u",
    b"\x1b[?31u",
    b"\x1b[?u",
    b"\x1b[u",
    b"\x1b[97;99999u",
    b"\x1b[97;0u",
    b"\x1b[1114112u",
    b"\x1b[55296u",
    b"\x1b[4294967296u",
    b"\x1b[99999999999999999999999999999999999999999999999999999999999999999999999999u",
    b"\x1b[;u",
    b"\x1b[27;99;113~",
    b"\x1b[27;2~",
    b"\x1b[999~",
    b"\x1b[~",
    b"\x1b[1;99A",
    b"\x1b[1;q",
    b"\x1b[<0;1M",
    b"\x1b[<0;1;99999999M",
    b"\x1b[<;;M",
    b"\x1b[48;24;80;600;800t",
    b"\x1b[8;24;80t",
    b"\x1b[?1;0;256S",
    b"\x1b[1;2;3;4;0&w",
    b"\x1b[>4;2m",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1bP>|xterm(388)\x1b\\",
    b"\x1bP1$r0 q\x1b\\",
    b"\x1bP1+r544e=6d6d6d\x1b\\",
    b"\x1b]11;rgb:1818/1818/1818\x07",
    b"\x1b]10;rgb:d8d8/d8d8/d8d8\x1b\\",
    b"\x1b]52;c;bW1tbW1tcXFx\x1b\\",
    b"\x1b]lmmm qqq\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^mmm\x1b\\",
    b"\x1bXmmm\x1b\\",
];

/// Replies as terminals send them that were told to use one byte for what begins a sequence.
const OF_ONE_BYTE: [&[u8]; 4] = [
    b"\x9b?62c",
    b"\x9d11;rgb:1/1/1\x9c",
    b"\x901$r0m\x9c",
    b"\x8fZ",
];

fn open() -> Pty {
    let pty = Pty::open(kamerbrief(), SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

/// How long passes between pieces.
const MOMENT: Duration = Duration::from_millis(5);

/// Sends what comes in pieces, with some time between them.
fn send_in_pieces(pty: &mut Pty, pieces: &[&[u8]]) {
    for piece in pieces {
        pty.send(piece);
        let _ = pty.is_quiet_for(MOMENT);
    }
}

#[test]
fn replies_nobody_asked_for_are_no_keys() {
    let mut pty = open();
    for reply in REPLIES.iter().chain(&OF_ONE_BYTE) {
        pty.send(reply);
        pty.send("4");
        pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
        pty.send("0");
        pty.wait_for_rows(&picture(SIZE, &[]));
    }
    quit(pty);
}

#[test]
fn nor_are_they_in_pieces() {
    let mut pty = open();
    for reply in REPLIES.iter().chain(&OF_ONE_BYTE) {
        let pieces: Vec<&[u8]> = reply.chunks(1).collect();
        send_in_pieces(&mut pty, &pieces);
    }
    pty.send("4");
    pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
    quit(pty);
}

#[test]
fn nor_do_they_end_up_in_what_is_typed() {
    let mut pty = open();
    pty.send("4a");
    for (letter, reply) in "Nagaan of dit klopt".chars().zip(REPLIES) {
        pty.send(letter.to_string());
        pty.send(reply);
    }
    pty.wait_for_words("│ Nagaan of dit klopt ");
    pty.send("\x03\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

/// The keyboard is never dead: what ends a sequence that is not whole is taken as what it is.
#[test]
fn half_a_sequence_takes_no_keyboard_away() {
    for half in [
        &b"\x1b["[..],
        b"\x1b[?2026",
        b"\x1b]11;rgb",
        b"\x1bP1$r",
        b"\x1b_G",
        b"\x1bO",
        b"\xe2\x82",
    ] {
        let mut pty = open();
        pty.send(half);
        // A second escape says that nothing follows the first.
        pty.send("\x1b\x1b4");
        pty.wait_for_rows(&picture(SIZE, &[Message::Section(4)]));
        pty.send(half);
        pty.send("\x0c?");
        pty.wait_for_rows(&picture(
            SIZE,
            &[Message::Section(4), Message::Act(Act::Help)],
        ));
        pty.send("\x03\x03\x03");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}

#[test]
fn a_key_in_pieces_is_that_key() {
    let mut pty = open();
    pty.send("4aNagaan");
    pty.wait_for_words("│ Nagaan");
    for (pieces, then, shows) in [
        (&[&b"\x1b"[..], b"[D"][..], "1", "│ Nagaa1n "),
        (&[b"\x1b[", b"D"], "2", "│ Nagaa21n "),
        (&[b"\x1bO", b"H"], "3", "│ 3Nagaa21n "),
        (&[b"\x1b[1;", b"1", b"F"], "4", "│ 3Nagaa21n4 "),
        (&[b"\x1b[1", b"1", b"5u"], "5", "│ 3Nagaa21n4s5 "),
        (&[b"\xc3", b"\xab"], "6", "│ 3Nagaa21n4s5ë6 "),
        (
            &[b"\x1b", b"[", b"2", b"00~een", b" twee\x1b", b"[201", b"~"],
            "7",
            "ë6een twee7 ",
        ),
    ] {
        send_in_pieces(&mut pty, pieces);
        pty.send(then);
        pty.wait_for_words(shows);
    }
    pty.send("\x03\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn the_wheel_in_pieces_is_the_wheel() {
    let mut pty = open();
    let wheel = Message::Wheel {
        column: 79,
        row: 9,
        turn: Turn::On,
    };
    for cut in 1..b"\x1b[<65;80;10M".len() {
        pty.send("0g");
        pty.wait_for_rows(&picture(SIZE, &[]));
        let (first, rest) = b"\x1b[<65;80;10M".split_at(cut);
        send_in_pieces(&mut pty, &[first, rest]);
        pty.wait_for_rows(&picture(SIZE, std::slice::from_ref(&wheel)));
    }
    quit(pty);
}

/// A keyboard may say of each key more than the others do, where another program has asked it to.
#[test]
fn a_keyboard_that_says_more_types_the_same() {
    let mut pty = open();
    for (keys, shows) in [
        ("\x1b[52u", vec![Message::Section(4)]),
        ("\x1b[52;1:3u", vec![Message::Section(4)]),
        (
            "\x1b[121;1:1u",
            vec![Message::Section(4), Message::Act(Act::Copy)],
        ),
        ("\x1b[27u", vec![Message::Section(4)]),
        ("\x1b[57404u", vec![Message::Section(5)]),
        ("\x1b[1;129H\x1b[53;129u", vec![Message::Section(5)]),
        (
            "\x1b[47:63;2u",
            vec![Message::Section(5), Message::Act(Act::Help)],
        ),
        ("\x1b[27;1:1u", vec![Message::Section(5)]),
        ("\x1b[27;2;52~", vec![Message::Section(4)]),
    ] {
        pty.send(keys);
        pty.wait_for_rows(&picture(SIZE, &shows));
    }
    pty.send("\x03\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn what_the_keyboard_makes_with_altgr_is_typed() {
    let mut pty = open();
    pty.send("4a@€{}\\|ł\x1b[113;;64u\x1b[101;1;8364u");
    pty.wait_for_words("│ @€{}\\|ł@€ ");
    pty.send("\x03\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}
