//! Copying out of the terminal: by the terminal itself, by a program, by tmux, or by hand.

use crate::{
    folder::Folder,
    picture::words,
    program::{clean, kamerbrief},
    pty::Pty,
    seen::{Fate, Modes},
};
use kamerbrief::letter;
use rustix::process::Signal;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

const SIZE: (u16, u16) = (100, 30);

/// The paragraph that is copied here.
const ADDRESS: &str = "4.2";

/// Its words.
fn paragraph() -> String {
    let letter = letter::embedded();
    let paragraphs = letter.locate(ADDRESS.parse().unwrap()).unwrap();
    letter.paragraph(paragraphs.start).to_owned()
}

/// The reader at the paragraph, in a folder, with these variables set.
fn reader(folder: &Path, variables: &[(&str, &str)]) -> Pty {
    let mut command = kamerbrief();
    command.args(["--at", ADDRESS]);
    command.current_dir(folder);
    for (name, value) in variables {
        command.env(name, value);
    }
    let pty = Pty::open(command, SIZE);
    pty.wait_for_reader();
    pty
}

/// Opens the menu and takes the paragraph.
fn copy(pty: &mut Pty) {
    pty.send("y");
    pty.wait_for_words(&format!("{} · {ADDRESS}", words().copy.title));
    pty.send("p");
}

fn wait_for_footer(pty: &Pty, says: &str) {
    pty.wait_for(says, |seen| seen.last_row().contains(says));
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

/// What OSC 52 put on the clipboard, still encoded, time by time.
fn clipboard(pty: &Pty) -> Vec<String> {
    let seen = pty.seen();
    let written = String::from_utf8_lossy(&seen.bytes);
    let sequences = written.split("\x1b]52;").skip(1);
    let ended = |rest: &str| {
        let end = rest.find(['\x1b', '\x07']).unwrap();
        rest[..end].to_owned()
    };
    sequences.map(ended).collect()
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for three in text.as_bytes().chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let digit = (bits >> (18 - 6 * index)) & 63;
            let known = index <= three.len();
            encoded.push(if known {
                char::from(DIGITS[digit as usize])
            } else {
                '='
            });
        }
    }
    encoded
}

#[test]
fn the_encoding_is_the_known_one() {
    for (text, encoded) in [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foobar", "Zm9vYmFy"),
    ] {
        assert_eq!(base64(text), encoded);
    }
    assert_eq!(base64("ë«"), "w6vCqw==");
}

#[test]
fn a_terminal_known_to_take_it_is_sent_the_paragraph() {
    let folder = Folder::new("known");
    for variables in [
        &[("TERM", "xterm-kitty")][..],
        &[("TERM_PROGRAM", "WezTerm")],
        &[("TERM", "foot"), ("SSH_TTY", "/dev/pts/9")],
        // A tmux that is not there any more.
        &[("TERM", "xterm-kitty"), ("TMUX", "/does/not/exist,1,0")],
    ] {
        let mut pty = reader(&folder.0, variables);
        copy(&mut pty);
        wait_for_footer(&pty, words().copy.by_terminal);
        assert_eq!(clipboard(&pty), [format!("c;{}", base64(&paragraph()))]);
        assert_eq!(pty.seen().modes(), Modes::TAKEN);
        pty.send("j");
        pty.wait_for("the hints again", |seen| {
            seen.last_row().contains("q afsluiten")
        });
        quit(pty);
    }
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0);
}

#[test]
fn where_nobody_knows_the_text_is_shown_and_the_mouse_left_alone() {
    let folder = Folder::new("unknown");
    for variables in [&[][..], &[("SSH_TTY", "/dev/pts/9")]] {
        let mut pty = reader(&folder.0, variables);
        copy(&mut pty);
        pty.wait_for("the text alone", |seen| {
            let rows = seen.rows();
            let shown = rows[..rows.len() - 1].join(" ");
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            shown.starts_with(words().copy.shown)
                && shown.ends_with(&paragraph())
                && seen.modes() == Modes::TAKEN_WITHOUT_MOUSE
        });
        assert_eq!(clipboard(&pty), [format!("c;{}", base64(&paragraph()))]);
        let rows = pty.seen().rows();
        for row in rows.iter().filter(|row| row.contains("Nederland")) {
            assert!(!row.starts_with(' ') && !row.contains('│'), "{row}");
        }
        pty.send("\x1b");
        pty.wait_for("the reader with its mouse", |seen| {
            !seen.says(words().copy.shown) && seen.modes() == Modes::TAKEN
        });
        quit(pty);
    }
}

