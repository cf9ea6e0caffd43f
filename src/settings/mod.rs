//! The settings: one value with all that can be set, what its file may say, and how it is read.
//!
//! The file is TOML (`read`), every setting is a line of one table (`table`), and what is wrong in it is a list
//! of [`Fault`]s: whatever it says, the reader starts.

mod choices;
mod fault;
mod file;
mod keys;
mod no_toml;
mod read;
mod table;
mod themes;

pub use crate::reading::layout::{Edge, Hyphens};
pub use choices::{Clipboard, Compare, MEASURES, Signs};
pub use fault::{Fault, Sentences};
pub use file::{File, in_order};
pub use read::{read, with_broken};
pub use table::{Possible, SETTINGS, Setting, written};
pub use themes::{EARLIER, OwnTheme};

use crate::{built_in::THEMES, keys::Keymap, letter::Language, reading::cite::Style};

/// Settings that were read again, with what is wrong in their file, in sentences; or why it cannot be read.
pub type ReadAgain = Result<(Settings, Vec<String>), String>;

/// All that can be set. What it is by default is what the program does without a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // as the file has them
pub struct Settings {
    /// The name of the theme.
    pub theme: String,
    /// The user's own themes.
    pub themes: Vec<OwnTheme>,
    /// The widest that the text may be, in cells: one of [`MEASURES`] or between them.
    pub measure: u16,
    /// The language of the screen; where it is not set, that of the locale.
    pub language: Option<Language>,
    /// What lines and signs are drawn with.
    pub symbols: Signs,
    /// Whether the sidebar shows, where there is room for it.
    pub sidebar: bool,
    /// Whether a recommendation stands beside its response.
    pub compare: Compare,
    /// Where long words are parted.
    pub hyphenation: Hyphens,
    /// Where full rows of the text end.
    pub justification: Edge,
    /// The style of citations.
    pub citation: Style,
    /// Whether the mouse is for the reader; else it is left to the terminal.
    pub mouse: bool,
    /// Whether links can be followed in a terminal that knows them.
    pub links: bool,
    /// How a copy goes to the clipboard.
    pub clipboard: Clipboard,
    /// Whether the reader is a conversation in lines.
    pub linear: bool,
    /// Whether something is kept from an earlier time, and for a later one.
    pub remember: bool,
    /// The folder of letters that is opened where nothing is named; none where it is empty.
    pub folder: String,
    /// One's name, under which notes are kept; none where it is empty.
    pub name: String,
    /// What keys mean.
    pub keymap: Keymap,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "terminal".to_owned(),
            themes: Vec::new(),
            measure: 80,
            language: None,
            symbols: Signs::Drawn,
            sidebar: true,
            compare: Compare::ByWidth,
            hyphenation: Hyphens::InNarrowRows,
            justification: Edge::Ragged,
            citation: Style::default(),
            mouse: true,
            links: true,
            clipboard: Clipboard::Auto,
            linear: false,
            remember: true,
            folder: String::new(),
            name: String::new(),
            keymap: Keymap::default(),
        }
    }
}

impl Settings {
    /// The names of all themes, in the order in which they follow one another.
    pub fn theme_names(&self) -> impl Iterator<Item = &str> {
        let own = self.themes.iter().map(|theme| theme.name.as_str());
        THEMES.iter().map(|(name, _)| *name).chain(own)
    }

    /// The number of the theme with this name, or that was called so earlier.
    #[must_use]
    pub fn theme_named(&self, name: &str) -> Option<usize> {
        let number = |name: &str| self.theme_names().position(|known| known == name);
        number(name).or_else(|| {
            let now = EARLIER.iter().find(|(earlier, _)| *earlier == name);
            now.and_then(|(_, now)| number(now))
        })
    }

    /// Which theme a count that goes on without end falls on: its number.
    #[must_use]
    pub fn theme_at(&self, count: usize) -> usize {
        count % self.theme_names().count()
    }
}
