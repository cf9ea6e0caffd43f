//! Bookmarks, notes and what was read, in a real terminal: they are there the next time, however the program
//! ended, and what cannot be kept is said.

use crate::{folder::Folder, picture::words, program::kamerbrief, pty::Pty, seen::Fate};
use rustix::{
    fs::{FlockOperation, flock},
    process::Signal,
};
use std::{
    fs,
    os::unix::fs::FileTypeExt,
    path::{Path, PathBuf},
    process::Command,
};

const SIZE: (u16, u16) = (100, 30);

const FILE: &str = ".local/state/kamerbrief/marks/kst-36800-XVII-9.json";

fn at_home(home: &Path, args: &[&str]) -> Command {
    let mut command = kamerbrief();
    command.env("HOME", home);
    command.args(args);
    command
}

fn open(home: &Path, args: &[&str]) -> Pty {
    let pty = Pty::open(at_home(home, args), SIZE);
    pty.wait_for_reader();
    pty
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

/// Writes a note on 4.1 and waits until that is said.
fn write_note(pty: &mut Pty, note: &str) {
    pty.send(format!("4a{note}\r"));
    pty.wait_for_words("Notitie bij 4.1 bewaard");
}

/// Opens the reader once more: the note on 4.1 has to be there, or none.
#[track_caller]
fn finds(home: &Path, args: &[&str], note: Option<&str>) {
    let mut pty = open(home, args);
    pty.send("4a");
    pty.wait_for_words(note.unwrap_or("een eigen notitie bij deze alinea"));
    pty.send("\x03\x03\x03");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

fn kept(home: &Path) -> String {
    fs::read_to_string(home.join(FILE)).unwrap()
}

fn home(name: &str) -> (Folder, PathBuf) {
    let folder = Folder::new(name);
    let home = folder.0.clone();
    (folder, home)
}

#[test]
fn a_note_is_there_the_next_time_however_the_program_ended() {
    for signal in [
        None,
        Some(Signal::TERM),
        Some(Signal::HUP),
        Some(Signal::INT),
        Some(Signal::KILL),
    ] {
        let (_folder, home) = home(&format!("note-{}", signal.map_or(0, Signal::as_raw)));
        let mut pty = open(&home, &[]);
        write_note(&mut pty, "Wie betaalt?");
        if let Some(signal) = signal {
            pty.signal(signal);
            assert_eq!(pty.wait_for_fate(), Fate::Killed(signal.as_raw()));
        } else {
            quit(pty);
        }
        finds(&home, &[], Some("Wie betaalt?"));
    }
}

#[test]
fn a_note_that_is_being_typed_is_kept_where_the_program_is_ended() {
    for signal in [Some(Signal::TERM), Some(Signal::HUP), None] {
        let (_folder, home) = home(&format!("typing-{}", signal.map_or(0, Signal::as_raw)));
        let mut pty = open(&home, &[]);
        pty.send("4aWie beta");
        pty.wait_for_words("│ Wie beta");
        if let Some(signal) = signal {
            pty.signal(signal);
            assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
        } else {
            pty.send("\x03\x03\x03");
            assert_eq!(pty.wait_for_end(), Fate::Exited(0));
        }
        finds(&home, &[], Some("Wie beta"));
    }
}

#[test]
fn a_terminal_that_is_closed_loses_nothing() {
    let (_folder, home) = home("closed");
    let mut pty = open(&home, &[]);
    write_note(&mut pty, "Wie betaalt?");
    pty.send("3aEn wie");
    pty.wait_for_words("│ En wie");
    pty.hang_up("\x01");
    let kept = kept(&home);
    assert!(
        kept.contains("Wie betaalt?") && kept.contains("En wie"),
        "{kept}"
    );
}

#[test]
fn a_hang_up_that_is_told_twice_loses_nothing() {
    // The kernel tells of it, and so does the shell.
    let (_folder, home) = home("twice");
    for round in 0..8 {
        let note = format!("ronde {round}");
        let mut pty = open(&home, &[]);
        pty.send(format!("4a\x15{note}"));
        pty.wait_for_words(&format!("│ {note}"));
        assert_eq!(
            pty.signal_until_it_ends(Signal::HUP),
            Fate::Killed(Signal::HUP.as_raw())
        );
        assert!(kept(&home).contains(&note), "{}", kept(&home));
    }
}

#[test]
fn escape_gives_a_note_up() {
    let (_folder, home) = home("given-up");
    let mut pty = open(&home, &[]);
    pty.send("4aWie beta");
    pty.wait_for_words("│ Wie beta");
    pty.send("\x1b");
    pty.wait_for("no note", |seen| !seen.says("Notitie bij 4.1"));
    quit(pty);
    finds(&home, &[], None);
}

#[test]
fn what_was_read_is_there_the_next_time() {
    for signal in [None, Some(Signal::TERM)] {
        let (_folder, home) = home(&format!("read-{}", signal.map_or(0, Signal::as_raw)));
        let mut pty = open(&home, &[]);
        pty.send("7x5");
        pty.wait_for_words("Aanbeveling 5");
        match signal {
            None => quit(pty),
            Some(signal) => {
                pty.signal(signal);
                assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
            }
        }
        let pty = open(&home, &[]);
        // What was passed by is not read.
        pty.wait_for_words(" 7″ Goed voorbeeld");
        pty.wait_for_words(" 5  Op EU-agenda");
        pty.wait_for_words(" 0  Inleiding");
        pty.wait_for_words(" 4  Mondiaal");
        quit(pty);
    }
}

#[test]
fn fresh_neither_reads_nor_keeps_and_says_so() {
    let (_folder, home) = home("fresh");
    let mut pty = open(&home, &["--fresh"]);
    pty.send("4m");
    pty.wait_for_words(words().marks.not_kept);
    pty.send("aVan een ander\r");
    pty.wait_for_words(words().marks.not_kept);
    quit(pty);
    assert!(
        fs::read_dir(&home).unwrap().next().is_none(),
        "nothing is written"
    );
    let mut pty = open(&home, &[]);
    write_note(&mut pty, "Wie betaalt?");
    quit(pty);
    let before = kept(&home);
    finds(&home, &["--fresh"], None);
    assert_eq!(kept(&home), before);
}

#[test]
fn a_broken_file_stays_as_it_is() {
    let (_folder, home) = home("broken");
    let file = home.join(FILE);
    let broken = "{\"version\": 1, \"marks\": [\x1b]0;x\x07";
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, broken).unwrap();
    let mut pty = open(&home, &[]);
    pty.wait_for_words("De bewaarde bladwijzers en notities zijn onleesbaar");
    pty.send("4");
    pty.wait_for_words("Aanbeveling 4");
    quit(pty);
    assert_eq!(kept(&home), broken, "what was read is not worth more");
    let mut pty = open(&home, &[]);
    pty.send("4aWie betaalt?\r");
    pty.wait_for_words("Het onleesbare bestand is apart bewaard als");
    let aside = file.with_extension("broken");
    let aside = aside.to_str().unwrap();
    pty.wait_for("the whole name", |seen| {
        seen.rows().iter().any(|row| row.trim() == aside)
    });
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    let rows = pty.seen().rows().concat();
    assert!(
        rows.starts_with("kamerbrief: Het onleesbare bestand"),
        "{rows}"
    );
    assert!(rows.contains(aside), "{rows}");
    assert_eq!(
        fs::read_to_string(file.with_extension("broken")).unwrap(),
        broken
    );
    finds(&home, &[], Some("Wie betaalt?"));
}

#[test]
fn where_nothing_can_be_kept_it_says_so_and_goes_on() {
    for (name, value) in [("HOME", "/dev/null"), ("HOME", "nowhere")] {
        let mut command = kamerbrief();
        command.env(name, value);
        let mut pty = Pty::open(command, (120, 30));
        pty.wait_for_reader();
        pty.send("4m");
        pty.wait_for_words("Niet bewaard");
        pty.send("}}");
        pty.wait_for_words("★");
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(2), "a bookmark is lost");
        let rows = pty.seen().rows().concat();
        assert!(rows.starts_with("kamerbrief: Niet bewaard"), "{rows}");
    }
}

