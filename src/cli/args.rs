//! The command line: what was asked.

use super::grammar;
pub use super::table::Table;
use crate::{
    app::{
        geometry::{Shape, Signs},
        words::Words,
    },
    catalogue::Kind,
    letter::{Address, Language, in_message},
    reading::cite::Style,
    tui::theme::Theme,
};
use clap::{ArgMatches, error::ErrorKind, parser::ValueSource};
use std::{ffi::OsString, path::PathBuf};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The letter to work on; none is the embedded one.
    pub letter: Option<PathBuf>,
    /// What to do.
    pub task: Task,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Open the reader.
    Read(Opening),
    /// Print something.
    Print {
        /// What to print.
        command: Command,
        /// In which form.
        format: Format,
        /// The width asked for, in cells.
        width: Option<usize>,
        /// Whether to colour it.
        colour: Colour,
    },
}

/// How the reader opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Where.
    pub at: Option<Address>,
    /// What it looks for first.
    pub find: Option<String>,
    /// The number of the theme asked for.
    pub theme: Option<usize>,
    /// Whether the mouse is left to the terminal.
    pub no_mouse: bool,
    /// Whether links are text only.
    pub no_links: bool,
    /// How the screen is laid out.
    pub shape: Shape,
    /// What lines and signs are drawn with.
    pub signs: Signs,
    /// Whether nothing is kept from an earlier time, or for a later one.
    pub fresh: bool,
}

/// A command that prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The letter, or parts of it.
    Show {
        /// Which parts; none is all.
        addresses: Vec<Address>,
    },
    /// Entities by fuzzy match.
    Find {
        /// What is looked for.
        query: String,
        /// Of which kind.
        kind: Option<Kind>,
    },
    /// Where a text stands.
    Search {
        /// The text.
        text: String,
    },
    /// A citation.
    Cite {
        /// Of what; none is the letter.
        address: Option<Address>,
        /// In which style.
        style: Style,
    },
    /// What was recognised in the letter.
    Check,
    /// A table.
    List {
        /// Which.
        table: Table,
        /// Of which kind its rows are to be, by its id.
        kind: Option<String>,
    },
}

/// The form of what is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
    /// Cells with tabs between.
    Tsv,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the command line came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Something to do.
    Request(Request),
    /// Help or the version, to be printed.
    Words(String),
    /// A call that cannot be understood: one sentence.
    Refused(String),
}

/// The language that the arguments or the locale ask for; Dutch where neither does.
#[must_use]
pub fn language(args: &[OsString], locale: Option<&str>) -> Language {
    let asked = args.iter().enumerate().find_map(|(index, arg)| {
        let arg = arg.to_str()?;
        let next = || args.get(index + 1).and_then(|next| next.to_str());
        let value = if arg == "--lang" {
            next()
        } else {
            arg.strip_prefix("--lang=")
        };
        value?.parse().ok()
    });
    let english = locale.is_some_and(|locale| locale.starts_with("en"));
    asked.unwrap_or(if english {
        Language::English
    } else {
        Language::Dutch
    })
}

/// Reads the arguments, the program's name first.
#[must_use]
pub fn parse(args: &[OsString], words: &Words) -> Parsed {
    if args.len() <= 1 {
        return Parsed::Request(Request {
            letter: None,
            task: Task::Read(Opening::default()),
        });
    }
    match grammar::grammar(words).try_get_matches_from(args) {
        Ok(matches) if matches.subcommand_name() == Some("man") => {
            Parsed::Words(grammar::man(words))
        }
        Ok(matches) if matches.subcommand_name() == Some("completions") => {
            let shell = matches
                .subcommand_matches("completions")
                .and_then(|matches| one(matches, "shell"));
            Parsed::Words(grammar::completions(shell.unwrap_or_default(), words))
        }
        Ok(matches) => match request(&matches) {
            Ok(request) => Parsed::Request(request),
            Err(sentence) => Parsed::Refused(sentence(words)),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Parsed::Words(error.to_string()),
            _ => Parsed::Refused(grammar::refusal(&error, args, words)),
        },
    }
}

type Sentence = Box<dyn Fn(&Words) -> String>;

