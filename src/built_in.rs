//! What is built into the program: our data, which stands as TOML in `assets` and is turned into JSON (the
//! keys into lines) when the program is built (`build.rs`).

use serde::Deserialize;

/// The text of a file of ours, by its path without extension below `assets`.
macro_rules! built_in {
    ($path:literal) => {
        built_in!($path, "json")
    };
    ($path:literal, $extension:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/assets/", $path, ".", $extension))
    };
}
pub(crate) use built_in;

/// The themes by name, in the order in which they follow one another: what the command line names and the
/// screen wears.
pub const THEMES: [(&str, &str); 6] = [
    ("terminal", built_in!("themes/terminal")),
    ("licht", built_in!("themes/licht")),
    ("donker", built_in!("themes/donker")),
    ("rijks", built_in!("themes/rijks")),
    ("contrast", built_in!("themes/contrast")),
    ("mono", built_in!("themes/mono")),
];

/// What a file of ours holds. Words in it can be taken as they stand there, without a copy.
///
/// # Panics
/// When it has another form; a test reads every file.
pub fn read<T: Deserialize<'static>>(text: &'static str) -> T {
    serde_json::from_str(text).expect("every file of ours is read by a test")
}
