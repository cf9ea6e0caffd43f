//! `notes import`: a colleague's bookmarks and notes beside one's own, both ways and twice.

use crate::{call::Said, sheet::Home};
use serde_json::Value;
use std::{fs, thread};

impl Home {
    /// A home in which this name is set, and these lines were said by ear.
    fn of(name: &str, lines: &str) -> Self {
        // Each test has homes of its own: they run side by side.
        let test = thread::current()
            .name()
            .unwrap_or_default()
            .replace("::", "-");
        let home = Self::new(&format!("{test}-{name}"));
        let folder = home.0.join(".config/kamerbrief");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), format!("name = \"{name}\"\n")).unwrap();
        assert_eq!(home.say(&["--linear"], lines).code, 0);
        home
    }

    fn notes(&self) -> Vec<Value> {
        let text = self.say(&["notes", "--format", "json"], "").out;
        serde_json::from_str(&text).unwrap()
    }

    fn import(&self, notes: &str) -> Said {
        self.say(&["notes", "import", "-"], notes)
    }
}

/// What is the same wherever it is kept, in order.
fn told(notes: &[Value]) -> Vec<String> {
    let mut told: Vec<String> = notes
        .iter()
        .map(|one| {
            format!(
                "{} {} {} {}",
                one["address"], one["bookmark"], one["note"], one["name"]
            )
        })
        .collect();
    told.sort();
    told
}

#[test]
fn notes_go_both_ways_and_twice_and_neither_is_lost() {
    let anna = Home::of("Anna", "4.2\nnoteer Wie betaalt?\n5.1\nbladwijzer\nq\n");
    let bob = Home::of(
        "Bob",
        "4.2\nnoteer Sinds wanneer?\n5.1\nbladwijzer\n6.1\nnoteer Navragen bij BZ\nq\n",
    );
    let print = |home: &Home| home.say(&["notes", "--format", "json"], "").out;
    let said = anna.import(&print(&bob));
    assert_eq!(
        said.fine(),
        "Overgenomen: 2 notities en 0 bladwijzers; 1 stond er al.\n"
    );
    let both = told(&anna.notes());
    for one in [
        "\"4.2\" false \"Wie betaalt?\" \"Anna\"",
        "\"4.2\" false \"Sinds wanneer?\" \"Bob\"",
        "\"6.1\" false \"Navragen bij BZ\" \"Bob\"",
        "\"5.1\" true null null",
    ] {
        assert!(both.contains(&one.to_owned()), "{one} is not in {both:#?}");
    }
    assert_eq!(both.len(), 4);
    // Twice, and back, and twice: nothing more.
    anna.import(&print(&bob));
    assert_eq!(told(&anna.notes()), both);
    for _ in 0..2 {
        bob.import(&print(&anna));
        assert_eq!(told(&bob.notes()), both);
        anna.import(&print(&bob));
        assert_eq!(told(&anna.notes()), both);
    }
    // From a file as well as from a pipe, and from what is kept itself.
    let file = bob.0.join("notities.json");
    fs::write(&file, print(&anna)).unwrap();
    bob.say(&["notes", "import", file.to_str().unwrap()], "")
        .fine();
    assert_eq!(told(&bob.notes()), both);
    let carol = Home::of("Carol", "q\n");
    carol.import(&print(&anna)).fine();
    assert_eq!(told(&carol.notes()), both);
}

#[test]
fn date_and_name_stand_in_every_form() {
    let anna = Home::of("Anna", "4.2\nnoteer Wie betaalt?\nq\n");
    let note = &anna.notes()[0];
    let date = note["date"].as_str().unwrap();
    assert!(date.len() == 10 && date.starts_with("20"), "{date}");
    assert_eq!(note["name"], "Anna");
    for (format, holds) in [
        ("text", ", Anna): Wie betaalt?".to_owned()),
        ("tsv", format!("\t{date}\tAnna\n")),
        ("md", format!("| {date} | Anna |")),
    ] {
        let text = anna.say(&["notes", "--format", format], "").fine();
        assert!(text.contains(&holds), "{holds} is not in {text}");
    }
    // By ear, and so on the screen, the name of somebody else stands behind a note.
    let bob = Home::of("Bob", "q\n");
    bob.import(&anna.say(&["notes", "--format", "json"], "").out)
        .fine();
    let heard = bob.say(&["--linear"], "4.2\nq\n").fine();
    assert!(
        heard.contains("Eigen notitie: Wie betaalt? (Anna)"),
        "{heard}"
    );
    // A bookmark there leaves the notes as they are.
    bob.say(
        &["--linear"],
        "4.2\nbladwijzer\nnoteer En hoeveel?\nwis notitie\nq\n",
    );
    let bookmarked = Home::of("Dora", "4.2\nbladwijzer\nq\n");
    bookmarked
        .import(&anna.say(&["notes", "--format", "json"], "").out)
        .fine();
    bookmarked
        .say(&["--linear"], "4.2\nbladwijzer\nbladwijzer\nq\n")
        .fine();
    assert_eq!(
        told(&bookmarked.notes()),
        ["\"4.2\" true \"Wie betaalt?\" \"Anna\""]
    );
}

