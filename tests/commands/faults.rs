//! Files that are no letters, and output that nobody takes.

use crate::call::{file, kamerbrief, program, run, run_with};

#[test]
fn what_is_no_letter_is_refused_in_one_line_that_names_it() {
    let pdf = file("faults.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n");
    let page = file(
        "faults.html",
        "<!DOCTYPE html><html><body><nav>Menu</nav></body></html>",
    );
    let binary = file(
        "faults.bin",
        (0..=255).cycle().take(4096).collect::<Vec<u8>>(),
    );
    let empty = file("faults-empty.txt", "");
    let blank = file("faults-blank.txt", " \r\n\t\n");
    let folder = file("faults-folder/leeg/.verborgen", "");
    let folder = folder.trim_end_matches("/.verborgen");
    for path in [
        "/no/such/letter.txt",
        folder,
        "/dev/null",
        env!("CARGO_BIN_EXE_kamerbrief"),
        &pdf,
        &page,
        &binary,
        &empty,
        &blank,
    ] {
        for call in [
            &["show", "-l", path][..],
            &["list", "entities", "--letter", path],
            &[path],
        ] {
            let refusal = kamerbrief(call).refusal();
            assert!(refusal.contains(path), "{refusal}");
        }
    }
    let refusal = run_with(program(&["show", "-l", "-"]), b"\xff\xfe").refusal();
    assert!(refusal.contains("-: "), "{refusal}");
}

#[test]
fn whatever_was_asked_for_the_message_fits_a_line_or_two() {
    let long = format!("/map/{}.txt", "een lange naam ".repeat(400));
    for call in [
        &["show", "-l", &long][..],
        &[&long],
        &["show", &long],
        &["cite", &long],
        &["--at", &long],
        &["--theme", &long],
        &["--lang", &long],
        &["--format", &long],
        &["list", &long],
        &["list", "entities", "--kind", &long],
        &["cite", "--style", &long],
        &["completions", &long],
        &["show", "--width", &long],
        &["show", "4", &long],
        &[&format!("--{long}")],
        &[&long, "show"],
    ] {
        let refusal = kamerbrief(call).refusal();
        assert!(refusal.chars().count() < 400, "{call:?}: {refusal}");
    }
}

#[test]
fn a_name_cannot_act_on_the_terminal() {
    let refusal = kamerbrief(&["show", "-l", "/no/\x1b[31m\nsuch\u{202e}"]).refusal();
    assert!(refusal.contains("/no/␛[31m␊such�"), "{refusal}");
    kamerbrief(&["show", "--format", "\x1b[31m"]).refusal();
    kamerbrief(&["--\x1b[31m"]).refusal();
}

#[test]
fn controls_in_a_letter_are_shown_and_act_on_nothing() {
    let path = file(
        "faults-controls.txt",
        "Dag\x1b[2J\x07 CIVICUS\u{9b}31m,\x00\n\nen \u{202e}verder.\n",
    );
    for call in [
        &["show"][..],
        &["show", "--format", "json"],
        &["find", "civicus"],
        &["show", "--width", "40"],
    ] {
        let text = kamerbrief(&[call, &["-l", &path]].concat()).fine();
        let control = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!text.contains(control), "{text:?}");
    }
    let text = kamerbrief(&["show", "-l", &path]).fine();
    assert!(text.contains("Dag␛[2J␇ CIVICUS�31m,␀"), "{text}");
}

#[test]
fn a_line_of_five_megabytes_is_a_letter() {
    let words = "alinea ".repeat(5_000_000 / 7);
    let line = format!("{words}CIVICUS.");
    let path = file("faults-long.txt", &line);
    assert_eq!(
        kamerbrief(&["show", "-l", &path]).fine(),
        format!("{line}\n")
    );
    let found = kamerbrief(&["find", "civicus", "-l", &path]).fine();
    assert!(found.contains("CIVICUS."));
}

#[cfg(unix)]
mod unix {
    use super::{file, run};
    use crate::call::shell;
    use std::fs;

    #[test]
    fn a_pipe_that_closes_ends_it_quietly() {
        let path = file(
            "faults-many-lines.txt",
            "Een alinea over CIVICUS.\n\n".repeat(40_000),
        );
        for command in ["show", "show --format json", "find civicus"] {
            let script =
                format!(r#"{{ "$0" {command} -l "$1"; echo "code $?" >&2; }} | head -n 1"#);
            let said = run(shell(&script, &[&path]));
            assert_eq!((said.code, said.err.as_str()), (0, "code 0\n"), "{command}");
            assert_eq!(said.out.lines().count(), 1, "{command}");
        }
        let said = run(shell(r#""$0" show | head -n 1"#, &[]));
        assert_eq!(said.err, "");
        assert!(said.out.starts_with("Brief regering"));
    }

    #[test]
    fn output_that_cannot_be_written_is_no_success() {
        if fs::metadata("/dev/full").is_err() {
            eprintln!("not tried: there is no /dev/full here");
            return;
        }
        for (call, says) in [
            (
                "show",
                "de uitvoer kan niet geschreven worden (de schijf is vol)",
            ),
            (
                "--help",
                "de uitvoer kan niet geschreven worden (de schijf is vol)",
            ),
            (
                "show --lang en",
                "the output cannot be written (the disk is full)",
            ),
        ] {
            let script = format!(r#""$0" {call} >/dev/full"#);
            let refusal = run(shell(&script, &[])).refusal();
            assert!(refusal.contains(says), "{refusal}");
        }
    }

    #[test]
    fn closed_standard_streams_do_no_harm() {
        assert_eq!(
            run(shell(r#""$0" show 4.1 <&-"#, &[]))
                .fine()
                .lines()
                .count(),
            1
        );
        assert_eq!(run(shell(r#""$0" show 99 2>&-"#, &[])).code, 2);
        run(shell(r#""$0" show -l - <&-"#, &[])).refusal();
    }

    #[test]
    fn what_may_not_be_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let path = file("faults-locked.txt", "Geachte voorzitter,\n");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // Whoever may read everything gets the letter.
        if fs::read(&path).is_err() {
            let refusal = run(shell(r#""$0" show -l "$1""#, &[&path])).refusal();
            assert!(refusal.contains(&path), "{refusal}");
        } else {
            eprintln!("not tried: nothing is closed to this user");
        }
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_quotation_comes_from_standard_input_unless_the_letter_does() {
    let said = run_with(
        program(&["verify", "-", "--lang", "nl"]),
        b"met minder\nbudget",
    );
    assert!(said.fine().starts_with("Staat woordelijk in de brief."));
    let said = run_with(
        program(&["verify", "-l", "-", "--lang", "nl"]),
        b"een brief",
    );
    assert!(
        said.refusal()
            .contains("niet allebei van de standaardinvoer")
    );
    let said = run_with(program(&["verify", "--lang", "nl"]), &vec![b'a'; 20_001]);
    assert!(said.refusal().contains("langer dan 20000 tekens"));
}
