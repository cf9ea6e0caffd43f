//! The grammar of the command line, in the words of the interface, and what is wrong with a call
//! that does not fit it. With [`super::args`] the only place that knows clap.

use super::args::Table;
use crate::{
    app::words::{CliWords, Words},
    catalogue::{Catalogue, Entity, Kind},
    letter::{self, Address, Section, in_message, visible_line},
    reading::cite::Style,
    tui::theme::Theme,
};
use clap::{
    Arg, ArgAction, Command,
    builder::PossibleValuesParser,
    error::{ContextKind, ContextValue, ErrorKind},
    value_parser,
};
use clap_complete::Shell;
use std::{ffi::OsString, ops::RangeInclusive, path::PathBuf};

/// How wide a text can be printed, in cells.
const WIDTHS: RangeInclusive<u16> = 20..=u16::MAX;

/// Calls that show what a command is for.
const EXAMPLES: [(&str, &str); 14] = [
    ("show", "kamerbrief show 4 | head -3"),
    ("show", "kamerbrief show 4.2 9 --width 72"),
    ("show", "kamerbrief show --format json -l brief.txt"),
    ("find", "kamerbrief find mens hof"),
    (
        "find",
        "kamerbrief find raad --kind organisation --format tsv",
    ),
    ("search", "kamerbrief search raad van europa"),
    ("search", "kamerbrief search '\"tussen papier'"),
    ("cite", "kamerbrief cite 4.2"),
    ("cite", "kamerbrief cite --style bibtex >> bronnen.bib"),
    ("list", "kamerbrief list abbreviations"),
    ("list", "kamerbrief list entities --format tsv | sort"),
    ("list", "kamerbrief list statements --kind refusal"),
    ("list", "kamerbrief list figures --format json"),
    (
        "completions",
        "kamerbrief completions bash > ~/.local/share/bash-completion/completions/kamerbrief",
    ),
];

/// What can be asked.
pub fn grammar(words: &Words) -> Command {
    let cli = &words.cli();
    bare("kamerbrief", cli)
        // Else the name by which it was called, which may be anything.
        .bin_name("kamerbrief")
        .version(env!("CARGO_PKG_VERSION"))
        .about(cli.about)
        .after_help(&cli.examples)
        .subcommand_help_heading(cli.commands)
        .subcommand_value_name("COMMAND")
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_precedence_over_arg(true)
        .arg(
            option("letter", "FILE", cli.letter)
                .short('l')
                .value_parser(value_parser!(PathBuf))
                .global(true),
        )
        .arg(choice("lang", "LANG", cli.lang, ["nl", "en"]).global(true))
        .arg(
            flag("version", cli.version)
                .short('V')
                .action(ArgAction::Version),
        )
        .arg(
            positional("file", "FILE", cli.file, cli)
                .value_parser(value_parser!(PathBuf))
                .conflicts_with("letter"),
        )
        .arg(option("at", "ADDRESS", cli.at))
        .arg(option("find", "QUERY", cli.find))
        .arg(choice("theme", "NAME", cli.theme, Theme::names()))
        .arg(flag("no-mouse", cli.no_mouse).action(ArgAction::SetTrue))
        .arg(flag("no-links", cli.no_links).action(ArgAction::SetTrue))
        .arg(flag("linear", cli.linear).action(ArgAction::SetTrue))
        .arg(flag("ascii", cli.ascii).action(ArgAction::SetTrue))
        .arg(flag("fresh", cli.fresh).action(ArgAction::SetTrue))
        .subcommand(show(cli))
        .subcommand(find(cli))
        .subcommand(search(cli))
        .subcommand(cite(cli))
        .subcommand(list(cli))
        .subcommand(coloured("check", cli.check, cli))
        .subcommand(completing(cli))
        .subcommand(bare("man", cli).about(cli.man))
}