fn request(matches: &ArgMatches) -> Result<Request, Sentence> {
    let of_the_reader = [
        "file", "at", "find", "theme", "no-mouse", "no-links", "linear", "ascii", "fresh",
    ];
    let given = |id: &&str| matches.value_source(id) == Some(ValueSource::CommandLine);
    let stray = of_the_reader.into_iter().find(given);
    let file = matches.get_one::<PathBuf>("file");
    if let Some((name, matches)) = matches.subcommand() {
        if let Some(option) = stray {
            return Err(does_not_fit(file, option));
        }
        let command = match name {
            "show" => Command::Show {
                addresses: addresses(matches)?,
            },
            "find" => Command::Find {
                query: many(matches, "words").join(" "),
                kind: one(matches, "kind")
                    .and_then(|id| Kind::ALL.into_iter().find(|kind| kind.id() == id)),
            },
            "search" => Command::Search {
                text: many(matches, "text").join(" "),
            },
            "cite" => Command::Cite {
                address: one(matches, "address").map(address).transpose()?,
                style: one(matches, "style")
                    .and_then(|id| id.parse().ok())
                    .unwrap_or_default(),
            },
            "check" => Command::Check,
            _ => listed(matches)?,
        };
        let task = Task::Print {
            command,
            format: format(matches),
            width: number(matches, "width"),
            colour: colour(matches),
        };
        return Ok(Request {
            letter: matches.get_one::<PathBuf>("letter").cloned(),
            task,
        });
    }
    let at = one(matches, "at").map(address).transpose()?;
    let opening = Opening {
        at,
        find: one(matches, "find").map(str::to_owned),
        theme: one(matches, "theme").and_then(Theme::named),
        no_mouse: matches.get_flag("no-mouse"),
        no_links: matches.get_flag("no-links"),
        shape: if matches.get_flag("linear") {
            Shape::Linear
        } else {
            Shape::Panes
        },
        signs: if matches.get_flag("ascii") {
            Signs::Ascii
        } else {
            Signs::Drawn
        },
        fresh: matches.get_flag("fresh"),
    };
    let letter = matches
        .get_one::<PathBuf>("file")
        .or_else(|| matches.get_one("letter"))
        .cloned();
    Ok(Request {
        letter,
        task: Task::Read(opening),
    })
}

fn listed(matches: &ArgMatches) -> Result<Command, Sentence> {
    let asked = one(matches, "table");
    let table = Table::ALL
        .into_iter()
        .find(|table| Some(table.id()) == asked);
    let table = table.unwrap_or(Table::Entities);
    let kind = one(matches, "kind").map(str::to_owned);
    if let Some(kind) = kind
        .clone()
        .filter(|kind| !table.kinds().contains(&kind.as_str()))
    {
        return Err(no_such_kind(kind, table));
    }
    Ok(Command::List { table, kind })
}

/// That the rows of a table are not of a kind, and of which they are.
fn no_such_kind(kind: String, table: Table) -> Sentence {
    let kinds = match table.kinds().join(", ") {
        none if none.is_empty() => "-".to_owned(),
        kinds => kinds,
    };
    Box::new(move |words| {
        let sentence = words.cli().error_value.replace("{value}", &kind);
        let argument = format!("list {}", table.id());
        let sentence = sentence.replace("{argument}", &argument);
        sentence.replace("{possible}", &kinds)
    })
}

/// That an argument of the reader does not fit a command: the file, or else the option of this name.
fn does_not_fit(file: Option<&PathBuf>, option: &str) -> Sentence {
    let argument = file.map_or_else(
        || format!("--{option}"),
        |file| in_message(&file.to_string_lossy()),
    );
    Box::new(move |words| words.cli().error_other.replace("{argument}", &argument))
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
        parse(&args, &Words::of(Language::Dutch))
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
                letter: None,
                task: Task::Read(Opening::default())
            }
        );
        let request = read("kamerbrief brief.txt --at 4.2 --theme nacht --no-mouse");
        let opening = Opening {
            at: Some("4.2".parse().unwrap()),
            find: None,
            theme: Theme::named("nacht"),
            no_mouse: true,
            ..Opening::default()
        };
        assert_eq!(
            request,
            Request {
                letter: Some("brief.txt".into()),
                task: Task::Read(opening)
            }
        );
        assert_eq!(read("kamerbrief -l b.txt").letter, Some("b.txt".into()));
        assert_eq!(read("kamerbrief -").letter, Some("-".into()));
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
            (format, request.letter),
            (Format::Json, Some("b.txt".into()))
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
            "kamerbrief a.txt b.txt",
            "kamerbrief --at 4 show",
            "kamerbrief brief.txt show",
            "kamerbrief list",
            "kamerbrief list notes --kind refusal",
            "kamerbrief list statements --kind amount",
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
    fn the_language_comes_from_the_call_then_the_locale() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        for (line, locale, expected) in [
            ("kamerbrief", None, Language::Dutch),
            ("kamerbrief", Some("C"), Language::Dutch),
            ("kamerbrief", Some("en_GB.UTF-8"), Language::English),
            ("kamerbrief --lang nl", Some("en_GB.UTF-8"), Language::Dutch),
            (
                "kamerbrief show --lang=en",
                Some("nl_NL"),
                Language::English,
            ),
        ] {
            assert_eq!(language(&args(line), locale), expected, "{line} {locale:?}");
        }
    }
}
