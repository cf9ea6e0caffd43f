//! Carries out a call: gets the letters, hands them to one of the faces, and says how it ended.

mod configured;
mod editor;
mod faces;
mod files;
mod imported;
mod opened;
mod printed;
mod reader;
mod rest;
mod said;

use crate::{
    app::words::Words,
    cli::{
        self,
        args::{Colour, Command, Face, Format, Request, Task},
    },
    store::{self, settings::Configured},
    tui::terminal,
};
pub use configured::{complain, speak};
use opened::{Asked, Opened};
use rest::Rest;
pub use said::{print, refuse, say};
use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Carries out what was asked.
#[must_use]
pub fn run(mut request: Request, words: Words, configured: Configured) -> ExitCode {
    let input = match &request.task {
        Task::Print { command, .. } => matches!(command, Command::Verify { quote: None }),
        Task::Import { file } => file == Path::new("-"),
        Task::Read(opening) => opening.face == Face::Ears,
        _ => false,
    };
    if let Task::Print { command, .. } = &mut request.task
        && let Err(sentence) = printed::take_quote(command, &request.letters, &words)
    {
        return refuse(&sentence);
    }
    if let Task::Read(opening) = &request.task
        && opening.face != Face::Ears
        && io::stdout().is_terminal()
        && !terminal::is_dumb()
    {
        return match begin(&request.letters, &words, &configured) {
            Ok((opened, rest)) => faces::read(opened, rest, words, opening, configured),
            Err(sentence) => refuse(&sentence),
        };
    }
    if let Task::Read(opening) = &request.task
        && opening.face == Face::Ears
        && let Some(lines) = faces::lines(&request.letters)
    {
        return match begin(&request.letters, &words, &configured) {
            Ok((opened, rest)) => {
                faces::converse((opened, rest), words, opening, configured, lines)
            }
            Err(sentence) => refuse(&sentence),
        };
    }
    let opened = match opened::open(&request.letters, &words) {
        Ok(opened) => opened,
        Err(sentence) => return refuse(&sentence),
    };
    let may_mean_another = opened.asked == Asked::Nothing && !input;
    let code = carry_out(request.task, opened, words, &configured);
    if may_mean_another && code != ExitCode::from(said::UNUSABLE) {
        printed::say_which(&words);
    }
    code
}

/// Carries out what prints.
fn carry_out(task: Task, opened: Opened, words: Words, configured: &Configured) -> ExitCode {
    match task {
        Task::Read(opening) => {
            if io::stdout().is_terminal() && terminal::is_dumb() {
                return refuse(words.cli().dumb);
            }
            complain(configured, &words);
            let command = match opening.find {
                Some(query) => Command::Find { query, kind: None },
                None => Command::Show {
                    addresses: opening.at.into_iter().collect(),
                },
            };
            let paper = printed::paper(None, Colour::Auto);
            printed::carry_out(&command, Format::Text, opened, words, paper)
        }
        Task::Notes {
            tag,
            format,
            width,
            colour,
        } => {
            complain(configured, &words);
            let paper = printed::paper(width, colour);
            printed::own(format, opened, &words, paper, |desk, app| {
                Ok(cli::notes(desk, app, tag.as_deref(), format))
            })
        }
        Task::Import { file } => {
            complain(configured, &words);
            imported::import(&file, opened, &words)
        }
        Task::Sheet {
            wanted,
            form,
            width,
            colour,
        } => {
            complain(configured, &words);
            let paper = printed::paper(width, colour);
            printed::sheets(&wanted, form, &opened, &words, paper)
        }
        Task::Letters { format } => {
            complain(configured, &words);
            printed::letters(format, &opened, &words)
        }
        Task::Repeats { format } => {
            complain(configured, &words);
            printed::repeats(format, &opened, &words)
        }
        Task::Print {
            command,
            format,
            width,
            colour,
        } => {
            complain(configured, &words);
            let paper = printed::paper(width, colour);
            printed::carry_out(&command, format, opened, words, paper)
        }
    }
}

/// What the reader opens on: these letters, or else the folder that is set; of several letters the first, and the rest.
fn begin(
    letters: &[PathBuf],
    words: &Words,
    configured: &Configured,
) -> Result<(Opened, Option<Rest>), String> {
    let set = configured.folder();
    let (letters, is_set) = match set {
        Some(folder) if letters.is_empty() => (vec![folder], true),
        _ => (letters.to_vec(), false),
    };
    let several = letters.len() > 1 || letters.iter().any(|path| store::folder::is_one(path));
    let opened = if several || is_set {
        opened::begin(&letters, words).map(|(opened, rest)| (opened, Some(rest)))
    } else {
        opened::open(&letters, words).map(|opened| (opened, None))
    };
    match opened {
        // A folder that is gone does not keep the program from starting.
        Err(sentence) if is_set => {
            let (opened, rest) = opened::nothing(sentence);
            Ok((opened, Some(rest)))
        }
        opened => opened,
    }
}
