//! The command line: what was asked.

pub use super::call::*;
use super::{
    completions, config, dashes, flags, grammar, man, refusal,
    table::{LETTERS, REPEATS, RowKind},
    version,
};
use crate::{
    app::{
        meeting::{Wanted, What},
        words::Words,
    },
    catalogue::Kind,
    letter::{Address, Language, in_message},
    reading::search::Query,
    settings::{EARLIER, Settings, Signs},
};
use clap::{
    ArgMatches,
    builder::{PossibleValue, PossibleValuesParser},
    error::ErrorKind,
    parser::ValueSource,
};
use std::{
    ffi::{OsStr, OsString},
    os::unix::ffi::OsStrExt,
    path::PathBuf,
};

/// The language that the arguments ask for, else the settings, else the locale; Dutch where none does.
#[must_use]
pub fn language(args: &[OsString], set: Option<Language>, locale: Option<&str>) -> Language {
    let asked = value_of(args, "--lang").and_then(|value| value.to_str()?.parse().ok());
    let english = locale.is_some_and(|locale| locale.starts_with("en"));
    asked.or(set).unwrap_or(if english {
        Language::English
    } else {
        Language::Dutch
    })
}

/// The file of settings that the arguments name.
#[must_use]
pub fn config(args: &[OsString]) -> Option<PathBuf> {
    value_of(args, "--config").map(PathBuf::from)
}

/// The value of an option that has to be known before the arguments can be read.
fn value_of<'args>(args: &'args [OsString], option: &str) -> Option<&'args OsStr> {
    let before = args.iter().take_while(|arg| *arg != "--");
    before.enumerate().find_map(|(index, arg)| {
        if arg == option {
            return args.get(index + 1).map(OsString::as_os_str);
        }
        let value = arg.as_bytes().strip_prefix(option.as_bytes())?;
        value.strip_prefix(b"=").map(OsStr::from_bytes)
    })
}

/// Reads the arguments, the program's name first. What they leave open is as it is set.
#[must_use]
pub fn parse(args: &[OsString], words: &Words, settings: &Settings) -> Parsed {
    if args.len() <= 1 {
        return Parsed::Request(Request {
            letters: Vec::new(),
            task: Task::Read(Opening::of(settings)),
        });
    }
    let themes = settings.theme_names().map(|name| {
        let earlier = EARLIER.iter().filter(|(_, now)| *now == name);
        let earlier = earlier.map(|(earlier, _)| *earlier);
        PossibleValue::new(name.to_owned()).aliases(earlier)
    });
    let themes = PossibleValuesParser::new(themes);
    let grammar = grammar::grammar(words).mut_arg("theme", |arg| arg.value_parser(themes));
    match grammar.try_get_matches_from(dashes::marked(args)) {
        Ok(matches) => parsed(&matches, words, settings)
            .unwrap_or_else(|sentence| Parsed::Refused(sentence(words))),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp => Parsed::Words(error.to_string()),
            ErrorKind::DisplayVersion => Parsed::Words(version::version(words)),
            _ => Parsed::Refused(refusal::refusal(&error, args, words)),
        },
    }
}

type Sentence = Box<dyn Fn(&Words) -> String>;

