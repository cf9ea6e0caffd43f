//! The standard streams: a letter on standard input that nobody named, and an output that is closed.

use crate::call::{file, kamerbrief, program, run_with};

const SAYS: &str = "ingebouwde brief (Kamerstuk 36 800 XVII, nr. 9)";

/// Who pipes a letter into the program means that letter. It is read only when it is named, so the answer says
/// which letter it is from: what is printed, and the code, are as without.
#[test]
fn a_letter_on_standard_input_that_is_not_named_is_not_passed_over_in_silence() {
    let letter = b"Een brief.\n";
    for call in [
        &["search", "civicus"][..],
        &["search", "civicus", "--format", "json"],
        &["search", "zzzz"],
        &["find", "civicus"],
        &["show", "4.1"],
        &["cite"],
        &["check"],
        &["list", "notes"],
        &["list", "letters"],
        &["list", "repeats"],
        &["verify", "ruimte"],
        &["sheet"],
        &["notes"],
        &[],
        &["--find", "civicus"],
    ] {
        let without = kamerbrief(call);
        let with = run_with(program(call), letter);
        assert_eq!(
            (&with.out, with.code),
            (&without.out, without.code),
            "{call:?}"
        );
        assert!(!without.err.contains(SAYS), "{call:?}: {}", without.err);
        let said = with.err.strip_prefix(&without.err).unwrap();
        assert!(
            said.starts_with("kamerbrief: ") && said.contains(SAYS),
            "{call:?}: {said}"
        );
        assert_eq!(said.lines().count(), 1, "{call:?}: {said}");
    }
    let english = run_with(program(&["cite", "--lang", "en"]), letter);
    assert!(
        english.err.contains("the built-in letter"),
        "{}",
        english.err
    );
    for call in [
        &["search", "brief", "-l", "-"][..],
        &["--help"],
        &["man"],
        &["completions", "bash"],
    ] {
        run_with(program(call), letter).fine();
    }
    let refusal = run_with(program(&["show", "99"]), letter).refusal();
    assert!(!refusal.contains(SAYS), "{refusal}");
}

#[cfg(unix)]
#[test]
fn a_file_is_something_and_what_holds_nothing_is_not() {
    use crate::call::{run, shell};
    let letter = file("streams-letter.txt", "Een brief.\n");
    let empty = file("streams-empty.txt", "");
    let said = run(shell(r#""$0" cite <"$1""#, &[&letter]));
    assert!(said.err.contains(SAYS), "{}", said.err);
    for script in [
        r#""$0" cite <"$1""#,
        r#""$0" cite </dev/null"#,
        r#""$0" cite <&-"#,
        r#": | "$0" cite"#,
    ] {
        run(shell(script, &[&empty])).fine();
    }
}

/// What Rust starts a program with opens `/dev/null` where a stream is closed, so all would go well.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_closed_is_no_success() {
    use crate::call::{run, shell};
    for call in ["show 4.1", "", "--help", "man", "search civicus"] {
        let refusal = run(shell(&format!(r#""$0" {call} >&-"#), &[])).refusal();
        assert!(
            refusal.contains("standaarduitvoer is gesloten"),
            "{refusal}"
        );
    }
    // Others open what leads nowhere for reading and writing.
    for nowhere in [">/dev/null", "<>/dev/null >&0", "1<>/dev/null 2>&1"] {
        run(shell(&format!(r#""$0" show 4.1 {nowhere}"#), &[])).fine();
    }
    run(shell(r#""$0" show 4.1 <&- >&-"#, &[])).refusal();
}
