//! Terminals and environments that lack something.

use crate::{
    folder::Folder,
    picture::{picture, words},
    program::{kamerbrief, shell},
    pty::Pty,
    seen::{Fate, Modes, Seen},
};
use std::{fs, process::Command};

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
    let command = shell(r#"exec "$0" </dev/null"#);
    let mut pty = Pty::open_without_session(command, (200, 30));
    assert_eq!(pty.wait_for_end(), Fate::Exited(2));
    let seen = pty.seen();
    let said: Vec<_> = seen
        .rows()
        .into_iter()
        .filter(|row| !row.is_empty())
        .collect();
    assert_eq!(said, [format!("kamerbrief: {}", words().cli().no_keys)]);
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
        pty.wait_for_words(words().finder.prompt);
        let chosen = |seen: &Seen| {
            let (rows, _) = seen.screen().size();
            (0..rows.get()).any(|row| seen.screen().cell(row, 3).unwrap().inverse())
        };
        pty.wait_for("the chosen row in reverse", chosen);
        pty.send("rve\r");
        pty.wait_for_words("RvE 1/3");
        pty.send("?");
        pty.wait_for_words(words().help.title);
        pty.send("\x1b");
        pty.wait_for("the text", |seen| !seen.says(words().help.title));
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
        ("TERM", Some("no-such-terminal")),
        ("LANG", Some("C")),
        ("LANG", Some("C.UTF-8")),
        ("LANG", Some("nl_NL")),
        ("LANG", Some("nl_NL.UTF-8")),
        ("LANG", Some("nl_NL@euro")),
        ("LANG", Some("")),
        ("LANG", Some("\u{fffd}/../")),
        ("LANG", None),
        ("LC_ALL", Some("POSIX")),
        ("LC_MESSAGES", Some("C")),
        ("HOME", None),
        ("HOME", Some("")),
        ("PATH", None),
        ("PATH", Some("")),
        // The terminal says itself how large it is.
        ("COLUMNS", Some("7")),
        ("COLUMNS", Some("-1")),
        ("COLUMNS", Some("many")),
        ("LINES", Some("0")),
        ("LINES", Some("99999999999999999999")),
    ] {
        let mut command = kamerbrief();
        command.env_remove(name);
        if let Some(value) = value {
            command.env(name, value);
        }
        if name == "HOME" {
            // The one that the system knows would be that of whoever runs the tests.
            command.arg("--fresh");
        }
        let pty = Pty::open(command, SIZE);
        pty.wait_for("the reader", |seen| {
            seen.modes() == Modes::TAKEN && seen.rows() == picture(SIZE, &[])
        });
        quit(pty);
    }
    let mut command = kamerbrief();
    command.env_clear();
    command.env("TERM", "vt100");
    command.arg("--fresh");
    let pty = Pty::open(command, SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    quit(pty);
}

/// Terminals that do not say what they can, or that they can nothing.
const DUMB: [Option<&str>; 3] = [None, Some(""), Some("dumb")];

fn with_term(mut command: Command, term: Option<&str>) -> Command {
    command.env_remove("TERM");
    if let Some(term) = term {
        command.env("TERM", term);
    }
    command
}

#[test]
fn where_no_screen_can_be_drawn_the_reader_says_so() {
    for term in DUMB {
        for args in [&[][..], &["--at", "4"], &["--find", "civicus"], &[LETTER]] {
            let mut command = with_term(kamerbrief(), term);
            command.args(args);
            let mut pty = Pty::open(command, (250, 30));
            assert_eq!(pty.wait_for_end(), Fate::Exited(2), "{term:?}");
            let seen = pty.seen();
            let written = String::from_utf8_lossy(&seen.bytes);
            assert!(!written.contains('\x1b'), "{written:?}");
            assert!(written.starts_with("kamerbrief: "), "{written:?}");
            assert!(
                written.contains("--linear") && written.contains("TERM"),
                "{written:?}"
            );
            assert_eq!(written.trim_end().lines().count(), 1, "{written:?}");
        }
    }
}

#[test]
fn what_it_offers_there_is_read_without_a_screen() {
    for term in DUMB {
        for (args, says) in [
            (&["--linear"][..], "0.1: Het kabinet dankt"),
            (&["--linear", "--at", "4.2"], "4.2: Nederland bevordert"),
        ] {
            let mut command = with_term(kamerbrief(), term);
            command.args(args);
            let mut pty = Pty::open(command, (250, 60));
            pty.send("5.4\nwaar ehrm\n\x04");
            assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{term:?}");
            let written = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
            assert!(!written.contains('\x1b'), "{written:?}");
            let turns = [says, "5.4: Het kabinet", "U bent bij 5.4"];
            let at = turns.map(|turn| written.find(turn));
            assert!(at[0].is_some() && at.is_sorted(), "{at:?} {written:?}");
        }
    }
}

