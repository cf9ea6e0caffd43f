//! A folder opens the list of its letters; each letter opens where it was left, with what was written in it.

use crate::{folder::Folder, program::kamerbrief, pty::Pty, seen::Fate};
use std::{fs, os::unix::fs::symlink, process::Command};

const SIZE: (u16, u16) = (110, 30);

#[test]
fn letters_of_a_folder_are_gone_through_and_what_is_written_in_them_is_kept() {
    let home = Folder::new("library");
    let letters = home.0.join("brieven/in");
    fs::create_dir_all(&letters).unwrap();
    for (name, about) in [("appels.txt", "appels"), ("peren.txt", "peren")] {
        let text = format!(
            "Den Haag, 1 maart 2021\n\nGeachte voorzitter,\n\nDeze brief gaat over {about}.\n\nDe Minister van \
             Buitenlandse Zaken,\n\nS.A. Blok\n"
        );
        fs::write(letters.join(name), text).unwrap();
    }
    fs::write(letters.join("leeg.txt"), "").unwrap();
    // Nothing of this may be waited for, or gone round in.
    symlink(&letters, letters.join("terug")).unwrap();
    symlink("lus", letters.join("lus")).unwrap();
    symlink("/dev/zero", letters.join("nul.txt")).unwrap();
    let pipe = Command::new("mkfifo")
        .arg(letters.join("pijp.txt"))
        .status();
    assert!(pipe.unwrap().success());
    let open = || {
        let mut command = kamerbrief();
        command.env("HOME", &home.0);
        command.args([home.0.join("brieven")]);
        Pty::open(command, SIZE)
    };

    let mut pty = open();
    pty.wait_for("the list", |seen| {
        [
            "appels.txt",
            "peren.txt",
            "36 800 XVII, nr. 9",
            "leeg.txt: ",
        ]
        .iter()
        .all(|words| seen.says(words))
    });
    pty.send("peren\r");
    pty.wait_for_words("gaat over peren");
    pty.send("m");
    pty.wait_for_words("Bladwijzer bij");
    pty.send("O\x15appels\r");
    pty.wait_for_words("gaat over appels");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));

    let mut pty = open();
    pty.wait_for("the bookmark in the list", |seen| {
        seen.rows()
            .iter()
            .any(|row| row.contains("peren.txt") && row.trim_end().ends_with('1'))
    });
    pty.send("36 800\r");
    pty.wait_for_words("Het kabinet dankt de Adviesraad");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

#[test]
fn a_folder_that_is_set_opens_where_nothing_is_named() {
    let home = Folder::new("library-set");
    let letters = home.0.join("brieven");
    fs::create_dir_all(&letters).unwrap();
    fs::create_dir_all(home.0.join(".config/kamerbrief")).unwrap();
    let settings = home.0.join(".config/kamerbrief/config.toml");
    let text = "Den Haag, 1 maart 2021\n\nGeachte voorzitter,\n\nDeze brief gaat over appels.\n";
    fs::write(letters.join("appels.txt"), text).unwrap();
    let open = |set: &str, args: &[&str]| {
        fs::write(&settings, format!("folder = \"{set}\"\n")).unwrap();
        let mut command = kamerbrief();
        command.env("HOME", &home.0);
        command.args(args);
        Pty::open(command, SIZE)
    };
    let file = letters.join("appels.txt").to_string_lossy().into_owned();
    for (set, args, says) in [
        (
            "~/brieven",
            &[] as &[&str],
            ["appels.txt", "36 800 XVII, nr. 9"],
        ),
        (
            "~/brieven",
            &[&file],
            ["Deze brief gaat over appels.", "hele brief"],
        ),
        ("~/weg", &[], ["weg: bestaat niet", "36 800 XVII, nr. 9"]),
    ] {
        let mut pty = open(set, args);
        pty.wait_for("what is set", |seen| {
            says.iter().all(|words| seen.says(words))
        });
        pty.send("\x03\x03\x03q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    }
}

#[test]
fn what_was_read_is_kept_and_whatever_becomes_of_it_the_list_is_the_same() {
    let home = Folder::new("library-cache");
    let letters = home.0.join("brieven");
    fs::create_dir_all(&letters).unwrap();
    for (name, about) in [
        ("a-kersen.txt", "kersen"),
        ("b-appels.txt", "appels"),
        ("c-peren.txt", "peren"),
    ] {
        let text = format!(
            "Den Haag, 1 maart 2021\n\nGeachte voorzitter,\n\nDeze brief gaat over {about}.\n\nDe Minister van \
             Buitenlandse Zaken,\n\nS.A. Blok\n"
        );
        fs::write(letters.join(name), text).unwrap();
    }
    let read = |args: &[&str]| {
        let mut command = kamerbrief();
        command.env("HOME", &home.0);
        command.args(args);
        command.arg(&letters);
        let mut pty = Pty::open(command, SIZE);
        pty.wait_for_words("4/4");
        pty.send("appels\r");
        pty.wait_for_words("gaat over appels");
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    };
    let cache = home.0.join(".cache/kamerbrief");
    read(&["--fresh"]);
    assert!(!cache.exists(), "nothing was to be kept");
    read(&[]);
    let kept = || {
        fs::read_dir(&cache)
            .unwrap()
            .flatten()
            .map(|file| file.path())
    };
    // The first letter shows before anything is kept.
    assert_eq!(kept().count(), 2);
    read(&[]);
    for file in kept() {
        let bytes = fs::read(&file).unwrap();
        fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    }
    read(&[]);
    fs::remove_dir_all(&cache).unwrap();
    fs::write(&cache, "geen map").unwrap();
    read(&[]);
}
