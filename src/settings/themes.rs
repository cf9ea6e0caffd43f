//! The themes there are, by name: those that are built in, and behind them the user's own.

use super::Settings;
use crate::built_in::THEMES;

/// A theme of the user's own, as its file has it. Which roles and colours it may name, the screen knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnTheme {
    /// Its name: that of the file, without extension.
    pub name: String,
    /// The file, as a message names it.
    pub file: String,
    /// What it says: TOML.
    pub text: String,
}

/// What themes were called in earlier versions.
pub const EARLIER: [(&str, &str); 2] = [("dag", "licht"), ("nacht", "donker")];

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
