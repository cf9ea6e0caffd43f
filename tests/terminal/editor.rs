//! A note that is written in the user's editor, which has the terminal meanwhile: it gets it free, and whatever it
//! does to it and however it ends, the reader has it back as it was and nothing that was written is lost.

use crate::{
    folder::Folder,
    program::{kamerbrief, shell},
    pty::Pty,
    seen::{Fate, Modes},
};
use rustix::process::Signal;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const SIZE: (u16, u16) = (100, 30);

/// Where what is kept lies within a home.
const STATE: &str = ".local/state/kamerbrief";

const KEPT: &str = "marks/kst-36800-XVII-9.json";

/// A command with an editor that is this shell script, in which `$1` is the file. Its call has words, and quotes.
fn with_editor(mut command: Command, home: &Path, script: &str) -> Command {
    command.env("HOME", home);
    let script = shell_words::quote(script).into_owned();
    command.env("EDITOR", format!("/bin/sh -c {script} editor"));
    command
}

fn open(home: &Path, script: &str) -> Pty {
    let pty = Pty::open(with_editor(kamerbrief(), home, script), SIZE);
    pty.wait_for_reader();
    pty
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
}

fn home(name: &str) -> (Folder, PathBuf) {
    let folder = Folder::new(name);
    let home = folder.0.clone();
    (folder, home)
}

fn kept(home: &Path) -> String {
    fs::read_to_string(home.join(STATE).join(KEPT)).unwrap_or_default()
}

/// The files of editors that are left.
fn left(home: &Path) -> Vec<PathBuf> {
    let files = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = files(home.join(STATE).join("editor"));
    folders
        .flat_map(|folder| files(folder.path()))
        .map(|file| file.path())
        .collect()
}

/// Waits until the reader has the terminal as before.
#[track_caller]
fn is_back(pty: &Pty, says: &str) {
    pty.wait_for(says, |seen| {
        seen.modes().alternate_screen && seen.modes().bracketed_paste && seen.says(says)
    });
    assert!(pty.is_raw());
}

#[test]
fn an_editor_has_the_terminal_to_itself_and_the_note_is_kept() {
    let (_folder, home) = home("editor-kept");
    let script = r#"
        cat "$1"; ls -ld "$1" "${1%/*}" | cut -c1-10
        echo "hier is de editor"; read -r line; printf '%s\n\nen meer\n' "$line" > "$1"; : > "$1~""#;
    let mut pty = open(&home, script);
    pty.send("4aWie beta");
    pty.wait_for_words("│ Wie beta");
    pty.send("\x18");
    pty.wait_for_words("hier is de editor");
    pty.assert_free();
    assert!(!pty.is_raw());
    for words in ["Wie beta", "-rw-------", "drwx------"] {
        assert!(pty.seen().says(words), "{words}");
    }
    // The window of the terminal may become another meanwhile.
    pty.resize((90, 28));
    pty.wipe();
    pty.send("Wie betaalt dit? #actie\n");
    is_back(&pty, "Notitie bij 4.1 bewaard");
    assert_eq!(pty.seen().modes(), Modes::TAKEN);
    assert!(kept(&home).contains(r"Wie betaalt dit? #actie\n\nen meer"));
    assert_eq!(left(&home), [""; 0].map(PathBuf::from));
    // From the table of notes it goes back there.
    pty.send("o6\x18");
    pty.wait_for_words("hier is de editor");
    pty.send("Anders\n");
    is_back(&pty, "eigen bladwijzers en notities");
    pty.wait_for_words("Anders");
    quit(pty);
    assert!(kept(&home).contains("Anders") && !kept(&home).contains("Wie betaalt"));
}

