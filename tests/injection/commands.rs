//! Every command in every form, refusals, and what is said of files.

use crate::nasty::{check, harmless, harmless_line, letter, source, text};
use kamerbrief::{
    app::words::Words,
    catalogue::Kind,
    cli::{
        self, Desk, Paper,
        args::{self, Command, Format, Parsed, Table},
    },
    letter::{Address, Language, Letter},
    reading::cite::Style,
    settings::Settings,
    store,
};
use proptest::{prelude::*, test_runner::TestCaseResult};
use serde_json::Value;
use std::{cell::RefCell, ffi::OsString, path::Path};

const PAPERS: [Paper; 3] = [
    Paper {
        width: None,
        colour: false,
        terminal: false,
    },
    Paper {
        width: Some(30),
        colour: true,
        terminal: true,
    },
    Paper {
        width: None,
        colour: true,
        terminal: false,
    },
];

const FORMATS: [Format; 4] = [Format::Text, Format::Markdown, Format::Tsv, Format::Json];

fn words() -> Words {
    Words::of(Language::Dutch)
}

/// All commands, with what is looked for.
fn all(query: &str) -> Vec<Command> {
    let address = |written: &str| written.parse::<Address>().unwrap();
    let show = |addresses: Vec<Address>| Command::Show { addresses };
    let find = |query: &str, kind| Command::Find {
        query: query.to_owned(),
        kind,
    };
    let search = |text: &str| Command::Search {
        text: text.to_owned(),
    };
    let list = |table| Command::List { table, kind: None };
    let mut commands = vec![
        show(Vec::new()),
        show(vec![address("1"), address("0.1")]),
        show(vec![address("99.99")]),
        find(query, None),
        find("r", Some(Kind::Organisation)),
        search(query),
        Command::Verify {
            quote: Some(query.to_owned()),
        },
        Command::Verify {
            quote: Some(format!("Het kabinet steunt {query} CIVICUS")),
        },
        search("e"),
        Command::Check,
        list(Table::Entities),
        list(Table::Recommendations),
        list(Table::Abbreviations),
        list(Table::Figures),
        list(Table::Notes),
    ];
    for style in Style::ALL {
        commands.push(Command::Cite {
            address: Some(address("0.1")),
            style,
        });
    }
    commands
}

/// The text without the looks that the program gives it.
fn without_ink(text: &str) -> String {
    let inks = ["\x1b[1;31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"];
    inks.iter()
        .fold(text.to_owned(), |text, ink| text.replace(ink, ""))
}

/// Puts another letter on a desk.
pub fn put(desk: &mut Desk, letter: Letter) {
    *desk = Desk::new(letter, desk.words, desk.paper);
}

pub fn desk() -> Desk {
    Desk::new(kamerbrief::letter::embedded(), words(), Paper::default())
}

#[test]
fn what_is_printed_acts_on_nothing() {
    let desk = RefCell::new(desk());
    check(40, &(source(), text(4)), |(source, query)| {
        let Some(letter) = letter(&source) else {
            return Ok(());
        };
        let desk = &mut *desk.borrow_mut();
        put(desk, letter);
        for paper in PAPERS {
            desk.paper = paper;
            for command in all(&query) {
                for format in FORMATS {
                    prints(desk, &command, format)?;
                }
            }
        }
        Ok(())
    });
}