fn parsed(matches: &ArgMatches, words: &Words, settings: &Settings) -> Result<Parsed, Sentence> {
    let given = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
    let Some((name, own)) = matches.subcommand() else {
        if matches.get_flag("print-config") {
            return Ok(Parsed::Words(config::print(settings, words)));
        }
        return reading(matches, settings).map(Parsed::Request);
    };
    let file = matches.get_one::<PathBuf>("file");
    let stray = flags::of_the_reader().find(|flag| given(flag.id));
    if let Some(argument) = file
        .map(|file| in_message(&file.to_string_lossy()))
        .or(stray.map(|flag| format!("--{}", flag.id)))
    {
        return Err(does_not_fit(argument, name));
    }
    Ok(match name {
        "man" => Parsed::Words(man::man(one(own, "command"), words, &settings.keymap)),
        "completions" => {
            let shell = one(own, "shell").unwrap_or_default();
            Parsed::Words(completions::completions(shell, words))
        }
        "list" if matches!(one(own, "table"), Some(LETTERS | REPEATS)) => {
            let table = if one(own, "table") == Some(REPEATS) {
                REPEATS
            } else {
                LETTERS
            };
            if one(own, "verdict").is_some() {
                return Err(does_not_fit("--verdict".to_owned(), "list"));
            }
            if let Some(asked) = one(own, "kind") {
                return Err(no_such_kind("kind", asked, table, |_| Vec::new()));
            }
            Parsed::Request(Request {
                letters: paths(own, "letter"),
                task: if table == REPEATS {
                    Task::Repeats {
                        format: format(own),
                    }
                } else {
                    Task::Letters {
                        format: format(own),
                    }
                },
            })
        }
        "notes" if one(own, "import").is_some() => Parsed::Request(Request {
            letters: paths(own, "letter"),
            task: Task::Import {
                file: paths(own, "import-file").remove(0),
            },
        }),
        "notes" => Parsed::Request(Request {
            letters: paths(own, "letter"),
            task: Task::Notes {
                tag: one(own, "tag").map(str::to_owned),
                format: format(own),
                width: number(own, "width"),
                colour: colour(own),
            },
        }),
        "sheet" => Parsed::Request(Request {
            letters: paths(own, "letter"),
            task: Task::Sheet {
                wanted: wanted(one(own, "only"))?,
                form: match one(own, "format") {
                    Some("md") => SheetForm::Markdown,
                    Some("html") => SheetForm::Html,
                    _ => SheetForm::Text,
                },
                width: number(own, "width"),
                colour: colour(own),
            },
        }),
        _ => Parsed::Request(Request {
            letters: paths(own, "letter"),
            task: Task::Print {
                command: command(name, own, settings)?,
                format: format(own),
                width: number(own, "width"),
                colour: colour(own),
            },
        }),
    })
}

/// What a command is to print.
fn command(name: &str, matches: &ArgMatches, settings: &Settings) -> Result<Command, Sentence> {
    Ok(match name {
        "show" => Command::Show {
            addresses: addresses(matches)?,
        },
        "find" => {
            let kind = kind(matches, Table::Entities)?;
            Command::Find {
                query: typed(matches, "words"),
                kind: kind.and_then(|id| Kind::ALL.into_iter().find(|kind| kind.id() == id)),
            }
        }
        "search" => {
            let text = typed(matches, "text");
            if Query::new(&text).is_none() {
                return Err(Box::new(|words| {
                    words.cli().error_nothing_sought.to_owned()
                }));
            }
            Command::Search { text }
        }
        "verify" => {
            let quote = typed(matches, "quote");
            Command::Verify {
                quote: Some(quote).filter(|quote| !quote.is_empty() && quote != "-"),
            }
        }
        "cite" => Command::Cite {
            address: one(matches, "address").map(address).transpose()?,
            style: one(matches, "style")
                .and_then(|id| id.parse().ok())
                .unwrap_or(settings.citation),
        },
        "check" => Command::Check,
        _ => listed(matches)?,
    })
}

/// What is to stand on a meeting sheet: `notes`, sections, or both, with commas between them.
fn wanted(only: Option<&str>) -> Result<Wanted, Sentence> {
    let mut wanted = Wanted::default();
    for part in only.into_iter().flat_map(|only| only.split(',')) {
        match part.trim() {
            "notes" => wanted.what = What::Notes,
            section => wanted.sections.push(address(section)?),
        }
    }
    Ok(wanted)
}

/// How the reader is to open.
fn reading(matches: &ArgMatches, settings: &Settings) -> Result<Request, Sentence> {
    let set = Opening::of(settings);
    let opening = Opening {
        at: one(matches, "at").map(address).transpose()?,
        find: one(matches, "find").map(str::to_owned),
        theme: one(matches, "theme").map(str::to_owned),
        no_mouse: matches.get_flag("no-mouse"),
        no_links: matches.get_flag("no-links"),
        face: if matches.get_flag("linear") {
            Face::Ears
        } else {
            set.face
        },
        signs: if matches.get_flag("ascii") {
            Signs::Ascii
        } else {
            set.signs
        },
        fresh: set.fresh || matches.get_flag("fresh"),
    };
    let mut letters = paths(matches, "file");
    letters.extend(paths(matches, "letter"));
    Ok(Request {
        letters,
        task: Task::Read(opening),
    })
}