#[test]
fn commands_write_no_sequence_to_a_terminal_that_knows_none() {
    for (term, sequences) in DUMB
        .map(|term| (term, false))
        .into_iter()
        .chain([(Some("xterm"), true)])
    {
        for args in [
            &["show", "4"][..],
            &["find", "civicus"],
            &["search", "ruimte"],
            &["list", "recommendations"],
            &["list", "statements"],
            &["check"],
            &["--help"],
        ] {
            let mut command = with_term(kamerbrief(), term);
            command.args(args);
            let mut pty = Pty::open(command, SIZE);
            assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{args:?}");
            let wrote = pty.seen().bytes.contains(&b'\x1b');
            assert!(sequences || !wrote, "{term:?} {args:?}");
            assert!(
                !sequences || wrote || args[0] != "find",
                "{term:?} {args:?}"
            );
        }
    }
}

/// A folder in which nobody can write, not even who may do everything.
const READ_ONLY: &str = "/proc";

/// Searches, for there is something to keep then, fails to save a copy, and quits.
fn keeps_nothing(command: Command) {
    let case = format!("{command:?}");
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_rows(&picture(SIZE, &[]));
    pty.send("/ruimte\r");
    pty.wait_for_words("‘ruimte’");
    pty.send("4yp");
    pty.wait_for_words(words().copy.shown);
    pty.send("w");
    pty.wait_for_words("kan niet geschreven worden");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{case}");
    let rows = pty.seen().rows().concat();
    assert_eq!(rows, "", "{case}");
}

#[test]
fn it_works_where_nothing_can_be_kept() {
    if fs::create_dir(format!("{READ_ONLY}/kamerbrief")).is_ok() || cfg!(not(target_os = "linux")) {
        eprintln!("SKIPPED: no folder is known here in which nobody can write");
        return;
    }
    // Without a home the one that the system knows would be that of whoever runs the tests.
    for (name, value) in [
        ("HOME", Some("nowhere")),
        ("HOME", Some("/proc/no/such/home")),
        ("HOME", Some("/dev/null")),
        ("HOME", Some("/dev/null/home")),
        ("HOME", Some(READ_ONLY)),
        ("XDG_STATE_HOME", Some("")),
        ("XDG_STATE_HOME", Some("nowhere")),
        ("XDG_STATE_HOME", Some("../..")),
        ("XDG_STATE_HOME", Some("/dev/null")),
        ("XDG_STATE_HOME", Some(READ_ONLY)),
        ("XDG_DATA_HOME", Some(READ_ONLY)),
        ("XDG_CONFIG_HOME", Some(READ_ONLY)),
        ("XDG_RUNTIME_DIR", Some(READ_ONLY)),
    ] {
        let mut command = kamerbrief();
        command.current_dir(READ_ONLY);
        command.env_remove(name);
        if let Some(value) = value {
            command.env(name, value);
        }
        keeps_nothing(command);
    }
}

#[test]
fn what_is_kept_never_lands_in_the_folder_it_is_started_in() {
    // A relative folder is to be ignored, say those who thought of these variables.
    for (name, value) in [
        ("XDG_STATE_HOME", "state"),
        ("XDG_STATE_HOME", ""),
        ("HOME", "home"),
    ] {
        let folder = Folder::new(&format!("cwd-{name}-{value}"));
        let mut command = kamerbrief();
        command.current_dir(&folder.0);
        command.env(name, value);
        let mut pty = Pty::open(command, SIZE);
        pty.wait_for_rows(&picture(SIZE, &[]));
        pty.send("/ruimte\r");
        pty.wait_for_words("‘ruimte’");
        quit(pty);
        let left: Vec<_> = fs::read_dir(&folder.0).unwrap().collect();
        assert!(left.is_empty(), "{name}={value}: {left:?}");
    }
}

#[test]
fn it_speaks_english_where_it_is_asked_to() {
    let by = |name, value| {
        let mut command = kamerbrief();
        command.env(name, value);
        command
    };
    let mut asked = kamerbrief();
    asked.args(["--lang", "en"]);
    for command in [
        by("LANG", "en_GB.UTF-8"),
        by("LANG", "en_GB"),
        by("LC_MESSAGES", "en_GB"),
        by("LC_ALL", "en_GB"),
        asked,
    ] {
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
