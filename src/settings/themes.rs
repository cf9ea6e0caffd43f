//! The themes there are, by name: those that are built in, and behind them the user's own.

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
