//! The manual page, made from the grammar: one page with all commands and their options, or one of a command.
//! It points to no page that is not there.

mod surroundings;

use super::grammar::{examples, grammar};
use crate::app::{
    help,
    keymap::{Keymap, Mode},
    words::{CliWords, Words},
};
use clap::{Arg, ArgAction, Command};

/// The day that this version was made, which a page says.
const DAY: &str = "2026-11-28";

/// The longest line of a page's source, in bytes.
const LONGEST: usize = 78;

/// The page of the program, or of the command of this name.
pub fn man(command: Option<&str>, words: &Words, keymap: &Keymap) -> String {
    let cli = words.cli();
    let program = grammar(words);
    let one = command.and_then(|name| program.find_subcommand(name));
    let mut page = Page::new(one.map_or_else(
        || "kamerbrief".to_owned(),
        |command| format!("kamerbrief-{}", command.get_name()),
    ));
    match one {
        Some(command) => page.of_a_command(&program, command, cli),
        None => page.of_the_program(&program, words, keymap),
    }
    page.heading(cli.man_exit);
    for (code, told) in ["0", "1", "2"].into_iter().zip(cli.man_codes) {
        page.tagged(&bold(code), told);
    }
    page.source
}

struct Page {
    name: String,
    source: String,
}

impl Page {
    fn new(name: String) -> Self {
        let source = format!(
            ".TH {} 1 {DAY} \"kamerbrief {}\"\n",
            name.to_uppercase(),
            env!("CARGO_PKG_VERSION")
        );
        Self { name, source }
    }

    fn of_the_program(&mut self, program: &Command, words: &Words, keymap: &Keymap) {
        let cli = words.cli();
        self.head(program, cli);
        self.synopsis(program, cli);
        for command in program.get_subcommands() {
            self.request(".br");
            self.synopsis(command, cli);
        }
        self.heading(cli.man_description);
        for (number, paragraph) in cli.man_about.iter().enumerate() {
            if number > 0 {
                self.request(".PP");
            }
            self.text(paragraph);
        }
        self.heading(cli.options);
        for arg in program.get_arguments() {
            self.argument(arg);
        }
        self.heading(cli.commands);
        for command in program.get_subcommands() {
            self.request(&format!(".SS {}", command.get_name()));
            self.told(command);
            for arg in of_a_command(command) {
                self.argument(arg);
            }
        }
        self.keys(words, keymap);
        self.surroundings(cli);
        self.heading(cli.man_examples);
        let names = program.get_subcommands().map(Command::get_name);
        self.calls(names.flat_map(examples));
    }

    /// The keys of the reader, by where they hold. Those that hold everywhere are told where the text is.
    fn keys(&mut self, words: &Words, keymap: &Keymap) {
        self.heading(words.cli().man_keys);
        for mode in Mode::ALL {
            self.request(&format!(".SS {}", escaped(words.mode(mode))));
            for (keys, does) in help::keys(words, keymap, mode) {
                let keys: Vec<String> = keys.split(' ').map(bold).collect();
                self.request(".TP");
                self.lines(&keys.join(" "));
                self.text(&does);
            }
            if mode == Mode::Reading {
                self.request(".PP");
                self.text(words.help.two_digits);
            }
        }
    }

    /// The variables that are read and the files that are kept.
    fn surroundings(&mut self, cli: &CliWords) {
        self.heading(cli.man_environment);
        for (names, told) in surroundings::VARIABLES.into_iter().zip(cli.man_variables) {
            let names: Vec<String> = names.iter().map(|name| bold(name)).collect();
            self.tagged(&names.join(", "), told);
        }
        self.heading(cli.man_files_heading);
        for (file, told) in surroundings::FILES.into_iter().zip(cli.man_files) {
            self.tagged(&italic(file), told);
        }
    }

    fn of_a_command(&mut self, program: &Command, command: &Command, cli: &CliWords) {
        self.head(command, cli);
        self.synopsis(command, cli);
        self.heading(cli.man_description);
        self.told(command);
        self.heading(cli.options);
        let global = program.get_arguments().filter(|arg| arg.is_global_set());
        for arg in command.get_arguments().chain(global) {
            self.argument(arg);
        }
        let mut calls = examples(command.get_name()).peekable();
        if calls.peek().is_some() {
            self.heading(cli.man_examples);
            self.calls(calls);
        }
    }

    /// The name, what it is for, and the heading of what can be asked.
    fn head(&mut self, command: &Command, cli: &CliWords) {
        self.heading(cli.man_name);
        let about = command.get_about().map(ToString::to_string);
        let name = escaped(&self.name).replace('-', r"\-");
        self.lines(&format!(
            "{name} \\- {}",
            escaped(&about.unwrap_or_default())
        ));
        self.heading(cli.man_synopsis);
    }

    /// How a command is called, with the arguments it takes.
    fn synopsis(&mut self, command: &Command, cli: &CliWords) {
        let own = command.get_name();
        let program = if own == "kamerbrief" {
            None
        } else {
            Some("kamerbrief")
        };
        let mut call: Vec<String> = program.into_iter().chain([own]).map(bold).collect();
        call.push(format!("[{}]", cli.options.to_uppercase()));
        for arg in command.get_positionals() {
            let value = italic(&value(arg));
            let many = if arg
                .get_num_args()
                .is_some_and(|count| count.max_values() > 1)
            {
                "..."
            } else {
                ""
            };
            call.push(if arg.is_required_set() {
                format!("{value}{many}")
            } else {
                format!("[{value}]{many}")
            });
        }
        self.request(&call.join(" "));
    }

