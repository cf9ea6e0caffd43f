//! A monkey at the real program: keys, mouse, pastes and sizes in bursts, as fast as it takes them.
//! Then it answers as ever, has written nothing but text and sequences of its own, and gives the
//! terminal back. What it does with each key is looked at in the tests without a terminal.

use crate::{
    picture::words,
    program::kamerbrief,
    pty::Pty,
    random::Random,
    seen::{Fate, Modes},
    stream,
};
use std::fs;

const SIZE: (u16, u16) = (80, 24);

/// How many bursts, and how many keys and the like in each.
const BURSTS: usize = 40;
const IN_A_BURST: usize = 60;

/// Keys that are no characters. A terminal sends the escape alone; a second one says that no sequence
/// follows.
const SPECIAL: [&str; 18] = [
    "\x1b\x1b", "\r", "\r", "\t", "\x1b[Z", "\x7f", "\x1b[3~", "\x1b[A", "\x1b[B", "\x1b[C",
    "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1bOP", "\x1bb", "\x1bd",
];

/// Characters, without those that end the program (`q`) or write a file (`w`).
const CHARACTERS: &str =
    "abcdefghijklmmnoprstuvxyzEFGJKLNSX0123456789/:?[]{}+-. éëfffeeeyyv////pp\u{301}日\u{202e}";

/// Keys with Ctrl, without those that end or stop the program.
const CONTROLS: [u8; 12] = [
    0x01, 0x02, 0x04, 0x05, 0x06, 0x07, 0x0a, 0x0b, 0x0c, 0x0e, 0x10, 0x15,
];

const PASTES: [&str; 6] = [
    "raad",
    "q\x03\x1a",
    "\x1b[31m\x1b]0;titel\x07\u{202e}\u{200b}",
    "4.2\r\n",
    "civicus",
    "een lange regel die nergens in past en die nergens in de brief staat, ook niet half",
];

/// What a terminal sends for one thing that is done.
fn input(random: &mut Random, (columns, rows): (u16, u16)) -> Vec<u8> {
    let characters: Vec<char> = CHARACTERS.chars().collect();
    match random.below(20) {
        0..=4 => random.pick(&SPECIAL).into(),
        5..=14 => random.pick(&characters).to_string().into(),
        15 => vec![random.pick(&CONTROLS)],
        16 => format!("\x1b[200~{}\x1b[201~", random.pick(&PASTES)).into(),
        _ => {
            let (column, row) = (random.to(columns) + 1, random.to(rows) + 1);
            let at = format!("{column};{row}");
            match random.below(4) {
                0 => format!("\x1b[<0;{at}M\x1b[<0;{at}m"),
                1 => format!("\x1b[<0;{at}M\x1b[<32;{row};{column}M\x1b[<0;{row};{column}m"),
                2 => format!("\x1b[<64;{at}M"),
                _ => format!("\x1b[<65;{at}M"),
            }
            .into()
        }
    }
}

fn size(random: &mut Random) -> (u16, u16) {
    let usual = [(1, 1), (20, 5), (44, 12), (70, 20), (120, 36), (300, 90)];
    if random.one_in(2) {
        return random.pick(&usual);
    }
    (random.to(160) + 1, random.to(50) + 1)
}

fn monkey(seed: u64, args: &[&str]) {
    let mut command = kamerbrief();
    command.args(args);
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_reader();
    let (mut random, mut screen) = (Random(seed), SIZE);
    for _ in 0..BURSTS {
        let burst = (0..IN_A_BURST).flat_map(|_| input(&mut random, screen));
        pty.send(burst.collect::<Vec<_>>());
        if random.one_in(2) {
            screen = size(&mut random);
            pty.resize(screen);
        }
    }
    pty.resize(SIZE);
    pty.send("\x1b\x1b".repeat(5));
    // Words that were nowhere on the screen before.
    pty.send("/zzqx\r");
    pty.wait_for("an answer", |seen| {
        let row = seen.last_row();
        row.contains("‘zzqx’") && !row.trim_start().starts_with('/')
    });
    pty.send("?");
    pty.wait_for_words(words().help.title);
    pty.send("\x1b\x1b");
    pty.wait_for("the reader", |seen| {
        !seen.says(words().help.title) && seen.modes() == Modes::TAKEN
    });
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0), "seed {seed}");
    let written = stream::check(&pty.seen().bytes);
    assert_eq!(written, Ok(()), "seed {seed}");
}

#[test]
fn the_embedded_letter_survives_a_monkey() {
    for seed in 1..=2 {
        monkey(seed, &["--fresh"]);
    }
}

#[test]
fn a_letter_that_would_act_on_the_terminal_does_not() {
    let trick = "\x1b]0;titel\x07\x1b[2J\u{9b}31m\x1bP1q\x1b\\\u{202e}om\u{2066}\u{200b}\u{ad}\x07";
    let source = format!(
        "Brief regering: {trick}Titel\n36 800 XVII {trick}\nNr. 9{trick}\nAan de Tweede Kamer{trick}\n\
         Den Haag, 31 oktober 2025\n\nGeachte {trick},\n\nAanbeveling 1: Steun{trick} CIVICUS.1\n\n\
         Het {trick} steunt de Raad {trick} van Europa (RvE).2 De {trick} Rekenkamer (AR).\n\n\
         De Minister van {trick},\n\nA. {trick}\n"
    );
    let folder = env!("CARGO_TARGET_TMPDIR");
    let file = format!("{folder}/brief\x1b]0;titel\x07\u{202e}.txt");
    fs::write(&file, source).unwrap();
    monkey(3, &[&file]);
}