fn listed(matches: &ArgMatches) -> Result<Command, Sentence> {
    let asked = one(matches, "table");
    let table = Table::ALL
        .into_iter()
        .find(|table| Some(table.id()) == asked);
    let table = table.unwrap_or(Table::Entities);
    Ok(Command::List {
        table,
        kind: kind(matches, table)?.map(str::to_owned),
    })
}

/// The kind asked for, or the verdict, by its stable name.
fn kind(matches: &ArgMatches, table: Table) -> Result<Option<&'static str>, Sentence> {
    let flags = ["kind", "verdict"];
    let asked = flags
        .iter()
        .find_map(|flag| Some((*flag, one(matches, flag)?)));
    let Some((flag, asked)) = asked else {
        return Ok(None);
    };
    if flag == "verdict" && !table.has_verdicts() {
        return Err(does_not_fit("--verdict".to_owned(), "list"));
    }
    let known = table.kind_named(asked);
    known
        .map(Some)
        .ok_or_else(|| no_such_kind(flag, asked, table.id(), move |words| table.kinds(words)))
}

/// That the rows of a table are not of a kind, and of which they are.
fn no_such_kind(
    flag: &str,
    asked: &str,
    table: &'static str,
    kinds: impl Fn(&Words) -> Vec<RowKind<'_>> + 'static,
) -> Sentence {
    let argument = format!("--{flag}");
    let asked = in_message(asked);
    Box::new(move |words| {
        let kinds = kinds(words).into_iter().map(|kind| kind.one);
        let kinds: Vec<&str> = kinds.collect();
        let sentence = if kinds.is_empty() {
            words.cli().error_no_kinds
        } else {
            words.cli().error_value
        };
        refusal::filled(
            sentence,
            &[
                ("value", &asked),
                ("argument", &argument),
                ("table", table),
                ("possible", &kinds.join(", ")),
            ],
        )
    })
}

/// That an argument of the reader does not fit a command.
fn does_not_fit(argument: String, command: &str) -> Sentence {
    let help = format!("kamerbrief {command} --help");
    Box::new(move |words| {
        let sentence = words.cli().error_other;
        refusal::filled(sentence, &[("argument", &argument), ("help", &help)])
    })
}

fn address(written: &str) -> Result<Address, Sentence> {
    written
        .parse::<Address>()
        .map_err(|error| -> Sentence { Box::new(move |words| error.say(words.language)) })
}

fn addresses(matches: &ArgMatches) -> Result<Vec<Address>, Sentence> {
    many(matches, "addresses")
        .into_iter()
        .map(address)
        .collect()
}

fn number(matches: &ArgMatches, id: &str) -> Option<usize> {
    matches
        .try_get_one::<u16>(id)
        .ok()
        .flatten()
        .copied()
        .map(usize::from)
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    let paths = matches.get_many::<PathBuf>(id);
    paths.into_iter().flatten().cloned().collect()
}

fn one<'a>(matches: &'a ArgMatches, id: &str) -> Option<&'a str> {
    matches
        .try_get_one::<String>(id)
        .ok()
        .flatten()
        .map(String::as_str)
}

fn many<'a>(matches: &'a ArgMatches, id: &str) -> Vec<&'a str> {
    matches
        .get_many::<String>(id)
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect()
}

/// The words of a text that is looked for.
fn typed(matches: &ArgMatches, id: &str) -> String {
    let words = many(matches, id).into_iter();
    let words = words.map(dashes::without);
    words.collect::<Vec<_>>().join(" ")
}

fn format(matches: &ArgMatches) -> Format {
    match one(matches, "format") {
        Some("md") => Format::Markdown,
        Some("json") => Format::Json,
        Some("tsv") => Format::Tsv,
        _ => Format::Text,
    }
}