    /// What a command does, as a sentence.
    fn told(&mut self, command: &Command) {
        let about = command.get_about().map(ToString::to_string);
        let about = about.unwrap_or_default();
        let mut letters = about.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string());
        self.text(&format!(
            "{}{}.",
            first.unwrap_or_default(),
            letters.as_str()
        ));
    }

    fn argument(&mut self, arg: &Arg) {
        let short = arg.get_short().map(|short| format!("-{short}"));
        let long = arg.get_long().map(|long| format!("--{long}"));
        let names: Vec<String> = short
            .into_iter()
            .chain(long)
            .map(|name| bold(&name))
            .collect();
        let takes = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
        let tag = match (names.is_empty(), takes) {
            (true, _) => italic(&value(arg)),
            (false, true) => format!("{} {}", names.join(", "), italic(&value(arg))),
            (false, false) => names.join(", "),
        };
        let told = arg.get_help().map(ToString::to_string);
        self.tagged(&tag, &told.unwrap_or_default());
    }

    fn calls(&mut self, calls: impl Iterator<Item = &'static str>) {
        self.request(".nf");
        for call in calls {
            self.request(&escaped(call).replace('-', r"\-"));
        }
        self.request(".fi");
    }

    fn heading(&mut self, heading: &str) {
        self.request(&format!(".SH {}", heading.to_uppercase()));
    }

    fn tagged(&mut self, tag: &str, text: &str) {
        self.request(".TP");
        self.request(tag);
        self.text(text);
    }

    /// A line as it is.
    fn request(&mut self, line: &str) {
        self.source.extend([line, "\n"]);
    }

    /// Running text.
    fn text(&mut self, text: &str) {
        self.lines(&escaped(text));
    }

    /// Text in lines that are not too long. At its start a line may not look like a request.
    fn lines(&mut self, text: &str) {
        let mut line = String::new();
        let mut length = 0;
        for word in text.split_whitespace() {
            let own: usize = word.chars().map(length_of).sum();
            if length > 0 && length + 1 + own > LONGEST {
                self.request(&line);
                line.clear();
                length = 0;
            }
            let acts = length == 0 && word.starts_with(['.', '\'']);
            line += if length > 0 { " " } else { "" };
            line += if acts { r"\&" } else { "" };
            line += word;
            length = length + 1 + own;
        }
        self.request(&line);
    }
}

/// How long a character is in the source, in bytes, once all but ASCII has been spelled out (`\[u2019]`).
const fn length_of(c: char) -> usize {
    if c.is_ascii() { 1 } else { 9 }
}

/// The arguments of a command, the help left out, which each has.
fn of_a_command(command: &Command) -> impl Iterator<Item = &Arg> {
    command
        .get_arguments()
        .filter(|arg| arg.get_id().as_str() != "help")
}

/// The name of the value that an argument takes.
fn value(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names.first().map(ToString::to_string).unwrap_or_default()
}

fn bold(text: &str) -> String {
    format!("\\fB{}\\fR", escaped(text).replace('-', r"\-"))
}

fn italic(text: &str) -> String {
    format!("\\fI{}\\fR", escaped(text))
}

/// A text in which nothing acts on what sets a page.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\e")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Language;
    use std::{
        collections::BTreeSet,
        fs,
        path::{Path, PathBuf},
    };

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let files = fs::read_dir(folder).unwrap();
        let paths = files.map(|file| file.unwrap().path());
        let below = |path: PathBuf| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        };
        paths.flat_map(below).collect()
    }

    /// The variables that the sources name where they read the environment, and those that crates read for us.
    fn read() -> BTreeSet<String> {
        let crates = [
            (
                "etcetera::",
                "HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME",
            ),
            ("TimeZone::local", "TZ"),
        ];
        let mut names = BTreeSet::new();
        for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (call, read) in crates {
                if code.contains(call) && !path.ends_with("cli/man.rs") {
                    names.extend(read.split(' ').map(str::to_owned));
                }
            }
            if !code.contains("env::var") {
                continue;
            }
            let quoted = code.split('"').skip(1).step_by(2);
            let is_name = |text: &&str| {
                let capital = |c: char| c.is_ascii_uppercase() || c == '_';
                let is_word = text.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
                is_word && text.len() > 1 && (text.chars().all(capital) || text.starts_with("__"))
            };
            names.extend(quoted.filter(is_name).map(str::to_owned));
        }
        names
    }

    #[test]
    fn every_variable_that_is_read_is_told() {
        let read = read();
        assert!(read.len() > 15, "{read:?}");
        let told: BTreeSet<String> = surroundings::VARIABLES
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect();
        assert_eq!(read, told);
    }

    #[test]
    fn all_that_is_told_stands_in_the_page_of_each_language() {
        for language in [Language::Dutch, Language::English] {
            let words = Words::of(language);
            let cli = words.cli();
            assert_eq!(cli.man_variables.len(), surroundings::VARIABLES.len());
            assert_eq!(cli.man_files.len(), surroundings::FILES.len());
            let page = man(None, &words, &Keymap::default());
            let names = surroundings::VARIABLES.into_iter().flatten();
            for name in names.chain(&surroundings::FILES) {
                assert!(page.contains(&escaped(name)), "{name} in {language:?}");
            }
        }
    }
}