#[test]
fn what_an_editor_left_that_failed_is_not_lost() {
    for (name, script, says) in [
        (
            "fails",
            r#"echo nieuw > "$1"; exit 3"#,
            "eindigde met fout 3",
        ),
        (
            "killed",
            r#"echo nieuw > "$1"; kill -KILL $$"#,
            "is afgebroken",
        ),
        (
            "leaves",
            r#"printf '\033[?1049h\033[?2026h\033[?1003h\033[?1004h\033[?1h\033[>1u\033[3;5r\033[31m'
               stty raw -echo; echo nieuw > "$1"; kill -KILL $$"#,
            "is afgebroken",
        ),
    ] {
        let (_folder, home) = home(&format!("editor-{name}"));
        let mut pty = open(&home, script);
        pty.send("4aoud\x18");
        is_back(&pty, says);
        pty.wait_for_words("│ nieuw");
        assert_eq!(left(&home), [""; 0].map(PathBuf::from), "{name}");
        pty.send("\x1b[13u");
        pty.wait_for_words("Notitie bij 4.1 bewaard");
        assert!(kept(&home).contains("nieuw"), "{name}");
        if name == "leaves" {
            // Keys of another protocol are understood; who turned them on and was killed leaves them so.
            pty.send("q");
            assert_eq!(pty.wait_for_fate(), Fate::Exited(0));
            // What it wrote last may be read after its end.
            pty.wait_for("the modes given back", |seen| seen.modes() == Modes::FREE);
            assert!(!pty.is_raw());
        } else {
            quit(pty);
        }
    }
}

