//! The grammar of the command line, in the words of the interface, and what is wrong with a call
//! that does not fit it. With [`super::args`] the only place that knows clap.

use crate::{
    app::words::{CliWords, Words},
    catalogue::Kind,
    letter::visible,
    tui::theme::Theme,
};
use clap::{
    Arg, ArgAction, Command,
    builder::PossibleValuesParser,
    error::{ContextKind, ContextValue, ErrorKind},
    value_parser,
};
use std::path::PathBuf;

/// The names of the tables.
const TABLES: [&str; 2] = ["recommendations", "entities"];

/// What can be asked.
pub fn grammar(words: &Words) -> Command {
    let cli = &words.cli;
    bare("kamerbrief", cli)
        .version(env!("CARGO_PKG_VERSION"))
        .about(cli.about.clone())
        .after_help(cli.examples.clone())
        .subcommand_help_heading(cli.commands.clone())
        .subcommand_value_name("COMMAND")
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args_conflicts_with_subcommands(true)
        .arg(
            flag("version", &cli.version)
                .short('V')
                .action(ArgAction::Version),
        )
        .arg(
            positional("file", "FILE", &cli.file, cli)
                .value_parser(value_parser!(PathBuf))
                .conflicts_with("letter"),
        )
        .arg(option("at", "ADDRESS", &cli.at))
        .arg(option("find", "QUERY", &cli.find))
        .arg(choice("theme", "NAME", &cli.theme, Theme::names()))
        .arg(flag("no-mouse", &cli.no_mouse).action(ArgAction::SetTrue))
        .subcommand(show(cli))
        .subcommand(find(cli))
        .subcommand(list(cli))
}

fn show(cli: &CliWords) -> Command {
    let addresses = positional("addresses", "ADDRESS", &cli.show_addresses, cli);
    printing("show", &cli.show, cli).arg(addresses.num_args(0..))
}

fn find(cli: &CliWords) -> Command {
    let words = positional("words", "WORDS", &cli.find_words, cli);
    printing("find", &cli.find_command, cli)
        .arg(words.num_args(1..).required(true))
        .arg(choice("kind", "KIND", &cli.kind, Kind::ALL.map(Kind::id)))
}

fn list(cli: &CliWords) -> Command {
    let table = positional("table", "TABLE", &named(&cli.list_table, TABLES), cli);
    let tables = PossibleValuesParser::new(TABLES);
    printing("list", &cli.list, cli).arg(
        table
            .value_parser(tables)
            .hide_possible_values(true)
            .required(true),
    )
}

/// A command with what all have.
fn bare(name: &'static str, cli: &CliWords) -> Command {
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        cli.usage
    );
    Command::new(name)
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(cli.options.clone())
        .arg(
            option("letter", "FILE", &cli.letter)
                .short('l')
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(choice("lang", "LANG", &cli.lang, ["nl", "en"]))
        .arg(flag("help", &cli.help).short('h').action(ArgAction::Help))
}

/// A command that prints.
fn printing(name: &'static str, about: &str, cli: &CliWords) -> Command {
    bare(name, cli)
        .about(about.to_owned())
        .arg(choice(
            "format",
            "FORMAT",
            &cli.format,
            ["text", "md", "json", "tsv"],
        ))
        .arg(option("width", "N", &cli.width).value_parser(value_parser!(u16).range(20..)))
        .arg(choice(
            "color",
            "WHEN",
            &cli.color,
            ["auto", "always", "never"],
        ))
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
        .help_heading(cli.arguments.clone())
}

fn named(help: &str, values: impl IntoIterator<Item = &'static str>) -> String {
    format!(
        "{help}: {}",
        values.into_iter().collect::<Vec<_>>().join(", ")
    )
}

/// What is wrong with a call, in one sentence.
pub fn refusal(error: &clap::Error, words: &Words) -> String {
    let cli = &words.cli;
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => visible(text).into_owned(),
        Some(ContextValue::Strings(texts)) => visible(&texts.join(", ")).into_owned(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let argument = match get(ContextKind::InvalidArg) {
        empty if empty.is_empty() => get(ContextKind::InvalidSubcommand),
        argument => argument,
    };
    let (value, possible) = (get(ContextKind::InvalidValue), get(ContextKind::ValidValue));
    let sentence = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !possible.is_empty() => {
            &cli.error_value
        }
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => &cli.error_unknown,
        ErrorKind::MissingRequiredArgument => &cli.error_missing,
        _ => &cli.error_other,
    };
    let sentence = sentence
        .replace("{argument}", &argument)
        .replace("{value}", &value);
    sentence.replace("{possible}", &possible)
}
