//! The face for pipes, scripts and quick look-ups.
//!
//! Every command gives back a [`Printout`]: the whole text and whether anything was found. Only
//! `main` writes it, so a closed pipe is met in one place.

pub mod args;
mod asks;
mod call;
mod check;
mod completions;
mod config;
mod dashes;
mod desk;
mod find;
mod flags;
mod grammar;
mod hedges;
mod json;
mod letters;
mod list;
mod man;
mod markdown;
mod notes;
mod paper;
mod printout;
mod refusal;
mod repeats;
mod search;
mod sentences;
mod several;
mod sheet;
mod show;
mod table;
mod timeline;
mod verify;
mod version;

use crate::{
    app::words::Words,
    letter::{Address, AddressError, Letter},
    reading::cite::{self, Style},
};
use args::{Command, Format};
pub use desk::Desk;
pub use letters::letters;
pub use list::about;
pub use notes::notes;
pub use paper::Paper;
pub use printout::{Printout, Text};
pub use repeats::repeats;
pub use several::{Several, beside_name};
pub use sheet::sheets;

/// Carries out a command.
///
/// # Errors
/// [`AddressError`] when an address leads nowhere.
pub fn run<'a>(
    command: &'a Command,
    format: Format,
    desk: &'a Desk,
) -> Result<Printout<'a>, AddressError> {
    match command {
        Command::Show { addresses } => show::show(desk, addresses, format),
        Command::Find { query, kind } => Ok(find::find(desk, query, *kind, format)),
        Command::Search { text } => Ok(search::search(desk, text, format)),
        Command::Verify { quote } => Ok(verify::verify(
            desk,
            quote.as_deref().unwrap_or_default(),
            format,
        )),
        Command::Cite { address, style } => cite(desk, *address, *style),
        Command::Check => Ok(check::check(desk)),
        Command::List { table, kind } => Ok(list::list(desk, *table, kind.as_deref(), format)),
    }
}

/// `cite`: the citation of the letter, a section or a paragraph.
fn cite(
    desk: &Desk,
    address: Option<Address>,
    style: Style,
) -> Result<Printout<'static>, AddressError> {
    if let Some(address) = address {
        desk.letter.locate(address)?;
    }
    let citation = cite::cite(&desk.letter, address, style);
    Ok(Printout {
        text: (citation.trim_end().to_owned() + "\n").into(),
        found: true,
        aside: None,
    })
}

/// Which letter an answer comes from, where another could be meant.
#[must_use]
pub fn answered_from(embedded: &Letter, words: &Words) -> String {
    let cli = words.cli();
    let number = cite::cite(embedded, None, Style::Kamerstuk);
    let letter = format!("{} ({number})", cli.embedded);
    refusal::filled(cli.answered_from, &[("letter", &letter)])
}