#[test]
fn what_cannot_be_a_note_stays_in_its_file_and_the_line_as_it_was() {
    for (name, script, says, file) in [
        (
            "long",
            r#"printf '%04001d' 0 > "$1""#,
            "telt 4001 tekens, een notitie hoogstens 4000",
            true,
        ),
        (
            "bytes",
            r#"printf 'a\377b' > "$1""#,
            "geen tekst in UTF-8",
            true,
        ),
        ("opens", "exit 0", "een woord als --wait", true),
        ("gone", r#"rm "$1""#, "is er niet meer", false),
        ("folder", r#"rm -r "${1%/*}""#, "is er niet meer", false),
        ("empty", r#": > "$1""#, "Leeg teruggekomen", false),
    ] {
        let (_folder, home) = home(&format!("editor-{name}"));
        let mut pty = open(&home, script);
        pty.send("4aoud\x18");
        is_back(&pty, says);
        assert_eq!(left(&home).len(), usize::from(file), "{name}");
        // A sentence that is long may lie over the line until the next key.
        pty.send("s");
        pty.wait_for_words("│ ouds");
        pty.send("\r");
        pty.wait_for_words("Notitie bij 4.1 bewaard");
        assert!(kept(&home).contains("ouds"), "{name}");
        pty.send("q");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
        // Where a file is left, that is said once more when the screen is gone.
        assert_eq!(pty.seen().says("kamerbrief: "), file, "{name}");
    }
}

#[test]
fn without_an_editor_that_starts_the_note_is_typed() {
    for (editor, says) in [
        (None, "Er is geen editor gekozen"),
        (Some(" "), "Er is geen editor gekozen"),
        (Some("vi 'x"), "mist een aanhalingsteken"),
        (Some("''"), "mist een aanhalingsteken"),
        (
            Some("/no/such/ed --wait"),
            "ed start niet (dat bestaat niet)",
        ),
    ] {
        let (_folder, home) = home("editor-none");
        let mut command = kamerbrief();
        command.env("HOME", &home);
        if let Some(editor) = editor {
            command.env("VISUAL", editor);
        }
        let mut pty = Pty::open(command, SIZE);
        pty.wait_for_reader();
        pty.send("4\x18");
        is_back(&pty, says);
        pty.send("oud\r");
        pty.wait_for_words("Notitie bij 4.1 bewaard");
        quit(pty);
        assert!(kept(&home).contains("oud"));
        assert_eq!(left(&home), [""; 0].map(PathBuf::from));
    }
}

#[test]
fn visual_goes_before_editor() {
    let (_folder, home) = home("editor-visual");
    let mut command = with_editor(kamerbrief(), &home, "exit 1");
    command.env("VISUAL", r#"/bin/sh -c 'echo "met woorden" > "$1"' ed"#);
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_reader();
    pty.send("4\x18");
    is_back(&pty, "Notitie bij 4.1 bewaard");
    quit(pty);
    assert!(kept(&home).contains("met woorden"));
}

#[test]
fn ctrl_c_is_for_the_editor() {
    let (_folder, home) = home("editor-interrupted");
    let script = r#"trap 'echo gehoord' INT; echo "hier is de editor"
        while ! read -r line || [ -z "$line" ]; do :; done; echo "$line" > "$1""#;
    let mut pty = open(&home, script);
    pty.send("4\x18");
    pty.wait_for_words("hier is de editor");
    pty.send("\x03");
    pty.wait_for_words("gehoord");
    pty.send("\nverder\n");
    is_back(&pty, "Notitie bij 4.1 bewaard");
    quit(pty);
    assert!(kept(&home).contains("verder"));
}

#[test]
fn told_to_end_meanwhile_the_reader_keeps_what_was_saved() {
    for signal in [Signal::TERM, Signal::HUP] {
        let (_folder, home) = home(&format!("editor-end-{}", signal.as_raw()));
        let script = r#"echo "tot zover" > "$1"; echo "hier is de editor"; read -r line"#;
        let mut pty = open(&home, script);
        pty.send("4\x18");
        pty.wait_for_words("hier is de editor");
        pty.signal(signal);
        assert_eq!(pty.wait_for_end(), Fate::Killed(signal.as_raw()));
        assert!(kept(&home).contains("tot zover"), "{signal:?}");
        assert_eq!(left(&home), [""; 0].map(PathBuf::from));
    }
}

#[test]
fn stopped_in_the_editor_the_reader_stops_with_it_and_goes_on_with_it() {
    for stop in ["kill -TSTP 0", "kill -STOP $$"] {
        let (_folder, home) = home("editor-stopped");
        let script = format!(
            r#"echo "hier is de editor"; read -r line; {stop}; echo "weer in de editor"; read -r line; echo "$line" > "$1""#
        );
        let job = r#"set -m; "$0"; echo "left: $?"; read -r line; fg; echo "ended: $?""#;
        let mut pty = Pty::open(with_editor(shell(job), &home, &script), SIZE);
        pty.wait_for_reader();
        pty.send("4\x18");
        pty.wait_for_words("hier is de editor");
        pty.send("nu\n");
        pty.wait_for_words("left: 1");
        pty.send("ja\n");
        pty.wait_for_words("weer in de editor");
        pty.send("daarna\n");
        is_back(&pty, "Notitie bij 4.1 bewaard");
        pty.send("q");
        pty.wait_for_words("ended: 0");
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
        assert!(kept(&home).contains("daarna"), "{stop}");
    }
}

#[test]
fn in_lines_the_editor_has_the_terminal_as_well() {
    let (_folder, home) = home("editor-lines");
    let script =
        r#"echo "hier is de editor"; read -r line; echo "$line" > "$1"; [ "$line" != mis ]"#;
    let mut command = with_editor(kamerbrief(), &home, script);
    command.arg("--linear");
    let mut pty = Pty::open(command, SIZE);
    pty.wait_for_words("36 800 XVII");
    pty.send("4.2\nbewerk\n");
    pty.wait_for_words("hier is de editor");
    pty.send("mis\n");
    pty.wait_for_words("eindigde met fout 1");
    pty.wait_for_words("‘bewerk’ gaat ermee verder");
    pty.wipe();
    pty.send("bewerk notitie\n");
    pty.wait_for_words("hier is de editor");
    pty.send("vraag aan BZ\n");
    pty.wait_for_words("Notitie bij 4.2 bewaard");
    assert!(kept(&home).contains("vraag aan BZ"));
    // Behind it a key that ends a program ends this one, as before.
    pty.send("\x03");
    assert_eq!(pty.wait_for_end(), Fate::Killed(Signal::INT.as_raw()));
}
