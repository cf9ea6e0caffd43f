//! Commands over several letters: every row says which letter it is of.

use crate::call::{Said, file, kamerbrief};
use serde_json::Value;
use std::{fs, os::unix::fs::symlink, path::Path};

/// Made for these tests; nobody sent them.
fn letter(number: u32, about: &str) -> String {
    format!(
        "Den Haag, {number} maart 2021\n\nGeachte voorzitter,\n\nDeze brief gaat over {about} en over de \
         ruimte | van CIVICUS.\n\nAanbeveling 1\n\nSteun {about}.\n\nHet kabinet steunt {about}.\n\nDe Minister \
         van Buitenlandse Zaken,\n\nS.A. Blok\n"
    )
}

/// A new folder with two letters, one of them deeper, and something that is none.
fn folder(name: &str) -> String {
    let _ = fs::remove_dir_all(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    file(&format!("{name}/appels.txt"), letter(1, "appels"));
    file(&format!("{name}/in/peren.txt"), letter(2, "peren"));
    file(&format!("{name}/.verborgen.txt"), letter(3, "druiven"));
    let other = file(
        &format!("{name}/plaatje.png"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    );
    Path::new(&other)
        .parent()
        .unwrap()
        .to_string_lossy()
        .into_owned()
}

fn asked(args: &[&str], letters: &[&str]) -> Said {
    let letters = letters.iter().flat_map(|letter| ["-l", letter]);
    let args: Vec<&str> = args.iter().copied().chain(letters).collect();
    kamerbrief(&args)
}

/// The rows, each with what stands before its first tab.
fn first_cells(text: &str) -> Vec<&str> {
    text.lines()
        .map(|row| row.split('\t').next().unwrap())
        .collect()
}

#[test]
fn every_line_says_which_letter() {
    let folder = folder("several-lines");
    for args in [
        &["search", "kabinet steunt"][..],
        &["find", "civicus"],
        &["show", "1.1"],
        &["list", "entities"],
        &["list", "recommendations"],
        &["check"],
    ] {
        let said = asked(args, &[&folder]);
        assert_eq!(said.code, 0, "{args:?}: {}", said.err);
        let lines: Vec<&str> = said.out.lines().filter(|line| !line.is_empty()).collect();
        let of = |name: &str| lines.iter().filter(|line| line.starts_with(name)).count();
        let [apples, pears] = ["appels.txt: ", "peren.txt: "].map(of);
        assert!(apples > 0 && pears > 0, "{args:?}: {}", said.out);
        assert_eq!(apples + pears, lines.len(), "{args:?}: {}", said.out);
        assert_eq!(said.err.matches("plaatje.png").count(), 1, "{}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    }
}

#[test]
fn the_built_in_letter_is_named_by_its_number() {
    let own = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/letter/kst-36800-XVII-9.txt"
    );
    let other = file("several-other.txt", letter(4, "noten"));
    let said = asked(&["search", "civicus"], &[own, &other]).fine();
    assert!(said.contains("36 800 XVII, nr. 9: 4.1"), "{said}");
    assert!(said.contains("several-other.txt: 0."), "{said}");
}

#[test]
fn a_letter_in_which_nothing_is_found_is_passed_over() {
    let folder = folder("several-some");
    let said = asked(&["search", "peren"], &[&folder]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.lines().all(|line| line.starts_with("peren.txt: ")),
        "{}",
        said.out
    );
    let said = asked(&["search", "druiven"], &[&folder]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (1, ""),
        "what is hidden is no letter of it"
    );
    let said = asked(&["search", "druiven", "--format", "json"], &[&folder]);
    assert_eq!((said.code, said.out.as_str()), (1, "[]\n"));
}

#[test]
fn nothing_is_denied_of_letters_that_have_it_and_the_number_of_letters_is_said() {
    let folder = folder("several-denied");
    let said = asked(&["find", "steun peren"], &[&folder]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(
        said.err.contains("peren.txt: ‘steun peren’ is geen naam"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("appels.txt"), "{}", said.err);
    for command in ["search", "find"] {
        let said = asked(&[command, "druiven"], &[&folder]);
        assert!(said.err.contains("elk van de 2 brieven"), "{}", said.err);
    }
}

#[test]
fn a_quotation_is_laid_beside_the_letter_that_comes_nearest() {
    let folder = folder("several-verify");
    let quote = "Deze brief gaat niet over peren en over de ruimte";
    let said = asked(&["verify", quote], &[&folder]);
    assert_eq!(said.code, 1);
    assert!(
        said.out
            .lines()
            .all(|line| line.starts_with("peren.txt: ") || line.is_empty()),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("‘niet’") && !said.out.contains("appels"),
        "{}",
        said.out
    );
    let said = asked(&["verify", "de ruimte | van CIVICUS"], &[&folder]);
    assert_eq!(said.code, 0);
    for name in ["appels.txt: ", "peren.txt: "] {
        assert!(said.out.contains(name), "{}", said.out);
    }
    let said = asked(&["verify", "zeeslangen zwemmen"], &[&folder]);
    assert!(said.out.contains("elk van de 2 brieven"), "{}", said.out);
}

#[test]
fn tables_become_one_with_the_letter_first() {
    let folder = folder("several-tables");
    let said = asked(&["search", "kabinet", "--format", "tsv"], &[&folder]).out;
    assert_eq!(
        first_cells(&said),
        ["letter", "appels.txt", "peren.txt"],
        "{said}"
    );
    let said = asked(&["search", "kabinet", "--format", "md"], &[&folder]).out;
    let rows: Vec<&str> = said
        .lines()
        .map(|row| row.split(" | ").next().unwrap())
        .collect();
    assert_eq!(
        rows,
        ["| letter", "| ---", "| appels.txt", "| peren.txt"],
        "{said}"
    );
    let cells = |row: &str| row.replace("\\|", "").matches('|').count();
    let counts: Vec<usize> = said.lines().map(cells).collect();
    assert!(counts.iter().all(|count| *count == counts[0]), "{said}");
    let said = asked(&["show", "1", "--format", "md"], &[&folder]).out;
    assert!(
        said.contains("# appels.txt\n") && said.contains("# peren.txt\n"),
        "{said}"
    );
}

#[test]
fn json_says_which_letter_only_where_several_are_asked() {
    let folder = folder("several-json");
    let one = format!("{folder}/appels.txt");
    for args in [
        &["search", "kabinet"][..],
        &["find", "civicus"],
        &["list", "recommendations"],
        &["show"],
        &["verify", "Het kabinet steunt"],
    ] {
        let args = [args, &["--format", "json"]].concat();
        let alone: Value = serde_json::from_str(&asked(&args, &[&one]).out).unwrap();
        let of_one = alone.as_array().map_or(&alone, |all| &all[0]);
        assert!(of_one.get("letter").is_none(), "{args:?}");
        let both: Value = serde_json::from_str(&asked(&args, &[&folder]).out).unwrap();
        let both = both.as_array().expect("an array");
        for id in ["appels.txt", "peren.txt"] {
            let own: Vec<_> = both.iter().filter(|own| own["letter"] == id).collect();
            assert!(!own.is_empty(), "{args:?}: {both:?}");
        }
        let mut same = both
            .iter()
            .find(|own| own["letter"] == "appels.txt")
            .unwrap()
            .clone();
        same.as_object_mut().unwrap().remove("letter");
        assert_eq!(&same, of_one, "{args:?}");
    }
}

#[test]
fn a_quotation_is_verified_over_all() {
    let folder = folder("several-verify-json");
    let said = asked(&["verify", "Het kabinet steunt peren"], &[&folder]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(
        said.out
            .lines()
            .all(|line| line.is_empty() || line.starts_with("peren.txt: ")),
        "{}",
        said.out
    );
    let said = asked(&["verify", "iets heel anders dan wat er staat"], &[&folder]);
    assert_eq!(said.code, 1, "{}", said.out);
}

#[test]
fn the_letters_are_listed() {
    let folder = folder("several-list");
    let said = asked(&["list", "letters", "--format", "tsv"], &[&folder]).out;
    let rows: Vec<Vec<&str>> = said.lines().map(|row| row.split('\t').collect()).collect();
    assert_eq!(rows[0][..4], ["date", "letter", "title", "sender"]);
    assert_eq!(rows[1][..2], ["2021-03-01", "appels.txt"]);
    assert_eq!(rows[2][..2], ["2021-03-02", "peren.txt"]);
    assert_eq!((rows[2][3], rows[2][4]), ("S.A. Blok", "1"));
    assert!(rows[2][7].ends_with("in/peren.txt"), "{said}");
    let said = asked(&["list", "letters", "--format", "json"], &[&folder]).out;
    let all: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(all[1]["letter"], "peren.txt");
    assert_eq!(all[1]["notes"], 0);
    let own = kamerbrief(&["list", "letters"]).fine();
    assert!(
        own.starts_with("2025-10-31  36 800 XVII, nr. 9  Kabinetsreactie"),
        "{own}"
    );
    let said = kamerbrief(&["list", "letters", "--kind", "refusal"]).refusal();
    assert!(said.contains("letters"), "{said}");
}

#[test]
fn links_in_a_circle_end_and_a_letter_comes_once() {
    let folder = folder("several-circle");
    symlink(&folder, format!("{folder}/in/terug")).unwrap();
    symlink("lus", format!("{folder}/lus")).unwrap();
    symlink("appels.txt", format!("{folder}/zelfde.txt")).unwrap();
    symlink("nergens", format!("{folder}/dood.txt")).unwrap();
    let said = asked(&["list", "letters", "--format", "tsv"], &[&folder]);
    assert_eq!(said.out.lines().count(), 3, "{}", said.out);
    let twice = asked(&["list", "letters", "--format", "tsv"], &[&folder, &folder]).out;
    assert_eq!(twice.lines().count(), 3, "a folder named twice: {twice}");
    let (file, link) = (
        format!("{folder}/appels.txt"),
        format!("{folder}/zelfde.txt"),
    );
    for letters in [
        [&file, &file],
        [&file, &link],
        [&file, &folder],
        [&folder, &file],
    ] {
        let letters = letters.map(String::as_str);
        let said = asked(&["list", "letters", "--format", "tsv"], &letters).out;
        let is_it = |line: &&str| line.contains("appels.txt") || line.contains("zelfde.txt");
        assert_eq!(said.lines().filter(is_it).count(), 1, "{letters:?}: {said}");
    }
}

#[test]
fn a_file_that_was_named_and_cannot_be_read_is_not_passed_over() {
    let folder = folder("several-lacks");
    let missing = format!("{folder}/niets.txt");
    let said = asked(&["search", "kabinet"], &[&folder, &missing]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("niets.txt: bestaat niet"), "{}", said.err);
    assert!(said.out.contains("peren.txt: 1.1"), "{}", said.out);
    fs::create_dir_all(format!("{folder}/leeg")).unwrap();
    let empty = format!("{folder}/leeg");
    let said = asked(&["search", "kabinet"], &[&empty]).refusal();
    assert!(said.contains("leeg"), "{said}");
}

#[test]
fn sentences_that_come_back_are_listed_with_what_they_come_back_from() {
    let folder = folder("several-repeats");
    let paper = |number: u32, year: u32, words: &str| {
        format!(
            "28 844 Integriteitsbeleid\n\nNr. {number} BRIEF VAN DE MINISTER\n\nAan de Voorzitter van de Tweede \
             Kamer der Staten-Generaal\n\nDen Haag, 3 maart {year}\n\n{words}\n\nDe Minister van Buitenlandse \
             Zaken,\n\nS.A. Blok\n"
        )
    };
    let said = asked(&["list", "repeats"], &[&folder]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let promise = "Het kabinet stuurt de Kamer voor de zomer een wetsvoorstel over toezicht op internationale \
                   studentenmobiliteit.";
    let again = "Voor de zomer stuurt het kabinet de Kamer alsnog het wetsvoorstel over het toezicht op de \
                 internationale studentenmobiliteit.";
    fs::write(format!("{folder}/a-nieuw.txt"), paper(9, 2023, again)).unwrap();
    fs::write(format!("{folder}/b-oud.txt"), paper(7, 2021, promise)).unwrap();
    let said = asked(&["list", "repeats", "--format", "json"], &[&folder]).out;
    let rows: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(rows[0]["reading"], "rule");
    assert_eq!(rows[0]["later"]["letter"], "kst-28844-9");
    assert_eq!(rows[0]["later"]["text"], again);
    assert_eq!(rows[0]["earlier"]["letter"], "kst-28844-7");
    assert_eq!(rows[0]["earlier"]["text"], promise);
    assert_eq!(rows.as_array().unwrap().len(), 1);
    let said = asked(&["list", "repeats"], &[&folder]);
    assert!(
        said.out.starts_with("2021-03-03  28 844, nr. 7 0."),
        "{}",
        said.out
    );
    assert_eq!(said.code, 0);
}