#[test]
fn the_text_is_written_to_a_new_file_and_over_none() {
    let folder = Folder::new("files");
    fs::write(folder.0.join("kamerbrief-4.2.txt"), "van een ander").unwrap();
    let mut pty = reader(&folder.0, &[]);
    for name in ["kamerbrief-4.2-2.txt", "kamerbrief-4.2-3.txt"] {
        copy(&mut pty);
        pty.wait_for_words(words().copy.shown);
        pty.send("w");
        wait_for_footer(&pty, &words().copy.saved.replace("{}", name));
        assert_eq!(pty.seen().modes(), Modes::TAKEN);
        assert_eq!(folder.read(name), paragraph() + "\n");
    }
    assert_eq!(folder.read("kamerbrief-4.2.txt"), "van een ander");
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 3);
    quit(pty);
}

#[test]
fn a_folder_that_takes_no_file_is_said() {
    let folder = Folder::new("gone");
    let mut pty = reader(&folder.0, &[]);
    fs::remove_dir(&folder.0).unwrap();
    copy(&mut pty);
    pty.wait_for_words(words().copy.shown);
    pty.send("w");
    wait_for_footer(&pty, "kamerbrief-4.2.txt: kan niet geschreven worden");
    quit(pty);
}

#[test]
fn a_program_of_the_platform_takes_it_here_and_not_over_ssh() {
    for (variable, program) in [("DISPLAY", "xclip"), ("WAYLAND_DISPLAY", "wl-copy")] {
        let folder = Folder::new(program);
        folder.add_program(program);
        let path = format!("{}:/usr/bin:/bin", folder.0.display());
        let here = [("PATH", path.as_str()), (variable, ":7")];
        let mut pty = reader(
            &folder.0,
            &[&here[..], &[("SSH_TTY", "/dev/pts/9")]].concat(),
        );
        copy(&mut pty);
        pty.wait_for_words(words().copy.shown);
        assert_eq!(
            fs::read_dir(&folder.0).unwrap().count(),
            1,
            "it has not run"
        );
        pty.send("\x03\x03");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));

        let mut pty = reader(&folder.0, &here);
        copy(&mut pty);
        wait_for_footer(&pty, &words().copy.by_program.replace("{}", program));
        assert_eq!(folder.read(&format!("{program}.got")), paragraph());
        quit(pty);
    }
}

/// Programs that never take what they are given, or take it and never end, or leave something behind that
/// goes on.
const HANGING: [&str; 3] = [
    "exec sleep 1000",
    "cat >/dev/null; exec sleep 1000",
    "trap '' TERM HUP INT; exec sleep 1000",
];

/// The reader where these programs are in the path.
fn reader_with(folder: &Folder, variables: &[(&str, &str)], args: &[&str]) -> Pty {
    let mut command = kamerbrief();
    command.env("PATH", format!("{}:/usr/bin:/bin", folder.0.display()));
    for (name, value) in variables {
        command.env(name, value);
    }
    command.args(args);
    command.current_dir(&folder.0);
    let pty = Pty::open(command, SIZE);
    pty.wait_for_reader();
    pty
}

const HANGING_WAYS: [(&str, &str); 4] = [
    ("WAYLAND_DISPLAY", "wl-copy"),
    ("DISPLAY", "xclip"),
    ("DISPLAY", "xsel"),
    ("TMUX", "tmux"),
];

#[test]
fn a_program_that_hangs_is_not_waited_for() {
    for (variable, program) in HANGING_WAYS {
        for script in HANGING {
            let folder = Folder::new(&format!("hangs-{program}"));
            folder.add_script(program, script);
            let mut pty = reader_with(&folder, &[(variable, ":7")], &["--at", ADDRESS]);
            copy(&mut pty);
            pty.wait_for_words(words().copy.shown);
            pty.send("\x1b");
            pty.wait_for("the reader", |seen| !seen.says(words().copy.shown));
            quit(pty);
        }
    }
}

#[test]
fn told_to_end_while_a_program_hangs_it_ends() {
    for signal in [Signal::TERM, Signal::HUP] {
        let folder = Folder::new("hangs-told");
        folder.add_script("xclip", "touch \"$0.runs\"; exec sleep 1000");
        let mut pty = reader_with(&folder, &[("DISPLAY", ":7")], &["--at", ADDRESS]);
        copy(&mut pty);
        while fs::metadata(folder.0.join("xclip.runs")).is_err() {
            let _ = pty.is_quiet_for(Duration::from_millis(2));
        }
        let before = pty.ticks();
        pty.signal(signal);
        assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
        let used = pty.seen().ticks.zip(before).map(|(end, start)| end - start);
        assert!(used.is_none_or(|ticks| ticks < 20), "{used:?} ticks");
    }
}

#[test]
fn what_a_program_leaves_running_is_not_waited_for() {
    let folder = Folder::new("leaves");
    folder.add_script("xclip", "cat > \"$0.got\"; sleep 1000 &");
    let mut pty = reader_with(&folder, &[("DISPLAY", ":7")], &["--at", ADDRESS]);
    copy(&mut pty);
    wait_for_footer(&pty, &words().copy.by_program.replace("{}", "xclip"));
    assert_eq!(folder.read("xclip.got"), paragraph());
    quit(pty);
}

