//! Completions for shells, made from the grammar: they know the commands, the addresses of the embedded
//! letter and the names in it.
//!
//! The scripts for bash, fish and zsh are written here. Those of the library put names of files on the line of
//! bash as they are, to be split at their spaces and run where they hold `$(…)`, and break at names of several
//! words. For other shells they will do, with the names of one word.

mod fish;
mod offer;
mod posix;

use super::{
    flags::{self, Takes},
    grammar::grammar,
};
use crate::{
    app::words::Words,
    catalogue::{Catalogue, Entity},
    letter::{self, Address},
};
use clap::{Command, builder::PossibleValuesParser};
use clap_complete::Shell;

/// The completions for a shell.
pub fn completions(shell: &str, words: &Words) -> String {
    match shell {
        "bash" => posix::bash(&known(words, &names())),
        "zsh" => posix::zsh(&known(words, &names())),
        "fish" => fish::script(&known(words, &names())),
        _ => {
            let mut names = names();
            names.retain(|name| name.chars().all(char::is_alphanumeric));
            let mut script = Vec::new();
            if let Ok(shell) = shell.parse::<Shell>() {
                let known = &mut known(words, &names);
                clap_complete::generate(shell, known, "kamerbrief", &mut script);
            }
            String::from_utf8_lossy(&script).into_owned()
        }
    }
}

/// The grammar with the values that can be known of arguments that take any.
fn known(words: &Words, names: &[String]) -> Command {
    let addresses = PossibleValuesParser::new(addresses());
    let names = PossibleValuesParser::new(names.to_vec());
    let kinds = |command: &str| {
        let kinds = flags::of_the_command(command).find_map(|flag| match flag.takes {
            Takes::Kind(_, values) => Some(values(words)),
            _ => None,
        });
        let kinds = kinds.into_iter().flatten().map(str::to_owned);
        PossibleValuesParser::new(kinds.collect::<Vec<_>>())
    };
    let with = |command: Command, arg: &'static str, values: &PossibleValuesParser| {
        command.mut_arg(arg, |arg| arg.value_parser(values.clone()))
    };
    let grammar = with(grammar(words), "at", &addresses);
    with(grammar, "find", &names)
        .mut_subcommand("show", |command| with(command, "addresses", &addresses))
        .mut_subcommand("cite", |command| with(command, "address", &addresses))
        .mut_subcommand("find", |command| {
            with(with(command, "words", &names), "kind", &kinds("find"))
        })
        .mut_subcommand("list", |command| with(command, "kind", &kinds("list")))
}

/// The addresses of the embedded letter: its sections, then its paragraphs.
fn addresses() -> Vec<String> {
    let letter = letter::embedded();
    let sections = letter.sections().iter();
    let numbers = sections.clone().map(|section| section.number.to_string());
    let inside = sections.flat_map(|section| {
        let last = letter.response(section).len();
        (0..=last).map(move |number| format!("{}.{number}", section.number))
    });
    let stands = |text: &String| {
        text.parse()
            .is_ok_and(|address| letter.locate(address).is_ok())
    };
    let head = [Address::HEAD.to_string()];
    numbers.chain(inside).chain(head).filter(stands).collect()
}

/// The names that the catalogue knows, and their other forms.
fn names() -> Vec<String> {
    let catalogue = Catalogue::embedded();
    let forms = catalogue.entities().flat_map(Entity::forms);
    let mut names: Vec<String> = forms.map(str::to_owned).collect();
    names.sort_unstable();
    names.dedup();
    names
}