#[test]
fn two_readers_of_one_letter_keep_what_both_leave() {
    let (_folder, home) = home("two");
    let (mut one, mut other) = (open(&home, &[]), open(&home, &[]));
    write_note(&mut one, "Van de een");
    other.send("4}m");
    other.wait_for_words("Bladwijzer bij 4.2");
    other.wait_for("the sign of the other", |seen| {
        seen.says("★ Nederland bevordert")
    });
    one.send("2aOok van de een\r");
    one.wait_for_words("bewaard");
    quit(other);
    quit(one);
    let kept = kept(&home);
    for left in ["Van de een", "Ook van de een", "\"bookmark\":true"] {
        assert!(kept.contains(left), "{left} is not in {kept}");
    }
}

#[test]
fn letters_without_an_id_have_files_of_their_own() {
    let (folder, home) = home("files");
    for (name, text) in [("een.txt", "Dag allen.\n"), ("twee.txt", "Dag samen.\n")] {
        let letter = folder.0.join(name);
        fs::write(&letter, text).unwrap();
        let mut pty = open(&home, &[letter.to_str().unwrap()]);
        pty.send("m");
        pty.wait_for_words("Bladwijzer bij 0.1");
        quit(pty);
    }
    let files = fs::read_dir(home.join(FILE).parent().unwrap()).unwrap();
    let mut names: Vec<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(
        names.iter().all(|name| name.starts_with("text-")),
        "{names:?}"
    );
}

