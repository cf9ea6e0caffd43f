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
mod find;
mod flags;
mod grammar;
mod json;
mod letters;
mod list;
mod man;
mod markdown;
mod notes;
mod paper;
mod refusal;
mod search;
mod sentences;
mod several;
mod sheet;
mod show;
mod table;
mod verify;

use crate::{
    app::words::Words,
    catalogue::{Catalogue, Mentions},
    letter::{Address, AddressError, Letter},
    reading::cite::{self, Style},
};
use args::{Command, Format};
pub use letters::letters;
pub use notes::notes;
pub use paper::Paper;
pub use several::{Several, beside_name};
pub use sheet::sheet;

/// What a command prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printout {
    /// The text, whole lines.
    pub text: String,
    /// Whether it is what was asked for; nothing found is exit code 1.
    pub found: bool,
    /// A sentence for standard error.
    pub aside: Option<String>,
}

/// What commands work on.
#[derive(Debug)]
pub struct Desk {
    /// The letter.
    pub letter: Letter,
    /// Who and what is known.
    pub catalogue: Catalogue,
    /// Where they are named.
    pub mentions: Mentions,
    /// The words of the interface.
    pub words: Words,
    /// What the text is printed on.
    pub paper: Paper,
}

/// Carries out a command.
///
/// # Errors
/// [`AddressError`] when an address leads nowhere.
pub fn run(command: &Command, format: Format, desk: &Desk) -> Result<Printout, AddressError> {
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
fn cite(desk: &Desk, address: Option<Address>, style: Style) -> Result<Printout, AddressError> {
    if let Some(address) = address {
        desk.letter.locate(address)?;
    }
    let citation = cite::cite(&desk.letter, address, style);
    Ok(Printout {
        text: citation.trim_end().to_owned() + "\n",
        found: true,
        aside: None,
    })
}

/// Which letter an answer comes from, where another could be meant.
#[must_use]
pub fn answered_from(desk: &Desk) -> String {
    let cli = desk.words.cli();
    let number = cite::cite(&desk.letter, None, Style::Kamerstuk);
    let letter = format!("{} ({number})", cli.embedded);
    refusal::filled(cli.answered_from, &[("letter", &letter)])
}