/// The completions for a shell. They know the commands, the addresses of the embedded letter, and
/// those names in it that are one word.
pub fn completions(shell: &str, words: &Words) -> String {
    let letter = letter::embedded();
    let last = |section: &Section| letter.response(section).len();
    let paragraphs = |section: &Section| {
        (0..=last(section))
            .map(move |number| (section.number, number))
            .collect::<Vec<_>>()
    };
    let sections = letter
        .sections()
        .iter()
        .map(|section| section.number.to_string());
    let inside = letter
        .sections()
        .iter()
        .flat_map(paragraphs)
        .map(|(section, number)| format!("{section}.{number}"));
    let addresses: Vec<String> = sections
        .chain(inside)
        .chain([Address::HEAD.to_string()])
        .filter(|text: &String| {
            text.parse()
                .is_ok_and(|address| letter.locate(address).is_ok())
        })
        .collect();
    let catalogue = Catalogue::embedded();
    let forms = catalogue.entities().iter().flat_map(Entity::forms);
    let mut names: Vec<String> = forms
        .filter(|form| form.chars().all(char::is_alphanumeric))
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names.dedup();
    let known = |values: &[String]| PossibleValuesParser::new(values.to_vec());
    let mut grammar = grammar(words)
        .mut_arg("at", |arg| arg.value_parser(known(&addresses)))
        .mut_arg("find", |arg| arg.value_parser(known(&names)))
        .mut_subcommand("show", |show| {
            show.mut_arg("addresses", |arg| arg.value_parser(known(&addresses)))
        })
        .mut_subcommand("cite", |cite| {
            cite.mut_arg("address", |arg| arg.value_parser(known(&addresses)))
        })
        .mut_subcommand("find", |find| {
            find.mut_arg("words", |arg| arg.value_parser(known(&names)))
        });
    let mut script = Vec::new();
    if let Ok(shell) = shell.parse::<Shell>() {
        clap_complete::generate(shell, &mut grammar, "kamerbrief", &mut script);
    }
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page, in the language of the interface.
pub fn man(words: &Words) -> String {
    let mut page = Vec::new();
    let written = clap_mangen::Man::new(grammar(words)).render(&mut page);
    written
        .map(|()| String::from_utf8_lossy(&page).into_owned())
        .unwrap_or_default()
}

fn show(cli: &CliWords) -> Command {
    let addresses = positional("addresses", "ADDRESS", cli.show_addresses, cli);
    printing("show", cli.show, cli).arg(addresses.num_args(0..))
}

fn find(cli: &CliWords) -> Command {
    let words = positional("words", "WORDS", cli.find_words, cli);
    printing("find", cli.find_command, cli)
        .arg(words.num_args(1..).required(true))
        .arg(choice("kind", "KIND", cli.kind, Kind::ALL.map(Kind::id)))
}

fn search(cli: &CliWords) -> Command {
    let text = positional("text", "TEXT", cli.search_text, cli);
    printing("search", cli.search, cli).arg(text.num_args(1..).required(true))
}

fn cite(cli: &CliWords) -> Command {
    bare("cite", cli)
        .about(cli.cite)
        .arg(positional("address", "ADDRESS", cli.cite_address, cli))
        .arg(choice(
            "style",
            "STYLE",
            cli.style,
            Style::ALL.map(Style::id),
        ))
}

fn completing(cli: &CliWords) -> Command {
    let shells = ["bash", "elvish", "fish", "powershell", "zsh"];
    let shell = positional("shell", "SHELL", &named(cli.completions_shell, shells), cli);
    let shells = PossibleValuesParser::new(shells);
    bare("completions", cli).about(cli.completions).arg(
        shell
            .value_parser(shells)
            .hide_possible_values(true)
            .required(true),
    )
}

fn list(cli: &CliWords) -> Command {
    let tables = Table::ALL.map(Table::id);
    let table = positional("table", "TABLE", &named(cli.list_table, tables), cli);
    let tables = PossibleValuesParser::new(tables);
    let table = table
        .value_parser(tables)
        .hide_possible_values(true)
        .required(true);
    let kinds = Table::ALL.into_iter().flat_map(Table::kinds);
    printing("list", cli.list, cli)
        .arg(table)
        .arg(choice("kind", "KIND", cli.list_kind, kinds))
}

/// A command with what all have.
fn bare(name: &'static str, cli: &CliWords) -> Command {
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        cli.usage
    );
    let lines: Vec<&str> = EXAMPLES
        .iter()
        .filter(|(command, _)| *command == name)
        .map(|(_, line)| *line)
        .collect();
    let after = match lines.as_slice() {
        [] => String::new(),
        lines => format!("\n{}\n  {}", cli.examples_heading, lines.join("\n  ")),
    };
    Command::new(name)
        .after_help(after)
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(cli.options)
        .arg(flag("help", cli.help).short('h').action(ArgAction::Help))
}

