//! What was asked on the command line, as values.

pub use super::table::Table;
use crate::{
    app::meeting::Wanted,
    catalogue::Kind,
    letter::Address,
    reading::cite::Style,
    settings::{Settings, Signs},
};
use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The letters to work on, as files and folders; none is the embedded one.
    pub letters: Vec<PathBuf>,
    /// What to do.
    pub task: Task,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Open the reader.
    Read(Opening),
    /// Print the user's own bookmarks and notes.
    Notes {
        /// The tag that the notes have, with its sign or without; none is all.
        tag: Option<String>,
        /// In which form.
        format: Format,
        /// The width asked for, in cells.
        width: Option<usize>,
        /// Whether to colour it.
        colour: Colour,
    },
    /// Put somebody else's bookmarks and notes beside the user's own.
    Import {
        /// The file in which they are.
        file: PathBuf,
    },
    /// Print the meeting sheet.
    Sheet {
        /// What is to stand on it.
        wanted: Wanted,
        /// In which form.
        form: SheetForm,
        /// The width asked for, in cells.
        width: Option<usize>,
        /// Whether to colour it.
        colour: Colour,
    },
    /// Print which letters there are.
    Letters {
        /// In which form.
        format: Format,
    },
    /// Print the sentences that come back in a later letter.
    Repeats {
        /// In which form.
        format: Format,
    },
    /// Print something.
    Print {
        /// What to print.
        command: Command,
        /// In which form.
        format: Format,
        /// The width asked for, in cells.
        width: Option<usize>,
        /// Whether to colour it.
        colour: Colour,
    },
}

/// How the reader opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Where.
    pub at: Option<Address>,
    /// What it looks for first.
    pub find: Option<String>,
    /// The name of the theme asked for.
    pub theme: Option<String>,
    /// Whether the mouse is left to the terminal.
    pub no_mouse: bool,
    /// Whether links are text only.
    pub no_links: bool,
    /// Whom it is for.
    pub face: Face,
    /// What lines and signs are drawn with.
    pub signs: Signs,
    /// Whether nothing is kept from an earlier time, or for a later one.
    pub fresh: bool,
}

impl Opening {
    /// As it is set: where nothing else is asked for.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self {
            signs: settings.symbols,
            fresh: !settings.remember,
            // For lines in and out of a pipe it has to be asked.
            face: if settings.linear && io::stdout().is_terminal() {
                Face::Ears
            } else {
                Face::Screen
            },
            ..Self::default()
        }
    }
}

/// Whom the reader is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Who sees a screen.
    #[default]
    Screen,
    /// Who hears lines, or feels them.
    Ears,
}

/// A command that prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The letter, or parts of it.
    Show {
        /// Which parts; none is all.
        addresses: Vec<Address>,
    },
    /// Entities by fuzzy match.
    Find {
        /// What is looked for.
        query: String,
        /// Of which kind.
        kind: Option<Kind>,
    },
    /// Where a text stands.
    Search {
        /// The text.
        text: String,
    },
    /// Whether a quotation stands in the letter.
    Verify {
        /// The quotation; none is what stands on standard input.
        quote: Option<String>,
    },
    /// A citation.
    Cite {
        /// Of what; none is the letter.
        address: Option<Address>,
        /// In which style.
        style: Style,
    },
    /// What was recognised in the letter.
    Check,
    /// A table.
    List {
        /// Which.
        table: Table,
        /// Of which kind its rows are to be, by its id.
        kind: Option<String>,
    },
}

/// The form of what is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
    /// Cells with tabs between.
    Tsv,
}

/// The form of a meeting sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetForm {
    /// For people, in a terminal.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A page for a browser and for paper.
    Html,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the command line came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Something to do.
    Request(Request),
    /// Help or the version, to be printed.
    Words(String),
    /// A call that cannot be understood: one sentence.
    Refused(String),
}
