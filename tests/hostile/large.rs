//! Large letters. Time goes with their length, and memory is a small multiple of the file.

use crate::call::{Said, file};
use kamerbrief::{
    app::words::Words,
    cli::{
        self, Desk, Paper,
        args::{Command, Format, Table},
    },
    letter::{self, Language},
};

/// Texts of about this many bytes, each long in a way of its own.
fn shapes(bytes: usize) -> Vec<(&'static str, String)> {
    let of = |piece: &str| piece.repeat(bytes / piece.len());
    let abbreviations = (0..bytes / 24).fold(String::new(), |text, n| {
        text + &format!("Aap Bos Cel{n} (ABC{n}) ")
    });
    let half = bytes / 2 / 6;
    let responses = format!(
        "Aanbeveling 1\n\n{}Reactie\n\n{}",
        "a b.\n\n".repeat(half),
        "c d.\n\n".repeat(half)
    );
    vec![
        ("one line", of("alinea ")),
        ("one word", of("a")),
        ("one name", of("CIVICUS ")),
        ("sentences", of("Een zin over CIVICUS. ")),
        ("lines", of("a\n")),
        ("paragraphs", of("Dat doet CIVICUS.\n\n")),
        ("half a response", responses),
        ("names said again", of("Raad van Europa (RvE) ")),
        ("brackets", of("(")),
        ("abbreviations", abbreviations),
        (
            "note marks",
            (1..bytes / 8).fold(String::new(), |text, n| text + &format!("x.{n} ")),
        ),
        ("signatures", of("De Minister van X,\n\nA. Naam\n\n")),
        ("blank lines", format!("a{}b", of("\n"))),
        ("wide", of("日本. É́ ")),
    ]
}

fn desk(text: &str) -> Desk {
    let letter = letter::read(text.as_bytes()).unwrap();
    Desk::new(letter, Words::of(Language::Dutch), Paper::default())
}

fn show() -> Command {
    Command::Show {
        addresses: Vec::new(),
    }
}

/// Each of these once took the square of its time, which is minutes here.
#[test]
fn a_long_letter_costs_no_square() {
    let search = Command::Search { text: "a".into() };
    let verify = Command::Verify {
        quote: Some("a ".repeat(4_000) + "b c d"),
    };
    let half = "a b.\n\n".repeat(50_000);
    let responses = format!("Aanbeveling 1\n\n{half}Reactie\n\n{half}");
    for (text, command, format, bytes) in [
        ("A\n".repeat(200_000), show(), Format::Markdown, 2_000_000),
        (responses, show(), Format::Tsv, 900_000),
        ("a".repeat(200_000), search, Format::Text, 200_000),
        ("a ".repeat(200_000), verify.clone(), Format::Text, 10),
        ("a\n\n".repeat(100_000), verify, Format::Text, 10),
    ] {
        let desk = desk(&text);
        let printout = cli::run(&command, format, &desk).unwrap();
        assert!(
            printout.text.to_string().len() > bytes,
            "{command:?}: {}",
            printout.text.to_string().len()
        );
    }
}

#[test]
fn every_command_gets_to_the_end_of_every_shape() {
    let search = |text: &str| Command::Search { text: text.into() };
    let list = |table| Command::List { table, kind: None };
    let commands = [
        Command::Check,
        show(),
        Command::Find {
            query: "civicus".into(),
            kind: None,
        },
        search("a"),
        search("alinea"),
        search("xyzzy"),
        list(Table::Entities),
        list(Table::Abbreviations),
        list(Table::Figures),
        list(Table::Notes),
    ];
    for (name, text) in shapes(25_000) {
        let mut desk = desk(&text);
        for width in [None, Some(40)] {
            desk.paper = Paper {
                width,
                colour: true,
                terminal: width.is_some(),
            };
            for command in &commands {
                for format in [Format::Text, Format::Markdown, Format::Json, Format::Tsv] {
                    // Only text has a width.
                    if width.is_none() || format == Format::Text {
                        let printout = cli::run(command, format, &desk).unwrap();
                        // A whole sentence for each name of the catalogue at most, and for each hit what
                        // stands around it.
                        assert!(
                            printout.text.to_string().len() < 400 * text.len(),
                            "{name}: {command:?} {format:?}"
                        );
                    }
                }
            }
        }
    }
}

