//! The manual page: all commands with their options, no page that is not there, and nothing for the programs
//! that check pages to complain of.

use crate::call::kamerbrief;
use std::{
    io::Write,
    process::{Command, Stdio},
};

const COMMANDS: [&str; 11] = [
    "show",
    "find",
    "search",
    "verify",
    "cite",
    "list",
    "notes",
    "sheet",
    "check",
    "completions",
    "man",
];

/// What is said in a page where a call is made for help: its flags.
fn flags(help: &str) -> impl Iterator<Item = &str> {
    let words = help.split([' ', ',', '\n']);
    words.filter(|word| word.starts_with("--") && word.len() > 2)
}

fn plain(page: &str) -> String {
    page.replace(r"\-", "-")
}

#[test]
fn one_page_has_all_commands_and_their_options() {
    let page = plain(&kamerbrief(&["man"]).fine());
    for command in COMMANDS {
        let own = plain(&kamerbrief(&["man", command]).fine());
        assert!(own.contains(&format!(".TH KAMERBRIEF-{} 1", command.to_uppercase())));
        assert!(page.contains(&format!("\n.SS {command}\n")), "{command}");
        let help = kamerbrief(&[command, "--help"]).fine();
        let (_, options) = help.rsplit_once("Opties:").unwrap();
        let options = options.split("Voorbeelden:").next().unwrap();
        for flag in flags(options) {
            assert!(
                page.contains(flag),
                "{flag} of {command} is not in the page"
            );
            assert!(own.contains(flag), "{flag} is not in the page of {command}");
        }
        assert!(!page.contains(&format!("kamerbrief-{command}(1)")));
    }
}

/// What a program that checks pages says of one.
fn said(program: &str, args: &[&str], page: &str) -> Option<String> {
    let started = Command::new(program)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else {
        eprintln!("not tried: there is no {program} here");
        return None;
    };
    child
        .stdin
        .take()
        .unwrap()
        .write_all(page.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let said = if program == "mandoc" {
        output.stdout
    } else {
        output.stderr
    };
    Some(String::from_utf8(said).unwrap())
}

#[test]
fn no_page_has_anything_to_complain_of() {
    let pages = [None].into_iter().chain(COMMANDS.map(Some));
    for command in pages {
        for language in ["nl", "en"] {
            let call = ["--lang", language, "man"].into_iter().chain(command);
            let page = kamerbrief(&call.collect::<Vec<_>>()).fine();
            for (program, args) in [
                ("mandoc", &["-Tlint"][..]),
                (
                    "man",
                    &["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", "-"],
                ),
            ] {
                let said = said(program, args, &page).unwrap_or_default();
                assert_eq!(said, "", "{program} of {command:?} in {language}");
            }
        }
    }
}
