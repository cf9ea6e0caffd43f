//! Completions in the shells themselves: what a tab makes of a line that is typed.
//!
//! Names of files stay names: they are quoted where a shell would split them, and nothing in them is run.

use crate::pty::Pty;
use std::{fs, path::PathBuf, process::Command};

/// A folder with a letter whose name has a space, a folder with one, and a file whose name would run a command.
fn folder(shell: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("shells-{shell}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("een map")).unwrap();
    fs::create_dir_all(folder.join("home")).unwrap();
    for name in [
        "mijn brief.txt",
        "$(touch GEDAAN).txt",
        "een map/tweede.txt",
    ] {
        fs::write(folder.join(name), "Een brief.\n").unwrap();
    }
    fs::write(folder.join("inputrc"), "set bell-style none\n").unwrap();
    folder
}

/// The shell at work in such a folder, its completions read; none where there is no such shell.
fn start(shell: &str, args: &[&str], read: &str) -> Option<(Pty, PathBuf)> {
    if Command::new(shell).arg("--version").output().is_err() {
        eprintln!("not tried: there is no {shell} here");
        return None;
    }
    let folder = folder(shell);
    let script = Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
        .args(["completions", shell])
        .output()
        .unwrap();
    fs::write(folder.join("home/script"), script.stdout).unwrap();
    let mut command = Command::new(shell);
    command.args(args);
    command.env_clear();
    command.env("PATH", "/usr/bin:/bin");
    command.env("HOME", folder.join("home"));
    command.env("INPUTRC", folder.join("inputrc"));
    command.env("TERM", "xterm");
    command.env("LC_ALL", "C.UTF-8");
    command.current_dir(&folder);
    let mut pty = Pty::open(command, (100, 40));
    pty.send(format!("{read}; echo KLA''AR\r"));
    pty.wait_for_words("KLAAR");
    Some((pty, folder))
}

/// What a tab makes of each line. A line is wiped by Ctrl-U, so that none of them is run.
fn assert_completes(pty: &mut Pty, lines: &[(&str, &str)]) {
    for (typed, made) in lines {
        pty.send(typed);
        pty.wait_for_words(typed);
        pty.send("\t");
        pty.wait_for_words(made);
        pty.send("\u{15}");
    }
}

const LINES: [(&str, &str); 8] = [
    ("kamerbrief sho", "kamerbrief show"),
    ("kamerbrief -l mij", r"kamerbrief -l mijn\ brief.txt"),
    ("kamerbrief -l een", r"kamerbrief -l een\ map/"),
    (
        r"kamerbrief -l \$",
        r"kamerbrief -l \$\(touch\ GEDAAN\).txt",
    ),
    (
        r"kamerbrief find Raad\ van\ E",
        r"kamerbrief find Raad\ van\ Europa",
    ),
    (
        "kamerbrief list statements --kind afw",
        "kamerbrief list statements --kind afwijzing",
    ),
    (
        "kamerbrief cite --style bi",
        "kamerbrief cite --style bibtex",
    ),
    ("kamerbrief man comp", "kamerbrief man completions"),
];

#[test]
fn bash_completes() {
    let args = ["--norc", "--noprofile", "-i"];
    let Some((mut pty, folder)) = start("bash", &args, "source home/script") else {
        return;
    };
    assert_completes(&mut pty, &LINES);
    assert_completes(
        &mut pty,
        &[
            ("kamerbrief -l \"mij", "kamerbrief -l \"mijn brief.txt\""),
            (
                "kamerbrief find 'raad van e",
                "kamerbrief find 'Raad van Europa'",
            ),
            ("kamerbrief --lang=e", "kamerbrief --lang=en"),
        ],
    );
    // The line with the name in it is run, for once: there is no such program.
    pty.send("kamerbrief -l \\$\t\r");
    pty.wait_for_words("command not found");
    assert!(!folder.join("GEDAAN").exists());
}

#[test]
fn zsh_completes() {
    let read = "autoload -U compinit; compinit -u -D; source home/script";
    let Some((mut pty, _)) = start("zsh", &["-f", "-i"], read) else {
        return;
    };
    assert_completes(&mut pty, &LINES);
    assert_completes(&mut pty, &[("kamerbrief --lang=e", "kamerbrief --lang=en")]);
}

#[test]
fn fish_completes() {
    let args = ["--no-config", "-i"];
    let Some((mut pty, _)) = start("fish", &args, "source home/script") else {
        return;
    };
    assert_completes(&mut pty, &LINES);
}