#[test]
fn a_note_whose_words_are_not_there_is_kept_without_a_paragraph() {
    let anna = Home::of("Anna", "q\n");
    let notes = r#"[
        {"address": "4.1", "bookmark": false, "note": "Wie?", "text": "Dit staat nergens in deze brief, en dat blijft zo.", "citation": null},
        {"address": "4.2", "bookmark": false, "note": "Waar?", "text": "Nederland hecht grote waarde aan het beschermen en vergroten van maatschappelijke ruimte.", "citation": null}
    ]"#;
    let said = anna.import(notes).fine();
    assert!(
        said.contains("Bij 1 daarvan staan de woorden niet in deze brief"),
        "{said}"
    );
    let kept = told(&anna.notes());
    assert_eq!(
        kept,
        ["\"4.1\" false \"Waar?\" null", "null false \"Wie?\" null"]
    );
    anna.import(notes).fine();
    assert_eq!(told(&anna.notes()), kept, "once");
    // Words that the letter has not are no quotation of it.
    let sheet = anna.say(&["sheet", "--only", "notes"], "").out;
    let mut rows = sheet
        .lines()
        .skip_while(|line| !line.contains("zonder alinea"));
    assert!(
        rows.next()
            .is_some_and(|row| row.ends_with("notitie: Wie?")),
        "{sheet}"
    );
    let stood = "- stond bij: Dit staat nergens in deze brief, en dat blijft zo.";
    assert_eq!(rows.next().map(str::trim), Some(stood), "{sheet}");
    let words = "Dit staat nergens in deze brief, en dat blijft zo.";
    assert!(anna.notes().iter().any(|note| note["text"] == words));
}

/// A note at a bookmarked paragraph is a note, each by itself on the sheet, with its day and its name.
#[test]
fn a_colleagues_note_stands_on_the_sheet_as_what_it_is() {
    let anna = Home::of("Anna", "4.2\nbladwijzer\nnoteer Wie betaalt?\nq\n");
    let bob = Home::of("Bob", "4.2\nnoteer Sinds wanneer?\n5.1\nbladwijzer\nq\n");
    let said = anna.import(&bob.say(&["notes", "--format", "json"], "").out);
    assert_eq!(
        said.fine(),
        "Overgenomen: 1 notitie en 1 bladwijzer; 0 stonden er al.\n"
    );
    let sheet = anna.say(&["sheet", "--only", "notes"], "").fine();
    let rows: Vec<&str> = sheet
        .lines()
        .filter(|line| line.contains("notitie ("))
        .collect();
    assert_eq!(rows.len(), 2, "{sheet}");
    for (name, kind, note) in [
        ("Anna", "bladwijzer en notitie", "Wie betaalt?"),
        ("Bob", "notitie", "Sinds wanneer?"),
    ] {
        let row = rows.iter().find(|row| row.contains(note));
        let row = row.unwrap_or_else(|| panic!("{sheet}"));
        assert!(row.contains(&format!("- {kind} (")), "{row}");
        assert!(
            row.contains(" 20") && row.contains(&format!(", {name}): {note}")),
            "{row}"
        );
    }
    assert!(
        sheet.contains("- bladwijzer: ‘De Europese Commissie"),
        "{sheet}"
    );
    let notes = anna.say(&["notes"], "").fine();
    assert!(
        notes.contains("  bladwijzer en notitie (") && notes.contains("  notitie ("),
        "{notes}"
    );
}

#[test]
fn what_is_no_file_of_notes_is_refused_in_one_sentence() {
    let anna = Home::of("Anna", "4.2\nnoteer Wie betaalt?\nq\n");
    let before = anna.notes();
    let tsv = anna.say(&["notes", "--format", "tsv"], "").out;
    for bad in [
        "",
        "notities",
        "{}",
        "[1]",
        "[{\"address\": 4}]",
        "{\"version\": 0}",
        &tsv,
    ] {
        let said = anna.import(bad);
        assert_eq!(said.code, 2, "{bad}: {}", said.out);
        assert!(
            said.err.contains("kamerbrief notes --format json"),
            "{bad}: {}",
            said.err
        );
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    }
    for (args, part) in [
        (&["notes", "import"][..], "FILE"),
        (&["notes", "import", "/geen/bestand.json"], "bestaat niet"),
        (&["notes", "import", "/"], "is een map"),
        (&["notes", "export", "x"], "import"),
    ] {
        let said = anna.say(args, "");
        assert_eq!(said.code, 2, "{args:?}: {}", said.out);
        assert!(
            said.err.contains(part) && said.err.lines().count() == 1,
            "{}",
            said.err
        );
    }
    let other = r#"[{"address": "1.1", "bookmark": false, "note": "x", "text": "Heel andere woorden van een andere brief.", "citation": "Kamerstukken II 2019/20, 12345, nr. 6, reactie op aanbeveling 1, eerste alinea"}]"#;
    let said = anna.import(other);
    assert_eq!(said.code, 2, "{}", said.out);
    assert!(
        said.err
            .contains("een andere brief (Kamerstukken II 2019/20, 12345"),
        "{}",
        said.err
    );
    assert_eq!(anna.import("[]").code, 1);
    assert_eq!(anna.notes(), before, "nothing was lost");
}
