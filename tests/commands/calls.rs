//! Calls that do not fit: one line each, which says what is wrong, where, and what to do.

use crate::call::{file, kamerbrief};

#[test]
fn what_does_not_fit_is_named_with_what_would() {
    for (call, says) in [
        (
            "--at 4 --find civicus",
            "--find <QUERY> past niet bij --at <ADDRESS>",
        ),
        ("--at 4 --at 5", "--at <ADDRESS> past niet twee keer"),
        (
            "cite 4.2 5.1",
            "‘5.1’ is onbekend of er een te veel; kamerbrief cite --help",
        ),
        ("find", "<WORDS>... ontbreekt; kamerbrief find --help"),
        ("list", "<TABLE> ontbreekt; kamerbrief list --help"),
        ("list niets", "mogelijk is: recommendations, entities"),
        ("list notes --kind x", "alle van één soort; laat --kind weg"),
        ("list statements --kind bedrag", "mogelijk is: toezegging, "),
        (
            "list asks --verdict misschien",
            "past niet bij --verdict; mogelijk is: ja, ",
        ),
        (
            "list notes --verdict ja",
            "--verdict past niet in deze aanroep",
        ),
        ("list asks --verdict ja --kind ja", "laat een van beide weg"),
        ("find x --kind mens", "mogelijk is: organisatie, "),
        ("show --width 3", "‘3’ past niet bij --width"),
        ("show -l", "bij --letter <FILE> ontbreekt een waarde"),
        (
            "show --no-mouse",
            "‘--no-mouse’ is onbekend; kamerbrief show --help",
        ),
        (
            "verify --formaat=json x",
            "‘--formaat’ is onbekend; kamerbrief verify --help",
        ),
        ("search x -z", "‘-z’ is onbekend; kamerbrief search --help"),
        (
            "--at 4 show",
            "--at past niet in deze aanroep; kamerbrief show --help",
        ),
        ("brief.txt show", "brief.txt past niet in deze aanroep"),
        ("man brief", "mogelijk is: show, find, "),
        ("completions tcsh", "mogelijk is: bash, "),
        (
            "--theme roze",
            "mogelijk is: terminal, licht, donker, rijks, contrast, mono",
        ),
    ] {
        let call: Vec<&str> = call.split(' ').collect();
        let refusal = kamerbrief(&call).refusal();
        let both = "--at <ADDRESS> past niet bij --find <QUERY>";
        let refusal = refusal.replace(both, "--find <QUERY> past niet bij --at <ADDRESS>");
        assert!(refusal.contains(says), "{refusal}");
        let english = kamerbrief(&[&["--lang", "en"], &call[..]].concat()).refusal();
        assert_ne!(english, refusal);
        assert!(!english.contains('{'), "{english}");
    }
}

/// An item of a list, pasted with its dash, is no flag.
#[test]
fn a_text_may_start_with_a_dash() {
    let path = file(
        "dash.txt",
        "Het gaat om:\n\n- het register; en\n\n- de toets.\n",
    );
    for (command, text) in [
        ("verify", "- het register; en"),
        ("verify", "- het register; en\n- de toets."),
        ("search", "- het register"),
        ("search", "-"),
    ] {
        let said = kamerbrief(&[command, text, "-l", &path, "--format", "json"]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{command} {text}");
        assert!(said.out.starts_with(['{', '[']), "{}", said.out);
    }
    let items = ["- het register; en", "- de toets."];
    let said = kamerbrief(&["verify", items[0], items[1], "-l", &path]);
    assert_eq!((said.code, said.err.as_str()), (1, ""), "two items");
    assert_eq!(kamerbrief(&["find", "- zeeslangen"]).code, 1);
    assert_ne!(kamerbrief(&["search", "-5"]).code, 2);
}

#[test]
fn where_to_start_is_not_dropped_where_there_is_no_terminal() {
    let found = kamerbrief(&["find", "civicus"]).fine();
    assert_eq!(kamerbrief(&["--find", "civicus"]).fine(), found);
    assert_eq!(kamerbrief(&["--find", "zzzz"]).code, 1);
}

#[test]
fn a_section_without_text_says_so() {
    let path = file(
        "no-opening.txt",
        "Aanbeveling 1: Doe dit.\n\nReactie\n\nNee.\n",
    );
    for format in ["text", "md", "json", "tsv"] {
        let refusal = kamerbrief(&["show", "0", "-l", &path, "--format", format]).refusal();
        assert!(refusal.contains("onderdeel 0 is leeg"), "{refusal}");
    }
    let english = kamerbrief(&["cite", "0", "-l", &path, "--lang", "en"]).refusal();
    assert!(english.contains("section 0 is empty"), "{english}");
}

/// A joiner is part of an emoji and of a word in Persian; a sign that turns the text around it is not.
#[test]
fn what_is_piped_has_the_letters_own_joiners() {
    let own = "👩\u{200d}💻 ❤\u{fe0f} می\u{200c}خواهم";
    let path = file("joiners.txt", format!("{own} a\u{202e}b.\n"));
    for format in ["text", "md", "tsv"] {
        let text = kamerbrief(&["show", "-l", &path, "--format", format]).fine();
        assert!(text.contains(&format!("{own} a�b.")), "{format}: {text}");
    }
}
