//! Any arguments are understood, or refused in one line that names one of them.

use crate::{call, made};
use kamerbrief::{
    app::words::Words,
    cli::args::{self, Parsed},
    letter::{Language, in_message, visible_line},
    settings::Settings,
};
use proptest::{collection::vec, prelude::*, sample::select};
use std::ffi::OsString;

const WORDS: [&str; 73] = [
    "show",
    "find",
    "search",
    "cite",
    "list",
    "check",
    "completions",
    "man",
    "help",
    "entities",
    "recommendations",
    "abbreviations",
    "bash",
    "-l",
    "--letter",
    "--letter=",
    "-lb.txt",
    "-l=",
    "--lang",
    "--lang=en",
    "--lang=de",
    "nl",
    "--at",
    "--at=4.2",
    "--at=",
    "--find",
    "--find=x",
    "--theme",
    "--theme=nacht",
    "--no-mouse",
    "--no-mouse=x",
    "--no-links",
    "--linear",
    "--ascii",
    "--fresh",
    "--format",
    "--format=json",
    "--format=pdf",
    "--width",
    "--width=3",
    "--width=20",
    "--width=65535",
    "--width=65536",
    "--width=-1",
    "--width=99999999999999999999999999",
    "--width=",
    "--color",
    "--color=always",
    "--kind",
    "--kind=organisation",
    "--style",
    "--style=md",
    "-h",
    "--help",
    "-V",
    "--version",
    "--",
    "-",
    "---",
    "--=",
    "",
    " ",
    "4",
    "4.2",
    "4,2",
    "99999999999999999999",
    "brief.txt",
    "--{value}",
    "{argument}",
    "--\u{1b}[31m",
    "a\nb",
    "--a\nb",
    "\u{202e}",
];

fn argument() -> impl Strategy<Value = OsString> {
    let broken = vec(any::<u8>(), 0..6).prop_map(broken);
    prop_oneof![
        12 => select(&WORDS[..]).prop_map(OsString::from),
        1 => ".{0,8}".prop_map(OsString::from),
        1 => "--[a-z]{1,6}(=.{0,3})?".prop_map(OsString::from),
        1 => broken,
        1 => (select(&WORDS[..]), 0..3000_usize).prop_map(|(word, times)| OsString::from(word.repeat(times))),
    ]
}

#[cfg(unix)]
fn broken(bytes: Vec<u8>) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes)
}

#[cfg(not(unix))]
fn broken(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// One line, nothing in it that acts, and one of the arguments named: as it was given, or the part of
/// the grammar that it went against.
fn clear(sentence: &str, args: &[OsString]) -> Result<(), TestCaseError> {
    prop_assert_eq!(visible_line(sentence), sentence);
    let named = |arg: &OsString| {
        let shown = visible_line(&arg.to_string_lossy());
        let (option, value) = shown.split_once('=').unwrap_or((&shown, &shown));
        // Of letters behind one dash the one that is unknown is named.
        let letter = shown.chars().take(2).collect::<String>();
        let short = letter.starts_with('-') && letter != "--" && letter != "-";
        // What is long is cut in its middle.
        let cut = |text: &str| in_message(text);
        (!shown.is_empty() && sentence.contains(&cut(&shown)))
            || (option.starts_with('-') && sentence.contains(&cut(option)))
            || sentence.contains(&format!("‘{}’", cut(value.trim())))
            || (short
                && shown
                    .chars()
                    .skip(1)
                    .any(|c| sentence.contains(&format!("‘-{c}"))))
    };
    let of_the_grammar = sentence.contains('<') || sentence.contains('[');
    prop_assert!(
        of_the_grammar || args[1..].iter().any(named),
        "{}",
        sentence
    );
    Ok(())
}

#[test]
fn any_arguments() {
    let words = [Language::Dutch, Language::English].map(Words::of);
    let judge = |given: Vec<OsString>| {
        let args = [vec![OsString::from("kamerbrief")], given].concat();
        for words in &words {
            match args::parse(&args, words, &Settings::default()) {
                Parsed::Refused(sentence) => clear(&sentence, &args)?,
                Parsed::Words(text) => prop_assert!(text.len() > 10, "{}", text),
                Parsed::Request(_) => {}
            }
        }
        Ok(())
    };
    made::runner(400)
        .run(&vec(argument(), 0..7), judge)
        .unwrap();
}

#[test]
fn a_refusal_names_the_argument() {
    for (line, names) in [
        (
            "show --width 3",
            "‘3’ past niet bij --width <N>; mogelijk is: 20–65535",
        ),
        ("show --width 65536", "‘65536’ past niet bij --width"),
        ("show --width veel", "‘veel’ past niet bij --width"),
        ("show --width", "bij --width <N> ontbreekt een waarde"),
        ("show --width=", "bij --width <N> ontbreekt een waarde"),
        (
            "show --format=",
            "bij --format <FORMAT> ontbreekt een waarde",
        ),
        (
            "show --format pdf",
            "‘pdf’ past niet bij --format <FORMAT>; mogelijk is: text",
        ),
        ("show -l", "bij --letter <FILE> ontbreekt een waarde"),
        ("--at 4 --at 5", "--at <ADDRESS> past niet"),
        ("--no-mouse=x", "--no-mouse past niet"),
        ("a.txt -l b.txt", "[FILE]... past niet"),
        ("a.txt b.txt", "a.txt: bestaat niet"),
        ("a.txt show", "a.txt past niet"),
        ("--at 4 show", "--at past niet"),
        ("--{value}", "‘--{value}’ is onbekend"),
        ("find", "<WORDS>... ontbreekt"),
        ("list", "<TABLE> ontbreekt"),
        ("show 4,2", "‘4,2’ is geen adres"),
        ("--a\nb", "‘--a␊b’ is onbekend"),
        ("show 4\n2", "‘4␊2’ is geen adres"),
    ] {
        let refusal = call::kamerbrief(&line.split(' ').collect::<Vec<_>>()).refusal();
        assert!(refusal.contains(names), "{line}: {refusal}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_named_as_far_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt;
    let broken = std::ffi::OsStr::from_bytes(b"a\xffb");
    for first in ["--at", "show", "find", "list", "--lang"] {
        let mut command = call::program(&[first]);
        command.arg(broken);
        let refusal = call::run(command).refusal();
        assert!(
            refusal.contains("‘a�b’ is geen UTF-8-tekst"),
            "{first}: {refusal}"
        );
    }
    let mut command = call::program(&["show", "-l"]);
    command.arg(broken);
    let refusal = call::run(command).refusal();
    assert!(refusal.contains("a�b: bestaat niet"), "{refusal}");
}
