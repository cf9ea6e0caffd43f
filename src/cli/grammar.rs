//! The grammar of the command line, in the words of the interface.

use super::{
    flags::{self, Flag, Takes, WIDTHS},
    table::{LETTERS, REPEATS, Table},
};
use crate::app::words::{CliWords, Words};
use clap::{Arg, ArgAction, Command, builder::PossibleValuesParser, value_parser};
use std::path::PathBuf;

/// The commands.
pub const COMMANDS: [&str; 11] = [
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

/// The shells that there are completions for.
pub const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// Calls that show what a command is for.
const EXAMPLES: [(&str, &str); 27] = [
    ("show", "kamerbrief show 4 | head -3"),
    ("show", "kamerbrief show 4.2 9 --width 72"),
    ("show", "kamerbrief show --format json -l brief.txt"),
    ("find", "kamerbrief find mens hof"),
    (
        "find",
        "kamerbrief find raad --kind organisatie --format tsv",
    ),
    ("search", "kamerbrief search raad van europa"),
    ("search", "kamerbrief search '\"tussen papier'"),
    ("search", "kamerbrief search mensenrechten -l brieven/"),
    ("verify", "kamerbrief verify 'daar geen ruimte voor'"),
    ("verify", "pdftotext nota.pdf - | kamerbrief verify -"),
    ("cite", "kamerbrief cite 4.2"),
    ("cite", "kamerbrief cite --style bibtex >> bronnen.bib"),
    ("list", "kamerbrief list abbreviations"),
    ("list", "kamerbrief list entities --format tsv | sort"),
    ("list", "kamerbrief list statements --kind afwijzing"),
    ("list", "kamerbrief list asks --verdict 'niet beantwoord'"),
    ("list", "kamerbrief list figures --format json"),
    ("list", "kamerbrief list hedges"),
    ("list", "kamerbrief list timeline --format tsv"),
    ("list", "kamerbrief list letters -l brieven/ --format tsv"),
    ("notes", "kamerbrief notes --format md > notities.md"),
    ("notes", "kamerbrief notes import notities-jansen.json"),
    ("sheet", "kamerbrief sheet --format html > vergadering.html"),
    ("sheet", "kamerbrief sheet --only 3,8"),
    (
        "completions",
        "kamerbrief completions bash > ~/.local/share/bash-completion/completions/kamerbrief",
    ),
    ("man", "kamerbrief man | man -l -"),
    ("man", "kamerbrief man show > kamerbrief-show.1"),
];

/// What can be asked.
pub fn grammar(words: &Words) -> Command {
    let cli = words.cli();
    let program = bare("kamerbrief", words)
        // Else the name by which it was called, which may be anything.
        .bin_name("kamerbrief")
        .version(env!("CARGO_PKG_VERSION"))
        .about(cli.about)
        .after_help(cli.examples)
        .subcommand_help_heading(cli.commands)
        .subcommand_value_name("COMMAND")
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_precedence_over_arg(true)
        .args(flags::of_the_program().map(|flag| argument(flag, words)))
        .arg(
            named("version", cli.version)
                .short('V')
                .action(ArgAction::Version),
        )
        .arg(
            positional("file", "FILE", cli.file, cli)
                .value_parser(value_parser!(PathBuf))
                .num_args(0..)
                .conflicts_with("letter"),
        );
    program.subcommands(COMMANDS.map(|name| of_name(name, words)))
}

/// The command of a name, with its arguments.
fn of_name(name: &'static str, words: &Words) -> Command {
    let cli = words.cli();
    let arg = |name, value, told| positional(name, value, told, cli);
    let (about, argument) = match name {
        "show" => (
            cli.show,
            arg("addresses", "ADDRESS", cli.show_addresses).num_args(0..),
        ),
        "find" => (
            cli.find_command,
            arg("words", "WORDS", cli.find_words)
                .num_args(1..)
                .required(true),
        ),
        "search" => (
            cli.search,
            arg("text", "TEXT", cli.search_text)
                .num_args(1..)
                .required(true),
        ),
        "verify" => (
            cli.verify,
            arg("quote", "TEXT", cli.verify_quote).num_args(0..),
        ),
        "cite" => (cli.cite, arg("address", "ADDRESS", cli.cite_address)),
        "list" => {
            let tables: Vec<_> = Table::ALL
                .map(Table::id)
                .into_iter()
                .chain([LETTERS, REPEATS])
                .collect();
            let table = one_of("table", "TABLE", cli.list_table, &tables, cli);
            (cli.list, table.required(true))
        }
        "completions" => {
            let shell = one_of("shell", "SHELL", cli.completions_shell, &SHELLS, cli);
            (cli.completions, shell.required(true))
        }
        "man" => {
            let command = one_of("command", "COMMAND", cli.man_command, &COMMANDS, cli);
            (cli.man, command)
        }
        "sheet" => return command(name, cli.sheet, words),
        "notes" => {
            let import = one_of("import", "import", cli.notes_import, &["import"], cli);
            let file = arg("import-file", "FILE", cli.notes_file)
                .value_parser(value_parser!(PathBuf))
                .requires("import");
            let import = import.requires("import-file");
            return command(name, cli.own_notes, words).args([import, file]);
        }
        _ => return command(name, cli.check, words),
    };
    command(name, about, words).arg(argument)
}

/// A command with the flags that belong to it.
fn command(name: &'static str, about: &'static str, words: &Words) -> Command {
    let own = flags::of_the_command(name).map(|flag| argument(flag, words));
    bare(name, words).about(about).args(own)
}

/// A command with what all have.
fn bare(name: &'static str, words: &Words) -> Command {
    let cli = words.cli();
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        cli.usage
    );
    let examples: Vec<&str> = examples(name).collect();
    let after = match examples.as_slice() {
        [] => String::new(),
        lines => format!("\n{}\n  {}", cli.examples_heading, lines.join("\n  ")),
    };
    Command::new(name)
        .after_help(after)
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(cli.options)
        .arg(named("help", cli.help).short('h').action(ArgAction::Help))
}

