//! A folder opens the list of its letters; each letter opens where it was left, with what was written in it.

use crate::{folder::Folder, program::kamerbrief, pty::Pty, seen::Fate};
use std::fs;

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
