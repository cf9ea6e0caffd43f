//! Terminals and environments that lack something.

use crate::{
    picture::{picture, words},
    program::{kamerbrief, shell},
    pty::Pty,
    seen::{Fate, Modes, Seen},
};

const SIZE: (u16, u16) = (100, 30);

const LETTER: &str = "assets/letter/kst-36800-XVII-9.txt";

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn keys_come_from_the_terminal_where_the_letter_comes_from_standard_input() {
    for script in [
        &format!(r#""$0" - <{LETTER}"#),
        &format!(r#"cat {LETTER} | "$0" -"#),
        &format!(r#""$0" --letter - <{LETTER}"#),
        r#""$0" </dev/null"#,
    ] {
        let mut pty = Pty::open(shell(script), SIZE);
        pty.wait_for_rows(&picture(SIZE, &[]));
        pty.send("4");
        pty.wait_for_words("Aanbeveling 4");
        pty.resize((60, 20));
        pty.wait_for_words("4  Mondiaal");
        quit(pty);
    }
}

#[test]
fn without_a_terminal_for_keys_it_says_so() {
    let mut command = shell(r#"exec "$0" </dev/null"#);
    command.set_controlling_tty(false);
    let mut pty = Pty::open(command, (200, 30));
    assert_eq!(pty.wait_for_end(), Fate::Exited(2));
    let seen = pty.seen();
    let said: Vec<_> = seen
        .rows()
        .into_iter()
        .filter(|row| !row.is_empty())
        .collect();
    assert_eq!(said, [format!("kamerbrief: {}", words().cli.no_keys)]);
    assert!(
        !seen.bytes.contains(&b'\x1b'),
        "{:?}",
        String::from_utf8_lossy(&seen.bytes)
    );
}

#[test]
fn into_a_pipe_it_prints_the_letter_and_takes_no_terminal() {
    let mut pty = Pty::open(shell(r#""$0" | cat; "$0" </dev/null | tail -n 1"#), SIZE);
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    assert!(!pty.seen().bytes.contains(&b'\x1b'));
    assert!(pty.seen().says("Ondertekenaars"));
}

/// The parameters of every SGR sequence.
fn looks(bytes: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(bytes);
    let mut looks = Vec::new();
    for sequence in text.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?'));
        let end = end.unwrap_or(sequence.len());
        if sequence[end..].starts_with('m') {
            let numbers = sequence[..end].split([';', ':']);
            looks.extend(numbers.map(|number| number.parse().unwrap_or(0)));
        }
    }
    looks
}

fn is_colour(look: u32) -> bool {
    matches!(look, 30..=38 | 40..=48 | 58 | 90..=107)
}

#[test]
fn no_color_leaves_what_is_no_colour() {
    for (no_color, coloured) in [("1", false), ("", true)] {
        let mut command = kamerbrief();
        command.env("NO_COLOR", no_color);
        let mut pty = Pty::open(command, SIZE);
        pty.wait_for_rows(&picture(SIZE, &[]));
        pty.send("f");
        pty.wait_for_words(&words().finder.prompt);
        let chosen = |seen: &Seen| {
            let (rows, _) = seen.screen().size();
            (0..rows.get()).any(|row| seen.screen().cell(row, 3).unwrap().inverse())
        };
        pty.wait_for("the chosen row in reverse", chosen);
        pty.send("rve\r");
        pty.wait_for_words("RvE 1/3");
        pty.send("?");
        pty.wait_for_words(&words().help.title);
        pty.send("\x1b");
        pty.wait_for("the text", |seen| !seen.says(&words().help.title));
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
        let looks = looks(&pty.seen().bytes);
        assert_eq!(looks.iter().any(|look| is_colour(*look)), coloured);
        assert!(looks.contains(&1) && looks.contains(&7), "bold and reverse");
    }
}

#[test]
fn it_opens_in_poor_environments() {
    for (name, value) in [
        ("TERM", None),
        ("TERM", Some("dumb")),
        ("TERM", Some("")),
        ("LANG", Some("C")),
        ("LANG", None),
        ("LC_ALL", Some("POSIX")),
        ("HOME", None),
        ("HOME", Some("/dev/null/home")),
        ("PATH", None),
    ] {
        let mut command = kamerbrief();
        command.env_remove(name);
        if let Some(value) = value {
            command.env(name, value);
        }
        let pty = Pty::open(command, SIZE);
        pty.wait_for("the reader", |seen| {
            seen.modes() == Modes::TAKEN && seen.rows() == picture(SIZE, &[])
        });
        quit(pty);
    }
    let mut command = kamerbrief();
    command.env_clear();
    let pty = Pty::open(command, SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    quit(pty);
}

#[test]
fn it_speaks_english_where_it_is_asked_to() {
    let mut command = kamerbrief();
    command.env("LANG", "en_GB.UTF-8");
    let mut asked = kamerbrief();
    asked.args(["--lang", "en"]);
    for command in [command, asked] {
        let pty = Pty::open(command, SIZE);
        pty.wait_for_words("31 October 2025");
        quit(pty);
    }
}

#[test]
fn what_is_wrong_is_said_before_the_terminal_is_taken() {
    for args in [&["/no/such/letter"][..], &["--at", "99"], &["--onbekend"]] {
        let mut command = kamerbrief();
        command.args(args);
        let mut pty = Pty::open(command, (200, 30));
        assert_eq!(pty.wait_for_end(), Fate::Exited(2), "{args:?}");
        let seen = pty.seen();
        assert_eq!(seen.modes(), Modes::FREE);
        assert!(!seen.bytes.contains(&b'\x1b'));
        let lines = seen.rows().iter().filter(|row| !row.is_empty()).count();
        assert_eq!(lines, 1, "{:?}", seen.rows());
    }
}
