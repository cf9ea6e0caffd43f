//! What of the grammar a script for a shell is made from: its commands, their flags and what can be offered for each.

use clap::{Arg, Command, ValueHint};

/// The program and its commands, each with the name by which a script knows it: the program has none.
pub fn parts(known: &Command) -> impl Iterator<Item = (&str, &Command)> {
    let commands = known.get_subcommands();
    [("", known)]
        .into_iter()
        .chain(commands.map(|command| (command.get_name(), command)))
}

/// The flags of a command that take a value.
pub fn taking(command: &Command) -> impl Iterator<Item = &Arg> {
    let flags = command.get_arguments().filter(|arg| !arg.is_positional());
    flags.filter(|arg| arg.get_action().takes_values())
}

/// How a flag is written: short, long.
pub fn spelled(arg: &Arg) -> Vec<String> {
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    short.into_iter().chain(long).collect()
}

/// What can be offered for an argument.
pub enum Offer {
    /// These words.
    Words(Vec<String>),
    /// Files and folders.
    Files,
    /// Nothing that is known.
    Nothing,
}

impl Offer {
    pub fn of(arg: &Arg) -> Self {
        let values = arg.get_possible_values();
        match arg.get_value_hint() {
            _ if !values.is_empty() => {
                let names = values.iter().map(|value| value.get_name().to_owned());
                Self::Words(names.collect())
            }
            ValueHint::AnyPath => Self::Files,
            _ => Self::Nothing,
        }
    }
}

/// Words of a script that mean themselves: in quotes where they need them, which `quote` writes inside.
pub fn quoted<'a>(words: impl IntoIterator<Item = &'a str>, quote: &str) -> String {
    let quoted = words.into_iter().map(|word| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if !word.is_empty() && word.chars().all(plain) {
            word.to_owned()
        } else {
            format!("'{}'", word.replace('\'', quote))
        }
    });
    quoted.collect::<Vec<_>>().join(" ")
}
