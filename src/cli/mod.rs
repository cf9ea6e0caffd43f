//! The face for pipes, scripts and quick look-ups.
//!
//! Every command gives back a [`Printout`]: the whole text and whether anything was found. Only
//! `main` writes it, so a closed pipe is met in one place.

pub mod args;
mod find;
mod grammar;
mod json;
mod list;
mod paper;
mod show;

use crate::{
    app::words::Words,
    catalogue::{Catalogue, Mentions},
    letter::{AddressError, Letter},
};
use args::{Command, Format};
pub use paper::Paper;

/// What a command prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printout {
    /// The text, whole lines.
    pub text: String,
    /// Whether it is what was asked for; nothing found is exit code 1.
    pub found: bool,
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
        Command::List { table } => Ok(list::list(desk, *table, format)),
    }
}