/// A command that prints text, in colour on a terminal.
fn coloured(name: &'static str, about: &str, cli: &CliWords) -> Command {
    let when = choice("color", "WHEN", cli.color, ["auto", "always", "never"]);
    bare(name, cli).about(about.to_owned()).arg(when)
}

/// A command that prints in several forms.
fn printing(name: &'static str, about: &str, cli: &CliWords) -> Command {
    coloured(name, about, cli)
        .arg(choice(
            "format",
            "FORMAT",
            cli.format,
            ["text", "md", "json", "tsv"],
        ))
        .arg(
            option("width", "N", cli.width)
                .value_parser(value_parser!(u16).range(i64::from(*WIDTHS.start())..)),
        )
}

fn flag(name: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).help(help.to_owned())
}

fn option(name: &'static str, value: &'static str, help: &str) -> Arg {
    flag(name, help).value_name(value)
}

/// An option with known values, which its help names.
fn choice(
    name: &'static str,
    value: &'static str,
    help: &str,
    values: impl IntoIterator<Item = &'static str> + Clone,
) -> Arg {
    let help = named(help, values.clone());
    option(name, value, &help)
        .value_parser(PossibleValuesParser::new(values))
        .hide_possible_values(true)
}

fn positional(name: &'static str, value: &'static str, help: &str, cli: &CliWords) -> Arg {
    Arg::new(name)
        .value_name(value)
        .help(help.to_owned())
        .help_heading(cli.arguments)
}

fn named(help: &str, values: impl IntoIterator<Item = &'static str>) -> String {
    format!(
        "{help}: {}",
        values.into_iter().collect::<Vec<_>>().join(", ")
    )
}

/// What is wrong with a call, in one sentence that names the argument.
pub fn refusal(error: &clap::Error, args: &[OsString], words: &Words) -> String {
    let cli = &words.cli();
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => in_message(text),
        Some(ContextValue::Strings(texts)) => visible_line(&texts.join(", ")),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    // Of what is no text it is not said which argument it is.
    let no_text = args.iter().find(|arg| arg.to_str().is_none());
    let unnamed = || {
        no_text
            .or(args.last())
            .map(|arg| in_message(&arg.to_string_lossy()))
    };
    let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .map(get)
        .into_iter()
        .find(|name| !name.is_empty())
        .or_else(unnamed);
    let value = get(ContextKind::InvalidValue);
    let possible = match error.kind() {
        // Of the numbers only the width is one that may not fit.
        ErrorKind::ValueValidation => format!("{}–{}", WIDTHS.start(), WIDTHS.end()),
        _ => get(ContextKind::ValidValue),
    };
    let sentence = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            &cli.error_no_value
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => &cli.error_value,
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => &cli.error_unknown,
        ErrorKind::MissingRequiredArgument => &cli.error_missing,
        ErrorKind::InvalidUtf8 => &cli.error_no_text,
        _ => &cli.error_other,
    };
    let mut filled = String::new();
    for part in sentence.split_inclusive(['{', '}']) {
        filled += match part {
            "argument}" => argument.as_deref().unwrap_or_default(),
            "value}" => &value,
            "possible}" => &possible,
            words => words.trim_end_matches('{'),
        };
    }
    filled
}
