//! Files that are no letters, and names that nobody would give a file: one line that says so, or the
//! letter.

use crate::call::{Said, file, kamerbrief};
use kamerbrief::letter::visible_line;

/// The three ways to ask for a letter in a file.
fn asked(path: &str) -> [Said; 3] {
    [
        &["check", "-l", path][..],
        &["show", "-l", path],
        &["-l", path],
    ]
    .map(kamerbrief)
}

/// Refused in one line that names the file and says this of it.
#[track_caller]
fn refused(path: &str, says: &str) {
    for said in asked(path) {
        let refusal = said.refusal();
        assert!(refusal.contains(&visible_line(path)), "{refusal}");
        assert!(refusal.contains(says), "{path}: {refusal}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    // Of a generator that never changes: what is random is so once.
    let random: Vec<u8> = (0..100_000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1])
        .collect();
    let elf = [
        &b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0"[..],
        &random,
    ]
    .concat();
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &random[..]].concat();
    let gzip = [b"\x1f\x8b\x08\0\0\0\0\0\0\x03", &random[..]].concat();
    for (name, bytes, says) in [
        ("empty", Vec::new(), "er staat geen tekst in"),
        (
            "blank",
            b" \n\t\r\n \r \n".to_vec(),
            "er staat geen tekst in",
        ),
        ("random", random, "geen tekst (byte "),
        ("elf", elf, "geen tekst (byte "),
        ("png", png, "geen tekst (byte 0)"),
        ("gzip", gzip, "geen tekst (byte 1)"),
    ] {
        refused(&file(&format!("hostile-{name}"), bytes), says);
    }
    refused("/no/such/letter.txt", "bestaat niet");
    refused("", "ontbreekt een waarde");
    let inside = file("hostile-folder/.verborgen", "");
    let folder = inside.trim_end_matches("/.verborgen");
    refused(folder, "hierin staat geen enkel bestand");
}

#[test]
fn text_in_another_encoding_is_read() {
    let utf16 = |text: &str, pair: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(pair).collect()
    };
    let words = "Geachte co\u{f6}rdinator,\r\n";
    let marked = format!("\u{feff}{words}");
    for (name, bytes, says) in [
        (
            "windows-1252",
            b"Geachte co\xf6rdinator,\n".to_vec(),
            "Geachte coördinator,",
        ),
        (
            "stray",
            b"Geachte \xff co\xc3\xb6rdinator,\n".to_vec(),
            "Geachte \u{fffd} coördinator,",
        ),
        (
            "utf-16-le",
            utf16(&marked, u16::to_le_bytes),
            "Geachte coördinator,",
        ),
        (
            "utf-16-be",
            utf16(&marked, u16::to_be_bytes),
            "Geachte coördinator,",
        ),
        (
            "utf-16-bare",
            utf16(words, u16::to_le_bytes),
            "Geachte coördinator,",
        ),
    ] {
        let path = file(&format!("hostile-read-{name}"), bytes);
        let said = kamerbrief(&["show", "-l", &path]);
        assert_eq!(said.fine().trim_end(), says, "{name}");
    }
}

#[cfg(unix)]
mod unix {
    use super::{file, kamerbrief, refused};
    use crate::call::{program, run, shell};
    use std::{
        ffi::OsStr,
        fs::{self, File},
        os::unix::{ffi::OsStrExt, fs::symlink, process::ExitStatusExt},
        path::PathBuf,
        process::{Command, Stdio},
    };