#[test]
fn who_has_to_wait_for_another_reader_reads_on_and_says_so() {
    let (_folder, home) = home("waits");
    let file = home.join(FILE);
    let folder = file.parent().unwrap();
    fs::create_dir_all(folder).unwrap();
    let other = fs::File::open(folder).unwrap();
    flock(&other, FlockOperation::LockExclusive).unwrap();
    let mut pty = open(&home, &[]);
    pty.send("4aWie betaalt?\r");
    pty.wait_for_words("een andere kamerbrief is aan het schrijven");
    assert!(!pty.seen().says("bewaard"));
    pty.send("5");
    pty.wait_for_words("Aanbeveling 5");
    assert!(!file.exists());
    drop(other);
    pty.wait_for_words("Notitie bij 4.1 bewaard");
    assert!(kept(&home).contains("Wie betaalt?"));
    // At the end it waits as well, and says so where the reader is gone.
    let other = fs::File::open(folder).unwrap();
    flock(&other, FlockOperation::LockExclusive).unwrap();
    pty.send("3aEn wie nog?\r");
    pty.wait_for_words("een andere kamerbrief is aan het schrijven");
    pty.send("q");
    pty.wait_for_words("kamerbrief wacht tot die klaar is");
    drop(other);
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    assert!(kept(&home).contains("En wie nog?"));
}

#[test]
fn who_is_told_to_wait_no_longer_says_what_is_lost() {
    let (_folder, home) = home("gives-up");
    let file = home.join(FILE);
    let folder = file.parent().unwrap();
    fs::create_dir_all(folder).unwrap();
    let other = fs::File::open(folder).unwrap();
    flock(&other, FlockOperation::LockExclusive).unwrap();
    let mut pty = open(&home, &[]);
    pty.send("4aWie betaalt?\rq");
    pty.wait_for_words("kamerbrief wacht tot die klaar is");
    pty.signal(Signal::INT);
    assert_eq!(pty.wait_for_end(), Fate::Exited(2));
    let rows = pty.seen().rows().concat();
    assert!(rows.contains("kamerbrief: Niet bewaard"), "{rows}");
    drop(other);
}

#[test]
fn a_file_that_is_no_plain_one_is_left_alone_and_said() {
    let (_folder, home) = home("no-plain-file");
    let file = home.join(FILE);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let made = Command::new("mkfifo").arg(&file).status();
    assert!(made.unwrap().success());
    let mut pty = open(&home, &[]);
    pty.wait_for_words("dit is geen gewoon bestand");
    pty.send("4m");
    pty.wait_for_words("dit is geen gewoon bestand");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(2));
    assert!(fs::metadata(&file).unwrap().file_type().is_fifo());
}

#[test]
fn the_reader_goes_on_where_it_was_unless_it_begins_anew() {
    let (_folder, home) = home("goes-on");
    let mut pty = open(&home, &[]);
    pty.send("6st");
    pty.wait_for("no sidebar", |seen| !seen.says("Mensenrechtennota"));
    quit(pty);
    let pty = open(&home, &[]);
    pty.wait_for_words("verder bij 6.");
    pty.wait_for_words("g naar het begin");
    assert!(
        !pty.seen().says("Mensenrechtennota"),
        "nor has it a sidebar"
    );
    quit(pty);
    for args in [&["--fresh"][..], &["--at", "2.1"]] {
        let pty = open(&home, args);
        assert!(!pty.seen().says("verder bij"), "{args:?}");
        quit(pty);
    }
    // What it looks like holds for all letters.
    let letter = home.join("brief.txt");
    fs::write(&letter, "Dag allen.\n").unwrap();
    let pty = open(&home, &[letter.to_str().unwrap()]);
    pty.wait_for_words("Dag allen.");
    assert!(!pty.seen().says("│"), "no sidebar here either");
    quit(pty);
    let theme = home.join(".local/state/kamerbrief/theme");
    assert_eq!(fs::read_to_string(theme).unwrap(), "licht\n");
}

#[test]
fn a_letter_without_an_id_is_recognised_when_a_typo_is_mended() {
    let (folder, home) = home("mended");
    let letter = folder.0.join("brief.txt");
    let source = |word: &str| {
        format!(
            "Beste lezer,\n\nDit is een brief zonder nummer.\n\nHij heeft een {word} in de tekst.\n\n\
             En nog een alinea, over iets anders.\n\nMet vriendelijke groet.\n"
        )
    };
    fs::write(&letter, source("tiepfout")).unwrap();
    let path = letter.to_str().unwrap();
    let mut pty = open(&home, &[path]);
    pty.send(":0.4\raWie schreef dit?\r");
    pty.wait_for_words("Notitie bij 0.4 bewaard");
    quit(pty);
    fs::write(&letter, source("typefout")).unwrap();
    let mut pty = open(&home, &[path]);
    pty.send(":0.4\ra");
    pty.wait_for_words("Wie schreef dit?");
    pty.send("\x03\x03\x03");
    pty.wait_for_end();
    let files = fs::read_dir(home.join(FILE).parent().unwrap()).unwrap();
    assert_eq!(files.count(), 1, "it is the same letter");
}