fn colour(matches: &ArgMatches) -> Colour {
    match one(matches, "color") {
        Some("always") => Colour::Always,
        Some("never") => Colour::Never,
        _ => Colour::Auto,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Parsed {
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        parse(&args, &Words::of(Language::Dutch), &Settings::default())
    }

    fn read(line: &str) -> Request {
        match asked(line) {
            Parsed::Request(request) => request,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn calls_and_what_they_ask() {
        assert_eq!(
            read("kamerbrief"),
            Request {
                letters: Vec::new(),
                task: Task::Read(Opening::default())
            }
        );
        let request = read("kamerbrief brief.txt --at 4.2 --theme nacht --no-mouse");
        let opening = Opening {
            at: Some("4.2".parse().unwrap()),
            find: None,
            theme: Some("nacht".into()),
            no_mouse: true,
            ..Opening::default()
        };
        assert_eq!(
            request,
            Request {
                letters: vec!["brief.txt".into()],
                task: Task::Read(opening)
            }
        );
        assert_eq!(
            read("kamerbrief -l b.txt").letters,
            [PathBuf::from("b.txt")]
        );
        let several = read("kamerbrief search x -l b.txt --letter=map").letters;
        assert_eq!(several, ["b.txt", "map"].map(PathBuf::from));
        let several = read("kamerbrief b.txt map").letters;
        assert_eq!(several, ["b.txt", "map"].map(PathBuf::from));
        assert_eq!(read("kamerbrief -").letters, [PathBuf::from("-")]);
        assert_eq!(
            read("kamerbrief --lang nl -l b.txt check"),
            read("kamerbrief check --lang nl -l b.txt")
        );
        let request = read("kamerbrief find mens hof --kind organisation -l b.txt --format json");
        let Task::Print {
            command, format, ..
        } = request.task
        else {
            panic!()
        };
        assert_eq!(
            command,
            Command::Find {
                query: "mens hof".into(),
                kind: Some(Kind::Organisation)
            }
        );
        assert_eq!(
            (format, request.letters),
            (Format::Json, vec!["b.txt".into()])
        );
    }

    #[test]
    fn what_cannot_be_understood_is_refused_in_one_sentence() {
        for line in [
            "kamerbrief --at vier",
            "kamerbrief show 4,2",
            "kamerbrief find",
            "kamerbrief find x --kind mens",
            "kamerbrief list niets",
            "kamerbrief --onbekend",
            "kamerbrief show --format pdf",
            "kamerbrief show --width veel",
            "kamerbrief --at 4 show",
            "kamerbrief brief.txt show",
            "kamerbrief list",
            "kamerbrief list notes --kind refusal",
            "kamerbrief list statements --kind amount",
            "kamerbrief --at 4 --find civicus",
            "kamerbrief --at 4 --at 5",
            "kamerbrief man brief",
        ] {
            let Parsed::Refused(sentence) = asked(line) else {
                panic!("{line}")
            };
            assert!(
                !sentence.is_empty() && !sentence.contains('\n') && !sentence.contains('{'),
                "{sentence}"
            );
        }
    }

    #[test]
    fn the_language_comes_from_the_call_then_the_settings_then_the_locale() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let (dutch, english) = (Some(Language::Dutch), Some(Language::English));
        for (line, set, locale, expected) in [
            ("kamerbrief", None, None, dutch),
            ("kamerbrief", None, Some("C"), dutch),
            ("kamerbrief", None, Some("en_GB.UTF-8"), english),
            ("kamerbrief", dutch, Some("en_GB.UTF-8"), dutch),
            ("kamerbrief", english, Some("nl_NL"), english),
            ("kamerbrief --lang nl", english, Some("en_GB.UTF-8"), dutch),
            ("kamerbrief show --lang=en", dutch, Some("nl_NL"), english),
            ("kamerbrief search -- --lang=en", None, None, dutch),
        ] {
            let spoken = language(&args(line), set, locale);
            assert_eq!(Some(spoken), expected, "{line} {set:?} {locale:?}");
        }
    }
}