/// Runs the program on a text in a file with room for the program itself and this many times the file.
#[cfg(target_os = "linux")]
#[track_caller]
fn within(times: usize, name: &str, text: &str, call: &[&str]) -> Said {
    const PROGRAM: usize = 24_000;
    let path = file(&format!("hostile-large-{}", name.replace(' ', "-")), text);
    let room = (PROGRAM + times * text.len() / 1000).to_string();
    let script = r#"ulimit -v "$1" || exit 3; path=$2; shift 2; exec "$0" "$@" -l "$path""#;
    let call = [&[room.as_str(), &path], call].concat();
    let said = crate::call::run(crate::call::shell(script, &call));
    std::fs::remove_file(&path).unwrap();
    said
}

#[cfg(not(target_os = "linux"))]
fn within(_: usize, name: &str, _: &str, _: &[&str]) -> Said {
    eprintln!("{name}: not tried, there is no limit to memory here");
    Said {
        code: 0,
        out: String::new(),
        err: String::new(),
    }
}

#[test]
fn memory_is_a_small_multiple_of_the_file() {
    for (name, text) in shapes(1_000_000) {
        // A paragraph, a mention, a bracket take some tens of bytes each, however short they are.
        let times = match name {
            "one line" | "one word" | "blank lines" | "wide" | "note marks" => 6,
            _ => 30,
        };
        within(times, name, &text, &["check"]).fine();
    }
    let name = "CIVICUS ".repeat(100_000);
    within(60, "name", &name, &["find", "civicus"]).fine();
}

/// What a command prints may be a hundred times as long as the letter; it is written while it is made.
#[test]
fn what_is_printed_is_not_held() {
    let (letters, names) = ("a ".repeat(60_000), "EU ".repeat(100_000));
    let figures = "In 2025 is 12% meer. ".repeat(20_000);
    let (run, words) = ("a".repeat(1_000_000), "a ".repeat(500_000));
    // Where a list that is kept grows, it takes as much again for a moment.
    for (times, name, text, call) in [
        (
            16,
            "letters",
            &letters,
            &["search", "a", "--format", "json"][..],
        ),
        (16, "names", &names, &["list", "abbreviations"]),
        (
            16,
            "mentions",
            &names,
            &["list", "entities", "--format", "json"],
        ),
        (
            6,
            "figures",
            &figures,
            &["list", "figures", "--format", "json"],
        ),
        (6, "rows", &figures, &["list", "figures", "--format", "tsv"]),
        (8, "found", &run, &["search", "a"]),
    ] {
        let printed = within(times, name, text, call).fine();
        assert!(!printed.is_empty(), "{name}");
    }
    let quote = ["verify", "de minister zal dit niet doen"];
    assert_eq!(within(16, "quoted", &words, &quote).code, 1);
}

#[test]
#[ignore = "takes a while in a program that is not optimised"]
fn a_line_of_fifty_megabytes_is_a_letter() {
    let line = "alinea ".repeat(50_000_000 / 7);
    within(6, "fifty", &line, &["check"]).fine();
    let shown = within(8, "fifty", &line, &["show"]).fine();
    assert!(shown.len() < line.len() + 2 && shown.ends_with("alinea\n"));
}

#[test]
#[ignore = "takes a while in a program that is not optimised"]
fn a_hundred_megabytes_of_text_are_a_letter() {
    let embedded = letter::source::embedded_source();
    let text = format!("{embedded}\n").repeat(100_000_000 / embedded.len());
    within(6, "hundred", &text, &["check"]).fine();
    within(10, "hundred", &text, &["show"]).fine();
}