/// Whether a character joins others, in emoji and in scripts, and does nothing else. In a pipe it may.
fn joins(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

fn prints(desk: &Desk, command: &Command, format: Format) -> TestCaseResult {
    let of = format!("{command:?} as {format:?} on {:?}", desk.paper);
    let printout = match cli::run(command, format, desk) {
        Ok(printout) => printout,
        Err(error) => return harmless_line(&error.say(desk.words.language), &of),
    };
    let text = if desk.paper.colour {
        without_ink(&printout.text.to_string())
    } else {
        printout.text.to_string()
    };
    // A tab parts the cells, and there only; no other line end than ours is in any form but one.
    let text = if format == Format::Tsv {
        text.replace('\t', " ")
    } else {
        text
    };
    let text = match command {
        Command::Show { .. } if !desk.paper.terminal => text.replace(joins, ""),
        _ => text,
    };
    harmless(&text, &of)?;
    harmless_line(&printout.aside.unwrap_or_default(), &of)?;
    let is_json = matches!(
        (command, format),
        (
            Command::Show { .. }
                | Command::Find { .. }
                | Command::Search { .. }
                | Command::Verify { .. }
                | Command::List { .. },
            Format::Json,
        ) | (
            Command::Cite {
                style: Style::CslJson,
                ..
            },
            _
        )
    );
    if is_json && serde_json::from_str::<Value>(&text).is_err() {
        return Err(TestCaseError::fail(format!("{of}: no JSON: {text:?}")));
    }
    Ok(())
}

#[test]
fn a_row_of_a_table_is_a_line_with_its_cells() {
    let desk = RefCell::new(desk());
    check(60, &source(), |source| {
        let Some(letter) = letter(&source) else {
            return Ok(());
        };
        let desk = &mut *desk.borrow_mut();
        put(desk, letter);
        let paragraphs = desk.letter.paragraphs().len();
        let show = Command::Show {
            addresses: Vec::new(),
        };
        let printed = cli::run(&show, Format::Tsv, desk).unwrap().text.to_string();
        prop_assert_eq!(printed.lines().count(), 1 + paragraphs);
        for line in printed.lines() {
            prop_assert_eq!(line.matches('\t').count(), 1);
        }
        Ok(())
    });
}

#[test]
fn refusals_and_help_act_on_nothing() {
    let dutch = words();
    let command = prop::sample::select(vec![
        "",
        "show",
        "find",
        "search",
        "cite",
        "list",
        "check",
        "man",
        "--help",
        "--at",
        "--theme",
        "--format",
        "--width",
        "--color",
        "-l",
        "--lang",
        "completions",
    ]);
    let args = (text(3), command, prop::collection::vec(text(3), 0..3));
    check(300, &args, |(name, command, rest)| {
        // A name of the program that is none, an argument, and more of them.
        let args = [name, command.to_owned()].into_iter().chain(rest);
        let args: Vec<OsString> = args
            .filter(|arg| !arg.is_empty())
            .map(OsString::from)
            .collect();
        match args::parse(&args, &dutch, &Settings::default()) {
            Parsed::Refused(sentence) => harmless_line(&sentence, "a refusal"),
            Parsed::Words(words) => harmless(&words, "help"),
            Parsed::Request(_) => Ok(()),
        }
    });
}

#[test]
fn a_refusal_is_one_line_and_names_what_is_wrong() {
    let dutch = words();
    for args in [
        ["kamerbrief", "show", "4\n5\x1b[m"],
        ["kamerbrief", "--at", "4\n5\x1b[m"],
        ["kamerbrief", "--theme", "4\n5\x1b[m"],
        ["kamerbrief", "list", "4\n5\x1b[m"],
    ] {
        let Parsed::Refused(sentence) =
            args::parse(&args.map(OsString::from), &dutch, &Settings::default())
        else {
            panic!("{args:?}")
        };
        assert!(sentence.contains("4␊5␛[m"), "{sentence}");
    }
}

#[test]
fn completions_and_manual_act_on_nothing() {
    for language in [Language::Dutch, Language::English] {
        let words = Words::of(language);
        for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
            let args = ["kamerbrief", "completions", shell].map(OsString::from);
            let Parsed::Words(script) = args::parse(&args, &words, &Settings::default()) else {
                panic!("{shell}")
            };
            // Shells are written with tabs.
            harmless(&script.replace('\t', " "), shell).unwrap();
        }
        let Parsed::Words(page) = args::parse(
            &["kamerbrief", "man"].map(OsString::from),
            &words,
            &Settings::default(),
        ) else {
            panic!("no manual")
        };
        harmless(&page, "the manual").unwrap();
    }
}

#[test]
fn names_of_files_act_on_nothing() {
    check(200, &text(4), |name| {
        let path = format!("/does/not/exist/{name}");
        let error = store::read(Path::new(&path)).unwrap_err();
        for language in [Language::Dutch, Language::English] {
            harmless_line(&error.say(language), "a file that cannot be read")?;
        }
        harmless_line(&store::name(Path::new(&name)), "a name")?;
        let stem = format!("/does/not/exist/{name}");
        let error = store::save(&stem, "").unwrap_err();
        harmless_line(&error.say(Language::Dutch), "a file that cannot be written")
    });
}