    #[test]
    fn a_device_is_no_letter_and_one_has_a_limit() {
        refused("/dev/null", "er staat geen tekst in");
        refused(
            "/dev/zero",
            "is geen gewoon bestand maar bijvoorbeeld een apparaat",
        );
        refused("/dev/full", "is geen gewoon bestand");
        let path = file("hostile-sparse", "");
        let sparse = File::options().write(true).open(&path).unwrap();
        sparse.set_len(128_000_001).unwrap();
        refused(&path, "is groter dan 128 MB");
        let said = run(shell(r#"yes | "$0" check -l -"#, &[]));
        let refusal = said.refusal();
        assert!(refusal.contains("-: is groter dan 128 MB"), "{refusal}");
    }

    #[test]
    fn links_that_lead_nowhere_are_refused() {
        let link = |name: &str, to: &str| {
            let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
            let _ = fs::remove_file(&path);
            symlink(to, &path).unwrap();
            path.into_os_string().into_string().unwrap()
        };
        refused(
            &link("hostile-loop", "hostile-loop"),
            "kan niet gelezen worden",
        );
        refused(&link("hostile-dangling", "no/such"), "bestaat niet");
        let refusal = kamerbrief(&["show", "-l", "/dev/null/letter"]).refusal();
        assert!(refusal.contains("kan niet gelezen worden"), "{refusal}");
        let long = format!("/{}", "a".repeat(5000));
        let refusal = kamerbrief(&["show", "-l", &long]).refusal();
        assert!(refusal.contains("/aaa") && refusal.len() < 300, "{refusal}");
    }

    #[test]
    fn a_file_that_is_removed_while_it_is_open_is_read() {
        let path = file("hostile-removed", "Geachte voorzitter,\n");
        let script = r#"exec 3<"$1"; rm "$1"; exec "$0" show -l /dev/fd/3"#;
        assert_eq!(run(shell(script, &[&path])).fine(), "Geachte voorzitter,\n");
        refused(&path, "bestaat niet");
    }

    #[test]
    fn a_name_is_shown_and_acts_on_nothing() {
        let name = "hostile \u{1b}[31m\n\u{9b}2J\u{202e}txt.exe\r\t'\"\\%s{}";
        let path = file(name, b"\x7fELF\x02\x01\x01\0\xff");
        refused(&path, "hostile ␛[31m␊�2J�txt.exe␍ '\"\\%s{}: geen tekst");
        fs::write(&path, "Dag,\n").unwrap();
        assert_eq!(kamerbrief(&["show", "-l", &path]).fine(), "Dag,\n");
        for name in ["-hostile", "--help", "hostile -l x"] {
            let folder = env!("CARGO_TARGET_TMPDIR");
            file(name, "Dag,\n");
            let mut command = program(&["show", &format!("--letter={name}")]);
            command.current_dir(folder);
            assert_eq!(run(command).fine(), "Dag,\n", "{name}");
        }
        let mut command = program(&["show", "-l"]);
        command.arg(OsStr::from_bytes(b"/no/\xff\x1b.txt"));
        let refusal = run(command).refusal();
        assert!(refusal.contains("/no/�␛.txt: bestaat niet"), "{refusal}");
    }

    /// Who waits for a pipe that nobody writes to can be stopped, before it is opened and after. (Not by an
    /// interrupt: where the tests run in the background, those are ignored.)
    #[test]
    fn a_signal_ends_the_waiting_for_a_pipe() {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile-pipe");
        let _ = fs::remove_file(&path);
        assert!(
            Command::new("mkfifo")
                .arg(&path)
                .status()
                .unwrap()
                .success()
        );
        for written in [false, true] {
            let mut command = program(&["check", "-l"]);
            let quiet = command
                .arg(&path)
                .stdin(Stdio::null())
                .stdout(Stdio::null());
            let mut child = quiet.spawn().unwrap();
            // Opening it to write waits until the program has opened it to read.
            let writer = written.then(|| File::options().write(true).open(&path).unwrap());
            let signal = ["-s", "TERM", &child.id().to_string()].map(str::to_owned);
            assert!(
                Command::new("kill")
                    .args(signal)
                    .status()
                    .unwrap()
                    .success()
            );
            assert_eq!(child.wait().unwrap().signal(), Some(15));
            drop(writer);
        }
    }
}
