//! Every setting changes something that is seen: whatever `--print-config` prints, given another value, shows on
//! the screen or in what the program leaves. A setting without a witness fails here.

use crate::{
    folder::Folder,
    program::kamerbrief,
    pty::Pty,
    seen::{Modes, Seen},
};
use kamerbrief::settings::SETTINGS;
use std::{fs, path::Path};

/// Whether the screen and the home are as they should be.
type Sees = fn(&Seen, &Path) -> bool;

/// What tells two values of a setting apart.
struct Witness {
    /// Another value than the usual one, as the file has it.
    value: &'static str,
    /// What is pressed.
    keys: &'static str,
    /// What is seen then with the usual value, and not with the other.
    usual: Sees,
    /// What is seen with the other value, and not with the usual one.
    other: Sees,
}

fn written(seen: &Seen) -> String {
    String::from_utf8_lossy(&seen.bytes).into_owned()
}

/// Whether the recommendation stands beside its response.
fn is_beside(seen: &Seen) -> bool {
    let rows = seen.rows();
    let mut rows = rows.iter();
    rows.any(|row| row.contains(" 4.0 ") && row.contains("Reactie van het kabinet"))
}

/// Whether the reader shows the start of the letter.
fn reads(seen: &Seen) -> bool {
    seen.modes().alternate_screen && seen.last_row().contains(" %")
}

/// What is kept of bookmarks and notes in a home.
fn kept(home: &Path) -> String {
    let file = home.join(".local/state/kamerbrief/marks/kst-36800-XVII-9.json");
    fs::read_to_string(file).unwrap_or_default()
}

/// What was put on the clipboard.
fn copied(home: &Path) -> String {
    fs::read_to_string(home.join("wl-copy.got")).unwrap_or_default()
}

/// The witness of a setting, by its name in the file.
#[allow(clippy::too_many_lines)] // a table
fn witness(id: &str) -> Witness {
    let (value, keys, usual, other): (_, _, Sees, Sees) = match id {
        "theme" => (
            "\"donker\"",
            "",
            |seen, _| reads(seen) && !written(seen).contains("38;2;"),
            |seen, _| reads(seen) && written(seen).contains("38;2;"),
        ),
        "measure" => (
            "44",
            "",
            |seen, _| reads(seen) && seen.says("Kabinetsreactie AIV-adviesrapport"),
            |seen, _| reads(seen) && seen.says("Kabinetsreactie AIV-advies-"),
        ),
        "language" => (
            "\"en\"",
            "",
            |seen, _| seen.says("van de brief"),
            |seen, _| seen.says("of the letter"),
        ),
        "symbols" => (
            "\"ascii\"",
            "",
            |seen, _| reads(seen) && seen.says("────"),
            |seen, _| reads(seen) && seen.says("----"),
        ),
        "sidebar" => (
            "false",
            "",
            |seen, _| reads(seen) && seen.says("9  Ondertekening"),
            |seen, _| reads(seen) && !seen.says("9  Ondertekening"),
        ),
        "compare" => (
            "\"on\"",
            "4",
            |seen, _| seen.says("Reactie van het kabinet") && !is_beside(seen),
            |seen, _| is_beside(seen),
        ),
        "hyphenation" => (
            "false",
            "",
            |seen, _| reads(seen) && seen.rows().iter().any(|row| row.ends_with("Kabinetsreac-")),
            |seen, _| reads(seen) && seen.rows().iter().any(|row| row.ends_with("regering :")),
        ),
        "justification" => (
            "true",
            "4",
            |seen, _| seen.says("CIVICUS, die zich inzetten"),
            |seen, _| seen.says("CIVICUS,  die zich  inzetten"),
        ),
        "citation" => (
            "\"bibtex\"",
            "4yc",
            |_, home| copied(home).contains("Kamerstukken II") && !copied(home).contains('@'),
            |_, home| copied(home).contains("@misc"),
        ),
        "mouse" => (
            "false",
            "",
            |seen, _| reads(seen) && seen.modes() == Modes::TAKEN,
            |seen, _| reads(seen) && seen.modes() == Modes::TAKEN_WITHOUT_MOUSE,
        ),
        "links" => (
            "false",
            "1eeeee\r",
            |seen, _| written(seen).contains("\x1b]8;;https"),
            |seen, _| seen.says("https://") && !written(seen).contains("\x1b]8;;"),
        ),
        "clipboard" => (
            "\"terminal\"",
            "4yp",
            |seen, _| seen.says("Gekopieerd met wl-copy"),
            |seen, _| seen.says("De tekst is naar de terminal gestuurd"),
        ),
        "linear" => (
            "true",
            "",
            |seen, _| reads(seen),
            |seen, _| !seen.modes().alternate_screen && seen.says("help"),
        ),
        "remember" => (
            "false",
            "4ahallo\r",
            |seen, home| seen.says("Notitie bij 4.1 bewaard") && kept(home).contains("hallo"),
            |seen, home| seen.says("Wordt niet bewaard") && kept(home).is_empty(),
        ),
        "folder" => (
            "\"~/brieven\"",
            "",
            |seen, _| reads(seen),
            |seen, _| seen.says("appels.txt"),
        ),
        "name" => (
            "\"A. Jansen\"",
            "4ahallo\r",
            |seen, home| {
                seen.says("bewaard")
                    && kept(home).contains("hallo")
                    && !kept(home).contains("Jansen")
            },
            |seen, home| seen.says("bewaard") && kept(home).contains("Jansen"),
        ),
        "keys" => (
            "{ preset = \"less\" }",
            "h",
            |seen, _| reads(seen) && !seen.says("Hulp"),
            |seen, _| seen.says("Hulp"),
        ),
        id => panic!("nothing is seen of the setting {id}"),
    };
    Witness {
        value,
        keys,
        usual,
        other,
    }
}