/// Calls that show what a command is for.
pub fn examples(name: &str) -> impl Iterator<Item = &'static str> {
    EXAMPLES
        .into_iter()
        .filter(move |(command, _)| *command == name)
        .map(|(_, line)| line)
}

/// A flag of the table as clap has it.
fn argument(flag: &Flag, words: &Words) -> Arg {
    let told = (flag.told)(words.cli());
    let arg = match &flag.takes {
        Takes::Nothing => named(flag.id, told).action(ArgAction::SetTrue),
        Takes::Text(value) => named(flag.id, told).value_name(*value),
        Takes::File(value) => named(flag.id, told)
            .value_name(*value)
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf)),
        Takes::Width(value) => named(flag.id, told)
            .value_name(*value)
            .value_parser(value_parser!(u16).range(i64::from(*WIDTHS.start())..)),
        Takes::OneOf(value, values) => {
            let values = values();
            named(flag.id, &told_of(told, &values))
                .value_name(*value)
                .value_parser(PossibleValuesParser::new(values))
                .hide_possible_values(true)
        }
        // What means the same is known when the table is: the words of either language will do.
        Takes::Kind(value, values) => {
            named(flag.id, &told_of(told, &values(words))).value_name(*value)
        }
    };
    let arg = match flag.short {
        Some(short) => arg.short(short),
        None => arg,
    };
    // Where to start is said once.
    let arg = match flag.id {
        "find" => arg.conflicts_with("at"),
        "verdict" => arg.conflicts_with("kind"),
        _ => arg,
    };
    arg.global(flag.of == flags::Of::All)
}

fn named(name: &'static str, told: &str) -> Arg {
    Arg::new(name).long(name).help(told.to_owned())
}

fn positional(name: &'static str, value: &'static str, told: &str, cli: &CliWords) -> Arg {
    Arg::new(name)
        .value_name(value)
        .help(told.to_owned())
        .help_heading(cli.arguments)
}

/// An argument with known values, which its help names.
fn one_of(
    name: &'static str,
    value: &'static str,
    told: &str,
    values: &[&'static str],
    cli: &CliWords,
) -> Arg {
    positional(name, value, &told_of(told, values), cli)
        .value_parser(PossibleValuesParser::new(values.to_vec()))
        .hide_possible_values(true)
}

fn told_of(told: &str, values: &[&str]) -> String {
    format!("{told}: {}", values.join(", "))
}
