//! The completions for fish. Each word that is offered is a line of what a command prints, so that none is
//! split.

use super::offer::{Offer, parts, quoted};
use clap::{Arg, Command};
use std::fmt::Write;

/// The script for fish.
pub fn script(known: &Command) -> String {
    let commands = quoted(known.get_subcommands().map(Command::get_name), r"\'");
    let mut script = format!("# kamerbrief {}\n\n", env!("CARGO_PKG_VERSION"));
    for (name, command) in parts(known) {
        let when = if name.is_empty() {
            format!("not __fish_seen_subcommand_from {commands}")
        } else {
            format!("__fish_seen_subcommand_from {name}")
        };
        for arg in command.get_arguments() {
            let always = arg.is_global_set();
            let when = (!always).then_some(when.as_str());
            line(&mut script, when, arg);
        }
        if command.has_subcommands() {
            for own in command.get_subcommands() {
                let told = own.get_about().map(ToString::to_string).unwrap_or_default();
                let told = quoted([told.as_str()], r"\'");
                let own = own.get_name();
                let _ = writeln!(
                    script,
                    "complete -c kamerbrief -n '{when}' -a {own} -d {told}"
                );
            }
        } else if command.get_positionals().next().is_none() {
            let _ = writeln!(script, "complete -c kamerbrief -n '{when}' -f");
        }
    }
    script
}

/// The line for an argument.
fn line(script: &mut String, when: Option<&str>, arg: &Arg) {
    let mut line = "complete -c kamerbrief".to_owned();
    if let Some(when) = when {
        let _ = write!(line, " -n '{when}'");
    }
    if let Some(short) = arg.get_short() {
        let _ = write!(line, " -s {short}");
    }
    if let Some(long) = arg.get_long() {
        let _ = write!(line, " -l {long}");
    }
    let takes = arg.is_positional() || arg.get_action().takes_values();
    match Offer::of(arg) {
        Offer::Words(words) if takes => {
            let words = quoted(words.iter().map(String::as_str), r"\'");
            let offered = format!("(printf '%s\\n' {words})");
            let offered = offered.replace('\\', r"\\").replace('\'', r"\'");
            let exclusive = if arg.is_positional() { "-f" } else { "-x" };
            let _ = write!(line, " {exclusive} -a '{offered}'");
        }
        Offer::Files if takes => line += if arg.is_positional() { " -F" } else { " -r -F" },
        _ if takes => line += if arg.is_positional() { " -f" } else { " -x" },
        _ => {}
    }
    if !arg.is_positional() {
        let told = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let _ = write!(line, " -d {}", quoted([told.as_str()], r"\'"));
    }
    *script += &line;
    script.push('\n');
}