/// A letter of one recommendation with a long response, in a file; its response.
fn long_letter(folder: &Folder, bytes: usize) -> (PathBuf, String) {
    let response = "Het kabinet onderschrijft deze aanbeveling. ".repeat(bytes / 44);
    let response = response.trim_end().to_owned();
    let source = format!(
        "36 800 XVII\nNr. 9 BRIEF VAN DE MINISTER\nAan de Tweede Kamer\nDen Haag, 31 oktober 2025\n\n\
         Geachte voorzitter,\n\nAanbeveling 1: Steun de ruimte\n\n{response}\n"
    );
    let path = folder.0.join("lang.txt");
    fs::write(&path, source).unwrap();
    (path, response)
}

/// Terminals drop more than about 100 kB, and say nothing.
#[test]
fn what_is_too_long_for_the_terminal_goes_into_a_file() {
    for variables in [&[("TERM", "xterm-kitty")][..], &[]] {
        let folder = Folder::new("long");
        let (letter, response) = long_letter(&folder, 120_000);
        let home = folder.0.join("home");
        let mut variables = variables.to_vec();
        let home_name = home.to_str().unwrap().to_owned();
        variables.push(("HOME", &home_name));
        let letter = letter.to_str().unwrap().to_owned();
        let mut pty = reader_with(&folder, &variables, &["--at", "1.1", &letter]);
        pty.send("y");
        pty.wait_for_words(words().copy.title);
        pty.send("p");
        pty.wait_for_words("100 kB");
        assert_eq!(clipboard(&pty), [""; 0]);
        let copies = home.join(".local/state/kamerbrief/copies");
        let files: Vec<_> = fs::read_dir(&copies).unwrap().map(Result::unwrap).collect();
        assert_eq!(files.len(), 1);
        assert_eq!(
            fs::read_to_string(files[0].path()).unwrap(),
            response.clone() + "\n"
        );
        let modes = [copies.clone(), files[0].path()]
            .map(|path| fs::metadata(path).unwrap().permissions().mode() & 0o777);
        assert_eq!(modes, [0o700, 0o600]);
        let name = files[0].file_name().into_string().unwrap();
        assert!(pty.seen().says(&name), "{:?}", pty.seen().rows());
        pty.send("\x1b\x1b");
        quit(pty);
    }
}

#[test]
fn a_program_takes_it_however_long() {
    let folder = Folder::new("long-program");
    folder.add_program("xclip");
    let (letter, response) = long_letter(&folder, 300_000);
    let letter = letter.to_str().unwrap().to_owned();
    let mut pty = reader_with(&folder, &[("DISPLAY", ":7")], &["--at", "1.1", &letter]);
    pty.send("y");
    pty.wait_for_words(words().copy.title);
    pty.send("p");
    wait_for_footer(&pty, &words().copy.by_program.replace("{}", "xclip"));
    assert_eq!(folder.read("xclip.got"), response);
    quit(pty);
}

/// A tmux server of a test's own.
struct Tmux {
    folder: Folder,
}

impl Tmux {
    /// None where tmux is not installed.
    fn new() -> Option<Self> {
        let tmux = Self {
            folder: Folder::new("tmux"),
        };
        let installed = Command::new("tmux").arg("-V").output().is_ok();
        installed.then_some(tmux)
    }

    fn args(&self) -> [String; 5] {
        let socket = self.folder.0.join("socket");
        ["-u", "-f", "/dev/null", "-S", socket.to_str().unwrap()].map(str::to_owned)
    }

    /// Runs the reader in a session, which shows on a terminal.
    fn open(&self) -> Pty {
        let mut command = clean(Command::new("tmux"));
        command.args(self.args());
        command.args([
            "new-session",
            env!("CARGO_BIN_EXE_kamerbrief"),
            "--at",
            ADDRESS,
        ]);
        command.current_dir(&self.folder.0);
        Pty::open(command, SIZE)
    }

    fn tell(&self, words: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.args(self.args()).args(words);
        command.output().unwrap()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = self.tell(&["kill-server"]);
    }
}

#[test]
fn in_tmux_it_goes_into_a_buffer_of_tmux() {
    let Some(tmux) = Tmux::new() else {
        eprintln!("SKIPPED: tmux is not installed, so copying into it is not tested");
        return;
    };
    let mut pty = tmux.open();
    pty.wait_for_words("Nederland bevordert digitale veiligheid");
    copy(&mut pty);
    pty.wait_for_words(words().copy.by_tmux);
    let buffer = tmux.tell(&["show-buffer"]);
    assert!(buffer.status.success(), "{buffer:?}");
    assert_eq!(String::from_utf8(buffer.stdout).unwrap(), paragraph());
    assert!(!pty.seen().says(words().copy.shown));
    pty.send("q");
    assert_eq!(pty.wait_for_fate(), Fate::Exited(0));
}
