//! What is kept for the next time: searches, and nothing where that is not wanted or not possible.

use crate::{folder::Folder, program::kamerbrief, pty::Pty};
use std::{
    fs,
    os::unix::fs::{FileTypeExt, PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::Command,
};

const SIZE: (u16, u16) = (100, 30);

const STATE: &str = ".local/state/kamerbrief";

fn at_home(home: &Path, args: &[&str]) -> Command {
    let mut command = kamerbrief();
    command.env("HOME", home);
    command.args(args);
    command
}

/// Opens the reader, searches for a word, and quits.
fn search(home: &Path, args: &[&str], word: &str) {
    let mut pty = Pty::open(at_home(home, args), SIZE);
    pty.wait_for_reader();
    pty.send(format!("/{word}\r"));
    pty.wait_for_words(&format!("‘{word}’"));
    pty.send("q");
    pty.wait_for_end();
}

/// What the line of a search holds after the key for the search before.
fn line_after_up(home: &Path, args: &[&str], expected: &str) {
    let mut pty = Pty::open(at_home(home, args), SIZE);
    pty.wait_for_reader();
    pty.send("/\x1b[A");
    pty.wait_for("the search before", |seen| {
        seen.last_row().trim_start().starts_with(expected)
    });
    pty.send("\x03\x03\x03");
    pty.wait_for_end();
}

#[test]
fn searches_come_back_the_next_time() {
    let folder = Folder::new("kept");
    let home = &folder.0;
    search(home, &[], "ruimte");
    line_after_up(home, &[], "/ruimte");
    search(home, &["--fresh"], "vrijheid");
    line_after_up(home, &[], "/ruimte");
    line_after_up(home, &["--fresh"], "/   woorden");
}

#[test]
fn searches_of_two_readers_are_both_kept() {
    let folder = Folder::new("kept-two");
    let home = &folder.0;
    let mut readers = ["ruimte", "kabinet"].map(|word| {
        let mut pty = Pty::open(at_home(home, &[]), SIZE);
        pty.wait_for_reader();
        pty.send(format!("/{word}\r"));
        pty.wait_for_words(&format!("‘{word}’"));
        pty
    });
    for pty in &mut readers {
        pty.send("q");
        pty.wait_for_end();
    }
    let kept = fs::read_to_string(home.join(STATE).join("searches")).unwrap();
    assert_eq!(kept, "ruimte\nkabinet\n");
}

#[test]
fn where_nothing_can_be_kept_nothing_is_said() {
    let folder = Folder::new("kept-nowhere");
    let home = folder.0.join("file");
    fs::write(&home, "no folder").unwrap();
    search(&home, &[], "ruimte");
    assert_eq!(fs::read_to_string(&home).unwrap(), "no folder");
}

/// Puts these bytes where searches are kept; where that is.
fn keep_searches(home: &Path, bytes: &[u8]) -> PathBuf {
    let file = home.join(STATE).join("searches");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, bytes).unwrap();
    file
}

#[test]
fn searches_that_are_no_text_do_not_lose_the_others() {
    let folder = Folder::new("kept-no-text");
    let file = keep_searches(&folder.0, b"ruimte\nvrij\xffheid\n");
    search(&folder.0, &[], "kabinet");
    let kept = fs::read_to_string(&file).unwrap();
    assert_eq!(kept, "ruimte\nvrij\u{fffd}heid\nkabinet\n");
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_is_no_file_of_ours_is_neither_read_nor_overwritten() {
    let folder = Folder::new("kept-foreign");
    let home = &folder.0;
    let file = keep_searches(home, &b"x\n".repeat(600_000));
    search(home, &[], "ruimte");
    assert_eq!(fs::metadata(&file).unwrap().len(), 1_200_000);
    for name in ["searches", "compare"] {
        let path = home.join(STATE).join(name);
        let _ = fs::remove_file(&path);
        let made = Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
    }
    search(home, &[], "ruimte");
    assert!(fs::metadata(&file).unwrap().file_type().is_fifo());
    fs::remove_file(&file).unwrap();
    symlink(home.join("nowhere"), &file).unwrap();
    search(home, &[], "ruimte");
    assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
}

/// Opens the reader on a recommendation and presses a key; whether both columns show then.
fn compare(home: &Path, args: &[&str], keys: &str) -> bool {
    let mut pty = Pty::open(at_home(home, &[&["--at", "4"], args].concat()), SIZE);
    pty.wait_for_reader();
    let is_beside = |row: &str| row.contains("Speel op") && row.contains("Reactie van het kabinet");
    pty.send(format!("{keys}:9.9"));
    let mut beside = false;
    pty.wait_for("an address that is typed", |seen| {
        beside = seen.rows().iter().any(|row| is_beside(row));
        seen.last_row().contains(":9.9")
    });
    pty.send("\x03\x03\x03");
    pty.wait_for_end();
    beside
}

#[test]
fn whether_to_compare_is_kept_where_it_was_chosen() {
    let folder = Folder::new("kept-compare");
    let home = &folder.0;
    let file = home.join(".local/state/kamerbrief/compare");
    assert!(!compare(home, &[], ""));
    assert!(!file.exists(), "nothing was chosen");
    assert!(compare(home, &["--fresh"], "c"));
    assert!(!file.exists(), "nothing was to be kept");
    assert!(compare(home, &[], "c"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "on\n");
    assert!(compare(home, &[], ""));
    assert!(!compare(home, &["--fresh"], ""));
    assert!(!compare(home, &[], "c"));
    assert!(!compare(home, &[], ""));
    for broken in [&b"\xff\xfe\0"[..], b"", b"perhaps"] {
        fs::write(&file, broken).unwrap();
        assert!(!compare(home, &[], ""));
        assert_eq!(fs::read(&file).unwrap(), broken, "nothing was chosen");
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(compare(home, &[], "c"));
    assert!(file.is_dir());
}