/// How wide the screen is on which a setting shows.
fn size(id: &str) -> (u16, u16) {
    match id {
        "hyphenation" => (40, 30),
        _ => (100, 30),
    }
}

/// Opens the reader with a line of settings, and waits until it is seen as it should be.
#[track_caller]
fn sees(id: &str, line: &str, keys: &str, wanted: Sees, not: Sees) {
    let home = Folder::new(&format!("setting-{id}"));
    fs::create_dir_all(home.0.join(".config/kamerbrief")).unwrap();
    fs::write(home.0.join(".config/kamerbrief/config.toml"), line).unwrap();
    fs::create_dir(home.0.join("brieven")).unwrap();
    let letter = "Den Haag, 1 maart 2021\n\nGeachte voorzitter,\n\nDeze brief gaat over appels.\n";
    fs::write(home.0.join("brieven/appels.txt"), letter).unwrap();
    home.add_program("wl-copy");
    let mut command = kamerbrief();
    command.env("HOME", &home.0);
    command.env("WAYLAND_DISPLAY", "wayland-0");
    command.env("PATH", format!("{}:/usr/bin:/bin", home.0.display()));
    let mut pty = Pty::open(command, size(id));
    if !keys.is_empty() {
        pty.wait_for("the reader", reads);
        pty.send(keys);
    }
    pty.wait_for(line, |seen| wanted(seen, &home.0));
    assert!(!not(&pty.seen(), &home.0), "{line}");
    pty.send("\x03\x03\x03\x03");
    let _ = pty.wait_for_fate();
}

#[test]
fn every_setting_that_is_printed_changes_what_is_seen() {
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
        .args(["--print-config", "--config", "/dev/null", "--lang", "nl"])
        .output()
        .unwrap();
    let printed = String::from_utf8(printed.stdout).unwrap();
    let table: toml::Table = toml::from_str(&printed).unwrap();
    assert_eq!(table.len(), SETTINGS.len() + 1);
    for id in table.keys() {
        let witness = witness(id);
        let start = format!("{id} = ");
        let own = printed.lines().find(|line| line.starts_with(&start));
        let usual = own.map_or_else(String::new, |line| format!("{line}\n"));
        sees(id, &usual, witness.keys, witness.usual, witness.other);
        let other = format!("{id} = {}\n", witness.value);
        sees(id, &other, witness.keys, witness.other, witness.usual);
    }
}

#[test]
fn what_is_wrong_in_the_file_is_read_before_a_key_is_pressed() {
    for (name, text, says) in [
        ("word", "mesure = 70\n", "config.toml, regel 1: ‘mesure’"),
        ("toml", "measure = = 3\n", "config.toml, regel 1: "),
    ] {
        let home = Folder::new(&format!("wrong-{name}"));
        fs::create_dir_all(home.0.join(".config/kamerbrief")).unwrap();
        fs::write(home.0.join(".config/kamerbrief/config.toml"), text).unwrap();
        let mut command = kamerbrief();
        command.env("HOME", &home.0);
        let mut pty = Pty::open(command, (120, 36));
        pty.wait_for(says, |seen| seen.says(says) && reads(seen));
        pty.send("q");
        let _ = pty.wait_for_end();
    }
    // Nor is it hidden that the file cannot be read at all.
    let home = Folder::new("wrong-folder");
    fs::create_dir_all(home.0.join(".config/kamerbrief/config.toml")).unwrap();
    let mut command = kamerbrief();
    command.env("HOME", &home.0);
    let mut pty = Pty::open(command, (120, 36));
    pty.wait_for("the folder", |seen| {
        seen.says("config.toml: is een map") && reads(seen)
    });
    pty.send("q");
    let _ = pty.wait_for_end();
}
